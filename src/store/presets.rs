//! The scenarios that ship inside the program.

/// A preset's name on the command line, and its file's text.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! presets {
    ($($name:literal),* $(,)?) => {
        &[$(Preset { name: $name, text: include_str!(concat!("../../presets/", $name, ".ron")) }),*]
    };
}

/// In the order in which they are listed.
pub const PRESETS: &[Preset] = presets![
    "after-inherent-resolve",
    "aid-freeze",
    "stay-or-quit",
    "lighter-footprint",
    "three-body-problem",
    "all-articles",
    "workshop-venue",
    "crossing-site",
];

/// The preset of this name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}
