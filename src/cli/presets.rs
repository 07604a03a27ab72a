//! `mizan presets`: what ships with the program.

use std::path::PathBuf;

use serde::Serialize;

use super::args::{Format, PresetsCall};
use super::findings::{self, FindingEntry};
use super::input::open;
use super::located::unreadable;
use super::marking::Marking;
use super::output::{Failure, Report};
use super::table::{Column, table};
use super::written::{self, Over};
use super::{Opened, hidden, json};
use crate::evaluation::{Evaluations, all_findings};
use crate::model::{Finding, Scenario, nearest};
use crate::store::{PRESETS, preset};
use crate::text::command_line;

#[derive(Serialize)]
struct Entry<'a> {
    scenario: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    question: &'a str,
    options: usize,
    criteria: usize,
    teams: usize,
    findings: Vec<FindingEntry>,
}

pub fn run(call: &PresetsCall) -> Result<Report, Failure> {
    match &call.copy {
        Some(name) => copy(call, name),
        None => list(call.shape.format),
    }
}

fn list(format: Format) -> Result<Report, Failure> {
    let opened: Vec<Opened> = PRESETS
        .iter()
        .map(|preset| {
            open(preset.name.as_ref())
                .map_err(|found| Failure::faulty(unreadable(preset.name, &found)))
        })
        .collect::<Result<_, _>>()?;
    let entries = opened.iter().map(|opened| Entry {
        scenario: &opened.scenario.title,
        file: &opened.file,
        marking: &opened.scenario.marking,
        question: &opened.scenario.question,
        options: opened.scenario.options.len(),
        criteria: opened.scenario.criteria.len(),
        teams: opened.scenario.teams.len(),
        findings: findings::entries(opened, &found(&opened.scenario)),
    });
    let text = match format {
        Format::Json => entries.map(|entry| json::line(&entry)).collect::<Result<String, _>>()?,
        Format::Csv => {
            let header =
                ["file", "scenario", "question", "options", "criteria", "teams"].map(str::to_owned);
            json::csv(&header, &entries.map(|entry| row(&entry)).collect::<Vec<_>>())?
        }
        Format::Table => {
            let rows: Vec<Vec<String>> = entries
                .map(|entry| vec![entry.file.to_owned(), entry.scenario.to_owned(), size(&entry)])
                .collect();
            let columns = [command_line::PRESET, command_line::TITLE, command_line::SIZE];
            Marking::of_files(&opened).around(&table(&columns.map(Column::left), &rows))
        }
    };
    Ok(Report::of(text))
}

fn found(scenario: &Scenario) -> Vec<Finding> {
    hidden::told(scenario, all_findings(&Evaluations::from(scenario)))
}

fn row(entry: &Entry) -> Vec<String> {
    let counts = [entry.options, entry.criteria, entry.teams].map(|count| count.to_string());
    [entry.file, entry.scenario, entry.question]
        .map(str::to_owned)
        .into_iter()
        .chain(counts)
        .collect()
}

fn size(entry: &Entry) -> String {
    command_line::size(entry.options, entry.criteria, entry.teams)
}

fn copy(call: &PresetsCall, name: &str) -> Result<Report, Failure> {
    let Some(found) = preset(name) else {
        let near = nearest(name, PRESETS.iter().map(|preset| preset.name));
        return Err(Failure::miscalled(&command_line::no_preset(name, near.as_deref())));
    };
    let target = call.output.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.mizan.ron")));
    written::write_text(found.text, &target, Over::of(call.force))?;
    Ok(Report::with(String::new(), vec![command_line::copied(name, &target)]))
}
