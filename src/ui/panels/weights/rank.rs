//! The place of a row where only the order counts: its rank among its siblings, and the buttons and
//! keys that move it.

use egui::{Align2, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::hand::{Hand, points_id};
use super::row::Row;
use crate::elicitation::Step;
use crate::look::{Role, TypeSize, Weight};
use crate::model::{NodeId, OpenTeam};
use crate::text as words;
use crate::ui::Action;
use crate::ui::theme::Theme;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::touch::new_touch;
use crate::ui::widgets::{button, text, walking};

/// The rank, and a button beside it.
const RANK: f32 = 64.0;
const BUTTON: f32 = 26.0;

impl Row<'_> {
    /// Rank and buttons in an area, their middle at a height, in the row's whole.
    pub(super) fn rank_ui(
        &self,
        (area, middle, row): (Rect, f32, Rect),
        (team, node): (OpenTeam, &NodeId),
        hand: &mut Hand,
        ui: &mut Ui,
    ) {
        let rank = Rect::from_center_size(pos2(area.left() + RANK / 2.0, middle), vec2(RANK, 28.0));
        let response = self.rank_itself_ui(rank, (team, node), ui);
        if response.has_focus() && hand.at.as_ref() != Some(node) {
            hand.at = Some(node.clone());
            ui.scroll_to_rect(row, None);
        }
        let keyed = keyed(&response, node, ui);
        if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            hand.enter(node, ui.ctx());
            ui.memory_mut(|memory| memory.surrender_focus(response.id));
        }
        let pressed = self.buttons_ui(pos2(rank.right() + 8.0, middle), node, ui);
        if let Some(step) = keyed.or(pressed) {
            let touch = new_touch(ui, response.id);
            let team = team.id().clone();
            self.page.context.queue.push(Action::Compare { team, step, touch });
        }
    }

    /// The rank, which takes the focus and keys.
    fn rank_itself_ui(&self, area: Rect, (team, node): (OpenTeam, &NodeId), ui: &Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let response = ui.interact(area, points_id(team.id(), node), Sense::click());
        let place = self.page.place_of(self.line.member);
        let told = words::weights::place(place);
        let set = text::Type {
            size: TypeSize::KeyNumber,
            weight: Weight::SemiBold,
            colour: theme.colour(if place.is_some() { Role::Ink } else { Role::Ink3 }),
        };
        text::line(ui.painter(), area.left_center(), Align2::LEFT_CENTER, &told, set);
        button::focus_ring(ui, theme, &response);
        let named = words::weights::rank_of(self.name(), &told);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
        if response.clicked() {
            response.request_focus();
        }
        response
    }

    fn buttons_ui(&self, at: egui::Pos2, node: &NodeId, ui: &Ui) -> Option<Step> {
        let name = self.name();
        let buttons = [
            (Icon::Up, words::weights::raise(name), Step::Raise(node.clone())),
            (Icon::Down, words::weights::lower(name), Step::Lower(node.clone())),
            (Icon::Level, words::weights::tie(name), Step::Tie(node.clone())),
        ];
        let mut pressed = None;
        for (place, (icon, told, step)) in buttons.into_iter().enumerate() {
            let left = at.x + BUTTON * place as f32;
            let area = Rect::from_min_size(pos2(left, at.y - 12.0), vec2(24.0, 24.0));
            let id = Id::unique(("order", node.as_str(), place));
            if button::icon_at_ui(ui, area, id, icon, &told).clicked() {
                pressed = Some(step);
            }
        }
        pressed
    }
}

/// What keys ask of the rank that has the focus.
fn keyed(response: &Response, node: &NodeId, ui: &Ui) -> Option<Step> {
    match walking::pressed(response, &[Key::ArrowUp, Key::ArrowDown, Key::Equals], ui)? {
        Key::ArrowUp => Some(Step::Raise(node.clone())),
        Key::ArrowDown => Some(Step::Lower(node.clone())),
        _ => Some(Step::Tie(node.clone())),
    }
}
