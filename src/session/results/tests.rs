//! The layer by itself, driven by queries that only count.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::*;
use crate::analysis::Watch;
use crate::evaluation::Weighting;

/// A query that counts how often it is computed and answers with the document's title.
#[derive(Clone)]
struct Title {
    name: &'static str,
    cost: usize,
    is_broken: Arc<AtomicBool>,
    computed: Arc<AtomicUsize>,
}

impl PartialEq for Title {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Title {}

impl std::hash::Hash for Title {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl Query for Title {
    type Output = String;

    fn cost(&self, _evaluations: &Evaluations) -> usize {
        self.cost
    }

    fn compute(&self, evaluations: &Evaluations, watch: &Watch) -> Option<String> {
        self.computed.fetch_add(1, Ordering::Relaxed);
        assert!(!self.is_broken.load(Ordering::Relaxed), "a query that breaks down");
        (!watch.is_cancelled()).then(|| evaluations.scenario().title.clone())
    }
}

fn title(name: &'static str, cost: usize) -> Title {
    Title { name, cost, is_broken: Arc::default(), computed: Arc::default() }
}

fn small() -> Title {
    title("small", INLINE_CELLS)
}

fn large() -> Title {
    title("large", INLINE_CELLS + 1)
}

fn results() -> Results {
    Results::new(Arc::new(Scenario::new("0")))
}

fn advance(results: &mut Results, title: &str) {
    results.advance(Arc::new(Scenario::new(title)));
}

/// What an answer says: its kind and the title that it holds.
fn told(answer: &Answer<String>) -> String {
    let kind = match answer {
        Answer::Fresh(_) => "fresh",
        Answer::Stale { .. } => "stale",
        Answer::Pending { .. } => "pending",
        Answer::Failed { .. } => "failed",
    };
    let last = answer.last().map_or("-", |known| known.as_str());
    format!("{kind} {last}")
}

/// A frame: the answer to a query, and what workers are asked to do.
fn frame(results: &Results, query: &Title) -> (String, Vec<Request>) {
    let told = told(&results.ask(query));
    (told, results.take_requests())
}

fn only(requests: Vec<Request>) -> Request {
    let [request] = <[Request; 1]>::try_from(requests).ok().expect("one request");
    request
}

#[test]
fn small_work_is_done_at_once_and_once_a_revision() {
    let (mut results, query) = (results(), small());
    for _ in 0..3 {
        let (told, requests) = frame(&results, &query);
        assert_eq!((told.as_str(), requests.len()), ("fresh 0", 0));
    }
    assert_eq!(query.computed.load(Ordering::Relaxed), 1);
    advance(&mut results, "1");
    assert_eq!(frame(&results, &query).0, "fresh 1");
    assert_eq!((query.computed.load(Ordering::Relaxed), results.work()), (2, Work::Done));
}

#[test]
fn large_work_leaves_the_last_result_on_screen_marked() {
    let (mut results, query) = (results(), large());
    let (told, requests) = frame(&results, &query);
    assert_eq!((told.as_str(), results.work()), ("pending -", Work::Updating(0.0)));
    results.deliver((only(requests).run)());
    assert_eq!((frame(&results, &query).0.as_str(), results.work()), ("fresh 0", Work::Done));
    advance(&mut results, "1");
    assert_eq!(results.work(), Work::Updating(0.0), "marked before anyone asks again");
    let (told, requests) = frame(&results, &query);
    assert_eq!(told, "stale 0");
    let (told, again) = frame(&results, &query);
    assert_eq!((told.as_str(), again.len()), ("stale 0", 0), "what is under way isn't asked twice");
    results.deliver((only(requests).run)());
    assert_eq!(frame(&results, &query).0, "fresh 1");
    assert_eq!(query.computed.load(Ordering::Relaxed), 2);
}

#[test]
fn a_newer_revision_ends_the_work_for_an_older_but_not_twice_in_a_row() {
    let (mut results, query) = (results(), large());
    let first = only(frame(&results, &query).1);
    advance(&mut results, "1");
    let second = only(frame(&results, &query).1);
    assert!(first.watch.is_cancelled() && !second.watch.is_cancelled());
    assert_eq!(first.ticket.slot, second.ticket.slot);
    advance(&mut results, "2");
    assert!(frame(&results, &query).1.is_empty(), "the second is let finish");
    results.deliver((second.run)());
    let (told, requests) = frame(&results, &query);
    assert_eq!(told, "stale 1", "so that something moves while each frame brings a revision");
    results.deliver((first.run)());
    results.deliver((only(requests).run)());
    assert_eq!(frame(&results, &query).0, "fresh 2");
}

#[test]
fn what_comes_late_never_takes_the_place_of_what_is_newer() {
    let (mut results, query) = (results(), large());
    let late = only(frame(&results, &query).1);
    let late = Computed {
        outcome: request::Outcome::Done(Box::new(Arc::new("late".to_owned()))),
        ..(late.run)()
    };
    advance(&mut results, "1");
    results.deliver((only(frame(&results, &query).1).run)());
    results.deliver(late);
    assert_eq!(frame(&results, &query).0, "fresh 1");
}

#[test]
fn a_query_that_breaks_down_is_told_and_tried_again_with_the_next_revision_alone() {
    for cost in [INLINE_CELLS, INLINE_CELLS + 1] {
        let mut results = results();
        let query = title("query", cost);
        frame(&results, &query).1.into_iter().for_each(|request| results.deliver((request.run)()));
        advance(&mut results, "1");
        query.is_broken.store(true, Ordering::Relaxed);
        frame(&results, &query).1.into_iter().for_each(|request| results.deliver((request.run)()));
        let computed = query.computed.load(Ordering::Relaxed);
        let (told, requests) = frame(&results, &query);
        assert_eq!((told.as_str(), requests.len(), results.work()), ("failed 0", 0, Work::Failed));
        assert_eq!(query.computed.load(Ordering::Relaxed), computed, "it isn't retried");
        query.is_broken.store(false, Ordering::Relaxed);
        advance(&mut results, "2");
        frame(&results, &query).1.into_iter().for_each(|request| results.deliver((request.run)()));
        assert_eq!((frame(&results, &query).0.as_str(), results.work()), ("fresh 2", Work::Done));
    }
}

#[test]
fn lost_work_is_told_unless_it_was_told_to_end() {
    let (mut results, query) = (results(), large());
    let ended = only(frame(&results, &query).1).ticket;
    advance(&mut results, "1");
    let lost = only(frame(&results, &query).1).ticket;
    results.lost(ended);
    assert_eq!(frame(&results, &query).0, "pending -", "the newer request is still under way");
    results.lost(lost);
    let (told, requests) = frame(&results, &query);
    assert_eq!((told.as_str(), requests.len()), ("failed -", 0));
}

#[test]
fn work_that_nobody_asks_for_any_more_is_ended() {
    let (results, query) = (results(), large());
    let request = only(frame(&results, &query).1);
    assert!(results.take_requests().is_empty() && request.watch.is_cancelled());
    results.deliver((request.run)());
    let again = only(frame(&results, &query).1);
    drop(results);
    assert!(again.watch.is_cancelled(), "a closed document needs no results");
}

#[test]
fn a_result_stays_while_its_document_does_even_unasked() {
    let (results, query) = (results(), small());
    frame(&results, &query);
    assert!(results.take_requests().is_empty() && results.take_requests().is_empty());
    frame(&results, &query);
    assert_eq!(query.computed.load(Ordering::Relaxed), 1);
}

#[test]
fn what_is_shown_no_more_is_no_work() {
    let (mut results, query) = (results(), large());
    results.deliver((only(frame(&results, &query).1).run)());
    results.take_requests();
    results.take_requests();
    advance(&mut results, "1");
    assert_eq!(results.work(), Work::Done);
}

#[test]
fn all_that_derives_from_teams_shares_one_evaluation_a_team() {
    let results = results();
    let mean = results.ask(&EvaluationOf(Weighting::Mean));
    let evaluation = mean.fresh().and_then(|known| known.as_ref().ok()).expect("an evaluation");
    let again = results.present.evaluations.of(&Weighting::Mean).expect("an evaluation");
    assert!(Arc::ptr_eq(evaluation, &again));
}
