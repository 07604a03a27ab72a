//! `mizan sensitivity`: numbers worked out by hand, nothing to rank, and what a preset's notes say
//! about it.

use serde_json::{Value, json as value};

use crate::common::Call;
use crate::{json, kinds, near, scenario};

/// Leads of x over y are 0.5 on a and −0.7 on b; z lies below both everywhere.
const THREE: &str = r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
scores: {
    "x": {"a": (score: 8), "b": (score: 2)},
    "y": {"a": (score: 3), "b": (score: 9)},
    "z": {"a": (score: 2), "b": (score: 1)},
},
teams: [(id: "t", name: "T", weights: {"a": 3, "b": 1})]"#;

#[test]
fn the_numbers_are_those_worked_out_by_hand() {
    let found = json(["sensitivity", "s.ron"], &scenario(THREE));
    assert_eq!((&found["team"], &found["winner"]), (&value!("t"), &value!("x")));
    assert_eq!(found["dominance"], value!([["x", "z"], ["y", "z"]]));
    // 0.5 t = 0.7 (1 − t).
    let level = 0.7 / 1.2;
    let (a, b) = (&found["stability"]["a"], &found["stability"]["b"]);
    for (criterion, numbers) in [(a, [0.75, level, 1.0]), (b, [0.25, 0.0, 1.0 - level])] {
        for (key, wished) in ["share", "low", "high"].into_iter().zip(numbers) {
            near(&criterion[key], wished);
        }
    }
    assert_eq!(
        (&a["below"], &a["above"], &b["below"], &b["above"]),
        (&value!("y"), &Value::Null, &Value::Null, &value!("y"))
    );
    // The gap of 0.2 closes by 1.2 for each share that moves from a to b.
    assert_eq!(found["flip"]["option"], "y");
    near(&found["flip"]["points"], 100.0 * 0.2 / 1.2);
    near(&found["flip"]["shares"]["a"], level);
    // z is best placed where it lies as far behind both; raised to 8 on a it draws level with x if
    // nothing else counts.
    let never = &found["never_wins"];
    assert_eq!(
        (never.as_array().unwrap().len(), &never[0]["option"], &never[0]["cure"]["criterion"]),
        (1, &value!("z"), &value!("a"))
    );
    near(&never[0]["margin"], -0.1 - 0.5 * level);
    near(&never[0]["cure"]["from"], 2.0);
    near(&never[0]["cure"]["to"], 8.0);
    near(&never[0]["cure"]["shares"]["a"], 1.0);
}

