//! How wide a line of text comes out, the same in window, picture and report.
//!
//! The text is shaped by `harfrust` on the bytes the window draws with, by the rules of egui's text
//! layout: no features beyond the shaper's own, no hinting or rounding of advances, and for each
//! cluster of characters the first font that has its base. Where directions meet (`direction`),
//! each stretch is shaped by itself. `tests/measure.rs` holds the two together.

use std::sync::Arc;

use super::{
    direction::Paragraph,
    fallback::Fallbacks,
    font::Weight,
    memory::{Broken, Memory},
    shape::{Cluster, Family},
};

/// Measures and breaks text. Building one parses all fonts, so build it once; it may be shared
/// between threads.
pub struct Measurer {
    regular: Family,
    medium: Family,
    semi_bold: Family,
    advances: Memory<String, f32>,
    clusters: Memory<String, Vec<Cluster>>,
    lines: Memory<Broken, Vec<String>>,
}

impl Default for Measurer {
    fn default() -> Self {
        Self::new()
    }
}

impl Measurer {
    /// By the program's own fonts alone.
    #[must_use]
    pub fn new() -> Self {
        Self::with(&Arc::default())
    }

    /// By the program's own fonts, and behind them whatever faces are found.
    #[must_use]
    pub fn with(fallbacks: &Arc<Fallbacks>) -> Self {
        let family = |weight| Family::new(weight, Arc::clone(fallbacks));
        Self {
            regular: family(Weight::Regular),
            medium: family(Weight::Medium),
            semi_bold: family(Weight::SemiBold),
            advances: Memory::default(),
            clusters: Memory::default(),
            lines: Memory::default(),
        }
    }

    /// The width in points of `text` set in `size` points; of several lines (`\n`) that of the
    /// widest.
    #[must_use]
    pub fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        let family = self.family(weight);
        let advance =
            |line| family.advance(line, &family.runs(line, &Paragraph::new(line).turns()));
        let widest = || text.split('\n').map(advance).fold(0.0, f32::max);
        self.advances.recall(self.faces_found(), weight, text, widest) * size
    }

    /// The clusters of one line in the order they are read; every later one starts at a place where
    /// the line may break.
    pub(super) fn clusters(&self, line: &str, weight: Weight) -> Vec<Cluster> {
        let family = self.family(weight);
        let found = || family.clusters(line, &family.runs(line, &Paragraph::new(line).turns()));
        self.clusters.recall(self.faces_found(), weight, line, found)
    }

    /// The lines that a text was broken into; what `find` finds where it wasn't yet.
    pub(super) fn lines(
        &self,
        broken: &Broken,
        weight: Weight,
        find: impl FnOnce() -> Vec<String>,
    ) -> Vec<String> {
        self.lines.recall(self.faces_found(), weight, broken, find)
    }

    /// How many of the system's faces it measures by, which grows as letters need them: what was
    /// measured before may come out otherwise then.
    pub fn faces_found(&self) -> usize {
        self.regular.faces_found()
    }

    pub(super) fn family(&self, weight: Weight) -> &Family {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Medium => &self.medium,
            Weight::SemiBold => &self.semi_bold,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(found: f32, expected: f32) -> bool {
        (found - expected).abs() < 0.001
    }

    #[test]
    fn every_font_parses() {
        let _ = Measurer::new();
    }

    #[test]
    fn a_measurer_may_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Measurer::new());
    }

    #[test]
    fn digits_have_one_width_in_every_weight() {
        let measurer = Measurer::new();
        for weight in Weight::ALL {
            for text in ["0", "1", "7", "+", "−"] {
                assert!(close(measurer.width(text, 20.0, weight), 12.0), "{text} {weight:?}");
            }
            assert!(close(measurer.width("100", 10.0, weight), 18.0));
        }
    }

    #[test]
    fn width_grows_with_size_and_weight() {
        let measurer = Measurer::new();
        let width = |size, weight| measurer.width("Economic development", size, weight);
        assert!(close(width(26.0, Weight::Regular), 2.0 * width(13.0, Weight::Regular)));
        assert!(width(13.0, Weight::Regular) < width(13.0, Weight::Medium));
        assert!(width(13.0, Weight::Medium) < width(13.0, Weight::SemiBold));
    }

    #[test]
    fn kerning_counts() {
        let measurer = Measurer::new();
        let width = |text| measurer.width(text, 100.0, Weight::Regular);
        assert!(width("AVAV") < 2.0 * (width("A") + width("V")));
    }

    #[test]
    fn the_widest_line_counts() {
        let measurer = Measurer::new();
        let width = |text| measurer.width(text, 13.0, Weight::Regular);
        assert!(close(width("a\nlonger\nb"), width("longer")));
        assert!(close(width("\n\n"), 0.0));
    }

    #[test]
    fn arabic_is_joined_in_its_own_font() {
        let measurer = Measurer::new();
        let width = |text: &str| measurer.width(text, 13.0, Weight::Regular);
        let apart: f32 = "ميزان".chars().map(|letter| width(&letter.to_string())).sum();
        assert!(width("ميزان") > 0.0 && width("ميزان") < apart);
    }

    #[test]
    fn a_mark_stays_with_its_base() {
        let measurer = Measurer::new();
        let starts = |line| {
            measurer
                .clusters(line, Weight::Regular)
                .iter()
                .map(|cluster| cluster.start)
                .collect::<Vec<_>>()
        };
        assert_eq!(starts("ae\u{301}b"), [0, 1, 4]);
        assert_eq!(starts("\u{1F468}\u{200D}\u{1F469}x"), [0, 11]);
        assert_eq!(starts("ab"), [0, 1]);
    }

    #[test]
    fn a_tab_is_four_spaces_and_a_thin_space_half_of_one() {
        let measurer = Measurer::new();
        let width = |text| measurer.width(text, 13.0, Weight::Regular);
        assert!(close(width("\t"), 4.0 * width(" ")));
        assert!(close(width("\u{2009}"), 0.5 * width(" ")));
        assert!(close(width("\r"), 0.0));
    }

    #[test]
    fn ten_thousand_characters_are_measured() {
        let measurer = Measurer::new();
        let long = measurer.width(&"0".repeat(10_000), 10.0, Weight::Regular);
        assert!((long - 60_000.0).abs() < 10.0);
    }

    proptest! {
        #[test]
        fn any_text_has_a_finite_width_that_is_not_negative(text in any::<String>()) {
            let width = Measurer::new().width(&text, 13.0, Weight::Medium);
            prop_assert!(width.is_finite() && width >= 0.0);
        }

        #[test]
        fn clusters_add_up_to_the_width(text in "[a-z A-Zäé\u{301}\u{620}-\u{64F}\t…\u{1F468}\u{200D}]{0,40}") {
            let measurer = Measurer::new();
            let sum: f32 = measurer.clusters(&text, Weight::Regular).iter().map(|cluster| cluster.advance).sum();
            prop_assert!((sum * 13.0 - measurer.width(&text, 13.0, Weight::Regular)).abs() < 0.01);
        }

        #[test]
        fn clusters_start_on_characters_in_order(text in any::<String>()) {
            let measurer = Measurer::new();
            let clusters = measurer.clusters(&text, Weight::Regular);
            prop_assert!(clusters.iter().all(|cluster| text.is_char_boundary(cluster.start)));
            prop_assert!(clusters.windows(2).all(|pair| pair[0].start < pair[1].start));
        }
    }
}
