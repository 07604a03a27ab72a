//! A font as a shaper reads it.

use harfrust::{
    BufferFlags, GlyphBuffer, ShapeOptions, ShapePlan, ShapePlanKey, ShaperData, UnicodeBuffer,
    script,
};
use skrifa::{
    FontRef, GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
};

/// A font that text can be shaped with.
pub(super) struct Face {
    font: FontRef<'static>,
    charmap: Charmap<'static>,
    shaper: ShaperData,
    /// What the shaper would else work out anew for every run of the usual scripts.
    plans: Vec<ShapePlan>,
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

    pub(super) fn shape(&self, run: &str, flags: BufferFlags) -> GlyphBuffer {
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

/// Plans for digits and signs, for Latin and for Arabic words; whatever else comes is planned when
/// it comes.
fn plans(shaper: &ShaperData, font: &FontRef<'_>) -> Vec<ShapePlan> {
    let shaper = shaper.shaper(font).build();
    let usual = [
        (None, harfrust::Direction::LeftToRight),
        (Some(script::LATIN), harfrust::Direction::LeftToRight),
        (Some(script::ARABIC), harfrust::Direction::RightToLeft),
    ];
    let plan = |(script, direction)| ShapePlan::new(&shaper, direction, script, None, &[]);
    usual.map(plan).into()
}

/// Whether egui gives the character its width itself, or none, without asking a font.
pub(super) fn drawn_by_layout(character: char) -> bool {
    matches!(character, '\t' | '\r' | '\u{2009}' | '\u{202F}' | '\u{FEFF}')
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(character, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}')
}
