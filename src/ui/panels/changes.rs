//! Beside a result: what would change the winner, and whether other methods bear the order out.

use egui::{Id, Ui};

use super::title;
use crate::chart::{Frame, changes, cross_table};
use crate::look::Role;
use crate::session::results::{CrossCheckOf, FirmOf};
use crate::text::{self, cross_check, firm as words};
use crate::ui::ViewContext;
use crate::ui::theme::Theme;
use crate::ui::widgets::scene;

/// The widest that the table of methods gets: names and places stay together.
const CROSS_WIDTH: f32 = 760.0;

/// A row a criterion; nothing where there is no rival.
pub(super) fn changes_ui(context: ViewContext, ui: &mut Ui) {
    let answer = context.session.ask(&FirmOf(context.session.weighting.clone(), None));
    let Some(known) = answer.last() else { return };
    let Some(firm) = known.0.as_ref().filter(|firm| firm.ranking.ranked.len() > 1) else { return };
    title::ui(words::WHAT_WOULD_CHANGE, words::NEAREST_FIRST, ui);
    if firm.ranking.winners().count() > 1 {
        return note_ui(words::FIRST_IS_SHARED, ui);
    }
    let frame = Frame::screen(ui.available_width(), context.measurer);
    scene::ui(Id::unique("changes"), &changes(frame, known.scenario(), firm), ui);
}

/// The orders of the other methods, where they part, and whose order hangs on what else is there.
pub(super) fn cross_ui(context: ViewContext, ui: &mut Ui) {
    let answer = context.session.ask(&CrossCheckOf(context.session.weighting.clone()));
    let Some(known) = answer.last() else { return };
    let scenario = known.scenario();
    if known.first().is_none_or(|sum| sum.ranks.len() < 2) {
        return;
    }
    ui.set_width((ui.available_width() - 16.0).min(CROSS_WIDTH));
    let frame = Frame::screen(ui.available_width(), context.measurer);
    let chart = cross_table(frame, scenario, known);
    title::ui(&chart.heading, cross_check::NOTE, ui);
    scene::ui(Id::unique("cross-check"), &chart, ui);
    ui.add_space(8.0);
    let partings = known.iter().filter_map(|check| cross_check::parting(scenario, check));
    let findings = known.iter().flat_map(|check| &check.findings);
    let findings = findings.map(|finding| text::finding(scenario, finding));
    for sentence in partings.chain(findings) {
        note_ui(&sentence, ui);
    }
}

fn note_ui(words: &str, ui: &mut Ui) {
    ui.label(egui::RichText::new(words).color(Theme::of(ui.ctx()).colour(Role::Ink2)));
}
