//! What is sealed stays as it was handed in, and nothing tells what it is: a document whose sealed
//! records are empty behaves as the same one with full records, edit by edit.

use std::collections::BTreeMap;

use mizan::model::{
    Criterion, Edit, Goal, Group, Judged, Mark, OptionId, Range, Refusal, Round, Scenario,
    ScoreTable, Seal, Team, TeamId, Timestamp, ValueFunction, judged_for_file,
};
use mizan::store::parse;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::documents::sealed_documents;
use crate::edits::edit;
use crate::tape::{Numbers, Tape, tapes};

fn runs_of_edits() -> impl Strategy<Value = Vec<Tape>> {
    vec(tapes(160, Numbers::Wild), 1..24)
}

/// What lies behind seals, by team.
fn sealed(document: &Scenario) -> BTreeMap<TeamId, (Seal, Judged)> {
    let record = |team: &std::sync::Arc<Team>| {
        Some((team.id.clone(), (team.seal()?.clone(), judged_for_file(team).clone())))
    };
    document.teams.iter().filter_map(record).collect()
}

/// Edits a document and its twin, which has nothing behind its seals; both after it, or why both
/// refuse it.
fn edited_alike(
    (document, twin): (&Scenario, &Scenario),
    edit: &Edit,
) -> Result<Result<(Scenario, Scenario), Refusal>, TestCaseError> {
    match (document.edited(edit), twin.edited(edit)) {
        (Ok(next), Ok(next_twin)) => {
            prop_assert_eq!(next.without_sealed_records(), next_twin.without_sealed_records());
            Ok(Ok((next, next_twin)))
        }
        (Err(refusal), Err(other)) => {
            prop_assert_eq!(&refusal, &other, "for {:?}", edit);
            Ok(Err(refusal))
        }
        (one, other) => Err(TestCaseError::fail(format!(
            "{edit:?} tells a full record from an empty one: {:?} and {:?}",
            one.err(),
            other.err()
        ))),
    }
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn a_sealed_record_stays_as_it_was_handed_in(document in sealed_documents(), tapes in runs_of_edits()) {
        let handed_in = sealed(&document);
        let mut now = document;
        for mut tape in tapes {
            let edit = edit(&mut tape, &now);
            now = now.edited(&edit).unwrap_or(now);
            prop_assert_eq!(&sealed(&now), &handed_in, "after {:?}", edit);
        }
    }

    #[test]
    fn no_edit_tells_what_a_sealed_record_holds(document in sealed_documents(), tapes in runs_of_edits()) {
        let twin = document.without_sealed_records();
        let mut now = (document, twin);
        for mut tape in tapes {
            let edit = edit(&mut tape, &now.0);
            if let Ok(next) = edited_alike((&now.0, &now.1), &edit)? {
                now = next;
            }
        }
    }
}

/// What the properties are worth rests on this: that there is much to see behind the seals, and
/// that edits of each kind that could touch it are refused for it.
#[test]
fn random_edits_of_every_kind_that_could_touch_a_sealed_record_are_tried() {
    let mut runner = TestRunner::deterministic();
    let (mut refused, mut full) = (BTreeMap::<String, usize>::new(), 0);
    for _ in 0..150 {
        let mut now = sealed_documents().new_tree(&mut runner).unwrap().current();
        full += usize::from(sealed(&now).values().any(|(_, judged)| !judged.scores.is_empty()));
        for mut tape in runs_of_edits().new_tree(&mut runner).unwrap().current() {
            let edit = edit(&mut tape, &now);
            let kind = format!("{edit:?}").split(['(', ' ']).next().unwrap().to_owned();
            match now.edited(&edit) {
                Ok(next) => now = next,
                Err(Refusal::Sealed(teams)) => {
                    assert!(!teams.is_empty());
                    *refused.entry(kind).or_default() += 1;
                }
                Err(_) => {}
            }
        }
    }
    assert!(full >= 20, "{full} documents have sealed scores");
    for kind in [
        "RemoveSource",
        "RemoveOption",
        "AddCriterion",
        "ChangeCriterion",
        "RemoveCriterion",
        "ChangeGroup",
        "RemoveGroup",
        "AddTeam",
        "RemoveTeam",
        "SetScore",
        "Judge",
        "GiveReason",
        "RankByGut",
        "Several",
    ] {
        assert!(refused.get(kind).is_some_and(|count| *count >= 2), "{kind}: {refused:?}");
    }
}

