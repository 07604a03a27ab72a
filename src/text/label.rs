//! The words of both shells that are no sentence about results: names of commands, controls and
//! columns.

use super::method_name;
use crate::model::Method;

pub const PROGRAM: &str = "Mizan";
pub const MEAN_WEIGHTS: &str = "Mean weights, base scores";
pub const EQUAL_WEIGHTS: &str = "Equal weights";
pub const SEALED: &str = "sealed until the round is opened";

pub const SAVE: &str = "Save";
pub const MEAN: &str = "Mean";
pub const EDITED: &str = "Edited";
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

pub const CANNOT_OPEN: &str = "This file was not opened";
pub const UNCHANGED: &str = "Nothing was changed: the file is as it was, and so is what was open.";
pub const CANNOT_SAVE: &str = "This file was not saved";
pub const CLOSE: &str = "Close";
pub const CANCEL: &str = "Cancel";
pub const DISCARD: &str = "Don’t save";
pub const UNSAVED: &str = "There are unsaved changes";
pub const PATH_TITLE_OPEN: &str = "Open a file";
pub const PATH_TITLE_SAVE: &str = "Save to a file";
pub const PATH_TITLE_COPY: &str = "Save a copy";
pub const PATH_NOTE: &str = "The system showed no dialog. Type the path of the file:";
pub const PATH_FIELD: &str = "Path";
pub const OPEN_PATH: &str = "Open";
pub const REPLACE: &str = "Replace";

