//! A score being typed.

use egui::{Id, Key, Modifiers, Rect, TextEdit, Ui, pos2, vec2};

use super::data::cell_label;
use super::place::{self, Place};
use super::state::{Editing, Frame, MatrixPanel, Then};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Alternative, Criterion, Edit, Layer, NodeId, OptionId, Score};
use crate::text::{self, plain};
use crate::ui::Action;
use crate::ui::action::EditAction;
use crate::ui::theme::{corners, family};
use crate::ui::widgets::number::{Parsed, parse};
use crate::ui::widgets::touch::new_touch;

/// How high the field is, in points of a window at its usual size.
const FIELD_HEIGHT: f32 = 28.0;

/// What was typed over a cell, and whether Enter came in the same frame.
pub struct Typed {
    pub text: String,
    pub is_entered: bool,
}

/// The field takes every key that would else move the focus away, so that Tab and Escape end it as
/// they should.
const ALL_KEYS: egui::EventFilter =
    egui::EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

impl MatrixPanel {
    /// Opens the active cell, on what was just typed or on its score.
    pub(super) fn begin_editing(&mut self, frame: Frame, typed: Option<Typed>, ui: &Ui) {
        let Some((option, criterion)) = self.active_cell() else { return };
        let score = || {
            frame
                .view
                .score(&option, &criterion)
                .map(|score| plain(score.score))
                .unwrap_or_default()
        };
        let was_typed = typed.is_some();
        let ends = typed.as_ref().and_then(|typed| typed.is_entered.then_some(Then::Down));
        self.editing = Some(Editing {
            text: typed.map_or_else(score, |typed| typed.text),
            is_new: true,
            was_typed,
            ends,
            is_shown: false,
        });
        self.hold(frame.context, frame.view);
        self.is_to_scroll = true;
        // The rows of this frame may be laid out already: the field comes with the next.
        ui.ctx().request_repaint();
    }

