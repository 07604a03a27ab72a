//! The ranking as a person reads it in a terminal.

use super::rank::{Entry, Outcome};
use super::table::{Align, WIDTH, cut, table, wrapped};
use crate::analysis::{Parts, Standing};
use crate::evaluation::{Evaluation, MethodEvaluation};
use crate::model::{Alternative, Criterion, Method, Scenario, Tree};
use crate::text::{self, list, ordinal, percents, plain, total, total_parts};

/// How wide a column of contributions is with its gap, and what stands left of them.
const PART_WIDTH: usize = 7;
const LABEL_WIDTH: usize = 34;

/// A heading, a ranking and its contributions for each weighting.
pub fn tables(scenario: &Scenario, entries: &[Entry]) -> String {
    let mut parts = vec![
        format!("{}\n{}", cut(&scenario.title), cut(&scenario.question)).trim_end().to_owned()
            + "\n",
    ];
    for entry in entries {
        let name = cut(&text::weighting_name(scenario, entry.team));
        match &entry.result {
            None => parts.push(format!("{name}: {}\n", text::label::SEALED)),
            Some(Outcome { evaluation, other: None, .. }) => {
                parts.push(format!("{name}\n{}", ranking(scenario, evaluation)));
                parts.extend(contributions(scenario, evaluation));
            }
            Some(Outcome { evaluation, other: Some(other), .. }) => {
                parts.push(format!(
                    "{name}, by {}\n{}",
                    text::method_name(other.method),
                    standings(scenario, evaluation, other)
                ));
            }
        }
    }
    parts.join("\n")
}

fn option(scenario: &Scenario, index: usize) -> Option<&Alternative> {
    scenario.options.get(index)
}

/// An option's letter and name.
fn named(scenario: &Scenario, index: usize) -> (String, String) {
    option(scenario, index).map_or((String::new(), String::new()), |option| {
        (option.letter.as_str().to_owned(), option.name.clone())
    })
}

fn ranking(scenario: &Scenario, evaluation: &Evaluation) -> String {
    let criteria = |indices: &[usize]| {
        let labels: Vec<&str> = indices
            .iter()
            .filter_map(|index| scenario.criteria.get(*index))
            .map(Criterion::label)
            .collect();
        list(&labels)
    };
    let mut rows = Vec::new();
    for ranked in &evaluation.ranking.ranked {
        let (letter, name) = named(scenario, ranked.option);
        rows.push(vec![ordinal(ranked.rank), letter, name, total(ranked.total), String::new()]);
    }
    for open in &evaluation.ranking.not_scored {
        let (letter, name) = named(scenario, open.option);
        let rank = open.rank.map(ordinal).unwrap_or_default();
        let why = format!("not scored: {}", criteria(&open.missing));
        rows.push(vec![
            rank,
            letter,
            name,
            format!("{}–{}", total(open.low), total(open.high)),
            why,
        ]);
    }
    for out in &evaluation.ranking.ruled_out {
        let (letter, name) = named(scenario, out.option);
        rows.push(vec![
            String::new(),
            letter,
            name,
            "ruled out".to_owned(),
            format!("misses: {}", criteria(&out.missed)),
        ]);
    }
    let columns = [
        ("rank", Align::Right),
        ("", Align::Left),
        ("option", Align::Left),
        ("total", Align::Right),
        ("", Align::Left),
    ];
    table(&columns, &rows)
}

/// The ranking by a method beside the weighted sum, and VIKOR's compromise.
fn standings(scenario: &Scenario, evaluation: &Evaluation, other: &MethodEvaluation) -> String {
    let columns: &[&str] = match other.method {
        Method::WeightedSum => &["total"],
        Method::WeightedProduct => &["product"],
        Method::Topsis => &["closeness"],
        Method::Vikor(_) => &["Q", "S", "R"],
        Method::PrometheeII => &["φ", "φ+", "φ−"],
    };
    let row = |standing: &Standing| {
        let (letter, name) = named(scenario, standing.option);
        let parts = match standing.parts {
            Parts::None => Vec::new(),
            Parts::Vikor { s: a, r: b } | Parts::Promethee { phi_plus: a, phi_minus: b } => {
                vec![a, b]
            }
        };
        let numbers =
            std::iter::once(standing.total).chain(parts).map(|number| format!("{number:.3}"));
        [ordinal(standing.rank), letter, name].into_iter().chain(numbers).collect()
    };
    let apart = |option: usize, why: &str| {
        let (letter, name) = named(scenario, option);
        let blank = columns.iter().skip(1).map(|_| String::new());
        [String::new(), letter, name, why.to_owned()].into_iter().chain(blank).collect()
    };
    let ranked: Vec<Vec<String>> = other.ranking.standings.iter().map(row).collect();
    let open = evaluation.ranking.not_scored.iter().map(|open| apart(open.option, "not scored"));
    let out = evaluation.ranking.ruled_out.iter().map(|out| apart(out.option, "ruled out"));
    let rows: Vec<Vec<String>> = ranked.into_iter().chain(open).chain(out).collect();
    let head = [("rank", Align::Right), ("", Align::Left), ("option", Align::Left)];
    let head: Vec<(&str, Align)> =
        head.into_iter().chain(columns.iter().map(|column| (*column, Align::Right))).collect();
    let compromise: Vec<String> =
        other.ranking.compromise.iter().map(|option| named(scenario, *option).1).collect();
    let compromise = if compromise.is_empty() {
        String::new()
    } else {
        cut(&format!("Compromise: {}", list(&compromise))) + "\n"
    };
    let note =
        text::method_note(other.method).map_or_else(String::new, |note| wrapped(note) + "\n");
    table(&head, &rows) + &compromise + &note
}

/// What each criterion adds to the totals: as many options as fit, best first.
fn contributions(scenario: &Scenario, evaluation: &Evaluation) -> Option<String> {
    let shown: Vec<_> =
        evaluation.ranking.ranked.iter().take((WIDTH - LABEL_WIDTH) / PART_WIDTH).collect();
    if shown.is_empty() {
        return None;
    }
    let percents =
        percents(&Tree::new(&scenario.groups, &scenario.criteria), &evaluation.shares).criteria;
    let parts: Vec<Vec<String>> =
        shown.iter().map(|ranked| total_parts(&ranked.contributions)).collect();
    let rows: Vec<Vec<String>> = scenario
        .criteria
        .iter()
        .zip(percents)
        .enumerate()
        .map(|(index, (criterion, percent))| {
            let label = vec![criterion.label().to_owned(), format!("{percent} %")];
            label
                .into_iter()
                .chain(parts.iter().map(|parts| parts.get(index).cloned().unwrap_or_default()))
                .collect()
        })
        .collect();
    let letters: Vec<&str> = shown
        .iter()
        .filter_map(|ranked| option(scenario, ranked.option))
        .map(|option| option.letter.as_str())
        .collect();
    let mut columns = vec![("adds", Align::Left), ("share", Align::Right)];
    columns.extend(letters.into_iter().map(|letter| (letter, Align::Right)));
    let left = evaluation.ranking.ranked.len() - shown.len();
    let rest = if left == 0 {
        String::new()
    } else {
        format!("… and {} options more; --format csv has them all\n", plain(left as f64))
    };
    Some(table(&columns, &rows) + &rest)
}
