//! The answers of an open document under random edits, undos and orders of workers: what is shown
//! is always that of the state that it names, and in the end all is as computed directly.

use std::sync::Arc;

use mizan::analysis::Watch;
use mizan::evaluation::{
    Evaluations, Weighting, all_findings, compare_documents, evaluate, side_by_side,
};
use mizan::model::Scenario;
use mizan::session::results::{
    Answer, Comparison, EvaluationOf, Findings, OtherDocument, Query, Request, SideBySideOfWeighed,
    ViewOf,
};
use mizan::session::{Locks, Session};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::documents::tame_documents;
use crate::edits::edit;
use crate::tape::{Numbers, Tape, tapes};

/// A query that is too much for a frame, however small the document.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Large<Q>(Q);

impl<Q: Query> Query for Large<Q> {
    type Output = Q::Output;

    fn cost(&self, _evaluations: &Evaluations) -> usize {
        usize::MAX
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<Q::Output> {
        self.0.compute(evaluations, watch)
    }
}

/// What happens between two frames.
#[derive(Clone, Debug)]
enum Step {
    Edit(Tape),
    Undo,
    Redo,
    /// The worker of a request ends, whichever began first.
    End(usize),
    /// It is never heard of again but as lost.
    Lose(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => tapes(160, Numbers::Tame).prop_map(Step::Edit),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
        6 => any::<usize>().prop_map(Step::End),
        1 => any::<usize>().prop_map(Step::Lose),
    ];
    vec(step, 1..24)
}

/// What is asked in every frame, and the document that is compared with.
struct Asked {
    other: Scenario,
    comparison: Comparison,
    weighting: Weighting,
}

impl Asked {
    fn new(document: &Scenario) -> Self {
        let other = OtherDocument::new(document.clone());
        let sides = [ViewOf::Here(Weighting::Mean), ViewOf::File(other, Weighting::Mean)];
        let comparison = Comparison::new(sides, &Locks::default());
        let first = document.teams.first();
        let weighting = first.map_or(Weighting::Mean, |team| Weighting::Team(team.id.clone()));
        Self { other: document.clone(), comparison, weighting }
    }

    /// Asks everything; whether every answer is of the document as it is. Each that is shown must
    /// be that of its own state.
    fn are_right(&self, session: &Session) -> bool {
        let evaluation = session.ask(&Large(EvaluationOf(self.weighting.clone())));
        let evaluations = check(session, &evaluation, |found, scenario| {
            let found = found.as_ref().map(|evaluation| format!("{evaluation:?}"));
            let direct = evaluate(scenario, &self.weighting);
            let direct = direct.as_ref().map(|evaluation| format!("{evaluation:?}"));
            assert_eq!(found, direct);
        });
        let findings = check(session, &session.ask(&Large(Findings)), |found, scenario| {
            assert_eq!(*found, all_findings(&Evaluations::from(scenario)));
        });
        let teams = session.ask(&Large(SideBySideOfWeighed));
        let teams = check(session, &teams, |found, scenario| {
            let direct = side_by_side(&Evaluations::from(scenario));
            assert_eq!(found.results.agreement, direct.agreement);
            assert_eq!(format!("{:?}", found.results.mean), format!("{:?}", direct.mean));
        });
        let compared = session.ask(&Large(self.comparison.clone()));
        let compared = check(session, &compared, |found, scenario| {
            let other = Evaluations::from(&self.other);
            let direct = compare_documents(&Evaluations::from(scenario), &other);
            assert_eq!(found.differences, direct);
            assert_eq!(found.takings.len(), direct.len().min(200));
        });
        evaluations && findings && teams && compared
    }
}

/// Whether an answer is of the document as it is, once what it shows was compared.
fn check<T>(session: &Session, answer: &Answer<T>, is_right: impl Fn(&T, &Scenario)) -> bool {
    if let Some(known) = answer.last() {
        is_right(known, known.scenario());
        let is_now = known.snapshot.revision() == session.revision();
        assert_eq!(is_now, matches!(answer, Answer::Fresh(_)), "what is old is marked");
        assert_eq!(is_now, Arc::ptr_eq(known.scenario(), session.scenario()) && is_now);
    }
    answer.fresh().is_some()
}

fn take_step(session: &mut Session, under_way: &mut Vec<Request>, step: Step) {
    match step {
        Step::Edit(mut tape) => {
            let edit = edit(&mut tape, session.scenario());
            let gesture = session.begin_gesture();
            // A refused edit is a frame in which nothing happens.
            drop(session.apply(&edit, "edit", gesture));
        }
        Step::Undo => session.undo(),
        Step::Redo => session.redo(),
        Step::End(place) if !under_way.is_empty() => {
            let request = under_way.swap_remove(place % under_way.len());
            session.results().deliver((request.run)());
        }
        Step::Lose(place) if !under_way.is_empty() => {
            let request = under_way.swap_remove(place % under_way.len());
            session.results().lost(request.ticket);
        }
        Step::End(_) | Step::Lose(_) => {}
    }
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn answers_are_those_of_their_state_and_in_the_end_of_the_document(
        document in tame_documents(),
        steps in steps(),
    ) {
        let asked = Asked::new(&document);
        let mut session = Session::new(document);
        let mut under_way = Vec::new();
        for step in steps {
            take_step(&mut session, &mut under_way, step);
            asked.are_right(&session);
            under_way.extend(session.results().take_requests());
        }
        // Something else changes, so that what was lost is tried again.
        let gesture = session.begin_gesture();
        let title = mizan::model::Edit::Title(format!("{}!", session.scenario().title));
        drop(session.apply(&title, "title", gesture));
        for _ in 0..4 {
            for request in under_way.drain(..) {
                session.results().deliver((request.run)());
            }
            if asked.are_right(&session) {
                return Ok(());
            }
            under_way.extend(session.results().take_requests());
        }
        prop_assert!(false, "the answers never become those of the document");
    }
}
