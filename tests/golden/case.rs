//! A case as a document, and its numbers.

use std::path::Path;
use std::sync::Arc;

use mizan::evaluation::{Evaluation, Weighting, evaluate};
use mizan::model::{
    Alternative, Criterion, Elicitation, Goal, Hue, Letter, Mark, NodeId, OptionId, Range,
    Scenario, Score, Team, TeamId, ValueFunction,
};
use serde_json::Value;

/// All cases, in the order of their names.
pub fn cases() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
        .iter()
        .map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap())
        .collect()
}

#[track_caller]
pub fn assert_near(case: &Value, what: &str, own: &[f64], expected: &[f64]) {
    let tolerance = case["tolerance"].as_f64().unwrap();
    let is_near = own.len() == expected.len()
        && own.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(is_near, "{}: {what} are {own:?}, expected {expected:?}", case["name"]);
}

pub fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

pub fn matrix(rows: &Value) -> Vec<Vec<f64>> {
    rows.as_array().unwrap().iter().map(numbers).collect()
}

/// How a case turns the scores of a criterion into values.
#[derive(Clone)]
pub enum Scale {
    Observed,
    Fixed(f64, f64),
    Points(Vec<(f64, f64)>),
}

impl Scale {
    pub fn of(function: &Value) -> Self {
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

pub fn direct(criteria: &[NodeId], weights: &[f64]) -> Elicitation {
    Elicitation::Direct(criteria.iter().cloned().zip(weights.iter().copied()).collect())
}

pub fn swing(criteria: &[NodeId], weights: &[f64]) -> Elicitation {
    Elicitation::Swing(criteria.iter().cloned().zip(weights.iter().copied()).collect())
}

/// The one team's evaluation.
pub fn evaluated(scenario: &Scenario) -> Evaluation {
    evaluate(scenario, &Weighting::of_default(scenario)).unwrap()
}

/// The case as a document with one team, whose judgement `elicitation` makes of the case's weights.
pub fn scenario(
    case: &Value,
    scales: &[Scale],
    elicitation: impl Fn(&[NodeId], &[f64]) -> Elicitation,
) -> Scenario {
    let mut scenario = Scenario::new(case["name"].as_str().unwrap());
    for (index, (given, scale)) in
        case["criteria"].as_array().unwrap().iter().zip(scales).enumerate()
    {
        let mut criterion = Criterion::new(
            NodeId::new(&format!("c{index}")).unwrap(),
            given["name"].as_str().unwrap(),
            Hue::nth(index),
        );
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
        scenario.options.push(Alternative {
            id,
            name,
            short: String::new(),
            note: String::new(),
            letter: Letter::nth(index),
        });
    }
    let criteria: Vec<NodeId> =
        scenario.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    let mut team = Team::new(TeamId::new("team").unwrap(), "Team", Mark::nth(0));
    team.opened_mut().unwrap().judgement.elicitation =
        elicitation(&criteria, &numbers(&case["weights"]));
    scenario.teams.push(Arc::new(team));
    scenario
}
