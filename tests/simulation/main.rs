//! The simulation: that it is the same however it is run, that it draws from where it says, and
//! that its counts hold together.

mod distribution;
mod repeatable;
mod sound;
mod ties;

use mizan::analysis::Scale;
use mizan::analysis::Watch;
use mizan::analysis::simulation::{
    Acceptability, Draws, Instructions, ScoreRange, SimulatedCell, SimulatedTable, Spread,
    WeightSpace, simulate,
};

/// The scale on which a score is its value.
pub const PLAIN: Scale = Scale::Straight { worst: 0.0, best: 1.0 };

/// A table of values that stand.
pub fn standing<const N: usize>(rows: &[[f64; N]]) -> SimulatedTable {
    let exact = |value: &f64| {
        SimulatedCell::new(
            ScoreRange { low: *value, score: *value, high: *value },
            &PLAIN,
            Spread::None,
        )
    };
    SimulatedTable::new((0..rows.len()).collect(), N, rows.iter().flatten().map(exact).collect())
}

/// A table of one criterion, each option drawn from a range.
pub fn drawn(ranges: &[(f64, f64, f64)], scale: &Scale, spread: Spread) -> SimulatedTable {
    let cell = |(low, score, high): &(f64, f64, f64)| {
        SimulatedCell::new(ScoreRange { low: *low, score: *score, high: *high }, scale, spread)
    };
    SimulatedTable::new((0..ranges.len()).collect(), 1, ranges.iter().map(cell).collect())
}

pub fn run(table: &SimulatedTable, space: WeightSpace, samples: u64, seed: u64) -> Acceptability {
    simulate(table, space, Draws { samples, seed }, Instructions::best(), &Watch::default())
        .unwrap()
}

/// Numbers of 0..1 without a pattern that counts.
pub fn number(index: usize) -> f64 {
    (index as f64 * 0.754_877_666_246_693 + 0.3).fract()
}
