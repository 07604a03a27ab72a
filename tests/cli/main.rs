//! The command line from outside, against CLI.md: numbers worked out by hand, order of keys,
//! statuses and streams.

#[path = "../common/mod.rs"]
mod common;

mod ballots;
mod calls;
mod check;
mod commands;
mod differences;
mod doctor;
mod edges;
mod found;
mod hidden;
mod intervals;
mod keys;
mod markings;
mod names;
mod passages;
mod preset_numbers;
mod presets;
mod rank;
mod robustness;
mod scales;
mod seals;
mod sensitivity;
mod sentences;
mod several_files;
mod side_by_side;
mod table;
mod turns_on;
mod weigh;

use common::Call;
use serde_json::Value;

/// A scenario with these fields behind its title.
pub fn scenario(fields: &str) -> String {
    format!("(\nformat: 1,\ntitle: \"A title\",\n{fields}\n)\n")
}

/// The object that a call on a scenario prints as JSON.
#[track_caller]
pub fn json<const N: usize>(words: [&str; N], text: &str) -> Value {
    let words = words.into_iter().chain(["--format", "json"]);
    let mut objects = Call::new(words).file("s.ron", text).run().expect(0).json_lines();
    assert_eq!(objects.len(), 1);
    objects.remove(0)
}

/// The kinds of an object's findings, in order.
pub fn kinds(object: &Value) -> Vec<&str> {
    object["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["kind"].as_str().unwrap())
        .collect()
}

/// The entry of a list whose key has this text.
#[track_caller]
pub fn entry<'a>(list: &'a Value, key: &str, text: &str) -> &'a Value {
    list.as_array()
        .unwrap()
        .iter()
        .find(|entry| entry[key] == text)
        .unwrap_or_else(|| panic!("no {key} {text} in {list}"))
}

/// That a number of a result is what was worked out by hand.
#[track_caller]
pub fn near(found: &Value, expected: f64) {
    let number = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((number - expected).abs() <= 1e-12, "{number} is not {expected}");
}
