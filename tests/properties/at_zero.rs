//! Teams that began a list with zeros: such documents are saved, mean the same when they are opened
//! again, and keep the zeros whatever else is removed.

use indexmap::IndexMap;
use mizan::evaluation::{Evaluations, Weighting};
use mizan::model::{
    Edit, Elicitation, GivenShares, Judgement, NodeId, OpenTeam, Scenario, Siblings, Tree,
};
use mizan::store::{parse, to_text};
use proptest::prelude::*;

use crate::cases;
use crate::documents::{open_documents, tame_documents};
use crate::tape::{Numbers, Tape, tapes};

fn ids(tree: &Tree, list: &Siblings) -> Vec<NodeId> {
    list.members.iter().filter_map(|member| tree.id(*member)).cloned().collect()
}

fn given(team: OpenTeam) -> IndexMap<NodeId, f64> {
    match &team.judgement().elicitation {
        Elicitation::Direct(weights) => weights.clone(),
        Elicitation::Swing(points) => points.iter().cloned().collect(),
        _ => IndexMap::new(),
    }
}

/// What a team gives with some lists begun anew, by zeros for some of their siblings.
fn with_zeros(team: OpenTeam, tree: &Tree, tape: &mut Tape) -> Judgement {
    let mut given = given(team);
    for list in tree.lists().iter().filter(|list| list.members.len() > 1) {
        if tape.chance(60) {
            let ids = ids(tree, list);
            given.retain(|id, _| !ids.contains(id));
            let count = 1 + tape.pick(ids.len() - 1);
            given.extend(tape.shuffled(ids).into_iter().take(count).map(|id| (id, 0.0)));
        }
    }
    let elicitation = match team.judgement().elicitation {
        Elicitation::Swing(_) => Elicitation::Swing(given.into_iter().collect()),
        _ => Elicitation::Direct(given),
    };
    Judgement { elicitation, ..team.judgement().clone() }
}

/// The document as a window makes it where its open teams begin lists with zeros.
fn begun_with_zeros(document: &Scenario, tape: &mut Tape) -> Scenario {
    let tree = Tree::new(&document.groups, &document.criteria);
    let judge = |team: OpenTeam| Edit::Judge(team.id().clone(), with_zeros(team, &tree, tape));
    let edits = document.open_teams().map(judge).collect();
    document.edited(&Edit::Several(edits)).unwrap()
}

/// What each weighting makes of a document: its shares and ranking, or why there are none.
fn told(document: &Scenario) -> Vec<String> {
    let evaluations = Evaluations::from(document);
    let teams = document.teams.iter().map(|team| Weighting::Team(team.id.clone()));
    let of = |weighting: Weighting| match evaluations.of(&weighting) {
        Ok(found) => format!("{:?} {:?}", found.shares.criteria, found.ranking),
        Err(withheld) => format!("{withheld:?}"),
    };
    teams.chain([Weighting::Mean]).map(of).collect()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn lists_begun_with_zeros_are_saved_and_rank_alike_when_opened(document in tame_documents(), mut tape in tapes(300, Numbers::Tame)) {
        let begun = begun_with_zeros(&document, &mut tape);
        let text = to_text(&begun).map_err(|unwritable| TestCaseError::fail(unwritable.0))?;
        let opened = parse(text.as_bytes()).unwrap().scenario;
        prop_assert_eq!(told(&opened), told(&begun));
        prop_assert_eq!(to_text(&opened).unwrap(), text);
    }

    #[test]
    fn zeros_given_so_far_outlast_what_is_removed_elsewhere(document in open_documents(), mut tape in tapes(300, Numbers::Tame)) {
        let begun = begun_with_zeros(&document, &mut tape);
        let Some(removed) = tape.choose(&begun.criteria) else { return Ok(()) };
        let after = begun.edited(&Edit::RemoveCriterion(removed.id.clone(), GivenShares::default()));
        let after = after.map_err(|refusal| TestCaseError::fail(format!("{refusal:?}")))?;
        let [former, next] = [&begun, &after].map(|it| Tree::new(&it.groups, &it.criteria));
        let next: Vec<Vec<NodeId>> = next.lists().iter().map(|list| ids(&next, list)).collect();
        for (team, now) in begun.open_teams().zip(after.open_teams()) {
            let (before, now) = (given(team), given(now));
            // What is left of a record less a whole list of zeros; one of one goes with any removal.
            let is_zero = |id: &NodeId| before.get(id) == Some(&0.0);
            let at_zero = |id: &NodeId| next.iter().any(|list| list.contains(id) && list.iter().all(is_zero));
            let is_one = before.keys().filter(|id| **id != removed.id && !at_zero(id)).count() < 2;
            if matches!(team.judgement().elicitation, Elicitation::Swing(_)) && is_one {
                continue;
            }
            for list in former.lists().iter().map(|list| ids(&former, list)).filter(|list| next.contains(list)) {
                let of = |given: &IndexMap<NodeId, f64>| list.iter().map(|id| given.get(id).copied()).collect::<Vec<_>>();
                prop_assert_eq!(of(&now), of(&before), "{:?} went with {}", list, removed.id);
            }
        }
    }
}

