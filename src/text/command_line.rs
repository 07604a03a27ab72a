//! What the command line says, and what stands over its columns.

use std::ffi::OsStr;
use std::path::Path;
use std::str::Utf8Chunk;

use super::counts::counted;
use super::{number, saving};
use crate::model::{Obstacle, turns_direction};

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
pub const NOW: &str = "now";
pub const NEEDED: &str = "needed";
pub const OWN_RANGE: &str = "own range";
pub const INSIDE: &str = "inside";
pub const GRADE: &str = "grade";
pub const MOVES: &str = "moves";
pub const TEAM: &str = "team";
pub const FIRST: &str = "first";
pub const THEN: &str = super::firm::THEN;
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
/// Of whatever takes long.
pub const CANCELLED: &str = "cancelled before it was done.";
pub const NO_FILE: &str = "a file is needed";
pub const WIDEN_WITHOUT_SPREAD: &str =
    "`--widen` draws scores, which `--spread none` forbids: leave one of the two out";

pub const TOTALS_HIDDEN: &str = "its workshop hides totals until they are shown, and with them ranks, \
                                 winners and agreement; `--reveal` answers all the same.";
pub const NO_FOLDER_OF_TEXTS: &str =
    "this is no folder; `--texts` takes the one that holds the sources' texts.";

/// A message that is about no file; words of the call in it are shown as a file's name is.
pub fn of_program(message: &str) -> String {
    format!("mizan: {}", shown_name(message))
}

/// A message about a file, or about a place in one.
pub fn of_file(file: &str, message: &str) -> String {
    format!("{}: {message}", shown_name(file))
}

/// A file's name as it may be shown: what could move a terminal's cursor or turn its line is
/// written as an escape, so that the name can be told from others.
pub fn shown_name(file: &str) -> String {
    let shown = |c: char| -> String {
        if c.is_control() || turns_direction(c) { c.escape_default().collect() } else { c.into() }
    };
    file.chars().map(shown).collect()
}

/// The name that the system knows a file by; bytes that are no UTF-8 as escapes.
pub fn name_of(file: &OsStr) -> String {
    let part = |chunk: Utf8Chunk| {
        let bytes: String = chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")).collect();
        chunk.valid().to_owned() + &bytes
    };
    file.as_encoded_bytes().utf8_chunks().map(part).collect()
}

/// Of a word at a command's place.
pub fn no_command(word: &str, near: Option<&str>, known: &[String]) -> String {
    let advice = match near {
        Some(near) => format!("`{near}` is near"),
        None => format!("there are {}", known.join(", ")),
    };
    format!("no command `{}`; {advice}", shown_name(word))
}

pub fn not_there_yet(command: &str) -> String {
    format!("`{command}` is not there yet: `mizan --help` lists the commands that are")
}

/// That the program failed, and where in its own text. Of a path that the machine had on which it
/// was built, only what is the same everywhere is told.
pub fn panicked(message: &str, path: &str, line: u32) -> String {
    let path = path.replace('\\', "/");
    let parts: Vec<&str> = path.split('/').collect();
    let source = parts.iter().rposition(|part| *part == "src");
    // The name of a library stands before its sources; ours are told without.
    let is_librarys = path.starts_with('/') || path.contains(':');
    let from = source.map_or(parts.len() - 1, |at| at - usize::from(is_librarys && at > 0));
    let place = parts.get(from..).unwrap_or_default().join("/");
    format!("panicked at {place}:{line}: {message}. This is a fault of the program.")
}

pub fn unwritten_result(error: &dyn std::error::Error) -> String {
    format!("the result can't be written: {error}.")
}

