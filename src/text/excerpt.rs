//! The line of a file that a fault stands on, with a caret below the place.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::isolate::{isolated, visible};
use crate::model::Place;

/// The most columns of a terminal that a line takes; longer ones are cut around the caret.
const MOST: usize = 96;
/// As many characters on each side of the place are looked at: a file may be one line.
const NEAR: usize = 1_000;

/// A line of a file, as much of it as can be shown, and where in it the fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub line: String,
    /// How many characters of the line stand before the one that is meant.
    pub before: usize,
}

impl Excerpt {
    /// Two lines for a terminal: that of the file, and a caret below the place. Terminals that put
    /// letters from right to left in their order and those that don't show each text in its own
    /// place, and the letter that is meant above the caret.
    pub fn with_caret(&self) -> String {
        let Self { line, before } = self;
        let at = line.char_indices().nth(*before).map_or(line.len(), |(at, _)| at);
        let (head, tail) = line.split_at(at);
        let meant = tail.graphemes(true).next().unwrap_or_default();
        let rest = tail.get(meant.len()..).unwrap_or_default();
        // A terminal shows some letters in two columns and some marks in none.
        let blanks = " ".repeat(head.width());
        format!("    {}{}{}\n    {blanks}^", in_place(head), isolated(meant), in_place(rest))
    }
}

/// A line whose texts in quotes stand each in its own place.
fn in_place(line: &str) -> String {
    line.split('"').map(isolated).collect::<Vec<_>>().join("\"")
}

/// The line of a place. None where the text has no such line.
pub fn excerpt(text: &str, place: Place) -> Option<Excerpt> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let column = place.column.unwrap_or(1).saturating_sub(1);
    let left_out = column.saturating_sub(NEAR);
    let near = line.chars().skip(left_out).take(2 * NEAR);
    let (line, column): (String, usize) = (near.map(visible).collect(), column - left_out);
    let letters: Vec<&str> = line.graphemes(true).collect();
    let meant = meant(&letters, column);
    let (start, end) = shown(&letters, meant);
    let before = letters.get(start..meant)?.iter().map(|letter| letter.chars().count()).sum();
    Some(Excerpt { line: letters.get(start..end)?.concat(), before })
}

/// The index of the letter that holds a character; behind the last where the line ends before it.
fn meant(letters: &[&str], column: usize) -> usize {
    let mut behind = 0;
    let holds = |letter: &&str| {
        behind += letter.chars().count();
        behind > column
    };
    letters.iter().position(holds).unwrap_or(letters.len())
}

/// The letters around the one that is meant that fit: as many ahead of it as behind, or more where
/// the line begins or ends there.
fn shown(letters: &[&str], meant: usize) -> (usize, usize) {
    let widths: Vec<usize> = letters.iter().map(|letter| letter.width()).collect();
    let fitting = |widths: &mut dyn Iterator<Item = &usize>, room: usize| {
        let mut taken = 0;
        widths
            .take_while(|width| {
                taken += **width;
                taken <= room
            })
            .count()
    };
    let (ahead, behind) = widths.split_at(meant);
    let whole_behind: usize = behind.iter().sum();
    let room = (MOST - MOST / 2).max(MOST.saturating_sub(whole_behind));
    let start = meant - fitting(&mut ahead.iter().rev(), room);
    let (_, from_start) = widths.split_at(start);
    (start, start + fitting(&mut from_start.iter(), MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, line: usize, column: usize) -> Option<String> {
        excerpt(text, Place { line, column: Some(column) }).map(|excerpt| excerpt.with_caret())
    }

    #[test]
    fn the_caret_stands_below_its_column() {
        assert_eq!(told("a\n\tbc", 2, 3).unwrap(), "     bc\n      ^");
        assert_eq!(told("a", 1, 99).unwrap(), "    a\n     ^");
        assert_eq!(told("a", 2, 1), None);
        assert_eq!(told("伊e\u{301}X", 1, 4).unwrap(), "    伊e\u{301}X\n       ^");
        assert_eq!(
            told("👨\u{200D}👩\u{200D}👧👍🏾X", 1, 8).unwrap().lines().last(),
            Some("        ^")
        );
    }

    #[test]
    fn a_caret_within_a_letter_stands_below_the_letter() {
        for column in 2..=4 {
            assert_eq!(told("aกิ่b", 1, column).unwrap(), "    aกิ่b\n     ^");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let long = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let shown = excerpt(&long, Place { line: 1, column: Some(501) }).unwrap();
        assert_eq!(shown.line.chars().nth(shown.before), Some('X'));
        assert!(shown.line.len() <= MOST);
    }

    #[test]
    fn a_long_line_of_any_letters_fits_a_terminal_with_the_caret_below_its_letter() {
        for letter in ["a", "伊", "e\u{301}", "ب", "👍🏾"] {
            for (ahead, behind) in [(0, 300), (300, 0), (200, 200), (3, 3), (40, 300)] {
                let line = format!("{}X{}", letter.repeat(ahead), letter.repeat(behind));
                let column = letter.chars().count() * ahead + 1;
                let told = told(&line, 1, column).unwrap();
                let (line, caret) = told.split_once('\n').unwrap();
                let before = &line[..line.find('X').unwrap()];
                assert_eq!(caret.width(), before.width() + 1, "{told}");
                assert!(line.width() <= MOST + 4, "{told}");
            }
        }
    }

    #[test]
    fn texts_from_right_to_left_stand_each_in_its_own_place() {
        let told = told(r#"{"ابو": "بحر",, "x": 1}"#, 1, 16).unwrap();
        let line = told.lines().next().unwrap();
        assert!(line.contains("\"\u{2068}ابو\u{2069}\": \"\u{2068}بحر\u{2069}\""), "{line}");
        let split = super::tests::told("\"ابجد", 1, 4).unwrap();
        assert!(split.contains("\u{2068}اب\u{2069}\u{2068}ج\u{2069}\u{2068}د\u{2069}"), "{split}");
        assert_eq!(split.lines().last(), Some("       ^"));
    }
}
