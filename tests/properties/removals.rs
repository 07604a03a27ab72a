//! A removal takes along all that refers to what is removed, and nothing else.

use mizan::model::{
    Edit, Elicitation, GivenShares, Judged, NodeId, OpenTeam, Scenario, Tree, faults_at_work,
};
use proptest::prelude::*;

use crate::documents::open_documents;
use crate::edits::given_shares;
use crate::judgements::judged;
use crate::tape::{Numbers, tapes};

/// The groups that hold no criterion, however deep.
fn empty_groups(document: &Scenario) -> Vec<NodeId> {
    let tree = Tree::new(&document.groups, &document.criteria);
    let is_listed = |id: &NodeId| tree.list_of(id).is_some();
    document.groups.iter().map(|group| group.id.clone()).filter(|id| !is_listed(id)).collect()
}

/// The document after a removal, which is never refused.
fn removed(document: &Scenario, edit: &Edit) -> Result<Scenario, TestCaseError> {
    let after = document
        .edited(edit)
        .map_err(|refusal| TestCaseError::fail(format!("{edit:?} was refused: {refusal:?}")))?;
    // A team may be left at work with what it gave as nothing so far.
    prop_assert_eq!(faults_at_work(&after, None), []);
    Ok(after)
}

/// The judgements of teams that name none of these ids are as they were, and their teams' own
/// reasons and scores elsewhere too.
fn check_others_are_untouched(
    before: &Scenario,
    after: &Scenario,
    touched: &[NodeId],
) -> Result<(), TestCaseError> {
    for (team, now) in before.open_teams().zip(after.open_teams()) {
        let (id, team, now) = (team.id(), team.judged(), now.judged());
        let elicitation = &team.judgement.elicitation;
        // A record of one id or none goes with any removal; `a_record_of_one_…` below is about
        // that.
        let ids = judged(elicitation);
        if ids.len() > 1 && !ids.iter().any(|id| touched.contains(id)) {
            prop_assert_eq!(
                &now.judgement.elicitation,
                elicitation,
                "team {:?} never named {:?}",
                id,
                touched
            );
        }
        let kept: Vec<_> =
            team.scores.cells().filter(|(_, criterion, _)| !touched.contains(criterion)).collect();
        prop_assert!(kept.iter().all(|(option, criterion, score)| now.scores.get(option, criterion) == Some(*score)));
        prop_assert!(
            team.reasons
                .iter()
                .all(|(id, reason)| touched.contains(id) || now.reasons.get(id) == Some(reason))
        );
    }
    Ok(())
}

