//! How long a file is, its tests aside, and how wide a comment. How long a function is clippy knows,
//! how wide its code the formatter.

use crate::Violation;
use crate::house::{House, small_house};
use crate::source::{Source, item};

const MOST_LINES: usize = 400;
/// In characters of a line.
const WIDEST: usize = 100;

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

pub fn comments_stay_within_a_line(house: &House) -> Vec<Violation> {
    let wide = |source: &Source| -> Vec<Violation> {
        let lines = source.written.lines().enumerate();
        let comments = lines.filter(|(_, line)| line.trim_start().starts_with("//"));
        comments
            .map(|(index, line)| (index + 1, line.chars().count()))
            .filter(|(_, width)| *width > WIDEST)
            .map(|(line, width)| {
                let what = format!("a comment of {width} columns");
                Violation { path: source.path.clone(), line, what }
            })
            .collect()
    };
    house.sources.iter().flat_map(wide).collect()
}

#[test]
fn a_comment_is_too_wide_by_one_character() {
    let found = |text: &str| comments_stay_within_a_line(&small_house(&[("model/a.rs", text)]));
    for head in ["// ", "    /// ", "//! "] {
        let whole = format!("fn a() {{}}\n{head}{}\n", "ō".repeat(WIDEST - head.len()));
        assert_eq!(found(&whole), []);
        let wide = found(&whole.replacen('ō', "ōō", 1));
        assert_eq!(wide.iter().map(|found| found.line).collect::<Vec<_>>(), [2], "{head:?}");
    }
    assert_eq!(found(&format!("const A: &str = \"{}\";\n", "a".repeat(WIDEST))), []);
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
