//! Totals that are level everywhere else are level in the simulation too, however they were rounded.

use mizan::analysis::is_better;
use mizan::analysis::simulation::WeightSpace;
use proptest::prelude::*;

use crate::{run, standing};

/// The one weighting that is drawn.
fn only(weights: &[f64; 3]) -> WeightSpace {
    WeightSpace::Mixes(vec![weights.to_vec()])
}

#[test]
fn equal_products_that_round_apart_are_level() {
    // 0.1 × 0.7 and 0.7 × 0.1.
    let weights = [0.1, 0.2, 0.7];
    let found = run(&standing(&[[0.7, 0.0, 0.0], [0.0, 0.0, 0.1]]), only(&weights), 500, 1);
    assert_eq!(found.ranks, [[500, 0], [500, 0]]);
    assert_eq!(found.wins, [[0, 0], [0, 0]]);
    assert_eq!(found.confidence, [Some(1.0), Some(1.0)]);
}

/// Values and weights in tenths, whose products tie often.
fn tenths() -> impl Strategy<Value = (Vec<[f64; 3]>, [f64; 3])> {
    let value = || (0..=10_u8).prop_map(|tenths| f64::from(tenths) / 10.0);
    let row = || [value(), value(), value()];
    // Few are ranked by counting, many by sorting.
    let few = proptest::collection::vec(row(), 1..12);
    let many = proptest::collection::vec(row(), 257..270);
    let parts = (0..=10_u8, 0..=10_u8).prop_filter("parts of ten", |(a, b)| a + b <= 10);
    let weights = parts.prop_map(|(a, b)| [a, b, 10 - a - b].map(|part| f64::from(part) / 10.0));
    (prop_oneof![9 => few, 1 => many], weights)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn simulated_ranks_are_those_of_the_totals((rows, weights) in tenths()) {
        let samples = 70;
        let found = run(&standing(&rows), only(&weights), samples, 1);
        let total = |row: &[f64; 3]| row.iter().zip(&weights).map(|(value, weight)| value * weight).sum::<f64>();
        let totals: Vec<f64> = rows.iter().map(total).collect();
        for (option, own) in totals.iter().enumerate() {
            let better = totals.iter().filter(|other| is_better(**other, *own)).count();
            prop_assert_eq!(found.ranks[option][better], samples, "{:?}", totals);
            for (other, theirs) in totals.iter().enumerate() {
                let wins = if is_better(*own, *theirs) { samples } else { 0 };
                prop_assert_eq!(found.wins[option][other], wins);
            }
            let confidence = (better == 0).then_some(1.0);
            prop_assert_eq!(found.confidence[option], confidence);
        }
    }
}
