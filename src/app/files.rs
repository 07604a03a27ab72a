//! What jobs do about scenario files: read and write them, keep what they were, and look whether
//! another program changed them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use super::clock::Clock;
use super::lifecycle::{Came, Found, Label, Look, Manner, Source, Unwritten};
use super::services::Keeping;
use crate::analysis::Watch;
use crate::model::{FaultKind, Scenario, faults};
use crate::store::{
    self, Claims, Disk, Expected, Held, Holder, Opened, Print, Recovery, Saved, SlotId, Stamp,
    Unreadable, Unsaved, Versions,
};
use crate::text;

/// Who reads and writes scenario files. Clones share all that they know.
#[derive(Clone)]
pub(super) struct Files {
    pub disk: Arc<dyn Disk>,
    pub clock: Clock,
    /// None: nothing is kept.
    pub kept: Option<Kept>,
    /// How long is waited between two looks at the open document's file; none: one look is all.
    looks: Option<Duration>,
    /// What this process last wrote to each file.
    written: Arc<Mutex<BTreeMap<PathBuf, Print>>>,
}

/// What is kept in the program's own folder.
#[derive(Clone)]
pub(super) struct Kept {
    pub recovery: Recovery,
    pub versions: Versions,
    pub claims: Claims,
}

/// A file at a moment, as far as that shows without reading it. One that was written to just now
/// may be written to again within what the disk's clock tells apart.
const SETTLED_AFTER: Duration = Duration::from_secs(3);

impl Files {
    pub(super) fn new(keeping: Keeping, clock: Clock) -> Self {
        let Keeping { disk, home, looks, .. } = keeping;
        let kept = home.map(|home| Kept {
            recovery: home.recovery(Arc::clone(&disk)),
            versions: home.versions(Arc::clone(&disk)),
            claims: home.claims(Arc::clone(&disk)),
        });
        Self { disk, clock, kept, looks, written: Arc::default() }
    }

    /// Whether a file is looked at again and again.
    pub(super) fn looks_again(&self) -> bool {
        self.looks.is_some()
    }

    pub(super) fn read(&self, source: &Source) -> Came {
        Came::Read(match source {
            Source::Preset(preset) => store::parse(preset.text.as_bytes()).map(Found::from),
            Source::File(path) => self.read_own(path),
            Source::ReadOnly(path) | Source::CopyOf(path) => self.read_file(path),
            Source::Recovered(slot) => self.recovered(*slot).map(Found::from),
            Source::PutBack(slot, path) => {
                self.recovered(*slot).map(|recovered| self.before(path, recovered))
            }
            Source::State(scenario, _) => Ok(Found::from(unfiled(scenario))),
        })
    }

    /// What a file holds, to become what was recovered of it. Where there is no such file any more,
    /// it is made again.
    fn before(&self, path: &Path, recovered: Opened) -> Found {
        let found = self.read_own(path).unwrap_or_else(|_| Found {
            holder: self.claim(path),
            ..Found::from(recovered.clone())
        });
        Found { next: Some(recovered.scenario), ..found }
    }

    fn read_own(&self, path: &Path) -> Result<Found, Unreadable> {
        Ok(Found { holder: self.claim(path), ..self.read_file(path)? })
    }

    fn read_file(&self, path: &Path) -> Result<Found, Unreadable> {
        let bytes = store::read_by(&*self.disk, path)?;
        let found = Found::from(store::parse(&bytes)?);
        Ok(Found { print: Some(Print::of(&bytes)), ..found })
    }

    fn recovered(&self, slot: SlotId) -> Result<Opened, Unreadable> {
        let left = self.kept.iter().find_map(|kept| kept.recovery.left_in(slot));
        left.map(|left| unfiled(&left.scenario)).ok_or_else(gone)
    }

    fn claim(&self, path: &Path) -> Holder {
        self.kept.as_ref().map_or(Holder::Us, |kept| kept.claims.take(path))
    }

    /// Gives up the claims of all files but of those that are open or under way.
    pub(super) fn unclaimed(&self, paths: &[&Path]) -> Vec<Held> {
        self.kept.as_ref().map_or_else(Vec::new, |kept| kept.claims.unclaimed(paths))
    }

    pub(super) fn write(
        &self,
        path: &Path,
        scenario: &Scenario,
        manner: &Manner,
        label: Label,
    ) -> Came {
        Came::Wrote(self.written(path, scenario, manner, label))
    }

