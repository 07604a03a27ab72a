//! `mizan sensitivity`: what dominates, how far shares can move, and what never wins.

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, SensitivityCall};
use super::input::required;
use super::output::{Failure, Report, finding_messages};
use super::rank::{evaluated, weighting_named};
use super::table::{Align, cut, table, wrapped};
use super::{Opened, json};
use crate::analysis::{NeverWins, Stability};
use crate::evaluation::{Sensitivity, Weighting, sensitivity};
use crate::model::{Alternative, Criterion};
use crate::text;

#[derive(Serialize)]
struct Told<'a> {
    scenario: &'a str,
    file: &'a str,
    team: &'a str,
    winner: Option<&'a str>,
    dominance: Vec<[&'a str; 2]>,
    stability: IndexMap<&'a str, StabilityEntry<'a>>,
    flip: Option<FlipEntry<'a>>,
    never_wins: Vec<NeverWinsEntry<'a>>,
    findings: Vec<json::FindingEntry>,
}

#[derive(Serialize)]
struct StabilityEntry<'a> {
    share: f64,
    low: Option<f64>,
    high: Option<f64>,
    below: Option<&'a str>,
    above: Option<&'a str>,
}

#[derive(Serialize)]
struct FlipEntry<'a> {
    option: &'a str,
    points: f64,
    shares: IndexMap<&'a str, f64>,
}

#[derive(Serialize)]
struct NeverWinsEntry<'a> {
    option: &'a str,
    margin: f64,
    cure: Option<CureEntry<'a>>,
}

#[derive(Serialize)]
struct CureEntry<'a> {
    criterion: &'a str,
    from: f64,
    to: f64,
    shares: IndexMap<&'a str, f64>,
}

pub fn run(call: &SensitivityCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    let weighting = weighting_named(&opened, call.team.as_deref(), &["mean"])?;
    let evaluation = evaluated(&opened, &weighting)?;
    let found = sensitivity(&opened.scenario, &weighting, &evaluation);
    match call.shape.format {
        Format::Json => json::line(&told(
            &opened,
            &weighting,
            &found,
            json::findings(&opened, &evaluation.findings),
        ))
        .map(Report::of),
        Format::Csv => csv(&opened, &found).map(Report::of),
        Format::Table => {
            let text = shown(&opened, &weighting, &found);
            Ok(Report {
                text,
                messages: finding_messages(&opened, &evaluation.findings),
                status: 0,
            })
        }
    }
}

fn told<'a>(
    opened: &'a Opened,
    weighting: &'a Weighting,
    found: &Sensitivity,
    findings: Vec<json::FindingEntry>,
) -> Told<'a> {
    let option = |index: usize| json::option_id(opened, index);
    Told {
        scenario: &opened.scenario.title,
        file: &opened.file,
        team: json::weighting_id(weighting),
        winner: found.winner.map(option),
        dominance: found.dominance.iter().map(|(a, b)| [option(*a), option(*b)]).collect(),
        stability: stability(opened, found).collect(),
        flip: found.flip.as_ref().map(|flip| FlipEntry {
            option: option(flip.option),
            points: flip.points,
            shares: json::by_criterion(opened, &flip.shares),
        }),
        never_wins: found.never_wins.iter().map(|never| never_wins(opened, never)).collect(),
        findings,
    }
}

fn stability<'a>(
    opened: &'a Opened,
    found: &Sensitivity,
) -> impl Iterator<Item = (&'a str, StabilityEntry<'a>)> {
    let entry = |Stability { share, interval }: &Stability| {
        let option = |index: Option<usize>| index.map(|index| json::option_id(opened, index));
        let interval = interval.as_ref();
        StabilityEntry {
            share: *share,
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
            below: option(interval.and_then(|interval| interval.below)),
            above: option(interval.and_then(|interval| interval.above)),
        }
    };
    opened
        .scenario
        .criteria
        .iter()
        .map(|criterion| criterion.id.as_str())
        .zip(found.stability.iter().map(entry))
}

fn never_wins<'a>(opened: &'a Opened, never: &NeverWins) -> NeverWinsEntry<'a> {
    let cure = never.cure.as_ref().map(|cure| CureEntry {
        criterion: opened
            .scenario
            .criteria
            .get(cure.criterion)
            .map_or("", |criterion| criterion.id.as_str()),
        from: cure.from,
        to: cure.to,
        shares: json::by_criterion(opened, &cure.shares),
    });
    NeverWinsEntry { option: json::option_id(opened, never.option), margin: never.margin, cure }
}

fn csv(opened: &Opened, found: &Sensitivity) -> Result<String, Failure> {
    let header = ["criterion", "share", "low", "high", "below", "above"].map(str::to_owned);
    let number = |number: Option<f64>| number.map(json::shortest).unwrap_or_default();
    let row = |(criterion, entry): (&str, StabilityEntry)| {
        let who = [entry.below, entry.above].map(|option| option.unwrap_or_default().to_owned());
        [criterion.to_owned(), json::shortest(entry.share), number(entry.low), number(entry.high)]
            .into_iter()
            .chain(who)
            .collect()
    };
    json::csv(&header, &stability(opened, found).map(row).collect::<Vec<Vec<String>>>())
}

/// Sentences, with the intervals as a table between them.
fn shown(opened: &Opened, weighting: &Weighting, found: &Sensitivity) -> String {
    let scenario = &opened.scenario;
    let head = format!(
        "{}\n{}\n",
        cut(&scenario.title),
        cut(&text::weighting_name(scenario, weighting.team(scenario).map(AsRef::as_ref)))
    );
    let Some(winner) = found.winner else {
        return format!("{head}\n{}\n", text::page::NOTHING_TO_RANK);
    };
    let percent = |share: f64| format!("{:.1} %", 100.0 * share);
    let name = |index: Option<usize>| {
        index
            .and_then(|index| scenario.options.get(index))
            .map_or("–", Alternative::label)
            .to_owned()
    };
    let row = |(criterion, stability): (&Criterion, &Stability)| {
        let (range, below, above) = match &stability.interval {
            Some(interval) => (
                [interval.low, interval.high].map(percent),
                name(interval.below),
                name(interval.above),
            ),
            None => (["–", "–"].map(str::to_owned), name(None), name(None)),
        };
        let [low, high] = range;
        vec![criterion.label().to_owned(), percent(stability.share), low, high, below, above]
    };
    let rows: Vec<Vec<String>> = scenario.criteria.iter().zip(&found.stability).map(row).collect();
    let columns = [
        ("criterion", Align::Left),
        ("share", Align::Right),
        ("from", Align::Right),
        ("to", Align::Right),
        ("below it", Align::Left),
        ("above it", Align::Left),
    ];
    let firm = text::firmness(scenario, found);
    let stays = text::stays_first(scenario, winner);
    let rest = text::dominated(scenario, &found.dominance)
        .into_iter()
        .chain(text::never_wins(scenario, &found.never_wins));
    let rest: String = rest.map(|sentence| wrapped(&sentence) + "\n").collect();
    let rest = if rest.is_empty() { rest } else { format!("\n{rest}") };
    format!("{head}\n{}\n\n{}\n{}{rest}", wrapped(&firm), cut(&stays), table(&columns, &rows))
}
