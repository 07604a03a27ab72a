//! What holds of every method's ranking: dominance, rank reversals as they are found by trying, and
//! no number that isn't one.

use mizan::analysis::{TIE, is_better, weighted_sum};
use mizan::evaluation::{Evaluation, Weighting, evaluate, evaluate_by, reversal_findings};
use mizan::model::{Finding, FindingKind, Goal, Method, OptionId, Scenario};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::documents::documents;
use crate::invariance::all_documents;
use crate::results::{evaluations, readable};
use crate::small::{
    METHODS, positive_documents, problem, small_documents, told, totals_by, values, weightings,
};
use crate::units::extreme_documents;

/// Whether a scored option's raw scores are nowhere worse than another's.
fn is_as_good(document: &Scenario, evaluation: &Evaluation, option: usize, other: usize) -> bool {
    (0..document.criteria.len()).all(|criterion| {
        let score = |option: usize| evaluation.problem.cell(option, criterion).unwrap().score;
        match document.criteria[criterion].goal {
            Goal::Maximize => score(option) >= score(other),
            Goal::Minimize => score(option) <= score(other),
        }
    })
}

/// Checks every pair of a ranking (option, rank); gives how many pairs there were of which one is
/// as good.
fn check_dominance(
    ranks: &[(usize, usize)],
    is_as_good: impl Fn(usize, usize) -> bool,
) -> Result<usize, TestCaseError> {
    let mut pairs = 0;
    for (option, rank) in ranks {
        for (other, other_rank) in ranks.iter().filter(|(other, _)| other != option) {
            if is_as_good(*option, *other) {
                prop_assert!(
                    rank <= other_rank,
                    "{} is as good as {}, yet their ranks are {} and {}",
                    option,
                    other,
                    rank,
                    other_rank
                );
                pairs += 1;
            }
        }
    }
    Ok(pairs)
}

fn check_all_dominance(document: &Scenario) -> Result<usize, TestCaseError> {
    let mut pairs = 0;
    for (weighting, evaluation) in evaluations(document) {
        let values = values(document, &weighting);
        let row = |option: usize| {
            values.row(values.options.iter().position(|other| *other == option).unwrap())
        };
        let ranks: Vec<_> =
            evaluation.ranking.ranked.iter().map(|ranked| (ranked.option, ranked.rank)).collect();
        pairs += check_dominance(&ranks, |option, other| {
            row(option).iter().zip(row(other)).all(|(own, other)| own >= other)
        })?;
        for method in METHODS.into_iter().chain([Method::Vikor(0.0), Method::Vikor(1.0)]) {
            let standings =
                evaluate_by(document, &weighting, &evaluation, method).ranking.standings;
            let ranks: Vec<_> =
                standings.iter().map(|standing| (standing.option, standing.rank)).collect();
            pairs += check_dominance(&ranks, |option, other| {
                is_as_good(document, &evaluation, option, other)
            })?;
        }
    }
    Ok(pairs)
}

/// An option's index with its total, turned so that high is good.
fn heights(
    document: &Scenario,
    weighting: &Weighting,
    method: Method,
    shares: &[f64],
) -> Vec<(usize, f64)> {
    match method {
        Method::WeightedSum => {
            let ranked = weighted_sum(&problem(document, weighting), shares).ranked;
            ranked.iter().map(|ranked| (ranked.option, ranked.total)).collect()
        }
        Method::Vikor(_) => totals_by(document, weighting, method, shares)
            .into_iter()
            .map(|(option, q)| (option, -q))
            .collect(),
        _ => totals_by(document, weighting, method, shares),
    }
}

/// By how much each pair (ahead, behind) turns once an option is left out: the less of its lead
/// before and after.
fn turns(before: &[(usize, f64)], after: &[(usize, f64)]) -> Vec<((usize, usize), f64)> {
    let now =
        |option: usize| after.iter().find(|(other, _)| *other == option).map(|(_, height)| *height);
    let pairs = before.iter().flat_map(|a| before.iter().map(move |b| (a, b)));
    let turn = |((a, before_a), (b, before_b)): (&(usize, f64), &(usize, f64))| {
        let (now_a, now_b) = (now(*a)?, now(*b)?);
        Some(((*a, *b), f64::min(before_a - before_b, now_b - now_a)))
    };
    pairs.filter_map(turn).collect()
}

