//! No word of the parser's library reaches a person, and every fault of form is told at the first
//! character that is wrong, quoted as it is written.

use mizan::model::{Fault, FaultClass, FaultKind, Found, Mismatch, Piece, SyntaxFault, TypeFault};
use mizan::{store, text};
use ron::error::Error;

use crate::SOUND;
use crate::mutations::Lcg;

const MUTATIONS: u32 = 3_000;

/// What stands in the place of a token, or beside it.
const PIECES: [&str; 60] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    ":",
    "/*",
    "*/",
    "//",
    "r#\"",
    "\\",
    "-",
    "+",
    "=",
    "1e999",
    "NaN",
    "Some(",
    "\u{A0}",
    "“",
    "1,5",
    "1.250.000",
    "50%",
    "1/2",
    "2026-11-26",
    "b'a'",
    "b\"x\"",
    "..",
    "_",
    "1_0.5",
    "0x",
    "None",
    "true",
    "()",
    "#![enable(what)]",
    "#",
    "½",
    "5km",
    "\\U",
    "\"\\q\"",
    "Fixed",
    "Fixed(1",
    "Linear(1)",
    "'a'",
    "r#a",
    "a+b",
    "1u8",
    "1f32",
    "1..2",
    "99999999999999999999",
    "{}",
    "[]",
    "\u{200B}",
    "ب",
    "完",
    "👍🏾",
    "\"C:\\Users\"",
];

/// Errors of the library, one of each kind that says something.
fn errors() -> Vec<Error> {
    let name = || "name".to_owned();
    let outer = || Some("outer".to_owned());
    let fixed = [
        Error::Fmt,
        Error::Eof,
        Error::ExpectedArray,
        Error::ExpectedArrayEnd,
        Error::ExpectedAttribute,
        Error::ExpectedAttributeEnd,
        Error::ExpectedBoolean,
        Error::ExpectedComma,
        Error::ExpectedChar,
        Error::ExpectedByteLiteral,
        Error::ExpectedFloat,
        Error::FloatUnderscore,
        Error::ExpectedInteger,
        Error::ExpectedOption,
        Error::ExpectedOptionEnd,
        Error::ExpectedMap,
        Error::ExpectedMapColon,
        Error::ExpectedMapEnd,
        Error::ExpectedStructLike,
        Error::ExpectedNamedStructLike(""),
        Error::ExpectedUnit,
        Error::ExpectedString,
        Error::ExpectedByteString,
        Error::ExpectedStringEnd,
        Error::ExpectedIdentifier,
        Error::InvalidEscape("Unknown escape character"),
        Error::InvalidEscape("Missing { in Unicode escape"),
        Error::InvalidEscape("Non-hex digit found"),
        Error::IntegerOutOfBounds,
        Error::UnclosedBlockComment,
        Error::UnclosedLineComment,
        Error::UnderscoreAtBeginning,
        Error::TrailingCharacters,
        Error::ExpectedRawValue,
        Error::ExceededRecursionLimit,
        Error::ExpectedRangeSyntax,
    ];
    let named = [
        Error::ExpectedNamedStructLike("name"),
        Error::ExpectedDifferentStructName { expected: "name", found: name() },
        Error::InvalidIntegerDigit { digit: 'q', base: 10 },
        Error::NoSuchExtension(name()),
        Error::UnexpectedChar('q'),
        Error::InvalidValueForType { expected: name(), found: name() },
        Error::ExpectedDifferentLength { expected: name(), found: 3 },
        Error::NoSuchEnumVariant { expected: &["a", "b"], found: name(), outer: outer() },
        Error::NoSuchStructField { expected: &["a", "b"], found: name(), outer: outer() },
        Error::MissingStructField { field: "name", outer: outer() },
        Error::DuplicateStructField { field: "name", outer: outer() },
        Error::InvalidIdentifier(name()),
        Error::SuggestRawIdentifier(name()),
        Error::ExpectedStructName(name()),
    ];
    fixed.into_iter().chain(named).collect()
}

/// What the library and serde say, as far as it names nothing of the file: each error's words up to
/// the first name in it.
fn foreign_words() -> Vec<String> {
    let told = errors().into_iter().map(|error| error.to_string());
    let words = told.map(|told| told.split(['`', '\'', '"']).next().unwrap().trim().to_owned());
    let whole = words.filter(|words| words.split(' ').count() > 1);
    let serde = [
        "but found",
        "instead",
        "expected either",
        "expected one of",
        "there are no",
        "invalid identifier",
        "invalid type",
        "invalid value",
        "invalid length",
        "missing field",
        "unknown field",
        "unknown variant",
        "duplicate field",
        "floating point number",
        "integer `",
        "a tuple",
        "tuple variant",
        "-bit",
        "struct ",
        "enum ",
        "sequence",
        "a unit",
        "identifier",
        "boolean",
        "Expected",
        "Unexpected",
        "Invalid",
    ];
    whole.chain(serde.map(str::to_owned)).collect()
}

