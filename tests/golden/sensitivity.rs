//! Dominance and the intervals of shares.

use mizan::analysis::{Dominance, Watch};
use mizan::evaluation::{Sensitivity, Weighting, sensitivity};
use mizan::model::Scenario;
use serde_json::Value;

use crate::case::{Scale, direct, evaluated, matrix, scenario};

fn found(document: &Scenario) -> Sensitivity {
    let weighting = Weighting::of_default(document);
    sensitivity(document, &weighting, &evaluated(document), &Watch::default()).unwrap()
}

pub fn check_dominance(case: &Value, expected: &Value) {
    let observed = vec![Scale::Observed; matrix(&case["scores"])[0].len()];
    let index = |index: &Value| index.as_u64().unwrap() as usize;
    let pair = |pair: &Value| Dominance { better: index(&pair[0]), worse: index(&pair[1]) };
    let mut pairs: Vec<Dominance> =
        expected["pairs"].as_array().unwrap().iter().map(pair).collect();
    pairs.sort_unstable();
    assert_eq!(
        found(&scenario(case, &observed, direct)).dominance,
        pairs,
        "{}: dominance",
        case["name"]
    );
}

/// The case as a document whose values are what the expectation says.
pub fn document(case: &Value, method: &str) -> Scenario {
    let width = matrix(&case["scores"])[0].len();
    let scales: Vec<Scale> = match method {
        "weight_stability_wsm_minmax" => vec![Scale::Observed; width],
        "weight_stability_values_given" => vec![Scale::Fixed(0.0, 1.0); width],
        "weight_stability_value_functions" => {
            let functions = &case["expected"]["wsm_value_functions"]["params"]["value_functions"];
            functions.as_array().unwrap().iter().map(Scale::of).collect()
        }
        other => panic!("there is no base for {other:?}"),
    };
    scenario(case, &scales, direct)
}

pub fn check_stability(case: &Value, method: &str, expected: &Value) {
    let found = found(&document(case, method));
    let index = |option: &Value| option.as_u64().map(|option| option as usize);
    assert_eq!(found.winner, index(&expected["winner"]), "{}: winner", case["name"]);
    let (intervals, tolerance) =
        (expected["intervals"].as_array().unwrap(), case["tolerance"].as_f64().unwrap());
    assert_eq!(intervals.len(), found.stability.len(), "{}", case["name"]);
    for (criterion, (own, wished)) in found.stability.iter().zip(intervals).enumerate() {
        let what = format!("{}: {method} of criterion {criterion}: {own:?}", case["name"]);
        let Some(own) = &own.interval else {
            assert!(wished.is_null(), "{what}");
            continue;
        };
        let is_near =
            |own: f64, key: &str| (own - wished[key].as_f64().unwrap()).abs() <= tolerance;
        assert!(is_near(own.low, "low") && is_near(own.high, "high"), "{what}, expected {wished}");
        assert_eq!(
            (own.below, own.above),
            (index(&wished["low_takeover"]), index(&wished["high_takeover"])),
            "{what}"
        );
    }
}