#[test]
fn a_person_is_told_the_same_in_sentences() {
    let told =
        Call::new(["sensitivity", "s.ron"]).file("s.ron", scenario(THREE)).run().expect(0).stdout;
    for sentence in [
        "Moving 16.7 of 100 points of weight is enough to put Y level with X.",
        "X stays first while one share moves",
        "X and Y are each at least as good as Z everywhere, and better somewhere.",
        "Z is first under no weights; at best it is 3.92 of 10 behind.",
        "It could draw level if A were 8 instead of 2, and only if nothing but A counted.",
    ] {
        assert!(told.replace('\n', " ").contains(sentence), "{sentence}\n{told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
    let csv = Call::new(["sensitivity", "s.ron", "--format", "csv"])
        .file("s.ron", scenario(THREE))
        .run()
        .expect(0)
        .stdout;
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!((lines[0], lines.len()), ("criterion,share,low,high,below,above", 3));
    assert!(lines[1].starts_with("a,0.75,0.58333") && lines[1].ends_with(",1.0,y,"), "{csv}");
}

/// Leads of x over y are 0.5 on a and −0.7 on b at shares of 0.75 and 0.25: the gap is 0.2.
#[test]
fn critical_cells_are_those_worked_out_by_hand_nearest_first() {
    let doubted = THREE
        .replace(r#""a": (score: 8)"#, r#""a": (score: 8, low: 5.2, high: 9, grade: B2)"#)
        .replace(r#""b": (score: 9)"#, r#""b": (score: 9, grade: F6)"#);
    let found = json(["sensitivity", "s.ron"], &scenario(&doubted));
    let cells = found["critical"].as_array().unwrap();
    let told = |cell: &Value| {
        let word = |key: &str| cell[key].as_str().unwrap().to_owned();
        (word("option"), word("criterion"), word("takes_over"))
    };
    let order: Vec<_> = cells.iter().map(told).collect();
    let word = |cell: (&str, &str, &str)| (cell.0.into(), cell.1.into(), cell.2.into());
    // z lies 0.475 behind: no score of its own but one on a is worth as much, and b of x and of y
    // would have to leave their range.
    let wished: Vec<(String, String, String)> =
        [("x", "a", "y"), ("y", "a", "y"), ("z", "a", "z")].map(word).to_vec();
    assert_eq!(order, wished, "{cells:#?}");
    for (cell, (to, change)) in cells.iter().zip([
        (8.0 - 2.0 / 0.75, 0.2 / 0.75),
        (3.0 + 2.0 / 0.75, 0.2 / 0.75),
        (2.0 + 4.75 / 0.75, 0.475 / 0.75),
    ]) {
        near(&cell["to"], to);
        near(&cell["change"], change);
        assert_eq!(cell["beyond"], false);
    }
    assert_eq!(
        ["inside", "critical", "grade"].map(|key| &cells[0][key]),
        [&value!(true), &value!(true), &value!("B2")]
    );
    // Without a grade a cell may be off by three tenths of its range.
    assert_eq!(
        ["inside", "critical", "grade"].map(|key| &cells[1][key]),
        [&value!(false), &value!(true), &Value::Null]
    );
    assert_eq!(cells[2]["critical"], false);
}

#[test]
fn a_must_have_that_is_missed_counts_and_says_that_it_lies_beyond() {
    let bound =
        THREE.replace(r#"(id: "a", name: "A")"#, r#"(id: "a", name: "A", must_have: AtLeast(7))"#);
    let scored = |x: &str, y: &str| {
        let own = bound.replace(r#""a": (score: 8), "b": (score: 2)"#, x);
        let own = own.replace(r#""a": (score: 3), "b": (score: 9)"#, y);
        json(["sensitivity", "s.ron"], &scenario(&own))
    };
    let of_x = |found: &Value| {
        let cells = found["critical"].as_array().unwrap();
        let is_own = |cell: &&Value| cell["option"] == "x" && cell["criterion"] == "a";
        cells.iter().find(is_own).unwrap().clone()
    };
    // Level with y before the must-have is missed.
    let level = of_x(&scored(
        r#""a": (score: 8), "b": (score: 2)"#,
        r#""a": (score: 7.5), "b": (score: 2)"#,
    ));
    near(&level["to"], 7.5);
    assert_eq!(level["beyond"], false);
    // Still ahead of y where it is missed.
    let missed = of_x(&scored(
        r#""a": (score: 8, low: 6, high: 9), "b": (score: 9)"#,
        r#""a": (score: 7), "b": (score: 2)"#,
    ));
    near(&missed["to"], 7.0);
    near(&missed["change"], 0.1);
    assert_eq!(
        ["beyond", "inside", "takes_over"].map(|key| &missed[key]),
        [&value!(true), &value!(true), &value!("y")]
    );
    let alone = json(["sensitivity", "s.ron"], &scenario(&bound));
    assert_eq!((&alone["winner"], &alone["critical"]), (&value!("x"), &value!([])));
}

#[test]
fn where_first_place_is_shared_no_cell_is_critical() {
    let tied = THREE.replace(r#""a": 3, "b": 1}"#, r#""a": 7, "b": 5}"#);
    let found = json(["sensitivity", "s.ron"], &scenario(&tied));
    assert_eq!(found["critical"], value!([]));
    let told = Call::new(["sensitivity", "s.ron"]).file("s.ron", scenario(&tied)).run().expect(0);
    assert!(told.stdout.contains("First place is shared by two options."), "{}", told.stdout);
}

#[test]
fn assumptions_are_turned_alone_and_in_pairs_those_that_unseat_the_winner_first() {
    let assuming = THREE.replace(r"criteria: [", r#"assumptions: [
        (id: "calm", name: "Calm"), (id: "trade", name: "Trade"), (id: "gone", name: "Gone", holds: false),
    ],
    criteria: ["#).replace(
        r#""a": (score: 8)"#,
        r#""a": (score: 8, otherwise: {"trade": (score: 1)})"#,
    );
    let found = json(["sensitivity", "s.ron"], &scenario(&assuming));
    let turned: Vec<(Value, Value)> = found["assumptions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|turned| (turned["turned"].clone(), turned["winner"].clone()))
        .collect();
    let wished = [
        (value!(["trade"]), value!("y")),
        (value!(["calm", "trade"]), value!("y")),
        (value!(["trade", "gone"]), value!("y")),
        (value!(["calm"]), value!("x")),
        (value!(["gone"]), value!("x")),
        (value!(["calm", "gone"]), value!("x")),
    ];
    assert_eq!(turned, wished);
    near(&found["assumptions"][3]["points"], 100.0 * 0.2 / 1.2);
    let told =
        Call::new(["sensitivity", "s.ron"]).file("s.ron", scenario(&assuming)).run().expect(0);
    let told = told.stdout.replace('\n', " ");
    for sentence in [
        "Without “Trade” Y is first.",
        "Without “Calm” and without “Trade” Y is first.",
        "Without “Trade” and with “Gone” Y is first.",
        "X stays first in the three other cases.",
    ] {
        assert!(told.contains(sentence), "{sentence}\n{told}");
    }
}

#[test]
fn a_share_of_one_has_no_interval_and_a_tie_at_the_top_no_distance() {
    let all = json(["sensitivity", "s.ron"], &scenario(&THREE.replace(r#""b": 1}"#, r#""b": 0}"#)));
    assert_eq!(
        all["stability"]["a"],
        value!({"share": 1.0, "low": null, "high": null, "below": null, "above": null})
    );
    assert_eq!(all["stability"]["b"]["above"], "y");
    let tied = json(
        ["sensitivity", "s.ron"],
        &scenario(&THREE.replace(r#""a": 3, "b": 1}"#, r#""a": 7, "b": 5}"#)),
    );
    assert_eq!((&tied["winner"], &tied["flip"]["option"]), (&value!("x"), &value!("y")));
    near(&tied["flip"]["points"], 0.0);
    near(&tied["stability"]["a"]["low"], 7.0 / 12.0);
    assert_eq!(tied["stability"]["a"]["below"], "y");
}

#[test]
fn with_nothing_or_one_option_to_rank_there_is_nothing_to_fear() {
    let none = json(["sensitivity", "s.ron"], &scenario(r#"criteria: [(id: "a", name: "A")]"#));
    assert_eq!(
        (&none["winner"], &none["flip"], &none["dominance"]),
        (&Value::Null, &Value::Null, &value!([]))
    );
    assert_eq!(kinds(&none), ["nothing-ranked"]);
    assert_eq!(
        none["stability"]["a"],
        value!({"share": 1.0, "low": null, "high": null, "below": null, "above": null})
    );
    let empty = json(["sensitivity", "s.ron"], &scenario(""));
    assert_eq!(
        (kinds(&empty), &empty["stability"]),
        (vec!["no-criteria", "nothing-ranked"], &value!({}))
    );
    let one = scenario(
        r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")], options: [(id: "x", name: "X")],
        scores: {"x": {"a": (score: 1), "b": (score: 1)}}"#,
    );
    let found = json(["sensitivity", "s.ron"], &one);
    assert_eq!(
        (&found["winner"], &found["flip"], &found["never_wins"]),
        (&value!("x"), &Value::Null, &value!([]))
    );
    assert_eq!(
        found["stability"]["a"],
        value!({"share": 0.5, "low": 0.0, "high": 1.0, "below": null, "above": null})
    );
    let told = Call::new(["sensitivity", "s.ron"]).file("s.ron", one).run().expect(0).stdout;
    assert!(told.contains("X has no rival that is fully scored."), "{told}");
    Call::new(["sensitivity", "s.ron"]).file("s.ron", scenario("")).run().expect(0);
}

#[test]
fn the_warm_up_is_as_firm_as_its_notes_say() {
    let found = json(["sensitivity", "workshop-venue"], "");
    assert_eq!(
        (&found["winner"], &found["flip"]["option"]),
        (&value!("community-centre"), &value!("boathouse"))
    );
    assert_eq!(format!("{:.1}", found["flip"]["points"].as_f64().unwrap()), "5.1");
    let never = &found["never_wins"];
    assert_eq!(
        (never.as_array().unwrap().len(), &never[0]["option"], &never[0]["cure"]["criterion"]),
        (1, &value!("ring-road-hotel"), &value!("travel"))
    );
    near(&never[0]["cure"]["to"], 29.0 + 1.0 / 3.0);
    // "The four other methods put the boathouse first."
    for method in ["weighted-product", "topsis", "vikor", "promethee-2"] {
        assert_eq!(
            json(["rank", "workshop-venue", "--method", method], "")["ranking"][0]["option"],
            "boathouse",
            "{method}"
        );
    }
}
