//! What must be found nowhere: the telling words, and the telling numbers in every form in which
//! the program prints one.

use crate::document::TELLING;

/// Smaller whole numbers stand everywhere.
const SMALLEST_WHOLE: f64 = 20.0;

/// The forms of what tells.
pub struct Needles(Vec<String>);

impl Needles {
    pub fn new() -> Self {
        let telling = TELLING.iter().map(|(telling, _)| *telling);
        Self(telling.flat_map(forms).collect())
    }

    /// The first that stands in a text.
    pub fn find_in(&self, text: &str) -> Option<&str> {
        self.0.iter().map(String::as_str).find(|needle| stands_in(needle, text))
    }
}

fn forms(telling: &str) -> Vec<String> {
    let Ok(number) = telling.parse::<f64>() else { return vec![telling.to_owned()] };
    let rounded = (0..=2).map(|decimals| format!("{number:.decimals$}"));
    let shown = [telling.to_owned(), mizan::text::plain(number), format!("{number:.0} %")];
    let all = rounded.chain(shown);
    all.filter(|form| form.contains('.') || number >= SMALLEST_WHOLE).collect()
}

/// Whether it stands there, and not as a part of a longer number, nor, being one, within a word, as
/// in the name of a folder for the time being.
fn stands_in(needle: &str, text: &str) -> bool {
    let is_number = needle.starts_with(|first: char| first.is_ascii_digit());
    text.match_indices(needle).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut behind = text[at + needle.len()..].chars();
        let (next, over_next) = (behind.next(), behind.next());
        let is_digit = |found: Option<char>| found.is_some_and(|found| found.is_ascii_digit());
        let goes_on = is_digit(next) || (next == Some('.') && is_digit(over_next));
        let is_letter = |found: Option<char>| found.is_some_and(char::is_alphabetic);
        let is_in_word = is_number && (is_letter(before) || is_letter(next));
        !goes_on && !is_in_word && !is_digit(before) && before != Some('.')
    })
}

#[test]
fn a_number_is_found_in_each_of_its_forms_and_not_within_another() {
    let needles = Needles::new();
    for shown in ["73.19", "weighs 73.2.", "73 %", "(9.88)", "9.9", "68, 3", "“ZANZIBAR”"] {
        assert!(needles.find_in(shown).is_some(), "{shown}");
    }
    for other in ["173.19", "73.196", "0.73", "10", "688", "9.98", ".tmpQr68du", "x68"] {
        assert_eq!(needles.find_in(other), None, "{other}");
    }
}
