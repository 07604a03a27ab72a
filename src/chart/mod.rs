//! Charts as scenes: what is drawn, in roles instead of colours, and what its parts say. Built from
//! results for a frame; no screen is known here, so the window, and later the projector and the
//! report, draw the same scene.

mod frame;
mod rank_ranges;
mod ranking;
mod ranks;
mod scene;
mod shares;
mod waterfall;

pub use frame::Frame;
pub use ranking::ranking;
pub use ranks::{RankColumn, ranks};
pub use scene::{Area, Line, Part, Point, Scene, Shape, Text};
pub use shares::{ShareRow, TeamShare, shares};
pub use waterfall::{Contender, waterfall};
