//! Judgements without numbers of their own, changed by one step: an order, pairs, the best and the
//! worst. Each step gives a whole record; one that is begun takes over what the old record says of
//! the order, and nothing else.

use super::reading::judged;
use crate::analysis::Problem;
use crate::elicitation::scale_swings;
use crate::model::{
    BestWorst, Elicitation, Judgement, NodeId, RankWeights, Scenario, Siblings, Timestamp, Tree,
};

/// The least and the most that one thing can be as important as another.
const MOST: f64 = 9.0;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Begins an order, or makes shares of it in this way.
    Order(RankWeights),
    /// Before the place above it among its siblings; alone on its place where it was tied.
    Raise(NodeId),
    /// Behind the place below it.
    Lower(NodeId),
    /// On one place with the one above it; where it is tied, alone on the next place.
    Tie(NodeId),
    /// Begins comparisons in pairs, all equal.
    Pairs,
    /// The first is so many times as important as the second, 1/9..9.
    Pair(NodeId, NodeId, f64),
    /// Begins comparing the siblings in a group, the topmost where none is named, with their best
    /// and their worst.
    BestWorst(Option<NodeId>),
    Best(NodeId),
    Worst(NodeId),
    /// How many times the best is as important as this one, 1..9.
    BestOver(NodeId, f64),
    /// How many times this one is as important as the worst.
    OverWorst(NodeId, f64),
}

/// The record after a step; none where the step asks for what isn't there.
pub fn stepped(scenario: &Scenario, before: &Elicitation, step: &Step) -> Option<Elicitation> {
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let way = match before {
        Elicitation::Ranking(way, _) => *way,
        _ => RankWeights::RankOrderCentroid,
    };
    Some(match step {
        Step::Order(way) => Elicitation::Ranking(*way, flat(&orders(&tree, before))),
        Step::Raise(node) => Elicitation::Ranking(way, moved(&tree, before, node, raised)?),
        Step::Lower(node) => Elicitation::Ranking(way, moved(&tree, before, node, lowered)?),
        Step::Tie(node) => Elicitation::Ranking(way, moved(&tree, before, node, tied)?),
        Step::Pairs => Elicitation::Pairwise(pairs(&tree, before)),
        Step::Pair(a, b, ratio) => paired(pairs(&tree, before), a, b, *ratio)?,
        Step::BestWorst(group) => begun(&tree, before, group.as_ref())?,
        Step::Best(_) | Step::Worst(_) | Step::BestOver(..) | Step::OverWorst(..) => {
            let Elicitation::BestWorst(record) = before else { return None };
            Elicitation::BestWorst(compared(record.clone(), step)?)
        }
    })
}

/// A judgement that is this record, given now: the ends of the swings are noted as they are.
pub fn with_record(
    scenario: &Scenario,
    problem: &Problem,
    elicitation: Elicitation,
    now: Option<Timestamp>,
) -> Judgement {
    let ends = scale_swings(scenario, problem).into_iter();
    let weighed_ranges = ends.map(|(id, swing)| (id, (swing.worst, swing.best))).collect();
    Judgement { elicitation, weighed_ranges, weighed: now }
}

/// The places of one list of siblings, the most important first.
type Places = Vec<Vec<NodeId>>;

/// The places of every list as a record has them: an order as it is, weights and points the largest
/// first, equal ones together; what says nothing stays in document order.
fn orders(tree: &Tree, before: &Elicitation) -> Vec<Places> {
    tree.lists().iter().map(|list| order(tree, list, before)).collect()
}

fn ids<'a>(tree: &Tree<'a>, list: &Siblings) -> Vec<&'a NodeId> {
    list.members.iter().filter_map(|member| tree.id(*member)).collect()
}

