//! The path dialog for where the system has none: a path being typed, and what its folder holds.

use std::path::{MAIN_SEPARATOR, PathBuf};

use egui::text::{CCursor, CCursorRange};
use egui::{Button, Id, Key, Modifiers, Ui};

use super::{Reply, list_ui, title_ui};
use crate::text;
use crate::ui::typeset::edit;

/// How high the list of a folder is, in points.
const LIST_HEIGHT: f32 = 220.0;

/// A path being typed.
#[derive(Clone, Debug)]
pub struct PathEntry {
    pub title: &'static str,
    pub verb: &'static str,
    pub path: String,
    pub folder: Folder,
}

/// What is known of the folder that the typed path leads into.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The folder that was looked into last; none before the first.
    pub path: Option<PathBuf>,
    /// What it holds that can be chosen; empty too where it can't be looked into.
    pub entries: Vec<FolderEntry>,
    /// The line that the arrows have come to.
    pub chosen: Option<usize>,
}

/// A folder or a scenario file in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FolderEntry {
    Folder(String),
    File(String),
}

impl FolderEntry {
    fn name(&self) -> &str {
        match self {
            Self::Folder(name) | Self::File(name) => name,
        }
    }
}

impl PathEntry {
    /// The part of the typed path up to its last separator, and what is typed of a name behind it.
    pub fn parts(&self) -> (&str, &str) {
        let end = self.path.rfind(std::path::is_separator).map_or(0, |at| at + 1);
        self.path.split_at(end)
    }

    /// Puts an entry of the folder in place of the name that is being typed.
    fn take(&mut self, entry: &FolderEntry) {
        let mut path = self.parts().0.to_owned();
        path.push_str(entry.name());
        if matches!(entry, FolderEntry::Folder(_)) {
            path.push(MAIN_SEPARATOR);
        }
        self.path = path;
        self.folder.chosen = None;
    }
}

impl Folder {
    /// The entries that go on as a name begins, those that begin with a dot only for a dot.
    fn matching(&self, begun: &str) -> Vec<FolderEntry> {
        let begun = begun.to_lowercase();
        let is_shown = |entry: &&FolderEntry| {
            let name = entry.name().to_lowercase();
            name.starts_with(&begun) && (begun.starts_with('.') || !name.starts_with('.'))
        };
        self.entries.iter().filter(is_shown).cloned().collect()
    }
}

/// Shows a path being typed; gives it once it is entered.
pub fn path_ui(entry: &mut PathEntry, ui: &mut Ui) -> Option<Reply<String>> {
    title_ui(entry.title, ui);
    ui.label(text::dialogs::PATH_NOTE);
    let shown = entry.folder.matching(entry.parts().1);
    walk(entry, shown.len(), ui);
    let field = edit::Field::line(field_id(), "", ui);
    let response = edit::ui(field, &mut entry.path, ui).accessible_name(text::dialogs::PATH_FIELD);
    if response.changed() {
        entry.folder.chosen = None;
    }
    if ui.memory(|memory| memory.focused().is_none()) && !response.lost_focus() {
        response.request_focus();
        // What is suggested gives way to what is typed.
        select(ui, 0, entry.path.chars().count());
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let walked_to = entry.folder.chosen.and_then(|place| shown.get(place)).filter(|_| is_entered);
    let chosen = entries_ui(&shown, entry.folder.chosen, ui).or_else(|| walked_to.cloned());
    if let Some(chosen) = chosen {
        return taken(entry, &chosen, ui);
    }
    buttons_ui(entry, is_entered, ui)
}

fn field_id() -> Id {
    Id::unique("path")
}

/// Down and up walk through the list; taken before the field would move its caret by them.
fn walk(entry: &mut PathEntry, count: usize, ui: &Ui) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    let last = count.checked_sub(1);
    entry.folder.chosen = match (entry.folder.chosen, last) {
        (_, None) => None,
        (None, Some(_)) => down.then_some(0),
        (Some(place), Some(_)) if up => place.checked_sub(1),
        (Some(place), Some(last)) => Some((place + usize::from(down)).min(last)),
    };
}

