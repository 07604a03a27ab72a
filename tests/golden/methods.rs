//! The methods beside the weighted sum.

use mizan::analysis::{Parts, Standing};
use mizan::evaluation::{MethodEvaluation, Weighting, evaluate_by};
use mizan::model::{Method, Preference, Scenario};
use serde_json::Value;

use crate::case::{Scale, assert_near, direct, evaluated, matrix, numbers, scenario};

/// Which method a name of the cases means, and the kind of check it counts as.
pub fn method_of(name: &str, expected: &Value) -> (Method, &'static str) {
    match name {
        "wpm_ratio" => (Method::WeightedProduct, "weighted product"),
        "topsis_vector" => (Method::Topsis, "topsis"),
        "vikor" => (Method::Vikor(expected["params"]["v"].as_f64().unwrap_or(0.5)), "vikor"),
        _ => (Method::PrometheeII, "promethee"),
    }
}

/// The case as a document, its criteria with the preference functions of the expectation.
pub fn document(case: &Value, expected: &Value) -> Scenario {
    let mut scenario =
        scenario(case, &vec![Scale::Observed; matrix(&case["scores"])[0].len()], direct);
    for (index, criterion) in scenario.criteria.iter_mut().enumerate() {
        criterion.preference = preference(&expected["params"], index);
    }
    scenario
}

/// One function for all criteria, or, where they are mixed, one for each; thresholds are listed
/// criterion by criterion.
fn preference(params: &Value, index: usize) -> Preference {
    let function = params["functions"]
        .get(index)
        .or_else(|| params["function"].get(index))
        .unwrap_or(&params["function"]);
    let threshold = |key: &str| {
        let one_each = params[key].get(index).unwrap_or(&params[key]);
        function.get(key).unwrap_or(one_each).as_f64().unwrap_or(f64::NAN)
    };
    match function
        .as_str()
        .or_else(|| function["kind"].as_str())
        .or_else(|| function["function"].as_str())
        .unwrap_or("usual")
    {
        "usual" => Preference::Usual,
        "vshape" => Preference::VShape(threshold("p")),
        "linear" => Preference::Linear(threshold("q"), threshold("p")),
        "ushape" => Preference::UShape(threshold("q")),
        "level" => Preference::Level(threshold("q"), threshold("p")),
        "gaussian" => Preference::Gaussian(threshold("s")),
        other => panic!("there is no preference function {other:?}"),
    }
}

pub fn check(case: &Value, name: &str, expected: &Value) -> (&'static str, usize) {
    let (method, kind) = method_of(name, expected);
    let document = document(case, expected);
    let found =
        evaluate_by(&document, &Weighting::of_default(&document), &evaluated(&document), method);
    let is_published = case["published"] == true;
    if expected["scores"].is_null() && !is_published {
        assert!(
            found.ranking.standings.is_empty() && !found.ranking.barred.is_empty(),
            "{}: {name}",
            case["name"]
        );
        return (kind, 1);
    }
    check_numbers(case, expected, &found);
    (kind, 1)
}

fn check_numbers(case: &Value, expected: &Value, found: &MethodEvaluation) {
    let mut standings: Vec<&Standing> = found.ranking.standings.iter().collect();
    standings.sort_by_key(|standing| standing.option);
    let column = |number: fn(&Standing) -> f64| -> Vec<f64> {
        standings.iter().map(|standing| number(standing)).collect()
    };
    let columns: [(&str, Vec<f64>); 5] = [
        ("scores", column(|standing| standing.total)),
        (
            "S",
            column(
                |standing| if let Parts::Vikor { s, .. } = standing.parts { s } else { f64::NAN },
            ),
        ),
        (
            "R",
            column(
                |standing| if let Parts::Vikor { r, .. } = standing.parts { r } else { f64::NAN },
            ),
        ),
        (
            "phi_plus",
            column(|standing| {
                if let Parts::Promethee { phi_plus, .. } = standing.parts {
                    phi_plus
                } else {
                    f64::NAN
                }
            }),
        ),
        (
            "phi_minus",
            column(|standing| {
                if let Parts::Promethee { phi_minus, .. } = standing.parts {
                    phi_minus
                } else {
                    f64::NAN
                }
            }),
        ),
    ];
    for (key, own) in columns {
        if expected[key].is_array() {
            assert_near(case, key, &own, &numbers(&expected[key]));
        }
    }
    let ranks: Vec<f64> = standings.iter().map(|standing| standing.rank as f64).collect();
    assert_eq!(ranks, numbers(&expected["ranks"]), "{}: ranks", case["name"]);
    if expected["compromise"].is_array() {
        let own: Vec<f64> = found.ranking.compromise.iter().map(|option| *option as f64).collect();
        let mut wished = numbers(&expected["compromise"]);
        wished.sort_by(f64::total_cmp);
        assert_eq!(own, wished, "{}: compromise", case["name"]);
    }
}
