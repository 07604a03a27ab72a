//! Saving: the document to its file, to another, or a copy of it.

use std::path::Path;
use std::sync::Arc;

use super::effect::{Effect, Manner, Told};
use super::event::{Came, Unwritten};
use super::opening::with_ending;
use super::question::{PathFor, Question, Target, Unsaved, Whereabouts};
use super::state::{Access, OnDisk, Origin, Save};
use super::step::Step;
use super::wish::Leave;
use crate::session::Draft;
use crate::store::{Durability, Print, Saved};

impl Step {
    /// Saves to the document's file; one that has none asks for one.
    pub(super) fn save(&mut self, then: Option<Leave>) {
        if let Some(save) = self.state.last_save() {
            // Nobody knows yet what becomes of it: more than it may do was never allowed.
            let target = Target::Document(save.target.path().to_owned());
            let manner = save.manner.clone();
            return self.write(target, manner, then);
        }
        match self.state.destination().map(Path::to_owned) {
            None => self.pick_in_document(PathFor::Saving { then }),
            Some(path) if self.has_comments(&path) => {
                self.ask(Question::LosesComments { path, then });
            }
            Some(path) => self.write_over(Target::Document(path), then),
        }
    }

    /// A save that may replace nothing came upon a file: the document's own, which it has become
    /// meanwhile, or one that is asked about, once.
    fn came_upon(&mut self, target: Target, then: Option<Leave>) {
        let is_own = self.state.origin().and_then(Origin::path) == Some(target.path());
        if is_own && !self.has_comments(target.path()) {
            return self.write_over(target, then);
        }
        let standing = self.state.questions.iter_mut().find_map(|(_, asked)| match asked {
            Question::Replaces { target: same, then } if *same == target => Some(then),
            _ => None,
        });
        match standing {
            Some(standing) => *standing = then.or(standing.take()),
            None => self.ask(Question::Replaces { target, then }),
        }
    }

    /// Whether a file is the document's own and holds comments.
    fn has_comments(&self, path: &Path) -> bool {
        let origin = self.state.origin();
        matches!(origin, Some(Origin::File { path: own, has_comments: true, .. }) if own == path)
    }

    /// A save came upon what another program made of the file: it is asked about, once.
    fn came_upon_changed(&mut self, save: Save, print: Print, waiting: Option<Leave>) {
        let then = save.then.or(waiting);
        self.note_changed(save.target.path(), &print);
        let standing = self.state.questions.iter_mut().find_map(|(_, asked)| match asked {
            Question::Changed { target, print, then } if *target == save.target => {
                Some((print, then))
            }
            _ => None,
        });
        match standing {
            Some((known, wish)) => {
                *known = print;
                *wish = wish.take().or(then);
            }
            None => self.ask(Question::Changed { target: save.target, print, then }),
        }
    }

    /// Saves to a path from the system's dialog, which asked about replacing this very path.
    pub(super) fn save_to_chosen(&mut self, target: &Target, then: Option<Leave>) {
        let ended = ended(target);
        if ended == *target {
            self.write_over(ended, then);
        } else {
            self.write(ended, Manner::Fresh, then);
        }
    }

    /// Saves to a path that was typed.
    pub(super) fn save_to_typed(&mut self, target: &Target, then: Option<Leave>) {
        self.write(ended(target), Manner::Fresh, then);
    }

    /// Saves in place of what is there.
    pub(super) fn write_over(&mut self, target: Target, then: Option<Leave>) {
        let keeps = self.has_comments(target.path());
        let expected = self.state.expected(target.path());
        let manner = if keeps { Manner::OverKeeping } else { Manner::Over };
        self.write(target, manner(expected), then);
    }

    /// Writes the document as it is now.
    pub(super) fn write(&mut self, target: Target, manner: Manner, then: Option<Leave>) {
        let (Some(version), Some(present)) = (self.version(), &self.present) else { return };
        let (draft, label) = (present.draft.clone(), present.label.clone());
        // A copy onto the document's own file is a save of it.
        let target = match target {
            Target::Copy(path) if self.state.destination() == Some(&path) => Target::Document(path),
            other => other,
        };
        let errand = self.errand();
        let path = target.path().to_owned();
        self.state.outdate_reads(&path);
        let asked = manner.clone();
        let write = Effect::Write { errand, path, draft: draft.clone(), manner: asked, label };
        self.effects.push(write);
        self.state.saves.push(Save { errand, version, draft, target, manner, then });
    }

    pub(super) fn wrote(&mut self, save: Save, came: Came) {
        let is_open = Some(save.version.document) == self.document();
        let waiting = self.waiting();
        match came {
            Came::Wrote(Ok(saved)) => self.saved(save, saved, waiting),
            Came::Wrote(Err(Unwritten::Exists)) if is_open => {
                self.came_upon(save.target, save.then.or(waiting));
            }
            Came::Wrote(Err(Unwritten::Changed(print))) if is_open => {
                self.came_upon_changed(save, print, waiting);
            }
            Came::Wrote(Err(why)) => self.not_saved(&save, why.into()),
            Came::Failed | Came::Picked(_) | Came::Read(_) => {
                if let Some(open) = self.state.open.as_mut().filter(|_| is_open) {
                    open.is_unsure |= open.origin.path() == Some(save.target.path());
                }
                self.not_saved(&save, Unsaved::Failed);
            }
        }
    }

    /// What the person is asked to wait with, where no save is under way any more: that question is
    /// settled.
    fn waiting(&mut self) -> Option<Leave> {
        let is_settled = self.state.saves.is_empty();
        let place = self.state.questions.iter().position(|(_, question)| {
            is_settled && matches!(question, Question::StillSaving { .. })
        })?;
        match self.state.questions.remove(place).1 {
            Question::StillSaving { leave, .. } => Some(leave),
            _ => None,
        }
    }

    fn saved(&mut self, save: Save, saved: Saved, waiting: Option<Leave>) {
        let path = save.target.path().to_owned();
        self.tell(match saved.durability {
            Durability::Confirmed => Told::Saved(path),
            Durability::Unconfirmed => Told::SavedUnconfirmed(path),
        });
        if self.state.is_own(&save) {
            self.mark(save.target.path(), save.draft, saved);
        }
        if let Some(leave) = save.then.or(waiting) {
            self.go_on(leave);
        }
    }

    /// Notes what the open document's file holds now.
    fn mark(&mut self, path: &Path, saved: Draft, Saved { print, durability }: Saved) {
        let Some(open) = &mut self.state.open else { return };
        open.origin = Origin::File {
            path: path.to_owned(),
            has_comments: false,
            known: Some(print),
            access: Access::Write,
        };
        (open.is_unsure, open.on_disk, open.durability) = (false, OnDisk::AsKnown, durability);
        if let Some(present) = &mut self.present {
            let now = &present.draft.scenario;
            present.is_changed = !Arc::ptr_eq(now, &saved.scenario) && *now != saved.scenario;
        }
        let (path, title) = (path.to_owned(), saved.scenario.title.clone());
        self.effects.push(Effect::MarkSaved(saved));
        self.effects.push(Effect::Remember { path, title });
    }

    fn not_saved(&mut self, save: &Save, why: Unsaved) {
        let is_open = Some(save.version.document) == self.document();
        let document = if is_open { Whereabouts::Open } else { Whereabouts::Closed };
        self.ask(Question::NotSaved { path: save.target.path().to_owned(), why, document });
    }
}

fn ended(target: &Target) -> Target {
    match target {
        Target::Document(path) => Target::Document(with_ending(path)),
        Target::Copy(path) => Target::Copy(with_ending(path)),
    }
}
