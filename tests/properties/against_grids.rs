//! The answers of `sensitivity` against brute force: shares just inside and just outside an
//! interval, fine grids of weightings, every change of a single score.

use std::sync::Arc;

use mizan::analysis::{Cure, Grid, Problem, TIE, Values, Viewpoint, best_margin};
use mizan::evaluation::{Evaluation, Sensitivity, Weighting, evaluate};
use mizan::model::{Scenario, Score};
use proptest::prelude::*;

use crate::dense::dense_documents;
use crate::small::told;

fn asked(document: &Scenario) -> (Evaluation, Sensitivity) {
    let weighting = Weighting::of_default(document);
    let evaluation = evaluate(document, &weighting).unwrap();
    let found = told(document, &weighting);
    (evaluation, found)
}

/// The options' totals less the best of the others, by their indices in the document.
fn leads(values: &Values, shares: &[f64]) -> Vec<(usize, f64)> {
    let totals = values.totals(shares);
    let best_other = |place: usize| {
        totals
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place)
            .map(|(_, t)| *t)
            .fold(-1.0, f64::max)
    };
    values
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| (*option, totals[place] - best_other(place)))
        .collect()
}

fn lead(values: &Values, shares: &[f64], option: usize) -> f64 {
    leads(values, shares).into_iter().find(|(other, _)| *other == option).unwrap().1
}

/// Shares with one of them set, the others in proportion.
fn rescaled(shares: &[f64], criterion: usize, share: f64) -> Vec<f64> {
    let factor = (1.0 - share) / (1.0 - shares[criterion]);
    shares
        .iter()
        .enumerate()
        .map(|(index, own)| if index == criterion { share } else { own * factor })
        .collect()
}

