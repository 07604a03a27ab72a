//! What a score is worth, drawn: a straight line over the range, or points to drag.

use egui::{Align2, Pos2, Rect, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

use super::criterion::Page;
use super::parts::{choice_ui, note_ui, section_ui};
use crate::analysis::Scale;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Range, ValueFunction};
use crate::text::{field, label, plain};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::{Field, field_id, number_ui, refusals_ui};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::touch::touch;
use crate::ui::widgets::{button, text};

const HEIGHT: f32 = 132.0;
/// A drag moves a point by this part of the range, and a value by this much.
const X_PARTS: f64 = 100.0;
const VALUE_STEP: f64 = 0.01;

type Points = [(f64, f64)];

/// Shows the section.
pub(super) fn ui(page: &Page, ui: &mut Ui) {
    section_ui(field::VALUE_FUNCTION, ui);
    let extent = extent(page);
    let chosen = usize::from(page.criterion.value != ValueFunction::Linear);
    if let Some(place) =
        choice_ui(field::VALUE_FUNCTION, &[field::STRAIGHT, field::POINTS], chosen, ui)
    {
        let value = if place == 0 {
            ValueFunction::Linear
        } else {
            ValueFunction::Piecewise(straight(page, extent))
        };
        page.put_now(field::VALUE_FUNCTION, Criterion { value, ..page.criterion.clone() }, ui);
    }
    let shown = match &page.criterion.value {
        ValueFunction::Linear => straight(page, extent),
        ValueFunction::Piecewise(points) => points.clone(),
    };
    let chart = chart_ui(page, &shown, extent, ui);
    if let ValueFunction::Piecewise(points) = &page.criterion.value {
        drag_ui(page, points, extent, chart, ui);
        note_ui(label::CURVE_NOTE, ui);
        points_ui(page, points, ui);
    }
}

/// From where to where scores run: the range, the scores where it is observed, and all points.
fn extent(page: &Page) -> (f64, f64) {
    let (mut min, mut max) = match page.criterion.range {
        Range::Fixed(min, max) => (min, max),
        Range::Observed => {
            let scenario = page.context.session.scenario();
            let grid = crate::analysis::Grid::new(scenario);
            let place =
                scenario.criteria.iter().position(|criterion| criterion.id == page.criterion.id);
            match place.and_then(|place| grid.scales.get(place)) {
                Some(Scale::Straight { worst, best }) => (worst.min(*best), worst.max(*best)),
                _ => (0.0, 10.0),
            }
        }
    };
    if let ValueFunction::Piecewise(points) = &page.criterion.value {
        for (x, _) in points {
            (min, max) = (min.min(*x), max.max(*x));
        }
    }
    (min, max)
}

/// The straight line as points, turned by the goal.
fn straight(page: &Page, (min, max): (f64, f64)) -> Vec<(f64, f64)> {
    let scale =
        Scale::of(&Criterion { value: ValueFunction::Linear, ..page.criterion.clone() }, || {
            Some((min, max))
        });
    [min, max].map(|x| (x, scale.value(x))).to_vec()
}

/// Where a score and its value lie in the chart.
fn at(chart: Rect, (min, max): (f64, f64), (x, v): (f64, f64)) -> Pos2 {
    let part = ((x - min) / (max - min)) as f32;
    pos2(chart.left() + chart.width() * part, chart.bottom() - chart.height() * v as f32)
}

