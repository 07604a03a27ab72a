//! Looking for faces where a document holds letters that IBM Plex lacks: egui says which it missed,
//! a job looks for them, and from the next frame on window and measuring draw them. Each character
//! is looked for once. Until then, or where nobody has it, the box of a missing one stands for it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;
use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};

use super::jobs::{Jobs, Lane};
use super::outcome::Outcome;
use crate::look::fallback::is_drawn;
use crate::look::{FaceFile, FaceSource, Fallbacks};
use crate::ui::theme;

/// The search of one window.
pub(super) struct FaceSearch {
    fallbacks: Arc<Fallbacks>,
    source: Arc<dyn FaceSource>,
    missed: Arc<Missed>,
}

/// Characters that no font of the window has.
#[derive(Default)]
struct Missed(Mutex<Characters>);

#[derive(Default)]
struct Characters {
    asked: BTreeSet<char>,
    waiting: BTreeSet<char>,
}

impl FaceSearch {
    /// Begins to listen for what a context misses.
    pub(super) fn new(
        ctx: &Context,
        fallbacks: Arc<Fallbacks>,
        source: Arc<dyn FaceSource>,
    ) -> Self {
        let missed = Arc::new(Missed::default());
        ctx.add_font_provider(Arc::<Missed>::clone(&missed));
        Self { fallbacks, source, missed }
    }

    /// Puts what was found behind the window's fonts.
    pub(super) fn found(&self, files: Vec<FaceFile>, ctx: &Context) {
        if files.into_iter().filter(|file| self.fallbacks.add(*file)).count() > 0 {
            theme::install_fonts(ctx, &self.fallbacks);
            ctx.request_repaint();
        }
    }

    /// Begins to look for what was missed since the last time.
    pub(super) fn look(&self, jobs: &mut Jobs<Outcome>) {
        let characters = self.missed.take();
        if characters.is_empty() {
            return;
        }
        let source = Arc::clone(&self.source);
        jobs.submit(Lane::Faces, Box::new(move |_| Outcome::Faces(source.faces(&characters))));
    }
}

impl Missed {
    fn take(&self) -> Vec<char> {
        let mut characters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut characters.waiting).into_iter().collect()
    }
}

impl FontProvider for Missed {
    /// Has none at hand, but notes what is asked for.
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let character = request.cluster.chars().next().filter(|character| is_drawn(*character))?;
        let mut characters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if characters.asked.insert(character) {
            characters.waiting.insert(character);
        }
        None
    }
}
