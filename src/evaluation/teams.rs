//! The teams of a document side by side: each under its own weights and scores, the mean as one
//! more, and how far they agree.

use std::sync::Arc;

use super::{Evaluation, Evaluations, TeamResult, WeighedTeam, Weighting};
use crate::analysis::{Ranking, agreement, fewest_crossings, weighted_sum};
use crate::elicitation::equal_shares;
use crate::model::{OpenTeam, Scenario};

/// All teams that aren't sealed, in document order.
#[derive(Clone, Debug)]
pub struct SideBySide {
    pub teams: Vec<TeamResult>,
    /// Those of them that count in what is made of all.
    pub weighed: Vec<WeighedTeam>,
    /// None where no team counts.
    pub mean: Option<Arc<Evaluation>>,
    pub agreement: Agreement,
}

/// How far the weighed teams agree on the order of the options that all of them rank. None or empty
/// for fewer than two of either.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// The options' indices.
    pub options: Vec<usize>,
    pub kendall_w: Option<f64>,
    /// The mean of ρ over all pairs of teams, −1 to 1: what is shown and put into words. None where
    /// a team ties all, as ρ then is.
    pub mean_rho: Option<f64>,
    /// The options that some weighed team puts first, in document order. Of one team, too, and
    /// over all that it ranks.
    pub first_places: Vec<FirstPlace>,
    /// Team by team of [`SideBySide::weighed`].
    pub spearman: Vec<Vec<Option<f64>>>,
    pub kendall_tau: Vec<Vec<Option<f64>>>,
    /// Option by option of `options`.
    pub borda: Vec<f64>,
    pub copeland: Vec<f64>,
}

/// How many teams put one option first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstPlace {
    /// Index in the document.
    pub option: usize,
    /// The teams for which it alone is first.
    pub alone: usize,
    /// The teams for which it is first level with others.
    pub level: usize,
}

/// Puts every team's evaluation beside the others'.
pub fn side_by_side(evaluations: &Evaluations) -> SideBySide {
    let all = side_by_side_of(&[evaluations]);
    let is_weighed = !all.weighed.is_empty();
    let mean = evaluations.of(&Weighting::Mean).ok().filter(|_| is_weighed);
    SideBySide { mean, ..all }
}

/// The same of several documents with the same options and criteria in the same order. Each team
/// stands on the ground of its own, so that there is no mean.
pub fn side_by_side_of(documents: &[&Evaluations]) -> SideBySide {
    let of = |evaluations: &&Evaluations| -> Vec<TeamResult> {
        let result = |(team, evaluation): (OpenTeam, Arc<Evaluation>)| {
            let team = Arc::clone(evaluations.scenario().team(team.id())?);
            Some(TeamResult { team, evaluation })
        };
        evaluations.open_teams().filter_map(result).collect()
    };
    let teams: Vec<TeamResult> = documents.iter().flat_map(of).collect();
    let weighed: Vec<WeighedTeam> = teams.iter().cloned().filter_map(WeighedTeam::of).collect();
    let option_count = documents.first().map_or(0, |first| first.scenario().options.len());
    let agreement = agreement_of(option_count, &weighed);
    SideBySide { teams, weighed, mean: None, agreement }
}

/// The order of some teams in which the lines that join an option's ranks cross least, as indices
/// of `teams`.
pub fn order_of_teams(scenario: &Scenario, teams: &[WeighedTeam]) -> Vec<usize> {
    let ranks = |team: &WeighedTeam| team.ranking().ranks(scenario.options.len());
    fewest_crossings(&teams.iter().map(ranks).collect::<Vec<_>>())
}

fn agreement_of(option_count: usize, teams: &[WeighedTeam]) -> Agreement {
    let totals: Vec<Vec<Option<f64>>> =
        teams.iter().map(|team| team.ranking().totals(option_count)).collect();
    let total = |team: &[Option<f64>], option: usize| team.get(option).copied().flatten();
    let by_all = |option: &usize| totals.iter().all(|team| total(team, *option).is_some());
    let options: Vec<usize> = (0..option_count).filter(by_all).collect();
    let first_places = first_places(option_count, teams);
    if teams.len() < 2 || options.len() < 2 {
        return Agreement { options, first_places, ..Agreement::default() };
    }
    // The higher total is the better place.
    let ranking = |team: &Vec<Option<f64>>| {
        options.iter().filter_map(|option| total(team, *option)).map(|total| -total).collect()
    };
    let rankings: Vec<Vec<f64>> = totals.iter().map(ranking).collect();
    let pairs = |of: fn(&[f64], &[f64]) -> Option<f64>| {
        rankings.iter().map(|a| rankings.iter().map(|b| of(a, b)).collect()).collect()
    };
    Agreement {
        kendall_w: agreement::kendall_w(&rankings),
        mean_rho: agreement::mean_rho(&rankings),
        first_places,
        spearman: pairs(agreement::spearman),
        kendall_tau: pairs(agreement::kendall_tau),
        borda: agreement::borda(&rankings),
        copeland: agreement::copeland(&rankings),
        options,
    }
}

/// How many of some teams put which option first.
fn first_places(option_count: usize, teams: &[WeighedTeam]) -> Vec<FirstPlace> {
    let empty = |option: usize| FirstPlace { option, alone: 0, level: 0 };
    let mut counts: Vec<FirstPlace> = (0..option_count).map(empty).collect();
    for team in teams {
        let winners: Vec<usize> = team.ranking().winners().map(|winner| winner.option).collect();
        for winner in &winners {
            let Some(count) = counts.get_mut(*winner) else { continue };
            *(if winners.len() == 1 { &mut count.alone } else { &mut count.level }) += 1;
        }
    }
    counts.retain(|count| count.alone + count.level > 0);
    counts
}

/// How many places each option gained (positive) or lost under an evaluation against equal weights
/// on the same scores; none where it has no rank in either.
pub fn moves_against_equal(scenario: &Scenario, evaluation: &Evaluation) -> Vec<Option<i64>> {
    let equal = weighted_sum(&evaluation.problem, &equal_shares(scenario).criteria);
    let ranks = |ranking: &Ranking| ranking.ranks(scenario.options.len());
    let place = |rank: Option<usize>| Some(i64::try_from(rank?).unwrap_or(i64::MAX));
    let (before, after) = (ranks(&equal), ranks(&evaluation.ranking));
    before
        .into_iter()
        .zip(after)
        .map(|(before, after)| Some(place(before)? - place(after)?))
        .collect()
}
