//! Where things stand in the text of a scenario file: RON's own parser keeps no places of values. A
//! flat walk over the tokens that knows brackets, fields, keys and ids, and nothing of what they
//! mean; it can't fail and doesn't recurse.

use std::ops::{Index, IndexMut, RangeInclusive};

use super::token::{Kind, Token, Tokens};
use crate::model::{Path, Place, Segment};

/// How deep brackets are followed: far deeper than a scenario goes, and as deep as RON is read.
const DEEPEST: usize = 128;

/// The named and numbered places of a text of at most 4 GiB. It is kept small, for a file may be
/// made to have many places.
pub struct Outline<'a> {
    text: &'a str,
    nodes: Nodes,
    line_starts: Vec<u32>,
    has_comments: bool,
}

/// Some bytes of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// No bytes at all, for where there are none.
    const NONE: Self = Self { start: 0, end: 0 };

    fn of(token: Token) -> Self {
        Self { start: offset(token.start), end: offset(token.end) }
    }

    fn text(self, text: &str) -> Option<&str> {
        if self == Self::NONE { None } else { text.get(self.start as usize..self.end as usize) }
    }
}

/// How a value's parent knows it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name<'a> {
    Top,
    /// A field's name or a map's key.
    Given(&'a str),
    Index(usize),
}

/// A value and how its parent knows it.
struct Node {
    /// Its name, from where it begins; of an item of a list its index, behind where its first token
    /// begins.
    at: u32,
    name_end: u32,
    index: u32,
    /// The first simple token of its value.
    simple: Span,
    /// Where the last bracket of its value closes; 0 where none does.
    end: u32,
    /// 0, which is the top, for none.
    first_child: u32,
    last_child: u32,
    next: u32,
}

/// Nodes by number, in parts: growing moves none of them, which would take twice the memory.
#[derive(Default)]
struct Nodes(Vec<Vec<Node>>);

impl Nodes {
    const PART: usize = 1024;

    fn push(&mut self, node: Node) -> usize {
        let is_full = self.0.last().is_none_or(|part| part.len() == Self::PART);
        if is_full {
            let capacity = if self.0.is_empty() { 0 } else { Self::PART };
            self.0.push(Vec::with_capacity(capacity));
        }
        if let Some(part) = self.0.last_mut() {
            part.push(node);
        }
        self.len() - 1
    }

    fn len(&self) -> usize {
        let last = self.0.last().map_or(0, Vec::len);
        self.0.len().saturating_sub(1) * Self::PART + last
    }
}

impl Index<usize> for Nodes {
    type Output = Node;

    fn index(&self, node: usize) -> &Node {
        &self.0[node / Self::PART][node % Self::PART]
    }
}

impl IndexMut<usize> for Nodes {
    fn index_mut(&mut self, node: usize) -> &mut Node {
        &mut self.0[node / Self::PART][node % Self::PART]
    }
}

/// An open bracket during the walk.
struct Frame {
    node: usize,
    count: usize,
    /// The value being read, once its first token has been seen.
    current: Option<usize>,
    /// `Some(…)`: what it holds is the value itself.
    is_some: bool,
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A name as its field is known, raw or not.
fn plain_name(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl<'a> Outline<'a> {
    pub fn new(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| offset(at + 1));
        let line_starts = std::iter::once(0).chain(ends).collect();
        let top = Node {
            at: 0,
            name_end: 0,
            index: 0,
            simple: Span::NONE,
            end: 0,
            first_child: 0,
            last_child: 0,
            next: 0,
        };
        let mut outline =
            Self { text, nodes: Nodes(vec![vec![top]]), line_starts, has_comments: false };
        outline.walk();
        outline
    }

    /// Whether there is any comment, which a save would lose.
    pub fn has_comments(&self) -> bool {
        self.has_comments
    }

    /// Where the last key, id or field of a path stands; that of the nearest part of it that is
    /// there.
    pub fn place(&self, path: &Path) -> Place {
        let mut node = 0;
        let mut at = if self.children(0).next().is_some() { self.first_token(0) } else { 0 };
        for segment in &path.0 {
            let Some(child) = self.child(node, segment) else { break };
            node = child;
            match segment {
                Segment::Field(_) => at = self.at(child),
                Segment::Key(_) => at = self.id_of(child).unwrap_or(self.at(child)),
                Segment::Index(_) => at = self.id_of(child).unwrap_or(at),
            }
        }
        self.place_at(at)
    }

    /// The bytes of the simple value of a field at the top.
    pub fn top_value(&self, field: &'static str) -> Option<(&'a str, Place)> {
        let node = self.child(0, &Segment::Field(field))?;
        let simple = self.nodes[node].simple;
        Some((simple.text(self.text)?, self.place_at(simple.start as usize)))
    }

    /// The bytes of the simple value that a field has inside each field of another name, wherever
    /// that stands.
    pub fn values_within(
        &self,
        outer: &'static str,
        inner: &'static str,
    ) -> impl Iterator<Item = &'a str> {
        let found = (0..self.nodes.len()).filter(move |node| self.is_field(*node, outer));
        found.filter_map(move |node| {
            self.nodes[self.child(node, &Segment::Field(inner))?].simple.text(self.text)
        })
    }

