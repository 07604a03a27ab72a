//! Numbers that are said to be enough, or to be a limit: rounded to the side on which the sentence
//! is true (METHODS.md, "Said numbers suffice"). They are of a type of their own, so that none is
//! rounded to the nearest.

use super::plain;

/// In steps of what is shown: a number this near to one is that one. Shares within a billionth make
/// totals that tie, so what is told to a tenth of a point is no nearer than this.
const NEAR: f64 = 1e-6;
/// As a part of the number: what a few roundings make of it where steps are as fine as that.
const FEW_ROUNDINGS: f64 = 16.0 * f64::EPSILON;

/// A limit in a unit of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// So much is needed: rounded up.
    AtLeast(f64),
    /// So much is reached: rounded down.
    AtMost(f64),
}

impl Bound {
    /// The number with so many decimals.
    pub fn with_decimals(self, decimals: usize) -> String {
        format!("{:.decimals$}", self.rounded(decimals))
    }

    /// The number with four digits, as much as anyone would set a score to.
    pub fn in_four_digits(self) -> String {
        plain(self.rounded_to_four_digits())
    }

    /// That number itself.
    pub(super) fn rounded_to_four_digits(self) -> f64 {
        let (Self::AtLeast(number) | Self::AtMost(number)) = self;
        self.rounded(decimals_of_four_digits(number))
    }

    /// Beside limits: what describes, to so many decimals.
    pub(super) fn rounded_to_nearest(number: f64, decimals: usize) -> f64 {
        let step = 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
        (number * step).round() / step
    }

    /// The number to so many decimals on the side on which it is true.
    pub(super) fn rounded(self, decimals: usize) -> f64 {
        let step = 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
        let (Self::AtLeast(number) | Self::AtMost(number)) = self;
        let (steps, nearest) = (number * step, (number * step).round());
        // Beyond this there are no such steps between numbers.
        if !steps.is_finite() || steps.abs() > 1e15 {
            return number;
        }
        if (steps - nearest).abs() <= NEAR.max(steps.abs() * FEW_ROUNDINGS) {
            return (nearest + 0.0) / step;
        }
        let steps = match self {
            Self::AtLeast(_) => steps.ceil(),
            Self::AtMost(_) => steps.floor(),
        };
        // Minus zero would be shown as such.
        (steps + 0.0) / step
    }
}

fn decimals_of_four_digits(number: f64) -> usize {
    if number == 0.0 {
        return 0;
    }
    usize::try_from(3 - number.abs().log10().floor() as i32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Bound::{AtLeast, AtMost};

    #[test]
    fn what_is_enough_goes_up_and_what_is_reached_goes_down() {
        assert_eq!(AtLeast(4.247).with_decimals(1), "4.3");
        assert_eq!(AtMost(4.247).with_decimals(1), "4.2");
        assert_eq!(AtLeast(7.0004).with_decimals(1), "7.1");
        assert_eq!(AtLeast(-4.247).with_decimals(1), "-4.2");
        assert_eq!(AtLeast(0.03).with_decimals(1), "0.1");
        assert_eq!(AtLeast(-0.03).with_decimals(1), "0.0");
    }

    #[test]
    fn noise_of_computing_is_no_step() {
        assert_eq!(AtLeast(4.2 + 1e-12).with_decimals(1), "4.2");
        assert_eq!(AtMost(100.0 - 1e-12).with_decimals(1), "100.0");
        assert_eq!(AtLeast(0.1 + 0.2).with_decimals(1), "0.3");
    }

    #[test]
    fn of_large_numbers_noise_is_no_step_and_a_step_no_noise() {
        let noisy = (0.1 + 0.2) * 1e9;
        assert!(noisy > 3e8);
        assert_eq!(AtLeast(noisy).with_decimals(3), "300000000.000");
        assert_eq!(AtLeast(-500_265_468.919_604_84).with_decimals(2), "-500265468.91");
        assert_eq!(AtMost(500_265_468.919_604_84).with_decimals(2), "500265468.91");
        assert_eq!(AtLeast(500_265_468.920_4).with_decimals(2), "500265468.93");
    }

    #[test]
    fn scores_are_told_by_four_digits() {
        let numbers = [34.123_456, 0.012_345, 1_234.56, 123_456.0, -7.0, 0.0];
        let up = numbers.map(|number| AtLeast(number).in_four_digits());
        assert_eq!(up, ["34.13", "0.01235", "1235", "123456", "−7", "0"]);
        let down = numbers.map(|number| AtMost(number).in_four_digits());
        assert_eq!(down, ["34.12", "0.01234", "1234", "123456", "−7", "0"]);
    }

    proptest! {
        #[test]
        fn a_bound_is_never_shown_on_the_wrong_side(
            number in -1e9..1e9_f64,
            decimals in 0..4_u8,
        ) {
            let near = 1e-5;
            let shown = |text: String| text.parse::<f64>().unwrap();
            let (up, down) = (
                shown(AtLeast(number).with_decimals(usize::from(decimals))),
                shown(AtMost(number).with_decimals(usize::from(decimals))),
            );
            prop_assert!(up >= number - near && down <= number + near);
            let step = 10_f64.powi(-i32::from(decimals));
            prop_assert!(up - number < step + near && number - down < step + near);
        }
    }
}
