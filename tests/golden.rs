//! The golden cases: numbers that several independent implementations agree on, against ours, at each case's tolerance.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use mizan::analysis::agreement;
use mizan::elicitation::{Consistency, Shares};
use mizan::evaluation::{Evaluation, Weighting, evaluate};
use mizan::model::{
    Alternative, BestWorst, Criterion, Elicitation, Goal, Hue, Letter, Mark, NodeId, OptionId, Range, RankWeights, Scenario, Score, Team,
    TeamId, ValueFunction,
};
use serde_json::Value;

/// Methods of the files that no test here checks: those that the program has no function for yet, and those that the README of the
/// cases leaves aside for good. A name that is in neither list fails the test.
const LEFT_ASIDE: [&str; 18] = [
    "ahp_geometric_mean",
    "ahp_hierarchy",
    "dominance",
    "electre3",
    "promethee2_linear",
    "promethee2_usual",
    "promethee2_vshape",
    "smaa2",
    "smaa2_published",
    "topsis_minmax",
    "topsis_vector",
    "vikor",
    "weight_stability_value_functions",
    "weight_stability_values_given",
    "weight_stability_wsm_minmax",
    "wpm_ratio",
    "wsm_ratio",
    "wsm_sum",
];

/// How many checks of each method the files hold. Swing has no file of its own: the weights of a min–max case are its points, and
/// every swing there is worth 1.
const CHECKS: [(&str, usize); 5] = [("agreement", 28), ("judgements", 30), ("swing", 20), ("wsm_minmax", 21), ("wsm_value_functions", 2)];

#[test]
fn every_golden_case_holds_or_is_left_aside_by_name() {
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    let mut left_aside: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases() {
        for (method, expected) in case["expected"].as_object().unwrap() {
            match method.as_str() {
                "wsm_minmax" => {
                    check_minmax(&case, expected);
                    *made.entry("wsm_minmax").or_default() += 1;
                    *made.entry("swing").or_default() += check_swing(&case, expected);
                }
                "wsm_value_functions" => {
                    check_value_functions(&case, expected);
                    *made.entry("wsm_value_functions").or_default() += 1;
                }
                "kendall_w" | "spearman" | "kendall_tau" | "borda" | "copeland" => {
                    check_agreement(&case, method, expected);
                    *made.entry("agreement").or_default() += 1;
                }
                "ahp_eigenvector" | "bwm_linear" | "rank_order_centroid" | "rank_sum" | "rank_reciprocal" => {
                    check_judgements(&case, method, expected);
                    *made.entry("judgements").or_default() += 1;
                }
                other => *left_aside.entry(other.to_owned()).or_default() += 1,
            }
        }
    }
    for (method, count) in &left_aside {
        println!("left aside: {method}, {count} cases");
    }
    assert_eq!(made.into_iter().collect::<Vec<_>>(), CHECKS);
    assert_eq!(left_aside.keys().map(String::as_str).collect::<Vec<_>>(), LEFT_ASIDE);
}

fn cases() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files.iter().map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).collect()
}

fn check_minmax(case: &Value, expected: &Value) {
    let scales = vec![Scale::Observed; matrix(&case["scores"])[0].len()];
    let evaluation = evaluated(&scenario(case, &scales, direct));
    holds(case, expected, &evaluation);
}

/// The weights of the case given as swing points, where no column is constant: every swing is from 0 to 1, so the points divided
/// by their sum are the shares. 1 where that was checked.
fn check_swing(case: &Value, expected: &Value) -> usize {
    let scores = matrix(&case["scores"]);
    let is_constant = |column: usize| scores.iter().all(|row| row[column] == scores[0][column]);
    if (0..scores[0].len()).any(is_constant) {
        return 0;
    }
    let evaluation = evaluated(&scenario(case, &vec![Scale::Observed; scores[0].len()], swing));
    holds(case, expected, &evaluation);
    1
}

