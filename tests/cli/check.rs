//! `mizan check`: several files in order, errors and findings on standard output.

use crate::common::Call;
use crate::scenario;

const BROKEN: &str = "(\n    format: 1,\n    title: \"B\",\n    questoin: \"Why?\",\n)\n";

#[test]
fn files_come_in_the_order_given_one_line_each() {
    let call = || {
        let words =
            ["check", "good.ron", "bad.ron", "workshop-venue", "-", "none.ron", "--format", "json"];
        Call::new(words)
            .file("good.ron", scenario(""))
            .file("bad.ron", BROKEN)
            .stdin(scenario("question: \"From the pipe\","))
    };
    let outcome = call().run().expect(1);
    let objects = outcome.json_lines();
    let files: Vec<&str> = objects.iter().map(|object| object["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["good.ron", "bad.ron", "workshop-venue", "-", "none.ron"]);
    let errors: Vec<usize> =
        objects.iter().map(|object| object["errors"].as_array().unwrap().len()).collect();
    assert_eq!(errors, [0, 1, 0, 0, 1]);
    let named: Vec<bool> = objects.iter().map(|object| object["scenario"].is_string()).collect();
    assert_eq!(named, [true, false, true, true, false]);
    assert_eq!(objects[4]["errors"][0]["place"], "file");
    assert!(outcome.stderr.is_empty(), "{}", outcome.stderr);
}

#[test]
fn findings_alone_are_no_failure() {
    let outcome =
        Call::new(["check", "s.ron", "workshop-venue"]).file("s.ron", scenario("")).run().expect(0);
    assert!(
        outcome.stdout.contains("no-criteria")
            && outcome.stdout.contains("s.ron: no errors, 2 findings"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn an_error_shows_its_line_and_a_caret_below_on_standard_output() {
    let outcome = Call::new(["check", "bad.ron"]).file("bad.ron", BROKEN).run().expect(1);
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert!(
        lines[0].starts_with("bad.ron:4:5: ") && lines[0].contains("did you mean `question`?"),
        "{}",
        outcome.stdout
    );
    assert!(lines[1].ends_with("    questoin: \"Why?\","), "{}", outcome.stdout);
    assert_eq!(lines[2].find('^'), lines[1].find("questoin"), "{}", outcome.stdout);
    assert!(outcome.stderr.is_empty(), "{}", outcome.stderr);
}

#[test]
fn other_subcommands_write_errors_to_standard_error_alone() {
    for words in [
        vec!["rank", "bad.ron"],
        vec!["weigh", "bad.ron", "--team", "x"],
        vec!["rank", "bad.ron", "--format", "json"],
    ] {
        let outcome = Call::new(words).file("bad.ron", BROKEN).run().expect(1);
        let lines: Vec<&str> = outcome.stderr.lines().collect();
        assert!(
            outcome.stdout.is_empty() && lines[0].starts_with("bad.ron:4:5: "),
            "{}",
            outcome.stderr
        );
        assert_eq!(lines[2].find('^'), lines[1].find("questoin"), "{}", outcome.stderr);
    }
}

#[test]
fn findings_of_all_teams_and_the_mean_come_once_each_with_their_lines() {
    let text = "(format: 1, title: \"T\",
criteria: [(id: \"a\", name: \"A\", value: Piecewise([(0, 0), (5, 1), (10, 0.5)])), (id: \"b\", name: \"B\")],
options: [(id: \"x\", name: \"X\"), (id: \"y\", name: \"Y\")],
scores: {\"x\": {\"a\": (score: 1), \"b\": (score: 1)}, \"y\": {\"a\": (score: 1)}},
teams: [
(id: \"red\", name: \"Red\",
weights: {\"a\": 1}),
(id: \"idle\", name: \"Idle\"),
])";
    let outcome =
        Call::new(["check", "s.ron", "--format", "json"]).file("s.ron", text).run().expect(0);
    let findings = outcome.json_lines()[0]["findings"].clone();
    let found: Vec<(&str, Option<u64>)> = findings
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["kind"].as_str().unwrap(), finding["line"].as_u64()))
        .collect();
    for expected in [
        ("left-out", Some(7)),
        ("not-weighed", Some(8)),
        ("not-monotone", Some(2)),
        ("may-lead", Some(3)),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
    for kind in ["left-out", "not-weighed", "not-monotone"] {
        assert_eq!(
            found.iter().filter(|(other, _)| *other == kind).count(),
            1,
            "{kind}: {found:?}"
        );
    }
}

#[test]
fn control_characters_of_a_file_reach_no_terminal() {
    let fields = r#"question: "\u{1b}[2J", criteria: [(id: "a", name: "\u{1b}[31mA\u{7}\u{9b}1m")], options: [(id: "x", name: "X\r\u{8}")],
        scores: {"x": {"a": (score: 1)}}, teams: [(id: "t", name: "T\u{1b}c", reasons: {"a": "\u{1b}]0;x"})],
        decision: (option: "\u{1b}[31mnone")"#;
    let sound = fields.split("decision").next().unwrap();
    let calls = [
        (vec!["check", "s.ron"], fields, 1),
        (vec!["rank", "s.ron"], fields, 1),
        (vec!["check", "s.ron"], sound, 0),
    ];
    let more = [
        (vec!["rank", "s.ron"], sound, 0),
        (vec!["rank", "s.ron", "--team", "all"], sound, 0),
        (vec!["weigh", "s.ron", "--team", "t"], sound, 0),
        (vec!["rank", "s.ron", "--format", "json"], sound, 0),
        (vec!["check", "s.ron", "--format", "csv"], fields, 1),
    ];
    for (words, fields, status) in calls.into_iter().chain(more) {
        let outcome = Call::new(words.clone()).file("s.ron", scenario(fields)).run().expect(status);
        let said = outcome.stdout + &outcome.stderr;
        assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{words:?}: {said:?}");
    }
}

#[test]
fn findings_are_told_whatever_way_a_team_weighs() {
    let text = "(format: 1, title: \"a\", criteria: [(id: \"c\", name: \"C\", value: Piecewise([(0, 1), (5, 0), (10, 1)])), (id: \"d\", name: \"D\")], \
        options: [(id: \"o\", name: \"O\")], teams: [(id: \"t\", name: \"T\", elicitation: Pairwise([(\"c\", \"d\", 3)]))])";
    let checked =
        Call::new(["check", "a.ron", "--format", "json"]).file("a.ron", text).run().expect(0);
    let kinds: Vec<String> = checked.json_lines()[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["not-monotone", "nothing-ranked"]);
}
