//! Saving: afterwards the file is the old one or the new one, never a third thing.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// What a save asks of the system, so that tests can make each step fail.
pub trait Steps {
    /// The file that a path means, all links followed.
    ///
    /// # Errors
    /// The system's.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
    /// # Errors
    /// The system's.
    fn create(&self, folder: &Path) -> io::Result<NamedTempFile>;
    /// # Errors
    /// The system's.
    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()>;
    /// # Errors
    /// The system's.
    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// # Errors
    /// The system's.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// # Errors
    /// The system's.
    fn rename(&self, file: NamedTempFile, target: &Path) -> io::Result<()>;
}

/// The system's own steps.
pub struct System;

impl Steps for System {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut builder = Builder::new();
        builder.prefix(".mizan-").suffix(".part");
        // A new file is for all to read, as far as the user's mask allows; temporary ones would be
        // private.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(folder)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)?;
        file.flush()
    }

    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, file: NamedTempFile, target: &Path) -> io::Result<()> {
        file.persist(target).map(drop).map_err(|error| error.error)
    }
}

/// Whether a file may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    Allowed,
    Refused,
}

/// Writes a text to a file: a temporary file in the same folder is written, synced and renamed over
/// it. Links are followed, and the old file's permissions kept.
///
/// # Errors
/// The system's, with the file as it was; [`io::ErrorKind::AlreadyExists`] where it is there and
/// may not be replaced.
pub fn save(path: &Path, text: &str, overwrite: Overwrite) -> io::Result<()> {
    save_by(&System, path, text, overwrite)
}

/// [`save`] by the given steps.
///
/// # Errors
/// As [`save`].
pub fn save_by(
    steps: &impl Steps,
    path: &Path,
    text: &str,
    overwrite: Overwrite,
) -> io::Result<()> {
    let target = match steps.resolve(path) {
        Ok(_) if overwrite == Overwrite::Refused => return Err(io::ErrorKind::AlreadyExists.into()),
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            // A link to a file that isn't there stands in the way like a file, and is followed like
            // a link.
            Ok(_) if overwrite == Overwrite::Refused => {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            Ok(target) => {
                path.parent().map_or_else(|| target.clone(), |folder| folder.join(&target))
            }
            Err(_) => path.to_owned(),
        },
        Err(error) => return Err(error),
    };
    let folder = match target.parent() {
        Some(parent) if parent != OsStr::new("") => parent,
        _ => Path::new("."),
    };
    let permissions = match fs::metadata(&target) {
        Ok(old) if old.permissions().readonly() => {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(old) => Some(old.permissions()),
        Err(_) => None,
    };
    let mut file = steps.create(folder)?;
    if let Some(permissions) = permissions {
        steps.permit(file.as_file(), permissions)?;
    }
    steps.write(&mut file, text.as_bytes())?;
    steps.sync(file.as_file())?;
    steps.rename(file, &target)?;
    sync_folder(folder);
    Ok(())
}

/// Asks for the rename itself to be on the disk. The file is whole either way, and many network
/// folders know no such request: a refusal changes nothing about the save.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        if let Err(error) = synced {
            log::debug!("the folder {} could not be synced: {error}", folder.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// The system's steps, of which the one numbered `fails` fails.
    struct Failing {
        fails: usize,
        step: Cell<usize>,
    }

    impl Failing {
        fn next(&self) -> io::Result<()> {
            self.step.set(self.step.get() + 1);
            if self.step.get() == self.fails {
                Err(io::Error::other("no space left"))
            } else {
                Ok(())
            }
        }
    }

    impl Steps for Failing {
        fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
            self.next()?;
            System.resolve(path)
        }
        fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
            self.next()?;
            System.create(folder)
        }
        fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
            System.write(file, &bytes[..bytes.len() / 2])?;
            self.next()?;
            System.write(file, &bytes[bytes.len() / 2..])
        }
        fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
            self.next()?;
            System.permit(file, permissions)
        }
        fn sync(&self, file: &File) -> io::Result<()> {
            self.next()?;
            System.sync(file)
        }
        fn rename(&self, file: NamedTempFile, target: &Path) -> io::Result<()> {
            self.next()?;
            System.rename(file, target)
        }
    }

    #[test]
    fn whichever_step_fails_the_file_is_the_old_one_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        for fails in 1..=6 {
            fs::write(&path, "old").unwrap();
            let steps = Failing { fails, step: Cell::new(0) };
            assert!(
                save_by(&steps, &path, "the new text", Overwrite::Allowed).is_err(),
                "step {fails}"
            );
            assert_eq!(fs::read_to_string(&path).unwrap(), "old", "step {fails}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "step {fails}");
        }
        let steps = Failing { fails: 7, step: Cell::new(0) };
        save_by(&steps, &path, "the new text", Overwrite::Allowed).unwrap();
        assert_eq!(
            (steps.step.get(), fs::read_to_string(&path).unwrap().as_str()),
            (6, "the new text")
        );
    }

    #[test]
    fn an_existing_file_is_replaced_only_where_that_is_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        save(&path, "first", Overwrite::Refused).unwrap();
        assert_eq!(
            save(&path, "second", Overwrite::Refused).unwrap_err().kind(),
            io::ErrorKind::AlreadyExists
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_permissions_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.ron"), folder.path().join("link.ron"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        save(&link, "new", Overwrite::Allowed).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_write_protected_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(
            save(&path, "new", Overwrite::Allowed).unwrap_err().kind(),
            io::ErrorKind::PermissionDenied
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}
