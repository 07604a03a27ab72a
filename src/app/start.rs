//! What the window opens on.

use std::path::PathBuf;

use super::lifecycle::{Next, Source};
use crate::store;

/// What the window opens on.
#[derive(Clone, Debug, Default)]
pub enum Start {
    /// The choice of presets.
    #[default]
    Choice,
    Preset(&'static store::Preset),
    File(PathBuf),
}

impl From<Start> for Next {
    fn from(start: Start) -> Self {
        match start {
            Start::Choice => Self::FirstPage,
            Start::Preset(preset) => Self::Open(Source::Preset(preset)),
            Start::File(path) => Self::Open(Source::File(path)),
        }
    }
}
