//! The weighted sum, by min–max and by value functions.

use mizan::evaluation::Evaluation;
use serde_json::Value;

use crate::case::{Scale, assert_near, direct, evaluated, matrix, numbers, scenario, swing};

pub fn check_minmax(case: &Value, expected: &Value) {
    let scales = vec![Scale::Observed; matrix(&case["scores"])[0].len()];
    let evaluation = evaluated(&scenario(case, &scales, direct));
    holds(case, expected, &evaluation);
}

/// The weights of the case given as swing points, where no column is constant: every swing is from
/// 0 to 1, so the points divided by their sum are the shares. 1 where that was checked.
pub fn check_swing(case: &Value, expected: &Value) -> usize {
    let scores = matrix(&case["scores"]);
    let is_constant = |column: usize| scores.iter().all(|row| row[column] == scores[0][column]);
    if (0..scores[0].len()).any(is_constant) {
        return 0;
    }
    let evaluation = evaluated(&scenario(case, &vec![Scale::Observed; scores[0].len()], swing));
    holds(case, expected, &evaluation);
    1
}

pub fn check_value_functions(case: &Value, expected: &Value) {
    let functions = expected["params"]["value_functions"].as_array().unwrap();
    let scales: Vec<Scale> = functions.iter().map(Scale::of).collect();
    let evaluation = evaluated(&scenario(case, &scales, direct));
    holds(case, expected, &evaluation);
    for (option, values) in matrix(&expected["values"]).iter().enumerate() {
        let own: Vec<f64> = (0..values.len())
            .map(|criterion| evaluation.problem.cell(option, criterion).unwrap().value)
            .collect();
        assert_near(case, "values", &own, values);
    }
}

/// Shares, totals and ranks, in the order of the options, as the case has them.
fn holds(case: &Value, expected: &Value, evaluation: &Evaluation) {
    let weights = numbers(&case["weights"]);
    let sum: f64 = weights.iter().sum();
    assert_near(
        case,
        "shares",
        &evaluation.shares.criteria,
        &weights.iter().map(|weight| weight / sum).collect::<Vec<_>>(),
    );
    let mut ranked: Vec<_> = evaluation.ranking.ranked.iter().collect();
    ranked.sort_by_key(|ranked| ranked.option);
    let totals: Vec<f64> = ranked.iter().map(|ranked| ranked.total).collect();
    assert_near(case, "scores", &totals, &numbers(&expected["scores"]));
    let ranks: Vec<f64> = ranked.iter().map(|ranked| ranked.rank as f64).collect();
    assert_eq!(ranks, numbers(&expected["ranks"]), "{}: ranks", case["name"]);
}
