//! How an evaluation holds up over many weightings and over the scores that there could be: the
//! simulation of a document.

use super::{Evaluation, Evaluations, Weighting};
use crate::analysis::simulation::{
    Acceptability, Draws, Instructions, ScoreRange, SimulatedCell, SimulatedTable, Spread,
    WeightSpace, simulate,
};
use crate::analysis::{Doubt, Odds, Scale, Values, Watch, odds, score_range};
use crate::model::{Alternative, Criterion, Scenario};

/// Which weightings a simulation draws.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Weights {
    /// Any.
    #[default]
    Any,
    /// Those in the order of the weighting's shares.
    Order,
    /// Those near the weighting's shares, by so many points of 100: above 0, up to 100.
    Margin(f64),
    /// The mixes of the weighed, opened teams' shares.
    Teams,
}

/// What a simulation is to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Simulation {
    pub weights: Weights,
    pub spread: Spread,
    pub doubt: Doubt,
    pub draws: Draws,
}

impl Default for Simulation {
    /// 100,000 samples of any weighting.
    fn default() -> Self {
        Self {
            weights: Weights::Any,
            spread: Spread::Triangular,
            doubt: Doubt::AsGiven,
            draws: Draws { samples: 100_000, seed: 1 },
        }
    }
}

/// Simulates the scored options of an evaluation on the threads of the current pool. None where the
/// watch was told to cancel it.
pub fn robustness(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
    watch: &Watch,
) -> Option<Acceptability> {
    let table = simulated(scenario, weighting, evaluation, simulation);
    let space = weight_space(scenario, evaluation, simulation.weights);
    simulate(&table, space, simulation.draws, Instructions::best(), watch)
}

/// The exact odds over the same weightings, scores as they stand; none where a score of a ranked
/// option is drawn, where the weightings have no closed form, or where the watch was told to
/// cancel.
pub fn exact_odds(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
    watch: &Watch,
) -> Option<Odds> {
    if simulation.spread != Spread::None
        && has_ranges(scenario, weighting, evaluation, simulation.doubt)
    {
        return None;
    }
    let space = weight_space(scenario, evaluation, simulation.weights);
    odds(&Values::new(&evaluation.problem), &space, watch)
}

/// Whether the score of any ranked option has a range.
fn has_ranges(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    doubt: Doubt,
) -> bool {
    let ranges = ranges(scenario, weighting, evaluation, doubt);
    ranges.into_iter().any(|(range, _)| range.low < range.high)
}

/// How many scores of ranked options their grades leave further off than was stated.
pub(super) fn widened(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
) -> usize {
    let of = |doubt| ranges(scenario, weighting, evaluation, doubt);
    let both = of(Doubt::AsGiven).into_iter().zip(of(Doubt::Widened));
    both.filter(|((given, _), (widened, _))| given != widened).count()
}

/// The scored options with the cells that the weighting's scores make.
fn simulated(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
) -> SimulatedTable {
    let ranges = ranges(scenario, weighting, evaluation, simulation.doubt);
    let cell = |(range, scale)| SimulatedCell::new(range, scale, simulation.spread);
    let cells = ranges.into_iter().map(cell).collect();
    SimulatedTable::new(evaluation.problem.complete().collect(), scenario.criteria.len(), cells)
}

/// The scores of the scored options with the doubt that is in them, row by row, and their scales.
fn ranges<'a>(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &'a Evaluation,
    doubt: Doubt,
) -> Vec<(ScoreRange, &'a Scale)> {
    let team = weighting.open_team(scenario);
    let options = evaluation.problem.complete();
    let scored = options.filter_map(|option| scenario.options.get(option));
    let row = |option: &'_ Alternative| {
        let criteria = scenario.criteria.iter().zip(&evaluation.problem.scales);
        let range = |(criterion, scale): (&Criterion, &'a Scale)| {
            let score = scenario.score_for(team, &option.id, &criterion.id)?;
            Some((score_range(&score, criterion, scale, doubt), scale))
        };
        criteria.filter_map(range).collect::<Vec<_>>()
    };
    scored.flat_map(row).collect()
}

fn weight_space(scenario: &Scenario, evaluation: &Evaluation, weights: Weights) -> WeightSpace {
    let shares = || evaluation.shares.criteria.clone();
    match weights {
        Weights::Any => WeightSpace::Any(scenario.criteria.len()),
        Weights::Order => WeightSpace::Order(shares()),
        Weights::Margin(points) => WeightSpace::Near { shares: shares(), points },
        Weights::Teams => {
            let teams = weighed_shares(scenario);
            // Without a weighed team, the mean's equal shares.
            WeightSpace::Mixes(if teams.is_empty() { vec![shares()] } else { teams })
        }
    }
}

/// The shares of every weighed, opened team.
fn weighed_shares(scenario: &Scenario) -> Vec<Vec<f64>> {
    let teams = Evaluations::from(scenario).weighed_teams();
    teams.iter().map(|team| team.shares().criteria.clone()).collect()
}
