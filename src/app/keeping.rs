//! Keeping what is done in the window: each state goes to recovery, and the document's file is
//! looked at.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use super::application::App;
use super::clock::Clock;
use super::dialogs::Form;
use super::document_keeping::{Kept, KeptOutcome, Looking, RETRY, RecoveryTold};
use super::files::has_sealed;
use super::jobs::{Lane, Slot};
use super::keeper::{Keeper, Latest, StateKey};
use super::life::present;
use super::lifecycle::{Event, Look, OnDisk, Origin, Recovery};
use super::outcome::Outcome;
use crate::analysis::Watch;
use crate::model::Obstacle;
use crate::session::Session;
use crate::store::Stamp;
use crate::text::{bars, keeping as words, saving};
use crate::ui::dialogs;

/// How long the end of the program waits for a state that is being kept.
const LAST_STATE: Duration = Duration::from_secs(2);
/// How many times as long as the work on a state is waited before the next.
const LEAST_REST: u32 = 50;
/// How many times as long as for a small document is waited at most.
const MOST_REST: f64 = 1.5;

impl App {
    /// Hands the document's newest state to recovery, behind the last panel.
    pub(super) fn keep_state(&mut self) {
        let Some(latest) = self.state_to_keep() else { return };
        let keeping = &mut self.keeping;
        let Some(keeper) = keeping.keeper.clone() else { return };
        (keeping.handed, keeping.retry_at) = (Some(latest.key.clone()), None);
        keeper.take(latest);
        let (pause, disk) = (keeping.pause, Arc::clone(&keeping.files.disk));
        let work = move |_: &Watch| {
            let kept = keeper.write();
            let work = kept.as_ref().ok().and_then(|kept| kept.map(|kept| kept.work));
            // What is edited meanwhile waits as one state, and is kept next.
            disk.pause(rest_after(pause, work.unwrap_or_default()));
            Outcome::KeptState(keeper, kept)
        };
        self.jobs.submit(Lane::Recovery, Box::new(work));
    }

    /// The state of the document, where it isn't handed in yet and needs to be kept.
    fn state_to_keep(&self) -> Option<Latest> {
        let session = self.session.as_ref()?;
        let keeping = &self.keeping;
        let stamp = stamp(session, self.life.state().origin(), keeping.known_at);
        let path = stamp.path.as_ref().map(PathBuf::from);
        let key = StateKey { revision: session.revision(), path, known: stamp.known.clone() };
        let is_needed = match &keeping.handed {
            Some(handed) => {
                *handed != key || keeping.retry_at.is_some_and(|at| Instant::now() >= at)
            }
            // As it was opened it lies in its file, or in the slot that it comes from.
            None if keeping.is_recovered => session.revision() > 0,
            None => self.is_unsaved(),
        };
        is_needed.then(|| Latest { scenario: Arc::clone(session.scenario()), key, stamp })
    }

    /// Takes in what came of keeping a state.
    pub(super) fn kept_state(&mut self, keeper: &Arc<Keeper>, kept: KeptOutcome, ctx: &Context) {
        if self.keeping.took(keeper, kept) {
            ctx.request_repaint_after(RETRY);
        }
    }

    /// The job broke down that keeps states.
    pub(super) fn keeping_broke(&mut self, ctx: &Context) {
        if self.keeping.keeper.is_some() {
            self.keeping.failed(Obstacle::Other(saving::FAILED_WRITING.to_owned()));
            ctx.request_repaint_after(RETRY);
        }
    }

    /// Nobody knows yet whether the document that is left is in its file: its newest state is kept,
    /// beside the frame.
    pub(super) fn let_recovery_stay(&mut self) {
        if let Some(keeper) = self.keeping.leave() {
            let work = move |_: &Watch| {
                let kept = keeper.write();
                Outcome::KeptState(keeper, kept)
            };
            self.jobs.submit(Lane::Endings, Box::new(work));
        }
    }

    /// Ends the recovery of a document that is left, beside the frame.
    pub(super) fn end_recovery(&mut self) {
        if let Some(keeper) = self.keeping.leave() {
            let work = move |_: &Watch| {
                keeper.end();
                Outcome::Kept
            };
            self.jobs.submit(Lane::Endings, Box::new(work));
        }
    }

    /// The window closes: what isn't surely in its file, and that nobody let go, stays kept. Not
    /// every system asks before it ends a program.
    pub(super) fn end_keeping(&mut self) {
        let present = self.session.as_ref().map(present);
        let state = self.life.state();
        let is_over = state.recovery() == Recovery::Ends && state.may_close(present.as_ref());
        if !is_over && let Some(latest) = self.state_to_keep() {
            self.keeping.keeper.iter().for_each(|keeper| keeper.take(latest.clone()));
        }
        match self.keeping.leave() {
            Some(keeper) if is_over => keeper.end(),
            Some(keeper) => drop(keeper.flush(LAST_STATE)),
            None => {}
        }
        self.jobs.finish(Lane::Endings, LAST_STATE);
    }

