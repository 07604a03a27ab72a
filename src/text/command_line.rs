//! What the command line says, and what stands over its columns.

use std::path::Path;

use super::counts::counted;
use super::{number, one_line};

pub const RANK: &str = "rank";
pub const OPTION: &str = "option";
pub const TOTAL: &str = "total";
pub const ADDS: &str = "adds";
pub const SHARE: &str = "share";
pub const CRITERION: &str = "criterion";
pub const REASON: &str = "reason";
pub const FROM: &str = "from";
pub const TO: &str = "to";
pub const BELOW: &str = "below it";
pub const ABOVE: &str = "above it";
pub const TEAM: &str = "team";
pub const FIRST: &str = "first";
pub const THEN: &str = "then";
pub const PLACES_IN_20: &str = "places in 20 weightings";
pub const LATER: &str = "later";
pub const CONFIDENCE: &str = "confidence";
pub const PRESET: &str = "preset";
pub const TITLE: &str = "title";
pub const SIZE: &str = "options × criteria, teams";
/// What the totals of the methods beside the weighted sum are called, and their parts.
pub const PRODUCT: &str = "product";
pub const CLOSENESS: &str = "closeness";
pub const VIKOR: [&str; 3] = ["Q", "S", "R"];
pub const PROMETHEE: [&str; 3] = ["φ", "φ+", "φ−"];
/// Stands for a place that no weighting gives.
pub const NEVER: &str = "·";

pub const DOCUMENTS_ALIKE: &str = "The two are alike.";
pub const CANCELLED: &str = "the simulation was cancelled.";
pub const NO_FILE: &str = "a file is needed";
pub const WIDEN_WITHOUT_SPREAD: &str =
    "`--widen` draws scores, which `--spread none` forbids: leave one of the two out";

/// A message that is about no file.
pub fn of_program(message: &str) -> String {
    format!("mizan: {message}")
}

/// A message about a file, or about a place in one.
pub fn of_file(file: &str, message: &str) -> String {
    format!("{file}: {message}")
}

pub fn unwritten_result(error: &dyn std::error::Error) -> String {
    format!("the result can't be written: {error}.")
}

pub fn not_opened(file: &str) -> String {
    format!("{} was not opened; nothing was changed.", one_line(file))
}

/// Why there is no text in a machine's format.
pub fn no_text_of(format: &str, error: &dyn std::error::Error) -> String {
    format!("no {format} can be made: {error}.")
}

pub fn no_threads(error: &dyn std::error::Error) -> String {
    format!("the threads can't be started: {error}.")
}

pub fn is_preset_meant(name: &str) -> String {
    format!("did you mean the preset `{name}`?")
}

/// The nearest of the words that are known, or all of them.
pub fn advice(near: Option<&str>, known: &[&str]) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are {}", known.join(", ")),
    }
}

pub fn no_method(word: &str, advice: &str) -> String {
    format!("there is no method `{word}`; {advice}")
}

pub fn no_team(id: &str, advice: &str) -> String {
    format!("there is no team `{id}`; {advice}")
}

pub const NO_TEAMS: &str = "the scenario has no teams";

pub fn no_weightings(word: &str, advice: &str) -> String {
    format!("there are no weightings `{word}`; {advice}")
}

pub const IS_MARGIN_MEANT: &str = "did you mean `margin=P`, with P points of 100?";

pub fn no_margin(points: &str) -> String {
    format!("a margin is a number of points above 0, up to 100, and not `{points}`")
}

pub fn no_preset(name: &str, near: Option<&str>) -> String {
    let advice = near
        .map_or_else(|| "`mizan presets` lists them".to_owned(), |near| advice(Some(near), &[]));
    format!("there is no preset `{name}`; {advice}")
}

pub fn copied(name: &str, target: &Path) -> String {
    format!("{name} was copied to {}.", target.display())
}

pub const THERE_ALREADY: &str = "it is there already, and was not changed; --force replaces it.";

pub fn unwritable(error: &dyn std::error::Error) -> String {
    format!("it can't be written: {error}. Nothing was changed.")
}

/// `4 × 6, 3`.
pub fn size(options: usize, criteria: usize, teams: usize) -> String {
    format!("{options} × {criteria}, {teams}")
}

/// A file without errors.
pub fn checked(findings: usize) -> String {
    format!("no errors, {}", none_or_counted(findings, "finding"))
}

pub fn refused(errors: usize) -> String {
    format!("{}; the file was not changed", none_or_counted(errors, "error"))
}

fn none_or_counted(count: usize, what: &str) -> String {
    if count == 0 { format!("no {what}s") } else { counted(count, what) }
}

/// Why teams can't stand beside those of another file.
pub fn other_questions(first: &str) -> String {
    format!(
        "has other options, criteria, groups or scales, or scores other cells, so its teams can't \
         stand beside those of {first}. Compare the two with `mizan diff`."
    )
}

pub fn not_scored(criteria: &[&str]) -> String {
    format!("not scored: {}", number::list(criteria))
}

pub fn misses(criteria: &[&str]) -> String {
    format!("misses: {}", number::list(criteria))
}

/// A weighting, ranked by a method.
pub fn ranked_by(weighting: &str, method: &str) -> String {
    format!("{weighting}, by {method}")
}

pub fn compromise(options: &[String]) -> String {
    format!("Compromise: {}", number::list(options))
}

/// Those that a table has no room for.
pub fn more_options(count: usize) -> String {
    format!("… and {} more; --format csv has them all", counted(count, "option"))
}

/// A share as a whole per cent.
pub fn percent(share: u32) -> String {
    format!("{share} %")
}

/// A part of one with a decimal of a per cent.
pub fn percent_of(part: f64) -> String {
    format!("{:.1} %", 100.0 * part)
}

/// A part of one as a rounded per cent.
pub fn whole_percent_of(part: f64) -> String {
    format!("{:.0} %", 100.0 * part)
}

/// Whose shares are shown, and how they were judged.
pub fn weighed_by(scenario: &str, team: &str, way: &str) -> String {
    format!("{scenario}: {team}, {way}")
}

/// Options that share a place.
pub fn level(options: &[&str]) -> String {
    options.join(" = ")
}

/// Places, the best first.
pub fn in_order(places: &[String]) -> String {
    places.join(" > ")
}
