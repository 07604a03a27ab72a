//! Options that never win, whatever the weights, and the one changed score that would cure each.

use rayon::prelude::*;

use super::change::{Asked, Wanted, part, reaching};
use super::margin::{Behind, Field, Standing};
use super::scale::moves_with_scores;
use super::values::total;
use crate::analysis::{Grid, Problem, SURE, Values, Viewpoint, Watch, best_margin, is_better};
use crate::model::Scenario;

/// Halvings of the way to the best score where the scale moves with the score: far below the last
/// digit that a file keeps.
const HALVINGS: usize = 60;
/// What a bound on a lift in value may be off by: far above what is rounded, far below what a cure
/// is told by.
const SLACK: f64 = 1e-8;

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

/// The options whose best margin is below zero, each with its cure, in document order; on the
/// threads of the current pool. None where the watch was told to cancel.
pub fn never_wins(asked: Asked, problem: &Problem, watch: &Watch) -> Option<Vec<NeverWins>> {
    let values = Values::new(problem);
    let contest =
        Contest { asked, problem, grid: Grid::new(asked.scenario), field: Field::new(&values) };
    watch.begin(values.count() as u64);
    let of = |place: usize| {
        let found = if watch.is_cancelled() { None } else { contest.never_wins(place) };
        watch.advance(1);
        found
    };
    let found = (0..values.count()).into_par_iter().filter_map(of).collect();
    (!watch.is_cancelled()).then_some(found)
}

/// The options against each other, and the document that they stand in.
struct Contest<'a> {
    asked: Asked<'a>,
    problem: &'a Problem,
    grid: Grid<&'a Scenario>,
    field: Field<'a>,
}

/// How a score could be changed so that its option draws level.
struct Way {
    criterion: usize,
    /// No cure there is a smaller part of the criterion's range.
    least: f64,
}

impl Contest<'_> {
    fn never_wins(&self, place: usize) -> Option<NeverWins> {
        if self.field.is_first_somewhere(place) {
            return None;
        }
        let Standing::Behind(behind) = self.field.standing(place)? else { return None };
        let option = *self.field.values.options.get(place)?;
        let cure = self.cure(place, option, &behind);
        Some(NeverWins { option, margin: behind.margin.margin, cure })
    }

    /// The cheapest cure that holds when it is put in place, the first in document order of those
    /// that are as cheap. The criterion that counts most where the option stands best is tried
    /// first, the others by what they take at least, as far as that is less than a cure that is
    /// known.
    fn cure(&self, place: usize, option: usize, behind: &Behind) -> Option<Cure> {
        let mut cures: Vec<(f64, Cure)> = Vec::new();
        let mut cheapest = f64::INFINITY;
        for way in self.ways(option, behind) {
            if is_better(way.least, cheapest) {
                continue;
            }
            let found = self.cure_on(place, option, behind, way.criterion, cheapest);
            cheapest = found.as_ref().map_or(cheapest, |(part, _)| cheapest.min(*part));
            cures.extend(found);
        }
        cures.retain(|(part, _)| !is_better(*part, cheapest));
        cures.into_iter().map(|(_, cure)| cure).min_by_key(|cure| cure.criterion)
    }

    /// The criteria on which there could be a cure, in the order in which they are tried.
    fn ways(&self, option: usize, behind: &Behind) -> Vec<Way> {
        let counts_most = behind.margin.shares.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        let counts_most = counts_most.map(|(criterion, _)| criterion);
        let way = |(criterion, lead): (usize, &f64)| {
            let least = self.part_for(option, criterion, -lead - SLACK)?;
            Some(Way { criterion, least })
        };
        let mut ways: Vec<Way> = behind.leads.iter().enumerate().filter_map(way).collect();
        ways.sort_by(|a, b| a.least.total_cmp(&b.least));
        // A stable sort: the rest stays as it is.
        ways.sort_by_key(|way| Some(way.criterion) != counts_most);
        ways
    }

    /// The cure by a change on one criterion, with the part of the range that it takes; none where
    /// it is clear before it is known that it takes more than another.
    fn cure_on(
        &self,
        place: usize,
        option: usize,
        behind: &Behind,
        criterion: usize,
        cheapest: f64,
    ) -> Option<(f64, Cure)> {
        let is_too_much = |lift: f64| {
            let least = self.part_for(option, criterion, lift - SLACK);
            least.is_none_or(|least| is_better(least, cheapest))
        };
        let (lift, shares) = self.field.least_lift(place, behind, criterion, is_too_much)?;
        let (scale, cell) =
            (self.problem.scales.get(criterion)?, self.problem.cell(option, criterion)?);
        let about = self.asked.scenario.criteria.get(criterion)?;
        let scores = reaching(about, scale, cell.score, Wanted::AtLeast(cell.value + lift));
        let (to, shares) = if self.moves_scale(option, criterion) {
            let changed = Changed { asked: self.asked, option, criterion };
            changed.settled(cell.score, &scores, &shares)?
        } else {
            let is_level = |to: &f64| self.is_level(place, criterion, scale.value(*to), &shares);
            (scores.into_iter().find(is_level)?, shares)
        };
        let part = part(about, scale, cell.score, to);
        Some((part, Cure { criterion, from: cell.score, to, shares }))
    }

    /// The part of the criterion's range that a score must change by for its value to rise by so
    /// much; none where it can't. Where the score moves the scale its option needs no less: what
    /// the scale does to its value it does to those of the mix that it is to draw level with.
    fn part_for(&self, option: usize, criterion: usize, lift: f64) -> Option<f64> {
        let (scale, cell) =
            (self.problem.scales.get(criterion)?, self.problem.cell(option, criterion)?);
        let about = self.asked.scenario.criteria.get(criterion)?;
        let wanted = Wanted::AtLeast(cell.value + lift.max(0.0));
        let scores = reaching(about, scale, cell.score, wanted);
        scores.first().map(|nearest| part(about, scale, cell.score, *nearest))
    }

    /// Whether a score of the option makes an end of its criterion's scale, which would move along.
    fn moves_scale(&self, option: usize, criterion: usize) -> bool {
        self.asked.scenario.criteria.get(criterion).is_some_and(moves_with_scores)
            && self.grid.end_makers(criterion).contains(&option)
    }

    /// Whether the option draws level with all others at these shares with another value on one
    /// criterion.
    fn is_level(&self, place: usize, criterion: usize, value: f64, shares: &[f64]) -> bool {
        let mut row = self.field.values.row(place).to_vec();
        row.get_mut(criterion).into_iter().for_each(|own| *own = value);
        let own = total(&row, shares);
        let others = self.field.totals(shares).into_iter().enumerate();
        others.filter(|(other, _)| *other != place).all(|(_, other)| other - own <= SURE)
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
    /// The nearest of some scores that holds when it is put in place, the ends of the scale moving
    /// along, or the nearest on the way to it from the last that doesn't hold. None where none
    /// does.
    fn settled(&self, from: f64, scores: &[f64], shares: &[f64]) -> Option<(f64, Vec<f64>)> {
        let mut near = from;
        for to in scores {
            let is_level = self.is_level(*to, shares);
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
        let changed = self.asked.with_score(&option.id, &criterion.id, score);
        let team = self.asked.team.and_then(|id| changed.open_team(id));
        let problem =
            Problem::new(&Grid::new(&changed), team.map_or(Viewpoint::Base, Viewpoint::Team));
        let values = Values::new(&problem);
        let place = values.options.iter().position(|other| *other == self.option)?;
        Some((values, place))
    }
}
