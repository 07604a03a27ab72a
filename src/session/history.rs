//! Undo and redo over whole documents, which share all that didn't change.

use std::sync::Arc;

use super::{Gesture, OldReasons};
use crate::model::Scenario;

/// A document, and what is known of it that no file holds.
#[derive(Clone)]
pub struct State {
    pub scenario: Arc<Scenario>,
    pub old_reasons: Arc<OldReasons>,
}

/// A document as it stood before or after something was done.
#[derive(Clone)]
struct Step {
    state: State,
    /// What was done, as the menu says it: "score ISIS risk".
    name: String,
    gesture: Gesture,
}

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
    /// ends here.
    pub fn record(&mut self, before: State, name: &str, gesture: Gesture) {
        self.future.clear();
        if self.past.last().is_none_or(|last| last.gesture != gesture) {
            self.past.push(Step { state: before, name: name.to_owned(), gesture });
        }
    }

    /// The document before the last thing done; `present` is kept for redoing.
    pub fn undo(&mut self, present: State) -> Option<State> {
        let step = self.past.pop()?;
        self.future.push(Step { state: present, ..step.clone() });
        Some(step.state)
    }

    /// The document before a gesture, which is forgotten; none where another came after it.
    pub fn abandon(&mut self, gesture: Gesture) -> Option<State> {
        let step = self.past.pop_if(|last| last.gesture == gesture)?;
        Some(step.state)
    }

    /// The document after the last thing undone; `present` is kept for undoing.
    pub fn redo(&mut self, present: State) -> Option<State> {
        let step = self.future.pop()?;
        self.past.push(Step { state: present, ..step.clone() });
        Some(step.state)
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
