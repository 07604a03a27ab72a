//! What the pages of the inspector have in common.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::session::Selection;
use crate::text as words;
use crate::ui::theme::{Theme, font_id};
use crate::ui::widgets::field::{Field, field_id, text_ui};
use crate::ui::widgets::{button, text};
use crate::ui::{Action, Command, Touch, ViewContext};

/// The page's head: a bar in the thing's colour, its name, and a line below.
pub fn head_ui(bar: Option<Role>, name: &str, below: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let indent = if bar.is_some() { 14.0 } else { 0.0 };
    let width = ui.available_width() - indent;
    let title = text::layout(
        ui.painter(),
        name,
        set(TypeSize::PanelTitle, Weight::SemiBold, Role::Ink),
        width - 24.0,
        3,
    );
    let note = text::layout(
        ui.painter(),
        below,
        set(TypeSize::Note, Weight::Regular, Role::Ink3),
        width,
        1,
    );
    let height = title.size().y + if below.is_empty() { 0.0 } else { note.size().y };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    if let Some(role) = bar {
        let bar = Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(4.0, height - 4.0));
        ui.painter().rect_filled(bar, 0.0, theme.colour(role));
    }
    text::place(ui.painter(), rect.min + vec2(indent, 0.0), &title);
    text::place(ui.painter(), pos2(rect.left() + indent, rect.top() + title.size().y), &note);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, name));
    if title.elided || note.elided {
        response.on_hover_text(format!("{name}\n{below}"));
    }
    rule_ui(ui);
}

/// A line across, with room around it.
pub fn rule_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 21.0), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Theme::of(ui.ctx()).stroke(size::RULE_STROKE, Role::Line),
    );
}

/// The name of a section or of a field below it.
pub fn section_ui(name: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(6.0);
    ui.label(
        egui::RichText::new(name)
            .font(font_id(TypeSize::Note, Weight::SemiBold))
            .color(theme.colour(Role::Ink2)),
    );
}

/// The name of a list at the left, and at the right what adds to it.
pub fn list_head_ui(name: &str, ui: &mut Ui, add_ui: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let name = egui::RichText::new(name).font(font_id(TypeSize::Note, Weight::SemiBold));
        ui.label(name.color(theme.colour(Role::Ink2)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), add_ui);
    });
}

/// A quiet sentence.
pub fn note_ui(words: &str, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.add(
        egui::Label::new(egui::RichText::new(words).small().color(theme.colour(Role::Ink3))).wrap(),
    );
}

/// A text field with its name above. Gives what was typed.
pub fn named_text_ui(
    context: ViewContext,
    field: Field,
    known: &str,
    ui: &mut Ui,
) -> Option<(String, Touch)> {
    section_ui(field.name, ui);
    text_ui(context, field, known, ui)
}

/// The name, short name and note that most things have, as (name, short, note). Gives all three
/// after a change, with what was changed.
pub fn names_ui(
    context: ViewContext,
    of: &Selection,
    known: [&str; 3],
    ui: &mut Ui,
) -> Option<([String; 3], &'static str, Touch)> {
    let fields = [
        Field::line(field_id(of, "name"), words::fields::NAME),
        Field::line(field_id(of, "short"), words::fields::SHORT),
        Field::paragraphs(field_id(of, "note"), words::fields::NOTE),
    ];
    let mut changed = None;
    let mut all = known.map(str::to_owned);
    for (field, text) in fields.into_iter().zip(&mut all) {
        if let Some((typed, touch)) = named_text_ui(context, field, &text.clone(), ui) {
            *text = typed;
            changed = Some((field.name, touch));
        }
    }
    changed.map(|(name, touch)| (all, name, touch))
}

/// The commands on what is selected, at the page's foot.
pub fn commands_ui(context: ViewContext, commands: &[Command], ui: &mut Ui) {
    rule_ui(ui);
    ui.horizontal_wrapped(|ui| {
        for command in commands {
            button::command_ui(context.window(), ui, *command);
        }
    });
}

/// A choice among a few, as chips. Gives the index of what was just chosen.
pub fn choice_ui(name: &str, choices: &[&str], chosen: usize, ui: &mut Ui) -> Option<usize> {
    let mut picked = None;
    let group = ui.horizontal_wrapped(|ui| {
        for (place, choice) in choices.iter().enumerate() {
            if ui.radio(place == chosen, *choice).clicked() && place != chosen {
                picked = Some(place);
            }
        }
    });
    let name = name.to_owned();
    ui.ctx().accesskit_node_builder(group.response.id, |node| {
        node.set_role(egui::accesskit::Role::RadioGroup);
        node.set_label(name);
    });
    picked
}

/// A line that leads to another thing.
pub fn lead_to_ui(context: ViewContext, selection: Selection, name: &str, ui: &mut Ui) {
    let response = button::link_ui(ui, Id::unique(("lead to", &selection)), name, None);
    if response.clicked() {
        context.queue.push(Action::Select(selection));
    }
}

/// What an edit of a field is called.
pub fn change(field: &str, name: &str) -> String {
    words::edits::change(field, name)
}
