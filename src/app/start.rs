//! The first page: the presets, the files that were open, and the preferences behind them.

use std::path::Path;

use egui::Context;

use super::files::{Outcome, Replacement};
use super::preferences::{self, Preferences, Recent};
use super::window::App;
use crate::chart::Thumbnail;
use crate::evaluation::{Weighting, evaluate};
use crate::store::{self, PRESETS};
use crate::text::label;
use crate::ui::context::Notice;
use crate::ui::panels::start::{Offer, RecentFile};
use crate::ui::theme::{self, ThemeChoice};

/// The size of a step of zoom, and how far it goes either way.
const ZOOM_STEP: f32 = 0.1;
const ZOOM_STEPS: std::ops::RangeInclusive<i8> = -5..=20;

impl App {
    /// Reads the preferences and follows them.
    pub(super) fn take_preferences(&mut self, ctx: &Context) {
        self.preferences =
            self.services.preferences.as_deref().map(Preferences::read).unwrap_or_default();
        theme::choose(ctx, self.preferences.theme);
        // Zooming is a command of ours, so that menus and shortcuts agree.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        self.zoom_to(self.preferences.zoom_steps, ctx);
    }

    pub(super) fn choose_theme(&mut self, choice: ThemeChoice, ctx: &Context) {
        self.preferences.theme = choice;
        theme::choose(ctx, choice);
        self.keep_preferences();
    }

    pub(super) fn zoom_by(&mut self, steps: i8, ctx: &Context) {
        self.zoom_to(self.preferences.zoom_steps.saturating_add(steps), ctx);
        self.keep_preferences();
    }

    pub(super) fn zoom_to(&mut self, steps: i8, ctx: &Context) {
        self.preferences.zoom_steps = steps.clamp(*ZOOM_STEPS.start(), *ZOOM_STEPS.end());
        ctx.set_zoom_factor(1.0 + ZOOM_STEP * f32::from(self.preferences.zoom_steps));
    }

    /// Writes the preferences; where that fails they last as long as the window.
    pub(super) fn keep_preferences(&self) {
        let Some(path) = self.services.preferences.clone() else { return };
        let preferences = self.preferences.clone();
        self.services.executor.spawn(Box::new(move || {
            if let Err(reason) = preferences.write(&path) {
                log::warn!("the preferences were not kept in {}: {reason}", path.display());
            }
        }));
    }

    /// Closes what is open and shows the first page, which looks again at the recent files.
    pub(super) fn show_first_page(&mut self, ctx: &Context) {
        self.session = None;
        self.notice = None;
        if self.offers.is_empty() {
            self.offers = offers();
        }
        self.recent =
            self.preferences.recent.iter().map(|recent| self.recent_file(recent)).collect();
        let paths: Vec<_> =
            self.preferences.recent.iter().map(|recent| recent.path.clone()).collect();
        let sender = self.sender(ctx);
        self.services.executor.spawn(Box::new(move || {
            let absences =
                paths.into_iter().map(|path| (preferences::absence(&path), path)).collect();
            sender(Outcome::LookedFor(absences));
        }));
    }

    fn recent_file(&self, recent: &Recent) -> RecentFile {
        let folder = recent.path.parent().map(last_two).unwrap_or_default();
        let when = self.services.clock.told(recent.at);
        RecentFile {
            path: recent.path.clone(),
            title: recent.title.clone(),
            folder,
            when,
            absence: None,
        }
    }

    pub(super) fn looked_for(&mut self, absences: &[(Option<&'static str>, std::path::PathBuf)]) {
        for recent in &mut self.recent {
            recent.absence = absences
                .iter()
                .find(|(_, path)| *path == recent.path)
                .and_then(|(absence, _)| *absence);
        }
    }

    /// Notes that a file was opened or saved.
    pub(super) fn remember(&mut self, path: &Path) {
        let title = self
            .session
            .as_ref()
            .map(|session| session.scenario().title.clone())
            .unwrap_or_default();
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.preferences.remember(Recent {
            path,
            title,
            at: self.services.clock.second().unwrap_or(0),
        });
        self.keep_preferences();
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.preferences.forget(path);
        self.recent.retain(|recent| recent.path != path);
        self.keep_preferences();
    }

    /// Opens a file that was dropped on the window.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let mut paths = dropped.into_iter().map(|file| file.path().to_owned());
        if let Some(path) = paths.next().filter(|_| self.dialog.is_none()) {
            if paths.next().is_some() {
                self.notice = Some(Notice::Done(label::MANY_DROPPED.to_owned()));
            }
            if self.may_be_replaced() {
                self.read(path, ctx);
            } else {
                self.ask_about_changes(Replacement::File(path));
            }
        }
    }
}

/// The last two folders of a path: "Workshops / Erbil".
fn last_two(folder: &Path) -> String {
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
        let extent = label::extent_short(scenario.options.len(), scenario.criteria.len());
        let (title, question, decision_maker) =
            (scenario.title, scenario.question, scenario.decision_maker);
        Some(Offer { name: preset.name, title, question, decision_maker, extent, thumbnail })
    };
    PRESETS.iter().filter_map(offer).collect()
}
