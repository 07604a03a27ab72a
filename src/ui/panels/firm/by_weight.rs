//! Moved by weight: strips with who is first at each share, places in twenty weightings, and what
//! cannot win.

use egui::{Id, Ui};

use super::page::{FirmPanel, Page, columns_ui, note_ui};
use super::places;
use crate::chart::{Frame, holding};
use crate::session::results::NeverWinsOf;
use crate::text::{self, firm as words};
use crate::ui::panels::title;
use crate::ui::widgets::scene;

/// How much of the room the strips have.
const STRIPS_PART: f32 = 0.63;

impl FirmPanel {
    pub(super) fn by_weight_ui(&mut self, page: Page, ui: &mut Ui) {
        let (drawn, doubt, trial) = (self.drawn, self.doubt, self.trial(page.context));
        let mut asked = places::Asked { drawn, doubt, trial };
        let strips_ui = |ui: &mut Ui| self.strips_ui(page, ui);
        columns_ui(ui, STRIPS_PART, strips_ui, |ui| {
            places::ui(page, &mut asked, ui);
            ui.add_space(16.0);
            cannot_win_ui(page, ui);
        });
        (self.drawn, self.doubt) = (asked.drawn, asked.doubt);
    }

    fn strips_ui(&mut self, page: Page, ui: &mut Ui) {
        title::ui(words::WHO_WINS, words::WHO_WINS_NOTE, ui);
        let frame = Frame::screen(ui.available_width(), page.context.measurer);
        let origin = ui.cursor().min;
        let chart = holding(frame, page.scenario, page.firm);
        scene::ui(Id::unique("strips"), &chart, ui);
        self.marks_ui(page, frame, origin, ui);
    }

    /// What the shares say, as they are or as they are tried; below it how often who is first comes
    /// first, and what could change all of it.
    pub(super) fn weight_heading(&self, page: Page) -> (String, String) {
        let (scenario, firm) = (page.scenario, page.firm);
        let open = words::open(scenario, &firm.ranking);
        let tried = self.tried.as_ref().filter(|_| page.is_tried).and_then(|tried| {
            let mut criteria = scenario.criteria.iter().enumerate();
            let (at, criterion) = criteria.find(|(_, it)| it.id == tried.criterion)?;
            let percents = words::in_percents(&firm.shares);
            Some((criterion, *percents.get(at)?))
        });
        let (heading, first) = if let Some((criterion, percent)) = tried {
            let headline = text::headline(scenario, &firm.ranking);
            let heading = words::trying(criterion.label(), percent, &headline);
            (heading, Some(format!("{}.", words::ESCAPE_RESTORES)))
        } else {
            let heading = words::heading(scenario, &firm.ranking, firm.flip.as_ref());
            (heading, places::said(page, self.drawn, self.doubt))
        };
        let note: Vec<String> = first.into_iter().chain(open).collect();
        (heading, note.join(" "))
    }
}

/// The options that no weighting makes first, each with what would cure it; nothing where there are
/// none.
fn cannot_win_ui(page: Page, ui: &mut Ui) {
    let session = page.context.session;
    let answer = session.ask(&NeverWinsOf(session.weighting.clone()));
    let Some(found) = answer.last().filter(|found| !found.is_empty()) else { return };
    title::ui(words::CANNOT_WIN, "", ui);
    for sentence in text::never_wins(found.scenario(), found) {
        note_ui(&sentence, ui);
        ui.add_space(4.0);
    }
}
