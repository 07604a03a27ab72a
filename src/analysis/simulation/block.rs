//! Samples side by side: a row holds one number for each sample of a block, and is worked on a
//! vector at a time.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

/// Samples in a block: as many as a word has bits, so that how a comparison comes out over a block
/// is one word.
pub const BLOCK: usize = 64;

/// One number for each sample of a block.
pub type Row = [f64; BLOCK];

/// Where the vectors of a row begin.
#[inline(always)]
pub fn vectors<S: Simd>() -> impl Iterator<Item = usize> {
    (0..BLOCK).step_by(S::f64s::LEN)
}

/// The vector that begins at one of [`vectors`].
#[inline(always)]
pub fn load<S: Simd>(simd: S, row: &Row, at: usize) -> S::f64s {
    // A vector's length divides a block's.
    S::f64s::from_slice(simd, &row[at..at + S::f64s::LEN])
}

#[inline(always)]
pub fn store<S: Simd>(vector: S::f64s, row: &mut Row, at: usize) {
    // As above.
    vector.store_slice(&mut row[at..at + S::f64s::LEN]);
}
