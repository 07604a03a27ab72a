//! One line of text as glyphs: which font draws what, and how far each piece advances.
//!
//! Only `measure` uses it; it follows egui's text layout rule by rule, with the same crates on the
//! same fonts. They part only at a mark without a base that no font has: egui drops it, here the
//! box of a missing character is counted.

use std::ops::Range;

use harfrust::{
    BufferFlags, Direction, GlyphBuffer, ShapeOptions, ShapePlan, ShapePlanKey, ShaperData,
    UnicodeBuffer, script,
};
use skrifa::{
    FontRef, GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
};

use super::font::{self, Weight};

/// How many spaces a tab is wide, and how much of a space a thin space is, in egui.
const TAB_SPACES: f32 = 4.0;
const THIN_SPACE_PART: f32 = 0.5;

/// A weight in both scripts.
pub(super) struct Family {
    latin: Face,
    arabic: Face,
}

struct Face {
    font: FontRef<'static>,
    charmap: Charmap<'static>,
    shaper: ShaperData,
    /// What the shaper would else work out anew for every run of the usual scripts.
    plans: Vec<ShapePlan>,
    /// What turns units of the font into shares of the size of type.
    em_per_unit: f32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Arabic,
}

/// The smallest piece of a line that may stand alone: a character with its marks, or a ligature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    /// Where it begins, in bytes of the line.
    pub start: usize,
    /// Its width as a share of the size of type.
    pub advance: f32,
}

impl Family {
    pub(super) fn new(weight: Weight) -> Self {
        Self { latin: Face::new(font::latin(weight)), arabic: Face::new(font::arabic(weight)) }
    }

    fn face(&self, script: Script) -> &Face {
        match script {
            Script::Latin => &self.latin,
            Script::Arabic => &self.arabic,
        }
    }

    pub(super) fn advance(&self, line: &str) -> f32 {
        let mut sum = 0.0;
        self.each_glyph(line, |_, advance| sum += advance);
        sum
    }

