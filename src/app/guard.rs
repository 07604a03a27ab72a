//! A page that breaks down says so, and the window lives on.

use std::panic::{AssertUnwindSafe, catch_unwind};

use egui::Ui;

use crate::look::TypeSize;
use crate::text::dialogs as words;
use crate::ui::Stage;
use crate::ui::panels::title::heading_ui;

/// The page that broke down, at a state of the document: it isn't shown again as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Guard {
    broken: Option<(Stage, u64)>,
}

/// What came of showing a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Shown,
    /// It broke down just now: what it kept between frames is not to be trusted.
    Broke,
}

impl Guard {
    /// Shows a page of the document at a revision.
    pub(super) fn ui(
        &mut self,
        at: (Stage, u64),
        ui: &mut Ui,
        page_ui: impl FnOnce(&mut Ui),
    ) -> Page {
        if self.broken == Some(at) {
            self.told_ui(ui);
            return Page::Shown;
        }
        // What it kept is thrown away by whoever is told of it.
        let shown = catch_unwind(AssertUnwindSafe(|| {
            ui.scope(page_ui);
        }));
        if shown.is_ok() {
            return Page::Shown;
        }
        log::error!("the page {:?} broke down", at.0);
        self.broken = Some(at);
        ui.ctx().request_repaint();
        Page::Broke
    }

    fn told_ui(&mut self, ui: &mut Ui) {
        ui.add_space(16.0);
        heading_ui(words::BROKEN, TypeSize::Headline, ui);
        ui.label(words::BROKEN_NOTE);
        ui.add_space(8.0);
        if ui.button(words::TRY_AGAIN).clicked() {
            self.broken = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::look::Fallbacks;
    use crate::ui::theme;

    /// Shows a page that breaks or not, for a frame; gives what came of it, and whether it was
    /// tried at all.
    fn frame(ctx: &egui::Context, guard: &mut Guard, revision: u64, breaks: bool) -> (Page, bool) {
        let (mut page, mut is_tried) = (Page::Shown, false);
        let mut shown = ctx.run_ui(egui::RawInput::default(), |ui| {
            page = guard.ui((Stage::Result, revision), ui, |ui| {
                is_tried = true;
                ui.label("before");
                assert!(!breaks, "a chart breaks");
            });
        });
        shown.textures_delta.clear();
        (page, is_tried)
    }

    #[test]
    fn a_page_that_breaks_is_not_tried_again_until_the_document_is_another() {
        let ctx = egui::Context::default();
        theme::install(&ctx, &Arc::new(Fallbacks::default()));
        let mut guard = Guard::default();
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| ()));
        let first = frame(&ctx, &mut guard, 0, true);
        std::panic::set_hook(usual);
        assert_eq!(first, (Page::Broke, true));
        assert_eq!(frame(&ctx, &mut guard, 0, true), (Page::Shown, false), "it says so");
        assert_eq!(frame(&ctx, &mut guard, 1, false), (Page::Shown, true));
    }
}
