//! The teams of a document side by side: each under its own weights and scores, the mean as one
//! more, and how far they agree.

use std::sync::Arc;

use super::{Evaluation, Weighting, evaluate};
use crate::analysis::{agreement, weighted_sum};
use crate::elicitation::equal_shares;
use crate::model::{Scenario, Team};

/// A team that can be shown, with what its weighting makes of the document.
#[derive(Clone, Debug)]
pub struct TeamResult {
    pub team: Arc<Team>,
    pub evaluation: Evaluation,
}

/// All teams that aren't sealed, in document order.
#[derive(Clone, Debug)]
pub struct SideBySide {
    pub teams: Vec<TeamResult>,
    /// None where it can't be made, or where no team has weighed.
    pub mean: Option<Evaluation>,
    pub agreement: Agreement,
}

/// How far the weighed teams agree on the order of the options that all of them rank. None or empty
/// for fewer than two of either.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// The options' indices.
    pub options: Vec<usize>,
    /// The indices of the weighed teams in [`SideBySide::teams`].
    pub teams: Vec<usize>,
    pub kendall_w: Option<f64>,
    /// Team by team of `teams`.
    pub spearman: Vec<Vec<Option<f64>>>,
    pub kendall_tau: Vec<Vec<Option<f64>>>,
    /// Option by option of `options`.
    pub borda: Vec<f64>,
    pub copeland: Vec<f64>,
}

/// Evaluates every team.
pub fn side_by_side(scenario: &Scenario) -> SideBySide {
    let open = scenario.teams.iter().filter(|team| team.opened().is_some());
    let result = |team: &Arc<Team>| {
        let evaluation = evaluate(scenario, &Weighting::Team(team.id.clone())).ok()?;
        Some(TeamResult { team: Arc::clone(team), evaluation })
    };
    let teams: Vec<TeamResult> = open.filter_map(result).collect();
    let is_weighed = teams.iter().any(|result| result.evaluation.shares.is_weighed);
    let mean = evaluate(scenario, &Weighting::Mean).ok().filter(|_| is_weighed);
    let agreement = agreement_of(scenario, &teams);
    SideBySide { teams, mean, agreement }
}

fn agreement_of(scenario: &Scenario, teams: &[TeamResult]) -> Agreement {
    let weighed: Vec<usize> = (0..teams.len())
        .filter(|index| teams.get(*index).is_some_and(|result| result.evaluation.shares.is_weighed))
        .collect();
    let total = |team: usize, option: usize| {
        let ranked = &teams.get(team)?.evaluation.ranking.ranked;
        ranked.iter().find(|ranked| ranked.option == option).map(|ranked| ranked.total)
    };
    let by_all = |option: &usize| weighed.iter().all(|team| total(*team, *option).is_some());
    let options: Vec<usize> = (0..scenario.options.len()).filter(by_all).collect();
    if weighed.len() < 2 || options.len() < 2 {
        return Agreement { options, teams: weighed, ..Agreement::default() };
    }
    // The higher total is the better place.
    let ranking = |team: &usize| {
        options.iter().filter_map(|option| total(*team, *option)).map(|total| -total).collect()
    };
    let rankings: Vec<Vec<f64>> = weighed.iter().map(ranking).collect();
    let pairs = |of: fn(&[f64], &[f64]) -> Option<f64>| {
        rankings.iter().map(|a| rankings.iter().map(|b| of(a, b)).collect()).collect()
    };
    Agreement {
        kendall_w: agreement::kendall_w(&rankings),
        spearman: pairs(agreement::spearman),
        kendall_tau: pairs(agreement::kendall_tau),
        borda: agreement::borda(&rankings),
        copeland: agreement::copeland(&rankings),
        options,
        teams: weighed,
    }
}

/// How many places each option gained (positive) or lost under an evaluation against equal weights
/// on the same scores; none where it has no rank in either.
pub fn moves_against_equal(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Option<i64>> {
    let before = weighted_sum(&evaluation.problem, &equal_shares(scenario).criteria);
    let rank = |ranking: &crate::analysis::Ranking, option: usize| {
        let ranked =
            ranking.ranked.iter().find(|ranked| ranked.option == option).map(|ranked| ranked.rank);
        ranked.or_else(|| ranking.not_scored.iter().find(|open| open.option == option)?.rank)
    };
    let place = |rank: usize| i64::try_from(rank).unwrap_or(i64::MAX);
    let moved = |option: usize| {
        Some(place(rank(&before, option)?) - place(rank(&evaluation.ranking, option)?))
    };
    (0..scenario.options.len()).map(moved).collect()
}
