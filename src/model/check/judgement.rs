//! FORMAT.md's rules for a team's judgement: weights under `Direct`, the record under any other
//! elicitation.

use std::collections::{HashMap, HashSet};

use crate::model::check::body::Body;
use crate::model::check::report::{Check, ZerosBesideOpen};
use crate::model::{BestWorst, Elicitation, FaultKind, NodeId, Path, RecordFault, zeros};

/// The ratios that a pair may have, and the comparisons with best and worst.
const LARGEST_RATIO: f64 = 9.0;

/// Reports what is wrong with the judgement of the team at `path`.
pub fn check_judgement(check: &mut Check, body: &Body, elicitation: &Elicitation, path: &Path) {
    if let Elicitation::Direct(weights) = elicitation {
        return check_weights(check, body, weights, &path.then("weights"));
    }
    let path = path.then("elicitation");
    let faults = match elicitation {
        Elicitation::Direct(_) => Vec::new(),
        Elicitation::Swing(points) => swing_faults(check.zeros_beside_open, body, points),
        Elicitation::Ranking(_, places) => ranking_faults(body, places),
        Elicitation::Pairwise(pairs) => pairwise_faults(body, pairs),
        Elicitation::BestWorst(record) => best_worst_faults(body, record),
    };
    for fault in faults {
        check.push(path.clone(), fault);
    }
}

fn check_weights(
    check: &mut Check,
    body: &Body,
    weights: &indexmap::IndexMap<NodeId, f64>,
    path: &Path,
) {
    for (id, weight) in weights {
        if !body.knows_node(id) {
            check.push(path.key(id.as_str()), body.unknown_node(id));
        }
        if *weight < 0.0 {
            check.push(path.key(id.as_str()), FaultKind::NegativeWeight(*weight));
        }
    }
    let judged = weights.iter().map(|(id, weight)| (id, *weight));
    for zeros in lists_at_zero(check.zeros_beside_open, body, judged) {
        check.push(path.clone(), FaultKind::AllZero(zeros));
    }
}

/// The judged ids of each list whose judged siblings are all at zero, against the rules.
fn lists_at_zero<'a>(
    beside_open: ZerosBesideOpen,
    body: &Body,
    judged: impl Iterator<Item = (&'a NodeId, f64)>,
) -> Vec<Vec<String>> {
    let judged: HashMap<&NodeId, f64> = judged.collect();
    let mut zeros = zeros::lists_at_zero(&body.tree, |id| judged.get(id).copied());
    zeros.retain(|list| list.is_whole || beside_open == ZerosBesideOpen::Faulty);
    let names = |list: zeros::ZeroList| list.judged.iter().map(ToString::to_string).collect();
    zeros.into_iter().map(names).collect()
}

/// Unknown ids, and ids that stand twice, in the order of the record.
fn id_faults<'a>(body: &Body, ids: impl Iterator<Item = &'a NodeId>) -> Vec<FaultKind> {
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for id in ids {
        if !seen.insert(id) {
            faults.push(FaultKind::Record(RecordFault::RepeatedId(id.to_string())));
        } else if !body.knows_node(id) {
            faults.push(body.unknown_node(id));
        }
    }
    faults
}

fn swing_faults(
    beside_open: ZerosBesideOpen,
    body: &Body,
    points: &[(NodeId, f64)],
) -> Vec<FaultKind> {
    let mut faults = id_faults(body, points.iter().map(|(id, _)| id));
    for (id, points) in points.iter().filter(|(_, points)| *points < 0.0) {
        faults.push(FaultKind::Record(RecordFault::NegativePoints {
            id: id.to_string(),
            points: *points,
        }));
    }
    let zeros = lists_at_zero(beside_open, body, points.iter().map(|(id, points)| (id, *points)));
    faults.extend(zeros.into_iter().map(|ids| FaultKind::Record(RecordFault::AllZero(ids))));
    faults
}

fn ranking_faults(body: &Body, places: &[Vec<NodeId>]) -> Vec<FaultKind> {
    let mut faults = id_faults(body, places.iter().flatten());
    faults.extend(places.iter().filter(|tied| tied.is_empty()).map(|_| FaultKind::EmptyPlace));
    faults
}

fn pairwise_faults(body: &Body, pairs: &[(NodeId, NodeId, f64)]) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    let mut judged = HashSet::new();
    let parents = parents(body);
    for (a, b, ratio) in pairs {
        let names = (a.to_string(), b.to_string());
        for id in [a, b].into_iter().filter(|id| !body.knows_node(id)) {
            faults.push(body.unknown_node(id));
        }
        if a == b {
            faults.push(FaultKind::Record(RecordFault::WithItself(names.0.clone())));
        } else if !judged.insert(if a < b { (a, b) } else { (b, a) }) {
            faults.push(FaultKind::Record(RecordFault::RepeatedPair {
                a: names.0.clone(),
                b: names.1.clone(),
            }));
        } else if body.knows_node(a) && body.knows_node(b) && parents.get(a) != parents.get(b) {
            faults.push(FaultKind::Record(RecordFault::NotSiblings {
                a: names.0.clone(),
                b: names.1.clone(),
            }));
        }
        // A ratio written as a decimal, such as 0.1111 for a ninth, may fall short by what its last
        // digit holds.
        if !(1.0 / LARGEST_RATIO - 1e-3..=LARGEST_RATIO).contains(ratio) {
            faults.push(FaultKind::Record(RecordFault::RatioOutside {
                a: names.0,
                b: names.1,
                ratio: *ratio,
            }));
        }
    }
    faults.extend(missing_pairs(pairs, &judged, &parents));
    faults
}

