//! A share being given: a criterion's bar dragged to another height, its siblings giving way in
//! proportion.

use indexmap::IndexMap;

use crate::analysis::Problem;
use crate::elicitation::judge::{given, in_the_same_way, renewed};
use crate::elicitation::shares::shares_of;
use crate::elicitation::{Shares, direct, shares, swing};
use crate::model::{
    Elicitation, Judgement, Member, NodeId, OpenTeam, Scenario, Siblings, Timestamp, Tree,
};

/// The points of the heaviest sibling under swing weighting.
const MOST_POINTS: f64 = 100.0;

/// The judgement after a node's share of the whole becomes `share` (0..1), as near as its siblings
/// allow. Those held keep theirs; the others keep their proportions to one another, equal ones
/// where all were nothing; other lists of siblings keep their shares. Siblings that nothing was
/// given to yet stay so, unless none of their list counts for anything: then all are given what
/// they stand at, alike. None where the node is held or its swing is worth nothing, where it has
/// nobody to take from or give to, or where the team judges by comparisons.
pub fn with_share(
    scenario: &Scenario,
    problem: &Problem,
    team: OpenTeam,
    (node, share): (&NodeId, f64),
    is_held: impl Fn(&NodeId) -> bool,
    now: Option<Timestamp>,
) -> Option<Judgement> {
    let before = team.judgement();
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let list = tree.list_of(node)?;
    let mut judged = begun(given(before)?, &tree, list);
    let mut weighed = Judgement {
        elicitation: in_the_same_way(before, judged.clone()),
        ..renewed(scenario, problem, before, node, now)
    };
    let shares = shares_of(scenario, problem, team.id(), &weighed);
    let whole = list.parent.map_or(1.0, |parent| shares.groups.get(parent).copied().unwrap_or(0.0));
    let place = list.members.iter().position(|member| tree.id(*member) == Some(node))?;
    let local = local_shares(&shares, list);
    let swings =
        Swings { tree: &tree, criteria: swing::value_differences(scenario, problem, &weighed) };
    let is_swing = matches!(before.elicitation, Elicitation::Swing(_));
    let is_asked = |id: &NodeId| id == node || judged.contains_key(id);
    let is_fixed = |member: &Member| {
        tree.id(*member).is_some_and(|id| is_held(id) || !is_asked(id))
            || is_swing && swings.of(&weighed, *member) <= 0.0
    };
    let held: Vec<bool> = list.members.iter().map(is_fixed).collect();
    let local = redistributed(&local, &held, place, share / whole)?;
    let groups = swings.of_groups(&weighed);
    let weights = if is_swing {
        points(
            &local,
            &list.members.iter().map(|member| swings.of(&weighed, *member)).collect::<Vec<_>>(),
        )
    } else {
        let sum: f64 = list.members.iter().filter_map(|member| judged.get(tree.id(*member)?)).sum();
        local.iter().map(|share| share * sum).collect()
    };
    let ids = list.members.iter().filter_map(|member| tree.id(*member));
    let next: Vec<(&NodeId, f64)> = ids.zip(weights).filter(|(id, _)| is_asked(id)).collect();
    judged.extend(next.into_iter().map(|(id, weight)| (id.clone(), weight)));
    weighed.elicitation = in_the_same_way(before, judged);
    if is_swing {
        keep_groups(&mut weighed, &swings, &groups, list.parent)?;
    }
    Some(weighed)
}

/// What is given, with the same for each of a list's siblings where none of them counts for
/// anything.
fn begun(mut given: IndexMap<NodeId, f64>, tree: &Tree, list: &Siblings) -> IndexMap<NodeId, f64> {
    let ids = || list.members.iter().filter_map(|member| tree.id(*member));
    if !ids().any(|id| given.get(id).is_some_and(|weight| *weight > 0.0)) {
        let alike = MOST_POINTS / list.members.len() as f64;
        given.extend(ids().map(|id| (id.clone(), alike)));
    }
    given
}