    pub(super) fn clusters(&self, line: &str) -> Vec<Cluster> {
        let mut glyphs = Vec::new();
        self.each_glyph(line, |start, advance| {
            glyphs.push(Cluster { start, advance });
        });
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

    /// Tells for every glyph of a line where its cluster starts and how far it advances, in shares
    /// of the size of type. In a run from right to left the last cluster comes first.
    fn each_glyph(&self, line: &str, mut tell: impl FnMut(usize, f32)) {
        for (script, range) in self.runs(line) {
            let face = self.face(script);
            let run = line.get(range.clone()).unwrap_or_default();
            let shaped = face.shape(run, edges(&range, line.len()));
            let mut previous = None;
            for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                let cluster = info.cluster as usize;
                let missing = GlyphId::new(info.glyph_id) == GlyphId::NOTDEF;
                let advance = if missing && previous == Some(cluster) {
                    0.0
                } else {
                    let character = run.get(cluster..).and_then(|rest| rest.chars().next());
                    let shaped = (!missing).then_some(face.em(position.x_advance));
                    self.laid_out(character, shaped)
                };
                previous = Some(cluster);
                tell(range.start + cluster, advance);
            }
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

    /// The line cut into the longest stretches that one font draws.
    fn runs(&self, line: &str) -> Vec<(Script, Range<usize>)> {
        if line.is_empty() {
            return Vec::new();
        }
        if line.chars().all(|character| self.script_of(character) == Script::Latin) {
            return vec![(Script::Latin, 0..line.len())];
        }
        let mut runs: Vec<(Script, Range<usize>)> = Vec::new();
        for (start, character) in self.bases(line) {
            let script = self.script_of(character);
            if let Some((_, last)) = runs.last_mut() {
                last.end = start;
            }
            if runs.last().is_none_or(|(last, _)| *last != script) {
                runs.push((script, start..line.len()));
            }
        }
        if let Some((_, last)) = runs.last_mut() {
            last.end = line.len();
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

    /// The first font that has the character, the Latin one where none has it.
    fn script_of(&self, character: char) -> Script {
        if drawn_by_layout(character) || self.latin.has(character) || !self.arabic.has(character) {
            Script::Latin
        } else {
            Script::Arabic
        }
    }
}

impl Face {
    /// Reads a font of `look::font`.
    #[expect(
        clippy::expect_used,
        reason = "both fonts are part of the program, and the test `every_font_parses` builds each of them"
    )]
    fn new(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("a font in the program parses");
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let shaper = ShaperData::new(&font);
        let plans = plans(&shaper, &font);
        Self {
            charmap: font.charmap(),
            shaper,
            plans,
            em_per_unit: 1.0 / f32::from(metrics.units_per_em),
            font,
        }
    }

    fn shape(&self, run: &str, flags: BufferFlags) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.set_flags(flags);
        buffer.push_str(run);
        buffer.guess_segment_properties();
        let script = Some(buffer.script()).filter(|script| *script != script::UNKNOWN);
        let key = ShapePlanKey::new(script, buffer.direction());
        let plan = self.plans.iter().find(|plan| key.matches(plan));
        let shaper = self.shaper.shaper(&self.font).build();
        shaper.shape(buffer, ShapeOptions::new().plan(plan))
    }

    fn has(&self, character: char) -> bool {
        self.charmap.map(character).is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    fn space(&self) -> f32 {
        self.charmap.map(' ').map_or(0.0, |glyph| self.glyph_advance(glyph))
    }

    fn glyph_advance(&self, glyph: GlyphId) -> f32 {
        let metrics = self.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        metrics.advance_width(glyph).unwrap_or_default() * self.em_per_unit
    }

    #[expect(clippy::cast_precision_loss, reason = "an advance is a few thousand units at most")]
    fn em(&self, units: i32) -> f32 {
        units as f32 * self.em_per_unit
    }
}

/// Plans for digits and signs, for Latin and for Arabic words; whatever else comes is planned when
/// it comes.
fn plans(shaper: &ShaperData, font: &FontRef<'_>) -> Vec<ShapePlan> {
    let shaper = shaper.shaper(font).build();
    let usual = [
        (None, Direction::LeftToRight),
        (Some(script::LATIN), Direction::LeftToRight),
        (Some(script::ARABIC), Direction::RightToLeft),
    ];
    let plan = |(script, direction)| ShapePlan::new(&shaper, direction, script, None, &[]);
    usual.map(plan).into()
}

/// Whether egui gives the character its width itself, or none, without asking a font.
fn drawn_by_layout(character: char) -> bool {
    matches!(character, '\t' | '\r' | '\u{2009}' | '\u{202F}' | '\u{FEFF}')
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(character, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}')
}

/// Whether a run begins or ends its line, which the shaper asks about marks without a base.
fn edges(range: &Range<usize>, length: usize) -> BufferFlags {
    let mut flags = BufferFlags::empty();
    flags.set(BufferFlags::BEGINNING_OF_TEXT, range.start == 0);
    flags.set(BufferFlags::END_OF_TEXT, range.end == length);
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_two_scripts_is_cut_where_the_font_changes() {
        let family = Family::new(Weight::Regular);
        let scripts = |line| {
            family
                .runs(line)
                .into_iter()
                .map(|(script, _)| script == Script::Arabic)
                .collect::<Vec<_>>()
        };
        assert_eq!(scripts("plain"), [false]);
        assert_eq!(scripts("ميزان"), [true]);
        assert_eq!(scripts("Mizan ميزان"), [false, true]);
        assert_eq!(scripts("قانون النفط"), [true, false, true]);
        assert_eq!(scripts("می\u{200C}خواهم"), [true]);
        assert_eq!(scripts("e\u{301} \u{1F468}\u{200D}\u{1F469}"), [false]);
    }

    #[test]
    fn runs_cover_the_line() {
        let family = Family::new(Weight::Regular);
        for line in ["a ميزان b", "ميزان", "\u{301}ميزان\u{301}", "\u{200C}ب", ""] {
            let joined: String =
                family.runs(line).into_iter().map(|(_, range)| line[range].to_owned()).collect();
            assert_eq!(joined, line);
        }
    }
}
