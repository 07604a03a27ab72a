//! Reading the records that hold comparisons: an order, pairwise ratios, best and worst; each list
//! of siblings by itself.

use super::best_worst::{self, Comparisons};
use super::shares::Reading;
use super::{direct, order, pairwise};
use crate::model::{BestWorst, Finding, FindingKind, NodeId, RankWeights, Siblings};

/// How far a record agrees with itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Consistency {
    /// The worst list speaks for the record.
    Pairwise {
        ratio: Option<f64>,
        lambda: f64,
        /// (a, b, ratio): a is so many times as important as b, if the worst triple of the worst
        /// list were to agree with itself.
        mend: Option<(NodeId, NodeId, f64)>,
        lists: Vec<ListConsistency>,
    },
    BestWorst {
        xi: f64,
        ratio: f64,
        is_unique: bool,
    },
}

/// The consistency of one list of siblings.
#[derive(Clone, Debug, PartialEq)]
pub struct ListConsistency {
    /// The group that they lie in; none: the top.
    pub group: Option<NodeId>,
    pub ratio: Option<f64>,
    pub lambda: f64,
    pub mend: Option<(NodeId, NodeId, f64)>,
}

impl Reading<'_> {
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
        let local = self.lists(|reading, list, named| {
            let ids: Vec<&NodeId> = named
                .iter()
                .filter_map(|index| reading.tree.id(*list.members.get(*index)?))
                .collect();
            let ratio = |a: &NodeId, b: &NodeId| {
                let given = |(x, y, ratio): &(NodeId, NodeId, f64)| match () {
                    () if x == a && y == b => Some(*ratio),
                    () if x == b && y == a => Some(1.0 / ratio),
                    () => None,
                };
                pairs.iter().find_map(given).unwrap_or(1.0)
            };
            let matrix: Vec<Vec<f64>> =
                ids.iter().map(|a| ids.iter().map(|b| ratio(a, b)).collect()).collect();
            let found = pairwise::eigen(&matrix);
            let mend = pairwise::mend(&matrix, &found.shares).filter(|_| {
                found.ratio.is_some_and(|ratio| ratio > pairwise::MOST_CONSISTENCY_RATIO)
            });
            let mend = mend.and_then(|(a, b, ratio)| {
                Some(((*ids.get(a)?).clone(), (*ids.get(b)?).clone(), ratio))
            });
            let group = list
                .parent
                .and_then(|parent| reading.tree.groups.get(parent))
                .map(|group| group.id.clone());
            lists.push(ListConsistency { group, ratio: found.ratio, lambda: found.lambda, mend });
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
                mend: worst.mend.clone(),
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
            let Some(solved) = best_worst::solve(&comparisons) else {
                // Without an answer that holds, the comparisons with the best alone.
                let weights: Vec<Option<f64>> =
                    comparisons.best_over.iter().map(|over| Some(1.0 / over)).collect();
                return direct::normalised(&weights).unwrap_or_default();
            };
            consistency = Some(Consistency::BestWorst {
                xi: solved.xi,
                ratio: solved.ratio,
                is_unique: solved.is_unique,
            });
            solved.shares
        });
        if matches!(consistency, Some(Consistency::BestWorst { is_unique: false, .. })) {
            self.find(FindingKind::NotUnique(self.team.clone()));
        }
        (local, consistency)
    }

    /// Each list's local shares: those that `of` makes for the members that the record names,
    /// nothing for the others; equal ones where it names none.
    fn lists(
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

    fn find(&mut self, kind: FindingKind) {
        let path = self.team_path().then("elicitation");
        self.findings.push(Finding { path: Some(path), kind });
    }
}
