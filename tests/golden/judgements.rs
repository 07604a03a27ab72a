//! From judgements to shares.

use std::collections::BTreeMap;
use std::sync::Arc;

use mizan::elicitation::{Consistency, Shares};
use mizan::model::{
    BestWorst, Criterion, Elicitation, Hue, Mark, NodeId, RankWeights, Scenario, Team, TeamId,
};
use serde_json::Value;

use crate::case::{evaluated, matrix, numbers};

/// The shares of a record, and how far it agrees with itself.
pub fn check(case: &Value, method: &str, expected: &Value) {
    let tolerance = expected["weights_tolerance"].as_f64().or(case["tolerance"].as_f64()).unwrap();
    if let Some(by_n) = expected["weights_by_n"].as_object() {
        for (n, weights) in by_n {
            let shares = judged(n.parse().unwrap(), |ids| {
                order(method, ids, &(1..=ids.len()).collect::<Vec<_>>())
            });
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
            &inputs["importance_rank"]
                .as_array()
                .unwrap()
                .iter()
                .map(|rank| rank.as_u64().unwrap() as usize)
                .collect::<Vec<_>>(),
        ),
    });
    near_shares(case, method, &shares.criteria, &weights, tolerance);
    let found: Vec<(&str, f64)> = match &shares.consistency {
        Some(Consistency::Pairwise { ratio, lambda, .. }) => {
            [("cr", *ratio), ("lambda_max", Some(*lambda))]
                .into_iter()
                .filter_map(|(key, x)| Some((key, x?)))
                .collect()
        }
        Some(Consistency::BestWorst { xi, ratio }) => {
            vec![("xi", *xi), ("cr_input_based", *ratio)]
        }
        None => Vec::new(),
    };
    for (key, own) in found {
        let tolerance =
            expected[format!("{key}_tolerance")].as_f64().or(case["tolerance"].as_f64()).unwrap();
        let Some(wished) = expected[key].as_f64() else { continue };
        assert!(
            (own - wished).abs() <= tolerance,
            "{}: {method} {key} is {own}, expected {wished}",
            case["name"]
        );
    }
    assert_ne!(expected["unique"], false, "{}: the linear model has one solution", case["name"]);
}

fn near_shares(case: &Value, method: &str, own: &[f64], wished: &[f64], tolerance: f64) {
    let is_near = own.len() == wished.len()
        && own.iter().zip(wished).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(is_near, "{}: {method} is {own:?}, expected {wished:?}", case["name"]);
}

/// The shares of a team with this record over so many criteria.
fn judged(count: usize, record: impl Fn(&[NodeId]) -> Elicitation) -> Shares {
    let mut scenario = Scenario::new("judged");
    let ids: Vec<NodeId> =
        (0..count).map(|index| NodeId::new(&format!("c{index}")).unwrap()).collect();
    scenario.criteria =
        ids.iter().map(|id| Criterion::new(id.clone(), id.as_str(), Hue::nth(0))).collect();
    let mut team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
    team.opened_mut().unwrap().judgement.elicitation = record(&ids);
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
    Elicitation::Pairwise(
        pairs.map(|(i, j)| (ids[i].clone(), ids[j].clone(), matrix[i][j])).collect(),
    )
}

fn best_worst(ids: &[NodeId], inputs: &Value) -> Elicitation {
    let place = |key: &str| ids[usize::try_from(inputs[key].as_u64().unwrap()).unwrap()].clone();
    let list = |key: &str| ids.iter().cloned().zip(numbers(&inputs[key])).collect();
    let (best, worst) = (place("best"), place("worst"));
    Elicitation::BestWorst(BestWorst {
        best,
        worst,
        best_over: list("best_to_others"),
        over_worst: list("others_to_worst"),
    })
}
