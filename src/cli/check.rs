//! `mizan check`: every error and finding of some files, each with its place.

use std::ffi::OsStr;

use serde::Serialize;

use super::args::{CheckCall, Format};
use super::findings::{self, FindingEntry};
use super::input::open;
use super::located::located;
use super::marking::Marking;
use super::output::{Failure, Report, Status};
use super::texts::Texts;
use super::{Opened, hidden, json};
use crate::evaluation::{Evaluations, all_findings, all_method_findings};
use crate::model::{Fault, FaultClass, Finding};
use crate::store::{SealState, TeamSeal, Unreadable, broken_seals, seals};
use crate::text::{self, command_line};

#[derive(Serialize)]
struct Checked<'a> {
    scenario: Option<&'a str>,
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    marking: &'a str,
    errors: Vec<ErrorEntry>,
    seals: Vec<SealEntry>,
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

#[derive(Serialize)]
struct SealEntry {
    team: String,
    code: String,
    opened: bool,
    /// None while it is sealed.
    holds: Option<bool>,
}

/// A file as the call named it, and what came of reading it.
struct Read {
    file: String,
    outcome: Result<Sound, Unreadable>,
}

/// A scenario without errors, and what is questionable in it.
struct Sound {
    opened: Opened,
    findings: Vec<Finding>,
}

pub fn run(call: &CheckCall) -> Result<Report, Failure> {
    let mut texts = call.texts.as_deref().map(Texts::within).transpose()?;
    let all = call.files.iter().map(|file| read(file, texts.as_mut()));
    let all = all.collect::<Result<Vec<Read>, _>>()?;
    let text = match call.shape.format {
        Format::Table => marking(&all).around(&all.iter().map(told).collect::<String>()),
        Format::Json => {
            all.iter().map(|read| json::line(&checked(read))).collect::<Result<String, _>>()?
        }
        Format::Csv => csv(&all)?,
    };
    let is_faulty = all.iter().any(|read| read.outcome.is_err());
    let status = if is_faulty { Status::Faulty } else { Status::Done };
    Ok(Report { text, status, ..Report::default() })
}

/// Of all files that could be read.
fn marking(all: &[Read]) -> Marking {
    let sound = all.iter().filter_map(|read| read.outcome.as_ref().ok());
    Marking::of_files(sound.map(|sound| &sound.opened))
}

fn read(file: &OsStr, texts: Option<&mut Texts>) -> Result<Read, Failure> {
    let outcome = match open(file) {
        Ok(opened) => Ok(Sound { findings: every_finding(&opened, texts)?, opened }),
        Err(found) => Err(found),
    };
    Ok(Read { file: command_line::name_of(file), outcome })
}

/// Those of the document, of the method that it asks for, of its seals and of its passages.
fn every_finding(opened: &Opened, texts: Option<&mut Texts>) -> Result<Vec<Finding>, Failure> {
    let evaluations = Evaluations::from(&opened.scenario);
    let mut findings = all_findings(&evaluations);
    findings.extend(all_method_findings(&evaluations));
    findings.extend(broken_seals(&opened.scenario));
    if let Some(texts) = texts {
        findings.extend(texts.findings(&opened.scenario)?);
    }
    Ok(hidden::told(&opened.scenario, findings))
}

fn told(Read { file, outcome }: &Read) -> String {
    let (lines, summary): (Vec<String>, String) = match outcome {
        Ok(Sound { opened, findings }) => {
            let summary = command_line::checked(findings.len());
            let seals = seal_lines(opened).into_iter();
            (seals.chain(findings::messages(opened, findings)).collect(), summary)
        }
        Err(found) => {
            let errors = found.faults.iter().map(|fault| located(file, found, fault)).collect();
            (errors, command_line::refused(found.faults.len()))
        }
    };
    let summary = command_line::of_file(file, &summary);
    lines.into_iter().chain([summary]).map(|line| line + "\n").collect()
}

fn checked(Read { file, outcome }: &Read) -> Checked<'_> {
    match outcome {
        Ok(Sound { opened, findings }) => Checked {
            scenario: Some(&opened.scenario.title),
            file,
            marking: &opened.scenario.marking,
            errors: Vec::new(),
            seals: seals(&opened.scenario).into_iter().map(seal_entry).collect(),
            findings: findings::entries(opened, findings),
        },
        Err(found) => Checked {
            scenario: None,
            file,
            marking: "",
            errors: found.faults.iter().map(entry).collect(),
            seals: Vec::new(),
            findings: Vec::new(),
        },
    }
}

fn seal_entry(seal: TeamSeal) -> SealEntry {
    let holds = match seal.state {
        SealState::Sealed => None,
        SealState::Holds => Some(true),
        SealState::Broken => Some(false),
    };
    SealEntry { team: seal.team.to_string(), code: seal.code, opened: holds.is_some(), holds }
}

/// A line for each seal of the document.
fn seal_lines(opened: &Opened) -> Vec<String> {
    let told = opened.for_people();
    let line = |TeamSeal { team, code, state }: TeamSeal| {
        let name = told.team(&team).map_or(team.as_str(), |team| &team.name);
        let sentence = match state {
            SealState::Sealed => command_line::sealed(name, &code),
            SealState::Holds => command_line::seal_holds(name, &code),
            SealState::Broken => command_line::seal_broken(name, &code),
        };
        command_line::of_file(&opened.file, &sentence)
    };
    seals(&opened.scenario).into_iter().map(line).collect()
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

fn csv(all: &[Read]) -> Result<String, Failure> {
    let header = ["file", "place", "path", "line", "column", "message"].map(str::to_owned);
    let number =
        |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut rows = Vec::new();
    for read in all {
        let checked = checked(read);
        let errors =
            checked.errors.into_iter().map(|e| (e.place, e.path, e.line, e.column, e.message));
        let findings =
            checked.findings.into_iter().map(|f| (f.kind, f.path, f.line, None, f.message));
        for (place, path, line, column, message) in errors.chain(findings) {
            rows.push(vec![
                read.file.clone(),
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
