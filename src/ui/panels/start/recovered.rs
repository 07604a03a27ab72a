//! What was recovered, a card each: how it differs from its file, and what can be done with it.

use egui::{
    Align, Button, Frame, Id, Label, Layout, Margin, RichText, Sense, Ui, WidgetInfo, vec2,
};

use super::Page;
use super::page::{AgainstFile, RecoveredCard};
use crate::look::{Icon, Role, TypeSize, Weight, size};
use crate::text::{files, keeping as words};
use crate::ui::Action;
use crate::ui::action::{RecoveredId, WithRecovered};
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::{button, icon};

/// How far what a card says is indented, behind its icon.
const INDENT: f32 = 36.0;
const BUTTON_HEIGHT: f32 = 32.0;
/// Differences stand in two columns where each has this room.
const COLUMN_LEAST_WIDTH: f32 = 300.0;

/// The button of a card that leads, which has the focus when the page is shown.
pub fn leading_id(card: RecoveredId) -> Id {
    Id::unique(("open recovered", card))
}

/// Shows the cards, of which there are some.
pub fn ui(page: &Page, ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let files = page.recovered.iter().filter(|card| card.against_file.is_some()).count();
    heading_ui(&words::recovered_heading(page.recovered.len()), TypeSize::Headline, ui);
    note_ui(&words::until_chosen(page.recovered.len(), files), Role::Ink2, ui);
    ui.add_space(8.0);
    for card in page.recovered {
        card_ui(page, card, ui);
        ui.add_space(12.0);
    }
    ui.horizontal(|ui| {
        let bytes = page.recovered.iter().map(|card| card.size).sum();
        note_ui(&words::nothing_removed(bytes), Role::Ink3, ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            let id = Id::unique("what happened");
            if button::link_ui(ui, id, words::WHAT_HAPPENED, None).clicked() {
                page.window.queue.push(Action::TellWhatHappened);
            }
        });
    });
    ui.add_space(16.0);
}

fn note_ui(words: &str, role: Role, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let words = RichText::new(words).font(font_id(TypeSize::Note, Weight::Regular));
    ui.add(Label::new(words.color(theme.colour(role))).wrap());
}

fn card_ui(page: &Page, card: &RecoveredCard, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new()
        .fill(theme.colour(Role::LeadTint))
        .stroke(theme.stroke(size::RULE_STROKE, Role::Lead))
        .corner_radius(corners(size::FLOATING_RADIUS))
        .inner_margin(Margin::symmetric(20, 14));
    let width = ui.available_width() - 12.0;
    ui.scope(|ui| {
        ui.set_max_width(width);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            head_ui(card, ui);
            ui.horizontal_top(|ui| {
                ui.add_space(INDENT - 8.0);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    if let Some(against) = &card.against_file {
                        against_ui(against, ui);
                    }
                    actions_ui(page, card, ui);
                });
            });
        });
    });
}

/// Icon, title, where it was, and how old it is.
fn head_ui(card: &RecoveredCard, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(INDENT - 8.0, 24.0), Sense::hover());
        let at = rect.left_center() + vec2(8.0, 0.0);
        icon::paint(ui.painter(), Icon::Clock, at, theme.stroke(size::ICON_STROKE, Role::Lead));
        ui.vertical(|ui| {
            let title = RichText::new(&card.title)
                .font(font_id(TypeSize::PanelTitle, Weight::SemiBold))
                .color(theme.colour(Role::Ink));
            let title = ui.add(Label::new(title).wrap());
            title.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &card.title));
            note_ui(&card.below, Role::Ink2, ui);
            note_ui(&card.when, Role::Ink2, ui);
        });
    });
}

