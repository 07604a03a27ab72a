//! Small things that panels are made of.

pub mod button;
pub mod chip;
pub mod choice;
pub mod field;
pub mod icon;
pub mod kept;
pub mod letter;
pub mod mark;
pub mod menu;
pub mod modal;
pub mod number;
pub mod reason;
pub mod scene;
pub mod swatches;
pub mod text;
pub mod touch;
pub mod typing;
pub mod walking;
