//! What is said of all teams: first places, spreads, agreement, who is left out.

use std::sync::Arc;

use mizan::chart::{Frame, RankColumn, ShareRow, TeamShare, ranks, shares};
use mizan::evaluation::{Evaluations, SideBySide, side_by_side};
use mizan::look::Measurer;
use mizan::model::{Scenario, Team};
use mizan::text;

use crate::reader::{count, names_just, plain, rank, read, things};
use crate::reference::{Reference, State, state, weighed};
use crate::{for_each_document, options};

/// The teams that count, each with its numbers.
pub struct Counted<'a> {
    pub scenario: &'a Scenario,
    pub teams: Vec<(&'a Team, Reference)>,
}

impl<'a> Counted<'a> {
    pub fn new(scenario: &'a Scenario) -> Self {
        let teams = weighed(scenario).into_iter();
        let teams = teams.map(|team| (team, Reference::of_team(scenario, team))).collect();
        Self { scenario, teams }
    }

    fn has(&self, what: State) -> bool {
        self.scenario.teams.iter().any(|team| state(self.scenario, team) == what)
    }

    /// What a sentence must say of the teams that it counts.
    fn rest(&self, count: usize) -> &'static str {
        let not_weighed = self.has(State::NotYet) || self.has(State::AtWork);
        match (self.has(State::Sealed), not_weighed, count) {
            (false, false, _) => "",
            (true, false, 1) => " that is open",
            (true, false, _) => " that are open",
            (false, true, 1) => " that has weighed",
            (false, true, _) => " that have weighed",
            (true, true, 1) => " that is open and has weighed",
            (true, true, _) => " that are open and have weighed",
        }
    }

    pub fn firsts(&self) -> Vec<Vec<String>> {
        self.teams.iter().map(|(_, numbers)| options(self.scenario, &numbers.firsts())).collect()
    }

    /// How many teams put an option first, alone or level.
    pub fn count_of(&self, option: &str) -> usize {
        self.firsts().iter().filter(|firsts| firsts.iter().any(|first| first == option)).count()
    }

    fn may_change(&self) -> bool {
        self.teams.iter().any(|(_, numbers)| {
            let open = numbers.options().any(|option| numbers.interval(option).is_some());
            !numbers.may_be_first().is_empty() || numbers.best().is_none() && open
        })
    }
}

pub fn results(scenario: &Scenario) -> SideBySide {
    side_by_side(&Evaluations::new(Arc::new(scenario.clone())))
}

fn rank_columns<'a>(scenario: &Scenario, results: &'a SideBySide) -> Vec<RankColumn<'a>> {
    let column = |team| {
        let ranks = mizan::evaluation::WeighedTeam::ranking(team).ranks(scenario.options.len());
        RankColumn::new(scenario, team, ranks, None)
    };
    results.weighed.iter().map(column).collect()
}

#[test]
fn first_places_are_counted_over_the_teams_that_count() {
    let measurer = Measurer::new();
    for_each_document(|scenario| {
        let (counted, results) = (Counted::new(scenario), results(scenario));
        let columns = rank_columns(scenario, &results);
        let scene = ranks(Frame::screen(600.0, &measurer), scenario, &columns, &[]);
        let said = plain(&scene.heading);
        let (body, may_change) = match said.strip_suffix("; missing scores could change that") {
            Some(body) => (body, true),
            None => (&*said, false),
        };
        assert_eq!(may_change, counted.may_change(), "{said}");
        assert!(first_places(&counted, body), "{said}: {:?}", counted.firsts());
        for part in &scene.parts {
            let said = plain(&part.sentence);
            assert!(
                ranking_of_a_team(&counted, &said) || span_of_an_option(&counted, &said),
                "{said}"
            );
        }
    });
}

fn first_places(counted: &Counted, said: &str) -> bool {
    let firsts = counted.firsts();
    let teams = firsts.len();
    let rest = counted.rest(teams);
    let all_put = |names: &str| firsts.iter().all(|firsts| names_just(names, firsts));
    let pattern = |text: &str| text.replace("REST", rest);
    if said == pattern("No teamREST ranks any option").replace("that are", "that is")
        || said == format!("No team{} ranks any option", counted.rest(1))
    {
        return teams != 1 && firsts.iter().all(Vec::is_empty);
    }
    if said == pattern("The only teamREST ranks no option") {
        return teams == 1 && firsts[0].is_empty();
    }
    let whole = if rest.is_empty() {
        ["is first for", "tie for first place for"]
            .iter()
            .find_map(|verb| read::<1>(said, &format!("{{}} {verb} the only team")))
            .map(|[names]| (names, counted.scenario.teams.len() == 1))
    } else {
        ["is first for", "tie for first place for"].iter().find_map(|verb| {
            let [names, team] = read(said, &format!("{{}} {verb} {{}}, the only team{rest}"))?;
            Some((names, counted.teams.len() == 1 && counted.teams[0].0.name == team))
        })
    };
    if let Some((names, is_whole)) = whole {
        let is_one = names_just(names, &firsts[0]) && firsts[0].len() == 1;
        return teams == 1 && is_whole && all_put(names) && is_one == said.contains(" is first ");
    }
    let both = [
        read::<1>(said, &pattern("Both teamsREST put {} first")).map(|[names]| (names, 2)),
        read::<1>(said, &pattern("{} tie for first place for both teamsREST"))
            .map(|[names]| (names, 2)),
        read::<2>(said, &pattern("All {} teamsREST put {} first"))
            .map(|[number, names]| (names, count(number).unwrap())),
        read::<2>(said, &pattern("{} tie for first place for all {}")).and_then(
            |[names, number]| {
                let number = number.strip_suffix(&*pattern(" teamsREST"))?;
                Some((names, count(number)?))
            },
        ),
    ];
    if let Some((names, number)) = both.into_iter().flatten().next() {
        return number == teams && all_put(names);
    }
    ties(counted, said) || split(counted, said)
}

