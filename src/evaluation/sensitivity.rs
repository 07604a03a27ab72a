//! How firm a result of the weighted sum is: all that METHODS.md asks of one weighting but the
//! simulation.

use std::sync::Arc;

use super::{Evaluation, Turned, Weighting, evaluate, turned};
use crate::analysis::{
    Anew, Asked, CriticalCell, Dominance, Flip, NeverWins, Problem, Stability, Values, Watch,
    critical_cells, dominance, flip, never_wins, stability,
};
use crate::model::{Elicitation, Scenario, TeamId};

/// The answers, over the scored options alone; options by their indices in the document.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// The first in the document of those that tie at the top; none where nothing is ranked.
    pub winner: Option<usize>,
    pub dominance: Vec<Dominance>,
    /// One for each criterion.
    pub stability: Vec<Stability>,
    pub flip: Option<Flip>,
    pub never_wins: Vec<NeverWins>,
    /// The nearest first.
    pub critical: Vec<CriticalCell>,
    /// Those that unseat the winner first.
    pub assumptions: Vec<Turned>,
}

/// Asks them of an evaluation, on the threads of the current pool. None where the watch was told to
/// cancel.
pub fn sensitivity(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    watch: &Watch,
) -> Option<Sensitivity> {
    let (values, shares) = (Values::new(&evaluation.problem), &evaluation.shares.criteria);
    let winner = values.winner(shares).and_then(|place| values.options.get(place).copied());
    Some(Sensitivity {
        winner,
        dominance: dominance(&values),
        stability: stability(&values, shares),
        flip: flip(&values, shares),
        never_wins: never(scenario, weighting, evaluation, watch)?,
        critical: critical(scenario, weighting, evaluation, watch)?,
        assumptions: turned(scenario, weighting, winner, watch)?,
    })
}

/// The options that never win, of an evaluation alone. None where the watch was told to cancel.
pub fn never(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    watch: &Watch,
) -> Option<Vec<NeverWins>> {
    never_wins(asked(scenario, weighting), &evaluation.problem, watch)
}

/// The critical cells of an evaluation alone. None where the watch was told to cancel.
pub fn critical(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    watch: &Watch,
) -> Option<Vec<CriticalCell>> {
    let (problem, shares) = (&evaluation.problem, &evaluation.shares.criteria);
    let anew = Reweighed { scenario, weighting };
    critical_cells(asked(scenario, weighting), problem, shares, &anew, watch)
}

fn asked<'a>(scenario: &'a Scenario, weighting: &'a Weighting) -> Asked<'a> {
    Asked { scenario, team: team_id(weighting) }
}

fn team_id(weighting: &Weighting) -> Option<&TeamId> {
    match weighting {
        Weighting::Mean => None,
        Weighting::Team(id) => Some(id),
    }
}

/// A changed document under the same weighting.
struct Reweighed<'a> {
    scenario: &'a Scenario,
    weighting: &'a Weighting,
}

impl Anew for Reweighed<'_> {
    fn evaluated(&self, changed: &Scenario) -> Option<(Arc<Problem>, Vec<f64>)> {
        let found = evaluate(changed, self.weighting).ok()?;
        Some((found.problem, found.shares.criteria))
    }

    /// A swing weighs the difference in value between two scores, which an observed scale makes.
    fn shares_move(&self) -> bool {
        let own = team_id(self.weighting);
        let mut teams = self.scenario.open_teams();
        teams.any(|team| {
            own.is_none_or(|own| team.id() == own)
                && matches!(team.judgement().elicitation, Elicitation::Swing(_))
        })
    }
}

/// The flip distance of an evaluation alone.
pub fn flip_of(evaluation: &Evaluation) -> Option<Flip> {
    flip(&Values::new(&evaluation.problem), &evaluation.shares.criteria)
}
