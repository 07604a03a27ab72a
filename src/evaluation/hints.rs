//! What a team may want to look at before its weights count: questions, none of which is a fault.

use super::{Evaluation, Weighting};
use crate::analysis::{Problem, TIE};
use crate::elicitation::{Shares, Weighed};
use crate::model::{FindingKind, Member, NodeId, Scenario, Siblings, Tree};

/// Shares this near to each other are nearly equal.
const NEAR: f64 = 0.015;
/// So many are told as nearly equal at least.
const FEWEST_EQUAL: usize = 3;
/// Two criteria order the options alike from this correlation of their values on.
const ALIKE: f64 = 0.9;
/// Fewer options than these are ordered alike by chance.
const FEWEST_OPTIONS: usize = 4;
/// Two criteria that weigh this much together weigh much.
const MUCH: f64 = 0.4;
/// A branch with half of all the weight is heavy.
const HEAVY: f64 = 0.5;
/// A branch is split into more criteria than its neighbours from so many times as many on.
const SPLIT: f64 = 2.0;
/// Weights that moved less than this from where they began, half the sum of all changes.
const HUGGING: f64 = 0.03;

/// A question about a team's weights.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Hint {
    /// The weight was given for another range than there is now.
    RangeChanged(NodeId),
    /// These siblings have nearly the same share.
    NearlyEqual(Vec<NodeId>),
    /// These two order the options alike, and weigh much together.
    ToldTwice([NodeId; 2]),
    /// The group weighs as much as it does perhaps because it is split into more criteria than the
    /// others.
    SplitIntoBranches(NodeId),
    /// The weights are almost those that the document had when it was opened.
    HuggingTheFirst,
}

/// The questions in the order of [`Hint`]; none under the mean, and of a team that isn't done.
/// `opened` is what the same weighting made of the document when it was opened.
pub fn hints(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    opened: Option<(&Scenario, &Evaluation)>,
) -> Vec<Hint> {
    let stale = evaluation.findings.iter().filter_map(|finding| match &finding.kind {
        FindingKind::Stale { criterion, .. } => Some(Hint::RangeChanged(criterion.clone())),
        _ => None,
    });
    let mut found: Vec<Hint> = match weighting {
        Weighting::Mean => return Vec::new(),
        Weighting::Team(_) => stale.collect(),
    };
    if evaluation.shares.weighed != Weighed::Done {
        return found;
    }
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let shares = &evaluation.shares;
    found.extend(tree.lists().iter().filter_map(|list| nearly_equal(&tree, list, shares)));
    found.extend(told_twice(scenario, &evaluation.problem, shares));
    found.extend(split(&tree, shares));
    let hugs = opened.filter(|(then, before)| hugs((then, before), (scenario, evaluation)));
    found.extend(hugs.map(|_| Hint::HuggingTheFirst));
    found
}

fn share(shares: &Shares, member: Member) -> f64 {
    let found = match member {
        Member::Group(index) => shares.groups.get(index),
        Member::Criterion(index) => shares.criteria.get(index),
    };
    found.copied().unwrap_or(0.0)
}

