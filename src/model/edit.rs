//! Edits: every change that a document can undergo, as a value. [`crate::model::Scenario::edited`]
//! applies them.

use indexmap::IndexMap;

use crate::model::{
    Alternative, Ballot, Criterion, Decision, Fault, Group, Judgement, Method, NodeId, OptionId,
    Reference, Round, Score, Source, SourceId, Team, TeamId,
};

/// The shares that teams' best-worst records give, for records that lose their best or worst and
/// become `Direct` with them.
pub type GivenShares = IndexMap<TeamId, IndexMap<NodeId, f64>>;

/// One change. Positions count from 0; one beyond the end means the end.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Title(String),
    Question(String),
    DecisionMaker(String),
    Notes(String),
    Method(Method),
    Decision(Option<Decision>),
    Ballot(Option<Ballot>),
    /// Adds the source or puts it in place of the one with this id.
    SetSource(SourceId, Source),
    /// Takes along the evidence that cites it.
    RemoveSource(SourceId),
    AddOption(Alternative, usize),
    /// Puts the option in place of the one with its id.
    ChangeOption(Alternative),
    MoveOption(OptionId, usize),
    /// Takes along its scores, its places in gut rankings, and a decision for it.
    RemoveOption(OptionId),
    AddCriterion(Criterion, usize),
    /// Puts the criterion in place of the one with its id; moved to another group, it leaves the
    /// judgements that compared it with its old siblings.
    ChangeCriterion(Criterion),
    MoveCriterion(NodeId, usize),
    /// Takes along its scores and what teams judged about it.
    RemoveCriterion(NodeId, GivenShares),
    AddGroup(Group, usize),
    ChangeGroup(Group),
    MoveGroup(NodeId, usize),
    /// What lay in it moves up into its parent, out of the judgements that compared it with its old
    /// siblings.
    RemoveGroup(NodeId, GivenShares),
    AddTeam(Team, usize),
    ChangeTeam(Team),
    MoveTeam(TeamId, usize),
    /// Takes along its position on the decision.
    RemoveTeam(TeamId),
    /// Sets a cell, or with none takes it out.
    SetScore(Layer, OptionId, NodeId, Option<Score>),
    /// Puts a team's judgement in place of its former one.
    Judge(TeamId, Judgement),
    /// Why a team gave this weight; an empty text takes the reason out.
    GiveReason(TeamId, NodeId, String),
    CloseRound(Round),
    /// All of these, in order, or none.
    Several(Vec<Edit>),
}

/// Whose scores.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    Base,
    Team(TeamId),
}

/// Why an edit wasn't applied; nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It names something that isn't there (any more).
    Gone(Reference, String),
    /// The document would break these rules.
    Breaks(Vec<Fault>),
}
