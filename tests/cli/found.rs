//! Findings by small scenarios: that each is told where it holds, and not where it nearly does.

use serde_json::{Value, json as value};

use crate::common::Call;
use crate::{entry, json, kinds, near, scenario};

/// X and Y cost 100 each by the base scores; T counts other costs.
fn constant_cost(own: &str) -> String {
    scenario(&format!(
        r#"criteria: [(id: "cost", name: "Cost", goal: Minimize, range: Observed), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {{"x": {{"cost": (score: 100), "b": (score: 5)}}, "y": {{"cost": (score: 100), "b": (score: 4)}}}},
        teams: [(id: "t", name: "T", weights: {{"cost": 90, "b": 10}}, scores: {{{own}}})],"#
    ))
}

#[test]
fn a_score_beside_a_constant_column_is_cut_and_the_column_makes_no_difference() {
    let told = json(["rank", "s.ron"], &constant_cost(r#""x": {"cost": (score: 500)}"#));
    assert_eq!(kinds(&told), ["cut", "no-difference"]);
    let cut = entry(&told["findings"], "kind", "cut");
    assert_eq!(cut["path"], r#"teams."t".scores."x"."cost""#);
    let message = cut["message"].as_str().unwrap();
    assert!(message.contains("500") && message.contains("100"), "{message}");
    let level = entry(&told["findings"], "kind", "no-difference")["message"].as_str().unwrap();
    assert!(level.starts_with("By the scores of T") && level.contains("Cost"), "{level}");
    let without = json(["rank", "s.ron"], &constant_cost(""));
    let message = without["findings"][0]["message"].as_str().unwrap();
    assert!(message.starts_with("By the base scores"), "{message}");
    // Seen from the team and from the mean it is one fact.
    assert_eq!(kinds(&json(["check", "s.ron"], &constant_cost(""))), ["no-difference"]);
}

#[test]
fn only_a_base_score_can_be_nobodys() {
    let with = |base: &str| {
        let text = scenario(&format!(
            r#"criteria: [(id: "c", name: "C")], options: [(id: "x", name: "X"), (id: "y", name: "Y")],
            scores: {{{base}"y": {{"c": (score: 4)}}}},
            teams: [(id: "t", name: "T", weights: {{"c": 1}}, scores: {{"x": {{"c": (score: 5)}}}})],"#
        ));
        let told = json(["check", "s.ron"], &text);
        kinds(&told).contains(&"all-override")
    };
    assert_eq!([with(""), with(r#""x": {"c": (score: 6)}, "#)], [false, true]);
}

#[test]
fn where_base_scores_rule_out_all_that_a_criterion_is_scored_by_teams_own_make_its_scale() {
    let text = scenario(
        r#"criteria: [(id: "m", name: "M", must_have: AtLeast(5)), (id: "c", name: "C", range: Observed)],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {"x": {"m": (score: 1), "c": (score: 3)}, "y": {"m": (score: 6)}, "z": {"m": (score: 6)}},
        teams: [(id: "t", name: "T", weights: {"c": 1, "m": 0}, scores: {"y": {"c": (score: 7)}, "z": {"c": (score: 2)}})],"#,
    );
    let told = json(["rank", "s.ron"], &text);
    near(&entry(&told["ranking"], "option", "y")["total"], 1.0);
    near(&entry(&told["ranking"], "option", "z")["total"], 0.0);
}

#[test]
fn the_points_of_a_value_function_are_its_range_whatever_is_observed() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A", range: Observed, value: Piecewise([(0, 0), (10, 1)]))],
        options: [(id: "x", name: "X"), (id: "y", name: "Y")],
        scores: {"x": {"a": (score: 2)}, "y": {"a": (score: 5)}},
        teams: [(id: "t", name: "T", weights: {"a": 1}, scores: {"x": {"a": (score: 8)}})],"#,
    );
    let told = json(["rank", "s.ron"], &text);
    near(&entry(&told["ranking"], "option", "x")["total"], 0.8);
    assert_eq!(kinds(&told), [""; 0]);
}

/// Z's cell on C is missing, X and Y have these scores there.
fn open_scale(x: f64, y: f64, z_on_b: f64) -> String {
    scenario(&format!(
        r#"criteria: [(id: "c", name: "C", range: Observed), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {{
            "x": {{"c": (score: {x}), "b": (score: 0)}},
            "y": {{"c": (score: {y}), "b": (score: 8)}},
            "z": {{"b": (score: {z_on_b})}},
        }}"#
    ))
}

#[test]
fn a_missing_cell_that_leaves_the_scale_open_leaves_the_rank_open_and_no_sentence_forgets_it() {
    let rank = |text: &str| json(["rank", "s.ron"], text)["apart"][0]["rank"].clone();
    for text in [open_scale(0.0, 10.0, 2.0), open_scale(5.0, 5.0, 2.0)] {
        assert_eq!(rank(&text), Value::Null, "{text}");
        let told = Call::new(["sensitivity", "s.ron"]).file("s.ron", &text).run().expect(0).stdout;
        let told = told.replace('\n', " ");
        assert!(told.contains("Z could still be first, once scored."), "{told}");
        // A share of 0 leaves nothing open.
        let team = r#"teams: [(id: "t", name: "T", weights: {"c": 0, "b": 1})],"#;
        let weighed = text.replace("\n)\n", &format!(", {team}\n)\n"));
        assert_eq!(rank(&weighed), value!(2), "{weighed}");
        let told =
            Call::new(["sensitivity", "s.ron"]).file("s.ron", weighed).run().expect(0).stdout;
        assert!(!told.contains("could still"), "{told}");
    }
}

/// X can't pass A by a score of its own; where Y's lies far out, nothing on O tells the two apart.
#[test]
fn what_two_missing_scores_can_do_together_is_told() {
    let text = |x: &str, y: &str| {
        scenario(&format!(
            r#"criteria: [(id: "o", name: "O", range: Observed), (id: "f", name: "F")],
            options: [(id: "a", name: "A"), (id: "x", name: "X"), (id: "y", name: "Y")],
            scores: {{
                "a": {{"o": (score: 10), "f": (score: 8)}},
                "x": {{"o": (score: 0){x}}},
                "y": {{"f": (score: 0){y}}},
            }},
            teams: [(id: "t", name: "T", weights: {{"o": 2, "f": 3}})],"#
        ))
    };
    let told = |text: &str| {
        let outcome = Call::new(["sensitivity", "s.ron"]).file("s.ron", text).run().expect(0);
        outcome.stdout.replace('\n', " ")
    };
    let open = told(&text("", ""));
    assert!(open.contains("X could still be first, once scored."), "{open}");
    let (far, ten) = (r#", "o": (score: -1000000000)"#, r#", "f": (score: 10)"#);
    let first = |text: &str| json(["rank", "s.ron"], text)["ranking"][0]["option"].clone();
    assert_eq!(first(&text(ten, far)), "x");
    assert_eq!(first(&text(ten, r#", "o": (score: 5)"#)), "a");
    // Where nobody's score on O is missing, X stays behind.
    let closed = told(&text("", r#", "o": (score: 5)"#));
    assert!(!closed.contains("could still"), "{closed}");
}

#[test]
fn an_option_that_may_lead_is_named_beside_what_is_said_to_be_firm() {
    let text = scenario(
        r#"criteria: [(id: "a", name: "A")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {"x": {"a": (score: 5)}, "y": {"a": (score: 4)}},"#,
    );
    let told = Call::new(["sensitivity", "s.ron"]).file("s.ron", text).run().expect(0).stdout;
    let told = told.replace('\n', " ");
    let firm = "No weights at all would put another option level with X. That is of the options \
                fully scored alone; Z could still be first, once scored.";
    assert!(told.contains(firm), "{told}");
}

/// Options whose order by TOPSIS turns with each that is left out.
#[test]
fn of_many_reversals_the_first_ten_are_told_and_the_rest_counted() {
    let digits = |seed: u64| (seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) % 1_000;
    let rows = (0..30_u64).map(|option| {
        let cells =
            (0..4_u64).map(|c| format!("\"c{c}\": (score: {})", 1 + digits(4 * option + c)));
        format!("\"o{option}\": {{{}}}", cells.collect::<Vec<_>>().join(", "))
    });
    let options = (0..30).map(|option| format!("(id: \"o{option}\", name: \"O{option}\")"));
    let criteria = (0..4).map(|c| format!("(id: \"c{c}\", name: \"C{c}\", range: Observed)"));
    let text = scenario(&format!(
        "method: Topsis, criteria: [{}], options: [{}], scores: {{{}}}",
        criteria.collect::<Vec<_>>().join(", "),
        options.collect::<Vec<_>>().join(", "),
        rows.collect::<Vec<_>>().join(", ")
    ));
    for words in [vec!["rank", "s.ron"], vec!["check", "s.ron"]] {
        let words = words.into_iter().chain(["--format", "json"]);
        let told = Call::new(words).file("s.ron", &text).run().expect(0).json_lines().remove(0);
        let reversals: Vec<&str> = told["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["kind"] == "rank-reversal")
            .map(|finding| finding["message"].as_str().unwrap())
            .collect();
        assert_eq!(reversals.len(), 11, "{reversals:?}");
        let more = reversals[10];
        assert!(more.contains("more") && more.contains("first ten"), "{more}");
        assert!(reversals[..10].iter().all(|told| told.contains("without")), "{reversals:?}");
    }
}
