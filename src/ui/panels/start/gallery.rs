//! The presets as cards: the first across the page, the others side by side.

use egui::text::LayoutJob;
use egui::{Align2, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Offer, Page, recovered};
use crate::chart::Frame;
use crate::look::{Role, TypeSize, Weight, size};
use crate::text as words;
use crate::ui::Action;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::{button, scene, text};

const GAP: f32 = 20.0;
const CARD_HEIGHT: f32 = 244.0;
const CARD_LEAST_WIDTH: f32 = 250.0;
const MOST_COLUMNS: usize = 4;
/// The first card, and below which width it is one like the others.
const FIRST_HEIGHT: f32 = 166.0;
const FIRST_LEAST_WIDTH: f32 = 620.0;

/// Shows the cards.
pub fn ui(page: &Page, ui: &mut Ui) {
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        let theme = Theme::of(ui.ctx());
        ui.add_space(12.0);
        if !page.recovered.is_empty() {
            ui.scope(|ui| recovered::ui(page, ui));
        }
        heading_ui(theme, ui);
        let width = ui.available_width() - 12.0;
        let (first, others) = if width >= FIRST_LEAST_WIDTH && page.recovered.is_empty() {
            page.offers.split_at(page.offers.len().min(1))
        } else {
            page.offers.split_at(0)
        };
        for offer in first {
            let (rect, _) = ui.allocate_exact_size(vec2(width, FIRST_HEIGHT), Sense::hover());
            card_ui(page, offer, rect, ui, wide_card);
        }
        let columns = (((width + GAP) / (CARD_LEAST_WIDTH + GAP)) as usize).clamp(1, MOST_COLUMNS);
        let card = vec2((width - GAP * (columns - 1) as f32) / columns as f32, CARD_HEIGHT);
        // Under what was recovered there is one row of them, until more are asked for.
        let is_whole = Id::unique("all presets");
        let shows_all =
            page.recovered.is_empty() || ui.data(|data| data.get_temp(is_whole).unwrap_or(false));
        let shown = if shows_all { others.len() } else { columns.min(others.len()) };
        for row in others.get(..shown).unwrap_or_default().chunks(columns) {
            let (line, _) = ui.allocate_exact_size(vec2(width, CARD_HEIGHT), Sense::hover());
            for (column, offer) in row.iter().enumerate() {
                let corner = pos2(line.left() + column as f32 * (card.x + GAP), line.top());
                card_ui(page, offer, Rect::from_min_size(corner, card), ui, tall_card);
            }
        }
        let more = others.len() - shown;
        if more > 0 {
            let words = words::start::more_presets(more);
            if button::link_ui(ui, Id::unique("more presets"), &words, None).clicked() {
                ui.data_mut(|data| data.insert_temp(is_whole, true));
            }
        }
        ui.add_space(4.0);
    });
}

fn heading_ui(theme: Theme, ui: &mut Ui) {
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let heading = set(TypeSize::Headline, Weight::SemiBold, Role::Ink);
    let shown = text::line(
        ui.painter(),
        rect.left_center(),
        Align2::LEFT_CENTER,
        words::start::PRESETS,
        heading,
    );
    let note = set(TypeSize::Body, Weight::Regular, Role::Ink2);
    let galley = text::layout(
        ui.painter(),
        words::start::PRESETS_NOTE,
        note,
        rect.right() - shown.right() - 20.0,
        1,
    );
    text::place(
        ui.painter(),
        pos2(shown.right() + 20.0, rect.center().y + 3.0 - galley.size().y / 2.0),
        &galley,
    );
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words::start::PRESETS));
}

