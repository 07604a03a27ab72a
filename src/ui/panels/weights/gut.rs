//! A team's ranking by gut: its options in order, moved by keys, by buttons or by dragging, on a
//! page without any total.

use std::collections::HashSet;

use egui::{Id, Key, Rect, Response, RichText, Sense, Ui, WidgetInfo, pos2, vec2};

use super::WeightsPanel;
use super::kept::ByGut;
use super::shown::SCROLL_BAR;
use crate::evaluation::Weighting;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Alternative, Edit, OpenTeam, OptionId, Scenario, TeamId};
use crate::text::{self, gut as words, weights};
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::touch::{new_touch, touch};
use crate::ui::widgets::{button, letter, walking};
use crate::ui::{Touch, ViewContext};

/// The widest that the list gets, a row, and where what stands in it begins.
const WIDTH: f32 = 620.0;
const ROW: f32 = 40.0;
const BADGE_AT: f32 = 58.0;
const NAME_AT: f32 = 80.0;
const BUTTON: f32 = 26.0;

/// The row of an option.
fn row_id(team: &TeamId, option: &OptionId) -> Id {
    Id::unique(("by gut", team.as_str(), option.as_str()))
}

/// The team's order: as it ranked, then what it hasn't, in document order.
fn order_of(scenario: &Scenario, team: OpenTeam) -> Vec<OptionId> {
    let ranked = &team.judged().gut_ranking;
    let known: HashSet<&OptionId> = ranked.iter().collect();
    let rest = scenario.options.iter().map(|option| &option.id);
    let rest = rest.filter(|id| !known.contains(id));
    ranked.iter().chain(rest).cloned().collect()
}

impl WeightsPanel {
    /// Shows a team's ranking by gut instead of its weights.
    pub fn rank_by_gut(&mut self, team: TeamId) {
        self.gut = Some(ByGut { team, first: None });
    }

    /// The page by gut, where it is asked for: whether it was shown.
    pub(super) fn gut_ui(&mut self, context: ViewContext, ui: &mut Ui) -> bool {
        self.gut.take_if(|gut| context.session.weighting != Weighting::Team(gut.team.clone()));
        let scenario = context.session.scenario();
        let team = self.gut.as_ref().and_then(|gut| scenario.open_team(&gut.team));
        let (Some(team), Some(gut)) = (team, &mut self.gut) else {
            self.gut = None;
            return false;
        };
        let list = Page { context, scenario, team, order: order_of(scenario, team) };
        gut.first = list.order.first().map(|first| row_id(team.id(), first));
        let area = egui::ScrollArea::vertical().id_salt("by gut").auto_shrink([false, false]);
        let is_done = area.show(ui, |ui| list.ui(ui)).inner;
        if is_done {
            self.gut = None;
        }
        true
    }
}

struct Page<'a> {
    context: ViewContext<'a>,
    scenario: &'a Scenario,
    team: OpenTeam<'a>,
    order: Vec<OptionId>,
}

