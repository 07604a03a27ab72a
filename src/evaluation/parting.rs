//! What two views of a decision part over: the two options between which they part, and what each
//! criterion has in it.

use std::collections::HashMap;

use super::half::Half;
use super::{Evaluation, Evaluations};
use crate::analysis::Part;
use crate::model::{NodeId, OptionId, Scenario};

/// How two views part over two options: the left one's first, and the right one's, or where that is
/// the same the best of the others by the sum of both totals.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// The option whose lead is looked at, and that over which it leads.
    pub options: [OptionId; 2],
    /// How far the first is ahead of the second in either view, in parts of a total; below 0 where
    /// it is behind.
    pub leads: [f64; 2],
    /// The difference of the leads.
    pub gap: f64,
    /// What each criterion of either has in the difference of the leads; they add up to it. The
    /// largest first, then in document order.
    pub parts: Vec<(NodeId, Part)>,
}

/// How two views part; none where there are no two options that both rank.
pub fn parting(left: Half, right: Half) -> Option<Parting> {
    let (a, b) = (left.evaluation()?, right.evaluation()?);
    let sides = [Seen::new(left.evaluations, &a), Seen::new(right.evaluations, &b)];
    let both = sides[0].ranked_in(&sides[1]);
    let first = |side: &Seen| {
        let mut best: Option<(&OptionId, usize)> = None;
        for id in &both {
            let rank = side.rank(id)?;
            if best.is_none_or(|(_, known)| rank < known) {
                best = Some((*id, rank));
            }
        }
        best.map(|(id, _)| id)
    };
    let (x, theirs) = (first(&sides[0])?, first(&sides[1])?);
    let y = if x == theirs { next_best(&sides, &both, x)? } else { theirs };
    let lead = |side: &Seen| Some(side.total(x)? - side.total(y)?);
    let mut parts: Vec<(NodeId, Part)> = criteria(left.scenario(), right.scenario())
        .map(|id| (id.clone(), part(&sides, id, [x, y])))
        .collect();
    parts.sort_by(|(_, a), (_, b)| b.sum.abs().total_cmp(&a.sum.abs()));
    let leads = [lead(&sides[0])?, lead(&sides[1])?];
    Some(Parting { options: [x.clone(), y.clone()], leads, gap: leads[0] - leads[1], parts })
}

/// The criteria of either document, the left one's order first.
fn criteria<'a>(left: &'a Scenario, right: &'a Scenario) -> impl Iterator<Item = &'a NodeId> {
    let only = right.criteria.iter().filter(|it| left.criterion(&it.id).is_none());
    left.criteria.iter().chain(only).map(|criterion| &criterion.id)
}

fn next_best<'a>(
    sides: &[Seen; 2],
    both: &[&'a OptionId],
    first: &OptionId,
) -> Option<&'a OptionId> {
    let mut best: Option<(&OptionId, f64)> = None;
    for id in both.iter().filter(|id| **id != first) {
        let sum = sides[0].total(id)? + sides[1].total(id)?;
        if best.is_none_or(|(_, known)| sum > known + crate::analysis::TIE) {
            best = Some((*id, sum));
        }
    }
    best.map(|(id, _)| id)
}

/// What a criterion has in it. One that a side lacks weighs nothing there, so that its lead in
/// value is taken for the other's: all of it is weights.
fn part(sides: &[Seen; 2], criterion: &NodeId, [x, y]: [&OptionId; 2]) -> Part {
    let found = [0, 1].map(|side| sides[side].lead(criterion, [x, y]));
    let lead = |side: usize| found[side].or(found[1 - side]).map_or(0.0, |(_, lead)| lead);
    let share = |side: usize| found[side].map_or(0.0, |(share, _)| share);
    Part::new([share(0), share(1)], [lead(0), lead(1)])
}

/// A side's results by id.
struct Seen<'a> {
    evaluation: &'a Evaluation,
    scenario: &'a Scenario,
    options: HashMap<&'a OptionId, usize>,
    criteria: HashMap<&'a NodeId, usize>,
    /// Rank and total by option, of those that are ranked.
    ranked: HashMap<usize, (usize, f64)>,
}

impl<'a> Seen<'a> {
    fn new(evaluations: &'a Evaluations, evaluation: &'a Evaluation) -> Self {
        let scenario = &**evaluations.scenario();
        let options = scenario.options.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
        let criteria = scenario.criteria.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
        let ranked = evaluation.ranking.ranked.iter();
        let ranked = ranked.map(|it| (it.option, (it.rank, it.total))).collect();
        Self { evaluation, scenario, options, criteria, ranked }
    }

    /// The options that both rank, in this side's document order.
    fn ranked_in(&self, other: &Seen) -> Vec<&'a OptionId> {
        let options = self.scenario.options.iter().map(|option| &option.id);
        options.filter(|id| self.rank(id).is_some() && other.rank(id).is_some()).collect()
    }

    fn rank(&self, option: &OptionId) -> Option<usize> {
        Some(self.ranked.get(self.options.get(option)?)?.0)
    }

    fn total(&self, option: &OptionId) -> Option<f64> {
        Some(self.ranked.get(self.options.get(option)?)?.1)
    }

    /// A criterion's share, and how far one option's value is ahead of another's.
    fn lead(&self, criterion: &NodeId, [x, y]: [&OptionId; 2]) -> Option<(f64, f64)> {
        let place = *self.criteria.get(criterion)?;
        let value = |option: &OptionId| {
            let option = *self.options.get(option)?;
            Some(self.evaluation.problem.cell(option, place)?.value)
        };
        let share = self.evaluation.shares.criteria.get(place).copied()?;
        Some((share, value(x)? - value(y)?))
    }
}
