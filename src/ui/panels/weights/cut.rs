//! Texts that are cut where there is no room for all of them: between words, never inside one.

use crate::look::{Measurer, TypeSize, Weight};

/// A line of text as wide as `room` at most; what is left out ends it with an ellipsis.
pub(super) fn cut(measurer: &Measurer, words: &str, set: (TypeSize, Weight), room: f32) -> String {
    let (size, weight) = set;
    let shortened = measurer.shortened(words, size.points(), weight, room.max(1.0)).words;
    let Some(kept) = shortened.strip_suffix('…') else { return shortened };
    let is_broken = kept.chars().next_back().is_some_and(char::is_alphanumeric)
        && words.chars().nth(kept.chars().count()).is_some_and(char::is_alphanumeric);
    let whole = if is_broken { kept.rfind(char::is_whitespace) } else { Some(kept.len()) };
    // A first word that is too long by itself has no better place.
    let kept = whole.and_then(|end| kept.get(..end)).unwrap_or(kept);
    let kept = kept.trim_end_matches(|c: char| !c.is_alphanumeric() && !")”’»%".contains(c));
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: (TypeSize, Weight) = (TypeSize::Note, Weight::Regular);

    #[test]
    fn a_text_is_cut_between_words_wherever_its_room_ends() {
        let measurer = Measurer::new();
        let words = "foreign commanders act without asking, as they did in 2014 (twice)";
        let whole = measurer.width(words, SET.0.points(), SET.1);
        assert_eq!(cut(&measurer, words, SET, whole + 1.0), words);
        for room in (64..whole as i32).map(|room| room as f32) {
            let shown = cut(&measurer, words, SET, room);
            let kept = shown.strip_suffix('…').unwrap();
            assert!(words.starts_with(kept), "{shown}");
            let next = words[kept.len()..].chars().next().unwrap();
            assert!(!next.is_alphanumeric(), "{shown} is cut inside a word");
            assert!(!kept.ends_with([' ', ',', '(']), "{shown}");
            assert!(measurer.width(&shown, SET.0.points(), SET.1) <= room, "{shown}");
        }
    }

    #[test]
    fn one_word_that_is_too_long_is_cut_where_its_room_ends() {
        let measurer = Measurer::new();
        let shown = cut(&measurer, "Donaudampfschifffahrtsgesellschaft", SET, 60.0);
        assert!(shown.starts_with("Donau") && shown.ends_with('…'), "{shown}");
    }
}
