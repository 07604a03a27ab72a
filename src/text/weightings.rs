//! The names of weightings.

use crate::model::{Scenario, Team};

pub const MEAN_WEIGHTS: &str = "Mean weights, base scores";
pub const EQUAL_WEIGHTS: &str = "Equal weights";
pub const SEALED: &str = "sealed until the round is opened";
pub const MEAN: &str = "Mean";

/// The team's name; without one, the mean's, or that of the equal weights that stand for it where
/// there are no teams.
pub fn weighting_name(scenario: &Scenario, team: Option<&Team>) -> String {
    match team {
        Some(team) => team.name.clone(),
        None if scenario.teams.is_empty() => EQUAL_WEIGHTS.to_owned(),
        None => MEAN_WEIGHTS.to_owned(),
    }
}
