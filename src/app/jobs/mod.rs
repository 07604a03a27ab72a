//! Work that may take long or wait, in lanes: whatever a job does, it ends with exactly one
//! [`Ended`], so that nobody waits for ever.
//!
//! The module knows no document, file or window. A lane goes on by itself when a job ends; whoever
//! handed jobs in takes their ends out with [`Jobs::take`].

mod executor;
mod lane;
mod queue;

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

pub use executor::{Executor, Fate, Immediate, Manual, Task, Threads};
pub use lane::{Lane, Slot};
pub use queue::{JobId, Work};

use crate::analysis::Watch;
use queue::{Job, Queue};

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End<O> {
    Done(O),
    /// It panicked, or was never run: what there was to say about it, for the log.
    Failed(String),
    /// A newer one took its place, or nobody waited any more.
    Cancelled,
}

/// The end of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended<O> {
    pub job: JobId,
    pub lane: Lane,
    pub end: End<O>,
}

/// The jobs of the program.
pub struct Jobs<O> {
    desk: Arc<Desk<O>>,
    inbox: Receiver<Ended<O>>,
    issued: u64,
}

/// What the threads share.
struct Desk<O> {
    executor: Arc<dyn Executor>,
    lanes: Mutex<BTreeMap<Lane, Queue<O>>>,
    /// Told whenever a job has ended.
    has_ended: Condvar,
    outbox: Sender<Ended<O>>,
    wake: Box<dyn Fn() + Send + Sync>,
}

impl<O: Send + 'static> Jobs<O> {
    /// `wake` is called whenever there is an end to be taken out, on whatever thread.
    pub fn new(executor: Box<dyn Executor>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (outbox, inbox) = channel();
        let desk = Desk {
            executor: Arc::from(executor),
            lanes: Mutex::default(),
            has_ended: Condvar::new(),
            outbox,
            wake: Box::new(wake),
        };
        Self { desk: Arc::new(desk), inbox, issued: 0 }
    }

    /// Hands a job in.
    pub fn submit(&mut self, lane: Lane, work: Work<O>) -> JobId {
        self.submit_watched(lane, Arc::default(), work)
    }

    /// Hands a job in that is looked in on by a watch of its own.
    pub fn submit_watched(&mut self, lane: Lane, watch: Arc<Watch>, work: Work<O>) -> JobId {
        self.issued += 1;
        let id = JobId(self.issued);
        let job = Job { id, watch, work };
        let gone = self.desk.lanes().entry(lane).or_default().push(lane.order(), job);
        for gone in gone {
            self.desk.tell(gone, lane, End::Cancelled);
        }
        self.desk.go_on(lane);
        id
    }

    /// Says that nobody waits for a job any more: one that waits goes, one that runs is asked to
    /// stop, and ends as cancelled whatever it found.
    pub fn cancel(&self, id: JobId) {
        let mut lanes = self.desk.lanes();
        for queue in lanes.values() {
            if let Some(watch) = queue.watch(id) {
                watch.cancel();
            }
        }
        let found =
            lanes.iter_mut().find_map(|(lane, queue)| queue.drop_waiting(id).then_some(*lane));
        drop(lanes);
        if let Some(lane) = found {
            self.desk.tell(id, lane, End::Cancelled);
        }
    }

    /// The next end, in the order in which jobs ended; none where there is none yet.
    pub fn take(&self) -> Option<Ended<O>> {
        self.inbox.try_recv().ok()
    }

    /// Waits until a lane is empty, at most for so long.
    pub fn finish(&self, lane: Lane, within: Duration) {
        let is_busy = |lanes: &mut BTreeMap<Lane, Queue<O>>| {
            lanes.get(&lane).is_some_and(|queue| !queue.is_empty())
        };
        drop(self.desk.has_ended.wait_timeout_while(self.desk.lanes(), within, is_busy));
    }
}

impl<O: Send + 'static> Desk<O> {
    fn lanes(&self) -> MutexGuard<'_, BTreeMap<Lane, Queue<O>>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, job: JobId, lane: Lane, end: End<O>) {
        // Nobody listens any more where the window has closed meanwhile.
        drop(self.outbox.send(Ended { job, lane, end }));
        (self.wake)();
    }

    /// The job of a lane that may begin; a lane that is empty is forgotten.
    fn next(&self, lane: Lane) -> Option<Job<O>> {
        let mut lanes = self.lanes();
        let queue = lanes.get_mut(&lane)?;
        let next = queue.next(lane.order());
        if queue.is_empty() {
            lanes.remove(&lane);
        }
        next
    }

    /// Begins the next job of a lane, where it may begin.
    fn go_on(self: &Arc<Self>, lane: Lane) {
        if let Some(job) = self.next(lane) {
            let id = job.id;
            let mut run = Run { desk: Arc::clone(self), lane, id, job: Some(job) };
            self.executor.spawn(Task::new(id, lane, Box::new(move |fate| run.run(fate))));
        }
    }
}

/// A job on its way to its end.
struct Run<O: Send + 'static> {
    desk: Arc<Desk<O>>,
    lane: Lane,
    id: JobId,
    /// None once it has run.
    job: Option<Job<O>>,
}

impl<O: Send + 'static> Run<O> {
    fn run(&mut self, fate: Fate) {
        let Some(Job { watch, work, .. }) = self.job.take() else { return };
        let ran = catch_unwind(AssertUnwindSafe(|| fated(fate, || work(&watch))));
        self.end(match ran {
            Ok(_) if watch.is_cancelled() => End::Cancelled,
            Ok(outcome) => End::Done(outcome),
            Err(panic) => End::Failed(said(&*panic)),
        });
    }

    fn end(&self, end: End<O>) {
        if let Some(queue) = self.desk.lanes().get_mut(&self.lane) {
            queue.end(self.id);
        }
        self.desk.tell(self.id, self.lane, end);
        self.desk.go_on(self.lane);
        self.desk.has_ended.notify_all();
    }
}

impl<O: Send + 'static> Drop for Run<O> {
    fn drop(&mut self) {
        if self.job.take().is_some() {
            self.end(End::Failed("it was never run".to_owned()));
        }
    }
}

#[expect(clippy::panic, reason = "tests make jobs panic; the caller catches it")]
fn fated<O>(fate: Fate, work: impl FnOnce() -> O) -> O {
    match fate {
        Fate::Works => work(),
        Fate::PanicsAtFirst => panic!("at first"),
        Fate::PanicsAtLast => {
            work();
            panic!("at last")
        }
    }
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
