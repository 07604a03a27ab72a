//! Faults of form in sentences: what was expected, what stands there, quoted as it is written, and
//! what was most likely meant.

use super::counts::counted;
use crate::model::{
    BadEscape, EscapeWithin, Expected, Found, Hint, Mismatch, Piece, SyntaxFault, TypeFault,
};

pub fn syntax(fault: &SyntaxFault) -> String {
    match fault {
        SyntaxFault::Empty => EMPTY.to_owned(),
        SyntaxFault::Utf16 => UTF_16.to_owned(),
        SyntaxFault::NotUtf8 => NOT_UTF_8.to_owned(),
        SyntaxFault::NulByte => NUL_BYTE.to_owned(),
        SyntaxFault::TooDeep => TOO_DEEP.to_owned(),
        SyntaxFault::Mismatch(fault) => mismatch(fault),
        SyntaxFault::UnclosedText => UNCLOSED_TEXT.to_owned(),
        SyntaxFault::UnclosedComment => UNCLOSED_COMMENT.to_owned(),
        SyntaxFault::BadEscape(fault) => bad_escape(fault),
        SyntaxFault::Attribute => ATTRIBUTE.to_owned(),
        SyntaxFault::RepeatedKey(key) => format!(
            "`{key}` stands here for the second time; each key stands once. Take one of them out."
        ),
        SyntaxFault::Trailing(what) => format!(
            "the scenario has ended; nothing may follow its closing `)`, and here {} does.",
            found(what)
        ),
    }
}

const EMPTY: &str =
    "the file is empty; a scenario begins with `(` and has at least `format` and `title`.";
const UTF_16: &str = "the file is written in UTF-16; save it as UTF-8 and open it again.";
const NOT_UTF_8: &str =
    "here the file is not UTF-8: it is damaged or in another encoding. Save it as UTF-8.";
const NUL_BYTE: &str = "here the file holds a NUL byte: it is damaged, perhaps by a crash while it \
                        was written. Take an earlier copy.";
const TOO_DEEP: &str = "brackets are nested deeper than any scenario needs.";
const UNCLOSED_TEXT: &str = "the text that begins here is not closed: its second `\"` is missing.";
const UNCLOSED_COMMENT: &str = "the comment that begins here is not closed: its `*/` is missing.";
const ATTRIBUTE: &str = "a line `#![…]` asks for what no scenario needs; take it out.";
const NOT_FINITE: &str =
    "is no finite number (NaN, infinite, or too large to be held); write a number.";

pub fn wrong_type(fault: &TypeFault) -> String {
    match fault {
        TypeFault::UnknownField { found, within, expected, nearest } => format!(
            "{} has no field `{found}`{} Known are: {}.",
            thing(within),
            suggestion(nearest.as_deref()),
            expected.join(", ")
        ),
        TypeFault::MissingField { field, within } => {
            format!("the field `{field}` is missing in {}; add it.", thing(within))
        }
        TypeFault::UnknownVariant { found, expected, nearest } => format!(
            "`{found}` is not possible here{} Possible are: {}.",
            suggestion(nearest.as_deref()),
            expected.join(", ")
        ),
        TypeFault::Mismatch(fault) => mismatch(fault),
        TypeFault::NotFinite(written) => format!("`{written}` {NOT_FINITE}"),
    }
}

/// A fault of form where a sealed record may stand.
pub fn withheld(wanted: Option<&Expected>) -> String {
    let wanted = match wanted {
        None => "the form of the file is broken here".to_owned(),
        Some(Expected::OneOf(names)) if names.len() > 1 => {
            format!("one of these was expected here: {}", names.join(", "))
        }
        Some(wanted) => format!("{} expected here", was(wanted)),
    };
    format!("{wanted}; what stands there may be sealed, and isn't told.")
}

fn mismatch(fault: &Mismatch) -> String {
    let Mismatch { expected: wanted, found: there, hint: meant } = fault;
    let hint = meant.as_ref().map(|meant| format!(" {}", hint(meant))).unwrap_or_default();
    match there {
        Found::End => format!(
            "the file ends here, though {} expected: a closing bracket or quote is missing.",
            was(wanted)
        ),
        there => format!("{} expected here, not {}.{hint}", was(wanted), found(there)),
    }
}

/// What was expected, with its verb.
fn was(wanted: &Expected) -> String {
    match wanted {
        Expected::Values(count) if *count != 1 => format!("{} were", expected(wanted)),
        _ => format!("{} was", expected(wanted)),
    }
}

