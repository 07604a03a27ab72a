//! The best margin that an option can have over the others, whatever the weights: a linear
//! programme, its answer checked from both sides.

use microlp::{ComparisonOp, OptimizationDirection, Problem as Programme, Variable};

use super::values::total;
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
    let own = values.row(place);
    let rivals = rivals(values, place);
    if rivals.is_empty() {
        return Some(Margin { margin: 1.0, shares: vec![1.0 / own.len() as f64; own.len()] });
    }
    let (shares, counted) = narrowed(own, &rivals, |counted| best_weighting(own, counted))?;
    let (shares, margin) = or_one_alone(own, &rivals, shares)?;
    // Against a mix of the others no weighting does better than at the best single criterion.
    let mix = hardest_mix(own, &counted)?;
    let lead = |criterion: usize| -> f64 {
        let leads = counted
            .iter()
            .zip(&mix)
            .map(|(rival, part)| part * (at(own, criterion) - at(rival, criterion)));
        leads.sum()
    };
    let most = (0..own.len()).map(lead).fold(f64::NEG_INFINITY, f64::max);
    let is_sure = most - margin <= SURE || margin >= -SURE || most < -SURE;
    is_sure.then_some(Margin { margin, shares })
}

/// The better of some shares and all share on one criterion, which no solver rounds, with the
/// margin there.
fn or_one_alone(own: &[f64], rivals: &[&[f64]], shares: Vec<f64>) -> Option<(Vec<f64>, f64)> {
    let found = -largest_gap(own, rivals, &shares)?.1;
    let lead = |criterion: usize| {
        rivals
            .iter()
            .map(|rival| at(own, criterion) - at(rival, criterion))
            .fold(f64::INFINITY, f64::min)
    };
    let leads = (0..own.len()).map(|criterion| (criterion, lead(criterion)));
    let (alone, most) = leads.reduce(|most, next| if next.1 > most.1 { next } else { most })?;
    let alone = (0..own.len()).map(|criterion| if criterion == alone { 1.0 } else { 0.0 });
    Some(if most > found { (alone.collect(), most) } else { (shares, found) })
}

/// Whether an option can come first on one criterion alone, which spares the linear programme.
pub(super) fn is_first_somewhere(values: &Values, place: usize) -> bool {
    let is_first =
        |(criterion, own): (usize, &f64)| values.rows().all(|row| at(row, criterion) <= *own);
    values.row(place).iter().enumerate().any(is_first)
}

/// The rows of all other options.
pub(super) fn rivals(values: &Values, place: usize) -> Vec<&[f64]> {
    values.rows().enumerate().filter(|(other, _)| *other != place).map(|(_, row)| row).collect()
}

