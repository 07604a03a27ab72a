//! What a decision of several teams turns on, and what would bring them together, as JSON.

use indexmap::IndexMap;
use serde::Serialize;

use super::input::Opened;
use super::json::{criterion_id, option_id};
use crate::analysis::{Crux, Point, Regret, Takes};
use crate::evaluation::{
    Between, GutAndModel, Mend, MendedOption, Road, RoundMove, TeamWay, TurnsOn, WeighedTeam,
};
use crate::model::OptionId;

/// Changes by criterion.
type ByCriterion<'a> = IndexMap<&'a str, f64>;

#[derive(Serialize)]
pub struct RoadEntry<'a> {
    option: &'a str,
    points: Option<f64>,
    moves: IndexMap<&'a str, ByCriterion<'a>>,
}

#[derive(Serialize)]
pub struct CruxEntry<'a> {
    kind: &'static str,
    criterion: &'a str,
    option: Option<&'a str>,
    points: f64,
}

#[derive(Serialize)]
pub struct BetweenEntry<'a> {
    a: &'a str,
    b: &'a str,
    options: [&'a str; 2],
    total: f64,
    weights: ByCriterion<'a>,
    facts: ByCriterion<'a>,
    steps: Vec<StepEntry<'a>>,
}

#[derive(Serialize)]
struct StepEntry<'a> {
    team: &'a str,
    takes: &'static str,
    criterion: &'a str,
}

#[derive(Serialize)]
pub struct RoundEntry<'a> {
    from: &'a str,
    to: Option<&'a str>,
    teams: IndexMap<&'a str, MoveEntry<'a>>,
}

#[derive(Serialize)]
struct MoveEntry<'a> {
    points: f64,
    winner_before: Option<&'a str>,
    winner: Option<&'a str>,
    towards_mean: bool,
    reason: bool,
}

#[derive(Serialize)]
pub struct GutEntry<'a> {
    kendall_tau: Option<f64>,
    moved: Option<&'a str>,
}

#[derive(Serialize)]
pub struct MendEntry<'a> {
    option: &'a str,
    #[serde(flatten)]
    freely: ScoresEntry<'a>,
    inside: ScoresEntry<'a>,
}

#[derive(Serialize)]
struct ScoresEntry<'a> {
    change: Option<f64>,
    scores: Vec<ScoreEntry<'a>>,
}

#[derive(Serialize)]
struct ScoreEntry<'a> {
    criterion: &'a str,
    from: f64,
    to: f64,
}

#[derive(Serialize)]
pub struct RegretEntry<'a> {
    loss: IndexMap<&'a str, IndexMap<&'a str, f64>>,
    worst: IndexMap<&'a str, f64>,
    least: Vec<&'a str>,
}

fn id(team: &WeighedTeam) -> &str {
    team.result().team.id.as_str()
}

pub fn roads<'a>(opened: &'a Opened, found: &'a TurnsOn) -> Vec<RoadEntry<'a>> {
    let entry = |road: &'a Road| {
        let moves = road.way.iter().flat_map(|way| {
            let of_team = |(team, way): (&'a WeighedTeam, &'a TeamWay)| {
                let changes = way.changes.iter();
                let changes: ByCriterion =
                    changes.map(|(at, change)| (criterion_id(opened, *at), *change)).collect();
                (!changes.is_empty()).then(|| (id(team), changes))
            };
            found.teams.iter().zip(&way.teams).filter_map(of_team)
        });
        RoadEntry {
            option: option_id(opened, road.option),
            points: road.way.as_ref().map(|way| way.points),
            moves: moves.collect(),
        }
    };
    found.roads.iter().map(entry).collect()
}

pub fn crux<'a>(opened: &'a Opened, found: &'a TurnsOn) -> Vec<CruxEntry<'a>> {
    let entry = |crux: &Crux| {
        let (kind, criterion, option) = match crux.point {
            Point::Share(criterion) => ("share", criterion, None),
            Point::Score(option, criterion) => ("score", criterion, Some(option)),
        };
        CruxEntry {
            kind,
            criterion: criterion_id(opened, criterion),
            option: option.map(|option| option_id(opened, option)),
            points: crux.moves,
        }
    };
    found.crux.iter().map(entry).collect()
}

