//! The sheet of keys, from the table of commands and what the matrix does by itself.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::{Reply, title_ui};
use crate::text;
use crate::ui::Command;

/// Shows the sheet.
pub fn keys_ui<A>(ui: &mut Ui) -> Option<Reply<A>> {
    title_ui(text::dialogs::KEYS_TITLE, ui);
    let height = (ui.ctx().content_rect().height() - 200.0).max(80.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
            for (keys, what) in text::dialogs::MATRIX_KEY_LIST {
                line_ui(keys, what, ui);
            }
            for entry in Command::all().map(Command::entry) {
                if !entry.shortcuts.is_empty() {
                    line_ui(&entry.written_shortcuts(ui.ctx()), entry.name, ui);
                }
            }
        });
    });
    let is_read = ui.button(text::dialogs::CLOSE).clicked() || super::ask::enter_pressed(ui);
    is_read.then_some(Reply::Closed)
}

fn line_ui(keys: &str, what: &str, ui: &mut Ui) {
    ui.label(RichText::new(keys).strong());
    ui.label(what);
    ui.end_row();
}