/// The sound file without its seal, so that every place may be told.
fn sound() -> String {
    SOUND.split_inclusive('\n').filter(|line| !line.contains("seal:")).collect()
}

/// The tokens of a file: texts, words and signs, by their bytes.
fn tokens(file: &str) -> Vec<(usize, usize)> {
    let is_of_word = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = file[at..].chars().next() {
        let rest = &file[at..];
        let length = match first {
            '"' => 2 + rest[1..].find('"').unwrap(),
            c if is_of_word(c) => rest.find(|c| !is_of_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        if !first.is_whitespace() {
            found.push((at, at + length));
        }
        at += length;
    }
    found
}

/// A file without a token, or with a piece in its place or beside it.
fn mutated(file: &str, tokens: &[(usize, usize)], random: &mut Lcg) -> String {
    let (start, end) = tokens[random.below(tokens.len())];
    let piece = PIECES[random.below(PIECES.len())];
    let (from, to, piece) = match random.below(4) {
        0 => (start, end, ""),
        1 => (start, end, piece),
        2 => (start, start, piece),
        _ => (end, end, piece),
    };
    format!("{}{piece}{}", &file[..from], &file[to..])
}

/// The text from a fault's place on; none where the place lies outside.
fn rest<'a>(text: &'a str, fault: &Fault) -> Option<&'a str> {
    let at = fault.at?;
    let start: usize = text.split_inclusive('\n').take(at.line - 1).map(str::len).sum();
    let line = text[start..].split('\n').next()?;
    let column = at.column? - 1;
    let offset = line.char_indices().map(|(at, _)| at).chain([line.len()]).nth(column)?;
    Some(&text[start + offset..])
}

/// What a fault quotes as it is written, where it quotes.
fn written(fault: &Fault) -> Option<&str> {
    let found = match &fault.kind {
        FaultKind::Syntax(
            SyntaxFault::Mismatch(Mismatch { found, .. }) | SyntaxFault::Trailing(found),
        )
        | FaultKind::Type(TypeFault::Mismatch(Mismatch { found, .. })) => found,
        FaultKind::Type(TypeFault::NotFinite(written)) => return Some(written),
        FaultKind::Syntax(SyntaxFault::BadEscape(bad)) => return Some(&bad.written),
        _ => return None,
    };
    match found {
        Found::Piece(
            Piece::Text(written)
            | Piece::Number(written)
            | Piece::Word(written)
            | Piece::Sign(written),
        ) => Some(written),
        _ => None,
    }
}

/// What is wrong with how a fault is told.
fn wrong(fault: &Fault, file: &str, foreign: &[String]) -> Option<String> {
    let told = text::fault(fault);
    // A name of the file may be anything; what stands between backticks is the file's.
    let own: String = told.split('`').step_by(2).collect();
    if let Some(word) = foreign.iter().find(|word| own.contains(word.as_str())) {
        return Some(format!("says {word:?}"));
    }
    let Some(rest) = rest(file, fault) else { return Some("lies outside".to_owned()) };
    if rest.starts_with([' ', '\n']) || rest.starts_with("//") {
        return Some("points to no token".to_owned());
    }
    let quoted = written(fault).map(|written| written.trim_end_matches('…'));
    match quoted {
        Some("") => Some("quotes nothing".to_owned()),
        Some(quoted) if !rest.starts_with(quoted) => Some(format!("quotes {quoted:?}")),
        _ => None,
    }
}

#[test]
fn no_fault_of_form_speaks_the_librarys_words_or_points_beside_the_fault() {
    let sound = sound();
    let (tokens, foreign) = (tokens(&sound), foreign_words());
    assert!(tokens.len() > 400 && foreign.len() > 60, "{} {}", tokens.len(), foreign.len());
    let mut random = Lcg(2_026);
    let (mut refused, mut told) = (0, Vec::new());
    for _ in 0..MUTATIONS {
        let file = mutated(&sound, &tokens, &mut random);
        let Err(found) = store::parse(file.as_bytes()) else { continue };
        let form = |fault: &&Fault| matches!(fault.class(), FaultClass::Syntax | FaultClass::Type);
        for fault in found.faults.iter().filter(form) {
            refused += 1;
            let wrong = wrong(fault, &file, &foreign);
            told.extend(
                wrong.map(|wrong| format!("{wrong}: {:?} {}", fault.at, text::fault(fault))),
            );
        }
    }
    assert!(refused > 500, "{refused} are refused");
    told.sort();
    told.dedup();
    assert!(told.is_empty(), "{} of {refused}\n{}", told.len(), told.join("\n"));
}
