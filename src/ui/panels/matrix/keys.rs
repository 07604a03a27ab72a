//! The matrix by keyboard: arrows move, typing scores, Enter and F2 edit, Delete takes a score out.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use super::editor::Typed;
use super::{Frame, MatrixPanel};
use crate::ui::Queue;

impl MatrixPanel {
    /// Acts on the keys that the grid has the focus for.
    pub(super) fn keys_ui(&mut self, frame: Frame, response: &Response, queue: &mut Queue, ui: &mut Ui) {
        if !response.has_focus() || self.editing.is_some() {
            return;
        }
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(frame.grid, filter));
        self.move_by_keys(frame, ui);
        if let Some(typed) = typed_number(ui) {
            return self.begin_editing(frame, Some(typed), ui);
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            self.clear_score(frame, queue, ui);
        } else if pressed(Key::Enter) || pressed(Key::F2) {
            self.begin_editing(frame, None, ui);
        }
    }

    fn move_by_keys(&mut self, frame: Frame, ui: &Ui) {
        let Some((row, column)) = self.active_place(frame) else { return };
        let last = (frame.view.rows.len().saturating_sub(1), frame.view.scenario.criteria.len().saturating_sub(1));
        let moves = [
            (Modifiers::COMMAND, Key::Home, (0, 0)),
            (Modifiers::COMMAND, Key::End, last),
            (Modifiers::NONE, Key::Home, (row, 0)),
            (Modifiers::NONE, Key::End, (row, last.1)),
            (Modifiers::NONE, Key::ArrowUp, (row.saturating_sub(1), column)),
            (Modifiers::NONE, Key::ArrowDown, ((row + 1).min(last.0), column)),
            (Modifiers::NONE, Key::ArrowLeft, (row, column.saturating_sub(1))),
            (Modifiers::NONE, Key::ArrowRight, (row, (column + 1).min(last.1))),
            (Modifiers::NONE, Key::PageUp, (row.saturating_sub(5), column)),
            (Modifiers::NONE, Key::PageDown, ((row + 5).min(last.0), column)),
        ];
        let pressed = moves.into_iter().find(|(modifiers, key, _)| ui.input_mut(|input| input.consume_key(*modifiers, *key)));
        if let Some((_, _, (row, column))) = pressed {
            self.activate(frame, row, column);
        }
    }
}

/// The beginning of a number just typed, taken out of the input: all of it that came in this frame, up to an Enter.
fn typed_number(ui: &Ui) -> Option<Typed> {
    let is_enter = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
    ui.input_mut(|input| {
        let end = input.events.iter().position(is_enter);
        let before = input.events.get(..end.unwrap_or(input.events.len())).unwrap_or_default();
        let texts = before.iter().filter_map(|event| if let Event::Text(text) = event { Some(text.as_str()) } else { None });
        let text: String = texts.collect();
        if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+' | '.' | ',')) {
            return None;
        }
        input.events.retain(|event| !matches!(event, Event::Text(_)) && !is_enter(event));
        Some(Typed { text, is_entered: end.is_some() })
    })
}
