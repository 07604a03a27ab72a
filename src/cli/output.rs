//! What a run leaves: a report for standard output, or a failure for standard error.

use std::io::{ErrorKind, Write};

use crate::text::command_line;

/// How the program ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    #[default]
    Done,
    /// The scenario has an error, or a check failed.
    Faulty,
    /// The words of the call are wrong.
    Miscalled,
}

impl Status {
    /// What the system is told.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Faulty => 1,
            Self::Miscalled => 2,
        }
    }
}

/// What goes to standard output, what is said beside it, and how the program ends.
#[derive(Default)]
pub struct Report {
    pub text: String,
    pub messages: Vec<String>,
    pub status: Status,
}

impl Report {
    pub fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// A text for people, with what is to be said beside it.
    pub fn with(text: String, messages: Vec<String>) -> Self {
        Self { text, messages, status: Status::Done }
    }
}

/// Why there is no report.
pub struct Failure {
    pub message: String,
    pub status: Status,
}

impl Failure {
    /// The call's words are wrong.
    pub fn miscalled(message: &str) -> Self {
        Self { message: command_line::of_program(message), status: Status::Miscalled }
    }

    /// A file or a check stands in the way; the message names it.
    pub fn faulty(message: String) -> Self {
        Self { message, status: Status::Faulty }
    }

    /// Something that is no file's fault stands in the way.
    pub fn hindered(message: &str) -> Self {
        Self::faulty(command_line::of_program(message))
    }
}

/// Writes a report. A reader that went away ends it quietly.
pub fn emit(report: &Report) -> Status {
    report.messages.iter().for_each(|message| tell(message));
    let mut output = std::io::stdout().lock();
    match output.write_all(report.text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            tell(&command_line::of_program(&command_line::unwritten_result(&error)));
            Status::Faulty
        }
        _ => report.status,
    }
}

/// Says something on standard error. Where nobody reads it, nobody is to be told.
pub fn tell(message: &str) {
    drop(writeln!(std::io::stderr(), "{message}"));
}
