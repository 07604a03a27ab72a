//! A score being typed.

use egui::{Id, Key, Modifiers, Rect, Response, TextEdit, Ui, pos2, vec2};

use super::data::cell_label;
use super::place::{self, Place};
use super::state::{Editing, Frame, MatrixPanel, Step, Then};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Alternative, Criterion, Edit, Layer, NodeId, OptionId, Score};
use crate::text::{self, editable};
use crate::ui::Action;
use crate::ui::action::EditAction;
use crate::ui::theme::{corners, family};
use crate::ui::widgets::number::Allowed;
use crate::ui::widgets::touch::new_touch;
use crate::ui::widgets::{reason, typing};

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
                .map(|score| editable(score.score))
                .unwrap_or_default()
        };
        let was_typed = typed.is_some();
        let ends =
            typed.as_ref().and_then(|typed| typed.is_entered.then_some(Then::Go(Step::Next)));
        self.editing = Some(Editing {
            text: typed.map_or_else(score, |typed| typed.text),
            is_new: true,
            was_typed,
            ends,
            is_shown: false,
            refused: None,
        });
        self.hold(frame.context, frame.view);
        self.is_to_scroll = true;
        // The rows of this frame may be laid out already: the field comes with the next.
        ui.ctx().request_repaint();
    }

    /// Shows the field and ends it on a key that leads on, Escape or loss of focus.
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
        let id = field_id(frame.grid);
        let then = editing.ends.take().or_else(|| ending_key(ui, id, editing));
        let height = frame.drawing.length(FIELD_HEIGHT);
        let field = Rect::from_min_size(
            pos2(rect.left() - 3.0, rect.top() + frame.geometry.layout.line - height / 2.0),
            vec2(rect.width() + 6.0, height),
        );
        let response =
            field_ui(frame, field, editing, ui).accessible_name(cell_label(option, criterion));
        if std::mem::take(&mut editing.is_new) && then.is_none() {
            // It has the focus from the next frame on: in this one it would seem to have lost it.
            response.request_focus();
            let characters = editing.text.chars().count();
            select(ui, id, if editing.was_typed { characters } else { 0 }, characters);
            return;
        }
        if response.changed() {
            editing.refused = None;
        }
        if let Some(reason) = &editing.refused {
            refused_ui(reason, field, &response, ui);
        }
        match then {
            Some(Then::Drop) => self.leave(frame, ui),
            Some(then) => self.finish(frame, then, ui),
            None if response.lost_focus() => self.finish(frame, Then::Leave, ui),
            None => {}
        }
    }

    /// Ends the editing of a cell that was scrolled out of view, as a click elsewhere would. One
    /// that begins comes into view with the next frame.
    pub(super) fn end_unseen(&mut self, frame: Frame, ui: &Ui) {
        let is_unseen = self
            .editing
            .as_mut()
            .is_some_and(|editing| !editing.is_new && !std::mem::take(&mut editing.is_shown));
        if is_unseen {
            self.finish(frame, Then::Leave, ui);
        }
    }

    /// Ends the editing, if there is any, because another cell was clicked; the grid gets the
    /// focus.
    pub(super) fn end_elsewhere(&mut self, frame: Frame, ui: &Ui) {
        self.finish(frame, Then::Leave, ui);
        self.leave(frame, ui);
    }

    /// Takes the active cell's score out: the team's own where that is what is shown.
    pub(super) fn clear_score(&mut self, frame: Frame, ui: &Ui) {
        if let Some((option, criterion)) = self.active_cell() {
            Self::push_score(frame, (&option, &criterion), None, ui);
        }
    }

    /// Makes an edit of what was typed and goes on. What is refused stays in the field, unless that
    /// was left.
    fn finish(&mut self, frame: Frame, then: Then, ui: &Ui) {
        let Some(editing) = self.editing.take() else { return };
        if let Err(reason) = self.enter(frame, &editing.text, ui) {
            if then == Then::Leave {
                frame.context.queue.push(Action::Refuse(reason));
            } else {
                return self.keep_open(frame, Editing { refused: Some(reason), ..editing }, ui);
            }
        }
        self.leave(frame, ui);
        if let Then::Go(step) = then {
            self.go(frame, step);
        }
    }

    /// The field goes on with what is refused, all of it selected.
    fn keep_open(&mut self, frame: Frame, editing: Editing, ui: &Ui) {
        let id = field_id(frame.grid);
        ui.memory_mut(|memory| memory.request_focus(id));
        typing::select_all(ui.ctx(), id, &editing.text);
        self.editing = Some(editing);
        ui.ctx().request_repaint();
    }

    /// Puts what was typed into the active cell, where it is another score.
    fn enter(&self, frame: Frame, typed: &str, ui: &Ui) -> Result<(), String> {
        let Some((option, criterion)) = self.active_cell() else { return Ok(()) };
        let known = frame.view.score(&option, &criterion);
        if typed == known.map(|score| editable(score.score)).unwrap_or_default() {
            return Ok(());
        }
        let scale = frame.view.scenario.criterion(&criterion);
        let number = scale.map_or(Allowed::ANY, Allowed::score).read(typed)?;
        if number == known.map(|score| score.score) {
            return Ok(());
        }
        let score = number.map(|number| {
            let ends = scale.and_then(Criterion::fixed_ends);
            let written = frame.view.cell_of(&option, &criterion).zip(known);
            written.map_or_else(
                || Score::exact(number),
                |(cell, known)| cell.rescored(known.without, number, ends),
            )
        });
        let cell = (&option, &criterion);
        frame.context.allows(&score_edit(frame, cell, score.clone()))?;
        Self::push_score(frame, cell, score, ui);
        Ok(())
    }

    /// Makes the cell active that a key leads to.
    fn go(&mut self, frame: Frame, step: Step) {
        if let Some(Place { row: Some(row), column: Some(column) }) =
            place::of(frame.view, &self.active)
        {
            let extent = (frame.view.rows.len(), frame.view.scenario.criteria.len());
            let (row, column) = stepped((row, column), step, extent);
            self.activate(frame, Some(Place { row: Some(row), column: Some(column) }));
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
        let scenario = frame.view.scenario;
        let names = scenario.option(option).map_or("", Alternative::label);
        let name = text::edits::score_edit(
            names,
            scenario.criterion(criterion).map_or("", Criterion::label),
        );
        frame.context.queue.push(Action::Edit(EditAction {
            edit: score_edit(frame, (option, criterion), score),
            name,
            touch: new_touch(ui, frame.grid),
        }));
        if frame.view.team.is_some() && layer(frame, (option, criterion)) == Layer::Base {
            frame.context.queue.push(Action::Tell(text::matrix::BASE_CHANGED.to_owned()));
        }
    }
}

