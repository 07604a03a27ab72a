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

/// The window whose content is as large as it is drawn, in points of the system: in larger ones all
/// grows, by quarters, at most to the double.
const USUAL_WINDOW: egui::Vec2 = egui::vec2(1920.0, 1080.0);
const GROWTH_STEP: f32 = 0.25;
const MOST_GROWTH: f32 = 2.0;

/// The preferences and their file.
pub(super) struct Settings {
    pub preferences: Preferences,
    /// How much larger all is in this window than in a usual one.
    growth: f32,
    /// None: they last as long as the window.
    path: Option<PathBuf>,
}

impl Settings {
    /// Reads the preferences and follows them.
    pub(super) fn read(path: Option<PathBuf>, ctx: &Context) -> Self {
        let preferences = path.as_deref().map(Preferences::read).unwrap_or_default();
        let mut settings = Self { preferences, growth: 1.0, path };
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
        ctx.set_zoom_factor(self.zoom() * self.growth);
    }

    /// How large all is shown, as the person asked for it: 1 is the usual.
    pub(super) fn zoom(&self) -> f32 {
        1.0 + ZOOM_STEP * f32::from(self.preferences.zoom_steps)
    }

    /// Grows with the window, for the room to read from where it sits. A window on no monitor is
    /// drawn as it is.
    pub(super) fn grow_with(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().monitor_size.is_none()) {
            return;
        }
        // egui rescales this rectangle in the very pass in which another zoom comes into force.
        let growth = growth_in(ctx.content_rect().size() * ctx.zoom_factor());
        if growth.total_cmp(&self.growth).is_ne() {
            self.growth = growth;
            self.zoom_to(self.preferences.zoom_steps, ctx);
        }
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

/// How much larger all is in a window of this size, in points of the system.
fn growth_in(window: egui::Vec2) -> f32 {
    let times = (window / USUAL_WINDOW).min_elem();
    // A window's frame takes some points of its screen.
    let quarters = (times / GROWTH_STEP + 0.1).floor();
    (quarters * GROWTH_STEP).clamp(1.0, MOST_GROWTH)
}

#[cfg(test)]
mod tests {
    use egui::{Rect, Vec2, vec2};

    use super::*;

    /// The zooms of a window's frames, its size in points of the system; as eframe does it, a
    /// frame's points are those of the zoom before it.
    fn zooms(window: Vec2, steps: i8) -> Vec<f32> {
        let ctx = Context::default();
        let mut settings = Settings::read(None, &ctx);
        settings.zoom_to(steps, &ctx);
        let frame = |_| {
            let points = Rect::from_min_size(egui::Pos2::ZERO, window / ctx.zoom_factor());
            let mut input = egui::RawInput { screen_rect: Some(points), ..Default::default() };
            let viewport = input.viewports.entry(egui::ViewportId::ROOT).or_default();
            viewport.monitor_size = Some(points.size());
            let mut shown = ctx.run_ui(input, |ui| settings.grow_with(ui.ctx()));
            shown.textures_delta.clear();
            ctx.zoom_factor()
        };
        (0..12).map(frame).collect()
    }

    #[test]
    fn a_windows_growth_comes_to_rest_at_once_whatever_its_size_and_zoom() {
        let sizes = [(1280.0, 800.0), (2400.0, 1350.0), (2560.0, 1440.0), (3000.0, 1700.0)];
        for (width, height) in sizes.into_iter().chain([(3840.0, 2160.0), (1024.0, 4000.0)]) {
            for steps in [-5, 0, 3, 20] {
                let window = vec2(width, height);
                let expected = (1.0 + ZOOM_STEP * f32::from(steps)) * growth_in(window);
                let zooms = zooms(window, steps);
                let at_rest = zooms.iter().skip(3).all(|zoom| (zoom - expected).abs() < 1e-5);
                assert!(at_rest, "{window} {steps}: {zooms:?}");
            }
        }
    }

    #[test]
    fn large_windows_grow_by_quarters_and_usual_ones_stay() {
        for (window, growth) in [
            (vec2(1280.0, 800.0), 1.0),
            (vec2(1920.0, 1080.0), 1.0),
            (vec2(2560.0, 1080.0), 1.0),
            (vec2(2560.0, 1440.0), 1.25),
            (vec2(3840.0, 2160.0), 2.0),
            (vec2(7680.0, 4320.0), 2.0),
        ] {
            assert!((growth_in(window) - growth).abs() < 1e-6, "{window}");
        }
    }
}
