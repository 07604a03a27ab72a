//! Where things stand in the text of a scenario file: RON's own parser keeps no places of values. A
//! flat walk over the tokens that knows brackets, fields, keys and ids, and nothing of what they
//! mean; it can't fail and doesn't recurse.

use std::ops::RangeInclusive;

use super::token::{Kind, Token, Tokens};
use crate::model::{Path, Place, Segment};

/// The named and numbered places of a text.
pub struct Outline<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    line_starts: Vec<usize>,
    has_comments: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Top,
    /// The bytes of a field's name or a map's key.
    Given(usize, usize),
    Index(usize),
}

/// A value and how its parent knows it.
struct Node {
    name: Name,
    /// Where its name or, in a list, its first token begins.
    at: usize,
    /// The bytes of the first simple token of its value.
    simple: Option<(usize, usize)>,
    /// Where the last bracket of its value closes; 0 where none does.
    end: usize,
    first_child: Option<usize>,
    last_child: Option<usize>,
    next: Option<usize>,
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

/// A name as its field is known, raw or not.
fn plain_name(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl<'a> Outline<'a> {
    pub fn new(text: &'a str) -> Self {
        let line_starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let top = Node {
            name: Name::Top,
            at: 0,
            simple: None,
            end: 0,
            first_child: None,
            last_child: None,
            next: None,
        };
        let mut outline = Self { text, nodes: vec![top], line_starts, has_comments: false };
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
        let mut at =
            self.nodes.first().and_then(|top| top.first_child).map_or(0, |_| self.first_token(0));
        for segment in &path.0 {
            let Some(child) = self.child(node, segment) else { break };
            node = child;
            match segment {
                Segment::Field(_) => at = self.nodes[child].at,
                Segment::Key(_) => at = self.id_of(child).unwrap_or(self.nodes[child].at),
                Segment::Index(_) => at = self.id_of(child).unwrap_or(at),
            }
        }
        self.place_at(at)
    }

    /// The bytes of the simple value of a field at the top.
    pub fn top_value(&self, field: &'static str) -> Option<(&'a str, Place)> {
        let node = self.child(0, &Segment::Field(field))?;
        let (start, end) = self.nodes[node].simple?;
        Some((self.text.get(start..end)?, self.place_at(start)))
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
            let (start, end) = self.nodes[self.child(node, &Segment::Field(inner))?].simple?;
            self.text.get(start..end)
        })
    }

    /// The lines of a bracketed value.
    pub fn lines(&self, path: &Path) -> Option<RangeInclusive<usize>> {
        let node = path.0.iter().try_fold(0, |node, segment| self.child(node, segment))?;
        let Node { at, end, .. } = *self.nodes.get(node)?;
        Some(self.place_at(at).line..=self.place_at(end.max(at)).line)
    }

    /// Whether there is nothing but blanks and comments.
    pub fn is_empty(&self) -> bool {
        self.first_token(0) == self.text.len()
    }

    /// The place of a byte offset.
    pub fn place_at(&self, at: usize) -> Place {
        let line = self.line_starts.partition_point(|start| *start <= at);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..at).map(|before| before.chars().count() + 1);
        Place { line, column }
    }

    /// The byte offset of a line and column, both from 1, columns in characters.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start =
            self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
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

    fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[node].first_child, |child| self.nodes[*child].next)
    }

    fn child(&self, node: usize, segment: &Segment) -> Option<usize> {
        self.children(node).find(|child| match (segment, self.nodes[*child].name) {
            (Segment::Field(field), Name::Given(..)) => self.is_field(*child, field),
            (Segment::Key(key), Name::Given(start, end)) => {
                self.unquoted(start, end).as_deref() == Some(key)
            }
            (Segment::Key(key), Name::Index(_)) => self.id_text(*child).as_deref() == Some(key),
            (Segment::Index(index), Name::Index(place)) => *index == place,
            _ => false,
        })
    }

    fn is_field(&self, node: usize, field: &str) -> bool {
        let Name::Given(start, end) = self.nodes[node].name else { return false };
        self.text.get(start..end).map(plain_name) == Some(field)
    }

    /// The node of the field that names a thing in a list of things with ids, or with names.
    fn id_node(&self, node: usize) -> Option<usize> {
        self.child(node, &Segment::Field("id"))
            .or_else(|| self.child(node, &Segment::Field("name")))
    }

    fn id_of(&self, node: usize) -> Option<usize> {
        self.id_node(node).map(|id| self.nodes[id].at)
    }

    fn id_text(&self, node: usize) -> Option<String> {
        let (start, end) = self.nodes[self.id_node(node)?].simple?;
        self.unquoted(start, end)
    }

    fn unquoted(&self, start: usize, end: usize) -> Option<String> {
        let token = self.text.get(start..end)?;
        match token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => Some(plain.to_owned()),
            _ => ron::from_str(token).ok(),
        }
    }

    fn walk(&mut self) {
        let mut tokens = Tokens::new(self.text, 0).peekable();
        let mut frames: Vec<Frame> = Vec::new();
        while let Some(token) = tokens.next() {
            match token.kind {
                Kind::Comment => self.has_comments = true,
                Kind::Open => self.open(&mut frames, token),
                Kind::Close => {
                    if let Some(closed) = frames.pop() {
                        self.nodes[closed.node].end = token.end;
                    }
                }
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
                    match frames.last_mut() {
                        Some(frame) if is_name => self.name(frame, token),
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
        let is_some = self.nodes[node].simple.and_then(|(start, end)| self.text.get(start..end))
            == Some("Some");
        if is_some {
            self.nodes[node].simple = None;
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
        let node = self.add(frame.node, Name::Index(frame.count), token.start);
        frame.count += 1;
        frame.current = Some(node);
        node
    }

    /// A name begins its entry; behind one it is a value.
    fn name(&mut self, frame: &mut Frame, token: Token) {
        if frame.current.is_none() {
            frame.current =
                Some(self.add(frame.node, Name::Given(token.start, token.end), token.start));
        } else {
            self.simple(frame, token);
        }
    }

    fn simple(&mut self, frame: &mut Frame, token: Token) {
        let node = self.value(frame, token);
        self.nodes[node].simple.get_or_insert((token.start, token.end));
    }

    fn add(&mut self, parent: usize, name: Name, at: usize) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node {
            name,
            at,
            simple: None,
            end: 0,
            first_child: None,
            last_child: None,
            next: None,
        });
        match self.nodes[parent].last_child {
            Some(last) => self.nodes[last].next = Some(node),
            None => self.nodes[parent].first_child = Some(node),
        }
        self.nodes[parent].last_child = Some(node);
        node
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
            Outline::new(&"[".repeat(depth));
        }
    }
}
