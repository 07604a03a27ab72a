//! Commands as lines of a menu.

use egui::{Button, Ui};

use crate::session::Session;
use crate::ui::command::Menu;
use crate::ui::{Action, Command, Queue};

/// All commands of a menu.
pub fn entries_ui(menu: Menu, session: Option<&Session>, queue: &mut Queue, ui: &mut Ui) {
    ui.set_min_width(220.0);
    for entry in menu.entries() {
        entry_ui(entry.command, session, queue, ui);
    }
}

/// One command, with its shortcut.
pub fn entry_ui(command: Command, session: Option<&Session>, queue: &mut Queue, ui: &mut Ui) {
    let Some(entry) = command.entry() else { return };
    let button = Button::new(command.full_name(session))
        .shortcut_text(command.shortcut(ui.ctx()))
        .wrap_mode(egui::TextWrapMode::Extend);
    let response = ui.add_enabled(command.is_enabled(session), button).on_hover_text(entry.tooltip);
    if response.clicked() {
        queue.push(Action::Do(command));
        ui.close();
    }
}
