//! Teams at work, and teams that hold shares: what a share that is taken over may do to their
//! records.

use std::collections::BTreeSet;
use std::sync::Arc;

use mizan::elicitation::Weighed;
use mizan::evaluation::{Evaluations, Weighting};
use mizan::model::{Edit, Elicitation, Judgement, NodeId, OpenTeam, Scenario};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::judgements::judged;
use crate::tape::Tape;

/// What counts as nothing between two shares, a little more than what tells them apart.
const STAYS: f64 = 1e-8;

/// The document with some of its teams at work: what they gave some nodes is taken away.
pub fn leaving_some_open(document: &Scenario, tape: &mut Tape) -> Scenario {
    let fewer = |team: OpenTeam| {
        let elicitation = match &team.judgement().elicitation {
            Elicitation::Direct(weights) if tape.chance(50) => {
                let given: Vec<(NodeId, f64)> = weights.clone().into_iter().collect();
                Elicitation::Direct(tape.subset(&given, 60).into_iter().collect())
            }
            Elicitation::Swing(points) if tape.chance(50) => {
                Elicitation::Swing(tape.subset(points, 60))
            }
            other => other.clone(),
        };
        Edit::Judge(team.id().clone(), Judgement { elicitation, ..team.judgement().clone() })
    };
    let edits = document.open_teams().map(fewer).collect();
    document.edited(&Edit::Several(edits)).unwrap()
}

/// Some nodes of the criteria tree, to be held.
pub fn held(document: &Scenario, tape: &mut Tape) -> BTreeSet<NodeId> {
    let groups = document.groups.iter().map(|group| &group.id);
    let criteria = document.criteria.iter().map(|criterion| &criterion.id);
    let nodes: Vec<NodeId> = groups.chain(criteria).cloned().collect();
    tape.subset(&nodes, 30).into_iter().collect()
}

/// Two states of the document, before and after a team took a share over.
pub struct Taken<'a> {
    pub states: [&'a Evaluations; 2],
    pub team: &'a Weighting,
    pub criterion: &'a NodeId,
}

impl Taken<'_> {
    fn teams(&self) -> [OpenTeam<'_>; 2] {
        self.states.map(|state| self.team.open_team(state.scenario()).unwrap())
    }

    /// A team that hasn't weighed all yet is given no zeros, and is done only when each sibling that
    /// was open has a share.
    pub fn check_open(&self) -> Result<(), TestCaseError> {
        let [before, after] = self.states.map(|state| state.of(self.team).unwrap());
        if before.shares.weighed == Weighed::Done {
            return Ok(());
        }
        let [was, is] = self.teams().map(|team| judged(&team.judgement().elicitation));
        let scenario: &Arc<Scenario> = self.states[1].scenario();
        let groups = scenario.groups.iter().map(|group| &group.id).zip(&after.shares.groups);
        let criteria = scenario.criteria.iter().map(|it| &it.id).zip(&after.shares.criteria);
        for (node, share) in groups.chain(criteria).filter(|(node, _)| !was.contains(node)) {
            let number = self.teams()[1].judgement().weight_of(node);
            prop_assert!(number != Some(0.0), "{node} is given a zero: {number:?}");
            prop_assert!(is.contains(node) == number.is_some());
            let is_done = after.shares.weighed == Weighed::Done;
            let is_below = |node: &NodeId| !is.contains(node);
            prop_assert!(!is_done || *share > 0.0 || is_below(node), "{node} has no share");
        }
        Ok(())
    }

    /// What the team holds has the share that it had, but for what it took over itself.
    pub fn check_held(&self, held: &BTreeSet<NodeId>) -> Result<(), TestCaseError> {
        let [before, after] = self.states.map(|state| state.of(self.team).unwrap());
        let scenario = self.states[0].scenario();
        let of = |shares: &mizan::elicitation::Shares, node: &NodeId| {
            let group = scenario.groups.iter().position(|group| group.id == *node);
            let criterion = scenario.criteria.iter().position(|it| it.id == *node);
            group
                .map(|group| shares.groups[group])
                .or(criterion.map(|criterion| shares.criteria[criterion]))
                .unwrap()
        };
        for node in held.iter().filter(|node| *node != self.criterion) {
            let (was, is) = (of(&before.shares, node), of(&after.shares, node));
            prop_assert!((was - is).abs() < STAYS, "{node} was {was} and is {is}");
        }
        Ok(())
    }
}
