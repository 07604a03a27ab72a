//! How teams moved from one closed round to the next, and from the last to now.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Evaluations, WeighedTeam};
use crate::analysis::is_better;
use crate::model::{Mark, NodeId, OptionId, Scenario, TeamId};

/// From one round to another.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundMove {
    pub from: String,
    /// None: to now.
    pub to: Option<String>,
    /// The teams that had weighed in both and lie open in both, in the later one's order.
    pub teams: Vec<TeamMove>,
    /// How many teams of the later one that leaves out.
    pub left_out: usize,
}

/// How a team moved.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamMove {
    pub team: TeamId,
    /// What it was called in the later one, by the name that charts use, and its mark there.
    pub name: String,
    pub mark: Mark,
    /// How much share moved over the criteria of either: half of all changes, in points of 100.
    pub points: f64,
    /// Who was first, the first in document order of those level; none where nothing was ranked.
    pub winner_before: Option<OptionId>,
    pub winner: Option<OptionId>,
    /// Whether its shares came nearer to the mean of the earlier round.
    pub towards_mean: bool,
    /// Whether it gave a reason that is new or another.
    pub has_reason: bool,
}

/// From each closed round to the next, and from the last to now.
pub fn round_moves(now: &Evaluations) -> Vec<RoundMove> {
    let scenario = now.scenario();
    let closed: Vec<Stood> = scenario
        .rounds
        .iter()
        .map(|round| Stood::of(&Evaluations::new(Arc::new(scenario.at_round(round)))))
        .collect();
    let present = (!closed.is_empty()).then(|| Stood::of(now));
    let later = closed.iter().skip(1).chain(&present);
    let names = scenario.rounds.iter().map(|round| Some(round.name.clone()));
    let to = names.skip(1).chain([None]);
    closed
        .iter()
        .zip(&scenario.rounds)
        .zip(later.zip(to))
        .map(|((before, round), (after, to))| {
            let teams = moved(before, after);
            let left_out = after.scenario.teams.len() - teams.len();
            RoundMove { from: round.name.clone(), to, teams, left_out }
        })
        .collect()
}

/// How the teams stood at one time.
struct Stood {
    scenario: Arc<Scenario>,
    teams: Vec<WeighedTeam>,
}

impl Stood {
    fn of(evaluations: &Evaluations) -> Self {
        Self { scenario: Arc::clone(evaluations.scenario()), teams: evaluations.weighed_teams() }
    }

    fn team(&self, id: &TeamId) -> Option<&WeighedTeam> {
        self.teams.iter().find(|team| team.result().team.id == *id)
    }

    fn shares(&self, team: &WeighedTeam) -> HashMap<&NodeId, f64> {
        let shares = team.shares().criteria.iter().copied();
        self.scenario.criteria.iter().map(|criterion| &criterion.id).zip(shares).collect()
    }

    /// The mean of the teams' shares.
    fn mean(&self) -> HashMap<&NodeId, f64> {
        let mut mean: HashMap<&NodeId, f64> = HashMap::new();
        for team in &self.teams {
            for (id, share) in self.shares(team) {
                *mean.entry(id).or_default() += share / self.teams.len() as f64;
            }
        }
        mean
    }

    fn winner(&self, team: &WeighedTeam) -> Option<OptionId> {
        let first = team.ranking().winners().map(|winner| winner.option).min()?;
        self.scenario.options.get(first).map(|option| option.id.clone())
    }

    /// The criteria of this time, and those of another that it lacks, each once.
    fn criteria<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a NodeId> {
        let own = self.scenario.criteria.iter();
        let only = other.scenario.criteria.iter();
        let only = only.filter(|criterion| self.scenario.criterion(&criterion.id).is_none());
        own.chain(only).map(|criterion| &criterion.id)
    }
}

fn moved(before: &Stood, after: &Stood) -> Vec<TeamMove> {
    let mean = before.mean();
    let criteria: Vec<&NodeId> = after.criteria(before).collect();
    let distance = |a: &HashMap<&NodeId, f64>, b: &HashMap<&NodeId, f64>| {
        let share = |of: &HashMap<&NodeId, f64>, id: &NodeId| of.get(id).copied().unwrap_or(0.0);
        criteria.iter().map(|id| (share(a, id) - share(b, id)).abs()).sum::<f64>() / 2.0
    };
    let of_team = |team: &WeighedTeam| {
        let id = &team.result().team.id;
        let earlier = before.team(id)?;
        let [old, new] = [before.shares(earlier), after.shares(team)];
        let about = &team.result().team;
        Some(TeamMove {
            team: id.clone(),
            name: about.label().to_owned(),
            mark: about.mark,
            points: 100.0 * distance(&old, &new),
            winner_before: before.winner(earlier),
            winner: after.winner(team),
            towards_mean: is_better(distance(&old, &mean), distance(&new, &mean)),
            has_reason: gave_reason(earlier, team),
        })
    };
    after.teams.iter().filter_map(of_team).collect()
}

fn gave_reason(before: &WeighedTeam, after: &WeighedTeam) -> bool {
    let known = before.reasons();
    let mut given = after.reasons().into_iter().flatten();
    given.any(|(node, reason)| {
        let old = known.and_then(|known| known.get(node));
        !reason.trim().is_empty() && old != Some(reason)
    })
}
