//! Where the parts of the matrix lie on the screen. The columns are those of the scenes; here they
//! are scrolled.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::place::Place;
use crate::chart::Frame;
use crate::chart::matrix::{Heights, Layout, Legend, Totals, View, legend_height};

/// What the question, on one line, and the line below it take.
const HEADLINE_HEIGHT: f32 = 77.0;
/// The body reaches this far into the page's padding, so that its scroll bar covers nothing.
const SCROLL_BAR_ROOM: f32 = 14.0;
/// An empty matrix has room for so many rows.
const LEAST_ROWS: usize = 3;
/// The size at which nothing is larger than usual: columns that are wide enough, and a page.
const USUAL_PITCH: f32 = 100.0;
const USUAL_BESIDE: f32 = 436.0;
const USUAL_WIDTH: f32 = 1100.0;
/// On a large page everything grows, in steps, so that a page dragged larger doesn't shimmer.
const SCALE_STEP: f32 = 0.125;
const MOST_SCALE: f32 = 1.25;

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

/// How much of what there is to lay out.
#[derive(Clone, Copy)]
pub struct Extent {
    pub columns: usize,
    pub rows: usize,
    pub legend: Legend,
}

impl Extent {
    pub fn of(view: &View) -> Self {
        let (columns, rows) = (view.scenario.criteria.len(), view.rows.len());
        Self { columns, rows, legend: view.legend() }
    }

    /// The rows that room is kept for.
    fn kept_rows(self) -> usize {
        self.rows.max(LEAST_ROWS)
    }

    /// How much larger than usual everything may be to be whole in a room of this size.
    pub fn scale(self, frame: Frame, room: Vec2) -> f32 {
        let width = (USUAL_BESIDE + self.columns as f32 * USUAL_PITCH).max(USUAL_WIDTH);
        let rows = self.kept_rows() as f32 * Heights::USUAL.row;
        let height = Heights::USUAL.head + rows + legend_height(frame, self.legend);
        let most = (room.x / width).min(room.y / height).clamp(1.0, MOST_SCALE);
        (most / SCALE_STEP).floor() * SCALE_STEP
    }
}

impl Geometry {
    /// All of it in a frame as wide as `whole`.
    pub fn new(frame: Frame, whole: Rect, extent: Extent) -> Self {
        let legend_height = legend_height(frame, extent.legend);
        let unit = frame.length(1.0);
        let heights =
            Heights::fitting(whole.height() / unit, extent.kept_rows(), legend_height / unit);
        let layout =
            Layout::new(frame, 0..extent.columns, Totals::Shown).with_heights(frame, heights);
        let head_size = vec2(whole.width(), layout.header_height.min(whole.height()));
        let header = Rect::from_min_size(whole.min, head_size);
        let body = Rect::from_min_max(
            pos2(whole.left(), header.bottom()),
            whole.max + vec2(SCROLL_BAR_ROOM, 0.0),
        );
        Self { whole, header, body, layout, rows: extent.rows, legend_height }
    }

    /// Whether a page of this height has room for the header and a row that scrolls below it.
    pub fn has_room(height: f32) -> bool {
        height >= HEADLINE_HEIGHT + Heights::least()
    }

    /// The height of the matrix with all its rows, where the page scrolls as a whole.
    pub fn full_height(frame: Frame, extent: Extent) -> f32 {
        let rows = extent.kept_rows() as f32 * Heights::USUAL.row;
        Heights::USUAL.head + rows + legend_height(frame, extent.legend) + 16.0
    }

    /// The size of what scrolls.
    pub fn content(&self) -> Vec2 {
        let rows = self.rows.max(LEAST_ROWS) as f32;
        vec2(self.layout.content_width(), rows * self.layout.row_height + self.legend_height)
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
        let first = (viewport.top() / self.layout.row_height).floor().max(0.0) as usize;
        let last = (viewport.bottom() / self.layout.row_height).ceil().max(0.0) as usize;
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
        let top = self.body.top() + row * self.layout.row_height - offset;
        Rect::from_min_size(
            pos2(self.whole.left(), top),
            vec2(self.whole.width(), self.layout.row_height),
        )
    }

    /// A place inside the content; a head lies at the edge of what scrolls.
    pub fn place_in_content(&self, place: Place) -> Rect {
        let left = self.layout.place(place.column.unwrap_or(0));
        let corner = pos2(left, place.row.unwrap_or(0) as f32 * self.layout.row_height);
        Rect::from_min_size(corner, vec2(self.layout.pitch, self.layout.row_height))
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
        let extent = Extent { columns, rows, legend: Legend::default() };
        Geometry::new(Frame::screen(900.0, &Measurer::new()), whole, extent)
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
        assert_eq!(below, vec2(0.0, 11.0 * geometry.layout.row_height - geometry.body.height()));
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
            let extent = Extent { columns: 3, rows: 5, legend: Legend::default() };
            let geometry = Geometry::new(frame, whole, extent);
            let legend = crate::chart::matrix::legend(frame, Legend::default());
            let end = geometry.legend(0.0).y + legend.height - geometry.body.top();
            assert_eq!(geometry.content().y, end, "{width}");
        }
    }

    #[test]
    fn rows_in_view_are_those_it_touches() {
        let geometry = geometry(2, 5);
        let row = geometry.layout.row_height;
        let part = |top: f32, height: f32| Rect::from_min_size(pos2(0.0, top), vec2(10.0, height));
        assert_eq!(geometry.rows_in(part(1.5 * row, row)), 1..3);
        assert_eq!(geometry.rows_in(part(0.0, 9000.0)), 0..5);
    }

    #[test]
    fn a_large_page_makes_a_small_matrix_larger_and_no_other() {
        let measurer = Measurer::new();
        let scale = |columns, rows, width: f32, height: f32| {
            let extent = Extent { columns, rows, legend: Legend::default() };
            extent.scale(Frame::screen(width, &measurer), vec2(width, height))
        };
        assert_eq!(scale(8, 5, 2200.0, 1230.0), MOST_SCALE);
        assert_eq!(scale(20, 30, 2200.0, 1230.0), 1.0);
        assert_eq!(scale(2, 2, 872.0, 620.0), 1.0, "a usual page shows things at usual size");
        assert_eq!(scale(1, 1, 9000.0, 9000.0), MOST_SCALE);
    }

    #[test]
    fn a_matrix_that_grows_still_stands_whole() {
        let measurer = Measurer::new();
        for (columns, rows) in [(4, 4), (8, 5), (6, 7)] {
            let (width, height) = (2200.0, 1230.0);
            let extent = Extent { columns, rows, legend: Legend::default() };
            let frame = Frame::screen(width, &measurer);
            let scale = extent.scale(frame, vec2(width, height));
            let frame = Frame { scale, ..frame };
            let whole = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
            let geometry = Geometry::new(frame, whole, extent);
            assert!(geometry.content().y <= geometry.body.height() + 0.5, "{columns} × {rows}");
            assert!(geometry.content().x <= width + 0.5, "{columns} × {rows}");
        }
    }
}
