//! One weighting's shares, ranking and findings; and the criteria's scales, which are everyone's.

use std::sync::Arc;

use super::Query;
use super::query::evaluated;
use crate::analysis::{Scale, Watch};
use crate::evaluation::{Evaluation, Evaluations, Weighting, Withheld};

/// What a weighting makes of the document, or why nothing is told.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EvaluationOf(pub Weighting);

impl Query for EvaluationOf {
    type Output = Result<Arc<Evaluation>, Withheld>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cost_of([&self.0])
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        if self.0 == Weighting::Mean {
            let teams = evaluations.scenario().teams.iter();
            let teams = teams.map(|team| Weighting::Team(team.id.clone())).collect();
            evaluated([(evaluations, teams)], watch)?;
        }
        Some(evaluations.of(&self.0))
    }
}

/// One scale for each criterion.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Scales;

impl Query for Scales {
    type Output = Vec<Scale>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cost_of_scales()
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        Some(evaluations.scales().to_vec())
    }
}
