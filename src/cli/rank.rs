//! `mizan rank`: totals, contributions and ranks.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, RankCall};
use super::input::required;
use super::output::{Failure, Report, finding_messages};
use super::rank_table::tables;
use super::{Opened, json};
use crate::evaluation::{Evaluation, Weighting, distinct, evaluate};
use crate::model::{Finding, Method, Team, TeamId, nearest};
use crate::text;

/// The methods' names on the command line, of which this version ranks by the first.
const METHODS: [&str; 5] = [WEIGHTED_SUM, "weighted-product", "topsis", "vikor", "promethee-2"];
const WEIGHTED_SUM: &str = "weighted-sum";

#[derive(Serialize)]
struct One<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(flatten)]
    ranked: Ranked<'a>,
    findings: Vec<json::FindingEntry>,
}

#[derive(Serialize)]
struct All<'a> {
    scenario: &'a str,
    file: &'a str,
    method: &'static str,
    teams: Vec<TeamEntry<'a>>,
    findings: Vec<json::FindingEntry>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum TeamEntry<'a> {
    Sealed { team: &'a str, sealed: bool },
    Open(Ranked<'a>),
}

#[derive(Serialize)]
struct Ranked<'a> {
    team: Option<&'a str>,
    /// Said once for all teams where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    shares: IndexMap<&'a str, f64>,
    ranking: Vec<RankedOption<'a>>,
    apart: Vec<Apart<'a>>,
}

#[derive(Serialize)]
struct RankedOption<'a> {
    option: &'a str,
    rank: usize,
    total: f64,
    contributions: IndexMap<&'a str, f64>,
}

#[derive(Serialize)]
struct Apart<'a> {
    option: &'a str,
    because: &'static str,
    criteria: Vec<&'a str>,
    low: Option<f64>,
    high: Option<f64>,
    rank: Option<usize>,
}

/// One weighting of the call, under the name that it is shown by.
pub struct Entry<'a> {
    pub team: Option<&'a Team>,
    pub id: Option<&'a str>,
    /// None where the team is sealed.
    pub evaluation: Option<Evaluation>,
}

pub fn run(call: &RankCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    check_method(&opened, call.method.as_deref())?;
    let is_all = call.team.as_deref() == Some("all");
    let entries = if is_all { every_team(&opened)? } else { vec![one_team(&opened, call.team.as_deref())?] };
    let evaluations = entries.iter().filter_map(|entry| entry.evaluation.as_ref());
    let findings = distinct(evaluations.flat_map(|evaluation| evaluation.findings.iter().cloned()));
    match call.shape.format {
        Format::Json => json(&opened, &entries, &findings, is_all).map(Report::of),
        Format::Csv => csv(&opened, &entries, is_all).map(Report::of),
        Format::Table => Ok(Report { text: tables(&opened.scenario, &entries), messages: finding_messages(&opened, &findings), status: 0 }),
    }
}

/// Refuses methods that this version doesn't rank by.
fn check_method(opened: &Opened, named: Option<&str>) -> Result<(), Failure> {
    let method = named.unwrap_or(match opened.scenario.method {
        Method::WeightedSum => WEIGHTED_SUM,
        Method::WeightedProduct => "weighted-product",
        Method::Topsis => "topsis",
        Method::Vikor(_) => "vikor",
        Method::PrometheeII => "promethee-2",
    });
    if method == WEIGHTED_SUM {
        return Ok(());
    }
    if METHODS.contains(&method) {
        let reason = format!("this version does not rank by `{method}` yet; --method {WEIGHTED_SUM} does");
        let file = &opened.file;
        return Err(if named.is_some() {
            Failure::miscalled(reason)
        } else {
            Failure::faulty(format!("{file}: the scenario's method: {reason}"))
        });
    }
    let advice =
        nearest(method, METHODS).map_or_else(|| format!("known are {}", METHODS.join(", ")), |near| format!("did you mean `{near}`?"));
    Err(Failure::miscalled(format!("there is no method `{method}`; {advice}")))
}

/// The team of this id; `also` are the words that would have been possible too.
pub fn team_named<'a>(opened: &'a Opened, id: &str, also: &[&str]) -> Result<&'a Arc<Team>, Failure> {
    opened.scenario.teams.iter().find(|team| team.id.as_str() == id).ok_or_else(|| {
        let known: Vec<&str> = opened.scenario.teams.iter().map(|team| team.id.as_str()).chain(also.iter().copied()).collect();
        let advice = match nearest(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "the scenario has no teams".to_owned(),
            None => format!("known are {}", known.join(", ")),
        };
        Failure::miscalled(format!("there is no team `{id}`; {advice}"))
    })
}

fn one_team<'a>(opened: &'a Opened, named: Option<&str>) -> Result<Entry<'a>, Failure> {
    let weighting = match named {
        None => Weighting::of_default(&opened.scenario),
        Some("mean") => Weighting::Mean,
        Some(id) => Weighting::Team(team_named(opened, id, &["mean", "all"])?.id.clone()),
    };
    let evaluation = evaluate(&opened.scenario, &weighting)
        .map_err(|withheld| Failure::faulty(format!("{}: {}", opened.file, text::withheld(&withheld))))?;
    let team = match &weighting {
        Weighting::Mean => None,
        Weighting::Team(id) => opened.scenario.team(id).map(AsRef::as_ref),
    };
    Ok(Entry { team, id: Some(team.map_or("mean", |team| team.id.as_str())), evaluation: Some(evaluation) })
}

