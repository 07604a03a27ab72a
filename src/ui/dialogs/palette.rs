//! The palette: every command by its name.

use egui::{Button, Id, Key, Modifiers, Ui};

use super::Reply;
use crate::text;
use crate::ui::command::{Command, CommandContext};
use crate::ui::typeset::edit;

/// What was typed so far, and the line that Enter would run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteEntry {
    query: String,
    chosen: usize,
}

/// Shows the palette; gives the command that was chosen.
pub fn palette_ui(
    context: CommandContext,
    entry: &mut PaletteEntry,
    ui: &mut Ui,
) -> Option<Reply<Command>> {
    // Taken before the field is shown, which would move its caret by them and end on Enter.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, run) =
        (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let field = edit::Field::line(Id::unique("palette"), text::dialogs::PALETTE_HINT, ui);
    let response =
        edit::ui(field, &mut entry.query, ui).accessible_name(text::dialogs::PALETTE_HINT);
    // Every frame: a click on a command, or Tab, must not end the typing.
    response.request_focus();
    if response.changed() {
        entry.chosen = 0;
    }
    let found = matching(&entry.query, context);
    let last = found.len().saturating_sub(1);
    entry.chosen =
        if down { entry.chosen + 1 } else { entry.chosen.saturating_sub(usize::from(up)) }
            .min(last);
    let mut reply = found.get(entry.chosen).filter(|_| run).map(|chosen| Reply::Given(*chosen));
    ui.spacing_mut().item_spacing.y = 2.0;
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(60.0, 420.0);
    egui::ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (place, command) in found.iter().enumerate() {
            let button = Button::selectable(place == entry.chosen, command.full_name(context))
                .shortcut_text(command.shortcut(ui.ctx()))
                .min_size(egui::vec2(ui.available_width(), 28.0));
            let response = ui.add(button).on_hover_text(command.entry().tooltip);
            if place == entry.chosen && (down || up) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                reply = Some(Reply::Given(*command));
            }
        }
        if found.is_empty() {
            ui.label(text::dialogs::NO_COMMAND);
        }
    });
    reply
}

/// The enabled commands whose names or tooltips hold every word that was typed, names that begin
/// with it first.
fn matching(query: &str, context: CommandContext) -> Vec<Command> {
    let query = query.trim().to_lowercase();
    let holds = |command: &Command| {
        let (name, tooltip) = (command.full_name(context), command.entry().tooltip);
        let text = format!("{name} {tooltip}").to_lowercase();
        query.split_whitespace().all(|word| text.contains(word))
    };
    let enabled = Command::all().filter(|command| command.is_enabled(context));
    let mut found: Vec<Command> = enabled.filter(holds).collect();
    let place = |command: &Command| {
        let name = command.entry().name.to_lowercase();
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
    use crate::session::Session;

    #[test]
    fn names_come_before_tooltips_and_what_is_disabled_is_left_out() {
        let session = Session::new(Scenario::new("a"));
        let context = CommandContext { session: Some(&session) };
        let names = |query: &str| {
            let found = matching(query, context).into_iter();
            found.map(|command| command.entry().name).collect::<Vec<_>>()
        };
        assert_eq!(names("save"), ["Save", "Save as…", "Save a copy…"], "nothing to revert");
        assert_eq!(names("ADD tea"), ["Add team…"]);
        assert_eq!(names("xyzzy"), Vec::<&str>::new());
        let none = CommandContext { session: None };
        assert!(matching("", none).iter().all(|command| command.is_enabled(none)));
    }
}
