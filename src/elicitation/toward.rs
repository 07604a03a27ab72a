//! All shares being given at once: the judgement that makes them.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::reading::judged;
use super::shares::shares_of;
use super::swing::{value_differences, weights};
use super::{Weighed, direct, scale_swings, weighed};
use crate::analysis::Problem;
use crate::model::{Elicitation, Judgement, Member, NodeId, OpenTeam, Scenario, Siblings, Tree};

/// Shares closer than this are as they were wished.
const SAME: f64 = 1e-12;
/// What the weights of a list add up to that had none, and the points of its heaviest.
const WHOLE: f64 = 100.0;

/// The judgement by which a team gives the criteria these shares of the whole, one each in document
/// order, that sum to one: in the team's own way of weights or points, where that can say them,
/// else by direct weights. Lists whose shares among themselves stay keep what was given; below a
/// share of nothing nothing changes; what a team at work hasn't given yet and isn't to have a share
/// stays open. None where no judgement makes these shares.
pub fn with_shares(
    scenario: &Scenario,
    problem: &Problem,
    team: OpenTeam,
    wished: &[f64],
) -> Option<Judgement> {
    let given = team.judgement();
    let ways = match given.elicitation {
        Elicitation::Swing(_) => [Way::Swing, Way::Direct],
        _ => [Way::Direct; 2],
    };
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    ways.into_iter().find_map(|way| {
        let mut judgement = noted(scenario, problem, given);
        let swings = match way {
            Way::Swing => value_differences(scenario, problem, &judgement),
            Way::Direct => vec![1.0; wished.len()],
        };
        let worth = Worth::new(&tree, wished, swings);
        let progress = weighed(&tree, &given.elicitation);
        let named = judged(&given.elicitation).into_keys().collect();
        let judged = Writing { tree: &tree, given, named, progress, way, worth }.judged();
        judgement.elicitation = match way {
            Way::Swing => Elicitation::Swing(judged.into_iter().collect()),
            Way::Direct => Elicitation::Direct(judged),
        };
        let made = shares_of(scenario, problem, team.id(), &judgement).criteria;
        let is_made = made.len() == wished.len()
            && made.iter().zip(wished).all(|(made, wished)| (made - wished).abs() <= SAME);
        is_made.then_some(judgement)
    })
}

/// How weights are written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Direct,
    Swing,
}

/// A judgement with the ends of the swings for which none were noted.
fn noted(scenario: &Scenario, problem: &Problem, given: &Judgement) -> Judgement {
    let mut judgement = given.clone();
    for (criterion, ends) in scale_swings(scenario, problem) {
        judgement.weighed_ranges.entry(criterion).or_insert((ends.worst, ends.best));
    }
    judgement
}

/// What every node is to weigh, and what a swing of it is worth: by index in the document.
struct Worth {
    shares: [Vec<f64>; 2],
    swings: [Vec<f64>; 2],
}

impl Worth {
    /// From the criteria up: a group weighs what its criteria do, and its swing is worth Σ local
    /// share × child's (METHODS.md, swing).
    fn new(tree: &Tree, criteria: &[f64], swings: Vec<f64>) -> Self {
        let none = vec![0.0; tree.groups.len()];
        let mut worth = Self { shares: [none.clone(), criteria.to_vec()], swings: [none, swings] };
        for list in tree.lists().iter().rev() {
            let Some(parent) = list.parent else { continue };
            let whole: f64 = list.members.iter().map(|member| worth.share(*member)).sum();
            let count = list.members.len() as f64;
            let swing = list.members.iter().map(|member| {
                let local = if whole > 0.0 { worth.share(*member) / whole } else { 1.0 / count };
                local * worth.swing(*member)
            });
            let swing = swing.sum();
            let [groups, _] = &mut worth.shares;
            groups.get_mut(parent).into_iter().for_each(|share| *share = whole);
            let [groups, _] = &mut worth.swings;
            groups.get_mut(parent).into_iter().for_each(|known| *known = swing);
        }
        worth
    }

    fn share(&self, member: Member) -> f64 {
        at(&self.shares, member)
    }

    fn swing(&self, member: Member) -> f64 {
        at(&self.swings, member)
    }
}

fn at([groups, criteria]: &[Vec<f64>; 2], member: Member) -> f64 {
    let found = match member {
        Member::Group(index) => groups.get(index),
        Member::Criterion(index) => criteria.get(index),
    };
    found.copied().unwrap_or(0.0)
}

struct Writing<'a> {
    tree: &'a Tree<'a>,
    given: &'a Judgement,
    /// What is given so far, in whichever way, and how far the team had got with that.
    named: HashSet<&'a NodeId>,
    progress: Weighed,
    way: Way,
    worth: Worth,
}

