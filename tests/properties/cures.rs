//! Options that never win, and what would cure each, against trying.

use std::sync::Arc;

use mizan::analysis::{Margin, NeverWins, Problem, Scale, Values, best_margin};
use mizan::evaluation::Weighting;
use mizan::model::{Criterion, Hue, NodeId, Range, Scenario, Score};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::documents::tame_documents;
use crate::results::readable;
use crate::small::{
    option, problem, simplex, small_documents, team_of, told, total, values, weightings,
};
use crate::tape::{Numbers, Tape, tapes};
use crate::units::{in_unit, is_storable};

/// Clearly above the billionth that counts as level.
const CLEAR: f64 = 1e-7;

/// An option's total less the best other's.
fn margin_at(values: &Values, place: usize, shares: &[f64]) -> f64 {
    let others = values
        .rows()
        .enumerate()
        .filter(|(other, _)| *other != place)
        .map(|(_, row)| total(row, shares));
    total(values.row(place), shares) - others.fold(f64::NEG_INFINITY, f64::max)
}

/// The best margin is reached where it is said to be, and lies as near to the best of a grid as the
/// grid is fine.
fn check_margin(values: &Values, place: usize, found: &Margin) -> Result<(), TestCaseError> {
    prop_assert!(
        (found.shares.iter().sum::<f64>() - 1.0).abs() <= 1e-12
            && found.shares.iter().all(|share| *share >= 0.0)
    );
    if values.count() == 1 {
        prop_assert_eq!(found.margin, 1.0);
        return Ok(());
    }
    prop_assert!(
        (margin_at(values, place, &found.shares) - found.margin).abs() <= 1e-12,
        "{:?}",
        found
    );
    let steps = [1, 60, 60, 24, 14][values.width];
    let grid = simplex(values.width, steps)
        .iter()
        .map(|shares| margin_at(values, place, shares))
        .fold(f64::NEG_INFINITY, f64::max);
    prop_assert!(grid <= found.margin + 1e-9, "{} is better than the best, {}", grid, found.margin);
    prop_assert!(
        found.margin <= grid + values.width as f64 / steps as f64,
        "{} is far from all of the grid: {}",
        found.margin,
        grid
    );
    Ok(())
}

/// The document with one score changed where it counts for the weighting.
pub fn with_score(
    document: &Scenario,
    weighting: &Weighting,
    option: usize,
    criterion: usize,
    score: f64,
) -> Scenario {
    let (option, criterion) = (&document.options[option].id, &document.criteria[criterion].id);
    let mut changed = document.clone();
    let is_own =
        team_of(document, weighting).is_some_and(|team| team.own_cell(option, criterion).is_some());
    let table = if is_own {
        &mut Arc::make_mut(&mut changed.teams[0]).opened_mut().unwrap().scores
    } else {
        &mut changed.scores
    };
    table.set(option.clone(), criterion.clone(), Score::exact(score));
    changed
}

/// The option's best margin once a score is changed; none where the change rules it out.
fn margin_with(
    document: &Scenario,
    weighting: &Weighting,
    (option, criterion, score): (usize, usize, f64),
) -> Option<f64> {
    let values = values(&with_score(document, weighting, option, criterion, score), weighting);
    let place = values.options.iter().position(|other| *other == option)?;
    Some(best_margin(&values, place).expect("well-formed values have a best margin").margin)
}

/// The range that a score may move in.
pub fn range(document: &Scenario, problem: &Problem, criterion: usize) -> Option<(f64, f64)> {
    match (document.criteria[criterion].range, &problem.scales[criterion]) {
        (Range::Fixed(min, max), _) => Some((min, max)),
        (Range::Observed, Scale::Straight { worst, best }) => {
            Some((worst.min(*best), worst.max(*best)))
        }
        (Range::Observed, Scale::Points(points)) => Some((points[0].0, points[points.len() - 1].0)),
        (Range::Observed, Scale::Constant(_)) => None,
    }
}

