//! What is said of files: opening, saving, replacing, closing.

use crate::model::Place;

pub const SAVE: &str = "Save";
pub const CANNOT_OPEN: &str = "This file was not opened";
pub const UNCHANGED: &str = "Nothing was changed: the file is as it was, and so is what was open.";
pub const CANNOT_SAVE: &str = "This file was not saved";
pub const DISCARD: &str = "Don’t save";
pub const UNSAVED: &str = "There are unsaved changes";
pub const PATH_TITLE_OPEN: &str = "Open a file";
pub const PATH_TITLE_SAVE: &str = "Save to a file";
pub const PATH_TITLE_COPY: &str = "Save a copy";
pub const OPEN: &str = "Open";
pub const REPLACE: &str = "Replace";

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

pub const RENDERER_BROKE: &str = "it broke before it showed anything";

/// Said by a program that breaks.
pub fn broke(is_kept: bool, report: Option<&str>) -> String {
    let kept = if is_kept {
        "your work is kept and is offered when Mizan is opened again"
    } else {
        "the newest state may not be kept; what was kept before is offered when Mizan is opened again"
    };
    let report = report.map(|path| format!(". The report is {path}"));
    format!("the program broke down: {kept}{}.", report.unwrap_or_default())
}

pub const FILE_GONE: &str = "no longer there";
pub const FOLDER_GONE: &str = "its folder is not there: is the drive plugged in?";
pub const NEW_TITLE: &str = "New decision";
pub const DROP_HERE: &str = "Drop the scenario file to open it";
pub const MANY_DROPPED: &str = "Several files were dropped; the first was opened.";

/// A duplicated team's name.
pub fn copy_of(name: &str) -> String {
    format!("{name} (copy)")
}

/// Where in a file something stands.
pub fn located(file: &str, at: Place) -> String {
    match at.column {
        Some(column) => format!("{file}, line {}, column {column}", at.line),
        None => format!("{file}, line {}", at.line),
    }
}
