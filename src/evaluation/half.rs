//! One of two views of a decision that stand side by side.

use std::sync::Arc;

use super::{Evaluation, Evaluations, Weighting};
use crate::model::{Layer, NodeId, OpenTeam, OptionId, Scenario, Score};

/// One of the two: a document under a weighting.
#[derive(Clone, Copy)]
pub struct Half<'a> {
    pub evaluations: &'a Evaluations,
    pub weighting: &'a Weighting,
}

impl<'a> Half<'a> {
    pub fn scenario(&self) -> &'a Arc<Scenario> {
        self.evaluations.scenario()
    }

    pub(super) fn team(&self) -> Option<OpenTeam<'a>> {
        self.weighting.open_team(self.evaluations.scenario())
    }

    /// The cell as it is written that counts for this half.
    pub(super) fn cell(&self, option: &OptionId, criterion: &NodeId) -> Option<&'a Score> {
        self.weighting.cell(self.scenario(), option, criterion)
    }

    /// A cell as this half sees it: with what counts of it while the assumptions of its document
    /// stand as they do, and nothing of what else there could be.
    pub fn seen(&self, option: &OptionId, criterion: &NodeId) -> Option<Score> {
        let cell = self.cell(option, criterion)?;
        Some(cell.counting(self.scenario().counted(cell).without))
    }

    pub fn evaluation(&self) -> Option<Arc<Evaluation>> {
        self.evaluations.of(self.weighting).ok()
    }

    /// The layer that this half's cells are changed in: a team's own, or the base.
    pub(super) fn layer(&self) -> Layer {
        self.team().map_or(Layer::Base, |team| Layer::Team(team.id().clone()))
    }
}
