//! What stands in the bars around every page: the top bar, the rail, the status bar.

use super::counts::counted;

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
pub const FIRM_KEYS: &str =
    "Drag a mark to try a weight · Esc puts it back · Enter goes to the score";
pub const COMPARE_KEYS: &str = "Take over makes one side as the other is";
pub const TEAMS_KEYS: &str = "Hover a team to follow it · 1 to 9 show a team, 0 the mean";
pub const TURNS_ON_KEYS: &str =
    "Hover a team to follow it · 1 to 9 show a team · Enter goes to the score or the weight";
pub const GUT_KEYS: &str = "Up and Down move the option · Home and End to the ends";
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
pub const NO_RECOVERY: &str = "No recovery copy";

/// How a document stands to its file.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that go together in every way")]
pub struct FileState<'a> {
    pub is_unsaved: bool,
    /// Steps since it was last opened or saved.
    pub changes: usize,
    /// The hour of the last save; empty: none since it was opened.
    pub saved_at: &'a str,
    /// Another window has the file open.
    pub is_read_only: bool,
    /// Another program wrote to the file.
    pub was_changed: bool,
    /// There is no file any more.
    pub is_gone: bool,
}

/// The same in words.
pub fn file_state(state: FileState) -> String {
    match state {
        FileState { is_gone: true, .. } => "The file is gone".to_owned(),
        FileState { was_changed: true, .. } => "Another program changed the file".to_owned(),
        FileState { is_unsaved: true, changes: 0, .. } => NOT_SAVED.to_owned(),
        FileState { is_unsaved: true, changes, .. } => {
            format!("{} not saved", counted(changes, "change"))
        }
        FileState { is_read_only: true, .. } => "Read-only".to_owned(),
        FileState { saved_at: "", .. } => NO_CHANGES.to_owned(),
        FileState { saved_at, .. } => saved(saved_at),
    }
}

/// When the document was last saved, where it is as its file is.
pub fn saved(at: &str) -> String {
    format!("Saved {at}")
}

/// How old the recovery copy is.
pub fn recovery_copy(ago: &str) -> String {
    format!("Recovery copy {ago}")
}

/// How many seconds ago something was, rounded down: by seconds, then by minutes; beyond an hour
/// the time of day.
pub fn age(seconds: i64, time_of_day: &str) -> String {
    match seconds {
        ..60 => format!("{} s ago", seconds.max(0)),
        60..3600 => format!("{} min ago", seconds / 60),
        _ => format!("of {time_of_day}"),
    }
}

/// In how many seconds that will be told otherwise; none: never.
pub fn next_age(seconds: i64) -> Option<i64> {
    match seconds {
        ..60 => Some(1),
        60..3600 => Some(60 - seconds % 60),
        _ => None,
    }
}

/// `100 %`.
pub fn zoom(factor: f32) -> String {
    format!("{:.0} %", factor * 100.0)
}

pub const WEIGHTING: &str = "Weighting";
pub const THEME: &str = "Theme";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_says_how_it_stands_to_its_file_the_worst_first() {
        let known = FileState { saved_at: "14:02", ..FileState::default() };
        let told = [
            (FileState::default(), "No changes"),
            (known, "Saved 14:02"),
            (FileState { is_read_only: true, ..known }, "Read-only"),
            (FileState { is_unsaved: true, ..known }, "Not saved yet"),
            (FileState { is_unsaved: true, changes: 1, ..known }, "1 change not saved"),
            (FileState { is_unsaved: true, changes: 23, ..known }, "23 changes not saved"),
            (
                FileState { was_changed: true, is_unsaved: true, changes: 2, ..known },
                "Another program changed the file",
            ),
            (FileState { is_gone: true, was_changed: true, ..known }, "The file is gone"),
        ];
        for (state, words) in told {
            assert_eq!(file_state(state), words);
        }
    }

    #[test]
    fn an_age_is_never_told_as_more_than_it_is_and_changes_when_it_says() {
        for seconds in 0..4000 {
            let told = age(seconds, "14:02");
            let number: i64 = told.split(' ').next().unwrap().parse().unwrap_or(0);
            let least = if told.ends_with("min ago") { number * 60 } else { number };
            assert!(least <= seconds, "{told} of {seconds}");
            if let Some(next) = next_age(seconds) {
                assert_eq!(age(seconds + next - 1, "14:02"), told);
                assert_ne!(age(seconds + next, "14:02"), told);
            } else {
                assert_eq!(told, "of 14:02");
            }
        }
        assert_eq!(age(-5, ""), "0 s ago", "the clock was set back");
    }
}
