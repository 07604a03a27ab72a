//! A sealed team's record is quoted nowhere, however the file is broken.

use crate::common::Call;

/// A scenario with an open team and a sealed one, the record of each on a line of its own.
const SEALED: &str = r#"(
    format: 1,
    title: "Sealed",
    criteria: [(id: "room", name: "Room"), (id: "rent", name: "Rent")],
    options: [(id: "hall", name: "Hall")],
    teams: [
        (id: "open", name: "Open", weights: {"room": 1}),
        (
            id: "shut",
            name: "Shut",
            weights: {"room": 3}, reasons: {"room": "SECRET"}, scores: {"hall": {"room": (score: 4)}},
            seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"),
        ),
    ],
)
"#;

/// What breaks the file within the sealed record, or spells the seal otherwise and breaks it.
const BREAKS: &[(&str, &[(&str, &str)])] = &[
    ("an unknown id", &[("{\"room\": 3}", "{\"rom\": 3}")]),
    ("a negative weight", &[("{\"room\": 3}", "{\"room\": -3}")]),
    ("an unknown field", &[("reasons:", "reason:")]),
    ("a wrong type", &[("{\"room\": 3}", "{\"room\": \"3\"}")]),
    ("no number", &[("{\"room\": 3}", "{\"room\": NaN}")]),
    ("a repeated key", &[("{\"room\": 3}", "{\"room\": 3, \"room\": 4}")]),
    ("a missing comma", &[("{\"room\": 3},", "{\"room\": 3}")]),
    ("a missing bracket", &[("\"SECRET\"}", "\"SECRET\"")]),
    ("a missing brace", &[("{\"room\": 3}", "{\"room\": 3")]),
    ("a bracket too many", &[("(score: 4)}}", "(score: 4)}})")]),
    ("a wrong bracket", &[("(score: 4)}}", "(score: 4)}]")]),
    ("an unclosed text", &[("\"SECRET\"", "\"SECRET")]),
    ("an unclosed comment", &[("reasons:", "/* reasons:")]),
    ("an unknown escape", &[("\"SECRET\"", "\"SECRET\\q\"")]),
    ("a NUL", &[("\"SECRET\"", "\"SECRET\0\"")]),
    (
        "a seal not opened yet, spelled out",
        &[("0f0f\"", "0f0f\", opened: None"), ("{\"room\": 3}", "{\"room\": -3}")],
    ),
    (
        "a seal spelled out",
        &[
            ("seal: (", "seal: Some(("),
            ("0f0f\")", "0f0f\"))"),
            ("{\"room\": 3}", "{\"room\": -3}"),
        ],
    ),
    ("a raw name of the seal", &[("seal:", "r#seal:"), ("{\"room\": 3}", "{\"room\": -3}")]),
    ("a raw name of the teams", &[("teams:", "r#teams:"), ("{\"room\": 3}", "{\"room\": -3}")]),
    ("an unclosed text before the seal's team", &[("name: \"Open\"", "name: \"Open")]),
    ("a bracket missing before the seal's team", &[("{\"room\": 1}),", "{\"room\": 1},")]),
    (
        "a seal without its hash",
        &[
            (", sha256: \"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f\"", ""),
            ("seal: (", "weighed: 3, seal: ("),
        ],
    ),
    (
        "a seal out of form",
        &[("\"2025-09-01T10:00:00Z\"", "\"today\""), ("{\"room\": 3}", "{\"room\": -3}")],
    ),
    (
        "an opening in a comment of the seal",
        &[
            ("0f0f\")", "0f0f\" /* opened: \"2025-09-02T10:00:00Z\" */)"),
            ("{\"room\": 3},", "{\"room\": 3}"),
        ],
    ),
    (
        "an opening in a comment before",
        &[
            (
                "    format",
                "    // seal: (opened: \"2025-09-02T10:00:00Z\"), opened: \"2025-09-02T10:00:00Z\"\n    format",
            ),
            ("{\"room\": 3},", "{\"room\": 3}"),
        ],
    ),
    (
        "an opening in a text",
        &[
            ("\"Sealed\"", "r#\"opened: \"2025-09-02T10:00:00Z\"\"#"),
            ("{\"room\": 3},", "{\"room\": 3}"),
        ],
    ),
    (
        "an opening beside the seal",
        &[
            ("            seal:", "            opened: \"2025-09-02T10:00:00Z\", seal:"),
            ("{\"room\": 3},", "{\"room\": 3}"),
        ],
    ),
    (
        "an opening of the next team, whose bracket is missing",
        &[
            (
                "0f0f\"),\n        ),",
                "0f0f\", (id: \"next\", seal: (opened: \"2025-09-02T10:00:00Z\")),",
            ),
            ("{\"room\": 3},", "{\"room\": 3}"),
        ],
    ),
    (
        "teams of another name before those of a round",
        &[
            (
                "    teams: [\n        (id: \"open\", name: \"Open\", weights: {\"room\": 1}),\n        (\n            id: \"shut\",\n            name: \"Shut\",\n",
                "    teem: [(id: \"shut\", name: \"Shut\",",
            ),
            (
                "    ],\n)",
                "    ],\n    rounds: [(name: \"First\", closed: \"2025-09-01T10:00:00Z\", teams: [])],\n)",
            ),
        ],
    ),
    (
        "a closed list of teams",
        &[("            seal:", "            marc: 3, seal:"), ("reasons:", "reason:")],
    ),
];

