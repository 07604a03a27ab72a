//! Where two sides' shares meet: what one of them weighs once it has taken a share of the other's
//! over, those that agree held.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::comparison::is_another;
use super::half::Half;
use super::{Evaluation, Weighting};
use crate::model::{NodeId, Scenario};

/// What is left over or missing beside held shares counts as nothing up to here.
const NOTHING: f64 = 1e-9;

/// A side's shares, and where each is to end.
pub(super) struct Meeting {
    own: Vec<f64>,
    /// The share at which both sides agree; none where the other side lacks the criterion.
    aims: Vec<Option<f64>>,
    /// Whether both sides agree already.
    agrees: Vec<bool>,
    locks: Locked,
}

/// What the side's locks hold, one each for its criteria.
struct Locked {
    /// Whether the criterion's own share is held.
    shares: Vec<bool>,
    /// The innermost group whose share is held that the criterion lies in. What lies in the same
    /// one, or in none, shares what these have together.
    groups: Vec<Option<NodeId>>,
}

impl Locked {
    fn new(scenario: &Scenario, held: &BTreeSet<NodeId>) -> Self {
        let parents: HashMap<&NodeId, Option<&NodeId>> =
            scenario.groups.iter().map(|group| (&group.id, group.group.as_ref())).collect();
        let innermost = |group: Option<&NodeId>| {
            let above = |group: &NodeId| parents.get(group).copied().flatten().cloned();
            std::iter::successors(group.cloned(), above).find(|group| held.contains(group))
        };
        let criteria = || scenario.criteria.iter();
        Self {
            shares: criteria().map(|criterion| held.contains(&criterion.id)).collect(),
            groups: criteria().map(|criterion| innermost(criterion.group.as_ref())).collect(),
        }
    }
}

impl Meeting {
    /// Of the left side's criteria, in document order, with what that side holds of its criteria
    /// tree; none where a side is withheld.
    pub(super) fn new(left: Half, right: Half, held: &BTreeSet<NodeId>) -> Option<Self> {
        let (own, other) = (left.evaluation()?, right.evaluation()?);
        let aim = aim_of(left, right, &other);
        let there: HashMap<&NodeId, usize> =
            right.scenario().criteria.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
        let places: Vec<Option<usize>> = left
            .scenario()
            .criteria
            .iter()
            .map(|criterion| there.get(&criterion.id).copied())
            .collect();
        let of = |shares: &[f64], place: &Option<usize>| shares.get((*place)?).copied();
        let own = own.shares.criteria.clone();
        let agrees = own.iter().zip(&places).map(|(own, place)| {
            of(&other.shares.criteria, place).is_some_and(|other| !is_another([*own, other]))
        });
        let agrees = agrees.collect();
        let aims = places.iter().map(|place| of(&aim, place)).collect();
        Some(Self { own, aims, agrees, locks: Locked::new(left.scenario(), held) })
    }

    /// The share that the side takes over.
    pub(super) fn aim(&self, criterion: usize) -> Option<f64> {
        self.aims.get(criterion).copied().flatten()
    }

    /// Which criteria's shares both sides agree on.
    pub(super) fn agreed(&self) -> &[bool] {
        &self.agrees
    }

    /// The side's shares with that of one more criterion taken over, whether or not it is locked:
    /// a lock holds against others. None where the others can't make room for it, or fill what it
    /// leaves.
    pub(super) fn taking(&self, criterion: usize) -> Option<Vec<f64>> {
        let mut held = self.agrees.clone();
        *held.get_mut(criterion)? = true;
        self.holding(&held)
    }

    /// The side's shares with those held where both meet and locked ones as they are, the others in
    /// proportion, equal ones where they were nothing. A locked group keeps its share: its criteria
    /// make room for one another.
    pub(super) fn holding(&self, held: &[bool]) -> Option<Vec<f64>> {
        let own = |place: usize| self.own.get(place).copied();
        let locked = |place: usize| self.locks.shares.get(place).is_some_and(|locked| *locked);
        let fixed = |(place, held): (usize, &bool)| match () {
            () if *held && self.aim(place).is_some() => self.aim(place),
            () if locked(place) => own(place),
            () => None,
        };
        let fixed: Vec<Option<f64>> = held.iter().enumerate().map(fixed).collect();
        let mut next = vec![0.0; self.own.len()];
        for group in self.locks.groups.iter().collect::<BTreeSet<_>>() {
            let places = self.locks.groups.iter().enumerate().filter(|(_, other)| *other == group);
            let places: Vec<usize> = places.map(|(place, _)| place).collect();
            let room = places
                .iter()
                .filter_map(|place| Some((*self.own.get(*place)?, *fixed.get(*place)?)));
            for (place, share) in places.iter().zip(shared_out(&room.collect::<Vec<_>>())?) {
                next.get_mut(*place).into_iter().for_each(|next| *next = share);
            }
        }
        let whole: f64 = next.iter().sum();
        Some(next.into_iter().map(|share| share / whole).collect())
    }
}

