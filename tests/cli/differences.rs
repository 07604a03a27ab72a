//! `mizan diff`: each field by its own name, with both values, as far apart as they are.

use crate::common::Call;

/// A document that uses every field of the format that a document holds today.
const DOCUMENT: &str = r#"(
format: 1,
title: "Posture",
question: "Which?",
decision_maker: "Washington",
notes: "Quietly.",
marking: "Members only",
sources: {"paper": (title: "Paper", authors: ["Ann"], publisher: "Press", date: "2025-09", url: "https://a.example")},
groups: [(id: "g", name: "Risks", short: "R", note: "All of them."), (id: "h", name: "Other")],
criteria: [
    (id: "c", name: "Cost", short: "C", note: "Yearly.", hue: 1, group: "g", goal: Minimize,
        range: Fixed(0, 20), unit: "USD", labels: [(0, "free"), (20, "dear")], must_have: AtMost(18), benchmark: 9,
        preference: Linear(1, 2)),
    (id: "d", name: "Gain", hue: 2, group: "g", value: Piecewise([(0, 0), (10, 1)])),
    (id: "e", name: "Ease", hue: 3, range: Observed),
],
options: [
    (id: "x", name: "Leave", short: "L", note: "At once.", letter: "A"),
    (id: "y", name: "Stay", letter: "B"),
],
baseline: "y",
assumptions: [(id: "dry", name: "It stays dry", short: "Dry", note: "So far.", holds: false), (id: "calm", name: "Calm")],
scores: {
    "x": {"c": (score: 5.5, low: 4, high: 7, reason: "guessed", evidence: [(source: "paper", at: "p. 3", says: "cheap", passage: (words: 12, sha256: "c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4"))], grade: B2, otherwise: {"calm": (score: 8, low: 7.5, reason: "storms")}), "d": (score: 3)},
    "y": {"c": (score: 6), "d": (score: 4), "e": (score: 1)},
},
teams: [
    (id: "t", name: "Baghdad", short: "Bag", note: "The host.", mark: 1, elicitation: Swing([("g", 100), ("e", 50), ("c", 80), ("d", 40)]),
        weighed_ranges: {"c": (20, 0)}, weighed: "2026-01-01T00:00:00Z", reasons: {"c": "It is dear."},
        scores: {"x": {"d": (score: 9)}}, gut_ranking: ["x", "y"]),
    (id: "u", name: "Erbil", mark: 2, weights: {"g": 1, "e": 3}),
],
rounds: [(name: "First", closed: "2026-01-02T00:00:00Z", options: [(id: "x", name: "Leave")])],
method: Vikor(0.5),
decision: (option: "x", at: "2026-01-03T00:00:00Z", by: "The minister", reasons: "Cheaper.", review: "2026-06", conditions: ["Rent rises."],
    positions: {"t": (stance: For, reason: "Gladly.", prefers: "y")}),
ballot: (of: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", round: "First"),
workshop: (began: "2026-01-05T00:00:00Z", hides: Nothing),
)
"#;

/// What is changed, into what, and what is told, all of it.
type Case = (&'static str, &'static str, &'static [&'static str]);

/// What is told of two files that differ, each difference whole.
#[track_caller]
pub fn messages(a: &str, b: &str) -> Vec<String> {
    let call = Call::new(["diff", "a.ron", "b.ron", "--format", "json"]);
    let told = call.file("a.ron", a).file("b.ron", b).run().expect(1).json_lines().remove(0);
    let differences = told["differences"].as_array().unwrap().iter();
    differences.map(|difference| difference["message"].as_str().unwrap().to_owned()).collect()
}

/// What is told of the document and one in which some text is another.
#[track_caller]
fn told(from: &str, to: &str) -> Vec<String> {
    assert_eq!(DOCUMENT.matches(from).count(), 1, "{from} stands there once");
    messages(DOCUMENT, &DOCUMENT.replace(from, to))
}

#[track_caller]
fn check(cases: &[Case]) {
    for (from, to, expected) in cases {
        assert_eq!(told(from, to), *expected, "{from} to {to}");
    }
}

