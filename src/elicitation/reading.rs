//! A judgement while it is read: what it says of each list of siblings, and what is questionable
//! about that.

use std::collections::HashMap;

use super::direct;
use crate::model::{Elicitation, Finding, FindingKind, NodeId, Path, Siblings, TeamId, Tree};

/// A judgement being read, with what is questionable about it.
pub(super) struct Reading<'a> {
    pub(super) tree: Tree<'a>,
    pub(super) team: &'a TeamId,
    elicitation: &'a Elicitation,
    judged: HashMap<&'a NodeId, f64>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(tree: Tree<'a>, team: &'a TeamId, elicitation: &'a Elicitation) -> Self {
        Self { tree, team, elicitation, judged: judged(elicitation), findings: Vec::new() }
    }

    /// What was judged of each sibling.
    pub(super) fn judgements(&self, list: &Siblings) -> Vec<Option<f64>> {
        let ids = list.members.iter().map(|member| self.tree.id(*member));
        ids.map(|id| id.and_then(|id| self.judged.get(id).copied())).collect()
    }

    /// A list's local shares from what its siblings weigh; those left out, which have none, are
    /// reported. Where nothing counts all have equal ones, the left-out too.
    pub(super) fn normalised(&mut self, list: &Siblings, weights: &[Option<f64>]) -> Vec<f64> {
        let Some(shares) = direct::normalised(weights) else {
            return direct::equal(weights.len());
        };
        self.report_left_out(list);
        shares
    }

    /// Reports the siblings of a list that nothing is said of.
    fn report_left_out(&mut self, list: &Siblings) {
        let field = match self.elicitation {
            Elicitation::Direct(_) => "weights",
            _ => "elicitation",
        };
        let ids = list.members.iter().filter_map(|member| self.tree.id(*member));
        let left_out = ids.filter(|id| !self.judged.contains_key(id));
        let finding = |node: &NodeId| Finding {
            path: Some(self.team_path().then(field)),
            kind: FindingKind::LeftOut { team: self.team.clone(), node: node.clone() },
        };
        let found: Vec<Finding> = left_out.map(finding).collect();
        self.findings.extend(found);
    }

    pub(super) fn team_path(&self) -> Path {
        Path::field("teams").key(self.team.as_str())
    }

    /// Each list's local shares: those that `of` makes for the members that the record names,
    /// nothing for the others; equal ones where it names none.
    pub(super) fn lists(
        &mut self,
        mut of: impl FnMut(&Self, &Siblings, &[usize]) -> Vec<f64>,
    ) -> Vec<Vec<f64>> {
        let lists = self.tree.lists().to_vec();
        let mut local = Vec::with_capacity(lists.len());
        for list in &lists {
            let judged = self.judgements(list);
            let named: Vec<usize> = judged
                .iter()
                .enumerate()
                .filter(|(_, judged)| judged.is_some())
                .map(|(index, _)| index)
                .collect();
            if named.is_empty() {
                local.push(direct::equal(judged.len()));
                continue;
            }
            self.report_left_out(list);
            let shares = of(self, list, &named);
            let share = |index: usize| {
                named
                    .iter()
                    .position(|other| *other == index)
                    .and_then(|place| shares.get(place))
                    .copied()
                    .unwrap_or(0.0)
            };
            local.push((0..judged.len()).map(share).collect());
        }
        local
    }

    /// Something questionable about the record.
    pub(super) fn find(&mut self, kind: FindingKind) {
        let path = self.team_path().then("elicitation");
        self.findings.push(Finding { path: Some(path), kind });
    }
}

/// What a record names, with the number that it gives, where it gives one for each.
pub(super) fn judged(elicitation: &Elicitation) -> HashMap<&NodeId, f64> {
    match elicitation {
        Elicitation::Direct(weights) => weights.iter().map(|(id, weight)| (id, *weight)).collect(),
        Elicitation::Swing(points) => points.iter().map(|(id, points)| (id, *points)).collect(),
        Elicitation::Ranking(_, places) => places.iter().flatten().map(|id| (id, 1.0)).collect(),
        Elicitation::Pairwise(pairs) => {
            pairs.iter().flat_map(|(a, b, _)| [(a, 1.0), (b, 1.0)]).collect()
        }
        Elicitation::BestWorst(record) => {
            let compared = record.best_over.iter().chain(&record.over_worst).map(|(id, _)| id);
            compared.chain([&record.best, &record.worst]).map(|id| (id, 1.0)).collect()
        }
    }
}
