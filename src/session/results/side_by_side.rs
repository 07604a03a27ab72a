//! The teams side by side.

use super::Query;
use super::query::{evaluated, every_weighting};
use crate::analysis::Watch;
use crate::evaluation::{Evaluations, SideBySide, order_of_teams, side_by_side};

/// The weighed teams' results, and in which order their rankings stand.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SideBySideOfWeighed;

/// The teams that have weighed, as they are compared.
pub struct WeighedTeams {
    pub results: SideBySide,
    /// The indices of the teams that have weighed, in the order in which lines between their
    /// rankings cross least.
    pub order: Vec<usize>,
}

impl Query for SideBySideOfWeighed {
    type Output = WeighedTeams;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cost_of(&every_weighting(evaluations))
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        evaluated([(evaluations, every_weighting(evaluations))], watch)?;
        let results = side_by_side(evaluations);
        let order = order_of_teams(evaluations.scenario(), &results.weighed);
        Some(WeighedTeams { results, order })
    }
}