#[test]
fn what_the_scenario_says_of_itself() {
    check(&[
        ("\"Posture\"", "\"Plan\"", &["The title is “Posture” in a.ron, “Plan” in b.ron."]),
        ("\"Which?\"", "\"\"", &["The question is “Which?” in a.ron, empty in b.ron."]),
        (
            "\"Washington\"",
            "\"Rome\"",
            &["The decision is made by “Washington” in a.ron, “Rome” in b.ron."],
        ),
        (
            "\"Quietly.\"",
            "\"Loudly.\"",
            &["The notes read “Quietly.” in a.ron, “Loudly.” in b.ron."],
        ),
        (
            "Vikor(0.5)",
            "Vikor(0.6)",
            &["The method is VIKOR with v = 0.5 in a.ron, VIKOR with v = 0.6 in b.ron."],
        ),
        ("Vikor(0.5)", "Topsis", &["The method is VIKOR with v = 0.5 in a.ron, TOPSIS in b.ron."]),
        (
            "round: \"First\"",
            "round: \"Last\"",
            &["As a ballot it is of round “First” and document 0123456789ab… in a.ron, of round \
               “Last” and document 0123456789ab… in b.ron."],
        ),
    ]);
}

#[test]
fn what_it_takes_for_granted_and_what_is_marked() {
    check(&[
        ("\"Members only\"", "\"\"", &["The marking is “Members only” in a.ron, empty in b.ron."]),
        ("baseline: \"y\",", "", &["The baseline is “Stay” in a.ron, none in b.ron."]),
        (
            "holds: false",
            "holds: true",
            &["The assumption “It stays dry”: it is taken not to hold in a.ron, to hold in b.ron."],
        ),
        (
            "(id: \"calm\", name: \"Calm\")",
            "(id: \"calm\", name: \"Calm\"), (id: \"new\", name: \"New\")",
            &["The assumption “New” is only in b.ron."],
        ),
        (
            "benchmark: 9",
            "benchmark: 9.5",
            &["The criterion “Cost”: the benchmark is 9 in a.ron, 9.5 in b.ron."],
        ),
        (
            "score: 8, low: 7.5",
            "score: 9, low: 7.5",
            &["Leave on Cost: where “Calm” doesn’t hold, it is 8 (7.5 or more), “storms” in \
                 a.ron, 9 (7.5 or more), “storms” in b.ron."],
        ),
        (
            ", otherwise: {\"calm\": (score: 8, low: 7.5, reason: \"storms\")}",
            "",
            &["Leave on Cost: where “Calm” doesn’t hold, it is 8 (7.5 or more), “storms” in \
                 a.ron, no other in b.ron."],
        ),
        (
            "hides: Nothing",
            "hides: Totals",
            &["Its workshop began at 2026-01-05T00:00:00Z and hides nothing in a.ron, began at \
                 2026-01-05T00:00:00Z and hides totals in b.ron."],
        ),
        (
            "conditions: [\"Rent rises.\"]",
            "conditions: []",
            &["When to look at the decision again is “Rent rises.” in a.ron, none in b.ron."],
        ),
        (
            ", prefers: \"y\"",
            "",
            &["Baghdad: its position on the decision is for it, would rather have “Stay”, \
                 “Gladly.” in a.ron, for it, “Gladly.” in b.ron."],
        ),
        (
            "(option: \"x\", at:",
            "(at:",
            &["The decision is for “Leave” in a.ron, none of them in b.ron."],
        ),
        (
            "words: 12",
            "words: 13",
            &["Leave on Cost: the evidence is “Paper, p. 3: cheap (passage of 12 words, \
                 c4c4c4c4c4c4…)” in a.ron, “Paper, p. 3: cheap (passage of 13 words, \
                 c4c4c4c4c4c4…)” in b.ron."],
        ),
    ]);
}

#[test]
fn what_a_criterion_is() {
    check(&[
        (
            "goal: Minimize",
            "goal: Maximize",
            &["The criterion “Cost”: good is what is low in a.ron, what is high in b.ron."],
        ),
        (
            "AtMost(18)",
            "AtLeast(2)",
            &["The criterion “Cost”: the must-have is at most 18 in a.ron, at least 2 in b.ron."],
        ),
        (
            "AtMost(18)",
            "AtMost(18.00000001)",
            &[
                "The criterion “Cost”: the must-have is at most 18 in a.ron, at most 18.00000001 in \
               b.ron.",
            ],
        ),
        (
            "Fixed(0, 20)",
            "Fixed(0, 25)",
            &["The criterion “Cost”: the range is from 0 to 20 in a.ron, from 0 to 25 in b.ron."],
        ),
        (
            "Fixed(0, 20)",
            "Observed",
            &["The criterion “Cost”: the range is from 0 to 20 in a.ron, from the least to the \
               greatest score in b.ron."],
        ),
        (
            "\"USD\"",
            "\"EUR\"",
            &["The criterion “Cost”: the unit is “USD” in a.ron, “EUR” in b.ron."],
        ),
        (
            "(20, \"dear\")",
            "(20, \"a lot\")",
            &["The criterion “Cost”: the written anchors are 0 “free” and 20 “dear” in a.ron, 0 \
               “free” and 20 “a lot” in b.ron."],
        ),
        (
            "(10, 1)])",
            "(9, 1), (10, 1)])",
            &["The criterion “Gain”: the value function is 0 worth 0 and 10 worth 1 in a.ron, 0 \
               worth 0, 9 worth 1 and 10 worth 1 in b.ron."],
        ),
    ]);
}

