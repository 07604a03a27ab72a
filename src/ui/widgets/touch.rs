//! Which press or focus of a widget an edit came from.

use egui::{Id, Response, Ui};

use crate::ui::Touch;

/// How often a widget was pressed or got the focus, kept under its id.
#[derive(Clone, Copy, Default)]
struct Count(u64);

/// The present touch of a widget: a new one with every press and every focus, and after every
/// release.
pub fn touch(ui: &Ui, response: &Response) -> Touch {
    let is_new = response.drag_started() || response.clicked() || response.gained_focus();
    let touch = if is_new { new_touch(ui, response.id) } else { last_touch(ui, response.id) };
    if response.drag_stopped() {
        // The frame of the release still belongs to the drag; what comes after it doesn't.
        new_touch(ui, response.id);
    }
    touch
}

/// A touch of its own, for what is done at once.
pub fn new_touch(ui: &Ui, widget: Id) -> Touch {
    let count = ui.data_mut(|data| {
        let count: &mut Count = data.get_temp_mut_or_default(widget);
        count.0 += 1;
        count.0
    });
    Touch { widget, count }
}

fn last_touch(ui: &Ui, widget: Id) -> Touch {
    let Count(count) = ui.data(|data| data.get_temp(widget)).unwrap_or_default();
    Touch { widget, count }
}
