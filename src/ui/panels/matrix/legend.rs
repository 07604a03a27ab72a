//! Below the rows: what the signs mean; and where there are no rows, where they will be.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::layout::Geometry;
use super::{Frame, block};
use crate::look::{Hue, Mark, Role, TypeSize, Weight, size};
use crate::model::Goal;
use crate::text::label;
use crate::ui::widgets::{icon, mark, text};

/// The rows that an empty matrix shows the outlines of.
const GHOSTS: usize = 3;
const GHOST_COLUMNS: usize = 4;

/// Paints the legend under the last row, its entries in as many lines as they need.
pub fn ui(frame: Frame, offset: f32, ui: &Ui) {
    if frame.view.rows.is_empty() || frame.view.scenario.criteria.is_empty() {
        return;
    }
    let whole = frame.geometry.legend(offset);
    let painter = ui.painter_at(frame.geometry.body.intersect(ui.clip_rect()));
    let set = text::Type {
        size: TypeSize::Note,
        weight: Weight::Regular,
        colour: frame.theme.colour(Role::Ink2),
    };
    let mut at = whole.left_center();
    for (width, words, sign) in SIGNS {
        let galley = text::layout(&painter, words, set, f32::INFINITY, 1);
        if at.x + width + galley.size().x > whole.right() && at.x > whole.left() {
            at = pos2(whole.left(), at.y + 22.0);
        }
        sign(frame, Rect::from_min_size(at - vec2(0.0, 6.0), vec2(width, 12.0)), &painter);
        text::place(&painter, pos2(at.x + width + 8.0, at.y - galley.size().y / 2.0), &galley);
        at.x += width + galley.size().x + 28.0;
    }
}

type Sign = fn(Frame, Rect, &egui::Painter);

/// Each sign's width and words, and how it is painted.
const SIGNS: [(f32, &str, Sign); 5] = [
    (26.0, label::LEGEND_BLOCK, |frame, rect, painter| {
        block::scored(painter, frame.theme, rect, Hue::Steel, 0.62, Goal::Maximize, false)
    }),
    (20.0, label::LEGEND_WEAK, |frame, rect, painter| {
        block::scored(painter, frame.theme, rect, Hue::Steel, 1.0, Goal::Maximize, true)
    }),
    (20.0, label::NOT_SCORED, |frame, rect, painter| block::hollow(painter, frame.theme, rect)),
    (48.0, label::LEGEND_EVIDENCE, |frame, rect, painter| {
        for (place, bars) in [3, 2, 1].into_iter().enumerate() {
            icon::strength(
                painter,
                frame.theme,
                pos2(rect.left() + 14.0 + 17.0 * place as f32, rect.bottom()),
                bars,
            );
        }
    }),
    (22.0, label::LEGEND_OWN, |frame, rect, painter| {
        let colour = frame.theme.colour(Role::Team(Mark::Triangle));
        mark::paint(painter, Mark::Triangle, rect.left_center() + vec2(6.0, 0.0), 9.0, colour);
        let set = text::Type {
            size: TypeSize::Note,
            weight: Weight::Regular,
            colour: frame.theme.colour(Role::Ink2),
        };
        text::line(painter, rect.left_center() + vec2(14.0, 0.0), Align2::LEFT_CENTER, "7", set);
    }),
];

/// Outlines of rows, where options will stand.
pub fn ghost_rows_ui(frame: Frame, offset: f32, ui: &Ui) {
    let painter = ui.painter_at(frame.geometry.body.intersect(ui.clip_rect()));
    for place in 0..GHOSTS {
        let row = frame.geometry.row(place as f32, offset);
        painter.hline(
            row.x_range(),
            row.bottom(),
            frame.theme.stroke(size::RULE_STROKE, Role::Line),
        );
        let badge = Rect::from_min_size(row.min + vec2(0.0, 13.0), vec2(20.0, 20.0));
        painter.rect_stroke(
            badge,
            4.0,
            frame.theme.stroke(size::RULE_STROKE, Role::Line),
            egui::StrokeKind::Inside,
        );
        let line = Rect::from_min_size(row.min + vec2(30.0, 18.0), vec2(110.0, 10.0));
        painter.rect_filled(line, 2.0, frame.theme.colour(Role::Chrome));
        for column in 0..frame.view.scenario.criteria.len().clamp(1, GHOST_COLUMNS) {
            let (left, width) = frame.geometry.column(column, 0.0);
            let floor = Geometry::floor(row);
            block::hollow(
                &painter,
                frame.theme,
                Rect::from_min_max(pos2(left, floor - 30.0), pos2(left + width, floor)),
            );
        }
    }
}
