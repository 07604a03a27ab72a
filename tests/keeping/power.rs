//! Power cuts. A model of a disk notes what was asked onto it and what wasn't; of the latter any
//! part may be lost, in any order, at any moment. Kills keep the page cache, so that a save without
//! a sync would pass them all.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::Permissions;
use std::io::{self, Cursor, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use mizan::store::{
    Claim, Disk, Durability, Expected, Home, Kind, NewFile, Print, Sight, Stamp, save,
};

use crate::text;

/// Something that was done and isn't surely on the disk.
#[derive(Clone, Debug)]
enum Operation {
    Write { inode: usize, at: usize, bytes: Vec<u8> },
    Name { path: PathBuf, inode: usize },
    Unname { path: PathBuf },
    Rename { from: PathBuf, to: PathBuf, inode: usize },
}

impl Operation {
    /// The folders whose names it changes.
    fn is_in(&self, folder: &Path) -> bool {
        match self {
            Self::Write { .. } => false,
            Self::Name { path, .. } | Self::Unname { path } => path.parent() == Some(folder),
            Self::Rename { from, to, .. } => {
                from.parent() == Some(folder) || to.parent() == Some(folder)
            }
        }
    }
}

/// Files by number, and names of them.
#[derive(Clone, Debug, Default)]
struct Tree {
    inodes: Vec<Vec<u8>>,
    names: BTreeMap<PathBuf, usize>,
}

impl Tree {
    fn apply(&mut self, operation: &Operation) {
        match operation {
            Operation::Write { inode, at, bytes } => {
                if self.inodes.len() <= *inode {
                    self.inodes.resize(inode + 1, Vec::new());
                }
                let file = &mut self.inodes[*inode];
                if file.len() < at + bytes.len() {
                    // What was lost before it reads as zeros.
                    file.resize(at + bytes.len(), 0);
                }
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Operation::Name { path, inode } => drop(self.names.insert(path.clone(), *inode)),
            Operation::Unname { path } => drop(self.names.remove(path)),
            Operation::Rename { from, to, inode } => {
                self.names.remove(from);
                self.names.insert(to.clone(), *inode);
            }
        }
    }

    fn read(&self, path: &Path) -> Option<&[u8]> {
        let inode = *self.names.get(path)?;
        // A file of which nothing was written yet has a name and no length.
        Some(self.inodes.get(inode).map_or(&[], Vec::as_slice))
    }
}

/// What a sync does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Syncs {
    #[default]
    All,
    /// Those of files do nothing.
    FoldersAlone,
    /// Those of folders do nothing.
    FilesAlone,
}

#[derive(Clone, Debug, Default)]
struct State {
    durable: Tree,
    pending: Vec<Operation>,
    /// What is seen while the power is on.
    seen: Tree,
    next: usize,
    syncs: Syncs,
}

impl State {
    fn act(&mut self, operation: Operation) {
        self.seen.apply(&operation);
        self.pending.push(operation);
    }

    /// Puts what `is_synced` onto the disk, in the order in which it was done.
    fn sync(&mut self, is_synced: impl Fn(&Operation) -> bool) {
        let (synced, pending) = std::mem::take(&mut self.pending).into_iter().partition(is_synced);
        self.pending = pending;
        let synced: Vec<Operation> = synced;
        for operation in &synced {
            self.durable.apply(operation);
        }
    }

    /// Every disk that a power cut may leave now.
    fn after_power_cuts(&self) -> Vec<Tree> {
        let mut trees = Vec::new();
        let mut order = Vec::new();
        self.cut(&mut order, &mut trees);
        trees
    }

    /// Every order of every part of what is pending, `order` done already.
    fn cut(&self, order: &mut Vec<usize>, trees: &mut Vec<Tree>) {
        let mut tree = self.durable.clone();
        for place in &*order {
            tree.apply(&self.pending[*place]);
        }
        trees.push(tree);
        for place in 0..self.pending.len() {
            if !order.contains(&place) {
                order.push(place);
                self.cut(order, trees);
                order.pop();
            }
        }
    }
}

/// The disk, and how it was after each operation.
#[derive(Clone, Default)]
struct Model {
    state: Arc<Mutex<State>>,
    log: Arc<Mutex<Vec<State>>>,
}

impl Model {
    fn with(syncs: Syncs) -> Self {
        let model = Self::default();
        model.state().syncs = syncs;
        model
    }

    /// One that was cut off the power.
    fn of(tree: Tree) -> Self {
        let model = Self::default();
        let next = tree.inodes.len();
        *model.state() = State { durable: tree.clone(), seen: tree, next, ..State::default() };
        model
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    fn act(&self, operation: Operation) {
        self.state().act(operation);
        self.note();
    }

    fn note(&self) {
        self.log.lock().unwrap().push(self.state().clone());
    }

    /// A file that is on the disk.
    fn put(&self, path: &Path, content: &str) {
        let mut state = self.state();
        let inode = state.next;
        state.next += 1;
        state.act(Operation::Name { path: path.to_owned(), inode });
        state.act(Operation::Write { inode, at: 0, bytes: content.as_bytes().to_vec() });
        state.sync(|_| true);
    }

    /// How the disk was after each operation so far.
    fn moments(&self) -> Vec<State> {
        self.log.lock().unwrap().clone()
    }
}

struct ModelFile {
    model: Model,
    inode: usize,
    length: usize,
}

impl NewFile for ModelFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        // The system writes in pieces.
        for piece in bytes.chunks(bytes.len().div_ceil(3).max(1)) {
            let (inode, at) = (self.inode, self.length);
            self.model.act(Operation::Write { inode, at, bytes: piece.to_vec() });
            self.length += piece.len();
        }
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        let mut state = self.model.state();
        if state.syncs != Syncs::FoldersAlone {
            let own = self.inode;
            state.sync(|it| matches!(it, Operation::Write { inode, .. } if *inode == own));
        }
        drop(state);
        self.model.note();
        Ok(())
    }
}

