//! `mizan robustness`: how often each option holds each rank over many weightings, and over the
//! scores that there could be.

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, RobustnessCall, SpreadWord};
use super::findings::{self, FindingEntry};
use super::input::required;
use super::marking::Marking;
use super::named::{self, Beside};
use super::output::{Failure, Report};
use super::progress::with_progress;
use super::robustness_table::shown;
use super::{Opened, hidden, json};
use crate::analysis::simulation::{Acceptability, Draws, Spread};
use crate::analysis::{Doubt, Odds, Watch};
use crate::evaluation::{Evaluation, Simulation, Weighting, Weights, exact_odds, robustness};
use crate::model::nearest;
use crate::text::command_line;

#[derive(Serialize)]
struct Told<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    team: &'a str,
    weights: String,
    spread: &'static str,
    widen: bool,
    samples: u64,
    seed: u64,
    acceptability: IndexMap<&'a str, Vec<f64>>,
    central_weights: IndexMap<&'a str, Option<IndexMap<&'a str, f64>>>,
    confidence: IndexMap<&'a str, Option<f64>>,
    pairwise: IndexMap<&'a str, IndexMap<&'a str, f64>>,
    odds: Option<OddsEntry<'a>>,
    findings: Vec<FindingEntry>,
}

#[derive(Serialize)]
struct OddsEntry<'a> {
    first: Option<IndexMap<&'a str, f64>>,
    pairs: IndexMap<&'a str, IndexMap<&'a str, f64>>,
}

/// What was drawn, and what is known without drawing.
struct Found {
    drawn: Acceptability,
    odds: Option<Odds>,
}

pub fn run(call: &RobustnessCall) -> Result<Report, Failure> {
    let simulation = simulation(call)?;
    let opened = required(&call.file)?;
    hidden::may_show([&opened], &call.reveal)?;
    let weighting = named::weighting(&opened, call.team.as_deref(), Beside::Mean)?;
    let evaluation = named::evaluated(&opened, &weighting)?;
    let found = simulated(&opened, &weighting, &evaluation, &simulation, call.threads)?;
    match call.shape.format {
        Format::Json => {
            json::line(&told(&opened, &weighting, &evaluation, &simulation, &found)).map(Report::of)
        }
        Format::Csv => csv(&opened, &found.drawn).map(Report::of),
        Format::Table => {
            let told = opened.for_people();
            let found = (&evaluation, &found.drawn, found.odds.as_ref());
            let text = shown(&told, &weighting, &simulation, found);
            let text = Marking::of_files([&opened]).around(&text);
            Ok(Report::with(text, findings::messages(&opened, &evaluation.findings)))
        }
    }
}

/// What the words of the call ask for.
fn simulation(call: &RobustnessCall) -> Result<Simulation, Failure> {
    let spread = match call.spread {
        SpreadWord::Triangular => Spread::Triangular,
        SpreadWord::Uniform => Spread::Uniform,
        SpreadWord::None => Spread::None,
    };
    let doubt = match (call.widen, spread) {
        (false, _) => Doubt::AsGiven,
        (true, Spread::None) => {
            return Err(Failure::miscalled(command_line::WIDEN_WITHOUT_SPREAD));
        }
        (true, _) => Doubt::Widened,
    };
    Ok(Simulation {
        weights: weights(&call.weights)?,
        spread,
        doubt,
        draws: Draws { samples: call.samples, seed: call.seed },
    })
}

fn weights(word: &str) -> Result<Weights, Failure> {
    if let Some(points) = word.strip_prefix("margin=") {
        let number = points.parse::<f64>().ok().filter(|number| *number > 0.0 && *number <= 100.0);
        let refused = || Failure::miscalled(&command_line::no_margin(points));
        return number.map(Weights::Margin).ok_or_else(refused);
    }
    match word {
        "any" => Ok(Weights::Any),
        "order" => Ok(Weights::Order),
        "teams" => Ok(Weights::Teams),
        _ => Err(unknown_weights(word)),
    }
}

