//! Whose weighting is shown.

use super::label;
use crate::model::{Scenario, Team};

/// The team's name; without one, the mean's, or that of the equal weights that stand for it where
/// there are no teams.
pub fn weighting_name(scenario: &Scenario, team: Option<&Team>) -> String {
    match team {
        Some(team) => team.name.clone(),
        None if scenario.teams.is_empty() => label::EQUAL_WEIGHTS.to_owned(),
        None => label::MEAN_WEIGHTS.to_owned(),
    }
}
