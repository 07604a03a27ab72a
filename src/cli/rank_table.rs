//! The ranking as a person reads it in a terminal.

use super::ranked::{Asked, Entry, Ranked};
use super::table::{Column, WIDTH, cut, table, wrapped};
use crate::analysis::{Parts, Standing};
use crate::evaluation::{Evaluation, MethodEvaluation};
use crate::model::{Alternative, Criterion, Method, Scenario, Tree};
use crate::text::{self, charts, command_line, ordinal, percents, thousandths, total, total_parts};

/// How wide a column of contributions is with its gap, and what stands left of them.
const PART_WIDTH: usize = 7;
const LABEL_WIDTH: usize = 34;

/// A heading, a ranking and its contributions for each weighting.
pub fn tables(scenario: &Scenario, asked: &Asked) -> String {
    let heading = format!("{}\n{}", cut(&scenario.title), cut(&scenario.question));
    let heading = heading.trim_end().to_owned() + "\n";
    let parts: Vec<String> = match asked {
        Asked::One(ranked) => parts(scenario, ranked),
        Asked::All(entries) => {
            entries.iter().flat_map(|entry| entry_parts(scenario, entry)).collect()
        }
    };
    std::iter::once(heading).chain(parts).collect::<Vec<_>>().join("\n")
}

fn entry_parts(scenario: &Scenario, entry: &Entry) -> Vec<String> {
    match entry {
        Entry::Open(ranked) => parts(scenario, ranked),
        Entry::Sealed(team) => {
            let told = scenario.team(&team.id).map_or(&*team.name, |team| &*team.name);
            let name = cut(&text::isolated(told));
            vec![command_line::of_file(&name, text::weightings::SEALED) + "\n"]
        }
    }
}

fn parts(scenario: &Scenario, ranked: &Ranked) -> Vec<String> {
    let weighed = ranked.evaluation.shares.weighed;
    let team = ranked.team.and_then(|team| scenario.team(&team.id).map(AsRef::as_ref));
    let name = cut(&text::weighting_name(scenario, team, weighed));
    match &ranked.other {
        None => {
            let ranking = format!("{name}\n{}", ranking(scenario, &ranked.evaluation));
            std::iter::once(ranking).chain(contributions(scenario, &ranked.evaluation)).collect()
        }
        Some(other) => {
            let head = command_line::ranked_by(&name, text::method_name(other.method));
            vec![format!("{head}\n{}", standings(scenario, &ranked.evaluation, other))]
        }
    }
}

/// An option's letter and name.
fn named(scenario: &Scenario, index: usize) -> [String; 2] {
    scenario.options.get(index).map_or_else(Default::default, |option| {
        [option.letter.as_str().to_owned(), option.name.clone()]
    })
}

fn criteria<'a>(scenario: &'a Scenario, indices: &[usize]) -> Vec<&'a str> {
    let criteria = indices.iter().filter_map(|index| scenario.criteria.get(*index));
    criteria.map(Criterion::label).collect()
}

fn ranking(scenario: &Scenario, evaluation: &Evaluation) -> String {
    let row = |rank: Option<usize>, option: usize, shown: String, why: String| {
        let [letter, name] = named(scenario, option);
        vec![rank.map(ordinal).unwrap_or_default(), letter, name, shown, why]
    };
    let ranking = &evaluation.ranking;
    let ranked = ranking
        .ranked
        .iter()
        .map(|ranked| row(Some(ranked.rank), ranked.option, total(ranked.total), String::new()));
    let open = ranking.not_scored.iter().map(|open| {
        // Without any score that is said in place of the total.
        let missing = if text::is_bare(open) { &[][..] } else { &open.missing };
        let why = match missing {
            [] => String::new(),
            some => command_line::not_scored(&criteria(scenario, some)),
        };
        row(open.rank, open.option, charts::total_between(open), why)
    });
    let out = ranking.ruled_out.iter().map(|out| {
        let why = command_line::misses(&criteria(scenario, &out.missed));
        row(None, out.option, text::matrix::RULED_OUT.to_owned(), why)
    });
    let columns = [
        Column::right(command_line::RANK),
        Column::left(""),
        Column::left(command_line::OPTION),
        Column::right(command_line::TOTAL),
        Column::broken(""),
    ];
    table(&columns, &ranked.chain(open).chain(out).collect::<Vec<_>>())
}

