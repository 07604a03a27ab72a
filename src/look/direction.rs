//! Which way text runs, and in what order the stretches of a line stand: UAX 9 without fonts.
//!
//! Text is kept, broken into lines and read aloud in *logical* order, the order in which it is
//! typed. Only where a line is painted do its stretches take their *visual* order.

use std::ops::Range;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class, get_base_direction_full};

/// The way in which a text or a stretch of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// The direction of a text as a whole: that of its first strong character (UAX 9, P2 and P3), left
/// to right where it has none.
#[must_use]
pub fn direction(text: &str) -> Direction {
    if is_left_to_right(text) {
        return Direction::LeftToRight;
    }
    match get_base_direction_full(text) {
        unicode_bidi::Direction::Rtl => Direction::RightToLeft,
        unicode_bidi::Direction::Ltr | unicode_bidi::Direction::Mixed => Direction::LeftToRight,
    }
}

/// Whether nothing in the text runs from right to left, so that its visual order is its logical
/// one. Costs a pass over the bytes for the usual text.
#[must_use]
pub fn is_left_to_right(text: &str) -> bool {
    // Hebrew, the first script from right to left, begins at U+0590, whose first byte this is.
    text.bytes().all(|byte| byte < 0xD6) || !text.chars().any(turns)
}

/// Whether a character makes some of its text run from right to left.
fn turns(character: char) -> bool {
    use BidiClass::{AL, AN, R, RLE, RLI, RLO};
    matches!(bidi_class(character), R | AL | AN | RLE | RLI | RLO)
}

/// One paragraph, its directions found.
pub(super) struct Paragraph<'t> {
    text: &'t str,
    /// None: all of it runs from left to right.
    levels: Option<ParagraphBidiInfo<'t>>,
}

/// A stretch of a line that runs one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// In bytes of the paragraph.
    pub range: Range<usize>,
    pub direction: Direction,
}

impl<'t> Paragraph<'t> {
    /// A paragraph of the direction of its first strong character.
    pub(super) fn new(text: &'t str) -> Self {
        Self::within(text, direction(text))
    }

    /// A paragraph of a direction; it ends only where the text does.
    pub(super) fn within(text: &'t str, base: Direction) -> Self {
        let is_plain = base == Direction::LeftToRight && is_left_to_right(text);
        let levels = (!is_plain).then(|| ParagraphBidiInfo::new(text, Some(level(base))));
        Self { text, levels }
    }

    /// The stretches of a line of the paragraph from left to right.
    pub(super) fn stretches(&self, line: Range<usize>) -> Vec<Stretch> {
        let Some(info) = self.levels.as_ref().filter(|_| !line.is_empty()) else {
            let whole = Stretch { range: line.clone(), direction: Direction::LeftToRight };
            return if line.is_empty() { Vec::new() } else { vec![whole] };
        };
        let (levels, runs) = info.visual_runs(line);
        let direction = |run: &Range<usize>| way(levels.get(run.start).copied());
        runs.into_iter().map(|range| Stretch { direction: direction(&range), range }).collect()
    }

    /// The stretches of the whole text in the order they are read.
    pub(super) fn turns(&self) -> Vec<Stretch> {
        let mut stretches = self.stretches(0..self.text.len());
        stretches.sort_by_key(|stretch| stretch.range.start);
        stretches
    }
}

/// A line of a paragraph of a direction as a text of its own, which stands as the line does there:
/// where what went before or comes after decides, invisible marks at its ends take that place, as
/// few as do.
pub(super) fn alone(paragraph: &str, base: Direction, line: Range<usize>) -> String {
    let words = paragraph.get(line.clone()).unwrap_or_default();
    let wanted = order(&Paragraph::within(paragraph, base), paragraph, line);
    let begins = ["", LEFT, RIGHT, LEFT_THEN_RIGHT];
    let mut marked = begins.iter().flat_map(|begin| {
        ["", LEFT, RIGHT].iter().map(move |end| (begin.len(), format!("{begin}{words}{end}")))
    });
    let stands_so = |(start, text): &(usize, String)| {
        order(&Paragraph::new(text), text, *start..start + words.len()) == wanted
    };
    marked.find(stands_so).map_or_else(|| words.to_owned(), |(_, text)| text)
}

/// Marks that are read as letters of a direction and drawn as nothing.
const LEFT: &str = "\u{200E}";
const RIGHT: &str = "\u{200F}";
const LEFT_THEN_RIGHT: &str = "\u{200E}\u{200F}";

/// The characters of a line from left to right, by where in the line they begin.
fn order(paragraph: &Paragraph<'_>, text: &str, line: Range<usize>) -> Vec<usize> {
    let start = line.start;
    let mut order = Vec::new();
    for Stretch { range, direction } in paragraph.stretches(line) {
        let words = text.get(range.clone()).unwrap_or_default();
        let places = words.char_indices().map(|(byte, _)| range.start + byte - start);
        match direction {
            Direction::LeftToRight => order.extend(places),
            Direction::RightToLeft => order.extend(places.rev()),
        }
    }
    order
}

fn level(direction: Direction) -> Level {
    match direction {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    }
}

