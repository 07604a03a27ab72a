//! Gestures: a drag, a burst of typing, a click. One gesture is one step of undo; no two merge, and
//! no timer decides.

/// The number of a gesture, issued when it begins and given with each edit that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gesture(pub(super) u64);