/// The cure put in place is level at its shares, and no smaller change of any one score does as
/// much.
fn check_cure(
    document: &Scenario,
    weighting: &Weighting,
    found: &NeverWins,
) -> Result<(), TestCaseError> {
    let problem = problem(document, weighting);
    // Any criterion would do on which the option is raised to the best of the others.
    prop_assert!(found.cure.is_some(), "{:?} has no cure", found);
    let mut least = f64::INFINITY;
    if let Some(cure) = &found.cure {
        let (min, max) = range(document, &problem, cure.criterion).unwrap();
        prop_assert!((min..=max).contains(&cure.to), "{:?} leaves its range", cure);
        prop_assert_eq!(cure.from, problem.cell(found.option, cure.criterion).unwrap().score);
        prop_assert!(
            (cure.shares.iter().sum::<f64>() - 1.0).abs() <= 1e-12
                && cure.shares.iter().all(|share| *share >= 0.0)
        );
        let changed = values(
            &with_score(document, weighting, found.option, cure.criterion, cure.to),
            weighting,
        );
        let place = changed
            .options
            .iter()
            .position(|other| *other == found.option)
            .expect("a cured option is still ranked");
        let margin = margin_at(&changed, place, &cure.shares);
        prop_assert!(margin >= -1e-9 - 1e-12, "{:?} leaves a margin of {}", cure, margin);
        least = (cure.to - cure.from).abs() / (max - min);
    }
    for criterion in 0..document.criteria.len() {
        let Some((min, max)) = range(document, &problem, criterion) else { continue };
        let from = problem.cell(found.option, criterion).unwrap().score;
        // Even steps over the range, and a change only just smaller than the cure, to both sides.
        let near = [-1.0, 1.0].map(|way| from + way * least.min(1.0) * 0.999 * (max - min));
        let tried = (0..=24).map(|step| min + (max - min) * f64::from(step) / 24.0).chain(near);
        for to in tried.filter(|to| {
            (min..=max).contains(to) && (to - from).abs() / (max - min) < least - CLEAR
        }) {
            let margin = margin_with(document, weighting, (found.option, criterion, to));
            prop_assert!(
                margin.is_none_or(|margin| margin <= CLEAR),
                "{} on {} suffices, not {:?}",
                to,
                criterion,
                found.cure
            );
        }
    }
    Ok(())
}

/// The size of each never-winning option's margin and cure, as a part of the range of the cure's
/// criterion.
fn sizes(document: &Scenario, weighting: &Weighting) -> Vec<(usize, f64, f64)> {
    let problem = problem(document, weighting);
    let found = told(document, weighting).never_wins;
    let size = |never: &NeverWins| {
        let cure = never.cure.as_ref().unwrap();
        let (min, max) = range(document, &problem, cure.criterion).unwrap();
        // Halved, as the widest ranges are wider than numbers go.
        (
            never.option,
            never.margin,
            (cure.to / 2.0 - cure.from / 2.0).abs() / (max / 2.0 - min / 2.0),
        )
    };
    found.iter().map(size).collect()
}

fn check_never_wins(
    document: &Scenario,
    weighting: &Weighting,
) -> Result<Vec<NeverWins>, TestCaseError> {
    let values = values(document, weighting);
    let found = told(document, weighting).never_wins;
    for (place, option) in values.options.iter().enumerate() {
        let margin = best_margin(&values, place)
            .ok_or_else(|| TestCaseError::fail("no margin that both sides bear out"))?;
        check_margin(&values, place, &margin)?;
        let listed = found.iter().find(|never| never.option == *option);
        prop_assert_eq!(
            listed.map(|never| never.margin),
            (margin.margin < -1e-9).then_some(margin.margin)
        );
    }
    prop_assert!(found.is_sorted_by_key(|never| never.option));
    Ok(found)
}

/// Many options on a few whole numbers, some a hair's breadth apart: what a simplex method stumbles
/// over.
fn crowded() -> impl Strategy<Value = (Vec<Vec<f64>>, f64)> {
    tapes(300, Numbers::Tame).prop_map(|mut tape| {
        let (options, criteria) = (3 + tape.pick(20), 2 + tape.pick(8));
        let hair = tape.choose_from([0.0, 0.0, 1e-11, 1e-8]);
        let row = |tape: &mut Tape| {
            (0..criteria).map(|_| tape.pick(8) as f64 + hair * tape.pick(3) as f64).collect()
        };
        ((0..options).map(|_| row(&mut tape)).collect(), hair)
    })
}

/// The best margin of every option of a document.
fn margins(document: &Scenario) -> Vec<Option<f64>> {
    let values = values(document, &Weighting::Mean);
    (0..values.count())
        .map(|place| best_margin(&values, place).map(|margin| margin.margin))
        .collect()
}

/// A document with these scores on scales from 0 to 10.
pub fn with_rows(rows: &[Vec<f64>]) -> Scenario {
    let mut document = Scenario::new("crowded");
    let width = rows.first().map_or(0, Vec::len);
    document.criteria = (0..width)
        .map(|number| {
            Criterion::new(NodeId::new(&format!("c{number}")).unwrap(), "C", Hue::nth(number))
        })
        .collect();
    document.options = (0..rows.len()).map(option).collect();
    for (option, row) in document.options.iter().zip(rows) {
        for (criterion, score) in document.criteria.iter().zip(row) {
            document.scores.set(option.id.clone(), criterion.id.clone(), Score::exact(*score));
        }
    }
    document
}

