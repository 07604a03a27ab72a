//! A weight's bar dragged by its top edge.

use egui::{CursorIcon, Id, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::state::{Drag, Frame, MatrixPanel};
use crate::look::{Role, size};
use crate::model::{Criterion, Elicitation, OpenTeam};
use crate::session::Selection;
use crate::text;
use crate::ui::theme::corners;
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::touch::new_touch;
use crate::ui::{Action, Command};

/// Shares are dragged in steps of this, in whole points while Shift is held.
const STEP: f64 = 0.001;
const SHIFT_STEP: f64 = 0.01;

/// The team whose bars can be dragged: the one shown, where it weighs by numbers of its own.
pub fn weigher(frame: Frame<'_>) -> Option<OpenTeam<'_>> {
    let by_numbers = |team: &OpenTeam| {
        matches!(team.judgement().elicitation, Elicitation::Direct(_) | Elicitation::Swing(_))
    };
    frame.view.team.filter(by_numbers)
}

impl MatrixPanel {
    /// The handle on a bar's top edge.
    pub(super) fn handle_ui(
        &mut self,
        frame: Frame,
        bar: Rect,
        (criterion, share): (&Criterion, f64),
        ui: &Ui,
    ) {
        let Some(team) = weigher(frame) else { return };
        let is_locked = frame.context.session.locks.is_held(team.id(), &criterion.id);
        let edge = pos2(bar.center().x, bar.top());
        let grip = Rect::from_center_size(edge, vec2(bar.width().max(24.0), 16.0));
        let sense = if is_locked { Sense::CLICK } else { Sense::CLICK | Sense::DRAG };
        let response = ui.interact(
            grip,
            Id::unique(("handle", team.id().as_str(), criterion.id.as_str())),
            sense,
        );
        let response =
            if is_locked { response } else { response.on_hover_cursor(CursorIcon::ResizeVertical) };
        response.widget_info(|| {
            WidgetInfo::slider(!is_locked, share * 100.0, text::matrix::share_of(criterion.label()))
        });
        // The lock is that of the bar that was touched last.
        if response.clicked() || response.drag_started() {
            self.choose(frame, Selection::Criterion(criterion.id.clone()));
            ui.memory_mut(|memory| memory.request_focus(frame.grid));
        }
        if response.drag_started() {
            let touch = new_touch(ui, response.id);
            self.drag =
                Some(Drag { node: criterion.id.clone(), touch, heaviest: frame.view.heaviest });
            self.hold(frame.context, frame.view);
        }
        if self.drag.as_ref().is_some_and(|drag| drag.node == criterion.id) {
            if response.dragged() {
                self.follow_pointer(frame, bar, (team, share), ui);
            } else {
                (self.drag, self.held) = (None, None);
            }
        }
        if is_locked {
            paint_lock(frame, edge, ui);
        } else {
            paint_grip(frame, edge, ui);
        }
        response.on_hover_ui(|ui| {
            if is_locked {
                ui.label(text::matrix::locked(&Command::ToggleLock.shortcut(ui.ctx())));
            } else {
                ui.label(text::matrix::DRAG_NOTE);
            }
        });
    }

    /// Asks for the share that the pointer stands for, of the team that has this one; without a
    /// pointer the drag is over.
    fn follow_pointer(&mut self, frame: Frame, bar: Rect, (team, share): (OpenTeam, f64), ui: &Ui) {
        let Some(drag) = self.drag.take() else { return };
        let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
        let step = if ui.input(|input| input.modifiers.shift) { SHIFT_STEP } else { STEP };
        let block = frame.geometry.layout.header_block;
        let wished = dragged_share((bar.bottom() - pointer.y) / block, drag.heaviest, step);
        if (wished - share).abs() > step / 2.0
            && ui.input(|input| input.pointer.delta() != Vec2::ZERO)
        {
            frame.context.queue.push(Action::Share {
                team: team.id().clone(),
                node: drag.node.clone(),
                share: wished,
                touch: drag.touch,
            });
        }
        self.drag = Some(drag);
    }
}

/// The share whose bar is as high as the pointer stands above its foot, as a part of the highest,
/// in whole steps.
fn dragged_share(height: f32, heaviest: f64, step: f64) -> f64 {
    let share = f64::from(height.max(0.0)) * heaviest;
    ((share / step).round() * step).clamp(0.0, 1.0)
}

/// A closed lock on the edge of a share that is held.
fn paint_lock(frame: Frame, edge: egui::Pos2, ui: &Ui) {
    paint_plate(frame, Rect::from_center_size(edge, vec2(16.0, 16.0)), ui);
    let line = frame.theme.stroke(size::RULE_STROKE, Role::Ink);
    icon::paint(ui.painter(), Icon::Locked, edge, line);
}

fn paint_plate(frame: Frame, rect: Rect, ui: &Ui) {
    let theme = frame.theme;
    let (fill, line) = (theme.colour(Role::Raised), theme.stroke(size::RULE_STROKE, Role::Ink));
    let corners = corners(size::BADGE_RADIUS);
    ui.painter().rect(rect, corners, fill, line, egui::StrokeKind::Inside);
}

/// A grip on the edge of one that can be dragged.
fn paint_grip(frame: Frame, edge: egui::Pos2, ui: &Ui) {
    paint_plate(frame, Rect::from_center_size(edge, vec2(21.0, 8.0)), ui);
    let line = frame.theme.stroke(size::RULE_STROKE, Role::Ink);
    for offset in [-1.0, 1.5] {
        ui.painter().hline(edge.x - 4.0..=edge.x + 4.0, edge.y + offset, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_a_share_of_the_frozen_scale() {
        assert!((dragged_share(1.0, 0.4, STEP) - 0.4).abs() < 1e-12);
        assert!((dragged_share(0.5, 0.333, SHIFT_STEP) - 0.17).abs() < 1e-12);
        assert_eq!((dragged_share(-20.0, 0.4, STEP), dragged_share(9e9, 0.4, STEP)), (0.0, 1.0));
    }
}
