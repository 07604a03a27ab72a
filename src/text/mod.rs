//! Every word a person reads: numbers and lists as they are shown, faults and findings in
//! sentences, the window's labels.
//!
//! Facts come in, sentences go out. The module knows no screen and no file.

mod apportion;
pub mod charts;
pub mod command;
pub mod command_line;
mod differences;
mod excerpt;
mod faults;
pub mod field;
mod findings;
mod headline;
pub mod label;
mod method;
mod number;
pub mod page;
mod percent;
mod robustness;
pub mod saving;
mod scale;
mod sensitivity;
mod teams;
pub mod updating;
mod weighting;

pub use apportion::apportion;
pub use differences::{Sides, difference};
pub use excerpt::{excerpt, one_line};
pub use faults::{fault, refusal, withheld, withheld_named};
pub use findings::finding;
pub use headline::{headline, signed, why};
pub use method::{method_name, method_note};
pub use number::{list, ordinal, plain, thousandths, total, total_parts};
pub use percent::{Percents, percents};
pub use robustness::{central_weights, draws_of};
pub use scale::out_of;
pub use sensitivity::{dominated, firmness, never_wins, stays_first};
pub use teams::{agreement, first_places, widest_spread};
pub use weighting::weighting_name;
