//! Every command, once: its name, shortcut, tooltip and when it is enabled. Buttons, menus, shortcuts and tests read this table.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::session::Session;
use crate::text::label;

/// What a person can tell the program to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Open,
    Save,
    SaveAs,
    Undo,
    Redo,
    FollowSystemTheme,
    UseLightTheme,
    UseDarkTheme,
}

/// A command's row in the table.
pub struct Entry {
    pub command: Command,
    pub name: &'static str,
    pub tooltip: &'static str,
    pub shortcuts: &'static [KeyboardShortcut],
    is_enabled: fn(Option<&Session>) -> bool,
}

const SHIFT_COMMAND: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

/// The table. Shortcuts with more modifiers stand before those that they contain, so that the longer is consumed first.
pub const ENTRIES: &[Entry] = &[
    Entry {
        command: Command::SaveAs,
        name: label::SAVE_AS,
        tooltip: label::SAVE_AS_TOOLTIP,
        shortcuts: &[keys(SHIFT_COMMAND, Key::S)],
        is_enabled: |session| session.is_some(),
    },
    Entry {
        command: Command::Save,
        name: label::SAVE,
        tooltip: label::SAVE_TOOLTIP,
        shortcuts: &[keys(Modifiers::COMMAND, Key::S)],
        is_enabled: |session| session.is_some(),
    },
    Entry {
        command: Command::Open,
        name: label::OPEN,
        tooltip: label::OPEN_TOOLTIP,
        shortcuts: &[keys(Modifiers::COMMAND, Key::O)],
        is_enabled: |_| true,
    },
    Entry {
        command: Command::Redo,
        name: label::REDO,
        tooltip: label::REDO_TOOLTIP,
        shortcuts: &[keys(SHIFT_COMMAND, Key::Z), keys(Modifiers::COMMAND, Key::Y)],
        is_enabled: |session| session.is_some_and(|session| session.redo_name().is_some()),
    },
    Entry {
        command: Command::Undo,
        name: label::UNDO,
        tooltip: label::UNDO_TOOLTIP,
        shortcuts: &[keys(Modifiers::COMMAND, Key::Z)],
        is_enabled: |session| session.is_some_and(|session| session.undo_name().is_some()),
    },
    Entry {
        command: Command::FollowSystemTheme,
        name: label::SYSTEM_THEME,
        tooltip: label::SYSTEM_THEME_TOOLTIP,
        shortcuts: &[],
        is_enabled: |_| true,
    },
    Entry {
        command: Command::UseLightTheme,
        name: label::LIGHT_THEME,
        tooltip: label::LIGHT_THEME_TOOLTIP,
        shortcuts: &[],
        is_enabled: |_| true,
    },
    Entry {
        command: Command::UseDarkTheme,
        name: label::DARK_THEME,
        tooltip: label::DARK_THEME_TOOLTIP,
        shortcuts: &[],
        is_enabled: |_| true,
    },
];

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
            _ => None,
        };
        object.map_or_else(|| name.to_owned(), |object| format!("{name} {object}"))
    }

    /// The commands whose shortcuts were pressed, taken out of the input before any widget sees them.
    pub fn consume_shortcuts(ctx: &egui::Context) -> Vec<Self> {
        let pressed = |entry: &&Entry| ctx.input_mut(|input| entry.shortcuts.iter().any(|shortcut| input.consume_shortcut(shortcut)));
        ENTRIES.iter().filter(pressed).map(|entry| entry.command).collect()
    }
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
    fn a_longer_shortcut_is_consumed_before_one_that_it_contains() {
        let shortcuts: Vec<&KeyboardShortcut> = ENTRIES.iter().flat_map(|entry| entry.shortcuts).collect();
        for (place, longer) in shortcuts.iter().enumerate() {
            let earlier = shortcuts.iter().take(place);
            let contained =
                earlier.filter(|shorter| shorter.logical_key == longer.logical_key && longer.modifiers.contains(shorter.modifiers));
            assert_eq!(contained.count(), 0, "{longer:?} is never reached");
        }
    }
}