/// Gives the held siblings of a node that was weighed anew so many points that their shares stay;
/// none of them while the team is still giving that list its first ones. None where they hold
/// everything.
pub fn holding(
    scenario: &Scenario,
    problem: &Problem,
    before: OpenTeam,
    after: Judgement,
    node: &NodeId,
    is_held: impl Fn(&NodeId) -> bool,
) -> Option<Judgement> {
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let list = tree.list_of(node)?;
    let ids: Vec<&NodeId> = list.members.iter().filter_map(|member| tree.id(*member)).collect();
    let is_kept = |id: &NodeId| id != node && is_held(id);
    let is_whole = ids.iter().all(|id| before.judgement().weight_of(id).is_some());
    if !is_whole || !ids.iter().any(|id| is_kept(id)) {
        return Some(after);
    }
    let swings =
        Swings { tree: &tree, criteria: swing::value_differences(scenario, problem, &after) };
    // Where shares are points by the length of a swing, so many points make one of weight.
    let is_swing = matches!(after.elicitation, Elicitation::Swing(_));
    let worth: Vec<f64> = list
        .members
        .iter()
        .map(|member| if is_swing { swings.of(&after, *member) } else { 1.0 })
        .collect();
    let old = local_shares(&shares(scenario, problem, before), list);
    let held: f64 =
        ids.iter().zip(&old).filter(|(id, _)| is_kept(id)).map(|(_, share)| share).sum();
    let weight = |id: &NodeId| after.weight_of(id).unwrap_or(0.0);
    let free: f64 = ids
        .iter()
        .zip(&worth)
        .filter(|(id, worth)| !is_kept(id) && **worth > 0.0)
        .map(|(id, worth)| weight(id) / worth)
        .sum();
    if held >= 1.0 || free <= 0.0 {
        return None;
    }
    let mut judged = given(&after)?;
    for ((id, share), worth) in
        ids.iter().zip(&old).zip(&worth).filter(|((id, _), worth)| is_kept(id) && **worth > 0.0)
    {
        judged.insert((*id).clone(), share / (1.0 - held) * free * worth);
    }
    Some(Judgement { elicitation: in_the_same_way(before.judgement(), judged), ..after })
}

/// The shares of siblings among themselves.
fn local_shares(shares: &Shares, list: &Siblings) -> Vec<f64> {
    let whole = list.parent.map_or(1.0, |parent| shares.groups.get(parent).copied().unwrap_or(0.0));
    let of = |member: &Member| match member {
        Member::Group(index) => shares.groups.get(*index).copied().unwrap_or(0.0),
        Member::Criterion(index) => shares.criteria.get(*index).copied().unwrap_or(0.0),
    };
    list.members.iter().map(|member| of(member) / whole).collect()
}

/// Gives the groups above a changed list as many points more or less as their swing is worth more
/// or less now, so that their shares stay. None where one's swing would be turned around.
fn keep_groups(
    judgement: &mut Judgement,
    swings: &Swings,
    before: &[f64],
    from: Option<usize>,
) -> Option<()> {
    let mut next = from;
    while let Some(group) = next {
        let now = swings.of(judgement, Member::Group(group));
        let then = before.get(group).copied().unwrap_or(0.0);
        let id = swings.tree.id(Member::Group(group)).cloned();
        if let (Elicitation::Swing(points), Some(id)) = (&mut judgement.elicitation, id)
            && then > 0.0
        {
            // A swing that is turned around has no points that would keep its share.
            if now <= 0.0 {
                return None;
            }
            points
                .iter_mut()
                .filter(|(node, _)| *node == id)
                .for_each(|(_, points)| *points *= now / then);
        }
        let parent = swings.tree.groups.get(group).and_then(|group| group.group.as_ref());
        next = parent
            .and_then(|parent| swings.tree.groups.iter().position(|group| group.id == *parent));
    }
    Some(())
}

