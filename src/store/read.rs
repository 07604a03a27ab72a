//! Reading a scenario file: all of it or nothing, with every fault at its place.

use std::io::Read;
use std::ops::RangeInclusive;

use ron::error::{Error, SpannedError};

use super::outline::Outline;
use super::token::{Kind, Tokens};
use super::v1_parts::{FINITE, REPEATED_KEY};
use super::{from_v1, v1};
use crate::model::{
    FORMAT, Fault, FaultKind, Limit, Path, Place, Scenario, SyntaxFault, TypeFault, faults, nearest,
};

/// A scenario and what its file says besides.
#[derive(Debug)]
pub struct Opened {
    pub scenario: Scenario,
    /// The file holds comments, which a save would lose.
    pub has_comments: bool,
}

/// Why a file isn't opened: its faults, in the order of the file, and its text as far as it is one.
#[derive(Debug)]
pub struct Unreadable {
    pub faults: Vec<Fault>,
    pub text: String,
    /// The lines of sealed records, which are quoted nowhere.
    secret: Vec<RangeInclusive<usize>>,
}

impl Unreadable {
    /// The text to quote a line of, where that line can't belong to a sealed team's record.
    pub fn quotable(&self, at: Place) -> Option<&str> {
        self.secret.iter().all(|lines| !lines.contains(&at.line)).then_some(&self.text)
    }
}

/// The lines that may be secret in a file whose form is broken: it doesn't tell where a sealed
/// record ends, so all from the first word of teams on, where a seal is spoken of anywhere.
fn possibly_secret(bytes: &[u8]) -> Vec<RangeInclusive<usize>> {
    let at = |word: &[u8]| bytes.windows(word.len()).position(|part| part == word);
    if at(b"seal").is_none() {
        return Vec::new();
    }
    let teams = at(b"teams").unwrap_or(0);
    vec![1 + bytes.iter().take(teams).filter(|byte| **byte == b'\n').count()..=usize::MAX]
}

/// The lines of the sealed records of a file whose form is sound.
fn sealed_lines(scenario: &Scenario, outline: &Outline) -> Vec<RangeInclusive<usize>> {
    let rounds = scenario
        .rounds
        .iter()
        .enumerate()
        .map(|(index, round)| (Path::field("rounds").index(index), &round.teams));
    let bodies = rounds.chain([(Path::default(), &scenario.teams)]);
    let sealed = bodies.flat_map(|(base, teams)| {
        let sealed = teams.iter().enumerate().filter(|(_, team)| team.seal().is_some());
        sealed.map(move |(index, _)| base.then("teams").index(index)).collect::<Vec<_>>()
    });
    sealed.filter_map(|path| outline.lines(&path)).collect()
}

/// Reads all bytes of a stream, up to the limit.
///
/// # Errors
/// [`Unreadable`] with the system's reason, or with the limit where there is more.
pub fn read_bytes(stream: impl Read) -> Result<Vec<u8>, Unreadable> {
    let most = Limit::Bytes(0).most();
    let mut bytes = Vec::new();
    match stream.take(most + 1).read_to_end(&mut bytes) {
        Err(error) => Err(unreadable(FaultKind::NotRead(error.to_string()))),
        Ok(_) if bytes.len() as u64 > most => {
            Err(unreadable(FaultKind::Limit(Limit::Bytes(bytes.len() as u64))))
        }
        Ok(_) => Ok(bytes),
    }
}

/// The bytes of the file at a path.
///
/// # Errors
/// [`Unreadable`], as [`read_bytes`].
pub fn read_file(path: &std::path::Path) -> Result<Vec<u8>, Unreadable> {
    match std::fs::File::open(path) {
        Ok(file) => read_bytes(file),
        Err(error) => Err(unreadable(FaultKind::NotRead(error.to_string()))),
    }
}

/// The scenario that the bytes of a file say.
///
/// # Errors
/// [`Unreadable`] with the first fault of form, or with all faults of meaning.
pub fn parse(bytes: &[u8]) -> Result<Opened, Unreadable> {
    let broken =
        |fault, text| Unreadable { faults: vec![fault], text, secret: possibly_secret(bytes) };
    let text = decode(bytes).map_err(|(fault, text)| broken(fault, text))?;
    let outline = Outline::new(&text);
    let (scenario, mut found) = match mirror(&text, &outline) {
        Ok(file) => from_v1::scenario(file),
        Err(fault) => return Err(broken(fault, text)),
    };
    // A sealed record that is out of form and breaks rules besides is told of once.
    for fault in faults(&scenario, None) {
        if fault.kind != FaultKind::InSealedRecord || !found.contains(&fault) {
            found.push(fault);
        }
    }
    if found.is_empty() {
        return Ok(Opened { scenario, has_comments: outline.has_comments() });
    }
    for fault in &mut found {
        fault.at = fault.at.or_else(|| fault.path.as_ref().map(|path| outline.place(path)));
    }
    found.sort_by_key(|fault| fault.at.map_or((0, None), |at| (at.line, at.column)));
    let secret = sealed_lines(&scenario, &outline);
    Err(Unreadable { faults: found, text, secret })
}

fn unreadable(kind: FaultKind) -> Unreadable {
    Unreadable {
        faults: vec![Fault { path: None, at: None, kind }],
        text: String::new(),
        secret: Vec::new(),
    }
}

