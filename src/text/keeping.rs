//! What is said of what the program keeps: recovery, versions, and files that others change.

use super::counts::{capital, counted, extent_short, in_words};
use super::{isolated, list};

pub const RELOAD: &str = "Reload";
pub const PUT_BACK: &str = "put back what was recovered";
pub const COMPARE: &str = "Compare…";
pub const OPEN_READ_ONLY: &str = "Open read-only";
pub const OPEN_COPY: &str = "Open a copy";
pub const CHANGED: &str = "Another program changed the file";
pub const OPEN_ELSEWHERE: &str = "This file is open in another window";
pub const CHANGED_MEANWHILE: &str = "another program changed it meanwhile";
pub const OPEN_IN_ANOTHER: &str = "it is open in another window; save under another name";
/// What the program kept itself, where a file is named.
pub const KEPT_STATE: &str = "What was kept";

/// Asks before what another program saved goes.
pub fn changed_question(name: &str) -> String {
    format!(
        "{name} is not as it was when it was opened or last saved here. Comparing changes nothing. \
         Reloading takes what the file holds; what is here can be had back by undo. Replacing puts \
         yours in its place; what it holds now stays among its versions."
    )
}

/// Asks how a file that another window has is to be opened.
pub fn elsewhere_question(name: &str) -> String {
    format!(
        "Two windows that save to {name} would overwrite each other. Here it can be looked at, or \
         opened as a copy with a file of its own."
    )
}

// What the first page says of what was recovered.

pub const OPEN_AS_COPY: &str = "Open as a copy";
pub const PUT_IT_BACK: &str = "Put back";
pub const LATER: &str = "Later";
pub const DIFFERS: &str = "What differs from the file";
pub const WHAT_HAPPENED: &str = "What happened…";
pub const HAPPENED: &str = "What happened";
pub const RECOVERED: &str = "Newer work on this file was recovered";
pub const PUT_BACK_NOTE: &str =
    "Put back makes this the file’s state; the state on disk stays among its versions.";
pub const NO_FILE: &str = "there is no file to compare with";
pub const FILE_UNREADABLE: &str = "The file can’t be read now, so nothing is compared.";
pub const NOTHING_TOLD: &str = "Mizan left no report: the power went, or the system ended it.";

/// How the first page tells that something was recovered.
pub fn recovered_heading(count: usize) -> String {
    let told = if count == 1 { "scenario was" } else { "scenarios were" };
    format!("Mizan ended without closing. {} {told} recovered.", capital(&in_words(count)))
}

/// What holds until the person chooses; `files` of the recovered ones have a file.
pub fn until_chosen(count: usize, files: usize) -> String {
    let kept = match count {
        1 => "it stays kept",
        2 => "both stay kept",
        _ => "all stay kept",
    };
    let untouched = match files {
        0 => "",
        1 => ", and the file on disk is untouched",
        _ => ", and the files on disk are untouched",
    };
    format!("Until you choose, {kept}{untouched}.")
}

/// How far a recovered state is from what its file was: `23 changes after the file as it was at
/// 15:12`.
pub fn after_save(changes: usize, saved: Option<&str>) -> String {
    let file =
        saved.map_or_else(|| "the file".to_owned(), |at| format!("the file as it was at {at}"));
    match changes {
        0 => format!("No change after {file}"),
        changes => format!("{} after {file}", counted(changes, "change")),
    }
}

/// When a recovered state was kept, and by how much it is newer than its file.
pub fn last_state(at: &str, newer_secs: Option<i64>) -> String {
    match newer_secs.filter(|secs| *secs > 0) {
        Some(secs) => format!("last state {at}, {} newer", duration(secs)),
        None => format!("last state {at}"),
    }
}

/// How long that is, rounded down: `40 seconds`, `9 minutes`, `3 hours`, `2 days`.
fn duration(secs: i64) -> String {
    let (number, unit) = match secs {
        ..60 => (secs, "second"),
        60..3600 => (secs / 60, "minute"),
        3600..86_400 => (secs / 3600, "hour"),
        _ => (secs / 86_400, "day"),
    };
    counted(usize::try_from(number).unwrap_or(0), unit)
}

/// The title of what has no file.
pub fn without_file(title: &str) -> String {
    format!("{}, never saved", isolated(title))
}

/// What a state that was never saved holds.
pub fn never_saved(options: usize, criteria: usize, scored: usize) -> String {
    let cells = options * criteria;
    let extent = extent_short(options, criteria);
    if cells == 0 { extent } else { format!("{extent}, {scored} of {cells} cells scored") }
}

/// Which options are first, each list level, against those in the file; empty where nothing is
/// ranked.
pub fn winners(before: &[&str], after: &[&str]) -> String {
    let names = |options: &[&str]| {
        let isolated: Vec<_> = options.iter().map(|option| isolated(option)).collect();
        list(&isolated)
    };
    match (before, after) {
        ([], []) => "Nothing is ranked, as in the file.".to_owned(),
        ([], after) => format!("First place: {}; in the file nothing is ranked.", names(after)),
        (before, []) => format!("Nothing is ranked; first place in the file: {}.", names(before)),
        (before, after) if before == after => {
            format!("First place is as in the file: {}.", names(after))
        }
        (before, after) => {
            format!("First place: {}; in the file: {}.", names(after), names(before))
        }
    }
}

/// What is taken by all that was recovered.
pub fn nothing_removed(bytes: u64) -> String {
    format!(
        "Nothing recovered is removed without your word. {} in Mizan’s data folder.",
        size(bytes)
    )
}

