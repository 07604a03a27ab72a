//! What a decision of several teams turns on, and what would bring them together: the crux list,
//! what each team would lose, the roads and the mends.

use super::mends::{MendedOption, mends};
use super::roads::{Road, Way, roads};
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
    pub together: Together,
}

/// What brings all teams to one option with least, by the option's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// There are fewer than two teams.
    Nobody,
    /// An option is first for all, ties included.
    Agreed(usize),
    /// One changed base score is enough: that which changes least.
    ByOneScore(usize),
    /// Weights are, where no least change of scores is of one alone.
    ByWeights(usize),
    /// Several base scores are, where no weights are.
    ByScores(usize),
    ByNothing,
}

impl Together {
    fn of(found: &TurnsOn) -> Self {
        if found.teams.len() < 2 {
            return Self::Nobody;
        }
        let roads = || found.roads.iter().filter_map(|it| Some((it.option, it.way.as_ref()?)));
        let is_there = |way: &Way| way.teams.iter().all(|team| team.changes.is_empty());
        let mends = || found.mends.iter().filter_map(|it| Some((it.option, it.freely.as_ref()?)));
        let agreed = roads().find(|(_, way)| is_there(way)).map(|(option, _)| Self::Agreed(option));
        let one = || mends().find(|(_, mend)| mend.scores.len() == 1);
        agreed
            .or_else(|| one().map(|(option, _)| Self::ByOneScore(option)))
            .or_else(|| roads().next().map(|(option, _)| Self::ByWeights(option)))
            .or_else(|| mends().next().map(|(option, _)| Self::ByScores(option)))
            .unwrap_or(Self::ByNothing)
    }
}

/// Of one document's teams. None where the watch was told to cancel.
pub fn turns_on(evaluations: &Evaluations, watch: &Watch) -> Option<TurnsOn> {
    let teams = evaluations.weighed_teams();
    let mends = mends(evaluations, &teams, watch)?;
    turns_on_of(evaluations.scenario(), teams, mends, watch)
}

/// The same of the teams of several documents with the same options and criteria in the same order,
/// the first of which is given: without a common ground there is nothing to mend.
pub fn turns_on_apart(first: &Scenario, teams: &SideBySide, watch: &Watch) -> Option<TurnsOn> {
    turns_on_of(first, teams.weighed.clone(), Vec::new(), watch)
}

fn turns_on_of(
    scenario: &Scenario,
    teams: Vec<WeighedTeam>,
    mends: Vec<MendedOption>,
    watch: &Watch,
) -> Option<TurnsOn> {
    let count = scenario.options.len();
    let totals: Vec<_> = teams.iter().map(|team| team.ranking().totals(count)).collect();
    let mut found = TurnsOn {
        crux: crux_list(scenario, &teams),
        regret: regret(&totals),
        roads: roads(count, &teams, watch)?,
        mends,
        teams,
        together: Together::Nobody,
    };
    found.together = Together::of(&found);
    Some(found)
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
