//! A share that is dragged: it comes out as wished, its siblings keep their proportions, and
//! nothing else moves.

use mizan::analysis::{Grid, Problem, Viewpoint};
use mizan::elicitation::{Shares, shares, with_share};
use mizan::model::{
    Edit, Elicitation, Judged, Judgement, Member, NodeId, OpenTeam, Scenario, Siblings, Tree,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};

use crate::cases;
use crate::documents::tame_documents;

fn shares_of(document: &Scenario, team: OpenTeam) -> Shares {
    shares(document, &Problem::new(&Grid::new(document), Viewpoint::Team(team)), team)
}

fn share(shares: &Shares, member: Member) -> f64 {
    match member {
        Member::Group(index) => shares.groups[index],
        Member::Criterion(index) => shares.criteria[index],
    }
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-7
}

/// Siblings that are open stay so where their list is begun, whatever is given to a node.
fn nothing_given_to_open(
    tree: &Tree,
    list: &Siblings,
    team: OpenTeam,
    node: &NodeId,
    begun: &Judgement,
) -> Result<(), TestCaseError> {
    let given = |id: &NodeId| team.judgement().weight_of(id);
    let ids = || list.members.iter().map(|member| tree.id(*member).unwrap());
    let is_begun = ids().any(|id| given(id) > Some(0.0));
    for open in ids().filter(|id| is_begun && *id != node && given(id).is_none()) {
        prop_assert_eq!(begun.weight_of(open), None, "nothing was given to {}", open);
    }
    Ok(())
}

/// Drags each node of a team's tree to a part of what its list has; checks every other node.
fn check(
    document: &Scenario,
    team: OpenTeam,
    part: f64,
    held: usize,
) -> Result<usize, TestCaseError> {
    let tree = Tree::new(&document.groups, &document.criteria);
    let problem = Problem::new(&Grid::new(document), Viewpoint::Team(team));
    let mut moved = 0;
    for list in tree.lists() {
        for (place, member) in list.members.iter().enumerate() {
            let node = tree.id(*member).unwrap();
            let holds: Vec<&NodeId> = list
                .members
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != place && *i == held)
                .filter_map(|(_, m)| tree.id(*m))
                .collect();
            // The first weight of a list judges its siblings where they stand; from there on shares
            // are compared.
            let Some(begun) = with_share(document, &problem, team, (node, 0.3), |_| false, None)
            else {
                continue;
            };
            nothing_given_to_open(&tree, list, team, node, &begun)?;
            let judged = Judged { judgement: begun, ..team.judged().clone() };
            let begun = team.team().clone().judging(judged);
            let team = begun.as_open().unwrap();
            let before = shares_of(document, team);
            let whole = list.parent.map_or(1.0, |parent| before.groups[parent]);
            let wish = part * whole;
            let Some(judgement) =
                with_share(document, &problem, team, (node, wish), |id| holds.contains(&id), None)
            else {
                continue;
            };
            let next = document
                .edited(&Edit::Judge(team.id().clone(), judgement))
                .map_err(|refusal| TestCaseError::fail(format!("{refusal:?}")))?;
            let after = shares_of(&next, next.open_team(team.id()).unwrap());
            check_list(&tree, list.members.as_slice(), place, &holds, (&before, &after), wish)?;
            let above = list.parent.map(Member::Group);
            for other in above.into_iter().chain(
                tree.lists()
                    .iter()
                    .filter(|other| other.parent != list.parent)
                    .flat_map(|other| other.members.clone()),
            ) {
                let inside = list.members.iter().any(|member| is_below(&tree, other, *member));
                prop_assert!(
                    inside || is_near(share(&before, other), share(&after, other)),
                    "{other:?} moved with {member:?}: {} {}",
                    share(&before, other),
                    share(&after, other)
                );
            }
            moved += 1;
        }
    }
    Ok(moved)
}

fn check_list(
    tree: &Tree,
    members: &[Member],
    place: usize,
    holds: &[&NodeId],
    (before, after): (&Shares, &Shares),
    wish: f64,
) -> Result<(), TestCaseError> {
    let is_held = |member: &Member| holds.contains(&tree.id(*member).unwrap());
    let fixed: f64 =
        members.iter().filter(|member| is_held(member)).map(|member| share(before, *member)).sum();
    let whole: f64 = members.iter().map(|member| share(before, *member)).sum();
    prop_assert!(
        is_near(share(after, members[place]), wish.min(whole - fixed)),
        "{} instead of {wish}",
        share(after, members[place])
    );
    let others: Vec<&Member> = members
        .iter()
        .enumerate()
        .filter(|(i, member)| *i != place && !is_held(member))
        .map(|(_, member)| member)
        .collect();
    for pair in others.windows(2) {
        let (a, b) = (share(before, *pair[0]), share(before, *pair[1]));
        let (c, d) = (share(after, *pair[0]), share(after, *pair[1]));
        prop_assert!(is_near(a * d, b * c), "{a} : {b} became {c} : {d}");
    }
    for member in members.iter().filter(|member| is_held(member)) {
        prop_assert!(is_near(share(before, *member), share(after, *member)));
    }
    Ok(())
}

/// Whether a node lies below another.
fn is_below(tree: &Tree, node: Member, other: Member) -> bool {
    let parent = match node {
        Member::Group(index) => tree.groups[index].group.as_ref(),
        Member::Criterion(index) => tree.criteria[index].group.as_ref(),
    };
    let Some(parent) = parent
        .and_then(|id| tree.groups.iter().position(|group| group.id == *id))
        .map(Member::Group)
    else {
        return false;
    };
    parent == other || is_below(tree, parent, other)
}

/// Checks every open team of a document that weighs by numbers; gives how many drags moved
/// something, of those by swing points.
fn check_teams(
    document: &Scenario,
    part: f64,
    held: usize,
) -> Result<(usize, usize), TestCaseError> {
    let (mut direct, mut swing) = (0, 0);
    for team in document.open_teams() {
        match team.judgement().elicitation {
            Elicitation::Direct(_) => direct += check(document, team, part, held)?,
            Elicitation::Swing(_) => swing += check(document, team, part, held)?,
            _ => {}
        }
    }
    Ok((direct, swing))
}

/// What the property is worth rests on this: that drags move something.
#[test]
fn random_teams_can_be_reweighed_by_weights_and_by_swing_points() {
    let mut runner = TestRunner::deterministic();
    let (mut direct, mut swing) = (0, 0);
    for _ in 0..200 {
        let document = tame_documents().new_tree(&mut runner).unwrap().current();
        let (more_direct, more_swing) = check_teams(&document, 0.4, 1).unwrap();
        (direct, swing) = (direct + more_direct, swing + more_swing);
    }
    assert!(direct >= 100 && swing >= 50, "{direct} by weights, {swing} by swing points");
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_dragged_share_comes_out_as_wished_and_nothing_else_moves(document in tame_documents(), part in 0.05..0.95_f64, held in 0_usize..6) {
        check_teams(&document, part, held)?;
    }
}
