//! Places in twenty weightings: what a simulation of a document says of ranks, as whole numbers.

use super::robustness::widened;
use super::{Evaluation, Simulation, Weighting, Weights, robustness};
use crate::analysis::{Doubt, Watch, places};
use crate::model::Scenario;

/// Out of how many weightings places are told.
pub const PLACES: u64 = 20;
/// How near weightings are that are called near, in points of 100.
pub const NEAR_POINTS: f64 = 10.0;
/// More options than this are told by how often they are first.
const MOST_PLACED: usize = 12;

/// Which weightings are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Drawn {
    #[default]
    Any,
    /// Within [`NEAR_POINTS`] of the shares.
    Near,
    /// In the order of the shares.
    Order,
    /// The mixes of the teams' shares.
    Teams,
}

impl From<Drawn> for Weights {
    fn from(drawn: Drawn) -> Self {
        match drawn {
            Drawn::Any => Self::Any,
            Drawn::Near => Self::Margin(NEAR_POINTS),
            Drawn::Order => Self::Order,
            Drawn::Teams => Self::Teams,
        }
    }
}

/// What the draws came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The options' indices in the document, rising.
    pub options: Vec<usize>,
    /// For each option, in which part of the draws it was first, 0..1, ties included.
    pub first: Vec<f64>,
    /// For each option, how many of [`PLACES`] weightings give it each rank from the first on;
    /// empty where options are many.
    pub places: Vec<Vec<u64>>,
    /// How many scores of these options can be further off than was stated, by their grades.
    pub widened: usize,
}

/// Draws as many samples as the command line does where nothing else is asked for. None where the
/// watch was told to cancel.
pub fn placed(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    (drawn, doubt): (Drawn, Doubt),
    watch: &Watch,
) -> Option<Placed> {
    let simulation = Simulation { weights: drawn.into(), doubt, ..Simulation::default() };
    let samples = simulation.draws.samples;
    let found = robustness(scenario, weighting, evaluation, &simulation, watch)?;
    let first = |ranks: &Vec<u64>| ranks.first().map_or(0.0, |n| *n as f64 / samples as f64);
    let are_few = found.options.len() <= MOST_PLACED;
    Some(Placed {
        first: found.ranks.iter().map(first).collect(),
        places: if are_few { places(&found.ranks, samples, PLACES) } else { Vec::new() },
        widened: widened(scenario, weighting, evaluation),
        options: found.options,
    })
}
