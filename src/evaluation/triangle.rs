//! The weights of three criteria or groups as a triangle, split by who is first, with the teams as
//! points.

use super::{Evaluation, Evaluations};
use crate::analysis::{Region, Values, regions};
use crate::elicitation::Shares;
use crate::model::{Member, Scenario, TeamId, Tree};

/// What the triangle shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Triangle {
    /// What stands at the corners.
    pub corners: [Member; 3],
    pub regions: Vec<Region>,
    /// Where the weighting that is looked at stands.
    pub now: [f64; 3],
    /// Where each weighed, opened team stands.
    pub teams: Vec<(TeamId, [f64; 3])>,
}

/// The triangle of a weighting; none where the topmost list has not three members. Within a group
/// shares keep their proportions, and where it has none they are equal.
pub fn triangle(evaluations: &Evaluations, evaluation: &Evaluation) -> Option<Triangle> {
    let scenario = evaluations.scenario();
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let top = tree.lists().iter().find(|list| list.parent.is_none())?;
    let corners: [Member; 3] = top.members.clone().try_into().ok()?;
    let shares = &evaluation.shares;
    let weightings = corners.map(|corner| alone(scenario, &tree, shares, corner));
    let [a, b, c] = &weightings;
    let teams = evaluations.weighed_teams();
    let team = |team: &super::WeighedTeam| {
        (team.result().team.id.clone(), corners.map(|corner| share(team.shares(), corner)))
    };
    Some(Triangle {
        regions: regions(&Values::new(&evaluation.problem), [a, b, c]),
        now: corners.map(|corner| share(shares, corner)),
        teams: teams.iter().map(team).collect(),
        corners,
    })
}

fn share(shares: &Shares, member: Member) -> f64 {
    let found = match member {
        Member::Group(index) => shares.groups.get(index),
        Member::Criterion(index) => shares.criteria.get(index),
    };
    found.copied().unwrap_or(0.0)
}

/// The weighting that lays all on one of the corners.
fn alone(scenario: &Scenario, tree: &Tree, shares: &Shares, corner: Member) -> Vec<f64> {
    let mut below = Vec::new();
    leaves(tree, corner, &mut below);
    let own = |index: &usize| shares.criteria.get(*index).copied().unwrap_or(0.0);
    let whole: f64 = below.iter().map(own).sum();
    let part = |index: usize| match below.contains(&index) {
        false => 0.0,
        true if whole > 0.0 => own(&index) / whole,
        true => 1.0 / below.len() as f64,
    };
    (0..scenario.criteria.len()).map(part).collect()
}

fn leaves(tree: &Tree, member: Member, found: &mut Vec<usize>) {
    match member {
        Member::Criterion(index) => found.push(index),
        Member::Group(index) => {
            let list = tree.lists().iter().find(|list| list.parent == Some(index));
            for child in list.into_iter().flat_map(|list| &list.members) {
                leaves(tree, *child, found);
            }
        }
    }
}
