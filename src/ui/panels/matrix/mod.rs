//! The matrix as areas: a block's height is the criterion's weight, its coloured width the value, and the total is the same parts
//! laid end to end.
//!
//! One grid with one focus and an active cell; only the rows in view are laid out, and have accessibility nodes.

mod block;
mod data;
mod editor;
mod header;
mod keys;
mod layout;
mod row;
mod total;

use egui::{Id, Rect, Sense, Ui, UiBuilder, Vec2};

pub use data::Order;

use crate::model::{NodeId, OptionId};
use crate::text::label;
use crate::ui::theme::Theme;
use crate::ui::{Queue, ViewContext};
use data::MatrixView;
use editor::Editing;
use layout::Geometry;

/// What the matrix keeps between frames; nothing that matters to the file.
#[derive(Default)]
pub struct MatrixPanel {
    order: Order,
    /// The active cell.
    active: Option<(OptionId, NodeId)>,
    editing: Option<Editing>,
    /// The rows as they stood when editing began: they don't move under the hand.
    frozen: Option<Vec<usize>>,
    /// The active cell moved, and is to be brought into view.
    is_to_scroll: bool,
}

/// What every part of the matrix is painted with.
#[derive(Clone, Copy)]
struct Frame<'a> {
    view: &'a MatrixView<'a>,
    geometry: &'a Geometry,
    theme: Theme,
    grid: Id,
}

impl MatrixPanel {
    /// Shows the matrix under the session's weighting.
    pub fn ui(&mut self, context: ViewContext, queue: &mut Queue, ui: &mut Ui) {
        let evaluated = context.session.evaluation(&context.session.weighting);
        let evaluation = match evaluated.as_ref() {
            Ok(evaluation) => evaluation,
            Err(withheld) => {
                ui.label(crate::text::withheld(withheld));
                return;
            }
        };
        if self.editing.is_none() {
            self.frozen = None;
        }
        let view = MatrixView::new(context.session, evaluation, self.order, self.frozen.clone());
        header::headline_ui(&view, &mut self.order, ui);
        let geometry = Geometry::new(ui.available_rect_before_wrap(), view.scenario.criteria.len(), view.rows.len());
        let theme = Theme::of(ui.ctx());
        let frame = Frame { view: &view, geometry: &geometry, theme, grid: ui.scope_id().with("matrix") };
        self.grid_ui(frame, queue, ui);
    }

    /// Whether a score is being typed.
    pub fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    /// Makes what is being typed an edit in this frame, as Enter would.
    pub fn end_editing(&mut self) {
        if let Some(editing) = &mut self.editing {
            editing.end();
        }
    }

    fn grid_ui(&mut self, frame: Frame, queue: &mut Queue, ui: &mut Ui) {
        let geometry = frame.geometry;
        let response = ui.interact(geometry.whole, frame.grid, Sense::focusable_noninteractive());
        self.describe(frame, &response, ui);
        self.keep_active(frame, &response);
        self.keys_ui(frame, &response, queue, ui);
        let scrolled = self.scroll_to(frame);
        let mut area = egui::ScrollArea::both().id_salt("matrix").auto_shrink([false, false]).max_height(geometry.body.height());
        if let Some(offset) = scrolled.filter(|_| std::mem::take(&mut self.is_to_scroll)) {
            let known = egui::scroll_area::State::load(ui.ctx(), ui.make_persistent_id("matrix"))
                .map_or(Vec2::ZERO, |state| state.clamped_offset());
            area = area.scroll_offset(geometry.brought_into_view(known, offset));
        }
        let mut body = ui.new_child(UiBuilder::new().max_rect(geometry.body).accessibility_parent(frame.grid));
        let painted = area.show_viewport(&mut body, |ui, viewport| {
            ui.set_min_size(geometry.content());
            self.rows_ui(frame, viewport, queue, ui);
            viewport.min
        });
        self.end_unseen(frame, queue, ui);
        header::ui(frame, painted.inner.x, ui);
        ui.allocate_rect(geometry.whole, Sense::hover());
    }

    fn rows_ui(&mut self, frame: Frame, viewport: Rect, queue: &mut Queue, ui: &mut Ui) {
        let rows = frame.geometry.rows_in(viewport);
        for place in rows {
            if let Some(option) = frame.view.rows.get(place).copied() {
                self.row_ui(frame, viewport, (place, option), queue, ui);
            }
        }
    }

    /// The grid's node: what it is, how large, and which cell is active.
    fn describe(&self, frame: Frame, response: &egui::Response, ui: &Ui) {
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Grid, true, label::MATRIX));
        // Asked before the node is written: the context is locked meanwhile.
        let active = self.active.as_ref().filter(|_| response.has_focus());
        let active = active.map(|(option, criterion)| cell_id(frame.grid, option, criterion));
        ui.ctx().accesskit_node_builder(frame.grid, |node| {
            node.set_row_count(frame.view.rows.len() + 1);
            node.set_column_count(frame.view.scenario.criteria.len() + 2);
            if let Some(active) = active {
                node.set_active_descendant(active.accesskit_id());
            }
        });
    }

    /// Keeps the active cell on something that is there; the first cell when the grid gets the focus.
    fn keep_active(&mut self, frame: Frame, response: &egui::Response) {
        let scenario = frame.view.scenario;
        let is_there =
            |(option, criterion): &(OptionId, NodeId)| scenario.option(option).is_some() && scenario.criterion(criterion).is_some();
        if self.active.as_ref().is_some_and(|cell| !is_there(cell)) {
            self.active = None;
            self.editing = None;
        }
        if response.gained_focus() && self.active.is_none() {
            let option = frame.view.rows.first().and_then(|option| scenario.options.get(*option));
            let criterion = scenario.criteria.first();
            self.active = option.zip(criterion).map(|(option, criterion)| (option.id.clone(), criterion.id.clone()));
        }
    }

    /// The rectangle of the active cell inside the content.
    fn scroll_to(&self, frame: Frame) -> Option<Rect> {
        let (row, column) = self.active_place(frame)?;
        Some(frame.geometry.cell_in_content(row, column))
    }

    /// The row and column of the active cell.
    fn active_place(&self, frame: Frame) -> Option<(usize, usize)> {
        let (option, criterion) = self.active.as_ref()?;
        let scenario = frame.view.scenario;
        let row = frame.view.rows.iter().position(|index| scenario.options.get(*index).is_some_and(|o| o.id == *option))?;
        Some((row, scenario.criteria.iter().position(|c| c.id == *criterion)?))
    }

    fn activate(&mut self, frame: Frame, row: usize, column: usize) {
        let option = frame.view.rows.get(row).and_then(|index| frame.view.scenario.options.get(*index));
        if let Some((option, criterion)) = option.zip(frame.view.scenario.criteria.get(column)) {
            self.active = Some((option.id.clone(), criterion.id.clone()));
            self.is_to_scroll = true;
        }
    }
}

/// The id of a cell, from what it is about.
fn cell_id(grid: Id, option: &OptionId, criterion: &NodeId) -> Id {
    grid.with((option.as_str(), criterion.as_str()))
}
