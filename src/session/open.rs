//! The session itself.

use std::sync::Arc;

use super::history::{Draft, History, State, Turn};
use super::results::{Answer, Query, Results};
use super::{Gesture, Locks, OldReasons, ScoredCell, Selection};
use crate::evaluation::Weighting;
use crate::model::{Edit, NodeId, OpenTeam, Refusal, Scenario, TeamId};

/// An open document.
pub struct Session {
    /// Of the document as it is, which they hold.
    results: Results,
    history: History,
    saved: Draft,
    /// Of the document as it is.
    old_reasons: Arc<OldReasons>,
    is_changed: bool,
    next_gesture: u64,
    /// Whose weighting the window shows.
    pub weighting: Weighting,
    /// What the inspector shows.
    pub selection: Selection,
    pub locks: Locks,
}

impl Session {
    /// Opens a document that is as its file is.
    pub fn new(scenario: Scenario) -> Self {
        let scenario = Arc::new(scenario);
        Self {
            weighting: Weighting::of_default(&scenario),
            saved: Draft::from(Arc::clone(&scenario)),
            old_reasons: Arc::default(),
            results: Results::new(scenario),
            history: History::default(),
            is_changed: false,
            next_gesture: 0,
            selection: Selection::default(),
            locks: Locks::default(),
        }
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        self.results.snapshot().scenario()
    }

    pub fn revision(&self) -> u64 {
        self.results.snapshot().revision()
    }

    /// The document as it is, with what no file holds of it.
    pub fn draft(&self) -> Draft {
        Draft { scenario: Arc::clone(self.scenario()), old_reasons: Arc::clone(&self.old_reasons) }
    }

    /// The reasons that were written for another score than the one that they stand beside.
    pub fn old_reasons(&self) -> &OldReasons {
        &self.old_reasons
    }

    /// Notes, as a step under a name, that a cell's reason holds of the score that is there now.
    pub fn confirm_reason(&mut self, cell: &ScoredCell, name: &str) {
        if self.old_reasons.written_for(cell).is_some() {
            let gesture = self.begin_gesture();
            self.history.record(self.draft(), name, gesture);
            self.old_reasons = Arc::new(self.old_reasons.confirmed(cell));
        }
    }

    pub fn results(&self) -> &Results {
        &self.results
    }

