//! A criterion's scale in words.

use super::{label, plain};
use crate::model::{Criterion, Goal, Range, ValueFunction};

/// `of 10, low is good`; with the unit where there is one: `of 1000 USD million a year`.
pub fn out_of(criterion: &Criterion) -> String {
    let goal = match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), _) => label::OWN_CURVE,
        (ValueFunction::Linear, Goal::Maximize) => label::HIGH_IS_GOOD,
        (ValueFunction::Linear, Goal::Minimize) => label::LOW_IS_GOOD,
    };
    match criterion.range {
        Range::Fixed(_, max) if criterion.unit.is_empty() => format!("of {}, {goal}", plain(max)),
        _ if criterion.unit.is_empty() => goal.to_owned(),
        _ => format!("{}, {goal}", criterion.unit),
    }
}
