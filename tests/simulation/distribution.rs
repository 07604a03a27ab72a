//! Weightings and scores are drawn from where they are said to be: means and parts that are known
//! in closed form.

use mizan::analysis::Scale;
use mizan::analysis::simulation::{
    Acceptability, ScoreRange, SimulatedCell, SimulatedTable, Spread, WeightSpace,
};

use crate::{PLAIN, drawn, run, standing};

const SAMPLES: u64 = 400_000;

/// The mean of the drawn weights: that of the samples in which the only option is first.
fn mean_weights<const N: usize>(space: WeightSpace) -> Vec<f64> {
    let found = run(&standing(&[[0.5; N]]), space, SAMPLES, 11);
    assert_eq!(
        (found.ranks.clone(), found.confidence.clone()),
        (vec![vec![SAMPLES]], vec![Some(1.0)])
    );
    found.central_weights[0].clone().unwrap()
}

fn near(found: &[f64], expected: &[f64], tolerance: f64) {
    let is_near = found.len() == expected.len()
        && found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(is_near, "{found:?} is not {expected:?}");
}

#[test]
fn any_weights_are_uniform_over_all_weightings() {
    // A share's standard deviation is below 0.29, so that of the mean below 0.0005.
    near(&mean_weights::<2>(WeightSpace::Any(2)), &[0.5; 2], 0.0025);
    near(&mean_weights::<7>(WeightSpace::Any(7)), &[1.0 / 7.0; 7], 0.0025);
    assert_eq!(mean_weights::<1>(WeightSpace::Any(1)), [1.0]);
    // Of weightings uniform over the simplex (1 − t)ⁿ⁻¹ give a criterion more than t; dividing
    // uniform numbers by their sum would not.
    for (threshold, part) in [(0.25, 0.75_f64.powi(3)), (0.5, 0.125), (0.8, 0.008)] {
        let found = run(
            &standing(&[[1.0, 0.0, 0.0, 0.0], [threshold; 4]]),
            WeightSpace::Any(4),
            SAMPLES,
            3,
        );
        let (own, error) = (
            found.wins[0][1] as f64 / SAMPLES as f64,
            (part * (1.0 - part) / SAMPLES as f64).sqrt(),
        );
        assert!((own - part).abs() < 5.0 * error, "{own} of {part}");
    }
}

#[test]
fn weights_in_an_order_have_the_rank_order_centroid_as_their_mean() {
    let centroid = |k: usize| (k..=4).map(|i| 1.0 / i as f64).sum::<f64>() / 4.0;
    let ordered = mean_weights::<4>(WeightSpace::Order(vec![0.1, 0.4, 0.2, 0.3]));
    near(&ordered, &[centroid(4), centroid(1), centroid(3), centroid(2)], 0.0025);
    // Shares that tie are free among themselves: each has the mean of their places.
    let tied = mean_weights::<4>(WeightSpace::Order(vec![0.3, 0.1, 0.3, 0.3]));
    let top = (centroid(1) + centroid(2) + centroid(3)) / 3.0;
    near(&tied, &[top, centroid(4), top, top], 0.0025);
    near(&mean_weights::<3>(WeightSpace::Order(vec![1.0 / 3.0; 3])), &[1.0 / 3.0; 3], 0.0025);
}

