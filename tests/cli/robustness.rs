//! `mizan robustness`: parts that are known in closed form, the words of the call, and what is told
//! of it.

use serde_json::{Value, json as value};

use crate::common::Call;
use crate::{entry, json, kinds, scenario};

/// x is first while a's share is above 0.7/1.2, y below it; z never.
const THREE: &str = r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
scores: {
    "x": {"a": (score: 8), "b": (score: 2)},
    "y": {"a": (score: 3), "b": (score: 9)},
    "z": {"a": (score: 2), "b": (score: 1)},
},
teams: [
    (id: "t", name: "T", weights: {"a": 3, "b": 1}),
    (id: "u", name: "U", weights: {"a": 1, "b": 3}),
    (id: "idle", name: "Idle"),
    (id: "shut", name: "Shut", weights: {"a": 1}, seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000")),
]"#;

/// Where the two are level.
const LEVEL: f64 = 0.7 / 1.2;

/// That a part counted over 100,000 samples is what it should be, by five standard errors.
#[track_caller]
fn part(found: &Value, wished: f64) {
    let own = found.as_f64().unwrap();
    assert!(
        (own - wished).abs() <= 5.0 * (wished * (1.0 - wished) / 1e5).sqrt(),
        "{own} is not {wished}"
    );
}

#[test]
fn parts_of_the_weightings_are_those_worked_out_by_hand() {
    let found = json(["robustness", "s.ron", "--team", "t"], &scenario(THREE));
    assert_eq!(
        [
            &found["team"],
            &found["weights"],
            &found["spread"],
            &found["widen"],
            &found["samples"],
            &found["seed"]
        ],
        [
            &value!("t"),
            &value!("any"),
            &value!("triangular"),
            &value!(false),
            &value!(100_000),
            &value!(1)
        ]
    );
    part(&found["acceptability"]["x"][0], 1.0 - LEVEL);
    part(&found["acceptability"]["y"][0], LEVEL);
    assert_eq!(
        found["acceptability"]["z"],
        value!([0.0, found["acceptability"]["z"][1], found["acceptability"]["z"][2]])
    );
    part(&found["pairwise"]["x"]["y"], 1.0 - LEVEL);
    assert_eq!(found["pairwise"]["z"], value!({"x": 0.0, "y": 0.0}));
    // A share that is uniform from LEVEL to 1 has its middle as its mean.
    let central = found["central_weights"]["x"]["a"].as_f64().unwrap();
    assert!((central - f64::midpoint(LEVEL, 1.0)).abs() < 0.003, "{central}");
    assert_eq!(
        (&found["central_weights"]["z"], &found["confidence"]),
        (&Value::Null, &value!({"x": 1.0, "y": 1.0, "z": null}))
    );
}

#[test]
fn odds_are_exact_where_nothing_is_drawn_and_left_out_where_something_is() {
    let odds = |words: &[&str], scenario: &str| {
        let words = ["robustness", "s.ron", "--team", "t", "--samples", "1000"].iter().chain(words);
        let words = words.copied().chain(["--format", "json"]);
        let found = Call::new(words).file("s.ron", scenario).run().expect(0).json_lines().remove(0);
        found["odds"].clone()
    };
    let exact = odds(&[], &scenario(THREE));
    let near = |found: &Value, wished: f64| {
        assert!((found.as_f64().unwrap() - wished).abs() < 1e-12, "{found} is not {wished}");
    };
    near(&exact["first"]["x"], 1.0 - LEVEL);
    near(&exact["first"]["y"], LEVEL);
    near(&exact["first"]["z"], 0.0);
    near(&exact["pairs"]["y"]["x"], LEVEL);
    assert_eq!(exact["pairs"]["z"], value!({"x": 0.0, "y": 0.0}));
    assert_eq!(exact["pairs"]["x"].as_object().unwrap().len(), 2);
    // Shares of a from 0.5 on, and within 10 points of 0.75.
    near(&odds(&["--weights", "order"], &scenario(THREE))["first"]["x"], 2.0 * (1.0 - LEVEL));
    assert_eq!(odds(&["--weights", "margin=10"], &scenario(THREE))["first"]["x"], 1.0);
    // Mixes of 0.75 and 0.25.
    near(&odds(&["--weights", "teams"], &scenario(THREE))["first"]["y"], (LEVEL - 0.25) / 0.5);
    let ranged = THREE.replace(r#""a": (score: 8)"#, r#""a": (score: 8, low: 7)"#);
    assert_eq!(odds(&[], &scenario(&ranged)), Value::Null);
    assert_eq!(odds(&["--widen"], &scenario(THREE)), Value::Null, "what isn't graded is widened");
    assert_eq!(odds(&["--spread", "none"], &scenario(&ranged)), exact);
    let tied = THREE.replace(r#""a": 3, "b": 1}"#, r#""a": 1, "b": 1}"#);
    assert_eq!(odds(&["--weights", "order"], &scenario(&tied)), Value::Null);
    let told = Call::new(["robustness", "s.ron", "--team", "t"]).file("s.ron", scenario(THREE));
    let told = told.run().expect(0).stdout;
    assert!(
        told.contains("Exactly, first of all weightings: Y under 58.3 % and X under 41.7 %."),
        "{told}"
    );
}

#[test]
fn weightings_are_drawn_from_where_the_call_says() {
    let first = |words: &[&str]| {
        let words = ["robustness", "s.ron", "--format", "json"].iter().chain(words);
        Call::new(words.copied())
            .file("s.ron", scenario(THREE))
            .run()
            .expect(0)
            .json_lines()
            .remove(0)
    };
    // a's share is uniform from 0.5 to 1 in the order of T.
    part(
        &first(&["--team", "t", "--weights", "order"])["acceptability"]["x"][0],
        (1.0 - LEVEL) / 0.5,
    );
    // Within 30 points of 0.75, from 0.525 to 0.825.
    let near = first(&["--team", "t", "--weights", "margin=30"]);
    part(&near["acceptability"]["x"][0], (0.825 - LEVEL) / 0.3);
    assert_eq!(near["weights"], "margin=30");
    // Mixes of T's 0.75 and U's 0.25; those that have not weighed or are sealed count for nothing.
    part(&first(&["--weights", "teams"])["acceptability"]["x"][0], (0.75 - LEVEL) / 0.5);
    assert_eq!(first(&["--weights", "teams"])["team"], "mean");
    assert_ne!(first(&["--seed", "2"])["acceptability"], first(&[])["acceptability"]);
    assert_eq!(first(&["--threads", "1"]), first(&["--threads", "7"]));
    assert_eq!(first(&["--samples", "7"])["samples"], 7);
}

#[test]
fn ranges_and_grades_make_scores_uncertain() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A")], options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 5, low: 3, high: 7, grade: A1)}, "y": {"a": (score: 4, grade: B2)}}"#,
    );
    // A triangle from 3 to 7 with its top at 5 leaves an eighth below 4.
    let found = json(["robustness", "s.ron"], &text);
    part(&found["acceptability"]["x"][0], 7.0 / 8.0);
    part(&found["confidence"]["x"], 7.0 / 8.0);
    part(
        &json(["robustness", "s.ron", "--spread", "uniform"], &text)["acceptability"]["x"][0],
        3.0 / 4.0,
    );
    assert_eq!(
        json(["robustness", "s.ron", "--spread", "none"], &text)["acceptability"]["x"][0],
        1.0
    );
    // B2 opens 5 % of the range to each side of 4; evenly drawn, x below y: (4.5² − 3.5²) / 2 − 3
    // of 4 × 1.
    let widened =
        Call::new(["robustness", "s.ron", "--widen", "--spread", "uniform", "--format", "json"])
            .file("s.ron", &text)
            .run()
            .expect(0);
    let widened = widened.json_lines().remove(0);
    assert_eq!(widened["widen"], true);
    part(&widened["acceptability"]["x"][0], 3.0 / 4.0);
    assert_ne!(widened["acceptability"], found["acceptability"]);
}

#[test]
fn wrong_words_are_told_with_the_nearest_and_change_nothing() {
    let cases: [(&[&str], &str); 12] = [
        (&["--weights", "ordr"], "`order`"),
        (&["--weights", "margin"], "`margin=P`"),
        (&["--weights", "margn=5"], "`margin=P`"),
        (&["--weights", "everything"], "known are any, order, margin=P, teams"),
        (&["--weights", "margin=0"], "above 0"),
        (&["--weights", "margin=100.5"], "up to 100"),
        (&["--weights", "margin=NaN"], "NaN"),
        (&["--spread", "triangle"], "triangular"),
        (&["--samples", "0"], "samples"),
        (&["--threads", "0"], "threads"),
        (&["--widen", "--spread", "none"], "--widen"),
        (&["--team", "idl"], "`idle`"),
    ];
    for (words, told) in cases {
        let words = ["robustness", "s.ron"].iter().chain(words);
        let outcome = Call::new(words.copied()).file("s.ron", scenario(THREE)).run().expect(2);
        assert!(
            outcome.stderr.contains(told) && outcome.stdout.is_empty(),
            "{told}: {}",
            outcome.stderr
        );
    }
    for subcommand in ["robustness", "sensitivity"] {
        let outcome = Call::new([subcommand, "s.ron", "--team", "shut"])
            .file("s.ron", scenario(THREE))
            .run()
            .expect(1);
        assert!(
            outcome.stderr.contains("sealed until the round is opened")
                && outcome.stdout.is_empty(),
            "{}",
            outcome.stderr
        );
        let outcome = Call::new([subcommand, "s.ron", "--team", "all"])
            .file("s.ron", scenario(THREE))
            .run()
            .expect(2);
        assert!(outcome.stderr.contains("`all`"), "{}", outcome.stderr);
    }
}

#[test]
fn options_that_are_not_ranked_are_left_out_and_nothing_is_nothing() {
    let open = scenario(
        &THREE
            .replace(r#""z": {"a": (score: 2), "b": (score: 1)},"#, r#""z": {"a": (score: 10)},"#),
    );
    let found = json(["robustness", "s.ron", "--team", "t"], &open);
    assert_eq!(found["acceptability"].as_object().unwrap().keys().collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(
        (found["acceptability"]["x"].as_array().unwrap().len(), kinds(&found)),
        (2, vec!["may-lead"])
    );
    assert_eq!(entry(&found["findings"], "kind", "may-lead")["path"], "options.\"z\"");
    let none = json(["robustness", "s.ron"], &scenario(""));
    assert_eq!(
        (&none["acceptability"], &none["pairwise"], kinds(&none)),
        (&value!({}), &value!({}), vec!["no-criteria", "nothing-ranked"])
    );
    for format in ["table", "csv"] {
        Call::new(["robustness", "s.ron", "--format", format])
            .file("s.ron", scenario(""))
            .run()
            .expect(0);
    }
}

#[test]
fn a_person_is_told_places_in_20_weightings() {
    let told = Call::new(["robustness", "s.ron", "--team", "t"])
        .file("s.ron", scenario(THREE))
        .run()
        .expect(0)
        .stdout;
    let lines: Vec<&str> = told.lines().collect();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("100000 draws: any weights, scores within their ranges.")),
        "{told}"
    );
    let places = |name: &str| -> Vec<&str> {
        let line = lines.iter().find(|line| line.split_whitespace().nth(1) == Some(name)).unwrap();
        line.split_whitespace().skip(2).take(3).collect()
    };
    // x is third where y and z are ahead of it, which is never: z lies below both.
    assert_eq!(
        (places("X"), places("Y"), places("Z")),
        (vec!["8", "12", "·"], vec!["12", "8", "·"], vec!["·", "·", "20"])
    );
    assert!(told.contains("Weights that put Y first, on average: 71 % B and 29 % A."), "{told}");
    let csv = Call::new(["robustness", "s.ron", "--format", "csv"])
        .file("s.ron", scenario(THREE))
        .run()
        .expect(0)
        .stdout;
    assert!(csv.starts_with("option,acceptability.1,acceptability.2,acceptability.3\nx,"), "{csv}");
    let wide =
        Call::new(["robustness", "all-articles", "--samples", "2000"]).run().expect(0).stdout;
    assert!(
        wide.lines().all(|line| line.chars().count() <= 100) && wide.contains("later"),
        "{wide}"
    );
}
