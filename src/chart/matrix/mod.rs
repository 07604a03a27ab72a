//! The matrix as scenes: a block's height is the criterion's weight, its coloured width the value,
//! and the total is the same parts laid end to end.
//!
//! The head and each row are scenes of their own. So the window builds only the rows that are in
//! view, lets a row glide to its new place, and scrolls the criteria between the names and the
//! totals by an offset; grid, focus, editor, handles and keys stay with it. [`sheet`] puts head and
//! rows together for projector and paper, where nothing scrolls: what is too wide goes on below.

mod cell;
mod hatching;
mod head;
mod heights;
mod layout;
mod legend;
mod moves;
mod row;
mod seen;
mod sheet;
mod total;
mod view;

pub use hatching::Hatching;
pub use head::{head, weight_bar};
pub use heights::Heights;
pub use layout::{Layout, Totals};
pub use legend::{Legend, ghosts, legend, legend_height};
pub use moves::Move;
pub use row::{is_name_cut, row};
pub use seen::{Head, Seen};
pub use sheet::sheet;
pub use view::{Total, View};
