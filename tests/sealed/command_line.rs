//! The command line tells nothing of what is sealed: no subcommand, in no shape, of a document
//! after any edit, nor of a file that it doesn't open.

use mizan::model::{Edit, Scenario};
use mizan::store;

use crate::common::Call;
use crate::document::{Behind, document, otherwise};
use crate::edits::{edits, team};
use crate::needles::Needles;

/// The walk over the edits is done in so many parts, that run beside one another.
const PARTS: usize = 2;

/// Where `check` has line and column in its rows.
const PLACE_COLUMNS: [usize; 2] = [3, 4];

const SHAPES: [&str; 3] = ["table", "csv", "json"];

/// Calls of each subcommand, on the document and on it beside another version.
const CALLS: [&[&str]; 12] = [
    &["rank", "s.ron", "--team", "all"],
    &["rank", "s.ron", "--team", "mean"],
    &["rank", "s.ron", "--team", "finance"],
    &["rank", "s.ron", "--team", "hosts"],
    &["weigh", "s.ron", "--team", "finance"],
    &["weigh", "s.ron", "--team", "guests"],
    &["teams", "s.ron", "before.ron"],
    &["check", "s.ron"],
    &["diff", "s.ron", "before.ron"],
    &["diff", "before.ron", "s.ron"],
    &["sensitivity", "s.ron"],
    &["robustness", "s.ron", "--weights", "teams", "--samples", "200", "--threads", "1"],
];

/// Calls that ask for a sealed team's numbers where another is meant elsewhere, in one shape.
const ASKED: [&[&str]; 2] = [
    &["sensitivity", "s.ron", "--team", "finance"],
    &["robustness", "s.ron", "--team", "finance", "--samples", "200", "--threads", "1"],
];

/// What a call says of a file, with how it ends.
fn said(words: &[&str], shape: &str, text: &str, before: &str) -> String {
    let words = words.iter().copied().chain(["--format", shape]);
    let outcome = Call::new(words).file("s.ron", text).file("before.ron", before).run();
    format!("{:?}\n{}\n{}", outcome.status, outcome.stdout, outcome.stderr)
}

/// What was said without lines and columns, whose numbers tell nothing.
fn without_places(words: &[&str], shape: &str, told: &str) -> String {
    if (words[0], shape) == ("check", "csv") {
        return without_columns_of_places(told);
    }
    let ahead = [".ron:", "\"line\":", "\"column\":"];
    ahead.iter().fold(told.to_owned(), |told, ahead| {
        let is_place = |letter: char| letter.is_ascii_digit() || letter == ':';
        let mut parts = told.split(ahead);
        let first = parts.next().unwrap_or_default().to_owned();
        let others = parts.map(|part| part.trim_start_matches(is_place));
        others.fold(first, |told, part| told + ahead + part)
    })
}

fn without_columns_of_places(told: &str) -> String {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).from_reader(told.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    let is_place = |column: usize| PLACE_COLUMNS.contains(&column);
    let kept = rows.map(|row| {
        let columns = row.iter().enumerate().filter(|(column, _)| !is_place(*column));
        columns.map(|(_, text)| format!("{text},")).collect::<String>()
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// Both files are told of in the same words, and nothing that tells stands there.
fn assert_untold(name: &str, words: &[&str], shape: &str, [text, other]: [&str; 2], before: &str) {
    let [told, otherwise_told] = [text, other].map(|text| said(words, shape, text, before));
    assert_eq!(told, otherwise_told, "{name}: {words:?} as {shape}");
    let needles = Needles::new();
    let told = without_places(words, shape, &told);
    let telling: Vec<&str> = told.lines().filter(|line| needles.find_in(line).is_some()).collect();
    assert!(telling.is_empty(), "{name}: {words:?} as {shape}: {telling:?}");
}

fn assert_all_untold(name: &str, documents: [&Scenario; 2], before: &str) {
    let texts = documents.map(|document| store::to_text(document).unwrap());
    let [text, other] = texts.each_ref().map(String::as_str);
    for words in CALLS {
        for shape in SHAPES {
            assert_untold(name, words, shape, [text, other], before);
        }
    }
    for words in ASKED {
        assert_untold(name, words, "table", [text, other], before);
    }
}

/// Each edit alone, saved to a file.
fn walk(part: usize) {
    let documents = [Behind::Telling, Behind::Alike].map(document);
    let before = store::to_text(&documents[0]).unwrap();
    let [edits, others] = documents.each_ref().map(edits);
    let pairs = edits.iter().zip(&others).enumerate();
    for (_, ((name, edit), (_, other))) in pairs.filter(|(place, _)| place % PARTS == part) {
        match (documents[0].edited(edit), documents[1].edited(other)) {
            (Ok(next), Ok(twin)) => assert_all_untold(name, [&next, &twin], &before),
            (Err(refusal), Err(same)) => {
                let told = [(&documents[0], &refusal), (&documents[1], &same)];
                let [told, same] = told.map(|(of, refusal)| mizan::text::refusal(of, refusal));
                assert_eq!(told, same, "{name}");
            }
            _ => panic!("{name} is refused for what is sealed"),
        }
    }
}

#[test]
fn the_command_line_tells_nothing_after_the_edits_of_the_first_part() {
    walk(0);
}

#[test]
fn the_command_line_tells_nothing_after_the_edits_of_the_second_part() {
    walk(1);
}

/// The text of the document with its open teams first: what is found of them has the same places
/// in the file, however long the records behind them are.
fn with_open_teams_first(behind: Behind) -> String {
    let moves = ["late", "guests", "hosts"].map(|id| Edit::MoveTeam(team(id), 0)).to_vec();
    store::to_text(&document(behind).edited(&Edit::Several(moves)).unwrap()).unwrap()
}

#[test]
fn the_command_line_tells_nothing_of_what_lies_behind_the_seals() {
    let [text, other] = [Behind::Telling, Behind::Unlike].map(with_open_teams_first);
    for words in CALLS.into_iter().chain(ASKED) {
        for shape in SHAPES {
            assert_untold("opened", words, shape, [&text, &other], &text);
        }
    }
}

#[test]
fn the_command_line_tells_nothing_of_a_broken_file() {
    let before = store::to_text(&document(Behind::Telling)).unwrap();
    for (name, text) in crate::broken::texts() {
        let other = otherwise(&text);
        assert_ne!(text, other);
        for shape in SHAPES {
            assert_untold(name, &["check", "s.ron"], shape, [&text, &other], &before);
        }
        for words in [CALLS[0], CALLS[8]] {
            assert_untold(name, words, "table", [&text, &other], &before);
        }
    }
}
