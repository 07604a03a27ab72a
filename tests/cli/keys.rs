//! The order of the keys in JSON, read from the raw line.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::common::Call;

/// JSON whose objects keep the order of their keys.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ordered {
    Object(IndexMap<String, Ordered>),
    List(Vec<Ordered>),
    Other(serde_json::Value),
}

impl Ordered {
    fn at(&self, step: &str) -> &Self {
        match self {
            Self::Object(entries) => &entries[step],
            Self::List(things) => &things[step.parse::<usize>().unwrap()],
            Self::Other(value) => panic!("there is no {step} in {value}"),
        }
    }

    fn keys(&self) -> String {
        match self {
            Self::Object(entries) => {
                entries.keys().map(String::as_str).collect::<Vec<_>>().join(" ")
            }
            Self::List(_) | Self::Other(_) => panic!("this is no object"),
        }
    }
}

/// One option of each kind, a team of each kind, and a finding.
const ALL_KINDS: &str = r#"(
format: 1, title: "A title",
criteria: [(id: "z", name: "Z", must_have: AtLeast(2)), (id: "a", name: "A")],
options: [(id: "full", name: "F"), (id: "half", name: "H"), (id: "out", name: "O")],
scores: {"full": {"a": (score: 4), "z": (score: 5)}, "half": {"z": (score: 9)}, "out": {"a": (score: 1), "z": (score: 1)}},
teams: [
    (id: "shut", name: "S", weights: {"z": 1}, seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f")),
    (id: "open", name: "P", weights: {"a": 1, "z": 1}),
],
)"#;

/// Three options that are all ranked, the last of which never wins; ids that fall in no alphabet's
/// order.
const THREE: &str = r#"(
format: 1, title: "A title",
criteria: [(id: "b", name: "B"), (id: "a", name: "A")],
options: [(id: "y", name: "Y"), (id: "x", name: "X"), (id: "z", name: "Z")],
scores: {"y": {"a": (score: 3), "b": (score: 9)}, "x": {"a": (score: 8), "b": (score: 2)}, "z": {"a": (score: 2), "b": (score: 1)}},
)"#;

