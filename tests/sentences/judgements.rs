//! What is to check of judgements by swings and pairs, and of value functions.

use mizan::model::{Elicitation, Goal, Judgement, NodeId, Scenario, ValueFunction};

use crate::judged::{Compared, Swings};
use crate::reader::read;
use crate::reference::{ends, lists, uncut};

/// Whether what is said holds; none where it is of something else.
pub fn holds(scenario: &Scenario, said: &str) -> Option<bool> {
    let pattern = "The points from {} for {} are ignored: the ends of that swing are worth the \
                   same, or the wrong way round. Weigh it again.";
    if let Some([team, node]) = read(said, pattern) {
        let swings = Swings::new(scenario, judgement(scenario, team));
        let node = node_of(scenario, node);
        return Some(swings.points(&node).is_some() && swings.difference(&node) <= 1e-9);
    }
    let pattern = "{} weighed {} from {} to {}; {}. Look at that weight again.";
    if let Some([team, criterion, worst, best, now]) = read(said, pattern) {
        return Some(is_stale(scenario, (team, criterion), [worst, best], now));
    }
    let pattern = "The value function of {} turns against its goal somewhere: right for an ideal \
                   band, else a slip.";
    if let Some([criterion]) = read(said, pattern) {
        return Some(turns(scenario, index_of(scenario, criterion)));
    }
    let pattern = "The comparisons of {} contradict one another: consistency ratio {}, where up to \
                   0.10 is usual.";
    if let Some([team, ratio]) = read(said, pattern) {
        return Some(is_inconsistent(scenario, team, ratio));
    }
    let [team, ratio, mend] = read(said, &format!("{pattern} {{}}"))?;
    Some(is_inconsistent(scenario, team, ratio) && is_mend(scenario, team, mend))
}

fn judgement<'a>(scenario: &'a Scenario, team: &str) -> &'a Judgement {
    let team = scenario.teams.iter().find(|known| known.name == team).unwrap();
    &team.opened().unwrap().judgement
}

fn node_of(scenario: &Scenario, name: &str) -> NodeId {
    let criterion = scenario.criteria.iter().find(|known| known.name == name).map(|it| &it.id);
    let group = || scenario.groups.iter().find(|known| known.name == name).map(|it| &it.id);
    criterion.or_else(group).unwrap().clone()
}

fn index_of(scenario: &Scenario, name: &str) -> usize {
    scenario.criteria.iter().position(|known| known.name == name).unwrap()
}

fn is_stale(
    scenario: &Scenario,
    (team, criterion): (&str, &str),
    then: [&str; 2],
    now: &str,
) -> bool {
    let index = index_of(scenario, criterion);
    let [worst, best] = then.map(|end| end.parse::<f64>().unwrap());
    let ranges = &judgement(scenario, team).weighed_ranges;
    if ranges.get(&scenario.criteria[index].id) != Some(&(worst, best)) {
        return false;
    }
    let Some([from, to]) = read(now, "its scale now runs from {} to {}") else {
        return now == "now nothing is scored there" && ends(scenario, index).is_none();
    };
    let [from, to] = [from, to].map(|end| end.parse::<f64>().unwrap());
    let value = |score: f64| uncut(&scenario.criteria[index], ends(scenario, index), score);
    let is_end = |end: f64, is_beyond: fn(f64, f64) -> bool| {
        (0..=40).all(|part| !is_beyond(value(f64::from(part) / 4.0).clamp(0.0, 1.0), end))
    };
    (from, to) != (worst, best)
        && is_end(value(from), |other, least| other < least - 1e-9)
        && is_end(value(to), |other, most| other > most + 1e-9)
}

fn turns(scenario: &Scenario, index: usize) -> bool {
    let criterion = &scenario.criteria[index];
    let ValueFunction::Piecewise(points) = &criterion.value else { return false };
    let is_wrong = |pair: &[(f64, f64)]| match criterion.goal {
        Goal::Maximize => pair[1].1 < pair[0].1,
        Goal::Minimize => pair[1].1 > pair[0].1,
    };
    points.windows(2).any(is_wrong)
}

/// What a team compared at the top of the tree.
fn compared(scenario: &Scenario, team: &str) -> Compared {
    let Elicitation::Pairwise(pairs) = &judgement(scenario, team).elicitation else {
        panic!("{team} compared nothing")
    };
    let lists = lists(scenario);
    let (_, top) = lists.iter().find(|(parent, _)| parent.is_none()).unwrap();
    Compared::new(pairs, top)
}

/// Whether a ratio is shown as it is, and on its own side of what is usual.
fn is_ratio(shown: &str, ratio: f64) -> bool {
    let Ok(shown) = shown.parse::<f64>() else {
        return shown == "just above 0.10" && ratio > 0.10 && ratio < 0.100_001;
    };
    (shown - ratio).abs() <= 0.005 + 1e-6 && (shown <= 0.10) == (ratio <= 0.10)
}

fn is_inconsistent(scenario: &Scenario, team: &str, shown: &str) -> bool {
    let ratio = compared(scenario, team).consistency_ratio();
    ratio > 0.10 && is_ratio(shown, ratio)
}

/// Whether comparing two things anew leaves the ratio that is said to be left.
fn is_mend(scenario: &Scenario, team: &str, said: &str) -> bool {
    let agrees = read(said, "They would agree if {}: the ratio would then be {}.");
    let short = || read(said, "If {}, the ratio would then be {}, still above 0.10.");
    let Some([anew, left]) = agrees.or_else(short) else { return false };
    let unequal = read(anew, "{} were {} times as important as {}");
    let (more, less, times) = if let Some([more, times, less]) = unequal {
        (more, less, times.parse().unwrap())
    } else {
        let [more, less] = read(anew, "{} and {} were equally important").unwrap();
        (more, less, 1.0)
    };
    let [more, less] = [more, less].map(|name| node_of(scenario, name));
    let ratio = compared(scenario, team).with(&more, &less, times).consistency_ratio();
    is_ratio(left, ratio) && agrees.is_some() == (ratio <= 0.10)
}
