//! What the window asks and tells over its content.

mod add;
mod ask;
mod keys;
mod palette;

use egui::{Id, Modal, Ui, vec2};

pub use add::{AddForm, Kind};
pub use ask::{Excerpt, Line, Message, PathEntry, Question};
pub use palette::PaletteEntry;

use crate::look::{Role, TypeSize, Weight, size};
use crate::ui::action::Answer;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::{Action, WindowContext};

const WIDTH: f32 = 560.0;

/// What is being asked or told.
#[derive(Clone, Debug)]
pub enum Dialog {
    Question(Question),
    Message(Message),
    Path(PathEntry),
    Add(AddForm),
    Palette(PaletteEntry),
    Keys,
}

/// Shows a dialog; its answer goes into the queue.
pub fn ui(window: WindowContext, dialog: &mut Dialog, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let frame = egui::Frame::new()
        .fill(theme.colour(Role::Raised))
        .stroke(theme.stroke(size::RULE_STROKE, Role::Control))
        .corner_radius(corners(size::FLOATING_RADIUS))
        .inner_margin(20);
    let shown = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 64.0));
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        match dialog {
            Dialog::Question(question) => ask::question_ui(window, question, ui),
            Dialog::Message(message) => ask::message_ui(window, message, theme, ui),
            Dialog::Path(entry) => ask::path_ui(window, entry, ui),
            Dialog::Add(form) => add::ui(window, form, ui),
            Dialog::Palette(entry) => palette::ui(window, entry, ui),
            Dialog::Keys => keys::ui(window, ui),
        }
    });
    if shown.should_close() {
        window.queue.push(Action::Answer(Answer::Cancel));
    }
}

fn title_ui(title: &str, ui: &mut Ui) {
    let response =
        ui.label(egui::RichText::new(title).font(font_id(TypeSize::PanelTitle, Weight::SemiBold)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
}
