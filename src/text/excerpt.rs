//! The line of a file that a fault stands on, with a caret below the place.

use unicode_width::UnicodeWidthStr;

use crate::model::Place;

/// The most characters of a line that are shown; longer ones are cut around the caret.
const MOST: usize = 96;

/// Two lines: that of the text, and a caret below the column. None where the text has no such line.
pub fn excerpt(text: &str, place: Place) -> Option<String> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let characters: Vec<char> = line.chars().map(visible).collect();
    let caret = place.column.unwrap_or(1).saturating_sub(1).min(characters.len());
    let start = if characters.len() > MOST {
        caret.saturating_sub(MOST / 2).min(characters.len().saturating_sub(MOST))
    } else {
        0
    };
    let shown: String = characters.iter().skip(start).take(MOST).collect();
    // A terminal shows some letters in two columns and some marks in none.
    let before: String = characters.iter().take(caret).skip(start).collect();
    Some(format!("    {shown}\n    {}^", " ".repeat(before.width())))
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
        let place = |line, column| Place { line, column: Some(column) };
        assert_eq!(excerpt("a\n\tbc", place(2, 3)).unwrap(), "     bc\n      ^");
        assert_eq!(excerpt("a", place(1, 99)).unwrap(), "    a\n     ^");
        assert_eq!(excerpt("a", place(2, 1)), None);
        assert_eq!(excerpt("伊e\u{301}X", place(1, 4)).unwrap(), "    伊e\u{301}X\n       ^");
        let long = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let shown = excerpt(&long, place(1, 501)).unwrap();
        let (line, caret) = shown.split_once('\n').unwrap();
        assert_eq!(line.chars().nth(caret.chars().count() - 1), Some('X'));
        assert!(line.len() <= MOST + 4);
    }
}
