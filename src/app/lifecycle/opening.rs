//! Files: asking for their paths, opening them, and putting them beside the open document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::effect::{Because, Effect, Source};
use super::event::{Came, Found, Picked, whole};
use super::question::{PathFor, Question, Target, Unopened};
use super::state::{Access, Comparing, Opening, Origin, Pick, Standing};
use super::step::Step;
use super::wish::{Leave, Next, Patience};
use crate::store::{Holder, Opened};

impl Step {
    /// Asks the system for a path, where a document is open.
    pub(super) fn pick_in_document(&mut self, path_for: PathFor) {
        if self.document().is_some() {
            self.pick(path_for);
        }
    }

    pub(super) fn pick(&mut self, path_for: PathFor) {
        let errand = self.errand();
        self.effects.push(Effect::Pick { errand, purpose: path_for.purpose() });
        self.state.picks.push(Pick { errand, document: self.document(), path_for });
    }

    pub(super) fn picked(&mut self, pick: Pick, came: Came) {
        // A file to be opened may have been asked for from whatever was open.
        let concerns_this =
            matches!(pick.path_for, PathFor::Opening { .. }) || pick.document == self.document();
        match came {
            _ if !concerns_this => {}
            Came::Picked(Picked::Path(path)) => self.chosen(pick.path_for, path),
            Came::Picked(Picked::Cancelled) => {}
            _ => self.ask(Question::Path(pick.path_for)),
        }
    }

    /// A path was chosen in the system's dialog, which asked about replacing.
    fn chosen(&mut self, path_for: PathFor, path: PathBuf) {
        match path_for {
            PathFor::Opening { agreed } => self.leave(Next::Open(Source::File(path)), agreed),
            PathFor::Comparing => self.compare(path),
            PathFor::Saving { then } => self.save_to_chosen(&Target::Document(path), then),
            PathFor::Copying => self.save_to_chosen(&Target::Copy(path), None),
        }
    }

    /// A path was typed; nobody was asked about replacing.
    pub(super) fn typed(&mut self, path_for: PathFor, path: &str) {
        let path = whole(Path::new(path));
        match path_for {
            PathFor::Opening { agreed } => self.leave(Next::Open(Source::File(path)), agreed),
            PathFor::Comparing => self.compare(path),
            PathFor::Saving { then } => self.save_to_typed(&Target::Document(path), then),
            PathFor::Copying => self.save_to_typed(&Target::Copy(path), None),
        }
    }

    pub(super) fn compare(&mut self, path: PathBuf) {
        let Some(document) = self.document() else { return };
        let errand = self.errand();
        if let Some(older) = self.state.comparing.take() {
            self.effects.push(Effect::Abandon(older.errand));
        }
        let source = Source::File(path.clone());
        let turn = self.state.turn(&source);
        self.effects.push(Effect::Read { errand, source, turn });
        self.state.comparing = Some(Comparing { errand, path, document, is_old: false });
    }

    pub(super) fn read_to_compare(&mut self, read: Comparing, came: Came) {
        if read.is_old && Some(read.document) == self.document() {
            return self.compare(read.path);
        }
        match came {
            Came::Read(Ok(found)) if Some(read.document) == self.document() => {
                let (path, scenario) = (read.path, found.opened.scenario);
                self.effects.push(Effect::Compare { path, scenario });
            }
            Came::Read(Ok(_)) => {}
            other => self.not_opened(Source::File(read.path), other),
        }
    }

    pub(super) fn read(&mut self, opening: Opening, came: Came) {
        let Opening { source, is_old, agreed, .. } = opening;
        let leave = Leave { next: Next::Open(source.clone()), agreed, patience: Patience::Waits };
        if is_old {
            return self.go_on(leave);
        }
        let found = match came {
            Came::Read(Ok(found)) => found,
            other => return self.not_opened(source, other),
        };
        if self.state.standing(&leave, self.present.as_ref()) != Standing::Safe {
            // Something was changed meanwhile: once that is safe, the file is read anew.
            return self.go_on(leave);
        }
        match source {
            Source::File(path) | Source::PutBack(_, path)
                if found.holder == Holder::AnotherWindow =>
            {
                self.ask(Question::OpenElsewhere { path, agreed });
            }
            source => self.open(source, found),
        }
    }

    /// Puts what was read in the document's place.
    fn open(&mut self, source: Source, found: Found) {
        self.left();
        let Found { opened: Opened { scenario, has_comments }, print: known, next, .. } = found;
        let title = scenario.title.clone();
        let slot = match source {
            Source::Recovered(slot) | Source::PutBack(slot, _) => Some(slot),
            _ => None,
        };
        self.effects.push(Effect::Open { scenario, slot });
        let is_in_no_file =
            matches!(source, Source::Recovered(_) | Source::PutBack(..) | Source::State(..));
        let origin = match source {
            Source::Preset(preset) => Origin::Preset(preset.name),
            Source::Recovered(_) => Origin::Copy(title.clone()),
            Source::State(_, name) => Origin::Copy(name),
            Source::CopyOf(path) => Origin::Copy(named(&path)),
            Source::ReadOnly(path) => {
                Origin::File { path, has_comments, known, access: Access::Read }
            }
            Source::File(path) | Source::PutBack(_, path) => {
                Origin::File { path, has_comments, known, access: Access::Write }
            }
        };
        let path = origin.own_path().map(Path::to_owned);
        self.opened(origin);
        if let Some(open) = &mut self.state.open {
            open.is_unsure = is_in_no_file;
        }
        if let Some(path) = path {
            self.effects.push(Effect::Remember { path, title });
        }
        if let Some(next) = next {
            let because = Because::Recovered;
            self.effects.push(Effect::PutIn { scenario: Arc::new(next), because });
            self.effects.push(Effect::SaveNow);
        }
    }

    pub(super) fn not_opened(&mut self, source: Source, came: Came) {
        let why = match came {
            Came::Read(Err(found)) => Unopened::Faults(found),
            _ => Unopened::Failed,
        };
        self.ask(Question::NotOpened { source, why: Arc::new(why) });
    }
}

/// The last part of a path.
fn named(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A path with the usual ending, where it has none.
pub(super) fn with_ending(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    if path.extension().is_none() {
        path.set_extension("mizan.ron");
    }
    path
}
