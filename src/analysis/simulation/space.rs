//! From which weightings a simulation draws.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::block::{BLOCK, Row, load, store, vectors};
use super::generator::Generator;
use super::network::Network;
use crate::analysis::is_better;

/// A set of weightings.
#[derive(Clone, Debug, PartialEq)]
pub enum WeightSpace {
    /// Every weighting of so many criteria, each as likely as any other.
    Any(usize),
    /// Those that fall in the order of these shares; shares that tie are free among themselves.
    Order(Vec<f64>),
    /// Those that are a part of these shares and, by so many points of 100, of any weighting: none
    /// moves more than that.
    Near { shares: Vec<f64>, points: f64 },
    /// The mixes of these weightings, one for each team; with one or more teams.
    Mixes(Vec<Vec<f64>>),
}

/// Draws the weightings of a block, one row for each criterion.
#[derive(Clone, Debug)]
pub(super) struct Sampler {
    space: WeightSpace,
    /// Sorts the numbers whose gaps are a uniform weighting.
    gaps: Network,
    /// Under an order: sorts the weighting, rising.
    order: Network,
    /// Under an order: the criteria that share a place, the least important first.
    places: Vec<Vec<usize>>,
    criteria: usize,
    /// How many parts a uniform weighting has: criteria, or teams.
    parts: usize,
}

/// What a sampler works in.
#[derive(Clone, Debug)]
pub(super) struct SampleRows {
    parts: Vec<Row>,
    weights: Vec<Row>,
}

impl Sampler {
    pub(super) fn new(space: WeightSpace) -> Self {
        let (criteria, parts) = match &space {
            WeightSpace::Any(count) => (*count, *count),
            WeightSpace::Order(shares) | WeightSpace::Near { shares, .. } => {
                (shares.len(), shares.len())
            }
            WeightSpace::Mixes(teams) => (teams.first().map_or(0, Vec::len), teams.len()),
        };
        let places =
            if let WeightSpace::Order(shares) = &space { places(shares) } else { Vec::new() };
        let order = Network::new(if places.is_empty() { 0 } else { parts });
        Self { space, gaps: Network::new(parts.saturating_sub(1)), order, places, criteria, parts }
    }

    pub(super) fn rows(&self) -> SampleRows {
        // Behind the parts, the numbers by which the criteria of a place are shuffled.
        let keys: usize = self.places.iter().map(|tied| tied.len() - 1).sum();
        SampleRows {
            parts: vec![[0.0; BLOCK]; self.parts + keys],
            weights: vec![[0.0; BLOCK]; self.criteria],
        }
    }

    /// Draws a block's weightings.
    #[inline(always)]
    pub(super) fn draw<'a, S: Simd>(
        &self,
        simd: S,
        generator: &mut Generator,
        rows: &'a mut SampleRows,
    ) -> &'a [Row] {
        let SampleRows { parts, weights } = rows;
        // The first row isn't drawn: it becomes the last gap.
        generator.fill(simd, parts.get_mut(1..).unwrap_or_default());
        let (parts, keys) = parts.split_at_mut(self.parts);
        self.gaps.sort(simd, parts.get_mut(1..).unwrap_or_default());
        gaps(simd, parts);
        match &self.space {
            WeightSpace::Any(_) => return parts,
            WeightSpace::Near { shares, points } => near(simd, parts, shares, points / 100.0),
            WeightSpace::Order(_) => {
                self.order.sort(simd, parts);
                deal(&self.places, parts, keys, weights);
                return weights;
            }
            WeightSpace::Mixes(teams) => {
                mix(simd, teams, parts, weights);
                return weights;
            }
        }
        parts
    }
}

/// The criteria by rising share, those that tie together.
fn places(shares: &[f64]) -> Vec<Vec<usize>> {
    let mut rising: Vec<(usize, f64)> = shares.iter().copied().enumerate().collect();
    rising.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let tied = rising.chunk_by(|(_, a), (_, b)| !is_better(*b, *a));
    tied.map(|tied| tied.iter().map(|(criterion, _)| *criterion).collect()).collect()
}

/// Sorted numbers from 1 to 2, all rows but the first, become their gaps: a weighting that is
/// uniform over all weightings.
#[inline(always)]
fn gaps<S: Simd>(simd: S, rows: &mut [Row]) {
    let Some((last, sorted)) = rows.split_first_mut() else { return };
    for at in vectors::<S>() {
        let mut before = S::f64s::splat(simd, 1.0);
        for row in sorted.iter_mut() {
            let number = load(simd, row, at);
            store::<S>(number - before, row, at);
            before = number;
        }
        store::<S>(S::f64s::splat(simd, 2.0) - before, last, at);
    }
}

#[inline(always)]
fn near<S: Simd>(simd: S, rows: &mut [Row], shares: &[f64], part: f64) {
    for (row, share) in rows.iter_mut().zip(shares) {
        let kept = S::f64s::splat(simd, (1.0 - part) * share);
        for at in vectors::<S>() {
            store::<S>(kept + load(simd, row, at) * part, row, at);
        }
    }
}

#[inline(always)]
fn mix<S: Simd>(simd: S, teams: &[Vec<f64>], parts: &[Row], weights: &mut [Row]) {
    for (criterion, weight) in weights.iter_mut().enumerate() {
        for at in vectors::<S>() {
            let mut sum = S::f64s::splat(simd, 0.0);
            for (part, shares) in parts.iter().zip(teams) {
                sum += load(simd, part, at) * shares.get(criterion).copied().unwrap_or(0.0);
            }
            store::<S>(sum, weight, at);
        }
    }
}

/// Deals rising weights out to the criteria in order of their places; those of one place get theirs
/// shuffled (Fisher and Yates), by a number from 1 to 2 for each step.
fn deal(places: &[Vec<usize>], mut rising: &[Row], mut keys: &[Row], weights: &mut [Row]) {
    for tied in places {
        let (dealt, above) = rising.split_at(tied.len().min(rising.len()));
        let (own_keys, other_keys) = keys.split_at((tied.len() - 1).min(keys.len()));
        match (tied.as_slice(), dealt) {
            ([criterion], [weight]) => {
                weights.get_mut(*criterion).into_iter().for_each(|row| *row = *weight);
            }
            _ => (0..BLOCK).for_each(|sample| shuffle(sample, tied, dealt, own_keys, weights)),
        }
        (rising, keys) = (above, other_keys);
    }
}

fn shuffle(sample: usize, tied: &[usize], dealt: &[Row], keys: &[Row], weights: &mut [Row]) {
    let at = |row: &Row| row.get(sample).copied().unwrap_or(0.0);
    let mut open: Vec<usize> = tied.to_vec();
    for (step, weight) in dealt.iter().enumerate() {
        // A key is below 2, so that what is drawn is below the number of the open ones; the last
        // needs no key.
        let drawn = keys.get(step).map_or(0.0, |key| (at(key) - 1.0) * open.len() as f64);
        let criterion = open.swap_remove(drawn as usize);
        weights
            .get_mut(criterion)
            .and_then(|row| row.get_mut(sample))
            .into_iter()
            .for_each(|place| *place = at(weight));
    }
}
