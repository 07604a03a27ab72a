//! Mizan: a desktop decision matrix. ARCHITECTURE.md has the map.

pub mod analysis;
pub mod cli;
pub mod elicitation;
pub mod evaluation;
pub mod look;
pub mod model;
pub mod store;
pub mod text;