/// The group in which each node lies, none at the top: nodes with the same are siblings, groups
/// without criteria among them.
fn parents<'a>(body: &Body<'a>) -> HashMap<&'a NodeId, Option<&'a NodeId>> {
    let groups = body.tree.groups.iter().map(|group| (&group.id, group.group.as_ref()));
    let criteria =
        body.tree.criteria.iter().map(|criterion| (&criterion.id, criterion.group.as_ref()));
    groups.chain(criteria).collect()
}

fn missing_pairs(
    pairs: &[(NodeId, NodeId, f64)],
    judged: &HashSet<(&NodeId, &NodeId)>,
    parents: &HashMap<&NodeId, Option<&NodeId>>,
) -> Vec<FaultKind> {
    let mut named: Vec<&NodeId> = Vec::new();
    let mut seen = HashSet::new();
    for id in pairs.iter().flat_map(|(a, b, _)| [a, b]) {
        if seen.insert(id) && parents.contains_key(id) {
            named.push(id);
        }
    }
    let mut faults = Vec::new();
    for (place, a) in named.iter().enumerate() {
        for b in named.iter().skip(place + 1).filter(|b| parents.get(*b) == parents.get(a)) {
            if !judged.contains(&if a < b { (*a, *b) } else { (*b, *a) }) {
                faults.push(FaultKind::Record(RecordFault::MissingPair {
                    a: a.to_string(),
                    b: b.to_string(),
                }));
            }
        }
    }
    faults
}

fn best_worst_faults(body: &Body, record: &BestWorst) -> Vec<FaultKind> {
    let BestWorst { best, worst, best_over, over_worst } = record;
    let mut faults = id_faults(body, [best, worst].into_iter());
    faults.extend(id_faults(body, best_over.iter().map(|(id, _)| id)));
    faults.extend(id_faults(body, over_worst.iter().map(|(id, _)| id)));
    for (id, found) in best_over.iter().chain(over_worst) {
        if !(1.0..=LARGEST_RATIO).contains(found) {
            faults.push(FaultKind::Record(RecordFault::ComparisonOutside {
                id: id.to_string(),
                found: *found,
            }));
        }
    }
    faults.extend(list_faults(body, record));
    faults.extend(comparison_faults(record));
    faults
}

/// All ids of a best-worst record stand in one list of siblings.
fn list_faults(body: &Body, record: &BestWorst) -> Vec<FaultKind> {
    let parents = parents(body);
    let all =
        record.best_over.iter().chain(&record.over_worst).map(|(id, _)| id).chain([&record.worst]);
    let mut seen = HashSet::new();
    all.filter(|id| {
        body.knows_node(id)
            && body.knows_node(&record.best)
            && parents.get(*id) != parents.get(&record.best)
    })
    .filter(|id| seen.insert((*id).clone()))
    .map(|id| {
        FaultKind::Record(RecordFault::NotSiblings {
            a: record.best.to_string(),
            b: id.to_string(),
        })
    })
    .collect()
}

fn comparison_faults(record: &BestWorst) -> Vec<FaultKind> {
    let BestWorst { best, worst, best_over, over_worst } = record;
    let value = |list: &[(NodeId, f64)], of: &NodeId| {
        list.iter().find(|(id, _)| id == of).map(|(_, value)| *value)
    };
    let mut faults = Vec::new();
    for (list, own) in [(best_over, best), (over_worst, worst)] {
        if let Some(found) = value(list, own).filter(|found| *found != 1.0) {
            faults
                .push(FaultKind::Record(RecordFault::NotItselfOne { id: own.to_string(), found }));
        }
    }
    let mut compared: Vec<&NodeId> = vec![best, worst];
    for (id, _) in best_over.iter().chain(over_worst) {
        if !compared.contains(&id) {
            compared.push(id);
        }
    }
    for id in compared {
        let is_missing =
            |list: &[(NodeId, f64)], own: &NodeId| id != own && value(list, id).is_none();
        if is_missing(best_over, best) || is_missing(over_worst, worst) {
            faults.push(FaultKind::Record(RecordFault::MissingComparison(id.to_string())));
        }
    }
    if let (Some(best_over), Some(over_worst)) = (value(best_over, worst), value(over_worst, best))
        && best_over != over_worst
    {
        faults.push(FaultKind::Record(RecordFault::BestOverWorstDiffers { best_over, over_worst }));
    }
    if best == worst {
        faults.push(FaultKind::Record(RecordFault::WithItself(best.to_string())));
    }
    faults
}
