//! What is said of assumptions: which are off, and what hangs on them.

use super::{isolated, list};

/// The switch of an assumption, for those who can't see where it stands.
pub fn switch(name: &str) -> String {
    format!("{} is taken to hold", isolated(name))
}

/// What a switch did, as undo says it.
pub fn switching(name: &str, holds: bool) -> String {
    format!("{} {name}", if holds { "holding" } else { "dropping" })
}

/// The line over the matrix: how many are off, and which.
pub fn off(names: &[&str]) -> String {
    let told: Vec<String> = names.iter().map(|name| format!("“{}”", isolated(name))).collect();
    match names.len() {
        1 => format!("1 assumption is off: {}", list(&told)),
        count => format!("{count} assumptions are off: {}", list(&told)),
    }
}

pub const OFF_NOTE: &str =
    "The scores that hang on it are those without it. Click to see all assumptions.";

/// Where a score stands because an assumption doesn't hold.
pub fn without(name: &str) -> String {
    format!("This is the score without “{}”.", isolated(name))
}

/// That a cell hangs on assumptions, for those who can't see its badge.
pub fn hangs_on(names: &[&str]) -> String {
    let told: Vec<String> = names.iter().map(|name| format!("“{}”", isolated(name))).collect();
    format!("hangs on {}", list(&told))
}

/// What an assumption changes.
pub const CHANGES: &str = "Cells that hang on it";
pub const CHANGES_NOTHING: &str = "No cell has another score without it yet.";

/// A cell that hangs on an assumption: its score with it and without it, then its name, which may
/// be cut.
pub fn change(cell: &str, with: &str, without: &str) -> String {
    format!("{with} → {without}  {cell}")
}

/// The field of a number of the score without an assumption.
pub fn field(field: &str, name: &str) -> String {
    format!("{field} without {}", isolated(name))
}

/// What takes the score without an assumption out.
pub fn remove(name: &str) -> String {
    format!("Remove the score without {}", isolated(name))
}

pub const ADD_OTHERWISE: &str = "Add a score without an assumption";
pub const NO_ASSUMPTIONS: &str = "No assumption is named yet: add one on the Question page.";

/// That words are pinned.
pub fn passage(words: u32) -> String {
    match words {
        1 => "1 word of the source is pinned by its hash.".to_owned(),
        _ => format!("{words} words of the source are pinned by their hash."),
    }
}

/// The button that pins so many words.
pub fn pin(words: u32) -> String {
    match words {
        0 => "Select the words above".to_owned(),
        1 => "Pin 1 word".to_owned(),
        _ => format!("Pin {words} words"),
    }
}

pub const PASSAGE_NOTE: &str = "Only the hash is kept, and none of the page.";
pub const PIN_PASSAGE: &str = "Pin a passage…";
pub const PIN_ANOTHER: &str = "Pin another…";
pub const UNPIN: &str = "Unpin";

/// The chip on the inspector of the option that is the baseline, and what makes another it.
pub const IS_BASELINE: &str = "Baseline: what happens if nobody decides anything new";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_is_counted_and_named() {
        assert_eq!(off(&["NATO stays"]), "1 assumption is off: “NATO stays”");
        assert_eq!(off(&["A", "B"]), "2 assumptions are off: “A” and “B”");
        assert_eq!(
            [pin(0), pin(1), pin(23)],
            ["Select the words above", "Pin 1 word", "Pin 23 words"]
        );
    }
}
