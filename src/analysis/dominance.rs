//! Dominance: an option at least as good as another everywhere, and better somewhere.

use crate::analysis::{TIE, Values};

/// The pairs (dominator, dominated) as indices in the document, in its order; values within a tie
/// count as equal.
pub fn dominance(values: &Values) -> Vec<(usize, usize)> {
    let rows = || values.options.iter().zip(values.rows());
    let pairs = rows().flat_map(|(a, own)| rows().map(move |(b, other)| ((*a, *b), (own, other))));
    pairs.filter(|(_, (own, other))| dominates(own, other)).map(|(pair, _)| pair).collect()
}

/// Whether the first values are nowhere below the second by more than a tie, and above somewhere.
fn dominates(own: &[f64], other: &[f64]) -> bool {
    let leads = || own.iter().zip(other).map(|(own, other)| own - other);
    leads().all(|lead| lead >= -TIE) && leads().any(|lead| lead > TIE)
}
