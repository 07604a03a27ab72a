//! The weighted product, U = Π r^w: each score as a part of the best, to the power of its share.

use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::Scored;
use crate::model::Goal;

/// Ranks by the product. r = x/max where high is good, min/x where low is; a score that isn't above zero bars the method.
pub(super) fn rank(scored: &Scored, shares: &[f64]) -> MethodRanking {
    let barred: Vec<(usize, usize)> = barred(scored);
    if !barred.is_empty() {
        return MethodRanking { barred, ..MethodRanking::default() };
    }
    let ends = scored.ends();
    let factor = |((score, ends), (goal, share)): ((&f64, &crate::analysis::Ends), (Goal, &f64))| match goal {
        Goal::Maximize => (score / ends.best).powf(*share),
        Goal::Minimize => (ends.best / score).powf(*share),
    };
    let goals = scored.criteria.iter().map(|criterion| criterion.goal);
    let product = |row: &[f64]| row.iter().zip(&ends).zip(goals.clone().zip(shares)).map(factor).product();
    let totals: Vec<(f64, Parts)> = scored.rows().map(|row| (product(row), Parts::None)).collect();
    MethodRanking::of(scored, &totals, Better::Higher)
}

fn barred(scored: &Scored) -> Vec<(usize, usize)> {
    let rows = scored.options.iter().zip(scored.rows());
    let cells = rows.flat_map(|(option, row)| row.iter().enumerate().map(move |(criterion, score)| (*option, criterion, *score)));
    cells.filter(|(.., score)| *score <= 0.0).map(|(option, criterion, _)| (option, criterion)).collect()
}
