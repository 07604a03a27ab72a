//! Faults with their places, as CLI.md prints them.

use crate::model::{Fault, Place};
use crate::store::Unreadable;
use crate::text::{self, command_line};

/// A fault: `FILE:LINE:COLUMN: message`, below it the line of the file and a caret.
pub fn located(file: &str, found: &Unreadable, fault: &Fault) -> String {
    let sentence = quotes_isolated(&text::fault(fault));
    let Some(at) = fault.at else { return command_line::of_file(file, &sentence) };
    let head = command_line::of_file(&place(file, at), &sentence);
    match found.quotable(at).and_then(|text| text::excerpt(text, at)) {
        Some(excerpt) => format!("{head}\n{}", excerpt.with_caret()),
        None => head,
    }
}

/// A sentence in which each word in quotes that runs from right to left stands in its own place.
fn quotes_isolated(sentence: &str) -> String {
    sentence.split('`').map(text::isolated).collect::<Vec<_>>().join("`")
}

/// `FILE:LINE:COLUMN`; what isn't known is left out with its colon.
pub fn place(file: &str, at: Place) -> String {
    let file = command_line::shown_name(file);
    match at.column {
        Some(column) => format!("{file}:{}:{column}", at.line),
        None => format!("{file}:{}", at.line),
    }
}

/// All faults of a file, and that it is as it was.
pub fn unreadable(file: &str, found: &Unreadable) -> String {
    let faults = found.faults.iter().map(|fault| located(file, found, fault) + "\n");
    faults.collect::<String>() + &command_line::of_program(&command_line::not_opened(file))
}
