//! What leaves the program to be read elsewhere, made of scenes and results.
//!
//! It knows no screen: the scenes are those of the window, built for paper.

mod svg;
mod xml;

pub use svg::svg;
