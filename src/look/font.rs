//! The fonts as bytes: the same ones go to the window, to the report's pictures and to the
//! measuring of text.
//!
//! IBM Plex Sans and IBM Plex Sans Arabic, under the SIL Open Font License 1.1
//! (`assets/fonts/LICENSE_FONT`).

/// How heavy type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
}

impl Weight {
    pub const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    /// The weight as CSS and SVG number it.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }
}

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $name))
    };
}

/// The font for Latin script, digits and signs, as a TrueType file.
#[must_use]
pub fn latin(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => font!("IBMPlexSans_400Regular.ttf"),
        Weight::Medium => font!("IBMPlexSans_500Medium.ttf"),
        Weight::SemiBold => font!("IBMPlexSans_600SemiBold.ttf"),
    }
}

/// The font for Arabic script, as a TrueType file. There is no medium weight of it: the regular one
/// stands in.
#[must_use]
pub fn arabic(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular | Weight::Medium => font!("IBMPlexSansArabic_400Regular.ttf"),
        Weight::SemiBold => font!("IBMPlexSansArabic_600SemiBold.ttf"),
    }
}

#[cfg(test)]
mod tests {
    use skrifa::{FontRef, MetadataProvider as _, instance::LocationRef, instance::Size};

    use super::*;

    #[test]
    fn digits_plus_and_minus_are_600_units_wide_in_every_font() {
        for bytes in Weight::ALL.into_iter().flat_map(|weight| [latin(weight), arabic(weight)]) {
            let font = FontRef::new(bytes).expect("the font parses");
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            for character in "0123456789+−".chars() {
                let glyph = font.charmap().map(character).expect("the font has the character");
                assert_eq!(metrics.advance_width(glyph), Some(600.0), "{character}");
            }
            assert_eq!(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em, 1000);
        }
    }

    #[test]
    fn the_latin_fonts_have_every_sign_the_window_prints() {
        for weight in Weight::ALL {
            let font = FontRef::new(latin(weight)).expect("the font parses");
            for character in "…–—’‘“”·×%±≤≥−→\u{A0}".chars() {
                assert!(font.charmap().map(character).is_some(), "{weight:?} lacks {character:?}");
            }
        }
    }
}
