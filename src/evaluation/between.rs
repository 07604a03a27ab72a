//! What lies between two views: what they part over, and the single steps that would end it.

use std::sync::Arc;

use super::evaluated::Evaluation;
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
    /// Whether both have the same winner already.
    pub both_choose: Option<usize>,
    /// An option that is first for both, ties included, the first in document order; none where
    /// there is none. Options are told by their indices in the document.
    pub first_for_both: Option<usize>,
    /// Whether one of the two has options that aren't fully scored, which could still lead.
    pub is_open: bool,
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
    let first = |it: &Evaluation| it.ranking.winners().map(|winner| winner.option).min();
    let both_choose = first(&a).filter(|first_of_a| first(&b) == Some(*first_of_a));
    let firsts = |it: &Evaluation| -> Vec<usize> {
        let mut firsts: Vec<usize> = it.ranking.winners().map(|winner| winner.option).collect();
        firsts.sort_unstable();
        firsts
    };
    let (of_a, of_b) = (firsts(&a), firsts(&b));
    let first_for_both = of_a.into_iter().find(|option| of_b.contains(option));
    let is_open = [&a, &b].into_iter().any(|it| !it.ranking.not_scored.is_empty());
    Some(Between { parting: parting(left, right), steps, both_choose, first_for_both, is_open })
}

/// Whether a half's team stands before another's in the document that both are of.
fn stands_before(half: Half, other: Half) -> bool {
    let place = |half: Half| -> Option<usize> {
        let id: TeamId = half.team()?.id().clone();
        half.scenario().teams.iter().position(|team| team.id == id)
    };
    Arc::ptr_eq(half.scenario(), other.scenario()) && place(half) < place(other)
}
