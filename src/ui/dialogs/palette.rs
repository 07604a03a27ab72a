//! The palette: every command by its name.

use egui::{Button, Id, Key, Modifiers, Ui};

use super::Reply;
use crate::session::Session;
use crate::text::label;
use crate::ui::command::{Command, ENTRIES, Entry};
use crate::ui::typeset::edit;

/// What was typed so far, and the line that Enter would run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteEntry {
    query: String,
    chosen: usize,
}

/// Shows the palette; gives the command that was chosen.
pub fn palette_ui(
    entry: &mut PaletteEntry,
    session: Option<&Session>,
    ui: &mut Ui,
) -> Option<Reply<Command>> {
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, run) =
        (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let field = edit::Field::line(Id::unique("palette"), label::PALETTE_HINT, ui);
    let response = edit::ui(field, &mut entry.query, ui).accessible_name(label::PALETTE_HINT);
    response.request_focus();
    if response.changed() {
        entry.chosen = 0;
    }
    let found = matching(&entry.query, session);
    let last = found.len().saturating_sub(1);
    entry.chosen =
        if down { entry.chosen + 1 } else { entry.chosen.saturating_sub(usize::from(up)) }
            .min(last);
    let mut reply =
        found.get(entry.chosen).filter(|_| run).map(|chosen| Reply::Given(chosen.command));
    ui.spacing_mut().item_spacing.y = 2.0;
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(60.0, 420.0);
    egui::ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (place, command) in found.iter().enumerate() {
            let button =
                Button::selectable(place == entry.chosen, command.command.full_name(session))
                    .shortcut_text(command.command.shortcut(ui.ctx()))
                    .min_size(egui::vec2(ui.available_width(), 28.0));
            let response = ui.add(button).on_hover_text(command.tooltip);
            if place == entry.chosen && (down || up) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                reply = Some(Reply::Given(command.command));
            }
        }
        if found.is_empty() {
            ui.label(label::NO_COMMAND);
        }
    });
    reply
}

/// The enabled commands whose names or tooltips hold every word that was typed, names that begin
/// with it first.
fn matching(query: &str, session: Option<&Session>) -> Vec<&'static Entry> {
    let query = query.trim().to_lowercase();
    let holds = |entry: &&Entry| {
        let text = format!("{} {}", entry.command.full_name(session), entry.tooltip).to_lowercase();
        query.split_whitespace().all(|word| text.contains(word))
    };
    let mut found: Vec<&Entry> =
        ENTRIES.iter().filter(|entry| entry.command.is_enabled(session)).filter(holds).collect();
    let place = |entry: &&Entry| {
        let name = entry.name.to_lowercase();
        if name.starts_with(&query) {
            0
        } else if name.contains(&query) {
            1
        } else {
            2
        }
    };
    found.sort_by_key(place);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scenario;

    #[test]
    fn names_come_before_tooltips_and_what_is_disabled_is_left_out() {
        let session = Session::new(Scenario::new("a"));
        let names = |query: &str| {
            matching(query, Some(&session)).iter().map(|entry| entry.name).collect::<Vec<_>>()
        };
        assert_eq!(names("save"), ["Save", "Save as…", "Save a copy…"], "nothing to revert");
        assert_eq!(names("ADD tea"), ["Add team…"]);
        assert_eq!(names("xyzzy"), Vec::<&str>::new());
        assert!(matching("", None).iter().all(|entry| entry.command.is_enabled(None)));
    }
}
