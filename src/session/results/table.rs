//! What is known of one kind of query: by key the last result, and the request under way.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use indexmap::IndexMap;

use super::request::Outcome;
use super::{Answer, Computed, INLINE_CELLS, Known, Query, Request, Slot, Snapshot, Ticket, Work};
use crate::analysis::Watch;
use crate::evaluation::Evaluations;

/// The document as it is now.
pub(super) struct Present {
    pub(super) snapshot: Snapshot,
    pub(super) evaluations: Arc<Evaluations>,
}

/// A table, whatever its queries.
pub(super) trait AnyTable: Any {
    fn take_requests(&mut self, present: &Present) -> Vec<Request>;

    /// Gives back what is none of its own.
    fn deliver(&mut self, computed: Computed) -> Option<Computed>;

    fn lost(&mut self, ticket: Ticket);

    fn work(&self, present: &Present) -> Work;
}

/// The answers to one kind of query.
pub(super) struct Table<Q: Query> {
    entries: IndexMap<Q, Entry<Q::Output>>,
}

impl<Q: Query> Default for Table<Q> {
    fn default() -> Self {
        Self { entries: IndexMap::new() }
    }
}

struct Entry<T> {
    slot: Slot,
    last: Option<Known<T>>,
    flight: Option<Flight>,
    /// The revision that it broke down for.
    failed: Option<u64>,
    asked: Asked,
}

/// When a query was last asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    InThisFrame,
    InTheLast,
    Before,
}

/// A request under way. Whoever lets go of it tells it to end.
struct Flight {
    revision: u64,
    watch: Arc<Watch>,
    /// It took the place of another that was told to end.
    has_overtaken: bool,
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.watch.cancel();
    }
}

/// What is to be done for an answer.
enum Need {
    Nothing,
    Inline,
    Worker,
}

impl<Q: Query> Table<Q> {
    /// The answer as far as it is known; a query that wasn't asked before gets the next slot.
    pub(super) fn ask(
        &mut self,
        query: &Q,
        present: &Present,
        next_slot: &Cell<u64>,
    ) -> Answer<Q::Output> {
        let new = || Entry::new(Slot::nth(next_slot.replace(next_slot.get() + 1)));
        let entry = self.entries.entry(query.clone()).or_insert_with(new);
        entry.asked = Asked::InThisFrame;
        if let Need::Inline = entry.need(query, present) {
            entry.flight = None;
            entry.take(present.snapshot.clone(), run(query, present, &Watch::default()));
        }
        entry.answer(present)
    }
}

impl<T: Send + Sync + 'static> Entry<T> {
    fn new(slot: Slot) -> Self {
        Self { slot, last: None, flight: None, failed: None, asked: Asked::InThisFrame }
    }

    fn is_fresh(&self, present: &Present) -> bool {
        let revision = present.snapshot.revision();
        self.last.as_ref().is_some_and(|known| known.snapshot.revision() == revision)
    }

    fn need<Q: Query<Output = T>>(&self, query: &Q, present: &Present) -> Need {
        if self.is_fresh(present) || self.failed == Some(present.snapshot.revision()) {
            Need::Nothing
        } else if query.cost(&present.evaluations) <= INLINE_CELLS {
            Need::Inline
        } else {
            Need::Worker
        }
    }

    fn answer(&self, present: &Present) -> Answer<T> {
        let last = self.last.clone();
        let progress = self.flight.as_ref().map_or(0.0, |flight| flight.watch.progress());
        match last {
            last if self.failed == Some(present.snapshot.revision()) => Answer::Failed { last },
            Some(last) if self.is_fresh(present) => Answer::Fresh(last),
            Some(last) => Answer::Stale { last, progress },
            None => Answer::Pending { progress },
        }
    }

    /// Takes an outcome for a state of the document, unless a later one's is known.
    fn take(&mut self, snapshot: Snapshot, outcome: Outcome) {
        let revision = snapshot.revision();
        match outcome {
            Outcome::Done(output) => {
                let is_newer =
                    self.last.as_ref().is_none_or(|last| last.snapshot.revision() < revision);
                if let Some(result) = output.downcast::<Arc<T>>().ok().filter(|_| is_newer) {
                    self.last = Some(Known { snapshot, result: *result });
                }
            }
            Outcome::Panicked => self.failed = self.failed.max(Some(revision)),
            Outcome::Cancelled => {}
        }
    }

    /// Sets off for the present state where nothing is under way, or what is under way is outdated.
    /// A request that overtook another is let finish: while something is dragged, each frame brings
    /// a newer revision, and a result is to be seen now and then.
    fn depart<Q: Query<Output = T>>(&mut self, query: &Q, present: &Present) -> Option<Request> {
        let revision = present.snapshot.revision();
        let is_to_finish = |flight: &Flight| flight.revision == revision || flight.has_overtaken;
        if self.flight.as_ref().is_some_and(is_to_finish) {
            return None;
        }
        let (watch, has_overtaken) = (Arc::new(Watch::default()), self.flight.is_some());
        self.flight = Some(Flight { revision, watch: Arc::clone(&watch), has_overtaken });
        let ticket = Ticket { slot: self.slot, revision };
        let (query, watched) = (query.clone(), Arc::clone(&watch));
        let present = Present {
            snapshot: present.snapshot.clone(),
            evaluations: Arc::clone(&present.evaluations),
        };
        let run = Box::new(move || {
            let outcome = run(&query, &present, &watched);
            Computed { ticket, snapshot: present.snapshot, outcome }
        });
        Some(Request { ticket, watch, run })
    }
}

