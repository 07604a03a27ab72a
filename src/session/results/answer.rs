//! What a query is answered by.

use std::ops::Deref;
use std::sync::Arc;

use super::Snapshot;
use crate::model::Scenario;

/// A result with the state of the document that it was computed from. Its indices are of that
/// state, which may be older than the session's: who shows it shows both.
pub struct Known<T> {
    pub snapshot: Snapshot,
    pub result: Arc<T>,
}

impl<T> Known<T> {
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.snapshot.scenario()
    }
}

impl<T> Clone for Known<T> {
    fn clone(&self) -> Self {
        Self { snapshot: self.snapshot.clone(), result: Arc::clone(&self.result) }
    }
}

impl<T> Deref for Known<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.result
    }
}

/// What is known about a query.
pub enum Answer<T> {
    /// The result for the document as it is.
    Fresh(Known<T>),
    /// That of an earlier state, while the present one's is worked on.
    Stale {
        last: Known<T>,
        /// 0..1.
        progress: f64,
    },
    /// Nothing yet: the first is worked on.
    Pending {
        /// 0..1.
        progress: f64,
    },
    /// The computing broke down. It is tried again when the document changes.
    Failed { last: Option<Known<T>> },
}

impl<T> Answer<T> {
    /// The result to be shown, of whichever state.
    pub fn last(&self) -> Option<&Known<T>> {
        match self {
            Self::Fresh(known) | Self::Stale { last: known, .. } => Some(known),
            Self::Failed { last } => last.as_ref(),
            Self::Pending { .. } => None,
        }
    }

    /// The result for the document as it is: what may be acted on.
    pub fn fresh(&self) -> Option<&Known<T>> {
        if let Self::Fresh(known) = self { Some(known) } else { None }
    }
}

/// How far what is shown is from what it should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Work {
    Done,
    /// Older results are shown while so much of the present ones is done, 0..1.
    Updating(f64),
    /// Some result couldn't be computed.
    Failed,
}

impl Work {
    /// Of two the worse: a failure, else the one that has the longer way to go.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Failed, _) | (_, Self::Failed) => Self::Failed,
            (Self::Updating(a), Self::Updating(b)) => Self::Updating(a.min(b)),
            (Self::Done, other) => other,
            (this, Self::Done) => this,
        }
    }
}
