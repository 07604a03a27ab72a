//! Each operation of a save, failed once and for good, with every kind of error, before it is done
//! and after.

use std::ffi::OsString;
use std::fs::Permissions;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mizan::model::{Obstacle, Scenario};
use mizan::store::{
    Claim, Disk, Durability, Expected, Home, NewFile, Print, Sight, Stamp, System, Unsaved, save,
};

/// How an operation fails.
#[derive(Clone, Copy, Debug)]
struct Failure {
    /// The place of the first operation that fails.
    at: usize,
    kind: ErrorKind,
    how_long: HowLong,
    when: When,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum HowLong {
    Once,
    ForGood,
}

/// Whether what is said to have failed was done.
#[derive(Clone, Copy, Debug, PartialEq)]
enum When {
    Undone,
    Done,
}

/// The system's disk, of which operations fail.
struct Faulty {
    failure: Option<Failure>,
    done: Arc<AtomicUsize>,
}

impl Faulty {
    fn new(failure: Option<Failure>) -> Self {
        Self { failure, done: Arc::default() }
    }

    fn run<T>(&self, operation: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        run(self.failure, &self.done, operation)
    }
}

fn run<T>(
    failure: Option<Failure>,
    done: &AtomicUsize,
    operation: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    let place = done.fetch_add(1, Ordering::Relaxed);
    let fails = failure.filter(|failure| match failure.how_long {
        HowLong::Once => place == failure.at,
        HowLong::ForGood => place >= failure.at,
    });
    match fails {
        None => operation(),
        Some(failure) => {
            if failure.when == When::Done {
                drop(operation());
            }
            Err(failure.kind.into())
        }
    }
}

struct FaultyFile {
    file: Box<dyn NewFile>,
    failure: Option<Failure>,
    done: Arc<AtomicUsize>,
}

impl NewFile for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        // What fails is half done.
        let (first, second) = bytes.split_at(bytes.len() / 2);
        self.file.write(first)?;
        run(self.failure, &self.done, || self.file.write(second))
    }

    fn sync(&self) -> io::Result<()> {
        run(self.failure, &self.done, || self.file.sync())
    }
}

impl Disk for Faulty {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.run(|| System.resolve(path))
    }
    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.run(|| System.read_link(path))
    }
    fn look(&self, path: &Path) -> io::Result<Sight> {
        self.run(|| System.look(path))
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        self.run(|| System.open(path))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.run(|| System.list(folder))
    }
    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        self.run(|| System.make_folders(folder))
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.run(|| System.make_folder(folder))
    }
    fn create(&self, path: &Path, as_of: Option<Permissions>) -> io::Result<Box<dyn NewFile>> {
        let file = self.run(|| System.create(path, as_of))?;
        Ok(Box::new(FaultyFile { file, failure: self.failure, done: Arc::clone(&self.done) }))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run(|| System.rename(from, to))
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run(|| System.link(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.run(|| System.remove(path))
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.run(|| System.remove_folder(folder))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.run(|| System.sync_folder(folder))
    }
    fn claim(&self, path: &Path) -> io::Result<Option<Claim>> {
        self.run(|| System.claim(path))
    }
    fn pause(&self, _time: Duration) {}
}

/// Every kind of error that a file system has.
const KINDS: [ErrorKind; 24] = [
    ErrorKind::NotFound,
    ErrorKind::PermissionDenied,
    ErrorKind::AlreadyExists,
    ErrorKind::WouldBlock,
    ErrorKind::NotADirectory,
    ErrorKind::IsADirectory,
    ErrorKind::DirectoryNotEmpty,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::StaleNetworkFileHandle,
    ErrorKind::InvalidInput,
    ErrorKind::InvalidData,
    ErrorKind::TimedOut,
    ErrorKind::WriteZero,
    ErrorKind::StorageFull,
    ErrorKind::QuotaExceeded,
    ErrorKind::FileTooLarge,
    ErrorKind::ResourceBusy,
    ErrorKind::ExecutableFileBusy,
    ErrorKind::Deadlock,
    ErrorKind::InvalidFilename,
    ErrorKind::Interrupted,
    ErrorKind::Unsupported,
    ErrorKind::OutOfMemory,
    ErrorKind::Other,
];

/// Every way to fail within so many operations.
fn failures(operations: usize) -> impl Iterator<Item = Failure> {
    let ways = [
        (HowLong::Once, When::Undone),
        (HowLong::Once, When::Done),
        (HowLong::ForGood, When::Undone),
        (HowLong::ForGood, When::Done),
    ];
    (0..operations).flat_map(move |at| {
        KINDS
            .into_iter()
            .flat_map(move |kind| ways.map(|(how_long, when)| Failure { at, kind, how_long, when }))
    })
}

/// The file's content before, and what is expected there.
fn cases() -> Vec<(Option<&'static str>, Expected)> {
    vec![
        (Some("old"), Expected::OneOf(vec![Print::of(b"old")])),
        (Some("old"), Expected::Anything),
        (None, Expected::OneOf(vec![Print::of(b"old")])),
        (None, Expected::Nothing),
    ]
}

const NEW: &str = "the new text, longer than the old one";

#[test]
fn whatever_operation_of_a_save_fails_however_the_file_is_the_old_one_or_the_new_one() {
    let mut tried = 0;
    for (old, expected) in cases() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let reset = || match old {
            Some(old) => std::fs::write(&path, old).unwrap(),
            None => drop(std::fs::remove_file(&path)),
        };
        reset();
        let whole = Faulty::new(None);
        save(&whole, &path, NEW, &expected, |_| ()).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no part is left");
        let operations = whole.done.load(Ordering::Relaxed);
        assert!(operations >= 8, "{operations} operations");
        for failure in failures(operations) {
            reset();
            let saved = save(&Faulty::new(Some(failure)), &path, NEW, &expected, |_| ());
            let found = std::fs::read_to_string(&path).ok();
            match &saved {
                Ok(_) => assert_eq!(found.as_deref(), Some(NEW), "{failure:?}"),
                Err(_) if failure.when == When::Undone => {
                    assert_eq!(found.as_deref(), old, "{failure:?} {saved:?}");
                }
                // What was done though it is said to have failed may be there.
                Err(_) => {
                    let found = found.as_deref();
                    assert!(found == old || found == Some(NEW), "{failure:?}: {found:?}");
                }
            }
            // What is left of a save goes with the next one.
            reset();
            save(&System, &path, NEW, &expected, |_| ()).unwrap();
            let left = std::fs::read_dir(folder.path()).unwrap().count();
            assert_eq!(left, 1, "{failure:?} {expected:?}");
            tried += 1;
        }
    }
    assert!(tried > 3000, "{tried} failures");
}