fn order(tree: &Tree, list: &Siblings, before: &Elicitation) -> Places {
    let ids = ids(tree, list);
    if let Elicitation::Ranking(_, places) = before {
        let own = |place: &Vec<NodeId>| -> Vec<NodeId> {
            place.iter().filter(|id| ids.contains(id)).cloned().collect()
        };
        let named: Places = places.iter().map(own).filter(|place| !place.is_empty()).collect();
        let is_named = |id: &&&NodeId| named.iter().any(|place| place.contains(id));
        let rest: Places =
            ids.iter().filter(|id| !is_named(id)).map(|id| vec![(*id).clone()]).collect();
        return [named, rest].concat();
    }
    let weights = judged(before);
    let weight = |id: &NodeId| match before {
        Elicitation::Direct(_) | Elicitation::Swing(_) => weights.get(id).copied(),
        _ => None,
    };
    let mut sorted: Vec<(&NodeId, Option<f64>)> =
        ids.into_iter().map(|id| (id, weight(id))).collect();
    sorted.sort_by(|(_, a), (_, b)| {
        b.unwrap_or(f64::NEG_INFINITY).total_cmp(&a.unwrap_or(f64::NEG_INFINITY))
    });
    let is_level =
        |a: &(&NodeId, Option<f64>), b: &(&NodeId, Option<f64>)| a.1.is_some() && a.1 == b.1;
    let places = sorted.chunk_by(is_level);
    places.map(|place| place.iter().map(|(id, _)| (*id).clone()).collect()).collect()
}

fn flat(orders: &[Places]) -> Places {
    orders.concat()
}

/// All orders with one node moved within its own.
fn moved(
    tree: &Tree,
    before: &Elicitation,
    node: &NodeId,
    change: fn(&mut Places, usize, &NodeId),
) -> Option<Places> {
    let mut orders = orders(tree, before);
    let is_in = |places: &Places| places.iter().position(|place| place.contains(node));
    let (places, at) = orders.iter_mut().find_map(|places| {
        let at = is_in(places)?;
        Some((places, at))
    })?;
    change(places, at, node);
    Some(flat(&orders))
}

/// Takes a node out of its place; gives whether others stay on it.
fn taken(places: &mut Places, at: usize, node: &NodeId) -> bool {
    let Some(place) = places.get_mut(at) else { return false };
    place.retain(|id| id != node);
    let is_left = !place.is_empty();
    if !is_left {
        places.remove(at);
    }
    is_left
}

fn raised(places: &mut Places, at: usize, node: &NodeId) {
    let was_tied = taken(places, at, node);
    places.insert(if was_tied { at } else { at.saturating_sub(1) }, vec![node.clone()]);
}

fn lowered(places: &mut Places, at: usize, node: &NodeId) {
    taken(places, at, node);
    // Where it was alone the next place has come to stand in its own.
    places.insert((at + 1).min(places.len()), vec![node.clone()]);
}

fn tied(places: &mut Places, at: usize, node: &NodeId) {
    if taken(places, at, node) {
        places.insert(at + 1, vec![node.clone()]);
    } else if let Some(above) = at.checked_sub(1).and_then(|above| places.get_mut(above)) {
        above.push(node.clone());
    } else {
        places.insert(at, vec![node.clone()]);
    }
}

/// Every pair of every list, as the record has it, equal where it has none.
fn pairs(tree: &Tree, before: &Elicitation) -> Vec<(NodeId, NodeId, f64)> {
    let known = |a: &NodeId, b: &NodeId| {
        let Elicitation::Pairwise(pairs) = before else { return None };
        pairs.iter().find_map(|(x, y, ratio)| match () {
            () if x == a && y == b => Some(*ratio),
            () if x == b && y == a => Some(1.0 / ratio),
            () => None,
        })
    };
    let of = |list: &Siblings| -> Vec<(NodeId, NodeId, f64)> {
        let ids = ids(tree, list);
        let later = |at: usize| ids.iter().skip(at + 1).map(|id| (*id).clone());
        let all = ids.iter().enumerate();
        let pair = |(at, a): (usize, &&NodeId)| -> Vec<_> {
            let a = (*a).clone();
            later(at).map(|b| (a.clone(), b.clone(), known(&a, &b).unwrap_or(1.0))).collect()
        };
        all.flat_map(pair).collect()
    };
    tree.lists().iter().flat_map(of).collect()
}

