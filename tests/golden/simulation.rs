//! SMAA-2 against exact fractions and long runs of other programs, by standard errors.

use mizan::analysis::Watch;
use mizan::analysis::simulation::{Acceptability, Draws, Spread};
use mizan::evaluation::{Simulation, Weighting, Weights, evaluate, robustness};
use mizan::model::{Elicitation, NodeId, Scenario, Score};
use serde_json::Value;

use crate::case::{Scale, matrix, numbers, scenario};

const SAMPLES: u64 = 300_000;
const SEEDS: [u64; 3] = [1, 2, 3];

/// How many of the seeds were checked: none where a score is normal or lognormal, which the cases'
/// README leaves aside, or where a case mixes the kinds of spread that one call has one of.
pub fn check(case: &Value, method: &str, expected: &Value) -> usize {
    if method != "smaa2" {
        return 0;
    }
    let Some(spread) = spread(case) else { return 0 };
    let document = document(case, expected);
    let weights = if expected["params"]["weights"].as_str().unwrap().contains(">=") {
        Weights::Order
    } else {
        Weights::Any
    };
    for seed in SEEDS {
        let simulation = Simulation {
            weights,
            spread,
            draws: Draws { samples: SAMPLES, seed },
            ..Simulation::default()
        };
        let weighting = Weighting::of_default(&document);
        let evaluation = evaluate(&document, &weighting).unwrap();
        let found =
            robustness(&document, &weighting, &evaluation, &simulation, &Watch::default()).unwrap();
        check_numbers(case, expected, &found);
    }
    SEEDS.len()
}

/// The one kind of spread of a case's scores.
pub fn spread(case: &Value) -> Option<Spread> {
    let cells =
        case["score_distributions"].as_array().map(Vec::as_slice).unwrap_or_default().iter();
    let kinds =
        cells.flat_map(|row| row.as_array().unwrap()).filter_map(|cell| cell["kind"].as_str());
    let mut spread = None;
    for kind in kinds {
        let own = match kind {
            "triangular" => Spread::Triangular,
            "uniform" => Spread::Uniform,
            _ => return None,
        };
        if *spread.get_or_insert(own) != own {
            return None;
        }
    }
    Some(spread.unwrap_or(Spread::None))
}

/// The case as a document: fixed ranges from its anchors, ranges of scores from its distributions,
/// weights that fall in the order of the criteria.
pub fn document(case: &Value, expected: &Value) -> Scenario {
    let anchors = expected["params"]["anchors"].as_array().unwrap();
    let scales: Vec<Scale> = anchors
        .iter()
        .map(|ends| Scale::Fixed(ends[0].as_f64().unwrap(), ends[1].as_f64().unwrap()))
        .collect();
    let falling = |ids: &[NodeId], _: &[f64]| {
        Elicitation::Direct(ids.iter().rev().cloned().zip((1..).map(f64::from)).collect())
    };
    let mut document = scenario(case, &scales, falling);
    let (options, criteria) = (document.options.clone(), document.criteria.clone());
    for (option, row) in options
        .iter()
        .zip(case["score_distributions"].as_array().map(Vec::as_slice).unwrap_or_default())
    {
        for (criterion, cell) in criteria.iter().zip(row.as_array().unwrap()) {
            let Some((low, high)) = cell["low"].as_f64().zip(cell["high"].as_f64()) else {
                continue;
            };
            let score = cell["mode"].as_f64().unwrap_or(f64::midpoint(low, high));
            document.scores.set(
                option.id.clone(),
                criterion.id.clone(),
                Score { low: Some(low), high: Some(high), ..Score::exact(score) },
            );
        }
    }
    document
}

/// The variance of a part that was counted over so many samples.
fn variance(part: f64, samples: f64) -> f64 {
    (part * (1.0 - part)).max(1e-7) / samples
}

/// That a table of parts strays from the reference by no more than chance, the reference's own
/// errors counted.
fn check_parts(case: &Value, what: &str, own: &[Vec<f64>], wished: &Value, errors: &Value) {
    let wished = matrix(wished);
    let cells: usize = wished.iter().map(Vec::len).sum();
    let most = if cells >= 100 { 4.5 } else { 4.0 };
    for (option, (own, wished)) in own.iter().zip(&wished).enumerate() {
        assert_eq!(own.len(), wished.len(), "{}: {what}", case["name"]);
        for (place, (own, wished)) in own.iter().zip(wished).enumerate() {
            let error = errors[option][place].as_f64().unwrap_or(0.0);
            let z = (own - wished) / (variance(*wished, SAMPLES as f64) + error * error).sqrt();
            assert!(
                z.abs() < most,
                "{}: {what} of {option} at {place} is {own}, expected {wished}, z {z}",
                case["name"]
            );
        }
    }
}

fn check_numbers(case: &Value, expected: &Value, found: &Acceptability) {
    let part = |count: &u64| *count as f64 / SAMPLES as f64;
    let parts = |counts: &[Vec<u64>]| -> Vec<Vec<f64>> {
        counts.iter().map(|row| row.iter().map(part).collect()).collect()
    };
    check_parts(
        case,
        "acceptability",
        &parts(&found.ranks),
        &expected["rank_acceptability"],
        &expected["rank_acceptability_se"],
    );
    check_parts(
        case,
        "pairwise",
        &parts(&found.wins),
        &expected["pairwise_winning"],
        &expected["pairwise_se"],
    );
    for (option, weights) in found.central_weights.iter().enumerate() {
        let (wished, first) = (&expected["central_weights"][option], found.ranks[option][0] as f64);
        let Some(weights) = weights else {
            assert!(
                wished.is_null(),
                "{}: {option} is never first, expected {wished}",
                case["name"]
            );
            continue;
        };
        // Where it is first once in a blue moon, one program may have met it and the other not.
        let Some(wished) = wished.as_array().map(|_| numbers(wished)) else {
            panic!("{}: {option} is first", case["name"])
        };
        for (criterion, (own, wished)) in weights.iter().zip(&wished).enumerate() {
            let error = expected["central_weights_se"][option][criterion].as_f64().unwrap_or(0.0);
            // A share's variance is at most that of a share which is all or nothing.
            let z = (own - wished)
                / ((wished * (1.0 - wished)).max(1e-7) / first + error * error).sqrt();
            assert!(
                z.abs() < 4.5,
                "{}: central weight {criterion} of {option} is {own}, expected {wished}, z {z}",
                case["name"]
            );
        }
        let (own, wished) =
            (found.confidence[option].unwrap(), expected["confidence"][option].as_f64().unwrap());
        let error = expected["confidence_se"][option].as_f64().unwrap_or(0.0);
        // Drawn at our own central weights: the README allows 0.01 more.
        let allowed = 4.5 * (variance(wished, SAMPLES as f64) + error * error).sqrt() + 0.01;
        assert!(
            (own - wished).abs() < allowed,
            "{}: confidence of {option} is {own}, expected {wished}",
            case["name"]
        );
    }
}
