//! How far several rankings of the same options agree. A ranking is one number an option, lower
//! better; equal numbers tie and count as the mean of the places that they share.

use crate::analysis::is_tied;

/// Kendall's coefficient of concordance W, 0 (none) to 1 (the same), corrected for ties: 12 S / (m²
/// (n³ − n) − m T), T the sum of t³ − t over the ties of all rankings (Kendall and Babington Smith
/// 1939; Kendall 1948). None for fewer than two rankings or options, or where every ranking ties
/// all.
pub fn kendall_w(rankings: &[Vec<f64>]) -> Option<f64> {
    let count = rankings.first()?.len();
    let (m, n) = (rankings.len() as f64, count as f64);
    if rankings.len() < 2 || count < 2 {
        return None;
    }
    let places: Vec<Vec<f64>> = rankings.iter().map(|ranking| mean_places(ranking)).collect();
    let sums: Vec<f64> = (0..count)
        .map(|option| places.iter().filter_map(|ranking| ranking.get(option)).sum())
        .collect();
    let mean = m * (n + 1.0) / 2.0;
    let spread: f64 = sums.iter().map(|sum| (sum - mean).powi(2)).sum();
    let ties: f64 = rankings
        .iter()
        .flat_map(|ranking| tie_sizes(ranking))
        .map(|size| size.powi(3) - size)
        .sum();
    let most = m * m * (n.powi(3) - n) - m * ties;
    (most > 0.0).then(|| 12.0 * spread / most)
}

/// The mean of Spearman's ρ over all pairs of rankings: (m W − 1) / (m − 1) without ties, so that
/// two orders that have nothing to do with each other give 0, where W gives 0.5. None for fewer
/// than two rankings or options, or where one ranking ties all.
pub fn mean_rho(rankings: &[Vec<f64>]) -> Option<f64> {
    let pairs = rankings
        .iter()
        .enumerate()
        .flat_map(|(place, a)| rankings.iter().skip(place + 1).map(move |b| spearman(a, b)));
    let all: Vec<f64> = pairs.collect::<Option<_>>()?;
    (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64)
}

/// Spearman's ρ: the correlation of mean places. None where one ranking ties all.
pub fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    let (a, b) = (mean_places(a), mean_places(b));
    let mean = f64::midpoint(a.len() as f64, 1.0);
    let moment =
        |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let most = (moment(&a, &a) * moment(&b, &b)).sqrt();
    (most > 0.0).then(|| moment(&a, &b) / most)
}

/// Kendall's `τ_b`: pairs in the same order less pairs in opposite order, corrected for ties. None
/// where one ranking ties all.
pub fn kendall_tau(a: &[f64], b: &[f64]) -> Option<f64> {
    let order =
        |x: &[f64], i: usize, j: usize| x.get(i).zip(x.get(j)).map_or(0, |(x, y)| sign(*x, *y));
    let pairs = (0..a.len()).flat_map(|i| (i + 1..a.len()).map(move |j| (i, j)));
    let (mut agreed, mut untied_a, mut untied_b) = (0_i64, 0_i64, 0_i64);
    for (i, j) in pairs {
        let (in_a, in_b) = (order(a, i, j), order(b, i, j));
        agreed += in_a * in_b;
        untied_a += in_a.abs();
        untied_b += in_b.abs();
    }
    let most = (untied_a as f64 * untied_b as f64).sqrt();
    (most > 0.0).then(|| agreed as f64 / most)
}

/// Borda's counts: for each option how many it beats and half of those that it ties with, over all
/// rankings.
pub fn borda(rankings: &[Vec<f64>]) -> Vec<f64> {
    over_pairs(rankings, |sign| f64::midpoint(1.0, -sign as f64))
}

/// Copeland's counts: for each option the others that most rankings put behind it, less those that
/// most put before it.
pub fn copeland(rankings: &[Vec<f64>]) -> Vec<f64> {
    let count = rankings.first().map_or(0, Vec::len);
    let majority = |a: usize, b: usize| -> i64 {
        let signs =
            rankings.iter().filter_map(|ranking| Some(sign(*ranking.get(a)?, *ranking.get(b)?)));
        -signs.sum::<i64>().signum()
    };
    (0..count)
        .map(|a| (0..count).filter(|b| *b != a).map(|b| majority(a, b)).sum::<i64>() as f64)
        .collect()
}

