//! The tokens of a RON text, without recursion and without failing: what is no token ends the run.

/// What a token is; the text's bytes `start..end` hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    Comma,
    Colon,
    /// A text in quotes, raw or not, closed or not.
    Text,
    /// A number, a name, or a run of anything else.
    Word,
    Comment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// The tokens from a byte offset on.
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// `from` must lie on a character's boundary; else there are no tokens.
    pub fn new(text: &'a str, from: usize) -> Self {
        Self { text, at: from }
    }

    fn next_kind(rest: &str) -> (Kind, usize) {
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (Some('(' | '[' | '{'), _) => (Kind::Open, 1),
            (Some(')' | ']' | '}'), _) => (Kind::Close, 1),
            (Some(','), _) => (Kind::Comma, 1),
            (Some(':'), _) => (Kind::Colon, 1),
            (Some('"'), _) => (Kind::Text, quoted(rest, '"')),
            (Some('\''), _) => (Kind::Text, quoted(rest, '\'')),
            (Some('r'), Some('"' | '#')) if raw(rest).is_some() => {
                (Kind::Text, raw(rest).unwrap_or(1))
            }
            (Some('/'), Some('/')) => (Kind::Comment, rest.find('\n').unwrap_or(rest.len())),
            (Some('/'), Some('*')) => (Kind::Comment, block_comment(rest)),
            _ => (Kind::Word, word(rest)),
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..)?;
        let blank = rest.len() - rest.trim_start_matches(is_blank).len();
        let start = self.at + blank;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let (kind, length) = Self::next_kind(rest);
        self.at = start + length;
        Some(Token { kind, start, end: self.at })
    }
}

/// What RON takes for a blank: not all that Unicode does, and a no-break space is none.
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

/// The length of a quoted text with its quotes; all of `rest` where it isn't closed.
fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a raw text `r#"…"#`; none where `rest` doesn't begin with one.
fn raw(rest: &str) -> Option<usize> {
    let hashes = rest.get(1..)?.bytes().take_while(|b| *b == b'#').count();
    let body = rest.get(1 + hashes..)?.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&close).map_or(rest.len(), |at| 2 + hashes + at + close.len()))
}

/// The length of a block comment, which may hold others; all of `rest` where it isn't closed.
fn block_comment(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn word(rest: &str) -> usize {
    let is_end = |c: char| is_blank(c) || "()[]{},:\"'".contains(c);
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let tail = rest.get(first..).unwrap_or_default();
    let end = tail.find(is_end).unwrap_or(tail.len());
    // Looked for in the word alone: through the whole text, many words would take the square of
    // their number.
    let word = tail.get(..end).unwrap_or_default();
    let comment = word.find("//").into_iter().chain(word.find("/*")).min().unwrap_or(end);
    first + comment
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        Tokens::new(text, 0).map(|token| (token.kind, &text[token.start..token.end])).collect()
    }

    #[test]
    fn a_text_falls_into_its_tokens() {
        use Kind::{Close, Colon, Comma, Comment, Open, Text, Word};
        assert_eq!(
            kinds("(a: -1.5e3, // x\n \"q\\\"(\": r#\"]\"\"#/* /* */ , */)"),
            [
                (Open, "("),
                (Word, "a"),
                (Colon, ":"),
                (Word, "-1.5e3"),
                (Comma, ","),
                (Comment, "// x"),
                (Text, "\"q\\\"(\""),
                (Colon, ":"),
                (Text, "r#\"]\"\"#"),
                (Comment, "/* /* */ , */"),
                (Close, ")"),
            ]
        );
        assert_eq!(kinds("\"open"), [(Text, "\"open")]);
        assert_eq!(kinds("/* open"), [(Comment, "/* open")]);
        assert_eq!(kinds("r#x"), [(Word, "r#x")]);
    }

    proptest! {
        #[test]
        fn tokens_advance_and_stay_inside_any_text(text in "[()\\[\\]{},:\"'r#/*\\\\ a-cé\u{0}\n]{0,80}") {
            let mut before = 0;
            for token in Tokens::new(&text, 0) {
                prop_assert!(token.start >= before && token.end > token.start && text.is_char_boundary(token.end));
                before = token.end;
            }
        }
    }
}
