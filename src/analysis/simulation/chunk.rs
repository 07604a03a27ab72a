//! A chunk of samples: drawn block by block, ranked and counted.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::block::{BLOCK, Row, load, store, vectors};
use super::generator::{Generator, Purpose};
use super::ranks::{Rank, Ranks, TILE, padded};
use super::space::{SampleRows, Sampler};
use super::table::{SimulatedTable, totals_under};
use super::tally::Tally;
use crate::analysis::is_better;

/// Samples in a chunk: enough that handing chunks out costs nothing, few enough that sums of their
/// weights can't overflow.
pub const CHUNK: u64 = 2048;

/// One thread's counts, and what it works in.
pub struct Worker<'a, R> {
    table: &'a SimulatedTable,
    sampler: &'a Sampler,
    rows: SampleRows,
    totals: Vec<Row>,
    ranks: Ranks<R>,
    pub tally: Tally,
}

impl<'a, R: Rank> Worker<'a, R> {
    pub fn new(table: &'a SimulatedTable, sampler: &'a Sampler) -> Self {
        let count = table.count();
        Self {
            table,
            sampler,
            rows: sampler.rows(),
            totals: vec![[0.0; BLOCK]; padded(count)],
            ranks: Ranks::new(count),
            tally: Tally::new(count, table.width),
        }
    }

    /// Counts so many samples of a chunk.
    #[inline(always)]
    pub fn run<S: Simd>(&mut self, simd: S, seed: u64, chunk: u64, samples: u64) {
        let mut generator = Generator::new(seed, Purpose::Acceptability, chunk);
        for live in blocks(samples) {
            let weights = self.sampler.draw(simd, &mut generator, &mut self.rows);
            self.table.total(simd, &mut generator, weights, &mut self.totals);
            let has_ties = self.ranks.rank(simd, &self.totals);
            let ranks = self.ranks.rows();
            count_ranks(ranks, live, &mut self.tally.ranks);
            count_wins(simd, ranks, live, has_ties, &mut self.tally.wins);
            add_weights(simd, ranks, live, weights, &mut self.tally.chunk_weights);
        }
        self.tally.end_chunk();
    }
}

/// For each block of a chunk one bit for each sample that counts: all but in the last.
fn blocks(samples: u64) -> impl Iterator<Item = u64> {
    let whole = samples / BLOCK as u64;
    let rest = (1_u64 << (samples % BLOCK as u64)) - 1;
    (0..whole).map(|_| u64::MAX).chain((rest > 0).then_some(rest))
}

#[inline(always)]
fn count_ranks<R: Rank>(ranks: &[[R; BLOCK]], live: u64, counts: &mut [u64]) {
    for (ranks, counts) in ranks.iter().zip(counts.chunks_exact_mut(ranks.len().max(1))) {
        for rank in ranks.iter().take(live.count_ones() as usize) {
            if let Some(count) = counts.get_mut(rank.place()) {
                *count += 1;
            }
        }
    }
}

/// Compares each pair once; where no two tie, who doesn't win loses.
#[inline(always)]
fn count_wins<S: Simd, R: Rank>(
    simd: S,
    ranks: &[[R; BLOCK]],
    live: u64,
    has_ties: bool,
    counts: &mut [u64],
) {
    let count = ranks.len();
    for (first, own) in ranks.iter().enumerate() {
        for (second, other) in ranks.iter().enumerate().skip(first + 1) {
            let won = R::wins(simd, own, other);
            let lost = if has_ties { R::wins(simd, other, own) } else { !won };
            // Both options are among those counted.
            counts[first * count + second] += u64::from((won & live).count_ones());
            counts[second * count + first] += u64::from((lost & live).count_ones());
        }
    }
}

/// Adds the weights of each sample to the options that are first in it.
#[inline(always)]
fn add_weights<S: Simd, R: Rank>(
    simd: S,
    ranks: &[[R; BLOCK]],
    live: u64,
    weights: &[Row],
    sums: &mut [u64],
) {
    for (ranks, sums) in ranks.iter().zip(sums.chunks_exact_mut(weights.len().max(1))) {
        let mut left = R::firsts(simd, ranks) & live;
        while left != 0 {
            // A word's lowest bit lies below the length of a row.
            let sample = left.trailing_zeros() as usize;
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += Tally::steps(weight[sample]);
            }
            left &= left - 1;
        }
    }
}

