//! A scenario's marking stands in every JSON object and around every table, and in no CSV.

use serde_json::Value;

use crate::common::{Call, Outcome};
use crate::scenario;

const MARKING: &str = "For official use only";

fn marked(marking: &str) -> String {
    scenario(&format!(
        r#"marking: "{marking}", criteria: [(id: "c", name: "C")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {{"x": {{"c": (score: 1)}}, "y": {{"c": (score: 2)}}}},
        teams: [(id: "t", name: "T", weights: {{"c": 1}})],"#
    ))
}

/// A call of each subcommand that reads a file.
const CALLS: [&[&str]; 8] = [
    &["check", "s.ron"],
    &["rank", "s.ron"],
    &["rank", "s.ron", "--team", "all"],
    &["weigh", "s.ron", "--team", "t"],
    &["sensitivity", "s.ron"],
    &["robustness", "s.ron", "--samples", "9"],
    &["teams", "s.ron"],
    &["diff", "s.ron", "s.ron"],
];

fn called(words: &[&str], shape: &str, marking: &str) -> Outcome {
    let words = words.iter().copied().chain(["--format", shape]);
    Call::new(words).file("s.ron", marked(marking)).run().expect(0)
}

#[test]
fn it_stands_in_every_object_right_behind_the_file_and_nowhere_where_it_is_empty() {
    for words in CALLS {
        let told = called(words, "json", MARKING).stdout;
        let files = r#""files":["s.ron","s.ron"],"#;
        let ahead = if words[0] == "diff" { files } else { r#""file":"s.ron","# };
        let expected = format!(r#"{ahead}"marking":"{MARKING}","#);
        assert!(told.contains(&expected), "{words:?}: {told}");
        let without = called(words, "json", "").stdout;
        assert_eq!(without, told.replace(&format!(r#""marking":"{MARKING}","#), ""), "{words:?}");
    }
}

#[test]
fn it_is_the_first_and_the_last_line_of_every_table() {
    for words in CALLS {
        let told = called(words, "table", MARKING).stdout;
        let expected = format!("{MARKING}\n{}{MARKING}\n", called(words, "table", "").stdout);
        assert_eq!(told, expected, "{words:?}");
    }
}

#[test]
fn csv_stays_a_plain_table() {
    for words in CALLS {
        let [told, without] = [MARKING, ""].map(|marking| called(words, "csv", marking).stdout);
        assert_eq!(told, without, "{words:?}");
    }
}

#[test]
fn it_turns_no_line_and_fits_one() {
    let told = called(&["rank", "s.ron"], "table", "سري \\u{202e}x").stdout;
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "\u{2068}سري \u{fffd}x\u{2069}");
    assert_eq!(lines.first(), lines.last());
}

/// Two files of these markings.
fn of_two(words: &[&str], [first, second]: [&str; 2]) -> String {
    let call = Call::new(words.iter().copied());
    let call = call.file("a.ron", marked(first)).file("b.ron", marked(second));
    call.run().stdout
}

#[test]
fn of_several_files_each_distinct_one_has_a_line_of_its_own() {
    for words in
        [["teams", "a.ron", "b.ron"], ["check", "a.ron", "b.ron"], ["diff", "a.ron", "b.ron"]]
    {
        let head = |markings: [&str; 2], count: usize| {
            let told = of_two(&words, markings);
            let lines: Vec<&str> = told.lines().collect();
            let [head, foot] = [&lines[..count], &lines[lines.len() - count..]];
            assert_eq!(head, foot, "{words:?}");
            assert_eq!(
                lines.iter().filter(|line| **line == "Secret").count(),
                2,
                "{words:?}: {told}"
            );
            head.join("|")
        };
        assert_eq!(head(["Secret", "Open"], 2), "Secret|Open");
        assert_eq!(head(["Secret", "Secret"], 1), "Secret");
        assert_eq!(head(["", "Secret"], 1), "Secret");
    }
}

#[test]
fn in_json_of_several_files_distinct_ones_are_joined() {
    for words in [["teams", "a.ron", "b.ron"], ["diff", "a.ron", "b.ron"]] {
        let words: Vec<&str> = words.into_iter().chain(["--format", "json"]).collect();
        let marking = |markings: [&str; 2]| {
            let told: Value = serde_json::from_str(&of_two(&words, markings)).unwrap();
            told["marking"].clone()
        };
        assert_eq!(marking(["Secret", "Open"]), "Secret / Open");
        assert_eq!(marking(["Secret", "Secret"]), "Secret");
        assert_eq!(marking(["", "Secret"]), "Secret");
        assert_eq!(marking(["", ""]), Value::Null);
    }
    let words = ["check", "a.ron", "b.ron", "--format", "json"];
    let told = of_two(&words, ["Secret", ""]);
    let objects: Vec<Value> =
        told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (&objects[0]["marking"], &objects[1]["marking"]),
        (&Value::from("Secret"), &Value::Null)
    );
}
