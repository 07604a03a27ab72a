//! How far comparisons agree with themselves, in words.

use super::counts::capital;
use super::number;
use crate::elicitation::MOST_CONSISTENCY_RATIO;

/// A consistency ratio with two decimals; with more where two would show it on the other side of
/// what is usual.
pub fn ratio(ratio: f64) -> String {
    let is_usual = |ratio: f64| ratio <= MOST_CONSISTENCY_RATIO;
    let shown = (2..=6).map(|decimals| format!("{ratio:.decimals$}"));
    let is_true = |shown: &String| shown.parse().map(is_usual) == Ok(is_usual(ratio));
    shown.into_iter().find(is_true).unwrap_or_else(|| format!("just above {}", usual()))
}

/// Up to where a consistency ratio is usual.
pub fn usual() -> String {
    format!("{MOST_CONSISTENCY_RATIO:.2}")
}

/// What would be left of a contradiction if one thing were so many times as important as another.
pub fn mend(more: &str, less: &str, times: f64, left: f64) -> String {
    let compared = if times > 1.0 {
        format!("{more} were {} times as important as {less}", number::plain(times))
    } else {
        format!("{more} and {less} were equally important")
    };
    let left_over = ratio(left);
    if left <= MOST_CONSISTENCY_RATIO {
        format!("They would agree if {compared}: the ratio would then be {left_over}.")
    } else {
        format!("If {compared}, the ratio would then be {left_over}, still above {}.", usual())
    }
}

/// A list's consistency by pairwise ratios; without a list it is that of all that is compared.
pub fn pairwise(list: Option<&str>, found: Option<f64>, lambda: f64) -> String {
    let list = list.map_or_else(String::new, |list| format!("{list}: "));
    let found = found.map_or_else(
        || format!("no consistency ratio, as none is known above {MOST_KNOWN} things"),
        |found| format!("consistency ratio {}, up to {} is usual", ratio(found), usual()),
    );
    capital(&format!("{list}{found}; λ {}", number::thousandths(lambda)))
}

/// The consistency of comparisons with the best and the worst.
pub fn best_worst(xi: f64, found: f64) -> String {
    let (xi, found) = (number::thousandths(xi), number::thousandths(found));
    format!("Consistency ratio {found} (from the comparisons, 0 is best); ξ {xi}")
}

/// So many things are compared at most where a ratio is known.
const MOST_KNOWN: usize = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_shown_on_its_own_side_of_what_is_usual() {
        let shown = [0.08, 0.1, 0.0999, 0.104, 0.1004, 0.100_000_1, 0.2].map(ratio);
        let wished = ["0.08", "0.10", "0.10", "0.104", "0.1004", "just above 0.10", "0.20"];
        assert_eq!(shown, wished);
    }

    #[test]
    fn agreement_is_promised_only_where_it_comes() {
        let promised = "They would agree if A were 9 times as important as B: the ratio would \
                        then be 0.08.";
        assert_eq!(mend("A", "B", 9.0, 0.08), promised);
        let short = "If A and B were equally important, the ratio would then be 0.104, still \
                     above 0.10.";
        assert_eq!(mend("A", "B", 1.0, 0.104), short);
    }
}
