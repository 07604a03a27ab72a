//! One colour, and how it compares with another.

/// A colour in sRGB, eight bits a channel, opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

impl Rgb {
    /// The colour written `0xRRGGBB`; anything above the lowest 24 bits is ignored.
    #[must_use]
    pub const fn hex(code: u32) -> Self {
        let [_, r, g, b] = code.to_be_bytes();
        Self { r, g, b }
    }

    /// The WCAG 2 contrast ratio of two colours, 1 (the same luminance) to 21 (black on white).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// `part` (0 to 1) of this colour laid over `over`, as a translucent fill on a screen would
    /// show it.
    #[must_use]
    pub fn mix(self, over: Self, part: f64) -> Self {
        let blend = |top: u8, under: u8| {
            let value = f64::from(top) * part + f64::from(under) * (1.0 - part);
            to_channel(value)
        };
        Self { r: blend(self.r, over.r), g: blend(self.g, over.g), b: blend(self.b, over.b) }
    }

    /// The distance of two colours in `OKLab` (Ottosson 2020), times 100: 0 for the same colour,
    /// 100 from black to white.
    #[must_use]
    pub fn oklab_distance(self, other: Self) -> f64 {
        let [l1, a1, b1] = oklab(self.linear());
        let [l2, a2, b2] = oklab(other.linear());
        100.0 * ((l1 - l2).powi(2) + (a1 - a2).powi(2) + (b1 - b2).powi(2)).sqrt()
    }

    /// The relative luminance of WCAG 2, 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The channels as shares of light, 0 to 1, the sRGB curve taken off.
    pub(super) fn linear(self) -> [f64; 3] {
        [self.r, self.g, self.b].map(|channel| {
            let encoded = f64::from(channel) / 255.0;
            if encoded <= 0.040_45 {
                encoded / 12.92
            } else {
                ((encoded + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

/// The nearest channel value, halves up; what lies outside 0 to 255 is clamped.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=255 on the same line"
)]
fn to_channel(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// Lightness, green–red and blue–yellow of a linear sRGB colour, by Ottosson's matrices (2020).
pub(super) fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let long = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let medium = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let short = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
        1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
        0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Rgb = Rgb::hex(0x00_0000);
    const WHITE: Rgb = Rgb::hex(0xFF_FFFF);

    #[test]
    fn a_code_is_read_as_red_green_blue() {
        assert_eq!(Rgb::hex(0x12_AB_FE), Rgb { r: 0x12, g: 0xAB, b: 0xFE });
    }

    #[test]
    fn black_on_white_has_contrast_21_either_way_round() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_mix_lies_between_its_colours_and_rounds_to_the_nearest() {
        assert_eq!(BLACK.mix(WHITE, 0.0), WHITE);
        assert_eq!(BLACK.mix(WHITE, 1.0), BLACK);
        assert_eq!(BLACK.mix(WHITE, 0.15), Rgb { r: 217, g: 217, b: 217 });
    }

    #[test]
    fn a_part_outside_0_to_1_still_gives_a_colour() {
        assert_eq!(BLACK.mix(WHITE, -3.0), WHITE);
        assert_eq!(BLACK.mix(WHITE, 9.0), BLACK);
        assert_eq!(BLACK.mix(WHITE, f64::NAN), BLACK);
    }

    #[test]
    fn oklab_distance_runs_from_0_to_100() {
        assert!(WHITE.oklab_distance(WHITE).abs() < 1e-9);
        assert!((WHITE.oklab_distance(BLACK) - 100.0).abs() < 0.01);
    }
}
