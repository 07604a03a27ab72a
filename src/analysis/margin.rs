//! The best margin that an option can have over the others, whatever the weights: a linear
//! programme, its answer checked from both sides.

use microlp::OptimizationDirection::{Maximize, Minimize};
use microlp::{ComparisonOp, Problem as Programme};

use super::narrowing::{Grown, Start, narrowed};
use super::values::Columns;
use crate::analysis::Values;

/// How far the two sides of an answer may lie apart, and by how much a margin below zero still
/// counts as zero.
pub const SURE: f64 = 1e-9;

/// An option's best margin, and where it has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// Its total less the best other's; 1 where there is no other.
    pub margin: f64,
    /// The weighting at which that is so.
    pub shares: Vec<f64>,
}

/// The best margin of the option at a place. Values a billionth apart, as an outlier leaves them,
/// can keep the two sides of the answer further apart than that: it counts if both say alike
/// whether the margin is below zero. None where they don't.
pub fn best_margin(values: &Values, place: usize) -> Option<Margin> {
    let field = Field::new(values);
    match field.standing(place)? {
        Standing::Level(margin) | Standing::Behind(margin, _) => Some(margin),
    }
}

/// The options against each other, criterion by criterion.
pub(super) struct Field<'a> {
    pub values: &'a Values,
    columns: Columns,
}

/// How an option's best margin lies to zero.
pub(super) enum Standing {
    /// At it or above.
    Level(Margin),
    /// Below it. Beside it the option's leads, criterion by criterion, over the mix of the others
    /// that is hardest to beat: none is above zero, and one criterion alone must make its own good
    /// before the option draws level.
    Behind(Margin, Vec<f64>),
}

impl<'a> Field<'a> {
    pub(super) fn new(values: &'a Values) -> Self {
        Self { values, columns: Columns::new(values) }
    }

    /// Whether an option draws level with all others on one criterion alone or on some of those on
    /// which it stands nearest to the best, weighed alike: which spares the linear programme.
    pub(super) fn is_first_somewhere(&self, place: usize) -> bool {
        let own = self.values.row(place);
        let mut nearest: Vec<(f64, usize)> =
            self.columns.best().zip(own).map(|(best, own)| best - own).zip(0..).collect();
        nearest.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        if nearest.first().is_some_and(|(behind, _)| *behind <= 0.0) {
            return true;
        }
        let counts = std::iter::successors(Some(2), |count| Some(count + count / 2));
        counts.take_while(|count| *count <= nearest.len()).any(|count| {
            let mut shares = vec![0.0; own.len()];
            for (_, criterion) in nearest.iter().take(count) {
                shares
                    .get_mut(*criterion)
                    .into_iter()
                    .for_each(|share| *share = 1.0 / count as f64);
            }
            self.largest_gap(place, &shares).is_some_and(|(_, gap)| gap <= 0.0)
        })
    }

    /// The best margin, sure by itself or by the mix that no weighting does better against.
    pub(super) fn standing(&self, place: usize) -> Option<Standing> {
        let own = self.values.row(place);
        if self.values.count() < 2 {
            let shares = vec![1.0 / own.len() as f64; own.len()];
            return Some(Standing::Level(Margin { margin: 1.0, shares }));
        }
        self.standing_by(place, Grown::Further).or_else(|| self.standing_by(place, Grown::Anew))
    }

    fn standing_by(&self, place: usize, grown: Grown) -> Option<Standing> {
        let own = self.values.row(place);
        let ahead = |weights: &[f64]| self.largest_gap(place, weights).map(|(rival, _)| rival);
        let leads = |rival: usize| leads(own, self.values.row(rival));
        let found = narrowed(best_mix(own.len()), grown, ahead, leads, |_| false)?;
        let (shares, margin) = self.or_one_alone(place, parts_of_one(&found.weights)?)?;
        if margin >= -SURE {
            return Some(Standing::Level(Margin { margin, shares }));
        }
        let leads = self.leads_over_hardest_mix(place, &found.counted, grown)?;
        let most = leads.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let is_sure = most - margin <= SURE || most < -SURE;
        is_sure.then_some(Standing::Behind(Margin { margin, shares }, leads))
    }

    /// The better of some shares and all share on one criterion, which no solver rounds, with the
    /// margin there.
    fn or_one_alone(&self, place: usize, shares: Vec<f64>) -> Option<(Vec<f64>, f64)> {
        let found = -self.largest_gap(place, &shares)?.1;
        let own = self.values.row(place);
        let leads = self.columns.best_beside(place).zip(own).map(|(best, own)| own - best);
        let (alone, most) = (0..own.len())
            .zip(leads)
            .reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        let alone = (0..own.len()).map(|criterion| if criterion == alone { 1.0 } else { 0.0 });
        Some(if most > found { (alone.collect(), most) } else { (shares, found) })
    }

