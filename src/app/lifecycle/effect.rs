//! What a step wants done. Whoever does it answers errands by [`super::Event::Ended`].

use std::path::PathBuf;
use std::sync::Arc;

use super::id::ErrandId;
use super::label::Label;
use crate::model::Scenario;
use crate::session::Draft;
use crate::store::{Expected, Preset, SlotId};

/// Something to be done, in the order given.
#[derive(Debug)]
pub enum Effect {
    /// Ask the system for the path of a file.
    Pick {
        errand: ErrandId,
        purpose: Purpose,
    },
    Read {
        errand: ErrandId,
        source: Source,
        turn: Turn,
    },
    /// Write a document to a file. Writes are done in the order given.
    Write {
        errand: ErrandId,
        path: PathBuf,
        draft: Draft,
        manner: Manner,
        label: Label,
    },
    /// Nobody waits for an errand any more.
    Abandon(ErrandId),
    /// Put an empty scenario in the open document's place.
    OpenNew,
    /// Put a scenario in the open document's place.
    Open {
        scenario: Scenario,
        /// The slot that its recovery goes on in.
        slot: Option<SlotId>,
    },
    /// Make the open document this, as one step that can be undone.
    PutIn {
        scenario: Arc<Scenario>,
        because: Because,
    },
    /// Go on as if the person had asked to save.
    SaveNow,
    /// The open document is left.
    Leave(Recovery),
    /// Show the first page, on which nothing is open.
    Close,
    CloseWindow,
    /// The file holds this version of the open document now.
    MarkSaved(Draft),
    /// Put a file at the head of the recent ones, with its scenario's title.
    Remember {
        path: PathBuf,
        title: String,
    },
    /// Show a scenario beside the open document.
    Compare {
        path: PathBuf,
        scenario: Scenario,
    },
    Tell(Told),
}

/// Why a document becomes another state of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Another program changed its file, and the person took that.
    Reloaded,
    /// It was recovered.
    Recovered,
}

/// What becomes of the recovery of a document that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// The document is in its file, or the person let it go.
    Ends,
    /// Nobody knows yet whether it is in its file.
    Stays,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
    SaveCopy,
    /// A file to be compared with.
    Compare,
}

/// Where a scenario is read from.
#[derive(Clone, Debug)]
pub enum Source {
    Preset(&'static Preset),
    File(PathBuf),
    /// A file that another window has open, to be looked at.
    ReadOnly(PathBuf),
    /// What a file holds, without the file.
    CopyOf(PathBuf),
    /// What was recovered, without a file.
    Recovered(SlotId),
    /// What was recovered, as the next state of its file.
    PutBack(SlotId, PathBuf),
    /// A state that the open document had, by its name, without the file.
    State(Arc<Scenario>, String),
}

impl Source {
    /// The scenario file that is read; none for what the program keeps itself.
    pub fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::File(path)
            | Self::ReadOnly(path)
            | Self::CopyOf(path)
            | Self::PutBack(_, path) => Some(path),
            Self::Preset(_) | Self::Recovered(_) | Self::State(..) => None,
        }
    }
}

/// When a scenario is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    AtOnce,
    /// Once the writes have ended that were asked for before: one of them is to the same file.
    AfterWrites,
}

/// How a file may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Only where no file is there.
    Fresh,
    /// In place of what is expected there.
    Over(Expected),
    /// The same, and what is replaced is kept beside it where it holds comments.
    OverKeeping(Expected),
}

/// What there is to tell, besides questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Saved(PathBuf),
    /// It is in its file, but the system doesn't say that the disk has it.
    SavedUnconfirmed(PathBuf),
    /// What comes next waits until this file is written.
    Waits(PathBuf),
}
