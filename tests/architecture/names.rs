//! What a file declares, brings in and names: its `use` lines taken apart, and the paths in its
//! code.

use std::ops::Range;

use crate::source::{Source, blank, first_word, is_of_word, places};

/// A name that a `use` line brings in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// `*` for all that there is.
    pub name: String,
    pub path: Vec<String>,
    pub reach: Reach,
    pub line: usize,
}

/// Who sees a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Own,
    /// Handed on to others under this file's module.
    Exported,
}

/// Something that a file defines outside of all braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Function,
    /// A structure, an enum, a union, a trait or another name of one.
    Type,
    Constant,
    Macro,
}

/// The words that a definition begins with.
const KEYWORDS: [(&str, Kind); 9] = [
    ("fn", Kind::Function),
    ("struct", Kind::Type),
    ("enum", Kind::Type),
    ("union", Kind::Type),
    ("trait", Kind::Type),
    ("type", Kind::Type),
    ("const", Kind::Constant),
    ("static", Kind::Constant),
    ("macro_rules!", Kind::Macro),
];

/// A path in a file's code: two names or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub path: Vec<String>,
    pub line: usize,
}

/// Everything that a file's text says about names.
#[derive(Debug, Default)]
pub struct Names {
    /// What it defines itself, but for modules.
    pub items: Vec<Item>,
    pub bindings: Vec<Binding>,
    pub mentions: Vec<Mention>,
    /// Every word of the code outside of `use` and `mod` lines.
    pub words: Vec<String>,
}

impl Names {
    pub fn of(source: &Source) -> Self {
        let mut body = source.code.clone();
        let mut bindings = Vec::new();
        for at in places(&source.code, "use") {
            let range = to_semicolon(&source.code, at);
            bindings.extend(bindings_of(source, at, &source.code[at + 3..range.end - 1]));
            blank(&mut body, range);
        }
        for at in places(&source.code, "mod") {
            blank(&mut body, to_semicolon(&source.code, at));
        }
        let mentions = mentions(&body)
            .into_iter()
            .map(|(at, path)| Mention { path, line: source.line(at) })
            .collect();
        let words = body.split(|c| !is_of_word(c)).map(str::to_owned).collect();
        Self { items: items(&body), bindings, mentions, words }
    }

    /// Every path that the file names, with its line.
    pub fn paths(&self) -> impl Iterator<Item = (&[String], usize)> {
        let bindings = self.bindings.iter().map(|binding| (binding.path.as_slice(), binding.line));
        bindings.chain(self.mentions.iter().map(|m| (m.path.as_slice(), m.line)))
    }
}

/// A `use` or `mod` line, whatever braces it holds.
fn to_semicolon(code: &str, at: usize) -> Range<usize> {
    at..code[at..].find(';').map_or(code.len(), |end| at + end + 1)
}

fn bindings_of(source: &Source, at: usize, tree: &str) -> Vec<Binding> {
    let before = source.code[..at].trim_end();
    let is_exported = before.ends_with("pub")
        || (before.ends_with(')')
            && before.rfind("pub(").is_some_and(|start| !before[start..].contains('\n')));
    let reach = if is_exported { Reach::Exported } else { Reach::Own };
    let line = source.line(at);
    let binding = |mut path: Vec<String>, name: Option<String>| {
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = name.or_else(|| path.last().cloned())?;
        Some(Binding { name, path, reach, line })
    };
    branches(tree).into_iter().filter_map(|(path, name)| binding(path, name)).collect()
}

/// The paths of a `use` tree, each with the name after `as`.
fn branches(tree: &str) -> Vec<(Vec<String>, Option<String>)> {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else { return vec![leaf(tree)] };
    let stem = segments(&tree[..open]);
    let inner = tree[open + 1..].trim_end().trim_end_matches('}');
    let inner = &tree[open + 1..open + 1 + inner_length(&tree[open + 1..]).unwrap_or(inner.len())];
    split_at_commas(inner)
        .into_iter()
        .flat_map(branches)
        .map(|(path, name)| (stem.iter().cloned().chain(path).collect(), name))
        .collect()
}

