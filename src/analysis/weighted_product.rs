//! The weighted product, U = Π r^w: each score as a part of the best, to the power of its share.

use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::{Ends, Scored};
use crate::model::Goal;

/// Ranks by the product. r = x/max where high is good, min/x where low is; a score that isn't above
/// zero bars the method.
pub(super) fn rank(scored: &Scored, shares: &[f64]) -> MethodRanking {
    let barred = barred(scored);
    if !barred.is_empty() {
        return MethodRanking { barred, ..MethodRanking::default() };
    }
    let mut products = vec![(1.0, Parts::None); scored.count()];
    for ((criterion, column), share) in scored.columns().zip(shares) {
        let best = Ends::of(criterion, column).best;
        for ((product, _), score) in products.iter_mut().zip(column) {
            let ratio = match criterion.goal {
                Goal::Maximize => score / best,
                Goal::Minimize => best / score,
            };
            *product *= ratio.powf(*share);
        }
    }
    MethodRanking::of(scored, &products, Better::Higher)
}

/// The cells (option, criterion) whose score isn't above zero, option by option.
fn barred(scored: &Scored) -> Vec<(usize, usize)> {
    let cells = scored.columns().enumerate().flat_map(|(criterion, (_, column))| {
        scored
            .options
            .iter()
            .zip(column)
            .filter(|(_, score)| **score <= 0.0)
            .map(move |(option, _)| (*option, criterion))
    });
    let mut cells: Vec<(usize, usize)> = cells.collect();
    cells.sort_unstable();
    cells
}
