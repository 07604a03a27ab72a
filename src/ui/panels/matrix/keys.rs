//! The matrix by keyboard: arrows move, typing scores, Enter and F2 edit, Delete takes out, Space
//! shows the inspector, Alt with arrows reweighs.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use super::editor::Typed;
use super::place::{self, Place};
use super::{Frame, MatrixPanel};
use crate::session::Selection;
use crate::text;
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, Command};

/// How many rows a page is.
const PAGE: isize = 5;
/// What a press of Alt and an arrow moves a share by.
const SHARE_STEP: f64 = 0.01;

impl MatrixPanel {
    /// Acts on the keys that the grid has the focus for.
    pub(super) fn keys_ui(&mut self, frame: Frame, response: &Response, ui: &mut Ui) {
        if !response.has_focus() || self.editing.is_some() {
            return;
        }
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        // Before any widget is shown egui moves the focus by arrows; it keeps from that only for
        // the one that has the focus and said so in the frame before.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(frame.grid, filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, step) in [(Key::ArrowUp, SHARE_STEP), (Key::ArrowDown, -SHARE_STEP)] {
            if pressed(Modifiers::ALT, key) {
                self.reweigh_by(frame, step, ui);
            }
        }
        self.move_by_keys(frame, ui);
        let is_cell = matches!(self.active, Selection::Cell(..));
        if let Some(typed) = typed_number(ui).filter(|_| is_cell) {
            return self.begin_editing(frame, Some(typed), ui);
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let covers = frame.context.view.is_drawer && frame.context.view.is_inspector_open;
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            if is_cell {
                self.clear_score(frame, ui);
            } else {
                frame.context.queue.push(Action::Do(Command::Remove));
            }
        } else if pressed(Key::Enter) && is_cell {
            self.begin_editing(frame, None, ui);
        } else if pressed(Key::F2) || pressed(Key::Enter) {
            frame.context.queue.push(Action::Inspect(self.active.clone()));
        } else if pressed(Key::Space) || (covers && pressed(Key::Escape)) {
            frame.context.queue.push(Action::Do(Command::ToggleInspector));
        }
    }

    /// Gives the active column's criterion a share larger or smaller by a step, for the team that
    /// is shown.
    fn reweigh_by(&mut self, frame: Frame, step: f64, ui: &Ui) {
        let Some((node, team)) = self.active.criterion().zip(frame.view.team) else { return };
        let Some(column) =
            frame.view.scenario.criteria.iter().position(|criterion| criterion.id == *node)
        else {
            return;
        };
        let share = frame.view.share(column);
        // To the next whole point in that direction.
        let share = ((share / step.abs()).round() * step.abs() + step).clamp(0.0, 1.0);
        frame.context.queue.push(Action::Share {
            team: team.id().clone(),
            node: node.clone(),
            share,
            touch: new_touch(ui, frame.grid),
        });
        self.rank_now();
    }

    /// Something that has no place in the matrix is selected: an arrow begins at its first cell.
    fn come_by_keys(&mut self, frame: Frame, ui: &Ui) {
        let arrows = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if arrows.into_iter().any(is_pressed) {
            self.activate(frame, place::first(frame.view));
        }
    }

    fn move_by_keys(&mut self, frame: Frame, ui: &Ui) {
        let Some(from) = place::of(frame.view, &self.active) else {
            return self.come_by_keys(frame, ui);
        };
        let (rows, columns) = (frame.view.rows.len(), frame.view.scenario.criteria.len());
        let down = |by: isize| Place { row: moved(from.row, by, rows), ..from };
        let right = |by: isize| Place { column: moved(from.column, by, columns), ..from };
        let ends = |column: Option<usize>| Place { column, ..from };
        let last = |count: usize| count.checked_sub(1);
        let moves = [
            (
                Modifiers::COMMAND,
                Key::Home,
                Place { row: last(rows).and(Some(0)), column: last(columns).and(Some(0)) },
            ),
            (Modifiers::COMMAND, Key::End, Place { row: last(rows), column: last(columns) }),
            (Modifiers::NONE, Key::Home, ends(last(columns).and(Some(0)))),
            (Modifiers::NONE, Key::End, ends(last(columns))),
            (Modifiers::NONE, Key::ArrowUp, down(-1)),
            (Modifiers::NONE, Key::ArrowDown, down(1)),
            (Modifiers::NONE, Key::ArrowLeft, right(-1)),
            (Modifiers::NONE, Key::ArrowRight, right(1)),
            (Modifiers::NONE, Key::PageUp, down(-PAGE)),
            (Modifiers::NONE, Key::PageDown, down(PAGE)),
        ];
        let pressed = moves
            .into_iter()
            .find(|(modifiers, key, _)| ui.input_mut(|input| input.consume_key(*modifiers, *key)));
        if let Some((_, _, place)) = pressed {
            self.activate(frame, Some(place));
        }
    }
}

/// A place of a row or column moved by some steps among `count`; the head lies before the first.
fn moved(from: Option<usize>, by: isize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match from {
        None if by > 0 => Some((by.unsigned_abs() - 1).min(last)),
        None => None,
        Some(place) if by < 0 => place.checked_sub(by.unsigned_abs()),
        Some(place) => Some((place + by.unsigned_abs()).min(last)),
    }
}

/// The beginning of a number just typed, taken out of the input: all of it that came in this frame,
/// up to an Enter.
fn typed_number(ui: &Ui) -> Option<Typed> {
    let is_enter =
        |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
    ui.input_mut(|input| {
        let end = input.events.iter().position(is_enter);
        let before = input.events.get(..end.unwrap_or(input.events.len())).unwrap_or_default();
        let texts = before.iter().filter_map(|event| {
            if let Event::Text(text) = event { Some(text.as_str()) } else { None }
        });
        let typed: String = texts.collect();
        if !text::begins_number(&typed) {
            return None;
        }
        input.events.retain(|event| !matches!(event, Event::Text(_)) && !is_enter(event));
        Some(Typed { text: typed, is_entered: end.is_some() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_lie_before_the_first_and_nothing_behind_the_last() {
        let cases = [
            ((Some(0), -1), None),
            ((Some(2), -5), None),
            ((None, 1), Some(0)),
            ((None, 5), Some(2)),
            ((None, -1), None),
            ((Some(1), 1), Some(2)),
            ((Some(2), 5), Some(2)),
        ];
        for ((from, by), to) in cases {
            assert_eq!(moved(from, by, 3), to, "{from:?} by {by}");
        }
        assert_eq!(moved(None, 1, 0), None);
    }
}
