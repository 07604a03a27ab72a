//! Where the program keeps what is its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::claims::Claims;
use super::disk::Disk;
use super::recovery::Recovery;
use super::versions::Versions;

/// The program's folder of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    folder: PathBuf,
}

impl Home {
    /// The person's, as the system has it; none where it knows none.
    pub fn of_person() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "mizan")?;
        Some(Self::at(folders.data_local_dir()))
    }

    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn recovery(&self, disk: Arc<dyn Disk>) -> Recovery {
        Recovery::new(disk, self.folder.join("recovery"))
    }

    pub fn versions(&self, disk: Arc<dyn Disk>) -> Versions {
        Versions::new(disk, self.folder.join("versions"))
    }

    pub fn claims(&self, disk: Arc<dyn Disk>) -> Claims {
        Claims::new(disk, self.folder.join("open"))
    }

    /// Where logs and reports of failures lie.
    pub fn logs(&self) -> PathBuf {
        self.folder.join("logs")
    }
}
