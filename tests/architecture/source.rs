//! A source file as its rules see it, and how a text is read without a parser.

use std::ops::Range;

use crate::Violation;

/// A file below `src`: comments and the insides of quotes blanked, its tests cut out.
pub struct Source {
    /// The modules it lies in, from the library's root.
    pub module: Vec<String>,
    /// Below `src`, with `/`.
    pub path: String,
    pub code: String,
    /// As `code`, with its tests.
    pub whole: String,
    /// The text as it is.
    pub written: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let whole = without_comments_and_quotes(text);
        Self {
            module: module_of(path),
            path: path.to_owned(),
            code: without_tests(&whole),
            whole,
            written: text.to_owned(),
        }
    }

    /// The module below the library's root that it lies in.
    pub fn top(&self) -> &str {
        self.module.first().map_or("main", String::as_str)
    }

    /// The line, from 1, of a place in the code.
    pub fn line(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }

    /// What is wrong at a place in the code.
    pub fn found(&self, at: usize, what: String) -> Violation {
        Violation { path: self.path.clone(), line: self.line(at), what }
    }
}

/// The modules that a path below src/ means: `model/edit.rs` → model, edit; `model/mod.rs` → model;
/// `main.rs` → none.
fn module_of(path: &str) -> Vec<String> {
    let mut parts: Vec<String> =
        path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// The text with all comments, and all between quotes, as blanks; lines stay where they are.
fn without_comments_and_quotes(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let (length, is_kept) = token(&chars, at);
        let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
        out.extend(chars[at..at + length].iter().map(|c| if is_kept { *c } else { blank(*c) }));
        at += length;
    }
    out
}

/// The length of what begins here, and whether it is code.
fn token(chars: &[char], at: usize) -> (usize, bool) {
    let rest = &chars[at..];
    let is_after_word = at > 0 && is_of_word(chars[at - 1]);
    match rest {
        ['/', '/', ..] => (rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()), false),
        ['/', '*', ..] => (block_comment(rest), false),
        ['"', ..] => (quoted(rest, '"'), false),
        ['r', '"' | '#', ..] if !is_after_word => {
            raw(rest).map_or((1, true), |length| (length, false))
        }
        ['\'', '\\', ..] => (quoted(rest, '\''), false),
        ['\'', _, '\'', ..] => (3, false),
        _ => (1, true),
    }
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    rest.len().min(at + 1)
}

fn raw(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = &rest[2 + hashes..];
    Some(
        body.windows(close.len())
            .position(|window| window == close)
            .map_or(rest.len(), |end| 2 + hashes + end + close.len()),
    )
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at + 1 < rest.len() {
        match (rest[at], rest[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Where the item that begins here ends: behind its braces, or its semicolon where that comes
/// first.
pub fn item(code: &str, start: usize) -> Range<usize> {
    let mut depth = 0_i32;
    for (at, c) in code[start..].char_indices() {
        match c {
            '}' if depth == 1 => return start..start + at + 1,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ';' if depth == 0 => return start..start + at + 1,
            _ => {}
        }
    }
    start..code.len()
}

fn without_tests(code: &str) -> String {
    let mut code = code.to_owned();
    while let Some(start) = code.find("#[cfg(test)]") {
        let tests = item(&code, start);
        blank(&mut code, tests);
    }
    code
}

/// Blanks a part of a text; its lines stay.
pub fn blank(code: &mut String, range: Range<usize>) {
    let lines: String = code[range.clone()].chars().filter(|c| *c == '\n').collect();
    let blanks = " ".repeat(range.len() - lines.len());
    code.replace_range(range, &(blanks + &lines));
}

pub fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every place of a word that stands alone.
pub fn places(code: &str, word: &str) -> Vec<usize> {
    let stands_alone = |at: &usize| {
        !code[..*at].chars().next_back().is_some_and(is_of_word)
            && !code[at + word.len()..].chars().next().is_some_and(is_of_word)
    };
    code.match_indices(word).map(|(at, _)| at).filter(stands_alone).collect()
}

/// The word that a text begins with, blanks aside; empty where it begins with none.
pub fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c| !is_of_word(c)).unwrap_or(text.len())]
}

#[test]
fn paths_mean_modules() {
    let module = |path: &str| module_of(path).join("::");
    assert_eq!(
        ["model/edit.rs", "model/mod.rs", "main.rs", "evaluation.rs"].map(module),
        ["model::edit", "model", "", "evaluation"]
    );
}

#[test]
fn comments_quotes_and_tests_are_no_code() {
    let text = "/* a /* b */ c */ fn d<'a>(e: &'a str) -> char { '\"' } // f\n\
                fn g() { r#\"h(\"\"#; \"i\\\"j\"; '\\''; }\n\
                #[cfg(test)]\nmod tests { fn k() {} }\nfn l() {}";
    let code = Source::new("model/a.rs", text).code;
    let words: Vec<&str> = code.split(|c| !is_of_word(c)).filter(|word| !word.is_empty()).collect();
    assert_eq!(words, ["fn", "d", "a", "e", "a", "str", "char", "fn", "g", "fn", "l"], "{code}");
    assert_eq!(code.lines().count(), text.lines().count());
}
