//! Commands as lines of a menu.

use egui::{Button, Ui};

use crate::ui::command::Menu;
use crate::ui::{Action, Command, WindowContext};

/// All commands of a menu.
pub fn entries_ui(window: WindowContext, menu: Menu, ui: &mut Ui) {
    ui.set_min_width(220.0);
    for command in Command::of(menu) {
        entry_ui(window, command, ui);
    }
}

/// One command, with its shortcut.
pub fn entry_ui(window: WindowContext, command: Command, ui: &mut Ui) {
    let button = Button::new(command.full_name(window.command()))
        .shortcut_text(command.shortcut(ui.ctx()))
        .wrap_mode(egui::TextWrapMode::Extend);
    let response = ui
        .add_enabled(command.is_enabled(window.command()), button)
        .on_hover_text(command.entry().tooltip);
    if response.clicked() {
        window.queue.push(Action::Do(command));
        ui.close();
    }
}
