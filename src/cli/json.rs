//! The JSON that several subcommands share.

use indexmap::IndexMap;
use serde::Serialize;

use super::input::Opened;
use super::output::Failure;
use crate::evaluation::Weighting;
use crate::model::Finding;
use crate::text;

#[derive(Serialize)]
pub struct FindingEntry {
    pub kind: &'static str,
    pub path: Option<String>,
    pub line: Option<usize>,
    pub message: String,
}

/// Findings as every object lists them.
pub fn findings(opened: &Opened, findings: &[Finding]) -> Vec<FindingEntry> {
    let places = opened.places(findings.iter().map(|finding| finding.path.as_ref()));
    let entry = |(finding, place): (&Finding, Option<crate::model::Place>)| FindingEntry {
        kind: finding.kind.word(),
        path: finding.path.as_ref().map(ToString::to_string),
        line: place.map(|place| place.line),
        message: text::finding(&opened.scenario, finding),
    };
    findings.iter().zip(places).map(entry).collect()
}

/// Numbers by criterion, in document order.
pub fn by_criterion<'a>(opened: &'a Opened, numbers: &[f64]) -> IndexMap<&'a str, f64> {
    opened
        .scenario
        .criteria
        .iter()
        .map(|criterion| criterion.id.as_str())
        .zip(numbers.iter().copied())
        .collect()
}

/// The id of the option at an index.
pub fn option_id(opened: &Opened, index: usize) -> &str {
    opened.scenario.options.get(index).map_or("", |option| option.id.as_str())
}

/// What `--team` calls a weighting.
pub fn weighting_id(weighting: &Weighting) -> &str {
    match weighting {
        Weighting::Mean => "mean",
        Weighting::Team(id) => id.as_str(),
    }
}

/// One object on one line.
pub fn line(object: &impl Serialize) -> Result<String, Failure> {
    let line = serde_json::to_string(object)
        .map_err(|error| Failure::faulty(format!("mizan: no JSON can be made: {error}.")))?;
    Ok(line + "\n")
}

/// Rows of CSV under a header.
pub fn csv(header: &[String], rows: &[Vec<String>]) -> Result<String, Failure> {
    let broken = |error: String| Failure::faulty(format!("mizan: no CSV can be made: {error}."));
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        writer.write_record(row).map_err(|error| broken(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

/// A number as JSON and CSV write it: the shortest decimal that reads back as it.
pub fn shortest(number: f64) -> String {
    serde_json::to_string(&number).unwrap_or_else(|_| number.to_string())
}
