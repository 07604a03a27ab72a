//! From a document to results: pure functions of a dense problem, one method or question a file,
//! results as plain data.
//!
//! Nothing here can fail, look at a clock or draw a number but from a seed that it is given; what
//! is questionable comes back as a finding. Formulas are METHODS.md's. The module knows `model`
//! alone; shares are arguments, made by `elicitation`.

pub mod agreement;
mod change;
mod critical;
mod crossings;
mod crux;
mod cure;
mod dominance;
mod flip;
mod grid;
mod least;
mod margin;
mod mend;
mod multipliers;
mod narrowing;
mod odds;
mod open_scale;
mod parting;
mod places;
mod problem;
pub mod promethee;
mod rank_by;
mod regions;
mod regret;
mod reversal;
mod road;
mod scale;
mod scored;
pub mod simulation;
mod spans;
mod stability;
mod standing;
mod steps;
mod ties;
mod topsis;
mod values;
mod view;
mod vikor;
mod watch;
mod weighted_product;
mod weighted_sum;
mod widening;

pub use change::{Asked, greatest_value, nearest_with_value};
pub use critical::{Anew, CriticalCell, critical_cells};
pub use crossings::fewest_crossings;
pub use crux::{Crux, Held, Point, cruxes};
pub use cure::{Cure, NeverWins, never_wins};
pub use dominance::{Dominance, dominance};
pub use flip::{Flip, flip};
pub use grid::Grid;
pub use margin::{Margin, SURE, best_margin};
pub use mend::{Rise, Won, mend};
pub use odds::{Odds, odds};
pub use open_scale::OpenScale;
pub use parting::Part;
pub use places::places;
pub use problem::{Cell, Problem, Viewpoint};
pub use rank_by::rank_by;
pub use regions::{Place, Region, regions};
pub use regret::{Regret, regret};
pub use reversal::{Reversal, reversals, weighted_sum_reversals};
pub use road::{Movement, road};
pub use scale::Scale;
pub use scored::{Ends, Scored};
pub use spans::{Span, spans};
pub use stability::{Stability, StableInterval, stability};
pub use standing::{MethodRanking, Parts, Standing};
pub use steps::{Step, Takes, ending_steps};
use ties::Levels;
pub use ties::{TIE, is_better, is_tied};
pub use values::Values;
pub use view::TeamView;
pub use watch::Watch;
pub use weighted_sum::{Lead, NotScored, Ranked, Ranking, RuledOut, weighted_sum};
pub use widening::{Doubt, score_range};
