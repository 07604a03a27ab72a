//! Ten options by six criteria with everything that can be special about them: every method, the
//! sensitivity and the simulation give a sensible result, and say what happened where there is
//! something to say.

use serde_json::Value;

use crate::common::Call;
use crate::kinds;

const METHODS: [&str; 5] = ["weighted-sum", "weighted-product", "topsis", "vikor", "promethee-2"];

/// A table of scores with weights for its criteria.
struct Table {
    scores: Vec<Vec<Option<f64>>>,
    weights: Vec<f64>,
}

impl Table {
    /// Scores of 1 to 9.9 without a pattern, weights of 1 to 6.
    fn new(options: usize, criteria: usize) -> Self {
        let score = |option: usize, criterion: usize| {
            Some((10 + (option * 37 + criterion * 53 + option * criterion * 11) % 90) as f64 / 10.0)
        };
        let scores = (0..options)
            .map(|option| (0..criteria).map(|criterion| score(option, criterion)).collect())
            .collect();
        Self { scores, weights: (1..=criteria).map(|weight| weight as f64).collect() }
    }

    /// The table with its weights given directly.
    fn text(&self) -> String {
        let weights: Vec<String> = self
            .weights
            .iter()
            .zip(0..)
            .map(|(weight, index)| format!("\"c{index}\": {weight}"))
            .collect();
        self.judged(&format!("weights: {{{}}}", weights.join(", ")))
    }

    /// The table with its weights given as points.
    fn swung(&self) -> String {
        let points: Vec<String> = self
            .weights
            .iter()
            .zip(0..)
            .map(|(points, index)| format!("(\"c{index}\", {points})"))
            .collect();
        self.judged(&format!("elicitation: Swing([{}])", points.join(", ")))
    }

    /// The table as a scenario whose even criteria are to be low, its ranges `Observed`, with all
    /// six preference functions.
    fn judged(&self, judgement: &str) -> String {
        let preferences =
            ["Usual", "Linear(0.5, 3)", "VShape(2)", "UShape(1)", "Level(0.5, 2)", "Gaussian(1.5)"];
        let goal = |index: usize| if index.is_multiple_of(2) { "Minimize" } else { "Maximize" };
        let criterion = |index: usize| {
            format!(
                "(id: \"c{index}\", name: \"C{index}\", goal: {}, range: Observed, preference: {}),\n",
                goal(index),
                preferences[index % 6]
            )
        };
        let row = |(option, row): (usize, &Vec<Option<f64>>)| {
            let cells = row
                .iter()
                .enumerate()
                .filter_map(|(index, score)| Some(format!("\"c{index}\": (score: {})", (*score)?)));
            format!("\"o{option}\": {{{}}},\n", cells.collect::<Vec<_>>().join(", "))
        };
        format!(
            "(format: 1, title: \"Edges\",\ncriteria: [\n{}],\noptions: [\n{}],\nscores: {{\n{}}},\nteams: [(id: \"t\", name: \"T\", {judgement})])\n",
            (0..self.weights.len()).map(criterion).collect::<String>(),
            (0..self.scores.len())
                .map(|option| format!("(id: \"o{option}\", name: \"O{option}\"),\n"))
                .collect::<String>(),
            self.scores.iter().enumerate().map(row).collect::<String>(),
        )
    }
}

fn told(words: &[&str], text: &str) -> Value {
    let words = words.iter().copied().chain(["--format", "json"]);
    let outcome = Call::new(words).file("s.ron", text).run().expect(0);
    assert!(
        !outcome.stdout.contains("NaN") && !outcome.stdout.contains("inf"),
        "{}",
        outcome.stdout
    );
    outcome.json_lines().remove(0)
}

/// What each method makes of a table.
fn ranked(table: &Table) -> Vec<Value> {
    METHODS
        .iter()
        .map(|method| told(&["rank", "s.ron", "--method", method], &table.text()))
        .collect()
}

/// The ranks by a method, option by option; none where it isn't ranked.
fn ranks(ranked: &Value, options: usize) -> Vec<Option<u64>> {
    let entries = ranked["ranking"].as_array().unwrap();
    let rank = |option: usize| {
        entries
            .iter()
            .find(|entry| entry["option"] == format!("o{option}"))
            .and_then(|entry| entry["rank"].as_u64())
    };
    (0..options).map(rank).collect()
}

