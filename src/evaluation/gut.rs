//! What teams thought before they weighed, against what the model makes of their weights.

use super::WeighedTeam;
use crate::analysis::{agreement, is_better};
use crate::model::{OptionId, Scenario, TeamId};

/// A team's ranking by gut beside the model's.
#[derive(Clone, Debug, PartialEq)]
pub struct GutAndModel {
    pub team: TeamId,
    /// The options in both, by gut; the places are counted among them.
    pub places: Vec<GutPlace>,
    /// Kendall's `τ_b`, −1 to 1; none for fewer than two options, or where the model ties all.
    pub kendall_tau: Option<f64>,
    /// The option whose place differs most, the first in document order of several, as an index in
    /// the document; none where all have their places.
    pub moved: Option<usize>,
}

/// An option's place in either, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GutPlace {
    /// Index in the document.
    pub option: usize,
    pub gut: usize,
    /// By standard competition rank.
    pub model: usize,
}

/// Of each weighed team that ranked by gut, in document order.
pub fn gut_and_model(scenario: &Scenario, teams: &[WeighedTeam]) -> Vec<GutAndModel> {
    teams.iter().filter_map(|team| of_team(scenario, team)).collect()
}

fn of_team(scenario: &Scenario, team: &WeighedTeam) -> Option<GutAndModel> {
    let ranking = team.gut_ranking().filter(|ranking| !ranking.is_empty())?;
    let totals = team.ranking().totals(scenario.options.len());
    let place = |id: &OptionId| scenario.options.iter().position(|option| option.id == *id);
    let both: Vec<(usize, f64)> = ranking
        .iter()
        .filter_map(|id| {
            let option = place(id)?;
            Some((option, totals.get(option).copied().flatten()?))
        })
        .collect();
    let rank = |total: f64| 1 + both.iter().filter(|(_, other)| is_better(*other, total)).count();
    let places: Vec<GutPlace> = both
        .iter()
        .zip(1..)
        .map(|((option, total), gut)| GutPlace { option: *option, gut, model: rank(*total) })
        .collect();
    let by_gut: Vec<f64> = places.iter().map(|place| place.gut as f64).collect();
    let by_model: Vec<f64> = both.iter().map(|(_, total)| -total).collect();
    let most = places.iter().map(GutPlace::distance).max().unwrap_or(0);
    let moved = places.iter().filter(|place| most > 0 && place.distance() == most);
    Some(GutAndModel {
        team: team.result().team.id.clone(),
        kendall_tau: agreement::kendall_tau(&by_gut, &by_model),
        moved: moved.map(|place| place.option).min(),
        places,
    })
}

impl GutPlace {
    fn distance(&self) -> usize {
        self.gut.abs_diff(self.model)
    }
}
