//! The list of the rows: its head, and their order.

use egui::{Align2, Sense, Ui, pos2, vec2};

use super::WeightsPanel;
use super::rows::{Columns, Row};
use super::shown::{Page, rule_ui};
use super::way::Way;
use crate::look::{Role, TypeSize, Weight};
use crate::model::{Member, NodeId, Siblings};
use crate::text as words;
use crate::ui::theme::Theme;
use crate::ui::widgets::text;

impl WeightsPanel {
    pub(super) fn rows_ui(&mut self, page: Page, ui: &mut Ui) {
        head_ui(page, ui);
        rule_ui(ui, Role::Control);
        if page.scenario.criteria.is_empty() {
            ui.label(words::weights::NO_CRITERIA);
            return;
        }
        if ui.memory(|memory| memory.focused().is_none()) && ui.ctx().dragged_id().is_none() {
            self.held = by_points(page);
        }
        if let Some(top) = page.tree.lists().first() {
            self.list_ui(page, top, 0, ui);
        }
        ui.label(
            egui::RichText::new(if page.way == Way::Swing {
                words::weights::SWING_FORMULA
            } else {
                words::weights::SLIDER_FORMULA
            })
            .small()
            .weak(),
        );
    }

    fn list_ui(&self, page: Page, list: &Siblings, depth: usize, ui: &mut Ui) {
        let place = |member: &Member| {
            page.tree
                .id(*member)
                .and_then(|id| self.held.iter().position(|held| held == id))
                .unwrap_or(usize::MAX)
        };
        let mut members = list.members.clone();
        members.sort_by_key(place);
        let is_judged = members
            .iter()
            .any(|member| page.tree.id(*member).is_some_and(|id| page.given(id).is_some()));
        for member in members {
            Row { page, member, depth, is_judged }.ui(ui);
            rule_ui(ui, Role::Line);
            if let Member::Group(index) = member
                && let Some(children) =
                    page.tree.lists().iter().find(|list| list.parent == Some(index))
            {
                self.list_ui(page, children, depth + 1, ui);
            }
        }
    }
}

/// Every node, the most points first; in document order where nothing was given.
fn by_points(page: Page) -> Vec<NodeId> {
    let ids = page
        .scenario
        .groups
        .iter()
        .map(|group| &group.id)
        .chain(page.scenario.criteria.iter().map(|criterion| &criterion.id));
    let mut ids: Vec<NodeId> = ids.cloned().collect();
    if page.team.is_some() {
        let points = |id: &NodeId| page.given(id).unwrap_or(-1.0);
        ids.sort_by(|a, b| points(b).total_cmp(&points(a)));
    }
    ids
}

fn head_ui(page: Page, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let set = text::Type {
        size: TypeSize::Note,
        weight: Weight::SemiBold,
        colour: Theme::of(ui.ctx()).colour(Role::Ink2),
    };
    let columns = Columns::of(rect);
    let first = if page.way == Way::Swing {
        words::weights::SWING_HEAD
    } else {
        words::weights::CRITERION_HEAD
    };
    let points =
        if page.way == Way::Swing { words::weights::POINTS } else { words::matrix::WEIGHT };
    let mut heads =
        vec![(first, rect.left() + 14.0), (words::weights::SHARE_HEAD, columns.share.left())];
    if page.team.is_some() {
        heads.push((points, columns.slider.left()));
        text::line(
            ui.painter(),
            pos2(rect.right() - 4.0, rect.center().y),
            Align2::RIGHT_CENTER,
            words::weights::LOCK_HEAD,
            set,
        );
    }
    for (words, left) in heads {
        text::line(ui.painter(), pos2(left, rect.center().y), Align2::LEFT_CENTER, words, set);
    }
}
