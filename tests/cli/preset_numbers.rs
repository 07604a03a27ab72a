//! The totals of a preset, worked out again from the numbers in its file: nothing of the library
//! but its reader is used.

use std::collections::HashMap;

use mizan::model::{Criterion, Elicitation, Goal, OpenTeam, Range, Scenario, Score, ValueFunction};
use mizan::store;
use serde_json::Value;

use crate::common::Call;
use crate::near;

const NAME: &str = "after-inherent-resolve";

/// The value of a score on a straight scale from 0 to 10, the only one that this preset has.
fn value(criterion: &Criterion, score: f64) -> f64 {
    assert_eq!(
        (criterion.range, &criterion.value),
        (Range::Fixed(0.0, 10.0), &ValueFunction::Linear),
        "{}",
        criterion.id
    );
    assert_eq!(criterion.must_have, None);
    match criterion.goal {
        Goal::Maximize => score / 10.0,
        Goal::Minimize => (10.0 - score) / 10.0,
    }
}

fn score<'a>(
    scenario: &'a Scenario,
    team: OpenTeam<'a>,
    option: usize,
    criterion: &Criterion,
) -> &'a Score {
    let option = &scenario.options[option].id;
    team.own_cell(option, &criterion.id)
        .or_else(|| scenario.scores.get(option, &criterion.id))
        .unwrap()
}

/// A criterion or group at the top: its points over its difference in value, and what share of it
/// each criterion has.
struct Node {
    weight: f64,
    shares: Vec<(String, f64)>,
}

/// Points over Δv, divided by their sum among siblings; a group's Δv is the mean of its children's
/// by their shares.
fn shares(scenario: &Scenario, team: OpenTeam) -> HashMap<String, f64> {
    let Elicitation::Swing(points) = &team.judgement().elicitation else {
        panic!("{} doesn't weigh by swing", team.id())
    };
    let points: HashMap<&str, f64> =
        points.iter().map(|(id, points)| (id.as_str(), *points)).collect();
    let difference = |criterion: &Criterion| {
        let (worst, best) = team.judgement().weighed_ranges[&criterion.id];
        value(criterion, best) - value(criterion, worst)
    };
    let mut top = Vec::new();
    for criterion in scenario.criteria.iter().filter(|criterion| criterion.group.is_none()) {
        let id = criterion.id.as_str();
        top.push(Node {
            weight: points[id] / difference(criterion),
            shares: vec![(id.to_owned(), 1.0)],
        });
    }
    for group in &scenario.groups {
        assert_eq!(group.group, None, "the preset has groups of one level");
        let children: Vec<&Criterion> = scenario
            .criteria
            .iter()
            .filter(|criterion| criterion.group.as_ref() == Some(&group.id))
            .collect();
        let weights: Vec<f64> =
            children.iter().map(|child| points[child.id.as_str()] / difference(child)).collect();
        let sum: f64 = weights.iter().sum();
        let together: f64 = children
            .iter()
            .zip(&weights)
            .map(|(child, weight)| weight / sum * difference(child))
            .sum();
        let shares = children
            .iter()
            .zip(&weights)
            .map(|(child, weight)| (child.id.to_string(), weight / sum))
            .collect();
        top.push(Node { weight: points[group.id.as_str()] / together, shares });
    }
    let sum: f64 = top.iter().map(|node| node.weight).sum();
    top.iter()
        .flat_map(|node| {
            node.shares.iter().map(move |(id, share)| (id.clone(), node.weight / sum * share))
        })
        .collect()
}

#[test]
fn every_teams_totals_are_those_worked_out_from_the_file() {
    let scenario = store::parse(store::preset(NAME).unwrap().text.as_bytes()).unwrap().scenario;
    let outcome = Call::new(["rank", NAME, "--team", "all", "--format", "json"]).run().expect(0);
    let found = outcome.json_lines().remove(0);
    assert_eq!(found["teams"].as_array().unwrap().len(), scenario.teams.len());
    let mut checked = 0;
    for (team, entry) in scenario.open_teams().zip(found["teams"].as_array().unwrap()) {
        assert_eq!(entry["team"], team.id().as_str());
        let shares = shares(&scenario, team);
        near(&Value::from(shares.values().sum::<f64>()), 1.0);
        for (id, share) in &shares {
            near(&entry["shares"][id.as_str()], *share);
        }
        let total = |option: usize| -> f64 {
            let part = |c: &Criterion| {
                shares[c.id.as_str()] * value(c, score(&scenario, team, option, c).score)
            };
            scenario.criteria.iter().map(part).sum()
        };
        let mut expected: Vec<(usize, f64)> =
            (0..scenario.options.len()).map(|option| (option, total(option))).collect();
        expected.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (place, (option, total)) in expected.iter().enumerate() {
            let ranked = &entry["ranking"][place];
            assert_eq!(
                (&ranked["option"], &ranked["rank"]),
                (&scenario.options[*option].id.as_str().into(), &(place + 1).into()),
                "{}",
                team.id()
            );
            near(&ranked["total"], *total);
            checked += 1;
        }
    }
    assert_eq!(checked, scenario.teams.len() * scenario.options.len());
    assert!(checked >= 20, "{checked} totals are checked");
}