    fn written(
        &self,
        path: &Path,
        scenario: &Scenario,
        manner: &Manner,
        label: Label,
    ) -> Result<Saved, Unwritten> {
        let text = store::to_text(scenario).map_err(|error| {
            let faults = faults(scenario, None);
            Unwritten::Told(faults.first().map_or(error.0, text::unwritable))
        })?;
        if self.claim(path) == Holder::AnotherWindow {
            return Err(Unwritten::OpenElsewhere);
        }
        let expected = match manner {
            Manner::Fresh => Expected::Nothing,
            Manner::Over(expected) => self.with_own(path, expected),
            Manner::OverKeeping(expected) => {
                self.keep_original(path)?;
                self.with_own(path, expected)
            }
        };
        let stamp = Stamp {
            path: path.to_str().map(str::to_owned),
            at: self.clock.second().unwrap_or(0),
            ..Stamp::default()
        };
        let replacing = |old: &[u8]| self.keep_found(path, old, &stamp);
        let saved = store::save(&*self.disk, path, &text, &expected, replacing)?;
        self.written_by_us().insert(path.to_owned(), saved.print.clone());
        let stamp = Stamp {
            title: scenario.title.clone(),
            known: Some(saved.print.clone()),
            done: label.done,
            changes: label.changes,
            has_sealed: has_sealed(scenario),
            ..stamp
        };
        self.keep_version(path, &text, &stamp);
        Ok(saved)
    }

    /// What may be replaced, and with it what this process wrote there itself: a save that was
    /// asked for while another was under way knows nothing of that one's end.
    fn with_own(&self, path: &Path, expected: &Expected) -> Expected {
        match expected {
            Expected::OneOf(known) => {
                let own = self.written_by_us().get(path).cloned();
                Expected::OneOf(known.iter().cloned().chain(own).collect())
            }
            other => other.clone(),
        }
    }

    fn written_by_us(&self) -> std::sync::MutexGuard<'_, BTreeMap<PathBuf, Print>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what a save replaces, where no version holds it yet. Where that fails, the save goes
    /// on: the person asked for it.
    fn keep_found(&self, path: &Path, old: &[u8], stamp: &Stamp) {
        let Some(kept) = &self.kept else { return };
        let seconds = |written: SystemTime| {
            i64::try_from(written.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs()).ok()
        };
        let at = self.disk.look(path).ok().and_then(|sight| seconds(sight.written?));
        let stamp = Stamp { at: at.unwrap_or(stamp.at), ..stamp.clone() };
        if let Err(error) = kept.versions.keep_found(path, old, stamp) {
            log::warn!("what {} held was not kept: {error:?}", path.display());
        }
    }

    fn keep_version(&self, path: &Path, text: &str, stamp: &Stamp) {
        let Some(kept) = &self.kept else { return };
        match kept.versions.keep(path, text, stamp) {
            Ok(()) => kept.versions.prune(path, self.clock.moment()),
            Err(error) => log::warn!("no version of {} was kept: {error:?}", path.display()),
        }
    }

    /// Copies a file with comments beside itself, with its permissions, under a name that isn't
    /// taken. One that is gone, or was rewritten without comments meanwhile, leaves nothing to be
    /// kept.
    fn keep_original(&self, path: &Path) -> Result<(), Unwritten> {
        if self.disk.look(path).is_err() || self.has_no_comments(path) {
            return Ok(());
        }
        for number in 1..1000 {
            let kept = path.with_extension(format!("with-comments-{number}.ron"));
            match store::copy(&*self.disk, path, &kept) {
                Err(Unsaved::Exists) => {}
                other => return other.map_err(Unwritten::from),
            }
        }
        Err(Unwritten::Told(text::files::NO_NAME_LEFT.to_owned()))
    }

    /// Whether a file is known to hold no comments.
    fn has_no_comments(&self, path: &Path) -> bool {
        let opened = store::read_by(&*self.disk, path).and_then(|bytes| store::parse(&bytes));
        opened.is_ok_and(|opened| !opened.has_comments)
    }

