//! Sealed records leave `model` for the text of a file alone.

use std::fs;
use std::path::{Path, PathBuf};

/// The one function that gives a record away, sealed or not.
const WAY_OUT: &str = "judged_for_file";

/// Where it is made, and the writer of files.
const MAY_NAME_IT: [&str; 3] = ["model/mod.rs", "model/team.rs", "store/to_v1.rs"];

/// The files that name the way out though they may not.
fn leaks<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let names_it = |(path, text): &(&str, &str)| {
        text.contains(WAY_OUT) && !MAY_NAME_IT.iter().any(|known| known == path)
    };
    files.into_iter().filter(names_it).map(|(path, _)| path).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn only_the_writer_of_files_gets_sealed_records() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&folder, &mut paths);
    let files: Vec<(String, String)> = paths
        .iter()
        .map(|path| {
            let name = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    let named = |path: &str| {
        files.iter().any(|(name, text)| name.as_str() == path && text.contains(WAY_OUT))
    };
    assert!(MAY_NAME_IT.into_iter().all(named), "the way out has another name or place now");
    let found = leaks(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    assert!(found.is_empty(), "{found:?} get sealed records");
}

#[test]
fn a_panel_that_takes_a_sealed_record_is_found() {
    let panel = "use crate::model::{Team, judged_for_file};";
    assert_eq!(
        leaks([("store/to_v1.rs", panel), ("ui/panels/teams.rs", panel), ("text/mod.rs", "")]),
        ["ui/panels/teams.rs"]
    );
}
