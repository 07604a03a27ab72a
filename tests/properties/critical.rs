//! Critical cells against trying: every one put in place, and no smaller change on a fine grid.

use std::sync::Arc;

use mizan::analysis::{CriticalCell, Doubt, Problem, Values, score_range};
use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{Elicitation, MustHave, Range, Scenario};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::cures::{range, with_score};
use crate::small::{problem, small_documents, team_of, told, weightings};

const TIE: f64 = 1e-9;
/// Clearly above the billionth that counts as level.
const CLEAR: f64 = 1e-7;
const STEPS: u32 = 60;

/// A small document whose team gives points for swings, some between scores of its own choice.
fn documents() -> impl Strategy<Value = Scenario> {
    (small_documents(), any::<bool>(), any::<u8>()).prop_map(|(mut document, swings, ranges)| {
        if !swings {
            return document;
        }
        let criteria: Vec<_> = document.criteria.iter().map(|it| it.id.clone()).collect();
        let team = Arc::make_mut(&mut document.teams[0]);
        let judgement = &mut team.opened_mut().unwrap().judgement;
        let Elicitation::Direct(weights) = &judgement.elicitation else { unreachable!() };
        judgement.elicitation =
            Elicitation::Swing(weights.iter().map(|(id, w)| (id.clone(), *w)).collect());
        for (index, id) in criteria.into_iter().enumerate() {
            if ranges & (1 << index) != 0 {
                judgement.weighed_ranges.insert(id, (-1.0, 3.0));
            }
        }
        document
    })
}

/// The totals of the ranked options, by their indices in the document.
fn totals(document: &Scenario, weighting: &Weighting) -> Vec<(usize, f64)> {
    let evaluation = evaluate(document, weighting).unwrap();
    let values = Values::new(&evaluation.problem);
    values.options.iter().copied().zip(values.totals(&evaluation.shares.criteria)).collect()
}

/// The winner's lead over the best of the others: less than any where it isn't ranked, none where no
/// other is.
fn lead(totals: &[(usize, f64)], winner: usize) -> Option<f64> {
    let others = totals.iter().filter(|(option, _)| *option != winner).map(|(_, total)| *total);
    let best = others.reduce(f64::max)?;
    let own = totals.iter().find(|(option, _)| *option == winner);
    Some(own.map_or(f64::NEG_INFINITY, |(_, total)| total - best))
}

/// A score just beyond a limit.
fn beyond(must_have: MustHave) -> f64 {
    match must_have {
        MustHave::AtLeast(limit) => limit.next_down(),
        MustHave::AtMost(limit) => limit.next_up(),
    }
}

fn put(document: &Scenario, weighting: &Weighting, cell: &CriticalCell) -> Vec<(usize, f64)> {
    let must_have = document.criteria[cell.criterion].must_have;
    let score = if cell.beyond { beyond(must_have.unwrap()) } else { cell.to };
    let changed = with_score(document, weighting, cell.option, cell.criterion, score);
    totals(&changed, weighting)
}

/// In its place it unseats the winner, and says who is first of the others then.
fn check_turn(
    document: &Scenario,
    weighting: &Weighting,
    winner: usize,
    cell: &CriticalCell,
) -> Result<(), TestCaseError> {
    let then = put(document, weighting, cell);
    let gap = lead(&then, winner);
    prop_assert!(gap.is_some_and(|gap| gap <= 2.0 * TIE), "{:?} leaves a lead of {:?}", cell, gap);
    let others = || then.iter().filter(|(option, _)| *option != winner);
    let best = others().map(|(_, total)| *total).fold(f64::NEG_INFINITY, f64::max);
    let taken = others().find(|(option, _)| *option == cell.takes_over);
    prop_assert!(
        taken.is_some_and(|(_, total)| best - total <= 2.0 * TIE),
        "{:?} with {:?}",
        cell,
        then
    );
    Ok(())
}

fn check_doubt(
    document: &Scenario,
    weighting: &Weighting,
    problem: &Problem,
    cell: &CriticalCell,
) -> Result<(), TestCaseError> {
    let (option, about) = (&document.options[cell.option], &document.criteria[cell.criterion]);
    let (min, max) = range(document, problem, cell.criterion).unwrap();
    prop_assert!((min..=max).contains(&cell.to), "{:?} leaves its range", cell);
    prop_assert!((cell.change - (cell.to - cell.from).abs() / (max - min)).abs() <= 1e-12);
    let score = document.score_for(team_of(document, weighting), &option.id, &about.id).unwrap();
    let holds = |low: f64, high: f64| {
        let slack = TIE * (max - min);
        if cell.beyond {
            low < cell.to && cell.to < high
        } else {
            low - slack <= cell.to && cell.to <= high + slack
        }
    };
    let widened = score_range(&score, about, &problem.scales[cell.criterion], Doubt::Widened);
    prop_assert_eq!(cell.inside, holds(score.ends().0, score.ends().1));
    prop_assert_eq!(cell.critical, holds(widened.low, widened.high));
    prop_assert_eq!(cell.grade, score.grade);
    Ok(())
}

