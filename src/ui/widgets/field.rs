//! Fields of the document: a text's keystrokes are edits, a number is one when it is whole; one
//! focus is one step of undo, and what was refused is said below.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Event, Id, Key, Margin, Response, StrokeKind, TextEdit, Ui, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::text::{self, plain};
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::typeset::edit;
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::number::{Parsed, parse};
use crate::ui::widgets::touch::{new_touch, touch};
use crate::ui::widgets::typing::{self, Draft};
use crate::ui::{Touch, ViewContext};

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
    /// What is refused is told by [`refusals_ui`], where there is more room than below the field.
    pub is_narrow: bool,
}

impl<'a> Field<'a> {
    /// A field of one line, as wide as there is room.
    pub fn line(id: Id, name: &'a str) -> Self {
        Self {
            id,
            name,
            hint: "",
            rows: 1,
            width: f32::INFINITY,
            most_height: 220.0,
            is_narrow: false,
        }
    }

    /// A field for paragraphs.
    pub fn paragraphs(id: Id, name: &'a str) -> Self {
        Self { rows: 2, ..Self::line(id, name) }
    }

    #[must_use]
    pub fn wide(self, width: f32) -> Self {
        Self { width, ..self }
    }

    /// A field in a row of several.
    #[must_use]
    pub fn narrow(self, width: f32) -> Self {
        Self { width, is_narrow: true, ..self }
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

/// A text of the document. Gives what was typed, where it changed.
pub fn text_ui(
    context: ViewContext,
    field: Field,
    known: &str,
    ui: &mut Ui,
) -> Option<(String, Touch)> {
    let shown = shown_ui(context, field, known, |draft| draft == known, ui);
    shown.changed.then_some((shown.text, shown.touch))
}

/// A number of the document; `None` is an empty field. Gives what was typed, where it is another
/// number.
pub fn number_ui(
    context: ViewContext,
    field: Field,
    known: Option<f64>,
    ui: &mut Ui,
) -> Option<(Option<f64>, Touch)> {
    let text = known.map(plain).unwrap_or_default();
    parsed_ui(context, field, Known { text: &text, meaning: &known }, number, ui)
}

/// What a typed number means, or why it means none.
fn number(text: &str) -> Result<Option<f64>, String> {
    match parse(text) {
        Parsed::Nothing => Ok(None),
        Parsed::Number(number) => Ok(Some(number)),
        Parsed::Ambiguous => Err(text::refusals::ambiguous_comma(text)),
        Parsed::Wrong => Err(text::refusals::not_a_number(text)),
    }
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
/// means, where that is something else; where it means nothing, why is said below the field, and
/// nothing is changed. Escape drops it.
pub fn parsed_ui<T: PartialEq>(
    context: ViewContext,
    field: Field,
    known: Known<T>,
    parse: impl Fn(&str) -> Result<T, String>,
    ui: &mut Ui,
) -> Option<(T, Touch)> {
    let shown = shown_ui(
        context,
        field,
        known.text,
        |draft| parse(draft).is_ok_and(|meaning| meaning == *known.meaning),
        ui,
    );
    let response = &shown.response;
    let is_left = response.lost_focus() && !ui.input(|input| input.key_pressed(Key::Escape));
    let is_ended = is_left
        || response.has_focus() && (response.clicked_elsewhere() || typing::is_ending(ui.ctx()));
    match parse(&shown.text) {
        Ok(meaning) => {
            let is_other = meaning != *known.meaning;
            if is_other && !is_ended && response.has_focus() {
                typing::open(ui.ctx(), field.id);
            } else {
                typing::close(ui.ctx(), field.id);
            }
            let counts = is_other && is_ended;
            if counts || response.gained_focus() {
                typing::drop_reason(ui.ctx(), field.id);
            }
            // Why the last text was not taken is told until the field is typed into again.
            let told = typing::reason(ui.ctx(), field.id).filter(|_| !response.has_focus());
            if let Some(reason) = told {
                reason_ui(field, response, &reason, ui);
            }
            counts.then_some((meaning, shown.touch))
        }
        Err(reason) => {
            typing::close(ui.ctx(), field.id);
            reason_ui(field, response, &reason, ui);
            if is_ended {
                typing::keep_reason(ui.ctx(), field.id, reason);
            }
            None
        }
    }
}

/// A field after a frame.
struct Shown {
    text: String,
    changed: bool,
    touch: Touch,
    response: Response,
}

/// The field over its draft, which follows the document where that was changed from elsewhere.
fn shown_ui(
    context: ViewContext,
    field: Field,
    known: &str,
    is_same: impl Fn(&str) -> bool,
    ui: &mut Ui,
) -> Shown {
    let has_focus = ui.memory(|memory| memory.has_focus(field.id));
    let kept = typing::draft(ui.ctx(), field.id).filter(|_| has_focus);
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
    Shown { text, changed, touch, response }
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

/// Why something typed was not taken, below its field, and the field's border in the colour of
/// errors.
fn reason_ui(field: Field, response: &Response, reason: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let border = theme.stroke(size::ICON_STROKE, Role::Error);
    ui.painter().rect_stroke(
        response.rect,
        corners(size::CONTROL_RADIUS),
        border,
        StrokeKind::Inside,
    );
    if field.is_narrow {
        typing::leave_untold(ui.ctx(), reason.to_owned());
    } else {
        sentence_ui(reason, ui);
    }
    let reason = reason.to_owned();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(reason);
    });
}

/// Tells why something typed into one of the narrow fields above was not taken, across the page.
pub fn refusals_ui(ui: &mut Ui) {
    if let Some(reason) = typing::take_untold(ui.ctx()) {
        sentence_ui(&reason, ui);
    }
}

fn sentence_ui(reason: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), egui::Sense::hover());
        icon::paint(
            ui.painter(),
            Icon::Warning,
            rect.center(),
            theme.stroke(size::ICON_STROKE, Role::Error),
        );
        let text = egui::RichText::new(reason).small().color(theme.colour(Role::Error));
        ui.add(egui::Label::new(text).wrap());
    });
}
