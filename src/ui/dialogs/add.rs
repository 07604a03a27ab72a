//! The form for a new thing, from wherever in the window it is asked for.

use egui::Ui;

use super::{Reply, title_ui};
use crate::text;
use crate::ui::adding::{AddForm, Entered, Names, full_form_ui};
use crate::ui::widgets::button;

/// A form that was filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    pub form: AddForm,
    pub names: Names,
    pub then: ThenAdd,
}

/// What follows once a thing is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThenAdd {
    Nothing,
    /// The form for another.
    Another,
}

/// Shows the form; gives it once it is to be added.
pub fn add_ui(form: &mut AddForm, ui: &mut Ui) -> Option<Reply<Added>> {
    title_ui(form.kind.title(), ui);
    let entered = full_form_ui(form, ui);
    let pressed = ui.horizontal(|ui| buttons_ui(form, ui)).inner;
    let (names, then) = match (entered, pressed) {
        // What was typed beside pasted lines is still to be added.
        (Entered::Names(names @ Names::Pasted(_)), _) if form.is_named() => {
            (names, ThenAdd::Another)
        }
        (Entered::Names(names), _) => (names, ThenAdd::Nothing),
        (_, Some(Reply::Given(then))) => (Names::Typed(form.name.trim().to_owned()), then),
        (_, Some(Reply::Closed)) => return Some(Reply::Closed),
        (Entered::Nothing | Entered::Blank, None) => return None,
    };
    Some(Reply::Given(Added { form: form.clone(), names, then }))
}

fn buttons_ui(form: &AddForm, ui: &mut Ui) -> Option<Reply<ThenAdd>> {
    let is_named = form.is_named();
    let add = ui.add_enabled(is_named, button::leading(ui, text::dialogs::ADD)).clicked();
    let another =
        ui.add_enabled(is_named, egui::Button::new(text::dialogs::ADD_AND_NEXT)).clicked();
    let is_cancelled = ui.button(text::dialogs::CANCEL).clicked();
    match (add, another) {
        (true, _) => Some(Reply::Given(ThenAdd::Nothing)),
        (_, true) => Some(Reply::Given(ThenAdd::Another)),
        _ => is_cancelled.then_some(Reply::Closed),
    }
}
