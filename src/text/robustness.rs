//! What a simulation found, in sentences.

use super::percent::whole_percents;
use super::{isolated, list};
use crate::analysis::Doubt;
use crate::analysis::simulation::{Acceptability, Spread};
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
