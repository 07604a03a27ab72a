//! `mizan rank`: options with missing cells, their intervals and the ranks that these leave
//! certain.

use serde_json::Value;

use crate::{entry, json, kinds, near, scenario};

/// Options scored on two criteria of equal weight, 0 to 10, high is good; a dash: no score.
fn options(cells: &[(&str, &str, &str)]) -> String {
    let named: String =
        cells.iter().map(|(id, _, _)| format!("(id: \"{id}\", name: \"{id}\"),")).collect();
    let cell = |criterion: &str, score: &str| {
        if score == "-" { String::new() } else { format!("\"{criterion}\": (score: {score}),") }
    };
    let rows: String = cells
        .iter()
        .map(|(id, a, b)| format!("\"{id}\": {{{}{}}},", cell("a", a), cell("b", b)))
        .collect();
    scenario(&format!(
        "criteria: [(id: \"a\", name: \"A\"), (id: \"b\", name: \"B\")], options: [{named}], scores: {{{rows}}}"
    ))
}

/// Every option's rank, null or not, whether it has a total or not.
fn rank(ranked: &Value, option: &str) -> Value {
    let list = ["ranking", "apart"].into_iter().flat_map(|list| ranked[list].as_array().unwrap());
    list.filter(|entry| entry["option"] == option)
        .map(|entry| entry["rank"].clone())
        .next()
        .unwrap()
}

/// What holds, the cells, and each option's rank; 0: none.
type Case = (
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
    &'static [(&'static str, u64)],
);

// The interval of `i`, scored 4 on a alone, runs from 0.5·0.4 = 0.2 to 0.2 + 0.5 = 0.7.
const CASES: &[Case] = &[
    (
        "alone between two",
        &[("i", "4", "-"), ("top", "10", "10"), ("low", "1", "1")],
        &[("top", 1), ("i", 2), ("low", 3)],
    ),
    (
        "with a total inside",
        &[("i", "4", "-"), ("top", "10", "10"), ("mid", "5", "4"), ("low", "1", "1")],
        &[("top", 1), ("i", 0), ("mid", 2), ("low", 3)],
    ),
    ("with a total at its upper end", &[("i", "4", "-"), ("x", "7", "7")], &[("i", 0), ("x", 1)]),
    ("with a total at its lower end", &[("i", "4", "-"), ("x", "2", "2")], &[("i", 0), ("x", 1)]),
    // 0.5·(0.70000001 + 0.7) lies half a billionth above 0.7, and with …04 two billionths.
    ("half a billionth above", &[("i", "4", "-"), ("x", "7.00000001", "7")], &[("i", 0), ("x", 1)]),
    ("two billionths above", &[("i", "4", "-"), ("x", "7.00000004", "7")], &[("x", 1), ("i", 2)]),
    ("two billionths below", &[("i", "4", "-"), ("x", "1.99999996", "2")], &[("i", 1), ("x", 2)]),
    (
        "with another interval across",
        &[("i", "4", "-"), ("j", "-", "6"), ("top", "10", "10")],
        &[("top", 1), ("i", 0), ("j", 0)],
    ),
    ("with nothing scored at all", &[("i", "-", "-"), ("top", "10", "9")], &[("top", 1), ("i", 0)]),
    // 0.2–0.7 is decided, and those below count it; 0.75–… isn't reached.
    (
        "counted by those below",
        &[("i", "4", "-"), ("b", "1", "1"), ("c", "1", "1"), ("d", "0", "1")],
        &[("i", 1), ("b", 2), ("c", 2), ("d", 4)],
    ),
];

#[test]
fn an_interval_has_a_rank_where_nothing_lies_within_it() {
    for (name, cells, ranks) in CASES {
        let ranked = json(["rank", "s.ron"], &options(cells));
        for (option, expected) in *ranks {
            let expected = if *expected == 0 { Value::Null } else { Value::from(*expected) };
            assert_eq!(rank(&ranked, option), expected, "{name}: {option} in {ranked}");
        }
    }
}

