//! What jobs do about files: ask for a path, read, write. Each gives what came of it.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::lifecycle::{Came, Manner, Picked, Source, Unwritten};
use super::picker::Asked;
use crate::model::{Scenario, faults};
use crate::store::{self, Overwrite};
use crate::text;

/// A dialog that answers faster than this hasn't been seen by anyone: there was none.
const SEEN_AFTER: Duration = Duration::from_millis(300);

/// Waits for the answer of the system's dialog.
pub(super) fn pick(asked: Asked) -> Came {
    let began = Instant::now();
    Came::Picked(match pollster::block_on(asked) {
        Some(path) => Picked::Path(path),
        None if began.elapsed() >= SEEN_AFTER => Picked::Cancelled,
        None => Picked::NoDialog,
    })
}

pub(super) fn read(source: &Source) -> Came {
    Came::Read(match source {
        Source::Preset(preset) => store::parse(preset.text.as_bytes()),
        Source::File(path) => store::read_file(path).and_then(|bytes| store::parse(&bytes)),
    })
}

pub(super) fn write(path: &Path, scenario: &Scenario, manner: Manner) -> Came {
    Came::Wrote(written(path, scenario, manner))
}

fn written(path: &Path, scenario: &Scenario, manner: Manner) -> Result<(), Unwritten> {
    let text = store::to_text(scenario).map_err(|error| {
        let faults = faults(scenario, None);
        Unwritten::Told(faults.first().map_or(error.0, text::unwritable))
    })?;
    if let Some(folder) = missing_folder(path) {
        return Err(Unwritten::Told(text::files::no_folder(&folder.display().to_string())));
    }
    if manner == Manner::OverKeeping {
        keep_original(path)?;
    }
    let overwrite = match manner {
        Manner::Fresh => Overwrite::Refused,
        Manner::Over | Manner::OverKeeping => Overwrite::Allowed,
    };
    store::save(path, &text, overwrite).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Unwritten::Exists,
        _ => told(&error),
    })
}

fn told(error: &io::Error) -> Unwritten {
    Unwritten::Told(error.to_string())
}

/// The folder of a path, where it isn't there.
fn missing_folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
}

/// Copies a file with comments beside itself, with its permissions, under a name that isn't taken.
/// One that is gone, or was rewritten without comments meanwhile, leaves nothing to be kept.
fn keep_original(path: &Path) -> Result<(), Unwritten> {
    if !path.exists() || has_no_comments(path) {
        return Ok(());
    }
    let kept: PathBuf = (1..1000)
        .map(|number| path.with_extension(format!("with-comments-{number}.ron")))
        .find(|kept| !kept.exists())
        .ok_or_else(|| Unwritten::Told(text::files::NO_NAME_LEFT.to_owned()))?;
    std::fs::copy(path, &kept)
        .and_then(|_| std::fs::File::open(&kept)?.sync_all())
        .map_err(|error| told(&error))
}

/// Whether a file is known to hold no comments.
fn has_no_comments(path: &Path) -> bool {
    let opened = store::read_file(path).and_then(|bytes| store::parse(&bytes));
    opened.is_ok_and(|opened| !opened.has_comments)
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
        let read = || store::parse(&std::fs::read(&path).unwrap()).unwrap().scenario;
        let zero = given(&[("x", 0.0)]).unwrap();
        assert!(written(&path, &zero, Manner::Fresh).is_ok());
        assert_eq!(read(), zero.as_filed());
        let some = given(&[("x", 3.0)]).unwrap();
        assert!(written(&path, &some, Manner::Over).is_ok());
        assert_eq!(read(), some);
        assert!(matches!(given(&[("x", 0.0), ("y", 0.0)]), Err(Refusal::Breaks(_))));
    }
}
