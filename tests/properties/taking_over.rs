//! Taking over what differs: whatever is pressed in whichever order, the list gets shorter with
//! each press and ends at no difference.

use std::collections::BTreeSet;
use std::sync::Arc;

use mizan::elicitation::Weighed;
use mizan::evaluation::{
    Difference, Evaluations, Half, Weighting, compare_documents, compare_views, take_over_document,
    take_over_view,
};
use mizan::model::{Elicitation, Judged, NodeId, Scenario, Team, TeamId, judged_for_file};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};

use crate::at_work::{Taken, held, leaving_some_open};
use crate::cases;
use crate::documents::{open_documents, tame_documents};
use crate::edits::edit;
use crate::tape::{Numbers, Tape, tapes};

/// Documents with every record open, and numbers as people type them.
fn documents() -> impl Strategy<Value = Scenario> {
    tame_documents().prop_map(|mut document| {
        for team in &mut document.teams {
            let judged = Judged { seal: None, ..judged_for_file(team).clone() };
            *team = Arc::new(Team::clone(team).judging(judged));
        }
        document
    })
}

/// Whose view is made like whose, and what the left side's team holds.
#[derive(Clone)]
struct Sides {
    left: Weighting,
    right: Weighting,
    held: BTreeSet<NodeId>,
}

impl Sides {
    fn new(left: &Weighting, right: &Weighting) -> Self {
        Self { left: left.clone(), right: right.clone(), held: BTreeSet::new() }
    }
}

fn every_pair(document: &Scenario) -> Vec<Sides> {
    let teams = document.open_teams().map(|team| Weighting::Team(team.id().clone()));
    let all: Vec<Weighting> = teams.chain([Weighting::Mean]).collect();
    let pairs = all.iter().flat_map(|left| all.iter().map(move |right| (left, right)));
    let differ = pairs.filter(|(left, right)| left != right);
    differ.map(|(left, right)| Sides::new(left, right)).collect()
}

/// What the left side of a document can take over from the right, and what of it each is.
fn takeable(
    evaluations: &Evaluations,
    sides: &Sides,
) -> Vec<(Difference, mizan::evaluation::TakenOver)> {
    let [left, right] =
        [&sides.left, &sides.right].map(|weighting| Half { evaluations, weighting });
    let all = compare_views(left, right, None);
    let taken = all.into_iter().filter_map(|(_, difference)| {
        let taken = take_over_view(&difference, left, right, &sides.held)?;
        Some((difference, taken))
    });
    taken.collect()
}

fn count(evaluations: &Evaluations, sides: &Sides) -> usize {
    let [left, right] =
        [&sides.left, &sides.right].map(|weighting| Half { evaluations, weighting });
    compare_views(left, right, None).len()
}

/// Presses whatever the tape picks until nothing can be pressed; gives how often that was.
fn press_all(document: &Scenario, sides: &Sides, tape: &mut Tape) -> Result<usize, TestCaseError> {
    let mut evaluations = Evaluations::from(document);
    let first = count(&evaluations, sides);
    for presses in 0..=first {
        let before = count(&evaluations, sides);
        let takeable = takeable(&evaluations, sides);
        let Some((difference, taken)) = tape.choose(&takeable) else {
            let is_team = matches!(sides.left, Weighting::Team(_));
            // Where shares are held there may be no room.
            let is_end = before == 0 || !is_team || !sides.held.is_empty();
            prop_assert!(is_end, "{before} are left that can't be taken over");
            return Ok(presses);
        };
        let next = evaluations.next(Arc::clone(&taken.after));
        if let Difference::Share { criterion, .. } = difference {
            let taken = Taken { states: [&evaluations, &next], team: &sides.left, criterion };
            taken.check_open()?;
            taken.check_held(&sides.held)?;
        }
        evaluations = next;
        let after = count(&evaluations, sides);
        let is_of_mean = matches!(sides.left, Weighting::Mean);
        prop_assert!(
            is_of_mean || after < before,
            "{before} became {after} by {difference:?} of {:?} and {:?}",
            sides.left,
            sides.right
        );
    }
    Err(TestCaseError::fail(format!("more than {first} presses")))
}

