//! Looking at the states that the document had, and taking them: the versions of its file are read
//! by a job, the steps of this session are there.

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use super::application::App;
use super::document_states::{FoundVersions, ReadVersion, read, row};
use super::jobs::{Lane, Slot};
use super::lifecycle::{Event, Next, Origin, Source};
use super::outcome::Outcome;
use crate::analysis::Watch;
use crate::model::Edit;
use crate::session::Draft;
use crate::store::{Stay, VersionId};
use crate::text::files::copy_of;
use crate::text::{self, keeping as words};
use crate::ui::Stage;
use crate::ui::action::{StateId, Stays, VersionNumber};
use crate::ui::context::{Notice, Side};
use crate::ui::panels::states::{Viewed, landing};

impl App {
    pub(super) fn toggle_states(&mut self, ctx: &Context) {
        let is_shown = self.view.side == Side::States && self.is_inspector_open(ctx);
        self.view.side = if is_shown { Side::Inspector } else { Side::States };
        self.view.inspector = Some(!is_shown || !self.is_inspector_over(ctx));
        self.states.asked = None;
        if let Some(session) = self.session.as_ref().filter(|_| !is_shown) {
            ctx.memory_mut(|memory| memory.request_focus(landing(session)));
        }
    }

    /// Has a job read the list of versions, while it is shown.
    pub(super) fn read_versions(&mut self) {
        if self.view.side != Side::States {
            return;
        }
        let Some(Origin::File { path, known, .. }) = self.life.state().origin() else {
            self.states.shown.versions = None;
            return;
        };
        let wanted = (path.clone(), known.clone());
        if self.states.asked.as_ref() == Some(&wanted) {
            return;
        }
        let (path, _) = self.states.asked.insert(wanted).clone();
        let files = self.keeping.files.clone();
        let work = move |_: &Watch| {
            let versions = files.kept.as_ref().map(|kept| kept.versions.of(&path));
            Outcome::Versions(FoundVersions { path, versions: versions.unwrap_or_default() })
        };
        self.jobs.submit(Lane::Query(Slot::Versions), Box::new(work));
    }

    pub(super) fn found_versions(&mut self, found: &FoundVersions) {
        if self.states.asked.as_ref().is_some_and(|(path, _)| *path == found.path) {
            let clock = self.world.clock;
            self.states.shown.size = found.versions.iter().map(|version| version.size).sum();
            let rows = found.versions.iter().map(|version| row(version, clock)).collect();
            self.states.shown.versions = Some(rows);
        }
    }

    /// Looks at a state. What teams have sealed since stays closed.
    pub(super) fn look_at(&mut self, id: StateId, ctx: &Context) {
        match id {
            StateId::Step { place, revision } => {
                let Some(session) = &self.session else { return };
                let (states, _) = session.states();
                let state = states.into_iter().nth(place);
                let Some(state) = state.filter(|_| session.revision() == revision) else { return };
                let name = words::state_after(state.done.as_deref());
                self.view_state(id, name, &state.draft, ctx);
            }
            StateId::Version(number) => {
                let path = self.life.state().origin().and_then(Origin::path).map(Path::to_owned);
                let Some(path) = path else { return };
                let files = self.keeping.files.clone();
                let work = move |_: &Watch| Outcome::Version(read(&files, path, number));
                self.jobs.submit(Lane::Query(Slot::Version), Box::new(work));
            }
        }
    }

    pub(super) fn read_version(&mut self, read: ReadVersion, ctx: &Context) {
        let path = self.life.state().origin().and_then(Origin::path);
        if path != Some(&read.path) {
            return;
        }
        let versions = self.states.shown.versions.iter().flatten();
        let row = versions.into_iter().find(|row| row.number == read.number);
        match (read.scenario, row) {
            (Some(scenario), Some(row)) => {
                let name = words::version_of(&row.when, &row.hour);
                let draft = Draft::from(Arc::new(scenario));
                self.view_state(StateId::Version(read.number), name, &draft, ctx);
            }
            _ => self.view.notice = Some(Notice::Refused(words::VERSION_DAMAGED.to_owned())),
        }
    }

