//! Whole units that add up: the method of largest remainders (Hamilton).

/// How many of `units` whole units each part gets: its floor, and the rest one by one to the
/// largest remainders, the first of equal ones. Parts are ≥ 0 and are divided by their sum; all
/// zero where that is nothing.
pub fn apportion(parts: &[f64], units: u32) -> Vec<u32> {
    let sum: f64 = parts.iter().sum();
    if sum <= 0.0 || !sum.is_finite() {
        return vec![0; parts.len()];
    }
    let quotas: Vec<f64> = parts.iter().map(|part| part / sum * f64::from(units)).collect();
    // A quota within rounding of a whole number is that number.
    let floor = |quota: f64| (quota + 1e-9).floor();
    let mut given: Vec<u32> = quotas.iter().map(|quota| floor(*quota) as u32).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let remainder = |index: usize| quotas.get(index).map_or(0.0, |quota| quota - floor(*quota));
    order.sort_by(|a, b| remainder(*b).total_cmp(&remainder(*a)));
    let left = units.saturating_sub(given.iter().sum());
    for index in order.into_iter().cycle().take(left as usize) {
        if let Some(place) = given.get_mut(index) {
            *place += 1;
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thirds_of_a_hundred_add_up() {
        assert_eq!(apportion(&[1.0, 1.0, 1.0], 100), [34, 33, 33]);
        assert_eq!(apportion(&[0.6, 0.3, 0.1], 100), [60, 30, 10]);
        assert_eq!(apportion(&[0.0, 0.0], 100), [0, 0]);
        assert_eq!(apportion(&[], 100), Vec::<u32>::new());
    }

    proptest! {
        #[test]
        fn units_add_up_and_stay_within_one_of_their_quota(
            parts in proptest::collection::vec(0.0..1e6_f64, 1..40),
            units in 0..2000_u32,
        ) {
            let sum: f64 = parts.iter().sum();
            prop_assume!(sum > 0.0);
            let given = apportion(&parts, units);
            prop_assert_eq!(given.iter().sum::<u32>(), units);
            for (part, given) in parts.iter().zip(given) {
                prop_assert!((part / sum * f64::from(units) - f64::from(given)).abs() < 1.0 + 1e-6);
            }
        }
    }
}
