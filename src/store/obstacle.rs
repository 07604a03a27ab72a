//! What the system's errors say about a file that is to be written.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use crate::model::Obstacle;

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != OsStr::new("") => parent,
        _ => Path::new("."),
    }
}

/// What the system's error says about a file.
pub(super) fn obstacle(error: &io::Error, path: &Path) -> Obstacle {
    use io::ErrorKind as Is;
    match error.kind() {
        Is::NotFound | Is::NotADirectory => Obstacle::NoFolder(folder_of(path).to_owned()),
        Is::PermissionDenied | Is::ReadOnlyFilesystem => {
            Obstacle::FolderProtected(folder_of(path).to_owned())
        }
        Is::StorageFull | Is::QuotaExceeded | Is::FileTooLarge => Obstacle::DiskFull,
        Is::InvalidFilename => Obstacle::NameTooLong,
        Is::IsADirectory => Obstacle::NotAFile,
        _ => Obstacle::Other(error.to_string()),
    }
}
