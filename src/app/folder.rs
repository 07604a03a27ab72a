//! Paths as people type them, and what a folder holds that can be opened.

use std::path::{Path, PathBuf};

use crate::ui::dialogs::FolderEntry;

/// A typed path as the system has it: blanks and quotes around it dropped, `~` at its beginning as
/// the person's home.
pub(super) fn expanded(typed: &str) -> String {
    let home = directories::BaseDirs::new();
    let home = home.as_ref().and_then(|folders| folders.home_dir().to_str());
    expanded_at(typed, home)
}

fn expanded_at(typed: &str, home: Option<&str>) -> String {
    let typed = typed.trim();
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| typed.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)));
    let typed = quoted.unwrap_or(typed);
    match (typed.strip_prefix('~'), home) {
        (Some(rest), Some(home))
            if rest.is_empty() || rest.starts_with(std::path::is_separator) =>
        {
            format!("{home}{rest}")
        }
        _ => typed.to_owned(),
    }
}

/// The folder that a path being typed leads into; the program's own for a bare name.
pub(super) fn folder_of(up_to_name: &str) -> PathBuf {
    let folder = expanded(up_to_name);
    let folder = if folder.is_empty() { ".".to_owned() } else { folder };
    std::path::absolute(&folder).unwrap_or_else(|_| PathBuf::from(folder))
}

/// The folders and scenario files in a folder, folders first, each by name; nothing where it can't
/// be looked into.
pub(super) fn entries(folder: &Path) -> Vec<FolderEntry> {
    let Ok(found) = std::fs::read_dir(folder) else { return Vec::new() };
    let entry = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_str()?.to_owned();
        if path.is_dir() {
            return Some(FolderEntry::Folder(name));
        }
        path.extension().is_some_and(|end| end == "ron").then_some(FolderEntry::File(name))
    };
    let mut entries: Vec<FolderEntry> = found.filter_map(entry).collect();
    entries.sort_by_key(|entry| match entry {
        FolderEntry::Folder(name) => (0, name.to_lowercase()),
        FolderEntry::File(name) => (1, name.to_lowercase()),
    });
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_is_home_and_quotes_are_dropped() {
        let home = Some("/home/amal");
        for (typed, path) in [
            ("~/a.ron", "/home/amal/a.ron"),
            ("~", "/home/amal"),
            (" \"/tmp/a b.ron\" ", "/tmp/a b.ron"),
            ("'~/a.ron'", "/home/amal/a.ron"),
            ("~amal/a.ron", "~amal/a.ron"),
            ("a~b.ron", "a~b.ron"),
        ] {
            assert_eq!(expanded_at(typed, home), path, "{typed}");
        }
        assert_eq!(expanded_at("~/a.ron", None), "~/a.ron");
    }

    #[test]
    fn a_bare_name_leads_into_the_programs_own_folder() {
        assert_eq!(folder_of(""), std::env::current_dir().unwrap());
    }

    #[test]
    fn a_folder_lists_folders_and_scenario_files() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.ron", "A.ron", "picture.png"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("zoo")).unwrap();
        let names = [
            FolderEntry::Folder("zoo".to_owned()),
            FolderEntry::File("A.ron".to_owned()),
            FolderEntry::File("b.ron".to_owned()),
        ];
        assert_eq!(entries(folder.path()), names);
        assert!(entries(&folder.path().join("gone")).is_empty());
    }
}
