//! What the parser says of a file's form, as facts at their places. Of the parser's own words none
//! is taken over: what stands at the place is read from the text.

use ron::error::{Error, SpannedError};

use super::escape::bad_escape;
use super::hint::hint;
use super::outline::Outline;
use super::site::Site;
use super::token::{Kind, Token, Tokens};
use super::v1_parts::{FINITE, REPEATED_KEY};
use crate::model::{
    Expected, Fault, FaultKind, Found, Mismatch, SyntaxFault, TypeFault, is_invisible, nearest,
};

/// The parser's error as a fact at its place: RON's span begins before the blanks and comments
/// ahead of the fault, so the place is the first token in it.
pub fn located(error: SpannedError, text: &str, outline: &Outline) -> Fault {
    let start = outline.offset(error.span.start.line, error.span.start.col);
    if let Error::InvalidEscape(_) = error.code
        && let Some((at, bad)) = text_at(text, start).and_then(|token| bad_escape(text, token))
    {
        let kind = FaultKind::Syntax(SyntaxFault::BadEscape(bad));
        return Fault { path: None, at: Some(outline.place_at(at)), kind };
    }
    let at = place(&error.code, text, start);
    let unseen = end_of_name(&error.code, at).map(|at| Site { text, at });
    if let Some(site) = unseen.filter(|site| site.first().is_some_and(is_invisible)) {
        let kind = of_syntax(Expected::Name, site);
        return Fault { path: None, at: Some(outline.place_at(site.at)), kind };
    }
    Fault { path: None, at: Some(outline.place_at(at)), kind: kind(error.code, Site { text, at }) }
}

/// Where a name ends that isn't known and begins at this place.
fn end_of_name(error: &Error, at: usize) -> Option<usize> {
    match error {
        Error::NoSuchStructField { found, .. } | Error::NoSuchEnumVariant { found, .. } => {
            Some(at + found.len())
        }
        _ => None,
    }
}

/// The byte offset at which a fault is told.
fn place(error: &Error, text: &str, start: usize) -> usize {
    match error {
        // An unclosed comment is the last token there is.
        Error::UnclosedBlockComment => {
            Tokens::new(text, 0).last().map_or(start, |token| token.start)
        }
        // A map's key was read when it was found to be there already: the span begins inside it.
        Error::Message(message) if message.starts_with(REPEATED_KEY) => {
            text_at(text, start).map_or(start, |token| token.start)
        }
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
            text.get(..start).and_then(|before| before.rfind('#')).unwrap_or(start)
        }
        _ => first_token(text, start),
    }
}

/// Where the first token at or behind an offset begins, comments aside; the offset itself where it
/// lies within a word.
fn first_token(text: &str, start: usize) -> usize {
    let within = |token: Token| {
        let is_raw_name = text.get(token.start..start) == Some("r#");
        if token.kind == Kind::Word && !is_raw_name { token.start.max(start) } else { token.start }
    };
    Tokens::new(text, 0)
        .find(|token| token.end > start && token.kind != Kind::Comment)
        .map_or(text.len(), within)
}

/// The last text in quotes that begins at or before an offset.
fn text_at(text: &str, start: usize) -> Option<Token> {
    let before = Tokens::new(text, 0).take_while(|token| token.start <= start);
    before.filter(|token| token.kind == Kind::Text).last()
}

