//! VIKOR (Opricovic and Tzeng 2004): a compromise between the group's utility and the worst regret.
//! Lower is better throughout.

use super::standing::{Better, MethodRanking, Parts};
use crate::analysis::{Ends, Scored, TIE, is_tied};

/// A range of S or R up to this counts as none.
const NO_RANGE: f64 = 1e-12;

/// Ranks by Q = v (S − min S)/(max S − min S) + (1 − v)(R − min R)/(max R − min R).
pub(super) fn rank(scored: &Scored, shares: &[f64], v: f64) -> MethodRanking {
    let measures = utilities_and_regrets(scored, shares);
    let (of_s, of_r) = (
        Part::over(measures.iter().map(|(s, _)| *s)),
        Part::over(measures.iter().map(|(_, r)| *r)),
    );
    let q = |(s, r): &(f64, f64)| v * of_s.place(*s) + (1.0 - v) * of_r.place(*r);
    let totals: Vec<(f64, Parts)> = measures
        .iter()
        .map(|measure| (q(measure), Parts::Vikor { s: measure.0, r: measure.1 }))
        .collect();
    let compromise = compromise(scored, &totals);
    MethodRanking { compromise, ..MethodRanking::of(scored, &totals, Better::Lower) }
}

/// S and R: the sum and the greatest of share × distance from the best as a part of the range; 0
/// for a constant column.
fn utilities_and_regrets(scored: &Scored, shares: &[f64]) -> Vec<(f64, f64)> {
    let mut measures = vec![(0.0, 0.0); scored.count()];
    for ((criterion, column), share) in scored.columns().zip(shares) {
        let ends = Ends::of(criterion, column);
        for ((sum, greatest), score) in measures.iter_mut().zip(column) {
            let term = share * distance(*score, ends);
            *sum += term;
            *greatest = f64::max(*greatest, term);
        }
    }
    measures
}

/// Halved where the range is wider than numbers go.
fn distance(score: f64, ends: Ends) -> f64 {
    let range = ends.best - ends.worst;
    if range == 0.0 {
        0.0
    } else if range.is_finite() {
        (ends.best - score) / range
    } else {
        (ends.best / 2.0 - score / 2.0) / (ends.best / 2.0 - ends.worst / 2.0)
    }
}

/// The least and the greatest of S or R.
struct Part {
    least: f64,
    range: f64,
}

impl Part {
    fn over(measures: impl Iterator<Item = f64> + Clone) -> Self {
        let least = measures.clone().fold(f64::INFINITY, f64::min);
        Self { least, range: measures.fold(f64::NEG_INFINITY, f64::max) - least }
    }

    fn place(&self, measure: f64) -> f64 {
        if self.range <= NO_RANGE { 0.0 } else { (measure - self.least) / self.range }
    }
}

/// The compromise set, in document order. With DQ = 1/(m − 1): the options with the lowest Q, if
/// the next Q is at least DQ higher (C1) and each of them is also best in S or in R (C2); with C1
/// alone also the next; without C1 all whose Q is less than DQ higher.
fn compromise(scored: &Scored, totals: &[(f64, Parts)]) -> Vec<usize> {
    let lowest = totals.iter().map(|(q, _)| *q).fold(f64::INFINITY, f64::min);
    let next = totals
        .iter()
        .map(|(q, _)| *q)
        .filter(|q| !is_tied(*q, lowest))
        .fold(f64::INFINITY, f64::min);
    let advantage = 1.0 / (totals.len().max(2) - 1) as f64;
    let is_far = next - lowest >= advantage - TIE;
    let up_to = |most: f64| {
        let near = scored.options.iter().zip(totals).filter(move |(_, (q, _))| *q <= most);
        near.map(|(option, _)| *option).collect()
    };
    if !is_far {
        let near =
            scored.options.iter().zip(totals).filter(|(_, (q, _))| *q - lowest < advantage - TIE);
        return near.map(|(option, _)| *option).collect();
    }
    if is_stable(totals, lowest) || next.is_infinite() {
        up_to(lowest + TIE)
    } else {
        up_to(next + TIE)
    }
}

/// C2.
fn is_stable(totals: &[(f64, Parts)], lowest: f64) -> bool {
    let measures = totals.iter().filter_map(|(q, parts)| match parts {
        Parts::Vikor { s, r } => Some((*q, *s, *r)),
        _ => None,
    });
    let least =
        measures.clone().fold((f64::INFINITY, f64::INFINITY), |(s, r), (_, own_s, own_r)| {
            (s.min(own_s), r.min(own_r))
        });
    let mut best = measures.filter(|(q, ..)| is_tied(*q, lowest));
    best.all(|(_, s, r)| is_tied(s, least.0) || is_tied(r, least.1))
}
