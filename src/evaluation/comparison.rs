//! Two views of a decision side by side: two teams of a document, or two documents, and what
//! differs.

use super::{Evaluation, Weighting, evaluate};
use crate::model::{
    Alternative, Criterion, Layer, NodeId, OpenTeam, OptionId, Reference, Scenario, Score, Team,
    TeamId,
};

/// One of the two: a document under a weighting.
#[derive(Clone, Copy)]
pub struct Half<'a> {
    pub scenario: &'a Scenario,
    pub weighting: &'a Weighting,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Left,
    Right,
}

/// A text of the scenario itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioText {
    Title,
    Question,
    DecisionMaker,
    Notes,
}

/// Something that differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    Text(ScenarioText, String, String),
    /// A part that is compared as a whole.
    Part(Part),
    /// What a team's shares come from: its judgements, reasons and gut ranking.
    Record(TeamId),
    /// Only one of the two has this thing.
    Only(Which, Reference, String),
    /// Both have it, and it is described differently.
    Changed(Reference, String),
    /// A share of the whole, 0..1, as the two weigh; of a team where two documents are compared.
    Share {
        team: Option<TeamId>,
        criterion: NodeId,
        left: f64,
        right: f64,
    },
    /// A cell as the two see it, or a layer's where two documents are compared; none: not scored.
    Score {
        layer: Option<Layer>,
        option: OptionId,
        criterion: NodeId,
        left: Option<f64>,
        right: Option<f64>,
    },
    /// The same score on other grounds: range, reason, evidence or grade.
    Grounds {
        layer: Option<Layer>,
        option: OptionId,
        criterion: NodeId,
    },
}

/// A part of a document that is compared as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Method,
    Decision,
    Rounds,
    Ballot,
    /// Order, letters, colours or marks.
    Rest,
}

impl<'a> Half<'a> {
    pub(super) fn team(&self) -> Option<OpenTeam<'a>> {
        self.weighting.open_team(self.scenario)
    }

    /// Whether there is anything to see: a sealed team, or one that isn't there, shows nothing.
    pub fn is_open(&self) -> bool {
        match self.weighting {
            Weighting::Mean => true,
            Weighting::Team(_) => self.team().is_some(),
        }
    }

    /// The score of a cell as this half sees it.
    pub fn score(&self, option: &OptionId, criterion: &NodeId) -> Option<&'a Score> {
        if !self.is_open() {
            return None;
        }
        self.scenario.score_for(self.team(), option, criterion)
    }

    pub fn evaluation(&self) -> Option<Evaluation> {
        evaluate(self.scenario, self.weighting).ok()
    }

    /// The layer that this half's cells are changed in: a team's own, or the base.
    pub(super) fn layer(&self) -> Layer {
        self.team().map_or(Layer::Base, |team| Layer::Team(team.id().clone()))
    }
}

/// What differs between two teams (or the mean) of one document, or of two that have the same
/// criteria: shares and scores as each sees them, the largest first.
pub fn compare_views(left: Half, right: Half) -> Vec<Difference> {
    let (Some(a), Some(b)) = (left.evaluation(), right.evaluation()) else { return Vec::new() };
    let mut found: Vec<(f64, Difference)> = Vec::new();
    for (index, criterion) in left.scenario.criteria.iter().enumerate() {
        let Some(other) = right.scenario.criteria.iter().position(|other| other.id == criterion.id)
        else {
            continue;
        };
        let (x, y) = (share(&a, index), share(&b, other));
        if (x - y).abs() > 1e-9 {
            let difference = Difference::Share {
                team: None,
                criterion: criterion.id.clone(),
                left: x,
                right: y,
            };
            found.push(((x - y).abs(), difference));
        }
        for option in &left.scenario.options {
            if right.scenario.option(&option.id).is_some() {
                let scores =
                    (left.score(&option.id, &criterion.id), right.score(&option.id, &criterion.id));
                let weight = f64::midpoint(x, y);
                found.extend(cell(None, option, criterion, scores, |score| {
                    a.problem.scales.get(index).map_or(0.0, |scale| scale.value(score)) * weight
                }));
            }
        }
    }
    largest_first(found)
}

