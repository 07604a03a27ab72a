//! TOPSIS (Hwang and Yoon 1981): how near each option is to an ideal of the best scores, and how
//! far from the anti-ideal of the worst.
//!
//! By vector normalisation, which divides a column by its length: a change of a unit's zero point
//! changes the result.

use super::scored::sum_of;
use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::{Ends, Scored};

/// Ranks by closeness, d⁻/(d⁻ + d⁺) of Euclidean distances; 0.5 where both are 0.
pub(super) fn rank(scored: &Scored, shares: &[f64]) -> MethodRanking {
    let mut squares = vec![(0.0, 0.0); scored.count()];
    for ((criterion, column), share) in scored.columns().zip(shares) {
        let ends = Ends::of(criterion, column);
        let weight = Weight::of(column, ends, *share);
        for ((to_ideal, to_worst), score) in squares.iter_mut().zip(column) {
            let (below, above) = (weight.gap(*score, ends.best), weight.gap(*score, ends.worst));
            *to_ideal += below * below;
            *to_worst += above * above;
        }
    }
    let closeness = |(to_ideal, to_worst): &(f64, f64)| {
        let (to_ideal, to_worst) = (to_ideal.sqrt(), to_worst.sqrt());
        if to_ideal + to_worst > 0.0 { to_worst / (to_worst + to_ideal) } else { 0.5 }
    };
    let totals: Vec<(f64, Parts)> =
        squares.iter().map(|squares| (closeness(squares), Parts::None)).collect();
    MethodRanking::of(scored, &totals, Better::Higher)
}

/// What a criterion's scores are multiplied by, in two steps so that no square overflows.
struct Weight {
    /// A power of two that brings the greatest score near to one; 0 for a column of zeros, which
    /// stays one.
    scale: f64,
    /// Share over the length of the scaled column.
    share: f64,
}

impl Weight {
    fn of(column: &[f64], ends: Ends, share: f64) -> Self {
        let greatest = ends.best.abs().max(ends.worst.abs());
        // Zeros, or no scores at all.
        if greatest == 0.0 || greatest.is_infinite() {
            return Self { scale: 0.0, share: 0.0 };
        }
        // One over the greatest score's power of two: the exponents of a number and of its
        // reciprocal sum to 2046.
        let exponent = greatest.to_bits() >> 52;
        let scale = f64::from_bits((2046 - exponent).max(1) << 52);
        let square = sum_of(column, |score| (score * scale) * (score * scale));
        Self { scale, share: share / square.sqrt() }
    }

    /// The weighed difference of two scores, subtracted before they are weighed: far from zero, as
    /// years are, their multiples would lose what sets them apart. A power of two takes no digits
    /// away, and keeps the difference from going beyond all numbers.
    fn gap(&self, score: f64, end: f64) -> f64 {
        (score * self.scale - end * self.scale) * self.share
    }
}
