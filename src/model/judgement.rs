//! What a team says about the criteria: the judgements that its shares come from.

use indexmap::IndexMap;

use crate::model::{NodeId, Timestamp};

/// What a team judged about the criteria, and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub elicitation: Elicitation,
    /// The scores (worst, best) at the ends of each criterion's swing when the weights were given:
    /// those of its scale then, unless a file says others.
    pub weighed_ranges: IndexMap<NodeId, (f64, f64)>,
    pub weighed: Option<Timestamp>,
}

impl Judgement {
    /// The weight or the points given to a node; none where it is left out, or judged in another
    /// way.
    pub fn weight_of(&self, node: &NodeId) -> Option<f64> {
        self.elicitation.weight_of(node)
    }

    /// Every weight, or all points, given; none where it is judged in another way.
    pub fn weights(&self) -> impl Iterator<Item = (&NodeId, f64)> {
        let (weights, points) = match &self.elicitation {
            Elicitation::Direct(weights) => (Some(weights), None),
            Elicitation::Swing(points) => (None, Some(points)),
            Elicitation::Ranking(..) | Elicitation::Pairwise(_) | Elicitation::BestWorst(_) => {
                (None, None)
            }
        };
        let weights = weights.into_iter().flatten().map(|(id, weight)| (id, *weight));
        weights.chain(points.into_iter().flatten().map(|(id, points)| (id, *points)))
    }

    /// Whether anything is given; how far that goes, the criteria tree tells.
    pub fn is_begun(&self) -> bool {
        match &self.elicitation {
            Elicitation::Direct(weights) => !weights.is_empty(),
            Elicitation::Swing(points) => !points.is_empty(),
            Elicitation::Ranking(_, places) => places.iter().any(|tied| !tied.is_empty()),
            Elicitation::Pairwise(pairs) => !pairs.is_empty(),
            Elicitation::BestWorst(_) => true,
        }
    }
}

/// The judgements that a team's shares come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Elicitation {
    /// Weights, relative among siblings.
    Direct(IndexMap<NodeId, f64>),
    /// Points for the swing of each criterion from the worst end of its scale to the best, the
    /// largest 100.
    Swing(Vec<(NodeId, f64)>),
    /// An order, most important first; what shares a place is tied.
    Ranking(RankWeights, Vec<Vec<NodeId>>),
    /// (a, b, ratio): a is ratio times as important as b.
    Pairwise(Vec<(NodeId, NodeId, f64)>),
    BestWorst(BestWorst),
}

impl Elicitation {
    /// The weight or the points given to a node; none where it is left out, or judged in another
    /// way.
    pub fn weight_of(&self, node: &NodeId) -> Option<f64> {
        match self {
            Self::Direct(weights) => weights.get(node).copied(),
            Self::Swing(points) => {
                points.iter().find(|(id, _)| id == node).map(|(_, points)| *points)
            }
            Self::Ranking(..) | Self::Pairwise(_) | Self::BestWorst(_) => None,
        }
    }
}

impl Default for Elicitation {
    fn default() -> Self {
        Self::Direct(IndexMap::new())
    }
}

/// How an order becomes shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankWeights {
    RankOrderCentroid,
    RankSum,
    RankReciprocal,
}

/// Rezaei's best-worst comparison of one list of siblings (2015).
#[derive(Clone, Debug, PartialEq)]
pub struct BestWorst {
    pub best: NodeId,
    pub worst: NodeId,
    /// How many times the best is as important as each.
    pub best_over: Vec<(NodeId, f64)>,
    /// How many times each is as important as the worst.
    pub over_worst: Vec<(NodeId, f64)>,
}
