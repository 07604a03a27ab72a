//! The words of both shells that are no sentence about results: names of commands, controls and columns.

pub const PROGRAM: &str = "Mizan";
pub const MEAN_WEIGHTS: &str = "Mean weights, base scores";
pub const EQUAL_WEIGHTS: &str = "Equal weights";
pub const SEALED: &str = "sealed until the round is opened";

pub const OPEN: &str = "Open…";
pub const OPEN_TOOLTIP: &str = "Open a scenario file";
pub const SAVE: &str = "Save";
pub const SAVE_TOOLTIP: &str = "Save to the file";
pub const SAVE_AS: &str = "Save as…";
pub const SAVE_AS_TOOLTIP: &str = "Save to another file";
pub const UNDO: &str = "Undo";
pub const UNDO_TOOLTIP: &str = "Take back what was last done";
pub const REDO: &str = "Redo";
pub const REDO_TOOLTIP: &str = "Do again what was taken back";
pub const SYSTEM_THEME: &str = "System";
pub const SYSTEM_THEME_TOOLTIP: &str = "Light or dark as the system is";
pub const LIGHT_THEME: &str = "Light";
pub const LIGHT_THEME_TOOLTIP: &str = "Dark text on a light ground";
pub const DARK_THEME: &str = "Dark";
pub const DARK_THEME_TOOLTIP: &str = "Light text on a dark ground";

pub const MEAN: &str = "Mean";
pub const EDITED: &str = "Edited";
pub const WEIGHTS: &str = "Weights";
pub const OPTION: &str = "Option";
pub const TOTAL: &str = "Total";
pub const TOTAL_NOTE: &str = "the same bars, laid end to end";
pub const WEIGHT: &str = "Weight";
pub const MATRIX: &str = "Matrix";
pub const NOT_SCORED: &str = "not scored";
pub const RULED_OUT: &str = "ruled out";
pub const HIGH_IS_GOOD: &str = "high is good";
pub const LOW_IS_GOOD: &str = "low is good";
pub const OWN_CURVE: &str = "own curve";
pub const NO_QUESTION: &str = "No question yet";

pub const START_TITLE: &str = "Which decision?";
pub const START_NOTE: &str = "Open a scenario file, or start from one of these.";
pub const CANNOT_OPEN: &str = "This file was not opened";
pub const UNCHANGED: &str = "Nothing was changed: the file is as it was, and so is what was open.";
pub const CANNOT_SAVE: &str = "This file was not saved";
pub const CLOSE: &str = "Close";
pub const CANCEL: &str = "Cancel";
pub const DISCARD: &str = "Don’t save";
pub const UNSAVED: &str = "There are unsaved changes";
pub const PATH_TITLE_OPEN: &str = "Open a file";
pub const PATH_TITLE_SAVE: &str = "Save to a file";
pub const PATH_NOTE: &str = "The system showed no dialog. Type the path of the file:";
pub const PATH_FIELD: &str = "Path";
pub const OPEN_PATH: &str = "Open";
pub const REPLACE: &str = "Replace";
pub const KEYS: &str = "Type a score · arrows move · Delete clears · Ctrl+Z takes back";

/// `4 options, 6 criteria`.
pub fn extent(options: usize, criteria: usize) -> String {
    let criteria = if criteria == 1 { "1 criterion".to_owned() } else { format!("{criteria} criteria") };
    format!("{}, {criteria}", counted(options, "option"))
}

/// `1 team`, `3 teams`.
pub fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// How many findings there are to look at.
pub fn to_check(count: usize) -> String {
    format!("{count} to check")
}

/// The name of a cell for those who can't see where it stands.
pub fn cell(option: &str, criterion: &str) -> String {
    format!("{option}, {criterion}")
}

/// What was done to a cell.
pub fn score_edit(option: &str, criterion: &str) -> String {
    format!("score of {option} on {criterion}")
}

/// What was done to a weight.
pub fn weight_edit(team: &str, criterion: &str) -> String {
    format!("{team}’s weight for {criterion}")
}

/// A field that holds a weight.
pub fn weight_of(criterion: &str) -> String {
    format!("Weight of {criterion}")
}

/// A total in the accessibility tree.
pub fn total_of(option: &str) -> String {
    format!("Total of {option}")
}

/// What typed text must be.
pub fn not_a_number(typed: &str) -> String {
    format!("Not done: “{typed}” is no number. Type one like 7 or 2.5. Nothing was changed.")
}

/// Asks before unsaved changes go.
pub fn unsaved_question(name: &str) -> String {
    format!("Save the changes to {name} first?")
}

/// Asks before a file is replaced.
pub fn replace_question(name: &str) -> String {
    format!("{name} is there already. Replace it?")
}

pub fn saved_to(name: &str) -> String {
    format!("Saved to {name}")
}

pub fn opened(name: &str) -> String {
    format!("Opened {name}")
}

/// The heading of a window: the document and the program.
pub fn window_title(title: &str, is_changed: bool) -> String {
    let mark = if is_changed { "• " } else { "" };
    format!("{mark}{title} — {PROGRAM}")
}

/// Why weights can't be changed here.
pub const MEAN_IS_DERIVED: &str = "The mean follows from the teams’ weights. Choose a team above to change its own.";
pub const NO_TEAMS: &str = "There are no teams in this scenario, so every criterion weighs the same.";
pub const KEPT_RECORD: &str = "This team weighs by comparisons that this version keeps as they are.";
pub const RANKED: &str = "Ranked";
pub const AS_ENTERED: &str = "As entered";

/// How far the winner is ahead.
pub fn ahead_by(lead: &str) -> String {
    format!("ahead by {lead}")
}
pub const FILE_KIND: &str = "Mizan scenario";
pub const STILL_HERE: &str = "The file is as it was, and your work is still open here. Save it elsewhere with “Save as…”.";
pub const COMMENTS: &str = "This file has comments";
pub const NO_NAME_LEFT: &str = "there is no free name to keep the original with its comments under";

/// Asks before comments go.
pub fn comments_question(name: &str) -> String {
    format!("Saving loses the comments in {name}. The original is kept beside it, with “with-comments” in its name.")
}

/// Why there is no window.
pub fn no_window(reasons: &str) -> String {
    format!("no window could be opened ({reasons}). The subcommands work without one: mizan --help")
}

/// Why a comma was not understood.
pub fn ambiguous_comma(typed: &str) -> String {
    format!("Not done: “{typed}” can be read in two ways. Write thousands without a comma, and decimals with a point. Nothing was changed.")
}

/// Said where a scenario asks for a method that isn't built yet.
pub const OTHER_METHOD: &str = " Ranked by the weighted sum; this version has no other method yet.";

/// The rest of a list that is cut.
pub fn and_more(count: usize) -> String {
    format!("… and {count} more")
}
