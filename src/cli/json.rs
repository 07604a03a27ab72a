//! The JSON and CSV that several subcommands share.

use std::error::Error;

use indexmap::IndexMap;
use serde::Serialize;

use super::input::Opened;
use super::output::Failure;
use crate::text::command_line;

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

/// The id of the criterion at an index.
pub fn criterion_id(opened: &Opened, index: usize) -> &str {
    opened.scenario.criteria.get(index).map_or("", |criterion| criterion.id.as_str())
}

/// One object on one line.
pub fn line(object: &impl Serialize) -> Result<String, Failure> {
    let line = serde_json::to_string(object)
        .map_err(|error| Failure::hindered(&command_line::no_text_of("JSON", &error)))?;
    Ok(line + "\n")
}

/// Rows of CSV under a header.
pub fn csv(header: &[String], rows: &[Vec<String>]) -> Result<String, Failure> {
    fn broken(error: &dyn Error) -> Failure {
        Failure::hindered(&command_line::no_text_of("CSV", error))
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        writer.write_record(row).map_err(|error| broken(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(&error))?;
    String::from_utf8(bytes).map_err(|error| broken(&error))
}

/// A number as JSON and CSV write it: the shortest decimal that reads back as it.
pub fn shortest(number: f64) -> String {
    serde_json::to_string(&number).unwrap_or_else(|_| number.to_string())
}