fn run<Q: Query>(query: &Q, present: &Present, watch: &Watch) -> Outcome {
    // What a query broke on the way is seen by nobody: it only reads, and its output is dropped.
    let computed = catch_unwind(AssertUnwindSafe(|| query.compute(&present.evaluations, watch)));
    match computed {
        Ok(Some(output)) => Outcome::Done(Box::new(Arc::new(output))),
        Ok(None) => Outcome::Cancelled,
        Err(_) => Outcome::Panicked,
    }
}

impl<Q: Query> AnyTable for Table<Q> {
    fn take_requests(&mut self, present: &Present) -> Vec<Request> {
        self.entries
            .retain(|_, entry| entry.asked == Asked::InThisFrame || entry.is_fresh(present));
        let depart = |(query, entry): (&Q, &mut Entry<Q::Output>)| {
            let is_asked = entry.asked == Asked::InThisFrame;
            entry.asked = if is_asked { Asked::InTheLast } else { Asked::Before };
            let is_wanted = is_asked && matches!(entry.need(query, present), Need::Worker);
            if is_wanted { entry.depart(query, present) } else { None }
        };
        self.entries.iter_mut().filter_map(depart).collect()
    }

    fn deliver(&mut self, computed: Computed) -> Option<Computed> {
        let slot = computed.ticket.slot;
        let Some(entry) = self.entries.values_mut().find(|entry| entry.slot == slot) else {
            return Some(computed);
        };
        let revision = computed.ticket.revision;
        entry.flight.take_if(|flight| flight.revision == revision);
        entry.take(computed.snapshot, computed.outcome);
        None
    }

    fn lost(&mut self, ticket: Ticket) {
        for entry in self.entries.values_mut().filter(|entry| entry.slot == ticket.slot) {
            let lost = entry.flight.take_if(|flight| flight.revision == ticket.revision);
            if lost.is_some_and(|flight| !flight.watch.is_cancelled()) {
                entry.failed = entry.failed.max(Some(ticket.revision));
            }
        }
    }

    fn work(&self, present: &Present) -> Work {
        let of = |(query, entry): (&Q, &Entry<Q::Output>)| match entry.need(query, present) {
            Need::Worker => {
                let watch = entry.flight.as_ref().map(|flight| &flight.watch);
                Work::Updating(watch.map_or(0.0, |watch| watch.progress()))
            }
            Need::Nothing if !entry.is_fresh(present) => Work::Failed,
            Need::Nothing | Need::Inline => Work::Done,
        };
        let shown = self.entries.iter().filter(|(_, entry)| entry.asked != Asked::Before);
        shown.map(of).fold(Work::Done, Work::and)
    }
}
