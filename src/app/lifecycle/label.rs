//! What a saved state is called in the list of versions.

/// How a version is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// What was last done to the document, as undo names it.
    pub done: Option<String>,
    /// How many steps lie between it and what was last saved.
    pub changes: usize,
}
