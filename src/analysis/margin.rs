//! The best margin that an option can have over the others, whatever the weights: a linear
//! programme, its answer checked from both sides.

use microlp::OptimizationDirection::{Maximize, Minimize};
use microlp::{ComparisonOp, Problem as Programme};

use super::narrowing::{Grown, Rows, Start, narrowed};
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
        Standing::Level(margin) | Standing::Behind(Behind { margin, .. }) => Some(margin),
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
    /// Below it.
    Behind(Behind),
}

/// How an option lies behind the others.
pub(super) struct Behind {
    pub margin: Margin,
    /// Its leads, criterion by criterion, over the mix of the others that is hardest to beat. None
    /// is above zero, so that no score on one criterion alone makes it draw level unless it makes
    /// that lead good.
    pub leads: Vec<f64>,
    /// The places of those in the mix.
    hardest: Vec<usize>,
}

/// The others as rows of a programme over weights of criteria: the own leads over each.
struct Rivals<'a, F> {
    field: &'a Field<'a>,
    place: usize,
    is_enough: F,
}

impl<F: Fn(f64) -> bool> Rows for Rivals<'_, F> {
    fn worst(&self, weights: &[f64]) -> Option<usize> {
        self.field.largest_gap(self.place, weights).map(|(rival, _)| rival)
    }

    fn row(&self, rival: usize) -> Vec<f64> {
        let pairs = self.field.values.row(self.place).iter().zip(self.field.values.row(rival));
        pairs.map(|(own, rival)| own - rival).collect()
    }

    fn is_enough(&self, goal: f64) -> bool {
        (self.is_enough)(goal)
    }
}

/// The criteria as rows of a programme over parts of a mix of rivals: the rivals' leads on each.
struct Mixed<'a> {
    own: &'a [f64],
    rivals: Vec<&'a [f64]>,
}

impl Mixed<'_> {
    /// The own leads over a mix.
    fn leads(&self, mix: &[f64]) -> Vec<f64> {
        let of = |criterion: usize| {
            let leads = self.row(criterion).into_iter().zip(mix);
            -leads.map(|(lead, part)| part * lead).sum::<f64>()
        };
        (0..self.own.len()).map(of).collect()
    }
}

impl Rows for Mixed<'_> {
    fn worst(&self, mix: &[f64]) -> Option<usize> {
        let leads = self.leads(mix).into_iter().enumerate();
        leads.reduce(|most, next| if next.1 > most.1 { next } else { most }).map(|most| most.0)
    }

    fn row(&self, criterion: usize) -> Vec<f64> {
        let lead = |rival: &&[f64]| at(rival, criterion) - at(self.own, criterion);
        self.rivals.iter().map(lead).collect()
    }
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
        let rivals = Rivals { field: self, place, is_enough: |_| false };
        let found = narrowed(best_mix(self.values.width), grown, &[], &rivals)?;
        let (shares, margin) = self.or_one_alone(place, parts_of_one(&found.weights)?)?;
        let found_margin = Margin { margin, shares };
        if margin >= -SURE {
            return Some(Standing::Level(found_margin));
        }
        let behind = self.behind(place, found_margin, &found.counted, grown)?;
        let most = behind.leads.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let is_sure = most - margin <= SURE || most < -SURE;
        is_sure.then_some(Standing::Behind(behind))
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
    /// mix of some rivals that leaves the least there.
    fn behind(
        &self,
        place: usize,
        margin: Margin,
        rivals: &[usize],
        grown: Grown,
    ) -> Option<Behind> {
        let rows = rivals.iter().map(|rival| self.values.row(*rival)).collect();
        let mixed = Mixed { own: self.values.row(place), rivals: rows };
        let mix = narrowed(best_mix(rivals.len()), grown, &[], &mixed)?.weights;
        let mix = parts_of_one(&mix)?;
        let counted = rivals.iter().zip(&mix).filter(|(_, part)| **part > 0.0);
        let hardest = counted.map(|(rival, _)| *rival).collect();
        Some(Behind { margin, leads: mixed.leads(&mix), hardest })
    }

    /// The least lift on one criterion of the value of an option that lies behind that lets it draw
    /// level with all others somewhere, and the weighting where it does. None where there is none,
    /// and where it takes more than is worth while.
    pub(super) fn least_lift(
        &self,
        place: usize,
        behind: &Behind,
        criterion: usize,
        is_too_much: impl Fn(f64) -> bool,
    ) -> Option<(f64, Vec<f64>)> {
        let rivals = Rivals { field: self, place, is_enough: is_too_much };
        let lift = lifting_weights(self.values.width, criterion);
        let weights = narrowed(lift, Grown::Further, &behind.hardest, &rivals)?.weights;
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

fn at(row: &[f64], criterion: usize) -> f64 {
    row.get(criterion).copied().unwrap_or(0.0)
}
