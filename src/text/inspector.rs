//! What the inspector says.

use super::plain;

pub const NOTHING_SELECTED: &str =
    "Choose a cell, an option, a criterion or a team to see its details here.";
pub const CLOSE_INSPECTOR: &str = "Close the inspector";
pub const ADDS: &str = "adds";
pub const OWN_SCORES_NOTE: &str =
    "A number here is the team’s own score; empty, the base score counts.";

/// Whose score the fields change.
pub fn own_score(team: &str) -> String {
    format!("This is {team}’s own score.")
}

/// The field of a team's own score.
pub fn team_score(team: &str) -> String {
    format!("{team}’s own score")
}

/// That a reason was written for another score: `written for 1840 USD`.
pub fn written_for(score: f64, unit: &str) -> String {
    let score = plain(score);
    if unit.is_empty() {
        format!("written for {score}")
    } else {
        format!("written for {score} {unit}")
    }
}

/// The same where it stands alone.
pub fn reason_written_for(score: f64, unit: &str) -> String {
    format!("Its reason was {}.", written_for(score, unit))
}

pub const STILL_HOLDS: &str = "Still holds";
pub const STILL_HOLDS_NOTE: &str = "The reason is right for the score that is there now.";

/// `of 5.93`.
pub fn of_total(total: &str) -> String {
    format!("of {total}")
}

/// `range 4 to 7`.
pub fn range(low: &str, high: &str) -> String {
    format!("range {low} to {high}")
}

pub const ADD_EVIDENCE: &str = "Add evidence";
pub const SHOW_SOURCE: &str = "Show the source";
pub const DROP_EVIDENCE: &str = "Remove";
pub const NOT_CITED: &str = "No cell of the base scores cites it yet.";
pub const SEALED_TEAM: &str = "This team’s record is sealed until the round is opened.";

/// A point of evidence for those who can't see where it stands.
pub fn evidence(number: usize, source: &str) -> String {
    format!("Evidence {number}: {source}")
}

pub const REMOVE_ANCHOR: &str = "Remove anchor";
pub const REMOVE_POINT: &str = "Remove point";
pub const CURVE_NOTE: &str = "Drag a point; double-click to add one.";
pub const OWN_SCORES: &str = "Own scores";
pub const NO_OWN_SCORES: &str = "This team scores nothing in its own way.";
