//! `mizan check`: every error and finding of some files, each with its place.

use serde::Serialize;

use super::args::{CheckCall, Format};
use super::findings::{self, FindingEntry};
use super::input::open;
use super::located::located;
use super::output::{Failure, Report, Status};
use super::{Opened, json};
use crate::evaluation::{Evaluations, all_findings, all_method_findings};
use crate::model::{Fault, FaultClass, Finding};
use crate::store::Unreadable;
use crate::text::{self, command_line};

#[derive(Serialize)]
struct Checked<'a> {
    scenario: Option<&'a str>,
    file: &'a str,
    errors: Vec<ErrorEntry>,
    findings: Vec<FindingEntry>,
}

#[derive(Serialize)]
struct ErrorEntry {
    place: &'static str,
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

pub fn run(call: &CheckCall) -> Result<Report, Failure> {
    let outcomes: Vec<(String, Result<Opened, Unreadable>)> =
        call.files.iter().map(|file| (command_line::name_of(file), open(file))).collect();
    let text = match call.shape.format {
        Format::Table => outcomes.iter().map(|(file, outcome)| told(file, outcome)).collect(),
        Format::Json => outcomes
            .iter()
            .map(|(file, outcome)| json::line(&checked(file, outcome)))
            .collect::<Result<String, _>>()?,
        Format::Csv => csv(&outcomes)?,
    };
    let is_faulty = outcomes.iter().any(|(_, outcome)| outcome.is_err());
    let status = if is_faulty { Status::Faulty } else { Status::Done };
    Ok(Report { text, status, ..Report::default() })
}

/// Those of the document, and those of the method that it asks for.
fn every_finding(opened: &Opened) -> Vec<Finding> {
    let evaluations = Evaluations::from(&opened.scenario);
    let mut findings = all_findings(&evaluations);
    findings.extend(all_method_findings(&evaluations));
    findings
}

fn told(file: &str, outcome: &Result<Opened, Unreadable>) -> String {
    let (lines, summary): (Vec<String>, String) = match outcome {
        Ok(opened) => {
            let found = findings::messages(opened, &every_finding(opened));
            let summary = command_line::checked(found.len());
            (found, summary)
        }
        Err(found) => {
            let errors = found.faults.iter().map(|fault| located(file, found, fault)).collect();
            (errors, command_line::refused(found.faults.len()))
        }
    };
    let summary = command_line::of_file(file, &summary);
    lines.into_iter().chain([summary]).map(|line| line + "\n").collect()
}

fn checked<'a>(file: &'a str, outcome: &'a Result<Opened, Unreadable>) -> Checked<'a> {
    match outcome {
        Ok(opened) => {
            let findings = findings::entries(opened, &every_finding(opened));
            Checked { scenario: Some(&opened.scenario.title), file, errors: Vec::new(), findings }
        }
        Err(found) => Checked {
            scenario: None,
            file,
            errors: found.faults.iter().map(entry).collect(),
            findings: Vec::new(),
        },
    }
}

fn entry(fault: &Fault) -> ErrorEntry {
    let place = match fault.class() {
        FaultClass::File => "file",
        FaultClass::Limit => "limit",
        FaultClass::Syntax => "syntax",
        FaultClass::Type => "type",
        FaultClass::Meaning => "meaning",
    };
    ErrorEntry {
        place,
        path: fault.path.as_ref().map(ToString::to_string),
        line: fault.at.map(|at| at.line),
        column: fault.at.and_then(|at| at.column),
        message: text::fault(fault),
    }
}

fn csv(outcomes: &[(String, Result<Opened, Unreadable>)]) -> Result<String, Failure> {
    let header = ["file", "place", "path", "line", "column", "message"].map(str::to_owned);
    let number =
        |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut rows = Vec::new();
    for (file, outcome) in outcomes {
        let checked = checked(file, outcome);
        let errors =
            checked.errors.into_iter().map(|e| (e.place, e.path, e.line, e.column, e.message));
        let findings =
            checked.findings.into_iter().map(|f| (f.kind, f.path, f.line, None, f.message));
        for (place, path, line, column, message) in errors.chain(findings) {
            rows.push(vec![
                file.clone(),
                place.to_owned(),
                path.unwrap_or_default(),
                number(line),
                number(column),
                message,
            ]);
        }
    }
    json::csv(&header, &rows)
}
