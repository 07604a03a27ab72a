//! Breaking text into lines, in the order in which it is read, and cutting it short with an
//! ellipsis.

use std::{borrow::Cow, ops::Range};

use unicode_linebreak::linebreaks;

use super::direction::{alone, direction, is_left_to_right};
use super::{font::Weight, measure::Measurer, memory::Broken, shape::Cluster};

/// A line that shapes wider in one piece than its clusters did is shortened; one that shapes
/// narrower by up to this share of the size of type is still found.
const SLACK: f32 = 0.05;

/// How text is set and how much room it has, in points.
#[derive(Clone, Copy)]
pub(super) struct Setting<'m> {
    pub measurer: &'m Measurer,
    pub size: f32,
    pub weight: Weight,
    pub max_width: f32,
}

/// Where a line lies in its text, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lie {
    /// All of it, with the space around.
    pub whole: Range<usize>,
    /// Without the space at its ends.
    pub shown: Range<usize>,
}

/// A line and how wide it comes out, in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub words: String,
    pub width: f32,
}

/// One paragraph being broken from front to back.
struct Paragraph<'t> {
    text: &'t str,
    clusters: Vec<Cluster>,
    /// The clusters that a line may begin with, by UAX 14.
    beginnings: Vec<usize>,
}

impl Measurer {
    /// Breaks text by UAX 14 into lines no wider than `max_width`; a `\n` always ends a line. A
    /// word wider than a line is broken between clusters of characters, at least one to a line.
    /// Where more than `max_lines` would be needed, the last ends in an ellipsis. Space around the
    /// text and at the breaks is dropped; blank text has no lines. Each line is a text of its own:
    /// where directions meet, invisible marks keep it standing as it does in its paragraph.
    #[must_use]
    pub fn wrap(
        &self,
        text: &str,
        size: f32,
        weight: Weight,
        max_width: f32,
        max_lines: usize,
    ) -> Vec<String> {
        let setting = Setting { measurer: self, size, weight, max_width };
        let text = text.trim_matches(is_space);
        if text.is_empty() {
            return Vec::new();
        }
        let broken = Broken::new(text, size, max_width, max_lines);
        self.lines(&broken, weight, || setting.wrapped(text, max_lines))
    }

    /// The text on one line no wider than `max_width`, its end replaced by an ellipsis where it's
    /// too long: behind a whole word, where there is room for one. Where not even the ellipsis
    /// fits, it is all that is left. A `\n` counts as a space.
    #[must_use]
    pub fn ellipsis(&self, text: &str, size: f32, weight: Weight, max_width: f32) -> String {
        self.shortened(text, size, weight, max_width).words
    }

    /// The same, with how wide it comes out.
    #[must_use]
    pub fn shortened(&self, text: &str, size: f32, weight: Weight, max_width: f32) -> Measured {
        Setting { measurer: self, size, weight, max_width }.shortened(text)
    }
}