/// What the property is worth rests on this: that teams of every way of weighing take weights over,
/// in groups too.
#[test]
fn random_teams_take_over_by_every_way_of_weighing() {
    let mut runner = TestRunner::deterministic();
    let mut found = [0; 6];
    for _ in 0..150 {
        let document = documents().new_tree(&mut runner).unwrap().current();
        let evaluations = Evaluations::from(&document);
        for sides in every_pair(&document) {
            let Some(team) = sides.left.open_team(&document) else { continue };
            let way = match team.judgement().elicitation {
                Elicitation::Direct(_) => 0,
                Elicitation::Swing(_) => 1,
                Elicitation::Ranking(..) => 2,
                Elicitation::Pairwise(_) => 3,
                Elicitation::BestWorst(_) => 4,
            };
            for (difference, _) in takeable(&evaluations, &sides) {
                if let Difference::Share { criterion, .. } = difference {
                    found[way] += 1;
                    let grouped = |id: &NodeId| document.criterion(id).unwrap().group.is_some();
                    found[5] += usize::from(grouped(&criterion));
                }
            }
        }
    }
    assert!(found.iter().all(|count| *count >= 40), "{found:?}");
}

fn is_share_of(difference: &Difference, id: &str) -> bool {
    matches!(difference, Difference::Share { criterion, .. } if criterion.as_str() == id)
}

#[test]
fn two_grouped_weights_are_taken_over_once_each() {
    let text = r#"(format: 1, title: "Two",
        groups: [(id: "g", name: "G")],
        criteria: [
            (id: "a", name: "A", group: "g"), (id: "b", name: "B", group: "g"),
            (id: "c", name: "C"), (id: "d", name: "D"),
        ],
        teams: [
            (id: "one", name: "One", weights: {"g": 6, "c": 2, "d": 2, "a": 3, "b": 1}),
            (id: "two", name: "Two", weights: {"g": 3, "c": 4, "d": 3, "a": 1, "b": 2}),
        ])"#;
    let mut evaluations =
        Evaluations::from(&mizan::store::parse(text.as_bytes()).unwrap().scenario);
    let team = |id: &str| Weighting::Team(TeamId::new(id).unwrap());
    let sides = Sides::new(&team("one"), &team("two"));
    let mut left = vec![count(&evaluations, &sides)];
    for criterion in ["a", "b", "a", "b"] {
        let is_it = |difference: &Difference| is_share_of(difference, criterion);
        let all = takeable(&evaluations, &sides);
        if let Some((_, taken)) = all.into_iter().find(|(difference, _)| is_it(difference)) {
            evaluations = evaluations.next(Arc::clone(&taken.after));
            left.push(count(&evaluations, &sides));
        }
    }
    assert_eq!(left, [4, 3, 2], "what was taken over is held while the next is");
}

/// What a team weighs and how far it is once it has taken the first criterion's share over from the
/// other team, which gave a and b the same and nothing else.
fn after_taking_the_first(judged: &str) -> (Elicitation, Weighed) {
    let text = format!(
        r#"(format: 1, title: "At work",
            criteria: [
                (id: "a", name: "A"), (id: "b", name: "B"), (id: "c", name: "C"), (id: "d", name: "D"),
            ],
            teams: [
                (id: "one", name: "One", {judged}),
                (id: "two", name: "Two", weights: {{"a": 1, "b": 1}}),
            ])"#
    );
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let [one, two] = ["one", "two"].map(|id| Weighting::Team(TeamId::new(id).unwrap()));
    let sides = Sides::new(&one, &two);
    let all = takeable(&Evaluations::from(&document), &sides);
    let (_, taken) = all.into_iter().find(|(difference, _)| is_share_of(difference, "a")).unwrap();
    let judgement = one.open_team(&taken.after).unwrap().judgement().elicitation.clone();
    let evaluation = Evaluations::from(&*taken.after).of(&one).unwrap();
    (judgement, evaluation.shares.weighed)
}

