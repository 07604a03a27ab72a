//! Looking in on work that runs: how far it has come, and that it isn't wanted any more.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared by whoever waits for a result and those who work on it.
#[derive(Debug, Default)]
pub struct Watch {
    is_cancelled: AtomicBool,
    done: AtomicU64,
    whole: AtomicU64,
}

impl Watch {
    /// Asks the work to end without a result; a simulation does within a chunk of samples.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// How much is done, 0..1.
    pub fn progress(&self) -> f64 {
        let (done, whole) = (self.done.load(Ordering::Relaxed), self.whole.load(Ordering::Relaxed));
        if whole == 0 { 0.0 } else { done as f64 / whole as f64 }
    }

    /// The work begins, in so many parts.
    pub fn begin(&self, whole: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.whole.store(whole, Ordering::Relaxed);
    }

    /// So many parts more are done.
    pub fn advance(&self, parts: u64) {
        self.done.fetch_add(parts, Ordering::Relaxed);
    }
}
