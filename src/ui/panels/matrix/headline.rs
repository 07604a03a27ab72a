//! Above the matrix: the question, what the matrix holds, and the choice of order.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, vec2};

use super::data::{self, Order};
use crate::chart::matrix::View;
use crate::look::{Role, TypeSize, Weight};
use crate::session::Session;
use crate::text as words;
use crate::ui::theme::Theme;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::text;

/// Shows the lines.
pub fn ui(session: &Session, view: &View, order: &mut Order, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(14.0);
    question_ui(view, ui);
    let chips =
        [(Order::Ranked, words::matrix::RANKED), (Order::AsEntered, words::matrix::AS_ENTERED)];
    let chips = chips.map(|(choice, name)| Chip {
        id: Id::unique(("order", choice)),
        label: name,
        mark: None,
        is_chosen: *order == choice,
    });
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let room = line.width() - chip::width(ui, &chips, Names::All) - 16.0;
    subtitle_ui(&data::subtitle(session, view), line.with_max_x(line.left() + room), ui);
    let at_right = line.with_min_x(line.left() + room + 16.0).translate(vec2(0.0, -3.0));
    let mut right = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(at_right)
            .layout(egui::Layout::left_to_right(egui::Align::Min)),
    );
    if let Some(chosen) = chip::row_ui(&mut right, &chips, Names::All) {
        *order = if chosen == 0 { Order::Ranked } else { Order::AsEntered };
    }
    ui.add_space(3.0);
}

fn question_ui(view: &View, ui: &mut Ui) {
    let question = if view.scenario.question.is_empty() {
        words::matrix::NO_QUESTION
    } else {
        &view.scenario.question
    };
    let set = text::Type {
        size: TypeSize::Headline,
        weight: Weight::SemiBold,
        colour: Theme::of(ui.ctx()).colour(Role::Ink),
    };
    let width = ui.available_width();
    let galley = text::layout(ui.painter(), question, set, width, 2);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, question));
    if galley.elided {
        response.on_hover_text(question);
    }
}

fn subtitle_ui(subtitle: &str, rect: Rect, ui: &Ui) {
    let set = text::Type {
        size: TypeSize::Body,
        weight: Weight::Regular,
        colour: Theme::of(ui.ctx()).colour(Role::Ink2),
    };
    let galley = text::layout(ui.painter(), subtitle, set, rect.width(), 1);
    text::place(ui.painter(), rect.min + vec2(0.0, 1.0), &galley);
    let told = ui.interact(rect, ui.scope_id().with("subtitle"), Sense::hover());
    told.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, subtitle));
    if galley.elided {
        told.on_hover_text(subtitle);
    }
}
