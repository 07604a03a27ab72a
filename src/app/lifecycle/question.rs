//! What is asked and told over the window. A question carries what follows each of its answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::effect::{Purpose, Source};
use super::id::Version;
use super::wish::Leave;
use crate::model::Obstacle;
use crate::store::{Print, Unreadable};

/// A question, or something to be read.
#[derive(Debug, Clone)]
pub enum Question {
    /// This version is in no file, and something is to come in its place.
    Unsaved { version: Version, leave: Leave },
    /// A file is being written for long, and something is to come after it.
    StillSaving { path: PathBuf, leave: Leave },
    /// Saving loses the comments of the document's file.
    LosesComments { path: PathBuf, then: Option<Leave> },
    /// There is a file already where the document is to be saved.
    Replaces { target: Target, then: Option<Leave> },
    /// Another program changed the file that the document is to be saved to.
    Changed { target: Target, print: Print, then: Option<Leave> },
    /// Another window has the file open that is to be opened.
    OpenElsewhere { path: PathBuf, agreed: Option<Version> },
    /// The system has no dialog: a path is to be typed.
    Path(PathFor),
    /// Tells why a scenario wasn't opened.
    NotOpened { source: Source, why: Arc<Unopened> },
    /// Tells why a file wasn't written.
    NotSaved { path: PathBuf, why: Unsaved, document: Whereabouts },
}

/// What a person can say to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Save,
    /// The version that was asked about may go.
    Discard,
    Wait,
    /// What is being written is not waited for.
    DontWait,
    /// The document takes the file's place.
    Replace,
    /// What the file holds is shown beside the document.
    Compare,
    /// The document becomes what the file holds.
    Reload,
    OpenReadOnly,
    OpenCopy,
    /// The path that was typed.
    Path(String),
    /// Nothing is to happen; or it was read.
    Close,
}

/// What a path is wanted for, and what follows once the file is saved.
#[derive(Clone, Debug)]
pub enum PathFor {
    /// The version may go for the file.
    Opening {
        agreed: Option<Version>,
    },
    Saving {
        then: Option<Leave>,
    },
    Copying,
    Comparing,
}

impl PathFor {
    pub fn purpose(&self) -> Purpose {
        match self {
            Self::Opening { .. } => Purpose::Open,
            Self::Saving { .. } => Purpose::Save,
            Self::Copying => Purpose::SaveCopy,
            Self::Comparing => Purpose::Compare,
        }
    }
}

/// Where a save goes, and what it makes of the open document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The document's file from now on.
    Document(PathBuf),
    /// A file of its own: the document stays with the one that it has.
    Copy(PathBuf),
}

impl Target {
    pub fn path(&self) -> &Path {
        match self {
            Self::Document(path) | Self::Copy(path) => path,
        }
    }
}

/// Why a scenario wasn't opened.
#[derive(Debug)]
pub enum Unopened {
    Faults(Unreadable),
    /// The program failed while reading.
    Failed,
}

/// Why a file wasn't written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// There is a file already; the document that was to replace it is closed.
    Exists,
    /// Another program changed it; the document that was to replace it is closed.
    Changed,
    /// Another window has it open.
    OpenElsewhere,
    Obstacle(Obstacle),
    /// The reason, in words.
    Told(String),
    /// The program failed while writing.
    Failed,
}

/// What became of a document since its save was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    Open,
    Closed,
}

impl Question {
    /// Whether it is to be read, and asks nothing.
    pub fn is_message(&self) -> bool {
        matches!(self, Self::NotOpened { .. } | Self::NotSaved { .. })
    }

    /// Whether it stands before something that is to come in the document's place.
    pub(super) fn leads_away(&self) -> bool {
        match self {
            Self::Unsaved { .. } | Self::StillSaving { .. } | Self::OpenElsewhere { .. } => true,
            Self::LosesComments { then, .. }
            | Self::Replaces { then, .. }
            | Self::Changed { then, .. }
            | Self::Path(PathFor::Saving { then }) => then.is_some(),
            Self::Path(path) => matches!(path, PathFor::Opening { .. }),
            Self::NotOpened { .. } | Self::NotSaved { .. } => false,
        }
    }

    /// Whether an answer is one that it offers.
    pub fn takes(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Path(_) => matches!(self, Self::Path(_)),
            Answer::Close => true,
            other => self.answers().contains(other),
        }
    }

    /// The answers that it offers beside a path and closing, the likeliest first.
    pub fn answers(&self) -> &'static [Answer] {
        match self {
            Self::Unsaved { .. } => &[Answer::Save, Answer::Discard],
            Self::StillSaving { .. } => &[Answer::Wait, Answer::DontWait],
            Self::LosesComments { .. } => &[Answer::Save],
            Self::Replaces { .. } => &[Answer::Replace],
            // What changes nothing comes first.
            Self::Changed { .. } => &[Answer::Compare, Answer::Reload, Answer::Replace],
            Self::OpenElsewhere { .. } => &[Answer::OpenReadOnly, Answer::OpenCopy],
            Self::Path(_) | Self::NotOpened { .. } | Self::NotSaved { .. } => &[],
        }
    }
}
