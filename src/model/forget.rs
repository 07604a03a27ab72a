//! What a removal takes along inside a team's record: all that refers to what is removed, and what
//! then no longer makes a record.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::model::zeros::{ZeroList, lists_at_zero, nodes_at_zero, take_away};
use crate::model::{Elicitation, Judged, Judgement, NodeId, OptionId, Tree};

/// Takes an option out of a team's own scores and its gut ranking.
pub fn forget_option(judged: &mut Judged, id: &OptionId) {
    judged.scores.remove_row(id);
    judged.gut_ranking.retain(|ranked| ranked != id);
}

/// Takes a node out of a team's judgement. Of the trees one is that before, the other without it,
/// or with it in its new place; `shares` are those that the team's best-worst record gave, which it
/// falls back on where it loses its best or worst. Lists of which that leaves nothing but zeros
/// count as not judged; a team at work on others keeps the zeros that it has given them.
pub fn forget_node(
    judgement: &mut Judgement,
    id: &NodeId,
    [before, after]: [&Tree; 2],
    shares: Option<&IndexMap<NodeId, f64>>,
) {
    judgement.weighed_ranges.shift_remove(id);
    let begun = nodes_at_zero(before, &judgement.elicitation);
    let was_judged = judges(&judgement.elicitation, id);
    let elicitation = std::mem::take(&mut judgement.elicitation);
    judgement.elicitation = match elicitation {
        Elicitation::Direct(mut weights) => {
            weights.shift_remove(id);
            less_zeros(Elicitation::Direct(weights), after, &begun)
        }
        Elicitation::Swing(mut points) => {
            points.retain(|(judged, _)| judged != id);
            let left = less_zeros(Elicitation::Swing(points), after, &begun);
            let is_record = match &left {
                Elicitation::Swing(points) => points.len() > usize::from(was_judged),
                _ => false,
            };
            kept_if(is_record, left)
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
            weights.retain(|judged, _| judged != id && after.list_of(judged).is_some());
            less_zeros(Elicitation::Direct(weights), after, &begun)
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

/// A record less the lists of siblings that it gives nothing but zeros now, but for those that a
/// team has begun with zeros: of these something is open still.
fn less_zeros(mut left: Elicitation, tree: &Tree, begun: &HashSet<NodeId>) -> Elicitation {
    let zeros = lists_at_zero(tree, |id| left.weight_of(id));
    let is_begun = |list: &ZeroList| list.judged.iter().all(|id| begun.contains(*id));
    let gone = zeros.into_iter().filter(|list| list.is_whole || !is_begun(list));
    let gone = gone.flat_map(|list| list.judged).cloned().collect();
    take_away(&mut left, &gone);
    left
}
