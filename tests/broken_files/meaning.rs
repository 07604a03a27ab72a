//! Faults of meaning: the file is well formed, yet breaks a rule.

use crate::common::Call;
use crate::{Broken, SOUND, hold};

/// What is wrong, the part of the sound file, what stands there instead, the path that is named,
/// and a phrase of the message.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

fn hold_all(rows: &[Row]) {
    let case = |(name, from, to, path, says): &Row| {
        Broken::changed(name, from, to, "meaning", &[path, says])
    };
    hold(&rows.iter().map(case).collect::<Vec<_>>());
}

/// The judgement of team blue, what is wrong with it, and a phrase.
fn hold_records(rows: &[(&str, &str, &str)]) {
    let case = |(name, record, says): &(&str, &str, &str)| {
        let path = "teams.\"blue\".elicitation: ";
        Broken::changed(
            name,
            "elicitation: Direct",
            &format!("¦elicitation: {record}"),
            "meaning",
            &[path, says],
        )
    };
    hold(&rows.iter().map(case).collect::<Vec<_>>());
}

const UNKNOWN_IDS: &[Row] = &[
    (
        "a criterion's group",
        "group: \"people\", goal",
        "¦group: \"peopel\", goal",
        "criteria.\"travel\".group: ",
        "did you mean `people`?",
    ),
    (
        "a group's group",
        "name: \"Money\")",
        "name: \"Money\", ¦group: \"x\")",
        "groups.\"money\".group: ",
        "no group `x`",
    ),
    (
        "a criterion as a group",
        "\"Rent\", group: \"money\"",
        "\"Rent\", ¦group: \"charm\"",
        "criteria.\"rent\".group: ",
        "no group `charm`",
    ),
    (
        "an option of the scores",
        "\"barn\": {",
        "¦\"barm\": {",
        "scores.\"barm\": ",
        "did you mean `barn`?",
    ),
    (
        "a criterion of the scores",
        "\"rent\": (",
        "¦\"rant\": (",
        "scores.\"barn\".\"rant\": ",
        "did you mean `rent`?",
    ),
    (
        "a group of the scores",
        "\"rent\": (",
        "¦\"money\": (",
        "scores.\"barn\".\"money\": ",
        "no criterion `money`",
    ),
    (
        "a source",
        "(source: \"survey\"",
        "(¦source: \"surveys\"",
        "scores.\"hall\".\"travel\".evidence[0].source: ",
        "did you mean `survey`?",
    ),
    (
        "a weight",
        "\"people\": 2",
        "¦\"poeple\": 2",
        "teams.\"red\".weights.\"poeple\": ",
        "did you mean `people`?",
    ),
    (
        "a weighed range",
        "{\"travel\": (5",
        "{¦\"travels\": (5",
        "teams.\"red\".weighed_ranges.\"travels\": ",
        "did you mean `travel`?",
    ),
    (
        "a weighed range of a group",
        "{\"travel\": (5",
        "{¦\"people\": (5",
        "teams.\"red\".weighed_ranges.\"people\": ",
        "criterion `people`",
    ),
    (
        "a reason",
        "{\"charm\": \"It",
        "{¦\"charms\": \"It",
        "teams.\"red\".reasons.\"charms\": ",
        "did you mean `charm`?",
    ),
    (
        "an option of a team's scores",
        "{\"hall\": {\"charm\"",
        "{¦\"hal\": {\"charm\"",
        "teams.\"red\".scores.\"hal\": ",
        "did you mean `hall`?",
    ),
    (
        "a criterion of a team's scores",
        "{\"hall\": {\"charm\"",
        "{\"hall\": {¦\"harm\"",
        "teams.\"red\".scores.\"hall\".\"harm\": ",
        "`charm`?",
    ),
    (
        "a gut ranking",
        "gut_ranking: [\"hall\", \"barn\"]",
        "¦gut_ranking: [\"hall\", \"born\"]",
        "teams.\"red\".gut_ranking[1]: ",
        "`barn`?",
    ),
    (
        "a decision's option",
        "option: \"hall\"",
        "¦option: \"hell\"",
        "decision.option: ",
        "did you mean `hall`?",
    ),
    (
        "a position's team",
        "{\"red\": (stance",
        "{¦\"rod\": (stance",
        "decision.positions.\"rod\": ",
        "did you mean `red`?",
    ),
    (
        "a baseline",
        "baseline: \"barn\"",
        "¦baseline: \"barm\"",
        "baseline: ",
        "did you mean `barn`?",
    ),
    (
        "an assumption of a score",
        "{\"dry\": (",
        "{¦\"dri\": (",
        "scores.\"hall\".\"travel\".otherwise.\"dri\": ",
        "did you mean `dry`?",
    ),
    (
        "an assumption of a team's score",
        "(score: 6)",
        "(score: 6, otherwise: {¦\"wet\": (score: 1)})",
        "teams.\"red\".scores.\"hall\".\"charm\".otherwise.\"wet\": ",
        "no assumption `wet`",
    ),
    (
        "an assumption of a round's score",
        "{\"old\": (score: 1)}",
        "{\"old\": (score: 1, otherwise: {¦\"dry\": (score: 2)})}",
        "rounds.\"First\".scores.\"tent\".\"old\".otherwise.\"dry\": ",
        "no assumption `dry`",
    ),
    (
        "an option that is preferred",
        "prefers: \"barn\"",
        "¦prefers: \"barm\"",
        "decision.positions.\"red\".prefers: ",
        "did you mean `barn`?",
    ),
    (
        "a round's option",
        "{\"tent\": {\"old\"",
        "{¦\"hall\": {\"old\"",
        "rounds.\"First\".scores.\"hall\": ",
        "no option `hall`",
    ),
    (
        "a round's criterion",
        "{\"tent\": {\"old\"",
        "{\"tent\": {¦\"charm\"",
        "rounds.\"First\".scores.\"tent\".\"charm\": ",
        "no criterion `charm`",
    ),
    (
        "a round's weight",
        "weights: {\"old\"",
        "weights: {¦\"charm\"",
        "rounds.\"First\".teams.\"green\".weights.\"charm\": ",
        "`charm`",
    ),
    (
        "a round's group",
        "name: \"Old\")",
        "name: \"Old\", ¦group: \"people\")",
        "rounds.\"First\".criteria.\"old\".group: ",
        "no group `people`",
    ),
];

