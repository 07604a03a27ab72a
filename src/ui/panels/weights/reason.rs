//! Why a team gives a weight: a line of text that becomes a field when it is asked for.

use egui::{Align2, Id, Rect, Sense, Ui, UiBuilder, WidgetInfo};

use super::hand::{Hand, reason_id};
use super::row::Row;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Edit, NodeId, OpenTeam};
use crate::text as words;
use crate::ui::theme::{Theme, corners};
use crate::ui::widgets::field::{Field, text_ui};
use crate::ui::widgets::text;

const SET: (TypeSize, Weight) = (TypeSize::Note, Weight::Regular);

impl Row<'_> {
    /// The reason in an area of the row: in a field while it is written, else as much of it as
    /// there is room for.
    pub(super) fn reason_ui(
        &self,
        area: Rect,
        (team, node): (OpenTeam, &NodeId),
        hand: &mut Hand,
        ui: &mut Ui,
    ) {
        if hand.reasoning.as_ref() == Some(node) {
            self.field_ui(area, (team, node), hand, ui);
        } else {
            self.line_ui(area, (team, node), hand, ui);
        }
    }

    fn field_ui(
        &self,
        area: Rect,
        (team, node): (OpenTeam, &NodeId),
        hand: &mut Hand,
        ui: &mut Ui,
    ) {
        let context = self.page.context;
        let (id, name) = (reason_id(team.id(), node), words::weights::reason_of(self.name()));
        let field = Field::line(id, &name).hint(words::weights::WHY_HINT).wide(area.width() - 18.0);
        let known = team.judged().reasons.get(node).map_or("", String::as_str);
        let mut child = ui.new_child(UiBuilder::new().max_rect(area));
        if let Some((reason, touch)) = text_ui(context, field, known, &mut child) {
            let edit = Edit::GiveReason(team.id().clone(), node.clone(), reason);
            context.queue.edit(edit, name.to_lowercase(), touch);
        }
        let is_ended = ui.ctx().read_response(id).is_some_and(|field| field.lost_focus());
        if is_ended {
            hand.reasoning = None;
            if ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                hand.enter(node, ui.ctx());
            }
        }
    }

    fn line_ui(&self, area: Rect, (team, node): (OpenTeam, &NodeId), hand: &mut Hand, ui: &Ui) {
        let theme = Theme::of(ui.ctx());
        // It is come to by F2 from the points, so that Tab goes on to the next points.
        let id = Id::unique(("reason", team.id().as_str(), node.as_str()));
        let response = ui.interact(area, id, Sense::CLICK);
        if response.hovered() {
            let ground = theme.colour(Role::Hover);
            ui.painter().rect_filled(area, corners(size::CONTROL_RADIUS), ground);
        }
        let known = team.judged().reasons.get(node).map(String::as_str).unwrap_or_default();
        let (told, role) = if known.is_empty() {
            (words::weights::WHY_HINT, Role::Ink3)
        } else {
            (known, Role::Ink2)
        };
        let (room, size) = (area.width() - 8.0, SET.0.points());
        let shown = self.page.context.measurer.ellipsis(told, size, SET.1, room);
        let set = text::Type { size: SET.0, weight: SET.1, colour: theme.colour(role) };
        let at = area.left_center() + egui::vec2(4.0, 0.0);
        text::line(ui.painter(), at, Align2::LEFT_CENTER, &shown, set);
        response.widget_info(|| {
            let name = words::weights::reason_of(self.name());
            let mut info = WidgetInfo::labeled(egui::Role::Button, true, name);
            info.current_text_value = Some(known.to_owned());
            info
        });
        if response.clicked() {
            Self::begin_reason((team, node), hand, ui);
        }
        if shown != told {
            response.on_hover_text(told);
        }
    }

    /// Makes the reason a field that has the focus.
    pub(super) fn begin_reason((team, node): (OpenTeam, &NodeId), hand: &mut Hand, ui: &Ui) {
        hand.reasoning = Some(node.clone());
        ui.memory_mut(|memory| memory.request_focus(reason_id(team.id(), node)));
    }
}