fn expected(wanted: &Expected) -> String {
    match wanted {
        Expected::Text => "a text in straight double quotes".to_owned(),
        Expected::Number => "a number".to_owned(),
        Expected::WholeNumber => "a whole number".to_owned(),
        Expected::TrueOrFalse => "`true` or `false`".to_owned(),
        Expected::List => "a list in square brackets `[…]`".to_owned(),
        Expected::Map => "a map in braces `{…}`".to_owned(),
        Expected::Fields => "a group of fields in parentheses `(…)`".to_owned(),
        Expected::Values(count) => format!("{} in parentheses", counted(*count, "value")),
        Expected::Value => "another value".to_owned(),
        Expected::Name => "a name".to_owned(),
        Expected::OneOf(names) => names.join(", "),
        Expected::Comma => "a comma or the closing bracket".to_owned(),
        Expected::Colon => "a colon".to_owned(),
        Expected::Closing(bracket) => format!("`{bracket}`"),
        Expected::Comment => "a comment, which begins with `//` or `/*`,".to_owned(),
        Expected::More => "more".to_owned(),
    }
}

fn found(there: &Found) -> String {
    match there {
        Found::End => "the end of the file".to_owned(),
        Found::Values(count) => count.to_string(),
        Found::Piece(found) => piece(found),
    }
}

fn piece(there: &Piece) -> String {
    match there {
        Piece::Text(written) => format!("the text `{written}`"),
        Piece::Number(written) => format!("the number `{written}`"),
        Piece::Word(written) => format!("the bare word `{written}`"),
        Piece::List => "a list `[…]`".to_owned(),
        Piece::Map => "a map `{…}`".to_owned(),
        Piece::Fields => "a group of fields `(…)`".to_owned(),
        Piece::Quote(quote) => format!("the quote `{quote}`"),
        Piece::Invisible(c) => format!("{}, which can't be seen", unseen(*c)),
        Piece::Sign(written) => format!("`{written}`"),
    }
}

/// A character that can't be seen, by its name.
fn unseen(c: char) -> String {
    let name = match c {
        '\u{A0}' => "a no-break space",
        '\u{202F}' => "a narrow no-break space",
        '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => "a space of another width",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' | '\u{200D}' | '\u{2060}' => "a joiner of letters",
        '\u{AD}' => "a soft hyphen",
        '\u{FEFF}' => "a byte-order mark",
        _ => "a character",
    };
    format!("{name} (U+{:04X})", u32::from(c))
}

fn hint(meant: &Hint) -> String {
    match meant {
        Hint::DecimalComma { written, number } => {
            format!("If `{written}` is one number, write {number}: decimals follow a point.")
        }
        Hint::EitherComma { written, whole, decimal } => format!(
            "If `{written}` is one number, write {whole} or {decimal}, whichever is meant: decimals \
             follow a point, and nothing parts thousands."
        ),
        Hint::Thousands { written, number } => {
            format!("If `{written}` is one number, write {number}: nothing parts thousands.")
        }
        Hint::PerCent { number, part } => {
            format!("A number takes no per-cent sign: write {number}, or {part} where all is 1.")
        }
        Hint::Fraction(number) => format!("A fraction is written as a decimal: {number}."),
        Hint::Date(written) => {
            format!("`{written}` looks like a date, and none belongs here.")
        }
        Hint::Unit(number) => {
            format!("A number stands without its unit: write {number}.")
        }
        Hint::OtherSigns(number) => {
            format!("A number has the digits 0–9 and a plain `-`: write {number}.")
        }
        Hint::QuotedNumber(number) => format!("A number stands without quotes: write {number}."),
        Hint::QuotedName(name) => {
            format!("The names of fields and choices stand without quotes: write {name}.")
        }
        Hint::Unquoted(word) => format!("If `{word}` is the text, write \"{word}\"."),
        Hint::StraightQuotes => "Texts stand in straight double quotes \"…\".".to_owned(),
        Hint::HashComment => "A comment begins with `//`.".to_owned(),
        Hint::Invisible => "Write a plain space in its place, or take it out.".to_owned(),
    }
}

fn bad_escape(fault: &BadEscape) -> String {
    let BadEscape { written, within } = fault;
    let head = format!("`{written}` is an escape that RON does not know;");
    match within {
        EscapeWithin::WindowsPath => format!(
            "{head} in a path write each backslash twice, as in `C:\\\\Users`, or write `/`."
        ),
        EscapeWithin::Words => format!("{head} write `\\\\` for a backslash."),
    }
}

/// A struct's name in the format as a person says it.
fn thing(name: &str) -> String {
    match name {
        "" => "this".to_owned(),
        "Scenario" => "the scenario".to_owned(),
        "Alternative" => "an option".to_owned(),
        "Evidence" => "an evidence".to_owned(),
        other => format!("a {}", other.to_lowercase()),
    }
}

/// The end of a sentence about a name that isn't known.
pub fn suggestion(nearest: Option<&str>) -> String {
    nearest.map_or_else(|| ".".to_owned(), |name| format!("; did you mean `{name}`?"))
}