#[test]
fn an_id_that_names_nothing_is_told_with_the_nearest_one() {
    hold_all(UNKNOWN_IDS);
}

const REPEATED_IDS: &[Row] = &[
    (
        "group",
        "name: \"Money\"),",
        "name: \"Money\"),\n(¦id: \"people\", name: \"Again\"),",
        "groups[2]: ",
        "`people` stands twice",
    ),
    (
        "criterion",
        "name: \"Charm\"),",
        "name: \"Charm\"),\n(¦id: \"rent\", name: \"Again\"),",
        "criteria[5]: ",
        "`rent` stands twice",
    ),
    (
        "criterion and group",
        "name: \"Charm\"),",
        "name: \"Charm\"),\n(¦id: \"money\", name: \"Again\"),",
        "criteria",
        "`money` stands twice",
    ),
    (
        "option",
        "letter: \"B\"),",
        "letter: \"B\"),\n(¦id: \"hall\", name: \"Again\"),",
        "options[2]: ",
        "`hall` stands twice",
    ),
    (
        "team",
        "elicitation: Direct),",
        "),\n(¦id: \"red\", name: \"Again\"),",
        "teams[2]: ",
        "`red` stands twice",
    ),
    (
        "gut ranking",
        "gut_ranking: [\"hall\", \"barn\"]",
        "¦gut_ranking: [\"hall\", \"hall\"]",
        "teams.\"red\".gut_ranking[1]: ",
        "`hall`",
    ),
    (
        "assumption",
        "holds: false),",
        "),\n(¦id: \"dry\", name: \"Again\"),",
        "assumptions[1]: ",
        "`dry` stands twice",
    ),
    ("letter", "letter: \"B\"", "¦letter: \"A\"", "options.\"barn\".letter: ", "letter A"),
    (
        "round",
        "rounds: [",
        "rounds: [(name: \"Last\", closed: \"2025-08-30T14:02:00Z\"), (¦name: \"Last\", closed: \"2025-08-30T14:02:00Z\"),",
        "rounds[1]: ",
        "`Last` stands twice",
    ),
    (
        "round's option",
        "name: \"Tent\")",
        "name: \"Tent\"), (¦id: \"tent\", name: \"Tent\")",
        "rounds.\"First\".options[1]: ",
        "`tent`",
    ),
];

