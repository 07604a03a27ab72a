//! `mizan rank`: whose weighting, totals, ties, and scenarios in which there is nothing to rank.

use crate::common::Call;
use crate::{json, kinds, near, scenario};

/// Two criteria, the second to be kept low; three options; an open team, one that scores for
/// itself, one that has not weighed, and a sealed one.
const TEAMS: &str = r#"(
format: 1, title: "A title",
criteria: [(id: "a", name: "A"), (id: "b", name: "B", goal: Minimize)],
options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
scores: {
    "z": {"a": (score: 2), "b": (score: 9)},
    "x": {"a": (score: 8), "b": (score: 6)},
    "y": {"a": (score: 5), "b": (score: 1)},
},
teams: [
    (id: "red", name: "Red", weights: {"a": 3, "b": 1}),
    (id: "green", name: "Green", weights: {"a": 1, "b": 4}, scores: {"x": {"b": (score: 0)}}),
    (id: "idle", name: "Idle"),
    (id: "shut", name: "Shut", weights: {"a": 777.125}, reasons: {"a": "SECRET"}, scores: {"z": {"a": (score: 10)}},
        seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "5ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7e75ec7")),
],
)"#;

/// The options of a ranking with their ranks, in order.
fn order(ranked: &serde_json::Value) -> Vec<(String, u64)> {
    let entries = ranked["ranking"].as_array().unwrap().iter();
    entries
        .map(|entry| {
            (entry["option"].as_str().unwrap().to_owned(), entry["rank"].as_u64().unwrap())
        })
        .collect()
}

fn pairs(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(option, rank)| ((*option).to_owned(), *rank)).collect()
}

#[test]
fn a_teams_totals_are_its_shares_times_its_values() {
    let red = json(["rank", "s.ron", "--team", "red"], TEAMS);
    assert_eq!((red["team"].as_str(), red["method"].as_str()), (Some("red"), Some("weighted-sum")));
    near(&red["shares"]["a"], 3.0 / 4.0);
    near(&red["shares"]["b"], 1.0 / 4.0);
    assert_eq!(order(&red), pairs(&[("x", 1), ("y", 2), ("z", 3)]));
    let totals = [
        0.75 * 0.8 + 0.25 * (1.0 - 0.6),
        0.75 * 0.5 + 0.25 * (1.0 - 0.1),
        0.75 * 0.2 + 0.25 * (1.0 - 0.9),
    ];
    for (place, total) in totals.into_iter().enumerate() {
        near(&red["ranking"][place]["total"], total);
    }
    near(&red["ranking"][1]["contributions"]["a"], 0.75 * 0.5);
    near(&red["ranking"][1]["contributions"]["b"], 0.25 * 0.9);
    assert_eq!((&red["apart"], &red["findings"]), (&serde_json::json!([]), &serde_json::json!([])));
}

#[test]
fn a_teams_own_score_replaces_the_base_score_for_it_alone() {
    let green = json(["rank", "s.ron", "--team", "green"], TEAMS);
    assert_eq!(order(&green), pairs(&[("x", 1), ("y", 2), ("z", 3)]));
    near(&green["ranking"][0]["total"], 0.2 * 0.8 + 0.8 * 1.0);
    near(&green["ranking"][1]["total"], 0.2 * 0.5 + 0.8 * 0.9);
}

#[test]
fn the_mean_is_of_the_weighed_and_opened_teams_on_base_scores() {
    for words in [
        vec!["rank", "s.ron", "--format", "json"],
        vec!["rank", "s.ron", "--team", "mean", "--format", "json"],
    ] {
        let mean = Call::new(words).file("s.ron", TEAMS).run().expect(0).json_lines().remove(0);
        assert_eq!(mean["team"], "mean");
        let (a, b) = (f64::midpoint(3.0 / 4.0, 1.0 / 5.0), f64::midpoint(1.0 / 4.0, 4.0 / 5.0));
        near(&mean["shares"]["a"], a);
        near(&mean["shares"]["b"], b);
        assert_eq!(order(&mean), pairs(&[("y", 1), ("x", 2), ("z", 3)]));
        near(&mean["ranking"][0]["total"], a * 0.5 + b * 0.9);
        near(&mean["ranking"][1]["total"], a * 0.8 + b * 0.4);
        assert_eq!(kinds(&mean), ["not-weighed"]);
    }
}

#[test]
fn all_gives_the_teams_in_document_order_without_the_mean() {
    let all = json(["rank", "s.ron", "--team", "all"], TEAMS);
    let teams: Vec<&str> = all["teams"]
        .as_array()
        .unwrap()
        .iter()
        .map(|team| team["team"].as_str().unwrap())
        .collect();
    assert_eq!(teams, ["red", "green", "idle", "shut"]);
    assert_eq!(all["teams"][3], serde_json::json!({"team": "shut", "sealed": true}));
    near(&all["teams"][2]["shares"]["b"], 0.5);
    assert_eq!(kinds(&all), ["not-weighed"]);
}

#[test]
fn the_only_team_is_meant_where_none_is_named() {
    let one = scenario(
        r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X")], scores: {"x": {"a": (score: 3)}},
        teams: [(id: "solo", name: "Solo", weights: {"a": 2})]"#,
    );
    let ranked = json(["rank", "s.ron"], &one);
    assert_eq!(ranked["team"], "solo");
    near(&ranked["ranking"][0]["total"], 0.3);
    assert_eq!(json(["rank", "s.ron", "--team", "mean"], &one)["team"], "mean");
}