#[test]
fn how_a_criterion_is_called_and_stands_among_others() {
    check(&[
        (
            "Linear(1, 2)",
            "Gaussian(2)",
            &["The criterion “Cost”: the preference function is linear from 1 to 2 in a.ron, \
               Gaussian with 2 in b.ron."],
        ),
        (
            "hue: 1, group: \"g\"",
            "hue: 1, group: \"h\"",
            &["The criterion “Cost”: it lies in “Risks” in a.ron, in “Other” in b.ron."],
        ),
        (
            "hue: 1,",
            "hue: 7,",
            &["The criterion “Cost”: the colour is number 1 in a.ron, number 7 in b.ron."],
        ),
        (
            "\"Yearly.\"",
            "\"Monthly.\"",
            &["The criterion “Cost”: the note is “Yearly.” in a.ron, “Monthly.” in b.ron."],
        ),
        (
            "short: \"C\"",
            "short: \"K\"",
            &["The criterion “Cost”: the short name is “C” in a.ron, “K” in b.ron."],
        ),
        (
            "\"Cost\"",
            "\"Costs\"",
            &["The criterion “Cost”: the name is “Cost” in a.ron, “Costs” in b.ron."],
        ),
    ]);
}

#[test]
fn what_a_cell_says() {
    check(&[
        ("score: 5.5", "score: 5.50000001", &["Leave on Cost: 5.5 in a.ron, 5.50000001 in b.ron."]),
        ("low: 4", "low: 0", &["Leave on Cost: the low is 4 in a.ron, 0 in b.ron."]),
        (", low: 4", "", &["Leave on Cost: the low is 4 in a.ron, none in b.ron."]),
        ("high: 7", "high: 8", &["Leave on Cost: the high is 7 in a.ron, 8 in b.ron."]),
        (
            "\"guessed\"",
            "\"counted\"",
            &["Leave on Cost: the reason is “guessed” in a.ron, “counted” in b.ron."],
        ),
        ("grade: B2", "grade: C3", &["Leave on Cost: the grade is B2 in a.ron, C3 in b.ron."]),
        (
            "\"p. 3\"",
            "\"p. 4\"",
            &["Leave on Cost: the evidence is “Paper, p. 3: cheap (passage of 12 words, \
                 c4c4c4c4c4c4…)” in a.ron, “Paper, p. 4: cheap (passage of 12 words, \
                 c4c4c4c4c4c4…)” in b.ron."],
        ),
        (", \"e\": (score: 1)", "", &["Stay on Ease: 1 in a.ron, not scored in b.ron."]),
        (
            "(score: 9)",
            "(score: 8)",
            &["Baghdad’s own score of Leave on Gain: 9 in a.ron, 8 in b.ron."],
        ),
        (
            "{\"x\": {\"d\": (score: 9)}}",
            "{}",
            &["Baghdad’s own score of Leave on Gain: 9 in a.ron, none in b.ron."],
        ),
    ]);
}

