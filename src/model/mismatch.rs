//! What stands in a file where something else was expected, as facts. Whatever is written there is
//! kept as it is written, so that a person finds it again.

/// Something else stands where this was expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Mismatch {
    pub expected: Expected,
    pub found: Found,
    /// What was most likely meant, where that can be told.
    pub hint: Option<Hint>,
}

/// What the form of a file has at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    Text,
    Number,
    WholeNumber,
    TrueOrFalse,
    /// Values in brackets.
    List,
    /// Keys with values in braces.
    Map,
    /// Names with values in parentheses.
    Fields,
    /// So many values in parentheses.
    Values(usize),
    /// Some value or other.
    Value,
    /// The name of a field or of a choice.
    Name,
    /// One of these names.
    OneOf(Vec<String>),
    /// A comma, or the bracket that closes.
    Comma,
    Colon,
    /// This closing bracket.
    Closing(char),
    /// The second character of what begins a comment.
    Comment,
    /// Anything but the end of the file.
    More,
}

/// What stands there instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The file ends there.
    End,
    /// So many values.
    Values(usize),
    Piece(Piece),
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A text with its quotes, as it is written.
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// A bare word, as it is written.
    Word(String),
    List,
    Map,
    Fields,
    /// A quote that isn't straight, or isn't double.
    Quote(char),
    /// A character that can't be seen.
    Invisible(char),
    /// Anything else, as it is written.
    Sign(String),
}

/// What was most likely meant. Numbers are told as the file takes them.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint {
    /// `1,5`, with a comma before the decimals.
    DecimalComma {
        written: String,
        number: String,
    },
    /// `1,250`, whose comma may do either.
    EitherComma {
        written: String,
        whole: String,
        decimal: String,
    },
    /// `1.250.000`, with something between the thousands.
    Thousands {
        written: String,
        number: String,
    },
    /// `50 %`, with what it is as a part of one.
    PerCent {
        number: String,
        part: String,
    },
    /// `1/2`, with a decimal that is it or near it.
    Fraction(String),
    /// A date where a number was expected.
    Date(String),
    /// `5km` or `$5`.
    Unit(String),
    /// Digits or a minus of another kind than the file's.
    OtherSigns(String),
    /// A number in quotes.
    QuotedNumber(String),
    /// The name of a field or of a choice in quotes.
    QuotedName(String),
    /// A text without quotes.
    Unquoted(String),
    StraightQuotes,
    /// `#` where a comment was meant.
    HashComment,
    /// A character that can't be seen.
    Invisible,
}

/// A backslash in a text that begins nothing that RON knows.
#[derive(Clone, Debug, PartialEq)]
pub struct BadEscape {
    /// The backslash and what follows it.
    pub written: String,
    pub within: EscapeWithin,
}

/// What the text with a bad escape looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EscapeWithin {
    WindowsPath,
    Words,
}

/// Whether a character leaves nothing to be seen, and RON doesn't take it for a blank.
pub fn is_invisible(c: char) -> bool {
    let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{200E}' | '\u{200F}');
    let is_ignorable = matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2065}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{2800}' | '\u{3164}'
    );
    !is_blank && (is_ignorable || c.is_whitespace() || c.is_control() || turns_direction(c))
}

/// Whether a character turns the direction of what follows it: an embedding, an override, an
/// isolate, or the end of one.
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