impl Writing<'_> {
    fn judged(&self) -> IndexMap<NodeId, f64> {
        let mut judged = self.hollow();
        for list in self.tree.lists() {
            let ids = list.members.iter().filter_map(|member| self.tree.id(*member));
            let written = ids.zip(self.list(list));
            judged.extend(written.filter_map(|(id, weight)| Some((id.clone(), weight?))));
        }
        judged
    }

    /// What was given to groups without criteria, which have no share: it stays.
    fn hollow(&self) -> IndexMap<NodeId, f64> {
        let is_given = |id: &&NodeId| self.is_same_way() && self.tree.list_of(id).is_none();
        let groups = self.tree.groups.iter().map(|group| &group.id).filter(is_given);
        groups.filter_map(|id| Some((id.clone(), self.given.weight_of(id)?))).collect()
    }

    fn is_same_way(&self) -> bool {
        match self.given.elicitation {
            Elicitation::Direct(_) => self.way == Way::Direct,
            Elicitation::Swing(_) => self.way == Way::Swing,
            _ => false,
        }
    }

    /// What is written for each of a list's members; nothing where it isn't judged and stays so,
    /// and for those that stay open.
    fn list(&self, list: &Siblings) -> Vec<Option<f64>> {
        let given = self.kept(list);
        let wished: Vec<f64> =
            list.members.iter().map(|member| self.worth.share(*member)).collect();
        let whole: f64 = wished.iter().sum();
        if whole <= 0.0 && !self.is_same_way() {
            return self.named_alike(list);
        }
        if whole <= 0.0 || self.is_said_by(list, &given, &wished) {
            return given;
        }
        let local = wished.iter().map(|share| share / whole);
        let local: Vec<f64> = local.collect();
        let members = || list.members.iter().zip(&local);
        let weights: Vec<f64> =
            members().map(|(member, share)| share * self.swing(*member)).collect();
        let scale = self.scale(&given, &weights);
        let is_left =
            members().map(|(member, share)| *share <= SAME && self.is_open(list, *member));
        let written = is_left.zip(&weights);
        written.map(|(is_left, weight)| (!is_left).then_some(weight * scale)).collect()
    }

    /// What a list's weights are multiplied by: directly, what was given adds up to as much as
    /// before; of points, the largest is 100.
    fn scale(&self, given: &[Option<f64>], weights: &[f64]) -> f64 {
        if self.way == Way::Swing {
            return WHOLE / weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        }
        let both =
            given.iter().zip(weights).filter_map(|(given, weight)| Some(((*given)?, weight)));
        let (before, after) =
            both.fold((0.0, 0.0), |sums, (given, weight)| (sums.0 + given, sums.1 + weight));
        Some(before / after).filter(|scale| *scale > 0.0 && scale.is_finite()).unwrap_or(WHOLE)
    }

    /// Whether a team at work, on all or on this list, says nothing of a node so far.
    fn is_open(&self, list: &Siblings, member: Member) -> bool {
        let is_at_work = self.progress != Weighed::Done || self.names_any_of(list);
        is_at_work && self.tree.id(member).is_some_and(|id| !self.names(id))
    }

    /// A list without a share that was judged in another way: all that it names alike, so that no
    /// sibling is forgotten and none that was open is given anything.
    fn named_alike(&self, list: &Siblings) -> Vec<Option<f64>> {
        let is_named = |member: &Member| self.tree.id(*member).is_some_and(|id| self.names(id));
        list.members.iter().map(|member| is_named(member).then_some(WHOLE)).collect()
    }

    /// What was given in this way.
    fn kept(&self, list: &Siblings) -> Vec<Option<f64>> {
        let weight = |member: &Member| self.given.weight_of(self.tree.id(*member)?);
        let weight = |member| if self.is_same_way() { weight(member) } else { None };
        list.members.iter().map(weight).collect()
    }

    fn swing(&self, member: Member) -> f64 {
        match self.way {
            Way::Direct => 1.0,
            Way::Swing => self.worth.swing(member).max(0.0),
        }
    }

    /// Whether what was given makes these shares already; a list that isn't judged makes equal
    /// ones, as does one of which nothing counts.
    fn is_said_by(&self, list: &Siblings, given: &[Option<f64>], wished: &[f64]) -> bool {
        if given.iter().all(Option::is_none) && self.names_any_of(list) {
            return false;
        }
        let swings = list.members.iter().map(|member| self.swing(*member));
        let local = direct::normalised(&weights(given, &swings.collect::<Vec<f64>>()))
            .unwrap_or_else(|| direct::equal(given.len()));
        let whole: f64 = wished.iter().sum();
        local.iter().zip(wished).all(|(local, wished)| (local - wished / whole).abs() <= SAME)
    }

    /// Whether the judgement so far says something of a list, in whichever way.
    fn names_any_of(&self, list: &Siblings) -> bool {
        let mut ids = list.members.iter().filter_map(|member| self.tree.id(*member));
        ids.any(|id| self.names(id))
    }

    fn names(&self, id: &NodeId) -> bool {
        self.named.contains(id)
    }
}
