//! Three criteria or groups at once: the triangle of their weights, split by who is first.

use egui::{Id, Ui};

use super::page::{Page, note_ui};
use crate::chart::{Frame, Subject, triangle};
use crate::evaluation::{Triangle, Weighting};
use crate::session::results::{Found, Known, TriangleOf};
use crate::text::firm as words;
use crate::ui::Action;
use crate::ui::panels::title;
use crate::ui::widgets::scene;

/// The widest that the triangle gets with its names.
const WIDTH: f32 = 720.0;

fn known(page: Page) -> Option<Known<Found<Triangle>>> {
    let session = page.context.session;
    session.ask(&TriangleOf(session.weighting.clone())).last().cloned()
}

/// Whether three weights are what the document has at the top.
pub(super) fn is_there(page: Page) -> bool {
    known(page).is_some_and(|known| known.0.is_some())
}

/// A team that is pressed is shown.
pub(super) fn ui(page: Page, ui: &mut Ui) {
    let Some(known) = known(page) else { return };
    let Some(found) = &known.0 else { return };
    ui.set_max_width(WIDTH.min(ui.available_width()));
    title::ui(words::TRIANGLE_HEADING, words::TRIANGLE_NOTE, ui);
    let tones = page.tones(known.scenario());
    let frame = Frame::screen(ui.available_width() - 16.0, page.context.measurer);
    let chart = triangle(frame, known.scenario(), found, &tones);
    if let Some(Subject::Team(team)) = scene::ui(Id::unique("triangle"), &chart, ui).clicked {
        page.context.queue.push(Action::Show(Weighting::Team(team)));
    }
    note_ui(words::TRIANGLE_KEY, ui);
}