/// All that differs between two documents, things and texts first, then shares and scores, the
/// largest first; what is sealed aside, even that it differs.
pub fn compare_documents(left: &Scenario, right: &Scenario) -> Vec<Difference> {
    let (left, right) = (&left.without_sealed_records(), &right.without_sealed_records());
    let mut found = texts(left, right);
    things(left, right, &mut found);
    let (a, b) = (
        Half { scenario: left, weighting: &Weighting::Mean },
        Half { scenario: right, weighting: &Weighting::Mean },
    );
    let mean = a.evaluation().zip(b.evaluation());
    let mut sized: Vec<(f64, Difference)> = Vec::new();
    for criterion in &left.criteria {
        let places = left
            .criteria
            .iter()
            .position(|c| c.id == criterion.id)
            .zip(right.criteria.iter().position(|c| c.id == criterion.id));
        let Some((here, there)) = places else { continue };
        let weight =
            mean.as_ref().map_or(1.0, |(a, b)| f64::midpoint(share(a, here), share(b, there)));
        let scale = mean.as_ref().and_then(|(a, _)| a.problem.scales.get(here));
        let worth = |score: f64| scale.map_or(0.0, |scale| scale.value(score)) * weight;
        for option in left.options.iter().filter(|option| right.option(&option.id).is_some()) {
            let scores = (
                left.scores.get(&option.id, &criterion.id),
                right.scores.get(&option.id, &criterion.id),
            );
            sized.extend(cell(Some(Layer::Base), option, criterion, scores, worth));
            for (team, other) in common_teams(left, right) {
                let scores = (
                    team.own_score(&option.id, &criterion.id),
                    other.own_score(&option.id, &criterion.id),
                );
                sized.extend(cell(
                    Some(Layer::Team(team.id().clone())),
                    option,
                    criterion,
                    scores,
                    worth,
                ));
            }
        }
    }
    for (team, _) in common_teams(left, right) {
        sized.extend(team_shares(left, right, team.id()));
    }
    found.extend(largest_first(sized));
    let recorded = common_teams(left, right).filter(|(a, b)| {
        let (a, b) = (a.judged(), b.judged());
        (&a.judgement, &a.reasons, &a.gut_ranking) != (&b.judgement, &b.reasons, &b.gut_ranking)
    });
    found.extend(recorded.map(|(team, _)| Difference::Record(team.id().clone())));
    let parts = [
        (Part::Method, left.method == right.method),
        (Part::Decision, left.decision == right.decision),
        (Part::Rounds, left.rounds == right.rounds),
        (Part::Ballot, left.ballot == right.ballot),
    ];
    found.extend(
        parts.into_iter().filter(|(_, is_same)| !is_same).map(|(part, _)| Difference::Part(part)),
    );
    if found.is_empty() && left != right {
        found.push(Difference::Part(Part::Rest));
    }
    found
}

fn share(evaluation: &Evaluation, criterion: usize) -> f64 {
    evaluation.shares.criteria.get(criterion).copied().unwrap_or(0.0)
}

/// The larger first; of equal ones the first found.
fn largest_first(mut found: Vec<(f64, Difference)>) -> Vec<Difference> {
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().map(|(_, difference)| difference).collect()
}

/// How a cell differs, with how much of a total it is worth; a cell that one side hasn't scored
/// counts whole.
fn cell(
    layer: Option<Layer>,
    option: &Alternative,
    criterion: &Criterion,
    (left, right): (Option<&Score>, Option<&Score>),
    worth: impl Fn(f64) -> f64,
) -> Option<(f64, Difference)> {
    if left == right {
        return None;
    }
    let (option, criterion) = (option.id.clone(), criterion.id.clone());
    let (a, b) = (left.map(|score| score.score), right.map(|score| score.score));
    if a == b {
        return Some((0.0, Difference::Grounds { layer, option, criterion }));
    }
    let size = a.zip(b).map_or(1.0, |(a, b)| (worth(a) - worth(b)).abs());
    Some((size, Difference::Score { layer, option, criterion, left: a, right: b }))
}

