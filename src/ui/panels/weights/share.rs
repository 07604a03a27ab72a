//! A share: a bar from nothing to all, its number, and the lock that holds it.

use egui::{Align2, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::row::Row;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Member, NodeId, OpenTeam};
use crate::text as words;
use crate::ui::Action;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::text;

const BAR: f32 = 20.0;

impl Row<'_> {
    /// The bar in the column of shares, its middle at a height; a dashed one where the share isn't
    /// given yet.
    pub(super) fn share_ui(
        &self,
        (bar, number): (Rect, Rect),
        middle: f32,
        node: &NodeId,
        ui: &Ui,
    ) {
        let theme = Theme::of(ui.ctx());
        let bar = Rect::from_center_size(pos2(bar.center().x, middle), vec2(bar.width(), BAR));
        if self.page.is_open(node) {
            let edge = theme.stroke(size::RULE_STROKE, Role::Control);
            let corners = [
                bar.left_top(),
                bar.right_top(),
                bar.right_bottom(),
                bar.left_bottom(),
                bar.left_top(),
            ];
            ui.painter().extend(egui::Shape::dashed_line(&corners, edge, 4.0, 3.0));
            return;
        }
        let (track, fill) = self.hue().map_or((Role::Sunken, Role::Ink3), |hue| {
            (Role::CriterionTrack(hue), Role::Criterion(hue))
        });
        ui.painter().rect_filled(bar, 0.0, theme.colour(track));
        let filled = vec2(bar.width() * self.share() as f32, bar.height());
        ui.painter().rect_filled(Rect::from_min_size(bar.min, filled), 0.0, theme.colour(fill));
        let set = text::Type {
            size: TypeSize::KeyNumber,
            weight: Weight::SemiBold,
            colour: theme.colour(Role::Ink),
        };
        let at = pos2(number.right() - 4.0, middle);
        text::line(ui.painter(), at, Align2::RIGHT_CENTER, &self.percent(), set);
    }

    /// 0..1.
    fn share(&self) -> f64 {
        let shares = &self.page.evaluation.shares;
        let share = match self.line.member {
            Member::Group(index) => shares.groups.get(index),
            Member::Criterion(index) => shares.criteria.get(index),
        };
        share.copied().unwrap_or(0.0)
    }

    /// Holds the share while others are changed, or lets it go.
    pub(super) fn lock_ui(
        &self,
        (area, middle): (Rect, f32),
        (team, node): (OpenTeam, &NodeId),
        ui: &Ui,
    ) {
        let is_held = self.page.context.session.locks.is_held(team.id(), node);
        let square = Rect::from_center_size(pos2(area.center().x + 4.0, middle), vec2(24.0, 24.0));
        let id = Id::unique(("lock", team.id().as_str(), node.as_str()));
        let (icon, told) = if is_held {
            (Icon::Locked, words::weights::let_go(self.name()))
        } else {
            (Icon::Unlocked, words::weights::hold(self.name()))
        };
        // The keyboard has L for it, so that Tab goes from points to points.
        let response = ui.interact(square, id, Sense::CLICK);
        let theme = Theme::of(ui.ctx());
        if response.hovered() {
            let ground = theme.colour(Role::Hover);
            ui.painter().rect_filled(square, corners(size::CONTROL_RADIUS), ground);
        }
        let role = if is_held { Role::Ink } else { Role::Ink3 };
        icon::paint(ui.painter(), icon, square.center(), theme.stroke(size::ICON_STROKE, role));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
        if response.clicked() {
            self.page.context.queue.push(Action::ToggleLock(team.id().clone(), node.clone()));
        }
        response.on_hover_text(told);
    }
}
