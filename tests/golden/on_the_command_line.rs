//! The same cases through the program's JSON, as those who keep other cases back run them.

use mizan::model::Scenario;
use mizan::store;
use serde_json::Value;

use crate::case::{Scale, cases, direct, matrix, numbers, scenario};
use crate::common::Call;
use crate::{methods, sensitivity, simulation};

/// What a call prints about a document.
fn told(document: &Scenario, words: &[&str]) -> Value {
    let words = words.iter().copied().chain(["--format", "json"]);
    Call::new(words)
        .file("s.ron", store::to_text(document).unwrap())
        .run()
        .expect(0)
        .json_lines()
        .remove(0)
}

/// That the options' numbers under a key are the case's, at its tolerance.
fn check_column(case: &Value, ranked: &Value, key: &str, wished: &Value) {
    for (option, wished) in numbers(wished).iter().enumerate() {
        let entries = ranked["ranking"].as_array().unwrap();
        let own = entries.iter().find(|entry| entry["option"] == format!("o{option}")).unwrap();
        let is_near =
            (own[key].as_f64().unwrap() - wished).abs() <= case["tolerance"].as_f64().unwrap();
        assert!(is_near, "{}: {key} of {option} is {}, expected {wished}", case["name"], own[key]);
    }
}

#[test]
fn rankings_by_every_method_are_the_cases() {
    let mut checked = 0;
    for case in cases() {
        for (name, expected) in case["expected"].as_object().unwrap() {
            let word = match name.as_str() {
                "wsm_minmax" => "weighted-sum",
                "wpm_ratio" => "weighted-product",
                "topsis_vector" => "topsis",
                "vikor" => "vikor",
                _ if name.starts_with("promethee2_") => "promethee-2",
                _ => continue,
            };
            if expected["scores"].is_null() {
                continue;
            }
            let ranked =
                told(&methods::document(&case, expected), &["rank", "s.ron", "--method", word]);
            assert_eq!(ranked["method"], word);
            for (key, wished) in [
                ("total", "scores"),
                ("rank", "ranks"),
                ("s", "S"),
                ("r", "R"),
                ("phi_plus", "phi_plus"),
                ("phi_minus", "phi_minus"),
            ] {
                if expected[wished].is_array() {
                    check_column(&case, &ranked, key, &expected[wished]);
                }
            }
            if let Some(compromise) = expected["compromise"].as_array() {
                let wished: Vec<Value> =
                    compromise.iter().map(|option| Value::from(format!("o{option}"))).collect();
                assert_eq!(ranked["compromise"], Value::from(wished), "{}", case["name"]);
            }
            checked += 1;
        }
    }
    assert!(checked > 120, "{checked}");
}

#[test]
fn intervals_of_shares_are_the_cases() {
    let mut checked = 0;
    for case in cases() {
        for (name, expected) in case["expected"]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| name.starts_with("weight_stability_"))
        {
            let found = told(&sensitivity::document(&case, name), &["sensitivity", "s.ron"]);
            let option = |index: &Value| {
                index.as_u64().map_or(Value::Null, |index| Value::from(format!("o{index}")))
            };
            assert_eq!(found["winner"], option(&expected["winner"]), "{}", case["name"]);
            for (criterion, wished) in expected["intervals"].as_array().unwrap().iter().enumerate()
            {
                let own = &found["stability"][format!("c{criterion}")];
                assert_eq!(
                    (&own["below"], &own["above"]),
                    (&option(&wished["low_takeover"]), &option(&wished["high_takeover"])),
                    "{own}"
                );
                for key in ["low", "high"] {
                    let (own, wished) = (own[key].as_f64(), wished[key].as_f64());
                    let is_near = own
                        .zip(wished)
                        .map_or(own == wished, |(own, wished)| (own - wished).abs() <= 1e-9);
                    assert!(
                        is_near,
                        "{}: {key} of {criterion} is {own:?}, expected {wished:?}",
                        case["name"]
                    );
                }
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 27);
}

#[test]
fn dominance_is_the_cases() {
    let mut checked = 0;
    for case in cases().iter().filter(|case| case["expected"]["dominance"].is_object()) {
        let observed = vec![Scale::Observed; matrix(&case["scores"])[0].len()];
        let found = told(&scenario(case, &observed, direct), &["sensitivity", "s.ron"]);
        let pair =
            |pair: &Value| Value::from(vec![format!("o{}", pair[0]), format!("o{}", pair[1])]);
        let wished: Vec<Value> =
            case["expected"]["dominance"]["pairs"].as_array().unwrap().iter().map(pair).collect();
        assert_eq!(found["dominance"], Value::from(wished), "{}", case["name"]);
        checked += 1;
    }
    assert_eq!(checked, 21);
}

#[test]
fn a_simulation_told_by_the_program_is_the_one_that_the_library_makes() {
    let mut checked = 0;
    for case in cases() {
        let expected = &case["expected"]["smaa2"];
        let (true, Some(spread)) = (expected.is_object(), simulation::spread(&case)) else {
            continue;
        };
        let document = simulation::document(&case, expected);
        let spread = format!("{spread:?}").to_lowercase();
        let is_ordered = expected["params"]["weights"].as_str().unwrap().contains(">=");
        let weights = if is_ordered { "order" } else { "any" };
        let words = [
            "robustness",
            "s.ron",
            "--weights",
            weights,
            "--spread",
            &spread,
            "--samples",
            "50000",
            "--threads",
        ];
        let [one, three] =
            ["1", "3"].map(|threads| told(&document, &[words.as_slice(), &[threads]].concat()));
        assert_eq!(one, three, "{}", case["name"]);
        for (option, row) in matrix(&expected["rank_acceptability"]).iter().enumerate() {
            for (rank, wished) in row.iter().enumerate() {
                let own = one["acceptability"][format!("o{option}")][rank].as_f64().unwrap();
                let error = ((wished * (1.0 - wished)).max(1e-7) / 50_000.0).sqrt();
                assert!(
                    (own - wished).abs() < 5.0 * error,
                    "{}: {option} at {rank} is {own}, expected {wished}",
                    case["name"]
                );
            }
        }
        checked += 1;
    }
    assert!(checked >= 5, "{checked}");
}
