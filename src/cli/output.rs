//! What a run leaves: a report for standard output, or a failure for standard error.

use std::io::{ErrorKind, Write};

use super::input::Opened;
use crate::model::{Fault, Place};
use crate::store::Unreadable;
use crate::text;

/// The scenario has an error, or a check failed.
pub const FAULTY: u8 = 1;
/// The words of the call are wrong.
pub const MISCALLED: u8 = 2;

/// What goes to standard output, what is said beside it, and how the program ends.
#[derive(Default)]
pub struct Report {
    pub text: String,
    pub messages: Vec<String>,
    pub status: u8,
}

impl Report {
    pub fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Why there is no report.
pub struct Failure {
    pub message: String,
    pub status: u8,
}

impl Failure {
    /// The call's words are wrong.
    pub fn miscalled(message: impl Into<String>) -> Self {
        Self { message: format!("mizan: {}", message.into()), status: MISCALLED }
    }

    /// The scenario, a file or a check stands in the way.
    pub fn faulty(message: impl Into<String>) -> Self {
        Self { message: message.into(), status: FAULTY }
    }
}

/// Writes a report. A reader that went away ends it quietly.
pub fn emit(report: &Report) -> u8 {
    report.messages.iter().for_each(|message| tell(message));
    let mut output = std::io::stdout().lock();
    match output.write_all(report.text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            tell(&format!("mizan: the result can't be written: {error}."));
            FAULTY
        }
        _ => report.status,
    }
}

/// Says something on standard error. Where nobody reads it, nobody is to be told.
pub fn tell(message: &str) {
    drop(writeln!(std::io::stderr(), "{message}"));
}

/// A fault as CLI.md prints it: `FILE:LINE:COLUMN: message`, below it the line of the file and a
/// caret.
pub fn located(file: &str, found: &Unreadable, fault: &Fault) -> String {
    let sentence = text::fault(fault);
    let Some(at) = fault.at else { return format!("{file}: {sentence}") };
    let head = format!("{}: {sentence}", place(file, at));
    match found.quotable(at).and_then(|text| text::excerpt(text, at)) {
        Some(excerpt) => format!("{head}\n{excerpt}"),
        None => head,
    }
}

/// `FILE:LINE:COLUMN`; what isn't known is left out with its colon.
pub fn place(file: &str, at: Place) -> String {
    match at.column {
        Some(column) => format!("{file}:{}:{column}", at.line),
        None => format!("{file}:{}", at.line),
    }
}

/// All faults of a file, and that it is as it was.
pub fn unreadable(file: &str, found: &Unreadable) -> String {
    let faults: Vec<String> =
        found.faults.iter().map(|fault| located(file, found, fault)).collect();
    format!(
        "{}\nmizan: {} was not opened; nothing was changed.",
        faults.join("\n"),
        text::one_line(file)
    )
}

/// A scenario's findings as messages, each once.
pub fn finding_messages(opened: &Opened, findings: &[crate::model::Finding]) -> Vec<String> {
    let places = opened.places(findings.iter().map(|finding| finding.path.as_ref()));
    let said = findings.iter().zip(places).map(|(finding, at)| {
        let head = at.map_or(opened.file.clone(), |at| place(&opened.file, at));
        format!(
            "{head}: {}: {}",
            finding.kind.word(),
            text::one_line(&text::finding(&opened.scenario, finding))
        )
    });
    said.collect()
}
