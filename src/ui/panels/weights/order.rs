//! The order of the rows: by points, held while they are given, so that no row moves from under the
//! hands.

use std::collections::HashMap;

use super::shown::Page;
use crate::model::{Member, NodeId, Siblings};

/// A row of the list: a node, how many groups deep it lies, and the most that its slider runs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub member: Member,
    pub depth: usize,
    pub most: f64,
}

/// Sliders run to this, or to the largest weight given beside them.
const MOST_POINTS: f64 = 100.0;

/// The order that is held until the page is left or somebody asks for a new one.
#[derive(Default)]
pub(super) struct Order {
    held: Option<Vec<NodeId>>,
}

impl Order {
    /// The next frame puts the rows in order.
    pub fn forget(&mut self) {
        self.held = None;
    }

    /// Whether the rows would stand otherwise if they were put in order.
    pub fn is_outdated(&self, page: Page) -> bool {
        let held = self.held.as_deref().unwrap_or_default();
        lines(page, held) != lines(page, &by_points(page))
    }

    /// The rows from top to bottom, each group with its children below.
    pub fn lines(&mut self, page: Page) -> Vec<Line> {
        lines(page, self.held.get_or_insert_with(|| by_points(page)))
    }
}

fn lines<'a>(page: Page<'a>, order: &'a [NodeId]) -> Vec<Line> {
    let lists = page.tree.lists().iter().map(|list| (list.parent, list));
    let places = Places { of: order.iter().zip(0..).collect(), lists: lists.collect(), page };
    let mut lines = Vec::new();
    places.put(None, 0, &mut lines);
    lines
}

/// Where nodes stand, and in which list.
struct Places<'a> {
    page: Page<'a>,
    of: HashMap<&'a NodeId, usize>,
    /// By the group that holds them.
    lists: HashMap<Option<usize>, &'a Siblings>,
}

impl Places<'_> {
    /// Puts what a group holds below the lines that there are.
    fn put(&self, parent: Option<usize>, depth: usize, lines: &mut Vec<Line>) {
        let Some(list) = self.lists.get(&parent) else { return };
        let id = |member: &Member| self.page.tree.id(*member);
        let place = |member: &Member| id(member).and_then(|id| self.of.get(id)).copied();
        let mut members = list.members.clone();
        members.sort_by_cached_key(|member| place(member).unwrap_or(usize::MAX));
        let given = members.iter().filter_map(|member| self.page.given(id(member)?));
        let most = given.fold(MOST_POINTS, f64::max);
        for member in members {
            lines.push(Line { member, depth, most });
            if let Member::Group(index) = member {
                self.put(Some(index), depth + 1, lines);
            }
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
