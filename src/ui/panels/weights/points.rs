//! The points of a row: a slider for the pointer, and beside it the field that is typed into.

use egui::{
    CursorIcon, Id, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::hand::{Hand, Keys, points_id};
use super::row::Row;
use super::way::Way;
use crate::look::{Role, size};
use crate::model::{Member, NodeId, OpenTeam};
use crate::session::Selection;
use crate::text as words;
use crate::ui::action::FirstWeights;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::field::{Field, Known, parsed_ui};
use crate::ui::widgets::number::Allowed;
use crate::ui::widgets::touch::touch;
use crate::ui::widgets::typing;
use crate::ui::{Action, Touch};

const FIELD: f32 = 62.0;
const FIELD_HEIGHT: f32 = 28.0;
const KNOB: f32 = 8.0;
const RAIL: f32 = 4.0;
/// Into so many steps a slider's way is divided, and into so many parts by its ticks.
const STEPS: f64 = 100.0;
const TICKS: u8 = 4;

impl Row<'_> {
    /// Slider and field in an area, their middle at a height, in the row's whole.
    pub(super) fn points_ui(
        &self,
        (area, middle, row): (Rect, f32, Rect),
        (team, node): (OpenTeam, &NodeId),
        hand: &mut Hand,
        ui: &mut Ui,
    ) {
        let id = points_id(team.id(), node);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let keys = if has_focus { Keys::taken(ui) } else { Keys::default() };
        if has_focus && hand.at.as_ref() != Some(node) {
            hand.at = Some(node.clone());
            ui.scroll_to_rect(row, None);
        }
        let field = Rect::from_center_size(
            pos2(area.right() - FIELD / 2.0, middle),
            vec2(FIELD, FIELD_HEIGHT),
        );
        let rail = Rect::from_min_max(
            pos2(area.left() + KNOB, middle - 14.0),
            pos2(field.left() - 2.0 * KNOB, middle + 14.0),
        );
        self.slider_ui(rail, (team, node), id, ui);
        self.field_of_points_ui(field, (team, node), keys, ui);
        if keys.toggles_lock {
            let lock = Action::ToggleLock(team.id().clone(), node.clone());
            self.page.context.queue.push(lock);
        }
        if keys.is_entered {
            hand.enter(node, ui.ctx());
        }
        if keys.asks_reason && matches!(self.line.member, Member::Criterion(_)) {
            Self::begin_reason((team, node), hand, ui);
        }
    }

    fn field_of_points_ui(
        &self,
        area: Rect,
        (team, node): (OpenTeam, &NodeId),
        keys: Keys,
        ui: &mut Ui,
    ) {
        let (given, most) = (self.page.given(node), self.line.most);
        let is_held = self.is_held(team, node);
        if keys.step != 0.0 || keys.asks_reason {
            // What stands in the field counts before it is changed, or another takes the focus.
            typing::end(ui.ctx());
        }
        let (id, name) = (points_id(team.id(), node), words::weights::weight_of(self.name()));
        let field = Field::line(id, &name).hint(words::NOTHING).wide(FIELD - 16.0);
        let text = given.map(words::editable).unwrap_or_default();
        let read = |typed: &str| match Allowed::between(0.0, most).read(typed) {
            Ok(number) if is_held && number != given => {
                Err(words::refusals::SHARE_IS_HELD.to_owned())
            }
            read => read,
        };
        let mut child = ui.new_child(UiBuilder::new().max_rect(area));
        let known = Known { text: &text, meaning: &given };
        let typed = parsed_ui(self.page.context, field, known, read, &mut child);
        let stood = typed.map_or(given, |(number, _)| number);
        if keys.step != 0.0
            && !is_held
            && let Some(field) = ui.ctx().read_response(id)
        {
            let next = (stood.unwrap_or(0.0) + keys.step).clamp(0.0, most);
            self.give((team, node), Some(next), touch(ui, &field));
        } else if let Some((number, touch)) = typed {
            self.give((team, node), number, touch);
        }
    }

    fn slider_ui(&self, rail: Rect, (team, node): (OpenTeam, &NodeId), field: Id, ui: &Ui) {
        let given = self.page.given(node);
        let (most, is_held) = (self.line.most, self.is_held(team, node));
        let id = Id::unique(("slider", team.id().as_str(), node.as_str()));
        // The keyboard has the field beside it.
        let sense = if is_held { Sense::hover() } else { Sense::DRAG };
        let response = ui.interact(rail.expand2(vec2(KNOB, 0.0)), id, sense);
        response.widget_info(|| {
            let name = words::weights::weight_of(self.name());
            match given {
                Some(given) => WidgetInfo::slider(!is_held, given, name),
                None => WidgetInfo::labeled(egui::Role::Slider, !is_held, name),
            }
        });
        if response.drag_started() || ui.memory(|memory| memory.has_focus(id)) {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        let touch = touch(ui, &response);
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            let wished = snapped(rail, pointer, most);
            let is_moved = response.drag_started() || response.drag_delta() != Vec2::ZERO;
            if is_moved && given != Some(wished) {
                self.give((team, node), Some(wished), touch);
            }
        }
        if ui.is_rect_visible(rail) {
            paint_slider(rail, given.map(|given| given / most), is_held, ui);
        }
        if !is_held {
            response.on_hover_cursor(CursorIcon::PointingHand);
        }
    }

    fn is_held(&self, team: OpenTeam, node: &NodeId) -> bool {
        self.page.context.session.locks.is_held(team.id(), node)
    }

    /// Asks for points in place of what was given; none: nothing is given any more.
    fn give(&self, (team, node): (OpenTeam, &NodeId), points: Option<f64>, touch: Touch) {
        let (way, queue) = (self.page.way, self.page.context.queue);
        // The lock is that of the bar that was moved last.
        queue.push(Action::Select(selection(self.line.member, node)));
        let (of_team, node) = (team.id().clone(), node.clone());
        queue.push(match points {
            None => Action::Unweigh { team: of_team, node, touch },
            Some(weight) if Way::of(team) == Some(way) => {
                Action::Weigh { team: of_team, node, weight, touch }
            }
            Some(weight) => {
                let (like, with) = (way.unjudged(), FirstWeights::One(node, weight));
                Action::WeighAnew { team: of_team, like, with, touch }
            }
        });
    }
}

