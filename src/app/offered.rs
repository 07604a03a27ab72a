//! What processes left behind that ended without closing, as it is offered.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::breakdown::Breakdown;
use super::files::{Files, Kept};
use crate::evaluation::{Evaluations, Weighting, compare_documents};
use crate::model::{Alternative, Scenario};
use crate::store::{self, Left, SlotId};
use crate::text::{self, Sides, keeping as words};
use crate::ui::action::RecoveredId;
use crate::ui::panels::start::{AgainstFile, RecoveredCard};

/// How many differences a card tells.
const TOLD: usize = 5;

/// Something that was recovered.
pub(super) struct Recovered {
    pub slot: SlotId,
    /// Its file; none where it was never saved.
    pub path: Option<PathBuf>,
    pub scenario: Arc<Scenario>,
    pub told_at: String,
}

/// All that is offered, with the cards that tell it.
#[derive(Default)]
pub(super) struct Offered {
    pub all: Vec<Recovered>,
    pub cards: Vec<RecoveredCard>,
    /// The newest report of a failure.
    pub report: Option<PathBuf>,
}

impl Offered {
    pub(super) fn find(&self, id: RecoveredId) -> Option<&Recovered> {
        self.all.iter().find(|recovered| recovered.slot.number() == id.0)
    }

    pub(super) fn drop(&mut self, id: RecoveredId) {
        self.all.retain(|recovered| recovered.slot.number() != id.0);
        self.cards.retain(|card| card.id != id);
    }
}

/// Looks for what was left behind. What is as its file is needs no recovery any more.
pub(super) fn look(files: &Files, breakdown: &Breakdown) -> Offered {
    let report = breakdown.newest_report();
    let mut offered = Offered { report, ..Offered::default() };
    let Some(kept) = &files.kept else { return offered };
    for left in kept.recovery.left() {
        let path = left.stamp.path.as_ref().map(PathBuf::from);
        let filed = path.as_deref().map(|path| {
            let bytes = store::read_by(&*files.disk, path);
            bytes.and_then(|bytes| store::parse(&bytes)).map(|opened| opened.scenario).ok()
        });
        if matches!(&filed, Some(Some(filed)) if *filed == left.scenario.as_filed()) {
            kept.recovery.forget(left.slot);
            continue;
        }
        if path.as_deref().is_some_and(|path| was_saved_before(kept, path, &left.scenario)) {
            kept.recovery.forget(left.slot);
            continue;
        }
        offered.cards.push(card(&left, path.as_deref(), filed.as_ref(), files));
        let told_at = files.clock.told_exactly(left.stamp.at);
        offered.all.push(Recovered { slot: left.slot, path, scenario: left.scenario, told_at });
    }
    offered
}

/// Whether a state lies among the versions of its file, and another was saved since: nothing of it
/// is lost, and it isn't newer than the file.
fn was_saved_before(kept: &Kept, path: &Path, scenario: &Scenario) -> bool {
    let versions = kept.versions.of(path);
    let older = versions.iter().skip(1);
    let filed = scenario.as_filed();
    let mut held = older.filter_map(|version| kept.versions.read(path, version.id));
    held.any(|(_, opened)| opened.scenario == filed)
}

fn card(
    left: &Left,
    path: Option<&Path>,
    filed: Option<&Option<Scenario>>,
    files: &Files,
) -> RecoveredCard {
    let stamp = &left.stamp;
    let scenario = &left.scenario;
    let below = if let Some(path) = path {
        let saved = stamp.known_at.map(|at| files.clock.told(at));
        let changes = words::after_save(stamp.changes, saved.as_deref());
        format!("{changes} · {}", path.display())
    } else {
        let scored = scenario.scores.rows().map(|(_, row)| row.iter().count()).sum();
        let extent = words::never_saved(scenario.options.len(), scenario.criteria.len(), scored);
        format!("{extent} · {}", words::NO_FILE)
    };
    let newer = stamp.known_at.map(|known| stamp.at - known);
    let title = match path {
        Some(_) => scenario.title.clone(),
        None => words::without_file(&scenario.title),
    };
    RecoveredCard {
        id: RecoveredId(left.slot.number()),
        title,
        below,
        when: words::last_state(&files.clock.told_exactly(stamp.at), newer),
        against_file: filed.map(|filed| against(filed.as_ref(), scenario)),
        size: left.size,
    }
}

/// How a recovered state stands to what its file holds.
fn against(filed: Option<&Scenario>, recovered: &Arc<Scenario>) -> AgainstFile {
    let Some(filed) = filed else { return AgainstFile::Unreadable };
    let [before, after] = [Arc::new(filed.clone()), Arc::clone(recovered)].map(Evaluations::new);
    let found = compare_documents(&before, &after);
    let sides = Sides {
        names: [words::IN_FILE, words::IN_RECOVERED],
        documents: [&**before.scenario(), &**after.scenario()],
    };
    let told = found.iter().take(TOLD);
    let differences = told.map(|it| text::one_line(&text::difference(sides, it))).collect();
    let may_tell = !filed.hides_totals() && !recovered.hides_totals();
    let winner = may_tell.then(|| {
        let [before, after] = [&before, &after].map(first);
        words::winners(&before, &after)
    });
    AgainstFile::Differs { differences, more: found.len().saturating_sub(TOLD), winner }
}

/// The options that are first for what the window would show, level with one another.
fn first(evaluations: &Evaluations) -> Vec<&str> {
    let scenario = evaluations.scenario();
    let Ok(evaluation) = evaluations.of(&Weighting::of_default(scenario)) else {
        return Vec::new();
    };
    let winners = evaluation.ranking.winners();
    let options = winners.filter_map(|winner| scenario.options.get(winner.option));
    options.map(Alternative::label).collect()
}
