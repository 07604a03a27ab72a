//! Pairwise ratios as shares: the principal right eigenvector and its consistency (Saaty 1977,
//! 1980).

/// Saaty's random indices for 3 to 15 things, as the golden cases have them.
const RANDOM_INDEX: [f64; 13] =
    [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
/// A ratio above this calls for another look.
pub const MOST_CONSISTENCY_RATIO: f64 = 0.10;
/// The power iteration ends when no share moves by more than this, or after so many rounds.
const STILL: f64 = 1e-15;
const MOST_ROUNDS: usize = 10_000;
/// Logarithms of ratios that differ by no more than this are equal.
const EQUAL: f64 = 1e-12;
/// Ratios lie between this and one by it.
const MOST_RATIO: f64 = 9.0;

/// What a matrix of ratios comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// They sum to one.
    pub shares: Vec<f64>,
    pub lambda: f64,
    /// Consistency index over random index; 0 for fewer than three things, none above fifteen.
    pub ratio: Option<f64>,
}

/// The principal eigenvector of a positive reciprocal matrix, row by row; `ratio(i, j)` is how many
/// times i is as important as j.
pub fn eigen(matrix: &[Vec<f64>]) -> Eigen {
    let count = matrix.len();
    let mut shares = vec![1.0 / count.max(1) as f64; count];
    for _ in 0..MOST_ROUNDS {
        let next = normalised(&product(matrix, &shares));
        let moved = next.iter().zip(&shares).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        shares = next;
        if moved <= STILL {
            break;
        }
    }
    let lambda = product(matrix, &shares)
        .iter()
        .zip(&shares)
        .map(|(product, share)| product / share)
        .sum::<f64>()
        / count.max(1) as f64;
    let ratio = match count {
        0..=2 => Some(0.0),
        _ => RANDOM_INDEX
            .get(count - 3)
            .map(|index| ((lambda - count as f64) / (count as f64 - 1.0) / index).max(0.0)),
    };
    Eigen { shares, lambda, ratio }
}

/// Of the triple that contradicts itself most, the pair whose ratio lies furthest from its shares,
/// and the ratio that the two others imply, within 1/9 to 9. None for fewer than three things.
pub fn mend(matrix: &[Vec<f64>], shares: &[f64]) -> Option<(usize, usize, f64)> {
    let count = matrix.len();
    let at = |i: usize, j: usize| matrix.get(i).and_then(|row| row.get(j)).copied().unwrap_or(1.0);
    let contradiction =
        |(i, j, k): (usize, usize, usize)| (at(i, j) * at(j, k) / at(i, k)).ln().abs();
    let triples = (0..count)
        .flat_map(|i| (i + 1..count).flat_map(move |j| (j + 1..count).map(move |k| (i, j, k))));
    let (first, second, third) = first_of_largest(triples, contradiction)?;
    let share = |i: usize| shares.get(i).copied().unwrap_or(1.0);
    let strayed = |i: usize, j: usize| (at(i, j) / (share(i) / share(j))).ln().abs();
    let pairs = [(first, second, third), (first, third, second), (second, third, first)];
    let (one, other, via) =
        first_of_largest(pairs.into_iter(), |(one, other, _)| strayed(one, other))?;
    Some((one, other, (at(one, via) * at(via, other)).clamp(1.0 / MOST_RATIO, MOST_RATIO)))
}

/// A pair compared anew, said from the more important of the two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    pub more: usize,
    pub less: usize,
    /// How many times as important: 1 to 9, in hundredths.
    pub times: f64,
    /// The consistency ratio of the matrix with the pair compared so.
    pub ratio: f64,
}

/// A mend as it can be said, with what it leaves of the contradiction when it is done as said. None
/// where it would lessen nothing, or there is no ratio to tell that by.
pub fn said(matrix: &[Vec<f64>], (one, other, ratio): (usize, usize, f64)) -> Option<Said> {
    let (more, less) = if ratio < 1.0 { (other, one) } else { (one, other) };
    let times = (ratio.max(1.0 / ratio) * 100.0).round() / 100.0;
    let mut mended = matrix.to_vec();
    *mended.get_mut(more)?.get_mut(less)? = times;
    *mended.get_mut(less)?.get_mut(more)? = 1.0 / times;
    let (before, after) = (eigen(matrix).ratio?, eigen(&mended).ratio?);
    (after < before).then_some(Said { more, less, times, ratio: after })
}

/// The first whose size no other exceeds by more than rounding does, so that a pair given the other
/// way round changes nothing.
fn first_of_largest<T: Copy>(all: impl Iterator<Item = T>, size: impl Fn(T) -> f64) -> Option<T> {
    let largest = all
        .map(|one| (size(one), one))
        .reduce(|most, next| if next.0 > most.0 + EQUAL { next } else { most });
    largest.map(|(_, one)| one)
}

fn product(matrix: &[Vec<f64>], shares: &[f64]) -> Vec<f64> {
    matrix
        .iter()
        .map(|row| row.iter().zip(shares).map(|(ratio, share)| ratio * share).sum())
        .collect()
}

fn normalised(weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consistent_matrix_gives_its_shares_and_a_contradiction_is_found() {
        let shares = [0.5, 0.3, 0.2];
        let consistent: Vec<Vec<f64>> =
            shares.iter().map(|a| shares.iter().map(|b| a / b).collect()).collect();
        let found = eigen(&consistent);
        assert!(
            found.shares.iter().zip(shares).all(|(a, b)| (a - b).abs() < 1e-12)
                && found.ratio.unwrap() < 1e-12
        );
        // a is twice b, b twice c, and yet c twice a.
        let circle = vec![vec![1.0, 2.0, 0.5], vec![0.5, 1.0, 2.0], vec![2.0, 0.5, 1.0]];
        assert!(eigen(&circle).ratio.unwrap() > MOST_CONSISTENCY_RATIO);
        let (a, b, ratio) = mend(&circle, &eigen(&circle).shares).unwrap();
        let mut mended = circle;
        mended[a][b] = ratio;
        mended[b][a] = 1.0 / ratio;
        assert!(eigen(&mended).ratio.unwrap() < 1e-9, "the mended triple agrees with itself");
        assert_eq!(said(&mended, (a, b, ratio)), None, "there is nothing left to lessen");
        assert_eq!(eigen(&[vec![1.0]]).shares, [1.0]);
    }
}