impl Disk for Model {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let is_there = self.state().seen.names.contains_key(path);
        if is_there { Ok(path.to_owned()) } else { Err(ErrorKind::NotFound.into()) }
    }
    fn read_link(&self, _path: &Path) -> io::Result<PathBuf> {
        Err(ErrorKind::InvalidInput.into())
    }
    fn look(&self, path: &Path) -> io::Result<Sight> {
        let state = self.state();
        let file = state.seen.read(path).ok_or(ErrorKind::NotFound)?;
        let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o644);
        Ok(Sight { kind: Kind::File, length: file.len() as u64, written: None, permissions })
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        let state = self.state();
        let file = state.seen.read(path).ok_or(ErrorKind::NotFound)?;
        Ok(Box::new(Cursor::new(file.to_vec())))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let state = self.state();
        let below = state.seen.names.keys().filter_map(|path| path.strip_prefix(folder).ok());
        let mut names: Vec<OsString> =
            below.filter_map(|path| Some(path.iter().next()?.to_owned())).collect();
        names.dedup();
        Ok(names)
    }
    fn make_folders(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
    fn make_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
    fn create(&self, path: &Path, _as_of: Option<Permissions>) -> io::Result<Box<dyn NewFile>> {
        if self.state().seen.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = {
            let mut state = self.state();
            state.next += 1;
            state.next - 1
        };
        self.act(Operation::Name { path: path.to_owned(), inode });
        Ok(Box::new(ModelFile { model: self.clone(), inode, length: 0 }))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let inode = *self.state().seen.names.get(from).ok_or(ErrorKind::NotFound)?;
        self.act(Operation::Rename { from: from.to_owned(), to: to.to_owned(), inode });
        Ok(())
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let inode = *self.state().seen.names.get(from).ok_or(ErrorKind::NotFound)?;
        self.act(Operation::Name { path: to.to_owned(), inode });
        Ok(())
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.act(Operation::Unname { path: path.to_owned() });
        Ok(())
    }
    fn remove_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        if state.syncs != Syncs::FilesAlone {
            state.sync(|operation| operation.is_in(folder));
        }
        drop(state);
        self.note();
        Ok(())
    }
    fn claim(&self, _path: &Path) -> io::Result<Option<Claim>> {
        Ok(Some(Claim::held_by(())))
    }
    fn pause(&self, _time: Duration) {}
}