#[test]
fn a_repeated_id_is_told_at_the_second_thing() {
    hold_all(REPEATED_IDS);
}

#[test]
fn an_id_has_1_to_64_characters_of_its_alphabet() {
    const LONG: &str = "x123456789x123456789x123456789x123456789x123456789x123456789x1234";
    assert_eq!(LONG.len(), 65);
    let mut cases = Vec::new();
    for id in ["", "The Hall", "hall_2", "Hall", "hallé", "a.b", LONG] {
        let says = format!("`{id}` is no id");
        let thing = format!("¦id: \"{id}\", name: \"X\"");
        let places = [
            ("groups", "name: \"Money\"),", format!("name: \"Money\"),\n({thing}),")),
            ("criteria", "name: \"Charm\"),", format!("name: \"Charm\"),\n({thing}),")),
            ("options", "letter: \"B\"),", format!("letter: \"B\"),\n({thing}),")),
            ("teams", "elicitation: Direct),", format!("),\n({thing}),")),
            ("assumptions", "holds: false),", format!("),\n({thing}),")),
            ("sources", "sources: {", format!("sources: {{\n¦\"{id}\": (title: \"X\"),")),
        ];
        for (list, from, to) in places {
            let path = format!("{list}.\"{id}\": ");
            cases.push(Broken::changed(
                &format!("{list} {id:?}"),
                from,
                &to,
                "meaning",
                &[&path, &says],
            ));
        }
    }
    hold(&cases);
}

#[test]
fn no_team_is_called_mean_or_all() {
    hold_all(&[
        (
            "mean",
            "elicitation: Direct),",
            "),\n(¦id: \"mean\", name: \"M\"),",
            "teams.\"mean\": ",
            "`mean`",
        ),
        (
            "all",
            "elicitation: Direct),",
            "),\n(¦id: \"all\", name: \"A\"),",
            "teams.\"all\": ",
            "`all`",
        ),
        (
            "all in a round",
            "(id: \"green\"",
            "(¦id: \"all\"",
            "rounds.\"First\".teams.\"all\": ",
            "`all`",
        ),
    ]);
}

#[test]
fn groups_lie_in_one_another_without_a_circle() {
    const GROUPS: &str =
        "(id: \"people\", name: \"People\"),\n        (id: \"money\", name: \"Money\"),";
    hold_all(&[
        (
            "a group in itself",
            "name: \"People\")",
            "name: \"People\", ¦group: \"people\")",
            "groups.\"people\".group: ",
            "`people`",
        ),
        (
            "two in each other",
            GROUPS,
            "(id: \"people\", name: \"P\", ¦group: \"money\"), (id: \"money\", name: \"M\", group: \"people\"),",
            "groups.\"people\".group: ",
            "`people` and `money`",
        ),
        (
            "three, behind one that leads into them",
            GROUPS,
            "(id: \"money\", name: \"M\", group: \"a\"),\n(id: \"a\", name: \"A\", ¦group: \"b\"),\n(id: \"b\", name: \"B\", group: \"people\"),\n(id: \"people\", name: \"P\", group: \"a\"),",
            "groups.\"a\".group: ",
            "`a`, `b` and `people`",
        ),
    ]);
}

#[test]
fn scores_and_ranges_fit_together() {
    hold_all(&[
        (
            "an empty range",
            "range: Fixed(0, 100)",
            "¦range: Fixed(100, 100)",
            "criteria.\"room\".range: ",
            "100",
        ),
        (
            "a range upside down",
            "range: Fixed(0, 100)",
            "¦range: Fixed(100, 0)",
            "criteria.\"room\".range: ",
            "100 to 0",
        ),
        (
            "a score above",
            "(score: 50)",
            "(¦score: 100.5)",
            "scores.\"hall\".\"room\".score: ",
            "100.5 lies outside",
        ),
        (
            "a score below",
            "(score: 50)",
            "(¦score: -0.5)",
            "scores.\"hall\".\"room\".score: ",
            "lies outside",
        ),
        (
            "a low below",
            "(score: 50)",
            "(score: 50, ¦low: -1)",
            "scores.\"hall\".\"room\".low: ",
            "lies outside",
        ),
        (
            "a high above",
            "(score: 50)",
            "(score: 50, ¦high: 101)",
            "scores.\"hall\".\"room\".high: ",
            "101 lies outside",
        ),
    ]);
}

