//! Breaking text into lines without breaking a word.

use std::borrow::Cow;

use unicode_linebreak::linebreaks;

use super::{font::Weight, measure::Measurer};

/// In points, less than anyone sees: what a word that fits by itself may come out wider by among
/// others, where directions meet.
const HAIR: f32 = 0.5;

impl Measurer {
    /// Whether each word has room on a line of its own: what UAX 14 doesn't break.
    #[must_use]
    pub fn words_fit(&self, text: &str, size: f32, weight: Weight, max_width: f32) -> bool {
        words(text).all(|(word, _)| self.width(word, size, weight) <= max_width)
    }

    /// As [`Self::wrap`], but a word wider than a line is cut short, with an ellipsis, instead of
    /// being broken.
    #[must_use]
    pub fn wrap_words(
        &self,
        text: &str,
        size: f32,
        weight: Weight,
        max_width: f32,
        max_lines: usize,
    ) -> Vec<String> {
        let text = if self.words_fit(text, size, weight, max_width) {
            Cow::Borrowed(text)
        } else {
            let short = |(word, space): (&str, &str)| {
                format!("{}{space}", self.ellipsis(word, size, weight, max_width))
            };
            Cow::Owned(words(text).map(short).collect())
        };
        self.wrap(&text, size, weight, max_width + HAIR, max_lines)
    }
}

/// The words of a text, each with the space behind it.
fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut start = 0;
    linebreaks(text).map(move |(end, _)| {
        let piece = text.get(start..end).unwrap_or_default();
        start = end;
        piece.split_at(piece.trim_end().len())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZE: f32 = 13.0;

    fn wrapped(text: &str, max_width: f32) -> Vec<String> {
        Measurer::new().wrap_words(text, SIZE, Weight::SemiBold, max_width, usize::MAX)
    }

    #[test]
    fn a_word_too_wide_for_a_line_is_cut_short_and_the_others_stay_whole() {
        assert_eq!(wrapped("Iraqi sovereignty now", 60.0), ["Iraqi", "soverei…", "now"]);
        assert_eq!(wrapped("Iraqi sovereignty now", 120.0), ["Iraqi sovereignty", "now"]);
        assert_eq!(wrapped("", 60.0), Vec::<String>::new());
    }

    #[test]
    fn words_fit_where_the_widest_does() {
        let measurer = Measurer::new();
        let fit = |text, width| measurer.words_fit(text, SIZE, Weight::SemiBold, width);
        let widest = measurer.width("sovereignty", SIZE, Weight::SemiBold);
        assert!(fit("Iraqi sovereignty now", widest));
        assert!(!fit("Iraqi sovereignty now", widest - 0.5));
        let pieces = ["well-", "known", "low-", "profile"];
        let of = |piece: &str| measurer.width(piece, SIZE, Weight::SemiBold);
        assert!(fit("a well-known low-profile", pieces.map(of).into_iter().fold(0.0, f32::max)));
    }

    proptest! {
        #[test]
        fn what_stands_on_the_lines_are_words_of_the_text_or_end_in_an_ellipsis(
            text in "[a-zäé\u{627}-\u{62F}]{1,14}( [a-zäé\u{627}-\u{62F}]{1,14}){0,6}",
            width in 20.0_f32..160.0,
        ) {
            let words: Vec<&str> = text.split(' ').collect();
            let plain = |line: &str| -> String {
                line.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')).collect()
            };
            for line in wrapped(&text, width) {
                for word in plain(&line).split_whitespace() {
                    prop_assert!(word.ends_with('…') || words.contains(&word), "{word:?} of {text:?}");
                }
            }
        }
    }
}
