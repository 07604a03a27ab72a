//! What workers are asked to do, and what they hand back.

use std::any::Any;
use std::sync::Arc;

use super::Snapshot;
use crate::analysis::Watch;

/// Whose requests take each other's place: one query's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u64);

impl Slot {
    pub(super) fn nth(number: u64) -> Self {
        Self(number)
    }
}

/// One request of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket {
    pub slot: Slot,
    /// The document's, when it was asked.
    pub revision: u64,
}

/// Work for another thread.
pub struct Request {
    pub ticket: Ticket,
    /// Tells how far the work is, and ends it.
    pub watch: Arc<Watch>,
    /// Does the work, catching what goes wrong in it.
    pub run: Box<dyn FnOnce() -> Computed + Send>,
}

/// What came of a request.
pub struct Computed {
    pub(super) ticket: Ticket,
    pub(super) snapshot: Snapshot,
    pub(super) outcome: Outcome,
}

pub(super) enum Outcome {
    /// The output behind an `Arc`, of the type that the slot's query has.
    Done(Box<dyn Any + Send>),
    Cancelled,
    Panicked,
}
