//! What is said of options with a missing cell, against filling it: as far beyond what is observed
//! as may be, too.

use mizan::analysis::{Lead, NotScored, Problem, Ranking, is_better, weighted_sum};
use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{Criterion, Range, Scenario, Score, ValueFunction};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::small::{problem, small_documents, weightings};
use crate::tape::{Numbers, Tape, tapes};

/// Far beyond every score of a small document.
const FAR: f64 = 1e10;

/// What a weighting makes of a document.
struct Seen {
    problem: Problem,
    shares: Vec<f64>,
    ranking: Ranking,
}

fn seen(document: &Scenario, weighting: &Weighting) -> Seen {
    let shares = evaluate(document, weighting).unwrap().shares.criteria;
    seen_by(document, weighting, shares)
}

/// By shares that stay, whatever a filling would make of them.
fn seen_by(document: &Scenario, weighting: &Weighting, shares: Vec<f64>) -> Seen {
    let problem = problem(document, weighting);
    let ranking = weighted_sum(&problem, &shares);
    Seen { problem, shares, ranking }
}

/// A score as it could come in: within the range, at its ends, or as far out as may be.
fn score(tape: &mut Tape, criterion: &Criterion) -> f64 {
    let (min, max) = match criterion.range {
        Range::Fixed(min, max) => (min, max),
        Range::Observed => (-5.0, 9.0),
    };
    let points = match &criterion.value {
        ValueFunction::Piecewise(points) => points.iter().map(|(x, _)| *x).collect(),
        ValueFunction::Linear => Vec::new(),
    };
    let kinds = [-FAR, FAR, min, max, 20.0 + min, tape.within(min, max)];
    let scores: Vec<f64> = kinds.into_iter().chain(points).collect();
    scores[tape.pick(scores.len())]
}

/// The document with all missing cells of some options filled.
fn filled(tape: &mut Tape, document: &Scenario, seen: &Seen, options: &[usize]) -> Scenario {
    let mut filled = document.clone();
    for open in seen.ranking.not_scored.iter().filter(|open| options.contains(&open.option)) {
        for criterion in &open.missing {
            let criterion = &document.criteria[*criterion];
            let score = Score::exact(score(tape, criterion));
            let option = document.options[open.option].id.clone();
            filled.scores.set(option, criterion.id.clone(), score);
        }
    }
    filled
}

/// The options that are ruled out by the base scores and by those of the weighting. One that a
/// filling rules out has no rank any more, and makes no scale.
fn ruled_out(document: &Scenario, weighting: &Weighting) -> Vec<[bool; 2]> {
    let views = [&Weighting::Mean, weighting].map(|weighting| problem(document, weighting));
    let of = |option| views.each_ref().map(|view| view.is_ruled_out(option));
    (0..document.options.len()).map(of).collect()
}

/// The total of each option, as far as it is ranked.
fn total(seen: &Seen, option: usize) -> Option<f64> {
    seen.ranking.ranked.iter().find(|ranked| ranked.option == option).map(|ranked| ranked.total)
}

/// With all cells filled, an option whose rank was decided has as many options above it, of those
/// that had a place.
fn check_decided(before: &Seen, after: &Seen) -> Result<(), TestCaseError> {
    let decided = before.ranking.not_scored.iter().filter(|open| open.rank.is_some());
    let placed: Vec<usize> = before
        .ranking
        .ranked
        .iter()
        .map(|ranked| ranked.option)
        .chain(decided.clone().map(|open| open.option))
        .collect();
    for open in decided {
        let own = total(after, open.option).unwrap();
        let better = placed.iter().filter(|other| is_better(total(after, **other).unwrap(), own));
        prop_assert_eq!(Some(1 + better.count()), open.rank, "{:?}", open);
    }
    Ok(())
}

/// With all cells filled, or its own alone, an option leads where it must and never where it can't.
fn check_lead(open: &NotScored, before: &Seen, after: &Seen) -> Result<(), TestCaseError> {
    let Some(own) = total(after, open.option) else { return Ok(()) };
    let scored = before.ranking.ranked.iter().map(|ranked| total(after, ranked.option).unwrap());
    let others: Vec<f64> = scored.collect();
    match open.lead {
        _ if others.is_empty() => {}
        Lead::Certain => prop_assert!(others.iter().all(|other| own > *other), "{:?}", open),
        Lead::Never => prop_assert!(others.iter().any(|other| *other > own), "{:?} leads", open),
        Lead::Possible => {}
    }
    Ok(())
}

/// All cells filled by what serves an option best against another: its own as far out as may be
/// where the scale follows, else at the best score of the scale; those of others far outside where
/// it is the worse of the two, so that it is no longer, else within.
fn at_its_best(document: &Scenario, seen: &Seen, open: &NotScored, other: usize) -> Scenario {
    let mut filled = document.clone();
    for filling in &seen.ranking.not_scored {
        for index in &filling.missing {
            let score = |option| seen.problem.cell(option, *index).map(|cell| cell.score);
            let value = |option| seen.problem.cell(option, *index).map(|cell| cell.value);
            let best = match score(open.option) {
                None if filling.option == open.option => best_score(document, seen, *index),
                Some(_) if value(open.option) < value(other) => FAR,
                _ => score(other).unwrap(),
            };
            let option = document.options[filling.option].id.clone();
            let criterion = document.criteria[*index].id.clone();
            filled.scores.set(option, criterion, Score::exact(best));
        }
    }
    filled
}

