//! `mizan teams`: the teams of one or several files side by side, and how far they agree.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, TeamsCall};
use super::findings::{self, FindingEntry, Located};
use super::input::Opened;
use super::joined::{Joined, joined};
use super::marking::Marking;
use super::output::{Failure, Report};
use super::teams_found::{Found, pair_of};
use super::teams_table::shown;
use super::{hidden, json, turns_on_json};
use crate::evaluation::{
    Agreement, Evaluation, Evaluations, SideBySide, all_findings, distinct, flip_of,
};
use crate::model::{Scenario, Team};
use crate::text;

#[derive(Serialize)]
struct Told<'a> {
    scenario: &'a str,
    file: &'a str,
    /// Of all files.
    #[serde(skip_serializing_if = "String::is_empty")]
    marking: String,
    teams: Vec<TeamEntry<'a>>,
    mean: Option<MeanEntry<'a>>,
    agreement: AgreementEntry<'a>,
    road: Vec<turns_on_json::RoadEntry<'a>>,
    crux: Vec<turns_on_json::CruxEntry<'a>>,
    between: Option<turns_on_json::BetweenEntry<'a>>,
    rounds: Vec<turns_on_json::RoundEntry<'a>>,
    gut: IndexMap<&'a str, turns_on_json::GutEntry<'a>>,
    mend: Vec<turns_on_json::MendEntry<'a>>,
    regret: Option<turns_on_json::RegretEntry<'a>>,
    findings: Vec<FindingEntry>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum TeamEntry<'a> {
    Sealed {
        team: &'a str,
        sealed: bool,
    },
    Open {
        team: &'a str,
        file: &'a str,
        shares: IndexMap<&'a str, f64>,
        winner: Option<&'a str>,
        ranking: Vec<&'a str>,
        flip_points: Option<f64>,
    },
}

#[derive(Serialize)]
struct MeanEntry<'a> {
    shares: IndexMap<&'a str, f64>,
    winner: Option<&'a str>,
    ranking: Vec<&'a str>,
}

/// Pairs of teams by their ids.
type Pairs<'a> = IndexMap<&'a str, IndexMap<&'a str, Option<f64>>>;

#[derive(Serialize)]
struct AgreementEntry<'a> {
    kendall_w: Option<f64>,
    mean_rho: Option<f64>,
    words: Option<&'static str>,
    spearman: Option<Pairs<'a>>,
    kendall_tau: Option<Pairs<'a>>,
    borda: Option<IndexMap<&'a str, f64>>,
    copeland: Option<IndexMap<&'a str, f64>>,
}

pub fn run(call: &TeamsCall) -> Result<Report, Failure> {
    let joined = joined(&call.files)?;
    hidden::may_show(joined.files(), &call.reveal)?;
    let between = call.between.as_deref().map(|words| pair_of(&joined, words)).transpose()?;
    let evaluations: Vec<Evaluations> =
        joined.grounds().map(|ground| Evaluations::from(&ground.scenario)).collect();
    let found = Found::of(&joined, &evaluations, between)?;
    let first = &joined.first;
    let marking = Marking::of_files(joined.files());
    Ok(match call.shape.format {
        Format::Table => Report::with(
            marking.around(&shown(&joined.for_people(), &found)),
            about_each(&joined, &evaluations, findings::messages_at),
        ),
        Format::Json => Report::of(json::line(&told(&joined, &found, &marking, &evaluations))?),
        Format::Csv => {
            Report::of(csv(&first.scenario, &told(&joined, &found, &marking, &evaluations))?)
        }
    })
}

fn told<'a>(
    joined: &'a Joined,
    found: &'a Found,
    marking: &Marking,
    evaluations: &[Evaluations],
) -> Told<'a> {
    let (first, results) = (&joined.first, &found.results);
    Told {
        scenario: &first.scenario.title,
        file: &first.file,
        marking: marking.joined(),
        teams: teams(joined, results),
        mean: results.mean.as_ref().map(|mean| MeanEntry {
            shares: json::by_criterion(first, &mean.shares.criteria),
            winner: winner(&first.scenario, mean),
            ranking: ranking(&first.scenario, mean),
        }),
        agreement: agreement(&first.scenario, results),
        road: turns_on_json::roads(first, &found.turns_on),
        crux: turns_on_json::crux(first, &found.turns_on),
        between: found.between.as_ref().and_then(|([a, b], between)| {
            turns_on_json::between(first, [a.as_str(), b.as_str()], between)
        }),
        rounds: turns_on_json::rounds(&found.rounds),
        gut: turns_on_json::gut(first, &found.gut),
        mend: turns_on_json::mends(first, &found.turns_on),
        regret: turns_on_json::regret(first, &found.turns_on),
        findings: about_each(joined, evaluations, findings::entries_at),
    }
}

