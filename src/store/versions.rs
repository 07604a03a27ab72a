//! The versions of a file: what was saved into it before, each a whole scenario.
//!
//! Of a file's versions the newest ten stay, and behind them the newest of each day for thirty
//! days; the first stays for good, and so does what the person says. They lie by the file's whole
//! path in the program's own folder, for the file's may be a stick.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, resolved};
use super::print::Print;
use super::read::{Opened, parse, read_by};
use super::save::{Expected, Unsaved, save};
use super::stamp::{Stamp, opened, stamp_of, stamped};

/// How many of the newest stay.
const NEWEST: usize = 10;
/// For how many days back one a day stays.
const DAYS: i64 = 30;
/// What a file's versions may take, in bytes: beyond it the oldest go that don't stay for good.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
const DAY: i64 = 86_400;
const END: &str = ".ron";
const FOR_GOOD: &str = "-kept";

/// A version's number among those of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(u32);

impl VersionId {
    pub fn nth(number: u32) -> Self {
        Self(number)
    }

    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// How long a version stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// As its turn comes.
    InTurn,
    ForGood,
}

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub stay: Stay,
    pub stamp: Stamp,
    /// What its file takes, in bytes.
    pub size: u64,
}

/// The moment at which something is kept, and how far the clocks of the place are ahead of UTC;
/// both in seconds.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub second: i64,
    pub ahead: i64,
}

impl Moment {
    /// The day of a second there, counted from the first of 1970.
    fn day(self, second: i64) -> i64 {
        (second + self.ahead).div_euclid(DAY)
    }
}

/// The versions of all files of a person.
#[derive(Clone)]
pub struct Versions {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

impl Versions {
    /// In a folder, which needn't be there.
    pub fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// The versions of a file, the newest first.
    pub fn of(&self, path: &Path) -> Vec<Version> {
        let folder = self.folder_of(path);
        let version = |(id, stay): (VersionId, Stay)| {
            let file = folder.join(file_name(id, stay));
            let size = self.disk.look(&file).ok()?.length;
            let stamp = stamp_of(&read_by(&*self.disk, &file).ok()?)?;
            Some(Version { id, stay, stamp, size })
        };
        self.numbers(&folder).into_iter().rev().filter_map(version).collect()
    }

    /// What a version of a file holds; none where it is gone or isn't whole.
    pub fn read(&self, path: &Path, id: VersionId) -> Option<(Stamp, Opened)> {
        let folder = self.folder_of(path);
        let stays = [Stay::InTurn, Stay::ForGood];
        let read = |stay| read_by(&*self.disk, &folder.join(file_name(id, stay))).ok();
        opened(&stays.into_iter().find_map(read)?)
    }

    /// Keeps what a file held before this program ever wrote to it, or what another program put
    /// there: unless the newest version holds just that. What isn't a scenario isn't kept here.
    ///
    /// # Errors
    /// [`Unsaved`], with the versions as they were.
    pub fn keep_found(&self, path: &Path, bytes: &[u8], stamp: Stamp) -> Result<(), Unsaved> {
        let Ok(Opened { scenario, .. }) = parse(bytes) else { return Ok(()) };
        let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
        let stamp = Stamp {
            title: scenario.title.clone(),
            has_sealed: scenario.open_teams().count() < scenario.teams.len(),
            ..stamp
        };
        self.keep(path, text, &stamp)
    }

    /// Keeps a text that was saved, unless the newest version holds just that.
    ///
    /// # Errors
    /// [`Unsaved`], with the versions as they were.
    pub fn keep(&self, path: &Path, text: &str, stamp: &Stamp) -> Result<(), Unsaved> {
        let folder = self.folder_of(path);
        let told = |error: std::io::Error| super::obstacle::obstacle(&error, &folder.join("a"));
        self.disk.make_folders(&folder).map_err(told)?;
        let numbers = self.numbers(&folder);
        let print = Print::of(text.as_bytes());
        let last = numbers.last().map(|(id, stay)| folder.join(file_name(*id, *stay)));
        let is_known = last.and_then(|last| read_by(&*self.disk, &last).ok()).is_some_and(|last| {
            let body = last.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            Print::of(last.get(body..).unwrap_or_default()) == print
        });
        if is_known {
            return Ok(());
        }
        let id = VersionId(numbers.last().map_or(1, |(VersionId(last), _)| last + 1));
        let stay = if numbers.is_empty() { Stay::ForGood } else { Stay::InTurn };
        let file = folder.join(file_name(id, stay));
        save(&*self.disk, &file, &stamped(stamp, text), &Expected::Anything, |_| ()).map(drop)
    }

    /// Lets the versions of a file go whose turn is over.
    pub fn prune(&self, path: &Path, now: Moment) {
        let versions = self.of(path);
        let folder = self.folder_of(path);
        for id in outdated(&versions, now) {
            drop(self.disk.remove(&folder.join(file_name(id, Stay::InTurn))));
        }
    }

    /// Says how long a version stays.
    ///
    /// # Errors
    /// The system's.
    pub fn set_stay(&self, path: &Path, id: VersionId, stay: Stay) -> std::io::Result<()> {
        let folder = self.folder_of(path);
        let from = match stay {
            Stay::ForGood => Stay::InTurn,
            Stay::InTurn => Stay::ForGood,
        };
        self.disk.rename(&folder.join(file_name(id, from)), &folder.join(file_name(id, stay)))
    }

