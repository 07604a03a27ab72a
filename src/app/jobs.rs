//! Where work runs that may take long or wait: in the program on threads, in tests within the
//! frame.

/// Runs jobs.
pub trait Executor {
    fn spawn(&self, job: Box<dyn FnOnce() + Send>);
}

/// Each job on a thread of its own.
pub struct Threads;

impl Executor for Threads {
    fn spawn(&self, job: Box<dyn FnOnce() + Send>) {
        std::thread::spawn(job);
    }
}

/// Each job at once, before the frame goes on.
pub struct Immediate;

impl Executor for Immediate {
    fn spawn(&self, job: Box<dyn FnOnce() + Send>) {
        job();
    }
}
