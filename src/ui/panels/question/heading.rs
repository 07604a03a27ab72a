//! The name above a field or a list.

use egui::Ui;

use crate::look::{TypeSize, Weight};
use crate::ui::theme::font_id;

pub(super) fn heading_ui(name: &str, ui: &mut Ui) {
    ui.label(egui::RichText::new(name).font(font_id(TypeSize::Body, Weight::SemiBold)));
}
