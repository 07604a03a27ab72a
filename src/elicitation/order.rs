//! An order of importance as shares: three surrogate weights (Barron and Barrett 1996; Stillwell,
//! Seaver and Edwards 1981).

use crate::model::RankWeights;

/// The shares of `ties.len()` places that hold so many things each: each thing's share, place by
/// place. Tied things share the mean of their places.
pub fn shares(way: RankWeights, ties: &[usize]) -> Vec<f64> {
    let count: usize = ties.iter().sum();
    let places = places(way, count);
    let mut first = 0;
    let mean = |size: &usize| {
        let held = places.get(first..first + size).unwrap_or_default();
        first += size;
        held.iter().sum::<f64>() / (*size).max(1) as f64
    };
    ties.iter().map(mean).collect()
}

/// The shares of untied places, the first the largest; they sum to one.
fn places(way: RankWeights, count: usize) -> Vec<f64> {
    let n = count as f64;
    let place = |index: usize| match way {
        RankWeights::RankOrderCentroid => {
            (index..count).map(|below| 1.0 / (below as f64 + 1.0)).sum::<f64>() / n
        }
        RankWeights::RankSum => 2.0 * (n - index as f64) / (n * (n + 1.0)),
        RankWeights::RankReciprocal => 1.0 / (index as f64 + 1.0),
    };
    let weights: Vec<f64> = (0..count).map(place).collect();
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tied_places_share_their_mean_and_all_sums_to_one() {
        let tied = shares(RankWeights::RankSum, &[1, 2, 1]);
        assert!((tied[0] + 2.0 * tied[1] + tied[2] - 1.0).abs() < 1e-12);
        assert!((tied[1] - 0.25).abs() < 1e-12, "{tied:?}");
        assert_eq!(shares(RankWeights::RankReciprocal, &[1]), [1.0]);
        assert!(shares(RankWeights::RankOrderCentroid, &[]).is_empty());
    }
}
