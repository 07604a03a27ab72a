//! Names inside English sentences: one with letters that run from right to left is a stretch of its
//! own there, so that a sentence that begins with it isn't turned around (UAX 9, FSI and PDI).

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

use crate::model::turns_direction;

/// Opens an isolate whose direction is that of its first strong letter.
pub const OPEN: char = '\u{2068}';
/// Closes the isolate that was opened last.
pub const CLOSE: char = '\u{2069}';
/// Stands for a character that could move a cursor or turn a line.
const BOX: char = '\u{FFFD}';

/// A name as it stands in a sentence: as it is, or isolated where some of it runs from right to
/// left; one that is isolated stays as it is.
pub fn isolated(name: &str) -> Cow<'_, str> {
    if name.chars().any(turns) && !is_isolated(name) {
        Cow::Owned(format!("{OPEN}{name}{CLOSE}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether a character makes some of its text run from right to left.
fn turns(character: char) -> bool {
    use BidiClass::{AL, AN, R, RLE, RLI, RLO};
    matches!(bidi_class(character), R | AL | AN | RLE | RLI | RLO)
}

/// Whether a name is one isolate.
fn is_isolated(name: &str) -> bool {
    let inner = name.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE));
    inner.is_some_and(|inner| !inner.contains(CLOSE))
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
    use unicode_bidi::{Direction, get_base_direction};

    use super::*;

    #[test]
    fn a_sentence_that_begins_with_an_arabic_name_is_read_from_the_left() {
        let sentence = |name: &str| format!("{} leads by 0.35", isolated(name));
        assert_eq!(get_base_direction("البصرة leads by 0.35"), Direction::Rtl);
        assert_eq!(get_base_direction(sentence("البصرة").as_str()), Direction::Ltr);
        assert_eq!(sentence("Basra"), "Basra leads by 0.35");
        assert_eq!(isolated("Basra (البصرة)"), "\u{2068}Basra (البصرة)\u{2069}");
    }

    #[test]
    fn what_runs_from_the_left_in_any_script_stays_as_it_is() {
        for name in ["", "Öl", "Киев", "日本", "ไทย", "नमस्ते", "👩‍👧"]
        {
            assert_eq!(isolated(name), name);
        }
        for name in ["שלום", "ދިވެހި", "٣"] {
            assert_ne!(isolated(name), name);
        }
    }

    #[test]
    fn names_in_letters_from_right_to_left_are_isolated_once() {
        for name in ["בגדד", "Plan ب", "السيناريو ٣"] {
            let told = isolated(name).into_owned();
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
