//! The open document's keeping, as far as the window knows: its recovery, and looks at its file.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::breakdown::Breakdown;
use super::files::Files;
use super::jobs::JobId;
use super::keeper::{Keeper, KeptState};
use crate::model::Obstacle;
use crate::store::{Print, SlotId};
use crate::ui::context;

/// What is known of the document's recovery.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Kept {
    /// Nothing needed to be kept yet.
    #[default]
    Nothing,
    /// In seconds of Unix time.
    At(i64),
    /// The newest state isn't kept.
    Failed(Obstacle),
}

/// Keeping, as far as the window knows.
pub(super) struct DocumentKeeping {
    pub files: Files,
    pub kept: Kept,
    pub breakdown: Breakdown,
    pub pause: Duration,
    pub keeper: Option<Arc<Keeper>>,
    /// The revision that was handed in last.
    pub handed: u64,
    /// When the document's file was last read or written, in seconds of Unix time.
    pub known_at: Option<i64>,
    pub looking: Option<Looking>,
    pub had_focus: bool,
}

/// A look at the document's file that is under way, or was the last.
pub(super) struct Looking {
    pub job: JobId,
    pub path: PathBuf,
    pub known: Print,
    pub seen: Option<Print>,
}

impl DocumentKeeping {
    pub(super) fn new(files: Files, pause: Duration, breakdown: Breakdown) -> Self {
        Self {
            files,
            kept: Kept::Nothing,
            breakdown,
            pause,
            keeper: None,
            handed: 0,
            known_at: None,
            looking: None,
            had_focus: true,
        }
    }

    /// A document was opened.
    pub(super) fn begin(&mut self, slot: Option<SlotId>) {
        let clock = self.files.clock;
        let keeper = self
            .files
            .kept
            .as_ref()
            .map(|kept| Arc::new(Keeper::new(kept.recovery.clone(), clock, slot)));
        self.keeper.clone_from(&keeper);
        self.breakdown.set_keeper(keeper);
        (self.kept, self.handed, self.known_at) = (Kept::Nothing, 0, clock.second());
    }

    /// The document was saved.
    pub(super) fn saved(&mut self) {
        self.known_at = self.files.clock.second();
    }

    /// The document is left; gives who ends its recovery, where there is one.
    pub(super) fn leave(&mut self) -> Option<Arc<Keeper>> {
        self.breakdown.set_keeper(None);
        self.kept = Kept::Nothing;
        self.keeper.take()
    }

    pub(super) fn took(&mut self, outcome: Result<Option<KeptState>, Obstacle>) {
        match outcome {
            Ok(Some(kept)) => self.kept = Kept::At(kept.at),
            Ok(None) => {}
            Err(obstacle) => {
                log::error!("the newest state was not kept: {obstacle:?}");
                self.kept = Kept::Failed(obstacle);
            }
        }
    }
}

/// What the status bar says of the recovery.
pub(super) enum RecoveryTold {
    Nothing,
    Kept(String),
    Failed(String),
}

impl RecoveryTold {
    pub(super) fn shown(&self) -> context::Recovery<'_> {
        match self {
            Self::Nothing => context::Recovery::Nothing,
            Self::Kept(ago) => context::Recovery::Kept(ago),
            Self::Failed(why) => context::Recovery::Failed(why),
        }
    }
}