/// `4 options, 6 criteria`.
pub fn extent(options: usize, criteria: usize) -> String {
    let criteria =
        if criteria == 1 { "1 criterion".to_owned() } else { format!("{criteria} criteria") };
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

/// The heading of a window: the document and the program.
pub fn window_title(title: &str, is_changed: bool) -> String {
    let mark = if is_changed { "• " } else { "" };
    format!("{mark}{title} — {PROGRAM}")
}

/// Why weights can't be changed here.
pub const MEAN_IS_DERIVED: &str =
    "The mean follows from the teams’ weights. Choose a team above to change its own.";
pub const NO_TEAMS: &str =
    "There are no teams in this scenario, so every criterion weighs the same.";
pub const KEPT_RECORD: &str = "This team weighs by comparisons; its shares follow from them. The \
                               first weight given here would begin anew, after asking.";
pub const RANKED: &str = "Ranked";
pub const AS_ENTERED: &str = "As entered";

/// How far the winner is ahead.
pub fn ahead_by(lead: &str) -> String {
    format!("ahead by {lead}")
}
pub const FILE_KIND: &str = "Mizan scenario";
pub const STILL_HERE: &str =
    "The file is as it was, and your work is still open here. Save it elsewhere with “Save as…”.";
pub const COMMENTS: &str = "This file has comments";
pub const NO_NAME_LEFT: &str = "there is no free name to keep the original with its comments under";

/// Asks before comments go.
pub fn comments_question(name: &str) -> String {
    format!(
        "Saving loses the comments in {name}. The original is kept beside it, with “with-comments” \
         in its name."
    )
}

/// Why there is no window.
pub fn no_window(reasons: &str) -> String {
    format!("no window could be opened ({reasons}). The subcommands work without one: mizan --help")
}

/// Why a comma was not understood.
pub fn ambiguous_comma(typed: &str) -> String {
    format!(
        "Not done: “{typed}” can be read in two ways. Write thousands without a comma, and \
         decimals with a point. Nothing was changed."
    )
}

/// Said where a scenario asks for a method that the window doesn't show.
pub fn other_method(method: Method) -> String {
    format!(
        " Shown by the weighted sum, which explains itself; `mizan rank` ranks by {}.",
        method_name(method)
    )
}

pub const AND_THE_REST: &str = ", and less of the rest";

/// The rest of a list that is cut.
pub fn and_more(count: usize) -> String {
    format!("… and {count} more")
}

pub const MENU: &str = "Menu";
pub const SETTINGS: &str = "Settings";
pub const ADD: &str = "Add";
pub const ADD_AND_NEXT: &str = "Add and next";
pub const PALETTE_HINT: &str = "Type a command";
pub const NO_COMMAND: &str = "No command has these words.";
pub const KEYS_TITLE: &str = "Keys";
pub const QUESTION_KEYS: &str = "Enter edits · Alt+Shift+arrows move · Ctrl+Shift+O adds an option";
pub const MATRIX_KEYS: &str = "Type a score · F2 reason · Space inspector";
pub const RESULT_KEYS: &str = "Click two options to compare · arrows walk the parts";
pub const COMPARE_KEYS: &str = "Take over makes the left side as the right one is";
pub const TEAMS_KEYS: &str = "Hover a team to follow it · 1 to 8 pick a team";
pub const WEIGHTS_KEYS: &str = "Arrows ±1 · Page ±10 · L locks";
/// What the matrix's own keys do.
pub const MATRIX_KEY_LIST: &[(&str, &str)] = &[
    ("Arrows, Home, End, Page", "Move through the matrix, its heads included"),
    ("0–9", "Type a score"),
    ("Enter", "Edit the score, or the option or criterion"),
    ("F2", "Its reason, or its name"),
    ("Space", "Show or hide the inspector"),
    ("Delete", "Take the score out"),
    ("Alt+Up, Alt+Down", "One point more or less of weight, for the team shown"),
    ("Escape", "Drop what is being typed or dragged"),
];

pub const FILE_MENU: &str = "File";
pub const EDIT_MENU: &str = "Edit";
pub const ADD_MENU: &str = "Add";
pub const VIEW_MENU: &str = "View";
pub const HELP_MENU: &str = "Help";
pub const NEW_OPTION: &str = "New option";
pub const NEW_CRITERION: &str = "New criterion";
pub const NEW_GROUP: &str = "New group";
pub const NEW_TEAM: &str = "New team";
pub const NEW_SOURCE: &str = "New source";

/// Whether the document is as its file is.
pub fn saved_state(is_changed: bool, saved_at: &str) -> String {
    match (is_changed, saved_at) {
        (true, _) => "Not saved yet".to_owned(),
        (false, "") => "No changes".to_owned(),
        (false, at) => format!("Saved {at}"),
    }
}

/// `100 %`.
pub fn zoom(factor: f32) -> String {
    format!("{:.0} %", factor * 100.0)
}
pub const FILE_GONE: &str = "no longer there";
pub const FOLDER_GONE: &str = "its folder is not there: is the drive plugged in?";
pub const NEW_TITLE: &str = "New decision";
pub const DROP_HERE: &str = "Drop the scenario file to open it";
pub const MANY_DROPPED: &str = "Several files were dropped; the first was opened.";

/// `4 options × 6 criteria`.
pub fn extent_short(options: usize, criteria: usize) -> String {
    let criteria =
        if criteria == 1 { "1 criterion".to_owned() } else { format!("{criteria} criteria") };
    format!("{} × {criteria}", counted(options, "option"))
}

/// What was done to the list of things.
pub fn adding(name: &str) -> String {
    format!("adding {name}")
}

pub fn moving(name: &str) -> String {
    format!("moving {name}")
}

pub fn removing(name: &str) -> String {
    format!("removing {name}")
}

/// What was done to a field of a thing.
pub fn change(field: &str, name: &str) -> String {
    format!("{} of {name}", field.to_lowercase())
}

/// Why a thing can't have this id.
pub fn id_taken(id: &str) -> String {
    format!(
        "Not done: there is something with the id “{id}” already. Choose another id. Nothing was \
         changed."
    )
}

pub const TAGLINE: &str = "weigh a decision together";
pub const PRESETS: &str = "Presets";
pub const PRESETS_NOTE: &str = "Opened as a copy: nothing you do changes the preset.";
pub const DECIDES: &str = "decides";
pub const RECENT: &str = "Recent";
pub const OFFLINE: &str = "Works offline. Files stay on this computer.";

/// Takes a file out of the list of recent ones.
pub fn forget(title: &str) -> String {
    format!("Forget {title}")
}

pub const EDIT_DETAILS: &str = "Edit details…";
pub const LOCKED: &str = "This share is held; Ctrl+L lets it go";
pub const DRAG_NOTE: &str = "drag a bar’s top edge";
pub const MEAN_NOTE: &str = "choose a team to weigh";
pub const NO_TEAM_NOTE: &str = "add a team to weigh";
pub const LEGEND_BLOCK: &str = "colour: value earned, height: weight";
pub const LEGEND_WEAK: &str = "weak evidence";
pub const LEGEND_EVIDENCE: &str = "evidence strong, fair, weak";
pub const LEGEND_OWN: &str = "a team’s own score";

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
pub const CLEAR_WEIGHTS: &str = "Clear the weights";
pub const EQUAL: &str = "Equal weights";
pub const SEALED_TEAM: &str = "This team’s record is sealed until the round is opened.";

/// A point of evidence for those who can't see where it stands.
pub fn evidence(number: usize, source: &str) -> String {
    format!("Evidence {number}: {source}")
}

/// Why a text is no letter.
pub fn not_a_letter(typed: &str) -> String {
    format!(
        "Not done: “{typed}” is no letter of an option. Type one to three of A–Z, like B or AA. \
         Nothing was changed."
    )
}

/// Why a text is no date.
pub fn not_a_date(typed: &str) -> String {
    format!(
        "Not done: “{typed}” is no date. Type one like 2025, 2025-09 or 2025-09-30. Nothing was \
         changed."
    )
}

pub const REMOVE_ANCHOR: &str = "Remove anchor";
pub const REMOVE_POINT: &str = "Remove point";
pub const CURVE_NOTE: &str = "Drag a point; double-click to add one.";

/// `Anchor 2`.
pub fn numbered(what: &str, number: impl std::fmt::Display) -> String {
    format!("{what} {number}")
}

pub const OWN_SCORES: &str = "Own scores";
pub const NO_OWN_SCORES: &str = "This team scores nothing in its own way.";

pub const TITLE_HINT: &str = "A name for this decision";
pub const QUESTION_HINT: &str = "What is being decided, as a question";
pub const DECISION_MAKER_HINT: &str = "Who decides";
pub const NOTHING_YET: &str = "None yet.";

/// What was done to a field of the scenario itself.
pub fn the_field(name: &str) -> String {
    name.to_lowercase()
}

/// What was done to all of a team's weights.
pub fn weights_edit(team: &str) -> String {
    format!("{team}’s weights")
}

/// Holds a share, or lets it go.
pub fn hold(name: &str) -> String {
    format!("Hold the share of {name}")
}

pub fn let_go(name: &str) -> String {
    format!("Let the share of {name} go")
}

/// A bar that holds a share.
pub fn share_of(criterion: &str) -> String {
    format!("Share of {criterion}")
}

pub const WEIGHTING: &str = "Weighting";

/// A duplicated team's name.
pub fn copy_of(name: &str) -> String {
    format!("{name} (copy)")
}

pub const BASE_CHANGED: &str =
    "The base score changed, which counts for every team without a score of its own here.";

/// Why a file can't be written.
pub fn no_folder(folder: &str) -> String {
    format!("the folder {folder} is not there; choose one that is, or make it first")
}
