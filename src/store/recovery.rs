//! Recovery: the newest states of each open document, kept until they are in its file or the person
//! let them go.
//!
//! Each open document has a slot, a folder that its process claims; a slot that nobody claims was
//! left by a process that ended without closing. In it lie generations, whole scenarios each, of
//! which the newest that is whole counts: a generation goes when newer ones are on the disk.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::disk::{Claim, Disk};
use super::obstacle::obstacle;
use super::read::read_by;
use super::save::{Durability, Expected, Unsaved, save};
use super::stamp::{Stamp, opened, stamp_of, stamped};
use crate::model::{Obstacle, Scenario};

/// How many generations lie in a slot: with one that a power cut spoiled there are two more.
const GENERATIONS: usize = 3;
/// And how many where the system never says that one is on the disk.
const UNCONFIRMED_GENERATIONS: usize = 30;
const END: &str = ".ron";
const CLAIM: &str = "open";
/// What the folder of a slot ends in that is being removed.
const ENDED: &str = "ended";

/// The number of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(u32);

impl SlotId {
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// The slots of one person on one machine.
#[derive(Clone)]
pub struct Recovery {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    /// The slots that this process found left and reads from: nobody else is to take them.
    claims: Arc<Mutex<BTreeMap<SlotId, Claim>>>,
}

/// Another process has a slot.
struct HeldElsewhere;

/// A state that a process left behind.
#[derive(Clone, Debug)]
pub struct Left {
    pub slot: SlotId,
    pub stamp: Stamp,
    pub scenario: Arc<Scenario>,
    /// What its files take, in bytes.
    pub size: u64,
}

/// What lies in a slot that is left, where a look is all that it gets.
#[derive(Clone, Debug)]
pub struct Listed {
    pub slot: SlotId,
    /// None: it is open in a process that runs.
    pub left: Option<Stamp>,
}

impl Recovery {
    /// In a folder, which needn't be there.
    pub fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder, claims: Arc::default() }
    }

    /// The states that processes left behind which are gone, the newest first. Their slots are
    /// claimed from now on.
    pub fn left(&self) -> Vec<Left> {
        self.sweep();
        let mut left: Vec<Left> =
            self.slots().into_iter().filter_map(|slot| self.claimed(slot)).collect();
        left.sort_by_key(|left| (std::cmp::Reverse(left.stamp.at), left.slot));
        left
    }

    /// What lies in one slot.
    pub fn left_in(&self, slot: SlotId) -> Option<Left> {
        self.claimed(slot)
    }

    /// All slots in which something lies, for a look: nothing is claimed by it.
    pub fn list(&self) -> Vec<Listed> {
        let listed = |slot: SlotId| {
            let mut stamps = self.generations(slot).into_iter().rev();
            let stamp = stamps.find_map(|number| self.stamp(slot, number));
            let claim = self.disk.claim(&self.of(slot).join(CLAIM));
            match claim {
                Ok(None) => Some(Listed { slot, left: None }),
                _ => Some(Listed { slot, left: Some(stamp?) }),
            }
        };
        self.slots().into_iter().filter_map(listed).collect()
    }

    /// Begins a slot of its own for a document.
    ///
    /// # Errors
    /// [`Obstacle`] where no folder can be made.
    pub fn begin(&self) -> Result<Slot, Obstacle> {
        let told = |error: io::Error| obstacle(&error, &self.folder.join(CLAIM));
        self.disk.make_folders(&self.folder).map_err(told)?;
        let first = self.slots().last().map_or(1, |SlotId(last)| last + 1);
        for slot in (first..first.saturating_add(1000)).map(SlotId) {
            match self.disk.make_folder(&self.of(slot)) {
                // Another process was faster.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(told(error)),
                Ok(()) => {
                    let claim = self.claim(slot).unwrap_or_default();
                    // Names in a folder are on the disk once that was asked for.
                    drop(self.disk.sync_folder(&self.folder));
                    return Ok(self.slot(slot, claim));
                }
            }
        }
        Err(Obstacle::Other("no number is left for a recovery slot".to_owned()))
    }

    /// Goes on in a slot that was left.
    ///
    /// # Errors
    /// [`Obstacle`] where another process has taken it meanwhile.
    pub fn adopt(&self, slot: SlotId) -> Result<Slot, Obstacle> {
        let known = self.claims().remove(&slot);
        let claim = match known {
            Some(claim) => Some(claim),
            None => match self.claim(slot) {
                Ok(claim) => claim,
                Err(HeldElsewhere) => {
                    return Err(Obstacle::Other("another window has it open".to_owned()));
                }
            },
        };
        Ok(self.slot(slot, claim))
    }

    /// Removes what was left of a state that lies in its file.
    pub fn forget(&self, slot: SlotId) {
        if let Ok(slot) = self.adopt(slot) {
            slot.end();
        }
    }

    /// Removes what is left of slots that were being removed.
    fn sweep(&self) {
        for name in self.disk.list(&self.folder).unwrap_or_default() {
            let folder = self.folder.join(name);
            if folder.extension().is_some_and(|end| end == ENDED) {
                remove_all(&*self.disk, &folder);
            }
        }
    }

    fn slot(&self, id: SlotId, claim: Option<Claim>) -> Slot {
        let last = self.generations(id).last().copied().unwrap_or(0);
        let (disk, folder) = (Arc::clone(&self.disk), self.of(id));
        Slot { id, disk, folder, next: last + 1, claim }
    }

    /// What lies in a slot that nobody claims; it is claimed then.
    fn claimed(&self, slot: SlotId) -> Option<Left> {
        let generations = self.generations(slot);
        if generations.is_empty() {
            return None;
        }
        if !self.claims().contains_key(&slot) {
            match self.claim(slot) {
                Ok(Some(claim)) => drop(self.claims().insert(slot, claim)),
                Ok(None) => {}
                Err(HeldElsewhere) => return None,
            }
        }
        let sizes = generations
            .iter()
            .filter_map(|number| Some(self.disk.look(&self.file(slot, *number)).ok()?.length));
        let size = sizes.sum();
        let whole = generations.iter().rev().find_map(|number| self.read(slot, *number));
        if whole.is_none() {
            log::warn!("nothing in recovery slot {slot} can be read");
        }
        let (stamp, scenario) = whole?;
        Some(Left { slot, stamp, scenario, size })
    }

    /// The claim of a slot; none where the system knows no claims.
    fn claim(&self, slot: SlotId) -> Result<Option<Claim>, HeldElsewhere> {
        match self.disk.claim(&self.of(slot).join(CLAIM)) {
            Ok(Some(claim)) => Ok(Some(claim)),
            Ok(None) => Err(HeldElsewhere),
            Err(error) => {
                log::warn!("recovery slot {slot} can't be claimed: {error}");
                Ok(None)
            }
        }
    }

    fn read(&self, slot: SlotId, number: u64) -> Option<(Stamp, Arc<Scenario>)> {
        let bytes = read_by(&*self.disk, &self.file(slot, number)).ok()?;
        let (stamp, opened) = opened(&bytes)?;
        Some((stamp, Arc::new(opened.scenario)))
    }

    fn stamp(&self, slot: SlotId, number: u64) -> Option<Stamp> {
        stamp_of(&read_by(&*self.disk, &self.file(slot, number)).ok()?)
    }

    fn claims(&self) -> std::sync::MutexGuard<'_, BTreeMap<SlotId, Claim>> {
        self.claims.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn of(&self, slot: SlotId) -> PathBuf {
        self.folder.join(slot.to_string())
    }

    fn file(&self, slot: SlotId, number: u64) -> PathBuf {
        self.of(slot).join(file_name(number))
    }

    /// In the order of their numbers.
    fn slots(&self) -> Vec<SlotId> {
        let names = self.disk.list(&self.folder).unwrap_or_default();
        let mut slots: Vec<SlotId> =
            names.iter().filter_map(|name| name.to_str()?.parse().ok().map(SlotId)).collect();
        slots.sort_unstable();
        slots
    }

    fn generations(&self, slot: SlotId) -> Vec<u64> {
        generations(&*self.disk, &self.of(slot))
    }
}

