//! What the page's rows are drawn from, and what it says of them.

use egui::{Sense, Ui, vec2};

use super::record::Record;
use super::way::Way;
use crate::analysis::is_tied;
use crate::evaluation::{Evaluation, SwingEnds};
use crate::look::{Role, size};
use crate::model::{Member, NodeId, OpenTeam, Scenario, Tree};
use crate::session::results::SideBySideOfWeighed;
use crate::text::{self, Percents, ShownShares};
use crate::ui::ViewContext;
use crate::ui::theme::Theme;

/// What a bar for scrolling takes.
pub(super) const SCROLL_BAR: f32 = 12.0;

/// Where the list lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Beside the ranking: it scrolls by itself.
    Beside,
    /// Above the ranking: the whole page scrolls.
    Stacked,
}

/// What the rows are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub context: ViewContext<'a>,
    pub scenario: &'a Scenario,
    pub evaluation: &'a Evaluation,
    pub tree: &'a Tree<'a>,
    pub percents: &'a Percents,
    /// By criterion.
    pub swings: &'a [Option<SwingEnds>],
    /// Whose weights can be changed; none: they follow from the teams'.
    pub team: Option<OpenTeam<'a>>,
    /// What that team gave.
    pub record: &'a Record<'a>,
    /// The way of weighing that is shown.
    pub way: Way,
}

impl<'a> Page<'a> {
    /// What weighs most, in a sentence that is true in every case.
    pub fn heading(&self) -> String {
        let Self { scenario, tree, evaluation, percents, .. } = *self;
        let shares = ShownShares { scenario, tree, evaluation, percents };
        if let Some(team) = self.team {
            return shares.heading_of(team);
        }
        let answer = self.context.session.ask(&SideBySideOfWeighed);
        let Some(known) = answer.last() else { return text::updating::BEING_COMPUTED.to_owned() };
        let weighed = known.results.weighed.iter().map(|team| team.result().team.label());
        shares.heading_of_all(&weighed.collect::<Vec<_>>())
    }

    pub fn note(&self) -> &'static str {
        match (self.team, self.way) {
            (None, _) if self.scenario.teams.is_empty() => text::weights::NO_TEAMS,
            (None, _) => text::weights::MEAN_IS_DERIVED,
            (Some(team), _) if !self.record.is_own_way && Way::of(team).is_none() => {
                text::weights::KEPT_RECORD
            }
            _ if !self.record.is_own_way => text::weights::OTHER_WAY_NOTE,
            (Some(_), Way::Swing) => text::weights::SWING_QUESTION,
            (Some(_), Way::Sliders) => text::weights::SLIDER_QUESTION,
            (Some(_), Way::Order) => text::weights::ORDER_QUESTION,
        }
    }

    /// What the team gave a node, in the way that is shown.
    pub fn given(&self, node: &NodeId) -> Option<f64> {
        self.record.given(node)
    }

    /// The rank of a node among its siblings by an order, and whether another shares it; none where
    /// it has no place yet.
    pub fn place_of(&self, member: Member) -> Option<(usize, bool)> {
        let own = self.given(self.tree.id(member)?)?;
        let list = self.tree.lists().iter().find(|list| list.members.contains(&member))?;
        let ids = list.members.iter().filter_map(|member| self.tree.id(*member));
        let others: Vec<f64> = ids.filter_map(|id| self.given(id)).collect();
        let rank = 1 + others.iter().filter(|other| **other > own).count();
        let shared = others.iter().filter(|other| is_tied(**other, own)).count();
        Some((rank, shared > 1))
    }

    /// Whether a node's share is one that nobody gave: the team is at work in the way that is
    /// shown, and hasn't come to it.
    pub fn is_open(&self, node: &NodeId) -> bool {
        self.team.is_some() && self.record.is_own_way && self.given(node).is_none()
    }

    /// The group or criterion that a node is, by the name that charts use.
    pub fn label(&self, member: Member) -> &'a str {
        match member {
            Member::Group(index) => self.tree.groups.get(index).map_or("", |group| group.label()),
            Member::Criterion(index) => {
                self.tree.criteria.get(index).map_or("", |criterion| criterion.label())
            }
        }
    }
}

/// A line across.
pub(super) fn rule_ui(ui: &mut Ui, role: Role) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let stroke = Theme::of(ui.ctx()).stroke(size::RULE_STROKE, role);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
