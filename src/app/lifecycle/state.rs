//! Where a document's life stands: what is open, what is under way, what is asked.

use std::path::{Path, PathBuf};

use super::effect::{Manner, Recovery, Source, Turn};
use super::event::Present;
use super::id::{DocumentId, ErrandId, QuestionId, Version};
use super::question::{PathFor, Question, Target};
use super::wish::{Leave, Next, Patience};
use crate::session::Draft;
use crate::store::{Durability, Expected, Print};
use crate::text;

/// Where a document came from; a save makes it one of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    New,
    Preset(&'static str),
    /// What a file held, or what was recovered, by the name that it had.
    Copy(String),
    File {
        path: PathBuf,
        /// The file holds comments, which the next save loses.
        has_comments: bool,
        /// What the file was when it was last read or written; none where it couldn't be read.
        known: Option<Print>,
        access: Access,
    },
}

/// What may be done with a document's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Write,
    /// Another window has it open.
    Read,
}

/// What the open document's file is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// What it was when it was last read or written.
    #[default]
    AsKnown,
    /// What another program made of it.
    Changed(Print),
    /// It isn't there any more.
    Gone,
}

impl Origin {
    /// The document's file; none for what is saved elsewhere at first.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::New | Self::Preset(_) | Self::Copy(_) => None,
            Self::File { path, .. } => Some(path),
        }
    }

    /// The same, where it may be written to.
    pub fn own_path(&self) -> Option<&Path> {
        self.path().filter(|_| !self.is_read_only())
    }

    pub fn is_read_only(&self) -> bool {
        matches!(self, Self::File { access: Access::Read, .. })
    }

    /// The file's name, or the preset's.
    pub fn name(&self) -> String {
        match self {
            Self::New => text::files::NEW_TITLE.to_owned(),
            Self::Preset(name) => (*name).to_owned(),
            Self::Copy(name) => name.clone(),
            Self::File { path, .. } => path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
        }
    }
}

/// The open document, as far as files are concerned.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub id: DocumentId,
    pub origin: Origin,
    /// It is not surely in its file: the program failed while writing that, or it was recovered and
    /// is in none yet.
    pub is_unsure: bool,
    pub on_disk: OnDisk,
    /// What was last saved is where a power cut leaves it.
    pub durability: Durability,
}

/// A scenario that is being read to be opened.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    pub errand: ErrandId,
    pub source: Source,
    /// The file was written to since: what is read may be what stood there before.
    pub is_old: bool,
    /// The version that may go for it.
    pub agreed: Option<Version>,
}

/// A file that is being read to be put beside a document.
#[derive(Clone, Debug)]
pub(super) struct Comparing {
    pub errand: ErrandId,
    pub path: PathBuf,
    pub document: DocumentId,
    /// The file was written to since: what is read may be what stood there before.
    pub is_old: bool,
}

/// A document's own file that is being read, for the document to become that.
#[derive(Clone, Debug)]
pub(super) struct Reloading {
    pub errand: ErrandId,
    pub path: PathBuf,
    pub document: DocumentId,
    /// The file was written to since.
    pub is_old: bool,
}

/// A path that the system was asked for.
#[derive(Clone, Debug)]
pub(super) struct Pick {
    pub errand: ErrandId,
    pub document: Option<DocumentId>,
    pub path_for: PathFor,
}

/// A save that is under way.
#[derive(Clone, Debug)]
pub(super) struct Save {
    pub errand: ErrandId,
    pub version: Version,
    pub draft: Draft,
    pub target: Target,
    pub manner: Manner,
    /// What comes in the document's place once it is saved.
    pub then: Option<Leave>,
}

/// Where a document's life stands.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(super) open: Option<Open>,
    pub(super) opening: Option<Opening>,
    pub(super) comparing: Option<Comparing>,
    pub(super) reloading: Option<Reloading>,
    pub(super) picks: Vec<Pick>,
    /// In the order in which they were asked for.
    pub(super) saves: Vec<Save>,
    /// The newest last, which is the one to be shown.
    pub(super) questions: Vec<(QuestionId, Question)>,
    /// The wish by which the window was told to close.
    pub(super) closing: Option<Leave>,
    /// How many numbers were issued.
    pub(super) issued: u64,
}

/// How the open document stands before something comes in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It may go.
    Safe,
    /// It may go once the saves under way have ended.
    BeingSaved,
    /// This version is in no file, nor on its way into one.
    Unsaved(Version),
}

impl State {
    /// The open document.
    pub fn document(&self) -> Option<DocumentId> {
        self.open.as_ref().map(|open| open.id)
    }

    /// Where the open document came from.
    pub fn origin(&self) -> Option<&Origin> {
        self.open.as_ref().map(|open| &open.origin)
    }

    /// What stands to be answered or read, the newest last.
    pub fn questions(&self) -> &[(QuestionId, Question)] {
        &self.questions
    }

    /// The errands whose ends are waited for.
    pub fn errands(&self) -> impl Iterator<Item = ErrandId> {
        let opening = self.opening.iter().map(|opening| opening.errand);
        let comparing = self.comparing.iter().map(|comparing| comparing.errand);
        let reloading = self.reloading.iter().map(|reloading| reloading.errand);
        let picks = self.picks.iter().map(|pick| pick.errand);
        opening
            .chain(comparing)
            .chain(reloading)
            .chain(picks)
            .chain(self.saves.iter().map(|save| save.errand))
    }

