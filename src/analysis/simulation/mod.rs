//! SMAA-2 (Lahdelma and Salminen 2001): how often each option holds each rank over many weightings,
//! and over the scores that there could be.
//!
//! Samples lie side by side in the lanes of vectors, which are as wide as the machine's; each lane
//! does the same operations on the same numbers whatever their width, and all that is summed over
//! samples is whole numbers. So the same question has the same answer, bit for bit, on any number
//! of threads and under every instruction set. Memory doesn't depend on the number of samples.
#![allow(
    clippy::inline_always,
    reason = "what isn't inlined isn't compiled for the instruction set that was chosen"
)]

mod block;
mod cells;
mod chunk;
mod generator;
mod instructions;
mod network;
mod ranks;
mod space;
mod table;
mod tally;

use std::sync::atomic::{AtomicU64, Ordering};

use fearless_simd::dispatch;

pub use cells::{ScoreRange, SimulatedCell, Spread};
use chunk::{CHUNK, Candidate, ConfidenceWorker, Worker, contests};
pub use instructions::Instructions;
use ranks::{FEW, Rank};
use space::Sampler;
pub use space::WeightSpace;
pub use table::SimulatedTable;
use tally::{Tally, add};

use super::Watch;

/// How many samples are drawn, from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws {
    pub samples: u64,
    pub seed: u64,
}

/// What a simulation found; options by their places in its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// The options' indices in the document, rising.
    pub options: Vec<usize>,
    pub samples: u64,
    /// For each option, in how many samples it holds each rank from the first on; ties share the
    /// better rank.
    pub ranks: Vec<Vec<u64>>,
    /// For each option, in how many samples it is better than each other, by more than a tie.
    pub wins: Vec<Vec<u64>>,
    /// For each option the mean of the weightings under which it is first; none where it never is.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// For each option, in which part of the scores that there could be it is first at its central
    /// weights; none where it never is.
    pub confidence: Vec<Option<f64>>,
}

/// Runs a simulation on the threads of the current pool. None where the watch was told to cancel
/// it.
pub fn simulate(
    table: &SimulatedTable,
    space: WeightSpace,
    draws: Draws,
    instructions: Instructions,
    watch: &Watch,
) -> Option<Acceptability> {
    watch.begin(if table.is_drawn() { 2 * draws.samples } else { draws.samples });
    let run = Run { table, sampler: Sampler::new(space), draws, instructions, watch };
    let tally = if table.count() <= FEW { run.tally::<i8>()? } else { run.tally::<i16>()? };
    let central_weights = run.central_weights(&tally);
    let confidence = run.confidence(&central_weights)?;
    let by_option =
        |counts: &[u64]| counts.chunks_exact(table.count().max(1)).map(<[u64]>::to_vec).collect();
    Some(Acceptability {
        options: table.options.clone(),
        samples: draws.samples,
        ranks: by_option(&tally.ranks),
        wins: by_option(&tally.wins),
        central_weights,
        confidence,
    })
}

/// One simulation that runs.
struct Run<'a> {
    table: &'a SimulatedTable,
    sampler: Sampler,
    draws: Draws,
    instructions: Instructions,
    watch: &'a Watch,
}

impl Run<'_> {
    fn tally<R: Rank>(&self) -> Option<Tally> {
        let level = self.instructions.0;
        let counted = self.on_every_thread(|next| {
            let mut worker = Worker::<R>::new(self.table, &self.sampler);
            while let Some((chunk, samples)) = next() {
                dispatch!(level, simd => worker.run(simd, self.draws.seed, chunk, samples));
            }
            worker.tally
        })?;
        counted.into_iter().reduce(|mut sum, more| {
            sum.add(&more);
            sum
        })
    }

    fn central_weights(&self, tally: &Tally) -> Vec<Option<Vec<f64>>> {
        let counts = tally
            .ranks
            .chunks_exact(self.table.count().max(1))
            .map(|ranks| ranks.first().copied().unwrap_or(0));
        let sums = tally.weights.chunks_exact(self.table.width.max(1));
        let mean = |(count, sums): (u64, &[u128])| {
            (count > 0).then(|| sums.iter().map(|sum| Tally::mean_weight(*sum, count)).collect())
        };
        counts.zip(sums).map(mean).collect()
    }

    /// As many fresh draws as samples; where nothing is drawn, the one table that there is.
    fn confidence(&self, central_weights: &[Option<Vec<f64>>]) -> Option<Vec<Option<f64>>> {
        let candidates: Vec<Candidate> = central_weights
            .iter()
            .enumerate()
            .filter_map(|(place, weights)| Some(Candidate { place, weights: weights.clone()? }))
            .collect();
        let parts: Vec<f64> = if self.table.is_drawn() {
            let firsts = self.firsts(&candidates)?;
            firsts.into_iter().map(|count| count as f64 / self.draws.samples as f64).collect()
        } else {
            candidates
                .iter()
                .map(|own| f64::from(self.table.is_first(own.place, &own.weights)))
                .collect()
        };
        let mut parts = parts.into_iter();
        Some(
            central_weights
                .iter()
                .map(|weights| weights.as_ref().and_then(|_| parts.next()))
                .collect(),
        )
    }

    fn firsts(&self, candidates: &[Candidate]) -> Option<Vec<u64>> {
        let level = self.instructions.0;
        let contests = contests(self.table, candidates);
        let counted = self.on_every_thread(|next| {
            let mut worker = ConfidenceWorker::new(self.table, candidates, &contests);
            while let Some((chunk, samples)) = next() {
                dispatch!(level, simd => worker.run(simd, self.draws.seed, chunk, samples));
            }
            worker.firsts
        })?;
        counted.into_iter().reduce(|mut sum, more| {
            add(&mut sum, &more);
            sum
        })
    }

    /// What the threads of the pool make of all chunks, each of which goes to whichever thread asks
    /// for it first. None where the watch was told to cancel.
    fn on_every_thread<T: Send>(
        &self,
        work: impl Fn(&mut dyn FnMut() -> Option<(u64, u64)>) -> T + Sync,
    ) -> Option<Vec<T>> {
        let taken = AtomicU64::new(0);
        let counted = rayon::broadcast(|_| {
            let mut last = 0;
            work(&mut || {
                self.watch.advance(last);
                let chunk = taken.fetch_add(1, Ordering::Relaxed);
                let left = self.draws.samples.saturating_sub(chunk.saturating_mul(CHUNK));
                last = left.min(CHUNK);
                (last > 0 && !self.watch.is_cancelled()).then_some((chunk, last))
            })
        });
        (!self.watch.is_cancelled()).then_some(counted)
    }
}