    /// Shows the field and ends it on Enter, Tab, Escape or loss of focus.
    pub(super) fn editor_ui(
        &mut self,
        frame: Frame,
        rect: Rect,
        option: &Alternative,
        criterion: &Criterion,
        ui: &mut Ui,
    ) {
        let Some(editing) = &mut self.editing else { return };
        editing.is_shown = true;
        let id = frame.grid.with("score field");
        let then = editing.ends.or_else(|| ending_key(ui, id));
        let height = frame.drawing.length(FIELD_HEIGHT);
        let field = Rect::from_min_size(
            pos2(rect.left() - 3.0, rect.top() + frame.geometry.layout.line - height / 2.0),
            vec2(rect.width() + 6.0, height),
        );
        let (fill, ring) =
            (frame.theme.colour(Role::Raised), frame.theme.stroke(size::FOCUS_STROKE, Role::Lead));
        ui.painter().rect(
            field,
            corners(size::CONTROL_RADIUS),
            fill,
            ring,
            egui::StrokeKind::Inside,
        );
        let edit = TextEdit::singleline(&mut editing.text)
            .id(id)
            .font(egui::FontId::new(
                frame.drawing.points(TypeSize::KeyNumber),
                family(Weight::Medium),
            ))
            .frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(6, 2)))
            .align(egui::Align2::LEFT_CENTER)
            .min_size(field.size())
            .event_filter(ALL_KEYS)
            .desired_width(field.width());
        let response = ui.put(field, edit).accessible_name(cell_label(option, criterion));
        if std::mem::take(&mut editing.is_new) && then.is_none() {
            // It has the focus from the next frame on: in this one it would seem to have lost it.
            response.request_focus();
            let characters = editing.text.chars().count();
            select(ui, id, if editing.was_typed { characters } else { 0 }, characters);
            return;
        }
        match then {
            Some(Then::Drop) => self.leave(frame, ui),
            Some(then) => self.finish(frame, then, ui),
            None if response.lost_focus() => self.finish(frame, Then::Stay, ui),
            None => {}
        }
    }

    /// Ends the editing of a cell that was scrolled out of view, as Enter would.
    pub(super) fn end_unseen(&mut self, frame: Frame, ui: &Ui) {
        let was_shown =
            self.editing.as_mut().is_none_or(|editing| std::mem::take(&mut editing.is_shown));
        if !was_shown {
            self.finish(frame, Then::Stay, ui);
        }
    }

    /// Ends the editing, if there is any, because another cell was clicked; the grid gets the
    /// focus.
    pub(super) fn end_elsewhere(&mut self, frame: Frame, ui: &Ui) {
        self.finish(frame, Then::Stay, ui);
        self.leave(frame, ui);
    }

    /// Takes the active cell's score out: the team's own where that is what is shown.
    pub(super) fn clear_score(&mut self, frame: Frame, ui: &Ui) {
        if let Some((option, criterion)) = self.active_cell() {
            Self::push_score(frame, (&option, &criterion), None, ui);
        }
    }

    fn finish(&mut self, frame: Frame, then: Then, ui: &Ui) {
        let Some(editing) = self.editing.take() else { return };
        if let Some((option, criterion)) = self.active_cell() {
            let known = frame.view.score(&option, &criterion);
            match parse(&editing.text) {
                _ if known.is_some_and(|score| plain(score.score) == editing.text) => {}
                Parsed::Nothing => Self::push_score(frame, (&option, &criterion), None, ui),
                Parsed::Number(number) => Self::push_score(
                    frame,
                    (&option, &criterion),
                    Some(
                        known.map_or_else(|| Score::exact(number), |known| known.rescored(number)),
                    ),
                    ui,
                ),
                Parsed::Ambiguous => frame
                    .context
                    .queue
                    .push(Action::Refuse(text::refusals::ambiguous_comma(&editing.text))),
                Parsed::Wrong => frame
                    .context
                    .queue
                    .push(Action::Refuse(text::refusals::not_a_number(&editing.text))),
            }
        }
        self.leave(frame, ui);
        if let Some(Place { row: Some(row), column: Some(column) }) =
            place::of(frame.view, &self.active)
        {
            let to =
                |row: usize, column: usize| Some(Place { row: Some(row), column: Some(column) });
            match then {
                Then::Drop | Then::Stay => {}
                Then::Down => {
                    self.activate(frame, to((row + 1).min(frame.view.rows.len() - 1), column));
                }
                Then::Right => self.activate(
                    frame,
                    to(row, (column + 1).min(frame.view.scenario.criteria.len() - 1)),
                ),
            }
        }
    }

    fn leave(&mut self, frame: Frame, ui: &Ui) {
        self.editing = None;
        ui.memory_mut(|memory| memory.request_focus(frame.grid));
        // The grid was laid out without the focus: its ring and its keys come with the next frame.
        ui.ctx().request_repaint();
    }

    fn push_score(
        frame: Frame,
        (option, criterion): (&OptionId, &NodeId),
        score: Option<Score>,
        ui: &Ui,
    ) {
        let own = frame.view.team.filter(|team| team.own_score(option, criterion).is_some());
        let layer = own.map_or(Layer::Base, |team| Layer::Team(team.id().clone()));
        let scenario = frame.view.scenario;
        let names = scenario.option(option).map_or("", Alternative::label);
        let name = text::edits::score_edit(
            names,
            scenario.criterion(criterion).map_or("", Criterion::label),
        );
        let edit = Edit::SetScore(layer, option.clone(), criterion.clone(), score);
        frame.context.queue.push(Action::Edit(EditAction {
            edit,
            name,
            touch: new_touch(ui, frame.grid),
        }));
        if own.is_none() && frame.view.team.is_some() {
            frame.context.queue.push(Action::Tell(text::matrix::BASE_CHANGED.to_owned()));
        }
    }
}

/// What the key that ends the editing asks for; none while the editing goes on.
fn ending_key(ui: &Ui, field: Id) -> Option<Then> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    match () {
        () if pressed(Key::Escape) => Some(Then::Drop),
        () if pressed(Key::Enter) => Some(Then::Down),
        () if pressed(Key::Tab) => Some(Then::Right),
        () => None,
    }
}

fn select(ui: &Ui, field: Id, from: usize, to: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    TextEdit::store_state(ui.ctx(), field, state);
}
