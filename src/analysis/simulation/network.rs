//! Sorting rows sample by sample without a branch: Batcher's network of odd–even merges (1968), for
//! any number of rows.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::block::{Row, load, store, vectors};

/// The pairs of places to be put in order, one after the other.
#[derive(Clone, Debug)]
pub struct Network(Vec<(usize, usize)>);

impl Network {
    pub fn new(count: usize) -> Self {
        let mut pairs = Vec::new();
        let mut size = 1;
        while size < count {
            let mut step = size;
            while step > 0 {
                for start in (step % size..count - step).step_by(2 * step) {
                    let places = start..(start + step).min(count - step);
                    pairs.extend(
                        places
                            .filter(|place| place / (2 * size) == (place + step) / (2 * size))
                            .map(|place| (place, place + step)),
                    );
                }
                step /= 2;
            }
            size *= 2;
        }
        Self(pairs)
    }

    /// Puts rows in rising order, sample by sample.
    #[inline(always)]
    pub fn sort<S: Simd>(&self, simd: S, rows: &mut [Row]) {
        for (lower, upper) in &self.0 {
            let Ok([a, b]) = rows.get_disjoint_mut([*lower, *upper]) else { continue };
            for at in vectors::<S>() {
                let (x, y) = (load(simd, a, at), load(simd, b, at));
                store::<S>(x.min(y), a, at);
                store::<S>(x.max(y), b, at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By the zero–one principle a network that sorts all zeros and ones sorts everything.
    #[test]
    fn networks_of_every_size_sort_every_sequence_of_zeros_and_ones() {
        for count in 0..=14_usize {
            let network = Network::new(count);
            for bits in 0..1_u32 << count {
                let mut places: Vec<bool> =
                    (0..count).map(|place| bits >> place & 1 == 1).collect();
                for (a, b) in &network.0 {
                    if places[*a] && !places[*b] {
                        places.swap(*a, *b);
                    }
                }
                assert!(places.is_sorted(), "{count} {bits:b}");
            }
        }
    }
}