    /// Looks at the document's file: now, where it became another or the window got the focus, and
    /// every now and then.
    pub(super) fn look_at_file(&mut self, ctx: &Context) {
        if self.life.state().is_being_saved() {
            return;
        }
        let has_focus = ctx.input(|input| input.focused);
        let had_focus = std::mem::replace(&mut self.keeping.had_focus, has_focus);
        let got_focus = has_focus && !had_focus;
        let wanted = self.life.state().origin().and_then(|origin| match origin {
            Origin::File { path, known: Some(known), .. } => Some((path.clone(), known.clone())),
            _ => None,
        });
        let Some((path, known)) = wanted else {
            if let Some(looking) = self.keeping.looking.take() {
                self.jobs.cancel(looking.job);
            }
            return;
        };
        let seen = match self.life.state().on_disk() {
            Some(OnDisk::Changed(print)) => Some(print.clone()),
            Some(OnDisk::Gone) => None,
            Some(OnDisk::AsKnown) | None => Some(known.clone()),
        };
        let is_same = self.keeping.looking.as_ref().is_some_and(|looking| {
            looking.path == path && looking.known == known && looking.seen == seen
        });
        // Where nobody looks every now and then, the focus alone is a reason to.
        let is_wanted = got_focus || self.keeping.files.looks_again() && !is_same;
        if !is_wanted {
            return;
        }
        let (files, to_look, about, before) =
            (self.keeping.files.clone(), path.clone(), known.clone(), seen.clone());
        let work = move |watch: &Watch| {
            Outcome::Looked(files.look(to_look, about, before.as_ref(), watch))
        };
        let job = self.jobs.submit(Lane::Query(Slot::File), Box::new(work));
        self.keeping.looking = Some(Looking { job, path, known, seen });
    }

    /// Tells how the program ended the last time, as far as it left a report.
    pub(super) fn tell_what_happened(&mut self) {
        let told = self.offered.report.as_ref().map_or_else(
            || words::NOTHING_TOLD.to_owned(),
            |path| words::report_lies(&path.display().to_string()),
        );
        let lines = vec![dialogs::Line { sentence: told, excerpt: None }];
        let message = dialogs::Message { title: words::HAPPENED, lines, end: "" };
        self.dialogs.form = Some(Form::Message(message));
    }

    /// Tells the document's life what a look at the file found.
    pub(super) fn has_looked(&mut self, look: Look, ctx: &Context) {
        // From now on it is looked at anew.
        self.keeping.looking = None;
        self.tell(Event::Looked(look), ctx);
    }
}

impl App {
    /// How old the recovery copy is; asks for a frame when that changes.
    pub(super) fn recovery_told(&self, ctx: &Context) -> RecoveryTold {
        match &self.keeping.kept {
            Kept::Nothing => RecoveryTold::Nothing,
            Kept::Failed(obstacle) => RecoveryTold::Failed(saving::obstacle(obstacle)),
            Kept::At(at) => {
                let Some(now) = self.world.clock.second() else { return RecoveryTold::Nothing };
                let age = now - at;
                if let (Some(secs), Clock::System) = (bars::next_age(age), self.world.clock) {
                    ctx.request_repaint_after(Duration::from_secs(secs.unsigned_abs()));
                }
                RecoveryTold::Kept(bars::age(age, &self.world.clock.told(*at)))
            }
        }
    }
}

/// How long is waited from one state to the next, so that a large document takes no more than one
/// part in [`LEAST_REST`] of a core, as far as no edit gets a second old before it is kept.
fn rest_after(least: Duration, work: Duration) -> Duration {
    (work * LEAST_REST).clamp(least, least.mul_f64(MOST_REST))
}

/// What is known of a state besides the scenario.
fn stamp(session: &Session, origin: Option<&Origin>, known_at: Option<i64>) -> Stamp {
    let (path, known) = match origin {
        Some(Origin::File { path, known, .. }) => (path.to_str().map(str::to_owned), known.clone()),
        _ => (None, None),
    };
    let scenario = session.scenario();
    Stamp {
        at: 0,
        title: scenario.title.clone(),
        known_at: known_at.filter(|_| known.is_some()),
        path,
        known,
        done: session.undo_name().map(str::to_owned),
        changes: session.changes(),
        has_sealed: has_sealed(scenario),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_document_is_kept_less_often_and_none_later_than_within_a_second() {
        let least = Duration::from_millis(400);
        let rest = |work: u64| rest_after(least, Duration::from_millis(work)).as_millis();
        assert_eq!([0, 8, 10, 12, 300].map(rest), [400, 400, 500, 600, 600]);
        assert_eq!(rest_after(Duration::ZERO, least), Duration::ZERO, "tests don't wait");
    }
}