#[test]
fn weights_in_an_order_never_leave_it_and_tied_ones_do() {
    // The first option's total is the first weight, the second's the second, and so on.
    let units = standing(&[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
    let found = run(&units, WeightSpace::Order(vec![0.3, 0.5, 0.2]), 20_000, 2);
    assert_eq!(found.ranks, [[0, 20_000, 0], [20_000, 0, 0], [0, 0, 20_000]]);
    let tied = run(&units, WeightSpace::Order(vec![0.4, 0.4 + 1e-10, 0.2]), 20_000, 2);
    assert_eq!(
        (tied.ranks[2].as_slice(), tied.wins[2].as_slice()),
        ([0, 0, 20_000].as_slice(), [0; 3].as_slice())
    );
    assert!(
        tied.ranks[0][0].abs_diff(10_000) < 400 && tied.ranks[0][0] + tied.ranks[1][0] == 20_000,
        "{:?}",
        tied.ranks
    );
}

#[test]
fn weights_near_shares_move_no_more_than_the_margin() {
    let shares = vec![0.6, 0.3, 0.1];
    let found = mean_weights::<3>(WeightSpace::Near { shares: shares.clone(), points: 20.0 });
    near(&found, &[0.8 * 0.6 + 0.2 / 3.0, 0.8 * 0.3 + 0.2 / 3.0, 0.8 * 0.1 + 0.2 / 3.0], 0.001);
    // The first share lies from 0.48 to 0.68: an option that has it alone never passes 0.68 and
    // never falls below 0.48.
    let bounds = standing(&[[1.0, 0.0, 0.0], [0.681; 3], [0.479; 3]]);
    let found = run(&bounds, WeightSpace::Near { shares: shares.clone(), points: 20.0 }, 50_000, 4);
    assert_eq!(found.ranks, [[0, 50_000, 0], [50_000, 0, 0], [0, 0, 50_000]]);
    near(&mean_weights::<3>(WeightSpace::Near { shares, points: 100.0 }), &[1.0 / 3.0; 3], 0.0025);
}

#[test]
fn mixes_lie_between_the_teams() {
    let teams = vec![vec![0.7, 0.2, 0.1], vec![0.1, 0.2, 0.7]];
    near(&mean_weights::<3>(WeightSpace::Mixes(teams.clone())), &[0.4, 0.2, 0.4], 0.0025);
    // The first share is uniform from 0.1 to 0.7.
    let found =
        run(&standing(&[[1.0, 0.0, 0.0], [0.25; 3]]), WeightSpace::Mixes(teams), SAMPLES, 9);
    assert!((found.wins[0][1] as f64 / SAMPLES as f64 - 0.75).abs() < 0.0035, "{:?}", found.wins);
    let one = run(
        &standing(&[[0.9, 0.1], [0.1, 0.9]]),
        WeightSpace::Mixes(vec![vec![0.75, 0.25]]),
        100,
        1,
    );
    assert_eq!(
        (one.ranks, one.central_weights[0].clone()),
        (vec![vec![100, 0], vec![0, 100]], Some(vec![0.75, 0.25]))
    );
}

/// A score with a range, the first option, against values that stand; one criterion.
fn against(
    (low, score, high): (f64, f64, f64),
    scale: &Scale,
    spread: Spread,
    values: &[f64],
) -> Acceptability {
    let ranged = SimulatedCell::new(ScoreRange { low, score, high }, scale, spread);
    let exact = |value: &f64| {
        SimulatedCell::new(
            ScoreRange { low: *value, score: *value, high: *value },
            &PLAIN,
            Spread::None,
        )
    };
    let cells: Vec<SimulatedCell> =
        std::iter::once(ranged).chain(values.iter().map(exact)).collect();
    run(
        &SimulatedTable::new((0..cells.len()).collect(), 1, cells),
        WeightSpace::Any(1),
        SAMPLES,
        21,
    )
}

/// Which part of the draws is worth more than a score.
fn above(score: f64, range: (f64, f64, f64), scale: &Scale, spread: Spread) -> f64 {
    against(range, scale, spread, &[scale.value(score)]).wins[0][1] as f64 / SAMPLES as f64
}

#[test]
fn scores_fall_on_a_triangle_or_evenly() {
    let expected = |low: f64, top: f64, high: f64, x: f64| {
        if x < top {
            1.0 - (x - low).powi(2) / ((high - low) * (top - low))
        } else {
            (high - x).powi(2) / ((high - low) * (high - top))
        }
    };
    let error = |part: f64| 5.0 * (part * (1.0 - part) / SAMPLES as f64).sqrt();
    for (low, top, high) in [(0.0, 0.25, 1.0), (0.2, 0.2, 0.9), (0.1, 0.8, 0.8)] {
        for x in [0.3, 0.45, 0.7] {
            let (own, part) = (
                above(x, (low, top, high), &PLAIN, Spread::Triangular),
                expected(low, top, high, x),
            );
            assert!(
                (own - part).abs() < error(part),
                "{own} of {part} above {x}, {low} {top} {high}"
            );
            let (own, part) = (
                above(x, (low, top, high), &PLAIN, Spread::Uniform),
                ((high - x) / (high - low)).clamp(0.0, 1.0),
            );
            assert!((own - part).abs() <= error(part), "{own} of {part} above {x}, evenly");
        }
    }
    // Where low scores are good, the triangle turns with them.
    let low_is_good = Scale::Straight { worst: 10.0, best: 0.0 };
    let (own, part) = (
        above(3.0, (1.0, 2.0, 6.0), &low_is_good, Spread::Triangular),
        1.0 - expected(1.0, 2.0, 6.0, 3.0),
    );
    assert!((own - part).abs() < error(part), "{own} of {part}");
}

#[test]
fn drawn_scores_beyond_the_ends_count_as_the_nearer_end() {
    // Half of the draws lie beyond the best score and tie with it.
    let found = run(
        &drawn(&[(0.5, 1.0, 1.5), (1.0, 1.0, 1.0)], &PLAIN, Spread::Uniform),
        WeightSpace::Any(1),
        SAMPLES,
        1,
    );
    assert_eq!((found.wins[0][1], found.ranks[1][0]), (0, SAMPLES));
    assert!((found.ranks[0][0] as f64 / SAMPLES as f64 - 0.5).abs() < 0.004, "{:?}", found.ranks);
}

#[test]
fn a_value_function_is_followed_from_point_to_point() {
    // Up to 1 at 4, flat to 6, down to 0.2 at 10: a draw from 0 to 10 is worth more than 0.6
    // between 2.4 and 8.
    let band = Scale::Points(vec![(0.0, 0.0), (4.0, 1.0), (6.0, 1.0), (10.0, 0.2)]);
    let own = against((0.0, 5.0, 10.0), &band, Spread::Uniform, &[0.6, 1.0]);
    assert!((own.wins[0][1] as f64 / SAMPLES as f64 - 0.56).abs() < 0.004, "{:?}", own.wins);
    // On the flat stretch, a fifth of the draws, it ties with the best there is.
    assert!(
        (own.ranks[0][0] as f64 / SAMPLES as f64 - 0.2).abs() < 0.0035 && own.wins[0][2] == 0,
        "{:?}",
        own.ranks
    );
}