/// The score that is worth most.
fn best_score(document: &Scenario, seen: &Seen, index: usize) -> f64 {
    let criterion = &document.criteria[index];
    let mut tried = vec![-FAR, FAR];
    if let ValueFunction::Piecewise(points) = &criterion.value {
        tried.extend(points.iter().map(|(x, _)| *x));
    }
    let rising = |score: &f64| match (&criterion.value, criterion.goal) {
        (ValueFunction::Piecewise(_), _) => seen.problem.scales[index].value(*score),
        (_, mizan::model::Goal::Maximize) => *score,
        (_, mizan::model::Goal::Minimize) => -score,
    };
    tried.into_iter().max_by(|a, b| rising(a).total_cmp(&rising(b))).unwrap()
}

/// Without must-haves, which a filling could miss.
fn without_must_haves(mut document: Scenario) -> Scenario {
    document.criteria.iter_mut().for_each(|criterion| criterion.must_have = None);
    document
}

proptest! {
    #![proptest_config(crate::cases(512))]

    #[test]
    fn no_filling_changes_a_rank_that_is_told_as_decided(
        document in small_documents(), mut tape in tapes(400, Numbers::Tame),
    ) {
        for weighting in weightings() {
            let before = seen(&document, &weighting);
            let all: Vec<usize> = before.ranking.not_scored.iter().map(|open| open.option).collect();
            for _ in 0..6 {
                let full = filled(&mut tape, &document, &before, &all);
                if ruled_out(&full, &weighting) != ruled_out(&document, &weighting) {
                    continue;
                }
                check_decided(&before, &seen_by(&full, &weighting, before.shares.clone()))?;
            }
        }
    }

    #[test]
    fn no_filling_makes_an_option_lead_that_is_told_as_behind(
        document in small_documents(), mut tape in tapes(400, Numbers::Tame),
    ) {
        for weighting in weightings() {
            let before = seen(&document, &weighting);
            let all: Vec<usize> = before.ranking.not_scored.iter().map(|open| open.option).collect();
            let alone = all.iter().map(std::slice::from_ref);
            for options in alone.chain([all.as_slice()]).cycle().take(6 * (all.len() + 1)) {
                let full = filled(&mut tape, &document, &before, options);
                if ruled_out(&full, &weighting) != ruled_out(&document, &weighting) {
                    continue;
                }
                let after = seen_by(&full, &weighting, before.shares.clone());
                for open in &before.ranking.not_scored {
                    check_lead(open, &before, &after)?;
                }
            }
        }
    }

    #[test]
    fn an_option_that_could_lead_reaches_each_other_at_its_best(document in small_documents()) {
        let document = without_must_haves(document);
        let weighting = Weighting::Mean;
        let before = seen(&document, &weighting);
        for open in before.ranking.not_scored.iter().filter(|open| open.lead == Lead::Possible) {
            for other in before.ranking.ranked.iter().map(|ranked| ranked.option) {
                let full = at_its_best(&document, &before, open, other);
                let after = seen_by(&full, &weighting, before.shares.clone());
                let (own, best) = (total(&after, open.option).unwrap(), total(&after, other).unwrap());
                prop_assert!(own >= best - 1e-8, "{} stays below {}: {:?}", own, best, open);
            }
        }
    }
}

/// What the properties are worth rests on this: that there are decided ranks beside open scales,
/// leads of every kind, and some that rest on what others miss.
#[test]
fn random_options_with_missing_cells_lead_never_perhaps_and_surely() {
    let mut runner = TestRunner::deterministic();
    let (mut decided, mut open_scales, mut by_others, mut leads) = (0, 0, 0, [0; 3]);
    for _ in 0..1_000 {
        let document = small_documents().new_tree(&mut runner).unwrap().current();
        let Seen { problem, ranking, shares } = seen(&document, &weightings()[1]);
        for open in &ranking.not_scored {
            decided += usize::from(open.rank.is_some());
            let is_open = |criterion: &usize| problem.open_scale(*criterion).is_some();
            open_scales += usize::from(open.missing.iter().any(is_open));
            let counting = (0..shares.len()).filter(|index| shares[*index] > 0.0);
            let mut of_others = counting.filter(|index| !open.missing.contains(index));
            let is_moved = of_others.any(|index| is_open(&index));
            by_others += usize::from(is_moved && open.lead == Lead::Possible);
            leads[open.lead as usize] += 1;
        }
    }
    let counts = [decided, open_scales, by_others, leads[0], leads[1], leads[2]];
    assert!(counts.iter().all(|count| *count >= 5), "{counts:?}");
}
