//! A font as a shaper reads it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use harfrust::{
    BufferFlags, Direction, GlyphBuffer, Script, ShapeOptions, ShapePlan, Shaper, ShaperData,
    UnicodeBuffer, script,
};
use skrifa::{
    FontRef, GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
};

/// What a shaper would else work out anew for every run, by script (none: digits and signs alone)
/// and direction: as many as there are scripts at most.
type Plans = Mutex<HashMap<(Option<Script>, Direction), Arc<ShapePlan>>>;

/// A font that text can be shaped with.
pub(super) struct Face {
    font: FontRef<'static>,
    charmap: Charmap<'static>,
    shaper: ShaperData,
    plans: Plans,
    /// What turns units of the font into shares of the size of type.
    em_per_unit: f32,
}

impl Face {
    /// Reads a font of `look::font`.
    #[expect(
        clippy::expect_used,
        reason = "both fonts are part of the program, and the test `every_font_parses` builds each of them"
    )]
    pub(super) fn own(bytes: &'static [u8]) -> Self {
        Self::new(FontRef::new(bytes).expect("a font in the program parses"))
    }

    /// Reads a font from elsewhere: the one at `index` in its file; none where it isn't sound.
    pub(super) fn read(bytes: &'static [u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(bytes, index).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        (metrics.units_per_em > 0).then(|| Self::new(font))
    }

    fn new(font: FontRef<'static>) -> Self {
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        Self {
            charmap: font.charmap(),
            shaper: ShaperData::new(&font),
            plans: Plans::default(),
            em_per_unit: 1.0 / f32::from(metrics.units_per_em),
            font,
        }
    }

    pub(super) fn shape(&self, run: &str, flags: BufferFlags) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.set_flags(flags);
        buffer.push_str(run);
        buffer.guess_segment_properties();
        let script = Some(buffer.script()).filter(|script| *script != script::UNKNOWN);
        let shaper = self.shaper.shaper(&self.font).build();
        let plan = self.plan(&shaper, script, buffer.direction());
        shaper.shape(buffer, ShapeOptions::new().plan(Some(&plan)))
    }

    fn plan(
        &self,
        shaper: &Shaper<'_>,
        script: Option<Script>,
        direction: Direction,
    ) -> Arc<ShapePlan> {
        // A plan is put in whole or not at all: a panic elsewhere leaves them sound.
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || Arc::new(ShapePlan::new(shaper, direction, script, None, &[]));
        Arc::clone(plans.entry((script, direction)).or_insert_with(made))
    }

    pub(super) fn has(&self, character: char) -> bool {
        self.charmap.map(character).is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    pub(super) fn space(&self) -> f32 {
        self.charmap.map(' ').map_or(0.0, |glyph| self.glyph_advance(glyph))
    }

    pub(super) fn glyph_advance(&self, glyph: GlyphId) -> f32 {
        let metrics = self.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        metrics.advance_width(glyph).unwrap_or_default() * self.em_per_unit
    }

    #[expect(clippy::cast_precision_loss, reason = "an advance is a few thousand units at most")]
    pub(super) fn em(&self, units: i32) -> f32 {
        units as f32 * self.em_per_unit
    }
}

/// Whether egui gives the character its width itself, or none, without asking a font.
pub(super) fn drawn_by_layout(character: char) -> bool {
    matches!(character, '\t' | '\r' | '\u{2009}' | '\u{202F}' | '\u{FEFF}')
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(character, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}')
}

#[cfg(test)]
mod tests {
    use super::super::font::{self, Weight};
    use super::*;

    #[test]
    fn every_script_and_direction_is_planned_once() {
        let face = Face::own(font::latin(Weight::Regular));
        for run in
            ["abc", "12", "שלום", "हिन्दी", "漢字", "ب", "def", "34", "עולם", "नमस्ते", "日", "ت"]
        {
            face.shape(run, BufferFlags::empty());
        }
        assert_eq!(face.plans.lock().unwrap().len(), 6);
    }

    #[test]
    fn a_kept_plan_shapes_as_a_new_one_does() {
        let face = Face::own(font::arabic(Weight::Regular));
        for run in ["ميزان", "٧٨", "abc", "(12)", "שלום", "हिन्दी", "한국어", ""]
        {
            let glyphs = |face: &Face| {
                let shaped = face.shape(run, BufferFlags::empty());
                let advance = |place: &harfrust::GlyphPosition| place.x_advance;
                shaped.glyph_positions().iter().map(advance).collect::<Vec<_>>()
            };
            let (first, again) = (glyphs(&face), glyphs(&face));
            let buffer = || {
                let mut buffer = UnicodeBuffer::new();
                buffer.push_str(run);
                buffer.guess_segment_properties();
                buffer
            };
            let shaper = face.shaper.shaper(&face.font).build();
            let anew = shaper.shape(buffer(), ShapeOptions::new());
            let anew: Vec<i32> =
                anew.glyph_positions().iter().map(|place| place.x_advance).collect();
            assert_eq!((&first, &again), (&anew, &anew), "{run}");
        }
    }
}
