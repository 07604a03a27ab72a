//! What is known of the states that the document had: the versions of its file, and what is looked
//! at.

use std::path::PathBuf;

use super::clock::Clock;
use super::files::Files;
use crate::model::Scenario;
use crate::session::Draft;
use crate::store::{Print, Stay, Version, VersionId};
use crate::text::keeping as words;
use crate::ui::Stage;
use crate::ui::action::{Stays, VersionNumber};
use crate::ui::panels::states::{States, VersionRow};

/// What is known of the states.
#[derive(Default)]
pub(super) struct DocumentStates {
    pub shown: States,
    /// The file whose versions were asked for, and what it was then.
    pub asked: Option<(PathBuf, Option<Print>)>,
    /// What is looked at, and the page from which one came to it.
    pub viewed: Option<(Draft, Stage)>,
}

/// What a job found of a file's versions.
pub(super) struct FoundVersions {
    pub path: PathBuf,
    pub versions: Vec<Version>,
}

/// What a job read of a version.
pub(super) struct ReadVersion {
    pub path: PathBuf,
    pub number: VersionNumber,
    pub scenario: Option<Scenario>,
}

/// Reads a version.
pub(super) fn read(files: &Files, path: PathBuf, number: VersionNumber) -> ReadVersion {
    let kept = files.kept.as_ref();
    let read = kept.and_then(|kept| kept.versions.read(&path, VersionId::nth(number.0)));
    ReadVersion { path, number, scenario: read.map(|(_, opened)| opened.scenario) }
}

/// A version as the list tells it.
pub(super) fn row(version: &Version, clock: Clock) -> VersionRow {
    let time = clock.told_in_list(version.stamp.at);
    let name = words::version_name(version.stamp.done.as_deref(), version.stamp.changes);
    let (when, hour, name) = if time.is_today {
        (time.hour, String::new(), name)
    } else {
        let name = format!("{}, {name}", time.hour);
        (time.day, time.hour, name)
    };
    VersionRow {
        number: VersionNumber(version.id.number()),
        is_of_today: time.is_today,
        when,
        hour,
        name,
        stays: match version.stay {
            Stay::InTurn => Stays::InTurn,
            Stay::ForGood => Stays::ForGood,
        },
        has_sealed: version.stamp.has_sealed,
    }
}