#[test]
fn what_a_score_is_elsewhere_and_a_benchmark_fit_the_range_too() {
    hold_all(&[
        (
            "a benchmark beyond the range",
            "benchmark: 55",
            "¦benchmark: 100.5",
            "criteria.\"room\".benchmark: ",
            "100.5 lies outside the criterion's range, 0 to 100",
        ),
        (
            "another score beyond the range",
            "score: 7, low: 6, high: 8",
            "¦score: 70, low: 6, high: 80",
            "scores.\"hall\".\"travel\".otherwise.\"dry\".score: ",
            "70 lies outside",
        ),
        (
            "another low above its score",
            "low: 6",
            "¦low: 7.5",
            "scores.\"hall\".\"travel\".otherwise.\"dry\".low: ",
            "7.5",
        ),
        (
            "another high below its score",
            "high: 8",
            "¦high: 6.5",
            "scores.\"hall\".\"travel\".otherwise.\"dry\".high: ",
            "6.5",
        ),
    ]);
}

#[test]
fn lows_highs_and_scores_of_teams_and_rounds_fit_too() {
    hold_all(&[
        ("a low above the score", "low: 2", "¦low: 3.5", "scores.\"hall\".\"travel\".low: ", "3.5"),
        (
            "a high below the score",
            "high: 4",
            "¦high: 2.5",
            "scores.\"hall\".\"travel\".high: ",
            "2.5",
        ),
        (
            "a team's score above",
            "(score: 6)",
            "(¦score: 11)",
            "teams.\"red\".scores.\"hall\".\"charm\".score: ",
            "11 lies outside",
        ),
        (
            "a round's score above",
            "(score: 1)",
            "(¦score: 11)",
            "rounds.\"First\".scores.\"tent\".\"old\".score: ",
            "11 lies outside",
        ),
        (
            "a score beyond a piecewise value's last x",
            ROUND,
            POINTED_ROUND,
            "rounds.\"First\".scores.\"tent\".\"old\".score: ",
            "2 to 5",
        ),
    ]);
}

const ROUND: &str = r#"criteria: [(id: "old", name: "Old")],
            options: [(id: "tent", name: "Tent")],
            scores: {"tent": {"old": (score: 1)}},"#;
const POINTED_ROUND: &str = r#"criteria: [(id: "old", name: "Old", value: Piecewise([(2, 0), (5, 1)]))],
            options: [(id: "tent", name: "Tent")],
            scores: {"tent": {"old": (¦score: 1)}},"#;

#[test]
fn weights_are_numbers_from_zero_and_not_all_zero() {
    hold_all(&[
        (
            "negative",
            "\"charm\": 1,",
            "¦\"charm\": -1,",
            "teams.\"red\".weights.\"charm\": ",
            "negative",
        ),
        (
            "all zero at the top",
            "weights: {\n                \"people\": 2,\n                \"charm\": 1,",
            "¦weights: {\n\"people\": 0,\n\"charm\": 0,",
            "teams.\"red\".weights",
            "all 0",
        ),
        (
            "all zero in a group",
            "weights: {\n                \"people\": 2,",
            "¦weights: {\n\"people\": 2,\n\"rent\": 0,\n\"food\": -0.0,",
            "teams.\"red\".weights",
            "`rent` and `food`",
        ),
        (
            "the only one zero",
            "weights: {\"old\": 1}",
            "¦weights: {\"old\": 0}",
            "rounds.\"First\".teams.\"green\".weights",
            "`old`",
        ),
    ]);
}

