//! What is checked of a document, and of each closed round in the same way.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Alternative, Assumption, AssumptionId, Criterion, FaultKind, Group, NodeId, OptionId, Path,
    Reference, Round, Scenario, ScoreTable, Source, SourceId, Team, Tree, nearest,
};

/// The part of a document that a round keeps too, with the path it stands under.
pub struct Body<'a> {
    pub base: Path,
    pub tree: Tree<'a>,
    pub options: &'a [Alternative],
    pub assumptions: &'a [Assumption],
    pub scores: &'a ScoreTable,
    pub teams: &'a [Arc<Team>],
    /// None in a round, whose scores carry no evidence.
    pub sources: Option<&'a IndexMap<SourceId, Source>>,
    pub criteria: HashMap<&'a NodeId, &'a Criterion>,
    pub groups: HashMap<&'a NodeId, &'a Group>,
    pub option_ids: HashSet<&'a OptionId>,
    pub assumption_ids: HashSet<&'a AssumptionId>,
}

impl<'a> Body<'a> {
    pub fn of(scenario: &'a Scenario) -> Self {
        let mut body = Self::new(
            Path::default(),
            (&scenario.groups, &scenario.criteria),
            (&scenario.options, &scenario.assumptions),
            &scenario.scores,
            &scenario.teams,
        );
        body.sources = Some(&scenario.sources);
        body
    }

    pub fn of_round(round: &'a Round, base: Path) -> Self {
        Self::new(
            base,
            (&round.groups, &round.criteria),
            (&round.options, &round.assumptions),
            &round.scores,
            &round.teams,
        )
    }

    fn new(
        base: Path,
        (groups, criteria): (&'a [Group], &'a [Criterion]),
        (options, assumptions): (&'a [Alternative], &'a [Assumption]),
        scores: &'a ScoreTable,
        teams: &'a [Arc<Team>],
    ) -> Self {
        Self {
            base,
            tree: Tree::new(groups, criteria),
            options,
            assumptions,
            scores,
            teams,
            sources: None,
            criteria: criteria.iter().map(|criterion| (&criterion.id, criterion)).collect(),
            groups: groups.iter().map(|group| (&group.id, group)).collect(),
            option_ids: options.iter().map(|option| &option.id).collect(),
            assumption_ids: assumptions.iter().map(|assumption| &assumption.id).collect(),
        }
    }

    /// The path of a thing in a list of things with ids.
    pub fn thing(&self, list: &'static str, id: &str) -> Path {
        self.base.then(list).key(id)
    }

    pub fn knows_node(&self, id: &NodeId) -> bool {
        self.criteria.contains_key(id) || self.groups.contains_key(id)
    }

    /// The fault of naming a node that isn't there.
    pub fn unknown_node(&self, id: &NodeId) -> FaultKind {
        let known = self
            .tree
            .criteria
            .iter()
            .map(|c| c.id.as_str())
            .chain(self.tree.groups.iter().map(|g| g.id.as_str()));
        unknown(Reference::Node, id.as_str(), known)
    }

    /// The fault of naming an option that isn't there.
    pub fn unknown_option(&self, id: &OptionId) -> FaultKind {
        unknown(
            Reference::Option,
            id.as_str(),
            self.options.iter().map(|option| option.id.as_str()),
        )
    }
}

/// The fault of naming what isn't there, with the nearest name that is.
pub fn unknown<'a>(of: Reference, id: &str, known: impl IntoIterator<Item = &'a str>) -> FaultKind {
    FaultKind::UnknownId { of, id: id.to_owned(), nearest: nearest(id, known) }
}
