//! PROMETHEE II (Brans and Vincke 1985): how much each option is preferred to the others, less how much they are to it.
//!
//! Preference on a criterion grows with the difference of raw scores alone, so that a sorted column and its running sums give every
//! option's flow in one sweep: n m log m in all. Gaussian preference is no sum of pieces and is counted pair by pair.

use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::Scored;
use crate::model::{Criterion, Goal, Preference};

/// A difference this near to a threshold where preference jumps, as a part of the scores, counts as the threshold: decimals such as
/// 0.8 − 0.6 aren't 0.2 to the last bit, and another unit would round them another way.
const AT_THRESHOLD: f64 = 1e-12;
/// Running sums over a range that is wider than so many ramps lose digits that the ranks would need.
const WIDEST_RAMP: f64 = 1e5;

/// Ranks by the net flow φ = φ⁺ − φ⁻, means over the other options. One option alone has none.
pub(super) fn rank(scored: &Scored, shares: &[f64]) -> MethodRanking {
    let count = scored.options.len();
    let mut totals = vec![(0.0, 0.0); count];
    for (index, (criterion, share)) in scored.criteria.iter().zip(shares).enumerate().filter(|(_, (_, share))| **share > 0.0) {
        let weight = share / count.saturating_sub(1).max(1) as f64;
        let column = oriented(scored.column(index), criterion);
        for ((plus, minus), (gains, losses)) in totals.iter_mut().zip(flows(&column, criterion.preference)) {
            *plus += weight * gains;
            *minus += weight * losses;
        }
    }
    let totals: Vec<(f64, Parts)> =
        totals.into_iter().map(|(phi_plus, phi_minus)| (phi_plus - phi_minus, Parts::Promethee { phi_plus, phi_minus })).collect();
    MethodRanking::of(scored, &totals, Better::Higher)
}

/// The net flows φ, by rising index, as they are without one of the options: what it gives and takes is taken back.
pub(super) fn without(scored: &Scored, shares: &[f64], flows: &[(usize, f64)], place: usize) -> Vec<(usize, f64)> {
    let count = flows.len() as f64;
    let Some(gone) = scored.rows().nth(place) else { return Vec::new() };
    let net = |row: &[f64]| -> f64 {
        let cells = row.iter().zip(gone).zip(scored.criteria).zip(shares);
        cells.map(|(((score, gone), criterion), share)| share * net_degree(criterion, *score, *gone)).sum()
    };
    let others = flows.iter().zip(scored.rows()).enumerate().filter(|(other, _)| *other != place);
    others.map(|(_, ((option, flow), row))| (*option, ((count - 1.0) * flow - net(row)) / (count - 2.0).max(1.0))).collect()
}

/// How much more a score is preferred to another than the other way round.
fn net_degree(criterion: &Criterion, score: f64, other: f64) -> f64 {
    let (score, other) = match criterion.goal {
        Goal::Maximize => (score, other),
        Goal::Minimize => (-score, -other),
    };
    degree(criterion.preference, score, other) - degree(criterion.preference, other, score)
}

/// The preference for a score over another, 0..1, by their raw scores; high is good.
pub fn degree(preference: Preference, score: f64, other: f64) -> f64 {
    let difference = score - other;
    match preference {
        Preference::Usual => f64::from(score > other),
        Preference::UShape(q) => f64::from(is_beyond(score, other, q)),
        Preference::VShape(p) => (difference / p).clamp(0.0, 1.0),
        Preference::Level(q, p) => f64::midpoint(f64::from(is_beyond(score, other, q)), f64::from(is_beyond(score, other, p))),
        Preference::Linear(q, p) if q == p => f64::from(is_beyond(score, other, q)),
        Preference::Linear(q, p) => ((difference - q) / (p - q)).clamp(0.0, 1.0),
        Preference::Gaussian(s) if difference > 0.0 => 1.0 - (-(difference / s) * (difference / s) / 2.0).exp(),
        Preference::Gaussian(_) => 0.0,
    }
}

