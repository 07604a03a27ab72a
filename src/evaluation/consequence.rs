//! What follows from taking a difference over: who is first then.

use std::sync::Arc;

use super::half::Half;
use super::{Evaluations, TakenOver, Weighting};
use crate::model::{OptionId, Scenario};

/// Who is first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// No option is ranked.
    Nobody,
    /// These, who tie where there are several; in document order.
    These(Vec<OptionId>),
    /// These of those fully scored, while one that isn't may lead.
    Open(Vec<OptionId>),
}

/// Who is first once a difference has been taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    pub first: First,
    /// Whether that is another than before.
    pub is_another: bool,
}

/// What follows for the side whose document becomes another.
pub fn consequence(left: Half, taken: &TakenOver) -> Option<Consequence> {
    let before = first_of(left.evaluations, left.weighting)?;
    let next = left.evaluations.next(Arc::clone(&taken.after));
    let first = first_of(&next, left.weighting)?;
    let is_another = first != before;
    Some(Consequence { first, is_another })
}

/// Who is first under a weighting; none where it is withheld.
fn first_of(evaluations: &Evaluations, weighting: &Weighting) -> Option<First> {
    let ranking = &evaluations.of(weighting).ok()?.ranking;
    let scenario: &Scenario = evaluations.scenario();
    let mut places: Vec<usize> = ranking.winners().map(|winner| winner.option).collect();
    places.sort_unstable();
    let ids = places.into_iter().filter_map(|at| Some(scenario.options.get(at)?.id.clone()));
    let ids: Vec<OptionId> = ids.collect();
    Some(match () {
        () if ids.is_empty() => First::Nobody,
        () if ranking.may_lead().next().is_some() => First::Open(ids),
        () => First::These(ids),
    })
}
