//! A choice of one out of a list.

use egui::{Id, Ui, WidgetInfo};

/// A choice of one out of a list, or of none. Gives the index of what was just chosen; the first is
/// none.
pub fn list_ui(id: Id, name: &str, choices: &[&str], chosen: usize, ui: &mut Ui) -> Option<usize> {
    let mut picked = None;
    let text = choices.get(chosen).copied().unwrap_or_default();
    let list = egui::ComboBox::from_id_salt(id)
        .selected_text(text)
        .width(ui.available_width() - 8.0)
        .truncate();
    let shown = list.show_ui(ui, |ui| {
        for (place, choice) in choices.iter().enumerate() {
            if ui.selectable_label(place == chosen, *choice).clicked() && place != chosen {
                picked = Some(place);
            }
        }
    });
    shown.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, name));
    picked
}
