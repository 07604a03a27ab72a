//! `mizan rank`: from scores to values, with ranges that the scores make themselves, and numbers at
//! the ends of what numbers are.

use serde_json::Value;

use crate::common::Call;
use crate::{entry, json, kinds, near, scenario};

/// Prices in an observed range; r is ruled out by its seats, s isn't scored on them, and team `own`
/// has counted more in r.
const OBSERVED: &str = r#"(
format: 1, title: "A title",
criteria: [(id: "price", name: "Price", range: Observed, goal: Minimize), (id: "seats", name: "Seats", range: Fixed(0, 100), must_have: AtLeast(60))],
options: [(id: "p", name: "P"), (id: "q", name: "Q"), (id: "r", name: "R"), (id: "s", name: "S")],
scores: {
    "p": {"price": (score: 100), "seats": (score: 60)},
    "q": {"price": (score: 200), "seats": (score: 80)},
    "r": {"price": (score: 1000), "seats": (score: 59)},
    "s": {"price": (score: 50)},
},
teams: [
    (id: "base", name: "Base", weights: {"price": 1, "seats": 1}),
    (id: "own", name: "Own", weights: {"price": 1, "seats": 1}, scores: {"r": {"seats": (score: 100)}, "p": {"price": (score: 10)}}),
],
)"#;

#[test]
fn an_observed_range_is_that_of_the_base_scores_not_ruled_out() {
    // From 50, of s without its seats, to 200; r's 1000 is ruled out.
    let base = json(["rank", "s.ron", "--team", "base"], OBSERVED);
    near(
        &entry(&base["ranking"], "option", "p")["total"],
        0.5 * (200.0 - 100.0) / 150.0 + 0.5 * 0.6,
    );
    near(&entry(&base["ranking"], "option", "q")["total"], 0.5 * 0.0 + 0.5 * 0.8);
    near(&entry(&base["apart"], "option", "s")["low"], 0.5 * 1.0);
    assert_eq!(entry(&base["apart"], "option", "r")["because"], "ruled-out");
    assert_eq!(kinds(&base), ["may-lead"]);
}

#[test]
fn a_score_beyond_an_observed_range_counts_as_the_nearer_end() {
    let own = json(["rank", "s.ron", "--team", "own"], OBSERVED);
    // r is back by the team's own seats; its 1000 counts as 200, and the team's 10 for p as 50.
    near(&entry(&own["ranking"], "option", "r")["total"], 0.5 * 0.0 + 0.5 * 1.0);
    near(&entry(&own["ranking"], "option", "p")["total"], 0.5 * 1.0 + 0.5 * 0.6);
    let cuts: Vec<&Value> = own["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["kind"] == "cut")
        .collect();
    let paths: Vec<&str> = cuts.iter().map(|cut| cut["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["teams.\"own\".scores.\"p\".\"price\"", "scores.\"r\".\"price\""]);
    assert_eq!((&cuts[0]["line"], &cuts[1]["line"]), (&13.into(), &8.into()), "{cuts:?}");
}

#[test]
fn an_observed_criterion_without_base_scores_takes_the_teams_own() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A", range: Observed)], options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        teams: [
            (id: "one", name: "One", weights: {"a": 1}, scores: {"x": {"a": (score: 20)}, "y": {"a": (score: 30)}}),
            (id: "two", name: "Two", weights: {"a": 1}, scores: {"x": {"a": (score: 40)}, "y": {"a": (score: 60)}}),
            (id: "shut", name: "Shut", weights: {"a": 1}, scores: {"x": {"a": (score: 0)}}, seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f")),
        ]"#,
    );
    // From 20 to 60: the sealed team's 0 enters nothing.
    let one = json(["rank", "s.ron", "--team", "one"], &text);
    near(&entry(&one["ranking"], "option", "x")["total"], 0.0);
    near(&entry(&one["ranking"], "option", "y")["total"], (30.0 - 20.0) / 40.0);
    near(
        &entry(&json(["rank", "s.ron", "--team", "two"], &text)["ranking"], "option", "x")["total"],
        (40.0 - 20.0) / 40.0,
    );
}

#[test]
fn piecewise_points_carry_the_direction_themselves() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A", goal: Minimize, range: Fixed(-5, 20), value: Piecewise([(0, 0.2), (4, 1), (8, 0.4)]))],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {"x": {"a": (score: -5)}, "y": {"a": (score: 3)}, "z": {"a": (score: 20)}}"#,
    );
    let ranked = json(["rank", "s.ron"], &text);
    near(&entry(&ranked["ranking"], "option", "x")["total"], 0.2);
    near(&entry(&ranked["ranking"], "option", "y")["total"], 0.2 + 0.8 * 3.0 / 4.0);
    near(&entry(&ranked["ranking"], "option", "z")["total"], 0.4);
    assert_eq!(kinds(&ranked), ["not-monotone"]);
    assert_eq!(ranked["findings"][0]["path"], "criteria.\"a\".value");
}

