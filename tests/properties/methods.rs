//! What holds of every method: other units, halved criteria, dominance, options left out, PROMETHEE's running sums.

use std::sync::Arc;

use mizan::analysis::{Reversal, Scored, TIE, Values, dominance, promethee, reversals, weighted_sum_reversals};
use mizan::evaluation::{Weighting, evaluate, evaluate_by, reversal_findings};
use mizan::model::{
    Criterion, Elicitation, FindingKind, Goal, Method, MustHave, NodeId, OptionId, Preference, Range, Scenario, Score, ValueFunction,
};
use proptest::prelude::*;

use crate::dense::dense_documents;
use crate::documents::{documents, tame_documents};
use crate::invariance::{check_same, places};
use crate::results::{evaluations, readable};

/// The document with a criterion's unit changed: each score times `factor`, plus `shift`.
fn in_another_unit(document: &Scenario, index: usize, factor: f64, shift: f64) -> Scenario {
    let turn = |x: f64| x * factor + shift;
    let mut turned = document.clone();
    let criterion = &mut turned.criteria[index];
    if let Range::Fixed(min, max) = criterion.range {
        criterion.range = Range::Fixed(turn(min), turn(max));
    }
    if let ValueFunction::Piecewise(points) = &mut criterion.value {
        for (x, _) in points {
            *x = turn(*x);
        }
    }
    criterion.must_have = criterion.must_have.map(|must| match must {
        MustHave::AtLeast(x) => MustHave::AtLeast(turn(x)),
        MustHave::AtMost(x) => MustHave::AtMost(turn(x)),
    });
    criterion.preference = match criterion.preference {
        Preference::Usual => Preference::Usual,
        Preference::Linear(q, p) => Preference::Linear(q * factor, p * factor),
        Preference::VShape(p) => Preference::VShape(p * factor),
        Preference::UShape(q) => Preference::UShape(q * factor),
        Preference::Level(q, p) => Preference::Level(q * factor, p * factor),
        Preference::Gaussian(s) => Preference::Gaussian(s * factor),
    };
    let id = criterion.id.clone();
    turned.scores = rescored(&document.scores, &id, turn);
    for team in &mut turned.teams {
        let team = Arc::make_mut(team);
        team.scores = rescored(&team.scores, &id, turn);
    }
    turned
}

fn rescored(table: &mizan::model::ScoreTable, criterion: &NodeId, turn: impl Fn(f64) -> f64) -> mizan::model::ScoreTable {
    let mut turned = table.clone();
    for (option, node, score) in table.cells().filter(|(_, node, _)| *node == criterion) {
        let (low, high) = (score.low.map(&turn), score.high.map(&turn));
        turned.set(option.clone(), node.clone(), Score { score: turn(score.score), low, high, ..score.clone() });
    }
    turned
}

/// That the places which are looked at stay the same.
fn check_places(before: &Scenario, after: &Scenario, is_looked_at: impl Fn(&str) -> bool) -> Result<(), TestCaseError> {
    for (before, after) in places(before).iter().zip(&places(after)) {
        for (id, place) in before.iter().filter(|(id, _)| is_looked_at(id)) {
            let other = after.get(id);
            prop_assert!(other.is_some_and(|other| other.is_same(place)), "{id}: {place:?} became {other:?}");
        }
    }
    Ok(())
}

/// All but TOPSIS and the weighted product, which do change with a unit's zero.
fn is_by_intervals(id: &str) -> bool {
    !id.starts_with("topsis") && !id.starts_with("weighted-product")
}

/// The document with a criterion split into two equal halves, each with half the weight.
fn halved(document: &Scenario, index: usize) -> Scenario {
    let mut split = document.clone();
    let id = document.criteria[index].id.clone();
    let twin = NodeId::new("twin").unwrap();
    split.criteria.push(Criterion { id: twin.clone(), ..document.criteria[index].clone() });
    for (option, _, score) in document.scores.cells().filter(|(_, node, _)| **node == id) {
        split.scores.set(option.clone(), twin.clone(), score.clone());
    }
    for team in &mut split.teams {
        let team = Arc::make_mut(team);
        let own: Vec<_> = team.scores.cells().filter(|(_, node, _)| **node == id).map(|(o, _, s)| (o.clone(), s.clone())).collect();
        for (option, score) in own {
            team.scores.set(option, twin.clone(), score);
        }
        if let Elicitation::Direct(weights) = &mut team.judgement.elicitation {
            let half = weights[&id] / 2.0;
            weights.insert(id.clone(), half);
            weights.insert(twin.clone(), half);
        }
    }
    split
}

/// The document without an option.
fn without(document: &Scenario, option: usize) -> Scenario {
    let mut rest = document.clone();
    rest.options.remove(option);
    rest
}

