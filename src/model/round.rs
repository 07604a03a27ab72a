//! What a workshop leaves behind: closed rounds, the decision taken, and the mark of a file handed
//! out.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Alternative, Assumption, Criterion, Group, OptionId, PartialDate, ScoreTable, Team, TeamId,
    Timestamp,
};

/// The matrix as it stood when a round was closed; its scores carry no evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Unique among the rounds.
    pub name: String,
    pub closed: Timestamp,
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
    pub options: Vec<Alternative>,
    pub assumptions: Vec<Assumption>,
    pub scores: ScoreTable,
    pub teams: Vec<Arc<Team>>,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// None: none of them.
    pub option: Option<OptionId>,
    pub at: Option<Timestamp>,
    pub by: String,
    pub reasons: String,
    pub review: Option<PartialDate>,
    /// When to look at it again.
    pub conditions: Vec<String>,
    pub positions: IndexMap<TeamId, Position>,
}

/// Where a team stands on the decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    pub stance: Stance,
    pub reason: String,
    /// The option that it would rather have.
    pub prefers: Option<OptionId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    For,
    Accepts,
    Dissents,
}

/// Set in a file handed out to a team: of which scenario, in which round.
#[derive(Clone, Debug, PartialEq)]
pub struct Ballot {
    /// SHA-256 of the canonical JSON of what was handed out.
    pub of: String,
    pub round: String,
}

/// Set when a workshop has begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    pub began: Timestamp,
    pub hides: Hides,
    /// When totals were first shown.
    pub shown: Option<Timestamp>,
}

/// What a workshop doesn't show until it is asked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hides {
    /// Totals, ranks, winners and agreement.
    #[default]
    Totals,
    Nothing,
}

impl Workshop {
    /// Whether totals, and all that speaks of them, are shown nowhere yet.
    pub fn hides_totals(&self) -> bool {
        self.hides == Hides::Totals && self.shown.is_none()
    }
}
