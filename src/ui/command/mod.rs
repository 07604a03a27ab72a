//! Every command, once: its name, icon, shortcuts, tooltip, menu and when it is enabled. Buttons,
//! menus, palette, shortcuts, the sheet of keys and tests read this table.

mod entry;
mod table;

use egui::KeyboardShortcut;

pub use entry::{CommandContext, Entry, Menu, OnDisk};
pub use table::Command;

use crate::model::{Alternative, Assumption, Criterion, Group};
use crate::session::{Selection, Session};

impl Command {
    pub fn is_enabled(self, context: CommandContext) -> bool {
        (self.entry().is_enabled)(context)
    }

    /// The name with what it would act on: "Undo score ISIS risk".
    pub fn full_name(self, context: CommandContext) -> String {
        let name = self.entry().name;
        let object = context.session.and_then(|session| match self {
            Self::Undo => session.undo_name(),
            Self::Redo => session.redo_name(),
            Self::Remove | Self::MoveEarlier | Self::MoveLater | Self::ToggleLock => {
                selected_name(session)
            }
            _ => None,
        });
        object.map_or_else(|| name.to_owned(), |object| format!("{name} {object}"))
    }

    /// The first shortcut as the system writes it; empty where there is none.
    pub fn shortcut(self, ctx: &egui::Context) -> String {
        let shortcut = self.entry().shortcuts.first();
        shortcut.map_or_else(String::new, |shortcut| ctx.format_shortcut(shortcut))
    }

    /// The commands whose shortcuts were pressed, taken out of the input before any widget sees
    /// them.
    pub fn consume_shortcuts(ctx: &egui::Context) -> Vec<Self> {
        let mut shortcuts: Vec<(&KeyboardShortcut, Self)> = Self::all()
            .flat_map(|command| command.entry().shortcuts.iter().map(move |keys| (keys, command)))
            .collect();
        // A longer shortcut comes before one that it contains.
        shortcuts.sort_by_key(|(shortcut, _)| std::cmp::Reverse(length(**shortcut)));
        let pressed =
            |shortcut: &KeyboardShortcut| ctx.input_mut(|input| input.consume_shortcut(shortcut));
        shortcuts
            .into_iter()
            .filter(|(shortcut, _)| pressed(shortcut))
            .map(|(_, command)| command)
            .collect()
    }
}

/// How many modifiers a shortcut has.
fn length(shortcut: KeyboardShortcut) -> u8 {
    let modifiers = shortcut.modifiers;
    [modifiers.alt, modifiers.shift, modifiers.command || modifiers.ctrl || modifiers.mac_cmd]
        .into_iter()
        .map(u8::from)
        .sum()
}

/// The name of what is selected; a cell's criterion.
pub fn selected_name(session: &Session) -> Option<&str> {
    let scenario = session.scenario();
    match &session.selection {
        Selection::Nothing => None,
        Selection::Cell(_, id) | Selection::Criterion(id) => {
            scenario.criterion(id).map(Criterion::label)
        }
        Selection::Option(id) => scenario.option(id).map(Alternative::label),
        Selection::Group(id) => scenario.group(id).map(Group::label),
        Selection::Team(id) => scenario.team(id).map(|team| team.label()),
        Selection::Source(id) => scenario.sources.get(id).map(|source| source.title.as_str()),
        Selection::Assumption(id) => scenario.assumption(id).map(Assumption::label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Edit, Scenario, Source, SourceId};
    use crate::ui::stage::Stage;

    #[test]
    fn no_two_commands_share_a_shortcut_or_a_name() {
        let mut shortcuts: Vec<(KeyboardShortcut, Command)> = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        for command in Command::all() {
            let entry = command.entry();
            for shortcut in entry.shortcuts {
                let other = shortcuts.iter().find(|(known, _)| known == shortcut);
                assert!(other.is_none(), "{shortcut:?}: {command:?} and {:?}", other.unwrap().1);
                shortcuts.push((*shortcut, command));
            }
            assert!(!names.contains(&entry.name), "{}", entry.name);
            assert!(!entry.name.is_empty() && !entry.tooltip.is_empty(), "{command:?}");
            names.push(entry.name);
        }
    }

    #[test]
    fn every_stage_is_shown_by_a_command_of_the_view_menu_with_a_key_of_its_own() {
        let shown: Vec<Command> = Command::of(Menu::View).take(Stage::ALL.len()).collect();
        let stages: Vec<Command> = Stage::ALL.iter().copied().map(Command::Show).collect();
        assert_eq!(shown, stages);
        for command in shown {
            assert_eq!(command.entry().shortcuts.len(), 1, "{command:?}");
        }
    }

    #[test]
    fn the_longer_of_two_shortcuts_is_taken_and_the_shorter_left() {
        let ctx = egui::Context::default();
        let modifiers = egui::Modifiers::COMMAND | egui::Modifiers::SHIFT;
        let key = egui::Event::Key {
            key: egui::Key::O,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let input = egui::RawInput { events: vec![key], ..Default::default() };
        let mut taken = Vec::new();
        let mut shown = ctx.run_ui(input, |ui| taken.extend(Command::consume_shortcuts(ui.ctx())));
        shown.textures_delta.clear();
        assert_eq!(taken, [Command::AddOption], "not Open, which is Ctrl+O");
    }

    #[test]
    fn without_a_document_only_what_needs_none_is_enabled() {
        let context = CommandContext { session: None, on_disk: OnDisk::AsKnown };
        let enabled: Vec<Command> =
            Command::all().filter(|command| command.is_enabled(context)).collect();
        assert!(enabled.contains(&Command::New) && enabled.contains(&Command::Palette));
        let needing = [Command::Save, Command::AddOption, Command::Remove, Command::Undo];
        let stages = Stage::ALL.iter().copied().map(Command::Show);
        for command in needing.into_iter().chain(stages) {
            assert!(!enabled.contains(&command), "{command:?}");
        }
    }

    #[test]
    fn what_is_selected_decides_what_can_be_done_with_it() {
        let mut session = Session::new(Scenario::new("a"));
        let id = SourceId::new("report").unwrap();
        let source = Source {
            title: "Report".to_owned(),
            authors: Vec::new(),
            publisher: String::new(),
            date: None,
            url: String::new(),
        };
        let gesture = session.begin_gesture();
        session.apply(&Edit::SetSource(id.clone(), source), "add", gesture).unwrap();
        let of = |session: &Session, command: Command| {
            let context = CommandContext { session: Some(session), on_disk: OnDisk::AsKnown };
            (command.is_enabled(context), command.full_name(context))
        };
        assert_eq!(of(&session, Command::Remove), (false, "Remove".to_owned()));
        session.selection = Selection::Source(id);
        assert_eq!(of(&session, Command::Remove), (true, "Remove Report".to_owned()));
        assert!(!of(&session, Command::MoveLater).0, "sources have no order of their own");
        assert!(!of(&session, Command::ToggleLock).0, "nobody weighs a source");
        assert_eq!(of(&session, Command::Undo), (true, "Undo add".to_owned()));
    }
}
