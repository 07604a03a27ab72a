//! From judgements to shares: what a team said about the criteria, as weights that sum to one.
//!
//! Pure functions, one way of asking a file. Swing points speak about values, so the module rests
//! on `analysis` besides `model`.

mod best_worst;
mod consistency;
mod direct;
mod judge;
mod order;
mod pairwise;
mod reading;
mod records;
mod reshare;
mod shares;
mod swing;
mod toward;

pub use consistency::{Consistency, ListConsistency};
pub use judge::{UNJUDGED, with_equal_weights, with_weight};
pub use reshare::{holding, with_share};
pub use shares::{Shares, equal_shares, mean_shares, shares, shares_of_named};
pub use swing::swing_ranges;
pub use toward::with_shares;
