//! Names in lines of a terminal: what stands in letters from right to left is isolated, so that a
//! ranking reads in its order, and nothing in a name turns what stands behind it.

use unicode_bidi::BidiClass::{AL, AN, R};
use unicode_bidi::bidi_class;

use crate::model::turns_direction;

/// Opens an isolate whose direction is that of its first strong letter.
pub const OPEN: char = '\u{2068}';
/// Closes the isolate that was opened last.
pub const CLOSE: char = '\u{2069}';
/// Stands for a character that could move a cursor or turn a line.
const BOX: char = '\u{FFFD}';

/// A name with an isolate around it where it has letters from right to left.
pub fn isolated(name: &str) -> String {
    if !name.starts_with(OPEN) && name.chars().any(|c| matches!(bidi_class(c), R | AL | AN)) {
        format!("{OPEN}{name}{CLOSE}")
    } else {
        name.to_owned()
    }
}

/// A text on one line, for messages and terminals: control characters, which could move a cursor,
/// and what turns the direction of a line are shown as a box. Isolates that are closed turn nothing
/// outside of them, and stay.
pub fn one_line(text: &str) -> String {
    let mut open = 0_usize;
    let mut told = String::with_capacity(text.len());
    for c in text.chars() {
        let shown = match c {
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                c
            }
            CLOSE if open > 0 => {
                open -= 1;
                c
            }
            c => visible(c),
        };
        told.push(shown);
    }
    told.extend(std::iter::repeat_n(CLOSE, open));
    told
}

/// The character itself, or what stands for it where it does something else than stand there.
pub fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() || turns_direction(c) => BOX,
        c => c,
    }
}

/// How many isolates of a text are open at its end.
pub fn left_open(text: &str) -> usize {
    text.chars().fold(0_usize, |open, c| match c {
        '\u{2066}'..='\u{2068}' => open + 1,
        CLOSE => open.saturating_sub(1),
        _ => open,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_letters_from_right_to_left_are_isolated_once() {
        for name in ["בגדד", "Plan ب", "السيناريو ٣"] {
            let told = isolated(name);
            assert_eq!(told, format!("{OPEN}{name}{CLOSE}"));
            assert_eq!(isolated(&told), told);
        }
        assert_eq!(isolated("Zürich 完全 👍🏾 3"), "Zürich 完全 👍🏾 3");
    }

    #[test]
    fn nothing_in_a_line_turns_what_stands_behind_it() {
        let lines = [
            ("a\u{202E}b\u{202C}c", "a\u{FFFD}b\u{FFFD}c"),
            ("a\u{2067}b", "a\u{2067}b\u{2069}"),
            ("a\u{2069}b", "a\u{FFFD}b"),
            ("\u{2068}ب\u{2069} > b", "\u{2068}ب\u{2069} > b"),
            ("a\u{1b}[2J\tb\n", "a\u{FFFD}[2J b\u{FFFD}"),
        ];
        for (line, told) in lines {
            assert_eq!(one_line(line), told);
            assert_eq!(left_open(&one_line(line)), 0);
        }
    }
}