const OLD: &str = "the old text";
const NEW: &str = "the new text";

fn path() -> PathBuf {
    PathBuf::from("/home/a.ron")
}

/// What a power cut may leave of a file while and after it is saved: how many disks were looked at,
/// and the first in which it is neither the old file nor the new one, or not the new one after the
/// save was confirmed.
fn saved_with(syncs: Syncs, old: Option<&str>) -> (usize, Option<String>) {
    let model = Model::with(syncs);
    if let Some(old) = old {
        model.put(&path(), old);
    }
    let expected = match old {
        Some(old) => Expected::OneOf(vec![Print::of(old.as_bytes())]),
        None => Expected::Nothing,
    };
    let saved = save(&model, &path(), NEW, &expected, |_| ()).unwrap();
    assert_eq!(saved.durability, Durability::Confirmed);
    let moments = model.moments();
    let mut looked = 0;
    for (place, moment) in moments.iter().enumerate() {
        let is_confirmed = place + 1 == moments.len();
        for tree in moment.after_power_cuts() {
            looked += 1;
            let found = tree.read(&path());
            let is_new = found == Some(NEW.as_bytes());
            let is_old = found == old.map(str::as_bytes);
            if !(is_new || is_old && !is_confirmed) {
                let found = found.map(String::from_utf8_lossy);
                return (looked, Some(format!("after {place} of {}: {found:?}", moments.len())));
            }
        }
    }
    (looked, None)
}

#[test]
fn whatever_a_power_cut_takes_of_a_save_leaves_the_old_file_or_the_new_one() {
    for old in [Some(OLD), None] {
        let (looked, broken) = saved_with(Syncs::All, old);
        assert_eq!(broken, None);
        assert!(looked > 50, "{looked} disks");
    }
}

#[test]
fn a_save_without_one_of_its_syncs_is_found_out() {
    for old in [Some(OLD), None] {
        for syncs in [Syncs::FoldersAlone, Syncs::FilesAlone] {
            let (_, broken) = saved_with(syncs, old);
            assert!(broken.is_some(), "{syncs:?}");
        }
    }
}

/// What a power cut may leave while states are kept: the first disk on which the newest state that
/// was said to be kept, or a newer one, isn't found.
fn kept_with(syncs: Syncs) -> (usize, Option<String>) {
    const STATES: i64 = 6;
    let model = Model::with(syncs);
    let home = Home::at(Path::new("/home/data"));
    let mut slot = home.recovery(Arc::new(model.clone())).begin().unwrap();
    let mut kept_at = Vec::new();
    for number in 0..STATES {
        let stamp = Stamp { at: number, ..Stamp::default() };
        slot.keep(&stamp, &text(&format!("state {number}"))).unwrap();
        kept_at.push(model.moments().len());
    }
    let mut looked = 0;
    for (place, moment) in model.moments().iter().enumerate() {
        let kept = kept_at.iter().zip(0..).filter(|(at, _)| **at <= place + 1);
        let last = kept.map(|(_, number)| number).max();
        for tree in moment.after_power_cuts() {
            looked += 1;
            let left = home.recovery(Arc::new(Model::of(tree))).left();
            let newest = left.first().map(|left| left.stamp.at);
            if newest < last {
                return (looked, Some(format!("after {place}: {newest:?}, kept was {last:?}")));
            }
        }
    }
    (looked, None)
}

#[test]
fn whatever_a_power_cut_takes_the_newest_state_that_was_kept_is_there() {
    let (looked, broken) = kept_with(Syncs::All);
    assert_eq!(broken, None);
    assert!(looked > 500, "{looked} disks");
    for syncs in [Syncs::FoldersAlone, Syncs::FilesAlone] {
        assert!(kept_with(syncs).1.is_some(), "{syncs:?} is found out");
    }
}
