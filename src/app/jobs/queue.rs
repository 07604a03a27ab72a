//! The jobs of one lane: those that run and those that wait.

use std::collections::VecDeque;
use std::sync::Arc;

use super::lane::Order;
use crate::analysis::Watch;

/// The number of a job, issued when it is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub(super) u64);

/// What a job does. It may look at the watch to hear that nobody waits any more.
pub type Work<O> = Box<dyn FnOnce(&Watch) -> O + Send>;

pub(super) struct Job<O> {
    pub id: JobId,
    pub watch: Arc<Watch>,
    pub work: Work<O>,
}

/// The jobs of a lane.
pub(super) struct Queue<O> {
    running: Vec<(JobId, Arc<Watch>)>,
    waiting: VecDeque<Job<O>>,
}

impl<O> Default for Queue<O> {
    fn default() -> Self {
        Self { running: Vec::new(), waiting: VecDeque::new() }
    }
}

impl<O> Queue<O> {
    /// Takes a job in; gives those that it takes the place of.
    pub(super) fn push(&mut self, order: Order, job: Job<O>) -> Vec<JobId> {
        let gone = match order {
            Order::EachInTurn | Order::AtOnce => Vec::new(),
            Order::NewestWaits | Order::NewestAlone => {
                self.waiting.drain(..).map(|job| job.id).collect()
            }
        };
        if order == Order::NewestAlone {
            self.running.iter().for_each(|(_, watch)| watch.cancel());
        }
        self.waiting.push_back(job);
        gone
    }

    /// The job that may begin now; it counts as running from here on.
    pub(super) fn next(&mut self, order: Order) -> Option<Job<O>> {
        if order != Order::AtOnce && !self.running.is_empty() {
            return None;
        }
        let job = self.waiting.pop_front()?;
        self.running.push((job.id, Arc::clone(&job.watch)));
        Some(job)
    }

    pub(super) fn end(&mut self, id: JobId) {
        self.running.retain(|(running, _)| *running != id);
    }

    /// Takes a job out that waits; whether it did.
    pub(super) fn drop_waiting(&mut self, id: JobId) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|job| job.id != id);
        self.waiting.len() < before
    }

    /// The watch of a job that runs.
    pub(super) fn watch(&self, id: JobId) -> Option<&Arc<Watch>> {
        self.running.iter().find(|(running, _)| *running == id).map(|(_, watch)| watch)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.running.is_empty() && self.waiting.is_empty()
    }
}
