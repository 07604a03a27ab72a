//! All files together: which file names what another one defines, re-exports followed to where a
//! thing stands.

use std::collections::BTreeMap;

use crate::names::{Binding, Item, Names, Reach};
use crate::source::Source;

/// A file names something that a file of the library defines.
#[derive(Clone, Debug)]
pub struct Reference<'a> {
    /// The index of the file that names it.
    pub from: usize,
    pub line: usize,
    /// As it stands there.
    pub path: Vec<String>,
    /// The index of the file that defines it.
    pub to: usize,
    /// None where a macro has made it.
    pub item: Option<&'a Item>,
}

/// A file names another's things: the first reference from the one to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Indices of files.
    pub from: usize,
    pub to: usize,
    pub line: usize,
    pub path: String,
}

/// The library's files.
pub struct House {
    pub sources: Vec<Source>,
    /// One for each source.
    pub names: Vec<Names>,
    by_module: BTreeMap<Vec<String>, usize>,
}

/// What a path leads to.
#[derive(Clone, Debug)]
enum Target<'a> {
    Module(Vec<String>),
    /// In a file by its index.
    Item(usize, &'a Item),
    /// Not seen in the file where it must be: a macro has made it there.
    Unseen(usize),
}

/// Re-exports that lead on to one another further than this go in a circle.
const DEEPEST: usize = 12;

impl House {
    /// Of paths below `src` and their texts. The binary's own file stands outside.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let sources: Vec<Source> = files
            .into_iter()
            .filter(|(path, _)| path != "main.rs")
            .map(|(path, text)| Source::new(&path, &text))
            .collect();
        let names = sources.iter().map(Names::of).collect();
        let by_module = sources.iter().map(|source| source.module.clone()).zip(0..).collect();
        Self { sources, names, by_module }
    }

    /// Every arrow between two files, one for each pair.
    pub fn arrows(&self) -> Vec<Arrow> {
        let mut arrows: BTreeMap<(usize, usize), Arrow> = BTreeMap::new();
        for Reference { from, line, path, to, .. } in self.references() {
            let path = path.join("::");
            arrows.entry((from, to)).or_insert(Arrow { from, to, line, path });
        }
        arrows.into_values().collect()
    }

    /// Every reference from one file to another: file by file, `use` lines first.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let reference = |from: usize, path: Vec<String>, line| {
            let (to, item) = match self.target(from, &path, DEEPEST)? {
                Target::Item(to, item) => (to, Some(item)),
                Target::Unseen(to) => (to, None),
                Target::Module(_) => return None,
            };
            (to != from).then_some(Reference { from, line, path, to, item })
        };
        let files = 0..self.sources.len();
        files
            .flat_map(|from| {
                self.used(from).filter_map(move |(path, line)| reference(from, path, line))
            })
            .collect()
    }

    /// The paths that a file names for itself. What it only hands on to others is no use of its
    /// own.
    fn used(&self, file: usize) -> impl Iterator<Item = (Vec<String>, usize)> {
        let names = &self.names[file];
        let is_used =
            |binding: &&Binding| binding.reach == Reach::Own || names.words.contains(&binding.name);
        let bindings = names.bindings.iter().filter(is_used);
        let brought_in = bindings.map(|binding| (binding.path.clone(), binding.line));
        brought_in.chain(names.mentions.iter().map(|m| (m.path.clone(), m.line)))
    }

    /// Where a path leads that stands in this file; nowhere where it leads out of the library.
    fn target(&self, file: usize, path: &[String], depth: usize) -> Option<Target<'_>> {
        let own = &self.sources[file].module;
        let ups = path.iter().take_while(|part| *part == "super").count();
        let (start, rest) = match path.first()?.as_str() {
            "crate" => (&[][..], &path[1..]),
            "self" => (own.as_slice(), &path[1..]),
            "super" => (&own[..own.len().checked_sub(ups)?], &path[ups..]),
            _ => (own.as_slice(), path),
        };
        let is_within = rest.len() < path.len();
        self.walk(start.to_vec(), rest, depth.checked_sub(1)?).filter(|target| {
            // A first name that isn't ours is another crate's, or the language's.
            is_within || !matches!(target, Target::Unseen(to) if *to == file)
        })
    }

    fn walk(&self, mut module: Vec<String>, path: &[String], depth: usize) -> Option<Target<'_>> {
        for (place, name) in path.iter().enumerate() {
            let file = *self.by_module.get(&module)?;
            let child: Vec<String> = module.iter().chain([name]).cloned().collect();
            let is_child = self.by_module.contains_key(&child);
            // A module and a function may share a name; only the module leads on.
            if is_child && place + 1 < path.len() {
                module = child;
                continue;
            }
            match self.in_file(file, name, depth) {
                Some(Target::Module(found)) => module = found,
                Some(found) => return Some(found),
                None if is_child => module = child,
                None => return Some(Target::Unseen(file)),
            }
        }
        Some(Target::Module(module))
    }

    /// What a name means in a file: what it defines, else what a `use` line brings in.
    fn in_file(&self, file: usize, name: &str, depth: usize) -> Option<Target<'_>> {
        let Names { items, bindings, .. } = &self.names[file];
        if let Some(item) = items.iter().find(|item| item.name == name) {
            return Some(Target::Item(file, item));
        }
        let by_name = bindings.iter().filter(|binding| binding.name == name);
        let mut by_name = by_name.filter_map(|binding| self.target(file, &binding.path, depth));
        by_name.next().or_else(|| {
            let globs = bindings.iter().filter(|binding| binding.name == "*");
            let mut through =
                globs.map(|binding| [binding.path.as_slice(), &[name.to_owned()]].concat());
            through.find_map(|path| {
                let found = self.target(file, &path, depth);
                found.filter(|target| !matches!(target, Target::Unseen(_)))
            })
        })
    }
}

/// A house for a test: the parents of its files that are missing stand empty.
pub fn small_house(files: &[(&str, &str)]) -> House {
    let mut all: BTreeMap<String, String> = BTreeMap::from([("lib.rs".to_owned(), String::new())]);
    for (path, text) in files {
        for (slash, _) in path.match_indices('/') {
            all.entry(format!("{}/mod.rs", &path[..slash])).or_default();
        }
        all.insert((*path).to_owned(), (*text).to_owned());
    }
    House::new(all)
}

#[test]
fn a_reference_leads_to_where_a_thing_stands_and_says_what_it_is() {
    let files = [
        ("a/mod.rs", "pub mod total;\npub use total::{MOST, Total as Sum, total};"),
        ("a/total.rs", "pub fn total() {}\npub struct Total;\npub const MOST: u8 = 1;\nid!(Id);"),
        (
            "b.rs",
            "use crate::a::{self, Sum};\n\
             fn f() { a::total(Sum::new(), a::total::MOST, a::total::Id::of(std::fmt::Write)) }",
        ),
    ];
    let house = small_house(&files);
    let found: Vec<String> = house
        .references()
        .iter()
        .map(|r| format!("{}:{} {:?}", r.line, r.path.join("::"), r.item.map(|item| item.kind)))
        .collect();
    assert_eq!(
        found,
        [
            "1:crate::a::Sum Some(Type)",
            "2:a::total Some(Function)",
            "2:Sum::new Some(Type)",
            "2:a::total::MOST Some(Constant)",
            "2:a::total::Id::of None"
        ]
    );
    assert!(house.references().iter().all(|r| house.sources[r.to].path == "a/total.rs"));
}
