//! Which edits could touch a sealed record. The answer hangs on the edit and on who is sealed,
//! never on what a sealed record holds: one that is refused step by step would tell it.

use std::sync::Arc;

use crate::model::criterion::NotedEnds;
use crate::model::{Criterion, Edit, Group, Layer, Refusal, Scenario, Team, TeamId, Tree};

/// Nothing where an edit leaves every sealed record as it was handed in. Parts of an
/// [`Edit::Several`] are asked one by one, each of the document that it meets.
///
/// # Errors
/// [`Refusal::Sealed`] with the sealed teams that it could touch.
pub fn leaves_sealed(scenario: &Scenario, edit: &Edit) -> Result<(), Refusal> {
    let touched = match edit {
        Edit::AddCriterion(criterion, _) if fills_a_group(scenario, criterion) => {
            sealed_teams(scenario)
        }
        Edit::ChangeCriterion(criterion) if rescales_turns_or_moves(scenario, criterion) => {
            sealed_teams(scenario)
        }
        Edit::ChangeGroup(group) if moves(scenario, group) => sealed_teams(scenario),
        Edit::Title(_)
        | Edit::Question(_)
        | Edit::DecisionMaker(_)
        | Edit::Notes(_)
        | Edit::Marking(_)
        | Edit::Method(_)
        | Edit::Decision(_)
        | Edit::Ballot(_)
        | Edit::Workshop(_)
        | Edit::Baseline(_)
        | Edit::AddAssumption(..)
        | Edit::ChangeAssumption(_)
        | Edit::MoveAssumption(..)
        | Edit::SetSource(..)
        | Edit::AddOption(..)
        | Edit::ChangeOption(_)
        | Edit::AddCriterion(..)
        | Edit::ChangeCriterion(_)
        | Edit::ChangeGroup(_)
        | Edit::MoveOption(..)
        | Edit::MoveCriterion(..)
        | Edit::AddGroup(..)
        | Edit::MoveGroup(..)
        | Edit::DescribeTeam { .. }
        | Edit::MoveTeam(..)
        | Edit::SetScore(Layer::Base, ..)
        | Edit::Several(_) => Vec::new(),
        Edit::RemoveSource(_)
        | Edit::RemoveOption(_)
        | Edit::RemoveAssumption(_)
        | Edit::RemoveCriterion(..)
        | Edit::RemoveGroup(..) => sealed_teams(scenario),
        Edit::AddTeam(team, _) => sealed([team]),
        Edit::CloseRound(round) => sealed(all(&round.teams)),
        Edit::RemoveTeam(id)
        | Edit::SetScore(Layer::Team(id), ..)
        | Edit::Judge(id, _)
        | Edit::GiveReason(id, ..)
        | Edit::RankByGut(id, _) => sealed(scenario.team(id).map(Arc::as_ref)),
    };
    if touched.is_empty() { Ok(()) } else { Err(Refusal::Sealed(touched)) }
}

/// Every team that is sealed.
pub fn sealed_teams(scenario: &Scenario) -> Vec<TeamId> {
    sealed(all(&scenario.teams))
}

fn all(teams: &[Arc<Team>]) -> impl Iterator<Item = &Team> {
    teams.iter().map(Arc::as_ref)
}

fn sealed<'a>(teams: impl IntoIterator<Item = &'a Team>) -> Vec<TeamId> {
    let sealed = teams.into_iter().filter(|team| team.seal().is_some());
    sealed.map(|team| team.id.clone()).collect()
}

/// Whether a criterion would be the first of its group, at any depth.
fn fills_a_group(scenario: &Scenario, criterion: &Criterion) -> bool {
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    criterion.group.as_ref().is_some_and(|group| tree.list_of(group).is_none())
}

fn rescales_turns_or_moves(scenario: &Scenario, criterion: &Criterion) -> bool {
    scenario.criterion(&criterion.id).is_some_and(|former| {
        (former.range, &former.group) != (criterion.range, &criterion.group)
            || former.ends_in(criterion) != NotedEnds::Stay
    })
}

fn moves(scenario: &Scenario, group: &Group) -> bool {
    scenario.group(&group.id).is_some_and(|former| former.group != group.group)
}
