//! Painted icons: the typeface has none.

use egui::{Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::look::{Role, size};
use crate::ui::theme::{Theme, corners};

/// An icon, drawn within 16 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Undo,
    Redo,
    Up,
    Down,
    Warning,
}

/// Paints an icon around a point.
pub fn paint(painter: &Painter, icon: Icon, centre: Pos2, stroke: Stroke) {
    match icon {
        Icon::Undo => turned_arrow(painter, centre, stroke, 1.0),
        Icon::Redo => turned_arrow(painter, centre, stroke, -1.0),
        Icon::Up => arrow(painter, centre, stroke, -1.0),
        Icon::Down => arrow(painter, centre, stroke, 1.0),
        Icon::Warning => warning(painter, centre, stroke),
    }
}

/// An arrow back and down around a bend; `side` -1 mirrors it.
fn turned_arrow(painter: &Painter, centre: Pos2, stroke: Stroke, side: f32) {
    let at = |x: f32, y: f32| centre + vec2(x * side, y);
    painter.line(vec![at(-2.5, -6.5), at(-6.0, -3.0), at(-2.5, 0.5)], stroke);
    let bend = (0_u8..=12).map(|step| {
        let angle = std::f32::consts::PI * (f32::from(step) / 12.0 - 0.5);
        at(2.0 + 3.75 * angle.cos(), 0.75 + 3.75 * angle.sin())
    });
    let points: Vec<Pos2> = [at(-6.0, -3.0)].into_iter().chain(bend).chain([at(-3.5, 4.5)]).collect();
    painter.line(points, stroke);
}

fn arrow(painter: &Painter, centre: Pos2, stroke: Stroke, down: f32) {
    let at = |x: f32, y: f32| centre + vec2(x, y * down);
    painter.line_segment([at(0.0, -4.5), at(0.0, 4.5)], stroke);
    painter.line(vec![at(-3.5, 1.0), at(0.0, 4.5), at(3.5, 1.0)], stroke);
}

fn warning(painter: &Painter, centre: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| centre + vec2(x, y);
    painter.add(Shape::closed_line(vec![at(0.0, -5.5), at(6.0, 5.0), at(-6.0, 5.0)], stroke));
    painter.line_segment([at(0.0, -1.5), at(0.0, 1.5)], stroke);
    painter.circle_filled(at(0.0, 3.2), stroke.width / 2.0, stroke.color);
}

/// The program's sign: a pair of scales.
pub fn scales(painter: &Painter, theme: Theme, rect: Rect) {
    painter.rect_filled(rect, corners(size::CONTROL_RADIUS), theme.colour(Role::Lead));
    let ink = theme.colour(Role::OnLead);
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y) * rect.width() / 28.0;
    let unit = rect.width() / 28.0;
    painter.rect_filled(Rect::from_center_size(at(9.0, 9.5), Vec2::splat(6.0 * unit)), 1.0, ink);
    painter.circle_filled(at(19.0, 9.5), 3.4 * unit, ink);
    painter.line_segment([at(5.0, 14.5), at(23.0, 14.5)], Stroke::new(2.0 * unit, ink));
    let foot = vec![at(14.0, 16.5), at(18.0, 22.5), at(10.0, 22.5)];
    painter.add(Shape::convex_polygon(foot, ink, Stroke::NONE));
}

/// One to three rising bars: how strong the evidence is. `corner` is the lower right one.
pub fn strength(painter: &Painter, theme: Theme, corner: Pos2, bars: usize) {
    for (place, height) in [4.0, 7.0, 10.0].into_iter().enumerate() {
        let role = if place < bars { Role::Ink2 } else { Role::Line };
        let left = corner.x - 12.0 + place as f32 * 4.5;
        painter.rect_filled(Rect::from_min_max(pos2(left, corner.y - height), pos2(left + 3.0, corner.y)), 0.0, theme.colour(role));
    }
}
