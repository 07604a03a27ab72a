//! The other methods beside the weighted sum: their orders, and where they part from it.

use super::{
    Evaluation, MethodEvaluation, Weighting, evaluate_by, first_reversals, reversal_findings,
};
use crate::analysis::{Ranking, Watch};
use crate::model::{Finding, FindingKind, Method, Scenario};

/// One method beside the weighted sum, under one weighting. Options by their indices in the
/// document.
#[derive(Clone, Debug)]
pub struct CrossCheck {
    pub method: Method,
    /// Options with their ranks, the best first; none where the method can't be used.
    pub ranks: Vec<(usize, usize)>,
    /// Pairs that it puts the other way round: the first is ahead by it, behind by the weighted
    /// sum.
    pub parts: Vec<(usize, usize)>,
    /// Whether each option has the rank that it has by the weighted sum, ties included.
    pub is_same: bool,
    /// Why it can't be used, and whose order hangs on what else is on the list.
    pub findings: Vec<Finding>,
}

/// The weighted sum, then each other method, VIKOR with the document's v where it has one. None
/// where the watch was told to cancel.
pub fn cross_check(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    watch: &Watch,
) -> Option<Vec<CrossCheck>> {
    let vikor = match scenario.method {
        Method::Vikor(v) => Method::Vikor(v),
        _ => Method::Vikor(0.5),
    };
    let methods =
        [Method::WeightedSum, Method::WeightedProduct, Method::Topsis, vikor, Method::PrometheeII];
    watch.begin(methods.len() as u64);
    let mut found = Vec::new();
    for method in methods {
        if watch.is_cancelled() {
            return None;
        }
        found.push(check(scenario, weighting, evaluation, method));
        watch.advance(1);
    }
    Some(found)
}

fn check(
    scenario: &Scenario,
    weighting: &Weighting,
    evaluation: &Evaluation,
    method: Method,
) -> CrossCheck {
    let mut findings = Vec::new();
    let ranks: Vec<(usize, usize)> = if method == Method::WeightedSum {
        evaluation.ranking.ranked.iter().map(|ranked| (ranked.option, ranked.rank)).collect()
    } else {
        let MethodEvaluation { ranking, findings: own, .. } =
            evaluate_by(scenario, weighting, evaluation, method);
        let is_barred = |kind: &FindingKind| matches!(kind, FindingKind::NotApplicable { .. });
        findings.extend(own.into_iter().filter(|finding| is_barred(&finding.kind)));
        ranking.standings.iter().map(|standing| (standing.option, standing.rank)).collect()
    };
    let reversals = reversal_findings(scenario, weighting, evaluation, method);
    findings.extend(first_reversals(reversals));
    let sum = &evaluation.ranking.ranked;
    let is_same =
        ranks.len() == sum.len() && sum.iter().all(|own| ranks.contains(&(own.option, own.rank)));
    CrossCheck { method, parts: parts(&evaluation.ranking, &ranks), is_same, ranks, findings }
}

/// The pairs that stand the other way round, in the order of the ranks.
fn parts(sum: &Ranking, ranks: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let of_sum = |option: usize| {
        sum.ranked.iter().find(|ranked| ranked.option == option).map(|ranked| ranked.rank)
    };
    let of_sum: Vec<Option<usize>> = ranks.iter().map(|(option, _)| of_sum(*option)).collect();
    let mut found = Vec::new();
    for (place, (ahead, rank)) in ranks.iter().enumerate() {
        for (later, (behind, other)) in ranks.iter().enumerate().skip(place + 1) {
            let both =
                of_sum.get(place).copied().flatten().zip(of_sum.get(later).copied().flatten());
            if rank < other && both.is_some_and(|(own, others)| own > others) {
                found.push((*ahead, *behind));
            }
        }
    }
    found
}
