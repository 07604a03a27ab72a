//! From judgements to shares: what a team said about the criteria, as weights that sum to one.
//!
//! Pure functions, one way of asking a file. Swing points speak about values, so the module rests on `analysis` besides `model`.

mod direct;
mod judge;
mod reshare;
mod shares;
mod swing;

pub use judge::{UNJUDGED, weight_of, with_weight};
pub use reshare::with_share;
pub use shares::{NotReadYet, Shares, equal_shares, mean_shares, shares};
pub use swing::swing_ranges;
