//! What the program remembers from one time to the next: light or dark, how large, and the files
//! that were open.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::store::{self, Expected, System};
use crate::text;
use crate::ui::theme::ThemeChoice;

/// How many files are remembered.
const MOST_RECENT: usize = 12;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub theme: ThemeChoice,
    /// Steps of a tenth away from 100 %.
    pub zoom_steps: i8,
    /// The files that were open, the last one first.
    pub recent: Vec<Recent>,
}

/// A file that was open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub title: String,
    /// When, in seconds of Unix time.
    pub at: i64,
}

impl Preferences {
    /// Those of a file; the usual ones where there is none or it can't be read.
    pub fn read(path: &Path) -> Self {
        let Ok(bytes) = store::read_file(path) else { return Self::default() };
        Self::parse(&bytes).unwrap_or_else(|reason| {
            log::warn!(
                "{} is not understood ({reason}); the usual preferences apply",
                path.display()
            );
            Self::default()
        })
    }

    /// Those that the bytes of a file say.
    ///
    /// # Errors
    /// Why they say none, in words.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        ron::de::from_bytes(bytes).map_err(|error| error.to_string())
    }

    /// Writes them to a file.
    ///
    /// # Errors
    /// Why they couldn't be written, in words.
    pub fn write(&self, path: &Path) -> Result<(), String> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(|error| error.to_string())?;
        store::save(&System, path, &text, &Expected::Anything, |_| ())
            .map(drop)
            .map_err(|error| format!("{error:?}"))
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.forget(&recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }

    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known.path != path);
    }
}

/// Why a file can't be opened now, as far as a look at it tells; none where it can.
pub fn absence(path: &Path) -> Option<&'static str> {
    if path.is_file() {
        return None;
    }
    let has_folder = path.parent().is_some_and(Path::is_dir);
    Some(if has_folder { text::files::FILE_GONE } else { text::files::FOLDER_GONE })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(name: &str) -> Recent {
        Recent { path: name.into(), title: name.to_owned(), at: 7 }
    }

    #[test]
    fn they_read_back_and_what_is_not_understood_is_the_usual() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("preferences.ron");
        let mut preferences =
            Preferences { theme: ThemeChoice::Dark, zoom_steps: 3, recent: Vec::new() };
        preferences.remember(recent("a"));
        preferences.write(&path).unwrap();
        assert_eq!(Preferences::read(&path), preferences);
        std::fs::write(&path, "(theme: Purple)").unwrap();
        assert_eq!(Preferences::read(&path), Preferences::default());
        assert_eq!(Preferences::read(folder.path()), Preferences::default());
    }

    #[test]
    fn a_file_is_remembered_once_and_not_for_ever() {
        let mut preferences = Preferences::default();
        for name in ["a", "b", "a"].into_iter().chain(["c"; 20]) {
            preferences.remember(recent(name));
        }
        assert_eq!(
            preferences.recent.iter().map(|recent| recent.title.as_str()).collect::<String>(),
            "cab"
        );
        for index in 0..40 {
            preferences.remember(recent(&index.to_string()));
        }
        assert_eq!(preferences.recent.len(), MOST_RECENT);
    }
}
