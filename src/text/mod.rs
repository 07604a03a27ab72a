//! Every word a person reads: numbers and lists as they are shown, faults and findings in sentences, the window's labels.
//!
//! Facts come in, sentences go out. The module knows no screen and no file.

mod apportion;
pub mod command;
mod excerpt;
mod faults;
pub mod field;
mod findings;
pub mod label;
mod number;
mod percent;
mod scale;

pub use apportion::apportion;
pub use excerpt::{excerpt, one_line};
pub use faults::{fault, refusal, withheld};
pub use findings::finding;
pub use number::{list, ordinal, plain, total, total_parts};
pub use percent::{Percents, percents};
pub use scale::out_of;