    /// The lines of a bracketed value.
    pub fn lines(&self, path: &Path) -> Option<RangeInclusive<usize>> {
        let node = path.0.iter().try_fold(0, |node, segment| self.child(node, segment))?;
        let Node { at, end, .. } = self.nodes[node];
        let line = |at: u32| self.place_at(at as usize).line;
        Some(line(at)..=line(end.max(at)))
    }

    /// Whether there is nothing but blanks and comments.
    pub fn is_empty(&self) -> bool {
        self.first_token(0) == self.text.len()
    }

    /// The place of a byte offset.
    pub fn place_at(&self, at: usize) -> Place {
        let line = self.line_starts.partition_point(|start| *start as usize <= at);
        let start = self.line_starts.get(line.saturating_sub(1)).map_or(0, |start| *start as usize);
        let column = self.text.get(start..at).map(|before| before.chars().count() + 1);
        Place { line, column }
    }

    /// The byte offset of a line and column, both from 1, columns in characters.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start =
            self.line_starts.get(line.saturating_sub(1)).map_or(self.text.len(), |at| *at as usize);
        let rest = self.text.get(start..).unwrap_or_default();
        start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }

    /// Where the first token that isn't a comment begins at or behind an offset; the text's end
    /// where there is none.
    fn first_token(&self, from: usize) -> usize {
        Tokens::new(self.text, from)
            .find(|token| token.kind != Kind::Comment)
            .map_or(self.text.len(), |token| token.start)
    }

    fn at(&self, node: usize) -> usize {
        self.nodes[node].at as usize
    }

    fn name_of(&self, node: usize) -> Name<'a> {
        let Node { at, name_end, index, .. } = self.nodes[node];
        match (Span { start: at, end: name_end }).text(self.text) {
            _ if node == 0 => Name::Top,
            Some(name) if name_end > at => Name::Given(name),
            _ => Name::Index(index as usize),
        }
    }

    fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let some = |node: u32| (node != 0).then_some(node as usize);
        std::iter::successors(some(self.nodes[node].first_child), move |child| {
            some(self.nodes[*child].next)
        })
    }

    fn child(&self, node: usize, segment: &Segment) -> Option<usize> {
        self.children(node).find(|child| match (segment, self.name_of(*child)) {
            (Segment::Field(field), Name::Given(_)) => self.is_field(*child, field),
            (Segment::Key(key), Name::Given(name)) => unquoted(name).as_deref() == Some(key),
            (Segment::Key(key), Name::Index(_)) => self.id_text(*child).as_deref() == Some(key),
            (Segment::Index(index), Name::Index(place)) => *index == place,
            _ => false,
        })
    }

    fn is_field(&self, node: usize, field: &str) -> bool {
        matches!(self.name_of(node), Name::Given(name) if plain_name(name) == field)
    }

    /// The node of the field that names a thing in a list of things with ids, or with names.
    fn id_node(&self, node: usize) -> Option<usize> {
        self.child(node, &Segment::Field("id"))
            .or_else(|| self.child(node, &Segment::Field("name")))
    }

    fn id_of(&self, node: usize) -> Option<usize> {
        self.id_node(node).map(|id| self.at(id))
    }

    fn id_text(&self, node: usize) -> Option<String> {
        unquoted(self.nodes[self.id_node(node)?].simple.text(self.text)?)
    }

    fn walk(&mut self) {
        let mut tokens = Tokens::new(self.text, 0).peekable();
        let mut frames: Vec<Frame> = Vec::new();
        // Brackets beyond the deepest that are followed.
        let mut beyond = 0_usize;
        while let Some(token) = tokens.next() {
            match token.kind {
                Kind::Comment => self.has_comments = true,
                Kind::Open if frames.len() == DEEPEST => beyond += 1,
                Kind::Close if beyond > 0 => beyond -= 1,
                Kind::Open => self.open(&mut frames, token),
                Kind::Close => {
                    if let Some(closed) = frames.pop() {
                        self.nodes[closed.node].end = offset(token.end);
                    }
                }
                _ if beyond > 0 => {}
                Kind::Comma => {
                    if let Some(frame) = frames.last_mut() {
                        frame.current = None;
                    }
                }
                Kind::Colon => {}
                Kind::Text | Kind::Word => {
                    while tokens.next_if(|next| next.kind == Kind::Comment).is_some() {
                        self.has_comments = true;
                    }
                    let is_name = tokens.next_if(|next| next.kind == Kind::Colon).is_some();
                    let opens = tokens.peek().is_some_and(|next| next.kind == Kind::Open);
                    match frames.last_mut() {
                        Some(frame) if is_name => self.name(frame, token),
                        // An item without brackets has no place but its list's.
                        Some(frame) if frame.current.is_none() && !frame.is_some && !opens => {
                            frame.count += 1;
                        }
                        Some(frame) => self.simple(frame, token),
                        None => {}
                    }
                }
            }
        }
    }

    fn open(&mut self, frames: &mut Vec<Frame>, token: Token) {
        let node = match frames.last_mut() {
            None => 0,
            Some(frame) => self.value(frame, token),
        };
        let is_some = self.nodes[node].simple.text(self.text) == Some("Some");
        if is_some {
            self.nodes[node].simple = Span::NONE;
        }
        frames.push(Frame { node, count: 0, current: None, is_some });
    }

    /// The node of the value that a token begins or goes on with.
    fn value(&mut self, frame: &mut Frame, token: Token) -> usize {
        if let Some(node) = frame.current {
            return node;
        }
        if frame.is_some {
            return frame.node;
        }
        let at = offset(token.start);
        let node = self.add(frame, Span { start: at, end: at });
        self.nodes[node].index = offset(frame.count);
        frame.count += 1;
        node
    }

    /// A name begins its entry; behind one it is a value.
    fn name(&mut self, frame: &mut Frame, token: Token) {
        if frame.current.is_none() {
            self.add(frame, Span::of(token));
        } else {
            self.simple(frame, token);
        }
    }

    fn simple(&mut self, frame: &mut Frame, token: Token) {
        let node = self.value(frame, token);
        if self.nodes[node].simple == Span::NONE {
            self.nodes[node].simple = Span::of(token);
        }
    }

    /// Adds what a frame holds next, which is read from now on.
    fn add(&mut self, frame: &mut Frame, name: Span) -> usize {
        let node = self.nodes.push(Node {
            at: name.start,
            name_end: name.end,
            index: 0,
            simple: Span::NONE,
            end: 0,
            first_child: 0,
            last_child: 0,
            next: 0,
        });
        match self.nodes[frame.node].last_child {
            0 => self.nodes[frame.node].first_child = offset(node),
            last => self.nodes[last as usize].next = offset(node),
        }
        self.nodes[frame.node].last_child = offset(node);
        frame.current = Some(node);
        node
    }
}

