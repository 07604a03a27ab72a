//! Where two sides' shares meet: what one of them weighs once it has taken a share of the other's
//! over, those that agree held.

use std::sync::Arc;

use super::comparison::is_another;
use super::half::Half;
use super::{Evaluation, Weighting};
use crate::model::NodeId;

/// What is left over or missing beside held shares counts as nothing up to here.
const NOTHING: f64 = 1e-9;

/// A side's shares, and where each is to end.
pub(super) struct Meeting {
    own: Vec<f64>,
    /// The share at which both sides agree; none where the other side lacks the criterion.
    aims: Vec<Option<f64>>,
    /// Whether both sides agree already.
    agrees: Vec<bool>,
}

impl Meeting {
    /// Of the left side's criteria, in document order; none where a side is withheld.
    pub(super) fn new(left: Half, right: Half) -> Option<Self> {
        let (own, other) = (left.evaluation()?, right.evaluation()?);
        let aim = aim_of(left, right, &other);
        let there: std::collections::HashMap<&NodeId, usize> =
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
        Some(Self { own, aims, agrees })
    }

    /// The share that the side takes over.
    pub(super) fn aim(&self, criterion: usize) -> Option<f64> {
        self.aims.get(criterion).copied().flatten()
    }

    /// Which criteria's shares both sides agree on.
    pub(super) fn agreed(&self) -> &[bool] {
        &self.agrees
    }

    /// The side's shares with that of one more criterion taken over. None where the others can't
    /// make room for it, or fill what it leaves.
    pub(super) fn taking(&self, criterion: usize) -> Option<Vec<f64>> {
        let mut held = self.agrees.clone();
        *held.get_mut(criterion)? = true;
        self.holding(&held)
    }

    /// The side's shares with those held where both meet, the others in proportion, equal ones
    /// where they were nothing.
    pub(super) fn holding(&self, held: &[bool]) -> Option<Vec<f64>> {
        let fixed = |(place, held): (usize, &bool)| if *held { self.aim(place) } else { None };
        let fixed: Vec<Option<f64>> = held.iter().enumerate().map(fixed).collect();
        let sum: f64 = fixed.iter().flatten().sum();
        let free = || self.own.iter().zip(&fixed).filter(|(_, fixed)| fixed.is_none());
        let (rest, count) = (1.0 - sum, free().count());
        if rest < -NOTHING || count == 0 && rest > NOTHING {
            return None;
        }
        let rest = rest.max(0.0);
        let before: f64 = free().map(|(own, _)| own).sum();
        let next = |(own, fixed): (&f64, &Option<f64>)| match fixed {
            Some(fixed) => *fixed,
            None if before > 0.0 => own / before * rest,
            None => rest / count as f64,
        };
        let next: Vec<f64> = self.own.iter().zip(&fixed).map(next).collect();
        let whole: f64 = next.iter().sum();
        Some(next.into_iter().map(|share| share / whole).collect())
    }
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
        Meeting { own: own.to_vec(), aims: other.iter().map(|aim| Some(*aim)).collect(), agrees }
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
}
