//! The swing that points are asked for: from the worst end of a criterion's scale to its best.

use crate::analysis::{Problem, Scale, is_better};
use crate::model::{Criterion, NodeId, Range, Scenario};

/// The two scores between which a swing runs, in the criterion's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    pub worst: f64,
    pub best: f64,
}

/// The swing between the ends of a criterion's scale (METHODS.md, `swing`): a fixed range's by the
/// goal; those of an observed one, which are scores of the worst and the best option; a piecewise
/// scale's where its value is least and greatest. On a constant column both ends are its score,
/// whoever scores otherwise.
/// None where the scale is to be made of scores and there are none.
pub fn scale_swing(criterion: &Criterion, problem: &Problem, index: usize) -> Option<Swing> {
    match problem.scales.get(index)? {
        Scale::Straight { worst, best } => Some(Swing { worst: *worst, best: *best }),
        Scale::Points(points) => piecewise(criterion.range, points, problem.scales.get(index)?),
        Scale::Constant(only) => only.map(|only| Swing { worst: only, best: only }),
    }
}

/// The swing of every criterion that has one to be weighed, in document order: what
/// `weighed_ranges` keeps when a team weighs. On a constant column there is none yet: points given
/// there are for the ends that the scale will have.
pub fn scale_swings(scenario: &Scenario, problem: &Problem) -> Vec<(NodeId, Swing)> {
    let criteria = scenario.criteria.iter().enumerate();
    let swing = |(index, criterion): (usize, &Criterion)| {
        let swing = scale_swing(criterion, problem, index)?;
        (swing.worst != swing.best).then(|| (criterion.id.clone(), swing))
    };
    criteria.filter_map(swing).collect()
}

/// The lowest score with the least value and the lowest with the greatest, within a fixed range.
/// Straight between its points, a piecewise value has them at a point or at an end of the range.
fn piecewise(range: Range, points: &[(f64, f64)], scale: &Scale) -> Option<Swing> {
    let inner = points.iter().map(|(score, _)| *score);
    let scores: Vec<f64> = match range {
        Range::Fixed(min, max) => {
            let inner = inner.filter(|score| min < *score && *score < max);
            std::iter::once(min).chain(inner).chain([max]).collect()
        }
        Range::Observed => inner.collect(),
    };
    let lowest = |is_further: fn(f64, f64) -> bool| {
        scores.iter().copied().reduce(|found, score| {
            if is_further(scale.value(score), scale.value(found)) { score } else { found }
        })
    };
    Some(Swing { worst: lowest(|a, b| is_better(b, a))?, best: lowest(is_better)? })
}
