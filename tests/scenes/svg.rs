//! Scenes as SVG, by their text.
