//! What is derived from the open document, as answers to queries: each is computed once a
//! revision, small work within the frame, large work on a worker while the last result stays.
//!
//! A query is a key with a function of the document's [`Evaluations`]; it knows no thread. The
//! window asks in a frame, takes the requests after it, and hands back what came of them. Whatever
//! order workers end in, whether they are cancelled, lost or panic, an answer is of the state of
//! the document that it names.

mod answer;
mod comparison;
mod evaluation;
mod findings;
mod firm;
mod gaps;
mod query;
mod request;
mod side_by_side;
mod snapshot;
mod table;
mod turns_on;
mod weighing;

use std::any::{Any, TypeId};
use std::cell::{Cell, RefCell};
use std::sync::Arc;

use crate::analysis::Problem;
use crate::evaluation::Evaluations;
use crate::model::{Scenario, TeamId};
pub use answer::{Answer, Known, Work};
pub use comparison::{Compared, Comparison, LISTED, OtherDocument, Side, Taking, ViewOf};
pub use evaluation::{EvaluationOf, Scales};
pub use findings::Findings;
pub use firm::{
    CriticalOf, CrossCheckOf, FirmOf, Found, NeverWinsOf, OddsOf, PlacesOf, TriangleOf, TurnedOf,
};
pub use gaps::GapsOf;
pub use query::{INLINE_CELLS, Query};
pub use request::{Computed, Request, Slot, Ticket};
pub use side_by_side::{SideBySideOfWeighed, WeighedTeams};
pub use snapshot::Snapshot;
use table::{AnyTable, Present, Table};
pub use turns_on::{BetweenOf, ThenAndNow, ThenAndNowOf, TurnsOnOf};
pub use weighing::{HintsOf, MovesAgainstEqual, SwingEndsOf};

/// The results of the open document.
pub struct Results {
    present: Present,
    /// One for each kind of query that was asked, in that order.
    tables: RefCell<Vec<(TypeId, Box<dyn AnyTable>)>>,
    next_slot: Cell<u64>,
}

impl Results {
    pub(super) fn new(scenario: Arc<Scenario>) -> Self {
        let evaluations = Arc::new(Evaluations::new(Arc::clone(&scenario)));
        let present = Present { snapshot: Snapshot::first(scenario), evaluations };
        Self { present, tables: RefCell::default(), next_slot: Cell::new(0) }
    }

    /// The document has become another: answers from now on are of that one.
    pub(super) fn advance(&mut self, scenario: Arc<Scenario>) {
        let evaluations = Arc::new(self.present.evaluations.next(Arc::clone(&scenario)));
        self.present = Present { snapshot: self.present.snapshot.next(scenario), evaluations };
    }

    pub fn snapshot(&self) -> &Snapshot {
        &self.present.snapshot
    }

    pub(super) fn evaluations(&self) -> &Evaluations {
        &self.present.evaluations
    }

    /// The answer to a query, as far as it is known now.
    pub fn ask<Q: Query>(&self, query: &Q) -> Answer<Q::Output> {
        self.with_table(|table: &mut Table<Q>| table.ask(query, &self.present, &self.next_slot))
    }

    /// The document from a team's viewpoint, for what is to become of its judgement; none where the
    /// team isn't there, or is sealed.
    pub fn problem_for(&self, team: &TeamId) -> Option<Arc<Problem>> {
        self.present.evaluations.problem_for(team).ok()
    }

    /// What workers are to do, of what was asked since the last call: once a frame, behind its last
    /// panel. Work that nobody asked for any more is told to end.
    pub fn take_requests(&self) -> Vec<Request> {
        let mut tables = self.tables.borrow_mut();
        tables.iter_mut().flat_map(|(_, table)| table.take_requests(&self.present)).collect()
    }

    /// Takes in what a worker computed. What came too late to be of use is let go.
    pub fn deliver(&self, computed: Computed) {
        let mut tables = self.tables.borrow_mut();
        tables.iter_mut().try_fold(computed, |computed, (_, table)| table.deliver(computed));
    }

    /// Notes that a worker's request came to nothing: it isn't tried again for this revision,
    /// unless it was told to end.
    pub fn lost(&self, ticket: Ticket) {
        self.tables.borrow_mut().iter_mut().for_each(|(_, table)| table.lost(ticket));
    }

    /// Whether what is shown is as the document is, in sum over all that is being asked for.
    pub fn work(&self) -> Work {
        let tables = self.tables.borrow();
        tables.iter().map(|(_, table)| table.work(&self.present)).fold(Work::Done, Work::and)
    }

    #[expect(clippy::expect_used, reason = "a table is found by the type that it is made with")]
    fn with_table<Q: Query, R>(&self, then: impl FnOnce(&mut Table<Q>) -> R) -> R {
        let mut tables = self.tables.borrow_mut();
        let kind = TypeId::of::<Q>();
        let place = tables.iter().position(|(known, _)| *known == kind).unwrap_or_else(|| {
            tables.push((kind, Box::<Table<Q>>::default()));
            tables.len() - 1
        });
        let table = tables.get_mut(place).map(|(_, table)| &mut **table as &mut dyn Any);
        then(table.and_then(|table| table.downcast_mut()).expect("a table of its type"))
    }
}

#[cfg(test)]
mod tests;
