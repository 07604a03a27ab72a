//! What stands for a criterion: the bar of its weight, and the small swatch before its name.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Scene};
use crate::look::{Hue, Role, TypeSize, Weight};

const SWATCH_WIDTH: f32 = 4.0;
const SWATCH_HEIGHT: f32 = 14.0;
/// From a bar's top up to the middle of its number.
const NUMBER_RISE: f32 = 15.0;

/// Draws a weight as a bar, its number above it.
pub fn bar(frame: Frame, scene: &mut Scene, area: Area, hue: Hue, number: &str) {
    scene.fill(area, Role::Criterion(hue));
    let set = Set::new(TypeSize::Emphasis, Weight::SemiBold, Role::Ink);
    let at = [area.left, area.top - frame.length(NUMBER_RISE)];
    frame.text(scene, (at, Side::Start), number, set, f32::INFINITY);
}

/// Draws a criterion's swatch, its left edge centred on a point.
pub fn swatch(frame: Frame, scene: &mut Scene, [left, middle]: [f32; 2], hue: Hue) {
    let (width, height) = (frame.length(SWATCH_WIDTH), frame.length(SWATCH_HEIGHT));
    scene.fill(Area::new(left, middle - height / 2.0, width, height), Role::Criterion(hue));
}
