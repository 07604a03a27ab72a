//! The step itself: each event to what it begins, and what all of them share.

use super::effect::{Effect, Manner, Source, Told};
use super::event::{Came, Event, Present};
use super::id::{DocumentId, ErrandId, QuestionId, Version};
use super::question::{Answer, PathFor, Question, Target};
use super::state::State;
use super::wish::{Leave, Next};
use crate::store::Expected;

/// The next state after an event, and what is to be done, in this order. `present` is the open
/// document as it stands at the event; none where none is open.
pub fn step(state: State, event: Event, present: Option<Present>) -> (State, Vec<Effect>) {
    let mut step = Step { state, present, effects: Vec::new() };
    match event.with_whole_paths() {
        Event::Leave(next) => step.leave(next, None),
        Event::Save => step.save(None),
        Event::SaveAs => step.pick_in_document(PathFor::Saving { then: None }),
        Event::SaveCopy => step.pick_in_document(PathFor::Copying),
        Event::CompareFile => step.pick_in_document(PathFor::Comparing),
        Event::Looked(look) => step.looked(look),
        Event::Reload => step.reload(),
        Event::KeepMine => step.keep_mine(),
        Event::CompareOwnFile => step.compare_own_file(),
        Event::Answered(id, answer) => step.answered(id, answer),
        Event::Ended(errand, came) => step.ended(errand, came),
    }
    (step.state, step.effects)
}

/// A step being made.
pub(super) struct Step {
    pub state: State,
    pub present: Option<Present>,
    pub effects: Vec<Effect>,
}

impl Step {
    pub(super) fn issue(&mut self) -> u64 {
        self.state.issued += 1;
        self.state.issued
    }

    pub(super) fn errand(&mut self) -> ErrandId {
        ErrandId(self.issue())
    }

    pub(super) fn document(&self) -> Option<DocumentId> {
        self.state.document()
    }

    pub(super) fn version(&self) -> Option<Version> {
        self.state.version(self.present.as_ref())
    }

    pub(super) fn tell(&mut self, told: Told) {
        self.effects.push(Effect::Tell(told));
    }

    pub(super) fn ask(&mut self, question: Question) {
        let id = QuestionId(self.issue());
        self.state.questions.push((id, question));
    }

    fn answered(&mut self, id: QuestionId, answer: Answer) {
        let questions = &mut self.state.questions;
        let asked =
            questions.iter().position(|(asked, question)| *asked == id && question.takes(&answer));
        let Some(place) = asked else { return };
        let (_, question) = questions.remove(place);
        self.follow(question, answer);
    }

    /// Does what an answer leads to. Closing leads nowhere, and what was to follow goes with the
    /// question.
    fn follow(&mut self, question: Question, answer: Answer) {
        match (question, answer) {
            (Question::Unsaved { leave, .. }, Answer::Save) => self.save(Some(leave)),
            (Question::Unsaved { version, leave }, Answer::Discard) => {
                self.go_on(Leave { agreed: Some(version), ..leave });
            }
            (Question::StillSaving { leave, .. }, Answer::Wait) => self.wait(leave),
            (Question::StillSaving { leave, .. }, Answer::DontWait) => {
                self.leave_saves_alone(leave);
            }
            (Question::LosesComments { path, then }, Answer::Save) => {
                // It was the document's own file when it was asked about, and may be so no more.
                let expected = self.state.expected(&path);
                self.write(Target::Document(path), Manner::OverKeeping(expected), then);
            }
            (Question::Changed { target, print, then }, Answer::Replace) => {
                let expected = Expected::OneOf(vec![print]);
                self.write(target, Manner::OverKeeping(expected), then);
            }
            (Question::Changed { target, .. }, Answer::Compare) => {
                self.compare(target.path().to_owned());
            }
            (Question::Changed { target, .. }, Answer::Reload) => self.reload_from(target.path()),
            (Question::OpenElsewhere { path, agreed }, Answer::OpenReadOnly) => {
                self.leave(Next::Open(Source::ReadOnly(path)), agreed);
            }
            (Question::OpenElsewhere { path, agreed }, Answer::OpenCopy) => {
                self.leave(Next::Open(Source::CopyOf(path)), agreed);
            }
            (Question::Replaces { target, then }, Answer::Replace) => self.write_over(target, then),
            (Question::Path(path_for), Answer::Path(path)) => self.typed(path_for, path.trim()),
            _ => {}
        }
    }

    fn ended(&mut self, errand: ErrandId, came: Came) {
        let state = &mut self.state;
        if let Some(opening) = state.opening.take_if(|opening| opening.errand == errand) {
            self.read(opening, came);
        } else if let Some(comparing) = state.comparing.take_if(|read| read.errand == errand) {
            self.read_to_compare(comparing, came);
        } else if let Some(reloading) = state.reloading.take_if(|read| read.errand == errand) {
            self.read_to_reload(reloading, came);
        } else if let Some(place) = state.picks.iter().position(|pick| pick.errand == errand) {
            let pick = state.picks.remove(place);
            self.picked(pick, came);
        } else if let Some(place) = state.saves.iter().position(|save| save.errand == errand) {
            let save = state.saves.remove(place);
            self.wrote(save, came);
        }
    }
}
