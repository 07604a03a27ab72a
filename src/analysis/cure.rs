//! Options that never win, whatever the weights, and the one changed score that would cure each.

use std::sync::Arc;

use super::margin::{is_first_somewhere, least_lift, rivals};
use super::scale::moves_with_scores;
use crate::analysis::{Grid, Problem, SURE, Scale, Values, Viewpoint, best_margin, is_better};
use crate::model::{Criterion, MustHave, NodeId, OptionId, Scenario, Score, Team, TeamId};

/// Halvings of the way to the best score where the scale moves with the score: far below the last
/// digit that a file keeps.
const HALVINGS: usize = 60;

/// An option that no weighting makes first.
#[derive(Clone, Debug, PartialEq)]
pub struct NeverWins {
    /// Index in the document.
    pub option: usize,
    /// Its best margin over the others, below zero.
    pub margin: f64,
    /// None where no single score within its criterion's range helps.
    pub cure: Option<Cure>,
}

/// The smallest change of one score, as a part of its criterion's range, after which the option can
/// draw level.
#[derive(Clone, Debug, PartialEq)]
pub struct Cure {
    pub criterion: usize,
    /// In the criterion's unit.
    pub from: f64,
    pub to: f64,
    /// The weighting at which it then draws level.
    pub shares: Vec<f64>,
}

/// Whose scores are looked at: a team's, or the base's.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub scenario: &'a Scenario,
    pub team: Option<&'a TeamId>,
}

/// The options whose best margin is below zero, each with its cure, in document order.
pub fn never_wins(asked: Asked, problem: &Problem) -> Vec<NeverWins> {
    let values = Values::new(problem);
    let losers = (0..values.count()).filter(|place| !is_first_somewhere(&values, *place));
    let found = losers.filter_map(|place| {
        let margin = best_margin(&values, place)?.margin;
        let option = *values.options.get(place)?;
        (margin < -SURE).then(|| NeverWins {
            option,
            margin,
            cure: cure(asked, problem, &values, place),
        })
    });
    found.collect()
}

/// The cheapest cure that holds when it is put in place, the first in document order of those that
/// are as cheap.
fn cure(asked: Asked, problem: &Problem, values: &Values, place: usize) -> Option<Cure> {
    let rivals = rivals(values, place);
    let option = *values.options.get(place)?;
    let mut best: Option<(f64, Cure)> = None;
    for (index, (criterion, scale)) in
        asked.scenario.criteria.iter().zip(&problem.scales).enumerate()
    {
        let Some((lift, shares)) = least_lift(values.row(place), &rivals, index) else { continue };
        let Some(cell) = problem.cell(option, index) else { continue };
        let changed = Changed { asked, option, criterion: index };
        let scores = reaching(criterion, scale, cell.score, cell.value + lift);
        let Some((to, shares)) =
            changed.settled(cell.score, &scores, &shares, ScaleEnds::of(criterion))
        else {
            continue;
        };
        let part = part(criterion, scale, cell.score, to);
        if best.as_ref().is_none_or(|(least, _)| is_better(*least, part)) {
            best = Some((part, Cure { criterion: index, from: cell.score, to, shares }));
        }
    }
    best.map(|(_, cure)| cure)
}

/// A change of score as a part of its criterion's range.
fn part(criterion: &Criterion, scale: &Scale, from: f64, to: f64) -> f64 {
    let (min, max) = scale.range(criterion).unwrap_or((0.0, 1.0));
    let place = |score: f64| Scale::Straight { worst: min, best: max }.uncut_value(score);
    (place(to) - place(from)).abs()
}

/// The score a part of the way from one to another, which may lie as far apart as numbers go.
fn along(from: f64, to: f64, part: f64) -> f64 {
    let way = to - from;
    if way.is_finite() { from + part * way } else { (1.0 - part) * from + part * to }
}

/// The scores within the range that could be the nearest with at least a value, the nearest to
/// `from` first: where the value function reaches it, its points, and the bound of a must-have,
/// which all have to meet.
fn reaching(criterion: &Criterion, scale: &Scale, from: f64, value: f64) -> Vec<f64> {
    let Some((min, max)) = scale.range(criterion) else { return Vec::new() };
    let crossings: Vec<f64> = match scale {
        Scale::Constant(_) => Vec::new(),
        Scale::Straight { worst, best } => vec![along(*worst, *best, value).clamp(min, max), *best],
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
        (min..=max).contains(score) && is_met(*score) && scale.value(*score) >= value - SURE
    };
    let mut scores: Vec<f64> = crossings.into_iter().chain(bound).filter(reaches).collect();
    // Halved, as two scores may lie further apart than numbers go.
    let distance = |score: &f64| (score / 2.0 - from / 2.0).abs();
    scores.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    scores
}