#[test]
fn a_folder_that_is_not_synced_is_no_failure_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let expected = Expected::Anything;
    save(&System, &path, "a", &expected, |_| ()).unwrap();
    let whole = Faulty::new(None);
    let saved = save(&whole, &path, "a", &expected, |_| ()).unwrap();
    assert_eq!(saved.durability, Durability::Confirmed);
    let last = whole.done.load(Ordering::Relaxed) - 1;
    let failure =
        Failure { at: last, kind: ErrorKind::Other, how_long: HowLong::Once, when: When::Undone };
    let saved = save(&Faulty::new(Some(failure)), &path, "a", &expected, |_| ()).unwrap();
    assert_eq!(saved.durability, Durability::Unconfirmed);
}

#[test]
fn what_stands_in_the_way_is_said_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let told = |kind: ErrorKind| {
        // The part is made, written and synced as the fifth to the seventh operation or so: one of
        // them fails with each kind.
        let failures =
            (0..12).map(|at| Failure { at, kind, how_long: HowLong::ForGood, when: When::Undone });
        let mut told: Vec<Obstacle> = failures
            .filter_map(|failure| {
                let faulty = Faulty::new(Some(failure));
                match save(&faulty, &path, "a", &Expected::Nothing, |_| ()) {
                    Err(Unsaved::Obstacle(obstacle)) => Some(obstacle),
                    _ => None,
                }
            })
            .collect();
        told.dedup();
        told
    };
    assert!(told(ErrorKind::StorageFull).contains(&Obstacle::DiskFull));
    assert!(told(ErrorKind::QuotaExceeded).contains(&Obstacle::DiskFull));
    assert!(told(ErrorKind::InvalidFilename).contains(&Obstacle::NameTooLong));
    let protected = Obstacle::FolderProtected(folder.path().to_owned());
    assert!(told(ErrorKind::ReadOnlyFilesystem).contains(&protected));
    let unsynced = told(ErrorKind::Other);
    assert!(unsynced.iter().any(|told| matches!(told, Obstacle::NotConfirmed(_))), "{unsynced:?}");
}

#[test]
fn whatever_fails_while_a_state_is_kept_the_one_before_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let count = {
        let (disk, home) = (Arc::new(Faulty::new(None)), Home::at(folder.path()));
        let mut slot = home.recovery(disk.clone()).begin().unwrap();
        slot.keep(&Stamp::default(), &crate::text("before")).unwrap();
        let before = disk.done.load(Ordering::Relaxed);
        slot.keep(&Stamp::default(), &crate::text("after")).unwrap();
        (before, disk.done.load(Ordering::Relaxed))
    };
    for failure in failures(count.1).filter(|failure| failure.at >= count.0) {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let mut slot = home.recovery(Arc::new(Faulty::new(Some(failure)))).begin().unwrap();
        slot.keep(&Stamp::default(), &crate::text("before")).unwrap();
        let kept = slot.keep(&Stamp { at: 1, ..Stamp::default() }, &crate::text("after"));
        drop(slot);
        let left = home.recovery(Arc::new(System)).left();
        let titles: Vec<&str> = left.iter().map(|left| left.scenario.title.as_str()).collect();
        match kept {
            Ok(()) => assert_eq!(titles, ["after"], "{failure:?}"),
            Err(_) => {
                assert!(titles == ["before"] || titles == ["after"], "{failure:?} {titles:?}");
            }
        }
    }
    assert_ne!(Scenario::new("before"), Scenario::new("after"));
}
