//! The sign of what hangs on an assumption: a way that parts in two.

use crate::chart::{Frame, Point, Scene};
use crate::look::{Role, size};

/// How wide and high it is, in points of the window.
pub const FORK: f32 = 9.0;

/// Draws one with its right end here, its middle at this height.
pub fn fork(frame: Frame, scene: &mut Scene, [right, middle]: Point, role: Role) {
    let (side, half) = (frame.length(FORK), frame.length(FORK) / 2.0);
    let stroke = frame.stroke(size::ICON_STROKE, role);
    let parting = [right - side * 0.55, middle];
    scene.line([right - side, middle], parting, stroke);
    for end in [middle - half * 0.8, middle + half * 0.8] {
        scene.line(parting, [right, end], stroke);
    }
}
