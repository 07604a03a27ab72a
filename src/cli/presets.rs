//! `mizan presets`: what ships with the program.

use std::path::PathBuf;

use serde::Serialize;

use super::args::{Format, PresetsCall};
use super::input::open;
use super::output::{Failure, Report, unreadable};
use super::table::{Align, table};
use super::{Opened, json};
use crate::evaluation::{Evaluations, all_findings};
use crate::store::{Overwrite, PRESETS, preset, save};

#[derive(Serialize)]
struct Entry<'a> {
    scenario: &'a str,
    file: &'a str,
    question: &'a str,
    options: usize,
    criteria: usize,
    teams: usize,
    findings: Vec<json::FindingEntry>,
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
            open(preset.name).map_err(|found| Failure::faulty(unreadable(preset.name, &found)))
        })
        .collect::<Result<_, _>>()?;
    let entries = opened.iter().map(|opened| Entry {
        scenario: &opened.scenario.title,
        file: &opened.file,
        question: &opened.scenario.question,
        options: opened.scenario.options.len(),
        criteria: opened.scenario.criteria.len(),
        teams: opened.scenario.teams.len(),
        findings: json::findings(opened, &all_findings(&Evaluations::from(&opened.scenario))),
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
            table(
                &[
                    ("preset", Align::Left),
                    ("title", Align::Left),
                    ("options × criteria, teams", Align::Left),
                ],
                &rows,
            )
        }
    };
    Ok(Report::of(text))
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
    format!("{} × {}, {}", entry.options, entry.criteria, entry.teams)
}

fn copy(call: &PresetsCall, name: &str) -> Result<Report, Failure> {
    let Some(found) = preset(name) else {
        let near = crate::model::nearest(name, PRESETS.iter().map(|preset| preset.name));
        let advice = near.map_or_else(
            || "`mizan presets` lists them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(Failure::miscalled(format!("there is no preset `{name}`; {advice}")));
    };
    let target = call.output.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.mizan.ron")));
    let overwrite = if call.force { Overwrite::Allowed } else { Overwrite::Refused };
    match save(&target, found.text, overwrite) {
        Ok(()) => Ok(Report {
            messages: vec![format!("{name} was copied to {}.", target.display())],
            ..Report::default()
        }),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Failure::faulty(format!(
                "{}: it is there already, and was not changed; --force replaces it.",
                target.display()
            )))
        }
        Err(error) => Err(Failure::faulty(format!(
            "{}: it can't be written: {error}. Nothing was changed.",
            target.display()
        ))),
    }
}
