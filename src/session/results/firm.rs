//! How firm a weighting's result is: each answer is empty, or none, where the weighting is
//! withheld.

use std::sync::Arc;

use super::Query;
use super::query::NEVER_INLINE;
use crate::analysis::simulation::Spread;
use crate::analysis::{CriticalCell, Doubt, NeverWins, Odds, Watch};
use crate::evaluation::{
    CrossCheck, Drawn, Evaluation, Evaluations, Firm, Placed, Simulation, Trial, Triangle, Turned,
    Weighting, critical, cross_check, exact_odds, firm, never, placed, triangle, tried, turned,
};

/// The shares' stability, with one share tried or as they are; none where it is withheld.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FirmOf(pub Weighting, pub Option<Trial>);

impl Query for FirmOf {
    type Output = Found<Firm>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        let criteria = evaluations.scenario().criteria.len();
        evaluations.cost_of([&self.0]) + evaluations.cells() * criteria.max(1)
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        Some(Found(evaluations.of(&self.0).ok().map(|evaluation| firm(&evaluation, self.1))))
    }
}

/// An answer; none where the weighting is withheld, or there can be none.
#[derive(Clone, Debug)]
pub struct Found<T>(pub Option<T>);

/// The options that no weighting makes first, each with its cure.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NeverWinsOf(pub Weighting);

impl Query for NeverWinsOf {
    type Output = Vec<NeverWins>;

    /// A programme an option.
    fn cost(&self, evaluations: &Evaluations) -> usize {
        let options = evaluations.scenario().options.len();
        evaluations.cost_of([&self.0]) + evaluations.cells() * options * 20
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        of(evaluations, &self.0, |evaluation| {
            never(evaluations.scenario(), &self.0, evaluation, watch)
        })
    }
}

/// The single scores that unseat the winner, the nearest first.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CriticalOf(pub Weighting);

impl Query for CriticalOf {
    type Output = Vec<CriticalCell>;

    /// A score under an observed scale may take an evaluation of all teams for each step.
    fn cost(&self, _evaluations: &Evaluations) -> usize {
        NEVER_INLINE
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        of(evaluations, &self.0, |evaluation| {
            critical(evaluations.scenario(), &self.0, evaluation, watch)
        })
    }
}

/// What follows when assumptions are turned, alone and in pairs.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TurnedOf(pub Weighting);

impl Query for TurnedOf {
    type Output = Vec<Turned>;

    fn cost(&self, evaluations: &Evaluations) -> usize {
        let (count, teams) =
            (evaluations.scenario().assumptions.len(), evaluations.scenario().teams.len() + 1);
        let turns = count * (count + 1) / 2;
        evaluations.cost_of([&self.0]) + evaluations.cells() * turns * teams
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        of(evaluations, &self.0, |evaluation| {
            let winner = evaluation.ranking.winners().map(|ranked| ranked.option).min();
            turned(evaluations.scenario(), &self.0, winner, watch)
        })
    }
}

/// The options' places in twenty weightings drawn.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PlacesOf {
    pub weighting: Weighting,
    /// What is drawn near, or in the order of.
    pub trial: Option<Trial>,
    pub drawn: Drawn,
    pub doubt: Doubt,
}

impl Query for PlacesOf {
    type Output = Found<Placed>;

    fn cost(&self, _evaluations: &Evaluations) -> usize {
        NEVER_INLINE
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        let Ok(evaluation) = evaluations.of(&self.weighting) else { return Some(Found(None)) };
        let (scenario, evaluation) = (evaluations.scenario(), tried(&evaluation, self.trial));
        let how = (self.drawn, self.doubt);
        placed(scenario, &self.weighting, &evaluation, how, watch).map(|found| Found(Some(found)))
    }
}

/// Under which part of all weightings each option is first, exactly, scores as they stand; none
/// where that is too much to count.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct OddsOf(pub Weighting);

impl Query for OddsOf {
    type Output = Found<Odds>;

    fn cost(&self, _evaluations: &Evaluations) -> usize {
        NEVER_INLINE
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        let Ok(evaluation) = evaluations.of(&self.0) else { return Some(Found(None)) };
        let simulation = Simulation { spread: Spread::None, ..Simulation::default() };
        let found = exact_odds(evaluations.scenario(), &self.0, &evaluation, &simulation, watch);
        (!watch.is_cancelled()).then_some(Found(found))
    }
}

/// The other methods beside the weighted sum.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CrossCheckOf(pub Weighting);

impl Query for CrossCheckOf {
    type Output = Vec<CrossCheck>;

    /// Each option is left out once by each method.
    fn cost(&self, evaluations: &Evaluations) -> usize {
        let options = evaluations.scenario().options.len();
        evaluations.cost_of([&self.0]) + evaluations.cells() * options * 20
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Self::Output> {
        of(evaluations, &self.0, |evaluation| {
            cross_check(evaluations.scenario(), &self.0, evaluation, watch)
        })
    }
}

/// The triangle of three weights; none where there are not three at the top.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TriangleOf(pub Weighting);

impl Query for TriangleOf {
    type Output = Found<Triangle>;

    /// Each option is held against each other, and the teams' shares are looked at.
    fn cost(&self, evaluations: &Evaluations) -> usize {
        let options = evaluations.scenario().options.len();
        evaluations.cost_of([&self.0, &Weighting::Mean]) + options * options
    }

    fn compute(&self, evaluations: &Evaluations, _watch: &Watch) -> Option<Self::Output> {
        let evaluation = evaluations.of(&self.0).ok();
        Some(Found(evaluation.and_then(|evaluation| triangle(evaluations, &evaluation))))
    }
}

/// What is asked of an evaluation; nothing where it is withheld.
fn of<T>(
    evaluations: &Evaluations,
    weighting: &Weighting,
    ask: impl FnOnce(&Arc<Evaluation>) -> Option<Vec<T>>,
) -> Option<Vec<T>> {
    evaluations.of(weighting).map_or_else(|_| Some(Vec::new()), |evaluation| ask(&evaluation))
}