/// The layer that typing changes: the team's own where that is what is shown.
pub(super) fn layer(frame: Frame, (option, criterion): (&OptionId, &NodeId)) -> Layer {
    let own = frame.view.team.filter(|team| team.own_cell(option, criterion).is_some());
    own.map_or(Layer::Base, |team| Layer::Team(team.id().clone()))
}

fn score_edit(frame: Frame, cell: (&OptionId, &NodeId), score: Option<Score>) -> Edit {
    Edit::SetScore(layer(frame, cell), cell.0.clone(), cell.1.clone(), score)
}

/// The field of the score that is being typed.
pub(super) fn field_id(grid: Id) -> Id {
    grid.with("score field")
}

/// The field itself, framed as what has the focus.
fn field_ui(frame: Frame, rect: Rect, editing: &mut Editing, ui: &mut Ui) -> Response {
    let edge = if editing.refused.is_some() { Role::Error } else { Role::Lead };
    ui.painter().rect(
        rect,
        corners(size::CONTROL_RADIUS),
        frame.theme.colour(Role::Raised),
        frame.theme.stroke(size::FOCUS_STROKE, edge),
        egui::StrokeKind::Inside,
    );
    let edit = TextEdit::singleline(&mut editing.text)
        .id(field_id(frame.grid))
        .font(egui::FontId::new(frame.drawing.points(TypeSize::KeyNumber), family(Weight::Medium)))
        .frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(6, 2)))
        .align(egui::Align2::LEFT_CENTER)
        .min_size(rect.size())
        .event_filter(ALL_KEYS)
        .desired_width(rect.width());
    ui.put(rect, edit)
}

