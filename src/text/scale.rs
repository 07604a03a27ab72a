//! A criterion's scale in words.

use super::plain;
use crate::model::{Criterion, Goal, Range, ValueFunction};

/// `of 10, low is good`; with the unit where there is one: `of 1000 USD million a year`.
pub fn out_of(criterion: &Criterion) -> String {
    let goal = match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), _) => OWN_CURVE,
        (ValueFunction::Linear, Goal::Maximize) => HIGH_IS_GOOD,
        (ValueFunction::Linear, Goal::Minimize) => LOW_IS_GOOD,
    };
    match criterion.range {
        Range::Fixed(_, max) if criterion.unit.is_empty() => format!("of {}, {goal}", plain(max)),
        _ if criterion.unit.is_empty() => goal.to_owned(),
        _ => format!("{}, {goal}", criterion.unit),
    }
}

pub const HIGH_IS_GOOD: &str = "high is good";
pub const LOW_IS_GOOD: &str = "low is good";
pub const OWN_CURVE: &str = "own curve";
