//! The teams side by side as a person reads them in a terminal.

use super::table::{Column, cut, has_room, table, wrapped};
use super::teams_found::Found;
use super::turns_on_table;
use crate::evaluation::{SideBySide, TeamResult};
use crate::model::{Alternative, Scenario, Team};
use crate::text::{self, command_line};

/// How options are told in a ranking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// By their names.
    Named,
    /// By their letters, which a key below the table explains.
    Lettered,
}

impl Told {
    fn option(self, option: &Alternative) -> &str {
        match self {
            Self::Named => option.label(),
            Self::Lettered => option.letter.as_str(),
        }
    }
}

/// Each team's ranking in a line, and how far they agree. Where the names of the options leave no
/// room for that, their letters stand for them.
pub fn shown(scenario: &Scenario, found: &Found) -> String {
    let results = &found.results;
    let columns = [
        Column::left(command_line::TEAM),
        Column::left(command_line::FIRST),
        Column::broken(command_line::THEN),
    ];
    let rows = |told: Told| -> Vec<Vec<String>> {
        scenario.teams.iter().map(|team| row(scenario, results, team, told)).collect()
    };
    let named = rows(Told::Named);
    let (rows, key) = if has_room(&columns, &named) {
        (named, String::new())
    } else {
        (rows(Told::Lettered), wrapped(&key(scenario, results)) + "\n\n")
    };
    let agreed = &results.agreement;
    let agreement = agreed.mean_rho.map_or_else(
        || text::teams::NO_AGREEMENT.to_owned(),
        |mean| text::teams::agreement_by(mean, &agreed.first_places, results.weighed.len()),
    );
    let table = table(&columns, &rows);
    let below = turns_on_table::shown(scenario, found);
    format!("{}\n\n{table}\n{key}{}\n{below}", cut(&scenario.title), wrapped(&agreement))
}

/// A team's options by place; those that tie share one.
fn row(scenario: &Scenario, results: &SideBySide, team: &Team, told: Told) -> Vec<String> {
    let name = team.label().to_owned();
    if team.opened().is_none() {
        return vec![name, text::weightings::SEALED.to_owned(), String::new()];
    }
    let mut places = places(scenario, results, team, told).into_iter();
    let first = places.next().unwrap_or_else(|| text::NOTHING.to_owned());
    vec![name, first, command_line::in_order(&places.collect::<Vec<_>>())]
}

fn places(scenario: &Scenario, results: &SideBySide, team: &Team, told: Told) -> Vec<String> {
    let is_own = |result: &&TeamResult| result.team.id == team.id;
    let result = results.teams.iter().find(is_own);
    let ranked =
        result.map(|result| result.evaluation.ranking.ranked.as_slice()).unwrap_or_default();
    let place = |tied: &[crate::analysis::Ranked]| {
        let options = tied.iter().filter_map(|ranked| scenario.options.get(ranked.option));
        command_line::level(&options.map(|option| told.option(option)).collect::<Vec<_>>())
    };
    ranked.chunk_by(|a, b| a.rank == b.rank).map(place).collect()
}

/// What the letters stand for, of the options that some team ranks.
fn key(scenario: &Scenario, results: &SideBySide) -> String {
    let is_ranked = |index: usize| {
        let mut rankings = results.teams.iter().map(|result| &result.evaluation.ranking.ranked);
        rankings.any(|ranked| ranked.iter().any(|ranked| ranked.option == index))
    };
    let options = scenario.options.iter().enumerate().filter(|(index, _)| is_ranked(*index));
    let told: Vec<String> = options
        .map(|(_, option)| command_line::stands_for(option.letter.as_str(), option.label()))
        .collect();
    command_line::key(&told)
}