/// The simulation and the sensitivity of a table, which must be there and hold together.
fn checked_firmness(table: &Table, scored: usize) -> (Value, Value) {
    let sensitivity = told(&["sensitivity", "s.ron"], &table.text());
    let robustness = told(&["robustness", "s.ron", "--samples", "3000", "--widen"], &table.text());
    let acceptability = robustness["acceptability"].as_object().unwrap();
    assert_eq!((acceptability.len(), sensitivity["winner"].is_string()), (scored, scored > 0));
    for parts in acceptability.values() {
        let sum: f64 = parts.as_array().unwrap().iter().map(|part| part.as_f64().unwrap()).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{acceptability:?}");
    }
    (sensitivity, robustness)
}

#[test]
fn the_plain_table_is_ranked_by_all() {
    for ranked in ranked(&Table::new(10, 6)) {
        assert!(ranks(&ranked, 10).iter().all(Option::is_some), "{ranked}");
        assert!(kinds(&ranked).iter().all(|kind| *kind == "rank-reversal"), "{ranked}");
    }
    checked_firmness(&Table::new(10, 6), 10);
}

#[test]
fn an_option_with_a_missing_cell_stands_apart_and_may_lead() {
    let mut table = Table::new(10, 6);
    // Best wherever it is scored, the heaviest criterion missing.
    table.scores[3] = vec![Some(0.5), Some(9.95), Some(0.5), Some(9.95), Some(0.5), None];
    for ranked in ranked(&table) {
        let places = ranks(&ranked, 10);
        assert_eq!((places[3], places.iter().flatten().count()), (None, 9), "{ranked}");
        assert_eq!(
            (&ranked["apart"][0]["because"], &ranked["apart"][0]["criteria"][0]),
            (&"not-scored".into(), &"c5".into())
        );
        assert_eq!(ranked["apart"][0]["high"].is_null(), ranked["method"] != "weighted-sum");
        assert!(kinds(&ranked).contains(&"may-lead"), "{ranked}");
    }
    let (sensitivity, _) = checked_firmness(&table, 9);
    assert!(kinds(&sensitivity).contains(&"may-lead"));
}

#[test]
fn options_that_are_alike_tie_in_document_order() {
    let mut table = Table::new(10, 6);
    table.scores[7] = table.scores[2].clone();
    for ranked in ranked(&table) {
        let places = ranks(&ranked, 10);
        assert_eq!(places[7], places[2], "{ranked}");
        let order: Vec<&Value> =
            ranked["ranking"].as_array().unwrap().iter().map(|entry| &entry["option"]).collect();
        let place = |id: &str| order.iter().position(|option| **option == id).unwrap();
        assert_eq!(place("o2") + 1, place("o7"));
    }
    let (_, robustness) = checked_firmness(&table, 10);
    assert_eq!(robustness["acceptability"]["o2"].as_array().unwrap().len(), 10);
    let exact = told(&["robustness", "s.ron", "--samples", "3000"], &table.text());
    assert_eq!(exact["acceptability"]["o2"], exact["acceptability"]["o7"]);
    assert_eq!(exact["pairwise"]["o2"]["o7"], 0.0);
}

#[test]
fn a_weight_of_nothing_counts_for_nothing() {
    let mut table = Table::new(10, 6);
    table.weights[4] = 0.0;
    let before = ranked(&table);
    table
        .scores
        .iter_mut()
        .zip(0..)
        .for_each(|(row, option)| row[4] = Some(f64::from(90 - option) / 10.0));
    for (before, after) in before.iter().zip(&ranked(&table)) {
        assert_eq!(ranks(before, 10), ranks(after, 10), "{after}");
        assert_eq!(after["shares"]["c4"], 0.0);
    }
    checked_firmness(&table, 10);
}

#[test]
fn a_column_of_equal_scores_tells_no_option_from_another() {
    let mut table = Table::new(10, 6);
    table.scores.iter_mut().for_each(|row| row[1] = Some(4.0));
    let before = ranked(&table);
    table.scores.iter_mut().for_each(|row| row[1] = Some(9.0));
    for (before, after) in before.iter().zip(&ranked(&table)) {
        assert_eq!(ranks(before, 10), ranks(after, 10), "{after}");
    }
    checked_firmness(&table, 10);
    // Points given for its swing are ignored, and that is said.
    for method in METHODS {
        let found = told(&["rank", "s.ron", "--method", method], &table.swung());
        assert!(kinds(&found).contains(&"no-swing") && found["shares"]["c1"] == 0.0, "{found}");
    }
}

