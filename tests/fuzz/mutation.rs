//! How an input is made: a file that is whole, and what is done to it, byte by byte and token by
//! token.

use bolero::TypeGenerator;

use crate::corpus::Corpus;

/// An input: a file of the corpus, and what is done to it in turn.
#[derive(Clone, Debug, TypeGenerator)]
pub struct Recipe {
    file: u8,
    mutations: [Option<Mutation>; 6],
}

/// Places are taken modulo what there is.
#[derive(Clone, Debug, TypeGenerator)]
enum Mutation {
    FlipBit {
        at: u32,
        bit: u8,
    },
    SetByte {
        at: u32,
        to: u8,
    },
    Insert {
        at: u32,
        bytes: [u8; 4],
    },
    Remove {
        at: u32,
        length: u8,
    },
    Truncate {
        at: u32,
    },
    Repeat {
        at: u32,
        length: u8,
        times: u8,
    },
    /// A part of another file.
    Splice {
        file: u8,
        from: u32,
        length: u16,
        at: u32,
    },
    RemoveToken {
        at: u32,
    },
    RepeatToken {
        at: u32,
        times: u8,
    },
    SwapTokens {
        a: u32,
        b: u32,
    },
    /// A word that means something to a reader.
    PutWord {
        at: u32,
        word: u8,
    },
    InsertWord {
        at: u32,
        word: u8,
    },
    /// So many opening brackets, or pairs.
    Nest {
        at: u32,
        depth: u16,
        bracket: u8,
        closes: bool,
    },
}

/// Words that a file of the format may hold, and some that it mayn't.
const WORDS: [&str; 64] = [
    "format",
    "1",
    "2",
    "0",
    "-1",
    "18446744073709551616",
    "1e999",
    "-1e999",
    "NaN",
    "inf",
    "-inf",
    "1e-400",
    "0.1",
    "-0",
    "1_000",
    "0x10",
    "\"\"",
    "\"a\"",
    "\"\\u{202e}\"",
    "\"\\u{0}\"",
    "\"\\u{d800}\"",
    "'c'",
    "b\"a\"",
    "r#\"a\"#",
    "/*",
    "*/",
    "//",
    "\n",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "\u{2066}",
    "\0",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "Some",
    "None",
    "true",
    "Maximize",
    "Minimize",
    "Fixed",
    "Observed",
    "Piecewise",
    "Linear",
    "Swing",
    "Pairwise",
    "BestWorst",
    "Ranking",
    "Direct",
    "Vikor",
    "A1",
    "F6",
    "scores",
    "criteria",
    "options",
    "weights",
    "seal",
    "#![enable(implicit_some)]",
];

impl Recipe {
    /// The input.
    pub fn cook(&self, corpus: &Corpus) -> Vec<u8> {
        let mut bytes = corpus.text(self.file).to_vec();
        for mutation in self.mutations.iter().flatten() {
            mutation.apply(&mut bytes, corpus);
            // Of what is repeated again and again the beginning is enough.
            bytes.truncate(64 * 1024);
        }
        bytes
    }
}

impl Mutation {
    fn apply(&self, bytes: &mut Vec<u8>, corpus: &Corpus) {
        let length = bytes.len();
        let place = |at: u32| at as usize % length.max(1);
        match *self {
            Self::FlipBit { at, bit } => {
                if let Some(byte) = bytes.get_mut(place(at)) {
                    *byte ^= 1 << (bit % 8);
                }
            }
            Self::SetByte { at, to } => {
                if let Some(byte) = bytes.get_mut(place(at)) {
                    *byte = to;
                }
            }
            Self::Insert { at, bytes: new } => splice(bytes, place(at), 0, &new),
            Self::Remove { at, length } => splice(bytes, place(at), usize::from(length), &[]),
            Self::Truncate { at } => bytes.truncate(place(at)),
            Self::Repeat { at, length, times } => {
                let part = part(bytes, place(at), usize::from(length)).repeat(usize::from(times));
                splice(bytes, place(at), 0, &part);
            }
            Self::Splice { file, from, length, at } => {
                let other = corpus.text(file);
                let from = from as usize % other.len().max(1);
                splice(bytes, place(at), 0, &part(other, from, usize::from(length)));
            }
            Self::RemoveToken { at } => {
                let (begin, end) = token(bytes, place(at));
                splice(bytes, begin, end - begin, &[]);
            }
            Self::RepeatToken { at, times } => {
                let (begin, end) = token(bytes, place(at));
                let word = part(bytes, begin, end - begin).repeat(usize::from(times));
                splice(bytes, end, 0, &word);
            }
            Self::SwapTokens { a, b } => {
                let (first, second) = (token(bytes, place(a)), token(bytes, place(b)));
                let (first, second) = (first.min(second), first.max(second));
                if first.1 <= second.0 {
                    let words = [first, second].map(|(from, to)| part(bytes, from, to - from));
                    splice(bytes, second.0, second.1 - second.0, &words[0]);
                    splice(bytes, first.0, first.1 - first.0, &words[1]);
                }
            }
            Self::PutWord { at, word } => {
                let (begin, end) = token(bytes, place(at));
                splice(bytes, begin, end - begin, word_of(word));
            }
            Self::InsertWord { at, word } => {
                let (begin, _) = token(bytes, place(at));
                splice(bytes, begin, 0, word_of(word));
            }
            Self::Nest { at, depth, bracket, closes } => {
                splice(bytes, place(at), 0, &nest(depth, bracket, closes));
            }
        }
    }
}

/// So many brackets of a kind, closed or not.
fn nest(depth: u16, bracket: u8, closes: bool) -> Vec<u8> {
    let [open, close] = [b"()", b"[]", b"{}"][usize::from(bracket % 3)];
    let depth = usize::from(depth % 3000);
    let closing = if closes { depth } else { 0 };
    let opening = std::iter::repeat_n(*open, depth);
    opening.chain(std::iter::repeat_n(*close, closing)).collect()
}

fn word_of(word: u8) -> &'static [u8] {
    WORDS[usize::from(word) % WORDS.len()].as_bytes()
}

fn part(bytes: &[u8], at: usize, length: usize) -> Vec<u8> {
    bytes[at.min(bytes.len())..(at + length).min(bytes.len())].to_vec()
}

fn splice(bytes: &mut Vec<u8>, at: usize, removed: usize, new: &[u8]) {
    let at = at.min(bytes.len());
    let end = (at + removed).min(bytes.len());
    bytes.splice(at..end, new.iter().copied());
}

/// The bounds of the word, number, text or sign at a place.
fn token(bytes: &[u8], at: usize) -> (usize, usize) {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.-+".contains(byte);
    if !bytes.get(at).is_some_and(is_word) {
        return (at.min(bytes.len()), (at + 1).min(bytes.len()));
    }
    let begin = bytes[..at].iter().rposition(|byte| !is_word(byte)).map_or(0, |place| place + 1);
    let length = bytes[at..].iter().position(|byte| !is_word(byte));
    (begin, length.map_or(bytes.len(), |length| at + length))
}
