//! Recovery of the open document: its newest state, and who writes it.
//!
//! The window hands each state in and goes on; a job writes the newest one there is. When the
//! program breaks, the handler of panics writes it from wherever it is called.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::clock::Clock;
use crate::model::{Obstacle, Scenario};
use crate::store::{self, Print, Recovery, Slot, SlotId, Stamp};

/// By what a state is known that is kept: what the document was, and which file was behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StateKey {
    pub revision: u64,
    pub path: Option<PathBuf>,
    /// What that file was when it was last read or written.
    pub known: Option<Print>,
}

/// A state of the document to be kept.
#[derive(Clone)]
pub(super) struct Latest {
    pub scenario: Arc<Scenario>,
    pub key: StateKey,
    /// Without the time at which it is kept.
    pub stamp: Stamp,
}

/// A state that was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeptState {
    /// When, in seconds of Unix time.
    pub at: i64,
    /// How long making its text took, which is what it costs beside waiting for the disk.
    pub work: Duration,
}

/// Keeps one document.
pub(super) struct Keeper {
    recovery: Recovery,
    clock: Clock,
    latest: Mutex<Option<Latest>>,
    written: Mutex<Written>,
}

/// What was kept so far.
struct Written {
    slot: SlotState,
    /// The state that was kept last.
    last: Option<StateKey>,
}

enum SlotState {
    NotBegun,
    /// One that was left, which this document was recovered from.
    Left(SlotId),
    Open(Slot),
    /// The document is left: nothing is written any more.
    Ended,
}

impl Keeper {
    /// Of a document that was recovered from a slot, or of one that none is known of.
    pub(super) fn new(recovery: Recovery, clock: Clock, slot: Option<SlotId>) -> Self {
        let slot = slot.map_or(SlotState::NotBegun, SlotState::Left);
        let written = Mutex::new(Written { slot, last: None });
        Self { recovery, clock, latest: Mutex::default(), written }
    }

    /// Takes the newest state in.
    pub(super) fn take(&self, latest: Latest) {
        *self.latest() = Some(latest);
    }

    /// Writes the newest state, where that isn't kept yet.
    pub(super) fn write(&self) -> Result<Option<KeptState>, Obstacle> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        self.write_as(written)
    }

    /// Writes the newest state from a program that breaks. Whether it is kept now: where somebody
    /// else is writing for longer than this, nobody knows.
    pub(super) fn flush(&self, within: Duration) -> bool {
        const STEP: Duration = Duration::from_millis(10);
        let mut waited = Duration::ZERO;
        while waited < within {
            match self.written.try_lock() {
                Ok(written) => return self.write_as(written).is_ok(),
                Err(std::sync::TryLockError::Poisoned(poisoned)) => {
                    return self.write_as(poisoned.into_inner()).is_ok();
                }
                Err(std::sync::TryLockError::WouldBlock) => std::thread::sleep(STEP),
            }
            waited += STEP;
        }
        false
    }

    /// The document is in its file, or was let go: nothing of it is to be recovered.
    pub(super) fn end(&self) {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(&mut written.slot, SlotState::Ended) {
            SlotState::Open(slot) => slot.end(),
            SlotState::Left(slot) => self.recovery.forget(slot),
            SlotState::NotBegun | SlotState::Ended => {}
        }
    }

    fn write_as(&self, mut written: MutexGuard<Written>) -> Result<Option<KeptState>, Obstacle> {
        let Some(latest) = self.latest().clone() else { return Ok(None) };
        if written.last.as_ref() == Some(&latest.key) {
            return Ok(None);
        }
        let began = Instant::now();
        let text =
            store::to_text_unread(&latest.scenario).map_err(|error| Obstacle::Other(error.0))?;
        let work = began.elapsed();
        let at = self.clock.second().unwrap_or(0);
        let Some(slot) = written.slot.open(&self.recovery)? else { return Ok(None) };
        slot.keep(&Stamp { at, ..latest.stamp }, &text)?;
        written.last = Some(latest.key);
        Ok(Some(KeptState { at, work }))
    }

    fn latest(&self) -> MutexGuard<'_, Option<Latest>> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SlotState {
    /// The slot to write to; none where the document is left.
    fn open(&mut self, recovery: &Recovery) -> Result<Option<&mut Slot>, Obstacle> {
        match self {
            Self::NotBegun => *self = Self::Open(recovery.begin()?),
            Self::Left(slot) => *self = Self::Open(recovery.adopt(*slot)?),
            Self::Open(_) | Self::Ended => {}
        }
        Ok(match self {
            Self::Open(slot) => Some(slot),
            _ => None,
        })
    }
}
