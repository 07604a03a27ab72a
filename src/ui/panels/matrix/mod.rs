//! The matrix in the window: head and rows are the scenes of `chart::matrix`; here is what can be
//! done with them.
//!
//! One grid with one focus and an active place, heads included; only the rows in view are laid out,
//! and have accessibility nodes.

mod data;
mod drag;
mod editor;
mod glide;
mod header;
mod headline;
mod hold;
mod keys;
mod layout;
mod old_reason;
mod place;
mod row;
mod state;

use egui::{Id, Key, Rect, Sense, Ui, UiBuilder, vec2};

pub use data::{Order, WeakEvidence, hatching};
pub use state::MatrixPanel;

use crate::chart::{self, matrix};
use crate::look::{Role, size};
use crate::model::{NodeId, OptionId};
use crate::session::{Selection, Session};
use crate::text;
use crate::ui::panels::StagePanel;
use crate::ui::panels::answer::evaluation_ui;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::{button, scene};
use crate::ui::{Action, Command, ViewContext};
use layout::{Extent, Geometry};
use state::Frame;

/// Paints what lies in or below the rows and only says something.
fn paint_below(frame: Frame, corner: egui::Pos2, drawn: &chart::Scene, ui: &Ui) {
    let painter = ui.painter_at(frame.geometry.body.intersect(ui.clip_rect()));
    scene::paint(&painter, frame.theme, corner, drawn);
}

impl StagePanel for MatrixPanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let Some(shown) = evaluation_ui(context, ui) else { return };
        self.follow(context, ui);
        let held = self.held.as_ref().map(|held| held.rows.as_slice());
        let mut view = data::view(context.session, &shown, self.order, held);
        view.hatching = hatching(context.session, self.weak_evidence);
        view.heaviest = self.drag.as_ref().map_or(view.heaviest, |drag| drag.heaviest);
        self.hold_in_hand(context, &view, ui);
        if Geometry::has_room(ui.available_height() - headline::off_height(context)) {
            headline::ui(context, &view, self, ui);
            self.laid_out_ui(context, &view, ui.available_rect_before_wrap(), ui);
        } else {
            self.scrolled_ui(context, &view, ui);
        }
    }

    /// The grid on its active cell, or the score that is being typed there.
    fn landing(&self, session: &Session) -> Option<Id> {
        let (grid, _) = self.shown.filter(|_| !session.scenario().options.is_empty())?;
        Some(if self.is_editing() { editor::field_id(grid) } else { grid })
    }
}

impl MatrixPanel {
    /// Whether a score's field is open.
    pub(super) fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    /// Whether a score is being typed that is no edit yet; one that was refused is none.
    pub fn is_typing(&self) -> bool {
        self.editing.as_ref().is_some_and(|editing| editing.refused.is_none())
    }

    /// Makes what is being typed an edit in this frame, as Enter would.
    pub fn end_editing(&mut self) {
        if let Some(editing) = &mut self.editing {
            editing.end();
        }
    }

    /// Too low for a head that stays: all of it scrolls.
    fn scrolled_ui(&mut self, context: ViewContext, view: &matrix::View, ui: &mut Ui) {
        let page = egui::ScrollArea::vertical().id_salt("page").auto_shrink([false, false]);
        page.show(ui, |ui| {
            headline::ui(context, view, self, ui);
            let width = ui.available_width();
            let drawing = chart::Frame::screen(width, context.measurer);
            let size = vec2(width, Geometry::full_height(drawing, Extent::of(view)));
            let whole = Rect::from_min_size(ui.available_rect_before_wrap().min, size);
            self.laid_out_ui(context, view, whole, ui);
        });
    }

    /// Takes over what was selected elsewhere.
    fn follow(&mut self, context: ViewContext, ui: &Ui) {
        let selection = &context.session.selection;
        if *selection != self.active {
            self.is_to_scroll =
                !matches!(self.active, Selection::Nothing) || self.editing.is_none();
            self.active = selection.clone();
            self.editing = None;
        }
        self.let_go(context, ui);
    }

    fn laid_out_ui(&mut self, context: ViewContext, view: &matrix::View, whole: Rect, ui: &mut Ui) {
        let extent = Extent::of(view);
        let usual = chart::Frame::screen(whole.width(), context.measurer);
        let drawing = chart::Frame { scale: extent.scale(usual, whole.size()), ..usual };
        let geometry = Geometry::new(drawing, whole, extent);
        let grid = ui.scope_id().with("matrix");
        self.shown = Some((grid, ui.ctx().cumulative_pass_nr()));
        let theme = Theme::of(ui.ctx());
        self.grid_ui(Frame { context, view, geometry: &geometry, theme, drawing, grid }, ui);
    }

    fn grid_ui(&mut self, frame: Frame, ui: &mut Ui) {
        let geometry = frame.geometry;
        let response = ui.interact(geometry.whole, frame.grid, Sense::focusable_noninteractive());
        self.describe(frame, &response, ui);
        let has_come =
            response.gained_focus() || response.has_focus() && self.active == Selection::Nothing;
        if has_come && place::of(frame.view, &self.active).is_none() {
            self.activate(frame, place::first(frame.view));
        }
        let headed =
            if let Selection::Criterion(id) = &self.active { Some(id.clone()) } else { None };
        self.take_focus_back(frame, ui);
        self.lit = self.hovered_criterion(frame, ui).or(headed.filter(|_| response.has_focus()));
        self.keys_ui(frame, &response, ui);
        let mut area = egui::ScrollArea::both()
            .id_salt("matrix")
            .auto_shrink([false, false])
            .max_height(geometry.body.height());
        let target =
            place::of(frame.view, &self.active).map(|place| geometry.place_in_content(place));
        let target = target.filter(|_| std::mem::take(&mut self.is_to_scroll));
        if let Some(target) = target {
            area = area.scroll_offset(geometry.brought_into_view(self.offset, target));
        } else if !std::mem::replace(&mut self.was_shown, true) {
            // Another document may have stood here: this one begins with its leader.
            area = area.scroll_offset(egui::Vec2::ZERO);
        }
        let mut body =
            ui.new_child(UiBuilder::new().max_rect(geometry.body).accessibility_parent(frame.grid));
        let painted = area.show_viewport(&mut body, |ui, viewport| {
            ui.set_min_size(geometry.content());
            self.rows_ui(frame, viewport, ui);
            viewport.min
        });
        self.offset = painted.inner.to_vec2();
        if let Some(target) = target {
            // Where the page scrolls as a whole; the rows' own area, shown above, has taken its
            // part already.
            ui.scroll_to_rect(geometry.on_screen(target, self.offset), None);
        }
        self.end_unseen(frame, ui);
        self.header_ui(frame, ui);
        ui.allocate_rect(geometry.whole, Sense::hover());
    }

