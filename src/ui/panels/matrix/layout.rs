//! Where the parts of the matrix lie on the screen. The columns are those of the scenes; here they
//! are scrolled.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::place::Place;
use crate::chart::Frame;
use crate::chart::matrix::{HEADER_HEIGHT, Layout, ROW_HEIGHT, Totals, legend_height};

/// What the question and the line below it take, at most.
const HEADLINE_HEIGHT: f32 = 110.0;
/// The body reaches this far into the page's padding, so that its scroll bar covers nothing.
const SCROLL_BAR_ROOM: f32 = 14.0;
/// An empty matrix has room for so many rows.
const LEAST_ROWS: usize = 3;

/// The measures of one frame.
pub struct Geometry {
    pub whole: Rect,
    pub header: Rect,
    pub body: Rect,
    /// The columns, from the left edge of `whole` on.
    pub layout: Layout,
    rows: usize,
    legend_height: f32,
}

impl Geometry {
    /// All of it in a frame as wide as `whole`.
    pub fn new(frame: Frame, whole: Rect, columns: usize, rows: usize) -> Self {
        let header =
            Rect::from_min_size(whole.min, vec2(whole.width(), HEADER_HEIGHT.min(whole.height())));
        let body = Rect::from_min_max(
            pos2(whole.left(), header.bottom()),
            whole.max + vec2(SCROLL_BAR_ROOM, 0.0),
        );
        let layout = Layout::new(frame, 0..columns, Totals::Shown);
        Self { whole, header, body, layout, rows, legend_height: legend_height(frame) }
    }

    /// Whether a page of this height has room for the header and two rows that scroll below it.
    pub fn has_room(height: f32) -> bool {
        height >= HEADLINE_HEIGHT + HEADER_HEIGHT + 2.0 * ROW_HEIGHT
    }

    /// The height of the matrix with all its rows.
    pub fn full_height(frame: Frame, rows: usize) -> f32 {
        HEADER_HEIGHT + rows.max(LEAST_ROWS) as f32 * ROW_HEIGHT + legend_height(frame) + 16.0
    }

    /// The size of what scrolls.
    pub fn content(&self) -> Vec2 {
        let height = self.rows.max(LEAST_ROWS) as f32 * ROW_HEIGHT + self.legend_height;
        vec2(self.layout.content_width(), height)
    }

    /// The part in which criteria are seen.
    pub fn criteria(&self) -> Range<f32> {
        let seen = self.layout.criteria();
        self.whole.left() + seen.start..self.whole.left() + seen.end
    }

    /// Where the options' names stand.
    pub fn options(&self) -> Range<f32> {
        let names = self.layout.options();
        self.whole.left() + names.start..self.whole.left() + names.end
    }

    /// A criterion's column on the screen, as high as `rows`, with the criteria scrolled by
    /// `offset`.
    pub fn column(&self, column: usize, rows: Rect, offset: f32) -> Rect {
        let (left, width) = self.layout.column(column, offset);
        let corner = pos2(self.whole.left() + left, rows.top());
        Rect::from_min_size(corner, vec2(width, rows.height()))
    }

    /// The rows that a part of the content touches.
    pub fn rows_in(&self, viewport: Rect) -> Range<usize> {
        let first = (viewport.top() / ROW_HEIGHT).floor().max(0.0) as usize;
        let last = (viewport.bottom() / ROW_HEIGHT).ceil().max(0.0) as usize;
        first.min(self.rows)..last.min(self.rows)
    }

    /// The column at a place on the screen, with the criteria scrolled by `offset`.
    pub fn column_at(&self, x: f32, offset: f32) -> Option<usize> {
        self.layout.column_at(x - self.whole.left(), offset)
    }

    /// Where the legend's corner stands, with the content scrolled by `offset`.
    pub fn legend(&self, offset: f32) -> Pos2 {
        self.row(self.rows as f32, offset).min
    }

    /// A row on the screen, with the content scrolled by `offset`; one on its way lies between two
    /// places.
    pub fn row(&self, row: f32, offset: f32) -> Rect {
        let top = self.body.top() + row * ROW_HEIGHT - offset;
        Rect::from_min_size(pos2(self.whole.left(), top), vec2(self.whole.width(), ROW_HEIGHT))
    }

    /// A place inside the content; a head lies at the edge of what scrolls.
    pub fn place_in_content(&self, place: Place) -> Rect {
        let left = self.layout.place(place.column.unwrap_or(0));
        let corner = pos2(left, place.row.unwrap_or(0) as f32 * ROW_HEIGHT);
        Rect::from_min_size(corner, vec2(self.layout.pitch, ROW_HEIGHT))
    }

    /// A part of the content on the screen.
    pub fn on_screen(&self, part: Rect, offset: Vec2) -> Rect {
        part.translate(self.body.min.to_vec2() - offset)
    }

    /// The least scrolling from `offset` that shows a cell of the content whole.
    pub fn brought_into_view(&self, offset: Vec2, cell: Rect) -> Vec2 {
        let seen = self.layout.criteria();
        let room = vec2(seen.end - seen.start, self.body.height());
        let start = cell.min - pos2(seen.start, 0.0);
        let least = |offset: f32, start: f32, length: f32, seen: f32| {
            offset.min(start).max(start + length - seen).max(0.0)
        };
        vec2(
            least(offset.x, start.x, cell.width(), room.x),
            least(offset.y, start.y, cell.height(), room.y),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    fn geometry(columns: usize, rows: usize) -> Geometry {
        let whole = Rect::from_min_size(pos2(24.0, 100.0), vec2(900.0, 600.0));
        Geometry::new(Frame::screen(900.0, &Measurer::new()), whole, columns, rows)
    }

    fn at(row: usize, column: usize) -> Place {
        Place { row: Some(row), column: Some(column) }
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
    fn a_narrow_matrix_scrolls_to_the_end_of_its_legend() {
        let measurer = Measurer::new();
        for width in [200.0, 420.0, 900.0] {
            let frame = Frame::screen(width, &measurer);
            let whole = Rect::from_min_size(pos2(24.0, 100.0), vec2(width, 600.0));
            let geometry = Geometry::new(frame, whole, 3, 5);
            let legend = crate::chart::matrix::legend(frame);
            let end = geometry.legend(0.0).y + legend.height - geometry.body.top();
            assert_eq!(geometry.content().y, end, "{width}");
        }
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
