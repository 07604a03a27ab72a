//! The palette of commands and things.

use super::{fields, matrix};

pub const HINT: &str = "Type a command, a team, an option or a criterion";
pub const NOTHING: &str = "Nothing has these words.";
pub const TEAM: &str = "Team";
pub const ASSUMPTION: &str = "Assumption";
pub const CRITERION: &str = "Criterion";
pub const GROUP: &str = fields::GROUP;

/// What an option with this letter is.
pub fn option(letter: &str) -> String {
    format!("{} {letter}", matrix::OPTION)
}