/// Every weighting in steps of one `steps`-th.
fn grid(width: usize, steps: usize) -> Vec<Vec<f64>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for criterion in 0..width {
        let used = |parts: &Vec<usize>| steps - parts.iter().sum::<usize>();
        let is_last = criterion + 1 == width;
        let next = |parts: &Vec<usize>, part: usize| {
            parts.iter().copied().chain([part]).collect::<Vec<usize>>()
        };
        all = all
            .iter()
            .flat_map(|parts| {
                (if is_last { used(parts) } else { 0 }..=used(parts))
                    .map(|part| next(parts, part))
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    all.iter().map(|parts| parts.iter().map(|part| *part as f64 / steps as f64).collect()).collect()
}

/// How far apart the points of a grid lie for so many criteria: as fine as time allows.
fn steps(width: usize) -> usize {
    [0, 1, 400, 60, 24][width.min(4)]
}

/// The document with one score changed where it counts for the team.
fn changed(document: &Scenario, option: usize, criterion: usize, score: f64) -> Scenario {
    let mut changed = document.clone();
    let (option, criterion) =
        (document.options[option].id.clone(), document.criteria[criterion].id.clone());
    let judged = Arc::make_mut(&mut changed.teams[0]).opened_mut().unwrap();
    if judged.scores.get(&option, &criterion).is_some() {
        judged.scores.set(option, criterion, Score::exact(score));
    } else {
        changed.scores.set(option, criterion, Score::exact(score));
    }
    changed
}

fn values_of(document: &Scenario) -> Values {
    let team = document.teams[0].as_open().unwrap();
    Values::new(&Problem::new(&Grid::new(document), Viewpoint::Team(team)))
}

/// The best margin of an option, none where it isn't scored any more.
fn margin_of(document: &Scenario, option: usize) -> Option<f64> {
    let values = values_of(document);
    let place = values.options.iter().position(|other| *other == option)?;
    Some(best_margin(&values, place).unwrap().margin)
}

/// The range within which a criterion's score may be changed: fixed, or from the least to the
/// greatest of those that count.
fn range(document: &Scenario, evaluation: &Evaluation, criterion: usize) -> (f64, f64) {
    evaluation.problem.scales[criterion].range(&document.criteria[criterion]).unwrap_or((0.0, 0.0))
}

fn check_cure(
    document: &Scenario,
    evaluation: &Evaluation,
    option: usize,
    cure: &Cure,
) -> Result<(), TestCaseError> {
    let (min, max) = range(document, evaluation, cure.criterion);
    prop_assert!((min - TIE..=max + TIE).contains(&cure.to), "{cure:?} leaves {min} to {max}");
    prop_assert_eq!(
        Some(cure.from),
        evaluation.problem.cell(option, cure.criterion).map(|cell| cell.score)
    );
    let values = values_of(&changed(document, option, cure.criterion, cure.to));
    let lead = lead(&values, &cure.shares, option);
    prop_assert!(lead >= -2.0 * TIE, "{lead} behind with {cure:?}");
    let sum: f64 = cure.shares.iter().sum();
    prop_assert!(
        (sum - 1.0).abs() < 1e-9 && cure.shares.iter().all(|share| *share >= 0.0),
        "{cure:?}"
    );
    Ok(())
}

/// Every change of one score within its range that is clearly smaller than the cure: none lifts the
/// option level.
fn check_smaller_changes(
    document: &Scenario,
    evaluation: &Evaluation,
    option: usize,
    cure: Option<&Cure>,
) -> Result<(), TestCaseError> {
    for criterion in 0..document.criteria.len() {
        let (min, max) = range(document, evaluation, criterion);
        let Some(cell) = evaluation.problem.cell(option, criterion) else { continue };
        if max <= min {
            continue;
        }
        let part = |score: f64| (score - cell.score).abs() / (max - min);
        let most = cure.map_or(f64::INFINITY, |cure| {
            (cure.to - cure.from).abs() / {
                let (min, max) = range(document, evaluation, cure.criterion);
                max - min
            }
        });
        for step in 0..=40 {
            let score = min + (max - min) * f64::from(step) / 40.0;
            if part(score) < most - 1e-6 {
                let margin = margin_of(&changed(document, option, criterion, score), option);
                prop_assert!(
                    margin.is_none_or(|margin| margin < 1e-6),
                    "{score} on {criterion} lifts {option} to {margin:?}, cure {cure:?}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(160))]

    #[test]
    fn intervals_agree_with_ranking_again_inside_and_outside_their_ends(document in dense_documents()) {
        let (evaluation, found) = asked(&document);
        let (Some(winner), values) = (found.winner, Values::new(&evaluation.problem)) else { return Ok(()) };
        let shares = &evaluation.shares.criteria;
        prop_assert!(lead(&values, shares, winner) >= -TIE);
        for (criterion, stability) in found.stability.iter().enumerate() {
            let Some(interval) = &stability.interval else {
                prop_assert!(stability.share > 1.0 - 1e-9);
                continue;
            };
            let lead_at = |share: f64| lead(&values, &rescaled(shares, criterion, share), winner);
            prop_assert!((0.0..=stability.share).contains(&interval.low) && (stability.share..=1.0).contains(&interval.high));
            prop_assert!(lead_at(interval.low) >= -2.0 * TIE && lead_at(interval.high) >= -2.0 * TIE, "{interval:?}");
            prop_assert_eq!((interval.below.is_none(), interval.above.is_none()), (interval.low == 0.0, interval.high == 1.0), "{:?}", interval);
            let step = 1e-4;
            for (end, outside, over) in [(interval.low, interval.low - step, interval.below), (interval.high, interval.high + step, interval.above)] {
                if let Some(over) = over.filter(|_| (0.0..=1.0).contains(&outside)) {
                    // Level at the end, past the winner outside.
                    let gap = |share: f64| {
                        let totals = values.totals(&rescaled(shares, criterion, share));
                        let of = |option: usize| totals[values.options.iter().position(|other| *other == option).unwrap()];
                        of(winner) - of(over)
                    };
                    prop_assert!(gap(end) <= 2.0 * TIE && gap(outside) < 0.0, "{interval:?} {over}: {} {}", gap(end), gap(outside));
                }
            }
        }
    }

    #[test]
    fn no_smaller_movement_of_shares_turns_the_result(document in dense_documents()) {
        let (evaluation, found) = asked(&document);
        let (Some(winner), values) = (found.winner, Values::new(&evaluation.problem)) else { return Ok(()) };
        let shares = &evaluation.shares.criteria;
        let moved = |other: &[f64]| 50.0 * shares.iter().zip(other).map(|(a, b)| (a - b).abs()).sum::<f64>();
        if let Some(flip) = &found.flip {
            let sum: f64 = flip.shares.iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-9 && flip.shares.iter().all(|share| *share >= -1e-12), "{flip:?}");
            prop_assert!((moved(&flip.shares) - flip.points).abs() < 1e-6, "{flip:?} moves {}", moved(&flip.shares));
            let totals = values.totals(&flip.shares);
            let of = |option: usize| totals[values.options.iter().position(|other| *other == option).unwrap()];
            prop_assert!(of(flip.option) >= of(winner) - 2.0 * TIE, "{flip:?}");
        }
        let least = found.flip.as_ref().map_or(f64::INFINITY, |flip| flip.points);
        for weighting in grid(values.width, steps(values.width)) {
            let is_turned = lead(&values, &weighting, winner) < -2.0 * TIE;
            prop_assert!(!is_turned || moved(&weighting) >= least - 1e-6, "{weighting:?} moves {} and not {least}", moved(&weighting));
        }
    }

    #[test]
    fn the_best_margin_is_that_of_a_fine_grid_of_weightings(document in dense_documents()) {
        let (_, found) = asked(&document);
        let values = values_of(&document);
        if values.count() < 2 {
            prop_assert!(found.never_wins.is_empty());
            return Ok(());
        }
        let steps = steps(values.width);
        let all: Vec<Vec<(usize, f64)>> = grid(values.width, steps).iter().map(|weighting| leads(&values, weighting)).collect();
        for (place, option) in values.options.iter().enumerate() {
            let margin = best_margin(&values, place).unwrap();
            let on_grid = all.iter().map(|leads| leads[place].1).fold(f64::NEG_INFINITY, f64::max);
            // A lead changes by at most two for a movement of one, and no weighting lies farther
            // from the grid than this.
            let reach = 2.0 * values.width as f64 / steps as f64;
            prop_assert!(on_grid <= margin.margin + 1e-9 && margin.margin <= on_grid + reach, "{option}: {margin:?}, on the grid {on_grid}");
            prop_assert!((lead(&values, &margin.shares, *option) - margin.margin).abs() < 1e-9);
            let never = found.never_wins.iter().find(|never| never.option == *option);
            prop_assert_eq!(never.map(|never| never.margin), (margin.margin < -TIE).then_some(margin.margin));
        }
    }

    #[test]
    fn cures_hold_when_they_are_put_in_place_and_none_is_smaller(document in dense_documents()) {
        let (evaluation, found) = asked(&document);
        for never in &found.never_wins {
            if let Some(cure) = &never.cure {
                check_cure(&document, &evaluation, never.option, cure)?;
            }
            check_smaller_changes(&document, &evaluation, never.option, never.cure.as_ref())?;
        }
    }
}