/// A team that gave an empty group a weight of nothing, and nothing else.
const NOTHING_FOR_AN_EMPTY_GROUP: &str = r#"(format: 1, title: "t", groups: [(id: "g", name: "G")],
    criteria: [(id: "a", name: "A")],
    teams: [(id: "shut", name: "Shut", weights: {"g": 0}, seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"))])"#;

#[test]
fn a_criterion_that_would_make_a_sealed_weight_break_a_rule_is_refused_whatever_was_weighed() {
    let document = parse(NOTHING_FOR_AN_EMPTY_GROUP.as_bytes()).unwrap().scenario;
    let mut criterion = document.criteria[0].clone();
    criterion.id = mizan::model::NodeId::new("b").unwrap();
    criterion.group = Some(document.groups[0].id.clone());
    let shut = document.teams[0].id.clone();
    let edit = Edit::AddCriterion(criterion, 0);
    for document in [document.without_sealed_records(), document] {
        assert_eq!(document.edited(&edit), Err(Refusal::Sealed(vec![shut.clone()])));
    }
}

/// A team whose sealed record stops suiting the document once `a` is another thing.
const JUDGED_AS_IT_IS: &str = r#"(format: 1, title: "t", groups: [(id: "g", name: "G")],
    criteria: [(id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C", group: "g")],
    options: [(id: "o", name: "O")],
    teams: [(id: "shut", name: "Shut", elicitation: Pairwise([("a", "b", 3)]), scores: {"o": {"a": (score: 4)}},
        seal: (at: "2025-09-01T10:00:00Z", nonce: "00000000000000000000000000000000", sha256: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"))])"#;

#[test]
fn an_id_that_is_taken_is_refused_alike_whatever_the_sealed_record_holds() {
    let document = parse(JUDGED_AS_IT_IS.as_bytes()).unwrap().scenario;
    let twin = document.without_sealed_records();
    let (taken, grouped) = (&document.criteria[0], &document.criteria[2]);
    let ranged = Criterion { range: Range::Fixed(0.0, 1.0), ..taken.clone() };
    let (name, none) = ("Another".to_owned(), String::new());
    let moved = Group {
        id: taken.id.clone(),
        name,
        short: none.clone(),
        note: none,
        group: grouped.group.clone(),
    };
    for edit in [Edit::AddCriterion(ranged, usize::MAX), Edit::AddGroup(moved, 0)] {
        let refused = document.edited(&edit).unwrap_err();
        assert_eq!(refused, twin.edited(&edit).unwrap_err(), "{edit:?}");
        assert!(matches!(refused, Refusal::Breaks(_)), "{refused:?}");
    }
}

#[test]
fn a_sealed_record_that_alone_would_break_a_rule_refuses_for_all_who_are_sealed() {
    let mut document = parse(JUDGED_AS_IT_IS.as_bytes()).unwrap().scenario;
    let shut = document.teams[0].id.clone();
    let mut other = document.options.remove(0);
    other.id = OptionId::new("other").unwrap();
    let empty = Team::new(TeamId::new("empty").unwrap(), "Empty", Mark::nth(1));
    let seal = document.teams[0].seal().unwrap().clone();
    document.teams.push(empty.sealed(Judged::default(), seal).into());
    let refused = document.edited(&Edit::AddOption(other, 0));
    let all = vec![shut, document.teams[1].id.clone()];
    assert_eq!(refused, Err(Refusal::Sealed(all)));
}

#[test]
fn neither_a_round_nor_a_list_takes_a_sealed_team_in_whatever_it_holds() {
    let document = parse(NOTHING_FOR_AN_EMPTY_GROUP.as_bytes()).unwrap().scenario;
    let shut = document.teams[0].id.clone();
    for teams in [document.teams.clone(), document.without_sealed_records().teams] {
        let added = Edit::AddTeam(Team::clone(&teams[0]), 0);
        let round = Edit::CloseRound(Round {
            name: "First".to_owned(),
            closed: Timestamp::epoch(),
            groups: Vec::new(),
            criteria: Vec::new(),
            options: Vec::new(),
            assumptions: Vec::new(),
            scores: ScoreTable::default(),
            teams,
        });
        for edit in [added, round] {
            let refused = Scenario::new("another").edited(&edit);
            assert_eq!(refused, Err(Refusal::Sealed(vec![shut.clone()])), "{edit:?}");
        }
    }
}

#[test]
fn no_goal_is_turned_under_a_sealed_record_that_may_have_noted_its_ends() {
    let document = parse(NOTHING_FOR_AN_EMPTY_GROUP.as_bytes()).unwrap().scenario;
    let shut = document.teams[0].id.clone();
    let goal = match document.criteria[0].goal {
        Goal::Maximize => Goal::Minimize,
        Goal::Minimize => Goal::Maximize,
    };
    let turned = Criterion { goal, ..document.criteria[0].clone() };
    let edit = Edit::ChangeCriterion(turned.clone());
    assert_eq!(document.edited(&edit), Err(Refusal::Sealed(vec![shut])));
    // Points that carry the direction themselves leave nothing to be turned.
    let points = ValueFunction::Piecewise(vec![(0.0, 0.0), (10.0, 1.0)]);
    let curved = Criterion { value: points.clone(), ..document.criteria[0].clone() };
    let curved = document.edited(&Edit::ChangeCriterion(curved)).unwrap();
    let edit = Edit::ChangeCriterion(Criterion { value: points, ..turned });
    assert!(curved.edited(&edit).is_ok());
}

#[test]
fn a_part_that_is_refused_takes_the_others_with_it() {
    let document = parse(NOTHING_FOR_AN_EMPTY_GROUP.as_bytes()).unwrap().scenario;
    let (criterion, shut) = (document.criteria[0].id.clone(), document.teams[0].id.clone());
    let edits = [
        Edit::Title("another".to_owned()),
        Edit::GiveReason(shut.clone(), criterion, "because".to_owned()),
    ];
    let edit = Edit::Several(edits.to_vec());
    assert_eq!(document.edited(&edit), Err(Refusal::Sealed(vec![shut])));
}