/// Kendall's W, the pairs of rankings, and the counts over them.
fn check_agreement(case: &Value, method: &str, expected: &Value) {
    let rankings = matrix(&case["inputs"]["rankings"]);
    // A ranking beside itself says nothing.
    let off_diagonal = |place: &usize| !place.is_multiple_of(rankings.len() + 1);
    let pairs = |of: fn(&[f64], &[f64]) -> Option<f64>| -> Vec<Option<f64>> {
        let all: Vec<Option<f64>> = rankings.iter().flat_map(|a| rankings.iter().map(|b| of(a, b)).collect::<Vec<_>>()).collect();
        all.into_iter().enumerate().filter(|(place, _)| off_diagonal(place)).map(|(_, pair)| pair).collect()
    };
    let listed = |rows: &Value, only: &Value| -> Vec<Option<f64>> {
        let Some(rows) = rows.as_array() else { return vec![only.as_f64(); 2] };
        let all = rows.iter().flat_map(|row| row.as_array().unwrap().iter().map(Value::as_f64).collect::<Vec<_>>());
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

/// The shares of a record, and how far it agrees with itself.
fn check_judgements(case: &Value, method: &str, expected: &Value) {
    let tolerance = expected["weights_tolerance"].as_f64().or(case["tolerance"].as_f64()).unwrap();
    if let Some(by_n) = expected["weights_by_n"].as_object() {
        for (n, weights) in by_n {
            let shares = judged(n.parse().unwrap(), |ids| order(method, ids, &(1..=ids.len()).collect::<Vec<_>>()));
            near_shares(case, method, &shares.criteria, &numbers(weights), tolerance);
        }
        return;
    }
    let inputs = &case["inputs"];
    let weights = numbers(&expected["weights"]);
    let shares = judged(weights.len(), |ids| match method {
        "ahp_eigenvector" => pairwise(ids, &matrix(&inputs["pairwise"])),
        "bwm_linear" => best_worst(ids, inputs),
        _ => order(
            method,
            ids,
            &inputs["importance_rank"].as_array().unwrap().iter().map(|rank| rank.as_u64().unwrap() as usize).collect::<Vec<_>>(),
        ),
    });
    let is_unique = !matches!(shares.consistency, Some(Consistency::BestWorst { is_unique: false, .. }));
    if is_unique {
        near_shares(case, method, &shares.criteria, &weights, tolerance);
    }
    let found: Vec<(&str, f64)> = match &shares.consistency {
        Some(Consistency::Pairwise { ratio, lambda, .. }) => {
            [("cr", *ratio), ("lambda_max", Some(*lambda))].into_iter().filter_map(|(key, x)| Some((key, x?))).collect()
        }
        Some(Consistency::BestWorst { xi, ratio, .. }) => vec![("xi", *xi), ("cr_input_based", *ratio)],
        None => Vec::new(),
    };
    for (key, own) in found {
        let tolerance = expected[format!("{key}_tolerance")].as_f64().or(case["tolerance"].as_f64()).unwrap();
        let Some(wished) = expected[key].as_f64() else { continue };
        assert!((own - wished).abs() <= tolerance, "{}: {method} {key} is {own}, expected {wished}", case["name"]);
    }
    if let Some(unique) = expected["unique"].as_bool() {
        assert_eq!(is_unique, unique, "{}", case["name"]);
    }
}

fn near_shares(case: &Value, method: &str, own: &[f64], wished: &[f64], tolerance: f64) {
    let is_near = own.len() == wished.len() && own.iter().zip(wished).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(is_near, "{}: {method} is {own:?}, expected {wished:?}", case["name"]);
}

/// The shares of a team with this record over so many criteria.
fn judged(count: usize, record: impl Fn(&[NodeId]) -> Elicitation) -> Shares {
    let mut scenario = Scenario::new("judged");
    let ids: Vec<NodeId> = (0..count).map(|index| NodeId::new(&format!("c{index}")).unwrap()).collect();
    scenario.criteria = ids.iter().map(|id| Criterion::new(id.clone(), id.as_str(), Hue::nth(0))).collect();
    let mut team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
    team.judgement.elicitation = record(&ids);
    scenario.teams.push(Arc::new(team));
    evaluated(&scenario).shares
}

fn order(method: &str, ids: &[NodeId], ranks: &[usize]) -> Elicitation {
    let way = match method {
        "rank_order_centroid" => RankWeights::RankOrderCentroid,
        "rank_sum" => RankWeights::RankSum,
        _ => RankWeights::RankReciprocal,
    };
    let mut places: BTreeMap<usize, Vec<NodeId>> = BTreeMap::new();
    for (id, rank) in ids.iter().zip(ranks) {
        places.entry(*rank).or_default().push(id.clone());
    }
    Elicitation::Ranking(way, places.into_values().collect())
}

fn pairwise(ids: &[NodeId], matrix: &[Vec<f64>]) -> Elicitation {
    let pairs = (0..ids.len()).flat_map(|i| (i + 1..ids.len()).map(move |j| (i, j)));
    Elicitation::Pairwise(pairs.map(|(i, j)| (ids[i].clone(), ids[j].clone(), matrix[i][j])).collect())
}

fn best_worst(ids: &[NodeId], inputs: &Value) -> Elicitation {
    let place = |key: &str| ids[usize::try_from(inputs[key].as_u64().unwrap()).unwrap()].clone();
    let list = |key: &str| ids.iter().cloned().zip(numbers(&inputs[key])).collect();
    let (best, worst) = (place("best"), place("worst"));
    Elicitation::BestWorst(BestWorst { best, worst, best_over: list("best_to_others"), over_worst: list("others_to_worst") })
}

fn check_value_functions(case: &Value, expected: &Value) {
    let functions = expected["params"]["value_functions"].as_array().unwrap();
    let scales: Vec<Scale> = functions.iter().map(Scale::of).collect();
    let evaluation = evaluated(&scenario(case, &scales, direct));
    holds(case, expected, &evaluation);
    for (option, values) in matrix(&expected["values"]).iter().enumerate() {
        let own: Vec<f64> = (0..values.len()).map(|criterion| evaluation.problem.cell(option, criterion).unwrap().value).collect();
        assert_near(case, "values", &own, values);
    }
}

/// Shares, totals and ranks, in the order of the options, as the case has them.
fn holds(case: &Value, expected: &Value, evaluation: &Evaluation) {
    let weights = numbers(&case["weights"]);
    let sum: f64 = weights.iter().sum();
    assert_near(case, "shares", &evaluation.shares.criteria, &weights.iter().map(|weight| weight / sum).collect::<Vec<_>>());
    let mut ranked: Vec<_> = evaluation.ranking.ranked.iter().collect();
    ranked.sort_by_key(|ranked| ranked.option);
    let totals: Vec<f64> = ranked.iter().map(|ranked| ranked.total).collect();
    assert_near(case, "scores", &totals, &numbers(&expected["scores"]));
    let ranks: Vec<f64> = ranked.iter().map(|ranked| ranked.rank as f64).collect();
    assert_eq!(ranks, numbers(&expected["ranks"]), "{}: ranks", case["name"]);
}

fn assert_near(case: &Value, what: &str, own: &[f64], expected: &[f64]) {
    let tolerance = case["tolerance"].as_f64().unwrap();
    let is_near = own.len() == expected.len() && own.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(is_near, "{}: {what} are {own:?}, expected {expected:?}", case["name"]);
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn matrix(rows: &Value) -> Vec<Vec<f64>> {
    rows.as_array().unwrap().iter().map(numbers).collect()
}

/// How a case turns the scores of a criterion into values.
#[derive(Clone)]
enum Scale {
    Observed,
    Fixed(f64, f64),
    Points(Vec<(f64, f64)>),
}

impl Scale {
    fn of(function: &Value) -> Self {
        let (x, v) = (numbers(&function["x"]), numbers(&function["v"]));
        match function["kind"].as_str().unwrap() {
            "linear" => Self::Fixed(x[0], x[1]),
            "piecewise" => Self::Points(x.into_iter().zip(v).collect()),
            other => panic!("there is no kind of value function {other:?}"),
        }
    }

    fn set(&self, criterion: &mut Criterion) {
        match self {
            Self::Observed => criterion.range = Range::Observed,
            Self::Fixed(min, max) => criterion.range = Range::Fixed(*min, *max),
            Self::Points(points) => {
                criterion.range = Range::Observed;
                criterion.value = ValueFunction::Piecewise(points.clone());
            }
        }
    }
}

fn direct(criteria: &[NodeId], weights: &[f64]) -> Elicitation {
    Elicitation::Direct(criteria.iter().cloned().zip(weights.iter().copied()).collect())
}

fn swing(criteria: &[NodeId], weights: &[f64]) -> Elicitation {
    Elicitation::Swing(criteria.iter().cloned().zip(weights.iter().copied()).collect())
}

/// The one team's evaluation.
fn evaluated(scenario: &Scenario) -> Evaluation {
    evaluate(scenario, &Weighting::of_default(scenario)).unwrap()
}

/// The case as a document with one team, whose judgement `elicitation` makes of the case's weights.
fn scenario(case: &Value, scales: &[Scale], elicitation: impl Fn(&[NodeId], &[f64]) -> Elicitation) -> Scenario {
    let mut scenario = Scenario::new(case["name"].as_str().unwrap());
    for (index, (given, scale)) in case["criteria"].as_array().unwrap().iter().zip(scales).enumerate() {
        let mut criterion = Criterion::new(NodeId::new(&format!("c{index}")).unwrap(), given["name"].as_str().unwrap(), Hue::nth(index));
        criterion.goal = if given["direction"] == "min" { Goal::Minimize } else { Goal::Maximize };
        scale.set(&mut criterion);
        scenario.criteria.push(criterion);
    }
    for (index, row) in matrix(&case["scores"]).iter().enumerate() {
        let id = OptionId::new(&format!("o{index}")).unwrap();
        for (score, criterion) in row.iter().zip(&scenario.criteria) {
            scenario.scores.set(id.clone(), criterion.id.clone(), Score::exact(*score));
        }
        let name = case["options"][index].as_str().unwrap().to_owned();
        scenario.options.push(Alternative { id, name, short: String::new(), note: String::new(), letter: Letter::nth(index) });
    }
    let criteria: Vec<NodeId> = scenario.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    let mut team = Team::new(TeamId::new("team").unwrap(), "Team", Mark::nth(0));
    team.judgement.elicitation = elicitation(&criteria, &numbers(&case["weights"]));
    scenario.teams.push(Arc::new(team));
    scenario
}
