//! How firm a result is, in sentences.

use std::borrow::Cow;

use super::bound::Bound;
use super::headline::could_be_first;
use super::{NOTHING, isolated, list, plain, total};
use crate::analysis::{Dominance, NeverWins, Ranking, TIE};
use crate::evaluation::Sensitivity;
use crate::model::{Alternative, Criterion, Scenario};

/// A weighting that lays this much on one criterion counts nothing else.
const NOTHING_ELSE: f64 = 0.99;

fn option(scenario: &Scenario, index: usize) -> Cow<'_, str> {
    isolated(scenario.options.get(index).map_or("", Alternative::label))
}

fn criterion(scenario: &Scenario, index: usize) -> Cow<'_, str> {
    isolated(scenario.criteria.get(index).map_or("", Criterion::label))
}

/// How little would turn the result, or why there is none. Where missing scores could, it is said
/// of the options fully scored.
pub fn firmness(scenario: &Scenario, ranking: &Ranking, found: &Sensitivity) -> String {
    let Some(winner) = found.winner.map(|winner| option(scenario, winner)) else {
        return format!("{}.", super::unranked(scenario, ranking));
    };
    let told = match &found.flip {
        None if ranking.ranked.len() == 1 => {
            format!("{winner} has no rival that is fully scored.")
        }
        None => format!("No weights at all would put another option level with {winner}."),
        Some(flip) if flip.points <= 1e-9 => {
            format!("{} is level with {winner} already.", option(scenario, flip.option))
        }
        Some(flip) => format!(
            "Moving {} of 100 points of weight is enough to put {} level with {winner}.",
            Bound::AtLeast(flip.points).with_decimals(1),
            option(scenario, flip.option)
        ),
    };
    match may_lead(scenario, ranking) {
        None => told,
        Some(open) => format!("{told} {open}"),
    }
}

/// That the options fully scored alone are spoken of, and which else could lead; none where no
/// other could.
pub fn may_lead(scenario: &Scenario, ranking: &Ranking) -> Option<String> {
    ranking.may_lead().next()?;
    let open = could_be_first(scenario, ranking, "them");
    Some(format!("That is of the options fully scored alone; {open}."))
}

/// [`may_lead`], as a sentence that begins with those that could lead.
pub fn could_be_first_of(scenario: &Scenario, ranking: &Ranking) -> Option<String> {
    ranking.may_lead().next()?;
    let open = could_be_first(scenario, ranking, "the options fully scored");
    Some(format!("{}.", super::counts::capital(&open)))
}

/// What the table of intervals says.
pub fn stays_first(scenario: &Scenario, winner: usize) -> String {
    format!(
        "{} stays first while one share moves from … to …, the others in proportion:",
        option(scenario, winner)
    )
}

/// The share of a criterion and the ends between which it may move, in per cents: the ends rounded
/// inwards, to as many decimals, six at the most, as leave the share between them.
pub fn stability(share: f64, ends: Option<(f64, f64)>) -> [String; 3] {
    let plainly = |decimals: usize| format!("{:.decimals$} %", share * 100.0);
    let Some((low, high)) = ends else {
        return [plainly(1), NOTHING.to_owned(), NOTHING.to_owned()];
    };
    // An end at the share itself is told as the share is.
    let low = (share - low > TIE).then_some(Bound::AtLeast(low * 100.0));
    let high = (high - share > TIE).then_some(Bound::AtMost(high * 100.0));
    let is_between = |decimals: &usize| {
        let shown = Bound::rounded_to_nearest(share * 100.0, *decimals);
        low.is_none_or(|low| low.rounded(*decimals) <= shown)
            && high.is_none_or(|high| shown <= high.rounded(*decimals))
    };
    let decimals = (1..6).find(is_between).unwrap_or(6);
    let end = |bound: Option<Bound>| {
        let told = bound.map(|bound| format!("{} %", bound.with_decimals(decimals)));
        told.unwrap_or_else(|| plainly(decimals))
    };
    [plainly(decimals), end(low), end(high)]
}

/// One sentence for each option that others dominate.
pub fn dominated(scenario: &Scenario, pairs: &[Dominance]) -> Vec<String> {
    let mut worse: Vec<usize> = pairs.iter().map(|pair| pair.worse).collect();
    worse.sort_unstable();
    worse.dedup();
    let sentence = |worse: usize| {
        let better: Vec<_> = pairs
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
            enough(cure.from, cure.to),
            plain(cure.from)
        )
    };
    found.iter().map(sentence).collect()
}

fn behind(margin: f64) -> String {
    let shown = total(margin);
    if shown == "0.00" { "less than 0.01".to_owned() } else { shown }
}

/// The score that is enough, away from the present one.
fn enough(from: f64, to: f64) -> String {
    if to > from { Bound::AtLeast(to).in_four_digits() } else { Bound::AtMost(to).in_four_digits() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_that_is_enough_is_told_away_from_the_present_one() {
        assert_eq!(enough(7.0, 7.000_4), "7.001");
        assert_eq!(enough(7.0, 6.999_6), "6.999");
        assert_eq!(enough(0.0, 34.123_456), "34.13");
        assert_eq!(enough(50.0, 34.123_456), "34.12");
    }

    #[test]
    fn ends_of_a_share_are_told_inwards_and_leave_it_between_them() {
        assert_eq!(stability(0.3, Some((0.1234, 0.4567))), ["30.0 %", "12.4 %", "45.6 %"]);
        assert_eq!(stability(0.3, Some((0.0, 1.0))), ["30.0 %", "0.0 %", "100.0 %"]);
        assert_eq!(stability(1.0, None), ["100.0 %", "–", "–"]);
        assert_eq!(stability(1.0 / 3.0, Some((0.333_2, 0.34))), ["33.33 %", "33.32 %", "34.00 %"]);
        let third = 1.0 / 3.0;
        assert_eq!(stability(third, Some((third, third))), ["33.3 %"; 3]);
    }

    #[test]
    fn little_is_never_called_nothing() {
        assert_eq!(behind(1e-7), "less than 0.01");
    }
}
