//! `mizan diff`: what differs between two scenarios, as a person would say it.

use serde::Serialize;

use super::args::{DiffCall, Format};
use super::input::required;
use super::json;
use super::marking::Marking;
use super::output::{Failure, Report, Status};
use super::table::wrapped;
use crate::evaluation::{Difference, Evaluations, compare_documents};
use crate::text::{self, Sides, command_line};

#[derive(Serialize)]
struct Compared<'a> {
    files: [&'a str; 2],
    /// Of both.
    #[serde(skip_serializing_if = "String::is_empty")]
    marking: String,
    differences: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    kind: &'static str,
    message: String,
}

/// Ends with 1 where the two differ.
pub fn run(call: &DiffCall) -> Result<Report, Failure> {
    let (left, right) = (required(&call.left)?, required(&call.right)?);
    let [before, after] = [&left, &right].map(|opened| Evaluations::from(&opened.scenario));
    let found = compare_documents(&before, &after);
    let documents = match call.shape.format {
        Format::Table => [left.for_people(), right.for_people()],
        Format::Csv | Format::Json => [left.for_programs(), right.for_programs()],
    };
    let names = [&left, &right].map(|opened| command_line::shown_name(&opened.file));
    let sides =
        Sides { names: names.each_ref().map(String::as_str), documents: documents.each_ref() };
    let entry = |difference: &Difference| Entry {
        kind: kind(difference),
        message: text::one_line(&text::difference(sides, difference)),
    };
    let differences: Vec<Entry> = found.iter().map(entry).collect();
    let status = if found.is_empty() { Status::Done } else { Status::Faulty };
    let marking = Marking::of_files([&left, &right]);
    let text = match call.shape.format {
        Format::Json => {
            let (files, marking) = ([left.file.as_str(), &right.file], marking.joined());
            json::line(&Compared { files, marking, differences })?
        }
        Format::Csv => {
            let rows: Vec<Vec<String>> = differences
                .into_iter()
                .map(|entry| vec![entry.kind.to_owned(), entry.message])
                .collect();
            json::csv(&["kind".to_owned(), "message".to_owned()], &rows)?
        }
        Format::Table => marking.around(&table(&differences)),
    };
    Ok(Report { text, messages: Vec::new(), status })
}

fn table(differences: &[Entry]) -> String {
    match differences {
        [] => command_line::DOCUMENTS_ALIKE.to_owned() + "\n",
        some => some.iter().map(|entry| wrapped(&entry.message) + "\n").collect(),
    }
}

fn kind(difference: &Difference) -> &'static str {
    match difference {
        Difference::Text(..) => "text",
        Difference::Method(_) => "method",
        Difference::Baseline(_) => "baseline",
        Difference::Only(..) => "only",
        Difference::Field { .. } => "field",
        Difference::Order(_) => "order",
        Difference::Share { .. } => "share",
        Difference::Weights { .. } => "weights",
        Difference::Reason { .. } => "reason",
        Difference::GutRanking { .. } => "gut-ranking",
        Difference::Seal { .. } => "seal",
        Difference::Score { .. } => "score",
        Difference::Ground { .. } => "ground",
        Difference::Decided(_) | Difference::Decision(..) => "decision",
        Difference::OnlyRound(..) | Difference::Round(_) | Difference::RoundOrder => "round",
        Difference::Ballot(_) => "ballot",
        Difference::Workshop(_) => "workshop",
    }
}
