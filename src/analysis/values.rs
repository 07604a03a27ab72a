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

    /// Of these rows, all of one length.
    #[cfg(test)]
    pub(super) fn of_rows(options: Vec<usize>, rows: &[&[f64]]) -> Self {
        let width = rows.first().map_or(0, |row| row.len());
        Self { options, width, values: rows.concat() }
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

/// The same values criterion by criterion, so that many options are added up at once.
pub(super) struct Columns {
    count: usize,
    columns: Vec<Vec<f64>>,
}

impl Columns {
    pub(super) fn new(values: &Values) -> Self {
        let column = |criterion: usize| {
            values.rows().map(|row| row.get(criterion).copied().unwrap_or(0.0)).collect()
        };
        Self { count: values.count(), columns: (0..values.width).map(column).collect() }
    }

    /// [`Values::totals`]: the same sums, but for shares of zero, which add nothing.
    pub(super) fn totals(&self, shares: &[f64]) -> Vec<f64> {
        let mut totals = vec![0.0; self.count];
        for (column, share) in self.columns.iter().zip(shares).filter(|(_, share)| **share != 0.0) {
            for (total, value) in totals.iter_mut().zip(column) {
                *total += value * share;
            }
        }
        totals
    }

    /// The best value on each criterion.
    pub(super) fn best(&self) -> impl Iterator<Item = f64> {
        self.columns.iter().map(|column| column.iter().copied().fold(f64::NEG_INFINITY, f64::max))
    }

    /// The best value on each criterion of all but one option.
    pub(super) fn best_beside(&self, place: usize) -> impl Iterator<Item = f64> {
        let best = move |column: &Vec<f64>| {
            let (before, after) = column.split_at(place.min(column.len()));
            let others = before.iter().chain(after.iter().skip(1)).copied();
            others.fold(f64::NEG_INFINITY, f64::max)
        };
        self.columns.iter().map(best)
    }
}
