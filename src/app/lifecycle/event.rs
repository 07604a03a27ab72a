//! What can happen to a document's life.

use std::path::{Path, PathBuf};

use super::effect::Source;
use super::id::{ErrandId, QuestionId};
use super::label::Label;
use super::question::{Answer, Unsaved};
use super::wish::Next;
use crate::model::{Obstacle, Scenario};
use crate::session::Draft;
use crate::store::{Holder, Opened, Print, Saved, Unreadable};

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The person wants something in the document's place.
    Leave(Next),
    Save,
    SaveAs,
    SaveCopy,
    CompareFile,
    /// The open document's file was looked at.
    Looked(Look),
    /// The document is to become what its file holds, which another program changed.
    Reload,
    /// The document is to stay as it is, whatever another program made of its file.
    KeepMine,
    /// What another program made of the document's file is to be shown beside it.
    CompareOwnFile,
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
            Self::Leave(Next::Open(Source::CopyOf(path))) => {
                Self::Leave(Next::Open(Source::CopyOf(whole(&path))))
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

/// What a look at a file found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub path: PathBuf,
    /// What the file was known to be when the look began.
    pub known: Print,
    /// None: there is no file.
    pub found: Option<Print>,
}

/// What came of an errand.
#[derive(Debug)]
pub enum Came {
    Picked(Picked),
    Read(Result<Found, Unreadable>),
    Wrote(Result<Saved, Unwritten>),
    /// Its job panicked, was cancelled, or was never run.
    Failed,
}

/// A scenario that was read, and what is known of where it was.
#[derive(Debug)]
pub struct Found {
    pub opened: Opened,
    /// Of its file; none where it is in none.
    pub print: Option<Print>,
    pub holder: Holder,
    /// What the document becomes next: what was recovered of it.
    pub next: Option<Scenario>,
}

impl From<Opened> for Found {
    /// What is in no file.
    fn from(opened: Opened) -> Self {
        Self { opened, print: None, holder: Holder::Us, next: None }
    }
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
    /// Another program made this of it.
    Changed(Print),
    /// Another window has it open.
    OpenElsewhere,
    Obstacle(Obstacle),
    /// No text can be made of the document, for this reason.
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
    pub label: Label,
}

impl From<Unwritten> for Unsaved {
    fn from(unwritten: Unwritten) -> Self {
        match unwritten {
            Unwritten::Exists => Self::Exists,
            Unwritten::Changed(_) => Self::Changed,
            Unwritten::OpenElsewhere => Self::OpenElsewhere,
            Unwritten::Obstacle(obstacle) => Self::Obstacle(obstacle),
            Unwritten::Told(reason) => Self::Told(reason),
        }
    }
}
