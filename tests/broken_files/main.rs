//! Files that aren't opened: each kind of fault at its place, and the file left as it was.

#[path = "../common/mod.rs"]
mod common;

mod bytes;
mod form;
mod hints;
mod limits;
mod meaning;
mod mutations;
mod places;
mod sealed;
mod words;

use common::{Call, Outcome};

/// A file in which nothing is wrong. The tables of faults change one part of it each.
pub const SOUND: &str = include_str!("sound.ron");

/// Stands in a text where the fault is to be told: line and column.
pub const PLACE: char = '¦';
/// Stands in a text where only the line of the fault is clear.
pub const LINE: char = '¬';

/// One broken file and what has to be said about it.
pub struct Broken {
    pub name: String,
    pub bytes: Vec<u8>,
    /// The class that JSON calls `place`; several with `|` between where the contract leaves it
    /// open.
    pub class: &'static str,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub says: Vec<String>,
}

impl Broken {
    /// The sound file with one part changed, which stands in it once; the changed part holds a
    /// [`PLACE`] or a [`LINE`].
    pub fn changed(name: &str, from: &str, to: &str, class: &'static str, says: &[&str]) -> Self {
        assert_eq!(
            SOUND.matches(from).count(),
            1,
            "{name}: {from:?} stands in the sound file once"
        );
        Self::text(name, &SOUND.replace(from, to), class, says)
    }

    /// A whole file with a [`PLACE`] or a [`LINE`] in it, or with neither where no place is known.
    pub fn text(name: &str, text: &str, class: &'static str, says: &[&str]) -> Self {
        let place = text.find([PLACE, LINE]).map(|at| {
            let before = &text[..at];
            let line_start = before.rfind('\n').map_or(0, |end| end + 1);
            (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
        });
        let has_column = text.contains(PLACE);
        Self {
            name: name.to_owned(),
            bytes: text.replace([PLACE, LINE], "").into_bytes(),
            class,
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column).filter(|_| has_column),
            says: says.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Holds every case against `check` and `rank`; all that differ are told together.
pub fn hold(cases: &[Broken]) {
    let differences: Vec<String> = cases
        .iter()
        .flat_map(|case| differences(case).into_iter().map(|d| format!("{}: {d}", case.name)))
        .collect();
    assert!(
        differences.is_empty(),
        "{} differences\n{}",
        differences.len(),
        differences.join("\n")
    );
}

fn differences(case: &Broken) -> Vec<String> {
    let run =
        |words: &[&str]| Call::new(words.iter().copied()).file("broken.ron", &case.bytes).run();
    let table = run(&["check", "broken.ron"]);
    let json = run(&["check", "broken.ron", "--format", "json"]);
    let rank = run(&["rank", "broken.ron"]);
    let mut found = Vec::new();
    for outcome in [&table, &json, &rank] {
        if outcome.status != Some(1) {
            found.push(format!("status {:?}, not 1", outcome.status));
        }
        if outcome.bytes("broken.ron").as_ref() != Some(&case.bytes) {
            found.push("the file was changed".to_owned());
        }
    }
    found.extend(line_differences(case, "check", &table.stdout));
    found.extend(line_differences(case, "rank", &rank.stderr));
    if !rank.stdout.is_empty() {
        found.push(format!("rank printed {:?}", rank.stdout));
    }
    found.extend(json_differences(case, &json));
    found
}

/// What differs in the first line of a listing of errors.
fn line_differences(case: &Broken, command: &str, told: &str) -> Vec<String> {
    let first = told.lines().next().unwrap_or_default();
    let head = match (case.line, case.column) {
        (Some(line), Some(column)) => format!("broken.ron:{line}:{column}: "),
        (Some(line), None) => format!("broken.ron:{line}:"),
        _ => "broken.ron: ".to_owned(),
    };
    let mut found = Vec::new();
    if !first.starts_with(&head) {
        found.push(format!("{command} begins {first:?}, not {head:?}"));
    }
    found.extend(
        case.says
            .iter()
            .filter(|says| !first.contains(*says))
            .map(|says| format!("{command} doesn't say {says:?} but {first:?}")),
    );
    found
}

/// What differs in the first error of the JSON.
fn json_differences(case: &Broken, outcome: &Outcome) -> Vec<String> {
    let objects = outcome.json_lines();
    let [object] = objects.as_slice() else {
        return vec![format!("JSON has {} lines", objects.len())];
    };
    let error = &object["errors"][0];
    let number = |key: &str| error[key].as_u64().map(|number| usize::try_from(number).unwrap());
    let message = error["message"].as_str().unwrap_or_default();
    let mut found = Vec::new();
    if !case.class.split('|').any(|class| error["place"] == class) {
        found.push(format!("JSON's place is {}, not {}", error["place"], case.class));
    }
    if number("line") != case.line || (case.column.is_some() && number("column") != case.column) {
        found.push(format!(
            "JSON's line and column are {}, {}, not {:?}, {:?}",
            error["line"], error["column"], case.line, case.column
        ));
    }
    if matches!(case.class, "syntax" | "type") && case.line.is_some() && number("column").is_none()
    {
        found.push("JSON names no column".to_owned());
    }
    found.extend(
        case.says
            .iter()
            .filter(|says| !message.contains(*says))
            .map(|says| format!("JSON doesn't say {says:?} but {message:?}")),
    );
    if !object["scenario"].is_null()
        || object["findings"] != serde_json::json!([])
        || object["file"] != "broken.ron"
    {
        found.push(format!("JSON of a file that isn't opened is {object}"));
    }
    found
}

#[test]
fn the_sound_file_is_sound() {
    let outcome = Call::new(["check", "sound.ron", "--format", "json"])
        .file("sound.ron", SOUND)
        .run()
        .expect(0);
    assert_eq!(outcome.json_lines()[0]["errors"], serde_json::json!([]));
    assert_eq!(outcome.bytes("sound.ron").unwrap(), SOUND.as_bytes());
}

#[test]
fn standard_input_is_told_as_a_dash() {
    let broken = SOUND.replace("title:", "titel:");
    let checked = Call::new(["check", "-"]).stdin(&broken).run().expect(1);
    assert!(checked.stdout.starts_with("-:3:5: "), "{}", checked.stdout);
    let ranked = Call::new(["rank", "-"]).stdin(&broken).run().expect(1);
    assert!(ranked.stderr.starts_with("-:3:5: ") && ranked.stdout.is_empty(), "{}", ranked.stderr);
}