    fn folder_of(&self, path: &Path) -> PathBuf {
        let path = resolved(&*self.disk, path);
        self.folder.join(Print::of(path.as_os_str().as_encoded_bytes()).short())
    }

    /// In their order.
    fn numbers(&self, folder: &Path) -> Vec<(VersionId, Stay)> {
        let number = |name: &std::ffi::OsString| {
            let name = name.to_str()?.strip_suffix(END)?;
            let (number, stay) = match name.strip_suffix(FOR_GOOD) {
                Some(number) => (number, Stay::ForGood),
                None => (name, Stay::InTurn),
            };
            Some((VersionId(number.parse().ok()?), stay))
        };
        let names = self.disk.list(folder).unwrap_or_default();
        let mut numbers: Vec<_> = names.iter().filter_map(number).collect();
        numbers.sort_unstable_by_key(|(id, _)| *id);
        numbers
    }
}

fn file_name(id: VersionId, stay: Stay) -> String {
    let end = if stay == Stay::ForGood { FOR_GOOD } else { "" };
    format!("{id}{end}{END}")
}

/// Which of a file's versions go, `versions` the newest first.
fn outdated(versions: &[Version], now: Moment) -> Vec<VersionId> {
    let mut days = BTreeSet::new();
    let mut size = 0;
    let mut outdated = Vec::new();
    for (place, version) in versions.iter().enumerate() {
        let day = now.day(version.stamp.at);
        let is_recent = now.day(now.second) - day <= DAYS;
        // The newest of a day may be among the newest ten: then that day has its one.
        let is_first_of_day = days.insert(day);
        size += version.size;
        let stays =
            place == 0 || (place < NEWEST || is_recent && is_first_of_day) && size <= MOST_BYTES;
        if version.stay == Stay::InTurn && !stays {
            size -= version.size;
            outdated.push(version.id);
        }
    }
    outdated
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment { second: 20_000 * DAY + 50_000, ahead: 3 * 3600 };

    /// The newest first, so many seconds old each.
    fn aged(ages: &[i64]) -> Vec<Version> {
        let count = u32::try_from(ages.len()).unwrap();
        let version = |(place, age): (u32, &i64)| Version {
            id: VersionId(count - place),
            stay: Stay::InTurn,
            stamp: Stamp { at: NOW.second - age, ..Stamp::default() },
            size: 1000,
        };
        (0..).zip(ages).map(version).collect()
    }

    fn ages_left(ages: &[i64]) -> Vec<i64> {
        let versions = aged(ages);
        let gone = outdated(&versions, NOW);
        let left = versions.iter().filter(|version| !gone.contains(&version.id));
        left.map(|version| NOW.second - version.stamp.at).collect()
    }

    #[test]
    fn the_newest_ten_stay_and_behind_them_the_newest_of_each_day_for_thirty_days() {
        let saves: Vec<i64> = (0..15).map(|minute| minute * 60).collect();
        assert_eq!(ages_left(&saves), saves[..10], "all of today: the ten hold its newest");
        let days: Vec<i64> = (0..60).map(|day| day * DAY).collect();
        assert_eq!(ages_left(&days), days[..31]);
        let twice: Vec<i64> = (0..60).flat_map(|day| [day * DAY, day * DAY + 60]).collect();
        let left = ages_left(&twice);
        assert_eq!(left[..10], twice[..10]);
        assert!(left[10..].iter().all(|age| age % DAY == 0), "{left:?}");
        assert_eq!(left.len(), 10 + 26);
    }

    #[test]
    fn days_are_those_of_the_place() {
        // 16:53 there, 13:53 in UTC: 61,000 seconds ago it was yesterday, 17,000 ago today.
        let ten: Vec<i64> = (0..10).collect();
        let left = |more: &[i64]| ages_left(&[&ten[..], more].concat())[10..].to_vec();
        assert_eq!(left(&[17_000, 61_000, 62_000]), [61_000]);
        let utc = Moment { ahead: 0, ..NOW };
        assert_eq!((NOW.day(NOW.second), utc.day(NOW.second)), (20_000, 20_000));
        assert_eq!((NOW.day(NOW.second + 26_000), utc.day(NOW.second + 26_000)), (20_001, 20_000));
    }

    #[test]
    fn what_stays_for_good_goes_neither_by_age_nor_by_size_and_the_newest_never() {
        let mut versions = aged(&[0, 100 * DAY, 101 * DAY]);
        versions[2].stay = Stay::ForGood;
        // The ten newest hold them all.
        assert!(outdated(&versions, NOW).is_empty());
        for version in &mut versions {
            version.size = MOST_BYTES + 1;
        }
        assert_eq!(outdated(&versions, NOW), [versions[1].id]);
    }

    #[test]
    fn pruning_what_is_left_takes_nothing_more() {
        for step in [1, 60, 7000, 40_000, DAY, 3 * DAY] {
            let ages: Vec<i64> = (0..80).map(|place| place * step).collect();
            let once = ages_left(&ages);
            assert_eq!(ages_left(&once), once, "{step}");
        }
    }
}
