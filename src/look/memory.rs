//! What was shaped already: a window sets the same texts in each frame, and shaping is the dearest
//! part of it.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use super::font::Weight;

/// So many texts are remembered; then it begins anew.
const MOST: usize = 8_192;

/// What came of a text set in a weight, as long as it is set in the same faces; the key is the
/// text, with how it is set besides.
pub struct Memory<K, T> {
    held: Mutex<Held<K, T>>,
}

struct Held<K, T> {
    /// How many faces there were behind the program's own.
    faces: usize,
    known: [HashMap<K, T>; Weight::ALL.len()],
}

/// A text that is broken into lines.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Broken {
    text: String,
    /// The size and the width that it is broken to, as bits.
    size: u32,
    width: u32,
    most_lines: usize,
}

impl Broken {
    pub fn new(text: &str, size: f32, width: f32, most_lines: usize) -> Self {
        Self { text: text.to_owned(), size: size.to_bits(), width: width.to_bits(), most_lines }
    }
}

impl<K, T> Default for Memory<K, T> {
    fn default() -> Self {
        Self { held: Mutex::new(Held { faces: 0, known: Default::default() }) }
    }
}

impl<K: Eq + Hash, T: Clone> Memory<K, T> {
    /// What is known of a text; else what `find` finds, which is remembered.
    pub fn recall<Q>(&self, faces: usize, weight: Weight, key: &Q, find: impl FnOnce() -> T) -> T
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.faces != faces {
            *held = Held { faces, known: Default::default() };
        }
        // A weight's number is its place among all.
        let Some(known) = held.known.get_mut(weight as usize) else { return find() };
        if let Some(known) = known.get(key) {
            return known.clone();
        }
        if known.len() >= MOST {
            known.clear();
        }
        let found = find();
        known.insert(key.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_once_for_each_weight_and_again_when_faces_come() {
        let memory: Memory<String, i32> = Memory::default();
        let recalled = |faces, weight, found| memory.recall(faces, weight, "a", || found);
        assert_eq!(recalled(0, Weight::Regular, 1), 1);
        assert_eq!(recalled(0, Weight::Regular, 2), 1);
        assert_eq!(recalled(0, Weight::SemiBold, 3), 3);
        assert_eq!(recalled(1, Weight::Regular, 4), 4);
        assert_eq!(recalled(1, Weight::SemiBold, 5), 5);
    }

    #[test]
    fn it_doesnt_grow_for_ever() {
        let memory: Memory<String, usize> = Memory::default();
        for text in 0..2 * MOST {
            memory.recall(0, Weight::Medium, text.to_string().as_str(), || text);
        }
        let held = memory.held.lock().unwrap();
        assert!(held.known.iter().map(HashMap::len).sum::<usize>() <= MOST);
    }
}
