//! Where a caret belongs in a galley of both directions: what egui reads off rows whose glyphs run
//! from left to right.

use egui::text::{CCursor, CharIndex};
use egui::{Galley, Vec2};

use crate::look::{Direction, direction};

/// The caret nearest to a place in the galley.
pub(super) fn at(galley: &Galley, place: Vec2) -> CCursor {
    let distance = |top: f32, bottom: f32| (top - place.y).max(place.y - bottom).max(0.0);
    let mut before = 0;
    let mut nearest = (f32::INFINITY, CCursor::default());
    for row in &galley.rows {
        let away = distance(row.min_y(), row.max_y());
        if away < nearest.0 {
            let column = column(row, place.x - row.pos.x);
            let index = CharIndex(before + column);
            nearest = (away, CCursor { index, prefer_next_row: column < row.glyphs.len() });
        }
        before += row.char_count_including_newline().0;
    }
    nearest.1
}

/// The place between characters nearest to a distance from where the row begins.
fn column(row: &egui::epaint::text::Row, x: f32) -> usize {
    let away = |from: f32, to: f32| (from.min(to) - x).max(x - from.max(to)).max(0.0);
    let drawn = row.glyphs.iter().enumerate().filter(|(_, glyph)| glyph.advance_width != 0.0);
    let hit = drawn.min_by(|(_, one), (_, two)| {
        away(one.pos.x, one.max_x()).total_cmp(&away(two.pos.x, two.max_x()))
    });
    let Some((index, glyph)) = hit else { return 0 };
    if (x - glyph.pos.x).abs() <= (x - glyph.max_x()).abs() {
        return index;
    }
    // The caret stands behind what belongs to the character too: marks, the rest of a ligature.
    let leaning = row.glyphs.iter().skip(index + 1);
    index + 1 + leaning.take_while(|glyph| glyph.advance_width == 0.0).count()
}

/// The direction of the paragraph that a caret stands in.
pub(super) fn direction_at(text: &str, index: usize) -> Direction {
    let byte = text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte);
    let (before, behind) = text.split_at(byte);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = behind.find('\n').map_or(text.len(), |at| byte + at);
    direction(text.get(start..end).unwrap_or_default())
}

/// The word around a caret, in characters; without one, nothing.
pub(super) fn word(text: &str, index: usize) -> std::ops::Range<usize> {
    let characters: Vec<char> = text.chars().collect();
    let is_in_word = |character: &&char| character.is_alphanumeric() || **character == '\u{200C}';
    let (before, behind) = characters.split_at(index.min(characters.len()));
    let start = before.len() - before.iter().rev().take_while(is_in_word).count();
    start..before.len() + behind.iter().take_while(is_in_word).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_has_the_direction_of_its_paragraph() {
        let text = "abc\nبغداد\n";
        assert_eq!(direction_at(text, 3), Direction::LeftToRight);
        assert_eq!(direction_at(text, 4), Direction::RightToLeft);
        assert_eq!(direction_at(text, 9), Direction::RightToLeft);
        assert_eq!(direction_at(text, 10), Direction::LeftToRight);
        assert_eq!(direction_at(text, 99), Direction::LeftToRight);
    }

    #[test]
    fn a_word_reaches_from_space_to_space() {
        assert_eq!(word("قانون النفط", 7), 6..11);
        assert_eq!(word("a, b", 2), 2..2);
        assert_eq!(word("", 5), 0..0);
    }
}
