//! A team's shares: its judgement read list of siblings by list of siblings, multiplied down the
//! tree.

use indexmap::IndexMap;

use super::reading::{Reading, judged};
use super::{Consistency, Weighed, direct, scale_swing, swing, weighed};
use crate::analysis::{Problem, Scale, is_tied};
use crate::model::{
    Elicitation, Finding, FindingKind, Judgement, Member, NodeId, OpenTeam, Path, Scenario, TeamId,
    Tree,
};

/// Shares of one, by index in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// One for each criterion; they sum to one.
    pub criteria: Vec<f64>,
    /// One for each group: that of all it holds.
    pub groups: Vec<f64>,
    /// How far whoever they are of has got with weighing.
    pub weighed: Weighed,
    /// How far the judgements agree with themselves, where their kind has a measure for that.
    pub consistency: Option<Consistency>,
    pub findings: Vec<Finding>,
}

/// The shares of one team. `problem` is the scenario from the team's own viewpoint.
pub fn shares(scenario: &Scenario, problem: &Problem, team: OpenTeam) -> Shares {
    shares_of(scenario, problem, team.id(), team.judgement())
}

/// The shares that a team would have by a judgement.
pub(super) fn shares_of(
    scenario: &Scenario,
    problem: &Problem,
    team: &TeamId,
    judgement: &Judgement,
) -> Shares {
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let elicitation = &judgement.elicitation;
    let weighed = weighed(&tree, elicitation);
    if weighed == Weighed::NotYet {
        return Shares { findings: vec![not_weighed(team)], ..equal_shares(scenario) };
    }
    let mut reading = Reading::new(tree, team, elicitation);
    let (local, consistency) = match elicitation {
        Elicitation::Direct(_) => (reading.direct(), None),
        Elicitation::Swing(_) => {
            (reading.swing(&swing::value_differences(scenario, problem, judgement)), None)
        }
        Elicitation::Ranking(way, places) => (reading.ranking(*way, places), None),
        Elicitation::Pairwise(pairs) => reading.pairwise(pairs),
        Elicitation::BestWorst(record) => reading.best_worst(record),
    };
    let mut shares = down_the_tree(&reading.tree, &local);
    (shares.weighed, shares.consistency) = (weighed, consistency);
    shares.findings = reading.findings;
    if weighed != Weighed::Done && !shares.findings.iter().any(is_left_out) {
        // What is missing is the whole of the topmost list, or anything that counts beside it.
        shares.findings.insert(0, not_weighed(team));
    }
    shares.findings.extend(stale(scenario, problem, team, judgement));
    shares
}

fn not_weighed(team: &TeamId) -> Finding {
    let path = Path::field("teams").key(team.as_str());
    Finding { path: Some(path), kind: FindingKind::NotWeighed(team.clone()) }
}

fn is_left_out(finding: &Finding) -> bool {
    matches!(finding.kind, FindingKind::LeftOut { .. })
}

/// A team's shares of the nodes that its judgement names.
pub fn shares_of_named(
    scenario: &Scenario,
    team: OpenTeam,
    shares: &Shares,
) -> IndexMap<NodeId, f64> {
    let named = judged(&team.judgement().elicitation);
    let groups = scenario.groups.iter().map(|group| &group.id).zip(&shares.groups);
    let criteria = scenario.criteria.iter().map(|criterion| &criterion.id).zip(&shares.criteria);
    let of_named = groups.chain(criteria).filter(|(id, _)| named.contains_key(id));
    of_named.map(|(id, share)| (id.clone(), *share)).collect()
}

/// Equal shares among siblings, all down the tree.
pub fn equal_shares(scenario: &Scenario) -> Shares {
    let tree = Tree::new(&scenario.groups, &scenario.criteria);
    let local: Vec<Vec<f64>> =
        tree.lists().iter().map(|list| direct::equal(list.members.len())).collect();
    down_the_tree(&tree, &local)
}

/// The product of local shares along each path; `local` holds those of each list, parents first.
fn down_the_tree(tree: &Tree, local: &[Vec<f64>]) -> Shares {
    let mut shares = Shares {
        criteria: vec![0.0; tree.criteria.len()],
        groups: vec![0.0; tree.groups.len()],
        weighed: Weighed::NotYet,
        consistency: None,
        findings: Vec::new(),
    };
    for (list, local) in tree.lists().iter().zip(local) {
        let above =
            list.parent.map_or(1.0, |parent| shares.groups.get(parent).copied().unwrap_or(0.0));
        for (member, share) in list.members.iter().zip(local) {
            let place = match member {
                Member::Group(index) => shares.groups.get_mut(*index),
                Member::Criterion(index) => shares.criteria.get_mut(*index),
            };
            if let Some(place) = place {
                *place = above * share;
            }
        }
    }
    shares
}

/// Weights that were given for other ends than the scale has now, and for others than the worst and
/// the best score over the options that aren't ruled out.
fn stale(
    scenario: &Scenario,
    problem: &Problem,
    team: &TeamId,
    judgement: &Judgement,
) -> Vec<Finding> {
    let weighed = scenario.criteria.iter().enumerate().filter_map(|(index, criterion)| {
        let then = judgement.weighed_ranges.get(&criterion.id).copied()?;
        let of_scale = scale_swing(criterion, problem, index).map(|ends| (ends.worst, ends.best));
        let is_same = [of_scale, problem.swing(index)].into_iter().flatten().any(|now| {
            is_same_end(problem, index, now.0, then.0) && is_same_end(problem, index, now.1, then.1)
        });
        (!is_same).then(|| (criterion.id.clone(), then, of_scale))
    });
    let finding = |(criterion, then, now): (NodeId, (f64, f64), Option<(f64, f64)>)| Finding {
        path: Some(
            Path::field("teams").key(team.as_str()).then("weighed_ranges").key(criterion.as_str()),
        ),
        kind: FindingKind::Stale { team: team.clone(), criterion, then, now },
    };
    weighed.map(finding).collect()
}

/// Whether two scores make the same end of a swing: the same score, or on a piecewise scale another
/// of the same value.
fn is_same_end(problem: &Problem, criterion: usize, a: f64, b: f64) -> bool {
    let scale = problem.scales.get(criterion);
    a == b
        || scale.is_some_and(|scale| {
            matches!(scale, Scale::Points(_)) && is_tied(scale.value(a), scale.value(b))
        })
}
