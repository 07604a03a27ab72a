//! The fields of what is to be added, Enter in any of which adds it.

use egui::{Event, Id, Key, Response, Ui};

use super::form::{AddForm, Names};
use super::kind::{Kind, Part, Place};
use super::lines;
use crate::model::Goal;
use crate::text;
use crate::ui::typeset::edit;
use crate::ui::widgets::reason;

const NUMBER_WIDTH: f32 = 72.0;
const GOAL_WIDTH: f32 = 104.0;

/// What was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Nothing, or not yet.
    Nothing,
    /// Enter was pressed without a name.
    Blank,
    Names(Names),
}

/// The field of the name below a list.
pub fn name_field(kind: Kind) -> Id {
    field(kind, Place::List, Part::Name)
}

fn field(kind: Kind, place: Place, part: Part) -> Id {
    Id::unique(("add", kind, place, part))
}

/// Gives the focus to the field that is to have it next, at once: what is typed in the next frame
/// lands there.
pub fn focus_next(form: &AddForm, ui: &Ui) {
    if let Some(part) = form.next {
        ui.memory_mut(|memory| memory.request_focus(field(form.kind, form.place, part)));
        ui.ctx().request_repaint();
    }
}

/// Shows a form on one line, and for a criterion its scale on another. `name` is what the name's
/// field is called.
pub fn row_ui(form: &mut AddForm, name: &str, ui: &mut Ui) -> Entered {
    let pasted = pasted_names(form, ui);
    let mut enter = line_ui(form, Part::Name, name, f32::INFINITY, ui);
    if form.kind == Kind::Criterion {
        enter = enter.or(ui.horizontal(|ui| scale_ui(form, ui)).inner);
    }
    entered(form, pasted, enter.as_ref())
}

/// Shows a form with all that a thing is called, each field under its name.
pub fn full_form_ui(form: &mut AddForm, ui: &mut Ui) -> Entered {
    let pasted = pasted_names(form, ui);
    let name = if form.kind == Kind::Source { text::fields::TITLE } else { text::fields::NAME };
    let mut enter = named_line_ui(form, Part::Name, name, ui);
    if form.kind != Kind::Source {
        enter = enter.or(named_line_ui(form, Part::Short, text::fields::SHORT, ui));
    }
    if form.kind == Kind::Criterion {
        ui.label(egui::RichText::new(text::question::SCALE).small());
        enter = enter.or(ui.horizontal(|ui| scale_ui(form, ui)).inner);
    }
    entered(form, pasted, enter.as_ref())
}

fn named_line_ui(form: &mut AddForm, part: Part, name: &str, ui: &mut Ui) -> Option<Enter> {
    ui.label(egui::RichText::new(name).small());
    line_ui(form, part, name, f32::INFINITY, ui)
}

fn entered(form: &mut AddForm, pasted: Vec<String>, enter: Option<&Enter>) -> Entered {
    form.next = None;
    match enter {
        _ if !pasted.is_empty() => Entered::Names(Names::Pasted(pasted)),
        None => Entered::Nothing,
        Some(Enter) if form.is_named() => Entered::Names(Names::Typed(form.name.trim().to_owned())),
        Some(Enter) => Entered::Blank,
    }
}

/// Enter was pressed in a field.
struct Enter;

/// Which end is good, the range and the unit.
fn scale_ui(form: &mut AddForm, ui: &mut Ui) -> Option<Enter> {
    let goal = goal_ui(form, ui);
    let from = line_ui(form, Part::From, text::question::FROM, NUMBER_WIDTH, ui);
    ui.label(text::question::TO_WORD);
    let to = line_ui(form, Part::To, text::question::TO, NUMBER_WIDTH, ui);
    let unit = line_ui(form, Part::Unit, text::question::UNIT, f32::INFINITY, ui);
    goal.or(from).or(to).or(unit)
}

/// The end that is good; Space changes it.
fn goal_ui(form: &mut AddForm, ui: &mut Ui) -> Option<Enter> {
    let words = match form.goal {
        Goal::Maximize => text::scale::HIGH_IS_GOOD,
        Goal::Minimize => text::scale::LOW_IS_GOOD,
    };
    let button = egui::Button::new(words).min_size(egui::vec2(GOAL_WIDTH, 0.0));
    let response = ui.add(button).on_hover_text(text::question::GOAL_NOTE);
    let is_entered = response.clicked() && ui.input(|input| input.key_pressed(Key::Enter));
    // Enter adds, here as in every field; egui takes it for a press of the button.
    if response.clicked() && !is_entered {
        form.goal = match form.goal {
            Goal::Maximize => Goal::Minimize,
            Goal::Minimize => Goal::Maximize,
        };
    }
    response.accessible_name(text::question::new_goal(words));
    is_entered.then_some(Enter)
}

/// A field of the form.
fn line_ui(form: &mut AddForm, part: Part, name: &str, width: f32, ui: &mut Ui) -> Option<Enter> {
    let id = field(form.kind, form.place, part);
    let hint = if part == Part::Unit { text::fields::UNIT } else { name };
    let line = edit::Field { width, ..edit::Field::line(id, hint, ui) };
    let response = edit::ui(line, form.text(part), ui).accessible_name(name);
    if response.changed() {
        form.refused = None;
    }
    if let Some((_, why)) = form.refused.as_ref().filter(|(refused, _)| *refused == part) {
        reason_ui(&response, why, ui);
    }
    if form.next == Some(part) {
        response.request_focus();
    }
    follow(form, part, &response);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    is_entered.then_some(Enter)
}

/// Brings a field into view that has got the focus, or has moved for what was added.
fn follow(form: &mut AddForm, part: Part, response: &Response) {
    if form.next == Some(part) || response.has_focus() && form.focused != Some(part) {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        form.focused = Some(part);
    } else if form.focused == Some(part) {
        form.focused = None;
    }
}

fn reason_ui(response: &Response, why: &str, ui: &Ui) {
    reason::below_ui(response.id, response.rect, why, ui);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(why);
    });
}

/// The names in what was just pasted into the field of the name, where that has several lines; it
/// is taken out of the input.
fn pasted_names(form: &AddForm, ui: &Ui) -> Vec<String> {
    let field = field(form.kind, form.place, Part::Name);
    if !ui.memory(|memory| memory.has_focus(field)) {
        return Vec::new();
    }
    let mut names = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if text.trim().contains('\n') => {
                names.extend(lines::names(text));
                false
            }
            _ => true,
        });
    });
    names
}

impl AddForm {
    fn text(&mut self, part: Part) -> &mut String {
        match part {
            Part::Name => &mut self.name,
            Part::Short => &mut self.short,
            Part::From => &mut self.from,
            Part::To => &mut self.to,
            Part::Unit => &mut self.unit,
        }
    }
}