fn common_teams<'a>(
    left: &'a Scenario,
    right: &'a Scenario,
) -> impl Iterator<Item = (OpenTeam<'a>, OpenTeam<'a>)> {
    left.open_teams().filter_map(|team| Some((team, right.open_team(team.id())?)))
}

fn team_shares(left: &Scenario, right: &Scenario, team: &TeamId) -> Vec<(f64, Difference)> {
    let weighting = Weighting::Team(team.clone());
    let (Ok(a), Ok(b)) = (evaluate(left, &weighting), evaluate(right, &weighting)) else {
        return Vec::new();
    };
    let differs = |(here, criterion): (usize, &Criterion)| {
        let there = right.criteria.iter().position(|other| other.id == criterion.id)?;
        let (x, y) = (share(&a, here), share(&b, there));
        let difference = Difference::Share {
            team: Some(team.clone()),
            criterion: criterion.id.clone(),
            left: x,
            right: y,
        };
        ((x - y).abs() > 1e-9).then_some(((x - y).abs(), difference))
    };
    left.criteria.iter().enumerate().filter_map(differs).collect()
}

fn texts(left: &Scenario, right: &Scenario) -> Vec<Difference> {
    let pairs = [
        (ScenarioText::Title, &left.title, &right.title),
        (ScenarioText::Question, &left.question, &right.question),
        (ScenarioText::DecisionMaker, &left.decision_maker, &right.decision_maker),
        (ScenarioText::Notes, &left.notes, &right.notes),
    ];
    pairs
        .into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(text, a, b)| Difference::Text(text, a.clone(), b.clone()))
        .collect()
}

/// Things that one side lacks or describes otherwise.
fn things(left: &Scenario, right: &Scenario, found: &mut Vec<Difference>) {
    // Letters, hues and marks are looks, not what is decided about.
    let option = |a: &Alternative, b: &Alternative| {
        (&a.name, &a.short, &a.note) == (&b.name, &b.short, &b.note)
    };
    let criterion = |a: &Criterion, b: &Criterion| Criterion { hue: b.hue, ..a.clone() } == *b;
    let team = |a: &Team, b: &Team| (&a.name, &a.short, &a.note) == (&b.name, &b.short, &b.note);
    list(Reference::Option, (&left.options, &right.options), |o| o.id.as_str(), option, found);
    list(Reference::Group, (&left.groups, &right.groups), |g| g.id.as_str(), |a, b| a == b, found);
    list(
        Reference::Criterion,
        (&left.criteria, &right.criteria),
        |c| c.id.as_str(),
        criterion,
        found,
    );
    list(Reference::Team, (&left.teams, &right.teams), |t| t.id.as_str(), |a, b| team(a, b), found);
    let sources = |scenario: &Scenario| {
        scenario.sources.iter().map(|(id, source)| (id.clone(), source.clone())).collect::<Vec<_>>()
    };
    list(
        Reference::Source,
        (&sources(left), &sources(right)),
        |(id, _)| id.as_str(),
        |a, b| a == b,
        found,
    );
}

fn list<T>(
    kind: Reference,
    (left, right): (&[T], &[T]),
    id: impl Fn(&T) -> &str,
    is_same: impl Fn(&T, &T) -> bool,
    found: &mut Vec<Difference>,
) {
    for thing in left {
        match right.iter().find(|other| id(other) == id(thing)) {
            None => found.push(Difference::Only(Which::Left, kind, id(thing).to_owned())),
            Some(other) if !is_same(thing, other) => {
                found.push(Difference::Changed(kind, id(thing).to_owned()))
            }
            Some(_) => {}
        }
    }
    let is_new = |thing: &&T| !left.iter().any(|other| id(other) == id(thing));
    found.extend(
        right
            .iter()
            .filter(is_new)
            .map(|thing| Difference::Only(Which::Right, kind, id(thing).to_owned())),
    );
}
