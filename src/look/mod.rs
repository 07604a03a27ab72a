//! What things look like, as plain data: colours by role, marks, measures, fonts, and how wide a
//! text comes out.
//!
//! The window, the report and the command line draw the same scenes, so the look is kept where all
//! three can read it. It therefore knows no screen and no painter (never egui), no scenario, no
//! word a person reads, and none of our other modules. Every value comes from the visual design;
//! the tests beside the code recompute its contrast ratios.

pub mod colour;
pub mod direction;
pub mod fallback;
pub mod font;
pub mod icon;
pub mod line;
pub mod mark;
pub mod measure;
mod memory;
pub mod palette;
pub mod role;
pub mod size;
pub mod system;

mod face;
mod shape;
#[cfg(test)]
mod sight;
mod words;
mod wrap;

pub use colour::Rgb;
pub use direction::{Direction, direction};
pub use fallback::{FaceFile, Fallbacks};
pub use font::Weight;
pub use icon::Icon;
pub use line::{Line, LineEnd, Piece};
pub use mark::{Mark, Outline};
pub use measure::Measurer;
pub use palette::Palette;
pub use role::{Heat, Hue, Role};
pub use shape::Cluster;
pub use size::{Medium, ProjectorSize, TypeSize};
pub use system::{FaceSource, NoFaces, SystemFaces};
pub use wrap::Measured;
