//! What a decision of several teams turns on, and what would bring them together.

mod crux;
mod losses;
mod mend;
mod rescored;
mod road;
mod split;
mod steps;
mod view;

pub use crux::crux_list;
pub use losses::losses;
pub use mend::mend_table;
pub use rescored::rescored;
pub use road::road_map;
pub use split::split_bar;
pub use steps::step_list;
pub use view::TurnsOnView;
