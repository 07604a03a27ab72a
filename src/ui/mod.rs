//! What is drawn: panels, widgets and dialogs over a read-only view of the session.
//!
//! A panel builds its view data, paints it, and pushes actions to one queue; it holds no document,
//! touches no file and computes no score. Looks come from [`theme`], words from `text`.

pub mod action;
pub mod adding;
pub mod command;
pub mod context;
pub mod dialogs;
pub mod panels;
pub mod stage;
pub mod theme;
pub mod typeset;
mod visit;
pub mod widgets;

pub use action::{Action, EditAction, Queue, Touch};
pub use command::Command;
pub use context::{ViewContext, WindowContext};
pub use stage::Stage;
pub use visit::place_of;
