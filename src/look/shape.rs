//! One line of text as glyphs: which font draws what, and how far each piece advances.
//!
//! Only `measure` and `line` use it; it follows egui's text layout rule by rule, with the same
//! crates on the same fonts. They part only at a mark without a base that no font has: egui drops
//! it, here the box of a missing character is counted.

use std::{ops::Range, sync::Arc};

use harfrust::{BufferFlags, UnicodeBuffer};
use skrifa::GlyphId;

use super::direction::{Direction, Stretch, is_left_to_right};
use super::face::{Face, drawn_by_layout};
use super::fallback::Fallbacks;
use super::font::{self, Weight};

/// How many spaces a tab is wide, and how much of a space a thin space is, in egui.
const TAB_SPACES: f32 = 4.0;
const THIN_SPACE_PART: f32 = 0.5;

/// A weight in all scripts.
pub(super) struct Family {
    latin: Face,
    arabic: Face,
    fallbacks: Arc<Fallbacks>,
}

#[derive(Clone, Copy)]
enum Drawn<'f> {
    ByLatin,
    ByArabic,
    ByFallback(&'f Face),
}

/// A stretch of a line that one font draws in one direction.
#[derive(Clone)]
pub(super) struct Run<'f> {
    face: &'f Face,
    /// In bytes of the line.
    pub range: Range<usize>,
    pub direction: Direction,
    edges: BufferFlags,
}

/// The smallest piece of a line that may stand alone: a character with its marks, or a ligature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// Where it begins, in bytes of the line.
    pub start: usize,
    /// Its width as a share of the size of type.
    pub advance: f32,
}

impl Family {
    pub(super) fn new(weight: Weight, fallbacks: Arc<Fallbacks>) -> Self {
        Self {
            latin: Face::own(font::latin(weight)),
            arabic: Face::own(font::arabic(weight)),
            fallbacks,
        }
    }

    /// How many faces stand behind the program's own.
    pub(super) fn faces_found(&self) -> usize {
        self.fallbacks.files().len()
    }

    /// How wide the runs come out together, as a share of the size of type.
    pub(super) fn advance(&self, line: &str, runs: &[Run<'_>]) -> f32 {
        let mut sum = 0.0;
        for run in runs {
            self.each_glyph(line, run, |_, advance| sum += advance);
        }
        sum
    }

    /// The clusters of runs in the order they are read.
    pub(super) fn clusters(&self, line: &str, runs: &[Run<'_>]) -> Vec<Cluster> {
        let mut glyphs = Vec::new();
        for run in runs {
            self.each_glyph(line, run, |start, advance| glyphs.push(Cluster { start, advance }));
        }
        glyphs.sort_by_key(|glyph| glyph.start);
        let mut clusters: Vec<Cluster> = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            match clusters.last_mut() {
                Some(last) if last.start == glyph.start || glyph.advance == 0.0 => {
                    last.advance += glyph.advance;
                }
                _ => clusters.push(glyph),
            }
        }
        clusters
    }

    /// Tells for every glyph of a run where its cluster starts and how far it advances, in shares
    /// of the size of type. In a run from right to left the last cluster comes first.
    fn each_glyph(&self, line: &str, run: &Run<'_>, mut tell: impl FnMut(usize, f32)) {
        let words = line.get(run.range.clone()).unwrap_or_default();
        let shaped = run.face.shape(words, run.edges);
        let mut previous = None;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let cluster = info.cluster as usize;
            let missing = GlyphId::new(info.glyph_id) == GlyphId::NOTDEF;
            let advance = if missing && previous == Some(cluster) {
                0.0
            } else {
                let character = words.get(cluster..).and_then(|rest| rest.chars().next());
                let shaped = (!missing).then_some(run.face.em(position.x_advance));
                self.laid_out(character, shaped)
            };
            previous = Some(cluster);
            tell(run.range.start + cluster, advance);
        }
    }