    /// The team that is selected or, where none is, shown; none where it is sealed.
    pub fn chosen_team(&self) -> Option<OpenTeam<'_>> {
        match (&self.selection, &self.weighting) {
            (Selection::Team(id), _) | (_, Weighting::Team(id)) => self.scenario().open_team(id),
            _ => None,
        }
    }

    /// What a lock belongs to now: the team whose weights are shown, and the node that is selected.
    /// None where no team's are, or it is sealed.
    pub fn lockable(&self) -> Option<(&TeamId, &NodeId)> {
        let team = self.weighting.open_team(self.scenario())?;
        Some((team.id(), self.selection.node()?))
    }

    /// The answer to a query about the document, as far as it is known.
    pub fn ask<Q: Query>(&self, query: &Q) -> Answer<Q::Output> {
        self.results.ask(query)
    }

    /// What removes the selected thing with all that refers to it; none for a cell.
    pub fn removal(&self) -> Option<Edit> {
        self.selection.removed(self.results.evaluations())
    }

    /// A new gesture.
    pub fn begin_gesture(&mut self) -> Gesture {
        self.next_gesture += 1;
        Gesture(self.next_gesture)
    }

    /// Changes the document, and records it under a name. An edit that changes nothing leaves no
    /// step.
    ///
    /// # Errors
    /// [`Refusal`] where the edit would break a rule; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit, name: &str, gesture: Gesture) -> Result<(), Refusal> {
        let next = self.scenario().edited(edit)?;
        if next != **self.scenario() {
            let began = self.history.record(self.draft(), name, gesture);
            let old_reasons =
                self.old_reasons.after(edit, (&began.old_reasons, &began.scenario), &next);
            self.become_draft(Draft {
                scenario: Arc::new(next),
                old_reasons: Arc::new(old_reasons),
            });
        }
        Ok(())
    }

    /// Takes the last gesture back.
    pub fn undo(&mut self) {
        if let Some(turn) = self.history.undo(self.draft()) {
            self.turn_back(turn);
        }
    }

    /// Takes a gesture back as if it had never begun, where it was the last: there is nothing to
    /// redo then.
    pub fn abandon(&mut self, gesture: Gesture) {
        if let Some(turn) = self.history.abandon(gesture) {
            self.turn_back(turn);
        }
    }

    /// Goes back to what was last opened or saved, as one step that can be undone.
    pub fn revert(&mut self, name: &str) {
        if self.is_changed {
            let gesture = self.begin_gesture();
            self.history.record(self.draft(), name, gesture);
            self.become_draft(self.saved.clone());
        }
    }

    /// Makes the document another state of itself, as one step under a name that can be undone.
    pub fn put(&mut self, draft: Draft, name: &str) {
        if draft.scenario != *self.scenario() {
            let gesture = self.begin_gesture();
            self.history.record(self.draft(), name, gesture);
        }
        let is_sealing =
            draft.scenario.teams.iter().any(|team| {
                team.opened().is_none() && self.scenario().open_team(&team.id).is_some()
            });
        self.become_draft(draft);
        if is_sealing {
            // Undo would open what has been sealed elsewhere.
            self.history = History::default();
        }
    }

    /// The states that undo and redo go through, the oldest first, and the place of the present.
    pub fn states(&self) -> (Vec<State>, usize) {
        self.history.states(&self.draft())
    }

    /// The document as undo leads back to it: as it was opened.
    pub fn first_state(&self) -> Arc<Scenario> {
        Arc::clone(self.history.first().unwrap_or(self.scenario()))
    }

    /// How many steps lie between the document and what was last opened or saved; one at least
    /// where it differs from that.
    pub fn changes(&self) -> usize {
        if !self.is_changed {
            return 0;
        }
        let known = self.history.steps_to(&self.draft(), &self.saved);
        known.unwrap_or(1).max(1)
    }

    /// Does again what was last taken back.
    pub fn redo(&mut self) {
        if let Some((after, locks)) = self.history.redo(self.draft()) {
            for (team, node) in &locks {
                self.locks.hold(team, node);
            }
            self.become_draft(after);
        }
    }

    /// Closes a lock as part of a gesture, with which it is taken back and done again. Nothing
    /// where that isn't the last thing done.
    pub fn hold(&mut self, team: &TeamId, node: &NodeId, gesture: Gesture) {
        if let Some(locks) = self.history.locks_of(gesture)
            && self.locks.hold(team, node)
        {
            locks.push((team.clone(), node.clone()));
        }
    }

    fn turn_back(&mut self, (before, locks): Turn) {
        for (team, node) in &locks {
            self.locks.let_go(team, node);
        }
        self.become_draft(before);
    }

    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Whether the document differs from what was last opened or saved.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Notes that `saved`, a draft of this document, is what the file holds now.
    pub fn mark_saved(&mut self, saved: Draft) {
        self.saved = saved;
        self.is_changed = *self.scenario() != self.saved.scenario;
    }

    fn become_draft(&mut self, Draft { scenario, old_reasons }: Draft) {
        let saved = &self.saved.scenario;
        self.is_changed = !Arc::ptr_eq(&scenario, saved) && *scenario != **saved;
        self.old_reasons = old_reasons;
        if let Weighting::Team(team) = &self.weighting
            && scenario.team(team).is_none()
        {
            self.weighting = Weighting::of_default(&scenario);
        }
        if !self.selection.is_in(&scenario) {
            self.selection = Selection::Nothing;
        }
        self.results.advance(scenario);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(title: &str) -> Edit {
        Edit::Title(title.to_owned())
    }

    #[test]
    fn one_gesture_is_one_step_and_no_two_merge() {
        let mut session = Session::new(Scenario::new("a"));
        let first = session.begin_gesture();
        for title in ["ab", "abc"] {
            session.apply(&titled(title), "title", first).unwrap();
        }
        let second = session.begin_gesture();
        session.apply(&titled("abcd"), "title again", second).unwrap();
        assert_eq!(session.undo_name(), Some("title again"));
        session.undo();
        assert_eq!(session.scenario().title, "abc");
        session.undo();
        assert_eq!(
            (session.scenario().title.as_str(), session.undo_name(), session.redo_name()),
            ("a", None, Some("title"))
        );
        session.redo();
        session.redo();
        assert_eq!(session.scenario().title, "abcd");
    }

    #[test]
    fn the_mark_of_change_follows_the_saved_state() {
        let mut session = Session::new(Scenario::new("a"));
        let gesture = session.begin_gesture();
        session.apply(&titled("b"), "title", gesture).unwrap();
        assert!(session.is_changed());
        session.undo();
        assert!(!session.is_changed());
        session.redo();
        session.mark_saved(session.draft());
        assert!(!session.is_changed());
        session.undo();
        assert!(session.is_changed());
    }

    #[test]
    fn a_lock_goes_and_comes_with_the_gesture_that_closed_it() {
        let (team, node) = (TeamId::new("t").unwrap(), NodeId::new("c").unwrap());
        let mut session = Session::new(Scenario::new("a"));
        let [idle, taking] = [session.begin_gesture(), session.begin_gesture()];
        session.apply(&titled("b"), "title", taking).unwrap();
        session.hold(&team, &node, idle);
        assert!(!session.locks.is_held(&team, &node), "that gesture did nothing");
        session.hold(&team, &node, taking);
        assert!(session.locks.is_held(&team, &node));
        session.undo();
        assert!(!session.locks.is_held(&team, &node));
        session.redo();
        assert!(session.locks.is_held(&team, &node));
        let again = session.begin_gesture();
        session.apply(&titled("c"), "title", again).unwrap();
        session.hold(&team, &node, again);
        session.undo();
        assert!(session.locks.is_held(&team, &node), "it was closed before that");
        session.abandon(taking);
        assert!(!session.locks.is_held(&team, &node));
    }

    #[test]
    fn refused_and_idle_edits_leave_no_step() {
        let mut session = Session::new(Scenario::new("a"));
        let gesture = session.begin_gesture();
        assert!(session.apply(&titled(" "), "title", gesture).is_err());
        session.apply(&titled("a"), "title", gesture).unwrap();
        assert_eq!(
            (session.revision(), session.undo_name(), session.is_changed()),
            (0, None, false)
        );
    }
}
