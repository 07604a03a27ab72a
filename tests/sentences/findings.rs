//! What is to check.

use mizan::evaluation::{Evaluations, all_findings};
use mizan::model::{Scenario, Team};
use mizan::text;

use crate::reader::{plain, read, things};
use crate::reference::{Reference, State, extremes, state};
use crate::{for_each_document, for_each_judged_document, judgements, weightings};

#[test]
fn every_finding_is_true_and_told_once() {
    for_each_document(are_true);
}

#[test]
fn every_finding_on_judgements_and_curves_is_true_and_told_once() {
    for_each_judged_document(are_true);
}

fn are_true(scenario: &Scenario) {
    let found = all_findings(&Evaluations::from(scenario));
    let said: Vec<String> =
        found.iter().map(|finding| plain(&text::finding(scenario, finding))).collect();
    for (place, sentence) in said.iter().enumerate() {
        assert!(holds(scenario, sentence), "{sentence}");
        assert!(!said[..place].contains(sentence), "twice: {sentence}");
    }
}

fn has_team(scenario: &Scenario, name: &str, states: &[State]) -> bool {
    let team = scenario.teams.iter().find(|team| team.name == name);
    team.is_some_and(|team| states.contains(&state(scenario, team)))
}

fn holds(scenario: &Scenario, said: &str) -> bool {
    let pattern = "The weights from {} are still to come: the mean goes without them, and what is \
                   open counts alike in its own view.";
    if let Some([team]) = read(said, pattern) {
        return has_team(scenario, team, &[State::NotYet, State::AtWork]);
    }
    let pattern = "No weight from {} for {} yet, though there is one beside it: its share is 0, and \
                   the mean goes without {} until it is given.";
    if let Some([team, node, again]) = read(said, pattern) {
        return team == again
            && has_team(scenario, team, &[State::AtWork])
            && has_no_share(scenario, team, node);
    }
    if let Some([option, rest]) = read(said, "{} is not fully scored and could still be first{}.") {
        return may_be_first(scenario, option, rest);
    }
    if let Some([rest]) = read(said, "No option can be ranked: {}.") {
        return weightings(scenario).iter().all(|(.., numbers)| is_unranked(numbers, rest));
    }
    if let Some([whose, rest]) = read(said, "By {} no option can be ranked: {}.") {
        let is_so = |whose: &str| {
            let numbers = match read(whose, "the scores of {}") {
                Some([team]) => {
                    let team = scenario.teams.iter().find(|known| known.name == team).unwrap();
                    Reference::of_team(scenario, team)
                }
                None => Reference::of_mean(scenario),
            };
            is_unranked(&numbers, rest)
        };
        return things(whose).into_iter().filter(|whose| !whose.ends_with(" more")).all(is_so);
    }
    let pattern = "By {} all options that aren't ruled out are worth the same on {}: it adds the \
                   same to each of their totals.";
    if let Some([whose, criterion]) = read(said, pattern) {
        return makes_no_difference(scenario, whose, criterion);
    }
    let pattern = "{}: {} lies beyond the observed range and counts as {}.";
    if let Some([cell, score, end]) = read(said, pattern) {
        return is_cut(scenario, cell, [score, end]);
    }
    if let Some(is_so) = judgements::holds(scenario, said) {
        return is_so;
    }
    let pattern = "Every team of the mean scores {} on {} in its own way: the base score there, which \
                   the mean uses, is nobody’s.";
    if let Some([option, criterion]) = read(said, pattern) {
        return is_nobodys(scenario, option, criterion);
    }
    match said {
        "There are no criteria yet: add one." | "No option can be ranked without a criterion." => {
            scenario.criteria.is_empty()
        }
        "There are no options yet: add one." => scenario.options.is_empty(),
        _ => false,
    }
}

/// Whether every team that counts has its own score of a cell.
fn is_nobodys(scenario: &Scenario, option: &str, criterion: &str) -> bool {
    let teams = crate::reference::weighed(scenario);
    let option = scenario.options.iter().find(|known| known.name == option).unwrap();
    let criterion = scenario.criteria.iter().find(|known| known.name == criterion).unwrap();
    let has_own =
        |team: &&Team| team.opened().unwrap().scores.get(&option.id, &criterion.id).is_some();
    !teams.is_empty() && teams.iter().all(has_own)
}

