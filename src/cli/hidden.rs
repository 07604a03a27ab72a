//! Totals while a workshop hides them: neither shown nor spoken of, unless the call asks for it.

use super::args::Reveal;
use super::input::Opened;
use super::output::Failure;
use crate::model::{Finding, Scenario};
use crate::text::command_line;

/// Whether totals of some files may be shown.
///
/// # Errors
/// Where the workshop of one of them hides totals, and nobody asked to see them all the same.
pub fn may_show<'a>(
    files: impl IntoIterator<Item = &'a Opened>,
    call: &Reveal,
) -> Result<(), Failure> {
    let mut hiding = files.into_iter().filter(|opened| opened.scenario.hides_totals());
    match hiding.next().filter(|_| !call.reveal) {
        None => Ok(()),
        Some(Opened { file, .. }) => {
            Err(Failure::faulty(command_line::of_file(file, command_line::TOTALS_HIDDEN)))
        }
    }
}

/// Those findings that may be told now.
pub fn told(scenario: &Scenario, mut findings: Vec<Finding>) -> Vec<Finding> {
    if scenario.hides_totals() {
        findings.retain(|finding| !finding.kind.speaks_of_totals());
    }
    findings
}
