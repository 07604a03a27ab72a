//! One weighting of one document, evaluated: shares, ranking and findings together. The one place
//! where both shells get their numbers from, so that they can't differ.

mod by_method;
mod comparison;
mod robustness;
mod sensitivity;
mod take_over;
mod teams;

use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::{Grid, Problem, Ranking, Viewpoint, weighted_sum};
use crate::elicitation::{Shares, mean_shares, shares};
use crate::model::{Finding, FindingKind, OpenTeam, Path, Scenario, Team, TeamId};
pub use by_method::{MethodEvaluation, all_method_findings, evaluate_by, reversal_findings};
pub use comparison::{
    Difference, Half, Part, ScenarioText, Which, compare_documents, compare_views,
};
pub use robustness::{Simulation, Weights, robustness};
pub use sensitivity::{Sensitivity, flip_of, sensitivity};
pub use take_over::take_over;
pub use teams::{Agreement, SideBySide, TeamResult, moves_against_equal, side_by_side};

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
    pub problem: Problem,
    pub shares: Shares,
    pub ranking: Ranking,
    /// In the order: shares, scores, ranking.
    pub findings: Vec<Finding>,
}

/// Evaluates a document under a weighting by the weighted sum.
///
/// # Errors
/// [`Withheld`] where the team isn't there, or is sealed.
pub fn evaluate(scenario: &Scenario, weighting: &Weighting) -> Result<Evaluation, Withheld> {
    evaluate_on(&Grid::new(scenario), weighting)
}

fn evaluate_on(grid: &Grid, weighting: &Weighting) -> Result<Evaluation, Withheld> {
    let scenario = grid.scenario;
    match weighting {
        Weighting::Team(id) => {
            let team = scenario.team(id).ok_or_else(|| Withheld::NoSuchTeam(id.clone()))?;
            let team = team.as_open().ok_or_else(|| Withheld::Sealed(id.clone()))?;
            let (problem, shares) = of_team(grid, team);
            Ok(ranked(scenario, problem, shares, Vec::new()))
        }
        Weighting::Mean => {
            let all: Vec<(Problem, Shares)> =
                scenario.open_teams().map(|team| of_team(grid, team)).collect();
            let findings = all.iter().flat_map(|(_, shares)| shares.findings.clone()).collect();
            let weighed: Vec<&Shares> =
                all.iter().map(|(_, shares)| shares).filter(|shares| shares.is_weighed).collect();
            let mean = mean_shares(scenario, &weighed);
            let mut evaluation =
                ranked(scenario, Problem::new(grid, Viewpoint::Base), mean, findings);
            let counted: Vec<OpenTeam> =
                scenario.open_teams().filter(|team| team.judgement().is_weighed()).collect();
            evaluation.findings.extend(overridden_by_all(&counted));
            Ok(evaluation)
        }
    }
}

/// Every finding about a document: those of the mean and of each opened team, each once.
pub fn all_findings(scenario: &Scenario) -> Vec<Finding> {
    let teams = scenario.open_teams().map(|team| Weighting::Team(team.id().clone()));
    let grid = Grid::new(scenario);
    let of = |weighting| {
        evaluate_on(&grid, &weighting).map(|evaluation| evaluation.findings).unwrap_or_default()
    };
    distinct(std::iter::once(Weighting::Mean).chain(teams).flat_map(of))
}

/// Findings in their order, each once.
pub fn distinct(findings: impl IntoIterator<Item = Finding>) -> Vec<Finding> {
    let mut seen = HashSet::new();
    findings.into_iter().filter(|finding| seen.insert(format!("{finding:?}"))).collect()
}

fn of_team(grid: &Grid, team: OpenTeam) -> (Problem, Shares) {
    let problem = Problem::new(grid, Viewpoint::Team(team));
    let shares = shares(grid.scenario, &problem, team);
    (problem, shares)
}

fn ranked(
    scenario: &Scenario,
    problem: Problem,
    shares: Shares,
    mut findings: Vec<Finding>,
) -> Evaluation {
    let ranking = weighted_sum(&problem, &shares.criteria);
    findings.extend(shares.findings.iter().cloned());
    findings.extend(problem.findings.iter().cloned());
    findings.extend(ranking_findings(scenario, &ranking));
    Evaluation { problem, shares, ranking, findings }
}

fn ranking_findings(scenario: &Scenario, ranking: &Ranking) -> Vec<Finding> {
    if scenario.criteria.is_empty() {
        return vec![Finding {
            path: Some(Path::field("criteria")),
            kind: FindingKind::NoCriteria,
        }];
    }
    let Some(best) = ranking.best_total() else {
        let kind = FindingKind::NothingRanked {
            ruled_out: ranking.ruled_out.len(),
            not_scored: ranking.not_scored.len(),
        };
        return vec![Finding { path: Some(Path::field("options")), kind }];
    };
    let may_lead = ranking.may_lead().filter_map(|open| {
        let option = scenario.options.get(open.option)?.id.clone();
        let path = Path::field("options").key(option.as_str());
        Some(Finding {
            path: Some(path),
            kind: FindingKind::MayLead { option, high: open.high, best },
        })
    });
    may_lead.collect()
}

/// The cells that every team of the mean overrides: the mean's base score there is nobody's.
fn overridden_by_all(teams: &[OpenTeam]) -> Vec<Finding> {
    let Some((first, others)) = teams.split_first() else { return Vec::new() };
    let by_all = first.judged().scores.cells().filter(|(option, criterion, _)| {
        others.iter().all(|team| team.own_score(option, criterion).is_some())
    });
    let finding =
        |(option, criterion, _): (&crate::model::OptionId, &crate::model::NodeId, _)| Finding {
            path: Some(Path::field("scores").key(option.as_str()).key(criterion.as_str())),
            kind: FindingKind::AllOverride { option: option.clone(), criterion: criterion.clone() },
        };
    by_all.map(finding).collect()
}
