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

/// Findings as every object lists them.
pub fn entries(opened: &Opened, findings: &[Finding]) -> Vec<FindingEntry> {
    let told = opened.for_programs();
    let entry = |(finding, place): (&Finding, Option<Place>)| FindingEntry {
        kind: finding.kind.word(),
        path: finding.path.as_ref().map(ToString::to_string),
        line: place.map(|place| place.line),
        message: text::finding(&told, finding),
    };
    placed(opened, findings).map(entry).collect()
}

/// Findings as messages.
pub fn messages(opened: &Opened, findings: &[Finding]) -> Vec<String> {
    let told = opened.for_people();
    let said = |(finding, at): (&Finding, Option<Place>)| {
        let head = at.map_or(opened.file.clone(), |at| place(&opened.file, at));
        let sentence = text::one_line(&text::finding(&told, finding));
        command_line::of_file(&head, &command_line::of_file(finding.kind.word(), &sentence))
    };
    placed(opened, findings).map(said).collect()
}

fn placed<'a>(
    opened: &Opened,
    findings: &'a [Finding],
) -> impl Iterator<Item = (&'a Finding, Option<Place>)> {
    let places = opened.places(findings.iter().map(|finding| finding.path.as_ref()));
    findings.iter().zip(places)
}
