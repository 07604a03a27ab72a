//! Ids: 1 to 64 characters of `a-z`, `0-9` and `-`, made once from a name and never changed by
//! renaming.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// The longest id, in characters.
const LONGEST: usize = 64;

fn is_well_formed(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id with this text; none where the text isn't of an id's form.
            pub fn new(text: &str) -> Option<Self> {
                is_well_formed(text).then(|| Self(text.into()))
            }

            /// An id of any form, for reading on past a fault so that all faults can be listed. A
            /// document that holds a malformed one is reported by [`crate::model::faults`] and
            /// never handed out.
            pub fn provisional(text: &str) -> Self {
                Self(text.into())
            }

            pub fn is_well_formed(&self) -> bool {
                is_well_formed(&self.0)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    };
}

id! {
    /// Names an option.
    OptionId
}
id! {
    /// Names a node of the criteria tree: a criterion or a group, which share one space of ids.
    NodeId
}
id! {
    /// Names a team.
    TeamId
}
id! {
    /// Names a source of evidence.
    SourceId
}
id! {
    /// Names an assumption.
    AssumptionId
}

/// An id made from a name: its letters and digits in lower case, runs of all else as one hyphen,
/// cut at 64 characters; `fallback` where nothing is left. A number is added where `taken` says
/// that the id is in use.
pub fn id_from_name(name: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut stem = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') && !matches!(c, '\'' | '’') {
            stem.push('-');
        }
    }
    stem.truncate(LONGEST);
    let stem = match stem.trim_end_matches('-') {
        "" => fallback,
        trimmed => trimmed,
    };
    if !taken(stem) {
        return stem.to_owned();
    }
    let numbered = |number: u32| {
        let tail = format!("-{number}");
        let head: String = stem.chars().take(LONGEST - tail.len()).collect();
        format!("{}{tail}", head.trim_end_matches('-'))
    };
    (2..=u32::MAX).map(numbered).find(|id| !taken(id)).unwrap_or_else(|| stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_1_to_64_characters_of_its_alphabet() {
        for good in ["a", "isis-risk", "2025", "-", &"x".repeat(64)] {
            assert!(OptionId::new(good).is_some(), "{good:?}");
        }
        for bad in ["", "A", "a b", "ü", "a_b", "a.b", &"x".repeat(65)] {
            assert!(OptionId::new(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn ids_made_from_names_are_well_formed_and_free() {
        let cases = [
            ("Complete withdrawal", "complete-withdrawal"),
            ("  Iran’s reach (2025) ", "irans-reach-2025"),
            ("ميزان", "option"),
            ("", "option"),
            ("Straße", "stra-e"),
        ];
        for (name, expected) in cases {
            assert_eq!(id_from_name(name, "option", |_| false), expected, "{name:?}");
        }
        assert_eq!(id_from_name("Cost", "option", |id| id == "cost" || id == "cost-2"), "cost-3");
        let long = "x".repeat(80);
        let second = id_from_name(&long, "option", |id| id == "x".repeat(64));
        assert_eq!((second.len(), second.ends_with("-2")), (64, true));
    }
}
