//! What a team gave, node by node, in the way of weighing that is shown: gathered once a frame, so
//! that each row looks its own up.

use std::collections::{HashMap, HashSet};

use super::way::Way;
use crate::model::{Elicitation, Finding, FindingKind, NodeId, OpenTeam};

/// A team's record as the page shows it; empty where the shares follow from those of all teams.
#[derive(Default)]
pub(super) struct Record<'a> {
    given: HashMap<&'a NodeId, f64>,
    stale: HashSet<&'a NodeId>,
    /// The team's judgements are in the way that is shown, or there are none.
    pub is_own_way: bool,
}

impl<'a> Record<'a> {
    /// What a team gave, and what was found of that.
    pub fn new(team: OpenTeam<'a>, way: Way, findings: &'a [Finding]) -> Self {
        let judgement = team.judgement();
        let is_same = Way::of(team) == Some(way);
        let stale = findings.iter().filter_map(|found| match &found.kind {
            FindingKind::Stale { criterion, .. } => Some(criterion),
            _ => None,
        });
        let given = match &judgement.elicitation {
            // The first place stands for the most.
            Elicitation::Ranking(_, places) => places
                .iter()
                .rev()
                .zip(1_u32..)
                .flat_map(|(place, height)| place.iter().map(move |id| (id, f64::from(height))))
                .filter(|_| is_same)
                .collect(),
            _ => judgement.weights().filter(|_| is_same).collect(),
        };
        Self { given, stale: stale.collect(), is_own_way: is_same || !judgement.is_begun() }
    }

    /// What the team gave a node; in an order, how high its place is.
    pub fn given(&self, node: &NodeId) -> Option<f64> {
        self.given.get(node).copied()
    }

    /// Whether a node's weight was given for other ends of the swing than there are now.
    pub fn is_stale(&self, node: &NodeId) -> bool {
        self.stale.contains(node)
    }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use super::*;
    use crate::model::{Judged, Judgement, Mark, Team, TeamId};

    fn node(name: &str) -> NodeId {
        NodeId::new(name).unwrap()
    }

    fn team(elicitation: Elicitation) -> Team {
        let judgement = Judgement { elicitation, ..Judgement::default() };
        let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
        team.judging(Judged { judgement, ..Judged::default() })
    }

    #[test]
    fn only_what_was_given_in_the_way_that_is_shown_is_there() {
        let [x, y] = ["x", "y"].map(node);
        let elicitations = [
            (Elicitation::Swing(vec![(x.clone(), 7.0)]), [Some(7.0), None], [true, false]),
            (
                Elicitation::Direct(IndexMap::from([(x.clone(), 7.0)])),
                [None, Some(7.0)],
                [false, true],
            ),
            (
                Elicitation::Pairwise(vec![(x.clone(), y.clone(), 2.0)]),
                [None, None],
                [false, false],
            ),
            (Elicitation::Swing(vec![]), [None, None], [true, true]),
        ];
        for (elicitation, given, own) in elicitations {
            let team = team(elicitation);
            let shown = [Way::Swing, Way::Sliders]
                .map(|way| Record::new(team.as_open().unwrap(), way, &[]));
            assert_eq!(shown.each_ref().map(|record| record.given(&x)), given);
            assert_eq!(shown.each_ref().map(|record| record.given(&y)), [None, None]);
            assert_eq!(shown.map(|record| record.is_own_way), own);
        }
    }

    #[test]
    fn a_weight_is_stale_where_that_was_found_of_its_own_criterion() {
        let team = team(Elicitation::Swing(vec![(node("x"), 7.0), (node("y"), 9.0)]));
        let of = TeamId::new("t").unwrap();
        let kinds = [
            FindingKind::Stale {
                team: of.clone(),
                criterion: node("x"),
                then: (0.0, 1.0),
                now: None,
            },
            FindingKind::NoSwing { team: of, node: node("y") },
        ];
        let findings = kinds.map(|kind| Finding { path: None, kind });
        let record = Record::new(team.as_open().unwrap(), Way::Swing, &findings);
        assert!(record.is_stale(&node("x")) && !record.is_stale(&node("y")));
    }
}