const FORMS: &[Row] = &[
    (
        "no points",
        "name: \"Charm\")",
        "name: \"Charm\", ¦value: Piecewise([]))",
        "criteria.\"charm\".value",
        "two points",
    ),
    (
        "one point",
        "name: \"Charm\")",
        "name: \"Charm\", ¦value: Piecewise([(0, 0)]))",
        "criteria.\"charm\".value",
        "two points",
    ),
    (
        "x that stands",
        "name: \"Charm\")",
        "name: \"Charm\", ¦value: Piecewise([(0, 0), (0, 1)]))",
        "criteria.\"charm\".value[1]",
        "rise",
    ),
    (
        "x that falls",
        "name: \"Charm\")",
        "name: \"Charm\", ¦value: Piecewise([(0, 0), (6, 0), (5, 1)]))",
        "criteria.\"charm\".value[2]",
        "5",
    ),
    (
        "v above",
        "name: \"Charm\")",
        "name: \"Charm\", ¦value: Piecewise([(0, 0), (10, 1.1)]))",
        "criteria.\"charm\".value[1]",
        "1.1",
    ),
    (
        "v below",
        "name: \"Charm\")",
        "name: \"Charm\", ¦value: Piecewise([(0, -0.1), (10, 1)]))",
        "criteria.\"charm\".value[0]",
        "0.1",
    ),
    (
        "q above p",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: Linear(3, 2))",
        "criteria.\"charm\".preference",
        "q ≤ p",
    ),
    (
        "q below 0",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: Linear(-1, 2))",
        "criteria.\"charm\".preference",
        "0 ≤ q",
    ),
    (
        "p of 0",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: Linear(0, 0))",
        "criteria.\"charm\".preference",
        "p > 0",
    ),
    (
        "level's p of 0",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: Level(0, 0))",
        "criteria.\"charm\".preference",
        "p > 0",
    ),
    (
        "v-shape's p of 0",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: VShape(0))",
        "criteria.\"charm\".preference",
        "p > 0",
    ),
    (
        "u-shape's q below 0",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: UShape(-1))",
        "criteria.\"charm\".preference",
        "0 ≤ q",
    ),
    (
        "s of 0",
        "name: \"Charm\")",
        "name: \"Charm\", ¦preference: Gaussian(0))",
        "criteria.\"charm\".preference",
        "s > 0",
    ),
    ("vikor above", "method: WeightedSum", "¦method: Vikor(1.01)", "method: ", "1.01"),
    ("vikor below", "method: WeightedSum", "¦method: Vikor(-0.01)", "method: ", "0.01"),
    ("hue 9", "name: \"Charm\")", "name: \"Charm\", ¦hue: 9)", "criteria.\"charm\".hue: ", "9"),
    (
        "hue 1.5",
        "name: \"Charm\")",
        "name: \"Charm\", ¦hue: 1.5)",
        "criteria.\"charm\".hue: ",
        "1.5",
    ),
    ("mark 0", "name: \"Red\",", "name: \"Red\", ¦mark: 0,", "teams.\"red\".mark: ", "0"),
    ("mark -1", "name: \"Red\",", "name: \"Red\", ¦mark: -1,", "teams.\"red\".mark: ", "1"),
    ("letter a", "letter: \"B\"", "¦letter: \"b\"", "options.\"barn\".letter: ", "`b`"),
    ("no letter", "letter: \"B\"", "¦letter: \"\"", "options.\"barn\".letter: ", "A–Z"),
    ("four letters", "letter: \"B\"", "¦letter: \"BARN\"", "options.\"barn\".letter: ", "`BARN`"),
    (
        "a round's letter",
        "name: \"Tent\")",
        "name: \"Tent\", ¦letter: \"7\")",
        "rounds.\"First\".options.\"tent\".letter: ",
        "`7`",
    ),
    (
        "short",
        "name: \"Barn\",",
        "name: \"Barn\", ¦short: \"1234567890123456789012345\",",
        "options.\"barn\".short: ",
        "25",
    ),
    (
        "a group's short",
        "name: \"Money\")",
        "name: \"Money\", ¦short: \"1234567890123456789012345\")",
        "groups.\"money\".short: ",
        "24",
    ),
    (
        "a source's date",
        "date: \"2025-09\"",
        "¦date: \"2025-13\"",
        "sources.\"survey\".date: ",
        "2025-13",
    ),
    ("a review's date", "review: \"2026\"", "¦review: \"soon\"", "decision.review: ", "soon"),
    (
        "a decision's time",
        "at: \"2025-10-01T10:00:00Z\"",
        "¦at: \"2025-10-01\"",
        "decision.at: ",
        "RFC 3339",
    ),
    (
        "a round's time",
        "closed: \"2025-08-30T14:02:00Z\"",
        "¦closed: \"2025-02-30T14:02:00Z\"",
        "rounds.\"First\".closed: ",
        "2025-02-30",
    ),
    (
        "a weighing's time",
        "weighed: \"2025-09-01T09:00:00Z\"",
        "¦weighed: \"\"",
        "teams.\"red\".weighed: ",
        "RFC 3339",
    ),
    (
        "a seal's time",
        "(at: \"2025-09-01T10:00:00Z\"",
        "(¦at: \"2025-09-01 10:00\"",
        "teams.\"red\".seal.at: ",
        "RFC 3339",
    ),
    (
        "an opening's time",
        "opened: \"2025-09-02T10:00:00Z\"",
        "¬opened: \"later\"",
        "teams.\"red\".seal.opened: ",
        "later",
    ),
    ("an empty title", "title: \"Where to meet\"", "¦title: \"\"", "title: ", "empty"),
    (
        "a source's empty title",
        "(title: \"A survey\"",
        "(¦title: \"\"",
        "sources.\"survey\".title: ",
        "empty",
    ),
    ("an option's empty name", "name: \"Barn\"", "¦name: \"\"", "options.\"barn\".name: ", "empty"),
    (
        "a criterion's empty name",
        "name: \"Charm\"",
        "¦name: \"\"",
        "criteria.\"charm\".name: ",
        "empty",
    ),
    ("a group's empty name", "name: \"Money\"", "¦name: \"\"", "groups.\"money\".name: ", "empty"),
    ("a team's empty name", "name: \"Blue\"", "¦name: \"\"", "teams.\"blue\".name: ", "empty"),
    ("a round's empty name", "name: \"First\"", "¦name: \"\"", "rounds.\"\".name: ", "empty"),
    (
        "evidence in a round",
        "(score: 1)",
        "(score: 1, ¦evidence: [(source: \"survey\")])",
        "rounds.\"First\".scores.\"tent\".\"old\".evidence",
        "evidence",
    ),
    ("format 0", "format: 1", "format: ¦0", "format: ", "`0`"),
    ("format 2", "format: 1", "format: ¦2", "format: ", "up to 1"),
    ("format -1", "format: 1", "format: ¦-1", "format: ", "`-1`"),
];

