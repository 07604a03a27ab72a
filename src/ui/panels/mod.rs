//! The window's regions: each builds its view data, paints it, and pushes actions.

pub mod inspector;
pub mod matrix;
pub mod question;
pub mod rail;
pub mod start;
pub mod status_bar;
pub mod top_bar;
pub mod weights;