/// What is to check: how the files differ, then what each ground's evaluations find. Where there
/// are several, that is the teams' alone, as there is no mean to find anything about.
fn about_each<T>(
    joined: &Joined,
    found: &[Evaluations],
    tell: impl Fn(&Opened, &[Located]) -> Vec<T>,
) -> Vec<T> {
    let of_ground = |(index, (ground, evaluations)): (usize, (&Opened, &Evaluations))| {
        let findings = match found {
            [_] => all_findings(evaluations),
            _ => distinct(evaluations.open_teams().flat_map(|(_, found)| found.findings.clone())),
        };
        tell(ground, &joined.located(index, &findings))
    };
    let each = joined.grounds().zip(found).enumerate().flat_map(of_ground);
    let different = joined.located(0, joined.different.as_slice());
    tell(&joined.first, &different).into_iter().chain(each).collect()
}

fn teams<'a>(joined: &'a Joined, results: &'a SideBySide) -> Vec<TeamEntry<'a>> {
    let first = &joined.first;
    let open = |team: &'a Team| {
        let result = results.teams.iter().find(|result| result.team.id == team.id)?;
        Some(TeamEntry::Open {
            team: team.id.as_str(),
            file: joined.file_of(&team.id),
            shares: json::by_criterion(first, &result.evaluation.shares.criteria),
            winner: winner(&first.scenario, &result.evaluation),
            ranking: ranking(&first.scenario, &result.evaluation),
            flip_points: flip_of(&result.evaluation).map(|flip| flip.points),
        })
    };
    let entry = |team: &'a Arc<Team>| match team.opened() {
        None => Some(TeamEntry::Sealed { team: team.id.as_str(), sealed: true }),
        Some(_) => open(team),
    };
    joined.teams().filter_map(entry).collect()
}

/// The first in document order of the options level at the top; none where none is ranked.
fn winner<'a>(scenario: &'a Scenario, evaluation: &Evaluation) -> Option<&'a str> {
    let winner = evaluation.ranking.winners().map(|winner| winner.option).min()?;
    scenario.options.get(winner).map(|option| option.id.as_str())
}

fn ranking<'a>(scenario: &'a Scenario, evaluation: &Evaluation) -> Vec<&'a str> {
    evaluation
        .ranking
        .ranked
        .iter()
        .filter_map(|ranked| scenario.options.get(ranked.option))
        .map(|option| option.id.as_str())
        .collect()
}

fn agreement<'a>(scenario: &'a Scenario, results: &'a SideBySide) -> AgreementEntry<'a> {
    let agreement: &Agreement = &results.agreement;
    let names: Vec<&str> =
        results.weighed.iter().map(|team| team.result().team.id.as_str()).collect();
    let pairs = |matrix: &[Vec<Option<f64>>]| -> Option<Pairs<'a>> {
        let row = |(place, row): (usize, &Vec<Option<f64>>)| {
            let others = names
                .iter()
                .copied()
                .zip(row.iter().copied())
                .enumerate()
                .filter(|(other, _)| *other != place);
            Some((*names.get(place)?, others.map(|(_, pair)| pair).collect()))
        };
        (!matrix.is_empty()).then(|| matrix.iter().enumerate().filter_map(row).collect())
    };
    let counts = |counts: &[f64]| -> Option<IndexMap<&'a str, f64>> {
        let options = agreement
            .options
            .iter()
            .filter_map(|index| scenario.options.get(*index))
            .map(|option| option.id.as_str());
        (!counts.is_empty()).then(|| options.zip(counts.iter().copied()).collect())
    };
    AgreementEntry {
        kendall_w: agreement.kendall_w,
        mean_rho: agreement.mean_rho,
        words: agreement.mean_rho.map(text::agreement),
        spearman: pairs(&agreement.spearman),
        kendall_tau: pairs(&agreement.kendall_tau),
        borda: counts(&agreement.borda),
        copeland: counts(&agreement.copeland),
    }
}

fn csv(scenario: &Scenario, told: &Told) -> Result<String, Failure> {
    let mut header: Vec<String> = ["team", "file", "winner"].map(str::to_owned).to_vec();
    header.extend(scenario.criteria.iter().map(|criterion| format!("shares.{}", criterion.id)));
    header.push("flip_points".to_owned());
    let row = |entry: &TeamEntry| match entry {
        TeamEntry::Sealed { team, .. } => {
            let mut row = vec![(*team).to_owned()];
            row.resize(header.len(), String::new());
            row
        }
        TeamEntry::Open { team, file, shares, winner, flip_points, .. } => {
            let fixed = [*team, *file, winner.unwrap_or_default()].map(str::to_owned);
            let shares = shares.values().map(|share| json::shortest(*share));
            let points = flip_points.map(json::shortest).unwrap_or_default();
            fixed.into_iter().chain(shares).chain([points]).collect()
        }
    };
    json::csv(&header, &told.teams.iter().map(row).collect::<Vec<_>>())
}