#[test]
fn a_single_option_is_first_and_a_compromise_of_one() {
    let table = Table::new(1, 6);
    let totals: Vec<f64> = ranked(&table)
        .iter()
        .map(|ranked| ranked["ranking"][0]["total"].as_f64().unwrap())
        .collect();
    // Every observed range is a single point, which is worth 1; every product is of ones.
    assert!(
        totals
            .iter()
            .zip([1.0, 1.0, 0.5, 0.0, 0.0])
            .all(|(own, wished)| (own - wished).abs() < 1e-12),
        "{totals:?}"
    );
    let vikor = told(&["rank", "s.ron", "--method", "vikor"], &table.text());
    assert_eq!(
        (&vikor["compromise"], &vikor["ranking"][0]["s"], &vikor["ranking"][0]["r"]),
        (&serde_json::json!(["o0"]), &0.0.into(), &0.0.into())
    );
    let (sensitivity, robustness) = checked_firmness(&table, 1);
    assert_eq!(
        (&sensitivity["flip"], &robustness["confidence"]["o0"]),
        (&Value::Null, &1.0.into())
    );
}

#[test]
fn a_single_criterion_ranks_by_itself() {
    let table = Table::new(10, 1);
    let rising: Vec<f64> = table.scores.iter().map(|row| row[0].unwrap()).collect();
    // The one criterion is to be low.
    let wished: Vec<Option<u64>> = rising
        .iter()
        .map(|own| Some(1 + rising.iter().filter(|other| *other < own).count() as u64))
        .collect();
    for ranked in ranked(&table) {
        assert_eq!(ranks(&ranked, 10), wished, "{ranked}");
        assert_eq!(ranked["shares"]["c0"], 1.0);
    }
    let (sensitivity, _) = checked_firmness(&table, 10);
    assert_eq!(sensitivity["stability"]["c0"]["low"], Value::Null);
}

#[test]
fn scores_that_are_all_equal_tie_all() {
    let mut table = Table::new(10, 6);
    table.scores.iter_mut().flatten().for_each(|score| *score = Some(5.0));
    for ranked in ranked(&table) {
        assert_eq!(ranks(&ranked, 10), vec![Some(1); 10], "{ranked}");
    }
    let vikor = told(&["rank", "s.ron", "--method", "vikor"], &table.text());
    assert_eq!(vikor["compromise"].as_array().unwrap().len(), 10);
    let (sensitivity, _) = checked_firmness(&table, 10);
    assert_eq!(
        (&sensitivity["dominance"], &sensitivity["never_wins"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    assert_eq!(sensitivity["flip"]["points"], 0.0);
    let exact = told(&["robustness", "s.ron", "--samples", "100"], &table.text());
    assert_eq!(exact["acceptability"]["o9"][0], 1.0);
}

#[test]
fn each_cross_check_says_in_a_table_what_to_know_of_it() {
    let words = [
        ("topsis", "a unit with another zero"),
        ("vikor", "Lower is better"),
        ("promethee-2", "by raw differences"),
        ("weighted-product", "ranges"),
    ];
    for (method, said) in words {
        let told = Call::new(["rank", "s.ron", "--method", method])
            .file("s.ron", Table::new(10, 6).text())
            .run()
            .expect(0)
            .stdout;
        assert!(
            told.replace('\n', " ").contains(said)
                && told.lines().all(|line| line.chars().count() <= 100),
            "{told}"
        );
    }
}

#[test]
fn scores_of_nothing_bar_the_weighted_product_alone() {
    let mut table = Table::new(10, 6);
    table.scores[4][2] = Some(0.0);
    table.scores[6][1] = Some(-3.0);
    for ranked in ranked(&table) {
        let is_barred = ranked["method"] == "weighted-product";
        assert_eq!(
            (
                ranked["ranking"].as_array().unwrap().is_empty(),
                kinds(&ranked).contains(&"not-applicable")
            ),
            (is_barred, is_barred)
        );
    }
    let barred = told(&["rank", "s.ron", "--method", "weighted-product"], &table.text());
    let message =
        crate::entry(&barred["findings"], "kind", "not-applicable")["message"].as_str().unwrap();
    assert!(message.contains("O4 on C2") && message.contains("O6 on C1"), "{message}");
}

#[test]
fn without_options_or_criteria_every_method_says_that_nothing_is_ranked() {
    for (table, wished) in [
        (Table::new(0, 6), vec!["nothing-ranked"]),
        (Table::new(3, 0), vec!["not-weighed", "no-criteria", "nothing-ranked"]),
    ] {
        for ranked in ranked(&table) {
            assert_eq!(
                (&ranked["ranking"], kinds(&ranked)),
                (&serde_json::json!([]), wished.clone()),
                "{ranked}"
            );
        }
        checked_firmness(&table, 0);
    }
}
