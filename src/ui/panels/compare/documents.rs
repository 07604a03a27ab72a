//! What differs between this document and another, in sentences, each with the way to take it over.

use std::sync::Arc;

use egui::{Rect, Ui, WidgetInfo, vec2};

use super::listed::{Listed, Taking};
use super::taking::{follows_ui, row_id};
use crate::evaluation::Difference;
use crate::look::TypeSize;
use crate::session::results::{self, Compared, LISTED};
use crate::text::{self as words};
use crate::ui::ViewContext;
use crate::ui::panels::title::heading_ui;
use crate::ui::widgets::touch::new_touch;

/// The room at the right for what follows.
const FOLLOWS: f32 = 230.0;
const LEAST: f32 = 28.0;

/// The list, which lays out what is in view.
#[derive(Default)]
pub(super) struct DocumentList {
    /// The rows' heights in the last frame, for a result and a width: what isn't in view keeps its
    /// place by them.
    heights: Vec<f32>,
    known_for: Option<(Arc<Compared>, f32)>,
}

impl DocumentList {
    /// Shows the list.
    pub(super) fn ui(&mut self, context: ViewContext, listed: Listed, ui: &mut Ui) {
        let compared = listed.compared;
        if compared.differences.is_empty() {
            ui.label(words::compare::NO_DIFFERENCE);
            return;
        }
        heading_ui(words::compare::TAKING_OVER, TypeSize::PanelTitle, ui);
        self.forget_other_heights(compared, ui.available_width());
        let rows = compared.differences.iter().zip(&compared.takings).take(LISTED);
        for (place, (difference, [taking, _])) in rows.enumerate() {
            let known = self.heights.get(place).copied();
            let row = known.map(|height| {
                Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height))
            });
            if let Some(row) = row.filter(|row| !ui.is_rect_visible(*row)) {
                ui.allocate_space(row.size());
                continue;
            }
            let height = row_ui(context, listed, difference, taking.as_ref(), ui);
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

/// A sentence behind its button, with what follows at its end; gives the height of all.
fn row_ui(
    context: ViewContext,
    listed: Listed,
    difference: &Difference,
    taking: Option<&results::Taking>,
    ui: &mut Ui,
) -> f32 {
    let id = row_id(difference);
    let sentence = words::difference(listed.sides, difference);
    let follows = taking.and_then(|taking| taking.follows.as_ref());
    let taking = taking.filter(|_| listed.taking == Taking::Allowed);
    let width = ui.available_width();
    let row = ui.push_id(id, |ui| {
        ui.horizontal_top(|ui| {
            ui.set_min_height(LEAST);
            let button = ui.add_enabled(
                taking.is_some(),
                egui::Button::new(words::compare::TAKE_OVER).small(),
            );
            let told = words::compare::take_over(&sentence);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, taking.is_some(), &told));
            if let Some(taking) = taking.filter(|_| button.clicked()) {
                let (edit, touch) = (taking.edit.clone(), new_touch(ui, id));
                context.queue.edit(edit, words::edits::taking_over(&sentence), touch);
            }
            button
                .on_hover_text(words::compare::TAKE_OVER_NOTE)
                .on_disabled_hover_text(words::compare::NOT_TAKEN);
            let room = (ui.available_width() - FOLLOWS - 16.0).max(120.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(egui::Label::new(&sentence).wrap());
            });
        })
    });
    let row = row.response.rect;
    if let Some(follows) = follows {
        let left = row.left() + width - FOLLOWS;
        let place = Rect::from_min_size(egui::pos2(left, row.top()), vec2(FOLLOWS, 22.0));
        follows_ui(ui, place, listed.sides.documents[0], follows);
    }
    row.height()
}
