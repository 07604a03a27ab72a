//! Spellings that RON allows, though few would write them: the place of a fault behind them is the
//! same.

use crate::{Broken, hold};

/// What is unusual, and a scenario in which the room's score of 500 or another fault is told at its
/// place.
const SPELLINGS: &[(&str, &str, &str)] = &[
    (
        "a raw key",
        "(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\n r\"hall\": {\n\"room\":\n(¦score: 500)}})",
        "500",
    ),
    (
        "a raw key with hashes",
        "(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\n\"hall\": {\nr#\"room\"#:\n(¦score: 500)}})",
        "500",
    ),
    (
        "an escaped key",
        "(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\n\"h\\u{61}ll\": {\n\"room\":\n(¦score: 500)}})",
        "500",
    ),
    (
        "a raw id",
        "(format: 1, title: \"W\",\ncriteria: [\n(id: r\"room\", name: \"R\",\n¦hue: 9)])",
        "hue",
    ),
    (
        "an id behind",
        "(format: 1, title: \"W\",\ncriteria: [\n(name: \"R\",\n¦hue: 9,\nid: \"room\")])",
        "hue",
    ),
    (
        "a raw name",
        "(format: 1, title: \"W\",\ncriteria: [\n(id: \"room\", name: \"R\",\n¦r#hue: 9)])",
        "hue",
    ),
    (
        "a raw name on the way",
        "(format: 1, title: \"W\",\nr#criteria: [\n(id: \"room\", name: \"R\",\n¦hue: 9)])",
        "hue",
    ),
    (
        "a raw name of the id",
        "(format: 1, title: \"W\",\ncriteria: [\n(r#id: \"room\", name: \"R\",\n¦hue: 9)])",
        "hue",
    ),
    (
        "an option spelled out",
        "(format: 1, title: \"W\",\ndecision: Some((\nby: \"us\",\n¦option: \"hell\")))",
        "hell",
    ),
    (
        "a number spelled out",
        "(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\"hall\": {\"room\": (score: 5,\n¦low: Some(-5))}})",
        "low",
    ),
    (
        "names of structs",
        "Scenario(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\"hall\": {\"room\":\nScore(¦score: 500)}})",
        "500",
    ),
    (
        "comments everywhere",
        "/*(*/(format:/*2*/1, title: \"W\", CRITERIA OPTIONS scores: {\"hall\"/*:*/: {\"room\" // {\n:\n(/*)*/¦score: 500)}})",
        "500",
    ),
    (
        "brackets in a text",
        "(format: 1, title: \")]}\\\"({[//\", CRITERIA OPTIONS scores: {\"hall\": {\"room\":\n(¦score: 500)}})",
        "500",
    ),
    (
        "lines in a text",
        "(format: 1, title: \"a\nb\n\n\", CRITERIA OPTIONS scores: {\"hall\": {\"room\":\n(¦score: 500)}})",
        "500",
    ),
    (
        "a raw text",
        "(format: 1, title: r##\"a\"# \\\"##, CRITERIA OPTIONS scores: {\"hall\": {\"room\":\n(¦score: 500)}})",
        "500",
    ),
    (
        "letters of two units",
        "(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\"hall\": {\"room\": (reason: \"é😀م\", ¦score: 500)}})",
        "500",
    ),
    (
        "quotes in a round's name",
        "(format: 1, title: \"W\",\nrounds: [(\nname: \"a \\\"b\\\"\",\n¦closed: \"never\")])",
        "never",
    ),
    (
        "a nameless first round",
        "(format: 1, title: \"W\",\nrounds: [(closed: \"2025-08-30T14:02:00Z\",\n¦name: \"\")])",
        "empty",
    ),
    (
        "one line",
        "(format: 1, title: \"W\", CRITERIA OPTIONS scores: {\"hall\": {\"room\": (¦score: 500)}})",
        "500",
    ),
];

#[test]
fn no_spelling_moves_the_place_of_a_fault() {
    let case = |(name, text, says): &(&str, &str, &str)| {
        let text = text
            .replace("CRITERIA", "criteria: [(id: \"room\", name: \"R\")],")
            .replace("OPTIONS", "options: [(id: \"hall\", name: \"H\")],");
        Broken::text(name, &text, "meaning", &[says])
    };
    hold(&SPELLINGS.iter().map(case).collect::<Vec<_>>());
}