fn way(level: Option<Level>) -> Direction {
    if level.is_some_and(|level| level.is_rtl()) {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The stretches of a text from left to right, those read from the right in brackets.
    fn order(text: &str) -> Vec<String> {
        Paragraph::new(text)
            .stretches(0..text.len())
            .into_iter()
            .map(|Stretch { range, direction }| match direction {
                Direction::LeftToRight => text[range].to_owned(),
                Direction::RightToLeft => format!("[{}]", &text[range]),
            })
            .collect()
    }

    #[test]
    fn a_text_has_the_direction_of_its_first_strong_character() {
        for text in ["", "12 %", "Baghdad بغداد", "\u{2067}بغداد\u{2069} city", "(a) ب", "…"]
        {
            assert_eq!(direction(text), Direction::LeftToRight, "{text:?}");
        }
        for text in ["بغداد Baghdad", "50% بغداد", "(שלום)", "\u{200F}", "\n\u{200F}12"]
        {
            assert_eq!(direction(text), Direction::RightToLeft, "{text:?}");
        }
    }

    #[test]
    fn only_what_turns_a_text_makes_it_more_than_left_to_right() {
        for text in
            ["", "Zürich – “x”…", "日本語", "हिन्दी", "ไทย", "\u{1F5F3}\u{FE0F}", "a\u{200D}b"]
        {
            assert!(is_left_to_right(text), "{text:?}");
        }
        for text in ["א", "ب", "٣", "\u{202E}abc", "\u{2067}", "\u{10D00}", "\u{1E900}"] {
            assert!(!is_left_to_right(text), "{text:?}");
        }
    }

    #[test]
    fn an_arabic_name_in_a_latin_sentence_stays_at_its_place() {
        assert_eq!(order("ask قانون النفط first"), ["ask ", "[قانون النفط]", " first"]);
    }

    #[test]
    fn latin_words_and_numbers_stay_left_to_right_within_arabic() {
        assert_eq!(order("خطة Plan B نهائية"), ["[ نهائية]", "Plan B", "[خطة ]"]);
        assert_eq!(order("عام 2025 و 2026"), ["2026", "[ و ]", "2025", "[عام ]"]);
        assert_eq!(order("عام ٢٠٢٥م"), ["[م]", "٢٠٢٥", "[عام ]"]);
    }

    #[test]
    fn a_per_cent_sign_stays_with_its_number_but_in_arabic_to_its_left() {
        assert_eq!(order("אחוז 50% בלבד"), ["[ בלבד]", "50%", "[אחוז ]"]);
        assert_eq!(order("نسبة 50% فقط"), ["[% فقط]", "50", "[نسبة ]"]);
        assert_eq!(order("-5 درجات"), ["[ درجات]", "5", "[-]"]);
    }

    #[test]
    fn brackets_belong_to_what_they_enclose() {
        assert_eq!(order("البقاء (50%)"), ["[%)]", "50", "[البقاء (]"]);
        assert_eq!(order("Plan B: البقاء (تجريبي)"), ["Plan B: ", "[البقاء (تجريبي)]"]);
    }

    #[test]
    fn isolates_and_overrides_are_heeded() {
        let isolated = "\u{2067}abc ب\u{2069} d";
        assert_eq!(order(isolated), ["\u{2067}", "[ ب]", "abc", "\u{2069} d"]);
        assert_eq!(order("\u{202E}abc\u{202C}d"), ["\u{202E}", "[abc\u{202C}]", "d"]);
    }

    #[test]
    fn space_at_the_end_of_a_line_takes_the_direction_of_the_paragraph() {
        assert_eq!(order("abc ب "), ["abc ", "[ب]", " "]);
        let text = "خطة Plan B";
        let line = 0..text.find('B').unwrap_or_default();
        let stretches = Paragraph::new(text).stretches(line);
        assert_eq!(&text[stretches[0].range.clone()], " ");
        assert_eq!(&text[stretches[1].range.clone()], "Plan");
    }

    /// A part of a paragraph as a text of its own, marks of direction as < and >.
    fn on_its_own(paragraph: &str, part: &str) -> String {
        let start = paragraph.find(part).unwrap();
        let text = alone(paragraph, direction(paragraph), start..start + part.len());
        text.replace(LEFT, ">").replace(RIGHT, "<")
    }

    #[test]
    fn a_line_on_its_own_stands_as_it_does_in_its_paragraph() {
        assert_eq!(on_its_own("قانون النفط", "النفط"), "النفط");
        assert_eq!(on_its_own("plain words", "words"), "words");
        assert_eq!(on_its_own("خطة Plan B للبقاء", "B للبقاء"), "<B للبقاء");
        assert_eq!(on_its_own("Plan: البقاء 50% (ب)", "Plan: البقاء 50%"), "Plan: البقاء 50%<");
        assert_eq!(on_its_own("Plan: البقاء كاملا now", "كاملا now"), ">كاملا now");
        assert_eq!(on_its_own("ask قانون", "قانون"), "قانون");
    }

    #[test]
    fn marks_and_joiners_stay_in_their_stretch() {
        assert_eq!(order("الْعِرَاقُ"), ["[الْعِرَاقُ]"]);
        assert_eq!(order("می\u{200C}خواهم"), ["[می\u{200C}خواهم]"]);
        assert_eq!(order("שלום עולם"), ["[שלום עולם]"]);
        assert_eq!(order(""), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn stretches_cover_a_line_without_overlap(text in "[a-c0-9 ()%א-ד\u{627}-\u{630}٠-٩\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200E}\u{200F}\u{64B}]{0,30}") {
            let mut end = 0;
            for stretch in Paragraph::new(&text).turns() {
                prop_assert_eq!(stretch.range.start, end);
                end = stretch.range.end;
            }
            prop_assert_eq!(end, text.len());
        }

        #[test]
        fn text_without_turning_characters_is_one_stretch(text in "[a-zäöü0-9 ()%…日本]{1,20}") {
            prop_assert!(is_left_to_right(&text));
            prop_assert_eq!(order(&text), [text]);
        }
    }
}