/// What the program says about a broken file, in every form.
fn said(bytes: &[u8]) -> String {
    let calls: [&[&str]; 5] = [
        &["check", "sealed.ron"],
        &["check", "sealed.ron", "--format", "json"],
        &["check", "sealed.ron", "--format", "csv"],
        &["rank", "sealed.ron"],
        &["weigh", "sealed.ron", "--team", "open"],
    ];
    let outcome = |words: &&[&str]| {
        let outcome = Call::new(words.iter().copied()).file("sealed.ron", bytes).run().expect(1);
        outcome.stdout + &outcome.stderr
    };
    calls.iter().map(outcome).collect()
}

fn broken(name: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SEALED.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{name}: {from:?} stands there once");
        text.replace(from, to)
    })
}

#[test]
fn no_break_of_the_file_quotes_a_sealed_record() {
    let mut quoted = Vec::new();
    for (name, changes) in BREAKS {
        let said = said(broken(name, changes).as_bytes());
        assert!(!said.is_empty());
        quoted.extend(
            said.lines()
                .filter(|line| line.contains("SECRET"))
                .map(|line| format!("{name}: {line}"))
                .next(),
        );
    }
    assert!(quoted.is_empty(), "{} quoted\n{}", quoted.len(), quoted.join("\n"));
}

/// The same text with another weight, reason and score in the sealed record.
fn otherwise_judged(text: &str) -> String {
    let (open, sealed) = text.split_at(text.find("id: \"shut\"").unwrap());
    let others = [
        (": 3", ": 3.875"),
        (": -3", ": -3.875"),
        (": \"3\"", ": \"3.875\""),
        ("SECRET", "OF QUITE ANOTHER LENGTH"),
        ("(score: 4)", "(score: 9.875)"),
    ];
    let other = others.iter().fold(sealed.to_owned(), |text, (from, to)| text.replace(from, to));
    open.to_owned() + &other
}

#[test]
fn no_break_of_the_file_tells_one_sealed_record_from_another() {
    for (name, changes) in BREAKS {
        let text = broken(name, changes);
        let other = otherwise_judged(&text);
        assert_ne!(text, other, "{name}");
        assert_eq!(said(text.as_bytes()), said(other.as_bytes()), "{name}");
    }
}

