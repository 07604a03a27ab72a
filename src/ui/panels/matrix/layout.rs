//! Where the parts of the matrix lie. The options' names and the totals stay in view while the
//! criteria scroll between them.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::place::Place;

const OPTION_WIDTH: f32 = 176.0;
const TOTAL_WIDTH: f32 = 180.0;
/// Between two columns, in usual ones and in narrow ones.
const GAP: f32 = 16.0;
const NARROW_GAP: f32 = 10.0;
const NARROW_BELOW_PITCH: f32 = 80.0;
/// The room of a criterion with its gap.
const PITCH: std::ops::RangeInclusive<f32> = 64.0..=150.0;
/// What the question and the line below it take, at most.
const HEADLINE_HEIGHT: f32 = 110.0;
const HEADER_HEIGHT: f32 = 180.0;
const ROW_HEIGHT: f32 = 100.0;
/// The body reaches this far into the page's padding, so that its scroll bar covers nothing.
const SCROLL_BAR_ROOM: f32 = 14.0;
/// The room of the legend below the last row.
const LEGEND_HEIGHT: f32 = 64.0;
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
        let header =
            Rect::from_min_size(whole.min, vec2(whole.width(), HEADER_HEIGHT.min(whole.height())));
        let body = Rect::from_min_max(
            pos2(whole.left(), header.bottom()),
            whole.max + vec2(SCROLL_BAR_ROOM, 0.0),
        );
        Self {
            whole,
            header,
            body,
            pitch: room.clamp(*PITCH.start(), *PITCH.end()).floor(),
            columns,
            rows,
        }
    }

    /// Whether a page of this height has room for the header and two rows that scroll below it.
    pub fn has_room(height: f32) -> bool {
        height >= HEADLINE_HEIGHT + HEADER_HEIGHT + 2.0 * ROW_HEIGHT
    }

    /// The height of the matrix with all its rows.
    pub fn full_height(rows: usize) -> f32 {
        HEADER_HEIGHT + rows.max(3) as f32 * ROW_HEIGHT + LEGEND_HEIGHT + 16.0
    }

    fn gap(&self) -> f32 {
        if self.pitch < NARROW_BELOW_PITCH { NARROW_GAP } else { GAP }
    }

    /// The size of what scrolls.
    pub fn content(&self) -> Vec2 {
        vec2(
            OPTION_WIDTH + self.columns as f32 * self.pitch + self.total_width(),
            self.rows.max(3) as f32 * ROW_HEIGHT + LEGEND_HEIGHT,
        )
    }

    /// The totals take what the criteria leave.
    fn total_width(&self) -> f32 {
        (self.whole.width() - OPTION_WIDTH - self.columns as f32 * self.pitch).max(TOTAL_WIDTH)
    }

    /// The part in which criteria are seen.
    pub fn criteria(&self) -> Range<f32> {
        let right = self.whole.left() + OPTION_WIDTH + self.columns as f32 * self.pitch;
        self.whole.left() + OPTION_WIDTH - self.gap() / 2.0
            ..right.min(self.whole.right() - self.total_width())
    }

    /// Where the options' names stand.
    pub fn options(&self) -> Range<f32> {
        self.whole.left()..self.whole.left() + OPTION_WIDTH - self.gap() / 2.0
    }

    /// Where the totals stand.
    pub fn totals(&self) -> Range<f32> {
        self.criteria().end + 8.0..self.whole.right()
    }

    /// The block of a criterion: its left edge and width, with the criteria scrolled by `offset`.
    pub fn column(&self, column: usize, offset: f32) -> (f32, f32) {
        (
            self.whole.left() + OPTION_WIDTH + column as f32 * self.pitch - offset,
            self.pitch - self.gap(),
        )
    }

    /// The rows that a part of the content touches.
    pub fn rows_in(&self, viewport: Rect) -> Range<usize> {
        let first = (viewport.top() / ROW_HEIGHT).floor().max(0.0) as usize;
        let last = (viewport.bottom() / ROW_HEIGHT).ceil().max(0.0) as usize;
        first.min(self.rows)..last.min(self.rows)
    }

    /// The column at a place on the screen, with the criteria scrolled by `offset`.
    pub fn column_at(&self, x: f32, offset: f32) -> Option<usize> {
        let place = (x + offset - self.whole.left() - OPTION_WIDTH + self.gap() / 2.0) / self.pitch;
        (place >= 0.0 && place < self.columns as f32).then_some(place as usize)
    }

    /// Where the legend stands, with the content scrolled by `offset`.
    pub fn legend(&self, offset: f32) -> Rect {
        let top = self.body.top() + self.rows as f32 * ROW_HEIGHT - offset;
        Rect::from_min_size(
            pos2(self.whole.left(), top),
            vec2(self.whole.width(), LEGEND_HEIGHT - 8.0),
        )
    }

    /// A row on the screen, with the content scrolled by `offset`; one on its way lies between two
    /// places.
    pub fn row(&self, row: f32, offset: f32) -> Rect {
        let top = self.body.top() + row * ROW_HEIGHT - offset;
        Rect::from_min_size(pos2(self.whole.left(), top), vec2(self.whole.width(), ROW_HEIGHT))
    }

    /// A place inside the content; a head lies at the edge of what scrolls.
    pub fn place_in_content(&self, place: Place) -> Rect {
        let left = OPTION_WIDTH + place.column.unwrap_or(0) as f32 * self.pitch - self.gap() / 2.0;
        let corner = pos2(left, place.row.unwrap_or(0) as f32 * ROW_HEIGHT);
        Rect::from_min_size(corner, vec2(self.pitch, ROW_HEIGHT))
    }

    /// A part of the content on the screen.
    pub fn on_screen(&self, part: Rect, offset: Vec2) -> Rect {
        part.translate(self.body.min.to_vec2() - offset)
    }

    /// The least scrolling from `offset` that shows a cell of the content whole.
    pub fn brought_into_view(&self, offset: Vec2, cell: Rect) -> Vec2 {
        let seen = vec2(self.criteria().end - self.criteria().start, self.body.height());
        let start = cell.min - pos2(OPTION_WIDTH - self.gap() / 2.0, 0.0);
        let least = |offset: f32, start: f32, length: f32, seen: f32| {
            offset.min(start).max(start + length - seen).max(0.0)
        };
        vec2(
            least(offset.x, start.x, cell.width(), seen.x),
            least(offset.y, start.y, cell.height(), seen.y),
        )
    }

    /// Where a row's blocks stand.
    pub fn floor(row: Rect) -> f32 {
        row.top() + BLOCK_FLOOR
    }

    /// A block on its lower left corner, `part` of the room high; no higher than `most` of it.
    pub fn block(corner: Pos2, width: f32, part: f64, room: f32, most: f32) -> Rect {
        let height = (room * (part as f32).min(most)).max(1.0);
        Rect::from_min_max(corner - vec2(0.0, height), corner + vec2(width, 0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn geometry(columns: usize, rows: usize) -> Geometry {
        Geometry::new(Rect::from_min_size(pos2(24.0, 100.0), vec2(900.0, 600.0)), columns, rows)
    }

    fn at(row: usize, column: usize) -> Place {
        Place { row: Some(row), column: Some(column) }
    }

    #[test]
    fn names_criteria_and_totals_lie_side_by_side() {
        for columns in [0, 1, 4, 8, 20, 200] {
            let geometry = geometry(columns, 3);
            assert!(geometry.options().end <= geometry.criteria().start + 0.01, "{columns}");
            assert!(geometry.criteria().end < geometry.totals().start, "{columns}");
            assert!(geometry.totals().end <= geometry.whole.right(), "{columns}");
            for column in 0..columns.min(2) {
                let (left, width) = geometry.column(column, 0.0);
                assert_eq!(geometry.column_at(left + width / 2.0, 0.0), Some(column), "{columns}");
            }
        }
    }

    #[test]
    fn a_cell_is_brought_into_view_by_the_least_scrolling() {
        let geometry = geometry(20, 40);
        let seen = geometry.place_in_content(at(1, 1));
        assert_eq!(geometry.brought_into_view(Vec2::ZERO, seen), Vec2::ZERO);
        let below = geometry.brought_into_view(Vec2::ZERO, geometry.place_in_content(at(10, 1)));
        assert_eq!(below, vec2(0.0, 11.0 * ROW_HEIGHT - geometry.body.height()));
        assert_eq!(
            geometry.brought_into_view(vec2(500.0, 2000.0), geometry.place_in_content(at(0, 0))),
            Vec2::ZERO
        );
    }

    #[test]
    fn rows_in_view_are_those_it_touches() {
        let geometry = geometry(2, 5);
        assert_eq!(
            geometry.rows_in(Rect::from_min_size(pos2(0.0, 150.0), vec2(10.0, 100.0))),
            1..3
        );
        assert_eq!(geometry.rows_in(Rect::from_min_size(pos2(0.0, 0.0), vec2(10.0, 9000.0))), 0..5);
    }
}