/// What a team that loses a node from its record has left: of the same kind with two ids or more,
/// or weights, or nothing.
fn check_record(team: &Judged, now: &Judged) -> Result<(), TestCaseError> {
    let kind = |judged: &Judged| std::mem::discriminant(&judged.judgement.elicitation);
    let left = judged(&now.judgement.elicitation);
    if let Elicitation::Direct(weights) = &now.judgement.elicitation {
        let was_direct = kind(team) == kind(now);
        let was_best_worst = matches!(team.judgement.elicitation, Elicitation::BestWorst(_));
        prop_assert!(
            weights.is_empty() || was_direct || was_best_worst,
            "weights out of nowhere: {:?}",
            weights
        );
    } else {
        prop_assert!(
            kind(team) == kind(now) && left.len() > 1,
            "a record of one: {:?}",
            now.judgement.elicitation
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(128))]

    #[test]
    fn a_removed_option_is_named_nowhere(document in open_documents(), index in any::<prop::sample::Index>()) {
        if let Some(option) = document.options.get(index.index(document.options.len().max(1))) {
            let after = removed(&document, &Edit::RemoveOption(option.id.clone()))?;
            prop_assert!(after.scores.row(&option.id).is_none());
            prop_assert!(after.open_teams().all(|team| team.judged().scores.row(&option.id).is_none() && !team.judged().gut_ranking.contains(&option.id)));
            prop_assert!(after.decision.as_ref().is_none_or(|decision| decision.option.as_ref() != Some(&option.id)));
            prop_assert_eq!(after.decision.is_some(), document.decision.as_ref().is_some_and(|decision| decision.option.as_ref() != Some(&option.id)));
            prop_assert!(after.baseline.as_ref() != Some(&option.id));
            let mut positions = after.decision.iter().flat_map(|it| it.positions.values());
            prop_assert!(positions.all(|position| position.prefers.as_ref() != Some(&option.id)));
            prop_assert_eq!(after.options.len() + 1, document.options.len());
        }
    }

    #[test]
    fn a_removed_assumption_is_known_to_no_cell(document in open_documents(), index in any::<prop::sample::Index>()) {
        if let Some(assumption) = document.assumptions.get(index.index(document.assumptions.len().max(1))) {
            let after = removed(&document, &Edit::RemoveAssumption(assumption.id.clone()))?;
            let own = after.open_teams().flat_map(|team| team.judged().scores.cells());
            let mut cells = after.scores.cells().chain(own);
            prop_assert!(cells.all(|(_, _, cell)| !cell.otherwise.contains_key(&assumption.id)));
            prop_assert_eq!(after.assumptions.len() + 1, document.assumptions.len());
        }
    }

    #[test]
    fn a_removed_team_is_named_nowhere(document in open_documents(), index in any::<prop::sample::Index>()) {
        if let Some(team) = document.teams.get(index.index(document.teams.len().max(1))) {
            let after = removed(&document, &Edit::RemoveTeam(team.id.clone()))?;
            prop_assert!(after.team(&team.id).is_none());
            prop_assert!(after.decision.as_ref().is_none_or(|decision| !decision.positions.contains_key(&team.id)));
            prop_assert_eq!(after.decision.is_some(), document.decision.is_some());
        }
    }

    #[test]
    fn a_removed_source_is_cited_nowhere(document in open_documents(), index in any::<prop::sample::Index>()) {
        if let Some((id, _)) = document.sources.get_index(index.index(document.sources.len().max(1))) {
            let after = removed(&document, &Edit::RemoveSource(id.clone()))?;
            let tables = || std::iter::once(&after.scores).chain(after.open_teams().map(|team| &team.judged().scores));
            prop_assert!(tables().flat_map(mizan::model::ScoreTable::cells).all(|(_, _, score)| score.evidence.iter().all(|e| e.source != *id)));
            prop_assert_eq!(after.scores.cells().count(), document.scores.cells().count());
        }
    }

    #[test]
    fn a_removed_criterion_is_named_nowhere(
        document in open_documents(), index in any::<prop::sample::Index>(), mut tape in tapes(100, Numbers::Wild),
    ) {
        if let Some(criterion) = document.criteria.get(index.index(document.criteria.len().max(1))) {
            let after = removed(&document, &Edit::RemoveCriterion(criterion.id.clone(), given_shares(&mut tape, &document)))?;
            check_node_is_gone(&after, &criterion.id)?;
            prop_assert!(after.scores.cells().all(|(_, id, _)| *id != criterion.id));
            let emptied: Vec<NodeId> = empty_groups(&after).into_iter().filter(|id| !empty_groups(&document).contains(id)).collect();
            let touched: Vec<NodeId> = std::iter::once(criterion.id.clone()).chain(emptied).collect();
            check_others_are_untouched(&document, &after, &touched)?;
            let named = |team: &OpenTeam| judged(&team.judgement().elicitation).contains(&criterion.id);
            for (team, now) in document.open_teams().zip(after.open_teams()).filter(|(team, _)| named(team)) {
                check_record(team.judged(), now.judged())?;
            }
        }
    }

    #[test]
    fn a_removed_group_is_named_nowhere_and_what_lay_in_it_moves_up(
        document in open_documents(), index in any::<prop::sample::Index>(), mut tape in tapes(100, Numbers::Wild),
    ) {
        if let Some(group) = document.groups.get(index.index(document.groups.len().max(1))) {
            let after = removed(&document, &Edit::RemoveGroup(group.id.clone(), given_shares(&mut tape, &document)))?;
            check_node_is_gone(&after, &group.id)?;
            prop_assert_eq!(after.criteria.len(), document.criteria.len());
            let groups = document.groups.iter().filter(|child| child.group.as_ref() == Some(&group.id)).map(|child| child.id.clone());
            let criteria = document.criteria.iter().filter(|child| child.group.as_ref() == Some(&group.id)).map(|child| child.id.clone());
            let moved: Vec<NodeId> = groups.chain(criteria).collect();
            let parent = |id: &NodeId| after.group(id).map(|group| &group.group).or(after.criterion(id).map(|criterion| &criterion.group));
            prop_assert!(moved.iter().all(|id| parent(id) == Some(&group.group)));
            let touched: Vec<NodeId> = moved.into_iter().chain([group.id.clone()]).collect();
            check_judgements_alone(&document, &after, &touched)?;
        }
    }

    #[test]
    fn a_criterion_moved_to_another_group_leaves_the_judgements_about_it(document in open_documents(), index in any::<prop::sample::Index>()) {
        if let Some(criterion) = document.criteria.get(index.index(document.criteria.len().max(1))) {
            let other = document.groups.iter().map(|group| Some(group.id.clone())).chain([None]).find(|group| *group != criterion.group);
            let Some(group) = other else { return Ok(()) };
            let mut moved = criterion.clone();
            moved.group = group;
            if let Ok(after) = document.edited(&Edit::ChangeCriterion(moved)) {
                let is_judged = |team: OpenTeam| judged(&team.judgement().elicitation).contains(&criterion.id);
                prop_assert!(!after.open_teams().any(is_judged));
                prop_assert_eq!(after.scores, document.scores);
            }
        }
    }
}

