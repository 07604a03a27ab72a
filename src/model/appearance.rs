//! Letters, hues and marks for things that have none: given once, never reassigned.

use std::collections::HashSet;

use crate::model::{Hue, Letter, Mark};

/// What is in use so far, and what comes next.
#[derive(Default)]
pub struct Appearance {
    letters: HashSet<String>,
    next_letter: usize,
    uses: [usize; 8],
}

impl Appearance {
    /// Takes note of letters in use.
    #[must_use]
    pub fn with_letters<'a>(mut self, used: impl IntoIterator<Item = &'a Letter>) -> Self {
        self.letters.extend(used.into_iter().map(|letter| letter.as_str().to_owned()));
        self
    }

    /// Takes note of hues or marks in use, by number from 1.
    #[must_use]
    pub fn with_numbers(mut self, used: impl IntoIterator<Item = u8>) -> Self {
        for number in used {
            if let Some(uses) = self.uses.get_mut(usize::from(number).wrapping_sub(1)) {
                *uses += 1;
            }
        }
        self
    }

    /// The first letter of A … Z, AA, AB … that no option has.
    pub fn letter(&mut self) -> Letter {
        loop {
            let letter = Letter::nth(self.next_letter);
            self.next_letter += 1;
            if self.letters.insert(letter.as_str().to_owned()) {
                return letter;
            }
        }
    }

    pub fn hue(&mut self) -> Hue {
        Hue::nth(self.least_used())
    }

    pub fn mark(&mut self) -> Mark {
        Mark::nth(self.least_used())
    }

    /// The index used least so far, the lowest of these; from now on used once more.
    fn least_used(&mut self) -> usize {
        let least = self
            .uses
            .iter()
            .enumerate()
            .min_by_key(|(_, uses)| **uses)
            .map_or(0, |(index, _)| index);
        self.uses[least] += 1;
        least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_used_and_lowest_comes_next() {
        let mut hues = Appearance::default().with_numbers([1, 1, 3]);
        let given: Vec<u8> = (0..9).map(|_| hues.hue().number()).collect();
        assert_eq!(given, [2, 4, 5, 6, 7, 8, 2, 3, 4]);
    }

    #[test]
    fn letters_in_use_are_passed_over() {
        let used = [Letter::new("A").unwrap(), Letter::new("C").unwrap()];
        let mut letters = Appearance::default().with_letters(&used);
        assert_eq!([letters.letter(), letters.letter()].map(|l| l.as_str().to_owned()), ["B", "D"]);
    }
}
