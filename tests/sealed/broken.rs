//! Versions of the file that aren't opened.

use mizan::store;

use crate::document::{Behind, document};

/// What breaks the file: inside a sealed record, and beside all of them.
const BREAKS: [(&str, &str, &str); 8] = [
    ("a negative weight inside", "\"place\": 73.19", "\"place\": -73.19"),
    ("a score out of range inside", "score: 9.875", "score: 9875"),
    ("an unknown id inside", "\"place\": 73.19", "\"palace\": 73.19"),
    ("a wrong type inside", "low: 62.625", "low: \"62.625\""),
    ("a missing comma inside", "score: 68.375,", "score: 68.375"),
    ("an unknown word beside", "goal: Minimize", "goal: Minimise"),
    ("an unknown id beside", "group: \"money\"", "group: \"funds\""),
    ("a letter twice beside", "letter: \"B\"", "letter: \"A\""),
];

/// The file, broken in each way.
pub fn texts() -> Vec<(&'static str, String)> {
    let text = store::to_text(&document(Behind::Telling)).unwrap();
    let broken = |(name, from, to): (&'static str, &str, &str)| {
        assert!(text.contains(from), "{name}: {from} in {text}");
        (name, text.replacen(from, to, 1))
    };
    BREAKS.map(broken).to_vec()
}
