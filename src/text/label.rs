//! The words of both shells that are no sentence: names of commands, controls and columns.

pub const MEAN_WEIGHTS: &str = "Mean weights, base scores";
pub const EQUAL_WEIGHTS: &str = "Equal weights";
pub const SEALED: &str = "sealed until the round is opened";
