//! Counts that hold together whatever the table, and what must come out of special ones.

use mizan::analysis::Scale;
use mizan::analysis::simulation::{ScoreRange, SimulatedCell, SimulatedTable, Spread, WeightSpace};
use proptest::prelude::*;

use crate::{PLAIN, drawn, run, standing};

#[test]
fn nothing_to_simulate_is_no_fault() {
    let found = run(&SimulatedTable::new(Vec::new(), 3, Vec::new()), WeightSpace::Any(3), 100, 1);
    assert!(
        found.ranks.is_empty()
            && found.wins.is_empty()
            && found.central_weights.is_empty()
            && found.confidence.is_empty()
    );
}

#[test]
fn options_that_are_alike_share_every_rank() {
    let found = run(&standing(&[[0.2, 0.9], [0.2, 0.9], [0.1, 0.3]]), WeightSpace::Any(2), 777, 1);
    assert_eq!(found.ranks, [[777, 0, 0], [777, 0, 0], [0, 0, 777]]);
    assert_eq!(found.wins, [[0, 0, 777], [0, 0, 777], [0, 0, 0]]);
    assert_eq!(found.central_weights[0], found.central_weights[1]);
    assert_eq!(found.confidence, [Some(1.0), Some(1.0), None]);
}

#[test]
fn mirrored_places_of_an_ideal_band_tie() {
    // 0.1 below and above the band's middle, whose values differ in their last digits before they
    // are rounded.
    let band = Scale::Points(vec![(0.0, 0.0), (0.7, 1.0), (1.4, 0.0)]);
    let found = run(
        &drawn(&[(0.6, 0.6, 0.6), (0.8, 0.8, 0.8)], &band, Spread::None),
        WeightSpace::Any(1),
        100,
        1,
    );
    assert_ne!(band.value(0.6).to_bits(), band.value(0.8).to_bits());
    assert_eq!(found.ranks, [[100, 0], [100, 0]]);
}

#[test]
fn ranges_of_any_size_give_numbers() {
    let extremes = [-f64::MAX, -1e300, -1.0, 0.0, 5e-324, 1.0, 1e300, f64::MAX];
    let scales = [
        PLAIN,
        Scale::Straight { worst: f64::MAX, best: -f64::MAX },
        Scale::Straight { worst: 0.0, best: 5e-324 },
        Scale::Points(vec![(-f64::MAX, 0.0), (0.0, 1.0), (5e-324, 0.5), (f64::MAX, 0.0)]),
        Scale::Constant(Some(5.0)),
    ];
    for scale in &scales {
        for (place, low) in extremes.iter().enumerate() {
            for high in extremes.iter().skip(place) {
                for spread in [Spread::Triangular, Spread::Uniform] {
                    let cells = [*low, *high].map(|score| {
                        SimulatedCell::new(
                            ScoreRange { low: *low, score, high: *high },
                            scale,
                            spread,
                        )
                    });
                    let table = SimulatedTable::new(vec![0, 1], 1, cells.to_vec());
                    let found = run(&table, WeightSpace::Any(1), 200, 1);
                    assert!(
                        found.ranks.iter().all(|ranks| ranks.iter().sum::<u64>() == 200),
                        "{scale:?} {low} {high}: {:?}",
                        found.ranks
                    );
                    assert!(
                        found.ranks[0][0] + found.ranks[1][0] >= 200,
                        "{scale:?} {low} {high}: {:?}",
                        found.ranks
                    );
                    assert!(
                        found.confidence.iter().flatten().all(|part| (0.0..=1.0).contains(part))
                    );
                }
            }
        }
    }
}

/// Values in tenths, so that there are ties and dominance, some of them with a range.
fn tables() -> impl Strategy<Value = (usize, usize, Vec<(u8, u8)>)> {
    (1..7_usize, 1..6_usize).prop_flat_map(|(options, criteria)| {
        (
            Just(options),
            Just(criteria),
            proptest::collection::vec(
                (0..=10_u8, prop_oneof![2 => Just(0), 1 => 1..=4_u8]),
                options * criteria,
            ),
        )
    })
}

fn table(options: usize, criteria: usize, cells: &[(u8, u8)]) -> SimulatedTable {
    let cell = |(tenths, half): &(u8, u8)| {
        let (score, half) = (f64::from(*tenths) / 10.0, f64::from(*half) / 10.0);
        SimulatedCell::new(
            ScoreRange { low: score - half, score, high: score + half },
            &PLAIN,
            Spread::Triangular,
        )
    };
    SimulatedTable::new((0..options).collect(), criteria, cells.iter().map(cell).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_hold_together((options, criteria, cells) in tables(), samples in 1..3000_u64, seed: u64) {
        let found = run(&table(options, criteria, &cells), WeightSpace::Any(criteria), samples, seed);
        for (own, ranks) in found.ranks.iter().enumerate() {
            // Acceptabilities sum to one per option.
            prop_assert_eq!(ranks.iter().sum::<u64>(), samples);
            // Each sample's rank is one more than how many were better in it.
            let better: u64 = found.wins.iter().map(|wins| wins[own]).sum();
            prop_assert_eq!(ranks.iter().zip(0..).map(|(count, rank)| count * rank).sum::<u64>(), better);
            for other in 0..options {
                prop_assert!(found.wins[own][other] + found.wins[other][own] <= samples);
            }
            let weights = found.central_weights[own].as_ref();
            prop_assert_eq!((weights.is_some(), found.confidence[own].is_some()), (ranks[0] > 0, ranks[0] > 0));
            let sum = weights.map_or(1.0, |weights| weights.iter().sum());
            prop_assert!((sum - 1.0).abs() < 1e-12, "{}", sum);
        }
        let firsts: u64 = found.ranks.iter().map(|ranks| ranks[0]).sum();
        prop_assert!(firsts >= samples);
    }

    #[test]
    fn a_dominated_option_is_never_better((options, criteria, cells) in tables(), seed: u64) {
        let standing: Vec<(u8, u8)> = cells.iter().map(|(tenths, _)| (*tenths, 0)).collect();
        let found = run(&table(options, criteria, &standing), WeightSpace::Any(criteria), 500, seed);
        let row = |option: usize| standing[option * criteria..(option + 1) * criteria].iter().map(|(tenths, _)| *tenths);
        for a in 0..options {
            for b in (0..options).filter(|b| row(a).zip(row(*b)).all(|(own, other)| own >= other)) {
                prop_assert_eq!(found.wins[b][a], 0);
                prop_assert!(row(a).ne(row(b)) || found.wins[a][b] == 0);
            }
        }
    }
}
