//! Text fields that read rightly while they are typed in.
//!
//! egui's field keeps text, caret and selection as places between characters in logical order, and
//! so do we: Home, End, deleting and copying are its own. What it reads off the screen from left to
//! right is put right around it: the layout, on which side an arrow lies, where a press or a drag
//! hits, and up and down. Within a line of both directions a selection is painted as one stretch
//! from its first to its last character, as egui paints it, not as the pieces that are selected.

use egui::text::{CCursor, CCursorRange, LayoutJob};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{
    Align, Align2, Color32, Context, Event, FontId, FontSelection, Id, Key, Margin, Response,
    TextBuffer, TextEdit, Ui, vec2,
};

use super::{Edge, caret};
use crate::look::direction::{Direction, direction, is_left_to_right};

/// A field: what it shows beside its text.
pub struct Field<'a> {
    pub id: Id,
    pub hint: &'a str,
    /// Lines of text that are shown at once; more than one: Enter begins a paragraph.
    pub rows: usize,
    pub width: f32,
    pub font: FontId,
    /// None: as egui's style has it.
    pub margin: Option<Margin>,
}

impl<'a> Field<'a> {
    /// A field of one line in the style of the window, as wide as there is room.
    pub fn line(id: Id, hint: &'a str, ui: &Ui) -> Self {
        let font = FontSelection::Default.resolve(ui.style());
        Self { id, hint, rows: 1, width: f32::INFINITY, font, margin: None }
    }
}

/// Shows a field over a text.
pub fn ui(field: Field<'_>, text: &mut String, ui: &mut Ui) -> Response {
    let (id, is_one_line) = (field.id, field.rows == 1);
    let held = state_before(id, text, ui);
    let font = field.font.clone();
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let width = if is_one_line { f32::INFINITY } else { width };
        super::set(ui.ctx(), job(text.as_str(), font.clone(), width, ui), Edge::Wrap)
    };
    let begins_right = is_one_line && direction(text) == Direction::RightToLeft;
    let edit = if is_one_line { TextEdit::singleline(text) } else { TextEdit::multiline(text) };
    let mut edit = edit
        .id(id)
        .hint_text(field.hint)
        .desired_rows(field.rows)
        .desired_width(field.width)
        .font(field.font)
        .layouter(&mut layouter);
    if begins_right {
        edit = edit.align(Align2([Align::RIGHT, ui.layout().align2().y()]));
    }
    if let Some(margin) = field.margin {
        edit = edit.margin(margin);
    }
    if held.is_turned {
        swap_arrows(ui);
    }
    let output = edit.show(ui);
    if held.is_turned {
        swap_arrows(ui);
    }
    if !is_left_to_right(output.galley.text()) {
        follow(&held, &output, ui);
    }
    greet(&output, field.rows, ui);
    output.response.response
}

/// Selects the text of a field that has just got the focus, but by the pointer, so that what is
/// typed takes its place. Paragraphs are selected by Tab only: whoever is led to them goes on at
/// their end.
fn greet(output: &TextEditOutput, rows: usize, ui: &Ui) {
    let response = &output.response.response;
    let is_new = is_newly_focused(response, ui);
    let (is_pointed, is_tabbed) = ui.input(|input| {
        let pointer = &input.pointer;
        let is_pointed = pointer.any_down() || pointer.any_released();
        (is_pointed, input.key_pressed(Key::Tab) || input.modifiers.shift_only())
    });
    if !is_new || response.changed() || is_pointed {
        return;
    }
    let end = output.galley.end();
    let range = if rows == 1 || is_tabbed {
        CCursorRange::two(CCursor::new(0), end)
    } else {
        CCursorRange::one(end)
    };
    let mut state = output.state.clone();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), response.id);
    ui.ctx().request_repaint();
}

/// The field that has the focus, and the pass in which that was last seen.
#[derive(Clone, Copy)]
struct Focused {
    field: Id,
    pass: u64,
}

impl Focused {
    const KEY: &str = "focused field";

    fn note(field: Id, ctx: &Context) {
        let pass = ctx.cumulative_pass_nr();
        ctx.data_mut(|data| data.insert_temp(Id::unique(Self::KEY), Self { field, pass }));
    }
}

/// Leaves the caret where it is in a field that is given the focus in this frame.
pub fn keep_caret(field: Id, ctx: &Context) {
    Focused::note(field, ctx);
}

