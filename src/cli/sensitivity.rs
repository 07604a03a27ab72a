//! `mizan sensitivity`: what dominates, how far shares can move, and what never wins.

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, SensitivityCall};
use super::findings::{self, FindingEntry};
use super::input::required;
use super::marking::Marking;
use super::named::{self, Beside};
use super::output::{Failure, Report};
use super::progress::with_progress;
use super::table::{Column, cut, table, wrapped};
use super::{Opened, hidden, json};
use crate::analysis::{CriticalCell, NeverWins, Ranking, Stability, Watch};
use crate::evaluation::{Evaluation, Sensitivity, Turned, Weighting, sensitivity};
use crate::model::{Alternative, Criterion, Scenario};
use crate::text::{self, command_line};

/// So many scores a terminal shows, the nearest.
const MOST_SCORES: usize = 12;

#[derive(Serialize)]
struct Told<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    team: &'a str,
    winner: Option<&'a str>,
    dominance: Vec<[&'a str; 2]>,
    stability: IndexMap<&'a str, StabilityEntry<'a>>,
    flip: Option<FlipEntry<'a>>,
    never_wins: Vec<NeverWinsEntry<'a>>,
    critical: Vec<CriticalEntry<'a>>,
    assumptions: Vec<TurnedEntry<'a>>,
    findings: Vec<FindingEntry>,
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

#[derive(Serialize)]
struct CriticalEntry<'a> {
    option: &'a str,
    criterion: &'a str,
    from: f64,
    to: f64,
    beyond: bool,
    change: f64,
    takes_over: &'a str,
    inside: bool,
    critical: bool,
    grade: Option<String>,
}

#[derive(Serialize)]
struct TurnedEntry<'a> {
    turned: Vec<&'a str>,
    winner: Option<&'a str>,
    points: Option<f64>,
}

pub fn run(call: &SensitivityCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    hidden::may_show([&opened], &call.reveal)?;
    let weighting = named::weighting(&opened, call.team.as_deref(), Beside::Mean)?;
    let evaluation = named::evaluated(&opened, &weighting)?;
    let watch = Watch::default();
    let work = || sensitivity(&opened.scenario, &weighting, &evaluation, &watch);
    let found = with_progress(|| watch.progress(), work)
        .ok_or_else(|| Failure::hindered(command_line::CANCELLED))?;
    match call.shape.format {
        Format::Json => json::line(&told(
            &opened,
            &weighting,
            &found,
            findings::entries(&opened, &evaluation.findings),
        ))
        .map(Report::of),
        Format::Csv => csv(&opened, &found).map(Report::of),
        Format::Table => {
            let text = shown(&opened, &weighting, &evaluation, &found);
            let text = Marking::of_files([&opened]).around(&text);
            Ok(Report::with(text, findings::messages(&opened, &evaluation.findings)))
        }
    }
}

fn told<'a>(
    opened: &'a Opened,
    weighting: &'a Weighting,
    found: &Sensitivity,
    findings: Vec<FindingEntry>,
) -> Told<'a> {
    let option = |index: usize| json::option_id(opened, index);
    Told {
        scenario: &opened.scenario.title,
        file: &opened.file,
        marking: &opened.scenario.marking,
        team: named::word_of(weighting),
        winner: found.winner.map(option),
        dominance: found
            .dominance
            .iter()
            .map(|pair| [option(pair.better), option(pair.worse)])
            .collect(),
        stability: stability(opened, found).collect(),
        flip: found.flip.as_ref().map(|flip| FlipEntry {
            option: option(flip.option),
            points: flip.points,
            shares: json::by_criterion(opened, &flip.shares),
        }),
        never_wins: found.never_wins.iter().map(|never| never_wins(opened, never)).collect(),
        critical: found.critical.iter().map(|cell| critical(opened, cell)).collect(),
        assumptions: found.assumptions.iter().map(|turned| assumptions(opened, turned)).collect(),
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
        criterion: json::criterion_id(opened, cure.criterion),
        from: cure.from,
        to: cure.to,
        shares: json::by_criterion(opened, &cure.shares),
    });
    NeverWinsEntry { option: json::option_id(opened, never.option), margin: never.margin, cure }
}

fn critical<'a>(opened: &'a Opened, cell: &CriticalCell) -> CriticalEntry<'a> {
    CriticalEntry {
        option: json::option_id(opened, cell.option),
        criterion: json::criterion_id(opened, cell.criterion),
        from: cell.from,
        to: cell.to,
        beyond: cell.beyond,
        change: cell.change,
        takes_over: json::option_id(opened, cell.takes_over),
        inside: cell.inside,
        critical: cell.critical,
        grade: cell.grade.map(|grade| grade.to_string()),
    }
}

