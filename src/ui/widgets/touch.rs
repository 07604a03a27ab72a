//! Which press or focus of a widget an edit came from.

use egui::{Id, Response, Ui};

use crate::ui::Touch;

/// The present touch of a widget: a new one with every press and every focus, and after every
/// release.
pub fn touch(ui: &Ui, response: &Response) -> Touch {
    let is_new = response.drag_started() || response.clicked() || response.gained_focus();
    let touch = bump(ui, response.id, is_new);
    bump(ui, response.id, response.drag_stopped());
    touch
}

/// A touch of its own, for what is done at once.
pub fn new_touch(ui: &Ui, widget: Id) -> Touch {
    bump(ui, widget, true)
}

fn bump(ui: &Ui, widget: Id, is_new: bool) -> Touch {
    let count = ui.data_mut(|data| {
        let count: &mut u64 = data.get_temp_mut_or_default(widget.with("touch"));
        *count += u64::from(is_new);
        *count
    });
    Touch { widget, count }
}
