//! Ranks of totals, sample by sample: by counting the better ones where options are few, by sorting
//! where they are many.

use std::cmp::Ordering;

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd};

use super::block::{BLOCK, Row, load, vectors};
use crate::analysis::TIE;

/// Options whose ranks are counted together.
pub const TILE: usize = 4;
/// Up to this many options ranks fit a byte.
pub const FEW: usize = i8::MAX as usize;
/// From this many options on a sort is quicker than comparing every pair.
const MANY: usize = 256;

/// The number of better options, narrow enough that a vector holds many.
pub trait Rank: Copy + Default + Send + Sync {
    fn of(better: u32) -> Self;
    fn place(self) -> usize;
    /// For each sample of a block one bit: whether the first rank is better than the second.
    fn wins<S: Simd>(simd: S, first: &[Self; BLOCK], second: &[Self; BLOCK]) -> u64;
    /// For each sample of a block one bit: whether the rank is the first.
    fn firsts<S: Simd>(simd: S, ranks: &[Self; BLOCK]) -> u64;
}

/// The ranks of up to [`FEW`] options.
impl Rank for i8 {
    fn of(better: u32) -> Self {
        // Options are fewer than the type's numbers.
        better as Self
    }

    fn place(self) -> usize {
        self as usize
    }

    #[inline(always)]
    fn wins<S: Simd>(simd: S, first: &[Self; BLOCK], second: &[Self; BLOCK]) -> u64 {
        wins::<S, S::i8s>(simd, first, second)
    }

    #[inline(always)]
    fn firsts<S: Simd>(simd: S, ranks: &[Self; BLOCK]) -> u64 {
        firsts::<S, S::i8s>(simd, ranks)
    }
}

/// The ranks of all that a scenario may hold.
impl Rank for i16 {
    fn of(better: u32) -> Self {
        // Options are fewer than the type's numbers.
        better as Self
    }

    fn place(self) -> usize {
        self as usize
    }

    #[inline(always)]
    fn wins<S: Simd>(simd: S, first: &[Self; BLOCK], second: &[Self; BLOCK]) -> u64 {
        wins::<S, S::i16s>(simd, first, second)
    }

    #[inline(always)]
    fn firsts<S: Simd>(simd: S, ranks: &[Self; BLOCK]) -> u64 {
        firsts::<S, S::i16s>(simd, ranks)
    }
}

/// The ranks of a block: for each option, sample by sample, how many are better by more than a tie.
#[derive(Clone, Debug)]
pub struct Ranks<R> {
    rows: Vec<[R; BLOCK]>,
    count: usize,
    wide: [[i64; BLOCK]; TILE],
    /// Of one sample, while it is sorted.
    falling: Vec<(f64, usize)>,
}

impl<R: Rank> Ranks<R> {
    pub fn new(count: usize) -> Self {
        let falling = Vec::with_capacity(if count >= MANY { count } else { 0 });
        Self {
            rows: vec![[R::default(); BLOCK]; padded(count)],
            count,
            wide: [[0; BLOCK]; TILE],
            falling,
        }
    }

    /// One row for each option.
    pub fn rows(&self) -> &[[R; BLOCK]] {
        self.rows.get(..self.count).unwrap_or_default()
    }

    /// Ranks a block's totals, which are padded to whole tiles. Whether any two tie: without ties a
    /// sample's ranks sum to 0 + 1 + … , with any to less.
    #[inline(always)]
    pub fn rank<S: Simd>(&mut self, simd: S, totals: &[Row]) -> bool {
        let sum = if self.count < MANY {
            self.by_counting(simd, totals)
        } else {
            self.by_sorting(totals)
        };
        sum < BLOCK * self.count * self.count.saturating_sub(1) / 2
    }

