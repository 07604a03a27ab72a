//! `mizan weigh`: a team's shares from its judgements.

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, WeighCall};
use super::findings::{self, FindingEntry};
use super::input::{Opened, required};
use super::json;
use super::marking::Marking;
use super::named;
use super::output::{Failure, Report};
use super::table::{Column, cut, table};
use crate::elicitation::{self, Consistency, ListConsistency, Shares};
use crate::evaluation::Weighting;
use crate::model::{Elicitation, Group, NodeId, OpenTeam, Scenario, Tree};
use crate::text::{self, command_line};

#[derive(Serialize)]
struct Weighed<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    team: &'a str,
    elicitation: &'static str,
    weighed: bool,
    shares: IndexMap<&'a str, f64>,
    /// Pairwise and best-worst judgements have one.
    consistency: Option<ConsistencyEntry<'a>>,
    findings: Vec<FindingEntry>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ConsistencyEntry<'a> {
    Pairwise { ratio: Option<f64>, lambda: f64, mend: Option<Mend<'a>>, lists: Vec<ListEntry<'a>> },
    BestWorst { xi: f64, ratio: f64, unique: bool },
}

#[derive(Serialize)]
struct Mend<'a> {
    a: &'a str,
    b: &'a str,
    ratio: f64,
}

#[derive(Serialize)]
struct ListEntry<'a> {
    group: Option<&'a str>,
    ratio: Option<f64>,
    lambda: f64,
}

/// The linear model of best and worst has one solution alone.
const IS_UNIQUE: bool = true;

fn consistency(found: &Consistency) -> ConsistencyEntry<'_> {
    match found {
        Consistency::Pairwise { ratio, lambda, mend, lists } => ConsistencyEntry::Pairwise {
            ratio: *ratio,
            lambda: *lambda,
            mend: mend.as_ref().map(|(a, b, ratio)| Mend {
                a: a.as_str(),
                b: b.as_str(),
                ratio: *ratio,
            }),
            lists: lists
                .iter()
                .map(|list| ListEntry {
                    group: list.group.as_ref().map(NodeId::as_str),
                    ratio: list.ratio,
                    lambda: list.lambda,
                })
                .collect(),
        },
        Consistency::BestWorst { xi, ratio } => {
            ConsistencyEntry::BestWorst { xi: *xi, ratio: *ratio, unique: IS_UNIQUE }
        }
    }
}

pub fn run(call: &WeighCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    let team = named::open_team(&opened, &call.team)?;
    let shares = named::evaluated(&opened, &Weighting::Team(team.id().clone()))?.shares;
    match call.shape.format {
        Format::Json => json::line(&weighed(&opened, team, &shares)).map(Report::of),
        Format::Csv => csv(&opened, &shares).map(Report::of),
        Format::Table => Ok(Report::with(
            Marking::of_files([&opened]).around(&shown(&opened, team, &shares)),
            findings::messages(&opened, &shares.findings),
        )),
    }
}

fn weighed<'a>(opened: &'a Opened, team: OpenTeam<'a>, shares: &'a Shares) -> Weighed<'a> {
    Weighed {
        scenario: &opened.scenario.title,
        file: &opened.file,
        marking: &opened.scenario.marking,
        team: team.team().id.as_str(),
        elicitation: elicitation_word(&team.judgement().elicitation),
        weighed: shares.weighed == elicitation::Weighed::Done,
        shares: json::by_criterion(opened, &shares.criteria),
        consistency: shares.consistency.as_ref().map(consistency),
        findings: findings::entries(opened, &shares.findings),
    }
}

fn csv(opened: &Opened, shares: &Shares) -> Result<String, Failure> {
    let record = shares.consistency.as_ref().map(record_columns).unwrap_or_default();
    let header = ["criterion", "share"].into_iter().chain(record.iter().map(|(name, _)| *name));
    let header: Vec<String> = header.map(str::to_owned).collect();
    let row = |(id, share): (&str, f64)| {
        let own = [id.to_owned(), json::shortest(share)];
        own.into_iter().chain(record.iter().map(|(_, value)| value.clone())).collect()
    };
    let rows: Vec<Vec<String>> =
        json::by_criterion(opened, &shares.criteria).into_iter().map(row).collect();
    json::csv(&header, &rows)
}

/// What is said of the record as a whole, the same in each row.
fn record_columns(found: &Consistency) -> Vec<(&'static str, String)> {
    match found {
        Consistency::Pairwise { ratio, lambda, .. } => vec![
            ("consistency.ratio", ratio.map_or_else(String::new, json::shortest)),
            ("consistency.lambda", json::shortest(*lambda)),
        ],
        Consistency::BestWorst { xi, ratio } => vec![
            ("consistency.xi", json::shortest(*xi)),
            ("consistency.ratio", json::shortest(*ratio)),
            ("consistency.unique", IS_UNIQUE.to_string()),
        ],
    }
}

fn shown(opened: &Opened, team: OpenTeam, shares: &Shares) -> String {
    let scenario = &opened.for_people();
    let percents = text::percents(&Tree::new(&scenario.groups, &scenario.criteria), shares);
    let note = percents.note().map_or_else(String::new, |note| format!("{note}\n"));
    let rows = scenario.criteria.iter().zip(percents.criteria).map(|(criterion, percent)| {
        let reason = team.judged().reasons.get(&criterion.id).cloned().unwrap_or_default();
        vec![command_line::percent(percent), criterion.name.clone(), reason]
    });
    let columns = [
        Column::right(command_line::SHARE),
        Column::left(command_line::CRITERION),
        Column::broken(command_line::REASON),
    ];
    let way = elicitation_word(&team.judgement().elicitation);
    let team = scenario.team(team.id()).map(AsRef::as_ref);
    let name = text::weighting_name(scenario, team, shares.weighed);
    let head = cut(&command_line::weighed_by(&scenario.title, &name, way));
    let below = shares.consistency.as_ref().map_or_else(String::new, |found| {
        let lines = consistency_lines(scenario, found);
        lines.iter().map(|line| format!("{}\n", cut(line))).collect()
    });
    let gap = if below.is_empty() { "" } else { "\n" };
    format!("{head}\n\n{}{note}{gap}{below}", table(&columns, &rows.collect::<Vec<_>>()))
}

/// A line for each list of siblings that was compared; a group's bears its name.
fn consistency_lines(scenario: &Scenario, found: &Consistency) -> Vec<String> {
    match found {
        Consistency::BestWorst { xi, ratio } => {
            vec![text::consistency::best_worst(*xi, *ratio)]
        }
        Consistency::Pairwise { lists, .. } => {
            let group = |list: &ListConsistency| {
                list.group.as_ref().and_then(|id| scenario.group(id)).map(Group::label)
            };
            let line = |list: &ListConsistency| {
                text::consistency::pairwise(group(list), list.ratio, list.lambda)
            };
            lists.iter().map(line).collect()
        }
    }
}

/// METHODS.md's name for a way of judging.
fn elicitation_word(elicitation: &Elicitation) -> &'static str {
    use crate::model::RankWeights::{RankOrderCentroid, RankReciprocal, RankSum};
    match elicitation {
        Elicitation::Direct(_) => "direct",
        Elicitation::Swing(_) => "swing",
        Elicitation::Ranking(RankOrderCentroid, _) => "rank_order_centroid",
        Elicitation::Ranking(RankSum, _) => "rank_sum",
        Elicitation::Ranking(RankReciprocal, _) => "rank_reciprocal",
        Elicitation::Pairwise(_) => "ahp_eigenvector",
        Elicitation::BestWorst(_) => "bwm_linear",
    }
}
