//! An option: its names, and where its total comes from.

use egui::{Align2, Sense, Ui, pos2, vec2};

use super::parts::{change, commands_ui, head_ui, names_ui, rule_ui, section_ui};
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::model::{Alternative, Edit, Letter};
use crate::session::Selection;
use crate::text::{self as words, ordinal};
use crate::ui::panels::answer::{Shown, evaluation};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::{Field, Known, field_id, parsed_ui};
use crate::ui::widgets::text;
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Command, ViewContext};

/// Shows the page.
pub fn ui(context: ViewContext, option: &Alternative, ui: &mut Ui) {
    let selection = Selection::Option(option.id.clone());
    head_ui(None, &words::charts::lettered(option.letter.as_str(), &option.name), "", ui);
    if let Some(([name, short, note], what, touch)) =
        names_ui(context, &selection, [&option.name, &option.short, &option.note], ui)
    {
        let next = Alternative { name, short, note, ..option.clone() };
        context.queue.edit(Edit::ChangeOption(next), change(what, option.label()), touch);
    }
    baseline_ui(context, option, ui);
    section_ui(words::fields::LETTER, ui);
    let letter = Field::line(field_id(&selection, "letter"), words::fields::LETTER).wide(60.0);
    let with = |letter| Edit::ChangeOption(Alternative { letter, ..option.clone() });
    let read = |text: &str| {
        let letter = Letter::new(text.trim()).ok_or_else(|| words::refusals::not_a_letter(text))?;
        context.allows(&with(letter.clone())).map(|()| letter)
    };
    let known = Known { text: option.letter.as_str(), meaning: &option.letter };
    if let Some((letter, touch)) = parsed_ui(context, letter, known, read, ui) {
        let name = change(words::fields::LETTER, option.label());
        context.queue.edit(with(letter), name, touch);
    }
    total_ui(context, option, ui);
    commands_ui(context, &[Command::MoveEarlier, Command::MoveLater, Command::Remove], ui);
}

/// Whether it stands for nobody deciding anything new.
fn baseline_ui(context: ViewContext, option: &Alternative, ui: &mut Ui) {
    let mut is_baseline = context.session.scenario().baseline.as_ref() == Some(&option.id);
    let id = field_id(Selection::Option(option.id.clone()), "baseline");
    if ui.checkbox(&mut is_baseline, words::assumptions::IS_BASELINE).changed() {
        let edit = Edit::Baseline(is_baseline.then(|| option.id.clone()));
        let name = words::edits::the_field(words::fields::BASELINE);
        context.queue.edit(edit, name, new_touch(ui, id));
    }
}

/// The total, and what each criterion adds to it.
fn total_ui(context: ViewContext, option: &Alternative, ui: &mut Ui) {
    let Some(Shown { scenario, evaluation }) = evaluation(context) else { return };
    let is_this =
        |index: usize| scenario.options.get(index).is_some_and(|other| other.id == option.id);
    let Some(ranked) = evaluation.ranking.ranked.iter().find(|ranked| is_this(ranked.option))
    else {
        return;
    };
    rule_ui(ui);
    let theme = Theme::of(ui.ctx());
    let set =
        |weight, role| text::Type { size: TypeSize::Body, weight, colour: theme.colour(role) };
    let line = |ui: &mut Ui, bar: Option<Role>, name: &str, number: &str, weight: Weight| {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        if let Some(role) = bar {
            let bar =
                egui::Rect::from_min_size(rect.left_center() - vec2(0.0, 6.0), vec2(4.0, 12.0));
            ui.painter().rect_filled(bar, 0.0, theme.colour(role));
        }
        let galley =
            text::layout(ui.painter(), name, set(weight, Role::Ink), rect.width() - 70.0, 1);
        text::place(
            ui.painter(),
            pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0),
            &galley,
        );
        text::line(
            ui.painter(),
            rect.right_center(),
            Align2::RIGHT_CENTER,
            number,
            set(Weight::SemiBold, Role::Ink),
        );
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{name} {number}"))
        });
    };
    for (criterion, part) in scenario.criteria.iter().zip(words::total_parts(&ranked.contributions))
    {
        line(
            ui,
            Some(Role::Criterion(Hue::of(criterion.hue.number()))),
            criterion.label(),
            &part,
            Weight::Regular,
        );
    }
    line(
        ui,
        None,
        &format!("{}, {}", words::matrix::TOTAL, ordinal(ranked.rank)),
        &words::total(ranked.total),
        Weight::SemiBold,
    );
}