pub fn not_opened(file: &str) -> String {
    format!("{} was not opened; nothing was changed.", shown_name(file))
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

/// Words that don't name two teams.
pub fn no_pair(words: &str) -> String {
    format!(
        "`{words}` names no two teams; --between takes two ids, as in `--between erbil,baghdad`"
    )
}

pub fn same_pair(id: &str) -> String {
    format!("--between takes two different teams, and `{id}` stands there twice")
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
    format!("{name} was copied to {}.", shown_name(&name_of(target.as_os_str())))
}

pub const THERE_ALREADY: &str = "it is there already, and was not changed; --force replaces it.";

/// Why no file can be made of a scenario.
pub fn unwritten(why: &str) -> String {
    format!("it can’t be written: {why}; nothing was written.")
}

pub fn unwritable(obstacle: &Obstacle) -> String {
    format!("it can't be written: {}. Nothing was changed.", saving::obstacle(obstacle))
}

/// The markings of files that stand side by side, for a program.
pub fn markings(markings: &[String]) -> String {
    markings.join(" / ")
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

/// Of a team whose record nobody has seen yet.
pub fn sealed(team: &str, code: &str) -> String {
    format!("{team}: sealed, code {code}")
}

pub fn seal_holds(team: &str, code: &str) -> String {
    format!("{team}: opened, code {code}; the record is the one that was sealed")
}

pub fn seal_broken(team: &str, code: &str) -> String {
    format!("{team}: opened, code {code}; the record isn't the one that was sealed")
}

fn none_or_counted(count: usize, what: &str) -> String {
    if count == 0 { format!("no {what}s") } else { counted(count, what) }
}

/// Why teams can't stand beside those of another file.
pub fn other_questions(first: &str) -> String {
    format!(
        "has other options, criteria or groups, or another goal, value function or preference \
         function for one of them, so its teams can't stand beside those of {}. Compare the two \
         with `mizan diff`.",
        shown_name(first)
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
    let which = if count == 1 { "it" } else { "them all" };
    format!("… and {} more; --format csv has {which}", counted(count, "option"))
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

/// What a letter stands for in a table.
pub fn stands_for(letter: &str, option: &str) -> String {
    format!("{letter}: {option}")
}

/// What the letters of a table stand for.
pub fn key(letters: &[String]) -> String {
    letters.join("; ")
}

/// Places, the best first.
pub fn in_order(places: &[String]) -> String {
    places.join(" > ")
}

// What the doctor says.

pub const SYSTEM: &str = "System";
pub const RENDERERS: &str = "Renderers";
pub const DATA: &str = "Data folder";
pub const OPEN_FILES: &str = "Files open in windows";
pub const KEPT_NOW: &str = "Kept for open windows";
pub const LEFT: &str = "Recovered, to be chosen";
pub const RECOVERED: &str = "  recovered";
pub const REPORT: &str = "  report";
pub const NO_HOME: &str = "none: the system names no home folder; nothing is kept";
pub const NOT_WRITABLE: &str = " (nothing can be written there: nothing is kept)";
pub const NEVER_SAVED: &str = "never saved";

/// `0.1.0, scenario format 1`.
pub fn version(version: &str, format: u32) -> String {
    format!("{version}, scenario format {format}")
}

/// What can draw a window, in the order in which it is tried, and what drew the last.
pub fn renderers(tried: [&str; 2], last: Option<&str>) -> String {
    let tried = tried.join(", then ");
    match last {
        Some(last) => format!("{tried}; the last window by {last}"),
        None => format!("{tried}; no window was shown yet"),
    }
}

/// A recovered state: its slot, how far it is from its file, and which that is.
pub fn recovered(slot: &str, changes: usize, file: &str) -> String {
    format!("{slot}: {}, {file}", counted(changes, "change"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_program_tells_no_path_of_a_machine() {
        let places = [
            ("src/cli/rank.rs", "at src/cli/rank.rs:7:"),
            (
                "/home/me/.cargo/registry/src/index-1f/ron-0.12.3/src/parse.rs",
                "at ron-0.12.3/src/parse.rs:7:",
            ),
            ("/rustc/59807616e/library/core/src/slice/index.rs", "at core/src/slice/index.rs:7:"),
            ("C:\\Users\\me\\.cargo\\egui-0.37\\src\\ui.rs", "at egui-0.37/src/ui.rs:7:"),
            ("/home/me/build.rs", "at build.rs:7:"),
        ];
        for (path, told) in places {
            let said = panicked("m", path, 7);
            assert!(said.contains(told) && !said.contains("me/"), "{path}: {said}");
        }
    }

    #[test]
    fn a_files_name_shows_what_could_move_a_cursor() {
        assert_eq!(
            shown_name("a\u{1b}[2J\n\u{202E}b\\c بغداد"),
            "a\\u{1b}[2J\\n\\u{202e}b\\c بغداد"
        );
    }

    #[cfg(unix)]
    #[test]
    fn bytes_of_no_encoding_are_told_by_their_numbers() {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(name_of(OsStr::from_bytes(b"caf\xE9 \xFF.ron")), "caf\\xE9 \\xFF.ron");
    }
}