/// The teams in document order, without the mean; where there are none, one entry with equal weights.
fn every_team(opened: &Opened) -> Result<Vec<Entry<'_>>, Failure> {
    let evaluated = |team: &TeamId| match evaluate(&opened.scenario, &Weighting::Team(team.clone())) {
        Err(crate::evaluation::Withheld::Sealed(_)) => Ok(None),
        Err(withheld) => Err(Failure::faulty(format!("{}: {}", opened.file, text::withheld(&withheld)))),
        Ok(evaluation) => Ok(Some(evaluation)),
    };
    if opened.scenario.teams.is_empty() {
        return Ok(vec![Entry { id: None, ..one_team(opened, None)? }]);
    }
    let entry = |team: &'_ Arc<Team>| Ok(Entry { evaluation: evaluated(&team.id)?, team: None, id: None });
    opened.scenario.teams.iter().map(|team| Ok(Entry { team: Some(team), id: Some(team.id.as_str()), ..entry(team)? })).collect()
}

fn json(opened: &Opened, entries: &[Entry], findings: &[Finding], is_all: bool) -> Result<String, Failure> {
    let (scenario, file, findings) = (opened.scenario.title.as_str(), opened.file.as_str(), json::findings(opened, findings));
    let mut teams: Vec<TeamEntry> = entries.iter().map(|entry| team_entry(opened, entry)).collect();
    if is_all {
        return json::line(&All { scenario, file, method: WEIGHTED_SUM, teams, findings });
    }
    match teams.pop() {
        Some(TeamEntry::Open(ranked)) => {
            json::line(&One { scenario, file, ranked: Ranked { method: Some(WEIGHTED_SUM), ..ranked }, findings })
        }
        _ => Err(Failure::faulty("mizan: there is nothing to rank.")),
    }
}

fn team_entry<'a>(opened: &'a Opened, entry: &Entry<'a>) -> TeamEntry<'a> {
    let Some(evaluation) = &entry.evaluation else {
        return TeamEntry::Sealed { team: entry.id.unwrap_or_default(), sealed: true };
    };
    let option = |index: usize| opened.scenario.options.get(index).map_or("", |option| option.id.as_str());
    let ranking = evaluation.ranking.ranked.iter().map(|ranked| RankedOption {
        option: option(ranked.option),
        rank: ranked.rank,
        total: ranked.total,
        contributions: json::by_criterion(opened, &ranked.contributions),
    });
    TeamEntry::Open(Ranked {
        team: entry.id,
        method: None,
        shares: json::by_criterion(opened, &evaluation.shares.criteria),
        ranking: ranking.collect(),
        apart: apart(opened, evaluation),
    })
}

/// The options without a total, in document order.
fn apart<'a>(opened: &'a Opened, evaluation: &Evaluation) -> Vec<Apart<'a>> {
    let option = |index: usize| opened.scenario.options.get(index).map_or("", |option| option.id.as_str());
    let criteria = |indices: &[usize]| {
        let ids = indices.iter().filter_map(|index| opened.scenario.criteria.get(*index));
        ids.map(|criterion| criterion.id.as_str()).collect()
    };
    let ruled_out = evaluation.ranking.ruled_out.iter().map(|out| {
        let entry =
            Apart { option: option(out.option), because: "ruled-out", criteria: criteria(&out.missed), low: None, high: None, rank: None };
        (out.option, entry)
    });
    let not_scored = evaluation.ranking.not_scored.iter().map(|open| {
        let criteria = criteria(&open.missing);
        let ends = (Some(open.low), Some(open.high));
        (open.option, Apart { option: option(open.option), because: "not-scored", criteria, low: ends.0, high: ends.1, rank: open.rank })
    });
    let mut apart: Vec<(usize, Apart)> = ruled_out.chain(not_scored).collect();
    apart.sort_by_key(|(index, _)| *index);
    apart.into_iter().map(|(_, entry)| entry).collect()
}

fn csv(opened: &Opened, entries: &[Entry], is_all: bool) -> Result<String, Failure> {
    let mut header: Vec<String> = if is_all { vec!["team".to_owned()] } else { Vec::new() };
    header.extend(["option", "rank", "total"].map(str::to_owned));
    header.extend(opened.scenario.criteria.iter().map(|criterion| format!("contributions.{}", criterion.id)));
    let mut rows = Vec::new();
    for entry in entries {
        let TeamEntry::Open(ranked) = team_entry(opened, entry) else { continue };
        for option in ranked.ranking {
            let mut row: Vec<String> = if is_all { vec![entry.id.unwrap_or_default().to_owned()] } else { Vec::new() };
            row.extend([option.option.to_owned(), option.rank.to_string(), json::shortest(option.total)]);
            row.extend(option.contributions.values().map(|part| json::shortest(*part)));
            rows.push(row);
        }
    }
    json::csv(&header, &rows)
}