/// No change of a cell that is clearly smaller unseats the winner: even steps over the range, a
/// change only just smaller, and what lies just beyond a limit.
fn check_least(
    document: &Scenario,
    weighting: &Weighting,
    (winner, option, criterion): (usize, usize, usize),
    least: f64,
) -> Result<(), TestCaseError> {
    let problem = problem(document, weighting);
    let Some((min, max)) = range(document, &problem, criterion) else { return Ok(()) };
    let from = problem.cell(option, criterion).unwrap().score;
    let near = [-1.0, 1.0].map(|way| from + way * least.min(1.0) * 0.999 * (max - min));
    let limit = document.criteria[criterion].must_have.map(beyond);
    let steps = (0..=STEPS).map(|step| min + (max - min) * f64::from(step) / f64::from(STEPS));
    for to in steps.chain(near).chain(limit) {
        if !(min..=max).contains(&to) || (to - from).abs() / (max - min) >= least - CLEAR {
            continue;
        }
        let then = totals(&with_score(document, weighting, option, criterion, to), weighting);
        let gap = lead(&then, winner);
        prop_assert!(
            gap.is_none_or(|gap| gap >= -CLEAR),
            "{} for {} on {} suffices, with {:?}, not {}",
            to,
            option,
            criterion,
            gap,
            least
        );
    }
    Ok(())
}

/// How many there are, how many of them beyond a limit.
fn check(document: &Scenario, weighting: &Weighting) -> Result<[usize; 2], TestCaseError> {
    let found = told(document, weighting);
    let now = totals(document, weighting);
    let problem = problem(document, weighting);
    let Some(winner) = found.winner else {
        prop_assert!(found.critical.is_empty());
        return Ok([0, 0]);
    };
    if lead(&now, winner).is_none_or(|lead| lead <= TIE) {
        prop_assert!(found.critical.is_empty(), "{:?} where first place is shared", found.critical);
        return Ok([0, 0]);
    }
    for cell in &found.critical {
        check_turn(document, weighting, winner, cell)?;
        check_doubt(document, weighting, &problem, cell)?;
    }
    for (option, _) in &now {
        for criterion in 0..document.criteria.len() {
            let of_cell =
                |cell: &&CriticalCell| (cell.option, cell.criterion) == (*option, criterion);
            let mut cells = found.critical.iter().filter(of_cell);
            let least = cells.next().map_or(f64::INFINITY, |cell| cell.change);
            prop_assert!(cells.next().is_none());
            check_least(document, weighting, (winner, *option, criterion), least)?;
        }
    }
    let in_order = found.critical.windows(2).all(|pair| {
        let place = |cell: &CriticalCell| (cell.option, cell.criterion);
        pair[1].change - pair[0].change > TIE
            || ((pair[1].change - pair[0].change).abs() <= TIE && place(&pair[0]) < place(&pair[1]))
    });
    prop_assert!(in_order, "{:?}", found.critical);
    let beyond = found.critical.iter().filter(|cell| cell.beyond).count();
    Ok([found.critical.len(), beyond])
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn each_critical_cell_turns_the_result_and_no_smaller_change_does(document in documents()) {
        for weighting in weightings() {
            check(&document, &weighting)?;
        }
    }
}

/// What the properties are worth rests on this: that cells of every kind turn the result.
#[test]
fn random_results_are_turned_by_cells_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let (mut all, mut beyond, mut observed, mut swung) = (0, 0, 0, 0);
    for _ in 0..300 {
        let document = documents().new_tree(&mut runner).unwrap().current();
        let weighting = &weightings()[1];
        let [found, limits] = check(&document, weighting).unwrap();
        all += found;
        beyond += limits;
        let cells = told(&document, weighting).critical;
        let is_observed =
            |cell: &&CriticalCell| document.criteria[cell.criterion].range == Range::Observed;
        let moved = cells.iter().filter(is_observed).count();
        observed += moved;
        let elicitation = &document.teams[0].opened().unwrap().judgement.elicitation;
        swung += usize::from(matches!(elicitation, Elicitation::Swing(_))) * moved;
    }
    let counts = [all, beyond, observed, swung];
    assert!(all >= 200 && counts.iter().all(|count| *count >= 10), "{counts:?}");
}
