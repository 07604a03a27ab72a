//! The states that the document had: the steps of this session, and the versions of its file. Any
//! of them is looked at beside the present one, and taken as one step of undo.

mod foot;
mod list;

pub use foot::{is_shown, ui as foot_ui};
pub use list::{landing, ui};

use crate::ui::action::{StateId, Stays, VersionNumber};

/// What is known of the states, beside what the session knows.
#[derive(Clone, Debug, Default)]
pub struct States {
    /// The versions of the document's file, the newest first; none: it has no file.
    pub versions: Option<Vec<VersionRow>>,
    /// What the versions take, in bytes.
    pub size: u64,
    /// What is looked at.
    pub viewed: Option<Viewed>,
}

/// A version in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    pub number: VersionNumber,
    pub is_of_today: bool,
    /// The hour where it is of today, else the day.
    pub when: String,
    /// The hour where it isn't of today.
    pub hour: String,
    /// What was last done before it was saved; in front of it the hour, where it isn't of today.
    pub name: String,
    pub stays: Stays,
    /// A team was sealed in it.
    pub has_sealed: bool,
}

/// A state that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewed {
    pub id: StateId,
    /// By what it is called in headings.
    pub name: String,
}
