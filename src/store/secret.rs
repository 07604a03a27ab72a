//! What of a file that isn't opened may be told: no line that a sealed record may stand on, and no
//! value from there.

use std::ops::RangeInclusive;

use super::outline::Outline;
use crate::model::{Fault, FaultClass, FaultKind, Path, Place, Scenario, SyntaxFault, TypeFault};

/// The lines on which sealed records stand, or may stand.
#[derive(Debug, Default)]
pub struct Secret {
    lines: Vec<RangeInclusive<usize>>,
}

impl Secret {
    /// In a file whose form is broken: it doesn't tell where a sealed record ends, so all from the
    /// first word of teams on, where a seal is spoken of anywhere.
    pub fn possible(bytes: &[u8]) -> Self {
        let at = |word: &[u8]| bytes.windows(word.len()).position(|part| part == word);
        if at(b"seal").is_none() {
            return Self::default();
        }
        let teams = at(b"teams").unwrap_or(0);
        let before = bytes.iter().take(teams).filter(|byte| **byte == b'\n').count();
        Self { lines: vec![1 + before..=usize::MAX] }
    }

    /// In a file whose form is sound.
    pub fn of(scenario: &Scenario, outline: &Outline) -> Self {
        let rounds = scenario.rounds.iter().enumerate();
        let rounds =
            rounds.map(|(index, round)| (Path::field("rounds").index(index), &round.teams));
        let bodies = rounds.chain([(Path::default(), &scenario.teams)]);
        let sealed = bodies.flat_map(|(base, teams)| {
            let sealed = teams.iter().enumerate().filter(|(_, team)| team.seal().is_some());
            sealed.map(move |(index, _)| base.then("teams").index(index)).collect::<Vec<_>>()
        });
        Self { lines: sealed.filter_map(|path| outline.lines(&path)).collect() }
    }

    pub fn holds(&self, at: Place) -> bool {
        self.lines.iter().any(|lines| lines.contains(&at.line))
    }

    /// A fault of form as it may be told: on such a line what was expected there, never what was
    /// found, nor the column, which counts the letters of what stands before it.
    pub fn told(&self, fault: Fault) -> Fault {
        match fault.at.filter(|at| self.holds(*at)) {
            None => fault,
            Some(at) => Fault {
                at: Some(Place { column: None, ..at }),
                kind: without_values(fault.kind),
                ..fault
            },
        }
    }
}

fn without_values(kind: FaultKind) -> FaultKind {
    let withheld = |form, expected| FaultKind::Withheld { form, expected };
    match kind {
        FaultKind::Syntax(SyntaxFault::Expected { what, found: Some(_) }) => {
            withheld(FaultClass::Syntax, vec![what])
        }
        FaultKind::Syntax(
            SyntaxFault::BadNumber(_) | SyntaxFault::RepeatedKey(_) | SyntaxFault::Other(_),
        ) => withheld(FaultClass::Syntax, Vec::new()),
        FaultKind::Type(
            TypeFault::UnknownField { expected, .. } | TypeFault::UnknownVariant { expected, .. },
        ) => withheld(FaultClass::Type, expected),
        FaultKind::Type(TypeFault::WrongType { expected, .. }) => {
            withheld(FaultClass::Type, vec![expected])
        }
        FaultKind::Type(TypeFault::NotFinite(_) | TypeFault::Other(_)) => {
            withheld(FaultClass::Type, Vec::new())
        }
        valueless => valueless,
    }
}
