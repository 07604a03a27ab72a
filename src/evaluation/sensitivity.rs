//! How firm a result of the weighted sum is: all that METHODS.md asks of one weighting but the
//! simulation.

use super::{Evaluation, Weighting};
use crate::analysis::{
    Asked, Dominance, Flip, NeverWins, Stability, Values, Watch, dominance, flip, never_wins,
    stability,
};
use crate::model::Scenario;

/// The answers, over the scored options alone; options by their indices in the document.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// The first in the document of those that tie at the top; none where nothing is ranked.
    pub winner: Option<usize>,
    pub dominance: Vec<Dominance>,
    /// One for each criterion.
    pub stability: Vec<Stability>,
    pub flip: Option<Flip>,
    pub never_wins: Vec<NeverWins>,
}

/// Asks them of an evaluation, on the threads of the current pool. None where the watch was told to
/// cancel.
pub fn sensitivity(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    watch: &Watch,
) -> Option<Sensitivity> {
    let (values, shares) = (Values::new(&evaluation.problem), &evaluation.shares.criteria);
    let team = match weighting {
        Weighting::Mean => None,
        Weighting::Team(id) => Some(id),
    };
    Some(Sensitivity {
        winner: values.winner(shares).and_then(|place| values.options.get(place).copied()),
        dominance: dominance(&values),
        stability: stability(&values, shares),
        flip: flip(&values, shares),
        never_wins: never_wins(Asked { scenario, team }, &evaluation.problem, watch)?,
    })
}

/// The flip distance of an evaluation alone.
pub fn flip_of(evaluation: &Evaluation) -> Option<Flip> {
    flip(&Values::new(&evaluation.problem), &evaluation.shares.criteria)
}