proptest! {
    #![proptest_config(crate::cases(384))]

    #[test]
    fn an_option_never_wins_exactly_where_no_weighting_makes_it_first(document in small_documents()) {
        for weighting in weightings() {
            check_never_wins(&document, &weighting)?;
        }
    }

    #[test]
    fn a_cure_holds_when_it_is_put_in_place_and_no_smaller_change_does(document in small_documents()) {
        for weighting in weightings() {
            for found in check_never_wins(&document, &weighting)? {
                check_cure(&document, &weighting, &found)?;
            }
        }
    }

    #[test]
    fn another_unit_as_large_as_may_be_changes_no_margin_and_no_size_of_a_cure(
        document in small_documents(), index in any::<prop::sample::Index>(),
        unit in prop::sample::select(&[(1.8, 32.0), (1e-300, 0.0), (1e300, 0.0), (1.9e307, 0.0)][..]),
    ) {
        let turned = in_unit(&document, index.index(document.criteria.len()), unit);
        prop_assume!(is_storable(&turned));
        for weighting in weightings() {
            let (before, after) = (sizes(&document, &weighting), sizes(&turned, &weighting));
            let is_same = |(a, b): (&(usize, f64, f64), &(usize, f64, f64))| {
                a.0 == b.0 && (a.1 - b.1).abs() <= 1e-9 && (a.2 - b.2).abs() <= 1e-6
            };
            prop_assert!(before.len() == after.len() && before.iter().zip(&after).all(is_same), "{:?} became {:?}", before, after);
        }
    }

    #[test]
    fn every_option_of_a_larger_document_has_a_margin_too(document in tame_documents()) {
        let document = readable(&document);
        for (weighting, _) in crate::results::evaluations(&document) {
            let values = values(&document, &weighting);
            for place in 0..values.count() {
                let margin = best_margin(&values, place);
                prop_assert!(margin.is_some(), "{:?} has no margin", values);
                let margin = margin.unwrap();
                let at = margin_at(&values, place, &margin.shares);
                prop_assert!(values.count() == 1 || (at - margin.margin).abs() <= 1e-12);
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn in_a_crowd_too_every_margin_is_found_and_every_cure_holds_and_is_needed_in_full((rows, hair) in crowded()) {
        let (document, weighting) = (with_rows(&rows), Weighting::Mean);
        let rounded = margins(&with_rows(&rows.iter().map(|row| row.iter().map(|score| score.round()).collect()).collect::<Vec<_>>()));
        let found = told(&document, &weighting).never_wins;
        for (option, (margin, rounded)) in margins(&document).into_iter().zip(rounded).enumerate() {
            // Where hairs decide there may be no telling, but only then.
            let rounded = rounded.ok_or_else(|| TestCaseError::fail("no margin that both sides bear out"))?;
            prop_assert!(margin.map_or(rounded.abs() <= 10.0 * hair, |margin| (margin - rounded).abs() <= 1e-9 + 10.0 * hair));
            let listed = found.iter().find(|never| never.option == option);
            prop_assert_eq!(listed.map(|never| never.margin), margin.filter(|margin| *margin < -1e-9));
            let Some(never) = listed else { continue };
            let cure = never.cure.as_ref().ok_or_else(|| TestCaseError::fail(format!("{never:?} has no cure")))?;
            let changed = values(&with_score(&document, &weighting, option, cure.criterion, cure.to), &weighting);
            prop_assert!(margin_at(&changed, option, &cure.shares) >= -1e-9 - 1e-12);
            let nearly = with_score(&document, &weighting, option, cure.criterion, cure.from + 0.99 * (cure.to - cure.from));
            prop_assert!(margins(&nearly)[option].is_none_or(|margin| margin <= 1e-9 + 10.0 * hair), "a part of {:?} suffices", cure);
        }
    }
}

/// What the properties are worth rests on this: that options never win, with cures of every kind.
#[test]
fn random_options_never_win_and_are_cured_by_scores_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let (mut observed, mut fixed, mut points, mut own) = (0, 0, 0, 0);
    for _ in 0..400 {
        let document = small_documents().new_tree(&mut runner).unwrap().current();
        let weighting = &weightings()[1];
        let problem = problem(&document, weighting);
        for found in check_never_wins(&document, weighting).unwrap() {
            let cure = found.cure.unwrap();
            let (option, criterion) =
                (&document.options[found.option].id, &document.criteria[cure.criterion].id);
            own += usize::from(
                team_of(&document, weighting).unwrap().own_cell(option, criterion).is_some(),
            );
            match (&problem.scales[cure.criterion], document.criteria[cure.criterion].range) {
                (Scale::Points(_), _) => points += 1,
                (_, Range::Observed) => observed += 1,
                (_, Range::Fixed(..)) => fixed += 1,
            }
        }
    }
    let counts = [observed, fixed, points, own];
    assert!(counts.iter().all(|count| *count >= 5), "{counts:?}");
}
