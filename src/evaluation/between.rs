//! What lies between two views: what they part over, and the single steps that would end it.

use std::sync::Arc;

use super::half::Half;
use super::parting::{Parting, parting};
use crate::analysis::{Step, TeamView, ending_steps};
use crate::model::TeamId;

/// What lies between two.
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    /// None where there are no two options that both rank.
    pub parting: Option<Parting>,
    /// Every single step after which both have the same winner; `side` is 0 for the left one.
    /// Shares before scores, then in document order.
    pub steps: Vec<Step>,
    /// The option that is first for both already, the first in document order of those level, as
    /// an index in the document; none where they differ.
    pub both_choose: Option<usize>,
}

/// What lies between two teams of one document, or of several with the same options and criteria in
/// the same order. None where one is withheld.
pub fn between(left: Half, right: Half) -> Option<Between> {
    let (a, b) = (left.evaluation()?, right.evaluation()?);
    let [one, other] =
        [&a, &b].map(|it| TeamView { problem: &it.problem, shares: &it.shares.criteria });
    let steps = if stands_before(right, left) {
        let swapped = |step: Step| Step { side: 1 - step.side, ..step };
        ending_steps([other, one]).into_iter().map(swapped).collect()
    } else {
        ending_steps([one, other])
    };
    let first = |it: &super::Evaluation| it.ranking.winners().map(|winner| winner.option).min();
    let both_choose = first(&a).filter(|first_of_a| first(&b) == Some(*first_of_a));
    Some(Between { parting: parting(left, right), steps, both_choose })
}

/// Whether a half's team stands before another's in the document that both are of.
fn stands_before(half: Half, other: Half) -> bool {
    let place = |half: Half| -> Option<usize> {
        let id: TeamId = half.team()?.id().clone();
        half.scenario().teams.iter().position(|team| team.id == id)
    };
    Arc::ptr_eq(half.scenario(), other.scenario()) && place(half) < place(other)
}