/// None where there are no two options that both rank.
pub fn between<'a>(
    opened: &'a Opened,
    [a, b]: [&'a str; 2],
    found: &'a Between,
) -> Option<BetweenEntry<'a>> {
    let parting = found.parting.as_ref()?;
    let part = |of: fn(&crate::analysis::Part) -> f64| -> ByCriterion<'a> {
        let criteria = opened.scenario.criteria.iter();
        let own = criteria.filter_map(|criterion| {
            let (_, part) = parting.parts.iter().find(|(id, _)| *id == criterion.id)?;
            Some((criterion.id.as_str(), of(part)))
        });
        own.collect()
    };
    let steps = found.steps.iter().map(|step| StepEntry {
        team: if step.side == 0 { a } else { b },
        takes: match step.takes {
            Takes::Share => "share",
            Takes::Scores => "scores",
        },
        criterion: criterion_id(opened, step.criterion),
    });
    Some(BetweenEntry {
        a,
        b,
        options: parting.options.each_ref().map(OptionId::as_str),
        total: parting.gap,
        weights: part(|part| part.weights),
        facts: part(|part| part.facts),
        steps: steps.collect(),
    })
}

pub fn rounds(found: &[RoundMove]) -> Vec<RoundEntry<'_>> {
    found.iter().map(round_entry).collect()
}

fn round_entry(round: &RoundMove) -> RoundEntry<'_> {
    let teams = round.teams.iter().map(|moved| {
        let entry = MoveEntry {
            points: moved.points,
            winner_before: moved.winner_before.as_ref().map(OptionId::as_str),
            winner: moved.winner.as_ref().map(OptionId::as_str),
            towards_mean: moved.towards_mean,
            reason: moved.has_reason,
        };
        (moved.team.as_str(), entry)
    });
    RoundEntry { from: &round.from, to: round.to.as_deref(), teams: teams.collect() }
}

pub fn gut<'a>(opened: &'a Opened, found: &'a [GutAndModel]) -> IndexMap<&'a str, GutEntry<'a>> {
    let entry = |gut: &'a GutAndModel| {
        let moved = gut.moved.map(|option| option_id(opened, option));
        (gut.team.as_str(), GutEntry { kendall_tau: gut.kendall_tau, moved })
    };
    found.iter().map(entry).collect()
}

pub fn mends<'a>(opened: &'a Opened, found: &'a TurnsOn) -> Vec<MendEntry<'a>> {
    let scores = |mend: Option<&Mend>| ScoresEntry {
        change: mend.map(|mend| mend.change),
        scores: mend
            .into_iter()
            .flat_map(|mend| &mend.scores)
            .map(|score| ScoreEntry {
                criterion: criterion_id(opened, score.criterion),
                from: score.from,
                to: score.to,
            })
            .collect(),
    };
    let entry = |mended: &MendedOption| MendEntry {
        option: option_id(opened, mended.option),
        freely: scores(mended.freely.as_ref()),
        inside: scores(mended.inside.as_ref()),
    };
    found.mends.iter().map(entry).collect()
}

pub fn regret<'a>(opened: &'a Opened, found: &'a TurnsOn) -> Option<RegretEntry<'a>> {
    let regret: &Regret = found.regret.as_ref()?;
    let options = || regret.options.iter().map(|option| option_id(opened, *option));
    let losses = found.teams.iter().zip(&regret.losses);
    Some(RegretEntry {
        loss: losses
            .map(|(team, losses)| (id(team), options().zip(losses.iter().copied()).collect()))
            .collect(),
        worst: options().zip(regret.worst.iter().copied()).collect(),
        least: regret.least.iter().map(|option| option_id(opened, *option)).collect(),
    })
}
