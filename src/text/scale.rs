//! A criterion's scale in words.

use super::plain;
use crate::model::{Criterion, Goal, Range, ValueFunction};

/// `of 10, low is good`; with the unit where there is one: `of 1000 USD million a year`.
pub fn out_of(criterion: &Criterion) -> String {
    let goal = goal(criterion);
    match criterion.range {
        Range::Fixed(_, max) if criterion.unit.is_empty() => format!("of {}, {goal}", plain(max)),
        _ if criterion.unit.is_empty() => goal.to_owned(),
        _ => format!("{}, {goal}", criterion.unit),
    }
}

/// Which way is good.
pub fn goal(criterion: &Criterion) -> &'static str {
    match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), _) => OWN_CURVE,
        (ValueFunction::Linear, Goal::Maximize) => HIGH_IS_GOOD,
        (ValueFunction::Linear, Goal::Minimize) => LOW_IS_GOOD,
    }
}

/// The same where there is room for a word.
pub fn short_goal(criterion: &Criterion) -> &'static str {
    match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), _) => "own",
        (ValueFunction::Linear, Goal::Maximize) => "high",
        (ValueFunction::Linear, Goal::Minimize) => "low",
    }
}

/// A score and what it means.
pub fn anchor(score: f64, meaning: &str) -> String {
    format!("{}  {meaning}", plain(score))
}

pub const HIGH_IS_GOOD: &str = "high is good";
pub const LOW_IS_GOOD: &str = "low is good";
pub const OWN_CURVE: &str = "own curve";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Hue, NodeId};

    #[test]
    fn the_short_words_for_which_way_is_good_begin_the_long_ones() {
        let known = Criterion::new(NodeId::new("cost").unwrap(), "Cost", Hue::nth(0));
        let own = ValueFunction::Piecewise(vec![(0.0, 0.0), (10.0, 1.0)]);
        let criteria = [
            Criterion { goal: Goal::Maximize, ..known.clone() },
            Criterion { goal: Goal::Minimize, ..known.clone() },
            Criterion { value: own, ..known },
        ];
        let told = criteria.each_ref().map(short_goal);
        assert_eq!(told, ["high", "low", "own"]);
        for (criterion, short) in criteria.iter().zip(told) {
            assert!(goal(criterion).starts_with(&format!("{short} ")), "{short}");
        }
    }
}
