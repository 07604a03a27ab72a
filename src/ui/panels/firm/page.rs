//! What the page "How firm" keeps, what its views are drawn from, and how they are laid out.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::Doubt;
use crate::chart::Tones;
use crate::evaluation::{Drawn, Firm, Weighting};
use crate::look::Role;
use crate::model::{NodeId, OptionId, Scenario};
use crate::ui::ViewContext;
use crate::ui::panels::answer::Shown;
use crate::ui::theme::Theme;

/// From this width on a page has two columns.
pub(super) const TWO_COLUMNS: f32 = 900.0;
pub(super) const GAP: f32 = 48.0;
/// What the scroll bar takes.
pub(super) const SCROLL_BAR: f32 = 16.0;

/// What is moved to see whether the result changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Moved {
    #[default]
    Weight,
    Score,
    Assumption,
    /// Three weights at once.
    Triangle,
}

/// What the page keeps between frames.
#[derive(Default)]
pub struct FirmPanel {
    pub(super) moved: Moved,
    pub(super) tried: Option<Tried>,
    pub(super) drawn: Drawn,
    pub(super) doubt: Doubt,
    /// Scores that would turn the result only outside of their ranges are listed too.
    pub(super) outside: Outside,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Outside {
    #[default]
    Folded,
    Listed,
}

/// What a view of the page is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub context: ViewContext<'a>,
    pub shown: &'a Shown,
    /// The state of the document that `firm` is of.
    pub scenario: &'a Arc<Scenario>,
    /// The shares as they are, or as they are tried.
    pub firm: &'a Firm,
    /// Whether they are as they are tried.
    pub is_tried: bool,
    /// How the shares that are drawn around are called.
    pub weights: &'a str,
}

impl Page<'_> {
    /// The tones of a document's options; greys alone where it is another state than `firm` is of.
    pub fn tones<'s>(&self, scenario: &'s Arc<Scenario>) -> Tones<'s> {
        if Arc::ptr_eq(scenario, self.scenario) {
            Tones::new(scenario, &self.firm.ranking)
        } else {
            Tones::greys(scenario)
        }
    }

    /// The ids of the options that lead as things stand.
    pub fn leaders(&self) -> Vec<&OptionId> {
        let winners = self.shown.evaluation.ranking.winners();
        let options = winners.filter_map(|winner| self.shown.scenario.options.get(winner.option));
        options.map(|option| &option.id).collect()
    }
}

/// A share that is tried, under which weighting.
pub(super) struct Tried {
    pub weighting: Weighting,
    pub criterion: NodeId,
    pub thousandths: u16,
}

/// Shows a sentence of second rank; nothing where there is none.
pub(super) fn note_ui(words: &str, ui: &mut Ui) {
    if !words.is_empty() {
        ui.label(egui::RichText::new(words).color(Theme::of(ui.ctx()).colour(Role::Ink2)));
    }
}

/// Shows two columns, the left one so much of the room; below each other where there is too little.
pub(super) fn columns_ui<R>(
    ui: &mut Ui,
    left_part: f32,
    left_ui: impl FnOnce(&mut Ui) -> R,
    right_ui: impl FnOnce(&mut Ui),
) -> R {
    let whole = ui.available_width() - SCROLL_BAR;
    if whole < TWO_COLUMNS {
        ui.set_max_width(whole);
        let found = left_ui(ui);
        ui.add_space(24.0);
        right_ui(ui);
        return found;
    }
    let left = ((whole - GAP) * left_part).round();
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let found = ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.set_width(left);
            left_ui(ui)
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.set_width(whole - GAP - left);
            right_ui(ui);
        });
        found.inner
    });
    shown.inner
}
