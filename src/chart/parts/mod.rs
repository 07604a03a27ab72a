//! What charts are put together from: each once, so that it looks and reads alike wherever it
//! stands.

mod apart;
mod axis;
mod badge;
mod bar;
mod block;
mod fork;
mod rule;
mod sign;
mod stack;
mod team_mark;
mod team_name;

pub use apart::apart;
pub use axis::{Axis, Reach, Tick, ticks};
pub use badge::{BADGE, Placing, badge};
pub use bar::{bar, swatch};
pub use block::{Grounds, Scored, dashed_edge, hollow, scored};
pub use fork::{FORK, fork};
pub use rule::rule;
pub use sign::{Evidence, arrow, evidence};
pub use stack::{Piece, Stacked, stack};
pub use team_mark::{TeamMark, team_halo, team_mark};
pub use team_name::{TEAM_NAME_AT, TeamStanding, team_name};