/// A score beyond the extremes of those that make the scale counts as the nearer of them.
fn is_cut(scenario: &Scenario, cell: &str, numbers: [&str; 2]) -> bool {
    let (cell, team) = match read(cell, "{}, as scored by {}") {
        Some([cell, team]) => (cell, Some(team)),
        None => (cell, None),
    };
    let [option, criterion] = read(cell, "{} on {}").unwrap();
    let team = team.map(|name| scenario.teams.iter().find(|team| team.name == name).unwrap());
    let option = scenario.options.iter().position(|known| known.name == option).unwrap();
    let criterion = scenario.criteria.iter().position(|known| known.name == criterion).unwrap();
    let [score, end] = numbers.map(|number| number.parse::<f64>().unwrap());
    let stands = crate::reference::score(scenario, team.map(AsRef::as_ref), option, criterion);
    let (low, high) = extremes(scenario, criterion).unwrap();
    stands == Some(score) && score != end && end == score.clamp(low, high)
}

/// Of a criterion; a group's isn't computed here.
fn has_no_share(scenario: &Scenario, team: &str, node: &str) -> bool {
    let team = scenario.teams.iter().find(|known| known.name == team).unwrap();
    let index = scenario.criteria.iter().position(|known| known.name == node);
    index.is_none_or(|index| Reference::of_team(scenario, team).shares[index] == 0.0)
}

fn is_unranked(numbers: &Reference, counts: &str) -> bool {
    let out = numbers.options().filter(|option| numbers.is_ruled_out(*option)).count();
    let open = numbers.options().filter(|option| numbers.interval(*option).is_some()).count();
    let told = |what: &str| {
        let part = things(counts).into_iter().find(|part| part.ends_with(what))?;
        part.split(' ').next()?.parse::<usize>().ok()
    };
    numbers.best().is_none()
        && told("ruled out by a must-have").unwrap_or(0) == out
        && told("not fully scored").unwrap_or(0) == open
}

fn may_be_first(scenario: &Scenario, option: &str, said: &str) -> bool {
    let option = scenario.options.iter().position(|known| known.name == option).unwrap();
    let is_so = |whose: &str, high: &str, best: &str| {
        let numbers = match read(whose, "under the weights of {}") {
            Some([team]) => {
                let team = scenario.teams.iter().find(|known| known.name == team).unwrap();
                Reference::of_team(scenario, team)
            }
            None => Reference::of_mean(scenario),
        };
        numbers.may_be_first().contains(&option)
            && crate::reader::is_hundredths(high, numbers.interval(option).unwrap().1)
            && crate::reader::is_hundredths(best, numbers.best().unwrap())
    };
    let of_one = ": its weighted sum could be up to {}, where the best is {}";
    if let Some([high, best]) = read(said, of_one) {
        return is_so("", high, best);
    }
    if let Some([whose, high, best]) = read(said, &format!(" {{}}{of_one}")) {
        return is_so(whose, high, best);
    }
    let each = said.trim().replace(" and under ", ", under ").replace(" and ", ", ");
    let each = each.split("), ").filter(|part| !part.ends_with(" more"));
    each.map(|part| format!("{})", part.trim_end_matches(')'))).all(|part| {
        read(&part, "{} (up to {}, where the best is {})")
            .is_some_and(|[whose, high, best]| is_so(whose, high, best))
    })
}

fn makes_no_difference(scenario: &Scenario, whose: &str, criterion: &str) -> bool {
    let numbers = match read(whose, "the scores of {}") {
        Some([team]) => {
            let team = scenario.teams.iter().find(|known| known.name == team).unwrap();
            Reference::of_team(scenario, team)
        }
        None => Reference::of_mean(scenario),
    };
    let index = scenario.criteria.iter().position(|known| known.name == criterion).unwrap();
    let kept = numbers.options().filter(|option| !numbers.is_ruled_out(*option));
    let values: Vec<Option<f64>> = kept.map(|option| numbers.values[option][index]).collect();
    let first = values.first().copied().flatten();
    first.is_some_and(|first| {
        values.iter().all(|value| value.is_some_and(|value| (value - first).abs() <= 1e-9))
    })
}
