//! The same question has the same answer on any number of threads and under every instruction set,
//! and can be called off.

use std::time::Duration;

use mizan::analysis::Watch;
use mizan::analysis::simulation::{
    Acceptability, Draws, Instructions, ScoreRange, SimulatedCell, SimulatedTable, Spread,
    WeightSpace, simulate,
};

use crate::{PLAIN, number};

/// A table in which cells stand, are drawn, tie, and go through a value function in turn.
fn mixed(options: usize, criteria: usize, spread: Spread) -> SimulatedTable {
    let band = mizan::analysis::Scale::Points(vec![(0.0, 0.0), (0.4, 1.0), (0.6, 1.0), (1.0, 0.0)]);
    let cell = |index: usize| {
        let score = (number(index) * 10.0).round() / 10.0;
        let half = if index.is_multiple_of(3) { 0.0 } else { 0.2 };
        let scale = if index % 5 == 4 { &band } else { &PLAIN };
        SimulatedCell::new(
            ScoreRange { low: score - half, score, high: score + half },
            scale,
            spread,
        )
    };
    SimulatedTable::new(
        (0..options).collect(),
        criteria,
        (0..options * criteria).map(cell).collect(),
    )
}

fn spaces(criteria: usize) -> Vec<WeightSpace> {
    let shares: Vec<f64> = (0..criteria).map(|index| ((index / 2) as f64 + 1.0) / 10.0).collect();
    let sum: f64 = shares.iter().sum();
    let shares: Vec<f64> = shares.iter().map(|share| share / sum).collect();
    let reversed: Vec<f64> = shares.iter().rev().copied().collect();
    vec![
        WeightSpace::Any(criteria),
        WeightSpace::Order(shares.clone()),
        WeightSpace::Near { shares: shares.clone(), points: 12.5 },
        WeightSpace::Mixes(vec![shares.clone(), reversed, vec![1.0 / criteria as f64; criteria]]),
        WeightSpace::Mixes(vec![shares]),
    ]
}

/// Every number of a result, bit for bit.
fn bits(found: &Acceptability) -> String {
    let exact = |numbers: &[f64]| {
        numbers.iter().map(|number| format!("{:x} ", number.to_bits())).collect::<String>()
    };
    let central: String = found
        .central_weights
        .iter()
        .map(|weights| weights.as_ref().map_or("– ".into(), |w| exact(w)))
        .collect();
    let confidence: Vec<f64> = found.confidence.iter().map(|part| part.unwrap_or(-1.0)).collect();
    format!(
        "{:?} {:?} {:?} {central} {}",
        found.options,
        found.ranks,
        found.wins,
        exact(&confidence)
    )
}

fn on_threads(threads: usize, work: impl FnOnce() -> Option<Acceptability> + Send) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    bits(&pool.install(work).unwrap())
}

#[test]
fn threads_and_instruction_sets_change_no_bit() {
    let all = [Spread::None, Spread::Triangular, Spread::Uniform].as_slice();
    // Ranks of bytes, of words, and by sorting.
    let sizes =
        [(1, 1, 1, all), (2, 1, 63, all), (3, 2, 64, all), (5, 4, 2_049, all), (9, 7, 6_001, all)];
    let large = [(130, 3, 2_100, &all[..1]), (257, 4, 100, &all[1..2])];
    for (options, criteria, samples, spreads) in sizes.into_iter().chain(large) {
        for spread in spreads.iter().copied() {
            let table = mixed(options, criteria, spread);
            for space in spaces(criteria) {
                let found = |threads, instructions: Instructions| {
                    let (space, draws) = (space.clone(), Draws { samples, seed: 5 });
                    on_threads(threads, || {
                        simulate(&table, space, draws, instructions, &Watch::default())
                    })
                };
                let first = found(1, Instructions::portable());
                for threads in [2, 7] {
                    assert_eq!(
                        found(threads, Instructions::best()),
                        first,
                        "{options} × {criteria}, {spread:?}, {space:?}, {threads} threads"
                    );
                }
                for (name, instructions) in Instructions::all() {
                    assert_eq!(
                        found(1, instructions),
                        first,
                        "{options} × {criteria}, {spread:?}, {space:?}, {name}"
                    );
                }
            }
        }
    }
}

#[test]
fn another_seed_draws_something_else_and_more_samples_begin_with_the_same() {
    let table = mixed(5, 4, Spread::Triangular);
    let found = |samples, seed| crate::run(&table, WeightSpace::Any(4), samples, seed);
    assert_ne!(found(1000, 1).ranks, found(1000, 2).ranks);
    let (few, many) = (found(70, 1), found(5000, 1));
    let first_of = |found: &Acceptability, option: usize| found.ranks[option][0];
    assert!((0..5).all(|option| first_of(&few, option) <= first_of(&many, option)));
}

#[test]
fn a_simulation_can_be_called_off_and_says_how_far_it_has_come() {
    let table = mixed(20, 10, Spread::Triangular);
    let watch = Watch::default();
    let draws = |samples| Draws { samples, seed: 1 };
    assert!(watch.progress() == 0.0);
    simulate(&table, WeightSpace::Any(10), draws(5000), Instructions::best(), &watch).unwrap();
    assert!((watch.progress() - 1.0).abs() < 1e-12, "{}", watch.progress());
    // Centuries of samples, ended from aside.
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while watch.progress() >= 1.0 {
                std::thread::sleep(Duration::from_millis(1));
            }
            watch.cancel();
        });
        assert_eq!(
            simulate(&table, WeightSpace::Any(10), draws(1 << 60), Instructions::best(), &watch),
            None
        );
    });
    assert!(watch.is_cancelled() && watch.progress() < 0.5);
}
