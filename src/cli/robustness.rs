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
use crate::analysis::{Doubt, Watch};
use crate::evaluation::{Evaluation, Simulation, Weighting, Weights, robustness};
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
    findings: Vec<FindingEntry>,
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
        Format::Csv => csv(&opened, &found).map(Report::of),
        Format::Table => {
            let told = opened.for_people();
            let text = shown(&told, &weighting, &simulation, (&evaluation, &found));
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
) -> Result<Acceptability, Failure> {
    let watch = Watch::default();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, usize::from)).build();
    let pool = pool.map_err(|error| Failure::hindered(&command_line::no_threads(&error)))?;
    let work =
        || pool.install(|| robustness(&opened.scenario, weighting, evaluation, simulation, &watch));
    let found = with_progress(|| watch.progress(), work);
    found.ok_or_else(|| Failure::hindered(command_line::CANCELLED))
}

fn told<'a>(
    opened: &'a Opened,
    weighting: &'a Weighting,
    evaluation: &Evaluation,
    simulation: &Simulation,
    found: &Acceptability,
) -> Told<'a> {
    let part = |count: &u64| *count as f64 / found.samples as f64;
    let ids: Vec<&str> =
        found.options.iter().map(|index| json::option_id(opened, *index)).collect();
    let beside = |(place, wins): (usize, &Vec<u64>)| {
        let others = ids
            .iter()
            .copied()
            .zip(wins.iter().map(part))
            .enumerate()
            .filter(move |(other, _)| *other != place);
        others.map(|(_, pair)| pair).collect()
    };
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
        pairwise: ids.iter().copied().zip(found.wins.iter().enumerate().map(beside)).collect(),
        findings: findings::entries(opened, &evaluation.findings),
    }
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