fn against_ui(against: &AgainstFile, ui: &mut Ui) {
    rule_ui(ui);
    match against {
        AgainstFile::Unreadable => note_ui(words::FILE_UNREADABLE, Role::Ink2, ui),
        AgainstFile::Differs { differences, more, winner } => {
            let theme = Theme::of(ui.ctx());
            let heading = RichText::new(words::DIFFERS)
                .font(font_id(TypeSize::Body, Weight::SemiBold))
                .color(theme.colour(Role::Ink2));
            ui.label(heading);
            let columns = if ui.available_width() >= 2.0 * COLUMN_LEAST_WIDTH { 2 } else { 1 };
            let last = (*more > 0).then(|| crate::text::counts::and_more(*more));
            let lines: Vec<&String> = differences.iter().chain(&last).collect();
            let each = lines.len().div_ceil(columns).max(1);
            let width = ui.available_width() / columns as f32 - 8.0;
            ui.horizontal_top(|ui| {
                for lines in lines.chunks(each) {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        for line in lines {
                            ui.add(Label::new(*line).wrap());
                        }
                    });
                }
            });
            if let Some(winner) = winner {
                ui.add_space(4.0);
                note_ui(winner, Role::Ink2, ui);
            }
        }
    }
    rule_ui(ui);
}

fn rule_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0), Sense::hover());
    let stroke = Theme::of(ui.ctx()).stroke(size::RULE_STROKE, Role::Control);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// The likeliest at the right end, as everywhere on this page.
fn actions_ui(page: &Page, card: &RecoveredCard, ui: &mut Ui) {
    let do_with = |what| page.window.queue.push(Action::Recovered(card.id, what));
    let named = |what: &str| format!("{what}: {}", card.title);
    if matches!(card.against_file, Some(AgainstFile::Differs { .. })) {
        note_ui(words::PUT_BACK_NOTE, Role::Ink2, ui);
    }
    let row = vec2(ui.available_width(), BUTTON_HEIGHT + 4.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let leads = if card.against_file.is_some() { words::OPEN_AS_COPY } else { files::OPEN };
        let leading = ui.push_id(("lead", card.id), |ui| {
            let (rect, _) = ui
                .allocate_exact_size(vec2(button_width(leads, ui), BUTTON_HEIGHT), Sense::hover());
            leading_ui(leads, rect, leading_id(card.id), ui)
        });
        leading.inner.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, named(leads)));
        if leading.inner.clicked() {
            do_with(WithRecovered::OpenAsCopy);
        }
        let others = match card.against_file {
            Some(AgainstFile::Differs { .. }) => &[
                (words::COMPARE, WithRecovered::Compare),
                (words::PUT_IT_BACK, WithRecovered::PutBack),
                (words::LATER, WithRecovered::Later),
            ][..],
            Some(AgainstFile::Unreadable) => &[
                (words::PUT_IT_BACK, WithRecovered::PutBack),
                (words::LATER, WithRecovered::Later),
            ][..],
            None => &[(words::LATER, WithRecovered::Later)][..],
        };
        for (words, what) in others {
            let response = ui.push_id((card.id, what), |ui| ui.add(Button::new(*words))).inner;
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, named(words)));
            if response.clicked() {
                do_with(*what);
            }
        }
    });
}

fn button_width(words: &str, ui: &Ui) -> f32 {
    let font = font_id(TypeSize::Body, Weight::SemiBold);
    let colour = Theme::of(ui.ctx()).colour(Role::OnLead);
    ui.painter().layout_no_wrap(words.to_owned(), font, colour).size().x + 28.0
}

/// The button that leads, under an id of its own, so that it can be given the focus.
fn leading_ui(words: &str, rect: egui::Rect, id: Id, ui: &Ui) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, id, Sense::click());
    let rounding = corners(size::CONTROL_RADIUS);
    ui.painter().rect_filled(rect, rounding, theme.colour(Role::Lead));
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        words,
        font_id(TypeSize::Body, Weight::SemiBold),
        theme.colour(Role::OnLead),
    );
    if response.has_focus() {
        let ring = theme.stroke(size::FOCUS_STROKE, Role::Lead);
        let outside = egui::StrokeKind::Outside;
        ui.painter().rect_stroke(rect.expand(2.0), rounding, ring, outside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response
}
