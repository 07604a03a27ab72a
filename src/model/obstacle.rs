//! Why a file can't be written, as facts.

use std::path::PathBuf;

/// What stands in the way of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The folder isn't there: never was, or is on a drive that is gone.
    NoFolder(PathBuf),
    /// What is there is a folder, a device, a pipe.
    NotAFile,
    /// The file is marked as not to be written to.
    WriteProtected,
    /// Nothing may be written into the folder.
    FolderProtected(PathBuf),
    DiskFull,
    NameTooLong,
    /// What was written isn't what is read.
    ReadBackOtherwise,
    /// The disk doesn't say that it has the file, with the system's words.
    NotConfirmed(String),
    /// The system's own words.
    Other(String),
}