impl Page<'_> {
    /// The list with what is said of it; whether the team is done.
    fn ui(&self, ui: &mut Ui) -> bool {
        ui.add_space(14.0);
        let count = self.team.judged().gut_ranking.len();
        let heading = words::heading(self.team.team().label(), count, self.order.len());
        heading_ui(&heading, TypeSize::Headline, ui);
        let ink = Theme::of(ui.ctx()).colour(Role::Ink2);
        ui.label(RichText::new(words::NOTE).color(ink));
        ui.add_space(10.0);
        ui.set_max_width(WIDTH.min(ui.available_width() - SCROLL_BAR));
        for place in 0..self.order.len() {
            self.row_ui(place, ui);
        }
        ui.add_space(12.0);
        let shown = ui.horizontal(|ui| {
            let is_whole = count == self.order.len();
            if ui.add_enabled(!is_whole, egui::Button::new(words::KEEP_ORDER)).clicked() {
                self.put(self.order.clone(), new_touch(ui, Id::unique("keep order by gut")));
            }
            if ui.add_enabled(count > 0, egui::Button::new(words::FORGET)).clicked() {
                self.put(Vec::new(), new_touch(ui, Id::unique("forget order by gut")));
            }
            ui.button(weights::DONE).clicked()
        });
        shown.inner
    }

    fn option(&self, place: usize) -> Option<&Alternative> {
        self.scenario.option(self.order.get(place)?)
    }

    fn row_ui(&self, place: usize, ui: &mut Ui) {
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let Some(id) = self.order.get(place).map(|option| row_id(self.team.id(), option)) else {
            return;
        };
        // The rows beside those in view too: Tab goes on into them.
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if !has_focus && !ui.is_rect_visible(area.expand2(vec2(0.0, 2.0 * ROW))) {
            return;
        }
        let Some(option) = self.option(place) else { return };
        let hit = area.with_max_x(area.right() - 2.0 * BUTTON - 8.0);
        let response = ui.interact(hit, id, Sense::click_and_drag());
        let is_ranked = place < self.team.judged().gut_ranking.len();
        paint(ui, &response, (area, place, is_ranked), option);
        let told = words::place(option.label(), place + 1, is_ranked);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
        if response.clicked() {
            response.request_focus();
        }
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            let rows = (pointer.y - area.top()) / ROW;
            let to = (place as f32 + rows.floor()).clamp(0.0, (self.order.len() - 1) as f32);
            self.moved(place, to as usize, touch(ui, &response));
        }
        if let Some(to) = keyed(&response, place, self.order.len(), ui) {
            self.moved(place, to, new_touch(ui, id));
            ui.ctx().request_repaint();
        }
        if response.has_focus() && self.is_moved_to(place, ui) {
            response.scroll_to_me(None);
        }
        let buttons = [
            (Icon::Up, words::raise(option.label()), place.checked_sub(1)),
            (Icon::Down, words::lower(option.label()), Some(place + 1)),
        ];
        for (nth, (icon, name, to)) in buttons.into_iter().enumerate() {
            let left = area.right() - BUTTON * (2 - nth) as f32;
            let button = Rect::from_min_size(pos2(left, area.center().y - 12.0), vec2(24.0, 24.0));
            let pressed = button::icon_at_ui(ui, button, id.with(nth), icon, &name).clicked();
            if let Some(to) = to.filter(|to| pressed && *to < self.order.len()) {
                self.moved(place, to, new_touch(ui, id));
            }
        }
    }

    /// Whether the row that has the focus stands elsewhere than in the last frame.
    fn is_moved_to(&self, place: usize, ui: &Ui) -> bool {
        let id = Id::unique(("by gut, where the focus is", self.team.id().as_str()));
        let last = ui.data(|data| data.get_temp::<usize>(id));
        ui.data_mut(|data| data.insert_temp(id, place));
        last != Some(place)
    }

    /// Puts an option elsewhere; those between make room.
    fn moved(&self, from: usize, to: usize, touch: Touch) {
        if from == to {
            return;
        }
        let mut order = self.order.clone();
        let option = order.remove(from);
        order.insert(to.min(order.len()), option);
        self.put(order, touch);
    }

    fn put(&self, order: Vec<OptionId>, touch: Touch) {
        let name = text::edits::gut_edit(self.team.team().label());
        self.context.queue.edit(Edit::RankByGut(self.team.id().clone(), order), name, touch);
    }
}

fn paint(
    ui: &Ui,
    response: &Response,
    (area, place, is_ranked): (Rect, usize, bool),
    option: &Alternative,
) {
    let theme = Theme::of(ui.ctx());
    if response.hovered() || response.dragged() {
        let ground = theme.colour(Role::Hover);
        ui.painter().rect_filled(area, corners(size::CONTROL_RADIUS), ground);
    }
    let line = theme.stroke(size::RULE_STROKE, Role::Line);
    ui.painter().hline(area.x_range(), area.bottom(), line);
    let role = if is_ranked { Role::Ink } else { Role::Ink3 };
    let number = if is_ranked { text::ordinal(place + 1) } else { text::NOTHING.to_owned() };
    let at = pos2(area.left() + 8.0, area.center().y);
    let font = font_id(TypeSize::Emphasis, Weight::SemiBold);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, number, font, theme.colour(role));
    let badge = pos2(area.left() + BADGE_AT, area.center().y);
    letter::paint(ui, badge, option.letter.as_str());
    let name = ui.painter().layout(
        option.name.clone(),
        font_id(TypeSize::Body, Weight::Medium),
        theme.colour(Role::Ink),
        area.width() - NAME_AT - 2.0 * BUTTON - 24.0,
    );
    let at = pos2(area.left() + NAME_AT, area.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, theme.colour(Role::Ink));
    button::focus_ring(ui, theme, response);
}

/// Where keys put the option that has the focus.
fn keyed(response: &Response, place: usize, count: usize, ui: &Ui) -> Option<usize> {
    let keys = [Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End];
    match walking::pressed(response, &keys, ui)? {
        Key::ArrowUp => place.checked_sub(1),
        Key::ArrowDown => Some(place + 1).filter(|to| *to < count),
        Key::Home => Some(0),
        _ => count.checked_sub(1),
    }
}
