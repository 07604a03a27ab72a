//! What the scores lack.

use super::Query;
use crate::analysis::Watch;
use crate::evaluation::{Evaluations, Gaps, Weighting, gaps};

/// How many cells aren't scored or rest on weak evidence, as a weighting sees them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct GapsOf(pub Weighting);

impl Query for GapsOf {
    type Output = Gaps;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cells()
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        Some(gaps(evaluations, &self.0))
    }
}