#[test]
fn a_scenario_with_nan_prints_no_result() {
    for number in ["NaN", "inf", "-inf", "1e999"] {
        let text = OBSERVED.replace("(score: 80)", &format!("(score: {number})"));
        for words in [
            vec!["rank", "s.ron"],
            vec!["rank", "s.ron", "--team", "all", "--format", "json"],
            vec!["weigh", "s.ron", "--team", "own"],
        ] {
            let outcome = Call::new(words).file("s.ron", &text).run().expect(1);
            assert!(
                outcome.stdout.is_empty() && outcome.stderr.starts_with("s.ron:7:"),
                "{}",
                outcome.stderr
            );
        }
    }
}

/// Criteria, scores of option x on a and b, and a team's judgement: numbers as large or small as
/// numbers go.
const EXTREMES: &[(&str, &str, &str)] = &[
    (
        "range: Fixed(-1.7e308, 1.7e308)",
        "(score: 1.7e308)",
        "weights: {\"a\": 1.7e308, \"b\": 1.7e308}",
    ),
    ("range: Fixed(0, 5e-324)", "(score: 5e-324)", "weights: {\"a\": 5e-324, \"b\": 5e-324}"),
    ("range: Observed", "(score: 1.7e308)", "weights: {\"a\": 1e-300, \"b\": 1e300}"),
    ("range: Observed", "(score: -1.7e308)", "elicitation: Swing([(\"a\", 1e300), (\"b\", 1)])"),
    (
        "value: Piecewise([(-1.7e308, 0), (1.7e308, 1)])",
        "(score: 0)",
        "elicitation: Swing([(\"a\", 100), (\"b\", 100)])",
    ),
    (
        "range: Fixed(0, 1e300)",
        "(score: 1)",
        "elicitation: Swing([(\"a\", 1e300), (\"b\", 1)]), weighed_ranges: {\"a\": (0, 1)}",
    ),
    (
        "range: Fixed(0, 1e-300)",
        "(score: 0)",
        "elicitation: Swing([(\"a\", 1), (\"b\", 1)]), weighed_ranges: {\"a\": (-1e308, 1e308)}",
    ),
    (
        "group: \"g\", range: Fixed(0, 1e-300)",
        "(score: 0)",
        "elicitation: Swing([(\"a\", 0), (\"c\", 1), (\"g\", 1), (\"b\", 1)]), weighed_ranges: {\"a\": (-1e308, 1e308)}",
    ),
    (
        "group: \"g\", range: Fixed(0, 1e-300)",
        "(score: 0)",
        "elicitation: Swing([(\"a\", 1), (\"g\", 1), (\"b\", 1)]), weighed_ranges: {\"a\": (-1e308, 1e308)}",
    ),
    (
        "group: \"g\"",
        "(score: 0)",
        "elicitation: Swing([(\"a\", 1.7e308), (\"g\", 1.7e308), (\"b\", 1.7e308)])",
    ),
];

#[test]
fn numbers_at_the_ends_of_what_numbers_are_give_shares_that_sum_to_one() {
    let mut wrong = Vec::new();
    for (criterion, cell, judgement) in EXTREMES {
        let text = scenario(&format!(
            "groups: [(id: \"g\", name: \"G\")],
            criteria: [(id: \"a\", name: \"A\", {criterion}), (id: \"b\", name: \"B\"), (id: \"c\", name: \"C\", group: \"g\")],
            options: [(id: \"x\", name: \"X\"), (id: \"y\", name: \"Y\")],
            scores: {{\"x\": {{\"a\": {cell}, \"b\": (score: 3), \"c\": (score: 1)}}, \"y\": {{\"a\": (score: 0), \"b\": (score: 7), \"c\": (score: 2)}}}},
            teams: [(id: \"t\", name: \"T\", {judgement})]"
        ));
        let ranked = json(["rank", "s.ron"], &text);
        let sum: f64 = ranked["shares"]
            .as_object()
            .unwrap()
            .values()
            .map(|share| share.as_f64().unwrap_or(f64::NAN))
            .sum();
        let totals = ranked["ranking"]
            .as_array()
            .unwrap()
            .iter()
            .map(|option| option["total"].as_f64().unwrap_or(f64::NAN));
        if !((sum - 1.0).abs() <= 1e-12
            && totals.clone().count() == 2
            && totals.clone().all(|total| (-1e-12..=1.0 + 1e-12).contains(&total)))
        {
            wrong.push(format!("{criterion}, {judgement}: {ranked}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
