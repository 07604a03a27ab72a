//! Random judgements of every elicitation, each by FORMAT.md's rules for records.

use indexmap::IndexMap;
use mizan::model::{BestWorst, Elicitation, Judgement, NodeId, RankWeights, Tree};

use crate::tape::Tape;

/// A judgement about the nodes of a tree.
pub fn judgement(tape: &mut Tape, tree: &Tree) -> Judgement {
    let elicitation = elicitation(tape, tree);
    let ranges = tree.criteria.iter().map(|criterion| criterion.id.clone()).collect::<Vec<_>>();
    let weighed_ranges = tape
        .subset(&ranges, 60)
        .into_iter()
        .map(|id| (id, (tape.number(), tape.number())))
        .collect();
    Judgement { elicitation, weighed_ranges, weighed: tape.maybe(50, Tape::time) }
}

pub fn elicitation(tape: &mut Tape, tree: &Tree) -> Elicitation {
    let lists = lists(tree);
    match tape.pick(8) {
        0..=2 => Elicitation::Direct(weights(tape, tree, &lists)),
        3 | 4 => {
            let points = weights(tape, tree, &lists).into_iter().collect();
            Elicitation::Swing(tape.shuffled(points))
        }
        5 => ranking(tape, &lists),
        6 => Elicitation::Pairwise(pairs(tape, &lists)),
        _ => best_worst(tape, &lists).map_or_else(Elicitation::default, Elicitation::BestWorst),
    }
}

/// The ids of each list of siblings.
fn lists(tree: &Tree) -> Vec<Vec<NodeId>> {
    tree.lists()
        .iter()
        .map(|list| list.members.iter().filter_map(|member| tree.id(*member)).cloned().collect())
        .collect()
}

/// Numbers from 0 for some nodes, not all zero in any list; in document order, criteria first.
fn weights(tape: &mut Tape, tree: &Tree, lists: &[Vec<NodeId>]) -> IndexMap<NodeId, f64> {
    let mut found: IndexMap<NodeId, f64> = IndexMap::new();
    for list in lists {
        let judged = if tape.chance(70) { list.clone() } else { tape.subset(list, 50) };
        let numbers: Vec<f64> = judged.iter().map(|_| tape.amount()).collect();
        let is_zero = numbers.iter().all(|number| *number == 0.0);
        found.extend(
            judged
                .into_iter()
                .zip(numbers.into_iter().map(|number| if is_zero { 1.0 } else { number })),
        );
    }
    // A group without criteria stands in no list, and may have any weight.
    for group in tree.groups {
        if !lists.iter().flatten().any(|id| *id == group.id) && tape.chance(20) {
            found.insert(group.id.clone(), tape.amount());
        }
    }
    let order = tree
        .criteria
        .iter()
        .map(|criterion| &criterion.id)
        .chain(tree.groups.iter().map(|group| &group.id));
    order.filter_map(|id| Some((id.clone(), *found.get(id)?))).collect()
}

fn ranking(tape: &mut Tape, lists: &[Vec<NodeId>]) -> Elicitation {
    let weights = tape.choose_from([
        RankWeights::RankOrderCentroid,
        RankWeights::RankSum,
        RankWeights::RankReciprocal,
    ]);
    let ids = tape.subset(&lists.concat(), 80);
    let mut places: Vec<Vec<NodeId>> = Vec::new();
    for id in tape.shuffled(ids) {
        match places.last_mut() {
            Some(tied) if tape.chance(30) => tied.push(id),
            _ => places.push(vec![id]),
        }
    }
    Elicitation::Ranking(weights, places)
}

fn ratio(tape: &mut Tape) -> f64 {
    let whole = 1.0 + tape.pick(9) as f64;
    let part = tape.within(1.0 / 9.0, 9.0);
    tape.choose_from([1.0, whole, 1.0 / whole, part, 0.1111])
}

fn pairs(tape: &mut Tape, lists: &[Vec<NodeId>]) -> Vec<(NodeId, NodeId, f64)> {
    let mut pairs = Vec::new();
    for list in lists {
        let named = tape.subset(list, 80);
        for (place, a) in named.iter().enumerate() {
            for b in named.iter().skip(place + 1) {
                let ratio = ratio(tape);
                pairs.push(if tape.chance(30) {
                    (b.clone(), a.clone(), ratio)
                } else {
                    (a.clone(), b.clone(), ratio)
                });
            }
        }
    }
    tape.shuffled(pairs)
}

/// A comparison of one list; none where no list has two nodes.
fn best_worst(tape: &mut Tape, lists: &[Vec<NodeId>]) -> Option<BestWorst> {
    let long: Vec<&Vec<NodeId>> = lists.iter().filter(|list| list.len() > 1).collect();
    let list = (*tape.choose(&long)?).clone();
    let named = tape.shuffled(list);
    let count = 2 + tape.pick(named.len() - 1);
    let compared = named.get(..count)?;
    let (best, worst) = (compared.first()?.clone(), compared.get(1)?.clone());
    let spread = tape.within(1.0, 9.0);
    let others = compared.get(2..)?;
    let mut best_over = vec![(worst.clone(), spread)];
    let mut over_worst = vec![(best.clone(), spread)];
    for id in others {
        best_over.push((id.clone(), tape.within(1.0, 9.0)));
        over_worst.push((id.clone(), tape.within(1.0, 9.0)));
    }
    best_over.extend(tape.maybe(50, |_| (best.clone(), 1.0)));
    over_worst.extend(tape.maybe(50, |_| (worst.clone(), 1.0)));
    Some(BestWorst {
        best,
        worst,
        best_over: tape.shuffled(best_over),
        over_worst: tape.shuffled(over_worst),
    })
}

/// The ids that a judgement names.
pub fn judged(elicitation: &Elicitation) -> Vec<NodeId> {
    match elicitation {
        Elicitation::Direct(weights) => weights.keys().cloned().collect(),
        Elicitation::Swing(points) => points.iter().map(|(id, _)| id.clone()).collect(),
        Elicitation::Ranking(_, places) => places.concat(),
        Elicitation::Pairwise(pairs) => {
            pairs.iter().flat_map(|(a, b, _)| [a.clone(), b.clone()]).collect()
        }
        Elicitation::BestWorst(record) => {
            let lists = record.best_over.iter().chain(&record.over_worst).map(|(id, _)| id.clone());
            lists.chain([record.best.clone(), record.worst.clone()]).collect()
        }
    }
}
