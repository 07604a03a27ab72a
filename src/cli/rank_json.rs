//! A ranking as JSON.

use indexmap::IndexMap;
use serde::Serialize;

use super::findings::{self, FindingEntry};
use super::input::Opened;
use super::json;
use super::output::Failure;
use super::ranked::{Asked, Entry, Ranked};
use crate::analysis::{self, NotScored, Parts, RuledOut, Standing};
use crate::model::Method;

#[derive(Serialize)]
struct One<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    #[serde(flatten)]
    ranked: RankedEntry<'a>,
    findings: Vec<FindingEntry>,
}

#[derive(Serialize)]
struct All<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    method: &'static str,
    teams: Vec<TeamEntry<'a>>,
    findings: Vec<FindingEntry>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum TeamEntry<'a> {
    Sealed { team: &'a str, sealed: bool },
    Open(RankedEntry<'a>),
}

#[derive(Serialize)]
struct RankedEntry<'a> {
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
pub struct RankedOption<'a> {
    pub option: &'a str,
    pub rank: usize,
    pub total: f64,
    /// What the method makes the total of.
    #[serde(flatten)]
    pub parts: PartsEntry<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum PartsEntry<'a> {
    WeightedSum { contributions: IndexMap<&'a str, f64> },
    Vikor { s: f64, r: f64 },
    Promethee { phi_plus: f64, phi_minus: f64 },
    None {},
}

#[derive(Serialize)]
struct Apart<'a> {
    option: &'a str,
    because: Because,
    criteria: Vec<&'a str>,
    low: Option<f64>,
    high: Option<f64>,
    rank: Option<usize>,
}

/// Why an option has no total.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Because {
    RuledOut,
    NotScored,
}

/// The object that the call asked for, on one line.
pub fn json(opened: &Opened, asked: &Asked, method: Method) -> Result<String, Failure> {
    let (scenario, file) = (opened.scenario.title.as_str(), opened.file.as_str());
    let marking = opened.scenario.marking.as_str();
    let findings = findings::entries(opened, &asked.findings());
    let method = method.word();
    match asked {
        Asked::One(ranked) => {
            let ranked = RankedEntry { method: Some(method), ..ranked_entry(opened, ranked) };
            json::line(&One { scenario, file, marking, ranked, findings })
        }
        Asked::All(entries) => {
            let teams = entries.iter().map(|entry| team_entry(opened, entry)).collect();
            json::line(&All { scenario, file, marking, method, teams, findings })
        }
    }
}

fn team_entry<'a>(opened: &'a Opened, entry: &Entry<'a>) -> TeamEntry<'a> {
    match entry {
        Entry::Sealed(team) => TeamEntry::Sealed { team: team.id.as_str(), sealed: true },
        Entry::Open(ranked) => TeamEntry::Open(ranked_entry(opened, ranked)),
    }
}

fn ranked_entry<'a>(opened: &'a Opened, ranked: &Ranked<'a>) -> RankedEntry<'a> {
    let vikor = ranked.other.as_ref().filter(|other| matches!(other.method, Method::Vikor(_)));
    let options =
        |indices: &[usize]| indices.iter().map(|index| json::option_id(opened, *index)).collect();
    RankedEntry {
        team: ranked.id,
        method: None,
        shares: json::by_criterion(opened, &ranked.evaluation.shares.criteria),
        ranking: ranking(opened, ranked),
        compromise: vikor.map(|other| options(&other.ranking.compromise)),
        apart: apart(opened, ranked),
    }
}

/// The options with a total, by rank, then in document order.
pub fn ranking<'a>(opened: &'a Opened, ranked: &Ranked) -> Vec<RankedOption<'a>> {
    match &ranked.other {
        None => {
            let by_sum = ranked.evaluation.ranking.ranked.iter();
            by_sum.map(|option| of_weighted_sum(opened, option)).collect()
        }
        Some(other) => {
            let standings = other.ranking.standings.iter();
            standings.map(|standing| of_standing(opened, standing)).collect()
        }
    }
}

fn of_weighted_sum<'a>(opened: &'a Opened, ranked: &analysis::Ranked) -> RankedOption<'a> {
    RankedOption {
        option: json::option_id(opened, ranked.option),
        rank: ranked.rank,
        total: ranked.total,
        parts: PartsEntry::WeightedSum {
            contributions: json::by_criterion(opened, &ranked.contributions),
        },
    }
}

fn of_standing<'a>(opened: &'a Opened, standing: &Standing) -> RankedOption<'a> {
    RankedOption {
        option: json::option_id(opened, standing.option),
        rank: standing.rank,
        total: standing.total,
        parts: match standing.parts {
            Parts::None => PartsEntry::None {},
            Parts::Vikor { s, r } => PartsEntry::Vikor { s, r },
            Parts::Promethee { phi_plus, phi_minus } => {
                PartsEntry::Promethee { phi_plus, phi_minus }
            }
        },
    }
}

/// The options without a total, in document order; the interval and its rank are the weighted
/// sum's.
fn apart<'a>(opened: &'a Opened, ranked: &Ranked) -> Vec<Apart<'a>> {
    let ranking = &ranked.evaluation.ranking;
    let ruled_out = ranking.ruled_out.iter().map(|out| (out.option, is_out(opened, out)));
    let not_scored = ranking.not_scored.iter().map(|open| {
        let entry = is_open(opened, open);
        let has_interval = ranked.other.is_none();
        let entry =
            if has_interval { entry } else { Apart { low: None, high: None, rank: None, ..entry } };
        (open.option, entry)
    });
    let mut apart: Vec<(usize, Apart)> = ruled_out.chain(not_scored).collect();
    apart.sort_by_key(|(index, _)| *index);
    apart.into_iter().map(|(_, entry)| entry).collect()
}

fn is_out<'a>(opened: &'a Opened, out: &RuledOut) -> Apart<'a> {
    Apart {
        option: json::option_id(opened, out.option),
        because: Because::RuledOut,
        criteria: criteria(opened, &out.missed),
        low: None,
        high: None,
        rank: None,
    }
}

fn is_open<'a>(opened: &'a Opened, open: &NotScored) -> Apart<'a> {
    Apart {
        option: json::option_id(opened, open.option),
        because: Because::NotScored,
        criteria: criteria(opened, &open.missing),
        low: Some(open.low),
        high: Some(open.high),
        rank: open.rank,
    }
}

fn criteria<'a>(opened: &'a Opened, indices: &[usize]) -> Vec<&'a str> {
    let criteria = indices.iter().filter_map(|index| opened.scenario.criteria.get(*index));
    criteria.map(|criterion| criterion.id.as_str()).collect()
}