/// Paints axes and line; gives the chart's rectangle.
fn chart_ui(page: &Page, points: &Points, extent: (f64, f64), ui: &mut Ui) -> Rect {
    let theme = Theme::of(ui.ctx());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let chart = Rect::from_min_max(rect.min + vec2(26.0, 8.0), rect.max - vec2(10.0, 22.0));
    ui.painter().rect_filled(chart, 0.0, theme.colour(Role::Canvas));
    let axis = theme.stroke(size::RULE_STROKE, Role::Control);
    ui.painter().line(vec![chart.left_top(), chart.left_bottom(), chart.right_bottom()], axis);
    let set = text::Type {
        size: TypeSize::Scale,
        weight: Weight::Regular,
        colour: theme.colour(Role::Ink3),
    };
    for (value, y) in [("1", chart.top()), ("0", chart.bottom())] {
        text::line(ui.painter(), pos2(chart.left() - 6.0, y), Align2::RIGHT_CENTER, value, set);
    }
    for (x, left, anchor) in
        [(extent.0, chart.left(), Align2::LEFT_TOP), (extent.1, chart.right(), Align2::RIGHT_TOP)]
    {
        text::line(ui.painter(), pos2(left, chart.bottom() + 4.0), anchor, &plain(x), set);
    }
    let inner: Vec<Pos2> = points.iter().map(|point| at(chart, extent, *point)).collect();
    // Beyond the end points the end values go on.
    let first = inner.first().map(|point| pos2(chart.left(), point.y));
    let last = inner.last().map(|point| pos2(chart.right(), point.y));
    let line: Vec<Pos2> = first.into_iter().chain(inner).chain(last).collect();
    let stroke =
        theme.stroke(size::MARK_STROKE, Role::Criterion(Hue::of(page.criterion.hue.number())));
    ui.painter().add(Shape::line(line, stroke));
    let told: Vec<String> =
        points.iter().map(|(x, v)| format!("{} → {}", plain(*x), plain(*v))).collect();
    response.widget_info(|| {
        WidgetInfo::labeled(
            egui::Role::Image,
            true,
            format!("{}: {}", field::VALUE_FUNCTION, told.join(", ")),
        )
    });
    chart
}

/// The points to drag; a double click beside them adds one.
fn drag_ui(page: &Page, points: &Points, extent: (f64, f64), chart: Rect, ui: &Ui) {
    let theme = Theme::of(ui.ctx());
    let ground = ui.interact(chart.expand(4.0), field_id(&page.selection, "curve"), Sense::CLICK);
    let span = extent.1 - extent.0;
    let under = |pointer: Pos2| {
        let x = f64::from((pointer.x - chart.left()) / chart.width()).clamp(0.0, 1.0);
        let v = f64::from((chart.bottom() - pointer.y) / chart.height()).clamp(0.0, 1.0);
        (extent.0 + (x * X_PARTS).round() / X_PARTS * span, (v / VALUE_STEP).round() * VALUE_STEP)
    };
    let put = |points: Vec<(f64, f64)>, touch| {
        let value = ValueFunction::Piecewise(points);
        page.put(field::VALUE_FUNCTION, Criterion { value, ..page.criterion.clone() }, touch);
    };
    if let Some(pointer) = ground.interact_pointer_pos().filter(|_| ground.double_clicked()) {
        put(with_point(points, under(pointer)), touch(ui, &ground));
    }
    for (place, point) in points.iter().enumerate() {
        let centre = at(chart, extent, *point);
        let id = field_id(&page.selection, "curve point").with(place);
        let response =
            ui.interact(Rect::from_center_size(centre, vec2(16.0, 16.0)), id, Sense::DRAG);
        let (fill, edge) = (theme.colour(Role::Raised), theme.stroke(size::MARK_HALO, Role::Ink));
        ui.painter().circle(centre, 5.0, fill, edge);
        let held = touch(ui, &response);
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            let moved = with_moved(points, place, under(pointer), span / X_PARTS);
            if moved != points {
                put(moved, held);
            }
        }
    }
}

/// The points with one moved, its x kept apart from its neighbours' by at least `gap`.
fn with_moved(points: &Points, place: usize, (x, v): (f64, f64), gap: f64) -> Vec<(f64, f64)> {
    let before = place
        .checked_sub(1)
        .and_then(|before| points.get(before))
        .map_or(f64::MIN, |point| point.0 + gap);
    let after = points.get(place + 1).map_or(f64::MAX, |point| point.0 - gap);
    let mut moved = points.to_vec();
    if let Some(point) = moved.get_mut(place) {
        // Neighbours closer than the gap leave no room to the side.
        let x = if before <= after { x.clamp(before, after) } else { point.0 };
        *point = (x, v);
    }
    moved
}

