//! Scores that make an end of their criterion's scale: what they change, they change for all.

use super::{Contest, Moved, Turn, rival};
use crate::analysis::change::part;
use crate::analysis::{Scale, TIE};
use crate::model::MustHave;

/// Halvings of the way to a score where the scale moves with it: far below the last digit that a
/// file keeps.
const HALVINGS: usize = 60;
/// Between two scores where the scale's ends change hands, so many steps are looked at where the
/// shares move along with the scale; where they stand, each lead moves one way and none is needed.
const STEPS: usize = 12;
/// A gap that is less is closed.
const CLOSED: f64 = 1e-12;

impl Contest<'_> {
    /// The nearest score either way at which the winner is unseated, the scale's ends moving along.
    pub(super) fn on_moving_scale(&self, moved: &Moved, (min, max): (f64, f64)) -> Option<Turn> {
        let bound = moved.about.must_have.map(MustHave::bound);
        let must = |score: f64| moved.about.must_have.is_none_or(|must| must.is_met_by(score));
        let end = |end: f64| if must(end) { Some(end) } else { bound };
        let way = |end: f64| self.on_the_way(moved, end);
        let turns = [end(min), end(max)].into_iter().flatten().filter_map(way);
        let far = |turn: &Turn| part(moved.about, moved.scale, moved.from, turn.to);
        turns.reduce(|a, b| if far(&b) < far(&a) { b } else { a })
    }

    /// The first score on the way to an end at which the winner is unseated.
    fn on_the_way(&self, moved: &Moved, end: f64) -> Option<Turn> {
        let stands = self.shares_stand(moved);
        let gap = |score: f64| match &stands {
            Some(stands) => Some(self.gap_with(moved, stands, score)),
            None => self.gap_anew(moved, score),
        };
        let mut near = moved.from;
        for far in self.stops(moved, end, stands.is_some()) {
            if self.watch.is_cancelled() {
                return None;
            }
            let closed = if far == end { TIE } else { CLOSED };
            if gap(far).is_some_and(|(gap, _)| gap <= closed) {
                let is_closed = |score: f64| gap(score).is_some_and(|(gap, _)| gap <= 0.0);
                let to = halved(near, far, is_closed);
                let (_, takes_over) = gap(to)?;
                return Some(Turn { to, beyond: false, takes_over });
            }
            near = far;
        }
        None
    }

    /// The scores on the way to an end, between which the leads move smoothly, the end the last:
    /// where the scale's ends change hands, or a score is cut.
    fn stops(&self, moved: &Moved, end: f64, shares_stand: bool) -> Vec<f64> {
        let (low, high) = (moved.from.min(end), moved.from.max(end));
        let mut stops: Vec<f64> = self
            .grid
            .all_scores(moved.index)
            .filter(|score| *score > low && *score < high)
            .chain([end])
            .filter(|score| *score != moved.from)
            .collect();
        stops.sort_by(f64::total_cmp);
        stops.dedup();
        if end < moved.from {
            stops.reverse();
        }
        if shares_stand {
            return stops;
        }
        let mut near = moved.from;
        let mut fine = Vec::with_capacity(stops.len() * STEPS);
        for far in stops {
            let step = |at: usize| near + (far - near) * (at as f64 / STEPS as f64);
            fine.extend((1..STEPS).map(step));
            fine.push(far);
            near = far;
        }
        fine
    }

    /// What doesn't change while a base score moves along its scale; none where shares, or the
    /// scale by more than base scores, would.
    fn shares_stand(&self, moved: &Moved) -> Option<Standing> {
        if self.anew.shares_move() || self.grid.base_ends(moved.index).is_none() {
            return None;
        }
        let share = self.shares.get(moved.index).copied()?;
        let places = self.values.rows().zip(&self.totals);
        let rest =
            places.map(|(row, total)| total - share * row.get(moved.index).copied().unwrap_or(0.0));
        let others =
            self.grid.base_scores(moved.index).filter(|(option, _)| *option != moved.option);
        let ends = others.fold(None, |ends, (_, score)| match ends {
            None => Some((score, score)),
            Some((min, max)) => Some((f64::min(min, score), f64::max(max, score))),
        });
        Some(Standing { share, rest: rest.collect(), ends })
    }

    /// The winner's gap with the moved score, from what stands.
    fn gap_with(&self, moved: &Moved, stands: &Standing, score: f64) -> (f64, usize) {
        let ends =
            stands.ends.map_or((score, score), |(min, max)| (min.min(score), max.max(score)));
        let scale = Scale::of(moved.about, || Some(ends));
        let total = |(place, rest): (usize, &f64)| {
            let option = self.values.options.get(place).copied().unwrap_or(usize::MAX);
            let own = self.problem.cell(option, moved.index).map_or(0.0, |cell| cell.score);
            let own = if place == moved.place { score } else { own };
            rest + stands.share * scale.value(own)
        };
        let totals: Vec<f64> = stands.rest.iter().enumerate().map(total).collect();
        rival(&self.values, &totals, self.winner).unwrap_or((f64::INFINITY, self.winner))
    }

    fn gap_anew(&self, moved: &Moved, score: f64) -> Option<(f64, usize)> {
        let (values, totals) = self.anew(moved, score)?;
        self.gap_in(&values, &totals)
    }
}

/// What doesn't change while one score moves its criterion's scale.
struct Standing {
    share: f64,
    /// The options' totals without the criterion, place by place.
    rest: Vec<f64>,
    /// The extremes of the other scores that make the scale; none without others.
    ends: Option<(f64, f64)>,
}

/// The nearest score on the way from one to another at which something holds that holds at its end.
fn halved(near: f64, far: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut near, mut far) = (near, far);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(far, near);
        if holds(middle) { far = middle } else { near = middle }
    }
    far
}
