//! Every word a person reads: numbers and lists as they are shown, faults and findings in
//! sentences, the window's labels.
//!
//! Facts come in, sentences go out. The module knows no screen and no file.

mod apportion;
pub mod bars;
pub mod charts;
pub mod command;
pub mod command_line;
pub mod compare;
pub mod counts;
pub mod dialogs;
mod differences;
mod distinct;
pub mod edits;
mod excerpt;
mod faults;
pub mod fields;
pub mod files;
mod findings;
mod form;
mod headline;
pub mod inspector;
mod isolate;
pub mod matrix;
mod method;
mod number;
mod percent;
pub mod question;
pub mod refusals;
pub mod results;
pub mod robustness;
pub mod saving;
pub mod scale;
mod sensitivity;
pub mod start;
pub mod teams;
pub mod updating;
pub mod weightings;
pub mod weights;

pub use apportion::apportion;
pub use differences::{Sides, difference};
pub use distinct::{for_terminal, told_apart};
pub use excerpt::{Excerpt, excerpt};
pub use faults::{fault, refusal, withheld, withheld_named};
pub use findings::finding;
pub use headline::{headline, signed, why};
pub use isolate::{CLOSE, OPEN, isolated, left_open, one_line};
pub use method::{method_name, method_note};
pub use number::{NOTHING, list, ordinal, plain, thousandths, total, total_parts};
pub use percent::{Percents, percents};
pub use robustness::{central_weights, draws_of};
pub use scale::out_of;
pub use sensitivity::{dominated, firmness, never_wins, stays_first};
pub use teams::{agreement, first_places, widest_spread};
pub use weightings::weighting_name;
