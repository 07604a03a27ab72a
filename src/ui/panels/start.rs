//! What the window shows before anything is open: the presets, and the way to a file.

use egui::{Align2, Sense, Ui, WidgetInfo, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::text::label;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command, Queue};

/// A preset as the start page lists it.
#[derive(Clone, Debug)]
pub struct Offer {
    pub name: &'static str,
    pub title: String,
    pub question: String,
    pub extent: String,
}

const CARD_WIDTH: f32 = 760.0;
const CARD_HEIGHT: f32 = 84.0;

/// Shows the page.
pub fn ui(offers: &[Offer], queue: &mut Queue, ui: &mut Ui) {
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.add_space(size::CANVAS_PADDING);
        ui.heading(label::START_TITLE);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.label(label::START_NOTE);
            button::command_ui(None, queue, ui, Command::Open);
        });
        ui.add_space(size::CANVAS_PADDING / 2.0);
        for offer in offers {
            offer_ui(offer, queue, ui);
        }
    });
}

fn offer_ui(offer: &Offer, queue: &mut Queue, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(CARD_WIDTH.min(ui.available_width()), CARD_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &offer.title));
    let fill = theme.colour(if response.hovered() { Role::Hover } else { Role::Chrome });
    ui.painter().rect(rect, corners(size::PANEL_RADIUS), fill, theme.stroke(size::RULE_STROKE, Role::Line), egui::StrokeKind::Inside);
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let left = rect.left_top() + vec2(16.0, 12.0);
    text::line(ui.painter(), left, Align2::LEFT_TOP, &offer.title, set(TypeSize::PanelTitle, Weight::SemiBold, Role::Ink));
    let question = set(TypeSize::Body, Weight::Regular, Role::Ink2);
    let galley = text::layout(ui.painter(), &offer.question, question, rect.width() - 32.0, 1);
    text::place(ui.painter(), left + vec2(0.0, 22.0), &galley);
    let note = set(TypeSize::Note, Weight::Regular, Role::Ink3);
    text::line(ui.painter(), left + vec2(0.0, 44.0), Align2::LEFT_TOP, &offer.extent, note);
    button::focus_ring(ui, theme, &response);
    let response = if galley.elided { response.on_hover_text(&offer.question) } else { response };
    if response.clicked() {
        queue.push(Action::OpenPreset(offer.name));
    }
}
