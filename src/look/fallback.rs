//! Faces for letters that IBM Plex lacks, from elsewhere: the system, or a test's list.
//!
//! The window and the measuring share one chain of them, so that both draw a letter with the same
//! bytes. Nothing here looks for a face: whoever can (`app`) adds what it found, and a letter that
//! nobody has a face for stays the box of a missing character.

use std::sync::{PoisonError, RwLock};

use super::face::{Face, drawn_by_layout};

/// A font file from elsewhere, read for good: it is used until the program ends, as the fonts
/// within the program are.
#[derive(Clone, Copy, Debug)]
pub struct FaceFile {
    pub bytes: &'static [u8],
    /// Which of the fonts in the file.
    pub index: u32,
}

impl FaceFile {
    /// Keeps the bytes of a file for as long as the program runs.
    #[must_use]
    pub fn keep(bytes: Vec<u8>, index: u32) -> Self {
        Self { bytes: Box::leak(bytes.into_boxed_slice()), index }
    }
}

/// Whether a character is drawn by a face at all, as spaces of a set width, joiners and marks of
/// direction are not.
#[must_use]
pub fn is_drawn(character: char) -> bool {
    !character.is_control() && !drawn_by_layout(character)
}

/// The faces behind the program's own, in the order they are asked.
#[derive(Default)]
pub struct Fallbacks {
    chain: RwLock<Vec<&'static Fallback>>,
}

struct Fallback {
    file: FaceFile,
    face: Face,
}

impl Fallbacks {
    /// Puts a face at the end of the chain; tells whether it is a sound font.
    pub fn add(&self, file: FaceFile) -> bool {
        let Some(face) = Face::read(file.bytes, file.index) else { return false };
        let kept = Box::leak(Box::new(Fallback { file, face }));
        self.chain.write().unwrap_or_else(PoisonError::into_inner).push(kept);
        true
    }

    /// The faces in the order they are asked.
    #[must_use]
    pub fn files(&self) -> Vec<FaceFile> {
        let chain = self.chain.read().unwrap_or_else(PoisonError::into_inner);
        chain.iter().map(|fallback| fallback.file).collect()
    }

    /// The first face that has a character.
    pub(super) fn shaping(&self, character: char) -> Option<&'static Face> {
        let chain = self.chain.read().unwrap_or_else(PoisonError::into_inner);
        chain.iter().map(|fallback| &fallback.face).find(|face| face.has(character))
    }
}

#[cfg(test)]
mod tests {
    use super::super::font::{self, Weight};
    use super::*;

    #[test]
    fn faces_are_asked_in_the_order_in_which_they_came() {
        let fallbacks = Fallbacks::default();
        assert!(fallbacks.shaping('ب').is_none());
        assert!(fallbacks.add(FaceFile { bytes: font::latin(Weight::Regular), index: 0 }));
        assert!(fallbacks.shaping('ب').is_none());
        assert!(fallbacks.add(FaceFile { bytes: font::arabic(Weight::Regular), index: 0 }));
        assert!(fallbacks.shaping('ب').is_some());
        assert_eq!(fallbacks.files().len(), 2);
    }

    #[test]
    fn what_is_no_font_is_not_taken() {
        let fallbacks = Fallbacks::default();
        assert!(!fallbacks.add(FaceFile { bytes: b"no font", index: 0 }));
        assert!(!fallbacks.add(FaceFile { bytes: font::latin(Weight::Regular), index: 7 }));
        assert!(fallbacks.files().is_empty());
    }
}