fn paired(
    mut pairs: Vec<(NodeId, NodeId, f64)>,
    a: &NodeId,
    b: &NodeId,
    ratio: f64,
) -> Option<Elicitation> {
    let ratio = ratio.clamp(1.0 / MOST, MOST);
    let (_, _, known) = pairs.iter_mut().find(|(x, y, _)| x == a && y == b)?;
    *known = ratio;
    Some(Elicitation::Pairwise(pairs))
}

/// The first of a list as its best, the last as its worst, in the order that the record has.
fn begun(tree: &Tree, before: &Elicitation, group: Option<&NodeId>) -> Option<Elicitation> {
    let is_asked = |list: &&Siblings| match (group, list.parent) {
        (None, _) => list.members.len() > 1,
        (Some(group), Some(parent)) => {
            tree.groups.get(parent).is_some_and(|parent| parent.id == *group)
        }
        (Some(_), None) => false,
    };
    let list = tree.lists().iter().find(is_asked)?;
    let all: Vec<NodeId> = order(tree, list, before).concat();
    let (best, worst) = (all.first()?.clone(), all.last()?.clone());
    if best == worst {
        return None;
    }
    let ones = |but: &NodeId| -> Vec<(NodeId, f64)> {
        all.iter().filter(|id| *id != but).map(|id| (id.clone(), 1.0)).collect()
    };
    let record = BestWorst { best_over: ones(&best), over_worst: ones(&worst), best, worst };
    Some(Elicitation::BestWorst(record))
}

/// The record after another best or worst, or another number.
fn compared(mut record: BestWorst, step: &Step) -> Option<BestWorst> {
    let set = |list: &mut Vec<(NodeId, f64)>, id: &NodeId, number: f64| {
        let found = list.iter_mut().find(|(known, _)| known == id)?;
        found.1 = number.clamp(1.0, MOST);
        Some(())
    };
    match step {
        Step::Best(node) => {
            if *node == record.worst {
                record.worst = record.best.clone();
            }
            record.best = node.clone();
        }
        Step::Worst(node) => {
            if *node == record.best {
                record.best = record.worst.clone();
            }
            record.worst = node.clone();
        }
        Step::BestOver(node, number) => {
            set(&mut record.best_over, node, *number)?;
            if *node == record.worst {
                set(&mut record.over_worst, &record.best.clone(), *number)?;
            }
        }
        Step::OverWorst(node, number) => {
            set(&mut record.over_worst, node, *number)?;
            if *node == record.best {
                set(&mut record.best_over, &record.worst.clone(), *number)?;
            }
        }
        _ => return None,
    }
    Some(whole(record))
}

