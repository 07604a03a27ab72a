//! Whose weighting is looked at, and why one may not be.

use std::sync::Arc;

use crate::model::{Counted, NodeId, OpenTeam, OptionId, Scenario, Score, Team, TeamId};

/// Whose weighting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weighting {
    /// The mean of the weighed, opened teams' shares on the base scores.
    #[default]
    Mean,
    Team(TeamId),
}

impl Weighting {
    /// The one meant where none is named: the only team's, else the mean.
    pub fn of_default(scenario: &Scenario) -> Self {
        match scenario.teams.as_slice() {
            [only] => Self::Team(only.id.clone()),
            _ => Self::Mean,
        }
    }

    /// The team whose it is; none under the mean.
    pub fn team<'a>(&self, scenario: &'a Scenario) -> Option<&'a Arc<Team>> {
        match self {
            Self::Mean => None,
            Self::Team(id) => scenario.team(id),
        }
    }

    /// The team whose it is, to compute with; none under the mean, and where it is sealed.
    pub fn open_team<'a>(&self, scenario: &'a Scenario) -> Option<OpenTeam<'a>> {
        self.team(scenario)?.as_open()
    }

    /// Whether there is anything to see: a sealed team, or one that isn't there, shows nothing.
    pub fn is_open_in(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Mean => true,
            Self::Team(_) => self.open_team(scenario).is_some(),
        }
    }

    /// The score that counts under it; none where the cell isn't scored, or nothing is to be seen.
    pub fn score<'a>(
        &self,
        scenario: &'a Scenario,
        option: &OptionId,
        criterion: &NodeId,
    ) -> Option<Counted<'a>> {
        self.cell(scenario, option, criterion).map(|cell| scenario.counted(cell))
    }

    /// The cell that counts under it, as it is written; none where it isn't scored, or nothing is
    /// to be seen.
    pub fn cell<'a>(
        &self,
        scenario: &'a Scenario,
        option: &OptionId,
        criterion: &NodeId,
    ) -> Option<&'a Score> {
        let team = self.open_team(scenario);
        scenario.cell_for(team, option, criterion).filter(|_| self.is_open_in(scenario))
    }
}

/// Why there are no numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    NoSuchTeam(TeamId),
    Sealed(TeamId),
}
