//! Fields of the document: a text's keystrokes are edits, a number is one when it is whole; one
//! focus is one step of undo, and what was refused stays in its field, the reason below.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Event, Id, Key, Margin, Response, StrokeKind, TextEdit, Ui};

use crate::look::{Role, TypeSize, Weight, size};
use crate::text;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::typeset::edit;
use crate::ui::widgets::number::Number;
use crate::ui::widgets::reason;
use crate::ui::widgets::touch::{new_touch, touch};
use crate::ui::widgets::typing::{self, Draft};
use crate::ui::{Action, Touch, ViewContext};

/// A field: what it is of, what it is called, and how large it is.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    /// Made from the ids of what it belongs to.
    pub id: Id,
    /// What it holds, for those who can't see where it stands.
    pub name: &'a str,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// Lines of text that are shown at once; more than one: Enter begins a paragraph.
    pub rows: usize,
    pub width: f32,
    /// The most that a field of paragraphs grows to before it scrolls.
    pub most_height: f32,
}

impl<'a> Field<'a> {
    /// A field of one line, as wide as there is room.
    pub fn line(id: Id, name: &'a str) -> Self {
        Self { id, name, hint: "", rows: 1, width: f32::INFINITY, most_height: 220.0 }
    }

    /// A field for paragraphs.
    pub fn paragraphs(id: Id, name: &'a str) -> Self {
        Self { rows: 2, ..Self::line(id, name) }
    }

    #[must_use]
    pub fn wide(self, width: f32) -> Self {
        Self { width, ..self }
    }

    #[must_use]
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }
}

/// The id of a field of a thing.
pub fn field_id(thing: impl Hash + Debug, field: impl Hash + Debug) -> Id {
    Id::unique(("field", thing, field))
}

/// A text of the document. Gives what was typed, where it changed. While the document refuses it,
/// no key leads out of the field.
pub fn text_ui(
    context: ViewContext,
    field: Field,
    known: &str,
    ui: &mut Ui,
) -> Option<(String, Touch)> {
    let shown = shown_ui(context, field, known, |draft| draft == known, ui);
    let is_refused = context.document.refused.is_some_and(|refused| refused.widget == field.id);
    if is_refused && shown.text != known && ending(field, &shown.response, ui) == Some(End::Key) {
        typing::hold(ui.ctx(), field.id, shown.draft(known));
    }
    shown.changed.then_some((shown.text, shown.touch))
}

/// A number of the document that has to be one. Gives what was typed, where it is another number.
pub fn number_ui(
    context: ViewContext,
    field: Field,
    number: Number,
    ui: &mut Ui,
) -> Option<(f64, Touch)> {
    let read = |typed: &str| {
        let needed = || text::refusals::NUMBER_NEEDED.to_owned();
        number.read(context, typed)?.ok_or_else(needed).map(Some)
    };
    let (typed, touch) = numeric_ui(context, field, number, read, ui)?;
    Some((typed?, touch))
}

/// A number of the document that may be left out; `None` is an empty field. Gives what was typed,
/// where it is something else.
pub fn optional_number_ui(
    context: ViewContext,
    field: Field,
    number: Number,
    ui: &mut Ui,
) -> Option<(Option<f64>, Touch)> {
    numeric_ui(context, field, number, |typed| number.read(context, typed), ui)
}

fn numeric_ui(
    context: ViewContext,
    field: Field,
    number: Number,
    read: impl Fn(&str) -> Result<Option<f64>, String>,
    ui: &mut Ui,
) -> Option<(Option<f64>, Touch)> {
    let text = number.shown();
    parsed_ui(context, field, Known { text: &text, meaning: &number.known }, read, ui)
}

/// What the document holds, as it is written and as it is meant.
pub struct Known<'a, T> {
    pub text: &'a str,
    pub meaning: &'a T,
}

impl<T> Clone for Known<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Known<'_, T> {}

/// Something of the document that is written as a text. What is typed counts when the field is
/// left, by Enter, or when a command is given meanwhile: half a number is none. Gives what it
/// means, where that is something else. Escape drops it.
///
/// Where it means nothing, nothing is changed and why is said below the field. A key doesn't lead
/// out of it then; left by the mouse, it shows what the document holds again.
pub fn parsed_ui<T: PartialEq>(
    context: ViewContext,
    field: Field,
    known: Known<T>,
    read: impl Fn(&str) -> Result<T, String>,
    ui: &mut Ui,
) -> Option<(T, Touch)> {
    let is_same = |draft: &str| {
        draft == known.text || read(draft).is_ok_and(|meaning| meaning == *known.meaning)
    };
    let shown = shown_ui(context, field, known.text, is_same, ui);
    let ctx = ui.ctx().clone();
    let is_held = typing::is_held(&ctx, field.id);
    if shown.changed || shown.is_new && !is_held {
        typing::drop_reason(&ctx, field.id);
    }
    let end = ending(field, &shown.response, ui).filter(|_| shown.text != known.text);
    let taken = match end.map(|end| (end, read(&shown.text))) {
        None => None,
        Some((_, Ok(meaning))) => {
            typing::drop_reason(&ctx, field.id);
            Some(meaning).filter(|meaning| *meaning != *known.meaning)
        }
        Some((end, Err(reason))) => {
            if end == End::Key {
                typing::hold(&ctx, field.id, shown.draft(known.text));
            } else {
                context.queue.push(Action::Refuse(reason.clone()));
            }
            typing::keep_reason(&ctx, field.id, reason);
            None
        }
    };
    let told = typing::reason(&ctx, field.id);
    // What was refused already has had its turn: nothing waits for it.
    let is_open = end.is_none() && told.is_none() && shown.text != known.text;
    if is_open && shown.response.has_focus() {
        typing::open(&ctx, field.id);
    } else {
        typing::close(&ctx, field.id);
    }
    if let Some(reason) = told {
        reason_ui(field, &shown.response, &reason, ui);
    }
    taken.map(|meaning| (meaning, shown.touch))
}