/// One team of three criteria, of which the first two lie in a group.
fn grouped(weights: &str) -> Scenario {
    let text = format!(
        r#"(format: 1, title: "At zero", groups: [(id: "g", name: "G")],
            criteria: [
                (id: "a", name: "A", group: "g"), (id: "b", name: "B", group: "g"),
                (id: "c", name: "C"), (id: "d", name: "D"),
            ],
            teams: [(id: "t", name: "T", weights: {{{weights}}})])"#
    );
    parse(text.as_bytes()).unwrap().scenario
}

fn weighing(document: &Scenario, weights: &[(&str, f64)]) -> Scenario {
    let team = document.open_teams().next().unwrap();
    let weights = weights.iter().map(|(id, weight)| (NodeId::new(id).unwrap(), *weight)).collect();
    let elicitation = Elicitation::Direct(weights);
    let judgement = Judgement { elicitation, ..team.judgement().clone() };
    document.edited(&Edit::Judge(team.id().clone(), judgement)).unwrap()
}

#[test]
fn the_first_zero_of_all_is_no_hindrance_to_saving() {
    let document = weighing(&grouped(""), &[("c", 0.0)]);
    let opened = parse(to_text(&document).unwrap().as_bytes()).unwrap().scenario;
    assert_eq!(opened, grouped(""), "a zero alone is as good as not given");
    assert_eq!(told(&opened), told(&document));
    let below = weighing(&document, &[("g", 3.0), ("c", 2.0), ("d", 5.0), ("a", 0.0)]);
    let opened = parse(to_text(&below).unwrap().as_bytes()).unwrap().scenario;
    assert_eq!(opened, grouped(r#""g": 3, "c": 2, "d": 5"#));
    assert_eq!(told(&opened), told(&below), "the mean counts the team in both or in neither");
}

#[test]
fn a_removal_takes_no_zeros_but_those_that_it_leaves_alone() {
    let remove = |document: &Scenario, id: &str| {
        let edit = Edit::RemoveCriterion(NodeId::new(id).unwrap(), GivenShares::default());
        let after = document.edited(&edit).unwrap();
        given(after.open_teams().next().unwrap())
    };
    let weights = |numbers: &[(&str, f64)]| -> IndexMap<NodeId, f64> {
        numbers.iter().map(|(id, number)| (NodeId::new(id).unwrap(), *number)).collect()
    };
    let begun = weighing(&grouped(""), &[("c", 0.0), ("a", 0.0)]);
    assert_eq!(remove(&begun, "d"), weights(&[("c", 0.0), ("a", 0.0)]));
    assert_eq!(remove(&begun, "b"), weights(&[("c", 0.0)]), "a alone would be all there is");
    let done = grouped(r#""g": 3, "c": 0, "d": 5, "a": 1, "b": 0"#);
    assert_eq!(remove(&done, "a"), weights(&[("g", 3.0), ("c", 0.0), ("d", 5.0)]));
}
