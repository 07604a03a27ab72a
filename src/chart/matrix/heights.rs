//! How high head and rows are, and where things stand in them: closer where there is less room.
//!
//! All is in points of the window.

/// How high the head and a row are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heights {
    pub head: f32,
    pub row: f32,
}

/// Where things stand in a row, from its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RowLines {
    /// The middle of the line of numbers.
    pub line: f32,
    /// Where blocks and bars stand.
    pub floor: f32,
    /// How high the heaviest criterion's block is.
    pub block: f32,
    /// How high the bar of a total is.
    pub bar: f32,
    /// The top of the option's name, and the middle of its badge.
    pub name: f32,
    pub badge: f32,
}

/// Where things stand in the head, from its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HeadLines {
    /// The top of a criterion's name, and how high its lines may be together.
    pub name: f32,
    pub names: f32,
    /// The middle of its goal.
    pub goal: f32,
    /// How high the heaviest criterion's bar is.
    pub block: f32,
}

/// A row's height with where things stand in it.
type Anchor = (f32, RowLines);

const USUAL_ROW: f32 = 100.0;
const CLOSE_ROW: f32 = 70.0;
const COMPACT_ROW: f32 = 46.0;
/// From so many rows on they become compact before they scroll.
const MANY_ROWS: usize = 9;
const USUAL_HEAD: f32 = 180.0;
const LOW_HEAD: f32 = 118.0;
/// A head is low where it would leave less than so many close rows.
const ROWS_BELOW_HEAD: f32 = 3.0;

const ANCHORS: [Anchor; 3] = [
    (
        COMPACT_ROW,
        RowLines { line: 14.0, floor: 40.0, block: 16.0, bar: 14.0, name: 4.0, badge: 14.0 },
    ),
    (
        CLOSE_ROW,
        RowLines { line: 18.0, floor: 62.0, block: 29.0, bar: 26.0, name: 8.0, badge: 18.0 },
    ),
    (
        USUAL_ROW,
        RowLines { line: 23.0, floor: 88.0, block: 49.0, bar: 44.0, name: 13.0, badge: 22.0 },
    ),
];

impl Heights {
    /// Where there is room for all.
    pub const USUAL: Self = Self { head: USUAL_HEAD, row: USUAL_ROW };

    /// The heights in a room for the head, so many rows and what stands below them. Rows come
    /// closer before they scroll; many of them become compact.
    pub fn fitting(room: f32, rows: usize, below: f32) -> Self {
        let is_low = room < USUAL_HEAD + ROWS_BELOW_HEAD * CLOSE_ROW;
        let head = if is_low { LOW_HEAD } else { USUAL_HEAD };
        let each = (room - head - below) / rows.max(1) as f32;
        let least = if rows >= MANY_ROWS { COMPACT_ROW } else { CLOSE_ROW };
        Self { head, row: each.floor().clamp(least, USUAL_ROW) }
    }

    /// The least that a head and a row below it take.
    pub fn least() -> f32 {
        LOW_HEAD + CLOSE_ROW
    }

    /// Whether rows are lower than they come by closing up.
    pub(super) fn is_compact(self) -> bool {
        self.row < CLOSE_ROW
    }

    pub(super) fn row_lines(self) -> RowLines {
        let [compact, close, usual] = ANCHORS;
        if self.is_compact() {
            between(compact, close, self.row)
        } else {
            between(close, usual, self.row)
        }
    }

    pub(super) fn head_lines(self) -> HeadLines {
        if self.head < USUAL_HEAD {
            HeadLines { name: 4.0, names: 46.0, goal: 58.0, block: 26.0 }
        } else {
            HeadLines { name: 6.0, names: 60.0, goal: 74.0, block: 54.0 }
        }
    }
}

/// Where things stand in a row between two heights.
fn between((low, a): Anchor, (high, b): Anchor, row: f32) -> RowLines {
    let part = ((row - low) / (high - low)).clamp(0.0, 1.0);
    let mix = |a: f32, b: f32| (a + (b - a) * part).round();
    RowLines {
        line: mix(a.line, b.line),
        floor: mix(a.floor, b.floor),
        block: mix(a.block, b.block),
        bar: mix(a.bar, b.bar),
        name: mix(a.name, b.name),
        badge: mix(a.badge, b.badge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_rows_and_the_legend_stand_before_anything_scrolls() {
        let heights = Heights::fitting(600.0, 5, 38.0);
        assert!(heights.head + 5.0 * heights.row + 38.0 <= 600.0, "{heights:?}");
        assert!(heights.row >= CLOSE_ROW);
        assert_eq!(Heights::fitting(600.0, 2, 38.0), Heights::USUAL);
        assert_eq!(Heights::fitting(600.0, 8, 38.0).row, CLOSE_ROW, "then they scroll");
    }

    #[test]
    fn of_many_rows_at_least_eight_are_seen() {
        for rows in [9, 12, 30, 1000] {
            let heights = Heights::fitting(566.0, rows, 38.0);
            assert!((566.0 - heights.head) / heights.row >= 8.0, "{rows}: {heights:?}");
        }
    }

    #[test]
    fn a_low_room_keeps_the_head_and_a_row() {
        let heights = Heights::fitting(Heights::least(), 5, 38.0);
        assert!(heights.head + heights.row <= Heights::least());
    }

    #[test]
    fn in_a_row_of_any_height_number_and_block_stand_apart() {
        for row in COMPACT_ROW as u8..=USUAL_ROW as u8 {
            let row = f32::from(row);
            let lines = Heights { row, ..Heights::USUAL }.row_lines();
            // Half of the capitals of the size that numbers have there.
            let capitals = if row < CLOSE_ROW { 6.0 } else { 7.0 };
            assert!(lines.floor - lines.block >= lines.line + capitals + 2.0, "{row}: {lines:?}");
            assert!(lines.line >= capitals + 4.0 && lines.floor < row - 4.0, "{row}: {lines:?}");
        }
    }
}
