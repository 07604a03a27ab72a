//! The open document's life as the window follows it: its state, and the jobs that do its errands.

use std::collections::BTreeMap;

use super::jobs::{JobId, Jobs};
use super::lifecycle::{DocumentId, Effect, ErrandId, Event, Label, Origin, Present, State, step};
use super::outcome::Outcome;
use crate::session::Session;
use crate::session::results::Ticket;

/// The life of the open document.
#[derive(Default)]
pub(super) struct Life {
    state: State,
    /// The errands that jobs do.
    errands: BTreeMap<JobId, ErrandId>,
    /// The results that jobs compute, and of which document.
    computing: BTreeMap<JobId, (Option<DocumentId>, Ticket)>,
    /// When the document was last saved, as people read a time; empty: not since it was opened.
    pub saved_at: String,
    /// The window was told to close; asked about at the end of the frame.
    pub is_asked_to_close: bool,
}

impl Life {
    pub(super) fn state(&self) -> &State {
        &self.state
    }

    /// Goes one step; gives what is to be done.
    pub(super) fn step(&mut self, event: Event, present: Option<Present>) -> Vec<Effect> {
        let (state, effects) = step(std::mem::take(&mut self.state), event, present);
        self.state = state;
        effects
    }

    /// Notes that a job does an errand.
    pub(super) fn sent(&mut self, job: JobId, errand: ErrandId) {
        self.errands.insert(job, errand);
    }

    /// The errand that a job did, which has ended.
    pub(super) fn returned(&mut self, job: JobId) -> Option<ErrandId> {
        self.errands.remove(&job)
    }

    /// Notes that a job computes a result of the open document.
    pub(super) fn computes(&mut self, job: JobId, ticket: Ticket) {
        self.computing.insert(job, (self.state.document(), ticket));
    }

    /// What a job computed that has ended, where the document is still open.
    pub(super) fn computed(&mut self, job: JobId) -> Option<Ticket> {
        let (document, ticket) = self.computing.remove(&job)?;
        (document == self.state.document()).then_some(ticket)
    }

    /// Says that nobody waits for an errand any more.
    pub(super) fn abandon(&self, errand: ErrandId, jobs: &Jobs<Outcome>) {
        let job = self.errands.iter().find(|(_, sent)| **sent == errand);
        if let Some((job, _)) = job {
            jobs.cancel(*job);
        }
    }

    /// The name of the document's file or preset; empty where none is open.
    pub(super) fn name(&self) -> String {
        self.state.origin().map(Origin::name).unwrap_or_default()
    }
}

/// The open document at this moment.
pub(super) fn present(session: &Session) -> Present {
    Present {
        draft: session.draft(),
        revision: session.revision(),
        is_changed: session.is_changed(),
        label: Label { done: session.undo_name().map(str::to_owned), changes: session.changes() },
    }
}