fn selection(member: Member, node: &NodeId) -> Selection {
    match member {
        Member::Group(_) => Selection::Group(node.clone()),
        Member::Criterion(_) => Selection::Criterion(node.clone()),
    }
}

/// The points that a place on the rail stands for, in whole steps.
fn snapped(rail: Rect, pointer: Pos2, most: f64) -> f64 {
    let part = f64::from((pointer.x - rail.left()) / rail.width().max(1.0)).clamp(0.0, 1.0);
    (part * STEPS).round() * (most / STEPS)
}

/// The rail with its ticks, and the knob at 0..1 of it; a dashed one without a knob where nothing
/// is given.
fn paint_slider(rail: Rect, part: Option<f64>, is_held: bool, ui: &Ui) {
    let (theme, painter) = (Theme::of(ui.ctx()), ui.painter());
    let (from, to) = (rail.left_center(), rail.right_center());
    for tick in 0..=TICKS {
        let x = rail.left() + rail.width() * f32::from(tick) / f32::from(TICKS);
        let line = theme.stroke(size::RULE_STROKE, Role::Control);
        painter.vline(x, from.y + 10.0..=from.y + 14.0, line);
    }
    let Some(part) = part else {
        let line = theme.stroke(size::RULE_STROKE, Role::Control);
        painter.extend(egui::Shape::dashed_line(&[from, to], line, 4.0, 4.0));
        return;
    };
    let knob = pos2(rail.left() + rail.width() * part as f32, from.y);
    painter.line_segment([from, to], theme.stroke(RAIL, Role::Line));
    painter.line_segment([from, knob], theme.stroke(RAIL, Role::Ink2));
    let edge = Stroke { width: 2.0, ..theme.stroke(size::RULE_STROKE, Role::Ink2) };
    let fill = theme.colour(Role::Raised);
    if is_held {
        let square = Rect::from_center_size(knob, Vec2::splat(2.0 * KNOB));
        let round = corners(size::BADGE_RADIUS);
        painter.rect(square, round, fill, edge, egui::StrokeKind::Inside);
    } else {
        painter.circle(knob, KNOB, fill, edge);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drag_snaps_to_whole_points_and_ends_at_the_ends() {
        let rail = Rect::from_min_size(pos2(10.0, 0.0), vec2(150.0, 8.0));
        let at = |x: f32, most: f64| snapped(rail, pos2(x, 4.0), most);
        assert_eq!((at(10.0, 100.0), at(160.0, 100.0)), (0.0, 100.0));
        assert_eq!((at(-90.0, 100.0), at(900.0, 100.0)), (0.0, 100.0));
        assert_eq!((at(60.2, 100.0), at(85.0, 250.0)), (33.0, 125.0));
    }
}