/// A call, the steps to an object in its first line, and the object's keys.
const ORDERS: &[(&[&str], &str, &str)] = &[
    (
        &["rank", "s.ron", "--team", "open"],
        "",
        "scenario file team method shares ranking apart findings",
    ),
    (
        &["rank", "s.ron", "--team", "mean"],
        "",
        "scenario file team method shares ranking apart findings",
    ),
    (&["rank", "s.ron", "--team", "open"], "shares", "z a"),
    (&["rank", "s.ron", "--team", "open"], "ranking 0", "option rank total contributions"),
    (&["rank", "s.ron", "--team", "open"], "ranking 0 contributions", "z a"),
    (&["rank", "s.ron", "--team", "open"], "apart 0", "option because criteria low high rank"),
    (&["rank", "s.ron", "--team", "open"], "apart 1", "option because criteria low high rank"),
    (&["rank", "s.ron", "--team", "open"], "findings 0", "kind path line message"),
    (&["rank", "s.ron", "--team", "all"], "", "scenario file method teams findings"),
    (&["rank", "s.ron", "--team", "all"], "teams 0", "team sealed"),
    (&["rank", "s.ron", "--team", "all"], "teams 1", "team shares ranking apart"),
    (
        &["rank", "s.ron", "--team", "open", "--method", "vikor"],
        "",
        "scenario file team method shares ranking compromise apart findings",
    ),
    (
        &["rank", "s.ron", "--team", "open", "--method", "vikor"],
        "ranking 0",
        "option rank total s r",
    ),
    (
        &["rank", "s.ron", "--team", "open", "--method", "promethee-2"],
        "ranking 0",
        "option rank total phi_plus phi_minus",
    ),
    (&["rank", "s.ron", "--team", "open", "--method", "topsis"], "ranking 0", "option rank total"),
    (
        &["rank", "s.ron", "--team", "all", "--method", "vikor"],
        "teams 1",
        "team shares ranking compromise apart",
    ),
    (
        &["sensitivity", "three.ron"],
        "",
        "scenario file team winner dominance stability flip never_wins critical assumptions findings",
    ),
    (&["sensitivity", "three.ron"], "stability", "b a"),
    (&["sensitivity", "three.ron"], "stability b", "share low high below above"),
    (&["sensitivity", "three.ron"], "flip", "option points shares"),
    (&["sensitivity", "three.ron"], "flip shares", "b a"),
    (&["sensitivity", "three.ron"], "never_wins 0", "option margin cure"),
    (&["sensitivity", "three.ron"], "never_wins 0 cure", "criterion from to shares"),
    (
        &["sensitivity", "three.ron"],
        "critical 0",
        "option criterion from to beyond change takes_over inside critical grade",
    ),
    (
        &["robustness", "three.ron", "--samples", "9"],
        "",
        "scenario file team weights spread widen samples seed acceptability central_weights confidence pairwise odds findings",
    ),
    (&["robustness", "three.ron", "--samples", "9"], "acceptability", "y x z"),
    (&["robustness", "three.ron", "--samples", "9"], "central_weights y", "b a"),
    (&["robustness", "three.ron", "--samples", "9"], "pairwise", "y x z"),
    (&["robustness", "three.ron", "--samples", "9"], "pairwise x", "y z"),
    (
        &["weigh", "s.ron", "--team", "open"],
        "",
        "scenario file team elicitation weighed shares consistency findings",
    ),
    (&["weigh", "s.ron", "--team", "open"], "shares", "z a"),
    (&["check", "s.ron"], "", "scenario file errors seals findings"),
    (&["check", "s.ron"], "seals 0", "team code opened holds"),
    (&["check", "broken.ron"], "", "scenario file errors seals findings"),
    (&["check", "broken.ron"], "errors 0", "place path line column message"),
];

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    for (words, steps, keys) in ORDERS {
        let words = words.iter().copied().chain(["--format", "json"]);
        let outcome = Call::new(words)
            .file("s.ron", ALL_KINDS)
            .file("three.ron", THREE)
            .file("broken.ron", "(format: 1)")
            .run();
        let whole: Ordered = serde_json::from_str(&outcome.stdout).unwrap();
        let found = steps.split_whitespace().fold(&whole, |object, step| object.at(step));
        assert_eq!(found.keys(), *keys, "{steps} of {}", outcome.stdout);
    }
}

#[test]
fn every_object_has_its_scenario_file_and_findings_last() {
    let calls: [&[&str]; 6] = [
        &["rank", "s.ron"],
        &["weigh", "s.ron", "--team", "open"],
        &["sensitivity", "s.ron"],
        &["robustness", "s.ron"],
        &["check", "s.ron", "s.ron"],
        &["presets"],
    ];
    for words in calls {
        let outcome = Call::new(words.iter().copied().chain(["--format", "json"]))
            .file("s.ron", ALL_KINDS)
            .run()
            .expect(0);
        assert!(!outcome.stdout.is_empty());
        for line in outcome.stdout.lines() {
            let keys = serde_json::from_str::<Ordered>(line).unwrap().keys();
            assert!(
                keys.starts_with("scenario file ") && keys.ends_with(" findings"),
                "{words:?}: {keys}"
            );
        }
    }
}

#[test]
fn numbers_are_the_shortest_decimals_that_read_back() {
    let text = ALL_KINDS.replace("\"a\": 1, \"z\": 1", "\"a\": 1, \"z\": 2");
    let outcome = Call::new(["rank", "s.ron", "--team", "open", "--format", "json"])
        .file("s.ron", text)
        .run()
        .expect(0);
    // The shares are 2/3 and 1/3, and z's part is 2/3 of 5/10.
    for number in
        ["\"z\":0.6666666666666666,", "\"a\":0.3333333333333333}", "\"z\":0.3333333333333333,"]
    {
        assert!(outcome.stdout.contains(number), "{number} is not in {}", outcome.stdout);
    }
}
