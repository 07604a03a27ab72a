//! The line of a file that a fault stands on, with a caret below the place.

use unicode_width::UnicodeWidthStr;

use crate::model::Place;

/// The most characters of a line that are shown; longer ones are cut around the caret.
const MOST: usize = 96;

/// A line of a file, as much of it as can be shown, and where in it the fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub line: String,
    /// How many characters of the line stand before the one that is meant.
    pub before: usize,
}

impl Excerpt {
    /// Two lines: that of the file, and a caret below the place.
    pub fn with_caret(&self) -> String {
        let Self { line, before } = self;
        // A terminal shows some letters in two columns and some marks in none.
        let before: String = line.chars().take(*before).collect();
        format!("    {line}\n    {}^", " ".repeat(before.width()))
    }
}

/// The line of a place. None where the text has no such line.
pub fn excerpt(text: &str, place: Place) -> Option<Excerpt> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let characters: Vec<char> = line.chars().map(visible).collect();
    let caret = place.column.unwrap_or(1).saturating_sub(1).min(characters.len());
    let start = if characters.len() > MOST {
        caret.saturating_sub(MOST / 2).min(characters.len().saturating_sub(MOST))
    } else {
        0
    };
    let line = characters.iter().skip(start).take(MOST).collect();
    Some(Excerpt { line, before: caret - start })
}

/// A text on one line, for messages and terminals: control characters, which could move a cursor,
/// are shown as a box.
pub fn one_line(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_below_its_column() {
        let told = |text: &str, line, column| {
            excerpt(text, Place { line, column: Some(column) }).map(|excerpt| excerpt.with_caret())
        };
        assert_eq!(told("a\n\tbc", 2, 3).unwrap(), "     bc\n      ^");
        assert_eq!(told("a", 1, 99).unwrap(), "    a\n     ^");
        assert_eq!(told("a", 2, 1), None);
        assert_eq!(told("伊e\u{301}X", 1, 4).unwrap(), "    伊e\u{301}X\n       ^");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let long = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let shown = excerpt(&long, Place { line: 1, column: Some(501) }).unwrap();
        assert_eq!(shown.line.chars().nth(shown.before), Some('X'));
        assert!(shown.line.len() <= MOST);
    }
}
