//! Icons, painted.

use egui::{Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

pub use crate::look::Icon;
use crate::look::icon::Stroke::{Circle, Line};
use crate::look::{Role, size};
use crate::ui::theme::{Theme, corners};

/// Paints an icon around a point.
pub fn paint(painter: &Painter, icon: Icon, centre: Pos2, stroke: Stroke) {
    match icon {
        Icon::Undo => turned_arrow(painter, centre, stroke, 1.0),
        Icon::Redo => turned_arrow(painter, centre, stroke, -1.0),
        Icon::Gear => gear(painter, centre, stroke),
        _ => {}
    }
    for part in icon.strokes() {
        match part {
            Line(points) => {
                painter.line(points.iter().map(|(x, y)| centre + vec2(*x, *y)).collect(), stroke);
            }
            Circle((x, y), radius) => {
                painter.circle_stroke(centre + vec2(*x, *y), *radius, stroke);
            }
        }
    }
    if let Some(below) = icon.dot() {
        painter.circle_filled(centre + vec2(0.0, below), stroke.width * 0.6, stroke.color);
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
    let points: Vec<Pos2> =
        [at(-6.0, -3.0)].into_iter().chain(bend).chain([at(-3.5, 4.5)]).collect();
    painter.line(points, stroke);
}

/// A ring with eight teeth.
fn gear(painter: &Painter, centre: Pos2, stroke: Stroke) {
    painter.circle_stroke(centre, 5.0, stroke);
    painter.circle_stroke(centre, 2.0, stroke);
    for tooth in 0_u8..8 {
        let direction = Vec2::angled(std::f32::consts::TAU * f32::from(tooth) / 8.0);
        painter.line_segment([centre + direction * 5.5, centre + direction * 7.5], stroke);
    }
}

/// The program's sign: a pair of scales.
pub fn scales(painter: &Painter, theme: Theme, rect: Rect) {
    painter.rect_filled(rect, corners(size::CONTROL_RADIUS), theme.colour(Role::Lead));
    let ink = theme.colour(Role::OnLead);
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y) * rect.width() / 28.0;
    let unit = rect.width() / 28.0;
    painter.circle_filled(at(9.2, 9.3), 3.4 * unit, ink);
    painter.rect_filled(Rect::from_center_size(at(19.0, 9.5), Vec2::splat(6.0 * unit)), 1.0, ink);
    painter.line_segment([at(5.0, 14.5), at(23.0, 14.5)], Stroke::new(2.0 * unit, ink));
    let foot = vec![at(14.0, 16.5), at(18.0, 22.5), at(10.0, 22.5)];
    painter.add(Shape::convex_polygon(foot, ink, Stroke::NONE));
}
