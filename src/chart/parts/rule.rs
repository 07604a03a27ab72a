//! A rule across a scene.

use crate::chart::{Area, Frame, Scene};
use crate::look::{Role, size};

/// Draws a rule as wide as the scene that begins at a height: an area, not a line around that
/// height, so that it falls on whole points.
pub fn rule(frame: Frame, scene: &mut Scene, top: f32, role: Role) {
    scene.fill(Area::new(0.0, top, scene.width, frame.length(size::RULE_STROKE)), role);
}
