//! The shares that a team holds: they stay while a neighbour's bar is dragged.

use std::collections::{BTreeSet, HashMap};

use crate::model::{NodeId, TeamId};

/// Which nodes of the criteria tree are held, by team: what one team holds binds no other.
#[derive(Clone, Debug, Default)]
pub struct Locks {
    held: HashMap<TeamId, BTreeSet<NodeId>>,
}

impl Locks {
    pub fn is_held(&self, team: &TeamId, node: &NodeId) -> bool {
        self.held.get(team).is_some_and(|held| held.contains(node))
    }

    /// All that a team holds.
    pub fn held_by(&self, team: &TeamId) -> BTreeSet<NodeId> {
        self.held.get(team).cloned().unwrap_or_default()
    }

    /// Closes the lock. Whether it was open before.
    pub fn hold(&mut self, team: &TeamId, node: &NodeId) -> bool {
        self.held.entry(team.clone()).or_default().insert(node.clone())
    }

    /// Opens the lock. Whether it was closed before.
    pub fn let_go(&mut self, team: &TeamId, node: &NodeId) -> bool {
        self.held.get_mut(team).is_some_and(|held| held.remove(node))
    }

    pub fn toggle(&mut self, team: &TeamId, node: &NodeId) {
        if !self.let_go(team, node) {
            self.hold(team, node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_team_holds_another_may_move() {
        let [a, b] = ["a", "b"].map(|id| TeamId::new(id).unwrap());
        let [cost, time] = ["cost", "time"].map(|id| NodeId::new(id).unwrap());
        let mut locks = Locks::default();
        locks.toggle(&a, &cost);
        let held = |locks: &Locks| {
            [(&a, &cost), (&a, &time), (&b, &cost), (&b, &time)]
                .map(|(team, node)| locks.is_held(team, node))
        };
        assert_eq!(held(&locks), [true, false, false, false]);
        assert_eq!(locks.held_by(&a), BTreeSet::from([cost.clone()]));
        assert_eq!(locks.held_by(&b), BTreeSet::new());
        assert!(!locks.hold(&a, &cost), "it was closed already");
        assert!(!locks.let_go(&b, &cost), "it was never closed");
        locks.toggle(&a, &cost);
        assert_eq!(held(&locks), [false; 4]);
    }
}
