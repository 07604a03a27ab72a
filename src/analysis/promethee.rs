//! PROMETHEE II (Brans and Vincke 1985): how much each option is preferred to the others, less how
//! much they are to it.
//!
//! Preference on a criterion grows with the difference of raw scores alone, so that a sorted column
//! and its running sums give every option's flow in one sweep: n m log m in all. Gaussian
//! preference is no sum of pieces and is counted pair by pair.

use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::Scored;
use crate::model::{Criterion, Goal, Preference};

/// A difference this near to a threshold where preference jumps, as a part of the scores, counts as
/// the threshold: decimals such as 0.8 − 0.6 aren't 0.2 to the last bit, and another unit would
/// round them another way.
const AT_THRESHOLD: f64 = 1e-12;
/// Running sums over a range that is wider than so many ramps lose digits that the ranks would
/// need.
const WIDEST_RAMP: f64 = 1e5;

/// Ranks by the net flow φ = φ⁺ − φ⁻, means over the other options. One option alone has none.
pub(super) fn rank(scored: &Scored, shares: &[f64]) -> MethodRanking {
    let count = scored.count();
    let mut totals = vec![(0.0, 0.0); count];
    for ((criterion, column), share) in
        scored.columns().zip(shares).filter(|(_, share)| **share > 0.0)
    {
        let weight = share / count.saturating_sub(1).max(1) as f64;
        let column = oriented(column, criterion);
        for ((plus, minus), (gains, losses)) in
            totals.iter_mut().zip(flows(&column, criterion.preference))
        {
            *plus += weight * gains;
            *minus += weight * losses;
        }
    }
    let totals: Vec<(f64, Parts)> = totals
        .into_iter()
        .map(|(phi_plus, phi_minus)| {
            (phi_plus - phi_minus, Parts::Promethee { phi_plus, phi_minus })
        })
        .collect();
    MethodRanking::of(scored, &totals, Better::Higher)
}

/// The net flows φ, by rising index, as they are without one of the options: what it gives and
/// takes is taken back.
pub(super) fn without(
    scored: &Scored,
    shares: &[f64],
    flows: &[(usize, f64)],
    place: usize,
) -> Vec<(usize, f64)> {
    let count = flows.len() as f64;
    let mut nets = vec![0.0; flows.len()];
    for ((criterion, column), share) in scored.columns().zip(shares) {
        let Some(gone) = column.get(place) else { return Vec::new() };
        for (net, score) in nets.iter_mut().zip(column) {
            *net += share * net_degree(criterion, *score, *gone);
        }
    }
    let others = flows.iter().zip(nets).enumerate().filter(|(other, _)| *other != place);
    others
        .map(|(_, ((option, flow), net))| {
            (*option, ((count - 1.0) * flow - net) / (count - 2.0).max(1.0))
        })
        .collect()
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
        Preference::Level(q, p) => f64::midpoint(
            f64::from(is_beyond(score, other, q)),
            f64::from(is_beyond(score, other, p)),
        ),
        Preference::Linear(q, p) if q == p => f64::from(is_beyond(score, other, q)),
        Preference::Linear(q, p) => ((difference - q) / (p - q)).clamp(0.0, 1.0),
        Preference::Gaussian(s) if difference > 0.0 => {
            1.0 - (-(difference / s) * (difference / s) / 2.0).exp()
        }
        Preference::Gaussian(_) => 0.0,
    }
}

/// Whether a score exceeds another by more than a threshold.
fn is_beyond(score: f64, other: f64, threshold: f64) -> bool {
    score - other > threshold + AT_THRESHOLD * score.abs().max(other.abs())
}

/// A column turned so that high is good.
fn oriented(column: &[f64], criterion: &Criterion) -> Vec<f64> {
    match criterion.goal {
        Goal::Maximize => column.to_vec(),
        Goal::Minimize => column.iter().map(|score| -score).collect(),
    }
}

/// Each option's preference over all others summed, and all others' over it, in the order of the
/// column.
fn flows(column: &[f64], preference: Preference) -> Vec<(f64, f64)> {
    let mut rising: Vec<(f64, usize)> = column.iter().copied().zip(0..).collect();
    rising.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let scores: Vec<f64> = rising.iter().map(|(score, _)| *score).collect();
    let (gains, losses) = sorted_flows(&scores, preference);
    let mut flows = vec![(0.0, 0.0); column.len()];
    for ((_, place), flow) in rising.iter().zip(gains.into_iter().zip(losses)) {
        if let Some(own) = flows.get_mut(*place) {
            *own = flow;
        }
    }
    flows
}

/// The sums of each score's preference over all others, and of theirs over it, scores rising.
fn sorted_flows(scores: &[f64], preference: Preference) -> (Vec<f64>, Vec<f64>) {
    if let Some(gains) = running_gains(scores, preference) {
        // Losses are the gains of the column upside down.
        let turned: Vec<f64> = scores.iter().rev().map(|score| -score).collect();
        if let Some(mut losses) = running_gains(&turned, preference) {
            losses.reverse();
            return (gains, losses);
        }
    }
    by_pairs(scores, preference)
}

/// The gains, where they can be had from running sums.
fn running_gains(scores: &[f64], preference: Preference) -> Option<Vec<f64>> {
    let beyond = |q: f64| below(scores, |score, other| is_beyond(score, other, q));
    match preference {
        Preference::Usual => Some(below(scores, |score, other| score > other)),
        Preference::UShape(q) => Some(beyond(q)),
        Preference::Linear(q, p) if q == p => Some(beyond(q)),
        Preference::Level(q, p) => Some(
            beyond(q)
                .into_iter()
                .zip(beyond(p))
                .map(|(some, full)| f64::midpoint(some, full))
                .collect(),
        ),
        Preference::VShape(p) => ramp(scores, 0.0, p),
        Preference::Linear(q, p) => ramp(scores, q, p),
        Preference::Gaussian(_) => None,
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

/// For each score how many others lie p or more below it, and for those between q and p below it
/// the sum of (d − q)/(p − q), by running sums; none where those would lose digits.
fn ramp(scores: &[f64], q: f64, p: f64) -> Option<Vec<f64>> {
    let width = p - q;
    let Some((first, last)) = scores.first().zip(scores.last()) else { return Some(Vec::new()) };
    if (last - first) / width > WIDEST_RAMP {
        return None;
    }
    let steps: Vec<f64> = scores.iter().map(|score| (score - first) / width).collect();
    let sums: Vec<f64> = std::iter::once(0.0)
        .chain(steps.iter().scan(0.0, |sum, step| {
            *sum += step;
            Some(*sum)
        }))
        .collect();
    let sum = |end: f64| sums.get(end as usize).copied().unwrap_or(0.0);
    let (full, some) = (
        below(scores, |score, other| score - other >= p),
        below(scores, |score, other| score - other > q),
    );
    let between = |(step, (full, some)): (&f64, (f64, f64))| {
        full + (some - full) * (step - q / width) - (sum(some) - sum(full))
    };
    Some(steps.iter().zip(full.into_iter().zip(some)).map(between).collect())
}

/// Each pair once: a score is preferred to lower ones alone.
fn by_pairs(scores: &[f64], preference: Preference) -> (Vec<f64>, Vec<f64>) {
    let (mut gains, mut losses) = (vec![0.0; scores.len()], vec![0.0; scores.len()]);
    for (place, (score, gain)) in scores.iter().zip(&mut gains).enumerate() {
        for (lower, loss) in scores.iter().zip(&mut losses).take(place) {
            let degree = degree(preference, *score, *lower);
            *gain += degree;
            *loss += degree;
        }
    }
    (gains, losses)
}
