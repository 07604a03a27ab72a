//! Options: the courses among which is decided. (`Option` is taken in Rust; FORMAT.md calls the
//! type `Alternative`.)

use std::fmt;

use crate::model::OptionId;

/// One course of action.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub id: OptionId,
    pub name: String,
    /// At most 24 characters for charts; empty: the name.
    pub short: String,
    pub note: String,
    pub letter: Letter,
}

impl Alternative {
    /// The name that charts use.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }
}

/// One to three of A–Z that name an option in charts, unique in a scenario.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Letter(String);

impl Letter {
    pub fn new(text: &str) -> Option<Self> {
        ((1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase()))
            .then(|| Self(text.to_owned()))
    }

    /// The letter at `index` of A … Z, AA, AB …, from 0; `index` is taken modulo the 18,278 there
    /// are.
    pub fn nth(index: usize) -> Self {
        let mut rest = index % 18_278 + 1;
        let mut letters = Vec::new();
        while rest > 0 {
            let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + digit));
            rest = (rest - 1) / 26;
        }
        Self(letters.into_iter().rev().collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_run_from_a_over_aa_to_zzz() {
        let run: Vec<String> =
            [0, 25, 26, 27, 701, 702, 18_277].map(|i| Letter::nth(i).as_str().to_owned()).to_vec();
        assert_eq!(run, ["A", "Z", "AA", "AB", "ZZ", "AAA", "ZZZ"]);
        assert!(["", "a", "AAAA", "Ä", "A1"].iter().all(|bad| Letter::new(bad).is_none()));
    }
}
