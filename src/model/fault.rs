//! Faults: why a file isn't opened or an edit is refused, as facts. `text` puts them into
//! sentences.

use super::mismatch::{BadEscape, Expected, Found, Mismatch};
use crate::model::Path;

/// One fault and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where in the document, if it is about a place in it.
    pub path: Option<Path>,
    /// Where in the file, once it is known.
    pub at: Option<Place>,
    pub kind: FaultKind,
}

impl Fault {
    /// A fault of meaning at a place of the document.
    pub fn at_path(path: Path, kind: FaultKind) -> Self {
        Self { path: Some(path), at: None, kind }
    }

    pub fn class(&self) -> FaultClass {
        match self.kind {
            FaultKind::NotRead(_) | FaultKind::NotAFile | FaultKind::NotKept => FaultClass::File,
            FaultKind::Limit(_) => FaultClass::Limit,
            FaultKind::Syntax(_) => FaultClass::Syntax,
            FaultKind::Type(_) => FaultClass::Type,
            FaultKind::Withheld { form, .. } => form,
            _ => FaultClass::Meaning,
        }
    }
}

/// A place in a text: line and column from 1, columns in characters; the column is left out where
/// the line says enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: Option<usize>,
}

/// The kinds that CLI.md's `place` tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultClass {
    File,
    Limit,
    Syntax,
    Type,
    Meaning,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// The system's own words for why the file can't be read.
    NotRead(String),
    /// A folder, a device or a pipe.
    NotAFile,
    /// What the program kept isn't there any more, or isn't whole.
    NotKept,
    Limit(Limit),
    Syntax(SyntaxFault),
    Type(TypeFault),
    /// Written by a newer program.
    NewerFormat(u64),
    /// A format number that never was.
    NoSuchFormat(String),
    UnknownId {
        of: Reference,
        id: String,
        nearest: Option<String>,
    },
    RepeatedId(String),
    MalformedId(String),
    /// `mean` and `all` name no team.
    ReservedTeam(String),
    RepeatedRound(String),
    RepeatedLetter(String),
    /// The groups of the cycle, each inside the next and the last inside the first.
    GroupCycle(Vec<String>),
    EmptyRange {
        min: f64,
        max: f64,
    },
    OutsideRange {
        found: f64,
        min: f64,
        max: f64,
    },
    LowAboveScore {
        low: f64,
        score: f64,
    },
    HighBelowScore {
        high: f64,
        score: f64,
    },
    NegativeWeight(f64),
    /// The siblings that are judged, all at zero.
    AllZero(Vec<String>),
    Record(RecordFault),
    TooFewPoints(usize),
    PointsDontRise {
        before: f64,
        x: f64,
    },
    ValueOutside(f64),
    Thresholds,
    VikorOutside(f64),
    /// A `hue` or `mark` that isn't 1 to 8.
    NumberOutOfForm(String),
    LetterOutOfForm(String),
    ShortTooLong(usize),
    /// A marking of more than 80 characters, or of more than a line.
    MarkingOutOfForm(usize),
    /// What isn't this many digits of hexadecimal in lower case.
    HashOutOfForm {
        digits: usize,
    },
    /// A passage of no words, or not of a whole number of them.
    WordsOutOfForm(String),
    DateOutOfForm(String),
    TimeOutOfForm(String),
    EmptyText,
    /// A list in a Ranking without ids.
    EmptyPlace,
    EvidenceInRound,
    /// What is wrong is inside a sealed record, and isn't told before it is opened.
    InSealedRecord,
    /// The file's form is broken where a sealed record may stand: what was expected there, where
    /// that can be said, and not what was found.
    Withheld {
        form: FaultClass,
        expected: Option<Expected>,
    },
}

/// What an unknown id should have named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reference {
    Source,
    Group,
    Criterion,
    /// A criterion or a group.
    Node,
    Option,
    Team,
    Assumption,
}

/// FORMAT.md's limits, each with what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Bytes(u64),
    Options(usize),
    Criteria(usize),
    Teams(usize),
    Rounds(usize),
    Assumptions(usize),
    Characters(usize),
    /// Of faults of meaning that are told.
    Faults(usize),
}

impl Limit {
    /// The most that is allowed.
    pub fn most(self) -> u64 {
        match self {
            Self::Bytes(_) => 64 * 1024 * 1024,
            Self::Options(_) | Self::Faults(_) => 1_000,
            Self::Criteria(_) => 200,
            Self::Teams(_) | Self::Rounds(_) => 100,
            Self::Assumptions(_) => 30,
            Self::Characters(_) => 10_000,
        }
    }
}

/// What keeps a text from being RON.
#[derive(Clone, Debug, PartialEq)]
pub enum SyntaxFault {
    Empty,
    Utf16,
    NotUtf8,
    NulByte,
    TooDeep,
    Mismatch(Mismatch),
    UnclosedText,
    UnclosedComment,
    BadEscape(BadEscape),
    /// A line `#![…]` ahead of the scenario that asks for what there isn't.
    Attribute,
    RepeatedKey(String),
    /// What follows the scenario's closing parenthesis.
    Trailing(Found),
}

/// A well-formed value of a wrong kind.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeFault {
    UnknownField {
        found: String,
        within: String,
        expected: Vec<String>,
        nearest: Option<String>,
    },
    MissingField {
        field: String,
        within: String,
    },
    UnknownVariant {
        found: String,
        expected: Vec<String>,
        nearest: Option<String>,
    },
    Mismatch(Mismatch),
    /// As it is written: NaN, infinite, or too large to be held.
    NotFinite(String),
}

/// How a record of judgements breaks FORMAT.md's rules.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordFault {
    WeightsBeside,
    RepeatedId(String),
    NegativePoints { id: String, points: f64 },
    AllZero(Vec<String>),
    NotSiblings { a: String, b: String },
    WithItself(String),
    RepeatedPair { a: String, b: String },
    MissingPair { a: String, b: String },
    RatioOutside { a: String, b: String, ratio: f64 },
    ComparisonOutside { id: String, found: f64 },
    NotItselfOne { id: String, found: f64 },
    MissingComparison(String),
    BestOverWorstDiffers { best_over: f64, over_worst: f64 },
}
