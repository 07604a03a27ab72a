//! The document's life in the window: events go in here, and what they lead to is done here alone.

use std::path::{Path, PathBuf};

use egui::Context;

use super::application::App;
use super::document_states::DocumentStates;
use super::errands;
use super::folder;
use super::jobs::{End, Ended, JobId, Lane, Slot};
use super::life::{Life, present};
use super::lifecycle::{
    Because, Came, Effect, ErrandId, Event, Origin, Purpose, Recovery, Source, Told, Turn,
};
use super::outcome::{Absence, Outcome};
use super::preferences::{Recent, absence};
use super::questions::{Names, file_name};
use crate::analysis::Watch;
use crate::model::{Scenario, id_from_name};
use crate::session::results::Request;
use crate::session::{Draft, Session};
use crate::store::SlotId;
use crate::text::{self, saving};
use crate::ui::Stage;
use crate::ui::context::Notice;
use crate::ui::panels::Panels;

impl App {
    /// Tells the document's life what happened, and does what follows.
    pub(super) fn tell(&mut self, event: Event, ctx: &Context) {
        if matches!(event, Event::Leave(_)) {
            self.view.once_open = None;
            self.view.beside_once_open = None;
        }
        let effects = self.life.step(event, self.session.as_ref().map(present));
        for effect in effects {
            self.carry_out(effect, ctx);
        }
        self.drop_claims();
        let (session, life) = (self.session.as_ref(), &self.life);
        self.dialogs.follow(life.state().questions(), || names(session, life));
    }

    /// Takes in how jobs ended.
    pub(super) fn take_in(&mut self, ctx: &Context) {
        self.collect(ctx);
        while let Some((errand, _)) = self.input.ended.front() {
            if self.life.state().leads_on(*errand) && self.has_to_finish(ctx) {
                return;
            }
            if let Some((errand, came)) = self.input.ended.pop_front() {
                self.tell(Event::Ended(errand, came), ctx);
            }
        }
    }

    /// Whether something half done would be lost with what is shown. What is being typed is an edit
    /// once the panels were shown; a form is waited for until it is closed.
    fn has_to_finish(&mut self, ctx: &Context) -> bool {
        if self.is_typing(ctx) {
            self.end_typing(ctx);
            return true;
        }
        self.dialogs.is_filling_in()
    }

    fn collect(&mut self, ctx: &Context) {
        while let Some(Ended { job, lane, end }) = self.jobs.take() {
            if let End::Failed(_) = &end {
                // What it said may hold something of the scenario.
                log::error!("a job of the lane {lane:?} failed");
            }
            match (self.life.returned(job), end) {
                (Some(errand), End::Done(Outcome::Errand(came))) => {
                    self.input.ended.push_back((errand, came));
                }
                (Some(errand), _) => self.input.ended.push_back((errand, Came::Failed)),
                (None, End::Done(Outcome::LookedFor(absences))) => {
                    self.first_page.looked_for(&absences);
                }
                (None, End::Done(Outcome::Listed(folder, entries))) => {
                    self.dialogs.listed(&folder, &entries);
                }
                (None, End::Done(Outcome::Faces(files))) => self.faces.found(files, ctx),
                (None, End::Done(Outcome::KeptState(keeper, kept))) => {
                    self.kept_state(&keeper, kept, ctx);
                }
                (None, End::Failed(_)) if lane == Lane::Recovery => self.keeping_broke(ctx),
                (None, End::Done(Outcome::Looked(look))) => self.has_looked(look, ctx),
                (None, End::Done(Outcome::Left(offered))) => self.offer(offered, ctx),
                (None, End::Done(Outcome::Versions(found))) => self.found_versions(&found),
                (None, End::Done(Outcome::Version(read))) => self.read_version(read, ctx),
                (None, end) => self.computed(job, end),
            }
            ctx.request_repaint();
        }
    }

    /// Lets the claims of files go that are open no more, beside the frame.
    fn drop_claims(&mut self) {
        let dropped = self.keeping.files.unclaimed(&self.life.state().paths());
        if !dropped.is_empty() {
            let work = move |_: &Watch| {
                drop(dropped);
                Outcome::Kept
            };
            self.jobs.submit(Lane::Endings, Box::new(work));
        }
    }

