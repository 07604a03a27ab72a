//! The window's regions: each builds its view data, paints it, and pushes actions.

mod answer;
pub mod compare;
pub mod inspector;
pub mod matrix;
pub mod question;
pub mod rail;
pub mod result;
pub mod start;
pub mod status_bar;
pub mod teams;
pub mod top_bar;
pub mod weights;
