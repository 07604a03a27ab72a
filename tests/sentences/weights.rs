//! What the page of weights says: what weighs most and for whom, and where there is no swing.

use mizan::evaluation::{Evaluation, SwingEnds, Weighting, evaluate, swing_ends};
use mizan::model::{Criterion, Elicitation, Scenario, Team, Tree};
use mizan::text::{self, ShownShares};

use crate::judged::Swings;
use crate::reader::{names_just, plain, read};
use crate::reference::{Reference, State, ends, lists, score, state, uncut, weighed};
use crate::{for_each_judged_document, weightings};

const EQUAL: f64 = 1e-9;

#[test]
fn what_weighs_most_is_said_as_it_is_and_of_whom_it_is() {
    for_each_judged_document(|scenario| {
        for (weighting, team, numbers) in weightings(scenario) {
            let evaluation = evaluate(scenario, &weighting).unwrap();
            let said = plain(&heading(scenario, &weighting, &evaluation));
            let is_so = match team {
                Some(team) => of_team(scenario, &numbers, team, &said),
                None => of_all(scenario, &numbers, &said),
            };
            assert!(is_so, "{said}: {:?}", numbers.shares);
        }
    });
}

fn heading(scenario: &Scenario, weighting: &Weighting, evaluation: &Evaluation) -> String {
    let tree = &Tree::new(&scenario.groups, &scenario.criteria);
    let percents = &text::percents(tree, &evaluation.shares);
    let shares = ShownShares { scenario, tree, evaluation, percents };
    if let Some(team) = weighting.open_team(scenario) {
        return shares.heading_of(team);
    }
    let weighed: Vec<&str> = weighed(scenario).iter().map(|team| team.label()).collect();
    shares.heading_of_all(&weighed)
}

fn of_team(scenario: &Scenario, numbers: &Reference, team: &Team, said: &str) -> bool {
    let name = team.label();
    match state(scenario, team) {
        State::Sealed => false,
        State::NotYet => said == format!("No weights from {name} yet"),
        State::AtWork => {
            said == format!("{name}: something has to weigh more than 0")
                || read(said, "{}: {} of {} given").is_some_and(|[whose, given, of]| {
                    let [given, of] = [given, of].map(|count| count.parse::<usize>().unwrap());
                    whose == name && 0 < given && given < of
                })
        }
        State::Done => {
            let (said, other) = match read(said, "{}; {} has the most points, for a longer swing") {
                Some([said, other]) => (said, Some(other)),
                None => (said, None),
            };
            most(scenario, numbers, &format!("for {name}"), said)
                && is_longer_swing(scenario, numbers, team, other)
        }
    }
}

fn of_all(scenario: &Scenario, numbers: &Reference, said: &str) -> bool {
    let (weighed, teams) = (weighed(scenario), scenario.teams.len());
    let alike = match numbers.shares.as_slice() {
        [first, rest @ ..] if rest.iter().all(|share| (share - first).abs() < EQUAL) => {
            "all criteria weigh the same"
        }
        _ => "what stands in one list weighs the same",
    };
    let whose = match weighed.as_slice() {
        [only] if teams == 1 => format!("for {}, the only team", only.label()),
        [only] => format!("for {}, the only team whose weights count so far", only.label()),
        all if all.len() == teams => format!("in the mean of all {teams} teams"),
        some => format!("in the mean of the {} of {teams} teams that count so far", some.len()),
    };
    match (numbers.shares.len(), teams, weighed.len()) {
        (0 | 1, ..) => most(scenario, numbers, &whose, said),
        (_, 0, _) => said == format!("There are no teams: {alike}"),
        (_, _, 0) => said == format!("No team’s weights count yet: {alike}"),
        _ => most(scenario, numbers, &whose, said),
    }
}

/// The criteria that weigh most, by index.
fn heaviest(numbers: &Reference) -> Vec<usize> {
    let most = numbers.shares.iter().copied().fold(0.0, f64::max);
    (0..numbers.shares.len()).filter(|index| most - numbers.shares[*index] < 1e-7).collect()
}