/// `First, ties included: …`
fn ties(counted: &Counted, said: &str) -> bool {
    let Some([whose, parts]) = read::<2>(&format!("{said} "), "First, ties included{}: {} ")
        .map(|[whose, parts]| [whose.to_owned(), parts.to_owned()])
        .or_else(|| {
            let [parts] = read::<1>(said, "First, ties included: {}")?;
            Some([String::new(), parts.to_owned()])
        })
    else {
        return false;
    };
    let teams = counted.teams.len();
    let expected = match counted.rest(teams) {
        "" => whose.is_empty(),
        rest => read::<1>(&whose, &format!(", of the {{}} teams{rest}"))
            .is_some_and(|[number]| count(number) == Some(teams)),
    };
    let (parts, silent) = match parts.split_once("; ") {
        Some((parts, silent)) => (parts.to_owned(), number_of_silent(silent)),
        None => (parts, Some(0)),
    };
    let told = things(&parts).into_iter().map(|part| {
        let [option, number, _] = read::<3>(part, "{} for {} team{}")
            .or_else(|| {
                let [option, number] = read::<2>(part, "{} for {} team")?;
                Some([option, number, ""])
            })
            .unwrap();
        (option.to_owned(), count(number).unwrap())
    });
    let told: Vec<(String, usize)> = told.collect();
    expected
        && is_every_count(counted, &told, silent)
        && counted.firsts().iter().any(|f| f.len() > 1)
}

/// `Two teams choose A, one B and one ranks no option`
fn split(counted: &Counted, said: &str) -> bool {
    let teams = counted.teams.len();
    let (head, parts) = match said.split_once(", ").filter(|_| said.starts_with("Of the ")) {
        Some((head, parts)) => (Some(head), parts),
        None => (None, said),
    };
    let is_right_head = match head {
        None => counted.rest(teams).is_empty(),
        Some(head) => read::<1>(head, "Of the {}").is_some_and(|[rest]| {
            rest.strip_suffix(&format!(" teams{}", counted.rest(teams)))
                .is_some_and(|number| count(number) == Some(teams))
        }),
    };
    let mut told = Vec::new();
    let mut silent = Some(0);
    for part in things(parts) {
        if let Some(number) = number_of_silent(part) {
            silent = Some(number);
            continue;
        }
        let words: Vec<&str> = part.split(' ').collect();
        let verbs = ["team", "teams", "choose", "chooses"];
        let option: Vec<&str> =
            words[1..].iter().copied().filter(|word| !verbs.contains(word)).collect();
        let Some(number) = count(words[0]) else { return false };
        told.push((option.join(" "), number));
    }
    is_right_head
        && is_every_count(counted, &told, silent)
        && counted.firsts().iter().all(|firsts| firsts.len() < 2)
}

fn number_of_silent(part: &str) -> Option<usize> {
    let [number] = read(part, "{} ranks no option").or_else(|| read(part, "{} rank no option"))?;
    count(number)
}

fn is_every_count(counted: &Counted, told: &[(String, usize)], silent: Option<usize>) -> bool {
    let firsts = counted.firsts();
    let mut named: Vec<&String> = firsts.iter().flatten().collect();
    named.sort();
    named.dedup();
    told.len() == named.len()
        && told.iter().all(|(option, number)| counted.count_of(option) == *number && *number > 0)
        && silent == Some(firsts.iter().filter(|firsts| firsts.is_empty()).count())
}