fn over_pairs(rankings: &[Vec<f64>], worth: impl Fn(i64) -> f64) -> Vec<f64> {
    let count = rankings.first().map_or(0, Vec::len);
    let of = |a: usize| {
        let others = rankings
            .iter()
            .flat_map(|ranking| (0..count).filter(move |b| *b != a).map(move |b| (ranking, b)));
        others
            .filter_map(|(ranking, b)| Some(worth(sign(*ranking.get(a)?, *ranking.get(b)?))))
            .sum()
    };
    (0..count).map(of).collect()
}

/// −1 where `a` is the lower number, 1 where it is the higher, 0 where they tie.
fn sign(a: f64, b: f64) -> i64 {
    if is_tied(a, b) {
        0
    } else if a < b {
        -1
    } else {
        1
    }
}

/// Places from 1, ties sharing the mean of theirs.
fn mean_places(ranking: &[f64]) -> Vec<f64> {
    let place = |number: &f64| {
        let before = ranking.iter().filter(|other| sign(**other, *number) < 0).count() as f64;
        let tied = ranking.iter().filter(|other| sign(**other, *number) == 0).count() as f64;
        before + f64::midpoint(tied, 1.0)
    };
    ranking.iter().map(place).collect()
}

/// How many options each tie holds; 1 for an option that ties with none.
fn tie_sizes(ranking: &[f64]) -> Vec<f64> {
    let is_first = |index: usize, number: f64| {
        !ranking.iter().take(index).any(|other| is_tied(*other, number))
    };
    let firsts = ranking.iter().enumerate().filter(|(index, number)| is_first(*index, **number));
    firsts
        .map(|(_, number)| ranking.iter().filter(|other| is_tied(**other, *number)).count() as f64)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ranking_or_one_option_agrees_with_nothing() {
        assert_eq!(kendall_w(&[]), None);
        assert_eq!(kendall_w(&[vec![1.0, 2.0]]), None);
        assert_eq!(kendall_w(&[vec![1.0], vec![1.0]]), None);
        assert_eq!(kendall_w(&[vec![1.0, 1.0], vec![1.0, 1.0]]), None);
        assert_eq!(spearman(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(mean_rho(&[]), None);
        assert_eq!(mean_rho(&[vec![1.0, 2.0]]), None);
        assert_eq!(mean_rho(&[vec![1.0], vec![1.0]]), None);
        assert_eq!(mean_rho(&[vec![1.0, 2.0], vec![1.0, 2.0], vec![1.0, 1.0]]), None);
        assert_eq!(kendall_tau(&[1.0, 1.0], &[1.0, 2.0]), None);
    }

    #[test]
    fn orders_that_have_nothing_to_do_with_each_other_agree_not_at_all() {
        let (a, b) = (vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![1.0, 5.0, 4.0, 3.0, 2.0]);
        let third = vec![2.0, 1.0, 3.0, 5.0, 4.0];
        let pairs = [spearman(&a, &b), spearman(&a, &third), spearman(&b, &third)];
        let all = [a.clone(), b.clone(), third];
        let (w, rho) = (kendall_w(&all).unwrap(), mean_rho(&all).unwrap());
        assert!((rho - pairs.iter().flatten().sum::<f64>() / 3.0).abs() < 1e-12);
        assert!((rho - (3.0 * w - 1.0) / 2.0).abs() < 1e-12, "{rho} {w}");
        let two = [a, b];
        assert!((kendall_w(&two).unwrap() - 0.5).abs() < 1e-12);
        assert!(mean_rho(&two).unwrap().abs() < 1e-12);
    }

    #[test]
    fn the_same_and_the_opposite_are_the_ends() {
        let up = vec![1.0, 2.0, 3.0];
        let down = vec![3.0, 2.0, 1.0];
        assert_eq!(kendall_w(&[up.clone(), up.clone()]), Some(1.0));
        assert_eq!(kendall_w(&[up.clone(), down.clone()]), Some(0.0));
        assert_eq!((spearman(&up, &down), kendall_tau(&up, &down)), (Some(-1.0), Some(-1.0)));
        assert_eq!(borda(&[up.clone(), up]), [4.0, 2.0, 0.0]);
    }
}
