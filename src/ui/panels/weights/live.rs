//! What the weights make of the options, live, and which places that moved against equal weights.

use egui::{Id, Ui};

use super::shown::Page;
use crate::chart::{Frame, live};
use crate::look::{Role, TypeSize, Weight, size};
use crate::session::results::MovesAgainstEqual;
use crate::text;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::scene;

/// Shows the card.
pub(super) fn ui(page: Page, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let frame = egui::Frame::new()
        .fill(theme.colour(Role::Chrome))
        .corner_radius(corners(size::PANEL_RADIUS))
        .inner_margin(16);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.set_width(ui.available_width());
        ui.label(
            egui::RichText::new(text::weights::LIVE_RANKING)
                .font(font_id(TypeSize::PanelTitle, Weight::SemiBold)),
        );
        ui.label(
            egui::RichText::new(text::weights::AGAINST_EQUAL)
                .small()
                .color(theme.colour(Role::Ink3)),
        );
        if page.scenario.hides_totals() {
            ui.label(text::weights::RANKING_HIDDEN);
            return;
        }
        let session = page.context.session;
        let moved = session.ask(&MovesAgainstEqual(session.weighting.clone()));
        let moved = moved.last().map_or(&[][..], |moved| moved.as_slice());
        let frame = Frame::screen(ui.available_width(), page.context.measurer);
        let chart = live(frame, page.scenario, page.evaluation, moved);
        if chart.parts.is_empty() {
            ui.label(text::unranked(page.scenario, &page.evaluation.ranking));
        } else {
            scene::ui(Id::unique("live ranking"), &chart, ui);
        }
    });
}
