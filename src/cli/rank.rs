//! `mizan rank`: totals, contributions and ranks.

use super::args::{Format, RankCall};
use super::input::{Opened, required};
use super::marking::Marking;
use super::named::{self, Teams};
use super::output::{Failure, Report};
use super::rank_json::{PartsEntry, json, ranking};
use super::rank_table::tables;
use super::ranked::{Asked, Ranked};
use super::{findings, hidden, json};
use crate::model::Method;

pub fn run(call: &RankCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    hidden::may_show([&opened], &call.reveal)?;
    let method = named::method(&opened.scenario, call.method.as_deref())?;
    let asked = Asked::of(&opened, Teams::of(call.team.as_deref()), method)?;
    match call.shape.format {
        Format::Json => json(&opened, &asked, method).map(Report::of),
        Format::Csv => csv(&opened, &asked, method).map(Report::of),
        Format::Table => Ok(Report::with(
            Marking::of_files([&opened]).around(&tables(&opened.for_people(), &asked)),
            findings::messages(&opened, &asked.findings()),
        )),
    }
}

/// One row for each ranked option; where every team was asked for, with its team.
fn csv(opened: &Opened, asked: &Asked, method: Method) -> Result<String, Failure> {
    let team = |ranked: &Ranked| match asked {
        Asked::One(_) => None,
        Asked::All(_) => Some(ranked.id.unwrap_or_default().to_owned()),
    };
    let team_head = match asked {
        Asked::One(_) => None,
        Asked::All(_) => Some("team".to_owned()),
    };
    let fixed = ["option", "rank", "total"].map(str::to_owned);
    let header: Vec<String> =
        team_head.into_iter().chain(fixed).chain(part_heads(opened, method)).collect();
    let rows = asked.ranked().flat_map(|ranked| {
        ranking(opened, ranked).into_iter().map(|option| {
            let numbers = std::iter::once(option.total).chain(part_numbers(&option.parts));
            let fixed = [option.option.to_owned(), option.rank.to_string()];
            team(ranked).into_iter().chain(fixed).chain(numbers.map(json::shortest)).collect()
        })
    });
    json::csv(&header, &rows.collect::<Vec<Vec<String>>>())
}

/// The columns of what the method makes a total of.
fn part_heads(opened: &Opened, method: Method) -> Vec<String> {
    match method {
        Method::WeightedSum => {
            let criteria = opened.scenario.criteria.iter();
            criteria.map(|criterion| format!("contributions.{}", criterion.id)).collect()
        }
        Method::Vikor(_) => ["s", "r"].map(str::to_owned).to_vec(),
        Method::PrometheeII => ["phi_plus", "phi_minus"].map(str::to_owned).to_vec(),
        Method::WeightedProduct | Method::Topsis => Vec::new(),
    }
}

fn part_numbers(parts: &PartsEntry) -> Vec<f64> {
    match parts {
        PartsEntry::WeightedSum { contributions } => contributions.values().copied().collect(),
        PartsEntry::Vikor { s: a, r: b } | PartsEntry::Promethee { phi_plus: a, phi_minus: b } => {
            vec![*a, *b]
        }
        PartsEntry::None {} => Vec::new(),
    }
}
