//! What stands below the lists: a field that adds to each, and stays for the next.

use egui::Ui;

use crate::ui::adding::{AddForm, Entered, Kind, Part, Place, focus_next, name_field, row_ui};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, Command, ViewContext};

/// The forms below the lists.
pub(super) struct Adding {
    forms: [AddForm; 5],
}

impl Default for Adding {
    fn default() -> Self {
        let kinds = [Kind::Option, Kind::Criterion, Kind::Group, Kind::Team, Kind::Source];
        Self { forms: kinds.map(|kind| AddForm::new(kind, Place::List)) }
    }
}

impl Adding {
    /// Shows the form of a kind of thing, under the name of the command that adds one.
    pub(super) fn ui(
        &mut self,
        context: ViewContext,
        (kind, command): (Kind, Command),
        ui: &mut Ui,
    ) {
        let Some(form) = self.forms.iter_mut().find(|form| form.kind == kind) else { return };
        match row_ui(form, command.entry().name, ui) {
            Entered::Nothing => {}
            Entered::Blank => form.next = Some(Part::Name),
            Entered::Names(names) => *form = add(context, form, &names, ui),
        }
        focus_next(form, ui);
    }
}

/// Asks for the things to be added; gives the form for the next, or this one with the reason why
/// they can't be.
fn add(context: ViewContext, form: &AddForm, names: &[String], ui: &Ui) -> AddForm {
    let form = form.clone().in_selected_group(context.session);
    match form.addition(names, context.session.scenario()) {
        Err((part, reason)) => form.refused(part, reason),
        Ok(addition) => {
            let touch = new_touch(ui, name_field(form.kind));
            context.queue.edit(addition.edit, addition.name, touch);
            context.queue.push(Action::Select(addition.selection));
            form.emptied(names.len())
        }
    }
}
