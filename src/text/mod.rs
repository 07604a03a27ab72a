//! Every word a person reads: numbers and lists as they are shown, faults and findings in
//! sentences, the window's labels.
//!
//! Facts come in, sentences go out. The module knows no screen and no file.

mod apportion;
pub mod assumptions;
pub mod ballots;
pub mod bars;
pub mod between;
mod bound;
pub mod charts;
pub mod command;
pub mod command_line;
pub mod compare;
pub mod consistency;
pub mod counts;
mod critical;
pub mod cross_check;
pub mod dialogs;
mod differences;
mod differing_values;
mod distinct;
pub mod edits;
mod excerpt;
mod faults;
pub mod fields;
pub mod files;
mod findings;
pub mod firm;
mod first_places;
mod form;
pub mod gut;
mod headline;
mod heaviest;
pub mod hints;
pub mod inspector;
mod isolate;
pub mod keeping;
mod limits;
pub mod matrix;
mod method;
mod number;
pub mod palette;
mod percent;
pub mod question;
pub mod refusals;
pub mod results;
pub mod robustness;
pub mod saving;
pub mod scale;
mod sensitivity;
mod sides;
pub mod start;
pub mod teams;
pub mod then_and_now;
pub mod turns_on;
mod typed;
pub mod updating;
pub mod weightings;
pub mod weights;

pub use bound::Bound;
pub use critical::{
    critical_cell, critical_heading, harmless, nearest_score, needed, takes_over,
    turned_assumptions, turned_names,
};
pub use differences::{difference, ground_word, subject};
pub use distinct::{for_terminal, told_apart};
pub use excerpt::{Excerpt, excerpt};
pub use faults::{fault, refusal, unwritable, withheld, withheld_named};
pub use findings::finding;
pub use first_places::{TeamFirsts, first_places};
pub use headline::{headline, is_bare, signed, unranked, why};
pub use heaviest::ShownShares;
pub use isolate::{CLOSE, OPEN, isolated, left_open, one_line};
pub use method::{method_name, method_note};
pub use number::{NOTHING, editable, list, ordinal, plain, thousandths, total, total_parts};
pub use percent::{Percents, percents};
pub use robustness::{central_weights, draws_of, exact_firsts, exact_percent};
pub use scale::out_of;
pub use sensitivity::{
    could_be_first_of, dominated, firmness, may_lead, never_wins, stability, stays_first,
};
pub use sides::Sides;
pub use teams::{Spread, agreement, widest_spread};
pub use typed::{Measure, Misread, begins_number, read_number};
pub use weightings::weighting_name;
