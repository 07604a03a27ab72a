//! The open document: what it is now, what it was, what was last saved, and what is derived from
//! it.
//!
//! [`Session::apply`] is the only place that changes a document. The module knows no file, clock or
//! screen.

mod gesture;
mod history;
mod locks;
mod open;
mod rearrange;
pub mod results;
mod selection;
mod written;

pub use gesture::Gesture;
pub use history::{Draft, State};
pub use locks::Locks;
pub use open::Session;
pub use rearrange::Towards;
pub use selection::Selection;
pub use written::{OldReasons, ScoredCell};
