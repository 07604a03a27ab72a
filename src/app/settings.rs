//! The preferences while the window is open: followed at once, and kept in their file.

use std::path::PathBuf;

use egui::Context;

use super::jobs::{Jobs, Lane};
use super::outcome::Outcome;
use super::preferences::Preferences;
use crate::ui::theme::{self, ThemeChoice};

/// The size of a step of zoom, and how far it goes either way.
const ZOOM_STEP: f32 = 0.1;
const ZOOM_STEPS: std::ops::RangeInclusive<i8> = -5..=20;

/// The preferences and their file.
pub(super) struct Settings {
    pub preferences: Preferences,
    /// None: they last as long as the window.
    path: Option<PathBuf>,
}

impl Settings {
    /// Reads the preferences and follows them.
    pub(super) fn read(path: Option<PathBuf>, ctx: &Context) -> Self {
        let preferences = path.as_deref().map(Preferences::read).unwrap_or_default();
        let mut settings = Self { preferences, path };
        theme::choose(ctx, settings.preferences.theme);
        // Zooming is a command of ours, so that menus and shortcuts agree.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        settings.zoom_to(settings.preferences.zoom_steps, ctx);
        settings
    }

    pub(super) fn choose_theme(&mut self, choice: ThemeChoice, ctx: &Context) {
        self.preferences.theme = choice;
        theme::choose(ctx, choice);
    }

    pub(super) fn zoom_by(&mut self, steps: i8, ctx: &Context) {
        self.zoom_to(self.preferences.zoom_steps.saturating_add(steps), ctx);
    }

    pub(super) fn zoom_to(&mut self, steps: i8, ctx: &Context) {
        self.preferences.zoom_steps = steps.clamp(*ZOOM_STEPS.start(), *ZOOM_STEPS.end());
        ctx.set_zoom_factor(1.0 + ZOOM_STEP * f32::from(self.preferences.zoom_steps));
    }

    /// Writes the preferences; where that fails they last as long as the window.
    pub(super) fn keep(&self, jobs: &mut Jobs<Outcome>) {
        let Some(path) = self.path.clone() else { return };
        let preferences = self.preferences.clone();
        let work = move || {
            if let Err(reason) = preferences.write(&path) {
                log::warn!("the preferences were not kept in {}: {reason}", path.display());
            }
            Outcome::Kept
        };
        jobs.submit(Lane::Preferences, Box::new(move |_| work()));
    }
}
