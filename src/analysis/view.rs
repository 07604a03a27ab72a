//! What one team sees: its scores, and what weighs how much.

use crate::analysis::{Problem, weighted_sum};

/// A problem under shares, one each for the criteria, that sum to one.
#[derive(Clone, Copy)]
pub struct TeamView<'a> {
    pub problem: &'a Problem,
    pub shares: &'a [f64],
}

impl TeamView<'_> {
    /// The first in document order of the options that are first; none where none is ranked.
    pub(super) fn winner(&self) -> Option<usize> {
        weighted_sum(self.problem, self.shares).winners().map(|winner| winner.option).min()
    }
}
