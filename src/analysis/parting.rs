//! Weights or facts: the difference between two weightings of how far one option is ahead of
//! another, split criterion by criterion into what the weights make of it and what the scores do
//! (METHODS.md, "weights or facts"): the mean of the two splits that change the one first, then the
//! other.

/// What a criterion has in the difference, in parts of a total, 0..1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// Difference of the shares × mean lead in value.
    pub weights: f64,
    /// Mean share × difference of the leads in value.
    pub facts: f64,
    /// Both together: share × lead of the one less that of the other.
    pub sum: f64,
}

impl Part {
    /// Of one criterion, by each side's share and lead in value.
    pub fn new(shares: [f64; 2], leads: [f64; 2]) -> Self {
        let weights = (shares[0] - shares[1]) * f64::midpoint(leads[0], leads[1]);
        let facts = f64::midpoint(shares[0], shares[1]) * (leads[0] - leads[1]);
        Self { weights, facts, sum: weights + facts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_leads_leave_nothing_to_facts_and_equal_shares_nothing_to_weights() {
        let part = Part::new([0.5, 0.2], [-0.4, -0.4]);
        assert!((part.weights + 0.12).abs() < 1e-15 && part.facts == 0.0, "{part:?}");
        let part = Part::new([0.5, 0.5], [0.3, -0.1]);
        assert!(part.weights == 0.0 && (part.facts - 0.2).abs() < 1e-15, "{part:?}");
    }
}
