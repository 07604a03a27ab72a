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

/// A judgement that weighs every node of the criteria tree alike, in place of one before.
pub fn with_equal_weights(scenario: &Scenario, problem: &Problem, before: &Judgement) -> Judgement {
    let groups = scenario.groups.iter().map(|group| &group.id);
    let nodes = groups.chain(scenario.criteria.iter().map(|criterion| &criterion.id));
    Judgement {
        elicitation: Elicitation::Direct(nodes.map(|id| (id.clone(), 1.0)).collect()),
        weighed_ranges: scale_swings(scenario, problem).into_iter().map(as_noted).collect(),
        weighed: before.weighed.clone(),
    }
}

/// A record of what is judged, in the way of a judgement.
pub(super) fn in_the_same_way(judgement: &Judgement, judged: IndexMap<NodeId, f64>) -> Elicitation {
    match &judgement.elicitation {
        Elicitation::Direct(_) => Elicitation::Direct(judged),
        _ => Elicitation::Swing(judged.into_iter().collect()),
    }
}

/// A judgement with the ends of a node's swing as they are now, and those of criteria for
/// which none were noted.
pub(super) fn renewed(
    scenario: &Scenario,
    problem: &Problem,
    before: &Judgement,
    node: &NodeId,
    now: Option<Timestamp>,
) -> Judgement {
    let mut judgement = before.clone();
    for (criterion, ends) in scale_swings(scenario, problem).into_iter().map(as_noted) {
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
}