fn leaf(text: &str) -> (Vec<String>, Option<String>) {
    match text.split_once(" as ") {
        Some((path, name)) => (segments(path), Some(name.trim().to_owned())),
        None if text.ends_with('*') => (segments(text.trim_end_matches('*')), Some("*".to_owned())),
        None => (segments(text), None),
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The length of what stands before the brace that closes.
fn inner_length(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        (depth < 0).then_some(at)
    })
}

fn split_at_commas(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            parts.push(&list[start..at]);
            start = at + 1;
        }
    }
    parts.push(&list[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

fn items(body: &str) -> Vec<Item> {
    let defined = KEYWORDS.into_iter().flat_map(|(keyword, kind)| {
        let outside = places(body, keyword).into_iter().filter(|at| depth(body, *at) == 0);
        outside.map(move |at| {
            let rest = body[at + keyword.len()..].trim_start();
            let name = first_word(rest.strip_prefix("mut ").unwrap_or(rest)).to_owned();
            Item { name, kind }
        })
    });
    let is_keyword = |name: &str| KEYWORDS.iter().any(|(keyword, _)| *keyword == name);
    defined.filter(|item| !item.name.is_empty() && !is_keyword(&item.name)).collect()
}

fn depth(body: &str, at: usize) -> i32 {
    let braces = |open: char, close: char| {
        let count = |wanted: char| i32::try_from(body[..at].matches(wanted).count()).unwrap();
        count(open) - count(close)
    };
    braces('{', '}') + braces('(', ')')
}

/// The paths in a body: names joined by `::`, each with its place.
fn mentions(body: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = body[at..].find(is_of_word) {
        let start = at + offset;
        let path = path_at(&body[start..]);
        let length: usize = path.iter().map(|part| part.len() + 2).sum::<usize>() - 2;
        let is_whole = !body[..start].ends_with("::") && !body[..start].ends_with('.');
        at = start + length;
        if path.len() > 1 && is_whole {
            found.push((start, path));
        }
    }
    found
}

fn path_at(text: &str) -> Vec<String> {
    let mut path = Vec::new();
    let mut rest = text;
    loop {
        let word = first_word(rest);
        path.push(word.to_owned());
        rest = &rest[word.len()..];
        match rest.strip_prefix("::") {
            Some(more) if more.starts_with(is_of_word) => rest = more,
            _ => return path,
        }
    }
}

#[cfg(test)]
fn of(text: &str) -> Names {
    Names::of(&Source::new("a/b.rs", text))
}

#[test]
fn use_lines_are_taken_apart_in_every_form() {
    let text = "use crate::{model::{Path, Team as Side, self}, text::list,};\n\
                pub use super::x::*;\npub(crate) use y::Z;\nfn f() { use w::V; }";
    let found: Vec<(String, String, Reach, usize)> = of(text)
        .bindings
        .into_iter()
        .map(|b| (b.name, b.path.join("::"), b.reach, b.line))
        .collect();
    let expected = [
        ("Path", "crate::model::Path", Reach::Own, 1),
        ("Side", "crate::model::Team", Reach::Own, 1),
        ("model", "crate::model", Reach::Own, 1),
        ("list", "crate::text::list", Reach::Own, 1),
        ("*", "super::x", Reach::Exported, 2),
        ("Z", "y::Z", Reach::Exported, 3),
        ("V", "w::V", Reach::Own, 4),
    ];
    assert_eq!(found, expected.map(|(a, b, c, d)| (a.to_owned(), b.to_owned(), c, d)));
}

#[test]
fn what_a_file_defines_and_names_is_found() {
    let text = "const A: u8 = c::D;\n\
                pub const fn e(f: G) -> u8 { const INNER: u8 = 1; a.b::<C>() }\n\
                static mut H: u8 = 0;\nimpl I { fn method() { Self::j(crate::k::L) } }\n\
                type M = fn(N) -> O;\nmacro_rules! p { () => {} }";
    let found = of(text);
    let items: Vec<(&str, Kind)> =
        found.items.iter().map(|item| (item.name.as_str(), item.kind)).collect();
    let expected = [
        ("e", Kind::Function),
        ("M", Kind::Type),
        ("A", Kind::Constant),
        ("H", Kind::Constant),
        ("p", Kind::Macro),
    ];
    assert_eq!(items, expected);
    let mentions: Vec<String> = found.mentions.iter().map(|m| m.path.join("::")).collect();
    assert_eq!(mentions, ["c::D", "Self::j", "crate::k::L"]);
}
