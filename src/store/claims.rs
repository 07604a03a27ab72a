//! Which scenario files this process has open: each is claimed by a file of its own in the
//! program's folder, which goes with the process, however that ends.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::disk::{Claim, Disk, resolved};
use super::print::Print;

/// The claims of this process. Clones share them.
#[derive(Clone)]
pub struct Claims {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    held: Arc<Mutex<BTreeMap<PathBuf, Held>>>,
    /// One file is claimed at a time: two claims of one process are strangers to each other.
    taking: Arc<Mutex<()>>,
}

/// A claim of a file, with the paths by which it was taken.
pub struct Held {
    _claim: Option<Claim>,
    paths: BTreeSet<PathBuf>,
}

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// This process, or nobody can know: the system has no claims.
    Us,
    /// Another window has it open.
    AnotherWindow,
}

impl Claims {
    /// With a folder for the files of claims, which needn't be there.
    pub fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder, held: Arc::default(), taking: Arc::default() }
    }

    /// Claims a file, as often as one likes, by whatever path.
    pub fn take(&self, path: &Path) -> Holder {
        let _alone = self.taking.lock().unwrap_or_else(PoisonError::into_inner);
        let file = self.file(path);
        if let Some(known) = self.held().get_mut(&file) {
            known.paths.insert(path.to_owned());
            return Holder::Us;
        }
        // Nobody waits for the disk who asks what is held.
        let claim = self.disk.make_folders(&self.folder).and_then(|()| self.disk.claim(&file));
        if matches!(claim, Ok(None)) {
            return Holder::AnotherWindow;
        }
        let claim = claim.inspect_err(|error| {
            log::warn!("{} can't be claimed: {error}", path.display());
        });
        let paths = BTreeSet::from([path.to_owned()]);
        self.held().insert(file, Held { _claim: claim.ok().flatten(), paths });
        Holder::Us
    }

    /// Gives up all claims but those that were taken by one of these paths; each goes when it is
    /// dropped. It asks no disk.
    #[must_use]
    pub fn unclaimed(&self, paths: &[&Path]) -> Vec<Held> {
        let is_wanted = |held: &Held| held.paths.iter().any(|path| paths.contains(&&**path));
        self.held().extract_if(.., |_, held| !is_wanted(held)).map(|(_, held)| held).collect()
    }

    /// How many files are open in some process, for a look.
    pub fn count_open(&self) -> usize {
        let names = self.disk.list(&self.folder).unwrap_or_default();
        let is_open = |name: &std::ffi::OsString| {
            matches!(self.disk.claim(&self.folder.join(name)), Ok(None))
        };
        names.iter().filter(|name| is_open(name)).count()
    }

    fn held(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self, path: &Path) -> PathBuf {
        let path = resolved(&*self.disk, path);
        self.folder.join(Print::of(path.as_os_str().as_encoded_bytes()).short())
    }
}
