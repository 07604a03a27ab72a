//! What a team wants to know while it weighs: where each criterion's swing ends, and what the
//! weights have moved.

use super::Query;
use crate::analysis::Watch;
use crate::evaluation::{Evaluations, SwingEnds, Weighting, moves_against_equal, swing_ends};

/// The ends of each criterion's swing, with the options that stand there by a weighting's scores;
/// none where the scale is to be made of scores and there are none, empty where the weighting is
/// withheld.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SwingEndsOf(pub Weighting);

impl Query for SwingEndsOf {
    type Output = Vec<Option<SwingEnds>>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cost_of([&self.0]) + evaluations.cells()
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        let ends = |evaluation: &_| swing_ends(evaluations.scenario(), evaluation);
        Some(evaluations.of(&self.0).map_or_else(|_| Vec::new(), |evaluation| ends(&evaluation)))
    }
}

/// How many places each option gained or lost under a weighting against equal weights; empty where
/// the weighting is withheld.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct MovesAgainstEqual(pub Weighting);

impl Query for MovesAgainstEqual {
    type Output = Vec<Option<i64>>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        evaluations.cost_of([&self.0]) + evaluations.cells()
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        let moves = |evaluation: &_| moves_against_equal(evaluations.scenario(), evaluation);
        Some(evaluations.of(&self.0).map_or_else(|_| Vec::new(), |evaluation| moves(&evaluation)))
    }
}
