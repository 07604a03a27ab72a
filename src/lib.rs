//! Mizan: a desktop decision matrix. ARCHITECTURE.md has the map; modules stand here in the order
//! of their arrows.
#![warn(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod model;

pub mod look;

pub mod analysis;

pub mod elicitation;

pub mod evaluation;

pub mod text;

pub mod chart;

pub mod store;

pub mod report;

pub mod session;

pub mod cli;

pub mod ui;

pub mod app;
