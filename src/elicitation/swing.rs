//! Swing weights: points for the swing from worst to best, divided by the difference in value that
//! the swing makes.

use super::{Swing, scale_swing};
use crate::analysis::{Problem, Scale, is_tied};
use crate::model::{Judgement, Scenario};

/// Each criterion's Δv: the difference in present value, not cut, between the two scores that the
/// swing was weighed with, or between the ends of the scale where none were noted. On a piecewise
/// scale values that tie make none: mirrored places of an ideal band, worth the same, differ in the
/// last bit, and points divided by that would outweigh all others.
pub fn value_differences(
    scenario: &Scenario,
    problem: &Problem,
    judgement: &Judgement,
) -> Vec<f64> {
    let criteria = scenario.criteria.iter().enumerate().zip(&problem.scales);
    criteria
        .map(|((index, criterion), scale)| {
            let weighed = judgement.weighed_ranges.get(&criterion.id).copied();
            let of_scale = || scale_swing(criterion, problem, index);
            let swing = weighed.map(|(worst, best)| Swing { worst, best }).or_else(of_scale);
            let values =
                swing.map(|ends| (scale.uncut_value(ends.worst), scale.uncut_value(ends.best)));
            let told = values.filter(|(worst, best)| {
                !(matches!(scale, Scale::Points(_)) && is_tied(*worst, *best))
            });
            told.map_or(0.0, |(worst, best)| best - worst)
        })
        .collect()
}

/// What a list's points weigh once divided by the differences in value, up to a common factor; none
/// where a sibling has none or its swing is worth nothing.
pub fn weights(points: &[Option<f64>], differences: &[f64]) -> Vec<Option<f64>> {
    // Measured against the smallest difference, no quotient can overflow.
    let worth = |difference: f64| (difference > 0.0).then_some(difference.min(f64::MAX));
    let judged = points.iter().zip(differences).filter(|(points, _)| points.is_some());
    let smallest = judged.filter_map(|(_, difference)| worth(*difference)).fold(f64::MAX, f64::min);
    let weight = |(points, difference): (&Option<f64>, &f64)| {
        Some((*points)? * (smallest / worth(*difference)?))
    };
    points.iter().zip(differences).map(weight).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_divided_by_the_value_of_the_swing() {
        assert_eq!(
            weights(&[Some(100.0), Some(50.0), None, Some(30.0)], &[1.0, 0.25, 0.5, 0.0]),
            [Some(25.0), Some(50.0), None, None]
        );
        assert_eq!(
            weights(&[Some(100.0), Some(1.0)], &[5e-324, f64::MAX]),
            [Some(100.0), Some(0.0)]
        );
    }
}