    #[inline(always)]
    fn by_counting<S: Simd>(&mut self, simd: S, totals: &[Row]) -> usize {
        let others = totals.get(..self.count).unwrap_or_default();
        let mut sum = 0;
        let mut left = self.count;
        for (own, ranks) in
            totals.as_chunks::<TILE>().0.iter().zip(self.rows.as_chunks_mut::<TILE>().0)
        {
            for at in vectors::<S>() {
                let own = own.each_ref().map(|row| load(simd, row, at));
                for (better, wide) in
                    count_better(simd, others, own, at).into_iter().zip(&mut self.wide)
                {
                    // `vectors` stays within a row.
                    better.store_slice(&mut wide[at..at + S::f64s::LEN]);
                }
            }
            for (rank, wide) in ranks.iter_mut().zip(&self.wide).take(left) {
                sum += wide.iter().sum::<i64>() as usize;
                rank.iter_mut().zip(wide).for_each(|(rank, better)| *rank = R::of(*better as u32));
            }
            left = left.saturating_sub(TILE);
        }
        sum
    }

    fn by_sorting(&mut self, totals: &[Row]) -> usize {
        let Self { rows, falling, count, .. } = self;
        let mut sum = 0;
        for sample in 0..BLOCK {
            falling.clear();
            falling.extend(
                totals
                    .iter()
                    .take(*count)
                    .map(|row| row.get(sample).copied().unwrap_or(0.0))
                    .zip(0..),
            );
            falling.sort_unstable_by(|(a, _), (b, _)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
            let mut ahead = falling.iter().peekable();
            let mut better = 0;
            for (own, option) in falling.iter() {
                while ahead.next_if(|(other, _)| is_above(*other, *own)).is_some() {
                    better += 1;
                }
                if let Some(place) = rows.get_mut(*option).and_then(|row| row.get_mut(sample)) {
                    *place = R::of(better as u32);
                }
                sum += better;
            }
        }
        sum
    }
}

/// Whether a total is better than another, by the very comparison that lanes make.
fn is_above(other: f64, own: f64) -> bool {
    other > own + TIE
}

/// For each of a tile's totals how many others are better by more than a tie, as everywhere: totals
/// that are equal but for how they were rounded are level in every sample.
#[inline(always)]
fn count_better<S: Simd>(
    simd: S,
    others: &[Row],
    own: [S::f64s; TILE],
    at: usize,
) -> [S::i64s; TILE] {
    let (none, one) = (S::i64s::splat(simd, 0), S::i64s::splat(simd, 1));
    let mut better = [none; TILE];
    let own = own.map(|own| own + TIE);
    for other in others {
        let other = load(simd, other, at);
        for (better, own) in better.iter_mut().zip(own) {
            let is_better = other.simd_gt(own);
            // Where a comparison gives bits, they choose lanes to add to; elsewhere it gives lanes
            // of −1 to subtract.
            *better = match simd.level() {
                #[cfg(target_arch = "x86_64")]
                Level::Avx512(_) => is_better.select(*better + one, *better),
                _ => *better - is_better.to_vector(),
            };
        }
    }
    better
}

#[inline(always)]
fn wins<S: Simd, V: SimdInt<S>>(
    simd: S,
    first: &[V::Element; BLOCK],
    second: &[V::Element; BLOCK],
) -> u64 {
    let pairs = first.chunks_exact(V::LEN).zip(second.chunks_exact(V::LEN));
    pairs.enumerate().fold(0, |bits, (index, (first, second))| {
        let is_better = V::from_slice(simd, first).simd_lt(V::from_slice(simd, second));
        bits | is_better.to_bitmask() << (index * V::LEN)
    })
}

#[inline(always)]
fn firsts<S: Simd, V: SimdInt<S>>(simd: S, ranks: &[V::Element; BLOCK]) -> u64
where
    V::Element: Default,
{
    let first = V::splat(simd, V::Element::default());
    let vectors = ranks.chunks_exact(V::LEN).enumerate();
    vectors.fold(0, |bits, (index, ranks)| {
        bits | V::from_slice(simd, ranks).simd_eq(first).to_bitmask() << (index * V::LEN)
    })
}

/// Rows for so many options, up to whole tiles.
pub fn padded(count: usize) -> usize {
    count.div_ceil(TILE) * TILE
}
