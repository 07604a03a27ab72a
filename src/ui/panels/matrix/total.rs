//! The last column: the same parts laid end to end, the total and the rank.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::Frame;
use super::data::TotalView;
use super::layout::Geometry;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::NodeId;
use crate::text::{label, ordinal, total};
use crate::ui::widgets::text;

/// The height of the bar.
const BAR_HEIGHT: f32 = 44.0;

/// Paints an option's total into its row.
pub fn ui(frame: Frame, row: Rect, option: usize, lit: Option<&NodeId>, ui: &mut Ui) {
    let Some(view) = frame.view.total(option) else { return };
    let columns = frame.geometry.totals();
    let rect = Rect::from_min_max(pos2(columns.start, row.top()), pos2(columns.end, row.bottom()));
    let (id, name) = frame
        .view
        .scenario
        .options
        .get(option)
        .map_or(("", ""), |option| (option.id.as_str(), &option.name));
    let response = ui.interact(rect, frame.grid.with(("total", id)), egui::Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::GridCell, true, label::total_of(name))
    });
    let told = view.told(frame.view.scenario);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(told.as_str());
        node.set_column_index(frame.view.scenario.criteria.len() + 1);
    });
    let bar = Rect::from_min_max(
        pos2(rect.left(), Geometry::floor(row) - BAR_HEIGHT),
        pos2(rect.right() - 4.0, Geometry::floor(row)),
    );
    match &view {
        TotalView::Ranked { rank, total: sum, parts, lead, is_winner } => {
            parts_ui(frame, bar, parts, lit, ui);
            let role = if *is_winner { Role::Lead } else { Role::Ink3 };
            heading_ui(frame, rect, &total(*sum), *lead, Some((*rank, role)), ui);
        }
        TotalView::NotScored { rank, low, high, parts } => {
            let from = parts_ui(frame, bar, parts, lit, ui);
            let tail = Rect::from_min_max(
                pos2(from, bar.top()),
                pos2(bar.left() + bar.width() * *high as f32, bar.bottom()),
            );
            super::block::hollow(ui.painter(), frame.theme, tail);
            heading_ui(
                frame,
                rect,
                &format!("{}–{}", total(*low), total(*high)),
                None,
                rank.map(|rank| (rank, Role::Ink3)),
                ui,
            );
        }
        TotalView::RuledOut { .. } => {
            let set = text::Type {
                size: TypeSize::Body,
                weight: Weight::Regular,
                colour: frame.theme.colour(Role::Ink3),
            };
            let galley = text::layout(ui.painter(), &told, set, rect.width(), 3);
            text::place(ui.painter(), rect.min + vec2(0.0, 14.0), &galley);
        }
    }
}

/// What is left of a part's colour while another is lit.
const DIMMED: f32 = 0.35;

/// The parts end to end on their ground; gives where they end.
fn parts_ui(frame: Frame, bar: Rect, parts: &[f64], lit: Option<&NodeId>, ui: &Ui) -> f32 {
    ui.painter().rect_filled(bar, 0.0, frame.theme.colour(Role::Chrome));
    let mut left = bar.left();
    for (criterion, part) in frame.view.scenario.criteria.iter().zip(parts) {
        let width = bar.width() * *part as f32;
        let gap = if width > 2.0 { 1.0 } else { 0.0 };
        let rect =
            Rect::from_min_max(pos2(left, bar.top()), pos2(left + width - gap, bar.bottom()));
        if width > 0.0 {
            let mut painter = ui.painter().clone();
            if lit.is_some_and(|lit| *lit != criterion.id) {
                painter.multiply_opacity(DIMMED);
            }
            painter.rect_filled(
                rect,
                0.0,
                frame.theme.colour(Role::Criterion(Hue::of(criterion.hue.number()))),
            );
        }
        left += width;
    }
    left
}

fn heading_ui(
    frame: Frame,
    rect: Rect,
    sum: &str,
    lead: Option<f64>,
    rank: Option<(usize, Role)>,
    ui: &Ui,
) {
    let set = |size, weight, role| text::Type { size, weight, colour: frame.theme.colour(role) };
    let line = rect.top() + 23.0;
    let sum = text::line(
        ui.painter(),
        pos2(rect.left(), line),
        Align2::LEFT_CENTER,
        sum,
        set(TypeSize::Headline, Weight::SemiBold, Role::Ink),
    );
    let mut right = rect.right() - 4.0;
    if let Some((rank, role)) = rank {
        let set = set(TypeSize::Emphasis, Weight::SemiBold, role);
        right =
            text::line(ui.painter(), pos2(right, line), Align2::RIGHT_CENTER, &ordinal(rank), set)
                .left();
    }
    if let Some(lead) = lead {
        let note = set(TypeSize::Note, Weight::Regular, Role::Ink3);
        let left = sum.right() + size::CANVAS_PADDING / 3.0;
        let galley =
            text::layout(ui.painter(), &label::ahead_by(&total(lead)), note, right - left - 6.0, 1);
        text::place(ui.painter(), pos2(left, line - galley.size().y / 2.0 + 1.0), &galley);
    }
}
