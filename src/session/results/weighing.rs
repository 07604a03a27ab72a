//! What a team wants to know while it weighs: where each criterion's swing ends, and what the
//! weights have moved.

use super::{OtherDocument, Query};
use crate::analysis::Watch;
use crate::evaluation::{
    Evaluations, Hint, SwingEnds, Weighting, hints, moves_against_equal, swing_ends,
};

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

/// The questions about a team's weights, beside the document as it was opened.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct HintsOf(pub Weighting, pub OtherDocument);

impl Query for HintsOf {
    type Output = Vec<Hint>;

    /// Pairs of criteria are compared option by option.
    fn cost(&self, evaluations: &Evaluations) -> usize {
        let criteria = evaluations.scenario().criteria.len();
        evaluations.cost_of([&self.0])
            + self.1.0.cost_of([&self.0])
            + evaluations.cells() * criteria
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        let Ok(evaluation) = evaluations.of(&self.0) else { return Some(Vec::new()) };
        let opened = self.1.0.of(&self.0).ok();
        let opened = opened.as_deref().map(|opened| (&**self.1.scenario(), opened));
        Some(hints(evaluations.scenario(), &self.0, &evaluation, opened))
    }
}