/// The ranking by a method beside the weighted sum, and VIKOR's compromise.
fn standings(scenario: &Scenario, evaluation: &Evaluation, other: &MethodEvaluation) -> String {
    let numbers = number_heads(other.method);
    let apart = |option: usize, why: &str| {
        let blanks = vec![String::new(); numbers.len().saturating_sub(1)];
        [vec![String::new()], named(scenario, option).to_vec(), vec![why.to_owned()], blanks]
            .concat()
    };
    let ranked = other.ranking.standings.iter().map(|standing| standing_row(scenario, standing));
    let ranking = &evaluation.ranking;
    let open = ranking.not_scored.iter().map(|open| apart(open.option, text::matrix::NOT_SCORED));
    let out = ranking.ruled_out.iter().map(|out| apart(out.option, text::matrix::RULED_OUT));
    let rows: Vec<Vec<String>> = ranked.chain(open).chain(out).collect();
    let head =
        [Column::right(command_line::RANK), Column::left(""), Column::left(command_line::OPTION)];
    let columns: Vec<Column> =
        head.into_iter().chain(numbers.iter().map(|name| Column::right(name))).collect();
    let compromise: Vec<String> = other
        .ranking
        .compromise
        .iter()
        .map(|option| named(scenario, *option))
        .map(|[_, name]| name)
        .collect();
    let compromise =
        (!compromise.is_empty()).then(|| wrapped(&command_line::compromise(&compromise)));
    let note = text::method_note(other.method).map(wrapped);
    let below = compromise.into_iter().chain(note).map(|line| line + "\n");
    table(&columns, &rows) + &below.collect::<String>()
}

/// What the method calls its total, and what it is made of.
fn number_heads(method: Method) -> &'static [&'static str] {
    match method {
        Method::WeightedSum => &[command_line::TOTAL],
        Method::WeightedProduct => &[command_line::PRODUCT],
        Method::Topsis => &[command_line::CLOSENESS],
        Method::Vikor(_) => &command_line::VIKOR,
        Method::PrometheeII => &command_line::PROMETHEE,
    }
}

fn standing_row(scenario: &Scenario, standing: &Standing) -> Vec<String> {
    let parts = match standing.parts {
        Parts::None => Vec::new(),
        Parts::Vikor { s: a, r: b } | Parts::Promethee { phi_plus: a, phi_minus: b } => vec![a, b],
    };
    let numbers = std::iter::once(standing.total).chain(parts).map(thousandths);
    std::iter::once(ordinal(standing.rank))
        .chain(named(scenario, standing.option))
        .chain(numbers)
        .collect()
}

/// What each criterion adds to the totals: as many options as fit, best first.
fn contributions(scenario: &Scenario, evaluation: &Evaluation) -> Option<String> {
    let ranked = &evaluation.ranking.ranked;
    let shown = ranked.get(..ranked.len().min((WIDTH - LABEL_WIDTH) / PART_WIDTH))?;
    if shown.is_empty() {
        return None;
    }
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let percents = percents(&tree, &evaluation.shares);
    let note = percents.note().map_or_else(String::new, |note| format!("{note}\n"));
    let parts: Vec<Vec<String>> =
        shown.iter().map(|ranked| total_parts(&ranked.contributions)).collect();
    let row = |(index, (criterion, percent)): (usize, (&Criterion, u32))| {
        let own = parts.iter().map(|parts| parts.get(index).cloned().unwrap_or_default());
        [criterion.label().to_owned(), command_line::percent(percent)]
            .into_iter()
            .chain(own)
            .collect()
    };
    let rows: Vec<Vec<String>> =
        scenario.criteria.iter().zip(percents.criteria).enumerate().map(row).collect();
    let options = shown.iter().filter_map(|ranked| scenario.options.get(ranked.option));
    let letters = options.map(|option: &Alternative| Column::right(option.letter.as_str()));
    let head = [Column::left(command_line::ADDS), Column::right(command_line::SHARE)];
    let columns: Vec<Column> = head.into_iter().chain(letters).collect();
    let rest = match ranked.len() - shown.len() {
        0 => String::new(),
        left => command_line::more_options(left) + "\n",
    };
    Some(table(&columns, &rows) + &rest + &note)
}