fn kind(error: Error, site: Site) -> FaultKind {
    match error {
        Error::Message(message) => match message.strip_prefix(REPEATED_KEY) {
            Some(key) => FaultKind::Syntax(SyntaxFault::RepeatedKey(key.to_owned())),
            None => of_type(Expected::Value, site),
        },
        Error::InvalidValueForType { expected, .. } if expected == FINITE => {
            FaultKind::Type(TypeFault::NotFinite(site.written()))
        }
        Error::ExpectedDifferentLength { expected, found } => length(&expected, found),
        Error::DuplicateStructField { field, .. } => {
            FaultKind::Syntax(SyntaxFault::RepeatedKey(field.to_owned()))
        }
        Error::NoSuchStructField { expected, found, outer } => {
            unknown_field(expected, found, outer)
        }
        Error::MissingStructField { field, outer } => FaultKind::Type(TypeFault::MissingField {
            field: field.to_owned(),
            within: outer.unwrap_or_default(),
        }),
        Error::NoSuchEnumVariant { expected, found, .. } => unknown_variant(expected, found),
        Error::ExceededRecursionLimit => FaultKind::Syntax(SyntaxFault::TooDeep),
        Error::ExpectedStringEnd => FaultKind::Syntax(SyntaxFault::UnclosedText),
        Error::UnclosedBlockComment => FaultKind::Syntax(SyntaxFault::UnclosedComment),
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
            match hint(site, &Expected::Name) {
                None => FaultKind::Syntax(SyntaxFault::Attribute),
                Some(_) => of_syntax(Expected::Fields, site),
            }
        }
        Error::TrailingCharacters => FaultKind::Syntax(SyntaxFault::Trailing(site.found())),
        other => expected(&other, site),
    }
}

/// The errors that say nothing but what was expected. Those that no scenario can bring about, and
/// those that a later parser may add, expected some other value.
fn expected(error: &Error, site: Site) -> FaultKind {
    match error {
        Error::Eof => of_syntax(Expected::More, site),
        Error::ExpectedComma => of_syntax(Expected::Comma, site),
        Error::ExpectedMapColon => of_syntax(Expected::Colon, site),
        Error::ExpectedArrayEnd => of_syntax(Expected::Closing(']'), site),
        Error::ExpectedMapEnd => of_syntax(Expected::Closing('}'), site),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            of_syntax(Expected::Closing(')'), site)
        }
        Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
        | Error::SuggestRawIdentifier(_) => of_syntax(Expected::Name, site),
        Error::UnexpectedChar(_) => of_syntax(Expected::Comment, site),
        Error::ExpectedArray => of_type(Expected::List, site),
        Error::ExpectedMap => of_type(Expected::Map, site),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => of_type(Expected::Fields, site),
        Error::ExpectedString => of_type(Expected::Text, site),
        Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            of_type(Expected::Number, site)
        }
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            of_type(Expected::WholeNumber, site)
        }
        Error::ExpectedBoolean => of_type(Expected::TrueOrFalse, site),
        _ if site.is_number() => of_type(Expected::Number, site),
        _ => of_type(Expected::Value, site),
    }
}

fn mismatch(expected: Expected, site: Site) -> Mismatch {
    Mismatch { hint: hint(site, &expected), found: site.found(), expected }
}

fn of_syntax(expected: Expected, site: Site) -> FaultKind {
    FaultKind::Syntax(SyntaxFault::Mismatch(mismatch(expected, site)))
}

/// A value of a wrong kind, or none where the text ends.
fn of_type(expected: Expected, site: Site) -> FaultKind {
    match mismatch(expected, site) {
        end @ Mismatch { found: Found::End, .. } => FaultKind::Syntax(SyntaxFault::Mismatch(end)),
        other => FaultKind::Type(TypeFault::Mismatch(other)),
    }
}

/// Too few values in parentheses, or too many: how many were expected is the one number in what
/// `serde` says.
fn length(expected: &str, found: usize) -> FaultKind {
    let number = expected.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    let expected =
        number.and_then(|number| number.parse().ok()).map_or(Expected::Value, Expected::Values);
    let found = Found::Values(found);
    FaultKind::Type(TypeFault::Mismatch(Mismatch { expected, found, hint: None }))
}

fn unknown_field(
    expected: &'static [&'static str],
    found: String,
    outer: Option<String>,
) -> FaultKind {
    FaultKind::Type(TypeFault::UnknownField {
        nearest: nearest(&found, expected.iter().copied()),
        within: outer.unwrap_or_default(),
        expected: owned(expected),
        found,
    })
}

fn unknown_variant(expected: &'static [&'static str], found: String) -> FaultKind {
    FaultKind::Type(TypeFault::UnknownVariant {
        nearest: nearest(&found, expected.iter().copied()),
        expected: owned(expected),
        found,
    })
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
