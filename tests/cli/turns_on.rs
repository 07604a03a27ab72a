//! `mizan teams`: what a decision turns on and what would bring the teams together, against numbers
//! worked out by hand.

use serde_json::json as object;

use crate::common::Call;
use crate::{entry, json, near, scenario};

/// Two criteria, three options, and two teams that turn the ranking round.
fn two_minds(teams: &str) -> String {
    scenario(&format!(
        r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {{
            "x": {{"a": (score: 10), "b": (score: 0)}},
            "y": {{"a": (score: 5, low: 5, high: 8), "b": (score: 6, low: 5, high: 8)}},
            "z": {{"a": (score: 0), "b": (score: 10)}},
        }},
        teams: [{teams}],"#
    ))
}

fn both() -> String {
    two_minds(
        r#"(id: "one", name: "One", weights: {"a": 3, "b": 1}),
        (id: "two", name: "Two", weights: {"a": 1, "b": 3}),"#,
    )
}

#[test]
fn the_shortest_roads_move_as_little_as_a_pencil_finds() {
    let told = json(["teams", "s.ron"], &both());
    let road = told["road"].as_array().unwrap();
    let order: Vec<&str> = road.iter().map(|road| road["option"].as_str().unwrap()).collect();
    assert_eq!(order, ["x", "z", "y"]);
    // Two gives a as much as makes x level with y: 0.6 / 1.1 of all.
    near(&road[0]["points"], 100.0 * (0.6 / 1.1 - 0.25));
    near(&road[0]["moves"]["two"]["a"], 0.6 / 1.1 - 0.25);
    near(&road[0]["moves"]["two"]["b"], 0.25 - 0.6 / 1.1);
    assert!(road[0]["moves"].get("one").is_none(), "it has nothing to move");
    near(&road[1]["points"], 100.0 * (0.75 - 0.4 / 0.9));
    near(&road[2]["points"], 100.0 * (0.75 - 0.6 / 1.1 + 0.4 / 0.9 - 0.25));
}

#[test]
fn the_least_mends_regret_and_the_crux_are_those_of_a_pencil() {
    let told = json(["teams", "s.ron"], &both());
    let mend = told["mend"].as_array().unwrap();
    assert_eq!(mend[0]["option"], "y");
    near(&mend[0]["change"], 0.4);
    near(&entry(&mend[0]["scores"], "criterion", "a")["to"], 7.5);
    near(&entry(&mend[0]["scores"], "criterion", "b")["from"], 6.0);
    near(&entry(&mend[0]["scores"], "criterion", "b")["to"], 7.5);
    near(&mend[0]["inside"]["change"], 0.4);
    near(&entry(&told["mend"], "option", "x")["change"], 2.0 / 3.0);
    assert_eq!(
        entry(&told["mend"], "option", "x")["inside"],
        object!({"change": null, "scores": []}),
        "a cell without a range stays as it is"
    );
    let regret = &told["regret"];
    near(&regret["loss"]["one"]["y"], 0.225);
    near(&regret["loss"]["two"]["x"], 0.5);
    near(&regret["worst"]["y"], 0.225);
    assert_eq!(regret["least"], object!(["y"]));
    let crux = told["crux"].as_array().unwrap();
    assert_eq!(crux.len(), 2);
    assert_eq!(crux[0]["criterion"], "a");
    near(&crux[0]["points"], 0.5);
    near(&crux[1]["points"], 0.5);
}

#[test]
fn what_lies_between_two_teams_is_split_with_every_step_that_ends_it() {
    let told = json(["teams", "s.ron", "--between", "one,two"], &both());
    let between = &told["between"];
    assert_eq!(between["options"], object!(["x", "z"]));
    near(&between["total"], 1.0);
    for criterion in ["a", "b"] {
        near(&between["weights"][criterion], 0.5);
        near(&between["facts"][criterion], 0.0);
    }
    let step = |team, criterion| object!({"team": team, "takes": "share", "criterion": criterion});
    let steps = [step("one", "a"), step("one", "b"), step("two", "a"), step("two", "b")];
    assert_eq!(between["steps"], object!(steps));
    // The other way round the same steps, in the order of the document.
    let turned = json(["teams", "s.ron", "--between", "two, one"], &both());
    assert_eq!((&turned["between"]["a"], &turned["between"]["b"]), (&"two".into(), &"one".into()));
    assert_eq!(turned["between"]["steps"], between["steps"]);
    assert!(json(["teams", "s.ron"], &both())["between"].is_null());
}

