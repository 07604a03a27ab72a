//! No circle of files: whoever reads one file can read on downwards and comes to an end.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::Violation;
use crate::house::{Arrow, House, small_house};

pub fn are_absent(house: &House) -> Vec<Violation> {
    let violation = |circle: Vec<Arrow>| Violation {
        path: house.sources[circle[0].from].path.clone(),
        line: circle[0].line,
        what: told(house, &circle),
    };
    circles(house).into_iter().map(violation).collect()
}

/// The shortest circle through each arrow that lies in one, each circle once, short ones first.
fn circles(house: &House) -> Vec<Vec<Arrow>> {
    let arrows = house.arrows();
    let mut onwards: BTreeMap<usize, Vec<&Arrow>> = BTreeMap::new();
    for arrow in &arrows {
        onwards.entry(arrow.from).or_default().push(arrow);
    }
    let mut found: BTreeMap<BTreeSet<usize>, Vec<&Arrow>> = BTreeMap::new();
    for arrow in &arrows {
        if let Some(back) = way(&onwards, arrow.to, arrow.from) {
            let circle: Vec<&Arrow> = std::iter::once(arrow).chain(back).collect();
            found.entry(circle.iter().map(|arrow| arrow.from).collect()).or_insert(circle);
        }
    }
    let owned = |circle: Vec<&Arrow>| circle.into_iter().cloned().collect();
    let mut circles: Vec<Vec<Arrow>> = found.into_values().map(owned).collect();
    circles.sort_by_key(Vec::len);
    circles
}

/// The shortest way from one file to another.
fn way<'a>(
    onwards: &BTreeMap<usize, Vec<&'a Arrow>>,
    from: usize,
    to: usize,
) -> Option<Vec<&'a Arrow>> {
    let mut ways: BTreeMap<usize, Vec<&Arrow>> = BTreeMap::from([(from, Vec::new())]);
    let mut next = VecDeque::from([from]);
    while let Some(at) = next.pop_front().filter(|at| *at != to) {
        for arrow in onwards.get(&at).into_iter().flatten() {
            if !ways.contains_key(&arrow.to) {
                let way = ways[&at].iter().copied().chain([*arrow]).collect();
                ways.insert(arrow.to, way);
                next.push_back(arrow.to);
            }
        }
    }
    ways.remove(&to)
}

fn told(house: &House, circle: &[Arrow]) -> String {
    let path = |file: usize| house.sources[file].path.as_str();
    let steps = circle.iter().enumerate().map(|(place, arrow)| {
        let line = if place == 0 { String::new() } else { format!(" in line {}", arrow.line) };
        format!("names {}{line} in {}", arrow.path, path(arrow.to))
    });
    steps.collect::<Vec<_>>().join(", which ")
}

fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    let found = are_absent(&small_house(files)).into_iter();
    found.map(|v| format!("{}:{} {}", v.path, v.line, v.what)).collect()
}

#[test]
fn a_circle_is_told_whatever_form_its_paths_have() {
    let forms = [
        ("use super::b::B;", "use crate::x::a::A;"),
        ("use crate::x::b;\nfn f() { b::g() }", "fn g() { super::a::A }"),
        ("use super::B;", "use super::A as Other;"),
        ("use crate::x::{self, y as z};\nfn f() { x::B::new() }", "use crate::x::A;"),
        ("use crate::B;", "use crate::x::{b::B as C, A};"),
    ];
    for (a, b) in forms {
        let files = [
            ("lib.rs", "pub mod x;\npub use x::B;"),
            ("x/mod.rs", "mod a;\nmod b;\npub use a::*;\npub use b::{B, g};"),
            ("x/a.rs", &format!("{a}\npub struct A;")),
            ("x/b.rs", &format!("{b}\npub struct B;\npub fn g() {{}}")),
        ];
        let found = circles_of(&files);
        assert!(
            found.len() == 1
                && found[0].starts_with("x/a.rs:")
                && found[0].contains(" in x/b.rs, "),
            "{a} / {b}: {found:?}"
        );
    }
}

#[test]
fn long_circles_and_each_of_several_are_told() {
    let files = [
        ("x/a.rs", "use super::b::B; use super::d::D;\npub struct A;"),
        ("x/b.rs", "use super::c::C;\npub struct B;"),
        ("x/c.rs", "pub fn f(a: super::a::A) {}\npub struct C;"),
        ("x/d.rs", "use super::a::A;\npub struct D;"),
    ];
    assert_eq!(
        circles_of(&files),
        [
            "x/a.rs:1 names super::d::D in x/d.rs, which names super::a::A in line 1 in x/a.rs",
            "x/a.rs:1 names super::b::B in x/b.rs, which names super::c::C in line 1 in x/c.rs, \
             which names super::a::A in line 1 in x/a.rs",
        ]
    );
}

#[test]
fn a_parent_is_in_a_circle_only_by_what_it_defines_itself() {
    let child = |text: &str| {
        circles_of(&[
            ("x/mod.rs", "mod a;\nmod b;\npub use a::A;\npub struct X(A);"),
            ("x/a.rs", &format!("{text}\npub struct A;")),
            ("x/b.rs", "pub struct B;"),
        ])
    };
    assert_eq!(child("use super::b::B;"), [""; 0]);
    assert_eq!(child("use super::X;").len(), 1);
    let only_declares = [
        ("x/mod.rs", "mod a;\npub use a::A;\npub const MOST: usize = 1;"),
        ("x/a.rs", "use super::MOST;\npub struct A;"),
    ];
    assert_eq!(circles_of(&only_declares), [""; 0]);
}

#[test]
fn comments_tests_and_other_crates_make_no_circle() {
    let files = [
        ("x/mod.rs", "mod a;\nmod b;"),
        ("x/a.rs", "use super::b::B;\nuse b::C;\npub struct A;"),
        (
            "x/b.rs",
            "// super::a::A\nconst B: &str = \"super::a::A\";\n\
             #[cfg(test)]\nmod tests { use super::super::a::A; }",
        ),
    ];
    assert_eq!(circles_of(&files), [""; 0]);
}
