//! `mizan teams` and `mizan diff`: the teams of one or several files side by side, and what differs
//! between two.

use crate::common::Call;
use crate::differences::messages;
use crate::{entry, json, kinds, near, scenario};

/// Two criteria, three options; two teams that turn the ranking round, one that is sealed and one
/// that hasn't weighed.
fn two_minds() -> String {
    scenario(
        r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {
            "x": {"a": (score: 10), "b": (score: 0)},
            "y": {"a": (score: 5), "b": (score: 6)},
            "z": {"a": (score: 0), "b": (score: 10)},
        },
        teams: [
            (id: "one", name: "One", weights: {"a": 3, "b": 1}),
            (id: "two", name: "Two", weights: {"a": 1, "b": 3}),
            (id: "late", name: "Late"),
            (id: "shut", name: "Shut", weights: {"a": 1, "b": 9}, seal: (at: "2026-01-01T00:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000")),
        ],"#,
    )
}

#[test]
fn teams_stand_side_by_side_with_the_mean_and_their_agreement() {
    let told = json(["teams", "s.ron"], &two_minds());
    let one = entry(&told["teams"], "team", "one");
    near(&one["shares"]["a"], 0.75);
    assert_eq!((&one["winner"], &one["file"]), (&"x".into(), &"s.ron".into()));
    assert_eq!(one["ranking"], serde_json::json!(["x", "y", "z"]));
    assert_eq!(entry(&told["teams"], "team", "two")["ranking"], serde_json::json!(["z", "y", "x"]));
    assert_eq!(
        entry(&told["teams"], "team", "shut"),
        &serde_json::json!({"team": "shut", "sealed": true})
    );
    near(&told["mean"]["shares"]["a"], 0.5);
    assert_eq!(told["mean"]["winner"], "y");
    let agreement = &told["agreement"];
    near(&agreement["kendall_w"], 0.0);
    near(&agreement["mean_rho"], -1.0);
    near(&agreement["spearman"]["one"]["two"], -1.0);
    near(&agreement["kendall_tau"]["two"]["one"], -1.0);
    assert_eq!(agreement["words"], "opposed");
    near(&agreement["borda"]["y"], 2.0);
    near(&agreement["copeland"]["x"], 0.0);
    assert!(
        agreement["spearman"]["one"].get("one").is_none()
            && agreement["spearman"].get("late").is_none()
    );
    assert!(kinds(&told).contains(&"not-weighed"));
}

