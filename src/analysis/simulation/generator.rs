//! The generator of the simulation, fixed for good: xoshiro256++ 1.0 (Blackman and Vigna 2019),
//! seeded by `SplitMix64` (Steele, Lea and Flood 2014). Eight streams run side by side, whatever
//! the width of the machine's vectors: sample s of a block draws from stream s mod 8.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::block::{BLOCK, Row, store};

/// Streams, as many as the widest vector has lanes.
pub const STREAMS: usize = 8;
/// The exponent of the numbers from 1 to 2, whose 52 digits are the drawn bits.
const ONE_TO_TWO: u64 = 0x3FF0_0000_0000_0000;
/// The golden ratio's digits, by which `SplitMix64` steps.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// What a chunk of samples is drawn for; each has streams of its own.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    Acceptability = 0,
    Confidence = 1,
}

/// The streams of one chunk of samples.
#[derive(Clone, Debug, PartialEq)]
pub struct Generator {
    /// The four words of state, each with one number for each stream.
    state: [[u64; STREAMS]; 4],
}

impl Generator {
    pub fn new(seed: u64, purpose: Purpose, chunk: u64) -> Self {
        let mut place = mixed(mixed(mixed(seed) ^ purpose as u64) ^ chunk);
        let mut state = [[0; STREAMS]; 4];
        for stream in 0..STREAMS {
            for word in &mut state {
                place = place.wrapping_add(GOLDEN);
                word[stream] = mixed(place);
            }
        }
        Self { state }
    }

    /// Where the vectors of streams begin.
    #[inline(always)]
    pub fn groups<S: Simd>() -> impl Iterator<Item = usize> {
        (0..STREAMS).step_by(S::u64s::LEN)
    }

    /// The streams of a vector, from one of [`Self::groups`] on.
    #[inline(always)]
    pub fn lanes<S: Simd>(&self, simd: S, group: usize) -> Lanes<S> {
        // A vector's length divides the number of streams.
        Lanes(std::array::from_fn(|word| {
            S::u64s::from_slice(simd, &self.state[word][group..group + S::u64s::LEN])
        }))
    }

    /// Takes back the streams that [`Self::lanes`] lent, as far as they have come.
    #[inline(always)]
    pub fn keep<S: Simd>(&mut self, lanes: &Lanes<S>, group: usize) {
        for (vector, word) in lanes.0.iter().zip(&mut self.state) {
            // As above.
            vector.store_slice(&mut word[group..group + S::u64s::LEN]);
        }
    }

    /// Fills rows with numbers from 1 to 2; each sample's come in the order of the rows.
    #[inline(always)]
    pub fn fill<S: Simd>(&mut self, simd: S, rows: &mut [Row]) {
        for group in Self::groups::<S>() {
            let mut lanes = self.lanes(simd, group);
            for at in (group..BLOCK).step_by(STREAMS) {
                for row in rows.iter_mut() {
                    store::<S>(lanes.one_to_two(simd), row, at);
                }
            }
            self.keep(&lanes, group);
        }
    }
}

/// A vector of streams.
pub struct Lanes<S: Simd>([S::u64s; 4]);

impl<S: Simd> Lanes<S> {
    #[inline(always)]
    fn next(&mut self) -> S::u64s {
        let [s0, s1, s2, s3] = self.0;
        let sum = s0 + s3;
        let drawn = ((sum << 23) | (sum >> 41)) + s0;
        let (s2, s3) = (s2 ^ s0, s3 ^ s1);
        self.0 = [s0 ^ s3, s1 ^ s2, s2 ^ (s1 << 17), (s3 << 45) | (s3 >> 19)];
        drawn
    }

    /// Uniform from 1 to 2, in steps of 2⁻⁵².
    #[inline(always)]
    pub fn one_to_two(&mut self, simd: S) -> S::f64s {
        let drawn = self.next();
        from_digits(simd, drawn >> 12)
    }

    /// Two numbers, uniform from 1 to 2, in steps of 2⁻³² and less: the halves of one draw.
    #[inline(always)]
    pub fn two_from_one_to_two(&mut self, simd: S) -> (S::f64s, S::f64s) {
        let drawn = self.next();
        (from_digits(simd, drawn >> 12), from_digits(simd, (drawn << 32) >> 12))
    }
}

#[inline(always)]
fn from_digits<S: Simd>(simd: S, digits: S::u64s) -> S::f64s {
    (digits | S::u64s::splat(simd, ONE_TO_TWO)).bitcast()
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};

    use super::*;

    /// The first numbers that the authors' C code gives for the state 1, 2, 3, 4.
    const PUBLISHED: [u64; 10] = [
        41_943_041,
        58_720_359,
        3_588_806_011_781_223,
        3_591_011_842_654_386,
        9_228_616_714_210_784_205,
        9_973_669_472_204_895_162,
        14_011_001_112_246_962_877,
        12_406_186_145_184_390_807,
        15_849_039_046_786_891_736,
        10_450_023_813_501_588_000,
    ];

    #[test]
    fn the_streams_are_the_published_generator() {
        let state = [1, 2, 3, 4].map(|word| [word; STREAMS]);
        let drawn: Vec<u64> = dispatch!(Level::baseline(), simd => {
            let mut lanes = Generator { state }.lanes(simd, 0);
            PUBLISHED.iter().map(|_| lanes.next().as_slice()[0]).collect()
        });
        assert_eq!(drawn, PUBLISHED);
    }

    #[test]
    fn chunks_purposes_and_seeds_have_streams_of_their_own() {
        let first = |seed, purpose, chunk| Generator::new(seed, purpose, chunk).state[0];
        let all = [
            first(1, Purpose::Acceptability, 0),
            first(1, Purpose::Acceptability, 1),
            first(1, Purpose::Confidence, 0),
            first(0, Purpose::Acceptability, 0),
        ];
        let mut words: Vec<u64> = all.into_iter().flatten().collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), 4 * STREAMS);
    }

    #[test]
    fn drawn_numbers_lie_from_one_to_two_and_are_spread_evenly() {
        let mut rows = vec![[0.0; BLOCK]; 1000];
        let mut generator = Generator::new(7, Purpose::Acceptability, 0);
        dispatch!(Level::new(), simd => generator.fill(simd, &mut rows));
        let all: Vec<f64> = rows.into_iter().flatten().collect();
        assert!(all.iter().all(|number| (1.0..2.0).contains(number)));
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let variance =
            all.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / all.len() as f64;
        // Five standard errors of 64,000 draws.
        assert!(
            (mean - 1.5).abs() < 0.0058 && (variance - 1.0 / 12.0).abs() < 0.0015,
            "{mean} {variance}"
        );
    }
}