#[test]
fn an_interval_runs_from_all_missing_cells_at_their_least_to_all_at_their_greatest() {
    let text = scenario(
        r#"
        criteria: [
            (id: "a", name: "A"),
            (id: "b", name: "B", goal: Minimize),
            (id: "c", name: "C", value: Piecewise([(0, 0.25), (5, 0.75), (10, 0.5)])),
            (id: "d", name: "D", range: Observed),
        ],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {
            "x": {"a": (score: 4), "d": (score: 7)},
            "y": {"b": (score: 4), "c": (score: 0)},
            "z": {"a": (score: 10), "b": (score: 0), "c": (score: 5), "d": (score: 7)},
        },
        teams: [(id: "t", name: "T", weights: {"a": 4, "b": 3, "c": 2, "d": 1})]"#,
    );
    let ranked = json(["rank", "s.ron"], &text);
    // d is constant over the options that are scored on it: value 1 for all, missing or not.
    let x = entry(&ranked["apart"], "option", "x");
    assert_eq!(
        (&x["because"], &x["criteria"]),
        (&"not-scored".into(), &serde_json::json!(["b", "c"]))
    );
    near(&x["low"], 0.4 * 0.4 + 0.3 * 0.0 + 0.2 * 0.25 + 0.1 * 1.0);
    near(&x["high"], 0.4 * 0.4 + 0.3 * 1.0 + 0.2 * 0.75 + 0.1 * 1.0);
    let y = entry(&ranked["apart"], "option", "y");
    assert_eq!(y["criteria"], serde_json::json!(["a", "d"]));
    near(&y["low"], 0.4 * 0.0 + 0.3 * 0.6 + 0.2 * 0.25 + 0.1 * 1.0);
    near(&y["high"], 0.4 * 1.0 + 0.3 * 0.6 + 0.2 * 0.25 + 0.1 * 1.0);
    near(&ranked["ranking"][0]["total"], 0.4 + 0.3 + 0.2 * 0.75 + 0.1);
}

#[test]
fn ruled_out_comes_before_not_scored() {
    let text = scenario(
        r#"
        criteria: [(id: "a", name: "A", must_have: AtLeast(5)), (id: "b", name: "B", must_have: AtMost(3)), (id: "c", name: "C")],
        options: [(id: "both", name: "B"), (id: "twice", name: "T"), (id: "edge", name: "E"), (id: "open", name: "O")],
        scores: {
            "both": {"a": (score: 4.9)},
            "twice": {"a": (score: 0), "b": (score: 3.1), "c": (score: 9)},
            "edge": {"a": (score: 5), "b": (score: 3), "c": (score: 6)},
            "open": {"a": (score: 9), "c": (score: 9)},
        }"#,
    );
    let ranked = json(["rank", "s.ron"], &text);
    let out = |id: &str| entry(&ranked["apart"], "option", id).clone();
    let ruled_out = |id: &str, criteria: &[&str]| serde_json::json!({"option": id, "because": "ruled-out", "criteria": criteria, "low": null, "high": null, "rank": null});
    assert_eq!(out("both"), ruled_out("both", &["a"]));
    assert_eq!(out("twice"), ruled_out("twice", &["a", "b"]));
    assert_eq!(
        (&out("open")["because"], &out("open")["criteria"]),
        (&"not-scored".into(), &serde_json::json!(["b"]))
    );
    assert_eq!(
        (ranked["ranking"].as_array().unwrap().len(), &ranked["ranking"][0]["option"]),
        (1, &"edge".into())
    );
    assert_eq!(ranked["apart"].as_array().unwrap().len(), 3);
}

#[test]
fn an_option_that_could_still_lead_is_named() {
    let cases: [(&[(&str, &str, &str)], &[&str]); 4] = [
        (&[("i", "4", "-"), ("x", "7", "7.1")], &[]),
        (&[("i", "4", "-"), ("x", "7", "7")], &["may-lead"]),
        (&[("i", "4", "-"), ("x", "7.00000001", "7")], &["may-lead"]),
        (&[("i", "4", "-"), ("j", "9", "-"), ("x", "1", "1")], &["may-lead", "may-lead"]),
    ];
    for (cells, expected) in cases {
        let ranked = json(["rank", "s.ron"], &options(cells));
        assert_eq!(kinds(&ranked), expected, "{cells:?}");
        let message = ranked["findings"][0]["message"].as_str().unwrap_or_default();
        assert_eq!(message.contains('i'), !expected.is_empty(), "{cells:?}: {message}");
    }
}
