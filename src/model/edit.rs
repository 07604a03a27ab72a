//! Edits: every change that a document can undergo, as a value. [`crate::model::Scenario::edited`]
//! applies them.

use indexmap::IndexMap;

use crate::model::{
    Alternative, Assumption, AssumptionId, Ballot, Criterion, Decision, Fault, Group, Judgement,
    Mark, Method, NodeId, OptionId, Reference, Round, Score, Source, SourceId, Team, TeamId,
    Timestamp, Workshop,
};

/// The shares that teams' best-worst records give, for records that lose their best or worst and
/// become `Direct` with them.
pub type GivenShares = IndexMap<TeamId, IndexMap<NodeId, f64>>;

/// One change. Positions count from 0; one beyond the end means the end.
///
/// A sealed record stays as it was handed in, whatever is edited around it, and no edit tells what
/// is in it: whether one is refused hangs on what the edit is and on who is sealed, never on what
/// they judged. Where that could touch a sealed record ([`Refusal::Sealed`]), it is said below.
/// What is said of no edit is possible whoever is sealed.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Title(String),
    Question(String),
    DecisionMaker(String),
    Notes(String),
    Marking(String),
    Method(Method),
    Decision(Option<Decision>),
    Ballot(Option<Ballot>),
    Workshop(Option<Workshop>),
    /// Adds the source or puts it in place of the one with this id.
    SetSource(SourceId, Source),
    /// Takes along the evidence that cites it. Not while any team is sealed: it may cite it.
    RemoveSource(SourceId),
    AddOption(Alternative, usize),
    /// Puts the option in place of the one with its id.
    ChangeOption(Alternative),
    MoveOption(OptionId, usize),
    /// Takes along its scores, its places in gut rankings, a decision for it, that it is the
    /// baseline, and a team's wish for it. Not while any team is sealed: it may have scored or
    /// ranked it.
    RemoveOption(OptionId),
    /// Makes an option the baseline, or with none takes that away.
    Baseline(Option<OptionId>),
    AddAssumption(Assumption, usize),
    /// Puts the assumption in place of the one with its id: by this too it comes to hold or not.
    ChangeAssumption(Assumption),
    MoveAssumption(AssumptionId, usize),
    /// Takes along what scores are without it. Not while any team is sealed: it may have scored
    /// so.
    RemoveAssumption(AssumptionId),
    /// While any team is sealed, not into a group that holds no criterion yet: from then on the
    /// group counts among its siblings, and a weight of nothing that was given it with them.
    AddCriterion(Criterion, usize),
    /// Puts the criterion in place of the one with its id; moved to another group, it leaves the
    /// judgements that compared it with its old siblings; turned to the other goal, the ends of its
    /// swings change places, unless points carry its direction: then those that run against its
    /// goal do when it becomes straight. While any team is sealed, none of these, which may rewrite
    /// what it judged, nor with another range, which what it scored may not lie in. Points in place
    /// of a straight value, must-have and labels bind no record.
    ChangeCriterion(Criterion),
    MoveCriterion(NodeId, usize),
    /// Takes along its scores and what teams judged about it. Not while any team is sealed: it may
    /// have judged or scored it.
    RemoveCriterion(NodeId, GivenShares),
    AddGroup(Group, usize),
    /// Puts the group in place of the one with its id. While any team is sealed, not into another
    /// parent, which may rewrite what it judged.
    ChangeGroup(Group),
    MoveGroup(NodeId, usize),
    /// What lay in it moves up into its parent, out of the judgements that compared it with its old
    /// siblings. Not while any team is sealed: it may have judged it.
    RemoveGroup(NodeId, GivenShares),
    /// Not a sealed one: whether its record suits the document would tell of it.
    AddTeam(Team, usize),
    /// How a team is called and marked; its record stays.
    DescribeTeam {
        id: TeamId,
        name: String,
        short: String,
        note: String,
        mark: Mark,
    },
    MoveTeam(TeamId, usize),
    /// Takes along its position on the decision. Not a sealed one: its record would be lost.
    RemoveTeam(TeamId),
    /// Sets a cell, or with none takes it out. Not of a sealed team's own scores.
    SetScore(Layer, OptionId, NodeId, Option<Score>),
    /// Puts a team's judgement in place of its former one. Not of a sealed team.
    Judge(TeamId, Judgement),
    /// Why a team gave this weight; an empty text takes the reason out. Not of a sealed team.
    GiveReason(TeamId, NodeId, String),
    /// A team's ranking before it saw the model's, best first. Not of a sealed team.
    RankByGut(TeamId, Vec<OptionId>),
    /// Not with a sealed team in it: whether its record suits the round would tell of it.
    CloseRound(Round),
    /// All of these, in order, or none.
    Several(Vec<Edit>),
}

impl Edit {
    /// The same where every team that judges in it does so at a time; without one as it is.
    #[must_use]
    pub fn judged_at(self, time: Option<&Timestamp>) -> Self {
        match self {
            Self::Judge(team, judgement) => {
                let weighed = time.cloned().or(judgement.weighed);
                Self::Judge(team, Judgement { weighed, ..judgement })
            }
            Self::Several(edits) => {
                Self::Several(edits.into_iter().map(|edit| edit.judged_at(time)).collect())
            }
            edit => edit,
        }
    }
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
    /// It could touch what these teams judged and scored, who are sealed.
    Sealed(Vec<TeamId>),
    /// The document would break these rules.
    Breaks(Vec<Fault>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_judgement_of_an_edit_is_given_at_a_time_and_nothing_else_is() {
        let [then, now] = ["2026-01-02T03:04:05Z", "2026-05-06T07:08:09Z"].map(Timestamp::new);
        let judge = |weighed: &Option<Timestamp>| {
            let judgement = Judgement { weighed: weighed.clone(), ..Judgement::default() };
            Edit::Judge(TeamId::new("t").unwrap(), judgement)
        };
        let edit = |weighed| Edit::Several(vec![Edit::Title("a".to_owned()), judge(weighed)]);
        assert_eq!(edit(&then).judged_at(now.as_ref()), edit(&now));
        assert_eq!(judge(&None).judged_at(now.as_ref()), judge(&now));
        assert_eq!(edit(&then).judged_at(None), edit(&then), "without a clock");
    }
}
