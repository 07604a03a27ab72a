//! What the page of results says.

pub const CHOOSE_TWO: &str = "Choose two options above to compare them.";
const OUT_OF_TEN: &str = "Totals out of 10.";
pub const ONE_DASH: &str = " Dashed: what the one missing score could still add.";

/// What dashes mean.
pub fn dashes(count: usize) -> String {
    format!(" Dashed: what the {count} missing scores could still add.")
}

/// What totals are out of, whose weights, and the sentences that follow.
pub fn subtitle(weights: &str, dashes: &str, ruled_out: &str) -> String {
    format!("{OUT_OF_TEN} {weights}.{dashes}{ruled_out}")
}

/// What must-haves keep out.
pub fn ruled_out(options: &str) -> String {
    format!(" Ruled out by a must-have: {options}.")
}
