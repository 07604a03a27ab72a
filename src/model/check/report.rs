//! Where faults are collected, and the rules that hold for every text and id.

use crate::model::check::body::Body;
use crate::model::{Fault, FaultKind, Limit, Path, SHORT_LIMIT};

/// Collects faults as it goes.
#[derive(Default)]
pub struct Check {
    pub faults: Vec<Fault>,
    pub zeros_beside_open: ZerosBesideOpen,
}

/// What is thought of a list of siblings of which some are given nothing and the others aren't
/// given anything yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ZerosBesideOpen {
    /// A fault, as in a list given whole: no file holds it.
    #[default]
    Faulty,
    /// A team at work on it.
    AtWork,
}

impl Check {
    pub fn push(&mut self, path: Path, kind: FaultKind) {
        self.faults.push(Fault::at_path(path, kind));
    }

    pub fn text(&mut self, text: &str, path: impl FnOnce() -> Path) {
        let most = usize::try_from(Limit::Characters(0).most()).unwrap_or(usize::MAX);
        if text.len() > most {
            let characters = text.chars().count();
            if characters > most {
                self.push(path(), FaultKind::Limit(Limit::Characters(characters)));
            }
        }
    }

    /// A SHA-256 in lower-case hexadecimal.
    pub fn hash(&mut self, text: &str, path: impl FnOnce() -> Path) {
        self.hexadecimal(64, text, path);
    }

    pub fn hexadecimal(&mut self, digits: usize, text: &str, path: impl FnOnce() -> Path) {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != digits || !text.bytes().all(is_digit) {
            self.push(path(), FaultKind::HashOutOfForm { digits });
        }
    }

    pub fn required(&mut self, text: &str, path: impl Fn() -> Path) {
        if text.trim().is_empty() {
            self.push(path(), FaultKind::EmptyText);
        }
        self.text(text, path);
    }

    pub fn named(&mut self, name: &str, short: &str, note: &str, path: &Path) {
        self.required(name, || path.then("name"));
        let characters = short.chars().count();
        if characters > SHORT_LIMIT {
            self.push(path.then("short"), FaultKind::ShortTooLong(characters));
        }
        self.text(note, || path.then("note"));
    }

    /// Reports a malformed or repeated id, and gives the path that its thing is known by from here
    /// on.
    pub fn identity(
        &mut self,
        body: &Body,
        list: &'static str,
        index: usize,
        id: (&str, bool),
        is_first: bool,
    ) -> Path {
        let (id, is_well_formed) = id;
        let path = if is_first { body.thing(list, id) } else { body.base.then(list).index(index) };
        if !is_well_formed {
            self.push(path.clone(), FaultKind::MalformedId(id.to_owned()));
        } else if !is_first {
            self.push(path.clone(), FaultKind::RepeatedId(id.to_owned()));
        }
        path
    }
}
