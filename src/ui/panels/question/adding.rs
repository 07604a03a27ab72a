//! What stands below the lists: a field that adds to each, and stays for the next.

use egui::Ui;

use crate::model::NodeId;
use crate::session::{Selection, Session};
use crate::ui::adding::{
    AddForm, Entered, Kind, Names, Part, Place, focus_next, name_field, row_ui,
};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, Command, ViewContext};

/// The forms below the lists.
pub(super) struct Adding {
    forms: [AddForm; 6],
    /// The group that was added last, while the hand hasn't left its field: the next goes beside
    /// it.
    last_group: Option<NodeId>,
}

impl Default for Adding {
    fn default() -> Self {
        let kinds = [
            Kind::Option,
            Kind::Criterion,
            Kind::Group,
            Kind::Assumption,
            Kind::Team,
            Kind::Source,
        ];
        let forms = kinds.map(|kind| AddForm::new(kind, Place::List));
        Self { forms, last_group: None }
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
        let Self { forms, last_group } = self;
        let Some(form) = forms.iter_mut().find(|form| form.kind == kind) else { return };
        match row_ui(form, command.entry().name, ui) {
            Entered::Nothing => {
                if kind == Kind::Group && form.focused.is_none() {
                    *last_group = None;
                }
            }
            Entered::Blank => form.next = Some(Part::Name),
            Entered::Names(names) => *form = add(context, form, (&names, last_group), ui),
        }
        focus_next(form, ui);
    }
}

/// Asks for the things to be added; gives the form for the next, or this one with the reason why
/// they can't be.
fn add(
    context: ViewContext,
    form: &AddForm,
    (names, last_group): (&Names, &mut Option<NodeId>),
    ui: &Ui,
) -> AddForm {
    let form = placed(form.clone(), last_group.as_ref(), context.session);
    match form.addition(names, context.session.scenario()) {
        Err((part, reason)) => form.refused(part, reason),
        Ok(addition) => {
            let touch = new_touch(ui, name_field(form.kind));
            context.queue.edit(addition.edit, addition.name, touch);
            if let Selection::Group(group) = &addition.selection {
                *last_group = Some(group.clone());
            }
            context.queue.push(Action::Select(addition.selection));
            form.after(names)
        }
    }
}

/// A form for what goes into the group that is selected; a group goes beside the one that was added
/// just before it.
fn placed(form: AddForm, last_group: Option<&NodeId>, session: &Session) -> AddForm {
    match &session.selection {
        Selection::Group(group) if form.kind == Kind::Group && last_group == Some(group) => form,
        _ => form.in_selected_group(session),
    }
}
