//! What holds of the house and no compiler or linter checks: which module may name which, that no
//! files name each other in a circle, how long a file is and how wide a comment. Read as text, so
//! that it holds of every file.
//!
//! A rule is a function from the house to what is wrong in it, in a file of its own with a test
//! that breaks it, and a row in [`RULES`].

mod circles;
mod house;
mod length;
mod modules;
mod names;
mod results;
mod rooms;
mod sealing;
mod selected;
mod source;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use house::House;

/// Something that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Violation {
    /// A file below `src`.
    path: String,
    line: usize,
    what: String,
}

/// Each rule by the name under which it tells what it found.
const RULES: [(&str, fn(&House) -> Vec<Violation>); 9] = [
    ("a module names what it may not", modules::names_only_what_it_may),
    ("egui outside of the window", modules::names_egui_only_in_the_window),
    ("a room of the window names what it may not", rooms::keep_their_order),
    ("files in a circle", circles::are_absent),
    ("a result is computed where it is shown", results::are_made_below_the_window),
    ("a sealed record is taken", sealing::is_broken_for_files_alone),
    ("a look of what is selected that isn't the theme's", selected::looks_as_the_theme_has_it),
    ("a long file", length::stays_within_its_room),
    ("a wide comment", length::comments_stay_within_a_line),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

/// The files below `src`, with their texts.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&folder, &mut paths);
    let name =
        |path: &Path| path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn every_source_file_keeps_the_rules() {
    let house = House::new(files());
    let told: Vec<String> = RULES
        .iter()
        .flat_map(|(rule, find)| {
            let found = find(&house).into_iter();
            found.map(move |v| format!("{rule}: src/{}:{}: {}", v.path, v.line, v.what))
        })
        .collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

/// A reader that finds nothing would pass every rule.
#[test]
fn the_house_is_read() {
    let house = House::new(files());
    let is_named = |from: &str, to: &str| {
        let path = |file: usize| house.sources[file].path.as_str();
        house.arrows().iter().any(|arrow| path(arrow.from) == from && path(arrow.to) == to)
    };
    assert!(house.sources.len() > 200, "{} files", house.sources.len());
    assert!(house.arrows().len() > 1000, "{} arrows", house.arrows().len());
    assert!(is_named("cli/mod.rs", "cli/rank.rs"), "by a module's name");
    assert!(is_named("analysis/grid.rs", "model/scenario.rs"), "through a re-export");
    assert!(is_named("model/edit.rs", "model/id.rs"), "what a macro made");
}

#[test]
fn a_line_that_breaks_a_rule_is_told_in_this_very_house() {
    let breaks = [
        ("a module names what it may not", "model/id.rs", "use crate::app::App;"),
        ("egui outside of the window", "look/font.rs", "fn f() -> egui::Color32 {}"),
        ("a room of the window names what it may not", "ui/theme.rs", "use super::Action;"),
        ("files in a circle", "model/id.rs", "use super::Scenario;"),
        (
            "a result is computed where it is shown",
            "ui/panels/result.rs",
            "fn f() { crate::evaluation::side_by_side }",
        ),
        ("a sealed record is taken", "ui/theme.rs", "use crate::model::judged_for_file;"),
        (
            "a look of what is selected that isn't the theme's",
            "ui/panels/result.rs",
            "fn f(ui: &mut Ui) { ui.visuals_mut().selection = grey(); }",
        ),
        ("a long file", "model/id.rs", &"// a comment\n".repeat(400)),
        ("a wide comment", "model/id.rs", &format!("// {}\n", "a comment ".repeat(10))),
    ];
    assert_eq!(breaks.map(|(rule, ..)| rule), RULES.map(|(rule, _)| rule));
    let whole = House::new(files());
    for ((rule, broken, line), (_, find)) in breaks.into_iter().zip(RULES) {
        let mut files = files();
        let (_, text) = files.iter_mut().find(|(path, _)| path == broken).unwrap();
        text.push_str(line);
        let found = find(&House::new(files));
        assert!(found.len() > find(&whole).len(), "{rule}: {found:?}");
    }
}
