//! Headings, and the head of a part of a page: a rule, the title, and a note at the right of its
//! line.

use egui::{Align, Layout, Ui, WidgetInfo};

use crate::look::{Role, TypeSize, Weight, size};
use crate::ui::theme::{Theme, font_id};

/// Shows it over all of the room.
pub(super) fn ui(title: &str, note: &str, ui: &mut Ui) {
    head_ui(title, ui, |ui| {
        let colour = Theme::of(ui.ctx()).colour(Role::Ink3);
        ui.label(egui::RichText::new(note).small().color(colour));
    });
}

/// The same with other things at the right.
pub(super) fn head_ui(title: &str, ui: &mut Ui, right_ui: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let (left, width) = (ui.cursor().min, ui.available_width());
    let stroke = theme.stroke(size::RULE_STROKE, Role::Line);
    ui.painter().hline(left.x..=left.x + width, left.y, stroke);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.set_min_height(30.0);
        heading_ui(title, TypeSize::PanelTitle, ui);
        ui.with_layout(Layout::right_to_left(Align::Center), right_ui);
    });
    ui.add_space(6.0);
}

/// A heading, wrapped.
pub fn heading_ui(words: &str, size: TypeSize, ui: &mut Ui) {
    let response = ui.add(
        egui::Label::new(egui::RichText::new(words).font(font_id(size, Weight::SemiBold))).wrap(),
    );
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words));
}