/// Checks a method's reversals against leaving each option out; gives how many there are.
fn check_reversals(
    document: &Scenario,
    weighting: &Weighting,
    method: Method,
) -> Result<usize, TestCaseError> {
    let evaluation = evaluate(document, weighting).unwrap();
    let shares = &evaluation.shares.criteria;
    let before = heights(document, weighting, method, shares);
    let found = reversal_findings(document, weighting, &evaluation, method);
    let index =
        |id: &OptionId| document.options.iter().position(|option| option.id == *id).unwrap();
    for left_out in 0..document.options.len() {
        let mut rest = document.clone();
        rest.options.remove(left_out);
        let after = heights(&rest, weighting, method, shares);
        let after: Vec<_> = after
            .into_iter()
            .map(|(option, height)| (option + usize::from(option >= left_out), height))
            .collect();
        let turns = turns(&before, &after);
        let named: Vec<_> =
            found.iter().filter_map(|finding| named(finding, method, left_out, index)).collect();
        prop_assert!(named.len() <= 1);
        match named.first() {
            Some(pair) => {
                let turn = turns.iter().find(|(other, _)| other == pair).unwrap().1;
                prop_assert!(
                    is_better(turn, -1e-11),
                    "{:?} doesn't turn without {} by {:?}",
                    pair,
                    left_out,
                    method
                );
            }
            None => prop_assert!(
                turns.iter().all(|(_, turn)| *turn <= TIE + 1e-11),
                "{:?} without {} by {:?}",
                turns,
                left_out,
                method
            ),
        }
    }
    Ok(found.len())
}

/// The pair (ahead, behind) that a finding names for an option left out.
fn named(
    finding: &Finding,
    by: Method,
    left_out: usize,
    index: impl Fn(&OptionId) -> usize,
) -> Option<(usize, usize)> {
    match &finding.kind {
        FindingKind::RankReversal { method, left_out: option, ahead, behind }
            if *method == by && index(option) == left_out =>
        {
            Some((index(ahead), index(behind)))
        }
        _ => None,
    }
}

fn every_method() -> impl Iterator<Item = Method> {
    [Method::WeightedSum, Method::Vikor(1.0)].into_iter().chain(METHODS)
}

fn is_numbers(results: &impl std::fmt::Debug) -> bool {
    let shown = format!("{results:?}");
    !shown.contains("NaN") && !shown.contains("inf")
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn an_option_as_good_everywhere_is_never_behind_in_any_method(document in all_documents()) {
        check_all_dominance(&document)?;
    }

    #[test]
    fn a_reversal_is_found_exactly_where_leaving_an_option_out_turns_two_others(
        document in prop_oneof![small_documents(), positive_documents()],
    ) {
        for weighting in weightings() {
            for method in every_method() {
                check_reversals(&document, &weighting, method)?;
            }
        }
    }

    #[test]
    fn no_number_of_any_method_is_nan_or_infinite_and_all_scored_options_are_ranked(document in prop_oneof![documents(), extreme_documents()]) {
        let document = readable(&document);
        for (weighting, evaluation) in evaluations(&document) {
            for method in METHODS {
                let ranking = evaluate_by(&document, &weighting, &evaluation, method).ranking;
                prop_assert!(is_numbers(&ranking), "{:?}: {:?}", method, ranking);
                let scored = if ranking.barred.is_empty() { evaluation.ranking.ranked.len() } else { 0 };
                prop_assert_eq!(ranking.standings.len(), scored);
                let reversals = reversal_findings(&document, &weighting, &evaluation, method);
                prop_assert!(is_numbers(&reversals));
            }
        }
    }

    #[test]
    fn no_number_of_what_is_said_about_firmness_is_nan_or_infinite(document in prop_oneof![documents(), extreme_documents()]) {
        let document = readable(&document);
        for (weighting, _) in evaluations(&document) {
            let found = told(&document, &weighting);
            prop_assert!(is_numbers(&found), "{:?}", found);
            for cure in found.never_wins.iter().filter_map(|never| never.cure.as_ref()) {
                prop_assert!(cure.to != cure.from, "{:?}", cure);
            }
        }
    }
}

/// What the properties are worth rests on this: that options dominate others, and that every method
/// has reversals.
#[test]
fn random_options_dominate_others_and_turn_them_round_in_every_method_that_can() {
    let mut runner = TestRunner::deterministic();
    let (mut pairs, mut reversals) = (0, [0; 4]);
    for _ in 0..300 {
        let document = positive_documents().new_tree(&mut runner).unwrap().current();
        pairs += check_all_dominance(&document).unwrap();
        let methods =
            [Method::WeightedSum, Method::Topsis, Method::Vikor(0.5), Method::PrometheeII];
        for (count, method) in reversals.iter_mut().zip(methods) {
            *count += check_reversals(&document, &weightings()[1], method).unwrap();
        }
    }
    assert!(
        pairs >= 1_000 && reversals.iter().all(|count| *count >= 5),
        "{pairs} pairs, {reversals:?}"
    );
}
