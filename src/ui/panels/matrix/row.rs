//! A row on the screen: its scene, and what can be done with the option, its cells and its total.

use egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::data::cell_label;
use super::{Frame, MatrixPanel, old_reason, place};
use crate::chart::Subject;
use crate::chart::matrix::{self, Seen};
use crate::model::{Alternative, Criterion};
use crate::session::Selection;
use crate::text::{self, one_line, plain};
use crate::ui::widgets::scene;

/// An option's row of a frame.
#[derive(Clone, Copy)]
struct Row<'a> {
    rect: Rect,
    index: usize,
    option: &'a Alternative,
}

impl MatrixPanel {
    /// Shows the row at a place, from the top.
    pub(super) fn row_ui(&mut self, frame: Frame, viewport: Rect, place: usize, ui: &mut Ui) {
        let Some(index) = frame.view.rows.get(place).copied() else { return };
        let Some(option) = frame.view.scenario.options.get(index) else { return };
        let shown = self.glides.stand(&option.id, place, ui);
        let rect = frame.geometry.row(shown, viewport.top());
        let id = frame.grid.with(("row", option.id.as_str()));
        let mut ui = ui.new_child(
            UiBuilder::new().max_rect(rect).scope_id(id).accessibility_parent(frame.grid),
        );
        let room = frame.geometry.body.expand2(vec2(8.0, 0.0));
        ui.set_clip_rect(room.intersect(ui.clip_rect().expand2(vec2(8.0, 0.0))));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(egui::accesskit::Role::Row);
            node.set_row_index(place + 1);
            node.set_label(one_line(&option.name));
        });
        let seen = Seen {
            offset: viewport.left(),
            lit: self.lit.as_ref().and_then(|lit| frame.column_of(lit)),
            typed: self.typed_column(frame, option),
        };
        let drawn = matrix::row(frame.drawing, &frame.geometry.layout, frame.view, index, seen);
        scene::paint(ui.painter(), frame.theme, rect.min, &drawn);
        let row = Row { rect, index, option };
        for part in &drawn.parts {
            let hit = scene::placed(part.hit, rect.min);
            match &part.subject {
                Subject::Option(_) => self.name_ui(frame, row, hit, &mut ui),
                Subject::Total(_) => total_ui(frame, row, hit, &ui),
                Subject::Cell(_, criterion) => {
                    if let Some(column) = frame.column_of(criterion) {
                        self.cell_ui(frame, row, (column, seen), hit, &mut ui);
                    }
                }
                Subject::Criterion(_) | Subject::Team(_) | Subject::Step { .. } => {}
            }
        }
    }

    /// The column whose cell of the option is being typed in.
    fn typed_column(&self, frame: Frame, option: &Alternative) -> Option<usize> {
        let (active, criterion) = self.active_cell().filter(|_| self.is_editing())?;
        frame.column_of(&criterion).filter(|_| active == option.id)
    }

    fn cell_ui(
        &mut self,
        frame: Frame,
        row: Row,
        (column, seen): (usize, Seen),
        hit: Rect,
        ui: &mut Ui,
    ) {
        let Some(criterion) = frame.view.scenario.criteria.get(column) else { return };
        let selection = Selection::Cell(row.option.id.clone(), criterion.id.clone());
        let Some(id) = place::id(frame.grid, &selection) else { return };
        let response = ui.interact(hit, id, Sense::CLICK);
        Self::describe_cell(frame, (row.option, criterion), (column, &response), ui);
        let rect = frame.geometry.column(column, row.rect, seen.offset);
        let criteria = frame.geometry.criteria();
        let clip = ui.clip_rect();
        // What is scrolled under the names or the totals is not to lie over them.
        let room = Rect::from_min_max(
            pos2(criteria.start, row.rect.top()),
            pos2(criteria.end, row.rect.bottom()),
        );
        ui.set_clip_rect(room.intersect(clip));
        if seen.typed == Some(column) {
            self.editor_ui(frame, rect, row.option, criterion, ui);
        }
        old_reason::ui(frame, (row.option, criterion), rect, &response, ui);
        self.ring_ui(frame, &selection, rect.expand2(vec2(5.0, -4.0)), ui);
        ui.set_clip_rect(clip);
        if response.clicked() {
            self.end_elsewhere(frame, ui);
            self.choose(frame, selection);
        }
        if response.double_clicked() {
            self.begin_editing(frame, None, ui);
        }
    }

    /// What a cell says to those who can't see it.
    fn describe_cell(
        frame: Frame,
        (option, criterion): (&Alternative, &Criterion),
        (column, response): (usize, &egui::Response),
        ui: &Ui,
    ) {
        let told = frame
            .view
            .score(&option.id, &criterion.id)
            .map_or_else(|| text::matrix::NOT_SCORED.to_owned(), |score| plain(score.score));
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::GridCell, true, cell_label(option, criterion))
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_value(told.as_str());
            node.set_column_index(column + 1);
        });
    }

    /// The option's letter and name: a click selects it, the other button opens its menu.
    fn name_ui(&mut self, frame: Frame, row: Row, hit: Rect, ui: &mut Ui) {
        let option = row.option;
        let selection = Selection::Option(option.id.clone());
        let Some(id) = place::id(frame.grid, &selection) else { return };
        let response = ui.interact(hit, id, Sense::CLICK);
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::RowHeader, true, &option.name));
        self.ring_ui(frame, &selection, hit.expand2(vec2(6.0, -1.0)), ui);
        self.head_clicked(frame, &response, &selection, ui);
        let is_cut = || matrix::is_name_cut(frame.drawing, &frame.geometry.layout, option);
        if response.hovered() && (!option.note.is_empty() || is_cut()) {
            response.on_hover_text(format!("{}\n{}", option.name, option.note).trim_end());
        }
    }
}

/// What a total says to those who can't see it.
fn total_ui(frame: Frame, row: Row, hit: Rect, ui: &Ui) {
    let Some(told) = frame.view.total_told(row.index) else { return };
    let id = frame.grid.with(("total", row.option.id.as_str()));
    let response = ui.interact(hit, id, Sense::hover());
    response.widget_info(|| {
        let label = text::matrix::total_of(&row.option.name);
        egui::WidgetInfo::labeled(egui::Role::GridCell, true, label)
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_value(told.as_str());
        node.set_column_index(frame.view.scenario.criteria.len() + 1);
    });
}