/// The largest number of a list's members whose shares lie close together without being all alike;
/// of several the heaviest.
fn nearly_equal(tree: &Tree, list: &Siblings, shares: &Shares) -> Option<Hint> {
    let mut falling: Vec<(Member, f64)> =
        list.members.iter().map(|member| (*member, share(shares, *member))).collect();
    falling.sort_by(|a, b| b.1.total_cmp(&a.1));
    let run = |first: usize| {
        let most = falling.get(first).map_or(0.0, |(_, share)| *share);
        let close = falling.iter().skip(first).take_while(|(_, share)| most - share <= NEAR);
        close.filter(|(_, share)| *share > 0.0).count()
    };
    let (first, count) = (0..falling.len())
        .map(|first| (first, run(first)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    if count < FEWEST_EQUAL {
        return None;
    }
    let close = falling.iter().skip(first).take(count);
    Some(Hint::NearlyEqual(close.filter_map(|(it, _)| tree.id(*it)).cloned().collect()))
}

/// The two criteria that weigh most together of those that order the options alike.
fn told_twice(scenario: &Scenario, problem: &Problem, shares: &Shares) -> Option<Hint> {
    let options: Vec<usize> = problem.complete().collect();
    if options.len() < FEWEST_OPTIONS {
        return None;
    }
    let value = |option: &usize, index: usize| problem.cell(*option, index).map(|cell| cell.value);
    let column = |index: usize| -> Vec<f64> {
        options.iter().filter_map(|option| value(option, index)).collect()
    };
    let columns: Vec<Vec<f64>> = (0..scenario.criteria.len()).map(column).collect();
    let weight = |index: usize| shares.criteria.get(index).copied().unwrap_or(0.0);
    let pairs = (0..columns.len()).flat_map(|a| (a + 1..columns.len()).map(move |b| (a, b)));
    let alike = pairs.filter(|(a, b)| {
        let both = columns.get(*a).zip(columns.get(*b));
        weight(*a) > TIE
            && weight(*b) > TIE
            && weight(*a) + weight(*b) >= MUCH
            && both.and_then(|(a, b)| correlation(a, b)).is_some_and(|found| found >= ALIKE)
    });
    let (a, b) = alike.reduce(|best, next| {
        let sum = |(a, b): (usize, usize)| weight(a) + weight(b);
        if sum(next) > sum(best) + TIE { next } else { best }
    })?;
    let id = |index: usize| scenario.criteria.get(index).map(|criterion| criterion.id.clone());
    Some(Hint::ToldTwice([id(a)?, id(b)?]))
}

/// Pearson's correlation; none where one of the two doesn't differ.
fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let count = a.len() as f64;
    let mean = |of: &[f64]| of.iter().sum::<f64>() / count;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        a.iter().zip(b).map(|(x, y)| of(x - mean_a, y - mean_b)).sum()
    };
    let spread = (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    (spread > TIE).then(|| sum(&|x, y| x * y) / spread)
}

/// A topmost group that is heavy and has many more criteria than its neighbours have on average.
fn split(tree: &Tree, shares: &Shares) -> Option<Hint> {
    let top = tree.lists().first().filter(|list| list.parent.is_none())?;
    let leaves = |member: &Member| leaves(tree, *member) as f64;
    let is_split = |member: &&Member| {
        let others = || top.members.iter().filter(|other| other != member);
        let count = others().count() as f64;
        let mean = others().map(leaves).sum::<f64>() / count.max(1.0);
        matches!(member, Member::Group(_))
            && count > 0.0
            && share(shares, **member) >= HEAVY
            && leaves(member) >= SPLIT * mean
    };
    top.members
        .iter()
        .find(is_split)
        .and_then(|member| tree.id(*member))
        .cloned()
        .map(Hint::SplitIntoBranches)
}

/// How many criteria hang from a node.
fn leaves(tree: &Tree, member: Member) -> usize {
    match member {
        Member::Criterion(_) => 1,
        Member::Group(index) => {
            let list = tree.lists().iter().find(|list| list.parent == Some(index));
            list.map_or(0, |list| list.members.iter().map(|child| leaves(tree, *child)).sum())
        }
    }
}

/// Whether weights of the same criteria moved, but hardly.
fn hugs(
    (then, opened): (&Scenario, &Evaluation),
    (scenario, now): (&Scenario, &Evaluation),
) -> bool {
    if opened.shares.weighed != Weighed::Done || then.criteria.len() != scenario.criteria.len() {
        return false;
    }
    let before = |id: &NodeId| {
        let at = then.criteria.iter().position(|criterion| criterion.id == *id)?;
        opened.shares.criteria.get(at).copied()
    };
    let ids = scenario.criteria.iter().map(|criterion| &criterion.id);
    let moves = ids.zip(&now.shares.criteria).map(|(id, now)| Some((now - before(id)?).abs()));
    let moved: Option<f64> = moves.sum();
    moved.is_some_and(|moved| moved / 2.0 > TIE && moved / 2.0 < HUGGING)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::evaluation::evaluate;
    use crate::model::{
        Alternative, Criterion, Elicitation, Group, Hue, Judged, Judgement, Letter, Mark, OptionId,
        Score, Team, TeamId,
    };

    fn node(name: &str) -> NodeId {
        NodeId::new(name).unwrap()
    }

    /// Criteria by their group (none: the top), weights of groups and criteria, and scores.
    fn scenario(
        criteria: &[(&str, Option<&str>)],
        weights: &[(&str, f64)],
        scores: &[&[f64]],
    ) -> Scenario {
        let mut scenario = Scenario::new("s");
        for (name, group) in criteria {
            let mut criterion = Criterion::new(node(name), name, Hue::nth(0));
            criterion.group = group.map(node);
            scenario.criteria.push(criterion);
            if let Some(group) = group
                && scenario.group(&node(group)).is_none()
            {
                let (short, note) = (String::new(), String::new());
                let name = (*group).to_owned();
                scenario.groups.push(Group { id: node(group), name, short, note, group: None });
            }
        }
        for (index, row) in scores.iter().enumerate() {
            let id = OptionId::new(&format!("o{index}")).unwrap();
            for ((criterion, _), score) in criteria.iter().zip(*row) {
                scenario.scores.set(id.clone(), node(criterion), Score::exact(*score));
            }
            let (short, note, letter) = (String::new(), String::new(), Letter::nth(index));
            let name = format!("O{index}");
            scenario.options.push(Alternative { id, name, short, note, letter });
        }
        let weights = weights.iter().map(|(id, weight)| (node(id), *weight)).collect();
        let judgement =
            Judgement { elicitation: Elicitation::Direct(weights), ..Judgement::default() };
        let team = Team::new(TeamId::new("t").unwrap(), "T", Mark::nth(0));
        scenario.teams.push(Arc::new(team.judging(Judged { judgement, ..Judged::default() })));
        scenario
    }

    fn found(scenario: &Scenario, opened: Option<&Scenario>) -> Vec<Hint> {
        let weighting = Weighting::Team(TeamId::new("t").unwrap());
        let [now, before] =
            [Some(scenario), opened].map(|it| it.map(|it| evaluate(it, &weighting).unwrap()));
        hints(scenario, &weighting, &now.unwrap(), opened.zip(before.as_ref()))
    }

    const FLAT: [(&str, Option<&str>); 4] = [("a", None), ("b", None), ("c", None), ("d", None)];

    #[test]
    fn three_shares_close_together_are_nearly_equal_and_two_are_not() {
        let close = scenario(&FLAT, &[("a", 50.0), ("b", 17.0), ("c", 16.5), ("d", 16.5)], &[]);
        assert_eq!(found(&close, None), [Hint::NearlyEqual(vec![node("b"), node("c"), node("d")])]);
        let apart = scenario(&FLAT, &[("a", 40.0), ("b", 40.0), ("c", 15.0), ("d", 5.0)], &[]);
        assert_eq!(found(&apart, None), []);
    }

    #[test]
    fn two_criteria_that_order_the_options_alike_and_weigh_much_are_told_twice() {
        let scores: [&[f64]; 4] = [
            &[1.0, 2.0, 9.0, 5.0],
            &[3.0, 4.0, 1.0, 5.0],
            &[6.0, 6.5, 5.0, 5.0],
            &[9.0, 9.0, 2.0, 5.0],
        ];
        let heavy = [("a", 40.0), ("b", 30.0), ("c", 20.0), ("d", 10.0)];
        let twice = Hint::ToldTwice([node("a"), node("b")]);
        assert_eq!(found(&scenario(&FLAT, &heavy, &scores), None), [twice]);
        let light = [("a", 10.0), ("b", 20.0), ("c", 40.0), ("d", 30.0)];
        assert_eq!(found(&scenario(&FLAT, &light, &scores), None), []);
        // Of three options any two orders may be alike.
        assert_eq!(found(&scenario(&FLAT, &heavy, &scores[..3]), None), []);
    }

    #[test]
    fn a_branch_of_many_criteria_that_is_heavy_may_be_so_because_it_is_split() {
        let tree = [("a", Some("g")), ("b", Some("g")), ("c", Some("g")), ("d", None)];
        let weights = |g: f64| [("g", g), ("a", 5.0), ("b", 3.0), ("c", 1.0), ("d", 100.0 - g)];
        let split = Hint::SplitIntoBranches(node("g"));
        assert_eq!(found(&scenario(&tree, &weights(60.0), &[]), None), [split]);
        assert_eq!(found(&scenario(&tree, &weights(40.0), &[]), None), []);
    }

    #[test]
    fn weights_that_hardly_moved_hug_where_they_began_and_unmoved_ones_do_not() {
        let of = |a: f64| scenario(&FLAT, &[("a", a), ("b", 30.0), ("c", 18.0), ("d", 5.0)], &[]);
        let before = of(47.0);
        assert_eq!(found(&of(49.0), Some(&before)), [Hint::HuggingTheFirst]);
        assert_eq!(found(&before, Some(&before)), []);
        assert_eq!(found(&of(80.0), Some(&before)), []);
        // Criteria that change places are the same ones.
        let mut moved = before.clone();
        moved.criteria.swap(0, 1);
        assert_eq!(found(&moved, Some(&before)), []);
        let other = scenario(
            &[("e", None), ("b", None), ("c", None), ("d", None)],
            &[("e", 49.0), ("b", 30.0), ("c", 18.0), ("d", 5.0)],
            &[],
        );
        assert_eq!(found(&other, Some(&before)), []);
    }
}
