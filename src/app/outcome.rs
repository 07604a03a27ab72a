//! What jobs come back with.

use std::path::PathBuf;

use super::lifecycle::Came;
use crate::look::FaceFile;
use crate::session::results::Computed;
use crate::ui::dialogs::FolderEntry;

/// What a job found.
pub(super) enum Outcome {
    /// What came of an errand of the document's life.
    Errand(Came),
    /// Which of the recent files can't be opened now.
    LookedFor(Vec<Absence>),
    /// What a folder holds.
    Listed(PathBuf, Vec<FolderEntry>),
    /// A result of the document.
    Computed(Computed),
    /// Faces for letters that IBM Plex lacks.
    Faces(Vec<FaceFile>),
    /// The preferences are written, or the log says why not.
    Kept,
}

/// Why a file can't be opened now.
pub(super) struct Absence {
    pub path: PathBuf,
    pub reason: &'static str,
}
