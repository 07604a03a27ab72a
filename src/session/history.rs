//! Undo and redo over whole documents, which share all that didn't change.

use std::sync::Arc;

use super::{Gesture, OldReasons};
use crate::model::{NodeId, Scenario, TeamId};

/// A document, and what is known of it that no file holds.
#[derive(Clone, Debug)]
pub struct Draft {
    pub scenario: Arc<Scenario>,
    pub old_reasons: Arc<OldReasons>,
}

impl From<Arc<Scenario>> for Draft {
    /// A document of which nothing more is known than what it holds.
    fn from(scenario: Arc<Scenario>) -> Self {
        Self { scenario, old_reasons: Arc::default() }
    }
}

/// A document at some moment of its history.
#[derive(Clone, Debug)]
pub struct State {
    pub draft: Draft,
    /// What was done to make it, as the menu says it.
    pub done: Option<String>,
}

/// A document as it stood before or after something was done.
#[derive(Clone)]
struct Step {
    draft: Draft,
    /// What was done, as the menu says it: "score ISIS risk".
    name: String,
    gesture: Gesture,
    /// The locks that it closed.
    locks: Vec<Lock>,
}

/// The lock of a node's share, for a team.
pub type Lock = (TeamId, NodeId);

/// A document that is gone to, with the locks that what lies between closed.
pub type Turn = (Draft, Vec<Lock>);

/// The steps around the present.
#[derive(Default)]
pub struct History {
    /// What the document was before each thing done, oldest first.
    past: Vec<Step>,
    /// What it becomes again by redoing, nearest last.
    future: Vec<Step>,
}

impl History {
    /// Notes that something is being done to `before`. Edits of one gesture make one step; redoing
    /// ends here. Gives the document as it stood when the gesture began.
    pub fn record(&mut self, before: Draft, name: &str, gesture: Gesture) -> Draft {
        self.future.clear();
        if let Some(last) = self.past.last().filter(|last| last.gesture == gesture) {
            return last.draft.clone();
        }
        self.past.push(Step {
            draft: before.clone(),
            name: name.to_owned(),
            gesture,
            locks: Vec::new(),
        });
        before
    }

    /// The locks that a gesture has closed; none where it isn't the last thing done.
    pub fn locks_of(&mut self, gesture: Gesture) -> Option<&mut Vec<Lock>> {
        self.past.last_mut().filter(|last| last.gesture == gesture).map(|last| &mut last.locks)
    }

    /// The document before the last thing done; `present` is kept for redoing.
    pub fn undo(&mut self, present: Draft) -> Option<Turn> {
        let step = self.past.pop()?;
        self.future.push(Step { draft: present, ..step.clone() });
        Some((step.draft, step.locks))
    }

    /// The document before a gesture, which is forgotten; none where another came after it.
    pub fn abandon(&mut self, gesture: Gesture) -> Option<Turn> {
        let step = self.past.pop_if(|last| last.gesture == gesture)?;
        Some((step.draft, step.locks))
    }

    /// The document after the last thing undone; `present` is kept for undoing.
    pub fn redo(&mut self, present: Draft) -> Option<Turn> {
        let step = self.future.pop()?;
        self.past.push(Step { draft: present, ..step.clone() });
        Some((step.draft, step.locks))
    }

    /// The oldest state; none where nothing was done yet.
    pub fn first(&self) -> Option<&Arc<Scenario>> {
        self.past.first().map(|step| &step.draft.scenario)
    }

    /// The states around the present, the oldest first, each with what was done to make it; none of
    /// the first. And the place of the present among them.
    pub fn states(&self, present: &Draft) -> (Vec<State>, usize) {
        let drafts = self.past.iter().map(|step| &step.draft);
        let later = self.future.iter().rev();
        let drafts = drafts.chain([present]).chain(later.clone().map(|step| &step.draft));
        let names = self.past.iter().chain(later).map(|step| Some(step.name.clone()));
        let names = std::iter::once(None).chain(names);
        let state = |(draft, done): (&Draft, Option<String>)| State { draft: draft.clone(), done };
        (drafts.zip(names).map(state).collect(), self.past.len())
    }

    /// How many steps lie between the present and a draft of the document; none where it isn't
    /// among its states.
    pub fn steps_to(&self, present: &Draft, draft: &Draft) -> Option<usize> {
        let is_same = |other: &Draft| Arc::ptr_eq(&other.scenario, &draft.scenario);
        if is_same(present) {
            return Some(0);
        }
        let nearest = |steps: &[Step]| steps.iter().rev().position(|step| is_same(&step.draft));
        let ways = [nearest(&self.past), nearest(&self.future)];
        ways.into_iter().flatten().min().map(|place| place + 1)
    }

    /// What undoing would undo.
    pub fn undo_name(&self) -> Option<&str> {
        self.past.last().map(|step| step.name.as_str())
    }

    /// What redoing would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.future.last().map(|step| step.name.as_str())
    }
}
