//! Dominance: an option at least as good as another everywhere, and better somewhere.

use crate::analysis::{TIE, Values};

/// Two options by their indices in the document, one of which dominates the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dominance {
    pub better: usize,
    pub worse: usize,
}

/// The pairs in the document's order; values within a tie count as equal.
pub fn dominance(values: &Values) -> Vec<Dominance> {
    let rows = || values.options.iter().zip(values.rows());
    let under = |better: usize, own: &[f64]| -> Vec<Dominance> {
        let dominated = rows().filter(|(_, other)| dominates(own, other));
        dominated.map(|(worse, _)| Dominance { better, worse: *worse }).collect()
    };
    rows().flat_map(|(better, own)| under(*better, own)).collect()
}

/// Whether the first values are nowhere below the second by more than a tie, and above somewhere.
fn dominates(own: &[f64], other: &[f64]) -> bool {
    let leads = || own.iter().zip(other).map(|(own, other)| own - other);
    leads().all(|lead| lead >= -TIE) && leads().any(|lead| lead > TIE)
}
