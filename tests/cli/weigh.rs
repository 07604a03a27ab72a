//! `mizan weigh`: from judgements to shares.

use serde_json::Value;

use crate::common::Call;
use crate::{json, kinds, near, scenario};

/// Two groups with criteria, one without, and a criterion at the top, all on scales from 0 to 10.
/// Between the two options lie 0.6 of travel's, 0.5 of room's, nothing of rent's, 0.2 of charm's.
fn tree(team: &str) -> String {
    scenario(&format!(
        r#"groups: [(id: "people", name: "People"), (id: "money", name: "Money"), (id: "air", name: "Air")],
criteria: [
    (id: "travel", name: "Travel", group: "people", goal: Minimize),
    (id: "room", name: "Room", group: "people"),
    (id: "rent", name: "Rent", group: "money"),
    (id: "charm", name: "Charm"),
],
options: [(id: "hall", name: "Hall"), (id: "barn", name: "Barn")],
scores: {{
    "hall": {{"travel": (score: 2), "room": (score: 5), "rent": (score: 3), "charm": (score: 4)}},
    "barn": {{"travel": (score: 8), "room": (score: 0), "rent": (score: 3), "charm": (score: 6)}},
}},
teams: [
(id: "red", name: "Red",
{team}),
],"#
    ))
}

fn weighed(team: &str) -> Value {
    json(["weigh", "s.ron", "--team", "red"], &tree(team))
}

#[track_caller]
fn shares(found: &Value, expected: [f64; 4]) {
    for (criterion, share) in ["travel", "room", "rent", "charm"].into_iter().zip(expected) {
        near(&found["shares"][criterion], share);
    }
}

/// The path and line of a finding.
fn place(found: &Value, index: usize) -> (&str, u64) {
    let finding = &found["findings"][index];
    (finding["path"].as_str().unwrap(), finding["line"].as_u64().unwrap())
}

