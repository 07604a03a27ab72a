//! What of a file that isn't opened may be told: no line that a sealed record may stand on, and no
//! value from there.

use std::ops::RangeInclusive;

use super::outline::Outline;
use crate::model::{
    Expected, Fault, FaultClass, FaultKind, Found, Mismatch, Path, Place, Scenario, SyntaxFault,
    Timestamp, TypeFault,
};

/// The lines on which sealed records stand, or may stand.
#[derive(Debug, Default)]
pub struct Secret {
    lines: Vec<RangeInclusive<usize>>,
}

impl Secret {
    /// In a file whose form is broken: it doesn't tell where a sealed record ends, so all from the
    /// first word of teams on, and all of the file where a seal is spoken of before it. Nothing
    /// where every seal that is spoken of, be it in a comment, is a field that holds the time of
    /// its opening: what a comment or a text says opens none.
    pub fn possible(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let outline = Outline::new(&text);
        let opened = outline.values_within("seal", "opened").filter(|value| is_time(value));
        if count_words(&text, "seal") <= opened.count() {
            return Self::default();
        }
        let before = text.split("teams").next().filter(|before| before.len() < text.len());
        let before = before.filter(|before| count_words(before, "seal") == 0);
        let first = 1 + before.map_or(0, |before| before.matches('\n').count());
        Self { lines: vec![first..=usize::MAX] }
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
        // Where a record can't be found it may be anywhere.
        let lines = sealed.map(|path| outline.lines(&path).unwrap_or(1..=usize::MAX));
        Self { lines: lines.collect() }
    }

    pub fn holds(&self, at: Place) -> bool {
        self.lines.iter().any(|lines| lines.contains(&at.line))
    }

    /// A place as it may be told: on such a line without the column, which counts the letters of
    /// what stands before it.
    pub fn place(&self, at: Place) -> Place {
        if self.holds(at) { Place { column: None, ..at } } else { at }
    }

    /// A fault of form as it may be told: on such a line what was expected there, never what was
    /// found.
    pub fn told(&self, fault: Fault) -> Fault {
        match fault.at.filter(|at| self.holds(*at)) {
            None => fault,
            Some(at) => {
                Fault { at: Some(self.place(at)), kind: without_values(fault.kind), ..fault }
            }
        }
    }
}

/// How often a word stands alone, wherever it does.
fn count_words(text: &str, word: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let stands_alone = |(at, _): &(usize, &str)| {
        let (before, after) = (text.get(..*at), text.get(at + word.len()..));
        !before.is_some_and(|text| text.ends_with(is_part))
            && !after.is_some_and(|text| text.starts_with(is_part))
    };
    text.match_indices(word).filter(stands_alone).count()
}

/// Whether a value is a time in plain quotes.
fn is_time(value: &str) -> bool {
    let time = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    time.and_then(Timestamp::new).is_some()
}

fn without_values(kind: FaultKind) -> FaultKind {
    let withheld = |form, expected| FaultKind::Withheld { form, expected };
    match kind {
        FaultKind::Syntax(SyntaxFault::Mismatch(Mismatch { found: Found::End, .. })) => kind,
        FaultKind::Syntax(SyntaxFault::Mismatch(Mismatch { expected, .. })) => {
            withheld(FaultClass::Syntax, Some(expected))
        }
        FaultKind::Syntax(
            SyntaxFault::RepeatedKey(_) | SyntaxFault::Trailing(_) | SyntaxFault::BadEscape(_),
        ) => withheld(FaultClass::Syntax, None),
        FaultKind::Type(
            TypeFault::UnknownField { expected, .. } | TypeFault::UnknownVariant { expected, .. },
        ) => withheld(FaultClass::Type, Some(Expected::OneOf(expected))),
        FaultKind::Type(TypeFault::Mismatch(Mismatch { expected, .. })) => {
            withheld(FaultClass::Type, Some(expected))
        }
        FaultKind::Type(TypeFault::NotFinite(_)) => withheld(FaultClass::Type, None),
        FaultKind::NoSuchFormat(_) => withheld(FaultClass::Meaning, None),
        valueless => valueless,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Judged, Mark, Seal, Team, TeamId};

    #[test]
    fn a_sealed_record_that_is_not_found_may_stand_on_any_line() {
        let team = Team::new(TeamId::new("shut").unwrap(), "Shut", Mark::nth(0));
        let seal = Seal { at: Timestamp::epoch(), nonce: String::new(), sha256: String::new() };
        let mut scenario = Scenario::new("a");
        scenario.teams.push(team.sealed(Judged::default(), seal).into());
        let secret = Secret::of(&scenario, &Outline::new("(\n)"));
        for line in [1, 2, 1_000] {
            assert!(secret.holds(Place { line, column: Some(1) }), "{line}");
        }
    }
}
