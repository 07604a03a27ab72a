//! What a removal takes along inside a team's record: all that refers to what is removed, and what
//! then no longer makes a record.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::model::{Elicitation, Judged, Judgement, NodeId, OptionId, Tree};

/// Takes an option out of a team's own scores and its gut ranking.
pub fn forget_option(judged: &mut Judged, id: &OptionId) {
    judged.scores.remove_row(id);
    judged.gut_ranking.retain(|ranked| ranked != id);
}

/// Takes a node out of a team's judgement. `tree` is the tree without it, or with it in its new
/// place; `shares` are those that the team's best-worst record gave, which it falls back on where
/// it loses its best or worst.
pub fn forget_node(
    judgement: &mut Judgement,
    id: &NodeId,
    tree: &Tree,
    shares: Option<&IndexMap<NodeId, f64>>,
) {
    judgement.weighed_ranges.shift_remove(id);
    let was_judged = judges(&judgement.elicitation, id);
    let elicitation = std::mem::take(&mut judgement.elicitation);
    judgement.elicitation = match elicitation {
        Elicitation::Direct(mut weights) => {
            weights.shift_remove(id);
            direct(weights, tree)
        }
        Elicitation::Swing(mut points) => {
            points.retain(|(judged, _)| judged != id);
            let zeros = all_zero(tree, |node| {
                points.iter().find(|(judged, _)| judged == node).map(|(_, points)| *points)
            });
            points.retain(|(judged, _)| !zeros.contains(judged));
            kept_if(points.len() > usize::from(was_judged), Elicitation::Swing(points))
        }
        Elicitation::Ranking(weights, mut places) => {
            for tied in &mut places {
                tied.retain(|judged| judged != id);
            }
            places.retain(|tied| !tied.is_empty());
            kept_if(
                !was_judged || places.iter().map(Vec::len).sum::<usize>() > 1,
                Elicitation::Ranking(weights, places),
            )
        }
        Elicitation::Pairwise(mut pairs) => {
            pairs.retain(|(a, b, _)| a != id && b != id);
            kept_if(!was_judged || !pairs.is_empty(), Elicitation::Pairwise(pairs))
        }
        Elicitation::BestWorst(record) if record.best == *id || record.worst == *id => {
            let mut weights = shares.cloned().unwrap_or_default();
            weights.retain(|judged, _| judged != id && tree.list_of(judged).is_some());
            direct(weights, tree)
        }
        Elicitation::BestWorst(mut record) => {
            record.best_over.retain(|(judged, _)| judged != id);
            record.over_worst.retain(|(judged, _)| judged != id);
            Elicitation::BestWorst(record)
        }
    };
}

/// Whether a judgement says anything about a node.
fn judges(elicitation: &Elicitation, id: &NodeId) -> bool {
    match elicitation {
        Elicitation::Direct(weights) => weights.contains_key(id),
        Elicitation::Swing(points) => points.iter().any(|(judged, _)| judged == id),
        Elicitation::Ranking(_, places) => places.iter().flatten().any(|judged| judged == id),
        Elicitation::Pairwise(pairs) => pairs.iter().any(|(a, b, _)| a == id || b == id),
        Elicitation::BestWorst(record) => {
            let compared =
                record.best_over.iter().chain(&record.over_worst).map(|(judged, _)| judged);
            compared.chain([&record.best, &record.worst]).any(|judged| judged == id)
        }
    }
}

fn kept_if(is_record: bool, elicitation: Elicitation) -> Elicitation {
    if is_record { elicitation } else { Elicitation::default() }
}

/// These weights less the lists of siblings of which none has any weight left: they count as not
/// judged.
fn direct(mut weights: IndexMap<NodeId, f64>, tree: &Tree) -> Elicitation {
    let zeros = all_zero(tree, |node| weights.get(node).copied());
    weights.retain(|judged, _| !zeros.contains(judged));
    Elicitation::Direct(weights)
}

/// The judged nodes of the lists whose judged siblings are all at zero.
fn all_zero(tree: &Tree, weight: impl Fn(&NodeId) -> Option<f64>) -> HashSet<NodeId> {
    let mut zeros = HashSet::new();
    for list in tree.lists() {
        let judged: Vec<(&NodeId, f64)> = list
            .members
            .iter()
            .filter_map(|member| tree.id(*member))
            .filter_map(|id| Some((id, weight(id)?)))
            .collect();
        if judged.iter().all(|(_, weight)| *weight == 0.0) {
            zeros.extend(judged.into_iter().map(|(id, _)| id.clone()));
        }
    }
    zeros
}