    fn rows_ui(&mut self, frame: Frame, viewport: Rect, ui: &mut Ui) {
        for place in frame.geometry.rows_in(viewport) {
            if ui.is_rect_visible(frame.geometry.row(place as f32, viewport.top())) {
                self.row_ui(frame, viewport, place, ui);
            }
        }
        if frame.view.rows.is_empty() {
            let ghosts = matrix::ghosts(frame.drawing, &frame.geometry.layout);
            paint_below(frame, frame.geometry.row(0.0, viewport.top()).min, &ghosts, ui);
            // Nothing but adding can be done here: Enter is to do it.
            if ui.memory(|memory| memory.focused().is_none()) {
                ui.memory_mut(|memory| memory.request_focus(button::link_id(Command::AddOption)));
            }
        }
        let corner = frame.geometry.legend(viewport.top());
        let is_blank = frame.view.rows.is_empty() || frame.view.scenario.criteria.is_empty();
        if !is_blank && corner.y < frame.geometry.body.bottom() {
            paint_below(frame, corner, &matrix::legend(frame.drawing, frame.view.legend()), ui);
        }
    }

    /// The grid takes the focus again when the inspector lets it go: by Escape from a field, or
    /// because it is closed.
    fn take_focus_back(&mut self, frame: Frame, ui: &Ui) {
        let is_open = frame.context.view.is_inspector_open;
        let is_let_go =
            ui.input(|input| input.key_pressed(Key::Escape)) || (self.was_open && !is_open);
        self.was_open = is_open;
        if is_let_go
            && ui.memory(|memory| memory.focused().is_none())
            && place::of(frame.view, &self.active).is_some()
        {
            ui.memory_mut(|memory| memory.request_focus(frame.grid));
        }
    }

    /// The criterion of the column under the pointer, where nothing lies above it.
    fn hovered_criterion(&self, frame: Frame, ui: &Ui) -> Option<NodeId> {
        let pointer = ui
            .ctx()
            .pointer_hover_pos()
            .filter(|pointer| ui.rect_contains_pointer(Rect::from_pos(*pointer)))?;
        let geometry = frame.geometry;
        let is_inside = geometry.whole.y_range().contains(pointer.y)
            && geometry.criteria().contains(&pointer.x);
        let column = geometry.column_at(pointer.x, self.offset.x).filter(|_| is_inside)?;
        frame.view.scenario.criteria.get(column).map(|criterion| criterion.id.clone())
    }

    /// The grid's node: what it is, how large, and which place is active.
    fn describe(&self, frame: Frame, response: &egui::Response, ui: &Ui) {
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Grid, true, text::matrix::MATRIX)
        });
        // Asked before the node is written: the context is locked meanwhile.
        let active = Some(&self.active)
            .filter(|_| response.has_focus())
            .and_then(|active| place::id(frame.grid, active));
        ui.ctx().accesskit_node_builder(frame.grid, |node| {
            node.set_row_count(frame.view.rows.len() + 1);
            node.set_column_count(frame.view.scenario.criteria.len() + 2);
            if let Some(active) = active {
                node.set_active_descendant(active.accesskit_id());
            }
        });
    }

    /// Makes a place the active one, and what is selected; one whose thing is gone, though the last
    /// result still shows it, is left alone.
    fn activate(&mut self, frame: Frame, place: Option<place::Place>) {
        let document = frame.context.session.scenario();
        let selection = place.and_then(|place| place::selection(frame.view, place));
        let Some(selection) = selection.filter(|selection| selection.is_in(document)) else {
            return;
        };
        self.is_to_scroll = true;
        self.choose(frame, selection);
    }

    fn choose(&mut self, frame: Frame, selection: Selection) {
        if selection != self.active {
            self.active = selection.clone();
            frame.context.queue.push(Action::Select(selection));
        }
    }

    /// The cell that is active.
    fn active_cell(&self) -> Option<(OptionId, NodeId)> {
        match &self.active {
            Selection::Cell(option, criterion) => Some((option.clone(), criterion.clone())),
            _ => None,
        }
    }

    /// A ring around the active place; a pale one while the focus is elsewhere.
    fn ring_ui(&self, frame: Frame, selection: &Selection, rect: Rect, ui: &Ui) {
        if *selection == self.active {
            let has_focus = ui.memory(|memory| memory.has_focus(frame.grid));
            let (width, role) = if has_focus {
                (size::FOCUS_STROKE, Role::Lead)
            } else {
                (size::ICON_STROKE, Role::LeadLine)
            };
            ui.painter().rect_stroke(
                rect,
                corners(size::CONTROL_RADIUS),
                frame.theme.stroke(width, role),
                egui::StrokeKind::Inside,
            );
        }
    }
}