/// Goes on with an entry of the list: into a folder; a file is what was meant.
fn taken(entry: &mut PathEntry, chosen: &FolderEntry, ui: &Ui) -> Option<Reply<String>> {
    entry.take(chosen);
    let end = entry.path.chars().count();
    select(ui, end, end);
    ui.memory_mut(|memory| memory.request_focus(field_id()));
    edit::keep_caret(field_id(), ui.ctx());
    matches!(chosen, FolderEntry::File(_)).then(|| Reply::Given(entry.path.clone()))
}

/// The folder's entries; gives the one that was clicked.
fn entries_ui(entries: &[FolderEntry], chosen: Option<usize>, ui: &mut Ui) -> Option<FolderEntry> {
    let height = LIST_HEIGHT.min(ui.ctx().content_rect().height() - 260.0).max(60.0);
    list_ui(height, ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut clicked = None;
        for (place, entry) in entries.iter().enumerate() {
            let name = match entry {
                FolderEntry::Folder(name) => format!("{name}{MAIN_SEPARATOR}"),
                FolderEntry::File(name) => name.clone(),
            };
            let button = Button::selectable(chosen == Some(place), name)
                .min_size(egui::vec2(ui.available_width(), 26.0));
            let response = ui.add(button);
            if chosen == Some(place) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(entry.clone());
            }
        }
        clicked
    })
}

fn buttons_ui(entry: &PathEntry, is_entered: bool, ui: &mut Ui) -> Option<Reply<String>> {
    ui.horizontal(|ui| {
        let is_filled = !entry.path.trim().is_empty();
        let verb = ui.add_enabled(is_filled, Button::new(entry.verb));
        let is_cancelled = ui.button(text::dialogs::CANCEL).clicked();
        if is_filled && (verb.clicked() || is_entered) {
            Some(Reply::Given(entry.path.clone()))
        } else {
            is_cancelled.then_some(Reply::Closed)
        }
    })
    .inner
}

/// Selects from one character of the field to another.
fn select(ui: &Ui, from: usize, to: usize) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), field_id()).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    egui::TextEdit::store_state(ui.ctx(), field_id(), state);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str) -> PathEntry {
        let entries =
            [".cache", "maps", "Minutes"].map(|name| FolderEntry::Folder(name.to_owned()));
        let mut folder = Folder { entries: entries.to_vec(), ..Folder::default() };
        folder.entries.push(FolderEntry::File("march.mizan.ron".to_owned()));
        PathEntry { title: "", verb: "", path: path.to_owned(), folder }
    }

    #[test]
    fn a_list_goes_on_as_the_name_begins_and_hides_what_begins_with_a_dot() {
        let found = |path: &str| {
            let entry = entry(path);
            let found = entry.folder.matching(entry.parts().1);
            found.iter().map(|entry| entry.name().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("/home/"), ["maps", "Minutes", "march.mizan.ron"]);
        assert_eq!(found("/home/MA"), ["maps", "march.mizan.ron"]);
        assert_eq!(found("/home/.c"), [".cache"]);
        assert_eq!(found("x"), Vec::<String>::new());
    }

    #[test]
    fn what_is_taken_stands_in_place_of_the_name_that_was_begun() {
        let mut entry = entry(&format!("docs{MAIN_SEPARATOR}ma"));
        entry.take(&FolderEntry::Folder("maps".to_owned()));
        assert_eq!(entry.path, format!("docs{MAIN_SEPARATOR}maps{MAIN_SEPARATOR}"));
        entry.take(&FolderEntry::File("a.ron".to_owned()));
        assert_eq!(entry.path, format!("docs{MAIN_SEPARATOR}maps{MAIN_SEPARATOR}a.ron"));
    }
}