fn unknown_weights(word: &str) -> Failure {
    let head = word.split('=').next().unwrap_or(word);
    let advice = match nearest(head, ["any", "order", "margin", "teams"]).as_deref() {
        Some("margin") => command_line::IS_MARGIN_MEANT.to_owned(),
        near => command_line::advice(near, &["any", "order", "margin=P", "teams"]),
    };
    Failure::miscalled(&command_line::no_weightings(word, &advice))
}

fn simulated(
    opened: &Opened,
    weighting: &Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
    threads: Option<u16>,
) -> Result<Found, Failure> {
    let watch = Watch::default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, usize::from)).build();
    let pool = pool.map_err(|error| Failure::hindered(&command_line::no_threads(&error)))?;
    let scenario = &opened.scenario;
    let work = || {
        let drawn = robustness(scenario, weighting, evaluation, simulation, &watch)?;
        let odds = exact_odds(scenario, weighting, evaluation, simulation, &watch);
        Some(Found { drawn, odds })
    };
    let found = with_progress(|| watch.progress(), || pool.install(work));
    found.ok_or_else(|| Failure::hindered(command_line::CANCELLED))
}

fn told<'a>(
    opened: &'a Opened,
    weighting: &'a Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
    Found { drawn: found, odds }: &Found,
) -> Told<'a> {
    let part = |count: &u64| *count as f64 / found.samples as f64;
    let ids: Vec<&str> =
        found.options.iter().map(|index| json::option_id(opened, *index)).collect();
    let parts = found.wins.iter().map(|wins| wins.iter().map(part).collect());
    Told {
        scenario: &opened.scenario.title,
        file: &opened.file,
        marking: &opened.scenario.marking,
        team: named::word_of(weighting),
        weights: match simulation.weights {
            Weights::Any => "any".to_owned(),
            Weights::Order => "order".to_owned(),
            Weights::Margin(points) => format!("margin={points}"),
            Weights::Teams => "teams".to_owned(),
        },
        spread: match simulation.spread {
            Spread::None => "none",
            Spread::Triangular => "triangular",
            Spread::Uniform => "uniform",
        },
        widen: simulation.doubt == Doubt::Widened,
        samples: found.samples,
        seed: simulation.draws.seed,
        acceptability: ids
            .iter()
            .copied()
            .zip(found.ranks.iter().map(|ranks| ranks.iter().map(part).collect()))
            .collect(),
        central_weights: {
            let weights = found
                .central_weights
                .iter()
                .map(|weights| weights.as_ref().map(|weights| json::by_criterion(opened, weights)));
            ids.iter().copied().zip(weights).collect()
        },
        confidence: ids.iter().copied().zip(found.confidence.iter().copied()).collect(),
        pairwise: by_pair(&ids, parts),
        odds: odds.as_ref().map(|odds| OddsEntry {
            first: odds.first.as_ref().map(|first| by_option(&ids, first)),
            pairs: by_pair(&ids, odds.pairs.iter().cloned()),
        }),
        findings: findings::entries(opened, &evaluation.findings),
    }
}

fn by_option<'a>(ids: &[&'a str], parts: &[f64]) -> IndexMap<&'a str, f64> {
    ids.iter().copied().zip(parts.iter().copied()).collect()
}

/// For each option its part against each other, none beside itself.
fn by_pair<'a>(
    ids: &[&'a str],
    rows: impl Iterator<Item = Vec<f64>>,
) -> IndexMap<&'a str, IndexMap<&'a str, f64>> {
    let beside = |(id, row): (&&'a str, Vec<f64>)| {
        let mut others = by_option(ids, &row);
        others.shift_remove(id);
        (*id, others)
    };
    ids.iter().zip(rows).map(beside).collect()
}

fn csv(opened: &Opened, found: &Acceptability) -> Result<String, Failure> {
    let ranks = (1..=found.options.len()).map(|rank| format!("acceptability.{rank}"));
    let header: Vec<String> = std::iter::once("option".to_owned()).chain(ranks).collect();
    let row = |(index, ranks): (&usize, &Vec<u64>)| {
        let parts = ranks.iter().map(|count| json::shortest(*count as f64 / found.samples as f64));
        std::iter::once(json::option_id(opened, *index).to_owned()).chain(parts).collect()
    };
    json::csv(
        &header,
        &found.options.iter().zip(&found.ranks).map(row).collect::<Vec<Vec<String>>>(),
    )
}
