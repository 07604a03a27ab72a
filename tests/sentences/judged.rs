//! Shares by swing points and by pairs, computed anew by the plain reading of METHODS.md.

use std::collections::HashMap;

use mizan::model::{Criterion, Judgement, NodeId, Scenario, ValueFunction};

use crate::reference::{ends, in_proportion, lists, uncut};

/// By how many things are compared, from three on (Saaty 1980, as METHODS.md has it).
const RANDOM_INDEX: [f64; 6] = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41];

/// Points for swings, and what each swing is worth.
pub struct Swings {
    points: HashMap<NodeId, f64>,
    differences: HashMap<NodeId, f64>,
}

impl Swings {
    pub fn new(scenario: &Scenario, judgement: &Judgement) -> Self {
        let criteria = scenario.criteria.iter().enumerate();
        let difference = |(index, criterion): (usize, &Criterion)| {
            let weighed = judgement.weighed_ranges.get(&criterion.id).copied();
            let value = |score: f64| uncut(criterion, ends(scenario, index), score);
            let difference = match weighed {
                Some((worst, best)) => value(best) - value(worst),
                None => whole_swing(scenario, index),
            };
            let is_level = difference.abs() <= 1e-9;
            (criterion.id.clone(), if is_level { 0.0 } else { difference })
        };
        let points = judgement.weights().map(|(id, points)| (id.clone(), points)).collect();
        let mut swings = Self { points, differences: criteria.map(difference).collect() };
        for (parent, members) in lists_upwards(scenario) {
            let parts = swings.local(&members).into_iter().zip(&members);
            let sum = parts.map(|(share, id)| share * swings.differences[id]).sum();
            swings.differences.extend(parent.map(|parent| (parent, sum)));
        }
        swings
    }

    /// What a node's swing is worth.
    pub fn difference(&self, node: &NodeId) -> f64 {
        self.differences[node]
    }

    pub fn points(&self, node: &NodeId) -> Option<f64> {
        self.points.get(node).copied()
    }

    /// What siblings have of their list's share.
    pub fn local(&self, members: &[NodeId]) -> Vec<f64> {
        in_proportion(members, &|id| {
            let difference = self.difference(id);
            self.points(id).filter(|_| difference > 0.0).map(|points| points / difference)
        })
    }
}

/// The lists of siblings, each before the one that its parent stands in.
fn lists_upwards(scenario: &Scenario) -> Vec<(Option<NodeId>, Vec<NodeId>)> {
    let mut lists = lists(scenario);
    let depth = |parent: &Option<NodeId>| {
        let up = |id: &NodeId| scenario.groups.iter().find(|group| group.id == *id)?.group.clone();
        std::iter::successors(parent.clone(), up).count()
    };
    lists.sort_by_key(|(parent, _)| std::cmp::Reverse(depth(parent)));
    lists
}

/// From the least value of a scale to the greatest.
fn whole_swing(scenario: &Scenario, index: usize) -> f64 {
    match &scenario.criteria[index].value {
        ValueFunction::Piecewise(points) => {
            let values = points.iter().map(|(_, value)| *value);
            values.clone().fold(0.0, f64::max) - values.fold(1.0, f64::min)
        }
        ValueFunction::Linear => ends(scenario, index).map_or(0.0, |_| 1.0),
    }
}

/// Siblings that are compared in pairs.
pub struct Compared {
    named: Vec<NodeId>,
    ratios: HashMap<(NodeId, NodeId), f64>,
}

impl Compared {
    pub fn new(pairs: &[(NodeId, NodeId, f64)], members: &[NodeId]) -> Self {
        let is_named = |id: &&NodeId| pairs.iter().any(|(a, b, _)| a == *id || b == *id);
        let both = |(a, b, ratio): &(NodeId, NodeId, f64)| {
            [((a.clone(), b.clone()), *ratio), ((b.clone(), a.clone()), 1.0 / ratio)]
        };
        let named = members.iter().filter(is_named).cloned().collect();
        Self { named, ratios: pairs.iter().flat_map(both).collect() }
    }

    /// The same with one comparison made anew.
    pub fn with(mut self, a: &NodeId, b: &NodeId, ratio: f64) -> Self {
        self.ratios.insert((a.clone(), b.clone()), ratio);
        self.ratios.insert((b.clone(), a.clone()), 1.0 / ratio);
        self
    }

    fn ratio(&self, a: &NodeId, b: &NodeId) -> f64 {
        self.ratios.get(&(a.clone(), b.clone())).copied().unwrap_or(1.0)
    }

    /// The ratios' principal eigenvector, which sums to one, and its eigenvalue.
    fn eigen(&self) -> (Vec<f64>, f64) {
        let count = self.named.len();
        let mut shares = vec![1.0 / count as f64; count];
        let mut most = count as f64;
        for _ in 0..300 {
            let row = |a: &NodeId| {
                let row = self.named.iter().zip(&shares);
                row.map(|(b, share)| self.ratio(a, b) * share).sum::<f64>()
            };
            let next: Vec<f64> = self.named.iter().map(row).collect();
            most = next.iter().sum();
            shares = next.iter().map(|share| share / most).collect();
        }
        (shares, most)
    }

    /// What siblings have of their list's share.
    pub fn local(&self, members: &[NodeId]) -> Vec<f64> {
        let shares = self.eigen().0;
        let given: HashMap<&NodeId, f64> = self.named.iter().zip(shares).collect();
        in_proportion(members, &|id| given.get(id).copied())
    }

    /// How far the ratios contradict one another.
    pub fn consistency_ratio(&self) -> f64 {
        let count = self.named.len();
        if count < 3 {
            return 0.0;
        }
        let off = (self.eigen().1 - count as f64) / (count as f64 - 1.0);
        off / RANDOM_INDEX[count - 3]
    }
}
