//! Options that never win, against the plain programmes: every rival and every criterion at once,
//! without a shortcut.

use microlp::{ComparisonOp, OptimizationDirection, Problem as Programme, Variable};
use mizan::analysis::{NeverWins, Values};
use mizan::evaluation::Weighting;
use mizan::model::Scenario;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::cures::with_rows;
use crate::small::{told, values};
use crate::tape::{Numbers, Tape, tapes};

/// A programme with its weights, one for each criterion, and a constraint for each rival: Σ weight
/// × (own − rival) + sign × goal ≥ 0.
fn against_all(
    mut programme: Programme,
    weights: &[Variable],
    goal: (Variable, f64),
    values: &Values,
    place: usize,
) -> Option<f64> {
    let own = values.row(place);
    for (_, rival) in values.rows().enumerate().filter(|(other, _)| *other != place) {
        let leads = own.iter().zip(rival).map(|(own, rival)| own - rival);
        let terms = weights.iter().copied().zip(leads).chain([goal]);
        programme.add_constraint(terms, ComparisonOp::Ge, 0.0);
    }
    Some(programme.solve().ok()?.into_solution().ok()?.objective())
}

/// max t: Σ w (own − rival) ≥ t for every rival, w ≥ 0, Σ w = 1.
fn plain_margin(values: &Values, place: usize) -> Option<f64> {
    let mut programme = Programme::new(OptimizationDirection::Maximize);
    let weights: Vec<Variable> =
        (0..values.width).map(|_| programme.add_var(0.0, (0.0, 1.0))).collect();
    let margin = programme.add_var(1.0, (-1.0, 1.0));
    programme.add_constraint(weights.iter().map(|weight| (*weight, 1.0)), ComparisonOp::Eq, 1.0);
    against_all(programme, &weights, (margin, -1.0), values, place)
}

/// min t: Σ u (rival − own) ≤ t for every rival, u ≥ 0, u = 1 on the criterion that is lifted.
fn plain_lift(values: &Values, place: usize, criterion: usize) -> Option<f64> {
    let mut programme = Programme::new(OptimizationDirection::Minimize);
    let bounds = |index: usize| if index == criterion { (1.0, 1.0) } else { (0.0, f64::INFINITY) };
    let weights: Vec<Variable> =
        (0..values.width).map(|index| programme.add_var(0.0, bounds(index))).collect();
    let lift = programme.add_var(1.0, (0.0, f64::INFINITY));
    against_all(programme, &weights, (lift, 1.0), values, place)
}

/// The least lift that stays on the scale, the first criterion of those that need as little.
fn plain_cure(values: &Values, place: usize) -> Option<(usize, f64)> {
    let lifts = (0..values.width).filter_map(|criterion| {
        let lift = plain_lift(values, place, criterion)?;
        (values.row(place)[criterion] + lift <= 1.0 + 1e-9).then_some((criterion, lift))
    });
    lifts.reduce(|least, next| if next.1 < least.1 - 1e-7 { next } else { least })
}

fn check(document: &Scenario) -> Result<usize, TestCaseError> {
    let found = told(document, &Weighting::Mean).never_wins;
    let values = values(document, &Weighting::Mean);
    for place in 0..values.count() {
        let margin = plain_margin(&values, place);
        let margin = margin.ok_or_else(|| TestCaseError::reject("the plain programme has none"))?;
        let listed = found.iter().find(|never| never.option == values.options[place]);
        if margin.abs() > 1e-8 {
            prop_assert_eq!(listed.is_some(), margin < 0.0, "{} of {}", margin, place);
        }
        let Some(never) = listed else { continue };
        prop_assert!((never.margin - margin).abs() <= 1e-8, "{} is not {}", never.margin, margin);
        check_cure(&values, place, never)?;
    }
    Ok(found.len())
}

/// Scales run from 0 to 10.
fn check_cure(values: &Values, place: usize, never: &NeverWins) -> Result<(), TestCaseError> {
    let plain = plain_cure(values, place);
    let cure = never.cure.as_ref().map(|cure| (cure.criterion, (cure.to - cure.from) / 10.0));
    prop_assert_eq!(plain.is_some(), cure.is_some());
    if let Some((plain, cure)) = plain.zip(cure) {
        prop_assert!((plain.1 - cure.1).abs() <= 1e-7, "{:?} is not {:?}", cure, plain);
        prop_assert_eq!(plain.0, cure.0);
    }
    Ok(())
}

/// More options and criteria than can be tried by hand, each option more or less alike throughout,
/// so that many never win; on few whole numbers some of them, so that there are ties.
fn alike() -> impl Strategy<Value = Vec<Vec<f64>>> {
    tapes(1_200, Numbers::Tame).prop_map(|mut tape| {
        let (options, criteria) = (2 + tape.pick(40), 1 + tape.pick(14));
        let (likeness, is_whole) = (tape.choose_from([0.0, 0.5, 0.8]), tape.chance(40));
        let score = |tape: &mut Tape, level: f64| {
            let score = likeness * level + (1.0 - likeness) * tape.within(0.0, 10.0);
            if is_whole { score.round() } else { score }
        };
        let row = |tape: &mut Tape| {
            let level = tape.within(0.0, 10.0);
            (0..criteria).map(|_| score(tape, level)).collect()
        };
        (0..options).map(|_| row(&mut tape)).collect()
    })
}

proptest! {
    #![proptest_config(crate::cases(192))]

    #[test]
    fn shortcuts_give_the_answers_of_the_plain_programmes(rows in alike()) {
        check(&with_rows(&rows))?;
    }
}

/// What the property is worth rests on this: that many options never win, and many do.
#[test]
fn of_random_options_many_never_win_and_many_do() {
    let mut runner = TestRunner::deterministic();
    let (mut never, mut all) = (0, 0);
    for _ in 0..40 {
        let rows = alike().new_tree(&mut runner).unwrap().current();
        all += rows.len();
        never += told(&with_rows(&rows), &Weighting::Mean).never_wins.len();
    }
    assert!(never >= 100 && all - never >= 100, "{never} of {all}");
}