    /// Whether the open document is not, or not surely, as its file is.
    pub fn is_unsaved(&self, present: Option<&Present>) -> bool {
        present.is_some_and(|present| present.is_changed)
            || self.open.as_ref().is_some_and(|open| open.is_unsure || open.on_disk == OnDisk::Gone)
    }

    /// Whether the open document is being written to its file.
    pub fn is_being_saved(&self) -> bool {
        self.last_save().is_some()
    }

    /// What the open document's file is now.
    pub fn on_disk(&self) -> Option<&OnDisk> {
        self.open.as_ref().map(|open| &open.on_disk)
    }

    /// The scenario files that are open or being opened, read or written.
    pub fn paths(&self) -> Vec<&Path> {
        let open = self.origin().and_then(Origin::own_path);
        let opening = self.opening.iter().filter_map(|opening| opening.source.path());
        let saves = self.saves.iter().map(|save| save.target.path());
        open.into_iter().chain(opening.map(PathBuf::as_path)).chain(saves).collect()
    }

    /// What becomes of the open document's recovery when it is left, which was safe.
    pub fn recovery(&self) -> Recovery {
        let is_sure = self.open.as_ref().is_none_or(|open| {
            open.durability == Durability::Confirmed
                && self.saves.iter().all(|save| save.version.document != open.id)
        });
        if is_sure { Recovery::Ends } else { Recovery::Stays }
    }

    /// Whether the end of an errand may bring something in the place of what is shown.
    pub fn leads_on(&self, errand: ErrandId) -> bool {
        let is_waited_for =
            self.questions.iter().any(|(_, asked)| matches!(asked, Question::StillSaving { .. }));
        self.opening.iter().any(|opening| opening.errand == errand)
            || self.comparing.iter().any(|comparing| comparing.errand == errand)
            || self.reloading.iter().any(|reloading| reloading.errand == errand)
            || self
                .saves
                .iter()
                .any(|save| save.errand == errand && (save.then.is_some() || is_waited_for))
    }

    /// Whether the window may close now without anything being lost unasked.
    pub fn may_close(&self, present: Option<&Present>) -> bool {
        let unasked = Leave { next: Next::Quit, agreed: None, patience: Patience::Waits };
        self.standing(self.closing.as_ref().unwrap_or(&unasked), present) == Standing::Safe
    }

    /// The version that is open.
    pub(super) fn version(&self, present: Option<&Present>) -> Option<Version> {
        let revision = present?.revision;
        self.document().map(|document| Version { document, revision })
    }

    pub(super) fn standing(&self, leave: &Leave, present: Option<&Present>) -> Standing {
        let ends_saves = matches!(leave.next, Next::Quit) && leave.patience != Patience::Spent;
        let once_saved = if ends_saves && !self.saves.is_empty() {
            Standing::BeingSaved
        } else {
            Standing::Safe
        };
        let Some(version) = self.version(present) else { return once_saved };
        if leave.agreed == Some(version) {
            return once_saved;
        }
        match self.last_save() {
            // What the file will hold counts, not what it holds.
            Some(save) if save.version == version => Standing::BeingSaved,
            None if !self.is_unsaved(present) => once_saved,
            _ => Standing::Unsaved(version),
        }
    }

    /// Whether a save is one of the open document to its own file; a copy may have become that.
    pub(super) fn is_own(&self, save: &Save) -> bool {
        self.open.as_ref().is_some_and(|open| {
            save.version.document == open.id
                && (matches!(save.target, Target::Document(_))
                    || open.origin.path() == Some(save.target.path()))
        })
    }

    /// The newest save under way of the open document to its own file.
    pub(super) fn last_save(&self) -> Option<&Save> {
        self.saves.iter().rfind(|save| self.is_own(save))
    }

    /// When a scenario can be read as the saves leave it that were asked for before.
    pub(super) fn turn(&self, source: &Source) -> Turn {
        let is_being_written =
            |path: &PathBuf| self.saves.iter().any(|save| save.target.path() == path);
        if source.path().is_some_and(is_being_written) { Turn::AfterWrites } else { Turn::AtOnce }
    }

    /// Notes that a file is written to from now on.
    pub(super) fn outdate_reads(&mut self, path: &Path) {
        if let Some(opening) = &mut self.opening {
            opening.is_old |= opening.source.path().is_some_and(|read| read == path);
        }
        if let Some(reloading) = &mut self.reloading {
            reloading.is_old |= reloading.path == path;
        }
        if let Some(comparing) = &mut self.comparing {
            comparing.is_old |= comparing.path == path;
        }
    }

    /// The file that the open document is in, or will be once it is saved.
    pub(super) fn destination(&self) -> Option<&Path> {
        let open = self.open.as_ref()?;
        self.last_save().map(|save| save.target.path()).or(open.origin.own_path())
    }

    /// What a save to a file may replace without a word more: of the document's own what is known
    /// of it, of another nothing that the person didn't say may go.
    pub(super) fn expected(&self, path: &Path) -> Expected {
        match self.origin() {
            Some(Origin::File { path: own, known, .. }) if own == path => {
                Expected::OneOf(known.iter().cloned().collect())
            }
            _ => Expected::Anything,
        }
    }
}
