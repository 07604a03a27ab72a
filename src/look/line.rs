//! Lines of text in the order in which they stand on paper: broken in logical order, their pieces
//! in visual order.
//!
//! A painter that shapes text but knows nothing of directions (egui) paints a line by painting its
//! pieces one beside the other.

use std::ops::Range;

use unicode_bidi_mirroring::get_mirrored;

use super::direction::{Direction, Paragraph, Stretch, direction};
use super::font::Weight;
use super::measure::Measurer;
use super::shape::{Cluster, Family, Run, spans};
use super::wrap::{Lie, Setting};

/// What a line ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// The paragraph goes on in the next line.
    Wrapped,
    /// A `\n`.
    Paragraph,
    /// An ellipsis, for the text goes on where there is no more room.
    Cut,
    Text,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// As it is read, with all space around it.
    pub text: String,
    /// The direction of its paragraph: from which side it begins.
    pub base: Direction,
    /// From left to right.
    pub pieces: Vec<Piece>,
    pub end: LineEnd,
}

/// What one font draws in one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where it lies in the line, in bytes.
    pub range: Range<usize>,
    /// What to give a painter that takes the direction of a text from its letters alone: brackets
    /// are mirrored, and what it would take the wrong way round is turned round.
    pub words: String,
    pub direction: Direction,
    /// What may stand alone, in the order in which it is read.
    pub clusters: Vec<Cluster>,
}

impl Measurer {
    /// Breaks text as [`Measurer::wrap`] does, but keeps all space, and puts each line in visual
    /// order. Of more than `max_lines`, the last is cut. Each paragraph has a direction of its own.
    #[must_use]
    pub fn lay(
        &self,
        text: &str,
        size: f32,
        weight: Weight,
        max_width: f32,
        max_lines: usize,
    ) -> Vec<Line> {
        let setting = Setting { measurer: self, size, weight, max_width };
        let mut lies = setting.lies(text, max_lines.saturating_add(1));
        let rest = lies.get(max_lines).map(|lie| lie.whole.start);
        lies.truncate(max_lines);
        let cut = lies.last().filter(|_| rest.is_some()).cloned();
        if cut.is_some() {
            lies.pop();
        }
        let family = self.family(weight);
        let mut lines: Vec<Line> =
            paragraphs(text).flat_map(|within| laid(family, text, within, &lies)).collect();
        lines.extend(cut.map(|lie| cut_line(setting, family, text, &lie)));
        lines
    }
}

/// The paragraphs of a text, in bytes.
fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    text.split('\n').map(move |paragraph| {
        let start = next;
        next = start + paragraph.len() + 1;
        start..start + paragraph.len()
    })
}

/// Those of the lines that belong to a paragraph.
fn laid(family: &Family, text: &str, within: Range<usize>, lies: &[Lie]) -> Vec<Line> {
    let words = text.get(within.clone()).unwrap_or_default();
    let base = direction(words);
    let paragraph = Paragraph::within(words, base);
    let is_inside = |lie: &&Lie| within.start <= lie.whole.start && lie.whole.end <= within.end;
    let line = |lie: &Lie| {
        let range = lie.whole.start - within.start..lie.whole.end - within.start;
        let end = match lie.whole.end {
            end if end < within.end => LineEnd::Wrapped,
            end if end < text.len() => LineEnd::Paragraph,
            _ => LineEnd::Text,
        };
        let text = words.get(range.clone()).unwrap_or_default().to_owned();
        let stretches = paragraph.stretches(range.clone()).into_iter().map(|stretch| Stretch {
            range: stretch.range.start - range.start..stretch.range.end - range.start,
            ..stretch
        });
        Line { pieces: pieces(family, &text, stretches), text, base, end }
    };
    lies.iter().filter(is_inside).map(line).collect()
}

/// The line that the text ends with though it goes on.
fn cut_line(setting: Setting<'_>, family: &Family, text: &str, lie: &Lie) -> Line {
    let start = text.get(..lie.whole.start).and_then(|before| before.rfind('\n'));
    let paragraph = text.get(start.map_or(0, |at| at + 1)..).unwrap_or_default();
    let base = direction(paragraph.split('\n').next().unwrap_or_default());
    let rest = text.get(lie.shown.start..).unwrap_or_default();
    let text = setting.shortened(rest).words;
    let stretches = Paragraph::within(&text, base).stretches(0..text.len());
    Line { pieces: pieces(family, &text, stretches), text, base, end: LineEnd::Cut }
}

