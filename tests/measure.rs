//! Text is as wide in the window as `look` says: egui's galleys against our own measuring, on the
//! same bytes.

use std::sync::Arc;

use egui::{
    Color32, FontData, FontDefinitions, FontFamily, FontId,
    epaint::text::{Fonts, TextOptions},
};
use mizan::look::{FaceFile, Fallbacks, Measurer, TypeSize, Weight, font};

#[path = "common/face.rs"]
mod face;

/// How far apart, in points, the two widths may be.
const TOLERANCE: f32 = 0.5;

const SIZES: [TypeSize; 4] = [TypeSize::Scale, TypeSize::Body, TypeSize::Headline, TypeSize::Huge];

const TEXTS: [&str; 30] = [
    "",
    " ",
    "0123456789 +3.5 −2.85",
    "What should Washington do in Iraq when Operation Inherent Resolve ends?",
    "ISIS resurgence risk",
    "AVATAR To. Wa, LTd fi ffi fl office",
    "27\u{A0}% · ‘A lighter footprint’ – “ahead by 0.69”…",
    "1\u{202F}234\u{2009}567",
    "tab\tstop",
    "two\nlines of different length",
    "Zoë naïve Ångström coöperate",
    "e\u{301}a\u{308}o\u{302}\u{323}",
    "ميزان",
    "ما الذي ينبغي أن تفعله واشنطن في العراق؟",
    "الْعِرَاقُ",
    "لا إله",
    "می\u{200C}خواهم",
    "٠١٢٣٤٥٦٧٨٩",
    "Mizan ميزان 2025 (النفط) end",
    "A\u{200B}B\u{200E}C\u{FEFF}D",
    "ع\u{200F}ع",
    "emoji \u{1F600} and \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} family",
    "日本語 한국어 हिन्दी",
    "\u{0}\u{1}\r\u{7F}",
    "≤ ≥ → ← × ÷ ± √",
    "Привет, мир · Γειά σου",
    "完全 one 完",
    "שלום (50%) עולם",
    "عام ٢٠٢٥م و 2026",
    "ميزان שלום 完",
];

/// What a face behind the program's own has, and by which glyphs.
const BEHIND: [(char, u32); 6] =
    [('完', 40), ('全', 41), ('ש', 42), ('ל', 43), ('ו', 44), ('ם', 45)];

fn behind() -> FaceFile {
    FaceFile::keep(face::face(&BEHIND), 0)
}

/// Digits that a shaper alone would take to run from right to left: the window draws each by itself.
const DRAWN_ONE_BY_ONE: &str = "٠١٢٣٤٥٦٧٨٩";

fn family(weight: Weight) -> FontFamily {
    FontFamily::Name(format!("plex-{}", weight.number()).into())
}

/// The fonts of the window: for each weight the Latin font, the Arabic one behind it, and behind
/// both the face from elsewhere.
fn definitions(behind: FaceFile) -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let data = FontData::from_static(behind.bytes);
    definitions.font_data.insert("behind".to_owned(), Arc::new(data));
    for weight in Weight::ALL {
        let faces = [("latin", font::latin(weight)), ("arabic", font::arabic(weight))];
        let names = faces.map(|(script, bytes)| {
            let name = format!("{script}-{}", weight.number());
            let data = Arc::new(FontData::from_static(bytes));
            definitions.font_data.insert(name.clone(), data);
            name
        });
        let chain = names.into_iter().chain(["behind".to_owned()]).collect();
        definitions.families.insert(family(weight), chain);
    }
    definitions
}

fn galley_width(fonts: &mut Fonts, pixels_per_point: f32, text: &str, id: FontId) -> f32 {
    let mut view = fonts.with_pixels_per_point(pixels_per_point);
    let galley = view.layout_no_wrap(text.to_owned(), id, Color32::BLACK);
    galley.size().x
}

/// The texts whose widths differ at a scale of the screen, with both widths.
fn differences(pixels_per_point: f32) -> Vec<String> {
    let fallbacks = Arc::new(Fallbacks::default());
    assert!(fallbacks.add(behind()));
    let measurer = Measurer::with(&fallbacks);
    let mut fonts = Fonts::new(TextOptions::default(), definitions(behind()));
    let mut found = Vec::new();
    for (weight, size) in
        Weight::ALL.into_iter().flat_map(|weight| SIZES.map(|size| (weight, size)))
    {
        for text in TEXTS {
            let id = FontId::new(size.points(), family(weight));
            let mut width =
                |text: &str| galley_width(&mut fonts, pixels_per_point, text, id.clone());
            let theirs = if text == DRAWN_ONE_BY_ONE {
                text.chars().map(|digit| width(&digit.to_string())).sum()
            } else {
                width(text)
            };
            let ours = measurer.width(text, size.points(), weight);
            if (theirs - ours).abs() > TOLERANCE {
                found.push(format!("{text:?} {weight:?} {size:?}: egui {theirs}, ours {ours}"));
            }
        }
    }
    found
}

#[test]
fn egui_lays_text_out_as_wide_as_we_measure_it_on_a_plain_screen() {
    assert_eq!(differences(1.0), Vec::<String>::new());
}

#[test]
fn egui_lays_text_out_as_wide_as_we_measure_it_on_a_dense_screen() {
    assert_eq!(differences(2.0), Vec::<String>::new());
}