/// `Ts: 1st A and B, 3rd C`, of options that are fully scored or whose rank nothing can change.
fn ranking_of_a_team(counted: &Counted, said: &str) -> bool {
    let Some([team, places]) = read(said, "{}: {}") else { return false };
    let Some((_, numbers)) = counted.teams.iter().find(|(known, _)| known.name == team) else {
        return false;
    };
    let scored: Vec<usize> =
        numbers.options().filter(|option| numbers.total(*option).is_some()).collect();
    if places == "no option ranked" {
        return scored.is_empty();
    }
    let mut told: Vec<(String, usize)> = Vec::new();
    for place in places.replace(" and ", ", ").split(", ") {
        match place.split_once(' ').and_then(|(first, name)| Some((rank(first)?, name))) {
            Some((rank, name)) => told.push((name.to_owned(), rank)),
            None => told.push((place.to_owned(), told.last().unwrap().1)),
        }
    }
    let place = |option: &usize| {
        let name = &counted.scenario.options[*option].name;
        told.iter().find(|(told, _)| told == name).map(|(_, rank)| *rank)
    };
    scored.iter().all(|a| {
        place(a).is_some()
            && scored.iter().all(|b| {
                let of = |option: &usize| numbers.rank_of_scored(*option).unwrap();
                place(a).cmp(&place(b)) == of(a).cmp(&of(b))
            })
    })
}

/// `A: from 1st to 3rd`, where teams are too many for columns.
fn span_of_an_option(counted: &Counted, said: &str) -> bool {
    let Some([option, span]) = read(said, "{}: {}") else { return false };
    let Some(index) = counted.scenario.options.iter().position(|o| o.name == option) else {
        return false;
    };
    let scored = counted.teams.iter().filter(|(_, numbers)| numbers.total(index).is_some()).count();
    let decided = counted.teams.iter().any(|(_, numbers)| numbers.interval(index).is_some());
    let said_of_all = !span.contains("that rank it") && !span.contains("not ranked by all");
    let is_whole = scored == counted.teams.len();
    if decided {
        return counted.teams.len() > 12;
    }
    let ranks = counted.teams.iter().filter_map(|(_, numbers)| numbers.rank_of_scored(index));
    let (best, worst) = (ranks.clone().min(), ranks.max());
    let apart = read::<2>(span.trim_end_matches(", not ranked by all"), "from {} to {}");
    let ends = if let Some([from, to]) = apart {
        (rank(from), rank(to))
    } else {
        let one = rank(span.split(' ').next().unwrap());
        (one, one)
    };
    counted.teams.len() > 12 && is_whole == said_of_all && ends == (best, worst)
}

#[test]
fn the_widest_spread_is_the_widest() {
    let measurer = Measurer::new();
    for_each_document(|scenario| {
        let (counted, results) = (Counted::new(scenario), results(scenario));
        let teams: Vec<TeamShare> =
            results.weighed.iter().map(|team| TeamShare::new(scenario, team, None)).collect();
        let rows = ShareRow::all(scenario, &results);
        let scene = shares(Frame::screen(600.0, &measurer), &teams, rows);
        let said = plain(&scene.heading);
        assert!(spread(&counted, &said), "{said}");
    });
}

fn spread(counted: &Counted, said: &str) -> bool {
    let of = |index: usize| counted.teams.iter().map(move |(_, numbers)| numbers.shares[index]);
    let width = |index: usize| of(index).fold(0.0, f64::max) - of(index).fold(1.0, f64::min);
    let criteria = counted.scenario.criteria.len();
    let widths: Vec<f64> = (0..criteria).map(width).collect();
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let teams = counted.teams.len();
    let points = |text: &str| match text {
        "less than 1 point" => widest < 0.005 + 1e-9 && widest > 1e-9,
        "1 point" => (widest * 100.0 - 1.0).abs() <= 0.5 + 1e-6,
        text => read(text, "{} points").is_some_and(|[number]| {
            number.parse::<f64>().is_ok_and(|n| n > 1.0 && (n - widest * 100.0).abs() <= 0.5 + 1e-6)
        }),
    };
    if let Some([names, by]) = read(said, "The teams differ most on {}, by {}") {
        let most = (0..criteria).filter(|index| widest - widths[*index] <= 1e-9);
        let most: Vec<&String> = most.map(|index| &counted.scenario.criteria[index].name).collect();
        return teams > 1 && names_just(names, &most) && points(by);
    }
    match said {
        "No team’s weights are shown" => teams == 0,
        "One team’s weights, with no other beside them" => teams == 1,
        "There are no criteria to weigh" => teams > 1 && criteria == 0,
        "Both teams weigh alike" => teams == 2 && criteria > 0 && widest <= 1e-9,
        "All teams weigh alike" => teams > 2 && criteria > 0 && widest <= 1e-9,
        _ => false,
    }
}

#[test]
fn why_no_team_counts_is_true() {
    for_each_document(|scenario| {
        let counted = Counted::new(scenario);
        if !counted.teams.is_empty() {
            return;
        }
        let said = text::teams::none_counts(scenario);
        let sealed = scenario.teams.iter().filter(|team| team.opened().is_none()).count();
        let all = scenario.teams.len();
        let holds = match said {
            "No teams yet" => all == 0,
            "The only team is sealed" => (all, sealed) == (1, 1),
            "Both teams are sealed" => (all, sealed) == (2, 2),
            "All teams are sealed" => all > 2 && sealed == all,
            "No team has weighed yet" => all > 0 && sealed == 0,
            "No team that is open has weighed yet" => sealed > 0 && sealed < all,
            _ => false,
        };
        assert!(holds, "{said}");
    });
}
