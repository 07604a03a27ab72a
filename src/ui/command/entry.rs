//! What a command is called and looks like, and when it can be given.

use egui::KeyboardShortcut;

use crate::look::Icon;
use crate::session::Session;
use crate::text;

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
            Self::File => text::bars::FILE_MENU,
            Self::Edit => text::bars::EDIT_MENU,
            Self::Add => text::bars::ADD_MENU,
            Self::View => text::bars::VIEW_MENU,
            Self::Help => text::bars::HELP_MENU,
        }
    }
}

/// What became of the document's file since it was last read or written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// Nothing; or it has none.
    #[default]
    AsKnown,
    /// Another program wrote to it.
    Changed,
    /// It isn't there any more.
    Gone,
}

/// All that decides whether a command can be given. What a command needs to know is added here, so
/// that a row can ask for nothing else.
#[derive(Clone, Copy)]
pub struct CommandContext<'a> {
    /// None while the first page is shown.
    pub session: Option<&'a Session>,
    /// What became of the document's file.
    pub on_disk: OnDisk,
}

/// A command's row.
#[derive(Clone, Copy)]
pub struct Entry {
    pub menu: Menu,
    pub name: &'static str,
    pub tooltip: &'static str,
    /// Where it is shown small; a command without one is shown by its name.
    pub icon: Option<Icon>,
    pub shortcuts: &'static [KeyboardShortcut],
    pub(super) is_enabled: fn(CommandContext) -> bool,
}

impl Entry {
    /// Its shortcuts as the system writes them, the first one first.
    pub fn written_shortcuts(&self, ctx: &egui::Context) -> String {
        let written: Vec<String> =
            self.shortcuts.iter().map(|shortcut| ctx.format_shortcut(shortcut)).collect();
        written.join(", ")
    }
}
