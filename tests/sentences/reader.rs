//! Reads sentences without knowing how they are made: by patterns with holes, and the names, lists
//! and numbers that stand in them.

use unicode_bidi::{Direction, get_base_direction};

/// A sentence without the marks around names that run from right to left; it must be read from the
/// left whatever it begins with.
pub fn plain(sentence: &str) -> String {
    assert_ne!(get_base_direction(sentence), Direction::Rtl, "turned around: {sentence}");
    sentence.replace(['\u{2068}', '\u{2069}'], "")
}

/// What stands in the holes (`{}`) of a pattern that the whole sentence is of; each hole ends where
/// what follows it first comes.
pub fn read<'s, const HOLES: usize>(sentence: &'s str, pattern: &str) -> Option<[&'s str; HOLES]> {
    let pieces: Vec<&str> = pattern.split("{}").collect();
    assert_eq!(pieces.len(), HOLES + 1, "{pattern}");
    let mut rest = sentence.strip_prefix(pieces[0])?;
    let mut holes = [""; HOLES];
    for (place, hole) in holes.iter_mut().enumerate() {
        let piece = pieces[place + 1];
        let end = if place + 1 == HOLES {
            rest.len().checked_sub(piece.len()).filter(|_| rest.ends_with(piece))?
        } else {
            rest.find(piece)?
        };
        (*hole, rest) = (&rest[..end], &rest[end + piece.len()..]);
        if hole.is_empty() {
            return None;
        }
    }
    Some(holes)
}

/// The things of a list: `a`, `a and b`, `a, b and c`.
pub fn things(list: &str) -> Vec<&str> {
    let (head, last) = list.rsplit_once(" and ").map_or((None, list), |(a, b)| (Some(a), b));
    let head = head.into_iter().flat_map(|head| head.split(", "));
    head.chain([last]).collect()
}

/// Whether a list, which may end in `3 more`, names just these, in any order.
pub fn names_just<S: AsRef<str>>(list: &str, expected: &[S]) -> bool {
    let mut named = things(list);
    let more = named.last().and_then(|last| last.strip_suffix(" more")?.parse::<usize>().ok());
    if more.is_some() {
        named.pop();
    }
    let is_expected = |name: &&str| expected.iter().any(|other| other.as_ref() == *name);
    let mut sorted = named.clone();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len() + more.unwrap_or(0) == expected.len()
        && sorted.len() == named.len()
        && named.iter().all(is_expected)
}

/// A count, as a digit or as a word.
pub fn count(word: &str) -> Option<usize> {
    let words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let word = word.to_lowercase();
    words.iter().position(|known| *known == word).or_else(|| word.parse().ok())
}

/// Whether a total or a difference out of 10 is shown as it is to the hundredth.
pub fn is_hundredths(shown: &str, value: f64) -> bool {
    let nearest = |shown: f64| (shown - value * 10.0).abs() <= 0.005 + 1e-6;
    match shown {
        "less than 0.01" => value > 0.0 && value * 10.0 < 0.005 + 1e-6,
        shown => {
            shown.len() >= 4
                && shown.as_bytes()[shown.len() - 3] == b'.'
                && shown.parse().is_ok_and(nearest)
        }
    }
}

/// `3` of `3rd`.
pub fn rank(ordinal: &str) -> Option<usize> {
    let digits = ordinal.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    (digits.len() + 2 == ordinal.len()).then(|| digits.parse().ok()).flatten()
}

#[test]
fn patterns_are_read_whole() {
    assert_eq!(read("A leads by 0.35", "{} leads by {}"), Some(["A", "0.35"]));
    assert_eq!(read::<1>("A leads by 0.35", "{} leads"), None);
    assert_eq!(read::<1>(" leads", "{} leads"), None);
    assert_eq!(things("a, b and c"), ["a", "b", "c"]);
    assert!(names_just("b and a", &["a", "b"]) && !names_just("a", &["a", "b"]));
    assert!(names_just("a and 2 more", &["a", "b", "c"]) && !names_just("a and a", &["a", "b"]));
    assert!(is_hundredths("0.35", 0.0352) && !is_hundredths("0.35", 0.0356));
    assert_eq!((rank("22nd"), rank("2"), count("Three")), (Some(22), None, Some(3)));
}

#[test]
#[should_panic(expected = "turned around")]
fn a_sentence_that_an_arabic_name_turns_around_is_no_sentence() {
    drop(plain("خيار leads by 0.35"));
}