/// What a text in quotes means.
fn unquoted(token: &str) -> Option<String> {
    match token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => Some(plain.to_owned()),
        _ => ron::from_str(token).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "// a\n(\n  format: 1,\n  criteria: [\n    (id: \"cost\", value: Piecewise([\n      (0, 1),\n      (2, 0),\n    ])),\n  ],\n  \
                        options: [(id: \"a\"), (id: \"a\")],\n  scores: {\n    \"a\": {\n      \"cost\": (score: 3, evidence: [\n        (source: \"s\"),\n      ]),\n    },\n  },\n)";

    #[test]
    fn a_path_is_found_at_its_last_key_id_or_field() {
        let outline = Outline::new(TEXT);
        let top = Path::default();
        let cell = top.then("scores").key("a").key("cost");
        let cases = [
            (top.then("format"), 3, 3),
            (top.then("criteria").key("cost"), 5, 6),
            (top.then("criteria").key("cost").then("value").index(1), 5, 18),
            (top.then("options").index(1), 10, 25),
            (cell.clone(), 13, 7),
            (cell.then("evidence").index(0).then("source"), 14, 10),
            (cell.then("grade"), 13, 7),
            (top.then("teams"), 2, 1),
        ];
        for (path, line, column) in cases {
            assert_eq!(outline.place(&path), Place { line, column: Some(column) }, "{path}");
        }
        assert_eq!(outline.lines(&top.then("criteria")), Some(4..=9));
        assert_eq!(outline.lines(&cell), Some(13..=15));
        assert_eq!(outline.top_value("format").unwrap().0, "1");
        assert!(outline.has_comments() && !Outline::new("(a: \"// no\")").has_comments());
    }

    #[test]
    fn offsets_and_places_are_inverse() {
        let outline = Outline::new("é(\n\tü: 1\n)");
        for (at, _) in outline.text.char_indices() {
            let place = outline.place_at(at);
            assert_eq!(outline.offset(place.line, place.column.unwrap()), at);
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in "[()\\[\\]{},:\"'r#/*\\\\ a-cé\u{0}\n]{0,80}") {
            let outline = Outline::new(&text);
            outline.place(&Path::field("a").key("b").index(0).then("c"));
        }

        #[test]
        fn deep_nesting_is_walked_without_recursion(depth in 1_usize..100_000) {
            let text = "[".repeat(depth);
            let outline = Outline::new(&text);
            prop_assert!(outline.nodes.len() <= DEEPEST);
        }
    }
}
