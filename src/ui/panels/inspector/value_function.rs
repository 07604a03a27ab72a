//! What a score is worth, drawn: a straight line over the range, or points to drag.

use egui::{Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::parts::{choice_ui, note_ui, section_ui};
use super::shown::{Page, Part};
use crate::analysis::Scale;
use crate::chart::{Curve, Frame};
use crate::look::{Hue, Role, size};
use crate::model::{Criterion, Goal, Range, ValueFunction};
use crate::session::results::Scales;
use crate::text;
use crate::ui::theme::Theme;
use crate::ui::widgets::field::{Field, field_id};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::touch::touch;
use crate::ui::widgets::{button, scene, typing};

/// A drag moves a point by this part of the range, and a value by this much.
const X_PARTS: f64 = 100.0;
const VALUE_STEP: f64 = 0.01;

type Points = [(f64, f64)];

/// One of a point's two numbers.
#[derive(Clone, Copy, Debug, Hash)]
enum Axis {
    Score,
    Value,
}

impl Axis {
    fn name(self) -> &'static str {
        match self {
            Self::Score => text::fields::POINT_SCORE,
            Self::Value => text::fields::POINT_VALUE,
        }
    }

    fn read(self, (x, v): (f64, f64)) -> f64 {
        match self {
            Self::Score => x,
            Self::Value => v,
        }
    }

    fn put(self, (x, v): (f64, f64), number: f64) -> (f64, f64) {
        match self {
            Self::Score => (number, v),
            Self::Value => (x, number),
        }
    }
}

/// Shows the section.
pub(super) fn ui(page: &Page, ui: &mut Ui) {
    section_ui(text::fields::VALUE_FUNCTION, ui);
    let extent = extent(page);
    let chosen = usize::from(page.criterion.value != ValueFunction::Linear);
    if let Some(place) = choice_ui(
        text::fields::VALUE_FUNCTION,
        &[text::fields::STRAIGHT, text::fields::POINTS],
        chosen,
        ui,
    ) {
        let value = if place == 0 {
            ValueFunction::Linear
        } else {
            ValueFunction::Piecewise(straight(page, extent))
        };
        page.put_now(Part::ValueFunction, Criterion { value, ..page.criterion.clone() }, ui);
    }
    let shown = match &page.criterion.value {
        ValueFunction::Linear => straight(page, extent),
        ValueFunction::Piecewise(points) => points.clone(),
    };
    let hue = Hue::of(page.criterion.hue.number());
    let curve = Curve { points: &shown, extent, hue };
    let origin = chart_ui(page, curve, ui);
    if let ValueFunction::Piecewise(points) = &page.criterion.value {
        drag_ui(page, curve, origin, ui);
        note_ui(text::inspector::CURVE_NOTE, ui);
        points_ui(page, points, ui);
    }
}