/// An option with the weights that are central to it.
pub struct Candidate {
    /// Its place in the table.
    pub place: usize,
    pub weights: Vec<f64>,
}

/// Candidates that an option has to be held against, with their weights criterion by criterion.
pub struct Against {
    /// Their places among the candidates; the last is told again where there are fewer.
    candidates: [usize; TILE],
    weights: Vec<[f64; TILE]>,
}

/// For each option of a table the candidates whose first place it can decide: themselves, and those
/// that it could pass under their weights.
pub fn contests(table: &SimulatedTable, candidates: &[Candidate]) -> Vec<Vec<Against>> {
    let own = |candidate: &Candidate| table.extent(candidate.place, &candidate.weights).0;
    let least: Vec<f64> = candidates.iter().map(own).collect();
    let of = |place: usize| {
        let counts = |(candidate, least): &(&Candidate, &f64)| {
            let (_, most) = table.extent(place, &candidate.weights);
            candidate.place == place || most > **least
        };
        let held = candidates.iter().zip(&least).enumerate();
        let held = held.filter(|(_, pair)| counts(pair)).map(|(index, _)| index);
        let held: Vec<usize> = held.collect();
        held.chunks(TILE).map(|held| Against::new(candidates, held)).collect()
    };
    (0..table.count()).map(of).collect()
}

impl Against {
    /// Of one candidate at least, [`TILE`] at most.
    fn new(all: &[Candidate], held: &[usize]) -> Self {
        let last = held.last().copied().unwrap_or(0);
        let candidates = std::array::from_fn(|at| held.get(at).copied().unwrap_or(last));
        let width = all.get(last).map_or(0, |candidate| candidate.weights.len());
        let weight = |criterion: usize| {
            candidates.map(|index: usize| {
                let weights = all.get(index).map(|candidate| &candidate.weights);
                weights.and_then(|weights| weights.get(criterion)).copied().unwrap_or(0.0)
            })
        };
        Self { candidates, weights: (0..width).map(weight).collect() }
    }
}

/// One thread's counts of how often each candidate is first under fresh draws of the scores.
pub struct ConfidenceWorker<'a> {
    table: &'a SimulatedTable,
    candidates: &'a [Candidate],
    contests: &'a [Vec<Against>],
    values: Vec<Row>,
    own: Vec<Row>,
    best_other: Vec<Row>,
    pub firsts: Vec<u64>,
}

impl<'a> ConfidenceWorker<'a> {
    pub fn new(
        table: &'a SimulatedTable,
        candidates: &'a [Candidate],
        contests: &'a [Vec<Against>],
    ) -> Self {
        let rows = |count: usize| vec![[0.0; BLOCK]; count];
        let count = candidates.len();
        Self {
            table,
            candidates,
            contests,
            values: rows(table.width),
            own: rows(count),
            best_other: rows(count),
            firsts: vec![0; count],
        }
    }

    #[inline(always)]
    pub fn run<S: Simd>(&mut self, simd: S, seed: u64, chunk: u64, samples: u64) {
        let Self { table, candidates, contests, values, own, best_other, firsts } = self;
        let mut generator = Generator::new(seed, Purpose::Confidence, chunk);
        for live in blocks(samples) {
            // No total is below 0.
            best_other.fill([0.0; BLOCK]);
            table.draw_options(simd, &mut generator, values, |place, values| {
                for against in &contests[place] {
                    for at in vectors::<S>() {
                        let totals = totals_under(simd, values, &against.weights, at);
                        for (candidate, total) in against.candidates.iter().zip(totals) {
                            // Contests name the places of candidates.
                            if candidates[*candidate].place == place {
                                store::<S>(total, &mut own[*candidate], at);
                            } else {
                                let best = &mut best_other[*candidate];
                                store::<S>(max(simd, best, total, at), best, at);
                            }
                        }
                    }
                }
            });
            for ((own, best), firsts) in own.iter().zip(best_other.iter()).zip(firsts.iter_mut()) {
                let counted = own.iter().zip(best).take(live.count_ones() as usize);
                *firsts += counted.filter(|(own, best)| !is_better(**best, **own)).count() as u64;
            }
        }
    }
}

#[inline(always)]
fn max<S: Simd>(simd: S, best: &Row, total: S::f64s, at: usize) -> S::f64s {
    load(simd, best, at).max(total)
}