fn most(scenario: &Scenario, numbers: &Reference, whose: &str, said: &str) -> bool {
    let heaviest = heaviest(numbers);
    let names: Vec<&String> =
        heaviest.iter().map(|index| &scenario.criteria[*index].name).collect();
    let all = numbers.shares.len();
    let is_share = |shown: &str| {
        let shown: f64 = shown.parse().unwrap();
        // Shares are rounded so that they sum to a hundred.
        (shown - numbers.shares[heaviest[0]] * 100.0).abs() < 1.0 + 1e-6
    };
    if said == "There is nothing to weigh yet" {
        return all == 0;
    }
    if let Some([name]) = read(said, "{} is the only criterion") {
        return all == 1 && names == [name];
    }
    if let Some([name]) = read(said, &format!("{{}} has all the weight {whose}")) {
        return all > 1 && names == [name] && numbers.shares[heaviest[0]] > 1.0 - EQUAL;
    }
    if let Some([name, share]) = read(said, &format!("{{}} weighs most {whose}: {{}} %")) {
        return all > 1 && names == [name] && is_share(share);
    }
    if let Some([several, share]) = read(said, &format!("{{}} weigh most {whose}: {{}} % each")) {
        return names.len() < all && names_just(several, &names) && is_share(share);
    }
    let pattern = format!("All criteria weigh the same {whose}: {{}} % each");
    read(said, &pattern).is_some_and(|[share]| all > 1 && names.len() == all && is_share(share))
}

/// Whether it is right to say that another criterion beside the heaviest has the most points, for a
/// longer swing, or not to say it.
fn is_longer_swing(
    scenario: &Scenario,
    numbers: &Reference,
    team: &Team,
    said: Option<&str>,
) -> bool {
    let judgement = &team.opened().unwrap().judgement;
    let (Elicitation::Swing(_), Some(first)) =
        (&judgement.elicitation, heaviest(numbers).first().copied())
    else {
        return said.is_none();
    };
    let swings = Swings::new(scenario, judgement);
    let own = &scenario.criteria[first].id;
    let lists = lists(scenario);
    let (_, beside) = lists.iter().find(|(_, members)| members.contains(own)).unwrap();
    let counts = |criterion: &&Criterion| {
        beside.contains(&criterion.id) && swings.difference(&criterion.id) > 0.0
    };
    let points = |criterion: &Criterion| swings.points(&criterion.id).unwrap_or(0.0);
    let all: Vec<&Criterion> = scenario.criteria.iter().filter(counts).collect();
    let most = all.iter().map(|criterion| points(criterion)).fold(0.0, f64::max);
    let Some(said) = said else { return swings.points(own).is_none_or(|own| most <= own) };
    let other = all.iter().find(|criterion| criterion.label() == said);
    other.is_some_and(|other| {
        points(other) >= most
            && points(other) > swings.points(own).unwrap_or(0.0)
            && swings.difference(&other.id) > swings.difference(own)
    })
}

#[test]
fn there_is_no_swing_where_and_for_whom_that_is_said() {
    for_each_judged_document(|scenario| {
        for (weighting, team, numbers) in weightings(scenario).into_iter().take(3) {
            let evaluation = evaluate(scenario, &weighting).unwrap();
            let found = swing_ends(scenario, &evaluation);
            for (index, found) in found.iter().enumerate() {
                let Some(found) = found else { continue };
                let said = text::weights::no_swing(found);
                let is_so = swing(scenario, team, &numbers, (index, found), said.as_deref());
                assert!(is_so, "{said:?} of {}", scenario.criteria[index].id);
            }
        }
    });
}

fn swing(
    scenario: &Scenario,
    team: Option<&Team>,
    numbers: &Reference,
    (index, found): (usize, &SwingEnds),
    said: Option<&str>,
) -> bool {
    let criterion = &scenario.criteria[index];
    let worth = |score: f64| uncut(criterion, ends(scenario, index), score).clamp(0.0, 1.0);
    let Some(said) = said else {
        return worth(found.best.score) > worth(found.worst.score) + EQUAL;
    };
    if said == "every score is worth the same: there is no swing" {
        return (0..=40).all(|part| (worth(f64::from(part) / 4.0) - worth(0.0)).abs() <= EQUAL);
    }
    let Some([shown, whom]) = read(said, "{} for {}: there is no swing") else { return false };
    let kept: Vec<usize> = numbers.options().filter(|at| !numbers.is_ruled_out(*at)).collect();
    let scores: Vec<f64> =
        kept.iter().filter_map(|option| score(scenario, team, *option, index)).collect();
    let that = match (scores.len() < kept.len(), kept.len() < scenario.options.len()) {
        (false, false) => "",
        (false, true) => " that isn’t ruled out",
        (true, false) => " that is scored",
        (true, true) => " that is scored and isn’t ruled out",
    };
    let all = if scores.len() == 1 { "the only" } else { "every" };
    let shown: f64 = shown.parse().unwrap();
    whom == format!("{all} option{that}") && scores.iter().all(|score| *score == shown)
}
