//! What differs, in sentences, each with the way to take it over.

use std::sync::Arc;

use egui::{Id, Ui, WidgetInfo, vec2};

use crate::evaluation::Difference;
use crate::look::TypeSize;
use crate::model::Edit;
use crate::session::results::{Compared, LISTED};
use crate::text::{self as words, Sides};
use crate::ui::ViewContext;
use crate::ui::panels::result::heading_ui;
use crate::ui::widgets::touch::new_touch;

/// Whether a difference can be taken over now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taking {
    Allowed,
    /// Until what differs in the document as it is is known.
    Waits,
}

/// The list, which lays out what is in view.
#[derive(Default)]
pub(super) struct DifferenceList {
    /// The rows' heights in the last frame, for a result and a width: what isn't in view keeps its
    /// place by them.
    heights: Vec<f32>,
    known_for: Option<(Arc<Compared>, f32)>,
}

impl DifferenceList {
    /// Shows the list.
    pub(super) fn ui(
        &mut self,
        context: ViewContext,
        compared: &Arc<Compared>,
        sides: Sides,
        taking: Taking,
        ui: &mut Ui,
    ) {
        if compared.differences.is_empty() {
            ui.label(words::compare::NO_DIFFERENCE);
            return;
        }
        heading_ui(words::compare::LARGEST_FIRST, TypeSize::PanelTitle, ui);
        self.forget_other_heights(compared, ui.available_width());
        let rows = compared.differences.iter().zip(&compared.edits).take(LISTED);
        for (place, (difference, edit)) in rows.enumerate() {
            let known = self.heights.get(place).copied();
            let row = known.map(|height| {
                egui::Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height))
            });
            if let Some(row) = row.filter(|row| !ui.is_rect_visible(*row)) {
                ui.allocate_space(row.size());
                continue;
            }
            let sentence = words::difference(sides, difference);
            let edit = edit.as_ref().filter(|_| taking == Taking::Allowed);
            let height = row_ui(context, difference, &sentence, edit, ui);
            match self.heights.get_mut(place) {
                Some(slot) => *slot = height,
                None => self.heights.push(height),
            }
        }
        let more = compared.differences.len().saturating_sub(LISTED);
        if more > 0 {
            ui.label(words::counts::and_more(more));
        }
    }

    fn forget_other_heights(&mut self, compared: &Arc<Compared>, width: f32) {
        let is_known = self
            .known_for
            .as_ref()
            .is_some_and(|(known, wide)| Arc::ptr_eq(known, compared) && *wide == width);
        if !is_known {
            self.heights.clear();
            self.known_for = Some((Arc::clone(compared), width));
        }
    }
}

/// A sentence behind its button; gives the height of both.
fn row_ui(
    context: ViewContext,
    difference: &Difference,
    sentence: &str,
    edit: Option<&Edit>,
    ui: &mut Ui,
) -> f32 {
    let id = row_id(difference);
    let row = ui.push_id(id, |ui| {
        ui.horizontal_top(|ui| {
            let button = ui
                .add_enabled(edit.is_some(), egui::Button::new(words::compare::TAKE_OVER).small());
            button.widget_info(|| {
                WidgetInfo::labeled(
                    egui::Role::Button,
                    edit.is_some(),
                    words::compare::take_over(sentence),
                )
            });
            if let Some(edit) = edit.filter(|_| button.clicked()) {
                let touch = new_touch(ui, id);
                context.queue.edit(edit.clone(), words::edits::taking_over(sentence), touch);
            }
            button.on_hover_text(words::compare::TAKE_OVER_NOTE);
            ui.add(egui::Label::new(sentence).wrap());
        })
    });
    row.response.rect.height()
}

/// The id of a row, from what differs in it: no two rows are about the same.
fn row_id(difference: &Difference) -> Id {
    match difference {
        Difference::Text(text, ..) => Id::unique(("text differs", text)),
        Difference::Part(part) => Id::unique(("part differs", part)),
        Difference::Record(team) => Id::unique(("record differs", team)),
        Difference::Only(which, kind, id) => Id::unique(("only one has", which, kind, id)),
        Difference::Changed(kind, id) => Id::unique(("described differently", kind, id)),
        Difference::Share { team, criterion, .. } => Id::unique(("share differs", team, criterion)),
        Difference::Score { layer, option, criterion, .. } => {
            Id::unique(("score differs", layer, option, criterion))
        }
        Difference::Grounds { layer, option, criterion } => {
            Id::unique(("grounds differ", layer, option, criterion))
        }
    }
}
