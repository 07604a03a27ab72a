//! Saving: afterwards the file is the old one or the new one, never a third thing.
//!
//! What is written goes to a part beside the file, is asked onto the disk, read back and compared,
//! and takes the file's place in one step, after a last look whether that is still the file that
//! may be replaced. What fails before that step leaves the old file, what fails after it the new.

use std::fs::Permissions;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{Disk, Kind};
use super::obstacle::{folder_of, obstacle};
use super::part::Part;
use super::print::Print;
use crate::model::{Limit, Obstacle};

/// What may be in the place of what is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// No file.
    Nothing,
    /// Whatever it is: the person said that it may go.
    Anything,
    /// One of these, as it was last read or written; or no file any more.
    OneOf(Vec<Print>),
}

/// A file that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub print: Print,
    pub durability: Durability,
}

/// Whether a power cut can take a save back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// The system says that it is on the disk.
    Confirmed,
    /// The file is whole, the old one or the new one; which of them a power cut would leave the
    /// system doesn't say. Many network folders never do.
    Unconfirmed,
}

/// Why a file wasn't saved; it is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// There is a file, and nothing may be replaced.
    Exists,
    /// The file is none that was expected, but this.
    Changed(Print),
    Obstacle(Obstacle),
}

impl From<Obstacle> for Unsaved {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}

/// How often a file is put in its place, and how long is waited in between: a scanner may hold it.
const TRIES: u32 = 6;
/// How often is looked whether what is replaced is still what was kept of it.
const LOOKS: usize = 3;
const FIRST_PAUSE: Duration = Duration::from_millis(10);

/// Saves a text. Links are followed, and the old file's permissions kept. `replacing` is given what
/// is about to be replaced.
///
/// # Errors
/// [`Unsaved`], with the file as it was.
pub fn save(
    disk: &dyn Disk,
    path: &Path,
    text: &str,
    expected: &Expected,
    mut replacing: impl FnMut(&[u8]),
) -> Result<Saved, Unsaved> {
    let target = target(disk, path, expected)?;
    let folder = folder_of(&target);
    let permissions = replaceable(disk, &target)?;
    let part = Part::write(disk, &target, text.as_bytes(), permissions)?;
    let mut old = checked(disk, &target, expected)?;
    // Keeping what is replaced takes its time, in which another program may write to it.
    for _ in 0..LOOKS {
        if let Some(old) = &old {
            replacing(old);
        }
        let now = checked(disk, &target, expected)?;
        if now == old {
            break;
        }
        old = now;
    }
    put_in_place(disk, &part, &target, expected, text.as_bytes())?;
    let durability = match disk.sync_folder(folder) {
        Ok(()) => Durability::Confirmed,
        Err(error) => {
            log::info!("the folder {} could not be synced: {error}", folder.display());
            Durability::Unconfirmed
        }
    };
    Ok(Saved { print: Print::of(text.as_bytes()), durability })
}

/// Copies a file to another that isn't there yet, with its permissions.
///
/// # Errors
/// [`Unsaved`], with nothing made.
pub fn copy(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), Unsaved> {
    let told = |error: io::Error| Unsaved::from(obstacle(&error, from));
    if disk.look(to).is_ok() {
        return Err(Unsaved::Exists);
    }
    let permissions = disk.look(from).map_err(told)?.permissions;
    let bytes = bytes(disk, from).map_err(told)?;
    let part = Part::write(disk, to, &bytes, Some(permissions))?;
    put_in_place(disk, &part, to, &Expected::Nothing, &bytes)?;
    // The copy is whole; what a power cut leaves of its name the system may not know.
    drop(disk.sync_folder(folder_of(to)));
    Ok(())
}

/// The file that is to be written, links followed.
fn target(disk: &dyn Disk, path: &Path, expected: &Expected) -> Result<PathBuf, Unsaved> {
    let refused = *expected == Expected::Nothing;
    match disk.resolve(path) {
        Ok(_) if refused => Err(Unsaved::Exists),
        Ok(target) => Ok(target),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match disk.read_link(path) {
            // A link to a file that isn't there stands in the way like a file, and is followed like
            // a link.
            Ok(_) if refused => Err(Unsaved::Exists),
            Ok(leads) => Ok(folder_of(path).join(leads)),
            Err(_) => Ok(path.to_owned()),
        },
        Err(error) => Err(obstacle(&error, path).into()),
    }
}

/// The permissions of the file that is replaced; none where there is none.
fn replaceable(disk: &dyn Disk, target: &Path) -> Result<Option<Permissions>, Obstacle> {
    match disk.look(target) {
        Ok(old) if old.kind != Kind::File => Err(Obstacle::NotAFile),
        Ok(old) if old.permissions.readonly() => Err(Obstacle::WriteProtected),
        Ok(old) => Ok(Some(old.permissions)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(obstacle(&error, target)),
    }
}

/// What is there now, where it may be replaced; nothing where nothing is there.
fn checked(
    disk: &dyn Disk,
    target: &Path,
    expected: &Expected,
) -> Result<Option<Vec<u8>>, Unsaved> {
    let old = match bytes(disk, target) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        // What nobody can read nobody can keep either: it goes where the person said so.
        Err(_) if *expected == Expected::Anything => return Ok(None),
        Err(error) => return Err(Obstacle::Other(error.to_string()).into()),
    };
    match expected {
        Expected::Nothing => Err(Unsaved::Exists),
        Expected::Anything => Ok(Some(old)),
        Expected::OneOf(known) => {
            let print = Print::of(&old);
            if known.contains(&print) { Ok(Some(old)) } else { Err(Unsaved::Changed(print)) }
        }
    }
}

/// Gives the part the file's name. What the system says failed may be done all the same: then the
/// new file is there.
fn put_in_place(
    disk: &dyn Disk,
    part: &Part,
    target: &Path,
    expected: &Expected,
    written: &[u8],
) -> Result<(), Unsaved> {
    let mut pause = FIRST_PAUSE;
    for again in (0..TRIES).rev() {
        let put = match expected {
            Expected::Nothing => part.link(target),
            Expected::Anything | Expected::OneOf(_) => part.rename(target),
        };
        let Err(error) = put else { return Ok(()) };
        if *expected == Expected::Nothing && error.kind() == io::ErrorKind::AlreadyExists {
            return Err(Unsaved::Exists);
        }
        if again > 0 && may_pass(&error) {
            disk.pause(pause);
            checked(disk, target, expected)?;
            pause *= 2;
        } else if bytes(disk, target).is_ok_and(|there| there == written) {
            return Ok(());
        } else {
            return Err(obstacle(&error, target).into());
        }
    }
    Ok(())
}

/// Whether what the system says may be otherwise in a moment.
fn may_pass(error: &io::Error) -> bool {
    use io::ErrorKind as Is;
    let passing =
        [Is::PermissionDenied, Is::ResourceBusy, Is::Interrupted, Is::WouldBlock, Is::TimedOut];
    passing.contains(&error.kind())
}

/// All bytes of a file, up to the limit of a scenario's.
fn bytes(disk: &dyn Disk, path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    disk.open(path)?.take(Limit::Bytes(0).most() + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
