//! The window's application: input to commands, commands to edits and jobs, and the frame around
//! the panels.
//!
//! Here alone the window meets files, the clock, threads and the system's dialogs; all are handed
//! in, so that tests can hand in others.

mod application;
mod breakdown;
mod carry_out;
mod clock;
mod commands;
mod dialogs;
mod dispatch;
mod document_keeping;
mod document_states;
mod errands;
mod faces;
mod files;
mod first_page;
mod focus;
mod folder;
mod frame_log;
mod guard;
pub mod jobs;
mod keeper;
mod keeping;
mod life;
pub mod lifecycle;
mod logs;
mod offered;
mod outcome;
mod picker;
mod preferences;
mod questions;
mod recovered;
mod run;
mod services;
mod settings;
mod start;
mod states;
mod view;
mod window;

pub use application::App;
pub use breakdown::Breakdown;
pub use clock::Clock;
pub use frame_log::FrameLog;
pub use jobs::{Executor, Immediate, Manual, Threads};
pub use lifecycle::Purpose;
pub use picker::{Asked, NoPicker, Picker, SystemPicker};
pub use preferences::Preferences;
pub use run::{RenderBy, Request, run};
pub use services::{Keeping, Services};
pub use start::Start;
