//! The lanes that jobs stand in, and who gives way to whom in each.

use crate::session::results;

/// Where a job stands: its lane says what it waits for and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Writing scenario files, and reading those that are being written: each in its turn, so that
    /// no save overtakes another and a read sees what was saved before it.
    Document,
    /// Reading scenario files that nothing writes to: each by itself, for one that hangs is to hold
    /// up no save.
    Reading,
    /// Writing the preferences: one at a time, and of those that wait the newest alone.
    Preferences,
    /// Writing recovery files: as the preferences. One that runs goes on to its end, for an edit a
    /// second would else keep it from ever ending.
    Recovery,
    /// Ending the recovery of documents that are left: each by itself.
    Endings,
    /// An answer that is shown until the next one comes: the newest alone, one that runs is asked
    /// to stop.
    Query(Slot),
    /// Looking for fonts: each in its turn, for each is asked about other letters.
    Faces,
    /// The system's dialogs, which may stand open for ever: each by itself.
    Dialogs,
}

/// What a query is about; a newer one about the same takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Which of the recent files are there.
    RecentFiles,
    /// What the folder holds that a path being typed leads into.
    Folder,
    /// Whether another program changed the document's file.
    File,
    /// The versions of the document's file.
    Versions,
    /// What one of them holds.
    Version,
    /// What processes left behind that ended without closing.
    Left,
    /// A result of the document.
    Result(results::Slot),
}

/// How the jobs of a lane follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// All, one at a time.
    EachInTurn,
    /// One at a time; a newer one takes the place of the one that waits.
    NewestWaits,
    /// As [`Order::NewestWaits`], and the one that runs is asked to stop.
    NewestAlone,
    /// All at once.
    AtOnce,
}

impl Lane {
    pub(super) fn order(self) -> Order {
        match self {
            Self::Document | Self::Faces => Order::EachInTurn,
            Self::Preferences | Self::Recovery => Order::NewestWaits,
            Self::Query(_) => Order::NewestAlone,
            Self::Dialogs | Self::Reading | Self::Endings => Order::AtOnce,
        }
    }
}
