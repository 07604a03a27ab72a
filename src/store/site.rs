//! The place of a fault of form in a text: what stands there.

use super::token::{Kind, Tokens};
use crate::model::{Found, Piece, is_invisible};

/// More characters of a piece aren't quoted.
const MOST: usize = 40;

/// A byte offset in a text, on a character's boundary.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl<'a> Site<'a> {
    /// What stands there.
    pub fn found(self) -> Found {
        let Some(first) = self.first() else { return Found::End };
        let piece = match first {
            '"' => Piece::Text(self.written()),
            '[' => Piece::List,
            '{' => Piece::Map,
            '(' => Piece::Fields,
            '0'..='9' | '-' | '+' | '.' if is_plain(self.token()) => Piece::Number(self.written()),
            quote if is_other_quote(quote) => Piece::Quote(quote),
            c if is_invisible(c) => Piece::Invisible(c),
            c if c.is_alphabetic() || c == '_' => self.word(),
            _ => Piece::Sign(self.written()),
        };
        Found::Piece(piece)
    }

    /// The token that begins there, as it is written; a long one is cut.
    pub fn written(self) -> String {
        quoted(self.token())
    }

    pub fn is_number(self) -> bool {
        self.first().is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
    }

    pub fn first(self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// The token that begins there, up to a character that can't be seen; empty at the end.
    pub fn token(self) -> &'a str {
        let token = Tokens::new(self.text, self.at).next();
        let whole = token.and_then(|token| self.text.get(self.at..token.end)).unwrap_or_default();
        match token.map(|token| token.kind) {
            Some(Kind::Text) => whole,
            _ => whole.split(is_invisible).next().unwrap_or_default(),
        }
    }

    /// A bare word; one with a prefix of a text is a text.
    fn word(self) -> Piece {
        let starts = |kind| Tokens::new(self.text, self.at).next().is_some_and(|t| t.kind == kind);
        let written = self.written();
        if starts(Kind::Text) { Piece::Text(written) } else { Piece::Word(written) }
    }
}

/// A piece of a file as it is written, as much of it as is quoted.
pub fn quoted(piece: &str) -> String {
    let line = piece.lines().next().unwrap_or_default();
    let shown: String = line.chars().take(MOST).collect();
    if shown.len() < piece.len() { shown + "…" } else { shown }
}

/// Whether RON reads it as a number.
pub fn is_plain(number: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
    number.chars().all(is_of_number) && number.parse::<f64>().is_ok_and(f64::is_finite)
}

/// Whether a character is a quote of another kind than the file's.
pub fn is_other_quote(c: char) -> bool {
    matches!(c, '\'' | '`' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '「'..='』' | '〝'..='〟' | '＂')
}
