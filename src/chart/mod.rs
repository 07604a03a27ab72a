//! Charts as scenes: what is drawn, in roles instead of colours, and what its parts say. The matrix
//! is one of them.
//!
//! A chart is built from results, which are arguments, for a [`Frame`]: the room, and whether it is
//! looked at on a screen, thrown by a projector or printed. No screen is known here and no number
//! is computed; the window, the projector and the report paint the same scene. `parts` is the
//! vocabulary: what more than one chart draws stands there, once.

mod area;
mod columns;
mod compared;
mod curve;
mod firm;
mod frame;
mod live;
pub mod matrix;
pub mod parts;
mod rank_ranges;
mod ranking;
mod ranks;
mod scene;
mod share_names;
mod shares;
mod standing;
mod strip;
mod subject;
mod then_and_now;
mod thumbnail;
mod turns_on;
mod waterfall;

pub use crate::look::Medium;
pub use area::{Area, Point};
pub use columns::RankColumn;
pub use compared::{ComparedView, Rows, Seen, SideMark, compared, side_mark};
pub use curve::Curve;
pub use firm::{
    Tones, TurningScore, bars, changes, cross_table, holding, odds_bar, place_table, power,
    triangle, turning,
};
pub use frame::{Frame, Set, Side};
pub use live::live;
pub use ranking::ranking;
pub use ranks::ranks;
pub use scene::{Dash, Part, Scene, Shape, Strength, Stroke, Text};
pub use shares::{ShareRow, TeamShare, shares};
pub use strip::strip;
pub use subject::Subject;
pub use then_and_now::{gut_table, round_table};
pub use thumbnail::Thumbnail;
pub use turns_on::{
    TurnsOnView, crux_list, losses, mend_table, rescored, road_map, split_bar, step_list,
};
pub use waterfall::{Contender, waterfall};
