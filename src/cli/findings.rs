//! A scenario's findings: on standard error for people, in JSON for programs.

use serde::Serialize;

use super::input::Opened;
use super::located::place;
use crate::model::{Finding, Place};
use crate::text::{self, command_line};

#[derive(Serialize)]
pub struct FindingEntry {
    pub kind: &'static str,
    pub path: Option<String>,
    pub line: Option<usize>,
    pub message: String,
}

/// A finding with the file that it stands in.
pub struct Located<'a> {
    pub finding: &'a Finding,
    /// As the call named it.
    pub file: &'a str,
    /// None where it stands nowhere in particular.
    pub place: Option<Place>,
}

/// Findings as every object lists them.
pub fn entries(opened: &Opened, findings: &[Finding]) -> Vec<FindingEntry> {
    entries_at(opened, &located(opened, findings))
}

/// The same of findings about a document that may stand in several files.
pub fn entries_at(opened: &Opened, findings: &[Located]) -> Vec<FindingEntry> {
    let told = opened.for_programs();
    let entry = |Located { finding, place, .. }: &Located| FindingEntry {
        kind: finding.kind.word(),
        path: finding.path.as_ref().map(ToString::to_string),
        line: place.map(|place| place.line),
        message: text::finding(&told, finding),
    };
    findings.iter().map(entry).collect()
}

/// Findings as messages.
pub fn messages(opened: &Opened, findings: &[Finding]) -> Vec<String> {
    messages_at(opened, &located(opened, findings))
}

/// The same of findings about a document that may stand in several files.
pub fn messages_at(opened: &Opened, findings: &[Located]) -> Vec<String> {
    let told = opened.for_people();
    let said = |Located { finding, file, place: at }: &Located| {
        let head = at.map_or((*file).to_owned(), |at| place(file, at));
        let sentence = text::one_line(&text::finding(&told, finding));
        command_line::of_file(&head, &command_line::of_file(finding.kind.word(), &sentence))
    };
    findings.iter().map(said).collect()
}

fn located<'a>(opened: &'a Opened, findings: &'a [Finding]) -> Vec<Located<'a>> {
    let places = opened.places(findings.iter().map(|finding| finding.path.as_ref()));
    let found = findings.iter().zip(places);
    found.map(|(finding, place)| Located { finding, file: &opened.file, place }).collect()
}
