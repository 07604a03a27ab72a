//! What `mizan rank` was asked for, ranked.

use std::sync::Arc;

use super::input::Opened;
use super::named::{self, Beside, Teams};
use super::output::Failure;
use crate::evaluation::{
    Evaluation, MethodEvaluation, Weighting, distinct, evaluate_by, first_reversals,
    reversal_findings,
};
use crate::model::{Finding, Method, Scenario, Team};

/// The weightings of a call.
pub enum Asked<'a> {
    One(Ranked<'a>),
    /// The teams in document order, without the mean; where there are none, equal weights alone.
    All(Vec<Entry<'a>>),
}

/// A team, or what stands for all of them.
pub enum Entry<'a> {
    Sealed(&'a Team),
    Open(Ranked<'a>),
}

/// A weighting, ranked by the call's method.
pub struct Ranked<'a> {
    pub team: Option<&'a Team>,
    /// What `--team` calls it; none: equal weights for want of teams.
    pub id: Option<&'a str>,
    pub evaluation: Evaluation,
    /// Under a method beside the weighted sum.
    pub other: Option<MethodEvaluation>,
    /// The method's, with the rank reversals.
    findings: Vec<Finding>,
}

impl<'a> Asked<'a> {
    pub fn of(opened: &'a Opened, teams: Teams, method: Method) -> Result<Self, Failure> {
        match teams {
            Teams::One(word) => {
                let weighting = named::weighting(opened, word, Beside::MeanAndAll)?;
                Ranked::of(opened, &weighting, method).map(Self::One)
            }
            Teams::All if opened.scenario.teams.is_empty() => {
                let equal = Ranked::of(opened, &Weighting::Mean, method)?;
                Ok(Self::All(vec![Entry::Open(Ranked { id: None, ..equal })]))
            }
            Teams::All => {
                let entries = opened.scenario.teams.iter();
                entries
                    .map(|team| entry(opened, team, method))
                    .collect::<Result<_, _>>()
                    .map(Self::All)
            }
        }
    }

    /// Those of all weightings, each once.
    pub fn findings(&self) -> Vec<Finding> {
        let all = self.ranked().flat_map(|ranked| ranked.findings.iter().cloned());
        first_reversals(distinct(all))
    }

    /// All but the sealed.
    pub fn ranked(&self) -> impl Iterator<Item = &Ranked<'a>> {
        let (one, all) = match self {
            Self::One(ranked) => (Some(ranked), [].as_slice()),
            Self::All(entries) => (None, entries.as_slice()),
        };
        let open = all.iter().filter_map(|entry| match entry {
            Entry::Sealed(_) => None,
            Entry::Open(ranked) => Some(ranked),
        });
        one.into_iter().chain(open)
    }
}

fn entry<'a>(
    opened: &'a Opened,
    team: &'a Arc<Team>,
    method: Method,
) -> Result<Entry<'a>, Failure> {
    match team.opened() {
        None => Ok(Entry::Sealed(team)),
        Some(_) => Ranked::of(opened, &Weighting::Team(team.id.clone()), method).map(Entry::Open),
    }
}

impl<'a> Ranked<'a> {
    fn of(opened: &'a Opened, weighting: &Weighting, method: Method) -> Result<Self, Failure> {
        let scenario: &Scenario = &opened.scenario;
        let evaluation = named::evaluated(opened, weighting)?;
        let other = (method != Method::WeightedSum)
            .then(|| evaluate_by(scenario, weighting, &evaluation, method));
        let of_method = other.as_ref().map_or(&evaluation.findings, |other| &other.findings);
        let mut findings = of_method.clone();
        findings.extend(reversal_findings(scenario, weighting, &evaluation, method));
        let team = weighting.team(scenario).map(Arc::as_ref);
        let id = team.map_or(named::word_of(&Weighting::Mean), |team| team.id.as_str());
        Ok(Self { team, id: Some(id), evaluation, other, findings })
    }
}