/// Local shares after that at `place` becomes `share`, cut to what the unheld others leave; none
/// where nothing can move.
fn redistributed(local: &[f64], held: &[bool], place: usize, share: f64) -> Option<Vec<f64>> {
    let is_free = |index: usize| index != place && held.get(index) == Some(&false);
    let free: Vec<usize> = (0..local.len()).filter(|index| is_free(*index)).collect();
    if held.get(place) != Some(&false) || free.is_empty() || !share.is_finite() {
        return None;
    }
    let fixed: f64 = local
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != place && !is_free(*index))
        .map(|(_, share)| share)
        .sum();
    let share = share.clamp(0.0, (1.0 - fixed).max(0.0));
    let rest = (1.0 - fixed - share).max(0.0);
    let before: f64 = free.iter().filter_map(|index| local.get(*index)).sum();
    let moved = |(index, local): (usize, &f64)| match () {
        () if index == place => share,
        () if !is_free(index) => *local,
        () if before > 0.0 => local * rest / before,
        () => rest / free.len() as f64,
    };
    let next: Vec<f64> = local.iter().enumerate().map(moved).collect();
    next.iter().any(|share| *share > 0.0).then_some(next)
}

/// What swings are worth: a criterion's Δv, a group's as its shares make it of its criteria's.
struct Swings<'a> {
    tree: &'a Tree<'a>,
    criteria: Vec<f64>,
}

impl Swings<'_> {
    fn of_groups(&self, judgement: &Judgement) -> Vec<f64> {
        (0..self.tree.groups.len()).map(|group| self.of(judgement, Member::Group(group))).collect()
    }

    fn of(&self, judgement: &Judgement, member: Member) -> f64 {
        let group = match member {
            Member::Criterion(index) => return self.criteria.get(index).copied().unwrap_or(0.0),
            Member::Group(group) => group,
        };
        let Some(list) = self.tree.lists().iter().find(|list| list.parent == Some(group)) else {
            return 0.0;
        };
        let below: Vec<f64> =
            list.members.iter().map(|member| self.of(judgement, *member)).collect();
        let given = |member: &Member| judgement.weight_of(self.tree.id(*member)?);
        let given: Vec<Option<f64>> = list.members.iter().map(given).collect();
        let local = direct::normalised(&swing::weights(&given, &below))
            .unwrap_or_else(|| direct::equal(below.len()));
        local.iter().zip(&below).map(|(share, below)| share * below).sum()
    }
}

/// Swing points that give these local shares, the largest 100; a sibling whose swing is worth
/// nothing gets none.
fn points(local: &[f64], differences: &[f64]) -> Vec<f64> {
    let points: Vec<f64> = local
        .iter()
        .zip(differences)
        .map(|(share, difference)| share * difference.max(0.0))
        .collect();
    let largest = points.iter().copied().fold(0.0, f64::max);
    if largest > 0.0 {
        points.iter().map(|points| points / largest * MOST_POINTS).collect()
    } else {
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unheld_siblings_keep_their_proportions_and_held_ones_their_shares() {
        let open = [false; 3];
        assert_eq!(redistributed(&[0.5, 0.25, 0.25], &open, 0, 0.2).unwrap(), [0.2, 0.4, 0.4]);
        let next = redistributed(&[0.5, 0.3, 0.2], &[false, true, false], 0, 0.6).unwrap();
        assert!(next.iter().zip([0.6, 0.3, 0.1]).all(|(a, b)| (a - b).abs() < 1e-12), "{next:?}");
        assert_eq!(redistributed(&[0.5, 0.3, 0.2], &[false, true, false], 0, 5.0).unwrap()[2], 0.0);
    }

    #[test]
    fn what_was_nothing_takes_equal_parts_and_what_cannot_move_does_not() {
        assert_eq!(
            redistributed(&[1.0, 0.0, 0.0], &[false; 3], 0, 0.5).unwrap(),
            [0.5, 0.25, 0.25]
        );
        assert_eq!(redistributed(&[1.0], &[false], 0, 0.5), None);
        assert_eq!(redistributed(&[0.5, 0.5], &[true, false], 0, 0.7), None);
        assert_eq!(redistributed(&[0.5, 0.5], &[false, true], 0, 0.7), None);
        assert_eq!(redistributed(&[0.5, 0.5], &[false; 2], 0, f64::NAN), None);
    }

    #[test]
    fn points_speak_of_swings() {
        assert_eq!(points(&[0.5, 0.5], &[1.0, 0.25]), [100.0, 25.0]);
        assert_eq!(points(&[0.5, 0.5], &[0.0, -1.0]), [0.0, 0.0]);
    }
}