impl Setting<'_> {
    /// The lines of a text that isn't blank, at most so many.
    fn wrapped(self, text: &str, max_lines: usize) -> Vec<String> {
        let mut lies = self.lies(text, max_lines.saturating_add(1));
        let left_over = lies.len() > max_lines;
        lies.truncate(max_lines);
        let mut lines: Vec<String> = lies.iter().map(|lie| self.alone(text, lie)).collect();
        if let (true, Some(last), Some(lie)) = (left_over, lines.last_mut(), lies.last()) {
            *last = self.cut(text, lie);
        }
        lines
    }

    /// Where the lines of `text` lie in it, at most `most` of them; together they are all of it but
    /// for each `\n`. A blank paragraph has one empty line.
    pub(super) fn lies(self, text: &str, most: usize) -> Vec<Lie> {
        let mut lies = Vec::new();
        let mut offset = 0;
        for paragraph in text.split('\n') {
            if lies.len() >= most {
                break;
            }
            let found = self.paragraph_lies(paragraph, most - lies.len());
            let moved = |range: Range<usize>| offset + range.start..offset + range.end;
            lies.extend(
                found
                    .into_iter()
                    .map(|lie| Lie { whole: moved(lie.whole), shown: moved(lie.shown) }),
            );
            offset += paragraph.len() + 1;
        }
        lies
    }

    /// The text on one line, its end replaced by an ellipsis where it is too long.
    pub(super) fn shortened(self, text: &str) -> Measured {
        let line = one_line(text);
        let width = self.width(&line);
        if width <= self.max_width {
            return Measured { words: line.into_owned(), width };
        }
        let paragraph = self.paragraph(&line);
        let mut end = self.reach(&paragraph, 0);
        loop {
            let words = format!("{}…", paragraph.line(0, end));
            let width = self.width(&words);
            if end == 0 || width <= self.max_width {
                break;
            }
            end -= 1;
        }
        let measured = |end: usize| {
            let words = format!("{}…", paragraph.line(0, end));
            Measured { width: self.width(&words), words }
        };
        let behind_word = (end > 0).then(|| measured(paragraph.break_before(0, end)));
        // A shorter text can come out wider, where fewer of its letters join.
        behind_word.filter(|cut| cut.width <= self.max_width).unwrap_or_else(|| measured(end))
    }

    /// A line as a text of its own.
    fn alone(self, text: &str, lie: &Lie) -> String {
        let plain = text.get(lie.shown.clone()).unwrap_or_default();
        if is_left_to_right(text) {
            return plain.to_owned();
        }
        let within = paragraph_around(text, lie.shown.start);
        let paragraph = text.get(within.clone()).unwrap_or_default();
        let line = lie.shown.start - within.start..lie.shown.end - within.start;
        self.marked(plain, alone(paragraph, direction(paragraph), line))
    }

    /// The line that the text ends with though it goes on, as a text of its own.
    fn cut(self, text: &str, lie: &Lie) -> String {
        let (_, rest) = text.split_at(lie.shown.start);
        let words = self.shortened(rest).words;
        if is_left_to_right(text) {
            return words;
        }
        let within = paragraph_around(text, lie.shown.start);
        let base = direction(text.get(within.clone()).unwrap_or_default());
        let before = text.get(within.start..lie.shown.start).unwrap_or_default();
        let paragraph = format!("{before}{words}");
        self.marked(&words, alone(&paragraph, base, before.len()..paragraph.len()))
    }

    /// A line with its marks; without them where not even they fit.
    fn marked(self, plain: &str, marked: String) -> String {
        if self.fits(&marked) { marked } else { plain.to_owned() }
    }

    fn fits(self, line: &str) -> bool {
        self.width(line) <= self.max_width
    }

    fn width(self, line: &str) -> f32 {
        self.measurer.width(line, self.size, self.weight)
    }

    fn paragraph(self, text: &str) -> Paragraph<'_> {
        Paragraph::new(text, self.measurer.clusters(text, self.weight))
    }

    fn paragraph_lies(self, text: &str, most: usize) -> Vec<Lie> {
        let paragraph = self.paragraph(text);
        let mut lies = Vec::new();
        let (mut begun, mut start) = (0, paragraph.skip_space(0));
        while lies.len() < most {
            let end = self.line_end(&paragraph, start);
            let first = paragraph.byte(start);
            let shown = first..first + paragraph.line(start, end).len();
            start = paragraph.skip_space(end);
            lies.push(Lie { whole: begun..paragraph.byte(start), shown });
            begun = paragraph.byte(start);
            if start >= paragraph.clusters.len() {
                break;
            }
        }
        lies
    }

    /// The cluster behind the line that begins with `start`.
    fn line_end(self, paragraph: &Paragraph, start: usize) -> usize {
        let mut stop = self.reach(paragraph, start);
        loop {
            let end = paragraph.break_before(start, stop);
            if end <= start + 1 || self.fits(paragraph.line(start, end)) {
                return end;
            }
            stop = end - 1;
        }
    }

    /// How far the clusters fit by their own widths: the first that doesn't.
    fn reach(self, paragraph: &Paragraph, start: usize) -> usize {
        let budget = self.max_width + SLACK * self.size;
        let mut width = 0.0;
        let fitting = paragraph.clusters.iter().skip(start).take_while(|cluster| {
            width += cluster.advance * self.size;
            width <= budget
        });
        start + fitting.count()
    }
}

