//! What is said while a result is worked on, or when it couldn't be made.

/// Nothing to show yet.
pub const BEING_COMPUTED: &str = "Being computed";
/// Nothing to show, and nothing to come.
pub const NOT_COMPUTED: &str =
    "This couldn't be computed. It is tried again once the document changes.";
/// Something that is shown is of an earlier state, and nothing is to come.
pub const OUTDATED: &str = "Not up to date";
pub const OUTDATED_WHY: &str = "Computing failed. It is tried again once the document changes.";

/// What is shown is of an earlier state, while so much of the present one is done, 0..1.
pub fn updating(progress: f64) -> String {
    format!("Updating, {:.0} %", (progress * 100.0).floor())
}
