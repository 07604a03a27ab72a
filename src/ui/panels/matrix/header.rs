//! Above the rows: the question, and for each criterion its name, goal and weight.

use egui::{Align2, Rect, Sense, Ui, pos2, vec2};

use super::Frame;
use super::data::{MatrixView, Order};
use super::layout::Geometry;
use crate::look::size::HEADER_BLOCK_HEIGHT;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Goal, ValueFunction};
use crate::text::label;
use crate::ui::theme::Theme;
use crate::ui::widgets::chip::{self, Chip};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::text;

/// Where the goal's words stand, from the header's top.
const GOAL_LINE: f32 = 74.0;

/// The question, what the matrix holds, and the choice of order.
pub fn headline_ui(view: &MatrixView, order: &mut Order, ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let set = |size, weight, role| text::Type { size, weight, colour: theme.colour(role) };
    let question = if view.scenario.question.is_empty() { label::NO_QUESTION } else { &view.scenario.question };
    ui.add_space(size::CANVAS_PADDING / 1.5);
    let width = ui.available_width();
    let galley = text::layout(ui.painter(), question, set(TypeSize::Headline, Weight::SemiBold, Role::Ink), width, 2);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    text::place(ui.painter(), rect.min, &galley);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, question));
    ui.horizontal(|ui| {
        let chips = [(Order::Ranked, label::RANKED), (Order::AsEntered, label::AS_ENTERED)];
        let chips = chips.map(|(choice, name)| (choice, Chip { id: name, label: name, mark: None, is_chosen: *order == choice }));
        let [ranked, entered] = chips;
        let shown = [ranked.1, entered.1];
        let subtitle = view.subtitle();
        let room = ui.available_width() - chip::width(ui, &shown) - 16.0;
        let galley = text::layout(ui.painter(), &subtitle, set(TypeSize::Body, Weight::Regular, Role::Ink2), room, 1);
        let (rect, response) = ui.allocate_exact_size(vec2(room, 30.0), Sense::hover());
        text::place(ui.painter(), pos2(rect.left(), rect.center().y - galley.size().y / 2.0), &galley);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &subtitle));
        if let Some(chosen) = chip::row_ui(ui, &shown, true) {
            *order = if chosen == 0 { Order::Ranked } else { Order::AsEntered };
        }
    });
    ui.add_space(4.0);
}

