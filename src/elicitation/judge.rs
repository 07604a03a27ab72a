//! A weight being given: the judgement that a team's slider makes of it.

use indexmap::IndexMap;

use crate::analysis::Problem;
use crate::elicitation::{Swing, scale_swings};
use crate::model::{Elicitation, Judgement, NodeId, Scenario, Timestamp};

/// A judgement after a node is given a weight or points in it: no other node is given anything. The
/// ends of the swings are noted as they are now, those of other criteria only where none were
/// noted. None where it is made of comparisons, which have no weights to give.
pub fn with_weight(
    scenario: &Scenario,
    problem: &Problem,
    before: &Judgement,
    node: &NodeId,
    weight: f64,
    now: Option<Timestamp>,
) -> Option<Judgement> {
    let mut judged = given(before)?;
    judged.insert(node.clone(), weight);
    let elicitation = in_the_same_way(before, judged);
    Some(Judgement { elicitation, ..renewed(scenario, problem, before, node, now) })
}

/// A judgement after what was given to a node is taken away. None where it is made of comparisons.
pub fn without_weight(before: &Judgement, node: &NodeId) -> Option<Judgement> {
    let mut judged = given(before)?;
    judged.shift_remove(node);
    let elicitation = in_the_same_way(before, judged);
    Some(Judgement { elicitation, ..before.clone() })
}

/// What each node is given where all are to be alike: a weight of one (FORMAT.md, "Equal weights"
/// writes ones), and under swing weighting the points of a largest swing.
const ALIKE: f64 = 1.0;
const ALIKE_IN_POINTS: f64 = 100.0;

/// A judgement that gives every node of the criteria tree the same weight or points, in the way of
/// another.
pub fn with_equal_weights(
    scenario: &Scenario,
    problem: &Problem,
    like: &Judgement,
    now: Option<Timestamp>,
) -> Judgement {
    let alike = match like.elicitation {
        Elicitation::Direct(_) => ALIKE,
        _ => ALIKE_IN_POINTS,
    };
    let groups = scenario.groups.iter().map(|group| &group.id);
    let nodes = groups.chain(scenario.criteria.iter().map(|criterion| &criterion.id));
    Judgement {
        elicitation: in_the_same_way(like, nodes.map(|id| (id.clone(), alike)).collect()),
        weighed_ranges: scale_swings(scenario, problem).into_iter().map(as_noted).collect(),
        weighed: now,
    }
}

/// A record of what is judged, in the way of a judgement.
pub(super) fn in_the_same_way(judgement: &Judgement, judged: IndexMap<NodeId, f64>) -> Elicitation {
    match &judgement.elicitation {
        Elicitation::Direct(_) => Elicitation::Direct(judged),
        _ => Elicitation::Swing(judged.into_iter().collect()),
    }
}

/// A judgement with the ends of a node's swing as they are now, none where it has none, and those
/// of criteria for which none were noted.
pub(super) fn renewed(
    scenario: &Scenario,
    problem: &Problem,
    before: &Judgement,
    node: &NodeId,
    now: Option<Timestamp>,
) -> Judgement {
    let mut judgement = before.clone();
    let swings = scale_swings(scenario, problem);
    if !swings.iter().any(|(criterion, _)| criterion == node) {
        judgement.weighed_ranges.shift_remove(node);
    }
    for (criterion, ends) in swings.into_iter().map(as_noted) {
        if criterion == *node || !judgement.weighed_ranges.contains_key(&criterion) {
            judgement.weighed_ranges.insert(criterion, ends);
        }
    }
    judgement.weighed = now.or(judgement.weighed);
    judgement
}

/// A swing as `weighed_ranges` keeps it.
fn as_noted((criterion, swing): (NodeId, Swing)) -> (NodeId, (f64, f64)) {
    (criterion, (swing.worst, swing.best))
}

