//! An option's letter in a square.

use egui::{Align2, Pos2, Rect, StrokeKind, Ui, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::ui::theme::{Theme, corners, font_id};

const SIDE: f32 = 20.0;

/// Paints it around a point.
pub fn paint(ui: &Ui, centre: Pos2, letter: &str) {
    let theme = Theme::of(ui.ctx());
    let square = Rect::from_center_size(centre, vec2(SIDE, SIDE));
    let stroke = theme.stroke(size::RULE_STROKE, Role::Control);
    ui.painter().rect_stroke(square, corners(size::BADGE_RADIUS), stroke, StrokeKind::Inside);
    let size = if letter.len() > 1 { TypeSize::Scale } else { TypeSize::Note };
    let font = font_id(size, Weight::SemiBold);
    let colour = theme.colour(Role::Ink2);
    ui.painter().text(centre, Align2::CENTER_CENTER, letter, font, colour);
}
