//! How long a file is, its tests aside. How long a function is clippy knows.

use crate::Violation;
use crate::house::{House, small_house};
use crate::source::{Source, item};

const MOST_LINES: usize = 400;

pub fn stays_within_its_room(house: &House) -> Vec<Violation> {
    let long = house.sources.iter().map(|source| (source, lines(source)));
    long.filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(source, lines)| source.found(0, format!("{lines} lines without its tests")))
        .collect()
}

fn lines(source: &Source) -> usize {
    let tests = source
        .whole
        .match_indices("#[cfg(test)]")
        .map(|(at, _)| source.whole[item(&source.whole, at)].lines().count());
    source.whole.lines().count() - tests.sum::<usize>()
}

#[test]
fn a_file_is_too_long_by_one_line_of_its_own() {
    let found = |lines: usize, rest: &str| {
        let text = "// a comment\n".repeat(lines) + rest;
        stays_within_its_room(&small_house(&[("model/a.rs", &text)])).len()
    };
    let tests = "#[cfg(test)]\nmod tests {\n    fn a() {}\n}\n";
    assert_eq!([found(MOST_LINES, ""), found(MOST_LINES + 1, "")], [0, 1]);
    assert_eq!([found(MOST_LINES, tests), found(MOST_LINES + 1, tests)], [0, 1]);
}
