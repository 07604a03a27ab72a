//! Passages: the words of a source that a piece of evidence rests on, pinned without quoting them.

use sha2::{Digest as _, Sha256};

/// A passage of a source by the number and the hash of its words (FORMAT.md).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How many words, at least 1.
    pub words: u32,
    /// Of the words in lower case, joined by single spaces; lower-case hexadecimal.
    pub sha256: String,
}

impl Passage {
    /// The passage that a text is; none where there is no word in it.
    pub fn of(text: &str) -> Option<Self> {
        let words = words(text);
        let count = u32::try_from(words.len()).ok().filter(|count| *count > 0)?;
        Some(Self { words: count, sha256: hash(&words) })
    }

    /// Whether it stands in a text, of which these are the words.
    pub fn is_among(&self, words: &[String]) -> bool {
        let length = usize::try_from(self.words).unwrap_or(usize::MAX);
        length > 0
            && length <= words.len()
            && words.windows(length).any(|passage| hash(passage) == self.sha256)
    }
}

/// The words of a text in lower case: runs of letters and digits, whatever parts them.
pub fn words(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// SHA-256 of words joined by single spaces.
fn hash(words: &[String]) -> String {
    let mut hasher = Sha256::new();
    for (place, word) in words.iter().enumerate() {
        if place > 0 {
            hasher.update(b" ");
        }
        hasher.update(word.as_bytes());
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits_in_lower_case() {
        assert_eq!(
            words("The U.S. and “Iraq’s” 3.94 TWh — بغداد_2\n"),
            ["the", "u", "s", "and", "iraq", "s", "3", "94", "twh", "بغداد", "2"]
        );
        assert_eq!(words(" .,;— "), Vec::<String>::new());
        assert_eq!(Passage::of("…"), None);
    }

    #[test]
    fn a_passage_is_known_by_its_words_alone() {
        let passage = Passage::of("full exit would").unwrap();
        assert_eq!(passage, Passage::of("Full\u{a0}EXIT, “would”").unwrap());
        assert_eq!(passage.words, 3);
        // `printf 'full exit would' | sha256sum`
        assert_eq!(
            passage.sha256,
            "83fb6daf78a132e40d6d2461e7128ba0148aa3e2d12abdb2edf65f25ab5e421f"
        );
        assert!(passage.is_among(&words("A full exit would satisfy demands.")));
        assert!(passage.is_among(&words("full exit would")));
        assert!(!passage.is_among(&words("A full exit could satisfy demands.")));
        assert!(!passage.is_among(&words("full exit")));
        let none = Passage { words: 0, ..passage };
        assert!(!none.is_among(&words("full exit would")));
    }
}