    fn view_state(&mut self, id: StateId, name: String, draft: &Draft, ctx: &Context) {
        let Some(draft) = self.beside_present(draft) else { return };
        self.panels.compare.compare_with(name.clone(), (*draft.scenario).clone());
        let from = self.states.viewed.take().map_or(self.view.stage, |(_, from)| from);
        self.states.viewed = Some((draft, from));
        self.states.shown.viewed = Some(Viewed { id, name });
        if self.view.stage != Stage::Compare {
            self.view.stage = Stage::Compare;
            ctx.request_repaint();
        }
    }

    /// A state as it may be looked at beside the present one, and taken; where what was sealed
    /// since is in the way, says so.
    fn beside_present(&mut self, draft: &Draft) -> Option<Draft> {
        let scenario = draft.scenario.beside(self.session.as_ref()?.scenario());
        if scenario.is_none() {
            self.view.notice = Some(Notice::Refused(words::SEALED_SINCE.to_owned()));
        }
        Some(Draft { scenario: Arc::new(scenario?), ..draft.clone() })
    }

    /// Makes the document the state that is looked at, as one step.
    pub(super) fn take_state(&mut self) {
        let (Some((draft, _)), Some(viewed)) = (&self.states.viewed, &self.states.shown.viewed)
        else {
            return;
        };
        let name = words::restoring(&viewed.name);
        let Some(draft) = self.beside_present(&draft.clone()) else { return };
        if let Some(session) = &mut self.session {
            session.put(draft, &name);
        }
        self.view.forget_told();
        self.input.touch = None;
        self.leave_state();
    }

    pub(super) fn open_state_as_copy(&mut self, ctx: &Context) {
        let (Some((draft, _)), Some(viewed)) = (&self.states.viewed, &self.states.shown.viewed)
        else {
            return;
        };
        let name = viewed.name.clone();
        let Some(draft) = self.beside_present(&draft.clone()) else { return };
        let next = Source::State(draft.scenario, name);
        self.tell(Event::Leave(Next::Open(next)), ctx);
    }

    /// Opens a copy of the document with an edit made, which nothing is saved of yet.
    pub(super) fn try_on_copy(&mut self, edit: &Edit, ctx: &Context) {
        let Some(session) = &self.session else { return };
        match session.scenario().edited(edit) {
            Ok(changed) => {
                let name = copy_of(&changed.title);
                let next = Source::State(Arc::new(changed), name);
                self.tell(Event::Leave(Next::Open(next)), ctx);
            }
            Err(refusal) => {
                let reason = text::refusal(session.scenario(), &refusal);
                self.view.notice = Some(Notice::Refused(reason));
            }
        }
    }

    /// Goes back to the page from which one came to look at a state.
    pub(super) fn leave_state(&mut self) {
        if let Some((_, from)) = self.states.viewed.take() {
            self.view.stage = from;
        }
        self.states.shown.viewed = None;
        self.panels.compare.forget_other();
    }

    pub(super) fn keep_version(&mut self, number: VersionNumber, stays: Stays) {
        let path = self.life.state().origin().and_then(Origin::path).map(Path::to_owned);
        let Some(path) = path else { return };
        let files = self.keeping.files.clone();
        let stay = match stays {
            Stays::InTurn => Stay::InTurn,
            Stays::ForGood => Stay::ForGood,
        };
        let work = move |_: &Watch| {
            if let Some(kept) = &files.kept
                && let Err(error) = kept.versions.set_stay(&path, VersionId::nth(number.0), stay)
            {
                log::warn!("a version of {} stays as it did: {error}", path.display());
            }
            let versions = files.kept.as_ref().map(|kept| kept.versions.of(&path));
            Outcome::Versions(FoundVersions { path, versions: versions.unwrap_or_default() })
        };
        self.jobs.submit(Lane::Document, Box::new(work));
    }
}
