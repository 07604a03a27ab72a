//! The marks of teams.

use egui::{Color32, Painter, Pos2, Shape, Stroke};

use crate::look::{Mark, Outline};

/// Paints a team's mark around a point; `size` is the diameter of the circle that it is as large
/// as.
pub fn paint(painter: &Painter, mark: Mark, centre: Pos2, size: f32, colour: Color32) {
    for part in mark.convex_parts([centre.x, centre.y], size) {
        match part {
            Outline::Circle { radius, .. } => drop(painter.circle_filled(centre, radius, colour)),
            Outline::Polygon(points) => {
                let points = points.into_iter().map(Pos2::from).collect();
                painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
            }
        }
    }
}
