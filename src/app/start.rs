//! What the window opens on.

use std::path::{Path, PathBuf};

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
            Start::File(path) => Self::Open(Source::File(without_ways_up(&path))),
        }
    }
}

/// A path whose folder is named without `..`, as the system's dialogs name it.
fn without_ways_up(path: &Path) -> PathBuf {
    let leads_up = path.components().any(|part| part == std::path::Component::ParentDir);
    let found = path.parent().filter(|_| leads_up).and_then(|folder| folder.canonicalize().ok());
    match (found, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}
