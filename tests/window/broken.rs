//! Broken files in the window: a message with the place, what was open stays, and no file is touched.

use std::fs;

use egui::{Key, Modifiers};

use crate::desk::Desk;

/// Some broken files of every class; the command line's tests have many more, from the same reader.
fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let valid = "(format: 1, title: \"a\", criteria: [(id: \"c\", name: \"C\")], options: [(id: \"o\", name: \"O\")], ";
    vec![
        ("empty", Vec::new(), "is empty"),
        ("utf-16", "(format: 1)".encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16"),
        ("not utf-8", b"(format: 1,\n title: \"\xFF\")".to_vec(), "line 2"),
        ("nul", vec![0; 64], "NUL"),
        ("brackets", vec![b'['; 100_000], "line 1"),
        ("newer", text("(format: 99, title: \"x\")"), "newer Mizan"),
        ("quotes", text("(\n format: 1,\n title: “x”)"), "line 3, column 9"),
        ("comma", text("(format: 1\n title: \"x\")"), "line 2"),
        ("field", text("(format: 1, titl: \"x\")"), "did you mean `title`?"),
        ("type", text("(format: 1, title: 7)"), "a text"),
        ("nan", text(&format!("{valid}scores: {{\"o\": {{\"c\": (score: NaN)}}}})")), "finite"),
        ("overflow", text(&format!("{valid}scores: {{\"o\": {{\"c\": (score: 1e400)}}}})")), "finite"),
        ("key", text(&format!("{valid}scores: {{\"o\": {{}},\n\"o\": {{}}}})")), "second time"),
        ("id", text(&format!("{valid}scores: {{\"p\": {{}}}})")), "there is no option `p`"),
        ("range", text(&format!("{valid}scores: {{\"o\": {{\"c\": (score: 11)}}}})")), "outside the criterion's range"),
        (
            "cycle",
            text("(format: 1, title: \"a\", groups: [(id: \"a\", name: \"A\", group: \"b\"), (id: \"b\", name: \"B\", group: \"a\")])"),
            "circle",
        ),
    ]
}

#[test]
fn each_broken_file_is_explained_with_its_place_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::preset("workshop-venue");
    let before = desk.scenario();
    for (name, bytes, phrase) in broken() {
        let path = folder.path().join(format!("{name}.ron"));
        fs::write(&path, &bytes).unwrap();
        desk.keys(Modifiers::COMMAND, Key::O);
        desk.enter_path(&path);
        assert!(desk.has("This file was not opened"), "{name}");
        let labels = desk.labels();
        assert!(labels.iter().any(|label| label.contains(phrase)), "{name}: {labels:?}");
        assert!(labels.iter().any(|label| label.starts_with(&format!("{name}.ron"))), "{name}: the file is named");
        desk.click("Close");
        assert_eq!(desk.scenario(), before, "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
}

#[test]
fn a_missing_file_named_at_the_start_is_explained_too() {
    let mut desk = Desk::file(std::path::Path::new("/nowhere/at-all.ron"));
    assert!(desk.has("This file was not opened") && desk.has("can't be read"));
    desk.click("Close");
    assert!(desk.harness.state().session.is_none());
}