    /// The advance of a glyph by egui's rules: its own for white space that fonts treat unequally,
    /// the shaper's for what it found a glyph for, else that of the box which stands for a missing
    /// one.
    fn laid_out(&self, base: Option<char>, shaped: Option<f32>) -> f32 {
        match (base, shaped) {
            (Some('\t'), _) => TAB_SPACES * self.latin.space(),
            (Some('\u{2009}' | '\u{202F}'), _) => THIN_SPACE_PART * self.latin.space(),
            (_, Some(advance)) => advance,
            (Some('\r'), None) => 0.0,
            (_, None) => self.latin.glyph_advance(GlyphId::NOTDEF),
        }
    }

    /// The stretches of a line, each cut into the longest runs that one font draws, in the order
    /// they are read. A line that all runs from left to right is shaped as one text, of another
    /// each run as though it stood alone: so they are painted.
    pub(super) fn runs(&self, line: &str, stretches: &[Stretch]) -> Vec<Run<'_>> {
        let mut runs: Vec<Run<'_>> = Vec::new();
        for stretch in stretches {
            let words = line.get(stretch.range.clone()).unwrap_or_default();
            runs.extend(self.font_runs(words).into_iter().map(|(face, range)| Run {
                face,
                range: stretch.range.start + range.start..stretch.range.start + range.end,
                direction: stretch.direction,
                edges: ALONE,
            }));
        }
        if let [Stretch { direction: Direction::LeftToRight, range }] = stretches
            && *range == (0..line.len())
        {
            for run in &mut runs {
                run.edges = edges(&run.range, line.len());
            }
        }
        runs.into_iter().flat_map(|run| self.kept_in_order(line, run)).collect()
    }

    /// A run as it can be painted: one from left to right that a shaper would turn round (digits
    /// of Arabic, letters overridden) is a run for each of its clusters.
    fn kept_in_order<'f>(&self, line: &str, run: Run<'f>) -> Vec<Run<'f>> {
        let words = line.get(run.range.clone()).unwrap_or_default();
        let stays = run.direction == Direction::RightToLeft
            || is_left_to_right(words)
            || run.shaped_direction(line) == Direction::LeftToRight;
        if stays {
            return vec![run];
        }
        let clusters = self.clusters(line, std::slice::from_ref(&run));
        let alone = |range| Run { range, edges: ALONE, ..run.clone() };
        spans(&clusters, &run.range).into_iter().map(alone).collect()
    }

    fn font_runs(&self, words: &str) -> Vec<(&Face, Range<usize>)> {
        if words.is_empty() {
            return Vec::new();
        }
        if words.chars().all(|character| matches!(self.drawn(character), Drawn::ByLatin)) {
            return vec![(&self.latin, 0..words.len())];
        }
        let mut runs: Vec<(&Face, Range<usize>)> = Vec::new();
        for (start, character) in self.bases(words) {
            let face = self.face(character);
            if let Some((_, last)) = runs.last_mut() {
                last.end = start;
            }
            if runs.last().is_none_or(|(last, _)| !std::ptr::eq(*last, face)) {
                runs.push((face, start..words.len()));
            }
        }
        if let Some((_, last)) = runs.last_mut() {
            last.end = words.len();
        }
        runs
    }

    /// Where a character stands that doesn't lean on the one before, and which it is. The shaper
    /// knows: it keeps marks, joiners and modifiers in the cluster of their base, in whatever font.
    fn bases(&self, line: &str) -> Vec<(usize, char)> {
        let shaped = self.latin.shape(line, BufferFlags::empty());
        let mut starts: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let base =
            |start: usize| line.get(start..)?.chars().next().map(|character| (start, character));
        starts
            .into_iter()
            .filter_map(base)
            .filter(|&(start, character)| start == 0 || character != '\u{200C}')
            .collect()
    }

    fn face(&self, character: char) -> &Face {
        match self.drawn(character) {
            Drawn::ByLatin => &self.latin,
            Drawn::ByArabic => &self.arabic,
            Drawn::ByFallback(face) => face,
        }
    }

    /// The first font that has the character, the Latin one where none has it.
    fn drawn(&self, character: char) -> Drawn<'_> {
        if drawn_by_layout(character) || self.latin.has(character) {
            return Drawn::ByLatin;
        }
        if self.arabic.has(character) {
            return Drawn::ByArabic;
        }
        self.fallbacks.shaping(character).map_or(Drawn::ByLatin, Drawn::ByFallback)
    }
}