fn card_ui(page: &Page, offer: &Offer, rect: Rect, ui: &Ui, paint: fn(&Page, &Offer, Rect, &Ui)) {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, Id::unique(("preset", offer.name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &offer.title));
    let fill = theme.colour(if response.hovered() { Role::Hover } else { Role::Raised });
    let edge = theme.stroke(size::RULE_STROKE, Role::Line);
    ui.painter().rect(rect, corners(size::FLOATING_RADIUS), fill, edge, egui::StrokeKind::Inside);
    paint(page, offer, rect, ui);
    if response.has_focus() {
        let ring = theme.stroke(size::FOCUS_STROKE, Role::Lead);
        ui.painter().rect_stroke(
            rect.expand(3.0),
            corners(size::FLOATING_RADIUS),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    if response.clicked() {
        page.window.queue.push(Action::OpenPreset(offer.name));
    }
}

/// Words at the left, the thumbnail at the right.
fn wide_card(page: &Page, offer: &Offer, rect: Rect, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let inner = rect.shrink2(vec2(24.0, 22.0));
    let words = inner.width() * 0.46;
    let title = text::layout(
        ui.painter(),
        &offer.title,
        set(TypeSize::Headline, Weight::SemiBold, Role::Ink),
        words,
        1,
    );
    text::place(ui.painter(), inner.min - vec2(0.0, 3.0), &title);
    let question = text::layout(
        ui.painter(),
        &offer.question,
        set(TypeSize::Emphasis, Weight::Regular, Role::Ink2),
        words,
        3,
    );
    text::place(ui.painter(), inner.min + vec2(0.0, 30.0), &question);
    foot(
        offer,
        theme,
        Rect::from_min_max(inner.min, pos2(inner.left() + words, inner.bottom())),
        ui,
    );
    let drawing = Rect::from_min_max(
        pos2(inner.left() + inner.width() * 0.49, inner.top() + 4.0),
        inner.max - vec2(16.0, 4.0),
    );
    thumbnail(page, offer, drawing, ui);
}

/// The thumbnail above the words.
fn tall_card(page: &Page, offer: &Offer, rect: Rect, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let inner = rect.shrink2(vec2(20.0, 16.0));
    let drawing = Rect::from_min_size(inner.min, vec2(inner.width(), 76.0));
    thumbnail(page, offer, drawing, ui);
    let title = text::layout(
        ui.painter(),
        &offer.title,
        set(TypeSize::PanelTitle, Weight::SemiBold, Role::Ink),
        inner.width(),
        2,
    );
    text::place(ui.painter(), inner.min + vec2(0.0, 90.0), &title);
    let question = text::layout(
        ui.painter(),
        &offer.question,
        set(TypeSize::Body, Weight::Regular, Role::Ink2),
        inner.width(),
        2,
    );
    text::place(ui.painter(), inner.min + vec2(0.0, 92.0 + title.size().y), &question);
    foot(offer, theme, inner, ui);
}

/// The preset's matrix in small.
fn thumbnail(page: &Page, offer: &Offer, rect: Rect, ui: &Ui) {
    let frame = Frame::screen(rect.width(), page.measurer);
    let drawing = offer.thumbnail.scene(frame, rect.height());
    scene::paint(ui.painter(), Theme::of(ui.ctx()), rect.min, &drawing);
}

/// Who decides, and how much there is to decide among.
fn foot(offer: &Offer, theme: Theme, inner: Rect, ui: &Ui) {
    let set =
        |weight, role| text::Type { size: TypeSize::Note, weight, colour: theme.colour(role) };
    let extent = text::line(
        ui.painter(),
        inner.right_bottom(),
        Align2::RIGHT_BOTTOM,
        &offer.extent,
        set(Weight::Regular, Role::Ink2),
    );
    if offer.decision_maker.is_empty() {
        return;
    }
    let format = |weight, role| egui::TextFormat {
        font_id: font_id(TypeSize::Note, weight),
        color: theme.colour(role),
        ..Default::default()
    };
    let mut who = LayoutJob::default();
    who.append(&offer.decision_maker, 0.0, format(Weight::SemiBold, Role::Ink));
    who.wrap.max_width = extent.left() - inner.left() - 12.0;
    who.wrap.max_rows = 2;
    who.wrap.overflow_character = Some('…');
    let mut decides = who.clone();
    decides.append(words::start::DECIDES, 5.0, format(Weight::Regular, Role::Ink2));
    let mut decides = ui.painter().layout_job(decides);
    if decides.elided {
        decides = ui.painter().layout_job(who);
    }
    let at = pos2(inner.left(), inner.bottom() - decides.size().y);
    ui.painter().galley(at, decides, theme.colour(Role::Ink));
}