/// Paints the header, the criteria scrolled by `offset`.
pub fn ui(frame: Frame, offset: f32, ui: &mut Ui) {
    let header = frame.geometry.header;
    let set = |size, weight, role| text::Type { size, weight, colour: frame.theme.colour(role) };
    let painter = ui.painter_at(header.expand(2.0));
    painter.hline(header.x_range(), header.top(), frame.theme.stroke(size::RULE_STROKE, Role::Line));
    painter.hline(header.x_range(), header.bottom() - 0.5, frame.theme.stroke(size::RULE_STROKE, Role::Control));
    let name = set(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let note = set(TypeSize::Note, Weight::Regular, Role::Ink3);
    let left = frame.geometry.options().start;
    text::line(&painter, pos2(left, header.top() + 8.0), Align2::LEFT_TOP, label::OPTION, name);
    let weight = set(TypeSize::Body, Weight::Regular, Role::Ink2);
    text::line(&painter, pos2(left, header.bottom() - 10.0), Align2::LEFT_BOTTOM, label::WEIGHT, weight);
    let totals = frame.geometry.totals();
    text::line(&painter, pos2(totals.start, header.top() + 8.0), Align2::LEFT_TOP, label::TOTAL, name);
    let below = text::layout(&painter, label::TOTAL_NOTE, note, totals.end - totals.start, 2);
    text::place(&painter, pos2(totals.start, header.top() + 25.0), &below);
    for (end, x) in [("0", totals.start), ("5", f32::midpoint(totals.start, totals.end - 4.0)), ("10", totals.end - 4.0)] {
        let anchor = if end == "0" {
            Align2::LEFT_BOTTOM
        } else if end == "10" {
            Align2::RIGHT_BOTTOM
        } else {
            Align2::CENTER_BOTTOM
        };
        text::line(&painter, pos2(x, header.bottom() - 6.0), anchor, end, set(TypeSize::Scale, Weight::Regular, Role::Ink3));
    }
    let seen = frame.geometry.criteria();
    let clip = Rect::from_min_max(pos2(seen.start, header.top()), pos2(seen.end, header.bottom()));
    for (index, criterion) in frame.view.scenario.criteria.iter().enumerate() {
        let (left, width) = frame.geometry.column(index, offset);
        if left + width >= seen.start && left <= seen.end {
            criterion_ui(frame, clip, criterion, (index, left, width), ui);
        }
    }
}

fn criterion_ui(frame: Frame, clip: Rect, criterion: &Criterion, (index, left, width): (usize, f32, f32), ui: &mut Ui) {
    let header = frame.geometry.header;
    let painter = ui.painter_at(clip.intersect(ui.clip_rect()));
    let set = |size, weight, role| text::Type { size, weight, colour: frame.theme.colour(role) };
    // Narrow columns set their names smaller, so that long words stay whole.
    let size = if width < 70.0 { TypeSize::Note } else { TypeSize::Body };
    let name = text::layout(&painter, criterion.label(), set(size, Weight::SemiBold, Role::Ink), width + 10.0, 3);
    text::place(&painter, pos2(left, header.top() + 6.0), &name);
    goal_ui(frame, &painter, criterion, pos2(left, header.top() + GOAL_LINE));
    let share = frame.view.evaluation.shares.criteria.get(index).copied().unwrap_or(0.0);
    let corner = pos2(left, header.bottom() - 5.0);
    let block = Geometry::block(corner, width, share, frame.view.heaviest, HEADER_BLOCK_HEIGHT);
    painter.rect_filled(block, 0.0, frame.theme.colour(Role::Criterion(Hue::of(criterion.hue.number()))));
    let percent = format!("{} %", frame.view.percents.get(index).copied().unwrap_or(0));
    let share_set = set(TypeSize::Emphasis, Weight::SemiBold, Role::Ink);
    text::line(&painter, block.left_top() - vec2(0.0, 3.0), Align2::LEFT_BOTTOM, &percent, share_set);
    let whole = Rect::from_min_max(pos2(left, header.top()), pos2(left + width, header.bottom()));
    let response = ui.interact(whole.intersect(clip), frame.grid.with(("criterion", criterion.id.as_str())), Sense::hover());
    let told = format!("{}, {percent}", criterion.name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, &told));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(index + 1));
    response.on_hover_ui(|ui| hover_ui(criterion, ui));
}

fn goal_ui(frame: Frame, painter: &egui::Painter, criterion: &Criterion, at: egui::Pos2) {
    let (icon, words) = match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), Goal::Maximize) => (Icon::Up, label::OWN_CURVE),
        (ValueFunction::Piecewise(_), Goal::Minimize) => (Icon::Down, label::OWN_CURVE),
        (ValueFunction::Linear, Goal::Maximize) => (Icon::Up, label::HIGH_IS_GOOD),
        (ValueFunction::Linear, Goal::Minimize) => (Icon::Down, label::LOW_IS_GOOD),
    };
    icon::paint(painter, icon, at + vec2(4.0, 0.0), frame.theme.stroke(size::ICON_STROKE, Role::Ink2));
    let set = text::Type { size: TypeSize::Scale, weight: Weight::Regular, colour: frame.theme.colour(Role::Ink2) };
    text::line(painter, at + vec2(11.0, 0.0), Align2::LEFT_CENTER, words, set);
}

/// The whole name, the note and what the numbers mean.
fn hover_ui(criterion: &Criterion, ui: &mut Ui) {
    ui.strong(&criterion.name);
    for line in [&criterion.note, &criterion.unit].into_iter().filter(|line| !line.is_empty()) {
        ui.label(line);
    }
    for (at, meaning) in &criterion.labels {
        ui.label(format!("{}  {meaning}", crate::text::plain(*at)));
    }
}
