//! What comes in the open document's place, once that is safe.

use super::effect::{Effect, Told};
use super::id::{DocumentId, Version};
use super::question::{PathFor, Question};
use super::state::{OnDisk, Open, Opening, Origin, Standing};
use super::step::Step;
use super::wish::{Leave, Next, Patience};
use crate::store::Durability;

impl Step {
    /// The person wants something in the document's place: what was to come before gives way to it.
    pub(super) fn leave(&mut self, next: Next, agreed: Option<Version>) {
        let patience = self.drop_wishes();
        self.go_on(Leave { next, agreed, patience });
    }

    /// Drops all that was to come in the document's place. What waited for a save leaves no
    /// patience behind to wait for it again.
    fn drop_wishes(&mut self) -> Patience {
        self.state.closing = None;
        if let Some(opening) = self.state.opening.take() {
            self.effects.push(Effect::Abandon(opening.errand));
        }
        for pick in &mut self.state.picks {
            if let PathFor::Saving { then } = &mut pick.path_for {
                *then = None;
            }
        }
        let is_waiting = |question: &Question| matches!(question, Question::StillSaving { .. });
        let mut has_waited = self.state.questions.iter().any(|(_, question)| is_waiting(question));
        self.state.questions.retain(|(_, question)| !question.leads_away());
        for save in &mut self.state.saves {
            has_waited |= save.then.take().is_some();
        }
        if has_waited { Patience::Asks } else { Patience::Waits }
    }

    /// Goes on with a wish as far as nothing stands in its way.
    pub(super) fn go_on(&mut self, leave: Leave) {
        match self.state.standing(&leave, self.present.as_ref()) {
            Standing::Safe => self.proceed(leave),
            Standing::BeingSaved => self.wait_or_ask(leave),
            Standing::Unsaved(version) => self.ask(Question::Unsaved { version, leave }),
        }
    }

    fn wait_or_ask(&mut self, leave: Leave) {
        match self.state.saves.last() {
            Some(save) if leave.patience == Patience::Asks => {
                let path = save.target.path().to_owned();
                self.ask(Question::StillSaving { path, leave });
            }
            _ => self.wait(leave),
        }
    }

    /// Lets a wish follow the saves under way.
    pub(super) fn wait(&mut self, leave: Leave) {
        match self.state.saves.last_mut() {
            Some(save) => {
                let path = save.target.path().to_owned();
                save.then = Some(leave);
                self.tell(Told::Waits(path));
            }
            // They ended meanwhile.
            None => self.go_on(leave),
        }
    }

    /// Goes on with a wish without waiting for saves: their outcome is left to itself.
    pub(super) fn leave_saves_alone(&mut self, leave: Leave) {
        let agreed = match self.state.standing(&leave, self.present.as_ref()) {
            Standing::BeingSaved => self.version(),
            Standing::Safe | Standing::Unsaved(_) => leave.agreed,
        };
        self.go_on(Leave { agreed, patience: Patience::Spent, ..leave });
    }

    fn proceed(&mut self, leave: Leave) {
        match leave.next {
            Next::New => {
                self.left();
                self.effects.push(Effect::OpenNew);
                self.opened(Origin::New);
            }
            Next::FirstPage => {
                self.left();
                self.effects.push(Effect::Close);
            }
            Next::Choice => self.pick(PathFor::Opening { agreed: leave.agreed }),
            Next::Open(source) => {
                let errand = self.errand();
                let turn = self.state.turn(&source);
                self.effects.push(Effect::Read { errand, source: source.clone(), turn });
                let opening = Opening { errand, source, is_old: false, agreed: leave.agreed };
                self.state.opening = Some(opening);
            }
            Next::Quit => {
                self.state.closing = Some(leave);
                self.effects.push(Effect::CloseWindow);
            }
        }
    }

    /// A document is open, now that what was is left.
    pub(super) fn opened(&mut self, origin: Origin) {
        let id = DocumentId(self.issue());
        self.state.open = Some(Open {
            id,
            origin,
            is_unsure: false,
            on_disk: OnDisk::AsKnown,
            durability: Durability::Confirmed,
        });
    }

    /// The document is gone: so are the questions about it.
    pub(super) fn left(&mut self) {
        if self.state.open.is_some() {
            self.effects.push(Effect::Leave(self.state.recovery()));
        }
        self.state.open = None;
        self.state.closing = None;
        self.present = None;
        self.state.questions.retain(|(_, question)| question.is_message());
        if let Some(comparing) = self.state.comparing.take() {
            self.effects.push(Effect::Abandon(comparing.errand));
        }
        if let Some(reloading) = self.state.reloading.take() {
            self.effects.push(Effect::Abandon(reloading.errand));
        }
    }
}