/// From where to where scores run: the range, the scores where it is observed, and all points.
fn extent(page: &Page) -> (f64, f64) {
    let (mut min, mut max) = match page.criterion.range {
        Range::Fixed(min, max) => (min, max),
        Range::Observed => {
            let scales = page.context.session.ask(&Scales);
            let scale = scales.last().and_then(|scales| {
                let criteria = &scales.scenario().criteria;
                let place = criteria.iter().position(|other| other.id == page.criterion.id)?;
                scales.get(place)
            });
            match scale {
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
    match page.criterion.goal {
        Goal::Maximize => vec![(min, 0.0), (max, 1.0)],
        Goal::Minimize => vec![(min, 1.0), (max, 0.0)],
    }
}

/// Shows the line; gives the corner of its scene.
fn chart_ui(page: &Page, curve: Curve, ui: &mut Ui) -> Pos2 {
    let drawing = curve.scene(Frame::screen(ui.available_width(), page.context.measurer));
    let (rect, response) =
        ui.allocate_exact_size(vec2(drawing.width, drawing.height), Sense::hover());
    scene::paint(ui.painter(), Theme::of(ui.ctx()), rect.min, &drawing);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &drawing.heading));
    rect.min
}

/// The points to drag; a double click beside them adds one.
fn drag_ui(page: &Page, curve: Curve, origin: Pos2, ui: &Ui) {
    let plot = Curve::plot(Frame::screen(ui.available_width(), page.context.measurer));
    let ground = ui.interact(
        scene::placed(plot, origin).expand(4.0),
        field_id(&page.selection, "curve"),
        Sense::CLICK,
    );
    let under = |pointer: Pos2| stepped(curve, curve.under(plot, (pointer - origin).into()));
    let put = |points: Vec<(f64, f64)>, touch| {
        let value = ValueFunction::Piecewise(points);
        page.put(Part::ValueFunction, Criterion { value, ..page.criterion.clone() }, touch);
    };
    if let Some(pointer) = ground.interact_pointer_pos().filter(|_| ground.double_clicked()) {
        put(with_point(curve.points, under(pointer)), touch(ui, &ground));
    }
    for (place, point) in curve.points.iter().enumerate() {
        let centre = origin + Vec2::from(curve.at(plot, *point));
        let id = field_id(&page.selection, "curve point").with(place);
        let response = handle_ui(id, centre, ui);
        let held = touch(ui, &response);
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            let (low, high) = curve.extent;
            let moved = with_moved(curve.points, place, under(pointer), (high - low) / X_PARTS);
            if moved != curve.points {
                put(moved, held);
            }
        }
    }
}

/// A place of the plot in the steps that a drag goes by.
fn stepped(curve: Curve, (x, v): (f64, f64)) -> (f64, f64) {
    let (low, high) = curve.extent;
    let part = ((x - low) / (high - low) * X_PARTS).round() / X_PARTS;
    (low + part * (high - low), (v / VALUE_STEP).round() * VALUE_STEP)
}

/// A point to take hold of.
fn handle_ui(id: egui::Id, centre: Pos2, ui: &Ui) -> egui::Response {
    let response = ui.interact(Rect::from_center_size(centre, vec2(16.0, 16.0)), id, Sense::DRAG);
    let theme = Theme::of(ui.ctx());
    let edge = theme.stroke(size::MARK_HALO, Role::Ink);
    ui.painter().circle(centre, 5.0, theme.colour(Role::Raised), edge);
    response
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
    for axis in [Axis::Score, Axis::Value] {
        typing::follow_list(ui.ctx(), field_id(&page.selection, ("point", axis)), points.len());
    }
    for (place, point) in points.iter().enumerate() {
        ui.horizontal_top(|ui| {
            for axis in [Axis::Score, Axis::Value] {
                let name = text::counts::numbered(axis.name(), place + 1);
                let id = field_id(&page.selection, ("point", axis)).with(place);
                let field = Field::line(id, &name).wide(86.0);
                let with = |number: f64| {
                    let mut next = points.to_vec();
                    let moved = axis.put(*point, number);
                    next.get_mut(place).into_iter().for_each(|point| *point = moved);
                    put(next)
                };
                if let Some((number, touch)) = page.number_ui(field, axis.read(*point), &with, ui) {
                    page.put(Part::ValueFunction, with(number), touch);
                }
            }
            let remove = text::counts::numbered(text::inspector::REMOVE_POINT, place + 1);
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
                page.put_now(Part::ValueFunction, put(next), ui);
            }
        });
    }
    if button::link_ui(
        ui,
        field_id(&page.selection, "add point"),
        text::fields::ADD_POINT,
        Some(Icon::Plus),
    )
    .clicked()
        && let Some(point) = widest_middle(points)
    {
        page.put_now(Part::ValueFunction, put(with_point(points, point)), ui);
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
    fn a_number_that_is_typed_is_the_one_of_its_axis() {
        assert_eq!(Axis::Score.put((4.0, 0.5), 7.0), (7.0, 0.5));
        assert_eq!(Axis::Value.put((4.0, 0.5), 0.7), (4.0, 0.7));
        assert_eq!([Axis::Score, Axis::Value].map(|axis| axis.read((4.0, 0.5))), [4.0, 0.5]);
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
