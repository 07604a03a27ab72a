//! An option's letter on its badge.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Point, Scene};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::Letter;

/// How wide and high a badge is, in points of the window.
pub const BADGE: f32 = 20.0;

/// How an option stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placing {
    /// First, alone or tied, among those fully scored.
    Winner,
    Other,
    RuledOut,
}

/// Puts a letter on a badge around a point; that of a winner is filled.
pub fn badge(frame: Frame, scene: &mut Scene, centre: Point, letter: &Letter, placing: Placing) {
    let (side, radius) = (frame.length(BADGE), frame.length(size::BADGE_RADIUS));
    let area = Area::new(centre[0] - side / 2.0, centre[1] - side / 2.0, side, side);
    let ink = if placing == Placing::Winner {
        scene.rounded(area, radius, Role::Lead);
        Role::OnLead
    } else {
        scene.edge(area, radius, frame.stroke(size::RULE_STROKE, Role::Control));
        Role::Ink2
    };
    let letter = letter.as_str();
    let size = if letter.len() > 1 { TypeSize::Scale } else { TypeSize::Note };
    let set = Set::new(size, Weight::SemiBold, ink);
    frame.text(scene, (centre, Side::Middle), letter, set, f32::INFINITY);
}
