//! The window's application: input to commands, commands to edits and jobs, and the frame around
//! the panels.
//!
//! Here alone the window meets files, the clock and the system's dialogs; all three are handed in,
//! so that tests can hand in others.

mod commands;
mod dispatch;
mod faces;
mod files;
mod frame_log;
mod jobs;
mod picker;
mod preferences;
mod run;
mod saving;
mod services;
mod start;
mod window;

pub use files::Start;
pub use frame_log::FrameLog;
pub use jobs::{Executor, Immediate, Threads};
pub use picker::{Asked, NoPicker, Picker, Purpose, SystemPicker};
pub use run::{RenderBy, Request, run};
pub use services::{Clock, Services};
pub use window::App;
