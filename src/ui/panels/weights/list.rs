//! The list of the rows: its head, and their order.

use std::collections::HashMap;

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
        let places: Places = self.held.iter().zip(0..).collect();
        if let Some(top) = page.tree.lists().first() {
            list_ui(page, &places, (top, 0), ui);
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
}

/// Where each node stands in the order that is held.
type Places<'a> = HashMap<&'a NodeId, usize>;

/// The rows of a list, so many groups deep, each group with its children below.
fn list_ui(page: Page, places: &Places, (list, depth): (&Siblings, usize), ui: &mut Ui) {
    let mut members = list.members.clone();
    members.sort_by_cached_key(|member| {
        page.tree.id(*member).and_then(|id| places.get(id)).copied().unwrap_or(usize::MAX)
    });
    for member in members {
        Row { page, member, depth }.ui(ui);
        rule_ui(ui, Role::Line);
        if let Member::Group(index) = member
            && let Some(children) = page.tree.lists().iter().find(|list| list.parent == Some(index))
        {
            list_ui(page, places, (children, depth + 1), ui);
        }
    }
}

/// Every node, the most points first; in document order where nothing was given.
fn by_points(page: Page) -> Vec<NodeId> {
    let groups = page.scenario.groups.iter().map(|group| &group.id);
    let nodes = groups.chain(page.scenario.criteria.iter().map(|criterion| &criterion.id));
    most_first(nodes.map(|id| (id, page.given(id))))
}

/// The ids by their points, the most first, those without points last; what is equal stays in its
/// order.
fn most_first<'a>(nodes: impl Iterator<Item = (&'a NodeId, Option<f64>)>) -> Vec<NodeId> {
    let mut nodes: Vec<(&NodeId, Option<f64>)> = nodes.collect();
    let points = |given: Option<f64>| given.unwrap_or(f64::NEG_INFINITY);
    nodes.sort_by(|(_, a), (_, b)| points(*b).total_cmp(&points(*a)));
    nodes.into_iter().map(|(id, _)| id.clone()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_points_come_first_and_what_is_equal_stays_in_its_order() {
        let ids = ["a", "b", "c", "d", "e"].map(|id| NodeId::new(id).unwrap());
        let points = [None, Some(0.0), Some(40.0), None, Some(40.0)];
        let sorted = most_first(ids.iter().zip(points));
        assert_eq!(sorted.iter().map(NodeId::as_str).collect::<String>(), "cebad");
        let sorted = most_first(ids.iter().map(|id| (id, None)));
        assert_eq!(sorted, ids, "nothing was given");
    }
}
