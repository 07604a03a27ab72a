//! Above the matrix: the question, what the matrix holds, and the choice of order.

use egui::{Sense, Ui, WidgetInfo, vec2};

use super::data::{self, Order};
use crate::chart::matrix::View;
use crate::look::{Role, TypeSize, Weight};
use crate::session::Session;
use crate::text::label;
use crate::ui::theme::Theme;
use crate::ui::widgets::chip::{self, Chip, Names};
use crate::ui::widgets::text;

/// Shows the lines.
pub fn ui(session: &Session, view: &View, order: &mut Order, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let question = if view.scenario.question.is_empty() {
        label::NO_QUESTION
    } else {
        &view.scenario.question
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(14.0);
    let width = ui.available_width();
    let galley = text::layout(
        ui.painter(),
        question,
        set(TypeSize::Headline, Weight::SemiBold, Role::Ink),
        width,
        2,
    );
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, question));
    if galley.elided {
        response.on_hover_text(question);
    }
    let [ranked, entered] = [(Order::Ranked, label::RANKED), (Order::AsEntered, label::AS_ENTERED)]
        .map(|(choice, name)| Chip {
            id: name,
            label: name,
            mark: None,
            is_chosen: *order == choice,
        });
    let chips = [ranked, entered];
    let (line, _) = ui.allocate_exact_size(vec2(width, 30.0), Sense::hover());
    let room = line.width() - chip::width(ui, &chips, Names::All) - 16.0;
    let subtitle = data::subtitle(session, view);
    let galley = text::layout(
        ui.painter(),
        &subtitle,
        set(TypeSize::Body, Weight::Regular, Role::Ink2),
        room,
        1,
    );
    text::place(ui.painter(), line.min + vec2(0.0, 1.0), &galley);
    let told = ui.interact(
        line.with_max_x(line.left() + room),
        ui.scope_id().with("subtitle"),
        Sense::hover(),
    );
    told.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &subtitle));
    if galley.elided {
        told.on_hover_text(&subtitle);
    }
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
