//! The switch of an assumption, wherever it stands.

use egui::{Checkbox, Ui};

use crate::model::{Assumption, Edit};
use crate::text;
use crate::ui::ViewContext;
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::touch::new_touch;

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// With its words.
    Inspector,
    /// Before the name, which says what it is of.
    List,
}

/// Shows whether an assumption is taken to hold; a press or Space changes it for all.
pub fn switch_ui(context: ViewContext, assumption: &Assumption, place: Place, ui: &mut Ui) {
    let id = field_id(("assumption", assumption.id.as_str()), place);
    let mut holds = assumption.holds;
    let words = if place == Place::Inspector { text::fields::HOLDS } else { "" };
    let response = ui.push_id(id, |ui| ui.add(Checkbox::new(&mut holds, words))).inner;
    let told = text::assumptions::switch(&assumption.name);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, holds, &told));
    if response.changed() {
        let name = text::assumptions::switching(assumption.label(), holds);
        let edit = Edit::ChangeAssumption(Assumption { holds, ..assumption.clone() });
        context.queue.edit(edit, name, new_touch(ui, id));
    }
}
