//! The teams that count in what is made of all teams: those that have weighed and aren't sealed.

use std::sync::Arc;

use indexmap::IndexMap;

use super::evaluated::Evaluation;
use crate::analysis::{Ranking, TeamView};
use crate::elicitation::{Shares, Weighed, equal_shares};
use crate::model::{NodeId, OptionId, Scenario, ScoreTable, Team};

/// A team that can be shown, with what its weighting makes of the document.
#[derive(Clone, Debug)]
pub struct TeamResult {
    pub team: Arc<Team>,
    pub evaluation: Arc<Evaluation>,
}

/// A team that counts. Whatever is made of several teams is made of these, and there is no way to
/// one but through a team that has weighed all that it is asked for, and lies open.
#[derive(Clone, Debug)]
pub struct WeighedTeam(TeamResult);

impl WeighedTeam {
    /// None where the team hasn't weighed all that it is asked for.
    pub fn of(result: TeamResult) -> Option<Self> {
        (result.evaluation.shares.weighed == Weighed::Done).then_some(Self(result))
    }

    pub fn result(&self) -> &TeamResult {
        &self.0
    }

    pub fn shares(&self) -> &Shares {
        &self.0.evaluation.shares
    }

    pub fn ranking(&self) -> &Ranking {
        &self.0.evaluation.ranking
    }

    /// What it sees, and what weighs how much for it.
    pub(super) fn view(&self) -> TeamView<'_> {
        let Evaluation { problem, shares, .. } = &*self.0.evaluation;
        TeamView { problem, shares: &shares.criteria }
    }

    /// Its own scores.
    pub(super) fn scores(&self) -> Option<&ScoreTable> {
        self.0.team.opened().map(|judged| &judged.scores)
    }

    /// Why it weighs as it does.
    pub(super) fn reasons(&self) -> Option<&IndexMap<NodeId, String>> {
        self.0.team.opened().map(|judged| &judged.reasons)
    }

    /// Its ranking before it saw the model's; empty where it gave none.
    pub(super) fn gut_ranking(&self) -> Option<&Vec<OptionId>> {
        self.0.team.opened().map(|judged| &judged.gut_ranking)
    }
}

/// The mean of teams' shares; equal ones where there are none.
pub(super) fn mean_shares(scenario: &Scenario, teams: &[WeighedTeam]) -> Shares {
    if teams.is_empty() {
        return equal_shares(scenario);
    }
    let mean = |of: fn(&Shares) -> &Vec<f64>, count: usize| {
        let at = |index: usize| {
            let shares = teams.iter().filter_map(|team| of(team.shares()).get(index));
            shares.sum::<f64>() / teams.len() as f64
        };
        (0..count).map(at).collect()
    };
    Shares {
        criteria: mean(|shares| &shares.criteria, scenario.criteria.len()),
        groups: mean(|shares| &shares.groups, scenario.groups.len()),
        weighed: Weighed::Done,
        consistency: None,
        findings: Vec::new(),
    }
}
