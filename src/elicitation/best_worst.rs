//! Best-worst comparisons as shares: Rezaei's linear model (2016), in closed form.
//!
//! It wants shares w that sum to one and keep to `|w_B − a_j w_j| ≤ ξ` and `|w_j − b_j w_W| ≤ ξ`
//! for each j, at the least ξ. All that is homogeneous in w and ξ together, so the least ξ at a sum
//! of one is one over the greatest sum at ξ = 1. There, with x for the best and y for the worst:
//!
//! - `w_j` is at most the lesser of `(x + 1) / a_j` and `b_j y + 1`, and there is such a `w_j`
//!   where x lies within `1 + a_j` of `a_j b_j y`: a band around a line through nothing. The
//!   comparison of the best with the worst, c, is one more: x lies within 1 of c y.
//! - The sum grows with every share, and what the others may be at most grows with x and y. So y is
//!   the greatest at which all bands still meet, x their upper edge there, and each other share the
//!   most that it may be.
//!
//! No step has a choice: the solution is the only one.

/// The comparisons by index: how many times the best is as important as each, and each as the
/// worst, from 1 up.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparisons {
    pub best: usize,
    pub worst: usize,
    pub best_over: Vec<f64>,
    pub over_worst: Vec<f64>,
}

/// What the comparisons come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// They sum to one.
    pub shares: Vec<f64>,
    pub xi: f64,
    /// The input-based consistency ratio (Liang, Brunelli and Rezaei 2020).
    pub ratio: f64,
}

/// The scores x that lie within `half` of `slope` times y.
#[derive(Clone, Copy)]
struct Band {
    slope: f64,
    half: f64,
}

/// Solves the model.
pub fn solve(comparisons: &Comparisons) -> Solved {
    let bands = bands(comparisons);
    let widest = |bands: &[Band], y: f64| {
        bands.iter().map(|band| band.slope * y + band.half).fold(f64::INFINITY, f64::min)
    };
    let (weights, slack) = if let Some(y) = last_meeting(&bands) {
        (weights(comparisons, (widest(&bands, y), y), 1.0), 1.0)
    } else {
        // All bands run along one line, and meet for ever: the comparisons agree.
        let slope = bands.first().map_or(1.0, |band| band.slope);
        (weights(comparisons, (slope, 1.0), 0.0), 0.0)
    };
    let sum: f64 = weights.iter().sum();
    Solved {
        shares: weights.iter().map(|weight| weight / sum).collect(),
        xi: slack / sum,
        ratio: input_based_ratio(comparisons),
    }
}

/// The comparisons of those that are neither best nor worst: their places, and both numbers.
fn others(comparisons: &Comparisons) -> impl Iterator<Item = (f64, f64)> {
    let pairs = comparisons.best_over.iter().zip(&comparisons.over_worst).enumerate();
    let (best, worst) = (comparisons.best, comparisons.worst);
    pairs
        .filter(move |(place, _)| *place != best && *place != worst)
        .map(|(_, (over, under))| (*over, *under))
}

/// How many times the best is as important as the worst.
fn spread(comparisons: &Comparisons) -> f64 {
    comparisons.best_over.get(comparisons.worst).copied().unwrap_or(1.0)
}

fn bands(comparisons: &Comparisons) -> Vec<Band> {
    let of_other = |(over, under): (f64, f64)| Band { slope: over * under, half: 1.0 + over };
    let of_ends = Band { slope: spread(comparisons), half: 1.0 };
    std::iter::once(of_ends).chain(others(comparisons).map(of_other)).collect()
}

/// The greatest y at which every two bands meet, and so all of them do; none where they always do.
fn last_meeting(bands: &[Band]) -> Option<f64> {
    let parted = |a: &Band| {
        let steeper = *a;
        bands
            .iter()
            .filter(move |b| steeper.slope > b.slope)
            .map(move |b| (steeper.half + b.half) / (steeper.slope - b.slope))
    };
    bands.iter().flat_map(parted).reduce(f64::min)
}

/// Everyone's weight where the best has x and the worst y, each other the most within ξ.
fn weights(comparisons: &Comparisons, (x, y): (f64, f64), xi: f64) -> Vec<f64> {
    let pairs = comparisons.best_over.iter().zip(&comparisons.over_worst).enumerate();
    let weight = |(place, (over, under)): (usize, (&f64, &f64))| match place {
        _ if place == comparisons.best => x,
        _ if place == comparisons.worst => y,
        _ => ((x + xi) / over).min(under * y + xi),
    };
    pairs.map(weight).collect()
}

/// The greatest contradiction of a pair of comparisons, as a part of the greatest that there could
/// be.
fn input_based_ratio(comparisons: &Comparisons) -> f64 {
    let most = spread(comparisons);
    if most <= 1.0 {
        return 0.0;
    }
    let contradiction =
        |(over, under): (f64, f64)| (over * under - most).abs() / (most * most - most);
    others(comparisons).map(contradiction).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(best_over: Vec<f64>, over_worst: Vec<f64>) -> Solved {
        let worst = best_over.len() - 1;
        solve(&Comparisons { best: 0, worst, best_over, over_worst })
    }

    #[test]
    fn consistent_comparisons_give_their_shares_and_equal_ones_equal_shares() {
        let found = solved(vec![1.0, 2.0, 4.0], vec![4.0, 2.0, 1.0]);
        let wished = [4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0];
        assert!(found.shares.iter().zip(wished).all(|(a, b)| (a - b).abs() < 1e-15), "{found:?}");
        assert_eq!((found.xi, found.ratio), (0.0, 0.0));
        let equal = solved(vec![1.0, 1.0], vec![1.0, 1.0]);
        assert_eq!((equal.shares, equal.xi, equal.ratio), (vec![0.5, 0.5], 0.0, 0.0));
    }

    #[test]
    fn a_contradiction_is_shared_out_to_both_sides() {
        // The bands of slopes 4 (half 1) and 9 (half 4) part at y = 1, where x = 5.
        let found = solved(vec![1.0, 3.0, 4.0], vec![4.0, 3.0, 1.0]);
        let wished = [5.0 / 8.0, 2.0 / 8.0, 1.0 / 8.0];
        assert!(found.shares.iter().zip(wished).all(|(a, b)| (a - b).abs() < 1e-15), "{found:?}");
        assert!((found.xi - 1.0 / 8.0).abs() < 1e-15, "{found:?}");
    }
}
