//! One weighting of one document, evaluated: shares, ranking and findings together. The one place
//! where both shells get their numbers from, so that they can't differ.

mod by_method;
mod comparison;
mod evaluations;
mod findings;
mod gaps;
mod robustness;
mod sensitivity;
mod swings;
mod take_over;
mod teams;

use std::sync::Arc;

use crate::analysis::{Problem, Ranking};
use crate::elicitation::Shares;
use crate::model::{Finding, NodeId, OpenTeam, OptionId, Scenario, Score, Team, TeamId};
pub use by_method::{MethodEvaluation, all_method_findings, evaluate_by, reversal_findings};
pub use comparison::{
    Difference, Half, Part, ScenarioText, Which, compare_documents, compare_views,
};
pub use evaluations::Evaluations;
pub use findings::{all_findings, distinct};
pub use gaps::{Gaps, gaps};
pub use robustness::{Simulation, Weights, robustness};
pub use sensitivity::{Sensitivity, flip_of, sensitivity};
pub use swings::{SwingEnd, SwingEnds, swing_ends};
pub use take_over::take_over;
pub use teams::{
    Agreement, SideBySide, TeamResult, moves_against_equal, order_of_teams, side_by_side,
};

/// Whose weighting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weighting {
    /// The mean of the weighed, opened teams' shares on the base scores.
    #[default]
    Mean,
    Team(TeamId),
}

impl Weighting {
    /// The one meant where none is named: the only team's, else the mean.
    pub fn of_default(scenario: &Scenario) -> Self {
        match scenario.teams.as_slice() {
            [only] => Self::Team(only.id.clone()),
            _ => Self::Mean,
        }
    }

    /// The team whose it is; none under the mean.
    pub fn team<'a>(&self, scenario: &'a Scenario) -> Option<&'a Arc<Team>> {
        match self {
            Self::Mean => None,
            Self::Team(id) => scenario.team(id),
        }
    }

    /// The team whose it is, to compute with; none under the mean, and where it is sealed.
    pub fn open_team<'a>(&self, scenario: &'a Scenario) -> Option<OpenTeam<'a>> {
        self.team(scenario)?.as_open()
    }

    /// Whether there is anything to see: a sealed team, or one that isn't there, shows nothing.
    pub fn is_open_in(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Mean => true,
            Self::Team(_) => self.open_team(scenario).is_some(),
        }
    }

    /// The score that counts under it; none where the cell isn't scored, or nothing is to be seen.
    pub fn score<'a>(
        &self,
        scenario: &'a Scenario,
        option: &OptionId,
        criterion: &NodeId,
    ) -> Option<&'a Score> {
        let team = self.open_team(scenario);
        scenario.score_for(team, option, criterion).filter(|_| self.is_open_in(scenario))
    }
}

/// Why there are no numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    NoSuchTeam(TeamId),
    Sealed(TeamId),
}

/// What a weighting makes of a document.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Shared by the viewpoints that see the same scores.
    pub problem: Arc<Problem>,
    pub shares: Shares,
    pub ranking: Ranking,
    /// In the order: shares, scores, ranking.
    pub findings: Vec<Finding>,
}

/// Evaluates a document under a weighting by the weighted sum, once. Who asks more of a document
/// than that keeps its [`Evaluations`].
///
/// # Errors
/// [`Withheld`] where the team isn't there, or is sealed.
pub fn evaluate(scenario: &Scenario, weighting: &Weighting) -> Result<Evaluation, Withheld> {
    let found = Evaluations::from(scenario).of(weighting)?;
    Ok(Arc::unwrap_or_clone(found))
}