/// A fact that ends the difference: one team sees one score otherwise.
#[test]
fn a_disputed_score_is_facts_and_a_crux_of_its_own() {
    let text = two_minds(
        r#"(id: "one", name: "One", weights: {"a": 1, "b": 1}),
        (id: "two", name: "Two", weights: {"a": 1, "b": 1}, scores: {"z": {"a": (score: 9)}}),"#,
    );
    let told = json(["teams", "s.ron", "--between", "one,two"], &text);
    let between = &told["between"];
    assert_eq!(between["options"], object!(["y", "z"]));
    near(&between["total"], 0.45);
    near(&between["facts"]["a"], 0.45);
    near(&between["weights"]["a"], 0.0);
    let step = |team| object!({"team": team, "takes": "scores", "criterion": "a"});
    assert_eq!(between["steps"], object!([step("one"), step("two")]));
    let crux = &told["crux"].as_array().unwrap()[0];
    assert_eq!((&crux["kind"], &crux["option"]), (&"score".into(), &"z".into()));
    near(&crux["points"], 0.45);
    // z's base score counts for One alone: a mend of z can't take from what Two sees.
    let mend = entry(&told["mend"], "option", "z");
    near(&mend["change"], 0.1);
}

#[test]
fn an_option_that_a_team_rules_out_has_neither_road_nor_mend() {
    let text = both().replace(r#"name: "A")"#, r#"name: "A", must_have: AtLeast(1))"#);
    let told = json(["teams", "s.ron"], &text);
    let road = entry(&told["road"], "option", "z");
    assert_eq!((&road["points"], &road["moves"]), (&object!(null), &object!({})));
    assert!(entry(&told["mend"], "option", "z")["change"].is_null());
    assert!(told["regret"]["worst"].get("z").is_none());
    assert_eq!(told["road"].as_array().unwrap().last().unwrap()["option"], "z", "it is last");
}

#[test]
fn without_a_team_that_counts_there_is_nothing_to_bring_together() {
    for teams in [
        "",
        r#"(id: "late", name: "Late")"#,
        r#"(id: "shut", name: "Shut", weights: {"a": 1, "b": 9}, seal: (at: "2026-01-01T00:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000"))"#,
    ] {
        let told = json(["teams", "s.ron"], &two_minds(teams));
        for list in ["road", "crux", "rounds", "mend"] {
            assert_eq!(told[list], object!([]), "{list} of {teams}");
        }
        assert_eq!((&told["regret"], &told["gut"]), (&object!(null), &object!({})), "{teams}");
    }
}

#[test]
fn words_that_name_no_two_teams_are_told_what_is_wrong() {
    for (words, status, said) in [
        ("one", 2, "two ids"),
        ("one,two,one", 2, "two ids"),
        ("one,one", 2, "two different teams"),
        ("one,tow", 2, "known are one, two, shut"),
        ("one,shut", 1, "sealed"),
    ] {
        let text = both().replace(
            "],\n)",
            r#"(id: "shut", name: "Shut", weights: {"a": 1, "b": 9}, seal: (at: "2026-01-01T00:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0000000000000000000000000000000000000000000000000000000000000000"))],
)"#,
        );
        let call = Call::new(["teams", "s.ron", "--between", words]).file("s.ron", text);
        let run = call.run().expect(status);
        assert!(run.stderr.contains(said), "{words}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{words}");
    }
}

#[test]
fn a_person_reads_all_of_it_within_a_hundred_columns() {
    let call = Call::new(["teams", "s.ron", "--between", "one,two"]).file("s.ron", both());
    let told = call.run().expect(0).stdout;
    for words in [
        "Weights 100 %, scores 0 %, of the 10.00 points between their leads of X over Z.",
        "Each of these steps makes them agree",
        "One gives A 25.0 %, as Two does, not 75.0 %: then both put Z first",
        "With Y the worst-off team loses least, 2.25 of ten.",
        "Shortest road to agreement: X, by weights: 29.6 points, one team moves",
        "Two, 29.6 points: B −29.6; A +29.6",
        "To Z 30.6, Y 40.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
}

#[test]
fn gut_and_rounds_are_told_of_each_team() {
    let body = |first: u8| {
        format!(
            r#"criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
            options: [(id: "x", name: "X"), (id: "y", name: "Y")],
            scores: {{"x": {{"a": (score: 10), "b": (score: 0)}}, "y": {{"a": (score: 0), "b": (score: 10)}}}},
            teams: [
                (id: "one", name: "One", weights: {{"a": {first}, "b": 1}}, reasons: {{"a": "since {first}"}}, gut_ranking: ["y", "x"]),
                (id: "two", name: "Two", weights: {{"a": 1, "b": 3}}),
            ],"#
        )
    };
    let text = scenario(&format!(
        r#"{}rounds: [(name: "First", closed: "2026-11-28T10:00:00Z", {})],"#,
        body(3),
        body(1)
    ));
    let told = json(["teams", "s.ron"], &text);
    let round = &told["rounds"].as_array().unwrap()[0];
    assert_eq!((&round["from"], &round["to"]), (&"First".into(), &object!(null)));
    let one = &round["teams"]["one"];
    near(&one["points"], 25.0);
    assert_eq!((&one["winner_before"], &one["winner"]), (&"x".into(), &"x".into()));
    assert_eq!((&one["towards_mean"], &one["reason"]), (&object!(false), &object!(true)));
    near(&round["teams"]["two"]["points"], 0.0);
    near(&told["gut"]["one"]["kendall_tau"], -1.0);
    assert_eq!(told["gut"]["one"]["moved"], "x");
    assert!(told["gut"].get("two").is_none(), "it ranked nothing by gut");
}
