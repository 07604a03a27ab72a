//! What a decision of several teams turns on: what would bring them together, what lies between
//! two, and how they came to where they are.

use super::Query;
use super::query::{NEVER_INLINE, evaluated, every_weighting};
use crate::analysis::Watch;
use crate::evaluation::{
    Between, Evaluations, GutAndModel, Half, RoundMove, TurnsOn, Weighting, between, gut_and_model,
    round_moves, turns_on,
};
use crate::session::results::Found;

/// The crux list, losses, roads and mends of the weighed teams.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TurnsOnOf;

impl Query for TurnsOnOf {
    type Output = TurnsOn;

    fn cost(&self, _evaluations: &Evaluations) -> usize {
        NEVER_INLINE
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        evaluated([(evaluations, every_weighting(evaluations))], watch)?;
        turns_on(evaluations, watch)
    }
}

/// What lies between two; none where one is withheld.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BetweenOf(pub Weighting, pub Weighting);

impl Query for BetweenOf {
    type Output = Found<Between>;

    /// Each side takes each share and each column over once.
    fn cost(&self, evaluations: &Evaluations) -> usize {
        let criteria = evaluations.scenario().criteria.len();
        evaluations.cost_of([&self.0, &self.1]) + 4 * criteria * evaluations.cells()
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        let [left, right] = [&self.0, &self.1].map(|weighting| Half { evaluations, weighting });
        Some(Found(between(left, right)))
    }
}

/// How teams came to where they are.
#[derive(Clone, Debug)]
pub struct ThenAndNow {
    pub rounds: Vec<RoundMove>,
    pub gut: Vec<GutAndModel>,
}

/// What teams thought first beside what came of their weights, and how they moved between rounds.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ThenAndNowOf;

impl Query for ThenAndNowOf {
    type Output = ThenAndNow;

    /// Each round's teams are evaluated once.
    fn cost(&self, evaluations: &Evaluations) -> usize {
        let of_rounds = evaluations
            .scenario()
            .rounds
            .iter()
            .map(|round| (round.teams.len() + 1) * round.options.len() * round.criteria.len());
        evaluations.cost_of(&every_weighting(evaluations)) + of_rounds.sum::<usize>()
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        evaluated([(evaluations, every_weighting(evaluations))], watch)?;
        let gut = gut_and_model(evaluations.scenario(), &evaluations.weighed_teams());
        Some(ThenAndNow { rounds: round_moves(evaluations), gut })
    }
}
