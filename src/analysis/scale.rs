//! From a score to a value in 0..1, 1 best: a criterion's value function over its range.

use crate::model::{Criterion, Goal, Range, ValueFunction};

/// A criterion's value function with its range resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// Straight from the worst score (value 0) to the best (value 1).
    Straight { worst: f64, best: f64 },
    /// Straight between points (x, v), x rising; the end values outside.
    Points(Vec<(f64, f64)>),
    /// A constant column, at its score, or one without scores: value 1 for all.
    Constant(Option<f64>),
}

impl Scale {
    /// The scale of a criterion. `observed` gives the extremes of its scores, where the range asks
    /// for them.
    pub fn of(criterion: &Criterion, observed: impl FnOnce() -> Option<(f64, f64)>) -> Self {
        if let ValueFunction::Piecewise(points) = &criterion.value {
            return Self::Points(points.clone());
        }
        let (min, max) = match criterion.range {
            Range::Fixed(min, max) => (min, max),
            Range::Observed => match observed() {
                Some((min, max)) if min < max => (min, max),
                found => return Self::Constant(found.map(|(only, _)| only)),
            },
        };
        match criterion.goal {
            Goal::Maximize => Self::Straight { worst: min, best: max },
            Goal::Minimize => Self::Straight { worst: max, best: min },
        }
    }

    /// The value of a score, cut at 0 and 1.
    pub fn value(&self, score: f64) -> f64 {
        self.uncut_value(score).clamp(0.0, 1.0)
    }

    /// The value of a score, not cut: below 0 or above 1 beyond the ends of a straight scale.
    pub fn uncut_value(&self, score: f64) -> f64 {
        match self {
            Self::Straight { worst, best } => straight(*worst, *best, score),
            Self::Points(points) => between(points, score),
            Self::Constant(_) => 1.0,
        }
    }

    /// The least and the greatest value that any score can have.
    pub fn extent(&self) -> (f64, f64) {
        match self {
            Self::Straight { .. } => (0.0, 1.0),
            Self::Points(points) => points.iter().fold((1.0, 0.0), |(least, greatest), (_, v)| {
                (f64::min(least, *v), f64::max(greatest, *v))
            }),
            Self::Constant(_) => (1.0, 1.0),
        }
    }

    /// The least and the greatest score of the criterion's range; none where that is a single
    /// point.
    pub fn range(&self, criterion: &Criterion) -> Option<(f64, f64)> {
        match (criterion.range, self) {
            (Range::Fixed(min, max), _) => Some((min, max)),
            (Range::Observed, Self::Straight { worst, best }) => {
                Some((worst.min(*best), worst.max(*best)))
            }
            (Range::Observed, Self::Points(points)) => Some((points.first()?.0, points.last()?.0)),
            (Range::Observed, Self::Constant(_)) => None,
        }
    }

    /// The end that a score beyond it counts as; none where it lies within.
    pub fn cut(&self, score: f64) -> Option<f64> {
        let end = match self {
            Self::Straight { worst, best } => score.clamp(worst.min(*best), worst.max(*best)),
            Self::Constant(only) => (*only)?,
            Self::Points(_) => return None,
        };
        (end != score).then_some(end)
    }
}

/// Whether the ends of a criterion's scale are those of its scores, so that a score can move them.
/// The points of a value function are its range whatever is observed.
pub(super) fn moves_with_scores(criterion: &Criterion) -> bool {
    criterion.range == Range::Observed && criterion.value == ValueFunction::Linear
}

/// Where `score` lies between worst and best. Ends as far apart as numbers go are halved first, so
/// that nothing overflows.
fn straight(worst: f64, best: f64, score: f64) -> f64 {
    let span = best - worst;
    let place = if span.is_finite() {
        (score - worst) / span
    } else {
        (score / 2.0 - worst / 2.0) / (best / 2.0 - worst / 2.0)
    };
    // The worst of a falling scale is minus zero, which would be shown as such.
    place + 0.0
}

fn between(points: &[(f64, f64)], score: f64) -> f64 {
    let after = points.partition_point(|(x, _)| *x <= score);
    let before = after.checked_sub(1).and_then(|before| points.get(before));
    match (before, points.get(after)) {
        (Some((x0, v0)), Some((x1, v1))) => v0 + (v1 - v0) * straight(*x0, *x1, score),
        (Some((_, v)), None) | (None, Some((_, v))) => *v,
        (None, None) => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_scales_cut_at_their_ends_and_turn_with_the_goal() {
        let rising = Scale::Straight { worst: 0.0, best: 10.0 };
        let falling = Scale::Straight { worst: 10.0, best: 0.0 };
        assert_eq!(
            [-5.0, 0.0, 2.5, 10.0, 20.0].map(|x| rising.value(x)),
            [0.0, 0.0, 0.25, 1.0, 1.0]
        );
        assert_eq!([0.0, 2.5, 10.0].map(|x| falling.value(x)), [1.0, 0.75, 0.0]);
        assert_eq!(
            (rising.uncut_value(20.0), rising.cut(20.0), rising.cut(10.0)),
            (2.0, Some(10.0), None)
        );
    }

    #[test]
    fn in_a_constant_column_every_other_score_is_cut_and_counts_as_much() {
        let constant = Scale::Constant(Some(100.0));
        assert_eq!([99.9, 100.0, 500.0].map(|x| constant.value(x)), [1.0; 3]);
        assert_eq!([99.9, 100.0, 500.0].map(|x| constant.cut(x)), [Some(100.0), None, Some(100.0)]);
        assert_eq!(Scale::Constant(None).cut(500.0), None, "there is nothing to count as");
    }

    #[test]
    fn points_hold_their_end_values_outside() {
        let points = Scale::Points(vec![(2.0, 0.25), (4.0, 1.0), (8.0, 0.5)]);
        assert_eq!(
            [0.0, 2.0, 3.0, 4.0, 6.0, 8.0, 99.0].map(|x| points.value(x)),
            [0.25, 0.25, 0.625, 1.0, 0.75, 0.5, 0.5]
        );
        assert_eq!(points.extent(), (0.25, 1.0));
    }

    #[test]
    fn the_widest_range_there_is_stays_finite() {
        let scale = Scale::Straight { worst: -f64::MAX, best: f64::MAX };
        assert_eq!([-f64::MAX, 0.0, f64::MAX].map(|x| scale.value(x)), [0.0, 0.5, 1.0]);
    }
}
