//! Scenes: every chart, the matrix included, builds for every medium from awkward documents, and
//! comes out alike by both painters.

mod documents;
mod fits;
mod headings;
mod matrix;
mod pictures;
mod sights;
mod svg;
