//! From a document to results: pure functions of a dense problem, one method or question a file, results as plain data.
//!
//! Nothing here can fail, look at a clock or draw a number; what is questionable comes back as a finding. Formulas are METHODS.md's.
//! The module knows `model` alone; shares are arguments, made by `elicitation`.

pub mod agreement;
mod grid;
mod problem;
mod scale;
mod ties;
mod weighted_sum;

pub use grid::Grid;
pub use problem::{Cell, Problem, Viewpoint};
pub use scale::Scale;
pub use ties::{TIE, is_better, is_tied};
pub use weighted_sum::{NotScored, Ranked, Ranking, RuledOut, weighted_sum};
