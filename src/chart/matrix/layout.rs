//! Where the parts of the matrix lie. The options' names and the totals stay where they are while
//! the criteria scroll between them.

use std::ops::Range;

use super::heights::{HeadLines, Heights, RowLines};
use crate::chart::{Area, Frame, Medium, Point};
use crate::look::TypeSize;

/// In points of the window: between two columns, in usual ones and in narrow ones.
const GAP: f32 = 16.0;
const NARROW_GAP: f32 = 10.0;
const NARROW_BELOW_PITCH: f32 = 80.0;
/// The widest room of a criterion with its gap.
const MOST_PITCH: f32 = 150.0;
const MOST_NAME_LINES: usize = 4;
/// How high a bar grows above the heaviest while it is dragged, and what its number takes above it,
/// with the foot below it.
pub(super) const MOST_GROWTH: f32 = 1.2;
const NUMBER_ABOVE: f32 = 28.0;
/// Between the criteria and the totals.
const TOTALS_GAP: f32 = 8.0;

/// How wide columns are at least, in points of the window: of the options, of the totals, and of a
/// criterion with its gap.
struct Widths {
    option: f32,
    total: f32,
    least_pitch: f32,
}

impl Widths {
    /// Where criteria have room enough.
    fn usual(medium: Medium) -> Self {
        match medium {
            Medium::Screen => Self { option: 176.0, total: 180.0, least_pitch: 64.0 },
            Medium::Projector | Medium::Paper => Self::close(medium),
        }
    }

    /// Where they are narrow. A screen scrolls; where nothing does, columns stand closer.
    fn close(medium: Medium) -> Self {
        match medium {
            Medium::Screen => Self { option: 160.0, total: 150.0, least_pitch: 64.0 },
            Medium::Projector | Medium::Paper => {
                Self { option: 150.0, total: 150.0, least_pitch: 56.0 }
            }
        }
    }

    /// What the totals take at least.
    fn total_in(&self, frame: Frame, totals: Totals) -> f32 {
        match totals {
            Totals::Shown => frame.length(self.total),
            Totals::LeftOut => 0.0,
        }
    }

    /// What is left for each of so many criteria.
    fn room_for_each(&self, frame: Frame, columns: usize, totals: Totals) -> f32 {
        let rest = frame.width - frame.length(self.option) - self.total_in(frame, totals);
        rest / columns.max(1) as f32
    }
}

/// Whether the totals stand behind the criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    Shown,
    LeftOut,
}

/// The measures of some of the criteria's columns, in points of the frame.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Of all columns together.
    pub width: f32,
    /// From one criterion to the next.
    pub pitch: f32,
    pub row_height: f32,
    pub header_height: f32,
    /// Where a row's blocks stand, from its top.
    pub floor: f32,
    /// The middle of a row's numbers, from its top.
    pub line: f32,
    /// How high the bar of the heaviest criterion is.
    pub header_block: f32,
    /// Above this, from its top, the head has no bars, not even one that is being dragged.
    pub bars_top: f32,
    /// The criteria that have a column.
    pub columns: Range<usize>,
    option_width: f32,
    total_width: f32,
    gap: f32,
    totals_gap: f32,
    heights: Heights,
}

impl Layout {
    /// The columns of some criteria. Where they are too many for the frame, they have the least
    /// width, and more room than there is.
    pub fn new(frame: Frame, columns: Range<usize>, totals: Totals) -> Self {
        let usual = Widths::usual(frame.medium);
        let narrow = frame.length(NARROW_BELOW_PITCH);
        let widths = if usual.room_for_each(frame, columns.len(), totals) < narrow {
            Widths::close(frame.medium)
        } else {
            usual
        };
        let option_width = frame.length(widths.option);
        let least_total = widths.total_in(frame, totals);
        let room = widths.room_for_each(frame, columns.len(), totals);
        let (least, most) = (frame.length(widths.least_pitch), frame.length(MOST_PITCH));
        let pitch = room.clamp(least, most).floor();
        let is_narrow = pitch < frame.length(NARROW_BELOW_PITCH);
        let rest = frame.width - option_width - columns.len() as f32 * pitch;
        let unset = Self {
            width: frame.width,
            pitch,
            row_height: 0.0,
            header_height: 0.0,
            floor: 0.0,
            line: 0.0,
            header_block: 0.0,
            bars_top: 0.0,
            columns,
            option_width,
            // The totals take what the criteria leave.
            total_width: if totals == Totals::Shown { rest.max(least_total) } else { 0.0 },
            gap: frame.length(if is_narrow { NARROW_GAP } else { GAP }),
            totals_gap: frame.length(TOTALS_GAP),
            heights: Heights::USUAL,
        };
        unset.with_heights(frame, Heights::USUAL)
    }

    /// The same with a head and rows of other heights.
    #[must_use]
    pub fn with_heights(self, frame: Frame, heights: Heights) -> Self {
        let (head, row) = (heights.head_lines(), heights.row_lines());
        Self {
            row_height: frame.length(heights.row),
            header_height: frame.length(heights.head),
            floor: frame.length(row.floor),
            line: frame.length(row.line),
            header_block: frame.length(head.block),
            bars_top: frame.length(heights.head - head.block * MOST_GROWTH - NUMBER_ABOVE),
            heights,
            ..self
        }
    }

    /// How high the head and a row are, in points of the window.
    pub(super) fn heights(&self) -> Heights {
        self.heights
    }

    /// Whether rows are lower than they come by closing up.
    pub(super) fn is_compact(&self) -> bool {
        self.heights.is_compact()
    }

