//! A file on its way to its name: written beside it, asked onto the disk and read back.

use std::cell::Cell;
use std::fs::Permissions;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::obstacle::{folder_of, obstacle};
use super::print::Print;
use crate::model::Obstacle;

/// What the names of parts begin and end with.
const BEGINNING: &str = ".mizan-";
const END: &str = ".part";

/// A whole part, which goes when it is dropped without having got the file's name.
pub(super) struct Part<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    is_placed: Cell<bool>,
}

impl<'a> Part<'a> {
    /// Writes the part of a file.
    pub(super) fn write(
        disk: &'a dyn Disk,
        target: &Path,
        bytes: &[u8],
        permissions: Option<Permissions>,
    ) -> Result<Self, Obstacle> {
        let folder = folder_of(target);
        sweep(disk, folder, target);
        let path = folder.join(name(target, std::process::id()));
        let mut file = match disk.create(&path, permissions.clone()) {
            // A process that is gone had this one's number.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                drop(disk.remove(&path));
                disk.create(&path, permissions)
            }
            made => made,
        }
        .map_err(|error| obstacle(&error, &path))?;
        let part = Self { disk, path, is_placed: Cell::new(false) };
        file.write(bytes).map_err(|error| obstacle(&error, &part.path))?;
        // A failed sync isn't tried again: what it failed on counts as written afterwards.
        file.sync().map_err(|error| match obstacle(&error, &part.path) {
            Obstacle::DiskFull => Obstacle::DiskFull,
            _ => Obstacle::NotConfirmed(error.to_string()),
        })?;
        drop(file);
        part.compare(bytes)?;
        Ok(part)
    }

    /// Takes the place of a file.
    pub(super) fn rename(&self, target: &Path) -> io::Result<()> {
        self.disk.rename(&self.path, target)?;
        self.is_placed.set(true);
        Ok(())
    }

    /// Gets a name that nothing bears.
    pub(super) fn link(&self, target: &Path) -> io::Result<()> {
        match self.disk.link(&self.path, target) {
            // Some sticks and network folders know one name a file.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                match self.disk.look(target) {
                    Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
                    Err(_) => self.rename(target),
                }
            }
            Err(error) => Err(error),
            Ok(()) => {
                self.is_placed.set(self.disk.remove(&self.path).is_ok());
                Ok(())
            }
        }
    }

    fn compare(&self, bytes: &[u8]) -> Result<(), Obstacle> {
        let mut read = Vec::with_capacity(bytes.len());
        let file = self.disk.open(&self.path).map_err(|error| obstacle(&error, &self.path))?;
        file.take(bytes.len() as u64 + 1)
            .read_to_end(&mut read)
            .map_err(|error| obstacle(&error, &self.path))?;
        if read == bytes { Ok(()) } else { Err(Obstacle::ReadBackOtherwise) }
    }
}

impl Drop for Part<'_> {
    fn drop(&mut self) {
        if !self.is_placed.get() {
            drop(self.disk.remove(&self.path));
        }
    }
}

/// The name of the part that a process makes of a file: short, however long the file's is.
fn name(target: &Path, process: u32) -> String {
    format!("{}{process}{END}", beginning(target))
}

fn beginning(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().as_encoded_bytes();
    let hash = Print::of(name);
    format!("{BEGINNING}{}-", hash.short())
}

/// Removes the parts of a file that processes left behind which ended while they wrote it.
fn sweep(disk: &dyn Disk, folder: &Path, target: &Path) {
    let beginning = beginning(target);
    let own = name(target, std::process::id());
    for name in disk.list(folder).unwrap_or_default() {
        let is_part = name
            .to_str()
            .is_some_and(|name| name.starts_with(&beginning) && name.ends_with(END) && name != own);
        let path = folder.join(&name);
        if is_part && let Ok(Some(claim)) = disk.claim(&path) {
            drop(disk.remove(&path));
            drop(claim);
        }
    }
}