    /// Hands what the panels asked for and is too much for a frame to workers.
    pub(super) fn begin_computing(&mut self) {
        let Some(session) = &self.session else { return };
        for Request { ticket, watch, run } in session.results().take_requests() {
            let lane = Lane::Query(Slot::Result(ticket.slot));
            let work = Box::new(move |_: &Watch| Outcome::Computed(run()));
            let job = self.jobs.submit_watched(lane, watch, work);
            self.life.computes(job, ticket);
        }
    }

    /// Has a job look into the folder that a path being typed leads into.
    pub(super) fn begin_listing(&mut self) {
        if let Some(folder) = self.dialogs.folder_to_list() {
            let work = move |_: &Watch| Outcome::Listed(folder.clone(), folder::entries(&folder));
            self.jobs.submit(Lane::Query(Slot::Folder), Box::new(work));
        }
    }

    fn computed(&mut self, job: JobId, end: End<Outcome>) {
        let ticket = self.life.computed(job);
        let (Some(session), Some(ticket)) = (&self.session, ticket) else { return };
        match end {
            End::Done(Outcome::Computed(computed)) => session.results().deliver(computed),
            _ => session.results().lost(ticket),
        }
    }

    fn carry_out(&mut self, effect: Effect, ctx: &Context) {
        match effect {
            Effect::Pick { errand, purpose } => self.pick(errand, purpose),
            // These need no file, and are there at once.
            Effect::Read {
                errand,
                source: source @ (Source::Preset(_) | Source::State(..)),
                ..
            } => {
                let came = self.keeping.files.read(&source);
                self.tell(Event::Ended(errand, came), ctx);
            }
            Effect::Read { errand, source, turn } => {
                let lane = match turn {
                    Turn::AtOnce => Lane::Reading,
                    Turn::AfterWrites => Lane::Document,
                };
                let files = self.keeping.files.clone();
                self.send(errand, lane, move || files.read(&source));
            }
            Effect::Write { errand, path, draft, manner, label } => {
                let files = self.keeping.files.clone();
                let write = move || files.write(&path, &draft.scenario, &manner, label);
                self.send(errand, Lane::Document, write);
            }
            Effect::Abandon(errand) => self.life.abandon(errand, &self.jobs),
            Effect::OpenNew => self.open_new(ctx),
            Effect::Open { scenario, slot } => self.open_read(scenario, slot, ctx),
            Effect::PutIn { scenario, because } => {
                self.leave_state();
                if let Some(session) = &mut self.session {
                    session.put(Draft::from(scenario), put_in(because));
                }
            }
            Effect::SaveNow => self.tell(Event::Save, ctx),
            Effect::Leave(Recovery::Ends) => self.end_recovery(),
            Effect::Leave(Recovery::Stays) => self.let_recovery_stay(),
            Effect::Close => self.show_first_page(),
            Effect::CloseWindow => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Effect::MarkSaved(saved) => {
                self.life.saved_at = self
                    .world
                    .clock
                    .second()
                    .map_or_else(String::new, |at| self.world.clock.told(at));
                self.keeping.saved();
                if let Some(session) = &mut self.session {
                    session.mark_saved(saved);
                }
            }
            Effect::Remember { path, title } => self.remember(&path, title),
            Effect::Compare { path, scenario } => {
                self.panels.compare.compare_with(file_name(&path), scenario);
                self.arrive_at(Stage::Compare, ctx);
            }
            Effect::Tell(told) => self.view.notice = Some(Notice::Done(in_words(&told))),
        }
    }

    /// Has a job do an errand.
    fn send(&mut self, errand: ErrandId, lane: Lane, work: impl FnOnce() -> Came + Send + 'static) {
        let job = self.jobs.submit(lane, Box::new(move |_| Outcome::Errand(work())));
        self.life.sent(job, errand);
    }

    /// Asks the system for a file.
    fn pick(&mut self, errand: ErrandId, purpose: Purpose) {
        let at = self.life.state().origin().and_then(Origin::path).map(Path::to_owned);
        let at = at.or_else(|| {
            matches!(purpose, Purpose::Save | Purpose::SaveCopy)
                .then(|| suggested_name(self.session.as_ref()).into())
        });
        let asked = self.world.picker.ask(purpose, at.as_deref());
        self.send(errand, Lane::Dialogs, move || errands::pick(asked));
    }

