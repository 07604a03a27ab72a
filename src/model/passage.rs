//! Passages: the words of a source that a piece of evidence rests on, pinned without quoting them.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::{IndexedParallelIterator as _, ParallelIterator as _, ParallelSlice as _};
use sha2::{Digest as _, Sha256};

type Hash = [u8; 32];

/// A passage of a source by the number and the hash of its words (FORMAT.md).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Passage {
    /// How many words, at least 1.
    pub words: u32,
    /// Of the words in lower case, joined by single spaces; lower-case hexadecimal.
    pub sha256: String,
}

impl Passage {
    /// The passage that a text is; none where there is no word in it.
    pub fn of(text: &str) -> Option<Self> {
        let wording = Wording::of(text);
        let words = u32::try_from(wording.count()).ok().filter(|count| *count > 0)?;
        let hash = Sha256::digest(wording.joined.trim_end_matches(' '));
        Some(Self { words, sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect() })
    }

    /// The hash as bytes; none where it is out of form.
    fn hash(&self) -> Option<Hash> {
        let mut hash = [0; 32];
        for (place, byte) in hash.iter_mut().enumerate() {
            let digits = self.sha256.get(2 * place..2 * place + 2)?;
            *byte = u8::from_str_radix(digits, 16).ok()?;
        }
        Some(hash)
    }
}

/// A text as passages are looked for in it: its words, which are runs of letters and digits, in
/// lower case, whatever parts them.
pub struct Wording {
    /// A space behind each word.
    joined: String,
    /// Where each word begins, and where one behind the last would.
    starts: Vec<usize>,
}

impl Wording {
    pub fn of(text: &str) -> Self {
        let mut joined = String::with_capacity(text.len());
        let mut starts = vec![0];
        let words = text.split(|character: char| !character.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            joined.push_str(&word.to_lowercase());
            joined.push(' ');
            starts.push(joined.len());
        }
        Self { joined, starts }
    }

    /// How many words there are.
    fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// Those of some passages that stand in it. The runs of each length are hashed once, however
    /// many passages have it.
    pub fn found<'a>(
        &self,
        passages: impl IntoIterator<Item = &'a Passage>,
    ) -> HashSet<&'a Passage> {
        let mut wanted: BTreeMap<u32, HashMap<Hash, &'a Passage>> = BTreeMap::new();
        for passage in passages {
            if let Some(hash) = passage.hash() {
                wanted.entry(passage.words).or_default().insert(hash, passage);
            }
        }
        wanted.iter().flat_map(|(length, wanted)| self.found_of(*length, wanted)).collect()
    }

    /// The same of passages of one length.
    fn found_of<'a>(
        &self,
        length: u32,
        wanted: &HashMap<Hash, &'a Passage>,
    ) -> HashSet<&'a Passage> {
        let behind = usize::try_from(length).unwrap_or(usize::MAX).saturating_add(1);
        let passage = |run: &[usize]| {
            let (first, last) = (*run.first()?, run.last()?.checked_sub(1)?);
            let hash: Hash = Sha256::digest(self.joined.get(first..last)?).into();
            wanted.get(&hash).copied()
        };
        self.starts.par_windows(behind).with_min_len(1_000).filter_map(passage).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits_in_lower_case() {
        let joined = Wording::of("The U.S. and “Iraq’s” 3.94 TWh — بغداد_2\n").joined;
        assert_eq!(joined, "the u s and iraq s 3 94 twh بغداد 2 ");
        assert_eq!(Wording::of(" .,;— ").count(), 0);
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
        let is_in = |text: &str| Wording::of(text).found([&passage]).contains(&passage);
        assert!(is_in("A full exit would satisfy demands.") && is_in("full exit would"));
        assert!(!is_in("A full exit could satisfy demands.") && !is_in("full exit"));
    }

    #[test]
    fn of_many_passages_those_are_found_that_stand_there_wherever() {
        let text = "One two three four, five six. Seven";
        let found = ["one two", "SEVEN", "six seven", "three four five", text];
        let missing =
            ["two one", "eight", "seven eight", "one two three four five six seven eight"];
        let passages: Vec<Passage> =
            found.iter().chain(&missing).map(|text| Passage::of(text).unwrap()).collect();
        let none = Passage { words: 0, ..passages[0].clone() };
        let longest = Passage { words: u32::MAX, ..passages[0].clone() };
        let wording = Wording::of(text);
        let all = passages.iter().chain([&none, &longest]);
        assert_eq!(wording.found(all), passages[..found.len()].iter().collect());
        assert_eq!(Wording::of("").found(&passages), HashSet::new());
    }
}
