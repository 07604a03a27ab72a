//! What the page's rows are drawn from, and what it says of them.

use egui::{Sense, Ui, vec2};

use super::way::Way;
use crate::elicitation::Weighed;
use crate::evaluation::{Evaluation, SwingEnds};
use crate::look::{Role, size};
use crate::model::{Member, NodeId, OpenTeam, Scenario, Tree};
use crate::session::results::SideBySideOfWeighed;
use crate::text::weights::{Heaviest, Whose};
use crate::text::{self, Percents};
use crate::ui::ViewContext;
use crate::ui::theme::Theme;

/// Shares that differ by no more than this are equal.
const EQUAL: f64 = 1e-9;

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
    /// The way of weighing that is shown.
    pub way: Way,
}

impl<'a> Page<'a> {
    /// What weighs most, in a sentence that is true in every case.
    pub fn heading(&self) -> String {
        let Some(team) = self.team else { return self.heading_of_all() };
        let name = team.team().label();
        match self.evaluation.shares.weighed {
            Weighed::NotYet => text::weights::not_weighed(name),
            Weighed::AtWork { given, of } if given == of => text::weights::all_nothing(name),
            Weighed::AtWork { given, of } => text::weights::at_work(name, given, of),
            Weighed::Done => self.heaviest(Whose::Team(name)),
        }
    }

    fn heading_of_all(&self) -> String {
        if self.scenario.teams.is_empty() {
            return self.heaviest(Whose::NoTeams);
        }
        let answer = self.context.session.ask(&SideBySideOfWeighed);
        let Some(known) = answer.last() else { return text::updating::BEING_COMPUTED.to_owned() };
        let weighed: Vec<&str> =
            known.results.weighed.iter().map(|team| team.result().team.label()).collect();
        self.heaviest(Whose::Mean { weighed: &weighed, teams: self.scenario.teams.len() })
    }

    fn heaviest(&self, whose: Whose) -> String {
        let shares = &self.evaluation.shares.criteria;
        let heaviest = shares.iter().copied().fold(0.0, f64::max);
        let most: Vec<usize> = (0..shares.len())
            .filter(|index| shares.get(*index).is_some_and(|share| heaviest - share < EQUAL))
            .collect();
        let names: Vec<&str> = most
            .iter()
            .filter_map(|index| self.scenario.criteria.get(*index))
            .map(|criterion| criterion.name.as_str())
            .collect();
        let percent =
            most.first().and_then(|index| self.percents.criteria.get(*index)).copied().unwrap_or(0);
        let share = text::charts::percent(&percent.to_string());
        let heaviest = match names.as_slice() {
            [] => Heaviest::NoCriteria,
            [only] if shares.len() == 1 => Heaviest::Only(only),
            [only] if heaviest > 1.0 - EQUAL => Heaviest::Everything(only),
            all if all.len() == shares.len() => Heaviest::Alike(&share),
            several => Heaviest::Most(several, &share),
        };
        let told = text::weights::heading(whose, heaviest);
        match most.first().and_then(|first| self.more_points_than(*first)) {
            Some(other) => text::weights::though_points(&told, other),
            None => told,
        }
    }

    /// The criterion beside another that has the most points, and more than that one: its swing is
    /// worth more to the same share.
    fn more_points_than(&self, criterion: usize) -> Option<&'a str> {
        let node = &self.tree.criteria.get(criterion)?.id;
        let points = self.given(node)?;
        let beside = self.tree.list_of(node)?.members.iter().copied();
        let criteria = beside.filter(|member| matches!(member, Member::Criterion(_)));
        let given =
            criteria.filter_map(|member| Some((member, self.given(self.tree.id(member)?)?)));
        let (most, of_most) = given.max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        (of_most > points).then(|| self.label(most))
    }

    pub fn note(&self) -> &'static str {
        match (self.team, self.way) {
            (None, _) if self.scenario.teams.is_empty() => text::weights::NO_TEAMS,
            (None, _) => text::weights::MEAN_IS_DERIVED,
            (Some(team), _) if !self.is_own_way() && Way::of(team).is_none() => {
                text::weights::KEPT_RECORD
            }
            _ if !self.is_own_way() => text::weights::OTHER_WAY_NOTE,
            (Some(_), Way::Swing) => text::weights::SWING_QUESTION,
            (Some(_), Way::Sliders) => text::weights::SLIDER_QUESTION,
        }
    }

    /// What the team gave a node, in the way that is shown.
    pub fn given(&self, node: &NodeId) -> Option<f64> {
        self.team?.judgement().weight_of(node).filter(|_| self.is_own_way())
    }

    /// Whether a node's share is one that nobody gave: the team is at work in the way that is
    /// shown, and hasn't come to it.
    pub fn is_open(&self, node: &NodeId) -> bool {
        self.team.is_some() && self.is_own_way() && self.given(node).is_none()
    }

    /// The team's judgements are in the way that is shown, or there are none.
    fn is_own_way(&self) -> bool {
        self.team.is_none_or(|team| !team.judgement().is_begun() || Way::of(team) == Some(self.way))
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