    /// Looks at a file until it isn't `seen` any more; once, where nothing says how often.
    pub(super) fn look(
        &self,
        path: PathBuf,
        known: Print,
        seen: Option<&Print>,
        watch: &Watch,
    ) -> Look {
        let mut settled = None;
        loop {
            let found = self.found(&path, seen, &mut settled);
            let has_changed = found.as_ref() != seen;
            let is_over = self.looks.is_none_or(|interval| !self.wait(interval, watch));
            if has_changed || is_over {
                return Look { path, known, found };
            }
        }
    }

    /// What a file is now: what it was, where it looks as it did when it was last read.
    fn found(
        &self,
        path: &Path,
        seen: Option<&Print>,
        settled: &mut Option<(u64, SystemTime)>,
    ) -> Option<Print> {
        let sight = match self.disk.look(path) {
            Ok(sight) => sight,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                *settled = None;
                return None;
            }
            // A drive that doesn't answer says nothing of the file.
            Err(_) => return seen.cloned(),
        };
        let look = sight.written.map(|written| (sight.length, written));
        if look.is_some() && look == *settled {
            return seen.cloned();
        }
        let print = match store::read_by(&*self.disk, path) {
            Ok(bytes) => Some(Print::of(&bytes)),
            Err(_) => return seen.cloned(),
        };
        let is_old = |written: SystemTime| written.elapsed().is_ok_and(|age| age > SETTLED_AFTER);
        *settled = look.filter(|(_, written)| is_old(*written) && print.as_ref() == seen);
        print
    }

    /// Waits; false where nobody wants to know any more.
    fn wait(&self, interval: Duration, watch: &Watch) -> bool {
        const STEP: Duration = Duration::from_millis(100);
        let mut waited = Duration::ZERO;
        while waited < interval && !watch.is_cancelled() {
            self.disk.pause(STEP);
            waited += STEP;
        }
        !watch.is_cancelled()
    }
}

impl From<Unsaved> for Unwritten {
    fn from(unsaved: Unsaved) -> Self {
        match unsaved {
            Unsaved::Exists => Self::Exists,
            Unsaved::Changed(print) => Self::Changed(print),
            Unsaved::Obstacle(obstacle) => Self::Obstacle(obstacle),
        }
    }
}

/// Whether what a team judged is closed.
pub(super) fn has_sealed(scenario: &Scenario) -> bool {
    scenario.open_teams().count() < scenario.teams.len()
}

/// A scenario that was read from no file.
fn unfiled(scenario: &Scenario) -> Opened {
    Opened { scenario: scenario.clone(), has_comments: false }
}

/// Why nothing was kept that is asked for.
fn gone() -> Unreadable {
    Unreadable::of(FaultKind::NotKept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Criterion, Edit, Elicitation, Hue, Judgement, Mark, NodeId, Refusal, Team, TeamId,
    };

    /// A team gives points for some of two criteria.
    fn given(points: &[(&str, f64)]) -> Result<Scenario, Refusal> {
        let id = |name: &str| NodeId::new(name).unwrap();
        let mut scenario = Scenario::new("a");
        scenario.criteria =
            ["x", "y"].map(|name| Criterion::new(id(name), name, Hue::nth(0))).to_vec();
        let team = TeamId::new("t").unwrap();
        scenario.teams = vec![Team::new(team.clone(), "T", Mark::nth(0)).into()];
        let points = points.iter().map(|(name, points)| (id(name), *points)).collect();
        let elicitation = Elicitation::Swing(points);
        scenario.edited(&Edit::Judge(team, Judgement { elicitation, ..Judgement::default() }))
    }

    #[test]
    fn first_points_of_nothing_are_work_under_way_and_keep_no_file_from_being_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mizan.ron");
        let files = Files::new(Keeping::none(), Clock::Stopped);
        let read = || store::parse(&std::fs::read(&path).unwrap()).unwrap().scenario;
        let zero = given(&[("x", 0.0)]).unwrap();
        let write = |scenario: &Scenario, manner: Manner| {
            files.written(&path, scenario, &manner, Label::default()).is_ok()
        };
        assert!(write(&zero, Manner::Fresh));
        assert_eq!(read(), zero.as_filed());
        let some = given(&[("x", 3.0)]).unwrap();
        assert!(write(&some, Manner::Over(Expected::Anything)));
        assert_eq!(read(), some);
        assert!(matches!(given(&[("x", 0.0), ("y", 0.0)]), Err(Refusal::Breaks(_))));
    }
}