    fn open_new(&mut self, ctx: &Context) {
        self.open(Scenario::new(text::files::NEW_TITLE), None);
        self.arrive_at(Stage::Question, ctx);
    }

    fn open_read(&mut self, scenario: Scenario, slot: Option<SlotId>, ctx: &Context) {
        self.open(scenario, slot);
        if let Some(slot) = slot {
            self.took_recovered(slot);
        }
        let beside = self.view.beside_once_open.take().and_then(|(name, beside)| {
            let scenario = beside.beside(self.session.as_ref()?.scenario())?;
            Some((name, scenario))
        });
        if let Some((name, beside)) = beside {
            self.panels.compare.compare_with(name, beside);
            self.arrive_at(Stage::Compare, ctx);
        } else {
            self.arrive_at(Stage::default(), ctx);
            self.ask_about_newer();
        }
    }

    fn open(&mut self, scenario: Scenario, slot: Option<SlotId>) {
        self.keeping.begin(slot);
        self.session = Some(Session::new(scenario));
        self.panels = Panels::default();
        self.states = DocumentStates::default();
        self.view.begin();
        self.input.touch = None;
        self.dialogs.form = None;
        self.life.saved_at.clear();
    }

    /// Closes what is open and shows the first page, which looks again at the recent files.
    pub(super) fn show_first_page(&mut self) {
        self.session = None;
        self.view.notice = None;
        self.dialogs.form = None;
        let preferences = &self.settings.preferences;
        self.first_page.fill(preferences, self.world.clock);
        let paths: Vec<PathBuf> =
            preferences.recent.iter().map(|recent| recent.path.clone()).collect();
        self.jobs.submit(
            Lane::Query(Slot::RecentFiles),
            Box::new(move |_| Outcome::LookedFor(absences(paths))),
        );
    }

    /// Notes that a file was opened or saved.
    fn remember(&mut self, path: &Path, title: String) {
        let path = path.to_owned();
        let at = self.world.clock.second().unwrap_or(0);
        self.settings.preferences.remember(Recent { path, title, at });
        self.settings.keep(&mut self.jobs);
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.settings.preferences.forget(path);
        self.first_page.recent.retain(|recent| recent.path != path);
        self.settings.keep(&mut self.jobs);
    }
}

/// What undo calls it.
fn put_in(because: Because) -> &'static str {
    match because {
        Because::Reloaded => text::keeping::RELOAD,
        Because::Recovered => text::keeping::PUT_BACK,
    }
}

fn in_words(told: &Told) -> String {
    match told {
        Told::Saved(path) => text::files::saved_to(&file_name(path)),
        Told::SavedUnconfirmed(path) => saving::saved_unconfirmed(&file_name(path)),
        Told::Waits(path) => saving::waits(&file_name(path)),
    }
}

fn absences(paths: Vec<PathBuf>) -> Vec<Absence> {
    let absent = |path: PathBuf| Some(Absence { reason: absence(&path)?, path });
    paths.into_iter().filter_map(absent).collect()
}

fn names(session: Option<&Session>, life: &Life) -> Names {
    let title = session.map_or("", |session| session.scenario().title.as_str());
    let file = life.state().origin().and_then(Origin::path);
    Names {
        document: file.map_or_else(|| title.to_owned(), file_name),
        // An empty last part leaves the separator behind.
        folder: suggested_folder(file).join("").display().to_string(),
        suggested: suggested_folder(file).join(suggested_name(session)).display().to_string(),
    }
}

fn suggested_name(session: Option<&Session>) -> String {
    let title = session.map_or("", |session| session.scenario().title.as_str());
    format!("{}.mizan.ron", id_from_name(title, "scenario", |_| false))
}

/// Where the own dialog begins: beside the document's file, else among the person's documents.
fn suggested_folder(file: Option<&Path>) -> PathBuf {
    let documents = || {
        directories::UserDirs::new()
            .map(|folders| folders.document_dir().unwrap_or(folders.home_dir()).to_owned())
    };
    file.and_then(Path::parent).map(Path::to_owned).or_else(documents).unwrap_or_default()
}
