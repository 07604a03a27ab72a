//! What the other methods say beside the weighted sum.

use std::borrow::Cow;

use super::counts::capital;
use super::{isolated, list, method_name, ordinal};
use crate::evaluation::CrossCheck;
use crate::model::{Alternative, Method, Scenario};

pub const TITLE: &str = "By other methods";
pub const NOTE: &str = "places that part from the weighted sum are marked";

/// How many pairs a sentence names.
const NAMED: usize = 3;

/// A method's name over its column.
pub fn column(method: Method) -> &'static str {
    match method {
        Method::WeightedSum => "Sum",
        Method::WeightedProduct => "Product",
        Method::Topsis => "TOPSIS",
        Method::Vikor(_) => "VIKOR",
        Method::PrometheeII => "PROMETHEE",
    }
}

/// Whether the other methods bear the order out, as a heading.
pub fn heading(checks: &[CrossCheck]) -> String {
    let others = || checks.iter().filter(|check| check.method != Method::WeightedSum);
    let used = others().filter(|check| !check.ranks.is_empty()).count();
    let parting = others().filter(|check| !check.ranks.is_empty() && !check.is_same).count();
    let usable = if used == others().count() { "" } else { " that can be used" };
    match (used, parting) {
        (0, _) => "No other method can be used".to_owned(),
        (1, 0) => "The one other method that can be used has the same order".to_owned(),
        (_, 0) => format!("The other methods{usable} have the same order"),
        (1, 1) => "The one other method that can be used has another order".to_owned(),
        (used, parting) if used == parting => {
            format!("Every other method{usable} has another order")
        }
        (used, 1) => format!("One of {} other methods{usable} has another order", in_words(used)),
        (used, parting) => format!(
            "{} of {} other methods{usable} have another order",
            capital(&in_words(parting)),
            in_words(used)
        ),
    }
}

fn in_words(count: usize) -> String {
    super::counts::in_words(count)
}

/// Where a method parts from the weighted sum, in a sentence; none where it doesn't.
pub fn parting(scenario: &Scenario, check: &CrossCheck) -> Option<String> {
    let name = |option: usize| -> Cow<str> {
        isolated(scenario.options.get(option).map_or("", Alternative::label))
    };
    let pairs = check.parts.iter().take(NAMED);
    let mut said: Vec<String> = pairs
        .map(|(ahead, behind)| format!("{} is ahead of {}", name(*ahead), name(*behind)))
        .collect();
    let more = check.parts.len().saturating_sub(NAMED);
    said.extend((more > 0).then(|| match more {
        1 => "1 more pair is turned".to_owned(),
        more => format!("{more} more pairs are turned"),
    }));
    let by = method_name(check.method);
    (!said.is_empty()).then(|| format!("By {by} {}.", list(&said)))
}

/// An option's places by all methods, in a sentence.
pub fn places(scenario: &Scenario, option: usize, checks: &[CrossCheck]) -> String {
    let place = |check: &CrossCheck| {
        let (_, rank) = check.ranks.iter().find(|(it, _)| *it == option)?;
        Some(format!("{} by {}", ordinal(*rank), method_name(check.method)))
    };
    let said: Vec<String> = checks.iter().filter_map(place).collect();
    let name = scenario.options.get(option).map_or("", Alternative::label);
    format!("{}: {}", isolated(name), list(&said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: Method, is_same: bool) -> CrossCheck {
        let ranks = vec![(0, 1), (1, if is_same { 2 } else { 1 })];
        CrossCheck { method, ranks, parts: Vec::new(), is_same, findings: Vec::new() }
    }

    /// The heading over the weighted sum and others, each with the same order or another; none: it
    /// can't be used.
    fn said(others: [Option<bool>; 4]) -> String {
        let methods =
            [Method::WeightedProduct, Method::Topsis, Method::Vikor(0.5), Method::PrometheeII];
        let other = |(method, is_same): (Method, Option<bool>)| match is_same {
            Some(is_same) => check(method, is_same),
            None => CrossCheck { ranks: Vec::new(), ..check(method, false) },
        };
        let others = methods.into_iter().zip(others).map(other);
        heading(
            &std::iter::once(check(Method::WeightedSum, true)).chain(others).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn an_order_with_another_tie_is_another_and_what_cannot_be_used_is_not_counted() {
        let (same, other) = (Some(true), Some(false));
        assert_eq!(said([same; 4]), "The other methods have the same order");
        assert_eq!(said([other, same, same, same]), "One of four other methods has another order");
        assert_eq!(
            said([other, same, other, same]),
            "Two of four other methods have another order"
        );
        assert_eq!(said([other; 4]), "Every other method has another order");
        let used = "Every other method that can be used has another order";
        assert_eq!(said([None, other, other, None]), used);
        assert_eq!(
            said([None, same, same, None]),
            "The other methods that can be used have the same order"
        );
        assert_eq!(
            said([None, None, same, None]),
            "The one other method that can be used has the same order"
        );
        assert_eq!(said([None; 4]), "No other method can be used");
    }
}
