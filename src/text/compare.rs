//! What the page says that puts two views side by side.

pub const THIS_DOCUMENT: &str = "this scenario";
pub const CHOOSE_VIEWS: &str = "Choose two teams, or a file, to compare";
pub const LEFT_SIDE: &str = "Left side";
pub const RIGHT_SIDE: &str = "Right side";
pub const AND: &str = "and";
pub const COMPARE_FILE: &str = "Compare with a file…";
pub const NOT_THERE: &str = "not there";
pub const NO_DIFFERENCE: &str = "Nothing differs.";
pub const LARGEST_FIRST: &str = "What differs; shares and scores the largest first";
pub const TAKE_OVER: &str = "Take over";
pub const TAKE_OVER_NOTE: &str =
    "Makes the left side as the right one is in this; Undo brings it back";

/// How much differs.
pub fn differences(count: usize, left: &str, right: &str) -> String {
    let said = match count {
        0 => format!("{left} and {right} are alike"),
        1 => format!("{left} and {right} differ in one thing"),
        count => format!("{left} and {right} differ in {count} things"),
    };
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A view of the document that a file holds.
pub fn view_of(view: &str, file: &str) -> String {
    format!("{view} ({file})")
}

/// A share of 0..1 in a cell: `16.7 %`.
pub fn share(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// What stands in a cell where both sides differ.
pub fn both(left: &str, right: &str) -> String {
    format!("{left} | {right}")
}

/// A button that takes a difference over, for those who can't see where it stands.
pub fn take_over(sentence: &str) -> String {
    format!("{TAKE_OVER}: {sentence}")
}
