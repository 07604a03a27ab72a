//! Weights given directly: relative among siblings.

/// Each weight's share of their sum; none where the sum is nothing. `weights` holds one sibling
/// each, none: left out.
pub fn normalised(weights: &[Option<f64>]) -> Option<Vec<f64>> {
    // Weights as large as numbers go would overflow in the sum: scaled by the largest first, they
    // can't.
    let largest = weights.iter().flatten().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let scaled: Vec<f64> = weights.iter().map(|weight| weight.unwrap_or(0.0) / largest).collect();
    let sum: f64 = scaled.iter().sum();
    Some(scaled.into_iter().map(|weight| weight / sum).collect())
}

/// Equal shares for `count` siblings.
pub fn equal(count: usize) -> Vec<f64> {
    vec![1.0 / count as f64; count]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_one_whatever_the_weights() {
        assert_eq!(normalised(&[Some(60.0), None, Some(20.0)]), Some(vec![0.75, 0.0, 0.25]));
        assert_eq!(normalised(&[Some(f64::MAX), Some(f64::MAX)]), Some(vec![0.5, 0.5]));
        assert_eq!(normalised(&[Some(5e-324), Some(0.0)]), Some(vec![1.0, 0.0]));
        assert_eq!(normalised(&[Some(0.0), None]), None);
        assert_eq!(normalised(&[]), None);
    }
}
