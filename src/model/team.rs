//! Teams: who weighs, and what each judged and scored, which stays in `model` while it is sealed.

use std::fmt;

use indexmap::IndexMap;

use crate::model::{Judgement, NodeId, OptionId, Score, ScoreTable, TeamId, Timestamp};

/// One team: how it is called, which everyone may see, and its record, which nobody sees who
/// doesn't come in by [`Team::opened`].
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    /// At most 24 characters for charts; empty: the name.
    pub short: String,
    pub note: String,
    pub mark: Mark,
    record: Record,
}

/// What a team judged and scored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    pub judgement: Judgement,
    /// Why this weight, by criterion or group.
    pub reasons: IndexMap<NodeId, String>,
    /// The team's own scores; each replaces the base cell whole.
    pub scores: ScoreTable,
    /// The team's ranking before it saw the model's, best first.
    pub gut_ranking: Vec<OptionId>,
    /// What is left of a blind round that has been opened.
    pub seal: Option<OpenedSeal>,
}

/// What a blind round leaves: when a team handed in, and the hash that proves what.
#[derive(Clone, Debug, PartialEq)]
pub struct Seal {
    pub at: Timestamp,
    /// 128 random bits in hexadecimal: without them a hash of few likely weights could be guessed.
    pub nonce: String,
    pub sha256: String,
}

/// A seal that was opened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedSeal {
    pub seal: Seal,
    pub opened: Timestamp,
}

#[derive(Clone, Debug, PartialEq)]
enum Record {
    Open(Judged),
    Sealed(Sealed),
}

#[derive(Clone, PartialEq)]
struct Sealed {
    seal: Seal,
    judged: Judged,
}

/// Tells the seal alone.
impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealed").field("seal", &self.seal).finish_non_exhaustive()
    }
}

impl Team {
    /// A team that hasn't weighed yet.
    pub fn new(id: TeamId, name: &str, mark: Mark) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short: String::new(),
            note: String::new(),
            mark,
            record: Record::Open(Judged::default()),
        }
    }

    /// The team with this as its open record.
    #[must_use]
    pub fn judging(self, judged: Judged) -> Self {
        Self { record: Record::Open(judged), ..self }
    }

    /// The team with this as its record, sealed: from here on only the file gets it.
    #[must_use]
    pub fn sealed(self, judged: Judged, seal: Seal) -> Self {
        Self { record: Record::Sealed(Sealed { seal, judged }), ..self }
    }

    /// The name that charts use.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// What the team judged and scored; none while it is sealed.
    pub fn opened(&self) -> Option<&Judged> {
        match &self.record {
            Record::Open(judged) => Some(judged),
            Record::Sealed(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn opened_mut(&mut self) -> Option<&mut Judged> {
        match &mut self.record {
            Record::Open(judged) => Some(judged),
            Record::Sealed(_) => None,
        }
    }

    /// The team for computing with; none while it is sealed.
    pub fn as_open(&self) -> Option<OpenTeam<'_>> {
        Some(OpenTeam { team: self, judged: self.opened()? })
    }

    /// The seal that closes the record; none where it is open.
    pub fn seal(&self) -> Option<&Seal> {
        match &self.record {
            Record::Open(_) => None,
            Record::Sealed(sealed) => Some(&sealed.seal),
        }
    }

    /// The record, sealed or not: for the rules, which tell nothing of it.
    pub(super) fn kept(&self) -> &Judged {
        match &self.record {
            Record::Open(judged) | Record::Sealed(Sealed { judged, .. }) => judged,
        }
    }

    /// The team with nothing behind its seal; none where there is no seal.
    pub(super) fn emptied(&self) -> Option<Self> {
        Some(self.clone().sealed(Judged::default(), self.seal()?.clone()))
    }
}

/// The record for the text of a scenario file, which holds it sealed or not. Whoever else calls
/// this breaks the seal: a test of the architecture allows the writer of files alone.
pub fn judged_for_file(team: &Team) -> &Judged {
    team.kept()
}

/// A team that isn't sealed, with its record: what everything is computed from.
#[derive(Clone, Copy, Debug)]
pub struct OpenTeam<'a> {
    team: &'a Team,
    judged: &'a Judged,
}

impl<'a> OpenTeam<'a> {
    pub fn team(self) -> &'a Team {
        self.team
    }

    pub fn id(self) -> &'a TeamId {
        &self.team.id
    }

    pub fn judged(self) -> &'a Judged {
        self.judged
    }

    pub fn judgement(self) -> &'a Judgement {
        &self.judged.judgement
    }

    /// The team's own cell, as it is written; none where it follows the base.
    pub fn own_cell(self, option: &OptionId, criterion: &NodeId) -> Option<&'a Score> {
        self.judged.scores.get(option, criterion)
    }
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Elicitation, Scenario};

    fn judged(weight: f64, score: f64) -> Judged {
        let node = NodeId::new("c").unwrap();
        let mut judged = Judged::default();
        judged.judgement.elicitation =
            Elicitation::Direct(IndexMap::from([(node.clone(), weight)]));
        judged.reasons.insert(node.clone(), format!("because of {weight}"));
        judged.scores.set(OptionId::new("o").unwrap(), node, Score::exact(score));
        judged
    }

    fn seal() -> Seal {
        Seal { at: Timestamp::epoch(), nonce: "00".repeat(16), sha256: "0f".repeat(32) }
    }

    fn team() -> Team {
        Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0))
    }

    #[test]
    fn a_sealed_record_is_printed_by_no_debug() {
        let sealed = team().sealed(judged(73.19, 9.875), seal());
        let printed = format!("{sealed:?} {sealed:#?} {:?}", Arc::new(&sealed));
        assert!(!printed.contains("73") && !printed.contains("9.8"), "{printed}");
        assert!(printed.contains("0f"), "{printed}");
    }

    #[test]
    fn a_sealed_record_has_no_way_in() {
        let mut sealed = team().sealed(judged(73.19, 9.875), seal());
        assert!(sealed.opened().is_none() && sealed.as_open().is_none());
        assert!(sealed.opened_mut().is_none());
        let mut scenario = Scenario::new("a");
        scenario.teams = vec![Arc::new(sealed), Arc::new(team().judging(judged(1.0, 2.0)))];
        assert_eq!(scenario.open_teams().count(), 1);
    }

    #[test]
    fn documents_that_differ_behind_a_seal_alone_show_the_same() {
        let document = |judged: Judged| {
            let mut scenario = Scenario::new("a");
            scenario.teams.push(Arc::new(team().sealed(judged, seal())));
            scenario
        };
        let (a, b) = (document(judged(73.19, 9.875)), document(judged(1.0, 2.0)));
        assert_ne!(a, b);
        assert_eq!(a.without_sealed_records(), b.without_sealed_records());
    }
}
