//! What the page's rows are drawn from, and what it says of them.

use egui::{Sense, Ui, vec2};

use super::way::Way;
use crate::evaluation::{Evaluation, SwingEnds};
use crate::look::{Role, size};
use crate::model::{NodeId, OpenTeam, Scenario, Tree};
use crate::text::{self, Percents};
use crate::ui::ViewContext;
use crate::ui::theme::Theme;

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
    /// The team's judgements are in this way, so that its numbers stand on the sliders.
    pub is_own_way: bool,
}

impl Page<'_> {
    /// What weighs most, in a sentence that is true in every case.
    pub fn heading(&self) -> String {
        let shares = &self.evaluation.shares.criteria;
        let heaviest = shares.iter().copied().fold(0.0, f64::max);
        let most: Vec<usize> = (0..shares.len())
            .filter(|index| shares.get(*index).is_some_and(|share| heaviest - share < 1e-9))
            .collect();
        let names: Vec<&str> = most
            .iter()
            .filter_map(|index| self.scenario.criteria.get(*index))
            .map(|criterion| criterion.name.as_str())
            .collect();
        let percent =
            most.first().and_then(|index| self.percents.criteria.get(*index)).copied().unwrap_or(0);
        match self.team {
            Some(team) if !team.judgement().is_begun() => {
                text::weights::not_weighed(team.team().label())
            }
            None if self.scenario.teams.is_empty() => text::weights::ALL_ALIKE.to_owned(),
            _ => text::weights::heaviest(
                self.team.map(|team| team.team().label()),
                &names,
                &text::charts::percent(&percent.to_string()),
                self.scenario.criteria.len(),
            ),
        }
    }

    pub fn note(&self) -> String {
        match (self.team, self.way) {
            (None, _) if self.scenario.teams.is_empty() => text::weights::NO_TEAMS.to_owned(),
            (None, _) => text::weights::MEAN_IS_DERIVED.to_owned(),
            (Some(team), _) if Way::of(team).is_none() => text::weights::KEPT_RECORD.to_owned(),
            (Some(_), Way::Swing) => text::weights::SWING_QUESTION.to_owned(),
            (Some(_), Way::Sliders) => text::weights::SLIDER_QUESTION.to_owned(),
        }
    }

    /// What the team gave a node, in the way that is shown.
    pub fn given(&self, node: &NodeId) -> Option<f64> {
        self.team?.judgement().weight_of(node).filter(|_| self.is_own_way)
    }
}

/// A line across.
pub(super) fn rule_ui(ui: &mut Ui, role: Role) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Theme::of(ui.ctx()).stroke(size::RULE_STROKE, role),
    );
}
