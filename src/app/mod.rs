//! The window's application: input to commands, commands to edits and jobs, and the frame around
//! the panels.
//!
//! Here alone the window meets files, the clock, threads and the system's dialogs; all are handed
//! in, so that tests can hand in others.

mod application;
mod carry_out;
mod commands;
mod dialogs;
mod dispatch;
mod errands;
mod faces;
mod first_page;
mod focus;
mod folder;
mod frame_log;
pub mod jobs;
mod life;
pub mod lifecycle;
mod outcome;
mod picker;
mod preferences;
mod questions;
mod run;
mod services;
mod settings;
mod start;
mod view;
mod window;

pub use application::App;
pub use frame_log::FrameLog;
pub use jobs::{Executor, Immediate, Manual, Threads};
pub use lifecycle::Purpose;
pub use picker::{Asked, NoPicker, Picker, SystemPicker};
pub use run::{RenderBy, Request, run};
pub use services::{Clock, Services};
pub use start::Start;
