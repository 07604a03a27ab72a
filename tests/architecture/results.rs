//! The window shows results and computes none: it reads answers and knows the types that they are
//! made of, but calls nothing that makes one.

use crate::Violation;
use crate::house::{House, small_house};
use crate::source::{Source, first_word, places};

/// Where results are made.
const MAKING: [&str; 3] = ["analysis", "elicitation", "evaluation"];

/// What shows them, and what puts them into words and pictures.
const SHOWING: [&str; 3] = ["chart", "text", "ui"];

/// Functions that only compare two numbers.
const COMPARING: [&str; 1] = ["is_tied"];

/// Methods of what is made that only read what is there, and names that other types have too.
const READING: [&str; 27] = [
    "add",
    "best_total",
    "cell",
    "cells",
    "count",
    "fill",
    "is_open_in",
    "is_ruled_out",
    "may_lead",
    "next",
    "open_team",
    "open_teams",
    "range",
    "rank",
    "ranking",
    "ranks",
    "result",
    "row",
    "rows",
    "scenario",
    "score",
    "shares",
    "team",
    "totals",
    "values",
    "width",
    "winners",
];

/// No function of the makers is named, no function of one of their types but its variants and
/// constants, and no method that isn't known to read.
pub fn are_made_below_the_window(house: &House) -> Vec<Violation> {
    let is_of = |modules: &[&str], file: usize| modules.contains(&house.sources[file].top());
    let named = house.references().into_iter().filter(|reference| {
        let name = reference.path.last().map_or("", String::as_str);
        is_of(&SHOWING, reference.from)
            && is_of(&MAKING, reference.to)
            && is_of_function(name)
            && !COMPARING.contains(&name)
    });
    let named = named.map(|reference| Violation {
        path: house.sources[reference.from].path.clone(),
        line: reference.line,
        what: reference.path.join("::"),
    });
    let methods: Vec<String> = sources(house, &MAKING).flat_map(methods).collect();
    let called = sources(house, &SHOWING).flat_map(|source| called(source, &methods));
    named.chain(called).collect()
}

/// Types, variants and constants begin with a capital letter.
fn is_of_function(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
}

fn sources<'a>(house: &'a House, modules: &'a [&str]) -> impl Iterator<Item = &'a Source> {
    house.sources.iter().filter(|source| modules.contains(&source.top()))
}

/// The methods that a file offers to everyone.
fn methods(source: &Source) -> Vec<String> {
    let functions = places(&source.code, "fn").into_iter().filter_map(|at| {
        let rest = &source.code[at + 2..];
        let (name, list) = (first_word(rest), rest.split_once('(')?.1);
        let receiver = list.split([',', ')']).next()?;
        let is_method = receiver.split(|c: char| !c.is_alphanumeric()).any(|word| word == "self");
        let is_offered = source.code[..at].trim_end().ends_with("pub");
        (is_offered && is_method && !READING.contains(&name)).then(|| name.to_owned())
    });
    functions.collect()
}

fn called(source: &Source, methods: &[String]) -> Vec<Violation> {
    let calls = methods.iter().flat_map(|method| {
        let call = format!(".{method}(");
        source.code.match_indices(&call).map(|(at, _)| at).collect::<Vec<_>>()
    });
    let mut calls: Vec<usize> = calls.collect();
    calls.sort_unstable();
    calls.dedup();
    calls
        .into_iter()
        .map(|at| source.found(at, first_word(&source.code[at + 1..]).into()))
        .collect()
}

/// What the rule finds in a file of the window beside these.
fn told(path: &str, text: &str) -> Vec<String> {
    let files = [
        ("evaluation/mod.rs", "mod teams;\npub use teams::{Teams, side_by_side};"),
        (
            "evaluation/teams.rs",
            "pub struct Teams;\npub fn side_by_side() {}\npub const MOST: u8 = 8;\n\
             impl Teams { pub fn agreement(&self) {}\n pub fn row(&self) {} }",
        ),
        ("analysis/mod.rs", "pub fn is_tied() {}\npub enum Scale { Constant }"),
        (path, text),
    ];
    let found = are_made_below_the_window(&small_house(&files)).into_iter();
    found.map(|v| format!("{}:{}: {}", v.path, v.line, v.what)).collect()
}

#[test]
fn a_panel_that_computes_is_told() {
    let cases = [
        ("use crate::evaluation::side_by_side;", "crate::evaluation::side_by_side"),
        (
            "fn f() { crate::evaluation::teams::side_by_side() }",
            "crate::evaluation::teams::side_by_side",
        ),
        ("use crate::evaluation as e;\nfn f() { e::side_by_side() }", "e::side_by_side"),
        ("use crate::evaluation::Teams;\nfn f() { Teams::of() }", "Teams::of"),
        ("fn f(teams: &Answer) { teams.agreement() }", "agreement"),
    ];
    for (text, what) in cases {
        for path in ["ui/panel.rs", "chart/ranks.rs", "text/words.rs"] {
            let found = told(path, text);
            assert!(
                found.iter().any(|told| told.ends_with(&format!(": {what}"))),
                "{text}: {found:?}"
            );
        }
        assert_eq!(told("app/window.rs", text), [""; 0], "the app may compute");
    }
}

#[test]
fn a_panel_that_reads_is_not_told() {
    let fine = [
        "use crate::evaluation::Teams;\nfn f(teams: &Teams) { teams.row() }",
        "use crate::analysis::{Scale, is_tied};\nfn f() -> Scale { Scale::Constant }",
        "fn f() -> u8 { crate::evaluation::teams::MOST }",
        "// side_by_side()\nfn f() { \"crate::evaluation::side_by_side\" }",
    ];
    for text in fine {
        assert_eq!(told("ui/panel.rs", text), [""; 0], "{text}");
    }
}
