//! `mizan rank`: totals, contributions and ranks.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, RankCall};
use super::input::required;
use super::output::{Failure, Report, finding_messages};
use super::rank_table::tables;
use super::{Opened, json};
use crate::analysis::Parts;
use crate::evaluation::{
    Evaluation, MethodEvaluation, Weighting, distinct, evaluate, evaluate_by, reversal_findings,
};
use crate::model::{Finding, Method, Scenario, Team, nearest};
use crate::text;

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
    /// VIKOR's.
    #[serde(skip_serializing_if = "Option::is_none")]
    compromise: Option<Vec<&'a str>>,
    apart: Vec<Apart<'a>>,
}

#[derive(Serialize)]
struct RankedOption<'a> {
    option: &'a str,
    rank: usize,
    total: f64,
    /// What the method makes the total of.
    #[serde(flatten)]
    parts: PartsEntry<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum PartsEntry<'a> {
    WeightedSum { contributions: IndexMap<&'a str, f64> },
    Vikor { s: f64, r: f64 },
    Promethee { phi_plus: f64, phi_minus: f64 },
    None {},
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
    pub result: Option<Outcome>,
}

/// What the call's method makes of a weighting.
pub struct Outcome {
    pub evaluation: Evaluation,
    /// Under a method beside the weighted sum.
    pub other: Option<MethodEvaluation>,
    /// The method's, with the rank reversals.
    findings: Vec<Finding>,
}

impl Outcome {
    fn of(
        scenario: &Scenario,
        weighting: &Weighting,
        evaluation: Evaluation,
        method: Method,
    ) -> Self {
        let other = (method != Method::WeightedSum)
            .then(|| evaluate_by(scenario, weighting, &evaluation, method));
        let mut findings = other
            .as_ref()
            .map_or_else(|| evaluation.findings.clone(), |other| other.findings.clone());
        findings.extend(reversal_findings(scenario, weighting, &evaluation, method));
        Self { evaluation, other, findings }
    }
}

pub fn run(call: &RankCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    let method = method_named(&opened.scenario, call.method.as_deref())?;
    let is_all = call.team.as_deref() == Some("all");
    let entries = if is_all {
        every_team(&opened, method)?
    } else {
        vec![one_team(&opened, call.team.as_deref(), method)?]
    };
    let outcomes = entries.iter().filter_map(|entry| entry.result.as_ref());
    let findings = distinct(outcomes.flat_map(|outcome| outcome.findings.iter().cloned()));
    match call.shape.format {
        Format::Json => json(&opened, &entries, method, &findings, is_all).map(Report::of),
        Format::Csv => csv(&opened, &entries, method, is_all).map(Report::of),
        Format::Table => Ok(Report {
            text: tables(&opened.scenario, &entries),
            messages: finding_messages(&opened, &findings),
            status: 0,
        }),
    }
}

/// The method that is meant: the scenario's where none is named.
fn method_named(scenario: &Scenario, named: Option<&str>) -> Result<Method, Failure> {
    let Some(word) = named else { return Ok(scenario.method) };
    let known = Method::ALL.map(Method::word);
    // The scenario's own knows its v.
    if let Some(method) =
        std::iter::once(scenario.method).chain(Method::ALL).find(|method| method.word() == word)
    {
        return Ok(method);
    }
    let advice = nearest(word, known).map_or_else(
        || format!("known are {}", known.join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    Err(Failure::miscalled(format!("there is no method `{word}`; {advice}")))
}

/// The team of this id; `also` are the words that would have been possible too.
pub fn team_named<'a>(
    opened: &'a Opened,
    id: &str,
    also: &[&str],
) -> Result<&'a Arc<Team>, Failure> {
    opened.scenario.teams.iter().find(|team| team.id.as_str() == id).ok_or_else(|| {
        let known: Vec<&str> = opened
            .scenario
            .teams
            .iter()
            .map(|team| team.id.as_str())
            .chain(also.iter().copied())
            .collect();
        let advice = match nearest(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "the scenario has no teams".to_owned(),
            None => format!("known are {}", known.join(", ")),
        };
        Failure::miscalled(format!("there is no team `{id}`; {advice}"))
    })
}

