//! A document ranked by another method than the weighted sum: the cross-check beside it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Evaluation, Evaluations, Weighting, distinct};
use crate::analysis::{
    MethodRanking, Reversal, Scored, rank_by, reversals, weighted_sum_reversals,
};
use crate::model::{Finding, FindingKind, Method, OpenTeam, OptionId, Path, Scenario};

/// What a method beside the weighted sum makes of an evaluation's shares and scores.
#[derive(Clone, Debug)]
pub struct MethodEvaluation {
    pub method: Method,
    pub ranking: MethodRanking,
    /// Those of the shares and of the scores as far as they concern this method, then its own.
    pub findings: Vec<Finding>,
}

/// Ranks by a method beside the weighted sum.
pub fn evaluate_by(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    method: Method,
) -> MethodEvaluation {
    let scored = Scored::new(&evaluation.problem, &scenario.criteria);
    let ranking = rank_by(method, &scored, &evaluation.shares.criteria);
    let mut findings: Vec<Finding> =
        evaluation.findings.iter().filter(|finding| !is_of_values(finding)).cloned().collect();
    findings.extend(not_applicable(
        scenario,
        weighting.open_team(scenario),
        method,
        &ranking.barred,
    ));
    MethodEvaluation { method, ranking, findings }
}

/// The rank reversals of a method under a weighting, one for each option that makes any by being
/// left out.
pub fn reversal_findings(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    method: Method,
) -> Vec<Finding> {
    let shares = &evaluation.shares.criteria;
    let found = match method {
        Method::WeightedSum => weighted_sum_reversals(
            scenario,
            weighting.open_team(scenario),
            &evaluation.problem,
            shares,
        ),
        _ => reversals(method, &Scored::new(&evaluation.problem, &scenario.criteria), shares),
    };
    found.into_iter().filter_map(|reversal| reversal_finding(scenario, method, reversal)).collect()
}

/// Findings of one method with the reversals of the first ten options that make any; how many
/// options more there are is told in one.
pub fn first_reversals(findings: Vec<Finding>) -> Vec<Finding> {
    const TOLD: usize = 10;
    let mut told: BTreeSet<OptionId> = BTreeSet::new();
    let mut more: BTreeSet<OptionId> = BTreeSet::new();
    let (mut kept, mut of) = (Vec::new(), None);
    for finding in findings {
        if let FindingKind::RankReversal { method, left_out, .. } = &finding.kind {
            if told.len() == TOLD && !told.contains(left_out) {
                of = Some(*method);
                more.insert(left_out.clone());
                continue;
            }
            told.insert(left_out.clone());
        }
        kept.push(finding);
    }
    let more = of.map(|method| FindingKind::MoreReversals { method, count: more.len() });
    kept.extend(more.map(|kind| Finding { path: Some(Path::field("options")), kind }));
    kept
}

/// What there is to say of the scenario's own method under the mean and every opened team beside
/// [`super::all_findings`], each once.
pub fn all_method_findings(evaluations: &Evaluations) -> Vec<Finding> {
    let scenario = evaluations.scenario();
    let mean = evaluations.of(&Weighting::Mean).ok().map(|mean| (Weighting::Mean, mean));
    let teams =
        evaluations.open_teams().map(|(team, found)| (Weighting::Team(team.id().clone()), found));
    let of = |(weighting, evaluation): (Weighting, Arc<Evaluation>)| {
        let by_method = evaluate_by(scenario, &weighting, &evaluation, scenario.method);
        let mut findings = reversal_findings(scenario, &weighting, &evaluation, scenario.method);
        findings.extend(not_applicable(
            scenario,
            weighting.open_team(scenario),
            scenario.method,
            &by_method.ranking.barred,
        ));
        findings
    };
    first_reversals(distinct(mean.into_iter().chain(teams).flat_map(of)))
}

/// Whether a finding is about values, which the weighted sum alone works with. That an option may
/// lead is told by every method: the others can't say how far an option without a score could get,
/// and mustn't name a winner as if it weren't there.
fn is_of_values(finding: &Finding) -> bool {
    matches!(finding.kind, FindingKind::Cut { .. } | FindingKind::NoDifference { .. })
}

fn not_applicable(
    scenario: &Scenario,
    team: Option<OpenTeam>,
    method: Method,
    barred: &[(usize, usize)],
) -> Option<Finding> {
    let cell = |(option, criterion): &(usize, usize)| {
        Some((
            scenario.options.get(*option)?.id.clone(),
            scenario.criteria.get(*criterion)?.id.clone(),
        ))
    };
    let cells: Vec<_> = barred.iter().filter_map(cell).collect();
    let (option, criterion) = cells.first()?;
    Some(Finding {
        path: Some(scenario.cell_path(team, option, criterion)),
        kind: FindingKind::NotApplicable { method, cells },
    })
}

fn reversal_finding(scenario: &Scenario, method: Method, reversal: Reversal) -> Option<Finding> {
    let id = |option: usize| scenario.options.get(option).map(|option| option.id.clone());
    let (left_out, ahead, behind) =
        (id(reversal.left_out)?, id(reversal.ahead)?, id(reversal.behind)?);
    let path = Path::field("options").key(left_out.as_str());
    Some(Finding {
        path: Some(path),
        kind: FindingKind::RankReversal { method, left_out, ahead, behind },
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A reversal that an option makes, told apart by the option that it brings ahead.
    fn reversal(option: usize, behind: usize) -> Finding {
        let id = |number: usize| OptionId::new(&format!("o{number}")).unwrap();
        let (left_out, ahead, behind) = (id(option), id(90), id(behind));
        let kind = FindingKind::RankReversal { method: Method::Topsis, left_out, ahead, behind };
        Finding { path: None, kind }
    }

    fn maker(finding: &Finding) -> Option<&OptionId> {
        match &finding.kind {
            FindingKind::RankReversal { left_out, .. } => Some(left_out),
            _ => None,
        }
    }

    proptest! {
        #[test]
        fn each_reversal_is_told_or_its_option_counted(
            makers in proptest::collection::vec(0..16_usize, 0..60),
        ) {
            let all: Vec<Finding> = makers.iter().zip(0..).map(|(o, n)| reversal(*o, n)).collect();
            let makers: indexmap::IndexSet<&OptionId> = all.iter().filter_map(maker).collect();
            let makers: Vec<&OptionId> = makers.into_iter().collect();
            let (told, more) = makers.split_at(makers.len().min(10));
            let found = first_reversals(all.clone());
            let kept: Vec<&Finding> = found.iter().filter(|it| maker(it).is_some()).collect();
            let is_told = |finding: &&Finding| told.contains(&maker(finding).unwrap());
            prop_assert_eq!(kept, all.iter().filter(is_told).collect::<Vec<_>>());
            let counted = found.iter().filter_map(|finding| match finding.kind {
                FindingKind::MoreReversals { count, .. } => Some(count),
                _ => None,
            });
            let expected = (!more.is_empty()).then_some(more.len());
            prop_assert_eq!(counted.collect::<Vec<_>>(), Vec::from_iter(expected));
        }
    }
}
