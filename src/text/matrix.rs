//! What the matrix says.

use super::counts::counted;
use super::{isolated, method_name};
use crate::model::{Grade, Method};

pub const OPTION: &str = "Option";
pub const TOTAL: &str = "Total";
pub const TOTAL_NOTE: &str = "the same bars, laid end to end";
pub const WEIGHT: &str = "Weight";
pub const MATRIX: &str = "Matrix";
pub const NOT_SCORED: &str = "not scored";
pub const RULED_OUT: &str = "ruled out";
pub const NO_QUESTION: &str = "No question yet";

/// The name of a cell for those who can't see where it stands.
pub fn cell(option: &str, criterion: &str) -> String {
    format!("{option}, {criterion}")
}

/// A criterion's head: its name and its share as it is shown.
pub fn weighed(criterion: &str, percent: &str) -> String {
    format!("{}, {percent}", isolated(criterion))
}

/// What the matrix is about: its extent, whose weights, and the sentences that follow.
pub fn subtitle(extent: &str, weights: &str, gaps: &str, method: &str) -> String {
    format!("{extent}. {weights}.{gaps}{method}")
}

/// A total in the accessibility tree.
pub fn total_of(option: &str) -> String {
    format!("Total of {option}")
}

/// A total whose row is held where it stands, and the place that it would go to.
pub fn with_move(total: &str, place: usize) -> String {
    format!("{total}, moves to place {place}")
}

/// What a hatch marks where it doesn't mark all that is weak.
pub fn legend_weaker_than(middle: Grade) -> String {
    format!("weaker than {middle}, the middle grade")
}

pub const RANKED: &str = "Ranked";
pub const AS_ENTERED: &str = "As entered";

/// How far the winner is ahead.
pub fn ahead_by(lead: &str) -> String {
    format!("ahead by {lead}")
}

/// Said where a scenario asks for a method that the window doesn't show.
pub fn other_method(method: Method) -> String {
    format!(
        " Shown by the weighted sum, which explains itself; `mizan rank` ranks by {}.",
        method_name(method)
    )
}

pub const EDIT_DETAILS: &str = "Edit details…";
pub const DRAG_NOTE: &str = "drag a bar’s top edge";
pub const MEAN_NOTE: &str = "choose a team to weigh";
pub const NO_TEAM_NOTE: &str = "add a team to weigh";
pub const LEGEND_BLOCK: &str = "colour: value earned, height: weight";
pub const LEGEND_WEAK: &str = "weak evidence";
pub const LEGEND_EVIDENCE: &str = "evidence strong, fair, weak";
pub const LEGEND_OWN: &str = "a team’s own score";
pub const LEGEND_FORK: &str = "another score if an assumption fails";

/// A share that is held, and the keys that let it go, as the system writes them.
pub fn locked(keys: &str) -> String {
    format!("This share is held; {keys} lets it go")
}

/// A bar that holds a share.
pub fn share_of(criterion: &str) -> String {
    format!("Share of {criterion}")
}

pub const BASE_CHANGED: &str =
    "The base score changed, which counts for every team without a score of its own here.";

/// How many cells aren't scored and how many rest on weak evidence, as a sentence that follows
/// another; nothing where none is.
pub fn gaps(missing: usize, weak: usize) -> String {
    let missing = (missing > 0).then(|| format!("{} {NOT_SCORED}", counted(missing, "cell")));
    let weak = (weak > 0).then(|| format!("{} on weak evidence", counted(weak, "cell")));
    let told: Vec<String> = missing.into_iter().chain(weak).collect();
    if told.is_empty() { String::new() } else { format!(" {}.", told.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_counted_in_one_sentence() {
        assert_eq!(gaps(0, 0), "");
        assert_eq!(gaps(1, 0), " 1 cell not scored.");
        assert_eq!(gaps(0, 3), " 3 cells on weak evidence.");
        assert_eq!(gaps(2, 1), " 2 cells not scored, 1 cell on weak evidence.");
    }
}
