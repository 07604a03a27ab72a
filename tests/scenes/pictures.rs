//! Scenes by both painters, as pictures.
