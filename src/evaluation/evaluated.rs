//! What one weighting makes of a document.

use std::sync::Arc;

use crate::analysis::{Problem, Ranking};
use crate::elicitation::Shares;
use crate::model::Finding;

/// What a weighting makes of a document.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Shared by the viewpoints that see the same scores.
    pub problem: Arc<Problem>,
    pub shares: Shares,
    pub ranking: Ranking,
    /// In the order: shares, scores, ranking.
    pub findings: Vec<Finding>,
}