    /// Against a mix of the others no weighting does better than at the best single criterion: the
    /// leads over the mix that leaves the least there.
    fn leads_over_hardest_mix(
        &self,
        place: usize,
        rivals: &[usize],
        grown: Grown,
    ) -> Option<Vec<f64>> {
        let own = self.values.row(place);
        let lead = |rival: usize, criterion: usize| {
            at(own, criterion) - at(self.values.row(rival), criterion)
        };
        let leads_over = |mix: &[f64]| -> Vec<f64> {
            let of = |criterion: usize| {
                rivals.iter().zip(mix).map(|(rival, part)| part * lead(*rival, criterion)).sum()
            };
            (0..own.len()).map(of).collect()
        };
        let best = |mix: &[f64]| {
            let leads = leads_over(mix).into_iter().enumerate();
            leads.reduce(|most, next| if next.1 > most.1 { next } else { most }).map(|most| most.0)
        };
        let row = |criterion: usize| rivals.iter().map(|rival| -lead(*rival, criterion)).collect();
        let found = narrowed(best_mix(rivals.len()), grown, best, row, |_| false)?;
        Some(leads_over(&parts_of_one(&found.weights)?))
    }

    /// The least lift of an option's value on one criterion that lets it draw level with all others
    /// somewhere, and the weighting where it does. None where there is none, and where it takes
    /// more than is worth while.
    pub(super) fn least_lift(
        &self,
        place: usize,
        criterion: usize,
        is_too_much: impl Fn(f64) -> bool,
    ) -> Option<(f64, Vec<f64>)> {
        let own = self.values.row(place);
        let ahead = |weights: &[f64]| self.largest_gap(place, weights).map(|(rival, _)| rival);
        let leads = |rival: usize| leads(own, self.values.row(rival));
        let lift = lifting_weights(own.len(), criterion);
        let weights = narrowed(lift, Grown::Further, ahead, leads, is_too_much)?.weights;
        // What these very weights need, whatever the solver rounded.
        let (_, gap) = self.largest_gap(place, &weights)?;
        Some((gap.max(0.0), parts_of_one(&weights)?))
    }

    /// The totals under shares, place by place.
    pub(super) fn totals(&self, shares: &[f64]) -> Vec<f64> {
        self.columns.totals(shares)
    }

    /// The other whose total lies farthest above the own, the first of several, and by how much.
    fn largest_gap(&self, place: usize, weights: &[f64]) -> Option<(usize, f64)> {
        let totals = self.columns.totals(weights);
        let own = *totals.get(place)?;
        let others = totals.iter().map(|total| total - own).enumerate();
        others
            .filter(|(other, _)| *other != place)
            .reduce(|most, next| if next.1 > most.1 { next } else { most })
    }
}

/// max t: Σ w row ≥ t for every row, w ≥ 0, Σ w = 1.
fn best_mix(width: usize) -> Start {
    let mut programme = Programme::new(Maximize);
    let weights: Vec<_> = (0..width).map(|_| programme.add_var(0.0, (0.0, 1.0))).collect();
    let margin = programme.add_var(1.0, (-1.0, 1.0));
    programme.add_constraint(weights.iter().map(|weight| (*weight, 1.0)), ComparisonOp::Eq, 1.0);
    Start { programme, weights, goal: (margin, -1.0) }
}

/// min t: Σ u row + t ≥ 0 for every row, u ≥ 0, u = 1 on the criterion that is lifted.
fn lifting_weights(width: usize, criterion: usize) -> Start {
    let mut programme = Programme::new(Minimize);
    let bounds = |index: usize| if index == criterion { (1.0, 1.0) } else { (0.0, f64::INFINITY) };
    let weights = (0..width).map(|index| programme.add_var(0.0, bounds(index))).collect();
    let lift = programme.add_var(1.0, (0.0, f64::INFINITY));
    Start { programme, weights, goal: (lift, 1.0) }
}

/// Non-negative numbers divided by their sum.
fn parts_of_one(numbers: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = numbers.iter().sum();
    (sum > 0.0 && sum.is_finite()).then(|| numbers.iter().map(|number| number / sum).collect())
}

fn leads(own: &[f64], rival: &[f64]) -> Vec<f64> {
    own.iter().zip(rival).map(|(own, rival)| own - rival).collect()
}

fn at(row: &[f64], criterion: usize) -> f64 {
    row.get(criterion).copied().unwrap_or(0.0)
}
