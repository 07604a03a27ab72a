//! Mending each option: the least change of its own base scores that makes it first for every
//! weighed team, freely and inside what its scores are said to lie between.

use rayon::prelude::*;

use super::{Evaluations, WeighedTeam};
use crate::analysis::{
    Grid, Problem, Scale, TIE, TeamView, Viewpoint, Watch, Won, greatest_value, mend,
    nearest_with_value,
};
use crate::model::Scenario;

/// Up to here a rise in value is none, but what the search for the least leaves.
const STILL: f64 = 1e-8;

/// How an option can be mended.
#[derive(Clone, Debug, PartialEq)]
pub struct MendedOption {
    /// Index in the document.
    pub option: usize,
    /// Within its criteria's ranges; none where no change does it.
    pub freely: Option<Mend>,
    /// Inside each cell's own low to high.
    pub inside: Option<Mend>,
}

/// A change of base scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    /// The sum of the rises in value, each 0..1.
    pub change: f64,
    /// In document order; empty where the option is first for all as it stands.
    pub scores: Vec<Rescored>,
}

/// A base score that becomes another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rescored {
    pub criterion: usize,
    /// In the criterion's unit.
    pub from: f64,
    pub to: f64,
}

/// How far each score may go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Range,
    Doubt,
}

/// Each option, what takes least first, those that no change mends last; on the threads of the
/// current pool. Nothing where no team counts; none where the watch was told to cancel.
pub fn mends(
    evaluations: &Evaluations,
    teams: &[WeighedTeam],
    watch: &Watch,
) -> Option<Vec<MendedOption>> {
    if teams.is_empty() {
        return Some(Vec::new());
    }
    let grid = Grid::new(&**evaluations.scenario());
    let base = Problem::new(&grid, Viewpoint::Base);
    let workshop = Workshop { grid, base, teams };
    let count = evaluations.scenario().options.len();
    watch.begin(count as u64);
    let of = |option: usize| {
        let mended = |room| workshop.mended(option, room).filter(|_| !watch.is_cancelled());
        let (freely, inside) = (mended(Room::Range), mended(Room::Doubt));
        watch.advance(1);
        MendedOption { option, freely, inside }
    };
    let mut found: Vec<MendedOption> = (0..count).into_par_iter().map(of).collect();
    let cost = |mended: &MendedOption| {
        mended.freely.as_ref().map_or(i64::MAX, |mend| (mend.change / TIE).round() as i64)
    };
    found.sort_by_key(cost);
    (!watch.is_cancelled()).then_some(found)
}

/// What the options are mended in.
struct Workshop<'a> {
    grid: Grid<&'a Scenario>,
    base: Problem,
    teams: &'a [WeighedTeam],
}

impl Workshop<'_> {
    fn mended(&self, option: usize, room: Room) -> Option<Mend> {
        let is_ranked = |team: &WeighedTeam| {
            let problem = &team.result().evaluation.problem;
            problem.is_scored(option) && !problem.is_ruled_out(option)
        };
        if !self.teams.iter().all(is_ranked) {
            return None;
        }
        let teams: Vec<Won> = self.teams.iter().map(|team| self.won(team, option)).collect();
        let caps = (0..self.grid.width()).map(|criterion| self.cap(option, criterion, room));
        let found = mend(option, &teams, caps.collect())?;
        let moved = found.rises.iter().enumerate().filter(|(_, rise)| **rise > STILL);
        let scores: Vec<Rescored> = moved
            .map(|(criterion, rise)| self.rescored(option, criterion, *rise, room))
            .collect::<Option<_>>()?;
        let is_first = teams.iter().all(|team| self.is_first(option, team, &scores));
        is_first.then_some(Mend { change: found.sum, scores })
    }

    /// A team, and where it counts the option's base scores.
    fn won<'b>(&self, team: &'b WeighedTeam, option: usize) -> Won<'b> {
        let document = self.grid.document();
        let id = document.options.get(option).map(|option| &option.id);
        let is_base = document.criteria.iter().map(|criterion| {
            let own = id.zip(team.scores()).and_then(|(id, own)| own.get(id, &criterion.id));
            own.is_none()
        });
        Won { is_base: is_base.collect(), view: team.view() }
    }

    /// How much the value of a base score can rise: nothing without one, and where it alone makes
    /// an end of its scale.
    fn cap(&self, option: usize, criterion: usize, room: Room) -> f64 {
        let document = self.grid.document();
        let about = document.criteria.get(criterion);
        let found = about.zip(self.base.cell(option, criterion)).and_then(|(about, cell)| {
            let is_end = self.grid.moves_scale(option, criterion)
                && self.grid.end_makers(criterion).contains(&option);
            let scale = self.scale(criterion)?;
            let best = greatest_value(about, scale, self.within(option, criterion, room)?)?;
            (!is_end).then_some((best - cell.value).max(0.0))
        });
        found.unwrap_or(0.0)
    }

    /// Between what a base score may lie.
    fn within(&self, option: usize, criterion: usize, room: Room) -> Option<(f64, f64)> {
        let document = self.grid.document();
        let about = document.criteria.get(criterion)?;
        let (min, max) = self.scale(criterion)?.range(about)?;
        if room == Room::Range {
            return Some((min, max));
        }
        let option = document.options.get(option)?;
        let (low, high) = document.score_for(None, &option.id, &about.id)?.ends();
        Some((low.max(min), high.min(max)))
    }

    fn scale(&self, criterion: usize) -> Option<&Scale> {
        self.base.scales.get(criterion)
    }

    /// The nearest base score whose value is so much more.
    fn rescored(&self, option: usize, criterion: usize, rise: f64, room: Room) -> Option<Rescored> {
        let (about, scale) =
            (self.grid.document().criteria.get(criterion)?, self.scale(criterion)?);
        let cell = self.base.cell(option, criterion)?;
        let within = self.within(option, criterion, room)?;
        let to = nearest_with_value(about, scale, cell.score, cell.value + rise, within)?;
        Some(Rescored { criterion, from: cell.score, to })
    }

    /// Whether the option is first for a team, ties included, with other base scores in place. They
    /// meet its must-haves and make no end of a scale, so that nothing else changes.
    fn is_first(&self, option: usize, team: &Won, scores: &[Rescored]) -> bool {
        let TeamView { problem, shares } = team.view;
        let mut values = problem.values(option).to_vec();
        for Rescored { criterion, to, .. } in scores {
            let is_base = team.is_base.get(*criterion).copied().unwrap_or(false);
            let value = self.scale(*criterion).map(|scale| scale.value(*to));
            if let (true, Some(slot), Some(value)) = (is_base, values.get_mut(*criterion), value) {
                *slot = value;
            }
        }
        let total = |values: &[f64]| values.iter().zip(shares).map(|(v, w)| v * w).sum::<f64>();
        let own = total(&values);
        let mut others = problem.complete().filter(|other| *other != option);
        others.all(|other| total(problem.values(other)) - own <= TIE)
    }
}
