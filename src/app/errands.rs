//! The errand of asking the system for a path.

use std::time::{Duration, Instant};

use super::lifecycle::{Came, Picked};
use super::picker::Asked;

/// A dialog that answers faster than this hasn't been seen by anyone: there was none.
const SEEN_AFTER: Duration = Duration::from_millis(300);

/// Waits for the answer of the system's dialog.
pub(super) fn pick(asked: Asked) -> Came {
    let began = Instant::now();
    Came::Picked(match pollster::block_on(asked) {
        Some(path) => Picked::Path(path),
        None if began.elapsed() >= SEEN_AFTER => Picked::Cancelled,
        None => Picked::NoDialog,
    })
}