/// Whether a field has the focus since this frame. egui tells that of fields that took it
/// themselves only, not of those that were given it.
fn is_newly_focused(response: &Response, ui: &Ui) -> bool {
    let (field, pass) = (response.id, ui.ctx().cumulative_pass_nr());
    let known = ui.data(|data| data.get_temp::<Focused>(Id::unique(Focused::KEY)));
    let known = known.filter(|known| known.field == field && known.pass + 1 >= pass);
    if response.has_focus() {
        Focused::note(field, ui.ctx());
    } else if known.is_some() {
        ui.data_mut(|data| data.remove::<Focused>(Id::unique(Focused::KEY)));
    }
    response.has_focus() && known.is_none()
}

/// The text as egui's own layouter would have it laid out.
fn job(text: &str, font: FontId, width: f32, ui: &Ui) -> LayoutJob {
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font));
    // The field's own colour takes the placeholder's place when it paints.
    let color = Color32::PLACEHOLDER;
    let mut job = if width.is_finite() {
        LayoutJob::simple(text.to_owned(), font, color, width)
    } else {
        LayoutJob::simple_singleline(text.to_owned(), font, color)
    };
    job.keep_trailing_whitespace = true;
    for section in &mut job.sections {
        section.format.line_height = Some(row + ui.spacing().extra_text_line_spacing);
    }
    job
}

/// How a field stood before it took in what was pressed.
struct Held {
    range: Option<CCursorRange>,
    /// Whether it has the focus, its caret in a paragraph from right to left.
    is_turned: bool,
}

fn state_before(id: Id, text: &str, ui: &Ui) -> Held {
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let range = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let index = range.map_or(0, |range| range.primary.index.0);
    let is_turned = has_focus
        && !is_left_to_right(text)
        && caret::direction_at(text, index) == Direction::RightToLeft;
    Held { range, is_turned }
}

/// Makes left and right change places among this frame's events, for the next character lies on
/// the left.
fn swap_arrows(ui: &Ui) {
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Key { key, .. } = event {
                *key = match *key {
                    Key::ArrowLeft => Key::ArrowRight,
                    Key::ArrowRight => Key::ArrowLeft,
                    other => other,
                };
            }
        }
    });
}

/// Puts the caret where the pointer or the line above or below has it. egui has painted its own
/// guess by then: the next frame, asked for at once, paints ours.
fn follow(held: &Held, output: &TextEditOutput, ui: &Ui) {
    let range = pointed(output, ui).or_else(|| stepped(held, output, ui));
    let known = output.state.cursor.char_range();
    if let Some(range) = range.filter(|range| Some(*range) != known) {
        let mut state = output.state.clone();
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), output.response.response.id);
        ui.ctx().request_repaint();
    }
}

/// What a press, a second or third press, or a drag selects.
fn pointed(output: &TextEditOutput, ui: &Ui) -> Option<CCursorRange> {
    let response = &output.response.response;
    let pointer = response.interact_pointer_pos()?;
    let place = pointer - output.galley_pos + vec2(output.galley.rect.left(), 0.0);
    let caret = caret::at(&output.galley, place);
    let known = output.state.cursor.char_range();
    let (is_pressed, is_moving, shift) = ui.input(|input| {
        (input.pointer.any_pressed(), input.pointer.is_moving(), input.modifiers.shift)
    });
    if response.triple_clicked() {
        let begin = output.galley.cursor_begin_of_paragraph(&caret);
        Some(CCursorRange::two(begin, output.galley.cursor_end_of_paragraph(&caret)))
    } else if response.double_clicked() {
        let word = caret::word(output.galley.text(), caret.index.0);
        Some(CCursorRange::two(CCursor::new(word.start), CCursor::new(word.end)))
    } else if is_pressed && !shift {
        Some(CCursorRange::one(caret))
    } else if is_pressed || response.dragged() && is_moving {
        known.map(|range| CCursorRange { primary: caret, ..range })
    } else {
        None
    }
}

/// Where up or down leads from where the caret stood; with Shift the selection goes along.
fn stepped(held: &Held, output: &TextEditOutput, ui: &Ui) -> Option<CCursorRange> {
    let range = held.range.filter(|_| output.response.response.has_focus())?;
    let held_down = ui.input(|input| input.modifiers);
    if held_down.alt || held_down.ctrl || held_down.command {
        return None;
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let step = match (pressed(Key::ArrowUp), pressed(Key::ArrowDown)) {
        (true, false) => -1.0,
        (false, true) => 1.0,
        _ => return None,
    };
    let stood = output.galley.pos_from_cursor(range.primary);
    let place = vec2(stood.center().x, stood.center().y + step * stood.height());
    let is_inside = output.galley.rect.y_range().contains(place.y);
    let reached = is_inside.then(|| caret::at(&output.galley, place))?;
    Some(if held_down.shift {
        CCursorRange { primary: reached, ..range }
    } else {
        CCursorRange::one(reached)
    })
}