/// The points with one more, at its place by x; one that is there already is moved instead.
fn with_point(points: &Points, (x, v): (f64, f64)) -> Vec<(f64, f64)> {
    let mut next: Vec<(f64, f64)> = points.iter().copied().filter(|point| point.0 != x).collect();
    let place = next.partition_point(|point| point.0 < x);
    next.insert(place, (x, v));
    next
}

/// The points as numbers.
fn points_ui(page: &Page, points: &Points, ui: &mut Ui) {
    let put = |points: Vec<(f64, f64)>| Criterion {
        value: ValueFunction::Piecewise(points),
        ..page.criterion.clone()
    };
    for (place, (x, v)) in points.iter().enumerate() {
        ui.horizontal_top(|ui| {
            for (key, name, known) in
                [("point x", field::POINT_SCORE, *x), ("point v", field::POINT_VALUE, *v)]
            {
                let name = label::numbered(name, place + 1);
                let number =
                    Field::line(field_id(&page.selection, key).with(place), &name).narrow(86.0);
                if let Some((Some(number), touch)) =
                    number_ui(page.context, number, Some(known), ui)
                {
                    let mut next = points.to_vec();
                    let moved = if key == "point x" { (number, *v) } else { (*x, number) };
                    next.get_mut(place).into_iter().for_each(|point| *point = moved);
                    page.put(field::VALUE_FUNCTION, put(next), touch);
                }
            }
            let remove = label::numbered(label::REMOVE_POINT, place + 1);
            if points.len() > 2
                && button::icon_ui(
                    ui,
                    field_id(&page.selection, "drop point").with(place),
                    Icon::Close,
                    &remove,
                )
                .clicked()
            {
                let mut next = points.to_vec();
                next.remove(place);
                page.put_now(field::VALUE_FUNCTION, put(next), ui);
            }
        });
        refusals_ui(ui);
    }
    if button::link_ui(
        ui,
        field_id(&page.selection, "add point"),
        field::ADD_POINT,
        Some(Icon::Plus),
    )
    .clicked()
        && let Some(point) = widest_middle(points)
    {
        page.put_now(field::VALUE_FUNCTION, put(with_point(points, point)), ui);
    }
}

/// The middle of the longest stretch between two points.
fn widest_middle(points: &Points) -> Option<(f64, f64)> {
    let stretches = points.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    let longest = stretches.max_by(|(a, b), (c, d)| (b.0 - a.0).total_cmp(&(d.0 - c.0)))?;
    let ((x0, v0), (x1, v1)) = longest;
    Some((f64::midpoint(x0, x1), f64::midpoint(v0, v1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINTS: &Points = &[(0.0, 0.0), (4.0, 0.5), (10.0, 1.0)];

    #[test]
    fn a_point_stays_between_its_neighbours() {
        assert_eq!(with_moved(POINTS, 1, (99.0, 0.2), 0.1)[1], (9.9, 0.2));
        assert_eq!(with_moved(POINTS, 1, (-5.0, 0.2), 0.1)[1], (0.1, 0.2));
        assert_eq!(with_moved(POINTS, 0, (-5.0, 0.2), 0.1)[0], (-5.0, 0.2));
        assert_eq!(
            with_moved(&[(0.0, 0.0), (0.05, 0.5), (0.1, 1.0)], 1, (3.0, 0.9), 0.1)[1],
            (0.05, 0.9)
        );
    }

    #[test]
    fn a_new_point_finds_its_place() {
        assert_eq!(
            with_point(POINTS, (7.0, 0.3)),
            [(0.0, 0.0), (4.0, 0.5), (7.0, 0.3), (10.0, 1.0)]
        );
        assert_eq!(with_point(POINTS, (4.0, 0.9)), [(0.0, 0.0), (4.0, 0.9), (10.0, 1.0)]);
        assert_eq!(widest_middle(POINTS), Some((7.0, 0.75)));
    }
}
