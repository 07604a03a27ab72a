//! TOPSIS (Hwang and Yoon 1981): how near each option is to an ideal of the best scores, and how far from the anti-ideal of the worst.
//!
//! By vector normalisation, which divides a column by its length: a change of a unit's zero point changes the result.

use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::Scored;

/// Ranks by closeness, d⁻/(d⁻ + d⁺) of Euclidean distances; 0.5 where both are 0.
pub(super) fn rank(scored: &Scored, shares: &[f64]) -> MethodRanking {
    let weights = weights(scored, shares);
    let ends = scored.ends();
    let weighted: Vec<(f64, f64)> =
        ends.iter().zip(&weights).map(|(ends, weight)| (weight.times(ends.best), weight.times(ends.worst))).collect();
    let closeness = |row: &[f64]| {
        let (mut to_ideal, mut to_worst) = (0.0, 0.0);
        for ((score, weight), (ideal, worst)) in row.iter().zip(&weights).zip(&weighted) {
            let place = weight.times(*score);
            to_ideal += (place - ideal) * (place - ideal);
            to_worst += (place - worst) * (place - worst);
        }
        let (to_ideal, to_worst) = (to_ideal.sqrt(), to_worst.sqrt());
        if to_ideal + to_worst > 0.0 { to_worst / (to_worst + to_ideal) } else { 0.5 }
    };
    let totals: Vec<(f64, Parts)> = scored.rows().map(|row| (closeness(row), Parts::None)).collect();
    MethodRanking::of(scored, &totals, Better::Higher)
}

/// What a criterion's scores are multiplied by, in two steps so that no square overflows.
struct Weight {
    /// One over the greatest score; 0 for a column of zeros, which stays one.
    scale: f64,
    /// Share over the length of the scaled column.
    share: f64,
}

impl Weight {
    fn times(&self, score: f64) -> f64 {
        score * self.scale * self.share
    }
}

fn weights(scored: &Scored, shares: &[f64]) -> Vec<Weight> {
    let mut greatest = vec![0.0_f64; scored.criteria.len()];
    for row in scored.rows() {
        greatest.iter_mut().zip(row).for_each(|(greatest, score)| *greatest = greatest.max(score.abs()));
    }
    let mut squares = vec![0.0_f64; greatest.len()];
    for row in scored.rows() {
        for ((square, score), greatest) in squares.iter_mut().zip(row).zip(&greatest) {
            let scaled = score / greatest;
            *square += scaled * scaled;
        }
    }
    let weight = |((greatest, square), share): ((f64, f64), &f64)| {
        if greatest > 0.0 { Weight { scale: greatest.recip(), share: share / square.sqrt() } } else { Weight { scale: 0.0, share: 0.0 } }
    };
    greatest.into_iter().zip(squares).zip(shares).map(weight).collect()
}