#[test]
fn direct_weights_multiply_down_the_tree() {
    let red = weighed(r#"weights: {"people": 3, "money": 2, "charm": 1, "travel": 1, "room": 2}"#);
    assert_eq!(
        (red["team"].as_str(), red["elicitation"].as_str(), &red["weighed"]),
        (Some("red"), Some("direct"), &true.into())
    );
    assert_eq!((&red["consistency"], kinds(&red)), (&Value::Null, vec![]));
    // Rent stands alone in its group: none of its list is judged, so it takes all of the group's.
    shares(&red, [3.0 / 6.0 * 1.0 / 3.0, 3.0 / 6.0 * 2.0 / 3.0, 2.0 / 6.0, 1.0 / 6.0]);
}

#[test]
fn a_sibling_left_out_has_no_share_and_is_told() {
    let red = weighed(r#"weights: {"people": 3, "charm": 1, "travel": 5}"#);
    shares(&red, [0.75, 0.0, 0.0, 0.25]);
    assert_eq!((&red["weighed"], kinds(&red)), (&false.into(), vec!["left-out", "left-out"]));
    assert_eq!(place(&red, 0), ("teams.\"red\".weights", 18));
    let said: Vec<&str> =
        (0..2).map(|index| red["findings"][index]["message"].as_str().unwrap()).collect();
    assert!(said[0].contains("Money") && said[1].contains("Room"), "{said:?}");
}

#[test]
fn siblings_of_which_none_is_judged_share_equally() {
    shares(&weighed(r#"weights: {"people": 2, "money": 1, "charm": 1}"#), [0.25, 0.25, 0.25, 0.25]);
    let below = weighed(r#"weights: {"travel": 1, "room": 4}"#);
    shares(&below, [1.0 / 3.0 / 5.0, 4.0 / 3.0 / 5.0, 1.0 / 3.0, 1.0 / 3.0]);
    assert_eq!((&below["weighed"], kinds(&below)), (&false.into(), vec!["not-weighed"]));
}

#[test]
fn a_group_without_criteria_has_no_share_whatever_its_weight() {
    let red = weighed(r#"weights: {"people": 1, "money": 1, "charm": 2, "air": 1000}"#);
    shares(&red, [0.125, 0.125, 0.25, 0.5]);
    assert_eq!(kinds(&red), Vec::<&str>::new());
}

#[test]
fn points_for_whole_scales_are_in_proportion_to_shares() {
    let points =
        r#"elicitation: Swing([("charm", 50), ("people", 100), ("travel", 60), ("room", 100)])"#;
    let noted = r#"weighed_ranges: {"travel": (10, 0), "room": (0, 10), "charm": (0, 10)}"#;
    for record in [points.to_owned(), format!("{points}, {noted}")] {
        let red = weighed(&record);
        assert_eq!((&red["elicitation"], &red["weighed"]), (&"swing".into(), &false.into()));
        let people = 100.0 / 150.0;
        shares(&red, [people * 60.0 / 160.0, people * 100.0 / 160.0, 0.0, 50.0 / 150.0]);
        assert_eq!(kinds(&red), ["left-out"]);
        assert_eq!(place(&red, 0), ("teams.\"red\".elicitation", 18));
    }
}

#[test]
fn points_for_a_swing_that_is_worth_nothing_are_ignored() {
    const NOTED: &str = r#"weighed_ranges: {"rent": (3, 3)}"#;
    let red = weighed(&format!(
        r#"elicitation: Swing([("people", 100), ("money", 80), ("charm", 100)]), {NOTED}"#
    ));
    // Money's only criterion was weighed from 3 to 3: the group's swing is worth 0.
    shares(&red, [0.25, 0.25, 0.0, 0.5]);
    assert_eq!((&red["weighed"], kinds(&red)), (&true.into(), vec!["no-swing"]));
    let alone = weighed(&format!(r#"elicitation: Swing([("money", 80), ("rent", 100)]), {NOTED}"#));
    assert!(kinds(&alone).contains(&"no-swing"), "{alone}");
    // No swing of the list is left: its siblings share equally.
    shares(&alone, [1.0 / 6.0, 1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0]);
    // So nothing is left out with a share of 0, and the team is on its way all the same.
    let told = kinds(&alone);
    assert!(!told.contains(&"left-out") && told.contains(&"not-weighed"), "{told:?}");
    assert_eq!(alone["weighed"], false);
}

#[test]
fn a_reversed_swing_is_no_swing() {
    let red = weighed(
        r#"elicitation: Swing([("people", 100), ("money", 100), ("charm", 100)]), weighed_ranges: {"charm": (6, 4), "rent": (3, 4)}"#,
    );
    let (people, money) = (100.0, 100.0 / 0.1);
    shares(
        &red,
        [
            people / (people + money) / 2.0,
            people / (people + money) / 2.0,
            money / (people + money),
            0.0,
        ],
    );
    assert!(kinds(&red).contains(&"no-swing"), "{red}");
}

#[test]
fn a_swing_is_that_of_the_ends_it_was_weighed_with_and_stale_where_no_such_ends_are_left() {
    let red = weighed(
        r#"elicitation: Swing([("people", 100), ("money", 0), ("charm", 100), ("travel", 100), ("room", 100)]),
weighed_ranges: {
    "travel": (8, 2),
    "room": (0, 9),
    "charm": (4, 6),
}"#,
    );
    let (travel, room) = (100.0 / 0.6, 100.0 / 0.9);
    let (travel, room) = (travel / (travel + room), room / (travel + room));
    let (people, charm) = (100.0 / (travel * 0.6 + room * 0.9), 100.0 / 0.2);
    let top = people + charm;
    shares(&red, [people / top * travel, people / top * room, 0.0, charm / top]);
    let stale: Vec<usize> =
        (0..kinds(&red).len()).filter(|index| kinds(&red)[*index] == "stale").collect();
    assert_eq!(stale.len(), 1, "{red}");
    assert_eq!(place(&red, stale[0]), ("teams.\"red\".weighed_ranges.\"room\"", 21));
}

#[test]
fn direct_weights_go_stale_too_and_no_share_moves() {
    let red = weighed(
        r#"weights: {"people": 1, "money": 1, "charm": 2}, weighed_ranges: {"charm": (4, 7), "rent": (3, 3), "travel": (2, 8)}"#,
    );
    shares(&red, [0.125, 0.125, 0.25, 0.5]);
    // Charm was weighed for 4 to 7; travel's worst and best are the other way round.
    let paths: Vec<&str> = (0..kinds(&red).len()).map(|index| place(&red, index).0).collect();
    assert_eq!(
        paths,
        ["teams.\"red\".weighed_ranges.\"travel\"", "teams.\"red\".weighed_ranges.\"charm\""],
        "{red}"
    );
    assert_eq!(kinds(&red), ["stale", "stale"]);
}

#[test]
fn the_value_of_a_swing_is_not_cut() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A", range: Observed), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 0), "b": (score: 0)}, "y": {"a": (score: 100), "b": (score: 10)}},
        teams: [(id: "red", name: "Red", elicitation: Swing([("a", 100), ("b", 100)]), weighed_ranges: {"a": (0, 300), "b": (0, 10)})]"#,
    );
    let red = json(["weigh", "s.ron", "--team", "red"], &text);
    let a = 100.0 / 3.0;
    near(&red["shares"]["a"], a / (a + 100.0));
    near(&red["shares"]["b"], 100.0 / (a + 100.0));
    assert_eq!(kinds(&red), ["stale"]);
}

#[test]
fn another_range_moves_a_swings_share_by_what_its_noted_ends_are_worth_now() {
    let found = |range: &str, record: &str| {
        let text = scenario(&format!(
            r#"criteria: [(id: "a", name: "A", goal: Minimize, range: {range}), (id: "b", name: "B")],
            options: [(id: "x", name: "X")], scores: {{"x": {{"a": (score: 3), "b": (score: 3)}}}},
            teams: [(id: "red", name: "Red", {record}, weighed_ranges: {{"a": (10, 0)}})]"#
        ));
        json(["weigh", "s.ron", "--team", "red"], &text)
    };
    let swing = r#"elicitation: Swing([("a", 60), ("b", 60)])"#;
    for (range, share, is_stale) in [
        ("Fixed(0, 10)", 1.0 / 2.0, false),
        ("Fixed(0, 20)", 2.0 / 3.0, true),
        ("Fixed(-10, 30)", 4.0 / 5.0, true),
    ] {
        let red = found(range, swing);
        near(&red["shares"]["a"], share);
        assert_eq!(kinds(&red).contains(&"stale"), is_stale, "{range}: {red}");
        near(&found(range, r#"weights: {"a": 1, "b": 3}"#)["shares"]["a"], 0.25);
    }
}

#[test]
fn an_observed_scale_ends_at_the_base_scores_whatever_a_team_scores() {
    let found = |noted: &str, own: &str| {
        let text = scenario(&format!(
            r#"criteria: [(id: "a", name: "A", range: Observed, goal: Minimize), (id: "b", name: "B")],
            options: [(id: "x", name: "X"), (id: "y", name: "Y")],
            scores: {{"x": {{"a": (score: 4), "b": (score: 1)}}, "y": {{"a": (score: 14), "b": (score: 2)}}}},
            teams: [(id: "red", name: "Red", elicitation: Swing([("a", 60), ("b", 100)]),
            scores: {{"y": {{"a": (score: {own})}}}}, {noted})]"#
        ));
        json(["weigh", "s.ron", "--team", "red"], &text)
    };
    for (noted, a, is_stale) in [
        ("", 60.0, false),
        (r#"weighed_ranges: {"a": (14, 4), "b": (0, 10)}"#, 60.0, false),
        // Its own worst and best option, which lie twice as far apart as the scale's ends.
        (r#"weighed_ranges: {"a": (24, 4)}"#, 30.0, false),
        (r#"weighed_ranges: {"a": (19, 4)}"#, 40.0, true),
    ] {
        let red = found(noted, "24");
        near(&red["shares"]["a"], a / (a + 100.0));
        assert_eq!(kinds(&red).contains(&"stale"), is_stale, "{noted}: {red}");
    }
}

/// The swings of two criteria, one with a value curve, by what notes the ends and what doesn't.
#[test]
fn a_curve_is_swung_from_its_least_value_to_its_greatest_within_the_range() {
    let share = |range: &str, points: &str| {
        let text = scenario(&format!(
            r#"criteria: [(id: "a", name: "A", {range} value: Piecewise([{points}])), (id: "b", name: "B")],
            options: [(id: "x", name: "X")],
            scores: {{"x": {{"a": (score: 5), "b": (score: 5)}}}},
            teams: [(id: "red", name: "Red", elicitation: Swing([("a", 100), ("b", 100)]))]"#
        ));
        json(["weigh", "s.ron", "--team", "red"], &text)["shares"]["a"].as_f64().unwrap()
    };
    let of = |difference: f64| (1.0 / difference) / (1.0 / difference + 1.0);
    let cases = [
        ("", "(0, 0), (5, 1), (10, 1)", 1.0),
        ("", "(0, 0.2), (5, 0.9), (10, 0.4)", 0.7),
        ("range: Observed,", "(0, 1), (10, 0.5)", 0.5),
        // Within 2 to 8 the curve goes from 0.2 up to 0.8.
        ("range: Fixed(2, 8),", "(0, 0), (10, 1)", 0.6),
        // Beyond its points a curve stays as it ends.
        ("range: Fixed(-10, 20),", "(0, 0.25), (10, 0.75)", 0.5),
    ];
    for (range, points, difference) in cases {
        let found = share(range, points);
        assert!((found - of(difference)).abs() < 1e-12, "{range} {points}: {found}");
    }
}

#[test]
fn a_team_without_judgement_is_not_weighed_and_has_equal_weights() {
    for judgement in ["", "weights: {}", "elicitation: Swing([])"] {
        let red = weighed(judgement);
        assert_eq!(
            (&red["weighed"], kinds(&red)),
            (&false.into(), vec!["not-weighed"]),
            "{judgement}"
        );
        shares(&red, [1.0 / 6.0, 1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0]);
    }
}

#[test]
fn csv_has_a_row_for_each_criterion() {
    let text = tree(r#"weights: {"people": 2, "money": 1, "charm": 1}"#);
    let outcome = Call::new(["weigh", "s.ron", "--team", "red", "--format", "csv"])
        .file("s.ron", text)
        .run()
        .expect(0);
    assert_eq!(outcome.stdout, "criterion,share\ntravel,0.25\nroom,0.25\nrent,0.25\ncharm,0.25\n");
}

/// The lines of a table, or of CSV, for a team of this record.
fn lines(record: &str, format: &str) -> Vec<String> {
    let outcome = Call::new(["weigh", "s.ron", "--team", "red", "--format", format])
        .file("s.ron", tree(record))
        .run()
        .expect(0);
    outcome.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn consistency_stands_below_the_table_and_in_columns() {
    const RATIOS: &str = r#"elicitation: Pairwise([("people", "money", 2), ("people", "charm", 4), ("money", "charm", 2), ("travel", "room", 3)])"#;
    // The best band is 2 · 3 = 6 beside 4: they part at y = 2, where x = 9, and money has 5.
    const BEST_WORST: &str = r#"elicitation: BestWorst("people", "charm", [("money", 2), ("charm", 4)], [("money", 3), ("people", 4)])"#;
    let table = lines(RATIOS, "table").join("\n");
    for line in
        ["Consistency ratio 0.00, up to 0.10 is usual; λ 3.000", "People: consistency ratio 0.00"]
    {
        assert!(table.contains(line), "{table}");
    }
    let csv = lines(RATIOS, "csv");
    assert_eq!(csv[0], "criterion,share,consistency.ratio,consistency.lambda");
    let ratio = |line: &String| line.split(',').nth(2).unwrap().parse::<f64>().unwrap();
    assert!(csv.len() == 5 && csv[1..].iter().all(|line| ratio(line) < 1e-9), "{csv:?}");
    let table = lines(BEST_WORST, "table").join("\n");
    assert!(table.contains("Consistency ratio 0.167") && table.contains("ξ 0.062"), "{table}");
    let csv = lines(BEST_WORST, "csv");
    assert_eq!(csv[0], "criterion,share,consistency.xi,consistency.ratio,consistency.unique");
    assert!(csv[4].starts_with("charm,0.125,0.0625,") && csv[4].ends_with(",true"), "{csv:?}");
}

/// Ratios that contradict themselves, and what is said of them.
fn said_of(ratios: &str) -> String {
    let red = weighed(&format!("elicitation: Pairwise([{ratios}])"));
    let findings = red["findings"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["kind"] == "inconsistent").unwrap();
    found["message"].as_str().unwrap().to_owned()
}

#[test]
fn advice_names_the_ratio_that_results_and_turns_what_is_less_than_one_round() {
    const MONEY_FIRST: &str = "Money were 9 times as important as People";
    let whole = said_of(r#"("people", "money", 3), ("money", "charm", 3), ("charm", "people", 3)"#);
    let promised = format!("They would agree if {MONEY_FIRST}: the ratio would then be 0.00.");
    assert!(whole.ends_with(&promised), "{whole}");
    // A twenty-fifth would be wanted, and a ninth is the least that may be said: 0.1009 is left.
    let short = said_of(r#"("people", "money", 5), ("money", "charm", 5), ("charm", "people", 5)"#);
    let told = format!("If {MONEY_FIRST}, the ratio would then be 0.101, still above 0.10.");
    assert!(short.ends_with(&told), "{short}");
}

#[test]
fn a_team_must_be_named_and_known() {
    let outcome = Call::new(["weigh", "s.ron"]).file("s.ron", tree("")).run().expect(2);
    assert!(outcome.stdout.is_empty() && outcome.stderr.contains("--team"), "{}", outcome.stderr);
    for team in ["rad", "redd"] {
        let outcome =
            Call::new(["weigh", "s.ron", "--team", team]).file("s.ron", tree("")).run().expect(2);
        assert!(
            outcome.stdout.is_empty() && outcome.stderr.contains("did you mean `red`?"),
            "{}",
            outcome.stderr
        );
    }
}
