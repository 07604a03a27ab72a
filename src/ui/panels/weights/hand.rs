//! Where the keyboard is on the page: the points that have the focus, and where it goes on.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::order::Line;
use super::shown::Page;
use crate::model::{NodeId, TeamId};
use crate::ui::widgets::field::field_id;

/// What is remembered of the keyboard from frame to frame.
#[derive(Default)]
pub(super) struct Hand {
    /// The node whose points have the focus.
    pub at: Option<NodeId>,
    /// The node whose points or reason Enter ended in the last frame.
    entered: Option<NodeId>,
    /// The node whose reason is being written.
    pub reasoning: Option<NodeId>,
    /// The points at which work went on when the page was come to.
    pub landing: Option<Id>,
}

/// The field of a node's points.
pub(super) fn points_id(team: &TeamId, node: &NodeId) -> Id {
    field_id(("weight", team.as_str(), node.as_str()), "points")
}

/// The field of the reason for a node's weight.
pub(super) fn reason_id(team: &TeamId, node: &NodeId) -> Id {
    field_id(("weight", team.as_str(), node.as_str()), "reason")
}

impl Hand {
    /// Comes to the page, or to another team: the first points that are empty have the focus, the
    /// first of all where none are.
    pub fn arrive(&mut self, page: Page, lines: &[Line], ctx: &Context) {
        let nodes = nodes(page, lines);
        let first = first_empty(page, &nodes).or(nodes.first().copied());
        let landing = page.team.zip(first).map(|(team, node)| points_id(team.id(), node));
        *self = Self { landing, ..Self::default() };
        if let Some(landing) = landing {
            ctx.memory_mut(|memory| memory.request_focus(landing));
        }
    }

    /// Enter ends a node's points or reason: the next frame goes on from there.
    pub fn enter(&mut self, node: &NodeId, ctx: &Context) {
        self.entered = Some(node.clone());
        ctx.request_repaint();
    }

    /// Goes on from what Enter ended: to the next points, from the last to the first that are
    /// empty. What was refused keeps the focus itself.
    pub fn go_on(&mut self, page: Page, lines: &[Line], ctx: &Context) {
        let Some(from) = self.entered.take() else { return };
        if ctx.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let nodes = nodes(page, lines);
        let place = nodes.iter().position(|node| **node == from);
        let next = place.and_then(|place| nodes.get(place + 1)).copied();
        focus(page, next.or_else(|| first_empty(page, &nodes)).unwrap_or(&from), ctx);
    }
}

fn nodes<'a>(page: Page<'a>, lines: &[Line]) -> Vec<&'a NodeId> {
    lines.iter().filter_map(|line| page.tree.id(line.member)).collect()
}

fn first_empty<'a>(page: Page, nodes: &[&'a NodeId]) -> Option<&'a NodeId> {
    nodes.iter().copied().find(|node| page.given(node).is_none())
}

fn focus(page: Page, node: &NodeId, ctx: &Context) {
    if let Some(team) = page.team {
        ctx.memory_mut(|memory| memory.request_focus(points_id(team.id(), node)));
    }
}

/// What keys ask of the points that have the focus, taken out of the input before their field sees
/// them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Keys {
    /// So many points more or less.
    pub step: f64,
    pub toggles_lock: bool,
    pub asks_reason: bool,
    pub is_entered: bool,
}

impl Keys {
    pub fn taken(ui: &Ui) -> Self {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let way = |up, down| f64::from(i8::from(pressed(up)) - i8::from(pressed(down)));
        let keys = Self {
            step: way(Key::ArrowUp, Key::ArrowDown) + 10.0 * way(Key::PageUp, Key::PageDown),
            toggles_lock: pressed(Key::L),
            asks_reason: pressed(Key::F2),
            is_entered: ui.input(|input| input.key_pressed(Key::Enter)),
        };
        if keys.toggles_lock {
            // The letter comes as a text of its own.
            ui.input_mut(|input| input.events.retain(|event| !is_of_lock(event)));
        }
        keys
    }
}

fn is_of_lock(event: &egui::Event) -> bool {
    matches!(event, egui::Event::Text(text) if text.eq_ignore_ascii_case("l"))
}
