//! The system's dialogs for files.

use crate::text;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use super::lifecycle::Purpose;

/// A question put to the system; its answer is waited for on another thread.
pub type Asked = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// Puts questions for files.
pub trait Picker {
    /// Asks, beginning at a path; called on the window's thread.
    fn ask(&self, purpose: Purpose, at: Option<&Path>) -> Asked;
}

/// The system's own dialogs.
pub struct SystemPicker {
    /// A dialog over the program's window.
    dialog: rfd::AsyncFileDialog,
}

impl SystemPicker {
    /// Dialogs over a window that is being made.
    pub fn over(window: &eframe::CreationContext) -> Self {
        let dialog = rfd::AsyncFileDialog::new().set_parent(window);
        Self { dialog: dialog.add_filter(text::files::FILE_KIND, &["ron"]) }
    }
}

impl Picker for SystemPicker {
    fn ask(&self, purpose: Purpose, at: Option<&Path>) -> Asked {
        let mut dialog = self.dialog.clone();
        if let Some(folder) = at.and_then(Path::parent).filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        match purpose {
            Purpose::Open | Purpose::Compare => {
                let asked = dialog.pick_file();
                Box::pin(async { asked.await.map(|file| file.path().to_owned()) })
            }
            Purpose::Save | Purpose::SaveCopy => {
                if let Some(name) = at.and_then(Path::file_name) {
                    dialog = dialog.set_file_name(name.to_string_lossy());
                }
                let asked = dialog.save_file();
                Box::pin(async { asked.await.map(|file| file.path().to_owned()) })
            }
        }
    }
}

/// A system without dialogs: the own path dialog takes their place.
pub struct NoPicker;

impl Picker for NoPicker {
    fn ask(&self, _purpose: Purpose, _at: Option<&Path>) -> Asked {
        Box::pin(std::future::ready(None))
    }
}
