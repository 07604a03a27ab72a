//! How firm a result is: who is first at each weight, places in many weightings, scores that would
//! turn it, and the odds.

mod changes;
mod cross;
mod holding;
mod odds;
mod places;
mod power;
mod tone;
mod triangle;
mod turning;

pub use changes::changes;
pub use cross::cross_table;
pub use holding::{bars, holding};
pub use odds::odds_bar;
pub use places::place_table;
pub use power::power;
pub use tone::Tones;
pub use triangle::triangle;
pub use turning::{TurningScore, turning};
