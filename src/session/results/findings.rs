//! What is to check.

use super::Query;
use super::query::{evaluated, every_weighting};
use crate::analysis::Watch;
use crate::evaluation::{Evaluations, all_findings};
use crate::model::Finding;

/// Every finding about the document.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Findings;

impl Query for Findings {
    type Output = Vec<Finding>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cost_of(&every_weighting(evaluations))
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        evaluated([(evaluations, every_weighting(evaluations))], watch)?;
        Some(all_findings(evaluations))
    }
}
