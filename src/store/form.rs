//! What the parser says of a file's form, as facts at their places.

use ron::error::{Error, SpannedError};

use super::outline::Outline;
use super::token::{Kind, Tokens};
use super::v1_parts::{FINITE, REPEATED_KEY};
use crate::model::{Fault, FaultKind, SyntaxFault, TypeFault, nearest};

/// The parser's error as a fact at its place: RON's span begins before the blanks and comments
/// ahead of the fault, so the place is the first token in it.
pub fn located(error: SpannedError, text: &str, outline: &Outline) -> Fault {
    let start = outline.offset(error.span.start.line, error.span.start.col);
    let mut tokens = Tokens::new(text, 0);
    let at = match &error.code {
        // An unclosed comment is the last token there is.
        Error::UnclosedBlockComment => tokens.last().map_or(start, |token| token.start),
        // A map's key was read when it was found to be there already: the span begins inside it.
        Error::Message(message) if message.starts_with(REPEATED_KEY) => {
            let read = tokens
                .take_while(|token| token.start <= start)
                .filter(|token| token.kind == Kind::Text)
                .last();
            read.map_or(start, |token| token.start)
        }
        _ => tokens
            .find(|token| token.start >= start && token.kind != Kind::Comment)
            .map_or(text.len(), |token| token.start),
    };
    let found = text.get(at..).and_then(|rest| rest.chars().next());
    Fault {
        path: None,
        at: Some(outline.place_at(at.min(text.len()))),
        kind: kind(error.code, found),
    }
}

fn kind(error: Error, found: Option<char>) -> FaultKind {
    match error {
        Error::Message(message) => match message.strip_prefix(REPEATED_KEY) {
            Some(key) => FaultKind::Syntax(SyntaxFault::RepeatedKey(key.to_owned())),
            None => FaultKind::Type(TypeFault::Other(message)),
        },
        Error::InvalidValueForType { expected, found } if expected == FINITE => {
            FaultKind::Type(TypeFault::NotFinite(found))
        }
        Error::InvalidValueForType { expected, found } => {
            FaultKind::Type(TypeFault::WrongType { expected, found })
        }
        Error::ExpectedDifferentLength { expected, found } => {
            FaultKind::Type(TypeFault::WrongType { expected, found: format!("{found} of them") })
        }
        Error::ExpectedArray => wrong_type("a list in square brackets `[…]`", found),
        Error::ExpectedMap => wrong_type("a map in braces `{…}`", found),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => {
            wrong_type("a group of fields in parentheses `(…)`", found)
        }
        Error::ExpectedString => wrong_type("a text in straight double quotes", found),
        Error::ExpectedFloat | Error::ExpectedInteger | Error::IntegerOutOfBounds => {
            wrong_type("a number", found)
        }
        Error::ExpectedBoolean => wrong_type("true or false", found),
        Error::DuplicateStructField { .. }
        | Error::NoSuchStructField { .. }
        | Error::MissingStructField { .. }
        | Error::NoSuchEnumVariant { .. } => named(error),
        other => FaultKind::Syntax(syntax(other, found)),
    }
}

/// A value of a wrong kind, or none where the text ends.
fn wrong_type(expected: &str, found: Option<char>) -> FaultKind {
    let expected = expected.to_owned();
    match found {
        None => FaultKind::Syntax(SyntaxFault::Expected { what: expected, found }),
        Some(c) => FaultKind::Type(TypeFault::WrongType { expected, found: described(c) }),
    }
}

/// What is wrong with the name of a field or a variant.
fn named(error: Error) -> FaultKind {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    match error {
        Error::DuplicateStructField { field, .. } => {
            FaultKind::Syntax(SyntaxFault::RepeatedKey(field.to_owned()))
        }
        Error::NoSuchStructField { expected, found, outer } => {
            FaultKind::Type(TypeFault::UnknownField {
                nearest: nearest(&found, expected.iter().copied()),
                within: outer.unwrap_or_default(),
                expected: owned(expected),
                found,
            })
        }
        Error::MissingStructField { field, outer } => FaultKind::Type(TypeFault::MissingField {
            field: field.to_owned(),
            within: outer.unwrap_or_default(),
        }),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            FaultKind::Type(TypeFault::UnknownVariant {
                nearest: nearest(&found, expected.iter().copied()),
                expected: owned(expected),
                found,
            })
        }
        other => FaultKind::Type(TypeFault::Other(other.to_string())),
    }
}

fn syntax(error: Error, found: Option<char>) -> SyntaxFault {
    let expected = |what: &str| SyntaxFault::Expected { what: what.to_owned(), found };
    match error {
        Error::ExceededRecursionLimit => SyntaxFault::TooDeep,
        Error::ExpectedStringEnd => SyntaxFault::UnclosedString,
        Error::UnclosedBlockComment => SyntaxFault::UnclosedComment,
        Error::InvalidEscape(_) => SyntaxFault::BadEscape,
        Error::TrailingCharacters => SyntaxFault::Trailing,
        Error::ExpectedComma => expected("a comma or the closing bracket"),
        Error::ExpectedMapColon => expected("a colon"),
        Error::ExpectedArrayEnd => expected("`]`"),
        Error::ExpectedMapEnd => expected("`}`"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => expected("`)`"),
        Error::ExpectedIdentifier => expected("a name"),
        Error::Eof => SyntaxFault::Expected { what: "more".to_owned(), found: None },
        Error::FloatUnderscore
        | Error::UnderscoreAtBeginning
        | Error::InvalidIntegerDigit { .. } => SyntaxFault::BadNumber(error.to_string()),
        other => SyntaxFault::Other(other.to_string()),
    }
}

/// What a value that begins with this character is.
fn described(first: char) -> String {
    match first {
        '"' => "a text".to_owned(),
        '0'..='9' | '-' | '+' | '.' => "a number".to_owned(),
        '[' => "a list `[…]`".to_owned(),
        '{' => "a map `{…}`".to_owned(),
        '(' => "a group of fields `(…)`".to_owned(),
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => {
            format!("the typographic quote `{first}`")
        }
        other if other.is_alphabetic() => "a bare word".to_owned(),
        other => format!("`{other}`"),
    }
}
