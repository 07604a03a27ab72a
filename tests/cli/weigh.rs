//! `mizan weigh`: from judgements to shares.

use serde_json::Value;

use crate::common::Call;
use crate::{json, kinds, near, scenario};

/// Two groups with criteria, one without, and a criterion at the top; the swings between the two
/// options are 0.6 on travel, 0.5 on room, 0 on rent and 0.2 on charm.
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
    assert_eq!(kinds(&red), ["left-out", "left-out"]);
    assert_eq!(place(&red, 0), ("teams.\"red\".weights", 18));
    let said: Vec<&str> =
        (0..2).map(|index| red["findings"][index]["message"].as_str().unwrap()).collect();
    assert!(said[0].contains("Money") && said[1].contains("Room"), "{said:?}");
}

#[test]
fn siblings_of_which_none_is_judged_share_equally() {
    shares(&weighed(r#"weights: {"people": 2, "money": 1, "charm": 1}"#), [0.25, 0.25, 0.25, 0.25]);
    shares(
        &weighed(r#"weights: {"travel": 1, "room": 4}"#),
        [1.0 / 3.0 / 5.0, 4.0 / 3.0 / 5.0, 1.0 / 3.0, 1.0 / 3.0],
    );
}

#[test]
fn a_group_without_criteria_has_no_share_whatever_its_weight() {
    let red = weighed(r#"weights: {"people": 1, "money": 1, "charm": 2, "air": 1000}"#);
    shares(&red, [0.125, 0.125, 0.25, 0.5]);
    assert_eq!(kinds(&red), Vec::<&str>::new());
}

#[test]
fn swing_points_are_divided_by_the_value_of_the_swing() {
    let red = weighed(
        r#"elicitation: Swing([("charm", 50), ("people", 100), ("travel", 60), ("room", 100)])"#,
    );
    assert_eq!(red["elicitation"], "swing");
    let (travel, room) = (60.0 / 0.6, 100.0 / 0.5);
    let (travel, room) = (travel / (travel + room), room / (travel + room));
    let people = 100.0 / (travel * 0.6 + room * 0.5);
    let charm = 50.0 / 0.2;
    let top = people + charm;
    shares(&red, [people / top * travel, people / top * room, 0.0, charm / top]);
    assert_eq!(kinds(&red), ["left-out"]);
    assert_eq!(place(&red, 0), ("teams.\"red\".elicitation", 18));
}

#[test]
fn points_for_a_swing_that_is_worth_nothing_are_ignored() {
    let red = weighed(r#"elicitation: Swing([("people", 100), ("money", 80), ("charm", 100)])"#);
    // Money's only criterion is scored 3 on both: the group's swing is worth 0. Within people all
    // is equal: 0.6 / 2 + 0.5 / 2.
    let (people, charm) = (100.0 / 0.55, 100.0 / 0.2);
    shares(
        &red,
        [
            people / (people + charm) / 2.0,
            people / (people + charm) / 2.0,
            0.0,
            charm / (people + charm),
        ],
    );
    assert_eq!(kinds(&red), ["no-swing"]);
    let alone = weighed(r#"elicitation: Swing([("money", 80), ("rent", 100)])"#);
    assert!(kinds(&alone).contains(&"no-swing"), "{alone}");
    // No swing of the list is left: its siblings share equally.
    shares(&alone, [1.0 / 6.0, 1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0]);
}

#[test]
fn a_reversed_swing_is_no_swing() {
    let red = weighed(
        r#"elicitation: Swing([("people", 100), ("money", 100), ("charm", 100)]), weighed_ranges: {"charm": (6, 4), "rent": (3, 4)}"#,
    );
    let (people, money) = (100.0 / 0.55, 100.0 / 0.1);
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
fn a_swing_is_that_of_the_scores_it_was_weighed_with_and_stale_where_they_changed() {
    let red = weighed(
        r#"elicitation: Swing([("people", 100), ("money", 0), ("charm", 100), ("travel", 100), ("room", 100)]),
weighed_ranges: {
    "travel": (8, 2),
    "room": (0, 10),
    "charm": (4, 6),
}"#,
    );
    let (travel, room) = (100.0 / 0.6, 100.0 / 1.0);
    let (travel, room) = (travel / (travel + room), room / (travel + room));
    let (people, charm) = (100.0 / (travel * 0.6 + room * 1.0), 100.0 / 0.2);
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
fn a_swing_is_measured_by_the_teams_own_scores() {
    let red = weighed(
        r#"elicitation: Swing([("people", 0), ("money", 100), ("charm", 100)]), scores: {"hall": {"rent": (score: 8)}}"#,
    );
    let (money, charm) = (100.0 / 0.5, 100.0 / 0.2);
    shares(&red, [0.0, 0.0, money / (money + charm), charm / (money + charm)]);
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