/// Every option's total by a method, high good, by id.
fn heights(document: &Scenario, method: Method) -> Vec<(OptionId, f64)> {
    let weighting = Weighting::of_default(document);
    let evaluation = evaluate(document, &weighting).unwrap();
    let id = |option: usize| document.options[option].id.clone();
    if method == Method::WeightedSum {
        return evaluation.ranking.ranked.iter().map(|ranked| (id(ranked.option), ranked.total)).collect();
    }
    let turned = if matches!(method, Method::Vikor(_)) { -1.0 } else { 1.0 };
    let found = evaluate_by(document, &weighting, &evaluation, method);
    found.ranking.standings.iter().map(|standing| (id(standing.option), turned * standing.total)).collect()
}

/// Whether two options stand one way round in a document and clearly the other way without a third.
fn is_turned(document: &Scenario, rest: &Scenario, method: Method, ahead: &OptionId, behind: &OptionId) -> bool {
    let gap = |document: &Scenario| {
        let all = heights(document, method);
        let of = |id: &OptionId| all.iter().find(|(other, _)| other == id).map(|(_, height)| *height);
        Some(of(ahead)? - of(behind)?)
    };
    gap(document).zip(gap(rest)).is_some_and(|(before, after)| before > TIE && after < -TIE)
}

/// By brute force, which options turn others around by being left out; by more than a tie, so that no rounding decides.
fn turners(document: &Scenario, method: Method) -> Vec<usize> {
    let turns = |option: &usize| {
        let rest = without(document, *option);
        let ids = || rest.options.iter().map(|option| &option.id);
        ids().any(|ahead| ids().any(|behind| is_turned(document, &rest, method, ahead, behind)))
    };
    (0..document.options.len()).filter(turns).collect()
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn another_unit_changes_no_result_by_intervals(document in dense_documents(), index in any::<prop::sample::Index>(), shift in -40..40_i32) {
        // Powers of two and whole numbers, so that no score is rounded.
        for factor in [0.5, 2.0, 16.0] {
            let turned = in_another_unit(&document, index.index(document.criteria.len()), factor, f64::from(shift));
            check_places(&document, &turned, is_by_intervals)?;
        }
    }

    #[test]
    fn a_criterion_split_into_halves_changes_no_weighted_sum(document in dense_documents(), index in any::<prop::sample::Index>()) {
        let split = halved(&document, index.index(document.criteria.len()));
        // The weighted sum's places stand under the options' ids alone.
        check_places(&document, &split, |id| !id.contains(' '))?;
    }

    #[test]
    fn a_dominated_option_never_has_a_better_rank_than_its_dominator(document in dense_documents()) {
        for (weighting, evaluation) in evaluations(&document) {
            let values = Values::new(&evaluation.problem);
            let total = |option: usize| evaluation.ranking.ranked.iter().find(|ranked| ranked.option == option).unwrap().rank;
            for (a, b) in dominance(&values) {
                prop_assert!(total(a) <= total(b), "{a} dominates {b}");
            }
            // By raw scores, which the other methods go by.
            let scored = Scored::new(&evaluation.problem, &document.criteria);
            for method in Method::ALL.into_iter().skip(1) {
                let found = evaluate_by(&document, &weighting, &evaluation, method);
                let rank = |option: usize| found.ranking.standings.iter().find(|standing| standing.option == option).map(|s| (s.rank, s.total));
                for (a, b) in raw_dominance(&scored) {
                    if let Some(((rank_a, total_a), (rank_b, total_b))) = rank(a).zip(rank(b)) {
                        prop_assert!(rank_a <= rank_b || (total_a - total_b).abs() < 2.0 * TIE, "{a} dominates {b}: {method:?} {found:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn rank_reversals_are_those_that_leaving_out_brings_about(document in dense_documents()) {
        for method in Method::ALL {
            let weighting = Weighting::of_default(&document);
            let evaluation = evaluate(&document, &weighting).unwrap();
            let shares = &evaluation.shares.criteria;
            let team = document.teams.first().map(Arc::as_ref);
            let found: Vec<Reversal> = match method {
                Method::WeightedSum => weighted_sum_reversals(&document, team, &evaluation.problem, shares),
                _ => reversals(method, &Scored::new(&evaluation.problem, &document.criteria), shares),
            };
            for reversal in &found {
                let id = |option: usize| &document.options[option].id;
                let rest = without(&document, reversal.left_out);
                prop_assert!(is_turned(&document, &rest, method, id(reversal.ahead), id(reversal.behind)), "{method:?} {reversal:?}");
            }
            let own: Vec<usize> = found.iter().map(|reversal| reversal.left_out).collect();
            prop_assert_eq!(&own, &turners(&document, method), "{:?}", method);
            let findings = reversal_findings(&document, &weighting, &evaluation, method);
            prop_assert_eq!(findings.iter().filter(|finding| finding.kind.word() == "rank-reversal").count(), own.len());
        }
    }

    #[test]
    fn flows_are_the_sums_over_pairs(document in dense_documents()) {
        let weighting = Weighting::of_default(&document);
        let evaluation = evaluate(&document, &weighting).unwrap();
        let scored = Scored::new(&evaluation.problem, &document.criteria);
        let found = evaluate_by(&document, &weighting, &evaluation, Method::PrometheeII);
        let count = scored.count();
        for standing in &found.ranking.standings {
            let place = scored.options.iter().position(|option| *option == standing.option).unwrap();
            let flow = |a: usize, b: usize| -> f64 {
                let parts = scored.columns().zip(&evaluation.shares.criteria);
                parts.map(|((criterion, column), share)| share * degree(criterion, column[a], column[b])).sum()
            };
            let others = || (0..count).filter(|other| *other != place);
            let mean = |sum: f64| sum / (count.max(2) - 1) as f64;
            let wished = mean(others().map(|other| flow(place, other) - flow(other, place)).sum());
            prop_assert!((standing.total - wished).abs() < 1e-9, "{} is not {wished}", standing.total);
        }
    }

    #[test]
    fn no_method_gives_what_is_no_number(document in documents()) {
        let document = readable(&document);
        for (weighting, evaluation) in evaluations(&document) {
            for method in Method::ALL {
                let found = evaluate_by(&document, &weighting, &evaluation, method);
                let shown = format!("{:?} {:?}", found.ranking, found.findings);
                prop_assert!(!shown.contains("NaN") && !shown.contains("inf"), "{method:?} {shown}");
                let reversals = reversal_findings(&document, &weighting, &evaluation, method);
                prop_assert!(reversals.len() <= document.options.len());
            }
        }
    }

    #[test]
    fn every_method_ranks_the_scored_options_or_says_why_not(document in tame_documents()) {
        let document = readable(&document);
        for (weighting, evaluation) in evaluations(&document) {
            let scored: Vec<usize> = evaluation.problem.complete().collect();
            for method in Method::ALL.into_iter().skip(1) {
                let found = evaluate_by(&document, &weighting, &evaluation, method);
                let mut ranked: Vec<usize> = found.ranking.standings.iter().map(|standing| standing.option).collect();
                ranked.sort_unstable();
                let barred = found.findings.iter().any(|finding| matches!(finding.kind, FindingKind::NotApplicable { .. }));
                prop_assert_eq!(barred, !found.ranking.barred.is_empty());
                prop_assert_eq!(&ranked, if barred { const { &Vec::new() } } else { &scored });
                let nothing = |kind: &FindingKind| matches!(kind, FindingKind::NothingRanked { .. } | FindingKind::NoCriteria);
                prop_assert_eq!(scored.is_empty(), found.findings.iter().any(|finding| nothing(&finding.kind)));
            }
        }
    }
}

/// The preference of one raw score over another by the criterion's goal.
fn degree(criterion: &Criterion, a: f64, b: f64) -> f64 {
    match criterion.goal {
        Goal::Maximize => promethee::degree(criterion.preference, a, b),
        Goal::Minimize => promethee::degree(criterion.preference, -a, -b),
    }
}

/// Pairs of which the first is at least as good everywhere by its raw scores.
fn raw_dominance(scored: &Scored) -> Vec<(usize, usize)> {
    let at_least = |a: usize, b: usize| {
        scored.columns().all(|(criterion, column)| match criterion.goal {
            Goal::Maximize => column[a] >= column[b],
            Goal::Minimize => column[a] <= column[b],
        })
    };
    let pairs = (0..scored.count()).flat_map(|a| (0..scored.count()).map(move |b| (a, b)));
    pairs.filter(|(a, b)| a != b && at_least(*a, *b)).map(|(a, b)| (scored.options[a], scored.options[b])).collect()
}

/// What the explanation of TOPSIS says: the same temperatures in another unit are ranked another way.
#[test]
fn topsis_changes_with_a_units_zero() {
    let text = r#"(format: 1, title: "t", criteria: [(id: "a", name: "A"), (id: "b", name: "B")],
        options: [(id: "x", name: "X"), (id: "y", name: "Y"), (id: "z", name: "Z")],
        scores: {"x": {"a": (score: 1), "b": (score: 8)}, "y": {"a": (score: 4), "b": (score: 5)}, "z": {"a": (score: 9), "b": (score: 1)}})"#;
    let document = mizan::store::parse(text.as_bytes()).unwrap().scenario;
    let shifted = in_another_unit(&document, 0, 1.0, 300.0);
    let shifted =
        Scenario { criteria: shifted.criteria.iter().map(|c| Criterion { range: Range::Observed, ..c.clone() }).collect(), ..shifted };
    let first = |document: &Scenario| heights(document, Method::Topsis)[0].0.to_string();
    assert_ne!(first(&document), first(&shifted));
    check_same(&document, &document).unwrap();
}
