//! Each text of the program stands once: of two constants with the same words one would be
//! forgotten when the other is changed.

use std::collections::BTreeMap;

use crate::files;

/// Words that stand twice because they are two things: a menu's name and a button, a column's head
/// and what stands before a number.
const TWO_THINGS: [&str; 2] = ["Add", "adds"];

/// The constants of a file that hold a text, with it.
fn texts(code: &str) -> impl Iterator<Item = (&str, &str)> {
    code.split("pub const ").skip(1).filter_map(|definition| {
        let (name, rest) = definition.split_once(": &str =")?;
        let (_, rest) = rest.split_once('"')?;
        let (words, _) = rest.split_once("\";")?;
        name.chars().all(|c| c.is_ascii_uppercase() || c == '_').then_some((name, words))
    })
}

/// The words that more than one constant holds, each with those constants.
fn repeated(files: &[(String, String)]) -> Vec<(String, Vec<String>)> {
    let mut names: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, code) in files {
        for (name, words) in texts(code) {
            names.entry(words).or_default().push(format!("{path}: {name}"));
        }
    }
    let twice =
        names.into_iter().filter(|(words, names)| names.len() > 1 && !TWO_THINGS.contains(words));
    twice.map(|(words, names)| (words.to_owned(), names)).collect()
}

#[test]
fn no_two_constants_of_text_hold_the_same_words() {
    let text: Vec<(String, String)> =
        files().into_iter().filter(|(path, _)| path.starts_with("text/")).collect();
    let count: usize = text.iter().map(|(_, code)| texts(code).count()).sum();
    assert!(count > 150, "{count} are read");
    assert_eq!(repeated(&text), []);
}

#[test]
fn shortcuts_are_written_by_the_system_and_not_by_texts() {
    let written = |code: &str| ["Ctrl+", "Cmd+", "⌘"].into_iter().any(|keys| code.contains(keys));
    let found: Vec<String> = files()
        .into_iter()
        .filter(|(path, code)| path.starts_with("text/") && written(code))
        .map(|(path, _)| path)
        .collect();
    assert!(written("Ctrl+L lets it go") && found.is_empty(), "{found:?}");
}

#[test]
fn words_that_stand_twice_are_found() {
    let file = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    let files = [
        file("text/a.rs", "pub const ONE: &str = \"Weights\";\npub const ADD: &str = \"Add\";"),
        file(
            "text/b.rs",
            "pub const TWO: &str =\n    \"Weights\";\npub const MENU: &str = \"Add\";",
        ),
    ];
    let names = ["text/a.rs: ONE", "text/b.rs: TWO"].map(str::to_owned).to_vec();
    assert_eq!(repeated(&files), [("Weights".to_owned(), names)]);
}
