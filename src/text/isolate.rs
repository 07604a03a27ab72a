//! Names inside English sentences: one with letters that run from right to left is a stretch of its
//! own there, so that a sentence that begins with it isn't turned around (UAX 9, FSI and PDI).

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

/// A name as it stands in a sentence: as it is, or isolated where some of it runs from right to
/// left.
pub fn isolated(name: &str) -> Cow<'_, str> {
    if name.chars().any(turns) {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Whether a character makes some of its text run from right to left.
fn turns(character: char) -> bool {
    use BidiClass::{AL, AN, R, RLE, RLI, RLO};
    matches!(bidi_class(character), R | AL | AN | RLE | RLI | RLO)
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
}