/// A sealed team and an open one, with what the open one weighs, in one line.
fn in_one_line(reason: &str, weights: &str) -> String {
    format!(
        r#"(format: 1, title: "Line", criteria: [(id: "room", name: "Room")],
    teams: [(id: "shut", name: "Shut", reasons: {{"room": "{reason}"}}, seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f")), (id: "open", name: "Open"{weights})])"#
    )
}

#[test]
fn no_place_counts_the_letters_of_a_sealed_record() {
    for (weights, code, path) in [
        (", weights: {\"room\": -1}", 1, "teams.\"open\".weights.\"room\""),
        ("", 0, "teams.\"open\""),
    ] {
        let said = ["because", "because of something longer"].map(|reason| {
            let text = in_one_line(reason, weights);
            ["text", "json", "csv"].map(|form| {
                let words = ["check", "line.ron", "--format", form];
                let words = if form == "text" { &words[..2] } else { &words[..] };
                Call::new(words.iter().copied()).file("line.ron", &text).run().expect(code).stdout
            })
        });
        assert!(said[0][1].contains(&path.replace('"', "\\\"")), "{}", said[0][1]);
        assert!(said[0][0].contains("line.ron:2: "), "{}", said[0][0]);
        assert_eq!(said[0], said[1]);
    }
}

#[test]
fn bytes_of_no_encoding_quote_no_sealed_record() {
    let at = SEALED.find("SECRET").unwrap() + "SECRET".len();
    let bytes = [&SEALED.as_bytes()[..at], &[0xFF], &SEALED.as_bytes()[at..]].concat();
    let said = said(&bytes);
    assert!(said.contains("UTF-8") && !said.contains("SECRET"), "{said}");
}

#[test]
fn an_open_team_is_quoted_with_a_caret_below() {
    let text = SEALED.replace("{\"room\": 1}", "{\"room\": -1}");
    let checked = Call::new(["check", "sealed.ron"]).file("sealed.ron", &text).run().expect(1);
    let lines: Vec<&str> = checked.stdout.lines().collect();
    assert!(lines[0].starts_with("sealed.ron:7:46: "), "{}", checked.stdout);
    let (quoted, caret) = (lines[1], lines[2]);
    assert!(
        quoted.contains("{\"room\": -1}") && quoted[caret.len() - 1..].starts_with("\"room\": -1"),
        "{}",
        checked.stdout
    );
}

#[test]
fn a_broken_file_whose_seals_are_all_opened_is_quoted() {
    for opened in ["opened: ", "/* then */ opened /* at */: ", "r#opened: "] {
        let text = SEALED
            .replace("0f0f\"", &format!("0f0f\", {opened}\"2025-09-02T10:00:00Z\""))
            .replace("{\"room\": 3},", "{\"room\": 3}");
        let said = said_by_check(&text);
        assert!(said.contains("SECRET"), "{opened}: {said}");
    }
}

#[test]
fn what_is_wrong_inside_a_sealed_record_is_told_without_its_values() {
    let round = |closed: &str| format!("(name: \"{closed}\", closed: \"{closed}\", teams: [TEAM])");
    let team = "(id: \"shut\", name: \"Shut\", weights: {\"room\": -731}, seal: (at: \"2025-09-01T10:00:00Z\", nonce: \"00000000000000000000000000000000\", sha256: \"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f\"))";
    let texts = [
        SEALED.replace("{\"room\": 3}", "{\"room\": -731}"),
        format!(
            "(format: 1, title: \"a\", rounds: [\n{},\n{},\n])",
            round("never"),
            round("2025-09-01T10:00:00Z")
        )
        .replace("TEAM", team),
    ];
    for text in texts {
        let said = said_by_check(&text);
        assert!(said.contains("inside this sealed record") && !said.contains("731"), "{said}");
    }
}

#[test]
fn a_format_that_runs_on_into_a_sealed_record_is_not_quoted() {
    for format in ["format: r#\"1", "format: \"1"] {
        for text in [SEALED.to_owned(), SEALED.replace('\n', " ")] {
            let said = said_by_check(&text.replace("format: 1", format).replace("SECRET", "7319"));
            assert!(!said.contains("7319") && !said.contains("Open"), "{said}");
        }
    }
}

fn said_by_check(text: &str) -> String {
    Call::new(["check", "sealed.ron"]).file("sealed.ron", text).run().expect(1).stdout
}
