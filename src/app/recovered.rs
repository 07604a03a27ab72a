//! What was left behind: looked for when the program begins, and offered until the person chooses.

use std::sync::Arc;

use egui::Context;

use super::application::App;
use super::dialogs::Form;
use super::jobs::{Lane, Slot};
use super::lifecycle::{Event, Next, Origin, Source};
use super::offered::{Offered, look};
use super::outcome::Outcome;
use crate::analysis::Watch;
use crate::store::SlotId;
use crate::text::keeping as words;
use crate::ui::action::{RecoveredId, WithRecovered};
use crate::ui::dialogs;
use crate::ui::panels::start::leading_id;

impl App {
    /// Has a job look for what was left behind.
    pub(super) fn look_for_left(&mut self) {
        if self.keeping.files.kept.is_none() {
            return;
        }
        let files = self.keeping.files.clone();
        let breakdown = self.keeping.breakdown.clone();
        let work = move |_: &Watch| Outcome::Left(look(&files, &breakdown));
        self.jobs.submit(Lane::Query(Slot::Left), Box::new(work));
    }

    /// Offers what was left behind: on the first page, and where its file is open already in a
    /// question.
    pub(super) fn offer(&mut self, offered: Offered, ctx: &Context) {
        self.offered = offered;
        if self.session.is_some() {
            if self.dialogs.form.is_none() {
                self.ask_about_newer();
            }
            return;
        }
        if let Some(card) = self.offered.cards.first() {
            let leading = leading_id(card.id);
            ctx.memory_mut(|memory| memory.request_focus(leading));
        }
    }

    /// Asks about newer work on the file that is open, where some was recovered.
    pub(super) fn ask_about_newer(&mut self) {
        let path = self.life.state().origin().and_then(Origin::own_path);
        let newer = self
            .offered
            .all
            .iter()
            .find(|recovered| path.is_some() && recovered.path.as_deref() == path);
        if let Some(newer) = newer {
            let id = RecoveredId(newer.slot.number());
            self.dialogs.form = Some(Form::recovered(id, &newer.told_at));
        }
    }

    pub(super) fn with_recovered(&mut self, id: RecoveredId, what: WithRecovered, ctx: &Context) {
        let Some(recovered) = self.offered.find(id) else { return };
        let (slot, path) = (recovered.slot, recovered.path.clone());
        let beside = (words::IN_RECOVERED.to_owned(), Arc::clone(&recovered.scenario));
        let source = match (what, path) {
            (WithRecovered::Later, _) => return self.offered.drop(id),
            (WithRecovered::Compare, Some(path)) => {
                self.tell(Event::Leave(Next::Open(Source::File(path))), ctx);
                self.view.beside_once_open = Some(beside);
                return;
            }
            (WithRecovered::PutBack, Some(path)) => Source::PutBack(slot, path),
            _ => Source::Recovered(slot),
        };
        self.tell(Event::Leave(Next::Open(source)), ctx);
    }

    /// What was recovered is open now: it isn't offered any more.
    pub(super) fn took_recovered(&mut self, slot: SlotId) {
        self.offered.drop(RecoveredId(slot.number()));
    }
}

impl Form {
    /// Asks about newer work on a file that is open.
    fn recovered(id: RecoveredId, at: &str) -> Self {
        let answers = vec![
            (words::OPEN_AS_COPY, (id, WithRecovered::OpenAsCopy)),
            (words::COMPARE, (id, WithRecovered::Compare)),
            (words::PUT_IT_BACK, (id, WithRecovered::PutBack)),
        ];
        let text = words::recovered_question(at);
        Self::Recovered(dialogs::Question { title: words::RECOVERED, text, answers })
    }
}