/// What becomes of the ends of a criterion's scale when one of its scores changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ScaleEnds {
    Stay,
    /// They are those that are observed.
    Move,
}

impl ScaleEnds {
    fn of(criterion: &Criterion) -> Self {
        if moves_with_scores(criterion) { Self::Move } else { Self::Stay }
    }
}

/// One score, to be changed where it counts: among the team's own scores if it stands there, else
/// among the base's.
struct Changed<'a> {
    asked: Asked<'a>,
    option: usize,
    criterion: usize,
}

impl Changed<'_> {
    /// The nearest of some scores that holds when it is put in place. Where the ends of the scale
    /// move along with the score, the nearest on the way from the last that doesn't hold. None
    /// where none does.
    fn settled(
        &self,
        from: f64,
        scores: &[f64],
        shares: &[f64],
        ends: ScaleEnds,
    ) -> Option<(f64, Vec<f64>)> {
        let mut near = from;
        for to in scores {
            let is_level = self.is_level(*to, shares);
            if is_level && ends == ScaleEnds::Stay {
                return Some((*to, shares.to_vec()));
            }
            if let Some((found, found_shares)) = self.on_the_way(near, *to) {
                // Halving comes near to a number that may be known exactly.
                let is_same = is_level
                    && (found / 2.0 - to / 2.0).abs() <= SURE * (to / 2.0 - from / 2.0).abs();
                return Some(if is_same { (*to, shares.to_vec()) } else { (found, found_shares) });
            }
            near = *to;
        }
        None
    }

    /// By halving the way, where the option can draw level at its end.
    fn on_the_way(&self, from: f64, end: f64) -> Option<(f64, Vec<f64>)> {
        let can_win = |score: f64| self.margin(score).filter(|margin| margin.margin >= -SURE);
        let (mut far, mut near) = (end, from);
        let mut found = can_win(far)?;
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(far, near);
            match can_win(middle) {
                Some(margin) => (far, found) = (middle, margin),
                None => near = middle,
            }
        }
        Some((far, found.shares))
    }

    /// Whether the option draws level with all others at these shares.
    fn is_level(&self, score: f64, shares: &[f64]) -> bool {
        let Some((values, place)) = self.values(score) else { return false };
        let totals = values.totals(shares);
        let best = totals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        totals.get(place).is_some_and(|own| best - own <= SURE)
    }

    fn margin(&self, score: f64) -> Option<crate::analysis::Margin> {
        let (values, place) = self.values(score)?;
        best_margin(&values, place)
    }

    /// The document's values with the changed score, and the option's place; none where it isn't
    /// among them any more.
    fn values(&self, score: f64) -> Option<(Values, usize)> {
        let (option, criterion) = (
            self.asked.scenario.options.get(self.option)?,
            self.asked.scenario.criteria.get(self.criterion)?,
        );
        let changed = with_score(self.asked, &option.id, &criterion.id, score);
        let team = self.asked.team.and_then(|id| changed.open_team(id));
        let problem =
            Problem::new(&Grid::new(&changed), team.map_or(Viewpoint::Base, Viewpoint::Team));
        let values = Values::new(&problem);
        let place = values.options.iter().position(|other| *other == self.option)?;
        Some((values, place))
    }
}

fn with_score(asked: Asked, option: &OptionId, criterion: &NodeId, score: f64) -> Scenario {
    let mut changed = asked.scenario.clone();
    let is_own = |team: &Team| {
        let own = team.opened().and_then(|judged| judged.scores.get(option, criterion));
        Some(&team.id) == asked.team && own.is_some()
    };
    let own = changed.teams.iter_mut().find(|team| is_own(team));
    let table = match own.and_then(|team| Arc::make_mut(team).opened_mut()) {
        Some(judged) => &mut judged.scores,
        None => &mut changed.scores,
    };
    table.set(option.clone(), criterion.clone(), Score::exact(score));
    changed
}
