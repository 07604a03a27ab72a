//! The options that are fully scored and not ruled out, by their raw scores: what the methods beside the weighted sum rank.

use crate::analysis::Problem;
use crate::model::{Criterion, Goal};

/// Options by criteria, row by row, no cell missing.
#[derive(Clone, Debug)]
pub struct Scored<'a> {
    /// Their indices in the document, rising.
    pub options: Vec<usize>,
    pub criteria: &'a [Criterion],
    /// In the criteria's units.
    scores: Vec<f64>,
}

impl<'a> Scored<'a> {
    /// None of the options where there are no criteria.
    pub fn new(problem: &Problem, criteria: &'a [Criterion]) -> Self {
        let (options, scores) = problem.complete_rows(|cell| cell.score);
        Self { options, criteria, scores }
    }

    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f64]> + Clone {
        self.scores.chunks_exact(self.criteria.len().max(1))
    }

    pub fn column(&self, criterion: usize) -> impl Iterator<Item = f64> + Clone {
        self.scores.iter().skip(criterion).step_by(self.criteria.len().max(1)).copied()
    }

    /// The best and the worst score on each criterion by its goal; empty where there are no options.
    pub fn ends(&self) -> Vec<Ends> {
        let mut rows = self.rows();
        let Some(first) = rows.next() else { return Vec::new() };
        let (mut least, mut greatest) = (first.to_vec(), first.to_vec());
        for row in rows {
            for ((least, greatest), score) in least.iter_mut().zip(&mut greatest).zip(row) {
                *least = least.min(*score);
                *greatest = greatest.max(*score);
            }
        }
        let oriented = |((least, greatest), criterion): ((f64, f64), &Criterion)| match criterion.goal {
            Goal::Maximize => Ends { best: greatest, worst: least },
            Goal::Minimize => Ends { best: least, worst: greatest },
        };
        least.into_iter().zip(greatest).zip(self.criteria).map(oriented).collect()
    }

    /// The same without one of its options.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut rest = self.clone();
        if place < rest.options.len() {
            rest.options.remove(place);
            rest.scores.drain(place * self.criteria.len()..(place + 1) * self.criteria.len());
        }
        rest
    }
}

/// The ends of a criterion's scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    pub best: f64,
    pub worst: f64,
}
