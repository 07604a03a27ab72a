//! The options that are fully scored and not ruled out, by their values: what every question about
//! firmness is asked of.

use crate::analysis::{Problem, is_better};

/// Options by criteria, row by row, no cell missing.
#[derive(Clone, Debug)]
pub struct Values {
    /// Their indices in the document, rising.
    pub options: Vec<usize>,
    /// The number of criteria.
    pub width: usize,
    /// 0..1, 1 best.
    values: Vec<f64>,
}

impl Values {
    pub fn new(problem: &Problem) -> Self {
        let options: Vec<usize> = problem.complete().collect();
        let values = options.iter().flat_map(|option| problem.values(*option)).copied().collect();
        Self { options, width: problem.criterion_count(), values }
    }

    /// How many options there are.
    pub fn count(&self) -> usize {
        self.options.len()
    }

    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f64]> + Clone {
        self.values.chunks_exact(self.width.max(1))
    }

    /// The values of the option at a place of `options`; empty where there is none.
    pub fn row(&self, place: usize) -> &[f64] {
        self.values.get(place * self.width..(place + 1) * self.width).unwrap_or_default()
    }

    /// The totals under shares, place by place.
    pub fn totals(&self, shares: &[f64]) -> Vec<f64> {
        self.rows().map(|row| total(row, shares)).collect()
    }

    /// The place of the option with the best total, the first of those that tie; none where there
    /// is no option.
    pub fn winner(&self, shares: &[f64]) -> Option<usize> {
        let totals = self.totals(shares);
        let best = totals.iter().copied().reduce(f64::max)?;
        totals.iter().position(|total| !is_better(best, *total))
    }
}

/// Σ w v, in the order of the criteria.
pub(super) fn total(values: &[f64], shares: &[f64]) -> f64 {
    values.iter().zip(shares).map(|(value, share)| value * share).sum()
}
