//! Where the parts of the matrix lie. The options' names and the totals stay in view while the criteria scroll between them.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

const OPTION_WIDTH: f32 = 168.0;
const TOTAL_WIDTH: f32 = 180.0;
const GAP: f32 = 12.0;
/// The room of a criterion with its gap.
const PITCH: std::ops::RangeInclusive<f32> = 72.0..=150.0;
const HEADER_HEIGHT: f32 = 180.0;
const ROW_HEIGHT: f32 = 100.0;
/// Where a row's blocks stand, from its top.
const BLOCK_FLOOR: f32 = 88.0;

/// The measures of one frame.
pub struct Geometry {
    pub whole: Rect,
    pub header: Rect,
    pub body: Rect,
    /// From one criterion to the next.
    pub pitch: f32,
    columns: usize,
    rows: usize,
}

impl Geometry {
    pub fn new(whole: Rect, columns: usize, rows: usize) -> Self {
        let room = (whole.width() - OPTION_WIDTH - TOTAL_WIDTH) / columns.max(1) as f32;
        let header = Rect::from_min_size(whole.min, vec2(whole.width(), HEADER_HEIGHT.min(whole.height())));
        let body = Rect::from_min_max(pos2(whole.left(), header.bottom()), whole.max);
        Self { whole, header, body, pitch: room.clamp(*PITCH.start(), *PITCH.end()).floor(), columns, rows }
    }

    /// The size of what scrolls.
    pub fn content(&self) -> Vec2 {
        vec2(OPTION_WIDTH + self.columns as f32 * self.pitch + self.total_width(), self.rows as f32 * ROW_HEIGHT + 1.0)
    }

    /// The totals take what the criteria leave.
    fn total_width(&self) -> f32 {
        (self.whole.width() - OPTION_WIDTH - self.columns as f32 * self.pitch).max(TOTAL_WIDTH)
    }

    /// The part in which criteria are seen.
    pub fn criteria(&self) -> Range<f32> {
        let right = self.whole.left() + OPTION_WIDTH + self.columns as f32 * self.pitch;
        self.whole.left() + OPTION_WIDTH - GAP / 2.0..right.min(self.whole.right() - self.total_width())
    }

    /// Where the options' names stand.
    pub fn options(&self) -> Range<f32> {
        self.whole.left()..self.whole.left() + OPTION_WIDTH - GAP / 2.0
    }

    /// Where the totals stand.
    pub fn totals(&self) -> Range<f32> {
        let left = self.criteria().end + GAP / 2.0;
        left..(left + self.total_width() - GAP).min(self.whole.right() - GAP / 2.0)
    }

    /// The block of a criterion: its left edge and width, with the criteria scrolled by `offset`.
    pub fn column(&self, column: usize, offset: f32) -> (f32, f32) {
        (self.whole.left() + OPTION_WIDTH + column as f32 * self.pitch - offset, self.pitch - GAP)
    }

    /// The rows that a part of the content touches.
    pub fn rows_in(&self, viewport: Rect) -> Range<usize> {
        let first = (viewport.top() / ROW_HEIGHT).floor().max(0.0) as usize;
        let last = (viewport.bottom() / ROW_HEIGHT).ceil().max(0.0) as usize;
        first.min(self.rows)..last.min(self.rows)
    }

    /// A row on the screen, with the content scrolled by `offset`.
    pub fn row(&self, row: usize, offset: f32) -> Rect {
        let top = self.body.top() + row as f32 * ROW_HEIGHT - offset;
        Rect::from_min_size(pos2(self.whole.left(), top), vec2(self.whole.width(), ROW_HEIGHT))
    }

    /// A cell inside the content.
    pub fn cell_in_content(&self, row: usize, column: usize) -> Rect {
        let corner = pos2(OPTION_WIDTH + column as f32 * self.pitch - GAP / 2.0, row as f32 * ROW_HEIGHT);
        Rect::from_min_size(corner, vec2(self.pitch, ROW_HEIGHT))
    }

    /// The least scrolling from `offset` that shows a cell of the content whole.
    pub fn brought_into_view(&self, offset: Vec2, cell: Rect) -> Vec2 {
        let seen = vec2(self.criteria().end - self.criteria().start, self.body.height());
        let start = cell.min - pos2(OPTION_WIDTH - GAP / 2.0, 0.0);
        let least = |offset: f32, start: f32, length: f32, seen: f32| offset.min(start).max(start + length - seen).max(0.0);
        vec2(least(offset.x, start.x, cell.width(), seen.x), least(offset.y, start.y, cell.height(), seen.y))
    }

    /// Where a row's blocks stand.
    pub fn floor(row: Rect) -> f32 {
        row.top() + BLOCK_FLOOR
    }

    /// A block on its lower left corner for a share, the heaviest as high as there is `room`.
    pub fn block(corner: Pos2, width: f32, share: f64, heaviest: f64, room: f32) -> Rect {
        let part = if heaviest > 0.0 { (share / heaviest) as f32 } else { 0.0 };
        Rect::from_min_max(corner - vec2(0.0, (room * part).max(1.0)), corner + vec2(width, 0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn geometry(columns: usize, rows: usize) -> Geometry {
        Geometry::new(Rect::from_min_size(pos2(24.0, 100.0), vec2(900.0, 600.0)), columns, rows)
    }

    #[test]
    fn names_criteria_and_totals_lie_side_by_side() {
        for columns in [0, 1, 4, 8, 20, 200] {
            let geometry = geometry(columns, 3);
            assert!(geometry.options().end <= geometry.criteria().start + 0.01, "{columns}");
            assert!(geometry.criteria().end < geometry.totals().start, "{columns}");
            assert!(geometry.totals().end <= geometry.whole.right(), "{columns}");
        }
    }

    #[test]
    fn a_cell_is_brought_into_view_by_the_least_scrolling() {
        let geometry = geometry(20, 40);
        let seen = geometry.cell_in_content(1, 1);
        assert_eq!(geometry.brought_into_view(Vec2::ZERO, seen), Vec2::ZERO);
        let below = geometry.brought_into_view(Vec2::ZERO, geometry.cell_in_content(10, 1));
        assert_eq!(below, vec2(0.0, 11.0 * ROW_HEIGHT - geometry.body.height()));
        assert_eq!(geometry.brought_into_view(vec2(500.0, 2000.0), geometry.cell_in_content(0, 0)), Vec2::ZERO);
    }

    #[test]
    fn rows_in_view_are_those_it_touches() {
        let geometry = geometry(2, 5);
        assert_eq!(geometry.rows_in(Rect::from_min_size(pos2(0.0, 150.0), vec2(10.0, 100.0))), 1..3);
        assert_eq!(geometry.rows_in(Rect::from_min_size(pos2(0.0, 0.0), vec2(10.0, 9000.0))), 0..5);
    }
}
