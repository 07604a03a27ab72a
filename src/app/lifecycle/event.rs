//! What can happen to a document's life.

use std::path::PathBuf;
use std::sync::Arc;

use super::id::{ErrandId, QuestionId};
use super::question::Answer;
use super::wish::Next;
use crate::model::Scenario;
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
    pub scenario: Arc<Scenario>,
    /// Another with every change of the document.
    pub revision: u64,
    /// Whether it differs from what was opened or last marked as saved.
    pub is_changed: bool,
}
