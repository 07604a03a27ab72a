//! What stands in the bars around every page: the top bar, the rail, the status bar.

pub const PROGRAM: &str = "Mizan";
pub const EDITED: &str = "Edited";

/// How many findings there are to look at.
pub fn to_check(count: usize) -> String {
    format!("{count} to check")
}

/// The heading of a window: the document and the program.
pub fn window_title(title: &str) -> String {
    format!("{title} — {PROGRAM}")
}

/// The same while the document isn't as its file is.
pub fn edited_window_title(title: &str) -> String {
    format!("• {}", window_title(title))
}

pub const MENU: &str = "Menu";
pub const SETTINGS: &str = "Settings";
pub const MATRIX_KEYS: &str = "Type a score · F2 reason · Space inspector";
pub const RESULT_KEYS: &str = "Click two options to compare · arrows walk the parts";
pub const COMPARE_KEYS: &str = "Take over makes one side as the other is";
pub const TEAMS_KEYS: &str = "Hover a team to follow it · 1 to 9 show a team, 0 the mean";
pub const WEIGHTS_KEYS: &str = "Up and Down ±1 · Page ±10 · L locks · F2 reason · Enter next";
/// The page of weights under the mean, which has no fields.
pub const MEAN_KEYS: &str = "Choose a team above to weigh";
pub const FILE_MENU: &str = "File";
pub const EDIT_MENU: &str = "Edit";
pub const ADD_MENU: &str = "Add";
pub const VIEW_MENU: &str = "View";
pub const HELP_MENU: &str = "Help";

/// The shortcuts that hints name, as the system writes them.
pub struct Shortcuts {
    pub add_option: String,
}

/// The keys of the page of the question.
pub fn question_keys(Shortcuts { add_option }: &Shortcuts) -> String {
    format!("Enter edits · Alt+Shift+arrows move · {add_option} adds an option")
}

pub const NOT_SAVED: &str = "Not saved yet";
pub const NO_CHANGES: &str = "No changes";

/// When the document was last saved, where it is as its file is.
pub fn saved(at: &str) -> String {
    format!("Saved {at}")
}

/// `100 %`.
pub fn zoom(factor: f32) -> String {
    format!("{:.0} %", factor * 100.0)
}

pub const WEIGHTING: &str = "Weighting";
pub const THEME: &str = "Theme";
