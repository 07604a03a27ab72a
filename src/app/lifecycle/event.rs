//! What can happen to a document's life.

use std::path::{Path, PathBuf};

use super::effect::Source;
use super::id::{ErrandId, QuestionId};
use super::question::Answer;
use super::wish::Next;
use crate::session::Draft;
use crate::store::{Opened, Unreadable};

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The person wants something in the document's place.
    Leave(Next),
    Save,
    SaveAs,
    SaveCopy,
    CompareFile,
    /// The person answered a question, which may be gone by now.
    Answered(QuestionId, Answer),
    /// An errand has ended.
    Ended(ErrandId, Came),
}

impl Event {
    /// The event with whole paths: a file is known by its path, whichever folder a relative one
    /// began in.
    pub(super) fn with_whole_paths(self) -> Self {
        match self {
            Self::Leave(Next::Open(Source::File(path))) => {
                Self::Leave(Next::Open(Source::File(whole(&path))))
            }
            Self::Ended(errand, Came::Picked(Picked::Path(path))) => {
                Self::Ended(errand, Came::Picked(Picked::Path(whole(&path))))
            }
            other => other,
        }
    }
}

/// A path from the root on; one that is empty stays so.
pub fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// What came of an errand.
#[derive(Debug)]
pub enum Came {
    Picked(Picked),
    Read(Result<Opened, Unreadable>),
    Wrote(Result<(), Unwritten>),
    /// Its job panicked, was cancelled, or was never run.
    Failed,
}

/// How the system's dialog was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Path(PathBuf),
    Cancelled,
    /// The system showed no dialog.
    NoDialog,
}

/// Why a file wasn't written; it is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// There is a file already, and nobody has said that it may be replaced.
    Exists,
    /// The reason, in words.
    Told(String),
}

/// The open document at the moment of an event.
#[derive(Clone, Debug)]
pub struct Present {
    pub draft: Draft,
    /// Another with every change of the document.
    pub revision: u64,
    /// Whether it differs from what was opened or last marked as saved.
    pub is_changed: bool,
}
