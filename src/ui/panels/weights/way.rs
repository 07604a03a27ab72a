//! The ways of weighing: swing points, plain weights, or the order alone. One is chosen for all
//! teams; the judgements that a team gave in another go only when the first is given in this one,
//! and the window asks then.

use indexmap::IndexMap;

use crate::model::{Elicitation, Judgement, OpenTeam, RankWeights, Scenario};

/// A way of weighing that this page has rows for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    Swing,
    Sliders,
    /// No numbers: the order alone.
    Order,
}

impl Way {
    /// The way of a team's judgements; none for comparisons.
    pub fn of(team: OpenTeam) -> Option<Self> {
        match team.judgement().elicitation {
            Elicitation::Direct(_) => Some(Self::Sliders),
            Elicitation::Swing(_) => Some(Self::Swing),
            Elicitation::Ranking(..) => Some(Self::Order),
            _ => None,
        }
    }

    /// The way that a document is in where none is chosen: that of the team itself, else of the
    /// first that has begun, else swing points, which ask for what weights are about.
    pub fn usual(scenario: &Scenario, team: Option<OpenTeam>) -> Self {
        let begun = |team: &OpenTeam| team.judgement().is_begun();
        let others = || scenario.open_teams().filter(begun).find_map(Self::of);
        team.filter(begun).and_then(Self::of).or_else(others).unwrap_or(Self::Swing)
    }

    /// Judgements in this way, none given yet.
    pub fn unjudged(self) -> Judgement {
        let elicitation = match self {
            Self::Swing => Elicitation::Swing(Vec::new()),
            Self::Sliders => Elicitation::Direct(IndexMap::new()),
            Self::Order => Elicitation::Ranking(RankWeights::RankOrderCentroid, Vec::new()),
        };
        Judgement { elicitation, ..Judgement::default() }
    }
}
