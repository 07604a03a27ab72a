//! One score changed: what the change is a part of, which scores reach a value, and the document
//! with the changed score in its place.

use std::sync::Arc;

use crate::analysis::{SURE, Scale};
use crate::model::{Criterion, MustHave, NodeId, OptionId, Scenario, Score, Team, TeamId};

/// Whose scores are looked at: a team's, or the base's.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub scenario: &'a Scenario,
    pub team: Option<&'a TeamId>,
}

impl Asked<'_> {
    /// The document with another score where it counts: among the team's own scores if the cell
    /// stands there, else among the base's.
    pub(super) fn with_score(&self, option: &OptionId, criterion: &NodeId, score: f64) -> Scenario {
        let mut changed = self.scenario.clone();
        let is_own = |team: &Team| {
            let own = team.opened().and_then(|judged| judged.scores.get(option, criterion));
            Some(&team.id) == self.team && own.is_some()
        };
        let own = changed.teams.iter_mut().find(|team| is_own(team));
        let table = match own.and_then(|team| Arc::make_mut(team).opened_mut()) {
            Some(judged) => &mut judged.scores,
            None => &mut changed.scores,
        };
        table.set(option.clone(), criterion.clone(), Score::exact(score));
        changed
    }

    /// Whether the score that counts in a cell is the team's own.
    pub(super) fn is_own(&self, option: &OptionId, criterion: &NodeId) -> bool {
        let team = self.team.and_then(|id| self.scenario.open_team(id));
        team.is_some_and(|team| team.own_cell(option, criterion).is_some())
    }
}

/// A change of score as a part of its criterion's range.
pub(super) fn part(criterion: &Criterion, scale: &Scale, from: f64, to: f64) -> f64 {
    let (min, max) = scale.range(criterion).unwrap_or((0.0, 1.0));
    let (way, span) = (to - from, max - min);
    if way.is_finite() && span.is_finite() {
        return (way / span).abs();
    }
    // Halved, as two scores may lie further apart than numbers go.
    ((to / 2.0 - from / 2.0) / (max / 2.0 - min / 2.0)).abs()
}

/// What a score's value is to be.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    AtLeast(f64),
    AtMost(f64),
}

impl Wanted {
    fn value(self) -> f64 {
        let (Self::AtLeast(value) | Self::AtMost(value)) = self;
        value
    }

    fn is_met_by(self, found: f64) -> bool {
        match self {
            Self::AtLeast(value) => found >= value - SURE,
            Self::AtMost(value) => found <= value + SURE,
        }
    }
}

/// The score a part of the way from one to another, which may lie as far apart as numbers go.
fn along(from: f64, to: f64, part: f64) -> f64 {
    let way = to - from;
    if way.is_finite() { from + part * way } else { (1.0 - part) * from + part * to }
}

/// The greatest value of a score between two that meets the criterion's must-have; none where there
/// is no such score.
pub fn greatest_value(
    criterion: &Criterion,
    scale: &Scale,
    (low, high): (f64, f64),
) -> Option<f64> {
    let is_met = |score: f64| criterion.must_have.is_none_or(|must| must.is_met_by(score));
    let points: &[(f64, f64)] = if let Scale::Points(points) = scale { points } else { &[] };
    let inner = points.iter().map(|(x, _)| *x);
    let bound = criterion.must_have.map(MustHave::bound);
    let all = [low, high].into_iter().chain(inner).chain(bound);
    let within = all.filter(|score| (low..=high).contains(score) && is_met(*score));
    within.map(|score| scale.value(score)).reduce(f64::max)
}

/// The score nearest to another that has at least such a value, lies between two and meets the
/// criterion's must-have; none where there is none.
pub fn nearest_with_value(
    criterion: &Criterion,
    scale: &Scale,
    from: f64,
    value: f64,
    (low, high): (f64, f64),
) -> Option<f64> {
    let wanted = Wanted::AtLeast(value);
    // The ends, too, as a score that is computed to lie at one may come out beyond it.
    let is_met = |score: f64| criterion.must_have.is_none_or(|must| must.is_met_by(score));
    let ends = [low, high].into_iter().filter(|end| wanted.is_met_by(scale.value(*end)));
    let ends = ends.filter(|end| is_met(*end));
    let within = reaching(criterion, scale, from, wanted).into_iter().chain(ends);
    let distance = |score: &f64| (score / 2.0 - from / 2.0).abs();
    within
        .filter(|score| (low..=high).contains(score))
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// The scores within the range that could be the nearest with such a value, the nearest to `from`
/// first: where the value function reaches it, its points, and the bound of a must-have, which all
/// have to meet.
pub(super) fn reaching(
    criterion: &Criterion,
    scale: &Scale,
    from: f64,
    wanted: Wanted,
) -> Vec<f64> {
    let Some((min, max)) = scale.range(criterion) else { return Vec::new() };
    let value = wanted.value();
    let crossings: Vec<f64> = match scale {
        Scale::Constant(_) => Vec::new(),
        Scale::Straight { worst, best } => {
            vec![along(*worst, *best, value).clamp(min, max), *worst, *best]
        }
        Scale::Points(points) => {
            let crossing = |pair: &[(f64, f64)]| match pair {
                [(x0, v0), (x1, v1)] if (value - v0) * (value - v1) <= 0.0 && v0 != v1 => {
                    Some(along(*x0, *x1, (value - v0) / (v1 - v0)))
                }
                _ => None,
            };
            points
                .windows(2)
                .filter_map(crossing)
                .chain(points.iter().map(|(x, _)| *x))
                .chain([min, max])
                .collect()
        }
    };
    let bound = criterion.must_have.map(MustHave::bound);
    let is_met = |score: f64| criterion.must_have.is_none_or(|must| must.is_met_by(score));
    let reaches = |score: &f64| {
        (min..=max).contains(score) && is_met(*score) && wanted.is_met_by(scale.value(*score))
    };
    let mut scores: Vec<f64> = crossings.into_iter().chain(bound).filter(reaches).collect();
    // Halved, as two scores may lie further apart than numbers go.
    let distance = |score: &f64| (score / 2.0 - from / 2.0).abs();
    scores.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    scores
}
