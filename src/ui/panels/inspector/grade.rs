//! How good a score's evidence is, by NATO's Admiralty code: a letter for the source, a digit for
//! what it says.

use egui::{Button, RichText, Ui, WidgetInfo, vec2};

use super::shown::Cell;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Grade, Score};
use crate::text;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::field::field_id;
use crate::ui::widgets::touch::new_touch;

const LETTERS: [char; 6] = ['A', 'B', 'C', 'D', 'E', 'F'];
const DIGITS: [u8; 6] = [1, 2, 3, 4, 5, 6];

/// Shows the two rows. A letter or digit pressed again takes the grade away; one pressed first
/// stands beside "can't be judged".
pub fn ui(cell: &Cell, score: &Score, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let shown =
        score.grade.map_or_else(|| text::fields::NO_VALUE.to_owned(), |grade| grade.to_string());
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(text::fields::GRADE)
                .font(font_id(TypeSize::Note, Weight::SemiBold))
                .color(theme.colour(Role::Ink2)),
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(shown).font(font_id(TypeSize::Body, Weight::SemiBold)));
        });
    });
    let mut chosen = None;
    ui.horizontal(|ui| {
        for letter in LETTERS {
            let is_chosen = score.grade.is_some_and(|grade| grade.reliability() == letter);
            let meaning = text::fields::reliability(letter);
            if choice_ui(&Choice { sign: &letter.to_string(), meaning, is_chosen }, ui) {
                let digit = score.grade.map_or(6, Grade::credibility);
                chosen = Some(Grade::new(letter, digit).filter(|_| !is_chosen));
            }
        }
    });
    ui.horizontal(|ui| {
        for digit in DIGITS {
            let is_chosen = score.grade.is_some_and(|grade| grade.credibility() == digit);
            let meaning = text::fields::credibility(digit);
            if choice_ui(&Choice { sign: &digit.to_string(), meaning, is_chosen }, ui) {
                let letter = score.grade.map_or('F', Grade::reliability);
                chosen = Some(Grade::new(letter, digit).filter(|_| !is_chosen));
            }
        }
    });
    if let Some(grade) = score.grade {
        let words = format!(
            "{}, {}",
            text::fields::reliability(grade.reliability()),
            text::fields::credibility(grade.credibility())
        );
        super::parts::note_ui(&words, ui);
    }
    if let Some(grade) = chosen {
        let touch = new_touch(ui, field_id(&cell.selection, "grade"));
        cell.set(text::fields::GRADE, Some(Score { grade, ..score.clone() }), touch);
    }
}

/// A letter or a digit of the code.
struct Choice<'a> {
    sign: &'a str,
    meaning: &'a str,
    is_chosen: bool,
}

/// Shows one; gives whether it was pressed.
fn choice_ui(choice: &Choice, ui: &mut Ui) -> bool {
    let Choice { sign, meaning, is_chosen } = *choice;
    let theme = Theme::of(ui.ctx());
    let (fill, ink) =
        if is_chosen { (Role::Lead, Role::OnLead) } else { (Role::Raised, Role::Ink2) };
    let words = RichText::new(sign)
        .font(font_id(TypeSize::Note, Weight::SemiBold))
        .color(theme.colour(ink));
    let edge = theme.stroke(size::RULE_STROKE, if is_chosen { Role::Lead } else { Role::Line });
    let width = (ui.max_rect().width() - 5.0 * ui.spacing().item_spacing.x) / 6.0;
    ui.spacing_mut().button_padding = vec2(2.0, 2.0);
    let button = Button::new(words)
        .fill(theme.colour(fill))
        .stroke(edge)
        .corner_radius(corners(size::BADGE_RADIUS));
    let response = ui.add(button.min_size(vec2(width, 24.0)));
    let told = format!("{sign}: {meaning}");
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_chosen, &told));
    let is_clicked = response.clicked();
    response.on_hover_text(meaning);
    is_clicked
}
