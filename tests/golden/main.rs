//! The golden cases: numbers that several independent implementations agree on, against ours, at
//! each case's tolerance.

mod agreement;
mod case;
#[expect(dead_code, reason = "the calls here need no standard input and leave no file")]
#[path = "../common/mod.rs"]
mod common;
mod judgements;
mod methods;
mod on_the_command_line;
mod sensitivity;
mod simulation;
mod sums;

use std::collections::BTreeMap;

use serde_json::Value;

/// Methods of the files that no test here checks, as the README of the cases leaves them aside. A
/// name that is in neither list fails the test.
const LEFT_ASIDE: [&str; 6] =
    ["ahp_geometric_mean", "ahp_hierarchy", "electre3", "topsis_minmax", "wsm_ratio", "wsm_sum"];

/// How many checks of each method the files hold. Swing has no file of its own: the weights of a
/// min–max case are its points, and every swing there is worth 1. A simulation is checked with each
/// of several seeds.
const CHECKS: [(&str, usize); 12] = [
    ("agreement", 28),
    ("dominance", 21),
    ("judgements", 30),
    ("promethee", 64),
    ("simulation", 15),
    ("stability", 27),
    ("swing", 20),
    ("topsis", 26),
    ("vikor", 27),
    ("weighted product", 22),
    ("wsm_minmax", 21),
    ("wsm_value_functions", 2),
];

#[test]
fn every_golden_case_holds_or_is_left_aside_by_name() {
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    let mut left_aside: BTreeMap<String, usize> = BTreeMap::new();
    for case in case::cases() {
        for (method, expected) in case["expected"].as_object().unwrap() {
            let checks = check(&case, method, expected);
            for (name, count) in &checks {
                *made.entry(name).or_default() += count;
            }
            if checks.iter().all(|(_, count)| *count == 0) {
                *left_aside
                    .entry(format!("{method}{}", if checks.is_empty() { "" } else { ", some" }))
                    .or_default() += 1;
            }
        }
    }
    for (method, count) in &left_aside {
        println!("left aside: {method}, {count} cases");
    }
    assert_eq!(made.into_iter().collect::<Vec<_>>(), CHECKS);
    let named: Vec<&str> = left_aside
        .keys()
        .map(String::as_str)
        .filter(|method| !method.ends_with(", some"))
        .collect();
    assert_eq!(named, LEFT_ASIDE);
}

/// How many checks of which kind a method of a case gave rise to; none where nobody knows the
/// method.
fn check(case: &Value, method: &str, expected: &Value) -> Vec<(&'static str, usize)> {
    match method {
        "wsm_minmax" => {
            sums::check_minmax(case, expected);
            vec![("wsm_minmax", 1), ("swing", sums::check_swing(case, expected))]
        }
        "wsm_value_functions" => {
            sums::check_value_functions(case, expected);
            vec![("wsm_value_functions", 1)]
        }
        "kendall_w" | "spearman" | "kendall_tau" | "borda" | "copeland" => {
            agreement::check(case, method, expected);
            vec![("agreement", 1)]
        }
        "ahp_eigenvector"
        | "bwm_linear"
        | "rank_order_centroid"
        | "rank_sum"
        | "rank_reciprocal" => {
            judgements::check(case, method, expected);
            vec![("judgements", 1)]
        }
        "wpm_ratio" | "topsis_vector" | "vikor" => vec![methods::check(case, method, expected)],
        _ if method.starts_with("promethee2_") => vec![methods::check(case, method, expected)],
        "dominance" => {
            sensitivity::check_dominance(case, expected);
            vec![("dominance", 1)]
        }
        _ if method.starts_with("weight_stability_") => {
            sensitivity::check_stability(case, method, expected);
            vec![("stability", 1)]
        }
        "smaa2" | "smaa2_published" => {
            vec![("simulation", simulation::check(case, method, expected))]
        }
        _ => Vec::new(),
    }
}
