//! How firm a result is, in sentences.

use super::{list, plain, total};
use crate::analysis::{Dominance, NeverWins};
use crate::evaluation::Sensitivity;
use crate::model::{Alternative, Criterion, Scenario};

/// A weighting that lays this much on one criterion counts nothing else.
const NOTHING_ELSE: f64 = 0.99;

fn option(scenario: &Scenario, index: usize) -> &str {
    scenario.options.get(index).map_or("", Alternative::label)
}

fn criterion(scenario: &Scenario, index: usize) -> &str {
    scenario.criteria.get(index).map_or("", Criterion::label)
}

/// How little would turn the result.
pub fn firmness(scenario: &Scenario, found: &Sensitivity) -> String {
    let Some(winner) = found.winner.map(|winner| option(scenario, winner)) else {
        return super::results::NOTHING_TO_RANK.to_owned();
    };
    let open: Vec<&str> = found.may_lead.iter().map(|open| option(scenario, *open)).collect();
    let scored = if open.is_empty() { "option" } else { "fully scored option" };
    let said = match &found.flip {
        None => format!("No weights at all would put another {scored} level with {winner}"),
        Some(flip) if flip.points <= 1e-9 => {
            format!("{} is level with {winner} already", option(scenario, flip.option))
        }
        Some(flip) => format!(
            "Moving {} of 100 points of weight is enough to put {} level with {winner}",
            points(flip.points),
            option(scenario, flip.option)
        ),
    };
    if open.is_empty() {
        format!("{said}.")
    } else {
        format!("{said}; {} could still lead, once scored.", list(&open))
    }
}

/// Points of 100, so that little is never called nothing.
fn points(points: f64) -> String {
    if points < 0.05 { "less than 0.1".to_owned() } else { format!("{points:.1}") }
}

/// What the table of intervals says.
pub fn stays_first(scenario: &Scenario, winner: usize, found: &Sensitivity) -> String {
    let among = if found.may_lead.is_empty() { "" } else { " of the options fully scored" };
    format!(
        "{} stays first{among} while one share moves from … to …, the others in proportion:",
        option(scenario, winner)
    )
}

/// One sentence for each option that others dominate.
pub fn dominated(scenario: &Scenario, pairs: &[Dominance]) -> Vec<String> {
    let mut worse: Vec<usize> = pairs.iter().map(|pair| pair.worse).collect();
    worse.sort_unstable();
    worse.dedup();
    let sentence = |worse: usize| {
        let better: Vec<&str> = pairs
            .iter()
            .filter(|pair| pair.worse == worse)
            .map(|pair| option(scenario, pair.better))
            .collect();
        let verb = if better.len() == 1 { "is" } else { "are each" };
        format!(
            "{} {verb} at least as good as {} everywhere, and better somewhere.",
            list(&better),
            option(scenario, worse)
        )
    };
    worse.into_iter().map(sentence).collect()
}

/// One sentence or two for each option that no weighting makes first.
pub fn never_wins(scenario: &Scenario, found: &[NeverWins]) -> Vec<String> {
    let sentence = |never: &NeverWins| {
        let name = option(scenario, never.option);
        let behind = format!(
            "{name} is first under no weights; at best it is {} of 10 behind.",
            behind(-never.margin)
        );
        let Some(cure) = &never.cure else {
            return format!("{behind} No single other score would change that.");
        };
        let unit =
            scenario.criteria.get(cure.criterion).map_or("", |criterion| criterion.unit.as_str());
        let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
        let only = cure.shares.iter().position(|share| *share >= NOTHING_ELSE);
        let only = only.map_or(String::new(), |only| {
            format!(", and only if nothing but {} counted", criterion(scenario, only))
        });
        format!(
            "{behind} It could draw level if {} were {}{unit} instead of {}{only}.",
            criterion(scenario, cure.criterion),
            rounded(cure.to),
            plain(cure.from)
        )
    };
    found.iter().map(sentence).collect()
}

fn behind(margin: f64) -> String {
    let shown = total(margin);
    if shown == "0.00" { "less than 0.01".to_owned() } else { shown }
}

/// Four digits, as much as anyone would set a score to.
fn rounded(number: f64) -> String {
    if number == 0.0 {
        return plain(number);
    }
    let digits = 3 - number.abs().log10().floor() as i32;
    let rounded = format!("{:.*}", usize::try_from(digits).unwrap_or(0), number);
    rounded.parse().map_or(rounded, plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_told_by_four_digits() {
        assert_eq!(
            [34.123_456, 0.012_345, 1_234.56, 123_456.0, -7.0].map(rounded),
            ["34.12", "0.01235", "1235", "123456", "−7"]
        );
    }

    #[test]
    fn little_is_never_called_nothing() {
        assert_eq!([0.001, 0.05, 3.24].map(points), ["less than 0.1", "0.1", "3.2"]);
        assert_eq!(behind(1e-7), "less than 0.01");
    }
}