/// Asks about newer work on a file that was just opened.
pub fn recovered_question(at: &str) -> String {
    format!(
        "Mizan ended without closing it. Its last state, of {at}, is kept until you choose. \
         {PUT_BACK_NOTE}"
    )
}

/// Where the report of a failure lies.
pub fn report_lies(path: &str) -> String {
    format!("The report, without anything of your scenario: {path}")
}

/// `184 KB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        ..1000 => counted(usize::try_from(bytes).unwrap_or(0), "byte"),
        1000..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

// What the list of states says.

pub const HISTORY: &str = "History";
pub const CLOSE_HISTORY: &str = "Close history";
pub const VERSIONS: &str = "Versions";
pub const THIS_SESSION: &str = "Since it was opened";
pub const NOW: &str = "Now";
pub const TODAY: &str = "Today, each save";
pub const BEFORE: &str = "Before, one a day for 30 days";
pub const OPENED: &str = "as it was opened";
pub const KEPT_FOR_GOOD: &str = "kept for good";
pub const TAKEN_SEALED: &str = "taken while sealed: weights don’t show";
pub const KEEP_FOR_GOOD: &str = "Keep for good";
pub const KEEP_IN_TURN: &str = "Let it go in its turn";
pub const NO_VERSIONS: &str = "No version yet: each save keeps one.";
pub const NO_FILE_YET: &str = "Saved into a file, the scenario keeps a version of each save.";
pub const TAKE: &str = "Restore this state";
pub const RESTORING: &str =
    "Restoring is one step of undo: the present state stays in the history.";
pub const FOUND: &str = "found in the file";

/// What was done to make a version.
pub fn version_name(done: Option<&str>, changes: usize) -> String {
    match done {
        Some(done) => capital(done),
        None if changes == 0 => FOUND.to_owned(),
        None => counted(changes, "change"),
    }
}

/// How many versions there are, and what they take.
pub fn extent_of_versions(count: usize, bytes: u64) -> String {
    format!("{count}, {}", size(bytes))
}

/// What undo calls going back to a state.
pub fn restoring(state: &str) -> String {
    format!("restore {state}")
}

/// A version by when it was saved, as a side of a comparison: the hour of today, else day and hour.
pub fn version_of(when: &str, hour: &str) -> String {
    if hour.is_empty() {
        format!("the version of {when}")
    } else {
        format!("the version of {when}, {hour}")
    }
}

/// A state of this session by what was done to make it, as a side of a comparison.
pub fn state_after(done: Option<&str>) -> String {
    match done {
        Some(done) => format!("the state after “{done}”"),
        None => "the state that was opened".to_owned(),
    }
}

/// A state of this session, by what was done to make it.
pub fn step_of(done: Option<&str>) -> String {
    done.map_or_else(|| OPENED.to_owned(), capital)
}

pub const SEALED_SINCE: &str =
    "This state doesn’t go with what teams have sealed since; it can be shown once that is opened";
pub const VERSION_DAMAGED: &str = "This version can’t be read any more";
pub const IN_FILE: &str = "the file";
pub const IN_RECOVERED: &str = "what was recovered";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_recovered_is_counted_in_words() {
        let told = [1, 2, 12].map(recovered_heading);
        assert_eq!(told[0], "Mizan ended without closing. One scenario was recovered.");
        assert_eq!(told[1], "Mizan ended without closing. Two scenarios were recovered.");
        assert_eq!(told[2], "Mizan ended without closing. Twelve scenarios were recovered.");
        for (count, files, told) in [
            (1, 0, "Until you choose, it stays kept."),
            (1, 1, "Until you choose, it stays kept, and the file on disk is untouched."),
            (2, 1, "Until you choose, both stay kept, and the file on disk is untouched."),
            (3, 3, "Until you choose, all stay kept, and the files on disk are untouched."),
        ] {
            assert_eq!(until_chosen(count, files), told);
        }
    }

    #[test]
    fn first_places_are_told_with_ties_and_without_any() {
        for (before, after, told) in [
            (&["A"][..], &["A"][..], "First place is as in the file: A."),
            (&["A"], &["B"], "First place: B; in the file: A."),
            (&["A"], &["A", "B"], "First place: A and B; in the file: A."),
            (&["A", "B"], &["A", "B"], "First place is as in the file: A and B."),
            (&[], &["A"], "First place: A; in the file nothing is ranked."),
            (&["A"], &[], "Nothing is ranked; first place in the file: A."),
            (&[], &[], "Nothing is ranked, as in the file."),
        ] {
            assert_eq!(winners(before, after), told);
        }
    }

    #[test]
    fn how_far_it_is_and_how_much_newer_is_told_by_what_is_whole() {
        assert_eq!(after_save(0, Some("15:12")), "No change after the file as it was at 15:12");
        assert_eq!(after_save(1, Some("15:12")), "1 change after the file as it was at 15:12");
        assert_eq!(after_save(23, None), "23 changes after the file");
        for (newer, told) in [
            (None, "last state 15:21:07"),
            (Some(-9), "last state 15:21:07"),
            (Some(1), "last state 15:21:07, 1 second newer"),
            (Some(119), "last state 15:21:07, 1 minute newer"),
            (Some(7200), "last state 15:21:07, 2 hours newer"),
            (Some(172_800), "last state 15:21:07, 2 days newer"),
        ] {
            assert_eq!(last_state("15:21:07", newer), told);
        }
        assert_eq!(never_saved(3, 4, 9), "3 options × 4 criteria, 9 of 12 cells scored");
        assert_eq!(never_saved(0, 0, 0), "0 options × 0 criteria");
        assert_eq!([1, 999, 1001, 1_000_001].map(size), ["1 byte", "999 bytes", "2 KB", "2 MB"]);
    }
}
