//! What a simulation found, in sentences.

use super::percent::whole_percents;
use super::{isolated, list};
use crate::analysis::simulation::{Acceptability, Spread};
use crate::analysis::{Doubt, Odds};
use crate::evaluation::{Simulation, Weights};
use crate::model::{Criterion, Scenario};

/// How many criteria a sentence names.
const NAMED: usize = 3;

/// What was drawn.
pub fn draws_of(simulation: &Simulation, shares: &str) -> String {
    let weights = match simulation.weights {
        Weights::Any => "any weights".to_owned(),
        Weights::Order => format!("any weights in the order of “{shares}”"),
        Weights::Margin(points) => {
            format!("weights within {} points of “{shares}”", super::plain(points))
        }
        Weights::Teams => "mixes of the teams’ weights".to_owned(),
    };
    let scores = match (simulation.spread, simulation.doubt) {
        (Spread::None, _) => "scores as they stand",
        (_, Doubt::AsGiven) => "scores within their ranges",
        (_, Doubt::Widened) => "scores as far off as their evidence leaves open",
    };
    format!("{} draws: {weights}, {scores}.", simulation.draws.samples)
}

/// Under which part of all weightings each option is first, exactly, the most first; none where
/// that is too much to count, and where nothing is ranked.
pub fn exact_firsts(scenario: &Scenario, weights: Weights, odds: &Odds) -> Option<String> {
    let mut firsts: Vec<(f64, &str)> = odds
        .first
        .as_ref()?
        .iter()
        .zip(&odds.options)
        .filter(|(part, _)| **part > 0.0)
        .filter_map(|(part, option)| Some((*part, scenario.options.get(*option)?.label())))
        .collect();
    firsts.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let parts: Vec<String> = firsts
        .iter()
        .map(|(part, name)| format!("{} under {}", isolated(name), exact_percent(*part)))
        .collect();
    let of = match weights {
        Weights::Any => "all weightings",
        Weights::Order => "all weightings in this order",
        Weights::Margin(_) => "these weightings",
        Weights::Teams => "all mixes",
    };
    (!parts.is_empty()).then(|| format!("Exactly, first of {of}: {}.", list(&parts)))
}

/// A part that is known, in per cents with one decimal; what is neither nothing nor all is told as
/// neither.
pub fn exact_percent(part: f64) -> String {
    match format!("{:.1}", part * 100.0).as_str() {
        "0.0" if part > 0.0 => "less than 0.1 %".to_owned(),
        "100.0" if part < 1.0 - 1e-12 => "more than 99.9 %".to_owned(),
        "100.0" => "100 %".to_owned(),
        "0.0" => "0 %".to_owned(),
        shown => format!("{shown} %"),
    }
}

/// For each option that is ever first, the weights that it takes, those most often first before the
/// others.
pub fn central_weights(scenario: &Scenario, found: &Acceptability) -> Vec<String> {
    let firsts =
        |place: usize| found.ranks.get(place).and_then(|ranks| ranks.first()).copied().unwrap_or(0);
    let mut places: Vec<usize> =
        (0..found.options.len()).filter(|place| firsts(*place) > 0).collect();
    places.sort_by_key(|place| std::cmp::Reverse(firsts(*place)));
    let sentence = |place: usize| {
        let option = scenario.options.get(*found.options.get(place)?)?;
        let weights = found.central_weights.get(place)?.as_ref()?;
        let percents = whole_percents(weights);
        let mut largest: Vec<(u32, &str)> =
            percents.into_iter().zip(scenario.criteria.iter().map(Criterion::label)).collect();
        largest.sort_by_key(|(percent, _)| std::cmp::Reverse(*percent));
        let named: Vec<String> = largest
            .iter()
            .take(NAMED)
            .map(|(percent, name)| format!("{percent} % {}", isolated(name)))
            .collect();
        let more = if largest.len() > NAMED { AND_THE_REST } else { "" };
        Some(format!(
            "Weights that put {} first, on average: {}{more}.",
            isolated(option.label()),
            list(&named)
        ))
    };
    places.into_iter().filter_map(sentence).collect()
}

/// Of what isn't named, which may be as much as what is.
pub const AND_THE_REST: &str = ", and no more of any other";