/// Whether a score exceeds another by more than a threshold.
fn is_beyond(score: f64, other: f64, threshold: f64) -> bool {
    score - other > threshold + AT_THRESHOLD * score.abs().max(other.abs())
}

/// A column turned so that high is good.
fn oriented(column: impl Iterator<Item = f64>, criterion: &Criterion) -> Vec<f64> {
    match criterion.goal {
        Goal::Maximize => column.collect(),
        Goal::Minimize => column.map(|score| -score).collect(),
    }
}

/// Each option's preference over all others summed, and all others' over it, in the order of the column.
fn flows(column: &[f64], preference: Preference) -> Vec<(f64, f64)> {
    let mut rising: Vec<(f64, usize)> = column.iter().copied().zip(0..).collect();
    rising.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let scores: Vec<f64> = rising.iter().map(|(score, _)| *score).collect();
    // Losses are the gains of the column upside down.
    let turned: Vec<f64> = scores.iter().rev().map(|score| -score).collect();
    let (gains, losses) = (gains(&scores, preference), gains(&turned, preference));
    let mut flows = vec![(0.0, 0.0); column.len()];
    for ((_, place), flow) in rising.iter().zip(gains.into_iter().zip(losses.into_iter().rev())) {
        if let Some(own) = flows.get_mut(*place) {
            *own = flow;
        }
    }
    flows
}

/// The sums of each score's preference over all others, scores rising.
fn gains(scores: &[f64], preference: Preference) -> Vec<f64> {
    match preference {
        Preference::Usual => below(scores, |score, other| score > other),
        Preference::UShape(q) => below(scores, |score, other| is_beyond(score, other, q)),
        Preference::Linear(q, p) if q == p => below(scores, |score, other| is_beyond(score, other, q)),
        Preference::Level(q, p) => {
            let (some, full) =
                (below(scores, |score, other| is_beyond(score, other, q)), below(scores, |score, other| is_beyond(score, other, p)));
            some.into_iter().zip(full).map(|(some, full)| f64::midpoint(some, full)).collect()
        }
        Preference::VShape(p) => ramp(scores, 0.0, p, preference),
        Preference::Linear(q, p) => ramp(scores, q, p, preference),
        Preference::Gaussian(_) => by_pairs(scores, preference),
    }
}

/// For each score how many others it is preferred to, by a test that holds of a run of the lowest.
fn below(scores: &[f64], is_preferred: impl Fn(f64, f64) -> bool) -> Vec<f64> {
    let mut end = 0;
    let count = |score: &f64| {
        end += scores.iter().skip(end).take_while(|other| is_preferred(*score, **other)).count();
        end as f64
    };
    scores.iter().map(count).collect()
}

/// For each score how many others lie p or more below it, and for those between q and p below it the sum of (d − q)/(p − q), by
/// running sums.
fn ramp(scores: &[f64], q: f64, p: f64, preference: Preference) -> Vec<f64> {
    let width = p - q;
    let Some((first, last)) = scores.first().zip(scores.last()) else { return Vec::new() };
    if (last - first) / width > WIDEST_RAMP {
        return by_pairs(scores, preference);
    }
    let steps: Vec<f64> = scores.iter().map(|score| (score - first) / width).collect();
    let sums: Vec<f64> = std::iter::once(0.0)
        .chain(steps.iter().scan(0.0, |sum, step| {
            *sum += step;
            Some(*sum)
        }))
        .collect();
    let sum = |end: f64| sums.get(end as usize).copied().unwrap_or(0.0);
    let (full, some) = (below(scores, |score, other| score - other >= p), below(scores, |score, other| score - other > q));
    let between = |(step, (full, some)): (&f64, (f64, f64))| full + (some - full) * (step - q / width) - (sum(some) - sum(full));
    steps.iter().zip(full.into_iter().zip(some)).map(between).collect()
}

fn by_pairs(scores: &[f64], preference: Preference) -> Vec<f64> {
    scores.iter().map(|score| scores.iter().map(|other| degree(preference, *score, *other)).sum()).collect()
}
