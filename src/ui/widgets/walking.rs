//! Keys that move what has the focus up and down instead of leaving it.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

/// Which of some keys was pressed, without any modifier, while a widget has the focus; the arrows
/// up and down stay with it.
pub fn pressed(response: &Response, keys: &[Key], ui: &Ui) -> Option<Key> {
    if !response.has_focus() {
        return None;
    }
    let filter =
        EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let is_pressed = |key: &Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key));
    keys.iter().copied().find(is_pressed)
}
