use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

const A: Lane = Lane::Document;
const QUERY: Lane = Lane::Query(Slot::RecentFiles);

fn manual() -> (Jobs<u32>, Manual) {
    let manual = Manual::default();
    (Jobs::new(Box::new(manual.clone()), || ()), manual)
}

fn ends<O: Send + 'static>(jobs: &Jobs<O>) -> Vec<(u64, End<O>)> {
    std::iter::from_fn(|| jobs.take()).map(|ended| (ended.job.0, ended.end)).collect()
}

#[test]
fn jobs_about_documents_run_each_in_its_turn() {
    let (mut jobs, manual) = manual();
    for number in 0..3 {
        jobs.submit(A, Box::new(move |_| number));
    }
    assert_eq!(manual.lanes(), [A], "one at a time");
    manual.run_all();
    assert_eq!(ends(&jobs), [(1, End::Done(0)), (2, End::Done(1)), (3, End::Done(2))]);
}

#[test]
fn of_preferences_that_wait_the_newest_is_written_and_the_one_being_written_goes_on() {
    let (mut jobs, manual) = manual();
    for number in 0..3 {
        jobs.submit(Lane::Preferences, Box::new(move |_| number));
    }
    assert_eq!(ends(&jobs), [(2, End::Cancelled)]);
    manual.run_all();
    assert_eq!(ends(&jobs), [(1, End::Done(0)), (3, End::Done(2))]);
}

#[test]
fn a_newer_query_stops_the_one_that_runs_and_takes_the_place_of_the_one_that_waits() {
    let (mut jobs, manual) = manual();
    jobs.submit(QUERY, Box::new(|watch| u32::from(watch.is_cancelled())));
    jobs.submit(QUERY, Box::new(|_| 2));
    jobs.submit(QUERY, Box::new(|_| 3));
    manual.run_all();
    assert_eq!(ends(&jobs), [(2, End::Cancelled), (1, End::Cancelled), (3, End::Done(3))]);
}

#[test]
fn dialogs_stand_beside_one_another_and_lanes_do_not_wait_for_each_other() {
    let (mut jobs, manual) = manual();
    for lane in [Lane::Dialogs, Lane::Dialogs, A, Lane::Recovery, QUERY] {
        jobs.submit(lane, Box::new(|_| 0));
    }
    assert_eq!(manual.lanes(), [Lane::Dialogs, Lane::Dialogs, A, Lane::Recovery, QUERY]);
}

#[test]
fn a_panic_ends_its_job_alone_and_the_lane_goes_on() {
    let (mut jobs, manual) = manual();
    for number in 0..3 {
        jobs.submit(A, Box::new(move |_| number));
    }
    assert!(manual.run(0, Fate::PanicsAtFirst) && manual.run(0, Fate::PanicsAtLast));
    manual.run_all();
    let failed = |said: &str| End::Failed(said.to_owned());
    assert_eq!(ends(&jobs), [(1, failed("at first")), (2, failed("at last")), (3, End::Done(2))]);
}

#[test]
fn a_job_that_nobody_waits_for_ends_as_cancelled_wherever_it_stands() {
    let (mut jobs, manual) = manual();
    let ids = [0, 1, 2].map(|number| jobs.submit(A, Box::new(move |_| number)));
    jobs.cancel(ids[1]);
    jobs.cancel(ids[0]);
    manual.run_all();
    assert_eq!(ends(&jobs), [(2, End::Cancelled), (1, End::Cancelled), (3, End::Done(2))]);
    jobs.cancel(ids[2]);
    assert_eq!(ends(&jobs), [], "it has ended already");
}

#[test]
fn a_lane_that_is_empty_is_forgotten() {
    let (mut jobs, manual) = manual();
    for lane in [A, QUERY, Lane::Dialogs] {
        jobs.submit(lane, Box::new(|_| 0));
    }
    manual.run_all();
    assert_eq!(jobs.desk.lanes().len(), 0);
}

/// An executor that loses every second task, as a system without threads would.
struct Forgetful(AtomicUsize);

impl Executor for Forgetful {
    fn spawn(&self, task: Task) {
        if self.0.fetch_add(1, Ordering::Relaxed) % 2 == 1 {
            task.run(Fate::Works);
        }
    }
}

#[test]
fn a_job_that_is_never_run_has_failed_and_the_lane_goes_on() {
    let mut jobs: Jobs<u32> = Jobs::new(Box::new(Forgetful(AtomicUsize::new(0))), || ());
    jobs.submit(A, Box::new(|_| 1));
    jobs.submit(A, Box::new(|_| 2));
    assert_eq!(ends(&jobs), [(1, End::Failed("it was never run".to_owned())), (2, End::Done(2))]);
}

#[test]
fn on_threads_every_job_ends_once_in_the_order_of_its_lane_and_each_end_wakes() {
    let woken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&woken);
    let mut jobs: Jobs<u32> = Jobs::new(Box::new(Threads), move || {
        counted.fetch_add(1, Ordering::Relaxed);
    });
    for number in 0..200 {
        jobs.submit(A, Box::new(move |_| number));
        jobs.submit(Lane::Preferences, Box::new(move |_| number));
    }
    for lane in [A, Lane::Preferences] {
        jobs.finish(lane, Duration::from_secs(20));
    }
    let ends: Vec<Ended<u32>> = std::iter::from_fn(|| jobs.take()).collect();
    let done = |lane: Lane| {
        let of_lane = ends.iter().filter(move |ended| ended.lane == lane);
        of_lane.filter_map(|ended| match ended.end {
            End::Done(number) => Some(number),
            _ => None,
        })
    };
    assert!(done(A).eq(0..200) && done(Lane::Preferences).is_sorted());
    assert_eq!(done(Lane::Preferences).next_back(), Some(199), "the newest is written");
    assert_eq!((ends.len(), woken.load(Ordering::Relaxed)), (400, 400));
}

#[test]
fn a_watch_of_ones_own_stops_the_job_and_hears_of_its_end() {
    let (mut jobs, manual) = manual();
    let watch = Arc::new(Watch::default());
    jobs.submit_watched(QUERY, Arc::clone(&watch), Box::new(|_| 1));
    watch.cancel();
    manual.run_all();
    assert_eq!(ends(&jobs), [(1, End::Cancelled)]);
}