/// Solves against few rivals and takes in the one that the answer leaves farthest ahead, until that
/// one is counted already: most never matter. The weights, and the rivals that were counted.
fn narrowed<'a>(
    own: &[f64],
    rivals: &[&'a [f64]],
    solve: impl Fn(&[&'a [f64]]) -> Option<Vec<f64>>,
) -> Option<(Vec<f64>, Vec<&'a [f64]>)> {
    let mut is_counted = vec![false; rivals.len()];
    let mut counted: Vec<&[f64]> = Vec::new();
    let mut weights = vec![1.0; own.len()];
    loop {
        let (ahead, _) = largest_gap(own, rivals, &weights)?;
        if std::mem::replace(is_counted.get_mut(ahead)?, true) {
            return Some((weights, counted));
        }
        counted.push(rivals.get(ahead)?);
        weights = solve(&counted)?;
    }
}

/// The rival whose total lies farthest above the own, and by how much.
fn largest_gap(own: &[f64], rivals: &[&[f64]], weights: &[f64]) -> Option<(usize, f64)> {
    let gap = |rival: &&[f64]| total(rival, weights) - total(own, weights);
    rivals
        .iter()
        .map(gap)
        .enumerate()
        .reduce(|most, next| if next.1 > most.1 { next } else { most })
}

/// max t: Σ w (own − rival) ≥ t for every rival, w ≥ 0, Σ w = 1.
fn best_weighting(own: &[f64], rivals: &[&[f64]]) -> Option<Vec<f64>> {
    let mut programme = Programme::new(OptimizationDirection::Maximize);
    let weights: Vec<Variable> = own.iter().map(|_| programme.add_var(0.0, (0.0, 1.0))).collect();
    let margin = programme.add_var(1.0, (-1.0, 1.0));
    for rival in rivals {
        let leads = weights
            .iter()
            .zip(own.iter().zip(*rival))
            .map(|(weight, (own, rival))| (*weight, own - rival));
        programme.add_constraint(leads.chain([(margin, -1.0)]), ComparisonOp::Ge, 0.0);
    }
    programme.add_constraint(weights.iter().map(|weight| (*weight, 1.0)), ComparisonOp::Eq, 1.0);
    solved(&programme, &weights)
}

/// min t: Σ m (own − rival) ≤ t on every criterion, m ≥ 0, Σ m = 1.
fn hardest_mix(own: &[f64], rivals: &[&[f64]]) -> Option<Vec<f64>> {
    let mut programme = Programme::new(OptimizationDirection::Minimize);
    let parts: Vec<Variable> = rivals.iter().map(|_| programme.add_var(0.0, (0.0, 1.0))).collect();
    let most = programme.add_var(1.0, (-1.0, 1.0));
    for (criterion, own) in own.iter().enumerate() {
        let leads =
            parts.iter().zip(rivals).map(|(part, rival)| (*part, own - at(rival, criterion)));
        programme.add_constraint(leads.chain([(most, -1.0)]), ComparisonOp::Le, 0.0);
    }
    programme.add_constraint(parts.iter().map(|part| (*part, 1.0)), ComparisonOp::Eq, 1.0);
    solved(&programme, &parts)
}

/// The least lift of an option's value on one criterion that lets it draw level with all others
/// somewhere, and the weighting where it does. None where there is none.
pub(super) fn least_lift(
    own: &[f64],
    rivals: &[&[f64]],
    criterion: usize,
) -> Option<(f64, Vec<f64>)> {
    let (weights, _) = narrowed(own, rivals, |counted| lifting_weights(own, counted, criterion))?;
    // What these very weights need, whatever the solver rounded.
    let (_, gap) = largest_gap(own, rivals, &weights)?;
    Some((gap.max(0.0), parts_of_one(&weights)?))
}

/// min t: Σ u (rival − own) ≤ t for every rival, u ≥ 0, u = 1 on the criterion that is lifted.
fn lifting_weights(own: &[f64], rivals: &[&[f64]], criterion: usize) -> Option<Vec<f64>> {
    let mut programme = Programme::new(OptimizationDirection::Minimize);
    let bounds = |index: usize| if index == criterion { (1.0, 1.0) } else { (0.0, f64::INFINITY) };
    let weights: Vec<Variable> =
        (0..own.len()).map(|index| programme.add_var(0.0, bounds(index))).collect();
    let lift = programme.add_var(1.0, (0.0, f64::INFINITY));
    for rival in rivals {
        let gaps = weights
            .iter()
            .zip(own.iter().zip(*rival))
            .map(|(weight, (own, rival))| (*weight, rival - own));
        programme.add_constraint(gaps.chain([(lift, -1.0)]), ComparisonOp::Le, 0.0);
    }
    solved_freely(&programme, &weights)
}

fn solved(programme: &Programme, variables: &[Variable]) -> Option<Vec<f64>> {
    parts_of_one(&solved_freely(programme, variables)?)
}

fn solved_freely(programme: &Programme, variables: &[Variable]) -> Option<Vec<f64>> {
    let solution = programme.solve().ok()?.into_solution().ok()?;
    Some(variables.iter().map(|variable| solution.var_value(*variable).max(0.0)).collect())
}

/// Non-negative numbers divided by their sum.
fn parts_of_one(numbers: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = numbers.iter().sum();
    (sum > 0.0 && sum.is_finite()).then(|| numbers.iter().map(|number| number / sum).collect())
}

fn at(row: &[f64], criterion: usize) -> f64 {
    row.get(criterion).copied().unwrap_or(0.0)
}