#[test]
fn a_team_at_work_is_shown_and_enters_nothing_that_is_made_of_all() {
    let alone = json(["teams", "s.ron"], &two_minds());
    for given in [r#"weights: {"a": 9}"#, r#"elicitation: Swing([("b", 100)])"#] {
        let text = two_minds().replace(r#"name: "Late""#, &format!(r#"name: "Late", {given}"#));
        let told = json(["teams", "s.ron"], &text);
        assert_eq!((&told["mean"], &told["agreement"]), (&alone["mean"], &alone["agreement"]));
        let late = entry(&told["teams"], "team", "late");
        near(&late["shares"]["a"], if given.contains('9') { 1.0 } else { 0.0 });
        assert!(kinds(&told).contains(&"left-out"), "{told}");
    }
}

/// Two orders that have nothing to do with each other, each of a team that says nothing of the
/// other's criterion, or that it is worth nothing.
#[test]
fn teams_that_leave_a_sibling_out_agree_on_nothing_that_is_told() {
    let text = |of_one: &str, of_other: &str| {
        let rows = [("p", 9, 7), ("q", 7, 1), ("r", 5, 5), ("s", 3, 9), ("u", 1, 3)];
        let options = rows.map(|(id, ..)| format!("(id: \"{id}\", name: \"{id}\")"));
        let row = |(id, a, b): (&str, i32, i32)| {
            format!("\"{id}\": {{\"a\": (score: {a}), \"b\": (score: {b})}}")
        };
        scenario(&format!(
            r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
            options: [{}], scores: {{{}}},
            teams: [(id: "t", name: "T", weights: {of_one}), (id: "v", name: "V", weights: {of_other})]"#,
            options.join(", "),
            rows.map(row).join(", "),
        ))
    };
    let whole = json(["teams", "s.ron"], &text(r#"{"a": 1, "b": 0}"#, r#"{"a": 0, "b": 1}"#));
    near(&whole["agreement"]["kendall_w"], 0.5);
    near(&whole["agreement"]["mean_rho"], 0.0);
    assert_eq!(whole["agreement"]["words"], "none");
    for (of_one, of_other) in [
        (r#"{"a": 1}"#, r#"{"b": 1}"#),
        (r#"{"a": 1, "b": 0}"#, r#"{"b": 1}"#),
        (r#"{"a": 1}"#, r#"{"a": 0, "b": 1}"#),
    ] {
        let told = json(["teams", "s.ron"], &text(of_one, of_other));
        let agreement = told["agreement"].as_object().unwrap();
        assert!(agreement.values().all(serde_json::Value::is_null), "{told}");
        assert_eq!(told["mean"].is_null(), !of_one.contains(", ") && !of_other.contains(", "));
        assert!(kinds(&told).contains(&"left-out"), "{told}");
    }
}

/// Which cells are told to be nobody's where a team, or two, score them and the base as well.
#[test]
fn a_base_score_that_every_team_overrides_is_told_where_there_is_one() {
    let told = |base: &str, second: &str| {
        let text = scenario(&format!(
            r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X"), (id: "y", name: "Y")],
            scores: {{"x": {{{base}}}, "y": {{"a": (score: 1)}}}},
            teams: [
                (id: "one", name: "One", weights: {{"a": 1}}, scores: {{"x": {{"a": (score: 2)}}}}),
                (id: "two", name: "Two", {second}),
            ],"#
        ));
        kinds(&json(["teams", "s.ron"], &text)).contains(&"all-override")
    };
    let own = r#"scores: {"x": {"a": (score: 3)}}"#;
    let weighed = format!(r#"weights: {{"a": 1}}, {own}"#);
    assert!(told(r#""a": (score: 5)"#, &weighed));
    assert!(!told("", &weighed), "nobody's is no score that isn't there");
    assert!(!told(r#""a": (score: 5)"#, r#"weights: {"a": 1}"#));
    assert!(told(r#""a": (score: 5)"#, ""), "a team that hasn't weighed doesn't count");
}

#[test]
fn under_two_teams_or_options_every_agreement_is_null() {
    let alone = two_minds().replace(r#"(id: "two", name: "Two", weights: {"a": 1, "b": 3}),"#, "");
    let one_option = scenario(
        r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X")], scores: {"x": {"a": (score: 1)}},
        teams: [(id: "one", name: "One", weights: {"a": 3}), (id: "two", name: "Two", weights: {"a": 3})],"#,
    );
    for text in [alone, one_option, scenario("")] {
        let agreement = &json(["teams", "s.ron"], &text)["agreement"];
        assert!(
            agreement.as_object().unwrap().values().all(serde_json::Value::is_null),
            "{agreement}"
        );
    }
}

#[test]
fn teams_of_several_files_stand_together_where_criteria_and_options_are_the_same() {
    let other = two_minds().replace(
        r#""y": {"a": (score: 5), "b": (score: 6)}"#,
        r#""y": {"a": (score: 9), "b": (score: 9)}"#,
    );
    let call =
        || Call::new(["teams", "a.ron", "b.ron", "--format", "json"]).file("a.ron", two_minds());
    let told = call().file("b.ron", &other).run().expect(0).json_lines().remove(0);
    let ids: Vec<&str> = told["teams"]
        .as_array()
        .unwrap()
        .iter()
        .map(|team| team["team"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["one", "two", "late", "shut", "one-2", "two-2", "late-2", "shut-2"]);
    assert_eq!(entry(&told["teams"], "team", "one-2")["file"], "b.ron");
    assert_eq!(
        entry(&told["teams"], "team", "one-2")["winner"],
        "y",
        "it sees the scores of its own file"
    );
    assert_eq!(entry(&told["teams"], "team", "one")["winner"], "x");
    for (from, to) in [
        ("\"z\"", "\"w\""),
        ("name: \"A\"", "name: \"A\", goal: Minimize"),
        ("name: \"A\"", "name: \"A\", preference: VShape(1)"),
        ("name: \"A\"", "name: \"A\", value: Piecewise([(0, 0), (10, 1)])"),
    ] {
        let refused = call().file("b.ron", two_minds().replace(from, to)).run().expect(1);
        assert!(refused.stderr.contains("can't stand beside"), "{}", refused.stderr);
    }
}

#[test]
fn two_like_scenarios_differ_in_nothing_and_end_with_none() {
    let outcome = Call::new(["diff", "a.ron", "b.ron"])
        .file("a.ron", two_minds())
        .file("b.ron", two_minds())
        .run();
    assert_eq!(outcome.expect(0).stdout, "The two are alike.\n");
}

#[test]
fn differences_are_told_the_largest_first_and_end_with_one() {
    let changed = two_minds()
        .replace(r#""x": {"a": (score: 10)"#, r#""x": {"a": (score: 9)"#)
        .replace(r#""b": (score: 6)"#, r#""b": (score: 1)"#)
        .replace("A title", "Another")
        .replace(r#"(id: "z", name: "Z")"#, r#"(id: "z", name: "Zed")"#)
        .replace(r#"weights: {"a": 3, "b": 1}"#, r#"weights: {"a": 1, "b": 1}"#);
    let expected = [
        "The title is “A title” in a.ron, “Another” in b.ron.",
        "The option “Z”: the name is “Z” in a.ron, “Zed” in b.ron.",
        "One: A weighs 75.0 % in a.ron, 50.0 % in b.ron; B weighs 25.0 % in a.ron, 50.0 % in b.ron; \
         it judged by weights (A 3 and B 1) in a.ron, by weights (A 1 and B 1) in b.ron.",
        "Y on B: 6 in a.ron, 1 in b.ron.",
        "X on A: 10 in a.ron, 9 in b.ron.",
    ];
    assert_eq!(messages(&two_minds(), &changed), expected);
}

#[test]
fn what_a_sealed_team_weighs_is_no_difference_that_is_told() {
    let changed =
        two_minds().replace(r#"weights: {"a": 1, "b": 9}"#, r#"weights: {"a": 9, "b": 1}"#);
    let compared = |other: &str| {
        Call::new(["diff", "a.ron", "b.ron"]).file("a.ron", two_minds()).file("b.ron", other).run()
    };
    compared(&changed).expect(0);
    // That another seal was put on it is no secret; on what is.
    let told = messages(
        &two_minds(),
        &changed.replace(
            r#"sha256: "0000000000000000000000000000000000000000000000000000000000000000""#,
            r#"sha256: "1111111111111111111111111111111111111111111111111111111111111111""#,
        ),
    );
    let sealed = "sealed at 2026-01-01T00:00:00Z";
    assert_eq!(
        told,
        [format!(
            "Shut: its record is {sealed} (000000000000…) in a.ron, {sealed} (111111111111…) in b.ron."
        )]
    );
}

#[test]
fn tied_options_share_their_place_in_the_table() {
    let tied = two_minds().replace(
        r#""y": {"a": (score: 5), "b": (score: 6)}"#,
        r#""y": {"a": (score: 10), "b": (score: 0)}"#,
    );
    let told = Call::new(["teams", "s.ron"]).file("s.ron", tied).run().expect(0).stdout;
    assert!(
        told.lines().any(|line| line.starts_with("One")
            && line.contains("X = Y")
            && line.trim_end().ends_with('Z')),
        "{told}"
    );
}
