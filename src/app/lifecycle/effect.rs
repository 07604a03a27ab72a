//! What a step wants done. Whoever does it answers errands by [`super::Event::Ended`].

use std::path::PathBuf;

use super::id::ErrandId;
use crate::model::Scenario;
use crate::session::Draft;
use crate::store::Preset;

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
    },
    /// Nobody waits for an errand any more.
    Abandon(ErrandId),
    /// Put an empty scenario in the open document's place.
    OpenNew,
    /// Put a scenario in the open document's place.
    Open(Scenario),
    /// Close the open document and show the first page.
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
}

/// When a scenario is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    AtOnce,
    /// Once the writes have ended that were asked for before: one of them is to the same file.
    AfterWrites,
}

/// How a file may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Only where no file is there.
    Fresh,
    /// In place of what is there.
    Over,
    /// In place of what is there, which is kept beside it where it holds comments.
    OverKeeping,
}

/// What there is to tell, besides questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Saved(PathBuf),
    /// What comes next waits until this file is written.
    Waits(PathBuf),
}
