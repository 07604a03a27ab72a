//! Small things that panels are made of.

pub mod button;
pub mod chip;
pub mod icon;
pub mod mark;
pub mod text;
pub mod touch;