/// The weighting that is meant: the only team's, else the mean's, where none is named.
pub fn weighting_named(
    opened: &Opened,
    named: Option<&str>,
    also: &[&str],
) -> Result<Weighting, Failure> {
    match named {
        None => Ok(Weighting::of_default(&opened.scenario)),
        Some("mean") => Ok(Weighting::Mean),
        Some(id) => Ok(Weighting::Team(team_named(opened, id, also)?.id.clone())),
    }
}

/// The document under a weighting; a failure where its team is sealed.
pub fn evaluated(opened: &Opened, weighting: &Weighting) -> Result<Evaluation, Failure> {
    evaluate(&opened.scenario, weighting).map_err(|withheld| {
        Failure::faulty(format!("{}: {}", opened.file, text::withheld(&withheld)))
    })
}

fn one_team<'a>(
    opened: &'a Opened,
    named: Option<&str>,
    method: Method,
) -> Result<Entry<'a>, Failure> {
    let weighting = weighting_named(opened, named, &["mean", "all"])?;
    let outcome = Outcome::of(&opened.scenario, &weighting, evaluated(opened, &weighting)?, method);
    let team = weighting.team(&opened.scenario).map(AsRef::as_ref);
    Ok(Entry {
        team,
        id: Some(team.map_or("mean", |team| team.id.as_str())),
        result: Some(outcome),
    })
}

/// The teams in document order, without the mean; where there are none, one entry with equal
/// weights.
fn every_team<'a>(opened: &'a Opened, method: Method) -> Result<Vec<Entry<'a>>, Failure> {
    if opened.scenario.teams.is_empty() {
        return Ok(vec![Entry { id: None, ..one_team(opened, None, method)? }]);
    }
    let entry = |team: &'a Arc<Team>| {
        let weighting = Weighting::Team(team.id.clone());
        let outcome = || {
            Ok(Outcome::of(&opened.scenario, &weighting, evaluated(opened, &weighting)?, method))
        };
        let result = team.opened().map(|_| outcome()).transpose()?;
        Ok(Entry { team: Some(team), id: Some(team.id.as_str()), result })
    };
    opened.scenario.teams.iter().map(entry).collect()
}

fn json(
    opened: &Opened,
    entries: &[Entry],
    method: Method,
    findings: &[Finding],
    is_all: bool,
) -> Result<String, Failure> {
    let (scenario, file, findings) =
        (opened.scenario.title.as_str(), opened.file.as_str(), json::findings(opened, findings));
    let mut teams: Vec<TeamEntry> = entries.iter().map(|entry| team_entry(opened, entry)).collect();
    if is_all {
        return json::line(&All { scenario, file, method: method.word(), teams, findings });
    }
    match teams.pop() {
        Some(TeamEntry::Open(ranked)) => json::line(&One {
            scenario,
            file,
            ranked: Ranked { method: Some(method.word()), ..ranked },
            findings,
        }),
        _ => Err(Failure::faulty("mizan: there is nothing to rank.")),
    }
}

fn team_entry<'a>(opened: &'a Opened, entry: &Entry<'a>) -> TeamEntry<'a> {
    let Some(outcome) = &entry.result else {
        return TeamEntry::Sealed { team: entry.id.unwrap_or_default(), sealed: true };
    };
    let options =
        |indices: &[usize]| indices.iter().map(|index| json::option_id(opened, *index)).collect();
    let is_vikor = outcome.other.as_ref().filter(|other| matches!(other.method, Method::Vikor(_)));
    TeamEntry::Open(Ranked {
        team: entry.id,
        method: None,
        shares: json::by_criterion(opened, &outcome.evaluation.shares.criteria),
        ranking: outcome
            .other
            .as_ref()
            .map_or_else(|| ranking(opened, &outcome.evaluation), |other| standings(opened, other)),
        compromise: is_vikor.map(|other| options(&other.ranking.compromise)),
        apart: apart(opened, outcome),
    })
}