    pub(super) fn row_lines(&self) -> RowLines {
        self.heights.row_lines()
    }

    /// How many lines of a size the name of an option may take; four at most.
    pub(super) fn name_lines(&self, frame: Frame, size: TypeSize) -> usize {
        let room = self.row_height - frame.length(self.row_lines().name);
        ((room / frame.line_height(size)).floor() as usize).clamp(1, MOST_NAME_LINES)
    }

    pub(super) fn head_lines(&self) -> HeadLines {
        self.heights.head_lines()
    }

    /// How many criteria have room beside each other.
    pub(super) fn columns_that_fit(frame: Frame, totals: Totals) -> usize {
        let widths = Widths::close(frame.medium);
        let room = frame.width - frame.length(widths.option) - widths.total_in(frame, totals);
        (room / frame.length(widths.least_pitch)).floor().max(1.0) as usize
    }

    /// Whether totals stand behind the criteria.
    pub(super) fn has_totals(&self) -> bool {
        self.total_width > 0.0
    }

    /// The width of all columns, were all in view.
    pub fn content_width(&self) -> f32 {
        self.option_width + self.columns.len() as f32 * self.pitch + self.total_width
    }

    /// The part in which criteria are seen.
    pub fn criteria(&self) -> Range<f32> {
        let right = self.option_width + self.columns.len() as f32 * self.pitch;
        self.option_width - self.gap / 2.0..right.min(self.width - self.total_width)
    }

    /// Where the options' names stand.
    pub fn options(&self) -> Range<f32> {
        0.0..self.option_width - self.gap / 2.0
    }

    /// Where the totals stand.
    pub fn totals(&self) -> Range<f32> {
        self.criteria().end + self.totals_gap..self.width
    }

    /// The block of a criterion: its left edge and width, with the criteria scrolled by `offset`.
    pub fn column(&self, column: usize, offset: f32) -> (f32, f32) {
        let place = column as f32 - self.columns.start as f32;
        (self.option_width + place * self.pitch - offset, self.pitch - self.gap)
    }

    /// The criteria that are in view, in part at least, scrolled by `offset`.
    pub fn columns_in_view(&self, offset: f32) -> Range<usize> {
        let seen = self.criteria();
        let place = |x: f32| ((x + offset - self.option_width) / self.pitch).max(0.0);
        let first = self.columns.start + place(seen.start).floor() as usize;
        let last = self.columns.start + place(seen.end).ceil() as usize;
        first.min(self.columns.end)..last.min(self.columns.end)
    }

    /// The criterion at a place, scrolled by `offset`.
    pub fn column_at(&self, x: f32, offset: f32) -> Option<usize> {
        let place = (x + offset - self.option_width + self.gap / 2.0) / self.pitch;
        (place >= 0.0 && place < self.columns.len() as f32)
            .then(|| self.columns.start + place as usize)
    }

    /// A criterion's column with half of the gaps beside it, as wide as its pitch: its left edge,
    /// not scrolled.
    pub fn place(&self, column: usize) -> f32 {
        self.column(column, 0.0).0 - self.gap / 2.0
    }

    /// A block on its lower left corner, `part` of the room high; no higher than `most` of it.
    pub(super) fn block([left, floor]: Point, width: f32, part: f64, room: f32, most: f32) -> Area {
        let height = (room * (part as f32).min(most)).max(1.0);
        Area::new(left, floor - height, width, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    #[test]
    fn names_criteria_and_totals_lie_side_by_side() {
        let measurer = Measurer::new();
        for columns in [0, 1, 4, 8, 20, 200] {
            let layout = Layout::new(Frame::screen(900.0, &measurer), 0..columns, Totals::Shown);
            assert!(layout.options().end <= layout.criteria().start + 0.01, "{columns}");
            assert!(layout.criteria().end < layout.totals().start, "{columns}");
            assert!(layout.totals().end <= layout.width, "{columns}");
            for column in 0..columns.min(2) {
                let (left, width) = layout.column(column, 0.0);
                assert_eq!(layout.column_at(left + width / 2.0, 0.0), Some(column), "{columns}");
            }
        }
    }

    #[test]
    fn the_columns_in_view_are_those_that_are_seen() {
        let measurer = Measurer::new();
        let layout = Layout::new(Frame::screen(900.0, &measurer), 0..200, Totals::Shown);
        for offset in [0.0, 10.0, 700.0, 12_000.0] {
            let seen = layout.criteria();
            let in_view = layout.columns_in_view(offset);
            for column in 0..200 {
                let (left, width) = layout.column(column, offset);
                let is_seen = left + width > seen.start && left < seen.end;
                assert!(!is_seen || in_view.contains(&column), "{column} at {offset}");
            }
            assert!(in_view.len() <= 11, "no more than fit: {in_view:?}");
        }
    }

    #[test]
    fn as_many_columns_fit_as_have_their_least_width() {
        let measurer = Measurer::new();
        for medium in [Medium::Screen, Medium::Projector, Medium::Paper] {
            let frame = Frame { medium, ..Frame::screen(1920.0, &measurer) };
            for totals in [Totals::Shown, Totals::LeftOut] {
                let fit = Layout::columns_that_fit(frame, totals);
                let layout = |count| Layout::new(frame, 0..count, totals);
                assert!(layout(fit).content_width() <= 1920.0, "{medium:?}");
                assert!(layout(fit + 1).content_width() > 1920.0, "{medium:?}");
            }
        }
    }
}
