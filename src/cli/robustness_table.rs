//! A simulation as a person reads it in a terminal.

use std::cmp::Reverse;

use super::table::{Column, WIDTH, cut, table, wrapped};
use crate::analysis::simulation::Acceptability;
use crate::analysis::{Odds, places};
use crate::evaluation::{Evaluation, Simulation, Weighting};
use crate::model::Scenario;
use crate::text::{self, command_line, ordinal};

/// Out of how many weightings places are told.
const WEIGHTINGS: u64 = 20;
/// More options than this are told by how often they are first.
const MOST_PLACED: usize = 40;
/// How wide a column of places is with its gap, and what stands beside them.
const PLACE_WIDTH: usize = 6;
const BESIDE: usize = 46;

/// A heading, the places and what weights put whom first.
pub fn shown(
    scenario: &Scenario,
    weighting: &Weighting,
    simulation: &Simulation,
    (evaluation, found, odds): (&Evaluation, &Acceptability, Option<&Odds>),
) -> String {
    let ranking = &evaluation.ranking;
    let team = weighting.team(scenario).map(AsRef::as_ref);
    let name = text::weighting_name(scenario, team, evaluation.shares.weighed);
    let head = format!(
        "{}\n{}\n{}\n",
        cut(&scenario.title),
        cut(&name),
        wrapped(&text::draws_of(simulation, &name))
    );
    if found.options.is_empty() {
        return format!("{head}\n{}.\n", text::unranked(scenario, ranking));
    }
    let mut order: Vec<usize> = (0..found.options.len()).collect();
    order.sort_by_key(|place| Reverse(found.ranks.get(*place)));
    let body = if found.options.len() <= MOST_PLACED {
        placed(scenario, found, &order)
    } else {
        firsts(scenario, found, &order)
    };
    let exact = odds.and_then(|odds| text::exact_firsts(scenario, simulation.weights, odds));
    let sentences: String = exact
        .into_iter()
        .chain(text::central_weights(scenario, found))
        .chain(text::may_lead(scenario, ranking))
        .map(|sentence| wrapped(&sentence) + "\n")
        .collect();
    format!("{head}\n{body}\n{sentences}")
}

/// Places in 20 weightings, as many ranks as there is room for and the later ones together.
fn placed(scenario: &Scenario, found: &Acceptability, order: &[usize]) -> String {
    let places = places(&found.ranks, found.samples, WEIGHTINGS);
    let shown = found.options.len().min((WIDTH - BESIDE) / PLACE_WIDTH);
    let ranks: Vec<String> = (1..=shown).map(ordinal).collect();
    let has_later = found.options.len() > shown;
    let count = |count: u64| match count {
        0 => command_line::NEVER.to_owned(),
        _ => count.to_string(),
    };
    let row = |place: &usize| {
        let own = places.get(*place).map(Vec::as_slice).unwrap_or_default();
        let later: u64 = own.iter().skip(shown).sum();
        let numbers = own.iter().take(shown).copied().chain(has_later.then_some(later)).map(count);
        named(scenario, found, *place)
            .into_iter()
            .chain(numbers)
            .chain([confidence(found, *place)])
            .collect()
    };
    let rows: Vec<Vec<String>> = order.iter().map(row).collect();
    let head = [Column::left(""), Column::left(command_line::PLACES_IN_20)];
    let numbers = ranks
        .iter()
        .map(String::as_str)
        .chain(has_later.then_some(command_line::LATER))
        .chain([command_line::CONFIDENCE]);
    let columns: Vec<Column> = head.into_iter().chain(numbers.map(Column::right)).collect();
    table(&columns, &rows)
}

/// How often each is first, where options are many.
fn firsts(scenario: &Scenario, found: &Acceptability, order: &[usize]) -> String {
    let row = |place: &usize| {
        let first = found.ranks.get(*place).and_then(|ranks| ranks.first()).copied().unwrap_or(0);
        let part = command_line::percent_of(first as f64 / found.samples as f64);
        named(scenario, found, *place)
            .into_iter()
            .chain([part, confidence(found, *place)])
            .collect()
    };
    let columns = [
        Column::left(""),
        Column::left(command_line::OPTION),
        Column::right(command_line::FIRST),
        Column::right(command_line::CONFIDENCE),
    ];
    table(&columns, &order.iter().map(row).collect::<Vec<Vec<String>>>())
}

/// The letter and the name of the option at a place.
fn named(scenario: &Scenario, found: &Acceptability, place: usize) -> [String; 2] {
    let option = found.options.get(place).and_then(|index| scenario.options.get(*index));
    option.map_or_else(Default::default, |option| {
        [option.letter.as_str().to_owned(), option.name.clone()]
    })
}

fn confidence(found: &Acceptability, place: usize) -> String {
    let part = found.confidence.get(place).copied().flatten();
    part.map_or_else(|| text::NOTHING.to_owned(), command_line::whole_percent_of)
}
