//! Scenario files that a subcommand writes: none over another without being told to.

use std::path::Path;

use super::output::Failure;
use crate::model::Scenario;
use crate::store::{Expected, System, Unsaved, save, to_text};
use crate::text::command_line;

/// Whether files that are there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Nothing,
    Anything,
}

impl Over {
    pub fn of(force: bool) -> Self {
        if force { Self::Anything } else { Self::Nothing }
    }

    pub fn expected(self) -> Expected {
        match self {
            Self::Nothing => Expected::Nothing,
            Self::Anything => Expected::Anything,
        }
    }
}

/// Writes a scenario into a file.
///
/// # Errors
/// Where it can't be written, or the file is there and isn't to be replaced.
pub fn write(scenario: &Scenario, target: &Path, over: Over) -> Result<(), Failure> {
    let about =
        |message: &str| command_line::of_file(&command_line::name_of(target.as_os_str()), message);
    let text = to_text(scenario)
        .map_err(|why| Failure::faulty(about(&command_line::unwritten(&why.0))))?;
    write_text(&text, target, over)
}

/// The same of a text.
///
/// # Errors
/// The same.
pub fn write_text(text: &str, target: &Path, over: Over) -> Result<(), Failure> {
    let about =
        |message: &str| command_line::of_file(&command_line::name_of(target.as_os_str()), message);
    match save(&System, target, text, &over.expected(), |_| ()) {
        Ok(_) => Ok(()),
        Err(Unsaved::Obstacle(obstacle)) => {
            Err(Failure::faulty(about(&command_line::unwritable(&obstacle))))
        }
        Err(Unsaved::Exists | Unsaved::Changed(_)) => {
            Err(Failure::faulty(about(command_line::THERE_ALREADY)))
        }
    }
}