fn check_node_is_gone(after: &Scenario, id: &NodeId) -> Result<(), TestCaseError> {
    prop_assert!(after.criterion(id).is_none() && after.group(id).is_none());
    for team in after.open_teams().map(OpenTeam::judged) {
        prop_assert!(
            !judged(&team.judgement.elicitation).contains(id),
            "{:?}",
            team.judgement.elicitation
        );
        prop_assert!(
            !team.judgement.weighed_ranges.contains_key(id) && !team.reasons.contains_key(id)
        );
        prop_assert!(team.scores.cells().all(|(_, criterion, _)| criterion != id));
    }
    prop_assert!(after.groups.iter().all(|group| group.group.as_ref() != Some(id)));
    prop_assert!(after.criteria.iter().all(|criterion| criterion.group.as_ref() != Some(id)));
    Ok(())
}

/// As [`check_others_are_untouched`], for a removal that changes no score.
fn check_judgements_alone(
    before: &Scenario,
    after: &Scenario,
    touched: &[NodeId],
) -> Result<(), TestCaseError> {
    check_others_are_untouched(before, after, touched)?;
    prop_assert_eq!(&after.scores, &before.scores);
    prop_assert!(
        before
            .open_teams()
            .zip(after.open_teams())
            .all(|(team, now)| team.judged().scores == now.judged().scores)
    );
    Ok(())
}

/// How the first team judged.
fn elicitation(document: &Scenario) -> Elicitation {
    document.open_teams().next().unwrap().judgement().elicitation.clone()
}

/// Shares for a record that loses its best come from outside, as the model can't make shares.
#[test]
fn a_best_worst_record_that_loses_its_best_becomes_the_shares_it_gave() {
    let text = r#"(format: 1, title: "t", criteria: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C")],
        teams: [(id: "t", name: "T", elicitation: BestWorst("a", "c", [("b", 2), ("c", 4)], [("a", 4), ("b", 2)]))])"#;
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let id = |text: &str| NodeId::new(text).unwrap();
    let shares = [("a", 0.5), ("b", 0.3), ("c", 0.2)].map(|(node, share)| (id(node), share));
    let given: GivenShares =
        [(document.teams[0].id.clone(), shares.into_iter().collect())].into_iter().collect();
    let after = document.edited(&Edit::RemoveCriterion(id("a"), given)).unwrap();
    let expected = [(id("b"), 0.3), (id("c"), 0.2)].into_iter().collect();
    assert_eq!(elicitation(&after), Elicitation::Direct(expected));
    let middle = document.edited(&Edit::RemoveCriterion(id("b"), GivenShares::default())).unwrap();
    assert!(
        matches!(elicitation(&middle), Elicitation::BestWorst(record) if record.best_over == [(id("c"), 4.0)])
    );
}

/// Two criteria at the top, one of them in a group beside them, and a team that judged so.
fn with_judgement(elicitation: &str) -> Scenario {
    let text = format!(
        r#"(format: 1, title: "t", groups: [(id: "g", name: "G")],
        criteria: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "in-g", name: "I", group: "g")],
        teams: [(id: "t", name: "T", elicitation: {elicitation})])"#
    );
    mizan::store::parse(text.as_bytes()).unwrap().scenario
}

fn without(document: &Scenario, id: &str) -> Result<Elicitation, mizan::model::Refusal> {
    let after = document
        .edited(&Edit::RemoveCriterion(NodeId::new(id).unwrap(), GivenShares::default()))?;
    Ok(elicitation(&after))
}

#[test]
fn a_record_of_one_outlives_the_removal_of_something_else() {
    let document = with_judgement(r#"Swing([("a", 100)])"#);
    assert_eq!(without(&document, "b"), Ok(elicitation(&document)));
}

#[test]
fn the_last_criterion_of_a_group_that_was_compared_can_be_removed() {
    for record in [
        r#"Pairwise([("a", "b", 2), ("a", "g", 3), ("b", "g", 2)])"#,
        r#"BestWorst("a", "b", [("g", 2), ("b", 4)], [("a", 4), ("g", 2)])"#,
        r#"Swing([("a", 100), ("b", 50), ("g", 20)])"#,
        r#"Ranking(RankSum, [["a"], ["b", "g"]])"#,
    ] {
        let left = without(&with_judgement(record), "in-g");
        assert!(left.is_ok(), "with {record}: {left:?}");
    }
}