impl Run<'_> {
    /// The direction that the shaper takes the run for by its letters.
    pub(super) fn shaped_direction(&self, line: &str) -> Direction {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(line.get(self.range.clone()).unwrap_or_default());
        buffer.guess_segment_properties();
        match buffer.direction() {
            harfrust::Direction::RightToLeft => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }
}

/// Where the clusters of a run lie, in bytes of its line.
pub(super) fn spans(clusters: &[Cluster], run: &Range<usize>) -> Vec<Range<usize>> {
    let ends = clusters.iter().skip(1).map(|cluster| cluster.start).chain([run.end]);
    clusters.iter().zip(ends).map(|(cluster, end)| cluster.start..end).collect()
}

/// The edges of a run that is painted as a text of its own.
const ALONE: BufferFlags = BufferFlags::BEGINNING_OF_TEXT.union(BufferFlags::END_OF_TEXT);

/// Whether a run begins or ends its line, which the shaper asks about marks without a base.
fn edges(range: &Range<usize>, length: usize) -> BufferFlags {
    let mut flags = BufferFlags::empty();
    flags.set(BufferFlags::BEGINNING_OF_TEXT, range.start == 0);
    flags.set(BufferFlags::END_OF_TEXT, range.end == length);
    flags
}

#[cfg(test)]
mod tests {
    use super::super::direction::Paragraph;
    use super::*;

    /// The runs of a line in reading order, those in the Arabic font in brackets.
    fn runs(line: &str) -> Vec<String> {
        let family = Family::new(Weight::Regular, Arc::default());
        let stretches = Paragraph::new(line).turns();
        let runs = family.runs(line, &stretches);
        let told = |run: &Run<'_>| {
            let words = &line[run.range.clone()];
            if std::ptr::eq(run.face, &raw const family.arabic) {
                format!("[{words}]")
            } else {
                words.to_owned()
            }
        };
        runs.iter().map(told).collect()
    }

    #[test]
    fn a_line_of_two_scripts_is_cut_where_the_font_changes() {
        assert_eq!(runs("plain"), ["plain"]);
        assert_eq!(runs("ميزان"), ["[ميزان]"]);
        assert_eq!(runs("Mizan ميزان"), ["Mizan ", "[ميزان]"]);
        assert_eq!(runs("قانون النفط"), ["[قانون]", " ", "[النفط]"]);
        assert_eq!(runs("می\u{200C}خواهم"), ["[می\u{200C}خواهم]"]);
        assert_eq!(runs("e\u{301} \u{1F468}\u{200D}\u{1F469}").len(), 1);
    }

    #[test]
    fn a_line_is_cut_where_its_direction_changes() {
        assert_eq!(runs("عام ٢٠٢٥م"), ["[عام]", " ", "[٢]", "[٠]", "[٢]", "[٥]", "[م]"]);
        assert_eq!(runs("ب 5%"), ["[ب]", " ", "5", "%"]);
    }

    #[test]
    fn only_what_a_shaper_would_turn_round_is_cut_into_its_clusters() {
        assert_eq!(runs("٧٨"), ["[٧]", "[٨]"]);
        assert_eq!(runs("\u{202D}بِن"), ["\u{202D}", "[بِ]", "[ن]"]);
        assert_eq!(runs("בן 78"), ["בן ", "78"]);
    }

    #[test]
    fn runs_cover_the_line() {
        for line in
            ["٧٨", "\u{202D}بِن", "a ميزان b", "ميزان", "\u{301}ميزان\u{301}", "\u{200C}ب", ""]
        {
            let joined: String = runs(line).concat().replace(['[', ']'], "");
            assert_eq!(joined, line);
        }
    }
}
