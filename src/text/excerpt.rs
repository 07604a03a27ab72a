//! The line of a file that a fault stands on, with a caret below the place.

use crate::model::Place;

/// The widest line that is shown; longer ones are cut around the caret.
const WIDTH: usize = 96;

/// Two lines: that of the text, and a caret below the column. None where the text has no such line.
pub fn excerpt(text: &str, place: Place) -> Option<String> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let characters: Vec<char> = line.chars().map(visible).collect();
    let caret = place.column.unwrap_or(1).saturating_sub(1).min(characters.len());
    let start = if characters.len() > WIDTH {
        caret.saturating_sub(WIDTH / 2).min(characters.len().saturating_sub(WIDTH))
    } else {
        0
    };
    let shown: String = characters.iter().skip(start).take(WIDTH).collect();
    Some(format!("    {shown}\n    {}^", " ".repeat(caret - start)))
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
        let long = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let shown = excerpt(&long, place(1, 501)).unwrap();
        let (line, caret) = shown.split_once('\n').unwrap();
        assert_eq!(line.chars().nth(caret.chars().count() - 1), Some('X'));
        assert!(line.len() <= WIDTH + 4);
    }
}