fn ranking<'a>(opened: &'a Opened, evaluation: &Evaluation) -> Vec<RankedOption<'a>> {
    let entry = |ranked: &crate::analysis::Ranked| RankedOption {
        option: json::option_id(opened, ranked.option),
        rank: ranked.rank,
        total: ranked.total,
        parts: PartsEntry::WeightedSum {
            contributions: json::by_criterion(opened, &ranked.contributions),
        },
    };
    evaluation.ranking.ranked.iter().map(entry).collect()
}

fn standings<'a>(opened: &'a Opened, other: &MethodEvaluation) -> Vec<RankedOption<'a>> {
    let parts = |parts: Parts| match parts {
        Parts::None => PartsEntry::None {},
        Parts::Vikor { s, r } => PartsEntry::Vikor { s, r },
        Parts::Promethee { phi_plus, phi_minus } => PartsEntry::Promethee { phi_plus, phi_minus },
    };
    let standings = other.ranking.standings.iter();
    let entry = |standing: &crate::analysis::Standing| RankedOption {
        option: json::option_id(opened, standing.option),
        rank: standing.rank,
        total: standing.total,
        parts: parts(standing.parts),
    };
    standings.map(entry).collect()
}

/// The options without a total, in document order; the interval and its rank are the weighted
/// sum's.
fn apart<'a>(opened: &'a Opened, outcome: &Outcome) -> Vec<Apart<'a>> {
    let criteria = |indices: &[usize]| {
        let ids = indices.iter().filter_map(|index| opened.scenario.criteria.get(*index));
        ids.map(|criterion| criterion.id.as_str()).collect()
    };
    let (ranking, is_weighted_sum) = (&outcome.evaluation.ranking, outcome.other.is_none());
    let ruled_out = ranking.ruled_out.iter().map(|out| {
        let (option, criteria) = (json::option_id(opened, out.option), criteria(&out.missed));
        (
            out.option,
            Apart { option, because: "ruled-out", criteria, low: None, high: None, rank: None },
        )
    });
    let not_scored = ranking.not_scored.iter().map(|open| {
        let (option, criteria) = (json::option_id(opened, open.option), criteria(&open.missing));
        let (low, high) = (
            Some(open.low).filter(|_| is_weighted_sum),
            Some(open.high).filter(|_| is_weighted_sum),
        );
        let rank = open.rank.filter(|_| is_weighted_sum);
        (open.option, Apart { option, because: "not-scored", criteria, low, high, rank })
    });
    let mut apart: Vec<(usize, Apart)> = ruled_out.chain(not_scored).collect();
    apart.sort_by_key(|(index, _)| *index);
    apart.into_iter().map(|(_, entry)| entry).collect()
}

fn csv(
    opened: &Opened,
    entries: &[Entry],
    method: Method,
    is_all: bool,
) -> Result<String, Failure> {
    let mut header: Vec<String> = if is_all { vec!["team".to_owned()] } else { Vec::new() };
    header.extend(["option", "rank", "total"].map(str::to_owned));
    match method {
        Method::WeightedSum => header.extend(
            opened
                .scenario
                .criteria
                .iter()
                .map(|criterion| format!("contributions.{}", criterion.id)),
        ),
        Method::Vikor(_) => header.extend(["s", "r"].map(str::to_owned)),
        Method::PrometheeII => header.extend(["phi_plus", "phi_minus"].map(str::to_owned)),
        Method::WeightedProduct | Method::Topsis => {}
    }
    let mut rows = Vec::new();
    for entry in entries {
        let TeamEntry::Open(ranked) = team_entry(opened, entry) else { continue };
        for option in ranked.ranking {
            let mut row: Vec<String> =
                if is_all { vec![entry.id.unwrap_or_default().to_owned()] } else { Vec::new() };
            row.extend([
                option.option.to_owned(),
                option.rank.to_string(),
                json::shortest(option.total),
            ]);
            match option.parts {
                PartsEntry::WeightedSum { contributions } => {
                    row.extend(contributions.values().map(|part| json::shortest(*part)))
                }
                PartsEntry::Vikor { s: a, r: b }
                | PartsEntry::Promethee { phi_plus: a, phi_minus: b } => {
                    row.extend([a, b].map(json::shortest));
                }
                PartsEntry::None {} => {}
            }
            rows.push(row);
        }
    }
    json::csv(&header, &rows)
}
