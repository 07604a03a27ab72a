//! Assumptions turned the other way, alone and in pairs: who wins then, and how firmly.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Evaluations, Weighting};
use crate::analysis::{Values, Watch, flip, is_tied};
use crate::model::Scenario;

/// What follows when one or two assumptions are turned.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    /// By their indices in the document, rising.
    pub assumptions: Vec<usize>,
    /// The first in the document of those level at the top; none where nothing is ranked.
    pub winner: Option<usize>,
    /// The flip distance then.
    pub points: Option<f64>,
    /// Whether the winner as things stand isn't first any more; level is still first.
    pub unseats: bool,
}

/// Every assumption turned alone, and every pair: those that unseat the winner as things stand
/// first, alone before in pairs, then in document order. None where the watch was told to cancel.
pub fn turned(
    scenario: &Scenario,
    weighting: &Weighting,
    winner: Option<usize>,
    watch: &Watch,
) -> Option<Vec<Turned>> {
    let count = scenario.assumptions.len();
    let alone = (0..count).map(|one| vec![one]);
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| vec![one, other]));
    let all: Vec<Vec<usize>> = alone.chain(pairs).collect();
    let of = |assumptions: Vec<usize>| {
        if watch.is_cancelled() { None } else { with(scenario, weighting, winner, assumptions) }
    };
    let mut found: Vec<Turned> = all.into_par_iter().filter_map(of).collect();
    // A stable sort: the rest stands as it was made.
    found.sort_by_key(|turned| !turned.unseats);
    (!watch.is_cancelled()).then_some(found)
}

fn with(
    scenario: &Scenario,
    weighting: &Weighting,
    winner: Option<usize>,
    assumptions: Vec<usize>,
) -> Option<Turned> {
    let mut changed = scenario.clone();
    for turned in &assumptions {
        changed.assumptions.get_mut(*turned).into_iter().for_each(|one| one.holds = !one.holds);
    }
    let evaluation = Evaluations::new(Arc::new(changed)).of(weighting).ok()?;
    let (values, shares) = (Values::new(&evaluation.problem), &evaluation.shares.criteria);
    let totals = values.totals(shares);
    let total_of = |option: usize| {
        let place = values.options.iter().position(|other| *other == option);
        place.and_then(|place| totals.get(place).copied())
    };
    let best = totals.iter().copied().reduce(f64::max);
    let is_first = |option: usize| {
        total_of(option).zip(best).is_some_and(|(total, best)| is_tied(total, best))
    };
    Some(Turned {
        winner: values.winner(shares).and_then(|place| values.options.get(place).copied()),
        points: flip(&values, shares).map(|flip| flip.points),
        unseats: winner.is_some_and(|winner| !is_first(winner)),
        assumptions,
    })
}
