//! `mizan check --texts`: passages looked for in the texts of their sources.

use std::time::{Duration, Instant};

use mizan::model::Passage;
use serde_json::{Value, json as value};

use crate::common::{Call, Outcome};
use crate::scenario;

const TEXT: &str = "A full exit would satisfy\r\nsovereignty demands, “at once”.";

/// Evidence from a source that rests on these words.
fn evidence(source: &str, words: &str) -> String {
    let Passage { words, sha256 } = Passage::of(words).unwrap();
    format!(r#"(source: "{source}", passage: (words: {words}, sha256: "{sha256}"))"#)
}

/// X on C cites this, and so does the team by its own score.
fn citing(base: &str, own: &str, seal: &str) -> String {
    scenario(&format!(
        r#"sources: {{
    "paper": (title: "The paper"),
    "lost": (title: "The lost one"),
    "idle": (title: "Cited without a passage"),
}},
criteria: [(id: "c", name: "C")], options: [(id: "x", name: "X")],
scores: {{"x": {{"c": (score: 1, evidence: [
    (source: "idle"),
    {base}
])}}}},
teams: [(id: "t", name: "T", weights: {{"c": 1}}, {seal}
    scores: {{"x": {{"c": (score: 2, evidence: [{own}])}}}},
)],"#
    ))
}

fn checked(shape: &str, text: &str) -> Outcome {
    let call = Call::new(["check", "s.ron", "--texts", "texts", "--format", shape]);
    call.file("s.ron", text).prepared(with_texts).run()
}

fn with_texts(folder: &std::path::Path) {
    std::fs::create_dir(folder.join("texts")).unwrap();
    std::fs::write(folder.join("texts/paper.txt"), format!("\u{feff}{TEXT}")).unwrap();
}

/// Kind, path and line of each finding about passages.
fn found(text: &str) -> Value {
    let told = checked("json", text).expect(0).json_lines().remove(0);
    let findings = told["findings"].as_array().unwrap().iter();
    let about = findings.filter(|finding| {
        ["passage-not-found", "no-text"].contains(&finding["kind"].as_str().unwrap())
    });
    about.map(|f| value!([f["kind"], f["path"], f["line"]])).collect()
}

#[test]
fn a_passage_that_stands_in_its_text_is_found_whatever_parts_its_words() {
    let sound = evidence("paper", "A FULL exit — would");
    let to_the_end = evidence("paper", "sovereignty demands at once");
    assert_eq!(found(&citing(&sound, &to_the_end, "")), value!([]));
}

#[test]
fn a_passage_that_is_not_in_its_text_is_told_at_its_place() {
    let both = format!(
        "{},\n    {}",
        evidence("paper", "full exit would"),
        evidence("paper", "full exit could")
    );
    let text = citing(&both, &evidence("paper", "exit full"), "");
    let line = |part: &str| 1 + text.lines().position(|line| line.contains(part)).unwrap();
    let second = Passage::of("full exit could").unwrap().sha256;
    let own = Passage::of("exit full").unwrap().sha256;
    let expected = value!([
        ["passage-not-found", r#"scores."x"."c".evidence[2].passage"#, line(&second)],
        ["passage-not-found", r#"teams."t".scores."x"."c".evidence[0].passage"#, line(&own)],
    ]);
    assert_eq!(found(&text), expected);
    let table = checked("table", &text).expect(0).stdout;
    let head = format!("s.ron:{}:", line(&second));
    assert!(
        table.lines().any(|line| line.starts_with(&head) && line.contains("passage-not-found")),
        "{table}"
    );
}

#[test]
fn a_source_without_a_text_is_told_once_and_only_where_a_passage_cites_it() {
    let twice = format!("{}, {}", evidence("lost", "one"), evidence("lost", "two"));
    let text = citing(&twice, &evidence("lost", "three"), "");
    assert_eq!(found(&text), value!([["no-text", r#"sources."lost""#, 6]]));
}

#[test]
fn what_a_sealed_team_cites_is_not_looked_for() {
    let seal = format!(
        r#"seal: (at: "2025-09-01T10:00:00Z", nonce: "{}", sha256: "{}"),"#,
        "0".repeat(32),
        "0f".repeat(32)
    );
    let own = format!("{}, {}", evidence("paper", "exit full"), evidence("lost", "one"));
    let told = |seal: &str| found(&citing("", &own, seal)).as_array().unwrap().len();
    assert_eq!((told(""), told(&seal)), (2, 0));
}

#[test]
fn without_a_folder_no_passage_is_looked_for() {
    let text = citing(&evidence("lost", "one"), "", "");
    let outcome = Call::new(["check", "s.ron"]).file("s.ron", text).run().expect(0);
    assert!(!outcome.stdout.contains("no-text"), "{}", outcome.stdout);
}

#[test]
fn a_folder_that_is_none_and_a_text_that_is_not_utf_8_are_told() {
    let text = citing(&evidence("paper", "one"), "", "");
    let call = |folder: &str| {
        let call = Call::new(["check", "s.ron", "--texts", folder, "--format", "json"]);
        let call = call.file("s.ron", &text).prepared(with_texts);
        call.prepared(|folder| {
            std::fs::create_dir(folder.join("other")).unwrap();
            std::fs::write(folder.join("other/paper.txt"), b"one\ntwo \xE9t\xE9\n").unwrap();
            std::fs::create_dir_all(folder.join("odd/paper.txt")).unwrap();
        })
    };
    for (folder, said) in [
        ("nowhere", "nowhere: this is no folder"),
        ("s.ron", "s.ron: this is no folder"),
        ("other", "paper.txt:2: "),
        ("odd", "paper.txt: the file can't be read"),
    ] {
        let outcome = call(folder).run().expect(1);
        assert!(outcome.stdout.is_empty(), "{}", outcome.stdout);
        assert!(outcome.stderr.contains(said), "{folder}: {}", outcome.stderr);
        assert_eq!(outcome.stderr.lines().count(), 1, "{}", outcome.stderr);
    }
}

#[test]
fn hundreds_of_passages_in_a_long_text_are_found_in_a_moment() {
    let words: Vec<String> = (0..60_000_u32).map(|n| format!("w{}", n * n % 7_919)).collect();
    let passage = |place: usize| words[place * 50..place * 50 + 5 + place % 8].join(" ");
    let all: Vec<String> = (0..300).map(|place| evidence("paper", &passage(place))).collect();
    let start = Instant::now();
    let outcome = Call::new(["check", "s.ron", "--texts", ".", "--format", "json"])
        .file("s.ron", citing(&all.join(",\n"), "", ""))
        .file("paper.txt", words.join(" "))
        .run()
        .expect(0);
    assert!(!outcome.stdout.contains("passage-not-found"), "{}", outcome.stdout);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
