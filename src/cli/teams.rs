//! `mizan teams`: the teams of one or several files side by side, and how far they agree.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, TeamsCall};
use super::findings::{self, FindingEntry};
use super::input::{Opened, required};
use super::json;
use super::output::{Failure, Report};
use super::teams_table::shown;
use crate::evaluation::{
    Agreement, Evaluation, Evaluations, SideBySide, all_findings, flip_of, side_by_side,
};
use crate::model::{Criterion, Hue, Scenario, Team, TeamId, id_from_name};
use crate::text::{self, command_line};

#[derive(Serialize)]
struct Told<'a> {
    scenario: &'a str,
    file: &'a str,
    teams: Vec<TeamEntry<'a>>,
    mean: Option<MeanEntry<'a>>,
    agreement: AgreementEntry<'a>,
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

/// The first file's scenario with the teams of all, and each team's file.
struct Joined {
    opened: Opened,
    files: Vec<(TeamId, String)>,
}

pub fn run(call: &TeamsCall) -> Result<Report, Failure> {
    let joined = joined(&call.files)?;
    let scenario = &joined.opened.scenario;
    let evaluations = Evaluations::from(scenario);
    let (results, findings) = (side_by_side(&evaluations), all_findings(&evaluations));
    let told = Told {
        scenario: &scenario.title,
        file: &joined.opened.file,
        teams: teams(&joined, &results),
        mean: results.mean.as_ref().map(|mean| MeanEntry {
            shares: json::by_criterion(&joined.opened, &mean.shares.criteria),
            winner: winner(scenario, mean),
            ranking: ranking(scenario, mean),
        }),
        agreement: agreement(scenario, &results),
        findings: findings::entries(&joined.opened, &findings),
    };
    Ok(match call.shape.format {
        Format::Json => Report::of(json::line(&told)?),
        Format::Csv => Report::of(csv(scenario, &told)?),
        Format::Table => Report::with(
            shown(&joined.opened.for_people(), &results),
            findings::messages(&joined.opened, &findings),
        ),
    })
}

/// Reads the files; those behind the first must have its criteria and options, and bring their
/// teams along.
fn joined(files: &[OsString]) -> Result<Joined, Failure> {
    let mut all = files
        .iter()
        .map(|file| required(file))
        .collect::<Result<Vec<Opened>, Failure>>()?
        .into_iter();
    let Some(mut first) = all.next() else {
        return Err(Failure::miscalled(command_line::NO_FILE));
    };
    let mut by_file: Vec<(TeamId, String)> =
        first.scenario.teams.iter().map(|team| (team.id.clone(), first.file.clone())).collect();
    for opened in all {
        if !is_comparable(&opened.scenario, &first.scenario) {
            let what = command_line::other_questions(&first.file);
            return Err(Failure::faulty(command_line::of_file(&opened.file, &what)));
        }
        for team in &opened.scenario.teams {
            let team = moved_over(&first.scenario, &opened.scenario, team);
            by_file.push((team.id.clone(), opened.file.clone()));
            first.scenario.teams.push(Arc::new(team));
        }
    }
    Ok(Joined { opened: first, files: by_file })
}

/// Whether two files score the same things on the same scales, so that their teams can stand side
/// by side.
fn is_comparable(a: &Scenario, b: &Scenario) -> bool {
    let tree = |scenario: &Scenario| -> Vec<(String, Option<String>)> {
        let mut groups: Vec<_> = scenario
            .groups
            .iter()
            .map(|group| (group.id.to_string(), group.group.as_ref().map(ToString::to_string)))
            .collect();
        groups.sort();
        groups
    };
    let options = |scenario: &Scenario| {
        scenario.options.iter().map(|option| option.id.clone()).collect::<BTreeSet<_>>()
    };
    // Names and colours are told, not counted with.
    let counted = |criterion: &Criterion| {
        let empty = String::new;
        Criterion {
            name: empty(),
            short: empty(),
            note: empty(),
            hue: Hue::nth(0),
            unit: empty(),
            labels: Vec::new(),
            ..criterion.clone()
        }
    };
    let has = |criterion: &Criterion| {
        b.criterion(&criterion.id).is_some_and(|other| counted(other) == counted(criterion))
    };
    let scored = |scenario: &Scenario| {
        scenario
            .scores
            .cells()
            .map(|(option, criterion, _)| (option.clone(), criterion.clone()))
            .collect::<BTreeSet<_>>()
    };
    tree(a) == tree(b)
        && options(a) == options(b)
        && a.criteria.len() == b.criteria.len()
        && a.criteria.iter().all(has)
        && scored(a) == scored(b)
}

/// A team of another file: where that one's base scores are others, they are the team's own; an id
/// that is taken gets a number.
fn moved_over(into: &Scenario, from: &Scenario, team: &Team) -> Team {
    let mut team = team.clone();
    let is_taken = |id: &str| into.teams.iter().any(|other| other.id.as_str() == id);
    team.id = TeamId::provisional(&id_from_name(team.id.as_str(), "team", is_taken));
    let Some(judged) = team.opened_mut() else { return team };
    for (option, criterion, score) in from.scores.cells() {
        if into.scores.get(option, criterion) != Some(score)
            && judged.scores.get(option, criterion).is_none()
        {
            judged.scores.set(option.clone(), criterion.clone(), score.clone());
        }
    }
    team
}

fn teams<'a>(joined: &'a Joined, results: &'a SideBySide) -> Vec<TeamEntry<'a>> {
    let scenario = &joined.opened.scenario;
    let file = |id: &TeamId| {
        joined.files.iter().find(|(team, _)| team == id).map_or("", |(_, file)| file.as_str())
    };
    let open = |team: &'a Team| {
        let result = results.teams.iter().find(|result| result.team.id == team.id)?;
        Some(TeamEntry::Open {
            team: team.id.as_str(),
            file: file(&team.id),
            shares: json::by_criterion(&joined.opened, &result.evaluation.shares.criteria),
            winner: winner(scenario, &result.evaluation),
            ranking: ranking(scenario, &result.evaluation),
            flip_points: flip_of(&result.evaluation).map(|flip| flip.points),
        })
    };
    let entry = |team: &'a Arc<Team>| match team.opened() {
        None => Some(TeamEntry::Sealed { team: team.id.as_str(), sealed: true }),
        Some(_) => open(team),
    };
    scenario.teams.iter().filter_map(entry).collect()
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