impl<'t> Paragraph<'t> {
    fn new(text: &'t str, clusters: Vec<Cluster>) -> Self {
        let begins = |(byte, _)| {
            clusters.binary_search_by_key(&byte, |cluster: &Cluster| cluster.start).ok()
        };
        let beginnings = linebreaks(text).filter_map(begins).collect();
        Self { text, clusters, beginnings }
    }

    /// Where a cluster starts in the paragraph, in bytes; past the last one, where the paragraph
    /// ends.
    fn byte(&self, cluster: usize) -> usize {
        self.clusters.get(cluster).map_or(self.text.len(), |found| found.start)
    }

    fn piece(&self, start: usize, end: usize) -> &str {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or_default()
    }

    /// The text from one cluster up to another, without the space at its end.
    fn line(&self, start: usize, end: usize) -> &str {
        self.piece(start, end).trim_end_matches(is_space)
    }

    /// Whether a cluster is nothing but space; a space that carries a mark is not.
    fn is_space(&self, cluster: usize) -> bool {
        self.piece(cluster, cluster + 1).chars().all(is_space)
    }

    fn skip_space(&self, start: usize) -> usize {
        (start..self.clusters.len())
            .find(|&cluster| !self.is_space(cluster))
            .unwrap_or(self.clusters.len())
    }

    /// The end of a line from `start` whose clusters fit up to `stop`: before the last cluster that
    /// a line may begin with, the space there left out, else inside the word.
    fn break_before(&self, start: usize, stop: usize) -> usize {
        if stop >= self.clusters.len() {
            return self.clusters.len();
        }
        let last = self.beginnings.partition_point(|&begin| self.end_of_words(begin) <= stop);
        let end = last.checked_sub(1).and_then(|place| self.beginnings.get(place));
        let end = end.map(|&begin| self.end_of_words(begin)).filter(|&end| end > start);
        end.unwrap_or(stop).max(start + 1)
    }

    /// Where the words before a cluster end: the space at it left out.
    fn end_of_words(&self, cluster: usize) -> usize {
        let word = (0..cluster).rev().find(|&before| !self.is_space(before));
        word.map_or(0, |last| last + 1)
    }
}

/// Whether the character is space that a line drops at its end: any white space but that made to
/// hold.
fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// The paragraph that a place of the text lies in, in bytes.
fn paragraph_around(text: &str, place: usize) -> Range<usize> {
    let (before, behind) = text.split_at(place);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    start..behind.find('\n').map_or(text.len(), |at| place + at)
}

fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::look::direction::Direction;

    const SIZE: f32 = 13.0;
    const ANY_NUMBER: usize = usize::MAX;

    fn wrapped(text: &str, max_width: f32, max_lines: usize) -> Vec<String> {
        Measurer::new().wrap(text, SIZE, Weight::SemiBold, max_width, max_lines)
    }

    fn cut(text: &str, max_width: f32) -> String {
        Measurer::new().ellipsis(text, SIZE, Weight::SemiBold, max_width)
    }

    fn width(text: &str) -> f32 {
        Measurer::new().width(text, SIZE, Weight::SemiBold)
    }

    #[test]
    fn text_breaks_at_spaces() {
        assert_eq!(
            wrapped("Cost to the United States", 72.0, 3),
            ["Cost to the", "United", "States"]
        );
        assert_eq!(wrapped("Relations with Baghdad", 72.0, 3), ["Relations", "with", "Baghdad"]);
        assert_eq!(wrapped("Iraqi sovereignty", 500.0, 3), ["Iraqi sovereignty"]);
    }

    #[test]
    fn text_that_fits_exactly_stays_on_its_line() {
        let text = "Iraqi sovereignty";
        assert_eq!(wrapped(text, width(text), 3), [text]);
        assert_eq!(cut(text, width(text)), text);
    }

    #[test]
    fn the_last_line_allowed_ends_in_an_ellipsis() {
        let lines =
            wrapped("Economic development and a shift away from military dependence", 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "Economic");
        assert!(lines[1].starts_with("development") && lines[1].ends_with('…'));
    }

    #[test]
    fn a_word_wider_than_the_line_breaks_inside() {
        let lines = wrapped("Bundesverfassungsgericht", 60.0, ANY_NUMBER);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), "Bundesverfassungsgericht");
        assert!(lines.iter().all(|line| width(line) <= 60.0));
    }

    #[test]
    fn a_new_line_is_kept_and_blank_text_has_no_lines() {
        assert_eq!(wrapped(" one\n\n two ", 500.0, ANY_NUMBER), ["one", "", "two"]);
        assert_eq!(wrapped("one\ntwo three", 20.0 * SIZE, 1), ["one two three"]);
        assert!(wrapped(" \n\t", 500.0, 3).is_empty());
        assert!(wrapped("", 500.0, 3).is_empty());
        assert!(wrapped("text", 500.0, 0).is_empty());
    }

    #[test]
    fn spaces_made_to_hold_do_not_break() {
        assert_eq!(
            wrapped("at least 27\u{A0}%", width("at least 27"), 3),
            ["at least", "27\u{A0}%"]
        );
    }

    #[test]
    fn a_line_may_break_after_a_hyphen_and_between_ideographs() {
        assert_eq!(wrapped("counter-terrorism", width("counter-te"), 3), ["counter-", "terrorism"]);
        let half = wrapped("完全撤軍", width("完全") + 1.0, 3);
        assert_eq!(half, ["完全", "撤軍"]);
        assert_eq!(wrapped("see (50%)", width("(50%)"), 3), ["see", "(50%)"]);
    }

    #[test]
    fn lines_of_mixed_directions_break_in_reading_order() {
        let text = "خطة Plan B للبقاء";
        assert_eq!(wrapped(text, width("خطة Plan"), 4), ["خطة Plan", "\u{200F}B للبقاء"]);
    }

    #[test]
    fn a_cut_line_keeps_the_direction_of_its_paragraph() {
        let text = "خطة Plan B for the council of the city";
        let lines = wrapped(text, width("خطة Plan"), 2);
        assert!(lines[1].starts_with('\u{200F}') && lines[1].ends_with('…'), "{lines:?}");
        let text = "Plan: البقاء في المدينة القديمة";
        let lines = wrapped(text, width("Plan: البقاء"), 2);
        assert_eq!(direction(&lines[1]), Direction::LeftToRight, "{lines:?}");
        assert!(wrapped("Plan of the city council", width("Plan of"), 2)[1].starts_with("the"));
    }

    #[test]
    fn a_shortened_line_tells_its_width() {
        for (text, room) in [("plain words", 30.0), ("plain", 500.0), ("خطة Plan B", 40.0)] {
            let line = Measurer::new().shortened(text, SIZE, Weight::SemiBold, room);
            assert!((line.width - width(&line.words)).abs() < 0.001 && line.width <= room);
        }
    }

    #[test]
    fn a_line_is_cut_behind_a_whole_word_where_one_has_room() {
        assert_eq!(cut("الانسحاب الكامل من بغداد", width("الانسحاب الكامل")), "الانسحاب…");
        assert_eq!(cut("Iraqi sovereignty", width("Iraqi sovereign…")), "Iraqi…");
        assert_eq!(cut("sovereignty", width("sover…")), "sover…");
        let long = wrapped("Iraqi sovereignty and what comes of it", width("sovereignty an…"), 2);
        assert_eq!(long, ["Iraqi", "sovereignty…"]);
    }

    #[test]
    fn a_long_arabic_word_is_cut_at_its_end() {
        let cut = cut("الانسحابالكامل", width("الانسحاب…"));
        assert!(cut.starts_with("الانسح") && cut.ends_with('…'), "{cut}");
    }

    #[test]
    fn lies_cover_the_text_but_for_line_ends() {
        let measurer = Measurer::new();
        let setting =
            Setting { measurer: &measurer, size: SIZE, weight: Weight::Regular, max_width: 60.0 };
        let text = "  one two three \n\n ب four five six  ";
        let mut end = 0;
        for lie in setting.lies(text, ANY_NUMBER) {
            assert!(lie.whole.start == end || text[end..].starts_with('\n'), "{lie:?}");
            assert!(lie.whole.start <= lie.shown.start && lie.shown.end <= lie.whole.end);
            end = lie.whole.end;
        }
        assert_eq!(end, text.len());
    }

    #[test]
    fn a_cut_drops_the_space_before_the_ellipsis() {
        assert_eq!(cut("one two", width("one …")), "one…");
        assert_eq!(cut("one\ntwo", 500.0), "one two");
    }

    #[test]
    fn no_room_leaves_the_ellipsis_or_a_cluster_to_a_line() {
        for none in [0.0, -5.0, f32::NAN, f32::NEG_INFINITY] {
            assert_eq!(cut("text", none), "…");
            assert_eq!(wrapped("abc", none, ANY_NUMBER), ["a", "b", "c"]);
        }
    }

    #[test]
    fn marks_and_joined_signs_are_not_torn() {
        assert_eq!(wrapped("e\u{301}e\u{301}", 1.0, ANY_NUMBER), ["e\u{301}", "e\u{301}"]);
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(wrapped(family, 1.0, ANY_NUMBER), [family]);
    }

    #[test]
    fn arabic_breaks_at_spaces_in_reading_order() {
        let lines = wrapped("قانون النفط والغاز", width("قانون النفط"), 3);
        assert_eq!(lines, ["قانون النفط", "والغاز"]);
    }

    #[test]
    fn ten_thousand_characters_are_broken_and_cut() {
        let long = "word ".repeat(2_000);
        assert!(wrapped(&long, 200.0, ANY_NUMBER).len() > 300);
        assert_eq!(wrapped(&long, 200.0, 3).len(), 3);
        assert_eq!(wrapped(&"x".repeat(10_000), 1.0, ANY_NUMBER).len(), 10_000);
        assert!(width(&cut(&long, 200.0)) <= 200.0);
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[a-zA-Z \n\t\u{301}\u{620}-\u{65F}\u{200B}-\u{200F}\u{1F466}-\u{1F469}…-]{0,80}"
        ]
    }

    proptest! {
        #[test]
        fn nothing_but_space_is_lost_when_lines_suffice(text in any_text(), max_width in 1.0_f32..300.0) {
            let is_kept = |c: &char| !is_space(*c) && !matches!(c, '\u{200E}' | '\u{200F}');
            let without_space = |text: &str| text.chars().filter(is_kept).collect::<String>();
            prop_assert_eq!(without_space(&wrapped(&text, max_width, ANY_NUMBER).concat()), without_space(&text));
        }

        #[test]
        fn lines_keep_within_their_width_and_number(text in any_text(), max_width in 30.0_f32..300.0, most in 0_usize..5) {
            let lines = wrapped(&text, max_width, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                let one_cluster = Measurer::new().clusters(&line, Weight::SemiBold).len() <= 1;
                prop_assert!(width(&line) <= max_width || one_cluster, "{:?}", line);
            }
        }

        #[test]
        fn a_cut_keeps_within_its_width(text in any_text(), max_width in 30.0_f32..300.0) {
            let line = cut(&text, max_width);
            prop_assert!(width(&line) <= max_width && !line.contains('\n'));
        }
    }
}