/// An open document's slot.
pub struct Slot {
    id: SlotId,
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    next: u64,
    /// None where the system knows no claims.
    claim: Option<Claim>,
}

impl Slot {
    pub fn id(&self) -> SlotId {
        self.id
    }

    /// Keeps a state as the newest generation.
    ///
    /// # Errors
    /// [`Obstacle`], with the generations before as they were.
    pub fn keep(&mut self, stamp: &Stamp, text: &str) -> Result<(), Obstacle> {
        let path = self.folder.join(file_name(self.next));
        let text = stamped(stamp, text);
        // A number that was tried isn't used again, for nobody knows what lies under it.
        self.next += 1;
        let saved = match save(&*self.disk, &path, &text, &Expected::Anything, |_| ()) {
            Ok(saved) => saved,
            Err(Unsaved::Obstacle(obstacle)) => return Err(obstacle),
            Err(other) => return Err(Obstacle::Other(format!("{other:?}"))),
        };
        let most = match saved.durability {
            Durability::Confirmed => GENERATIONS,
            Durability::Unconfirmed => UNCONFIRMED_GENERATIONS,
        };
        for number in generations(&*self.disk, &self.folder).iter().rev().skip(most) {
            drop(self.disk.remove(&self.folder.join(file_name(*number))));
        }
        Ok(())
    }

    /// Removes the slot: its document's newest state is in its file, or was let go.
    pub fn end(self) {
        let Self { disk, folder, claim, .. } = self;
        // Under another name nothing of it is found any more, wherever the program ends here.
        let gone = folder.with_extension(ENDED);
        let is_gone = disk.rename(&folder, &gone).is_ok();
        drop(claim);
        remove_all(&*disk, if is_gone { &gone } else { &folder });
    }
}

/// Removes a folder of files, as far as it can be.
fn remove_all(disk: &dyn Disk, folder: &Path) {
    for name in disk.list(folder).unwrap_or_default() {
        drop(disk.remove(&folder.join(name)));
    }
    drop(disk.remove_folder(folder));
}

fn file_name(number: u64) -> String {
    format!("{number:06}{END}")
}

/// The numbers of a slot's generations, the oldest first.
fn generations(disk: &dyn Disk, folder: &Path) -> Vec<u64> {
    let number = |name: &OsStr| name.to_str()?.strip_suffix(END)?.parse().ok();
    let names = disk.list(folder).unwrap_or_default();
    let mut numbers: Vec<u64> = names.iter().filter_map(|name| number(name)).collect();
    numbers.sort_unstable();
    numbers
}