/// What some criteria have together shared out anew among them, given as the own share of each and
/// where that is to be: the others in proportion, equal ones where they were nothing. None where
/// they can't make room, or fill what is left.
fn shared_out(room: &[(f64, Option<f64>)]) -> Option<Vec<f64>> {
    let whole: f64 = room.iter().map(|(own, _)| own).sum();
    let sum: f64 = room.iter().filter_map(|(_, fixed)| *fixed).sum();
    let free = || room.iter().filter(|(_, fixed)| fixed.is_none());
    let (rest, count) = (whole - sum, free().count());
    if rest < -NOTHING || count == 0 && rest > NOTHING {
        return None;
    }
    let rest = rest.max(0.0);
    let before: f64 = free().map(|(own, _)| own).sum();
    let next = |(own, fixed): &(f64, Option<f64>)| match fixed {
        Some(fixed) => *fixed,
        None if before > 0.0 => own / before * rest,
        None => rest / count as f64,
    };
    Some(room.iter().map(next).collect())
}

/// The shares at which a side agrees with the other: the other's; where that is the mean in which
/// the side counts itself, the mean of the other teams, towards which both move.
fn aim_of(left: Half, right: Half, other: &Arc<Evaluation>) -> Vec<f64> {
    let shares = other.shares.criteria.clone();
    let is_same_document = Arc::ptr_eq(left.scenario(), right.scenario());
    let Some(team) =
        left.team().filter(|_| is_same_document && *right.weighting == Weighting::Mean)
    else {
        return shares;
    };
    let mut others = left.evaluations.weighed_teams();
    others.retain(|known| known.result().team.id != *team.id());
    if others.is_empty() {
        return shares;
    }
    let at = |place: usize| {
        let of = others.iter().filter_map(|other| other.shares().criteria.get(place));
        of.sum::<f64>() / others.len() as f64
    };
    (0..shares.len()).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(own: &[f64], other: &[f64]) -> Meeting {
        let agrees = own.iter().zip(other).map(|(a, b)| !is_another([*a, *b])).collect();
        let aims = other.iter().map(|aim| Some(*aim)).collect();
        let locks = Locked { shares: vec![false; own.len()], groups: vec![None; own.len()] };
        Meeting { own: own.to_vec(), aims, agrees, locks }
    }

    fn is_near(found: &[f64], expected: &[f64]) -> bool {
        found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    #[test]
    fn what_agrees_is_held_and_the_others_keep_their_proportions() {
        let meeting = meeting(&[0.1, 0.2, 0.3, 0.4], &[0.3, 0.2, 0.1, 0.4]);
        assert_eq!(meeting.agreed(), [false, true, false, true]);
        assert!(is_near(&meeting.taking(0).unwrap(), &[0.3, 0.2, 0.1, 0.4]));
    }

    #[test]
    fn shares_of_nothing_fill_the_rest_alike() {
        let found = meeting(&[1.0, 0.0, 0.0], &[0.4, 0.5, 0.1]).taking(0).unwrap();
        assert!(is_near(&found, &[0.4, 0.3, 0.3]), "{found:?}");
    }

    #[test]
    fn what_nobody_can_make_room_for_is_refused() {
        let mut other = meeting(&[0.5, 0.5], &[0.5, 0.3]);
        assert_eq!(other.taking(1), None, "the other side weighs something that isn't here");
        other.aims[1] = None;
        assert!(is_near(&other.taking(0).unwrap(), &[0.5, 0.5]));
    }

    #[test]
    fn what_is_locked_stays_and_gives_no_room() {
        let mut meeting = meeting(&[0.1, 0.2, 0.3, 0.4], &[0.3, 0.5, 0.1, 0.1]);
        meeting.locks.shares[3] = true;
        assert!(is_near(&meeting.taking(0).unwrap(), &[0.3, 0.12, 0.18, 0.4]));
        assert!(is_near(&meeting.taking(3).unwrap(), &[0.15, 0.3, 0.45, 0.1]), "its own lock");
        meeting.locks.shares[2] = true;
        assert_eq!(meeting.taking(1), None, "nobody has that much to give");
    }

    #[test]
    fn the_criteria_of_a_locked_group_make_room_for_one_another() {
        let mut meeting = meeting(&[0.1, 0.3, 0.2, 0.4], &[0.25, 0.35, 0.3, 0.1]);
        let group = NodeId::new("g");
        meeting.locks.groups = vec![group.clone(), group, None, None];
        assert!(is_near(&meeting.taking(0).unwrap(), &[0.25, 0.15, 0.2, 0.4]));
        assert!(is_near(&meeting.taking(2).unwrap(), &[0.1, 0.3, 0.3, 0.3]));
        meeting.aims[0] = Some(0.5);
        assert_eq!(meeting.taking(0), None, "more than the group has");
    }
}
