//! What was shaped already: a window sets the same texts in each frame, and shaping is the dearest
//! part of it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::font::Weight;

/// So many texts are remembered; then it begins anew.
const MOST: usize = 8_192;

/// What came of a text set in a weight, as long as it is set in the same faces.
pub struct Memory<T> {
    held: Mutex<Held<T>>,
}

struct Held<T> {
    /// How many faces there were behind the program's own.
    faces: usize,
    known: [HashMap<String, T>; Weight::ALL.len()],
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self { held: Mutex::new(Held { faces: 0, known: Default::default() }) }
    }
}

impl<T: Clone> Memory<T> {
    /// What is known of a text; else what `find` finds, which is remembered.
    pub fn recall(&self, faces: usize, weight: Weight, text: &str, find: impl FnOnce() -> T) -> T {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.faces != faces {
            *held = Held { faces, known: Default::default() };
        }
        // A weight's number is its place among all.
        let Some(known) = held.known.get_mut(weight as usize) else { return find() };
        if let Some(known) = known.get(text) {
            return known.clone();
        }
        if known.len() >= MOST {
            known.clear();
        }
        let found = find();
        known.insert(text.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_once_for_each_weight_and_again_when_faces_come() {
        let memory = Memory::default();
        let recalled = |faces, weight, found| memory.recall(faces, weight, "a", || found);
        assert_eq!(recalled(0, Weight::Regular, 1), 1);
        assert_eq!(recalled(0, Weight::Regular, 2), 1);
        assert_eq!(recalled(0, Weight::SemiBold, 3), 3);
        assert_eq!(recalled(1, Weight::Regular, 4), 4);
        assert_eq!(recalled(1, Weight::SemiBold, 5), 5);
    }

    #[test]
    fn it_doesnt_grow_for_ever() {
        let memory = Memory::default();
        for text in 0..2 * MOST {
            memory.recall(0, Weight::Medium, &text.to_string(), || text);
        }
        let held = memory.held.lock().unwrap();
        assert!(held.known.iter().map(HashMap::len).sum::<usize>() <= MOST);
    }
}