fn given(numbers: &[(&str, f64)]) -> Vec<(NodeId, f64)> {
    numbers.iter().map(|(id, number)| (NodeId::new(id).unwrap(), *number)).collect()
}

#[test]
fn what_a_team_at_work_left_open_and_gets_no_share_stays_open() {
    let half = Weighed::AtWork { given: 2, of: 4 };
    assert_eq!(
        after_taking_the_first(r#"weights: {"a": 5}"#),
        (Elicitation::Direct(given(&[("a", 5.0), ("b", 5.0)]).into_iter().collect()), half)
    );
    assert_eq!(
        after_taking_the_first(r#"elicitation: Swing([("a", 100)])"#),
        (Elicitation::Swing(given(&[("a", 100.0), ("b", 100.0)])), half)
    );
    assert_eq!(
        after_taking_the_first(r#"elicitation: Ranking(RankSum, [["a"], ["b"]])"#),
        (Elicitation::Direct(given(&[("a", 50.0), ("b", 50.0)]).into_iter().collect()), half)
    );
}

#[test]
fn zeros_that_were_given_stay_given_and_numbers_keep_their_proportions() {
    let nothing = r#"weights: {"a": 6, "b": 2, "c": 0, "d": 0}"#;
    let all = given(&[("a", 4.0), ("b", 4.0), ("c", 0.0), ("d", 0.0)]);
    assert_eq!(
        after_taking_the_first(nothing),
        (Elicitation::Direct(all.into_iter().collect()), Weighed::Done)
    );
}

/// The shares of a team that holds some nodes of the tree once it has taken a criterion's share over
/// from another; none where it can't.
fn after_taking(criterion: &str, held: &[&str]) -> Option<[f64; 4]> {
    let text = r#"(format: 1, title: "Held",
        groups: [(id: "g", name: "G")],
        criteria: [
            (id: "a", name: "A", group: "g"), (id: "b", name: "B", group: "g"),
            (id: "cost", name: "Cost"), (id: "risk", name: "Risk"),
        ],
        teams: [
            (id: "one", name: "One", weights: {"g": 4, "cost": 4, "risk": 2, "a": 1, "b": 3}),
            (id: "two", name: "Two", weights: {"g": 3, "cost": 2, "risk": 5, "a": 2, "b": 1}),
        ])"#;
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let [one, two] = ["one", "two"].map(|id| Weighting::Team(TeamId::new(id).unwrap()));
    let held = held.iter().map(|id| NodeId::new(id).unwrap()).collect();
    let sides = Sides { held, ..Sides::new(&one, &two) };
    let all = takeable(&Evaluations::from(&document), &sides);
    let (_, taken) = all.into_iter().find(|(difference, _)| is_share_of(difference, criterion))?;
    let evaluation = Evaluations::from(&*taken.after).of(&one).unwrap();
    evaluation.shares.criteria.clone().try_into().ok()
}

#[test]
fn what_a_team_holds_stays_while_a_share_is_taken_over() {
    let is_near = |found: Option<[f64; 4]>, expected: [f64; 4]| {
        let near = |(a, b): (f64, f64)| (a - b).abs() < 1e-12;
        assert!(found.unwrap().into_iter().zip(expected).all(near), "{found:?}, {expected:?}");
    };
    is_near(after_taking("risk", &[]), [0.0625, 0.1875, 0.25, 0.5]);
    is_near(after_taking("risk", &["cost"]), [0.025, 0.075, 0.4, 0.5]);
    is_near(after_taking("risk", &["g"]), [0.1, 0.3, 0.1, 0.5]);
    is_near(after_taking("a", &["g"]), [0.2, 0.2, 0.4, 0.2]);
    is_near(after_taking("risk", &["risk"]), [0.0625, 0.1875, 0.25, 0.5]);
    assert_eq!(after_taking("risk", &["cost", "g"]), None, "all the others are held");
}

/// A document that was made of another by some edits.
fn edited(document: &Scenario, tape: &mut Tape) -> Scenario {
    let mut next = document.clone();
    for _ in 0..tape.pick(8) {
        if let Ok(after) = next.edited(&edit(tape, &next)) {
            next = after;
        }
    }
    next
}

fn pressed_documents(
    document: &Scenario,
    other: &Scenario,
    tape: &mut Tape,
) -> Result<Vec<Difference>, TestCaseError> {
    let (mut here, there) = (Evaluations::from(document), Evaluations::from(other));
    let mean = Weighting::Mean;
    let first = compare_documents(&here, &there).len();
    for _ in 0..=first {
        let all = compare_documents(&here, &there);
        let [left, right] =
            [&here, &there].map(|evaluations| Half { evaluations, weighting: &mean });
        let takeable: Vec<_> = all
            .iter()
            .filter_map(|difference| {
                Some((difference, take_over_document(difference, left, right)?))
            })
            .collect();
        let Some((difference, taken)) = tape.choose(&takeable) else {
            return Ok(all);
        };
        let next = here.next(Arc::clone(&taken.after));
        let after = compare_documents(&next, &there);
        let added: Vec<&Difference> = after.iter().filter(|it| !all.contains(it)).collect();
        // A team that can't come in whole comes without its seal, which nothing brings back.
        let open = |all: &[Difference]| {
            all.iter().filter(|it| !matches!(it, Difference::Seal { .. })).count()
        };
        let (before, left) = (open(&all), open(&after));
        prop_assert!(left < before, "{before} became {left} by {difference:?}: {added:?}");
        here = next;
    }
    Err(TestCaseError::fail(format!("more than {first} presses")))
}

/// Whether a difference is one that can never be taken over: what was sealed, and rounds that
/// closed.
fn is_of_record(difference: &Difference) -> bool {
    matches!(
        difference,
        Difference::Seal { .. }
            | Difference::OnlyRound(..)
            | Difference::Round(_)
            | Difference::RoundOrder
    )
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_press_leaves_less_to_be_taken_over_between_views(document in documents(), mut tape in tapes(200, Numbers::Tame)) {
        for sides in every_pair(&document) {
            press_all(&document, &sides, &mut tape)?;
        }
    }

    #[test]
    fn teams_at_work_are_given_no_zeros_and_end_at_no_difference(document in documents(), mut tape in tapes(400, Numbers::Tame)) {
        let document = leaving_some_open(&document, &mut tape);
        for sides in every_pair(&document) {
            press_all(&document, &sides, &mut tape)?;
        }
    }

    #[test]
    fn shares_that_a_team_holds_stay_whatever_it_takes_over(document in documents(), mut tape in tapes(600, Numbers::Tame)) {
        let document = leaving_some_open(&document, &mut tape);
        for sides in every_pair(&document) {
            let sides = Sides { held: held(&document, &mut tape), ..sides };
            press_all(&document, &sides, &mut tape)?;
        }
    }

    #[test]
    fn every_press_leaves_less_to_be_taken_over_between_documents(document in documents(), mut tape in tapes(1_200, Numbers::Tame)) {
        let other = edited(&document, &mut tape);
        let left = pressed_documents(&document, &other, &mut tape)?;
        prop_assert!(left.iter().all(is_of_record), "{left:?} are left");
    }

    #[test]
    fn documents_differ_in_nothing_where_they_are_equal_and_only_there(document in open_documents(), mut tape in tapes(600, Numbers::Wild)) {
        let other = edited(&document, &mut tape);
        let found = compare_documents(&Evaluations::from(&document), &Evaluations::from(&other));
        prop_assert_eq!(found.is_empty(), document == other, "{:?}", found);
    }
}