/// The pieces of a line from left to right.
fn pieces(family: &Family, line: &str, stretches: impl IntoIterator<Item = Stretch>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for stretch in stretches {
        let direction = stretch.direction;
        let mut runs = family.runs(line, &[stretch]);
        if direction == Direction::RightToLeft {
            runs.reverse();
        }
        pieces.extend(runs.iter().map(|run| drawn(family, line, run)));
    }
    pieces
}

/// What draws a run.
fn drawn(family: &Family, line: &str, run: &Run<'_>) -> Piece {
    let clusters = family.clusters(line, std::slice::from_ref(run));
    let is_turned = run.direction == Direction::RightToLeft
        && run.shaped_direction(line) == Direction::LeftToRight;
    let words = if is_turned {
        turned(line, &spans(&clusters, &run.range))
    } else {
        line.get(run.range.clone()).unwrap_or_default().to_owned()
    };
    Piece { range: run.range.clone(), words, direction: run.direction, clusters }
}

/// Clusters from the last to the first, brackets mirrored (UAX 9, L4).
fn turned(line: &str, spans: &[Range<usize>]) -> String {
    let cluster = |span: &Range<usize>| line.get(span.clone()).unwrap_or_default().chars();
    let mirrored = |character| get_mirrored(character).unwrap_or(character);
    spans.iter().rev().flat_map(cluster).map(mirrored).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZE: f32 = 13.0;

    fn lay(text: &str, max_width: f32, max_lines: usize) -> Vec<Line> {
        Measurer::new().lay(text, SIZE, Weight::Regular, max_width, max_lines)
    }

    /// The words of each line as they stand from left to right.
    fn seen(text: &str, max_width: f32, max_lines: usize) -> Vec<String> {
        let joined = |line: &Line| line.pieces.iter().map(drawn_words).collect::<String>();
        let order = |joined: String| joined.split_whitespace().collect::<Vec<_>>().join(" ");
        lay(text, max_width, max_lines).iter().map(|line| order(joined(line))).collect()
    }

    /// A piece's words as a painter sets them: those that run from right to left from the last to
    /// the first, brackets mirrored.
    fn drawn_words(piece: &Piece) -> String {
        let is_turned = direction(&piece.words) == Direction::RightToLeft;
        if piece.direction == Direction::LeftToRight || !is_turned {
            return piece.words.clone();
        }
        let mut words: Vec<String> = Vec::new();
        for character in piece.words.chars() {
            match words.last_mut() {
                Some(word)
                    if character.is_alphanumeric() && word.ends_with(char::is_alphanumeric) =>
                {
                    word.push(character);
                }
                _ => words.push(get_mirrored(character).unwrap_or(character).into()),
            }
        }
        words.into_iter().rev().collect()
    }

    fn one(text: &str) -> String {
        seen(text, f32::INFINITY, 1).concat()
    }

    fn width(text: &str) -> f32 {
        Measurer::new().width(text, SIZE, Weight::Regular)
    }

    #[test]
    fn words_stand_in_visual_order() {
        assert_eq!(one("قانون النفط والغاز"), "والغاز النفط قانون");
        assert_eq!(one("ask قانون النفط first"), "ask النفط قانون first");
        assert_eq!(one("خطة Plan B نهائية"), "نهائية Plan B خطة");
        assert_eq!(one("plain words"), "plain words");
        assert_eq!(one(""), "");
    }

    #[test]
    fn brackets_are_mirrored_where_they_are_read_from_the_right() {
        assert_eq!(one("נשאר (50%)"), "(50%) נשאר");
        assert_eq!(one("البقاء (50%)"), "(%50) البقاء");
        assert_eq!(one("Plan B: البقاء (تجريبي)"), "Plan B: (تجريبي) البقاء");
        assert_eq!(one("x (y)"), "x (y)");
        assert_eq!(one("ب <= ٥"), "٥ => ب");
    }

    #[test]
    fn numbers_of_both_kinds_stay_left_to_right() {
        assert_eq!(one("من 2025 إلى ٢٠٢٦"), "٢٠٢٦ إلى 2025 من");
        assert_eq!(one("1,250.5 دينار"), "دينار 1,250.5");
    }

    #[test]
    fn letters_overridden_to_the_left_are_drawn_one_by_one() {
        assert_eq!(one("\u{202D}دور").trim_matches('\u{202D}'), "دور");
        assert_eq!(lay("\u{202D}دور", f32::INFINITY, 1)[0].pieces.len(), 4);
        assert_eq!(one("\u{202E}abc").trim_matches('\u{202E}'), "cba");
    }

    #[test]
    fn lines_are_broken_before_they_are_turned() {
        let text = "الانسحاب الكامل من بغداد";
        assert_eq!(seen(text, width("الانسحاب الكامل"), 3), ["الكامل الانسحاب", "بغداد من"]);
    }

    #[test]
    fn a_cut_line_ends_in_an_ellipsis_at_its_end() {
        let text = "الانسحاب الكامل من بغداد";
        let lines = lay(text, width("الانسحاب الكامل"), 1);
        assert_eq!(lines[0].end, LineEnd::Cut);
        assert!(lines[0].text.starts_with("الانسحاب"), "{}", lines[0].text);
        assert!(lines[0].text.ends_with('…'));
        assert_eq!(lines[0].pieces[0].words, "…");
        let of_two = lay("ب\nabc", 500.0, 1);
        assert_eq!((of_two.len(), of_two[0].end), (1, LineEnd::Cut));
        assert_eq!(of_two[0].base, Direction::RightToLeft);
        assert!(lay(text, 500.0, 0).is_empty());
    }

    #[test]
    fn each_paragraph_has_its_own_direction() {
        let lines = lay("بغداد\nBaghdad\n", 500.0, 9);
        let bases: Vec<_> = lines.iter().map(|line| (line.base, line.end)).collect();
        assert_eq!(
            bases,
            [
                (Direction::RightToLeft, LineEnd::Paragraph),
                (Direction::LeftToRight, LineEnd::Paragraph),
                (Direction::LeftToRight, LineEnd::Text)
            ]
        );
    }

    #[test]
    fn letters_are_shaped_together() {
        for word in ["ميزان", "الْعِرَاقُ", "می\u{200C}خواهم"] {
            let line = &lay(word, f32::INFINITY, 1)[0];
            assert_eq!(line.pieces.len(), 1, "{word}");
            assert_eq!(line.pieces[0].words, word);
            let starts = line.pieces[0].clusters.iter().map(|cluster| cluster.start);
            assert!(starts.clone().is_sorted() && starts.len() <= word.chars().count(), "{word}");
        }
    }

    fn sum_of_pieces(text: &str) -> f32 {
        let line = &lay(text, f32::INFINITY, 1)[0];
        let clusters = line.pieces.iter().flat_map(|piece| &piece.clusters);
        clusters.map(|cluster| cluster.advance).sum::<f32>() * SIZE
    }

    #[test]
    fn digits_from_left_to_right_are_measured_as_they_are_drawn() {
        for text in ["٧٨", "٧٨٩٠١", "عام ٢٠٧٨م", "\u{202D}لا", "(٧٨)"] {
            assert!((sum_of_pieces(text) - width(text)).abs() < 0.01, "{text}");
        }
    }

    proptest! {
        #[test]
        fn pieces_are_as_wide_as_the_text_measures(text in "[a-c0-9 ()%א-ד\u{627}-\u{630}٠-٩\u{2066}-\u{2069}\u{64B}]{0,30}") {
            prop_assert!((sum_of_pieces(&text) - width(&text)).abs() < 0.01);
        }

        #[test]
        fn lines_hold_all_of_the_text(text in "[a-c \n()א-ד\u{627}-\u{630}٠-٩]{0,60}", max_width in 1.0_f32..200.0) {
            let lines = lay(&text, max_width, usize::MAX);
            let whole: String = lines
                .iter()
                .map(|line| line.text.clone() + if line.end == LineEnd::Paragraph { "\n" } else { "" })
                .collect();
            prop_assert_eq!(whole, text);
            for line in &lines {
                let mut ranges: Vec<_> = line.pieces.iter().map(|piece| piece.range.clone()).collect();
                ranges.sort_by_key(|range| range.start);
                let ends = ranges.iter().fold(0, |end, range| if range.start == end { range.end } else { usize::MAX });
                prop_assert_eq!(ends, line.text.len());
            }
        }
    }
}
