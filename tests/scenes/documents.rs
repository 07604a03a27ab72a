//! Documents that charts have trouble with.

use mizan::model::{
    Alternative, Assumption, AssumptionId, Criterion, Elicitation, Figures, Grade, Hue, Letter,
    Mark, NodeId, OptionId, Range, Scenario, Score, Team, TeamId,
};

/// A document and what is awkward about it.
pub struct Awkward {
    pub what: &'static str,
    pub scenario: Scenario,
}

/// What names are like.
#[derive(Clone, Copy)]
enum Names {
    Short,
    /// Of 60 characters.
    Long,
    Arabic,
}

impl Names {
    fn of(self, kind: &str, index: usize) -> String {
        match self {
            Self::Short => format!("{kind} {index}"),
            Self::Long => {
                let words = "which has a name as long as names in such papers tend to be";
                format!("{kind} {index} {words}").chars().take(60).collect()
            }
            Self::Arabic => format!("خيار التنمية الاقتصادية {index} في المحافظة"),
        }
    }
}

/// All of them.
pub fn all() -> Vec<Awkward> {
    let awkward = |what, scenario| Awkward { what, scenario };
    vec![
        awkward("usual", scenario(5, 6, 4, Names::Short)),
        awkward("ties", ties()),
        awkward("one option", scenario(1, 3, 2, Names::Short)),
        awkward("no option", scenario(0, 3, 2, Names::Short)),
        awkward("no criterion", scenario(3, 0, 1, Names::Short)),
        awkward("nothing at all", scenario(0, 0, 0, Names::Short)),
        awkward("nothing scored", without_scores(scenario(4, 4, 3, Names::Short))),
        awkward("gaps", with_gaps(scenario(6, 5, 3, Names::Short))),
        awkward("ruled out", ruled_out()),
        awkward("long names", scenario(8, 8, 5, Names::Long)),
        awkward("arabic names", scenario(6, 7, 4, Names::Arabic)),
        awkward("twelve teams", scenario(6, 5, 12, Names::Short)),
        awkward("twelve teams with long names", scenario(7, 6, 12, Names::Long)),
        awkward("eight of one mind", scenario(3, 1, 8, Names::Short)),
        awkward("own scores", own_scores()),
        awkward("every score hangs on something", hanging(own_scores())),
        awkward("forty by twenty", scenario(40, 20, 3, Names::Short)),
        awkward("forty by twenty with long names", with_gaps(scenario(40, 20, 8, Names::Long))),
    ]
}

fn node(index: usize) -> NodeId {
    NodeId::new(&format!("c{index}")).unwrap()
}

fn option(index: usize) -> OptionId {
    OptionId::new(&format!("o{index}")).unwrap()
}

fn scenario(options: usize, criteria: usize, teams: usize, names: Names) -> Scenario {
    let mut scenario = Scenario::new("Awkward");
    for index in 0..criteria {
        let name = names.of("Criterion", index);
        let range = if index % 4 == 3 { Range::Observed } else { Range::default() };
        let criterion = Criterion::new(node(index), &name, Hue::nth(index));
        scenario.criteria.push(Criterion { range, ..criterion });
    }
    for index in 0..options {
        scenario.options.push(Alternative {
            id: option(index),
            name: names.of("Option", index),
            short: String::new(),
            note: String::new(),
            letter: Letter::nth(index),
        });
        for column in 0..criteria {
            let mut score = Score::exact(((index * 7 + column * 3) % 21) as f64 / 2.0);
            let letter = ['A', 'B', 'C', 'D'][(index + column) % 4];
            score.grade = Grade::new(letter, 1 + ((index * column) % 5) as u8);
            scenario.scores.set(option(index), node(column), score);
        }
    }
    for index in 0..teams {
        scenario.teams.push(team(index, criteria, options, names).into());
    }
    scenario
}

fn team(index: usize, criteria: usize, options: usize, names: Names) -> Team {
    let id = TeamId::new(&format!("t{index}")).unwrap();
    let mut team = Team::new(id, &names.of("Team", index), Mark::nth(index));
    let weights =
        (0..criteria).map(|column| (node(column), ((index * 5 + column * 3) % 9) as f64 * 10.0));
    let weights = weights.collect();
    let judged = team.opened_mut().unwrap();
    judged.judgement.elicitation = Elicitation::Direct(weights);
    if options > 0 && criteria > 0 {
        let cell = (option(index % options), node(index % criteria));
        judged.scores.set(cell.0, cell.1, Score::exact(3.5));
    }
    team
}

fn ties() -> Scenario {
    let mut scenario = scenario(4, 3, 4, Names::Short);
    for index in 0..4 {
        for column in 0..3 {
            scenario.scores.set(option(index), node(column), Score::exact(5.0));
        }
    }
    scenario
}

fn without_scores(mut scenario: Scenario) -> Scenario {
    scenario.scores = mizan::model::ScoreTable::default();
    scenario
}

fn with_gaps(mut scenario: Scenario) -> Scenario {
    for (index, column) in [(0, 0), (1, 0), (1, 2), (3, 4)] {
        scenario.scores.remove(&option(index), &node(column));
    }
    scenario
}

fn ruled_out() -> Scenario {
    let mut scenario = scenario(5, 4, 3, Names::Long);
    scenario.criteria[0].must_have = Some(mizan::model::MustHave::AtLeast(9.5));
    scenario.criteria[1].goal = mizan::model::Goal::Minimize;
    scenario
}

/// Long numbers, and cells that many teams score in their own way.
fn own_scores() -> Scenario {
    let mut scenario = scenario(4, 8, 6, Names::Short);
    for index in 0..4 {
        scenario.criteria[index].range = Range::Observed;
        let score = Score::exact(1_234_567.891 + index as f64);
        scenario.scores.set(option(index), node(index), score);
    }
    for place in 0..6 {
        let mut team = mizan::model::Team::clone(&scenario.teams[place]);
        for column in 0..8 {
            let score = Score::exact(0.25 + place as f64);
            team.opened_mut().unwrap().scores.set(option(1), node(column), score);
        }
        scenario.teams[place] = team.into();
    }
    scenario
}

/// The document with two assumptions, the second of them off: each cell hangs on one of the two.
fn hanging(mut scenario: Scenario) -> Scenario {
    let ids = ["peace", "rain"].map(|id| AssumptionId::new(id).unwrap());
    for id in &ids {
        let holds = id.as_str() == "peace";
        let assumption = Assumption::new(id.clone(), "It stays as it is");
        scenario.assumptions.push(Assumption { holds, ..assumption });
    }
    let cells: Vec<(OptionId, NodeId, Score)> = (scenario.scores.cells())
        .map(|(option, criterion, score)| (option.clone(), criterion.clone(), score.clone()))
        .collect();
    for (place, (option, criterion, mut score)) in cells.into_iter().enumerate() {
        let without =
            Figures { score: score.score + 0.125, low: None, high: None, reason: String::new() };
        score.otherwise.insert(ids[place % 2].clone(), without);
        scenario.scores.set(option, criterion, score);
    }
    scenario
}
