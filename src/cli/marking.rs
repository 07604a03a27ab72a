//! The marking of what leaves the program: at the head and foot of tables, and in JSON.

use super::input::Opened;
use super::table::wrapped;
use crate::model::Scenario;
use crate::text::{self, command_line};

/// The markings of some files, each once, in their order.
pub struct Marking(Vec<String>);

impl Marking {
    pub fn of_files<'a>(files: impl IntoIterator<Item = &'a Opened>) -> Self {
        let mut markings: Vec<String> = Vec::new();
        for Opened { scenario: Scenario { marking, .. }, .. } in files {
            if !marking.is_empty() && !markings.contains(marking) {
                markings.push(marking.clone());
            }
        }
        Self(markings)
    }

    /// For a field of JSON; empty where there is none.
    pub fn joined(&self) -> String {
        command_line::markings(&self.0)
    }

    /// A table with the markings above and below it, each on a line of its own.
    pub fn around(&self, table: &str) -> String {
        let lines: String = self
            .0
            .iter()
            .map(|marking| wrapped(&text::isolated(&text::one_line(marking))) + "\n")
            .collect();
        format!("{lines}{table}{lines}")
    }
}
