//! Reading each kind of record: weights, points, an order, pairwise ratios, best and worst; each
//! list of siblings by itself.

use std::collections::HashMap;

use super::best_worst::{self, Comparisons};
use super::pairwise::Eigen;
use super::reading::Reading;
use super::{Consistency, ListConsistency, order, pairwise, swing};
use crate::model::{BestWorst, Finding, FindingKind, Member, Mend, NodeId, RankWeights, Siblings};

impl Reading<'_> {
    pub(super) fn direct(&mut self) -> Vec<Vec<f64>> {
        let lists = self.tree.lists().to_vec();
        lists
            .iter()
            .map(|list| {
                let weights = self.judgements(list);
                self.normalised(list, &weights)
            })
            .collect()
    }

    /// Local shares from points, from the leaves up: a group's Δv is what its own shares make of
    /// its children's.
    pub(super) fn swing(&mut self, criteria: &[f64]) -> Vec<Vec<f64>> {
        let lists = self.tree.lists().to_vec();
        let mut groups = vec![0.0; self.tree.groups.len()];
        let mut local = Vec::with_capacity(lists.len());
        for list in lists.iter().rev() {
            let of = |member: &Member| match member {
                Member::Group(index) => groups.get(*index).copied(),
                Member::Criterion(index) => criteria.get(*index).copied(),
            };
            let differences: Vec<f64> =
                list.members.iter().map(|member| of(member).unwrap_or(0.0)).collect();
            let shares = self.swing_of(list, &differences);
            let difference =
                shares.iter().zip(&differences).map(|(share, difference)| share * difference).sum();
            if let Some(place) = list.parent.and_then(|parent| groups.get_mut(parent)) {
                *place = difference;
            }
            local.push(shares);
        }
        self.findings.reverse();
        local.reverse();
        local
    }

    fn swing_of(&mut self, list: &Siblings, differences: &[f64]) -> Vec<f64> {
        let points = self.judgements(list);
        let shares = self.normalised(list, &swing::weights(&points, differences));
        let without = list.members.iter().zip(&points).zip(differences).rev();
        for ((member, _), _) in without.filter(|((_, points), difference)| {
            points.is_some() && !is_worth_something(**difference)
        }) {
            if let Some(node) = self.tree.id(*member) {
                let kind = FindingKind::NoSwing { team: self.team.clone(), node: node.clone() };
                self.findings
                    .push(Finding { path: Some(self.team_path().then("elicitation")), kind });
            }
        }
        shares
    }

    /// Local shares from an order: places among those of a list that it names.
    pub(super) fn ranking(&mut self, way: RankWeights, places: &[Vec<NodeId>]) -> Vec<Vec<f64>> {
        self.lists(|reading, list, named| {
            let ids: Vec<Option<&NodeId>> =
                list.members.iter().map(|member| reading.tree.id(*member)).collect();
            let place = |id: &NodeId| places.iter().position(|tied| tied.contains(id));
            let own: Vec<Option<usize>> = ids.iter().map(|id| id.and_then(place)).collect();
            let mut held: Vec<usize> =
                named.iter().filter_map(|index| own.get(*index).copied().flatten()).collect();
            held.sort_unstable();
            let ties: Vec<usize> = held.chunk_by(|a, b| a == b).map(<[usize]>::len).collect();
            held.dedup();
            let shares = order::shares(way, &ties);
            let of = |index: &usize| {
                held.iter()
                    .position(|place| own.get(*index) == Some(&Some(*place)))
                    .and_then(|place| shares.get(place).copied())
            };
            named.iter().map(|index| of(index).unwrap_or(0.0)).collect()
        })
    }

    /// Local shares from ratios, and how far each list agrees with itself.
    pub(super) fn pairwise(
        &mut self,
        pairs: &[(NodeId, NodeId, f64)],
    ) -> (Vec<Vec<f64>>, Option<Consistency>) {
        let mut lists: Vec<ListConsistency> = Vec::new();
        let given: HashMap<(&NodeId, &NodeId), f64> = pairs
            .iter()
            .flat_map(|(a, b, ratio)| [((a, b), *ratio), ((b, a), 1.0 / ratio)])
            .collect();
        let local = self.lists(|reading, list, named| {
            let ids: Vec<&NodeId> = named
                .iter()
                .filter_map(|index| reading.tree.id(*list.members.get(*index)?))
                .collect();
            let ratio = |a: &NodeId, b: &NodeId| given.get(&(a, b)).copied().unwrap_or(1.0);
            let matrix: Vec<Vec<f64>> =
                ids.iter().map(|a| ids.iter().map(|b| ratio(a, b)).collect()).collect();
            let found = pairwise::eigen(&matrix);
            let group = list
                .parent
                .and_then(|parent| reading.tree.groups.get(parent))
                .map(|group| group.id.clone());
            lists.push(consistency(group, &ids, &matrix, &found));
            found.shares
        });
        // A list without a ratio, of more than fifteen, counts last.
        let worst = lists
            .iter()
            .max_by(|a, b| a.ratio.unwrap_or(-1.0).total_cmp(&b.ratio.unwrap_or(-1.0)))
            .cloned();
        let Some(worst) = worst else { return (local, None) };
        if let Some(ratio) = worst.ratio.filter(|ratio| *ratio > pairwise::MOST_CONSISTENCY_RATIO) {
            self.find(FindingKind::Inconsistent {
                team: self.team.clone(),
                ratio,
                mend: worst.said,
            });
        }
        (
            local,
            Some(Consistency::Pairwise {
                ratio: worst.ratio,
                lambda: worst.lambda,
                mend: worst.mend,
                lists,
            }),
        )
    }

    /// Local shares from comparisons with the best and the worst.
    pub(super) fn best_worst(
        &mut self,
        record: &BestWorst,
    ) -> (Vec<Vec<f64>>, Option<Consistency>) {
        let mut consistency = None;
        let local = self.lists(|reading, list, named| {
            let ids: Vec<&NodeId> = named
                .iter()
                .filter_map(|index| reading.tree.id(*list.members.get(*index)?))
                .collect();
            let given = |list: &[(NodeId, f64)], id: &NodeId| {
                list.iter().find(|(other, _)| other == id).map_or(1.0, |(_, number)| *number)
            };
            let place = |wanted: &NodeId| ids.iter().position(|id| *id == wanted).unwrap_or(0);
            let comparisons = Comparisons {
                best: place(&record.best),
                worst: place(&record.worst),
                best_over: ids.iter().map(|id| given(&record.best_over, id)).collect(),
                over_worst: ids.iter().map(|id| given(&record.over_worst, id)).collect(),
            };
            let solved = best_worst::solve(&comparisons);
            consistency = Some(Consistency::BestWorst { xi: solved.xi, ratio: solved.ratio });
            solved.shares
        });
        (local, consistency)
    }
}

/// How far a list agrees with itself, and what would mend it where that isn't far enough.
fn consistency(
    group: Option<NodeId>,
    ids: &[&NodeId],
    matrix: &[Vec<f64>],
    found: &Eigen,
) -> ListConsistency {
    let id = |place: usize| ids.get(place).map(|id| (*id).clone());
    let is_inconsistent = |ratio: &f64| *ratio > pairwise::MOST_CONSISTENCY_RATIO;
    let mend =
        found.ratio.filter(is_inconsistent).and_then(|_| pairwise::mend(matrix, &found.shares));
    let said = mend.and_then(|mend| pairwise::said(matrix, mend)).and_then(|said| {
        let (more, less) = (id(said.more)?, id(said.less)?);
        Some(Mend { more, less, times: said.times, ratio: said.ratio })
    });
    let mend = mend.and_then(|(a, b, ratio)| Some((id(a)?, id(b)?, ratio)));
    ListConsistency { group, ratio: found.ratio, lambda: found.lambda, mend, said }
}

/// Whether a swing counts; one that is no number, from ends beyond all bounds, doesn't.
fn is_worth_something(difference: f64) -> bool {
    difference > 0.0
}
