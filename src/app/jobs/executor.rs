//! Where jobs run: in the program on threads, in tests within the frame or when the test says so.

use std::sync::{Arc, Mutex, PoisonError};

use super::lane::Lane;
use super::queue::JobId;

/// A job that may begin. Dropped without having run it counts as failed, so that nobody waits for
/// it.
pub struct Task {
    pub job: JobId,
    pub lane: Lane,
    run: Box<dyn FnOnce(Fate) + Send>,
}

/// What becomes of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It does its work.
    Works,
    /// It panics before it has done anything.
    PanicsAtFirst,
    /// It panics once its work is done, so that nobody hears of that.
    PanicsAtLast,
}

impl Task {
    pub(super) fn new(job: JobId, lane: Lane, run: Box<dyn FnOnce(Fate) + Send>) -> Self {
        Self { job, lane, run }
    }

    /// Does the work; a panic in it ends the job and goes no further.
    pub fn run(self, fate: Fate) {
        (self.run)(fate);
    }
}

/// Runs jobs.
pub trait Executor: Send + Sync {
    fn spawn(&self, task: Task);
}

/// Each job on a thread of its own.
pub struct Threads;

impl Executor for Threads {
    fn spawn(&self, task: Task) {
        let name = format!("{:?}", task.lane);
        let begun = std::thread::Builder::new().name(name).spawn(move || task.run(Fate::Works));
        if let Err(error) = begun {
            log::warn!("the system gives no thread: {error}");
        }
    }
}

/// Each job at once, before the frame goes on.
pub struct Immediate;

impl Executor for Immediate {
    fn spawn(&self, task: Task) {
        task.run(Fate::Works);
    }
}

/// Each job when it is told to, in whatever order: for tests. Clones share their jobs.
#[derive(Clone, Default)]
pub struct Manual {
    ready: Arc<Mutex<Vec<Task>>>,
}

impl Manual {
    fn ready(&self) -> std::sync::MutexGuard<'_, Vec<Task>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The lanes of the jobs that could run now, the longest waiting first.
    pub fn lanes(&self) -> Vec<Lane> {
        self.ready().iter().map(|task| task.lane).collect()
    }

    /// Runs the job at a place of [`Manual::lanes`]; false where there is none.
    pub fn run(&self, place: usize, fate: Fate) -> bool {
        let task = {
            let mut ready = self.ready();
            (place < ready.len()).then(|| ready.remove(place))
        };
        // Running it may make another ready.
        task.map(|task| task.run(fate)).is_some()
    }

    /// Runs the jobs that could run now, and not those that become ready by it; how many they were.
    pub fn run_ready(&self) -> usize {
        let ready = std::mem::take(&mut *self.ready());
        let count = ready.len();
        for task in ready {
            task.run(Fate::Works);
        }
        count
    }

    /// Runs all jobs, those too that become ready by it.
    pub fn run_all(&self) {
        while self.run(0, Fate::Works) {}
    }
}

impl Executor for Manual {
    fn spawn(&self, task: Task) {
        self.ready().push(task);
    }
}
