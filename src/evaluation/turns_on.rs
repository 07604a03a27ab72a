//! What a decision of several teams turns on, and what would bring them together: the crux list,
//! what each team would lose, the roads and the mends.

use super::mends::{MendedOption, mends};
use super::roads::{Road, roads};
use super::{Evaluations, SideBySide, WeighedTeam};
use crate::analysis::{Crux, Regret, Watch, cruxes, regret};
use crate::model::Scenario;

/// All of it; what is told team by team is in the order of [`Self::teams`].
#[derive(Clone, Debug)]
pub struct TurnsOn {
    /// The weighed, opened teams.
    pub teams: Vec<WeighedTeam>,
    pub crux: Vec<Crux>,
    pub regret: Option<Regret>,
    pub roads: Vec<Road>,
    /// Empty where the teams stand on different ground.
    pub mends: Vec<MendedOption>,
}

/// Of one document's teams. None where the watch was told to cancel.
pub fn turns_on(evaluations: &Evaluations, watch: &Watch) -> Option<TurnsOn> {
    let teams = evaluations.weighed_teams();
    let mends = mends(evaluations, &teams, watch)?;
    Some(TurnsOn { mends, ..turns_on_of(evaluations.scenario(), teams, watch)? })
}

/// The same of the teams of several documents with the same options and criteria in the same order,
/// the first of which is given: without a common ground there is nothing to mend.
pub fn turns_on_apart(first: &Scenario, teams: &SideBySide, watch: &Watch) -> Option<TurnsOn> {
    turns_on_of(first, teams.weighed.clone(), watch)
}

fn turns_on_of(scenario: &Scenario, teams: Vec<WeighedTeam>, watch: &Watch) -> Option<TurnsOn> {
    let count = scenario.options.len();
    let totals: Vec<_> = teams.iter().map(|team| team.ranking().totals(count)).collect();
    Some(TurnsOn {
        crux: crux_list(scenario, &teams),
        regret: regret(&totals),
        roads: roads(count, &teams, watch)?,
        mends: Vec::new(),
        teams,
    })
}

/// Every share, and every score of a contender that some team scores itself.
fn crux_list(scenario: &Scenario, teams: &[WeighedTeam]) -> Vec<Crux> {
    let views: Vec<_> = teams.iter().map(WeighedTeam::view).collect();
    let is_first = |option: &usize| {
        teams.iter().any(|team| team.ranking().winners().any(|winner| winner.option == *option))
    };
    let contenders: Vec<usize> = (0..scenario.options.len()).filter(is_first).collect();
    let is_own = |option: usize, criterion: usize| {
        let cell = scenario.options.get(option).zip(scenario.criteria.get(criterion));
        cell.is_some_and(|(option, criterion)| {
            let mut tables = teams.iter().filter_map(WeighedTeam::scores);
            tables.any(|own| own.get(&option.id, &criterion.id).is_some())
        })
    };
    if contenders.is_empty() { Vec::new() } else { cruxes(&views, &contenders, is_own) }
}
