//! How firm the result is: which weight, which score and which assumption would change it, and in
//! how many weightings each option comes first.

mod by_assumption;
mod by_score;
mod by_weight;
mod page;
mod places;
mod three;
mod trial;

use egui::{Id, Key, Modifiers, Ui};

use crate::evaluation::Firm;
use crate::look::{TypeSize, size};
use crate::session::results::{FirmOf, Found, Known};
use crate::text::{self, firm as words};
use crate::ui::ViewContext;
use crate::ui::panels::StagePanel;
use crate::ui::panels::answer::evaluation_ui;
use crate::ui::panels::title::heading_ui;
use crate::ui::widgets::chip::{self, Chip, Names};
pub use page::FirmPanel;
use page::{GAP, Moved, Page, SCROLL_BAR, TWO_COLUMNS, note_ui};

impl StagePanel for FirmPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let Some(shown) = evaluation_ui(context, ui) else { return };
        self.restore_by_key(context, ui);
        let trial = self.trial(context);
        let asked = FirmOf(context.session.weighting.clone(), trial);
        let Some((known, is_tried)) = known(context, &asked) else { return };
        let Some(firm) = &known.0 else { return };
        let scenario = known.scenario();
        let team = context.session.weighting.team(&shown.scenario).map(AsRef::as_ref);
        let weighed = shown.evaluation.shares.weighed;
        let weights = text::weighting_name(&shown.scenario, team, weighed);
        let page = Page { context, shown: &shown, scenario, firm, is_tried, weights: &weights };
        egui::ScrollArea::vertical().id_salt("firm").auto_shrink([false, false]).show(ui, |ui| {
            ui.add_space(14.0);
            self.head_ui(page, ui);
            if firm.ranking.ranked.len() < 2 {
                note_ui(words::TWO_NEEDED, ui);
                return;
            }
            match self.moved {
                Moved::Weight => self.by_weight_ui(page, ui),
                Moved::Score => self.by_score_ui(page, ui),
                Moved::Assumption => by_assumption::ui(page, ui),
                Moved::Triangle => three::ui(page, ui),
            }
            ui.add_space(size::CANVAS_PADDING);
        });
    }
}

impl FirmPanel {
    /// Escape puts a tried share back.
    fn restore_by_key(&mut self, context: ViewContext, ui: &Ui) {
        self.tried.take_if(|tried| tried.weighting != context.session.weighting);
        let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some())
            || egui::Popup::is_any_open(ui.ctx());
        if self.tried.is_some()
            && self.moved == Moved::Weight
            && !is_covered
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.tried = None;
        }
    }

    /// The heading with the switch of views at its right, and what is said below.
    fn head_ui(&mut self, page: Page, ui: &mut Ui) {
        let views = self.views(page);
        let chips: Vec<Chip> = views
            .iter()
            .map(|(moved, name)| Chip {
                id: Id::unique(("what is moved", moved)),
                label: name,
                mark: None,
                is_chosen: *moved == self.moved,
            })
            .collect();
        let room = ui.available_width() - chip::width(ui, &chips, Names::All) - GAP;
        let (heading, note) = self.heading(page);
        let mut picked = None;
        if room < TWO_COLUMNS / 2.0 {
            heading_ui(&heading, TypeSize::Headline, ui);
            note_ui(&note, ui);
            picked = picked.or(chip::row_ui(ui, &chips, Names::All));
        } else {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                ui.vertical(|ui| {
                    ui.set_width(room - SCROLL_BAR);
                    heading_ui(&heading, TypeSize::Headline, ui);
                    note_ui(&note, ui);
                });
                picked = chip::row_ui(ui, &chips, Names::All);
            });
        }
        if let Some((moved, _)) = picked.and_then(|place| views.get(place)) {
            self.moved = *moved;
        }
        ui.add_space(14.0);
    }

    /// The views that the document has something for.
    fn views(&mut self, page: Page) -> Vec<(Moved, &'static str)> {
        let mut views = vec![(Moved::Weight, words::BY_WEIGHT), (Moved::Score, words::BY_SCORE)];
        if !page.shown.scenario.assumptions.is_empty() {
            views.push((Moved::Assumption, words::BY_ASSUMPTION));
        }
        if three::is_there(page) {
            views.push((Moved::Triangle, words::TRIANGLE));
        }
        if !views.iter().any(|(moved, _)| *moved == self.moved) {
            self.moved = Moved::Weight;
        }
        views
    }

    fn heading(&self, page: Page) -> (String, String) {
        match self.moved {
            Moved::Weight | Moved::Triangle => self.weight_heading(page),
            Moved::Score => by_score::heading(page),
            Moved::Assumption => by_assumption::heading(page),
        }
    }
}

/// The newest answer, and whether it is of the share that is tried: while that is being worked on,
/// it is that of the shares as they are.
fn known(context: ViewContext, asked: &FirmOf) -> Option<(Known<Found<Firm>>, bool)> {
    let answer = context.session.ask(asked);
    if let Some(known) = answer.last() {
        return Some((known.clone(), asked.1.is_some()));
    }
    let plain = context.session.ask(&FirmOf(asked.0.clone(), None));
    plain.last().map(|known| (known.clone(), false))
}