/// The text of a file: UTF-8, its byte-order mark dropped and its line ends made one. Else the
/// fault, and the text before it.
fn decode(bytes: &[u8]) -> Result<String, (Fault, String)> {
    let fault = |fault, at| Fault { path: None, at, kind: FaultKind::Syntax(fault) };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Without a mark, UTF-16 shows by a NUL in every other byte.
    if matches!(
        bytes,
        [0xFF, 0xFE, ..]
            | [0xFE, 0xFF, ..]
            | [0, 1..=255, 0, 1..=255, ..]
            | [1..=255, 0, 1..=255, 0, ..]
    ) {
        return Err((fault(SyntaxFault::Utf16, None), String::new()));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.replace("\r\n", "\n"),
        Err(error) => {
            let valid =
                String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default())
                    .replace("\r\n", "\n");
            let at = Outline::new(&valid).place_at(valid.len());
            return Err((fault(SyntaxFault::NotUtf8, Some(at)), valid));
        }
    };
    if let Some(at) = text.find('\0') {
        let at = Outline::new(&text).place_at(at);
        return Err((fault(SyntaxFault::NulByte, Some(at)), text));
    }
    if text.trim().is_empty() {
        return Err((fault(SyntaxFault::Empty, None), text));
    }
    Ok(text)
}

/// RON as the file uses it.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn mirror(text: &str, outline: &Outline) -> Result<v1::Scenario, Fault> {
    if outline.is_empty() {
        return Err(Fault {
            path: None,
            at: Some(outline.place_at(0)),
            kind: FaultKind::Syntax(SyntaxFault::Empty),
        });
    }
    if let Some((format, at)) = outline.top_value("format")
        && format != FORMAT.to_string()
    {
        let newer = format.parse::<u64>().ok().filter(|format| *format > u64::from(FORMAT));
        let kind = newer
            .map_or_else(|| FaultKind::NoSuchFormat(format.to_owned()), FaultKind::NewerFormat);
        return Err(Fault { path: Some(Path::field("format")), at: Some(at), kind });
    }
    options().from_str(text).map_err(|error| located(error, text, outline))
}

/// The parser's error as a fact at its place: RON's span begins before the blanks and comments
/// ahead of the fault, so the place is the first token in it.
fn located(error: SpannedError, text: &str, outline: &Outline) -> Fault {
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
    let syntax =
        |what: &str| FaultKind::Syntax(SyntaxFault::Expected { what: what.to_owned(), found });
    let wrong_type = |expected: &str| match found {
        None => syntax(expected),
        Some(c) => FaultKind::Type(TypeFault::WrongType {
            expected: expected.to_owned(),
            found: described(c),
        }),
    };
    match error {
        Error::Message(message) => match message.strip_prefix(REPEATED_KEY) {
            Some(key) => FaultKind::Syntax(SyntaxFault::RepeatedKey(key.to_owned())),
            None => FaultKind::Type(TypeFault::Other(message)),
        },
        Error::DuplicateStructField { field, .. } => {
            FaultKind::Syntax(SyntaxFault::RepeatedKey(field.to_owned()))
        }
        Error::InvalidValueForType { expected, found } if expected == FINITE => {
            FaultKind::Type(TypeFault::NotFinite(found))
        }
        Error::InvalidValueForType { expected, found } => {
            FaultKind::Type(TypeFault::WrongType { expected, found })
        }
        Error::ExpectedDifferentLength { expected, found } => {
            FaultKind::Type(TypeFault::WrongType { expected, found: format!("{found} of them") })
        }
        Error::NoSuchStructField { expected, found, outer } => {
            FaultKind::Type(TypeFault::UnknownField {
                nearest: nearest(&found, expected.iter().copied()),
                within: outer.unwrap_or_default(),
                expected: expected.iter().map(|&name| name.to_owned()).collect(),
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
                expected: expected.iter().map(|&name| name.to_owned()).collect(),
                found,
            })
        }
        Error::ExceededRecursionLimit => FaultKind::Syntax(SyntaxFault::TooDeep),
        Error::ExpectedStringEnd => FaultKind::Syntax(SyntaxFault::UnclosedString),
        Error::UnclosedBlockComment => FaultKind::Syntax(SyntaxFault::UnclosedComment),
        Error::InvalidEscape(_) => FaultKind::Syntax(SyntaxFault::BadEscape),
        Error::TrailingCharacters => FaultKind::Syntax(SyntaxFault::Trailing),
        Error::ExpectedComma => syntax("a comma or the closing bracket"),
        Error::ExpectedMapColon => syntax("a colon"),
        Error::ExpectedArrayEnd => syntax("`]`"),
        Error::ExpectedMapEnd => syntax("`}`"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => syntax("`)`"),
        Error::ExpectedIdentifier => syntax("a name"),
        Error::Eof => {
            FaultKind::Syntax(SyntaxFault::Expected { what: "more".to_owned(), found: None })
        }
        Error::ExpectedArray => wrong_type("a list in square brackets `[…]`"),
        Error::ExpectedMap => wrong_type("a map in braces `{…}`"),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => {
            wrong_type("a group of fields in parentheses `(…)`")
        }
        Error::ExpectedString => wrong_type("a text in straight double quotes"),
        Error::ExpectedFloat | Error::ExpectedInteger | Error::IntegerOutOfBounds => {
            wrong_type("a number")
        }
        Error::ExpectedBoolean => wrong_type("true or false"),
        Error::FloatUnderscore
        | Error::UnderscoreAtBeginning
        | Error::InvalidIntegerDigit { .. } => {
            FaultKind::Syntax(SyntaxFault::BadNumber(error.to_string()))
        }
        other => FaultKind::Syntax(SyntaxFault::Other(other.to_string())),
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
