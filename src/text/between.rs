//! What lies between two teams: weights or facts, and the single steps that would end it.

use super::apportion::apportion;
use super::turns_on::OF_SCORED;
use super::{isolated, signed, total};
use crate::analysis::{Step, Takes};
use crate::evaluation::{Between, Parting};
use crate::model::{Alternative, Criterion, Scenario};

pub const WEIGHTS_OR_FACTS: &str = "Weights or facts?";
pub const TWO_SPLIT: &str = "two teams, split";
pub const WHERE_DIFFER: &str = "Where do you two differ?";
pub const FIRST_TEAM: &str = "One team";
pub const SECOND_TEAM: &str = "The other team";
pub const WEIGHTS: &str = "Weights";
pub const SCORES: &str = "Scores";
pub const NO_TWO_OPTIONS: &str = "There are no two options that both rank.";
pub const NO_GAP: &str = "The two lead alike by weights and by scores: there is nothing to split.";
pub const ON: &str = "on";

/// A team with the letters of what it puts first: `White House · A`.
pub fn picks(team: &str, letters: &[&str]) -> String {
    let letters = letters.join(" ");
    let dot = if letters.is_empty() { "" } else { " · " };
    format!("{}{dot}{letters}", isolated(team))
}

/// What weights and scores have in a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// Parts of a total, signed as the gap is turned to be above 0.
    pub weights: f64,
    pub scores: f64,
    /// How the two are told: in whole per cents where both make the gap wider, else in points.
    pub told: [String; 2],
}

/// The split of a gap; none where there is nothing of weights or scores to be seen.
pub fn split(parting: &Parting) -> Option<Split> {
    let turned = if parting.gap < 0.0 { -1.0 } else { 1.0 };
    let sum = |of: fn(&crate::analysis::Part) -> f64| -> f64 {
        turned * parting.parts.iter().map(|(_, part)| of(part)).sum::<f64>()
    };
    let (weights, scores) = (sum(|part| part.weights), sum(|part| part.facts));
    if [weights, scores].iter().all(|part| total(part.abs()) == total(0.0)) {
        return None;
    }
    let told = if weights >= -1e-12 && scores >= -1e-12 {
        let whole = apportion(&[weights.max(0.0), scores.max(0.0)], 100);
        [0, 1].map(|at| super::charts::percent(&whole.get(at).copied().unwrap_or(0).to_string()))
    } else {
        [signed(weights), signed(scores)]
    };
    Some(Split { weights, scores, told })
}

/// `of the 3.77 points between their leads of Kurdish focus over Withdrawal`.
pub fn of_the_gap(scenario: &Scenario, parting: &Parting) -> String {
    let [x, y] = parting
        .options
        .each_ref()
        .map(|id| isolated(scenario.option(id).map_or("", Alternative::label)));
    format!("of the {} points between their leads of {x} over {y}", total(parting.gap.abs()))
}

/// The split for those who can't see the bar.
pub fn split_sentence(scenario: &Scenario, parting: &Parting, split: &Split) -> String {
    let [weights, scores] = &split.told;
    format!("{WEIGHTS} {weights}, scores {scores}, {}", of_the_gap(scenario, parting))
}

/// What the steps do, or why there are none.
pub fn steps_heading(scenario: &Scenario, found: &Between) -> String {
    let name = |option: usize| {
        isolated(scenario.options.get(option).map_or("", Alternative::label)).into_owned()
    };
    let scored = if found.is_open { OF_SCORED } else { "" };
    match (found.both_choose, found.first_for_both) {
        (Some(both), _) => return format!("Both put {} first{scored}", name(both)),
        (None, Some(level)) => {
            return format!("{} is first for both, ties included{scored}", name(level));
        }
        (None, None) => {}
    }
    match found.steps.len() {
        0 => "No single step makes them agree",
        1 => "One step makes them agree",
        2 => "Either step makes them agree",
        _ => "Each of these steps makes them agree",
    }
    .to_owned()
}

/// A step: `White House gives Cost 8 %, as Erbil does, not 32 %`. `shares` are the taker's new and
/// old share as they are shown: they describe; what is taken is the other's share itself.
pub fn step(scenario: &Scenario, step: &Step, teams: [&str; 2], shares: &[String; 2]) -> String {
    let name = scenario.criteria.get(step.criterion).map_or("", Criterion::label);
    let [own, other] = if step.side == 0 { teams } else { [teams[1], teams[0]] };
    let (own, other, name) = (isolated(own), isolated(other), isolated(name));
    match step.takes {
        Takes::Share => {
            format!("{own} gives {name} {}, as {other} does, not {}", shares[0], shares[1])
        }
        Takes::Scores => format!("{own} scores {name} as {other} does"),
    }
}

/// A step for those who can't see the badge: who is then first for both.
pub fn step_sentence(scenario: &Scenario, found: &Between, told: &str, winner: usize) -> String {
    let name = isolated(scenario.options.get(winner).map_or("", Alternative::label));
    let scored = if found.is_open { OF_SCORED } else { "" };
    format!("{told}: then both put {name} first{scored}")
}