/// By what a field is left, or what stands in it is to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Enter, Tab, or Shift and Tab.
    Key,
    Command,
    /// The mouse, or something that took the focus.
    Elsewhere,
}

/// By what a field ends in this frame.
fn ending(field: Field, response: &Response, ui: &Ui) -> Option<End> {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Escape) || typing::is_held(ui.ctx(), field.id) {
        return None;
    }
    // Shift and Tab take the focus away in the next frame only.
    let is_leaving = response.has_focus() && pressed(Key::Tab);
    let is_left = response.lost_focus() || is_leaving;
    if typing::is_ending(ui.ctx()) && (is_left || response.has_focus()) {
        return Some(End::Command);
    }
    if response.has_focus() && response.clicked_elsewhere() {
        return Some(End::Elsewhere);
    }
    let is_by_key = pressed(Key::Tab) || pressed(Key::Enter);
    is_left.then_some(if is_by_key { End::Key } else { End::Elsewhere })
}

/// A field after a frame.
struct Shown {
    text: String,
    changed: bool,
    touch: Touch,
    response: Response,
    /// It has the focus since this frame.
    is_new: bool,
}

impl Shown {
    fn draft(&self, known: &str) -> Draft {
        Draft { text: self.text.clone(), known: known.to_owned() }
    }
}

/// The field over its draft, which follows the document where that was changed from elsewhere.
fn shown_ui(
    context: ViewContext,
    field: Field,
    known: &str,
    is_same: impl Fn(&str) -> bool,
    ui: &mut Ui,
) -> Shown {
    let kept = typing::draft(ui.ctx(), field.id);
    let is_kept = kept.is_some();
    let mut draft =
        kept.unwrap_or_else(|| Draft { text: known.to_owned(), known: known.to_owned() });
    if draft.known != known {
        known.clone_into(&mut draft.known);
        if !is_same(&draft.text) {
            known.clone_into(&mut draft.text);
        }
    }
    let response = edit_ui(field, &mut draft.text, ui);
    let touch = gesture(ui, &response);
    let refusal = context.document.refused.filter(|refused| refused.widget == field.id);
    if let Some(refused) = refusal {
        reason_ui(field, &response, &refused.reason, ui);
    }
    let (text, changed) = (draft.text.clone(), response.changed());
    if response.has_focus() {
        typing::keep_draft(ui.ctx(), field.id, draft);
    } else {
        typing::drop_draft(ui.ctx(), field.id);
    }
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), field.id) {
        // The document's history is the only one.
        state.clear_undoer();
        state.store(ui.ctx(), field.id);
    }
    let is_new = response.has_focus() && !is_kept;
    Shown { text, changed, touch, response, is_new }
}

/// The field itself; one of paragraphs scrolls where it grows too high.
fn edit_ui(field: Field, text: &mut String, ui: &mut Ui) -> Response {
    if field.rows == 1 {
        return line_ui(field, text, ui);
    }
    let scrolled = egui::ScrollArea::vertical()
        .id_salt(field.id)
        .max_height(field.most_height)
        .auto_shrink([false, true]);
    scrolled.show(ui, |ui| quiet(ui, field.id, |ui| line_ui(field, text, ui))).inner
}

/// Shows a field like plain text until the pointer or the focus is on it.
fn quiet(ui: &mut Ui, id: Id, show: impl FnOnce(&mut Ui) -> Response) -> Response {
    let is_filled = !ui.memory(|memory| memory.has_focus(id));
    ui.scope(|ui| {
        if is_filled {
            let line = Theme::of(ui.ctx()).stroke(size::RULE_STROKE, Role::Line);
            ui.visuals_mut().widgets.inactive.bg_stroke = line;
        }
        show(ui)
    })
    .inner
}

fn line_ui(field: Field, text: &mut String, ui: &mut Ui) -> Response {
    let edit = edit::Field {
        id: field.id,
        hint: field.hint,
        rows: field.rows,
        width: field.width,
        font: font_id(TypeSize::Body, Weight::Regular),
        margin: Some(Margin::symmetric(8, 5)),
    };
    edit::ui(edit, text, ui).accessible_name(field.name)
}

/// The touch of a field: a new one with each focus, press, paste and paragraph.
fn gesture(ui: &Ui, response: &Response) -> Touch {
    let begins = ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(event, Event::Paste(_))
                || matches!(event, Event::Key { key: Key::Enter, pressed: true, .. })
        })
    });
    if begins && response.has_focus() { new_touch(ui, response.id) } else { touch(ui, response) }
}

/// Why something typed was not taken: the field's border in the colour of errors, and while it has
/// the focus a sentence below it. That lies over the page, so that nothing moves.
fn reason_ui(field: Field, response: &Response, reason: &str, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let border = theme.stroke(size::ICON_STROKE, Role::Error);
    ui.painter().rect_stroke(
        response.rect,
        corners(size::CONTROL_RADIUS),
        border,
        StrokeKind::Inside,
    );
    let has_focus = response.has_focus() || typing::is_held(ui.ctx(), field.id);
    if has_focus && ui.is_rect_visible(response.rect) {
        reason::below_ui(field.id, response.rect, reason, ui);
    }
    let reason = reason.to_owned();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(reason);
    });
}
