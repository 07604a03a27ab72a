//! Every command, once: its name, shortcut, tooltip and when it is enabled. Buttons, menus,
//! palette, shortcuts, the sheet of keys and tests read this table.

mod table;

use egui::KeyboardShortcut;

use crate::session::Session;
use crate::text::label;
pub use table::{ENTRIES, selected_name};

/// What a person can tell the program to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    New,
    Open,
    Save,
    SaveAs,
    SaveCopy,
    Revert,
    CloseDocument,
    Quit,
    Undo,
    Redo,
    MoveEarlier,
    MoveLater,
    Remove,
    ToggleLock,
    AddOption,
    AddCriterion,
    AddGroup,
    AddTeam,
    AddSource,
    DuplicateTeam,
    ShowQuestion,
    ShowMatrix,
    ShowWeights,
    ShowResult,
    ShowTeams,
    ShowCompare,
    CompareFile,
    ToggleInspector,
    OrderByRank,
    OrderAsEntered,
    NextFinding,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    FollowSystemTheme,
    UseLightTheme,
    UseDarkTheme,
    Palette,
    Keys,
}

/// The menu that a command stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    File,
    Edit,
    Add,
    View,
    Help,
}

impl Menu {
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::Add, Self::View, Self::Help];

    pub fn name(self) -> &'static str {
        match self {
            Self::File => label::FILE_MENU,
            Self::Edit => label::EDIT_MENU,
            Self::Add => label::ADD_MENU,
            Self::View => label::VIEW_MENU,
            Self::Help => label::HELP_MENU,
        }
    }

    /// The commands of the menu, in the table's order.
    pub fn entries(self) -> impl Iterator<Item = &'static Entry> {
        ENTRIES.iter().filter(move |entry| entry.menu == self)
    }
}

/// A command's row in the table.
pub struct Entry {
    pub command: Command,
    pub menu: Menu,
    pub name: &'static str,
    pub tooltip: &'static str,
    pub shortcuts: &'static [KeyboardShortcut],
    is_enabled: fn(Option<&Session>) -> bool,
}

impl Command {
    pub fn entry(self) -> Option<&'static Entry> {
        ENTRIES.iter().find(|entry| entry.command == self)
    }

    pub fn is_enabled(self, session: Option<&Session>) -> bool {
        self.entry().is_some_and(|entry| (entry.is_enabled)(session))
    }

    /// The name with what it would act on: "Undo score ISIS risk".
    pub fn full_name(self, session: Option<&Session>) -> String {
        let name = self.entry().map_or("", |entry| entry.name);
        let object = match self {
            Self::Undo => session.and_then(Session::undo_name),
            Self::Redo => session.and_then(Session::redo_name),
            Self::Remove | Self::MoveEarlier | Self::MoveLater | Self::ToggleLock => {
                session.and_then(selected_name)
            }
            _ => None,
        };
        object.map_or_else(|| name.to_owned(), |object| format!("{name} {object}"))
    }

    /// The first shortcut as the system writes it; empty where there is none.
    pub fn shortcut(self, ctx: &egui::Context) -> String {
        let shortcut = self.entry().and_then(|entry| entry.shortcuts.first());
        shortcut.map_or_else(String::new, |shortcut| ctx.format_shortcut(shortcut))
    }

    /// The commands whose shortcuts were pressed, taken out of the input before any widget sees
    /// them.
    pub fn consume_shortcuts(ctx: &egui::Context) -> Vec<Self> {
        let mut shortcuts: Vec<(&KeyboardShortcut, Self)> = ENTRIES
            .iter()
            .flat_map(|entry| entry.shortcuts.iter().map(|shortcut| (shortcut, entry.command)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_once_and_no_shortcut_twice() {
        let mut commands: Vec<Command> = Vec::new();
        let mut shortcuts: Vec<KeyboardShortcut> = Vec::new();
        for entry in ENTRIES {
            assert!(!commands.contains(&entry.command), "{:?}", entry.command);
            commands.push(entry.command);
            for shortcut in entry.shortcuts {
                assert!(!shortcuts.contains(shortcut), "{shortcut:?}");
                shortcuts.push(*shortcut);
            }
            assert!(!entry.name.is_empty() && !entry.tooltip.is_empty());
        }
    }

    #[test]
    fn without_a_document_only_what_needs_none_is_enabled() {
        let enabled: Vec<Command> = ENTRIES
            .iter()
            .map(|entry| entry.command)
            .filter(|command| command.is_enabled(None))
            .collect();
        assert!(enabled.contains(&Command::New) && enabled.contains(&Command::Palette));
        assert!(
            !enabled.contains(&Command::Save)
                && !enabled.contains(&Command::AddOption)
                && !enabled.contains(&Command::Remove)
        );
    }
}