#[test]
fn what_a_team_is_and_judges() {
    check(&[
        (
            "\"Bag\"",
            "\"Bgd\"",
            &["The team “Baghdad”: the short name is “Bag” in a.ron, “Bgd” in b.ron."],
        ),
        (
            "mark: 1",
            "mark: 5",
            &["The team “Baghdad”: the mark is number 1 in a.ron, number 5 in b.ron."],
        ),
        (
            "\"It is dear.\"",
            "\"It is not.\"",
            &[
                "Baghdad: the reason for its weight of Cost is “It is dear.” in a.ron, “It is not.” in \
               b.ron.",
            ],
        ),
        (
            "[\"x\", \"y\"]",
            "[\"y\", \"x\"]",
            &["Baghdad: its gut ranking is Leave > Stay in a.ron, Stay > Leave in b.ron."],
        ),
        (
            "{\"c\": (20, 0)}",
            "{\"c\": (20, 10)}",
            &[
                "Baghdad: Cost weighs 66.7 % in a.ron, 80.0 % in b.ron; Gain weighs 33.3 % in a.ron, \
               20.0 % in b.ron; the weight of Cost was given for the swing from 20 to 0 in a.ron, for \
               the swing from 20 to 10 in b.ron.",
            ],
        ),
        (
            "2026-01-01T00:00:00Z",
            "2026-01-05T00:00:00Z",
            &[
                "Baghdad: it last weighed at 2026-01-01T00:00:00Z in a.ron, 2026-01-05T00:00:00Z in \
               b.ron.",
            ],
        ),
        (
            "{\"g\": 1, \"e\": 3}",
            "{\"g\": 1, \"e\": 1}",
            &[
                "Erbil: Ease weighs 75.0 % in a.ron, 50.0 % in b.ron; Cost weighs 12.5 % in a.ron, 25.0 \
               % in b.ron; Gain weighs 12.5 % in a.ron, 25.0 % in b.ron; it judged by weights (Risks \
               1 and Ease 3) in a.ron, by weights (Risks 1 and Ease 1) in b.ron.",
            ],
        ),
    ]);
}

/// Where no ends are noted the weight was given for those of the scale.
#[test]
fn what_a_weight_was_given_for() {
    check(&[
        (
            "weighed_ranges: {\"c\": (20, 0)}, ",
            "",
            &[
                "Baghdad: the weight of Cost was given for the swing from 20 to 0 in a.ron, for the \
               swing between the ends of its scale in b.ron.",
            ],
        ),
        (
            "weights: {\"g\": 1, \"e\": 3}",
            "weights: {\"g\": 1, \"e\": 3}, weighed_ranges: {\"d\": (0, 10)}",
            &[
                "Erbil: the weight of Gain was given for the range between the ends of its scale in \
               a.ron, for the range from 0 to 10 in b.ron.",
            ],
        ),
    ]);
}

#[test]
fn options_sources_groups_decisions_and_rounds() {
    check(&[
        (
            "\"At once.\"",
            "\"Later.\"",
            &["The option “Leave”: the note is “At once.” in a.ron, “Later.” in b.ron."],
        ),
        (
            "letter: \"B\"",
            "letter: \"Z\"",
            &["The option “Stay”: the letter is “B” in a.ron, “Z” in b.ron."],
        ),
        (
            "\"All of them.\"",
            "\"Some.\"",
            &["The group “Risks”: the note is “All of them.” in a.ron, “Some.” in b.ron."],
        ),
        (
            "[\"Ann\"]",
            "[\"Ann\", \"Bob\"]",
            &["The source “Paper”: the authors are “Ann” in a.ron, “Ann” and “Bob” in b.ron."],
        ),
        (
            "\"2025-09\"",
            "\"2025\"",
            &["The source “Paper”: the date is 2025-09 in a.ron, 2025 in b.ron."],
        ),
        (
            "\"The minister\"",
            "\"The cabinet\"",
            &["The decision was taken by “The minister” in a.ron, “The cabinet” in b.ron."],
        ),
        (
            "decision: (option: \"x\"",
            "decision: (option: \"y\"",
            &["The decision is for “Leave” in a.ron, “Stay” in b.ron."],
        ),
        (
            "stance: For",
            "stance: Dissents",
            &["Baghdad: its position on the decision is for it, would rather have “Stay”, \
               “Gladly.” in a.ron, dissents, would rather have “Stay”, “Gladly.” in b.ron."],
        ),
        (
            "review: \"2026-06\"",
            "review: \"2026-07\"",
            &["The decision is looked at again on 2026-06 in a.ron, 2026-07 in b.ron."],
        ),
        (
            "name: \"First\"",
            "name: \"Opening\"",
            &[
                "The closed round “First” is only in a.ron.",
                "The closed round “Opening” is only in b.ron.",
            ],
        ),
        ("2026-01-02T", "2026-01-04T", &["The closed round “First” holds something else."]),
    ]);
}

#[test]
fn long_texts_are_told_where_they_part() {
    let long = "word ".repeat(300);
    let [here, there] =
        ["here", "there"].map(|end| DOCUMENT.replace("Quietly.", &format!("{long}{end}")));
    let told = messages(&here, &there).concat();
    assert!(told.contains("word here”") && told.contains("word there”"), "{told}");
    assert!(told.chars().count() < 200, "{told}");
}
