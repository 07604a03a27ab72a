//! What saving and keeping ask of the system, one operation a method, so that tests can make each
//! of them fail, be slow, or be forgotten by a power cut.

use std::any::Any;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file system, as far as the program writes to one: each operation is the system's own, unless a
/// disk does it otherwise.
pub trait Disk: Send + Sync {
    /// The file that a path means, all links followed.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    /// Where a link leads, itself not followed.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    /// What is there, links followed.
    fn look(&self, path: &Path) -> io::Result<Sight> {
        let found = fs::metadata(path)?;
        let kind = match found.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            _ => Kind::Other,
        };
        Ok(Sight {
            kind,
            length: found.len(),
            written: found.modified().ok(),
            permissions: found.permissions(),
        })
    }

    /// Opens a regular file to be read.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(path)?))
    }

    /// The names in a folder, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect()
    }

    /// Makes a folder and those that it lies in.
    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    /// Makes one folder that wasn't there.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    /// Makes a file that wasn't there, with these permissions or the usual ones.
    fn create(&self, path: &Path, as_of: Option<Permissions>) -> io::Result<Box<dyn NewFile>> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        let made = || {
            // Some systems and network folders lock nothing: what a dead process left behind is
            // then swept by its age alone.
            drop(file.try_lock());
            as_of.map_or(Ok(()), |permissions| file.set_permissions(permissions))
        };
        match made() {
            Ok(()) => Ok(Box::new(file)),
            Err(error) => {
                drop(fs::remove_file(path));
                Err(error)
            }
        }
    }

    /// Puts a file in the place of what is there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Gives a file another name, where none is there.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    /// Removes a folder in which nothing is left.
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    /// Asks for what was done to a folder's names to be on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    /// Claims a file, made where it isn't there, until what is given is dropped or the process
    /// ends, however it does. None: another process claims it.
    fn claim(&self, path: &Path) -> io::Result<Option<Claim>> {
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Claim::held_by(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Waits, before something is tried again.
    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// A file that is being written.
pub trait NewFile: Send {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Asks for all that was written to be on the disk.
    fn sync(&self) -> io::Result<()>;
}

/// The whole path by which a file is known, links followed, whether it is there or not.
pub(super) fn resolved(disk: &dyn Disk, path: &Path) -> PathBuf {
    disk.resolve(path).unwrap_or_else(|_| match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => {
            disk.resolve(folder).map_or_else(|_| path.to_owned(), |folder| folder.join(name))
        }
        _ => path.to_owned(),
    })
}

/// Held as long as a file is claimed.
pub struct Claim(
    #[expect(dead_code, reason = "it is held, and let go when dropped")] Box<dyn Any + Send>,
);

impl Claim {
    pub fn held_by(whatever: impl Any + Send) -> Self {
        Self(Box::new(whatever))
    }
}

/// What a look at a path tells.
#[derive(Clone, Debug)]
pub struct Sight {
    pub kind: Kind,
    /// In bytes.
    pub length: u64,
    /// When it was last written to, where the system knows.
    pub written: Option<SystemTime>,
    pub permissions: Permissions,
}

/// What is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    /// A device, a pipe or a socket.
    Other,
}

/// The system's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Disk for System {}

impl NewFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&self) -> io::Result<()> {
        self.sync_all()
    }
}