/// Both lists name everything but the best and the worst themselves, and agree on how far these are
/// apart.
fn whole(record: BestWorst) -> BestWorst {
    let BestWorst { best, worst, best_over, over_worst } = record;
    let mut all: Vec<NodeId> = Vec::new();
    for (id, _) in best_over.iter().chain(&over_worst) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    for id in [&best, &worst] {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    let number = |list: &[(NodeId, f64)], id: &NodeId| {
        list.iter().find(|(known, _)| known == id).map(|(_, number)| *number)
    };
    let apart = number(&best_over, &worst).or_else(|| number(&over_worst, &best)).unwrap_or(1.0);
    let filled = |list: &[(NodeId, f64)], but: &NodeId, other: &NodeId| -> Vec<(NodeId, f64)> {
        let rest = all.iter().filter(|id| *id != but);
        let of = |id: &NodeId| if id == other { apart } else { number(list, id).unwrap_or(1.0) };
        rest.map(|id| (id.clone(), of(id))).collect()
    };
    BestWorst {
        best_over: filled(&best_over, &best, &worst),
        over_worst: filled(&over_worst, &worst, &best),
        best,
        worst,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Criterion, Hue};
    use indexmap::IndexMap;

    fn node(name: &str) -> NodeId {
        NodeId::new(name).unwrap()
    }

    fn scenario() -> Scenario {
        let mut scenario = Scenario::new("s");
        scenario.criteria =
            ["a", "b", "c", "d"].map(|id| Criterion::new(node(id), id, Hue::nth(0))).to_vec();
        scenario
    }

    fn after(before: &Elicitation, step: &Step) -> Elicitation {
        stepped(&scenario(), before, step).unwrap()
    }

    /// Places by their letters, those that share one together: `a bc d`.
    fn told(elicitation: &Elicitation) -> String {
        let Elicitation::Ranking(_, places) = elicitation else { panic!("{elicitation:?}") };
        let place = |place: &Vec<NodeId>| place.iter().map(NodeId::as_str).collect::<String>();
        places.iter().map(place).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_order_begins_as_the_weights_have_it() {
        let weights = [("a", 10.0), ("b", 30.0), ("c", 30.0)];
        let weights: IndexMap<NodeId, f64> =
            weights.into_iter().map(|(id, weight)| (node(id), weight)).collect();
        let order = after(&Elicitation::Direct(weights), &Step::Order(RankWeights::RankSum));
        assert_eq!(told(&order), "bc a d");
        assert!(matches!(order, Elicitation::Ranking(RankWeights::RankSum, _)));
        let plain = after(&Elicitation::default(), &Step::Order(RankWeights::RankSum));
        assert_eq!(told(&plain), "a b c d");
    }

    #[test]
    fn a_node_is_raised_lowered_and_tied_one_place_at_a_time() {
        let order = after(&Elicitation::default(), &Step::Order(RankWeights::RankOrderCentroid));
        let raised = after(&order, &Step::Raise(node("c")));
        assert_eq!(told(&raised), "a c b d");
        let tied = after(&raised, &Step::Tie(node("b")));
        assert_eq!(told(&tied), "a cb d");
        assert_eq!(told(&after(&tied, &Step::Tie(node("c")))), "a b c d");
        assert_eq!(told(&after(&tied, &Step::Raise(node("b")))), "a b c d");
        assert_eq!(told(&after(&tied, &Step::Lower(node("c")))), "a b c d");
        assert_eq!(told(&after(&order, &Step::Lower(node("d")))), "a b c d");
        assert_eq!(told(&after(&order, &Step::Raise(node("a")))), "a b c d");
        assert_eq!(told(&after(&order, &Step::Tie(node("a")))), "a b c d");
        assert_eq!(stepped(&scenario(), &order, &Step::Raise(node("gone"))), None);
    }

    #[test]
    fn pairs_are_all_there_and_one_is_set_within_its_limits() {
        let begun = after(&Elicitation::default(), &Step::Pairs);
        let Elicitation::Pairwise(pairs) = &begun else { panic!() };
        assert_eq!((pairs.len(), pairs.iter().all(|(_, _, ratio)| *ratio == 1.0)), (6, true));
        let set = after(&begun, &Step::Pair(node("a"), node("c"), 99.0));
        let Elicitation::Pairwise(pairs) = &set else { panic!() };
        assert_eq!(pairs[1], (node("a"), node("c"), 9.0));
        assert_eq!(stepped(&scenario(), &set, &Step::Pair(node("c"), node("a"), 2.0)), None);
    }

    #[test]
    fn the_best_over_the_worst_is_one_number_in_both_lists() {
        let begun = after(&Elicitation::default(), &Step::BestWorst(None));
        let record = |elicitation: &Elicitation| match elicitation {
            Elicitation::BestWorst(record) => record.clone(),
            other => panic!("{other:?}"),
        };
        let first = record(&begun);
        assert_eq!((first.best.as_str(), first.worst.as_str()), ("a", "d"));
        let apart = after(&begun, &Step::BestOver(node("d"), 7.0));
        let told = record(&apart);
        let of = |list: &[(NodeId, f64)], id: &str| {
            list.iter().find(|(known, _)| known.as_str() == id).map(|(_, number)| *number)
        };
        assert_eq!((of(&told.best_over, "d"), of(&told.over_worst, "a")), (Some(7.0), Some(7.0)));
        let swapped = record(&after(&apart, &Step::Best(node("d"))));
        assert_eq!((swapped.best.as_str(), swapped.worst.as_str()), ("d", "a"));
        assert_eq!(swapped.best_over.len() + swapped.over_worst.len(), 6);
        assert_eq!(of(&swapped.best_over, "d"), None);
        assert_eq!(of(&swapped.best_over, "a"), of(&swapped.over_worst, "d"));
    }
}
