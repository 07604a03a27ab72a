//! The first page's content: the presets, and the files that were open.

use super::clock::Clock;
use super::outcome::Absence;
use super::preferences::{Preferences, Recent};
use crate::chart::Thumbnail;
use crate::evaluation::{Weighting, evaluate};
use crate::store::{self, PRESETS};
use crate::text;
use crate::ui::panels::start::{Offer, RecentFile};

/// What the first page shows.
#[derive(Default)]
pub(super) struct FirstPage {
    /// Made when the page is shown first.
    pub offers: Vec<Offer>,
    pub recent: Vec<RecentFile>,
}

impl FirstPage {
    /// Makes it ready to be shown.
    pub(super) fn fill(&mut self, preferences: &Preferences, clock: Clock) {
        if self.offers.is_empty() {
            self.offers = offers();
        }
        self.recent = preferences.recent.iter().map(|recent| recent_file(recent, clock)).collect();
    }

    /// Notes which recent files can't be opened.
    pub(super) fn looked_for(&mut self, absences: &[Absence]) {
        for recent in &mut self.recent {
            let absence = absences.iter().find(|absence| absence.path == recent.path);
            recent.absence = absence.map(|absence| absence.reason);
        }
    }
}

fn recent_file(recent: &Recent, clock: Clock) -> RecentFile {
    RecentFile {
        path: recent.path.clone(),
        title: recent.title.clone(),
        folder: recent.path.parent().map(last_two).unwrap_or_default(),
        when: clock.told(recent.at),
        absence: None,
    }
}

/// The last two folders of a path: "Workshops / Erbil".
fn last_two(folder: &std::path::Path) -> String {
    let mut names: Vec<String> =
        folder.iter().rev().take(2).map(|name| name.to_string_lossy().into_owned()).collect();
    names.reverse();
    names.join(" / ")
}

/// The presets as the first page offers them, drawn from what they hold.
fn offers() -> Vec<Offer> {
    let offer = |preset: &'static store::Preset| {
        let scenario = store::parse(preset.text.as_bytes()).ok()?.scenario;
        let evaluation = evaluate(&scenario, &Weighting::Mean).ok()?;
        let thumbnail = Thumbnail::new(&scenario, &evaluation);
        let extent = text::counts::extent_short(scenario.options.len(), scenario.criteria.len());
        let (title, question, decision_maker) =
            (scenario.title, scenario.question, scenario.decision_maker);
        Some(Offer { name: preset.name, title, question, decision_maker, extent, thumbnail })
    };
    PRESETS.iter().filter_map(offer).collect()
}
