//! The ranking as a person reads it in a terminal.

use super::rank::Entry;
use super::table::{Align, WIDTH, cut, table};
use crate::evaluation::Evaluation;
use crate::model::{Alternative, Criterion, Scenario, Tree};
use crate::text::{self, list, ordinal, percents, plain, total, total_parts};

/// How wide a column of contributions is with its gap, and what stands left of them.
const PART_WIDTH: usize = 7;
const LABEL_WIDTH: usize = 34;

/// A heading, a ranking and its contributions for each weighting.
pub fn tables(scenario: &Scenario, entries: &[Entry]) -> String {
    let mut parts = vec![format!("{}\n{}", cut(&scenario.title), cut(&scenario.question)).trim_end().to_owned() + "\n"];
    for entry in entries {
        let name = match (entry.team, entry.id) {
            (Some(team), _) => cut(&team.name),
            (None, Some(_)) if !scenario.teams.is_empty() => text::label::MEAN_WEIGHTS.to_owned(),
            _ => text::label::EQUAL_WEIGHTS.to_owned(),
        };
        match &entry.evaluation {
            None => parts.push(format!("{name}: {}\n", text::label::SEALED)),
            Some(evaluation) => {
                parts.push(format!("{name}\n{}", ranking(scenario, evaluation)));
                parts.extend(contributions(scenario, evaluation));
            }
        }
    }
    parts.join("\n")
}

fn option(scenario: &Scenario, index: usize) -> Option<&Alternative> {
    scenario.options.get(index)
}

fn ranking(scenario: &Scenario, evaluation: &Evaluation) -> String {
    let named =
        |index: usize| option(scenario, index).map_or((String::new(), String::new()), |o| (o.letter.as_str().to_owned(), o.name.clone()));
    let criteria = |indices: &[usize]| {
        let labels: Vec<&str> = indices.iter().filter_map(|index| scenario.criteria.get(*index)).map(Criterion::label).collect();
        list(&labels)
    };
    let mut rows = Vec::new();
    for ranked in &evaluation.ranking.ranked {
        let (letter, name) = named(ranked.option);
        rows.push(vec![ordinal(ranked.rank), letter, name, total(ranked.total), String::new()]);
    }
    for open in &evaluation.ranking.not_scored {
        let (letter, name) = named(open.option);
        let rank = open.rank.map(ordinal).unwrap_or_default();
        let why = format!("not scored: {}", criteria(&open.missing));
        rows.push(vec![rank, letter, name, format!("{}–{}", total(open.low), total(open.high)), why]);
    }
    for out in &evaluation.ranking.ruled_out {
        let (letter, name) = named(out.option);
        rows.push(vec![String::new(), letter, name, "ruled out".to_owned(), format!("misses: {}", criteria(&out.missed))]);
    }
    let columns = [("rank", Align::Right), ("", Align::Left), ("option", Align::Left), ("total", Align::Right), ("", Align::Left)];
    table(&columns, &rows)
}

/// What each criterion adds to the totals: as many options as fit, best first.
fn contributions(scenario: &Scenario, evaluation: &Evaluation) -> Option<String> {
    let shown: Vec<_> = evaluation.ranking.ranked.iter().take((WIDTH - LABEL_WIDTH) / PART_WIDTH).collect();
    if shown.is_empty() {
        return None;
    }
    let percents = percents(&Tree::new(&scenario.groups, &scenario.criteria), &evaluation.shares).criteria;
    let parts: Vec<Vec<String>> = shown.iter().map(|ranked| total_parts(&ranked.contributions)).collect();
    let rows: Vec<Vec<String>> = scenario
        .criteria
        .iter()
        .zip(percents)
        .enumerate()
        .map(|(index, (criterion, percent))| {
            let label = vec![criterion.label().to_owned(), format!("{percent} %")];
            label.into_iter().chain(parts.iter().map(|parts| parts.get(index).cloned().unwrap_or_default())).collect()
        })
        .collect();
    let letters: Vec<&str> =
        shown.iter().filter_map(|ranked| option(scenario, ranked.option)).map(|option| option.letter.as_str()).collect();
    let mut columns = vec![("adds", Align::Left), ("share", Align::Right)];
    columns.extend(letters.into_iter().map(|letter| (letter, Align::Right)));
    let left = evaluation.ranking.ranked.len() - shown.len();
    let rest = if left == 0 { String::new() } else { format!("… and {} options more; --format csv has them all\n", plain(left as f64)) };
    Some(table(&columns, &rows) + &rest)
}