/// Why what stands in the field was not taken.
fn refused_ui(why: &str, field: Rect, response: &Response, ui: &Ui) {
    reason::below_ui(response.id, field, why, ui);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(why);
    });
}

/// The cell that a key leads to from another among so many rows and columns; the same at the ends.
fn stepped(
    (row, column): (usize, usize),
    step: Step,
    (rows, columns): (usize, usize),
) -> (usize, usize) {
    let by_column = |place: usize| (place % rows, place / rows);
    let by_row = |place: usize| (place / columns, place % columns);
    let (in_column, in_row) = (column * rows + row, row * columns + column);
    let last = (rows * columns).saturating_sub(1);
    match step {
        Step::Next => by_column((in_column + 1).min(last)),
        Step::Before => by_column(in_column.saturating_sub(1)),
        Step::NextInRow => by_row((in_row + 1).min(last)),
        Step::BeforeInRow => by_row(in_row.saturating_sub(1)),
        Step::Up => (row.saturating_sub(1), column),
        Step::Down => ((row + 1).min(rows.saturating_sub(1)), column),
        Step::Left => (row, column.saturating_sub(1)),
        Step::Right => (row, (column + 1).min(columns.saturating_sub(1))),
    }
}

/// What the key that ends the editing asks for; none while it goes on. In a score that was opened
/// to be changed, left and right move the caret.
fn ending_key(ui: &Ui, field: Id, editing: &Editing) -> Option<Then> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let keys = [
        (Modifiers::SHIFT, Key::Enter, Then::Go(Step::Before)),
        (Modifiers::SHIFT, Key::Tab, Then::Go(Step::BeforeInRow)),
        (Modifiers::NONE, Key::Escape, Then::Drop),
        (Modifiers::NONE, Key::Enter, Then::Go(Step::Next)),
        (Modifiers::NONE, Key::Tab, Then::Go(Step::NextInRow)),
        (Modifiers::NONE, Key::ArrowUp, Then::Go(Step::Up)),
        (Modifiers::NONE, Key::ArrowDown, Then::Go(Step::Down)),
        (Modifiers::NONE, Key::ArrowLeft, Then::Go(Step::Left)),
        (Modifiers::NONE, Key::ArrowRight, Then::Go(Step::Right)),
    ];
    let offered = &keys[..if editing.was_typed { keys.len() } else { keys.len() - 2 }];
    let pressed = offered
        .iter()
        .find(|(modifiers, key, _)| ui.input_mut(|input| input.consume_key(*modifiers, *key)));
    pressed.map(|(_, _, then)| *then)
}

fn select(ui: &Ui, field: Id, from: usize, to: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    TextEdit::store_state(ui.ctx(), field, state);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_walked_through_by_one_key_and_back() {
        let extent = (3, 2);
        for (on, back) in [(Step::Next, Step::Before), (Step::NextInRow, Step::BeforeInRow)] {
            let mut walked = vec![(0, 0)];
            for _ in 1..6 {
                walked.push(stepped(*walked.last().unwrap(), on, extent));
            }
            let seen: std::collections::HashSet<_> = walked.iter().collect();
            assert_eq!(seen.len(), 6, "{walked:?}");
            assert_eq!(stepped((2, 1), on, extent), (2, 1), "{on:?} ends");
            for pair in walked.windows(2) {
                assert_eq!(stepped(pair[1], back, extent), pair[0], "{back:?}");
            }
            assert_eq!(stepped((0, 0), back, extent), (0, 0));
        }
    }

    #[test]
    fn arrows_stop_at_the_edges() {
        let steps = [Step::Up, Step::Down, Step::Left, Step::Right];
        assert_eq!(
            steps.map(|step| stepped((1, 1), step, (3, 3))),
            [(0, 1), (2, 1), (1, 0), (1, 2)]
        );
        assert_eq!(steps.map(|step| stepped((0, 0), step, (1, 1))), [(0, 0); 4]);
    }
}
