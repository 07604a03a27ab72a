//! How an evaluation holds up over many weightings and over the scores that there could be: the
//! simulation of a document.

use super::{Evaluation, Evaluations, Weighting};
use crate::analysis::simulation::{
    Acceptability, Draws, Instructions, SimulatedCell, SimulatedTable, Spread, WeightSpace,
    simulate,
};
use crate::analysis::{Doubt, Values, Watch, score_range};
use crate::model::Scenario;

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

/// The scored options with the cells that the weighting's scores make.
fn simulated(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
) -> SimulatedTable {
    let team = weighting.open_team(scenario);
    let options = Values::new(&evaluation.problem).options;
    let scored = options.iter().filter_map(|option| scenario.options.get(*option));
    let cells = scored.flat_map(|option| {
        let criteria = scenario.criteria.iter().zip(&evaluation.problem.scales);
        criteria.filter_map(|(criterion, scale)| {
            let score = scenario.score_for(team, &option.id, &criterion.id)?;
            Some(SimulatedCell::new(
                score_range(&score, criterion, scale, simulation.doubt),
                scale,
                simulation.spread,
            ))
        })
    });
    let cells = cells.collect();
    SimulatedTable::new(options, scenario.criteria.len(), cells)
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
