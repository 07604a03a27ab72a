//! What lies between two views: what they part over, and the single steps that would end it.

use std::sync::Arc;

use super::evaluated::Evaluation;
use super::evaluations::Evaluations;
use super::half::Half;
use super::parting::{Parting, parting};
use crate::analysis::{Step, Takes, TeamView, ending_steps};
use crate::model::{NodeId, Scenario, TeamId};

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
    let mut steps: Vec<Step> = if stands_before(right, left) {
        let swapped = |step: Step| Step { side: 1 - step.side, ..step };
        ending_steps([other, one]).into_iter().map(swapped).collect()
    } else {
        ending_steps([one, other])
    };
    let first = |it: &Evaluation| it.ranking.winners().map(|winner| winner.option).min();
    let both_choose = first(&a).filter(|first_of_a| first(&b) == Some(*first_of_a));
    if first(&a).is_some() && first(&b).is_some() && both_choose.is_none() {
        on_scales_of_their_own(left, right, &mut steps);
    }
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

/// Judges the steps anew that take scores over on a criterion whose scale teams' own scores alone
/// make: the step moves the scale, and so what both teams choose.
fn on_scales_of_their_own(left: Half, right: Half, steps: &mut Vec<Step>) {
    if !Arc::ptr_eq(left.scenario(), right.scenario()) {
        return;
    }
    let criteria = left.scenario().criteria.iter().enumerate();
    for (criterion, about) in criteria.filter(|(at, _)| left.evaluations.has_scale_of_own(*at)) {
        steps.retain(|step| step.takes != Takes::Scores || step.criterion != criterion);
        for side in [0, 1] {
            let (own, other) = if side == 0 { (left, right) } else { (right, left) };
            let winner = winner_after(own, other, &about.id);
            let step = |winner| Step { side, takes: Takes::Scores, criterion, winner };
            steps.extend(winner.map(step));
        }
    }
    let is_turned = stands_before(right, left);
    let side = |step: &Step| if is_turned { 1 - step.side } else { step.side };
    steps.sort_by_key(|step| (step.takes == Takes::Scores, side(step), step.criterion));
}

/// The option that is first for both once one scores a criterion as the other does; none where they
/// differ still.
fn winner_after(own: Half, other: Half, criterion: &NodeId) -> Option<usize> {
    let after = Evaluations::new(Arc::new(with_scores_of(own, other, criterion)?));
    let first = |half: Half| {
        let ranking = &after.of(half.weighting).ok()?.ranking;
        ranking.winners().map(|winner| winner.option).min()
    };
    first(own).filter(|winner| first(other) == Some(*winner))
}

/// The document with one half's team scoring a criterion as the other's does.
fn with_scores_of(own: Half, other: Half, criterion: &NodeId) -> Option<Scenario> {
    let taker = own.team()?.id().clone();
    let mut changed = Scenario::clone(own.scenario());
    let team = changed.teams.iter_mut().find(|team| team.id == taker)?;
    let scores = &mut Arc::make_mut(team).opened_mut()?.scores;
    for option in &own.scenario().options {
        match other.cell(&option.id, criterion) {
            Some(cell) => scores.set(option.id.clone(), criterion.clone(), cell.clone()),
            None => scores.remove(&option.id, criterion),
        }
    }
    Some(changed)
}
