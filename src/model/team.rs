//! Teams: who weighs, by which judgements, and where they score differently.

use indexmap::IndexMap;

use crate::model::{NodeId, OptionId, ScoreTable, Timestamp};

/// One team with its weighting.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    pub id: crate::model::TeamId,
    pub name: String,
    /// At most 24 characters for charts; empty: the name.
    pub short: String,
    pub note: String,
    pub mark: Mark,
    pub judgement: Judgement,
    /// Why this weight, by criterion or group.
    pub reasons: IndexMap<NodeId, String>,
    /// The team's own scores; each replaces the base cell whole.
    pub scores: ScoreTable,
    /// The team's ranking before it saw the model's, best first.
    pub gut_ranking: Vec<OptionId>,
    pub seal: Option<Seal>,
}

impl Team {
    /// A team that hasn't weighed yet.
    pub fn new(id: crate::model::TeamId, name: &str, mark: Mark) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short: String::new(),
            note: String::new(),
            mark,
            judgement: Judgement::default(),
            reasons: IndexMap::new(),
            scores: ScoreTable::default(),
            gut_ranking: Vec::new(),
            seal: None,
        }
    }

    /// The name that charts use.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// Sealed in a blind round, and not yet opened.
    pub fn is_sealed(&self) -> bool {
        self.seal.as_ref().is_some_and(|seal| seal.opened.is_none())
    }
}

/// What a team judged about the criteria, and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    pub elicitation: Elicitation,
    /// The scores (worst, best) at the ends of each criterion's swing when the weights were given.
    pub weighed_ranges: IndexMap<NodeId, (f64, f64)>,
    pub weighed: Option<Timestamp>,
}

impl Judgement {
    /// Whether there is any judgement to make shares from.
    pub fn is_weighed(&self) -> bool {
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
    /// Points for the swing of each criterion from its worst to its best, the largest 100.
    Swing(Vec<(NodeId, f64)>),
    /// An order, most important first; what shares a place is tied.
    Ranking(RankWeights, Vec<Vec<NodeId>>),
    /// (a, b, ratio): a is ratio times as important as b.
    Pairwise(Vec<(NodeId, NodeId, f64)>),
    BestWorst(BestWorst),
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

/// A team's colour and shape by number, 1 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(u8);

impl Mark {
    pub fn new(number: u8) -> Option<Self> {
        (1..=8).contains(&number).then_some(Self(number))
    }

    /// The one at `index` from 0; after the eighth they repeat.
    pub fn nth(index: usize) -> Self {
        Self(u8::try_from(index % 8).unwrap_or(0) + 1)
    }

    pub fn number(self) -> u8 {
        self.0
    }
}

/// What a blind round leaves: when a team handed in, and the hash that proves what.
#[derive(Clone, Debug, PartialEq)]
pub struct Seal {
    pub at: Timestamp,
    pub sha256: String,
    pub opened: Option<Timestamp>,
}
