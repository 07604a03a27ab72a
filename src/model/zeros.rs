//! Lists of siblings to which nothing but zeros is given. They say nothing of one another: no file
//! holds such a list (FORMAT.md), while a team at work may begin with one.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Elicitation, NodeId, Scenario, Team, Tree};

/// A list of siblings of which one at least is given something, and all that are given nothing
/// more than 0.
pub struct ZeroList<'a> {
    /// Those that are given it.
    pub judged: Vec<&'a NodeId>,
    /// Whether no sibling is open: a team may be at work on any other.
    pub is_whole: bool,
}

/// These lists in a tree; `weight` tells what is given to a node.
pub fn lists_at_zero<'a>(
    tree: &Tree<'a>,
    weight: impl Fn(&NodeId) -> Option<f64>,
) -> Vec<ZeroList<'a>> {
    let mut zeros = Vec::new();
    for list in tree.lists() {
        let members = list.members.iter().filter_map(|member| tree.id(*member));
        let given: Vec<(&NodeId, f64)> = members.filter_map(|id| Some((id, weight(id)?))).collect();
        if !given.is_empty() && given.iter().all(|(_, weight)| *weight == 0.0) {
            let is_whole = given.len() == list.members.len();
            zeros
                .push(ZeroList { judged: given.into_iter().map(|(id, _)| id).collect(), is_whole });
        }
    }
    zeros
}

/// All that is given 0 in such a list.
pub fn nodes_at_zero(tree: &Tree, elicitation: &Elicitation) -> HashSet<NodeId> {
    let zeros = lists_at_zero(tree, |id| elicitation.weight_of(id));
    zeros.into_iter().flat_map(|list| list.judged).cloned().collect()
}

/// Takes what was given to some nodes away, where weights or points are.
pub fn take_away(elicitation: &mut Elicitation, nodes: &HashSet<NodeId>) {
    match elicitation {
        Elicitation::Direct(weights) => weights.retain(|id, _| !nodes.contains(id)),
        Elicitation::Swing(points) => points.retain(|(id, _)| !nodes.contains(id)),
        Elicitation::Ranking(..) | Elicitation::Pairwise(_) | Elicitation::BestWorst(_) => {}
    }
}

impl Scenario {
    /// The document as a file holds it: where a team at work has given a list nothing but zeros so
    /// far, they are as good as not given. It weighs and ranks all the same.
    #[must_use]
    pub fn as_filed(&self) -> Self {
        let mut filed = self.clone();
        file_teams(&mut filed.teams, &Tree::new(&self.groups, &self.criteria));
        for round in &mut filed.rounds {
            let mut teams = round.teams.clone();
            if file_teams(&mut teams, &Tree::new(&round.groups, &round.criteria)) {
                Arc::make_mut(round).teams = teams;
            }
        }
        filed
    }
}

/// Takes such zeros out of open records; whether there were any.
fn file_teams(teams: &mut [Arc<Team>], tree: &Tree) -> bool {
    let mut is_changed = false;
    for team in teams {
        let Some(judged) = team.opened() else { continue };
        let zeros = nodes_at_zero(tree, &judged.judgement.elicitation);
        if !zeros.is_empty()
            && let Some(judged) = Arc::make_mut(team).opened_mut()
        {
            take_away(&mut judged.judgement.elicitation, &zeros);
            is_changed = true;
        }
    }
    is_changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Criterion, Hue};

    #[test]
    fn a_list_is_at_zero_when_nothing_more_is_given_in_it() {
        let id = |name: &str| NodeId::new(name).unwrap();
        let criteria = ["a", "b", "c"].map(|name| Criterion::new(id(name), name, Hue::nth(0)));
        let tree = Tree::new(&[], &criteria);
        let found = |given: &[(&str, f64)]| {
            let weights = given.iter().map(|(name, weight)| (id(name), *weight)).collect();
            let elicitation = Elicitation::Direct(weights);
            let lists = lists_at_zero(&tree, |id| elicitation.weight_of(id));
            lists.iter().map(|list| (list.judged.len(), list.is_whole)).collect::<Vec<_>>()
        };
        assert_eq!(found(&[]), []);
        assert_eq!(found(&[("a", 0.0)]), [(1, false)]);
        assert_eq!(found(&[("a", 0.0), ("b", -0.0), ("c", 0.0)]), [(3, true)]);
        assert_eq!(found(&[("a", 0.0), ("b", 1.0)]), []);
    }
}
