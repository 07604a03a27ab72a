//! Broken files in the window: a message with the place, what was open stays, and no file is
//! touched.

use std::fs;

use egui::{Key, Modifiers};

use crate::desk::Desk;

/// A sound beginning, to be broken by what follows.
const SOUND: &str = "(format: 1, title: \"a\", criteria: [(id: \"c\", name: \"C\")], options: [(id: \"o\", name: \"O\")],\n";

/// Files whose bytes are no text, or whose text is no RON.
fn broken_in_form() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("empty", Vec::new(), "is empty"),
        ("utf-16", "(format: 1)".encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16"),
        ("not utf-8", b"(format: 1,\n title: \"\xFF\")".to_vec(), "line 2"),
        ("mark", b"\xEF\xBB\xBF(format: 1,\n titl: \"a\")".to_vec(), "line 2, column 2"),
        ("nul", vec![0; 64], "NUL"),
        ("square", vec![b'['; 100_000], "line 1"),
        ("round", vec![b'('; 100_000], "line 1"),
        ("curly", vec![b'{'; 100_000], "line 1"),
        ("too large", vec![b' '; 65 * 1024 * 1024], "64 MiB"),
        ("newer", text("(format: 99, title: \"x\")"), "newer Mizan"),
        ("quotes", text("(\n format: 1,\n title: “x”)"), "line 3, column 9"),
        ("comma", text("(format: 1\n title: \"x\")"), "line 2"),
        ("trailing", text("(format: 1, title: \"x\")\n)"), "line 2"),
        ("string", text("(format: 1,\n title: \"x)"), "second `\"` is missing"),
        ("comment", text("(format: 1,\n /* title: \"x\")"), "is not closed"),
        ("field", text("(format: 1, titl: \"x\")"), "did you mean `title`?"),
        ("missing", text("(format: 1)"), "`title` is missing"),
        ("type", text("(format: 1, title: 7)"), "a text"),
        ("list", text("(format: 1, title: \"a\", options: {})"), "a list"),
    ]
}

/// Files that break a rule behind their sound beginning.
const BROKEN_IN_MEANING: &[(&str, &str, &str)] = &[
    ("nan", "scores: {\"o\": {\"c\": (score: NaN)}})", "finite"),
    ("overflow", "scores: {\"o\": {\"c\": (score: 1e400)}})", "finite"),
    ("key", "scores: {\"o\": {},\n\"o\": {}})", "second time"),
    ("variant", "method: WeigthedSum)", "did you mean `WeightedSum`?"),
    ("option", "scores: {\"p\": {}})", "there is no option `p`"),
    ("criterion", "scores: {\"o\": {\"d\": (score: 1)}})", "there is no criterion `d`"),
    (
        "source",
        "scores: {\"o\": {\"c\": (score: 1, evidence: [(source: \"s\")])}})",
        "there is no source `s`",
    ),
    ("range", "scores: {\"o\": {\"c\": (score: 11)}})", "outside the criterion's range"),
    ("low", "scores: {\"o\": {\"c\": (score: 1, low: 2)}})", "above the score"),
    ("weight", "teams: [(id: \"t\", name: \"T\", weights: {\"c\": -1})])", "negative"),
    ("zero", "teams: [(id: \"t\", name: \"T\", weights: {\"c\": 0})])", "is 0"),
    ("mean", "teams: [(id: \"mean\", name: \"T\")])", "no team may be called"),
    ("mark 9", "teams: [(id: \"t\", name: \"T\", mark: 9)])", "1 to 8"),
    ("time", "teams: [(id: \"t\", name: \"T\", weighed: \"today\")])", "RFC 3339"),
    (
        "cycle",
        "groups: [(id: \"a\", name: \"A\", group: \"b\"), (id: \"b\", name: \"B\", group: \"a\")])",
        "circle",
    ),
    ("vikor", "method: Vikor(2))", "0 to 1"),
];

fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let meaning = BROKEN_IN_MEANING
        .iter()
        .map(|(name, rest, phrase)| (*name, format!("{SOUND}{rest}").into_bytes(), *phrase));
    broken_in_form().into_iter().chain(meaning).collect()
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
        assert!(
            labels.iter().any(|label| label.starts_with(&format!("{name}.ron"))),
            "{name}: the file is named"
        );
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
