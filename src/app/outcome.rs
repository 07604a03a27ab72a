//! What jobs come back with.

use std::path::PathBuf;
use std::sync::Arc;

use super::document_states::{FoundVersions, ReadVersion};
use super::keeper::{Keeper, KeptState};
use super::lifecycle::{Came, Look};
use super::offered::Offered;
use crate::look::FaceFile;
use crate::model::Obstacle;
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
    /// The preferences are written, or the log says why not; or a recovery has ended.
    Kept,
    /// The document's newest state is kept; or why not. None: it was already.
    KeptState(Arc<Keeper>, Result<Option<KeptState>, Obstacle>),
    /// What was left behind by processes that ended without closing.
    Left(Offered),
    /// The versions of a file.
    Versions(FoundVersions),
    Version(ReadVersion),
    /// The document's file was looked at.
    Looked(Look),
}

/// Why a file can't be opened now.
pub(super) struct Absence {
    pub path: PathBuf,
    pub reason: &'static str,
}