/// The weights or points given so far; none where a judgement is made of comparisons.
pub(super) fn given(judgement: &Judgement) -> Option<IndexMap<NodeId, f64>> {
    match &judgement.elicitation {
        Elicitation::Direct(weights) => Some(weights.clone()),
        Elicitation::Swing(points) => Some(points.iter().cloned().collect()),
        Elicitation::Ranking(..) | Elicitation::Pairwise(_) | Elicitation::BestWorst(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Grid, Viewpoint};
    use crate::model::{Alternative, Criterion, Hue, Letter, OptionId, Score};

    fn id(text: &str) -> NodeId {
        NodeId::new(text).unwrap()
    }

    fn scenario() -> Scenario {
        let mut scenario = Scenario::new("a");
        scenario.criteria =
            ["x", "y"].map(|name| Criterion::new(id(name), name, Hue::nth(0))).to_vec();
        for (index, (name, score)) in [("o", 2.0), ("p", 8.0)].into_iter().enumerate() {
            let option = OptionId::new(name).unwrap();
            scenario.scores.set(option.clone(), id("x"), Score::exact(score));
            let (short, note) = (String::new(), String::new());
            scenario.options.push(Alternative {
                id: option,
                name: name.into(),
                short,
                note,
                letter: Letter::nth(index),
            });
        }
        scenario
    }

    #[test]
    fn the_first_weight_is_the_only_one_and_notes_the_ends_of_every_scale() {
        let scenario = scenario();
        let problem = Problem::new(&Grid::new(&scenario), Viewpoint::Base);
        let before = Judgement::default();
        let judgement = with_weight(&scenario, &problem, &before, &id("y"), 80.0, None).unwrap();
        assert_eq!(
            judgement.elicitation,
            Elicitation::Direct([(id("y"), 80.0)].into_iter().collect())
        );
        assert_eq!(
            judgement.weighed_ranges,
            [(id("x"), (0.0, 10.0)), (id("y"), (0.0, 10.0))]
                .into_iter()
                .collect::<IndexMap<_, _>>()
        );
    }

    #[test]
    fn a_weight_renews_its_own_range_alone() {
        let scenario = scenario();
        let before = Judgement {
            elicitation: Elicitation::Swing(vec![(id("x"), 100.0), (id("y"), 40.0)]),
            weighed_ranges: [(id("x"), (0.0, 1.0)), (id("y"), (3.0, 4.0))].into_iter().collect(),
            weighed: None,
        };
        let problem = Problem::new(&Grid::new(&scenario), Viewpoint::Base);
        let judgement = with_weight(&scenario, &problem, &before, &id("x"), 70.0, None).unwrap();
        assert_eq!(
            judgement.elicitation,
            Elicitation::Swing(vec![(id("x"), 70.0), (id("y"), 40.0)])
        );
        assert_eq!(
            judgement.weighed_ranges,
            [(id("x"), (0.0, 10.0)), (id("y"), (3.0, 4.0))].into_iter().collect::<IndexMap<_, _>>()
        );
    }

    #[test]
    fn what_is_taken_away_leaves_no_number_and_the_rest_as_it_was() {
        let swing = |points: &[(&str, f64)]| Judgement {
            elicitation: Elicitation::Swing(points.iter().map(|(n, p)| (id(n), *p)).collect()),
            ..Judgement::default()
        };
        let before = swing(&[("x", 100.0), ("y", 40.0), ("z", 7.0)]);
        let after = without_weight(&before, &id("y")).unwrap();
        assert_eq!(after, swing(&[("x", 100.0), ("z", 7.0)]));
        assert_eq!(without_weight(&after, &id("y")), Some(after.clone()), "nothing was there");
        let order = vec![vec![id("x")], vec![id("y")]];
        let elicitation = Elicitation::Ranking(crate::model::RankWeights::RankSum, order);
        let compared = Judgement { elicitation, ..Judgement::default() };
        assert_eq!(without_weight(&compared, &id("y")), None);
    }

    #[test]
    fn alike_is_a_weight_of_one_for_each_or_the_points_of_a_largest_swing() {
        let scenario = scenario();
        let problem = Problem::new(&Grid::new(&scenario), Viewpoint::Base);
        let all = |number: f64| [(id("x"), number), (id("y"), number)];
        for like in [
            Elicitation::Direct([(id("x"), 3.0)].into_iter().collect()),
            Elicitation::Swing(Vec::new()),
        ] {
            let given = match &like {
                Elicitation::Direct(_) => Elicitation::Direct(all(1.0).into_iter().collect()),
                _ => Elicitation::Swing(all(100.0).to_vec()),
            };
            let like = Judgement { elicitation: like, ..Judgement::default() };
            let judgement = with_equal_weights(&scenario, &problem, &like, None);
            assert_eq!(judgement.elicitation, given);
            assert_eq!(judgement.weighed_ranges.len(), 2);
        }
    }
}
