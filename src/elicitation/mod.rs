//! From judgements to shares: what a team said about the criteria, as weights that sum to one.
//!
//! Pure functions, one way of asking a file. Swing points speak about values, so the module rests
//! on `analysis` besides `model`.

mod best_worst;
mod by_comparison;
mod consistency;
mod direct;
mod judge;
mod order;
mod pairwise;
mod reading;
mod records;
mod reshare;
mod scale_swing;
mod shares;
mod swing;
mod toward;
mod weighed;

pub use by_comparison::{Step, stepped, with_record};
pub use consistency::{Consistency, ListConsistency};
pub use judge::{with_equal_weights, with_weight, without_weight};
pub use pairwise::MOST_CONSISTENCY_RATIO;
pub use reshare::{holding, with_share};
pub use scale_swing::{Swing, scale_swing, scale_swings};
pub use shares::{Shares, equal_shares, shares, shares_of_named};
pub use toward::with_shares;
pub use weighed::{Weighed, weighed};