fn assumptions<'a>(opened: &'a Opened, turned: &Turned) -> TurnedEntry<'a> {
    let assumption = |at: &usize| opened.scenario.assumptions.get(*at);
    TurnedEntry {
        turned: turned
            .assumptions
            .iter()
            .filter_map(assumption)
            .map(|one| one.id.as_str())
            .collect(),
        winner: turned.winner.map(|index| json::option_id(opened, index)),
        points: turned.points,
    }
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
fn shown(
    opened: &Opened,
    weighting: &Weighting,
    evaluation: &Evaluation,
    found: &Sensitivity,
) -> String {
    let ranking = &evaluation.ranking;
    let scenario = &opened.for_people();
    let head = format!(
        "{}\n{}\n",
        cut(&scenario.title),
        cut(&text::weighting_name(
            scenario,
            weighting.team(scenario).map(AsRef::as_ref),
            evaluation.shares.weighed
        ))
    );
    let Some(winner) = found.winner else {
        return format!("{head}\n{}\n", wrapped(&text::firmness(scenario, ranking, found)));
    };
    let rows: Vec<Vec<String>> = scenario
        .criteria
        .iter()
        .zip(&found.stability)
        .map(|(criterion, stability)| stability_row(scenario, criterion, stability))
        .collect();
    let columns = [
        Column::left(command_line::CRITERION),
        Column::right(command_line::SHARE),
        Column::right(command_line::FROM),
        Column::right(command_line::TO),
        Column::left(command_line::BELOW),
        Column::left(command_line::ABOVE),
    ];
    let firm = text::firmness(scenario, ranking, found);
    let stays = text::stays_first(scenario, winner);
    let rest = text::dominated(scenario, &found.dominance)
        .into_iter()
        .chain(text::never_wins(scenario, &found.never_wins))
        .chain(text::turned_assumptions(scenario, found.winner, &found.assumptions));
    let rest: String = rest.map(|sentence| wrapped(&sentence) + "\n").collect();
    let rest = if rest.is_empty() { rest } else { format!("\n{rest}") };
    let scores = critical_table(scenario, ranking, found);
    let stays = format!("{}\n{}", cut(&stays), table(&columns, &rows));
    format!("{head}\n{}\n\n{stays}{rest}{scores}", wrapped(&firm))
}

/// The nearest scores that would turn the result, one at a time, under a sentence that counts them.
fn critical_table(scenario: &Scenario, ranking: &Ranking, found: &Sensitivity) -> String {
    let heading = text::critical_heading(scenario, ranking, &found.critical);
    let row = |cell: &CriticalCell| {
        let (option, criterion) =
            (scenario.options.get(cell.option)?, scenario.criteria.get(cell.criterion)?);
        Some(vec![
            criterion.label().to_owned(),
            option.label().to_owned(),
            text::plain(cell.from),
            text::needed(criterion, cell),
            if cell.inside { command_line::INSIDE } else { text::NOTHING }.to_owned(),
            cell.grade.map_or_else(|| text::NOTHING.to_owned(), |grade| grade.to_string()),
            text::takes_over(scenario, cell),
        ])
    };
    let rows: Vec<Vec<String>> = found.critical.iter().take(MOST_SCORES).filter_map(row).collect();
    if rows.is_empty() {
        return format!("\n{}\n", wrapped(&format!("{heading}.")));
    }
    let columns = [
        Column::left(command_line::CRITERION),
        Column::left(command_line::OPTION),
        Column::right(command_line::NOW),
        Column::left(command_line::NEEDED),
        Column::left(command_line::OWN_RANGE),
        Column::left(command_line::GRADE),
        Column::left(command_line::THEN),
    ];
    let more = found.critical.len().saturating_sub(MOST_SCORES);
    let more = if more == 0 { String::new() } else { text::counts::and_more(more) + "\n" };
    format!("\n{}\n{}{more}", wrapped(&format!("{heading}:")), table(&columns, &rows))
}

fn stability_row(scenario: &Scenario, criterion: &Criterion, found: &Stability) -> Vec<String> {
    let name = |index: Option<usize>| {
        let option = index.and_then(|index| scenario.options.get(index));
        option.map_or(text::NOTHING, Alternative::label).to_owned()
    };
    let interval = found.interval.as_ref();
    let ends = interval.map(|interval| (interval.low, interval.high));
    let [share, low, high] = text::stability(found.share, ends);
    vec![
        criterion.label().to_owned(),
        share,
        low,
        high,
        name(interval.and_then(|interval| interval.below)),
        name(interval.and_then(|interval| interval.above)),
    ]
}