#[test]
fn forms_that_are_no_syntax_are_held() {
    hold_all(FORMS);
}

const RECORDS: &[(&str, &str, &str)] = &[
    ("swing of nothing", r#"Swing([("people", 3), ("mony", 2)])"#, "did you mean `money`?"),
    (
        "swing twice",
        r#"Swing([("people", 3), ("money", 2), ("people", 1)])"#,
        "`people` stands twice",
    ),
    ("swing below 0", r#"Swing([("people", 3), ("money", -2)])"#, "`money`"),
    ("swing all 0", r#"Swing([("people", 0), ("money", 0)])"#, "`people` and `money`"),
    (
        "swing all 0 in a group",
        r#"Swing([("people", 3), ("rent", 0), ("food", 0)])"#,
        "`rent` and `food`",
    ),
    ("ranking of nothing", r#"Ranking(RankSum, [["people"], ["mony"]])"#, "did you mean `money`?"),
    (
        "ranking twice",
        r#"Ranking(RankSum, [["people"], ["money", "people"]])"#,
        "`people` stands twice",
    ),
    (
        "ranking twice in a tie",
        r#"Ranking(RankReciprocal, [["people", "people"]])"#,
        "`people` stands twice",
    ),
    ("an empty place", r#"Ranking(RankOrderCentroid, [["people"], []])"#, "empty"),
    ("pair of nothing", r#"Pairwise([("people", "mony", 2)])"#, "did you mean `money`?"),
    ("pair with itself", r#"Pairwise([("people", "people", 1)])"#, "itself"),
    ("pair twice", r#"Pairwise([("people", "money", 2), ("people", "money", 2)])"#, "twice"),
    ("pair both ways", r#"Pairwise([("people", "money", 2), ("money", "people", 0.5)])"#, "twice"),
    (
        "pair missing",
        r#"Pairwise([("people", "money", 2), ("money", "charm", 2)])"#,
        "`people` and `charm`",
    ),
    ("pair of two lists", r#"Pairwise([("people", "rent", 2)])"#, "different groups"),
    ("ratio above 9", r#"Pairwise([("people", "money", 9.5)])"#, "9.5"),
    ("ratio below a ninth", r#"Pairwise([("people", "money", 0.1)])"#, "0.1"),
    ("ratio 0", r#"Pairwise([("people", "money", 0)])"#, "1/9"),
    ("ratio below 0", r#"Pairwise([("people", "money", -2)])"#, "1/9"),
    (
        "best unknown",
        r#"BestWorst("peolpe", "charm", [("money", 2), ("charm", 4)], [("money", 2), ("peolpe", 4)])"#,
        "`people`?",
    ),
    (
        "worst unknown",
        r#"BestWorst("people", "chrm", [("money", 2), ("chrm", 4)], [("money", 2), ("people", 4)])"#,
        "`charm`?",
    ),
    (
        "best over unknown",
        r#"BestWorst("people", "charm", [("moey", 2), ("charm", 4)], [("moey", 2), ("people", 4)])"#,
        "`money`?",
    ),
    (
        "best over twice",
        r#"BestWorst("people", "charm", [("charm", 4), ("charm", 4)], [("people", 4)])"#,
        "`charm` stands twice",
    ),
    (
        "over worst twice",
        r#"BestWorst("people", "charm", [("charm", 4)], [("people", 4), ("people", 4)])"#,
        "`people` stands twice",
    ),
    (
        "comparison below 1",
        r#"BestWorst("people", "charm", [("charm", 0.5)], [("people", 0.5)])"#,
        "0.5",
    ),
    (
        "comparison above 9",
        r#"BestWorst("people", "charm", [("charm", 10)], [("people", 10)])"#,
        "10",
    ),
    (
        "best lists not all",
        r#"BestWorst("people", "charm", [("charm", 4)], [("money", 2), ("people", 4)])"#,
        "`money`",
    ),
    (
        "worst lists not all",
        r#"BestWorst("people", "charm", [("money", 2), ("charm", 4)], [("people", 4)])"#,
        "`money`",
    ),
    (
        "best over worst missing",
        r#"BestWorst("people", "charm", [("money", 2)], [("money", 2), ("people", 4)])"#,
        "`charm`",
    ),
    (
        "best over itself",
        r#"BestWorst("people", "charm", [("people", 2), ("charm", 4)], [("people", 4)])"#,
        "itself",
    ),
    (
        "worst over itself",
        r#"BestWorst("people", "charm", [("charm", 4)], [("people", 4), ("charm", 3)])"#,
        "itself",
    ),
    (
        "best over worst differs",
        r#"BestWorst("people", "charm", [("charm", 4)], [("people", 5)])"#,
        "4",
    ),
    ("best as worst", r#"BestWorst("people", "people", [], [])"#, "`people`"),
    (
        "two lists",
        r#"BestWorst("people", "charm", [("rent", 2), ("charm", 4)], [("rent", 2), ("people", 4)])"#,
        "different groups",
    ),
    ("weights beside", r#"Swing([("people", 3)]), weights: {"people": 1}"#, "`weights`"),
];

#[test]
fn a_record_of_judgements_keeps_to_its_rules() {
    hold_records(RECORDS);
}

#[test]
fn records_at_the_ends_of_their_rules_are_no_faults() {
    let records = [
        "Swing([])",
        "Pairwise([(\"people\", \"money\", 9), (\"people\", \"charm\", 0.1111111111111111), (\"money\", \"charm\", 1)])",
        "Pairwise([(\"people\", \"money\", 2), (\"rent\", \"food\", 3)])",
        "BestWorst(\"people\", \"charm\", [(\"people\", 1), (\"charm\", 9)], [(\"people\", 9), (\"charm\", 1)])",
        "Ranking(RankSum, [[\"people\", \"money\"], [\"rent\"], [\"charm\", \"food\"]])",
        "Swing([(\"people\", 0), (\"money\", 1)]), weights: {}",
    ];
    for record in records {
        let text = SOUND.replace("elicitation: Direct", &format!("elicitation: {record}"));
        let checked = Call::new(["check", "-", "--format", "json"]).stdin(text).run();
        assert_eq!(checked.json_lines()[0]["errors"], serde_json::json!([]), "{record}");
    }
}

#[test]
fn hashes_markings_and_numbers_of_words_are_in_form() {
    hold_all(&[
        (
            "a marking too long",
            "marking: \"For members\"",
            "¦marking: \"For members and their guests, and for whoever else walks in from the street on a day of rain\"",
            "marking: ",
            "it is one line of at most 80",
        ),
        (
            "a marking of two lines",
            "marking: \"For members\"",
            "¦marking: \"For\\nmembers\"",
            "marking: ",
            "one line",
        ),
        ("a short nonce", "nonce: \"00", "¦nonce: \"0", "teams.\"red\".seal.nonce: ", "32 hex"),
        (
            "a hash in capitals",
            "sha256: \"0f",
            "¦sha256: \"0F",
            "teams.\"red\".seal.sha256: ",
            "64 hexadecimal digits in lower case",
        ),
        ("a ballot's hash", "of: \"ab", "¦of: \"xy", "ballot.of: ", "64 hexadecimal"),
        (
            "a passage's hash",
            "sha256: \"c4",
            "¦sha256: \"",
            "scores.\"hall\".\"travel\".evidence[0].passage.sha256: ",
            "64 hexadecimal",
        ),
        (
            "a passage of no words",
            "words: 12",
            "¦words: 0",
            "scores.\"hall\".\"travel\".evidence[0].passage.words: ",
            "1 word or more",
        ),
        (
            "a passage of half a word",
            "words: 12",
            "¦words: 12.5",
            "scores.\"hall\".\"travel\".evidence[0].passage.words: ",
            "12.5 is none",
        ),
        (
            "a workshop's begin",
            "began: \"2025-09-30T09:00:00Z\"",
            "¦began: \"today\"",
            "workshop.began: ",
            "no time",
        ),
    ]);
}

#[test]
fn all_errors_of_meaning_are_listed_in_the_order_of_the_file() {
    let changes = [
        ("date: \"2025-09\"", "date: \"Sept\""),
        ("group: \"people\", goal", "group: \"peopel\", goal"),
        ("range: Fixed(0, 100)", "range: Fixed(0, 10)"),
        ("letter: \"B\"", "letter: \"b\""),
        ("\"rent\": (score: 5)", "\"rant\": (score: 5)"),
        ("\"charm\": 1,", "\"charm\": -1,"),
        ("(score: 6)", "(score: 60)"),
        ("elicitation: Direct", "elicitation: Swing([(\"people\", -1)])"),
        ("closed: \"2025-08-30T14:02:00Z\"", "closed: \"never\""),
        ("method: WeightedSum", "method: Vikor(2)"),
        ("option: \"hall\"", "option: \"hell\""),
    ];
    let text = changes.iter().fold(SOUND.to_owned(), |text, (from, to)| text.replace(from, to));
    let checked = Call::new(["check", "many.ron", "--format", "json"])
        .file("many.ron", &text)
        .run()
        .expect(1);
    let object = &checked.json_lines()[0];
    let paths: Vec<&str> = object["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["path"].as_str().unwrap())
        .collect();
    let expected = [
        "sources.\"survey\".date",
        "criteria.\"travel\".group",
        "criteria.\"room\".benchmark",
        "options.\"barn\".letter",
        "scores.\"hall\".\"room\".score",
        "scores.\"barn\".\"rant\"",
        "teams.\"red\".weights.\"charm\"",
        "teams.\"red\".scores.\"hall\".\"charm\".score",
        "teams.\"blue\".elicitation",
        "rounds.\"First\".closed",
        "method",
        "decision.option",
    ];
    assert_eq!(paths, expected);
    let ranked = Call::new(["rank", "many.ron"]).file("many.ron", &text).run().expect(1);
    assert_eq!(
        ranked.stderr.lines().filter(|line| line.starts_with("many.ron:")).count(),
        expected.len(),
        "{}",
        ranked.stderr
    );
}
