//! What a simulation counts: whole numbers only, so that the order in which threads and chunks are
//! added changes nothing.

/// Weights are added up in steps of 2⁻⁵².
const STEPS: f64 = 4_503_599_627_370_496.0;

/// Counts over samples, options by their places in the table.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Row by row for each option: how often it holds each rank.
    pub ranks: Vec<u64>,
    /// Row by row for each option: how often it is strictly better than each other.
    pub wins: Vec<u64>,
    /// Row by row for each option: the weights of the samples in which it is first, summed.
    pub weights: Vec<u128>,
    /// The same of the chunk at hand, which can't overflow.
    pub chunk_weights: Vec<u64>,
}

impl Tally {
    pub fn new(options: usize, criteria: usize) -> Self {
        let (pairs, cells) = (options * options, options * criteria);
        Self {
            ranks: vec![0; pairs],
            wins: vec![0; pairs],
            weights: vec![0; cells],
            chunk_weights: vec![0; cells],
        }
    }

    /// Adds a weight, 0..1, in steps of 2⁻⁵²: the digits that it has behind 1.
    #[inline(always)]
    pub fn steps(weight: f64) -> u64 {
        (weight + 1.0).to_bits() - 1.0_f64.to_bits()
    }

    /// Moves the chunk's sums over.
    pub fn end_chunk(&mut self) {
        for (sum, chunk) in self.weights.iter_mut().zip(&mut self.chunk_weights) {
            *sum += u128::from(std::mem::take(chunk));
        }
    }

    /// Adds what another thread counted.
    pub fn add(&mut self, other: &Self) {
        add(&mut self.ranks, &other.ranks);
        add(&mut self.wins, &other.wins);
        self.weights.iter_mut().zip(&other.weights).for_each(|(sum, more)| *sum += more);
    }

    /// The mean of the weights summed over so many samples.
    pub fn mean_weight(sum: u128, samples: u64) -> f64 {
        sum as f64 / samples as f64 / STEPS
    }
}

pub fn add(sums: &mut [u64], more: &[u64]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}
