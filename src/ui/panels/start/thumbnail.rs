//! A scenario in small: its matrix as bars, drawn from its own numbers.

use egui::{Painter, Rect, pos2, vec2};

use crate::evaluation::Evaluation;
use crate::look::{Hue, Role};
use crate::model::Scenario;
use crate::ui::theme::Theme;

/// How many options a thumbnail shows at most.
const MOST_ROWS: usize = 9;
/// How much of the width the cells take; the totals take the rest, behind a gap.
const CELLS_PART: f32 = 0.68;
const TOTALS_GAP: f32 = 16.0;
const GAP: f32 = 3.0;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thumbnail {
    hues: Vec<Hue>,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// 0..1 by criterion; none: not scored.
    values: Vec<Option<f64>>,
    /// Parts of the total, 0..1.
    parts: Vec<f64>,
}

impl Thumbnail {
    /// The first options of a scenario.
    pub fn new(scenario: &Scenario, evaluation: &Evaluation) -> Self {
        let shares = &evaluation.shares.criteria;
        let row = |option: usize| {
            let values: Vec<Option<f64>> = evaluation
                .problem
                .row(option)
                .iter()
                .map(|cell| cell.map(|cell| cell.value))
                .collect();
            let parts = values
                .iter()
                .zip(shares)
                .map(|(value, share)| value.unwrap_or(0.0) * share)
                .collect();
            Row { values, parts }
        };
        let hues =
            scenario.criteria.iter().map(|criterion| Hue::of(criterion.hue.number())).collect();
        Self { hues, rows: (0..scenario.options.len().min(MOST_ROWS)).map(row).collect() }
    }

    /// Paints it into a rectangle.
    pub fn paint(&self, painter: &Painter, theme: Theme, rect: Rect) {
        let pitch = rect.height() / self.rows.len().max(1) as f32;
        let height = (pitch * 0.78).min(16.0).floor();
        for (place, row) in self.rows.iter().enumerate() {
            let top = rect.top() + (pitch * place as f32 + (pitch - height) / 2.0).round();
            let cells = Rect::from_min_size(
                pos2(rect.left(), top),
                vec2(rect.width() * CELLS_PART, height),
            );
            self.paint_cells(painter, theme, cells, row);
            let left = cells.right() + TOTALS_GAP;
            self.paint_total(
                painter,
                theme,
                Rect::from_min_max(pos2(left, top), pos2(rect.right(), top + height)),
                row,
            );
        }
    }

    fn paint_cells(&self, painter: &Painter, theme: Theme, rect: Rect, row: &Row) {
        let pitch = rect.width() / self.hues.len().max(1) as f32;
        for (column, (hue, value)) in self.hues.iter().zip(&row.values).enumerate() {
            let cell = Rect::from_min_size(
                pos2(rect.left() + pitch * column as f32, rect.top()),
                vec2(pitch - GAP, rect.height()),
            );
            if let Some(value) = value {
                painter.rect_filled(cell, 0.0, theme.colour(Role::CriterionTrack(*hue)));
                let part = Rect::from_min_size(
                    cell.min,
                    vec2(cell.width() * *value as f32, cell.height()),
                );
                painter.rect_filled(part, 0.0, theme.colour(Role::Criterion(*hue)));
            } else {
                let corners = [
                    cell.left_top(),
                    cell.right_top(),
                    cell.right_bottom(),
                    cell.left_bottom(),
                    cell.left_top(),
                ];
                painter.extend(egui::Shape::dashed_line(
                    &corners,
                    theme.stroke(1.0, Role::Control),
                    2.0,
                    2.0,
                ));
            }
        }
    }

    fn paint_total(&self, painter: &Painter, theme: Theme, rect: Rect, row: &Row) {
        let mut left = rect.left();
        for (hue, part) in self.hues.iter().zip(&row.parts) {
            let width = rect.width() * *part as f32;
            let gap = if width > 2.0 { 1.0 } else { 0.0 };
            let part =
                Rect::from_min_size(pos2(left, rect.top()), vec2(width - gap, rect.height()));
            painter.rect_filled(part, 0.0, theme.colour(Role::Criterion(*hue)));
            left += width;
        }
    }
}
