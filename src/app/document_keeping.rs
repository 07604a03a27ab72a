//! The open document's keeping, as far as the window knows: its recovery, and looks at its file.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::breakdown::Breakdown;
use super::files::Files;
use super::jobs::JobId;
use super::keeper::{Keeper, KeptState, StateKey};
use crate::model::Obstacle;
use crate::store::{Print, SlotId};
use crate::ui::context;

/// After which time a state is handed in again that could not be kept.
pub(super) const RETRY: Duration = Duration::from_secs(1);

/// What came of keeping a state.
pub(super) type KeptOutcome = Result<Option<KeptState>, Obstacle>;

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
    /// The state that was handed in last; none: nothing needed to be kept yet.
    pub handed: Option<StateKey>,
    /// The last state could not be kept, and is handed in again from then on.
    pub retry_at: Option<Instant>,
    /// The document was recovered: its slot holds it until it is changed or saved.
    pub is_recovered: bool,
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
            handed: None,
            retry_at: None,
            is_recovered: false,
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
        (self.kept, self.handed, self.retry_at) = (Kept::Nothing, None, None);
        (self.is_recovered, self.known_at) = (slot.is_some(), clock.second());
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

    /// Takes in what came of keeping a state, where that is of the document that is open; gives
    /// whether it is to be tried again after a while.
    pub(super) fn took(&mut self, keeper: &Arc<Keeper>, outcome: KeptOutcome) -> bool {
        if !self.keeper.as_ref().is_some_and(|own| Arc::ptr_eq(own, keeper)) {
            return false;
        }
        match outcome {
            Ok(kept) => {
                self.kept = kept.map_or_else(|| self.kept.clone(), |kept| Kept::At(kept.at));
                self.retry_at = None;
                false
            }
            Err(obstacle) => self.failed(obstacle),
        }
    }

    /// The newest state isn't kept, for this reason.
    pub(super) fn failed(&mut self, obstacle: Obstacle) -> bool {
        log::error!("the newest state was not kept: {obstacle:?}");
        self.kept = Kept::Failed(obstacle);
        self.retry_at = Some(Instant::now() + RETRY);
        true
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