#[test]
fn without_teams_the_weights_are_equal() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C")],
        options: [(id: "x", name: "X")], scores: {"x": {"a": (score: 3), "b": (score: 6), "c": (score: 0)}}"#,
    );
    let mean = json(["rank", "s.ron"], &text);
    assert_eq!(mean["team"], "mean");
    near(&mean["ranking"][0]["total"], (0.3 + 0.6 + 0.0) / 3.0);
    let all = json(["rank", "s.ron", "--team", "all"], &text);
    assert_eq!(
        (all["teams"].as_array().unwrap().len(), &all["teams"][0]["team"]),
        (1, &serde_json::Value::Null)
    );
    assert!(all["teams"][0].as_object().unwrap().contains_key("team"));
    near(&all["teams"][0]["ranking"][0]["total"], 0.3);
}

#[test]
fn an_unknown_team_or_method_is_told_with_the_nearest_one() {
    let cases = [
        (["--team", "rad"], "`red`"),
        (["--team", "gren"], "`green`"),
        (["--team", "men"], "`mean`"),
        (["--team", "alll"], "`all`"),
        (["--team", "Red"], "`red`"),
        (["--method", "weigted-sum"], "`weighted-sum`"),
        (["--method", "topsi"], "`topsis`"),
    ];
    for (words, nearest) in cases {
        let outcome = Call::new(["rank", "s.ron"].into_iter().chain(words))
            .file("s.ron", TEAMS)
            .run()
            .expect(2);
        assert!(
            outcome.stderr.contains(nearest) && outcome.stdout.is_empty(),
            "{words:?}: {}",
            outcome.stderr
        );
    }
    let far =
        Call::new(["rank", "s.ron", "--team", "purple-haze"]).file("s.ron", TEAMS).run().expect(2);
    assert!(
        far.stderr.contains("purple-haze") && !far.stderr.contains("did you mean"),
        "{}",
        far.stderr
    );
}

#[test]
fn a_sealed_team_is_refused_and_nothing_of_it_is_quoted() {
    for words in [vec!["rank", "s.ron", "--team", "shut"], vec!["weigh", "s.ron", "--team", "shut"]]
    {
        for format in ["table", "csv", "json"] {
            let outcome = Call::new(words.iter().copied().chain(["--format", format]))
                .file("s.ron", TEAMS)
                .run()
                .expect(1);
            assert!(
                outcome.stderr.contains("sealed until the round is opened")
                    && outcome.stdout.is_empty(),
                "{}",
                outcome.stderr
            );
            assert!(
                ["SECRET", "777", "5ec7e7", "2025-09-01"]
                    .iter()
                    .all(|word| !outcome.stderr.contains(word)),
                "{}",
                outcome.stderr
            );
        }
    }
    for words in
        [vec!["rank", "s.ron", "--team", "all"], vec!["rank", "s.ron"], vec!["check", "s.ron"]]
    {
        for format in ["table", "csv", "json"] {
            let outcome = Call::new(words.iter().copied().chain(["--format", format]))
                .file("s.ron", TEAMS)
                .run()
                .expect(0);
            let said = outcome.stdout + &outcome.stderr;
            assert!(
                ["SECRET", "777", "5ec7e7", "2025-09-01"].iter().all(|word| !said.contains(word)),
                "{words:?} {format}: {said}"
            );
        }
    }
}

#[test]
fn totals_within_a_billionth_tie_in_document_order() {
    // One criterion 0 to 10: totals fall by 0.8e-9 from p over q to r; s lies far below.
    let text = scenario(
        r#"criteria: [(id: "a", name: "A")],
        options: [(id: "s", name: "S"), (id: "r", name: "R"), (id: "q", name: "Q"), (id: "p", name: "P")],
        scores: {"p": {"a": (score: 5.000000016)}, "q": {"a": (score: 5.000000008)}, "r": {"a": (score: 5)}, "s": {"a": (score: 1)}}"#,
    );
    // q ties with p; r ties with q, yet p alone is better than it.
    assert_eq!(
        order(&json(["rank", "s.ron"], &text)),
        pairs(&[("q", 1), ("p", 1), ("r", 2), ("s", 4)])
    );
    let equal = text.replace("5.000000016", "5").replace("5.000000008", "5");
    assert_eq!(
        order(&json(["rank", "s.ron"], &equal)),
        pairs(&[("r", 1), ("q", 1), ("p", 1), ("s", 4)])
    );
}

#[test]
fn with_nothing_to_rank_a_finding_says_why() {
    let unscored = r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X")]"#;
    let ruled_out = r#"criteria: [(id: "a", name: "A", must_have: AtLeast(5))], options: [(id: "x", name: "X")],
        scores: {"x": {"a": (score: 4)}}"#;
    let cases = [
        ("", vec!["no-criteria", "nothing-ranked"]),
        (r#"options: [(id: "x", name: "X")]"#, vec!["no-criteria", "nothing-ranked"]),
        (r#"criteria: [(id: "a", name: "A")]"#, vec!["nothing-ranked"]),
        (unscored, vec!["nothing-ranked"]),
        (ruled_out, vec!["nothing-ranked"]),
    ];
    for (fields, expected) in cases {
        let ranked = json(["rank", "s.ron"], &scenario(fields));
        assert_eq!(ranked["ranking"], serde_json::json!([]), "{fields}");
        assert_eq!(kinds(&ranked), expected, "{fields}");
        let checked = json(["check", "s.ron"], &scenario(fields));
        assert_eq!(
            (kinds(&checked), &checked["errors"]),
            (expected, &serde_json::json!([])),
            "{fields}"
        );
        for format in ["table", "csv"] {
            Call::new(["rank", "s.ron", "--team", "all", "--format", format])
                .file("s.ron", scenario(fields))
                .run()
                .expect(0);
        }
    }
}
