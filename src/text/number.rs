//! Numbers and lists as people read them. Results are 0..1 inside; screens and tables show totals
//! out of 10.

use super::apportion::apportion;
use super::typed::{Measure, read_number};

/// Stands where there is nothing to say.
pub const NOTHING: &str = "–";

/// A number with up to six decimals, as few as it needs.
pub fn plain(number: f64) -> String {
    let magnitude = number.abs();
    if magnitude != 0.0 && !(1e-4..1e15).contains(&magnitude) {
        return format!("{number:e}");
    }
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.replace('-', "−") }
}

/// What a number may be off by, in parts of itself, for having been worked out in a few steps
/// instead of typed.
const NOISE: f64 = 8.0 * f64::EPSILON;

/// A number as a field shows it, where it may be typed anew: as short as it can be, with every
/// digit that was typed.
pub fn editable(number: f64) -> String {
    let short = plain(number);
    let is_whole = |read: f64| (read - number).abs() <= number.abs() * NOISE;
    if read_number(&short, Measure::Amount).is_ok_and(|read| read.is_some_and(is_whole)) {
        return short;
    }
    number.to_string().replace('-', "−")
}

/// A number with three decimals.
pub fn thousandths(number: f64) -> String {
    format!("{number:.3}")
}

/// A total of 0..1 as it is shown: out of 10, two decimals.
pub fn total(total: f64) -> String {
    format!("{:.2}", hundredths(total) as f64 / 100.0)
}

/// The parts of a total as they are shown: they add up to the total that is shown.
pub fn total_parts(parts: &[f64]) -> Vec<String> {
    let units = u32::try_from(hundredths(parts.iter().sum())).unwrap_or(0);
    apportion(parts, units)
        .into_iter()
        .map(|part| format!("{:.2}", f64::from(part) / 100.0))
        .collect()
}

/// Hundredths of a point out of 10.
fn hundredths(total: f64) -> i64 {
    // A billionth, which two totals may differ by and still tie, must not tip a half.
    (total * 1000.0 + 1e-6).round() as i64
}

/// 1st, 2nd, 3rd, 4th …
pub fn ordinal(rank: usize) -> String {
    let ending = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<S: AsRef<str>>(things: &[S]) -> String {
    match things {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", head.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (3.0, "3"),
            (2.5, "2.5"),
            (-1.25, "−1.25"),
            (0.1 + 0.2, "0.3"),
            (1e300, "1e300"),
            (5e-324, "5e-324"),
        ];
        for (number, shown) in cases {
            assert_eq!(plain(number), shown, "{number}");
        }
    }

    #[test]
    fn a_field_shows_all_that_was_typed_and_no_noise() {
        let cases = [
            (0.1 + 0.2, "0.3"),
            (-0.123_456_7, "−0.1234567"),
            (1_234_567.123_456_7, "1234567.1234567"),
            (12.5, "12.5"),
            (1e300, "1e300"),
        ];
        for (number, shown) in cases {
            assert_eq!(editable(number), shown, "{number}");
        }
    }

    #[test]
    fn totals_are_out_of_ten_and_parts_add_up() {
        assert_eq!([0.0, 0.5930, 1.0, 0.12345].map(total), ["0.00", "5.93", "10.00", "1.23"]);
        assert_eq!(total(0.7125), total(0.7125 - 4e-10), "a tie reads as a tie");
        assert_eq!(total_parts(&[0.1114, 0.1114, 0.1114]), ["1.12", "1.11", "1.11"]);
        assert_eq!(total_parts(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]), ["3.34", "3.33", "3.33"]);
    }

    #[test]
    fn ranks_and_lists_read_as_spoken() {
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal),
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]
        );
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!((list::<&str>(&[]), list(&["a"])), (String::new(), "a".to_owned()));
    }
}
