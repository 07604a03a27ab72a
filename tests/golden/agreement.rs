//! How far rankings agree.

use mizan::analysis::agreement;
use serde_json::Value;

use crate::case::{matrix, numbers};

/// Kendall's W, the pairs of rankings, and the counts over them.
pub fn check(case: &Value, method: &str, expected: &Value) {
    let rankings = matrix(&case["inputs"]["rankings"]);
    // A ranking beside itself says nothing.
    let off_diagonal = |place: &usize| !place.is_multiple_of(rankings.len() + 1);
    let pairs = |of: fn(&[f64], &[f64]) -> Option<f64>| -> Vec<Option<f64>> {
        let all: Vec<Option<f64>> = rankings
            .iter()
            .flat_map(|a| rankings.iter().map(|b| of(a, b)).collect::<Vec<_>>())
            .collect();
        all.into_iter()
            .enumerate()
            .filter(|(place, _)| off_diagonal(place))
            .map(|(_, pair)| pair)
            .collect()
    };
    let listed = |rows: &Value, only: &Value| -> Vec<Option<f64>> {
        let Some(rows) = rows.as_array() else { return vec![only.as_f64(); 2] };
        let all = rows
            .iter()
            .flat_map(|row| row.as_array().unwrap().iter().map(Value::as_f64).collect::<Vec<_>>());
        all.enumerate().filter(|(place, _)| off_diagonal(place)).map(|(_, pair)| pair).collect()
    };
    let counts = |counts: Vec<f64>| counts.into_iter().map(Some).collect::<Vec<_>>();
    let (own, wished) = match method {
        "kendall_w" => (vec![agreement::kendall_w(&rankings)], vec![expected["W"].as_f64()]),
        "spearman" => (pairs(agreement::spearman), listed(&expected["matrix"], &expected["rho"])),
        "kendall_tau" => (pairs(agreement::kendall_tau), listed(&expected["tau_b"], &Value::Null)),
        "borda" => (counts(agreement::borda(&rankings)), counts(numbers(&expected["scores"]))),
        _ => (counts(agreement::copeland(&rankings)), counts(numbers(&expected["scores"]))),
    };
    let tolerance = case["tolerance"].as_f64().unwrap();
    let is_near = |pair: (&Option<f64>, &Option<f64>)| match pair {
        (Some(a), Some(b)) => (a - b).abs() <= tolerance,
        (a, b) => a.is_none() && b.is_none(),
    };
    assert!(
        own.len() == wished.len() && own.iter().zip(&wished).all(is_near),
        "{}: {method} is {own:?}, expected {wished:?}",
        case["name"]
    );
}
