//! Mending each option: the least change of its own base scores that makes it first for every
//! weighed team, freely and inside what its scores are said to lie between.

use rayon::prelude::*;

use super::{Evaluations, WeighedTeam};
use crate::analysis::{
    Grid, Problem, Scale, TIE, Viewpoint, Watch, Won, greatest_value, mend, nearest_with_value,
};
use crate::model::{MustHave, Scenario};

/// Up to here a rise in value is none, but what rounding leaves.
const STILL: f64 = 1e-12;

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
    /// Between what the score may lie: its range, or its own low to high, as far as the must-have
    /// is met there.
    pub within: (f64, f64),
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
    let stands = teams.iter().map(Stands::new).collect();
    let workshop = Workshop { grid, base, teams, stands };
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
    stands: Vec<Stands>,
}

/// How a team's options stand.
struct Stands {
    /// By option; none where it isn't ranked.
    totals: Vec<Option<f64>>,
    /// The best total with its option, and the best of the others.
    best: Option<(usize, f64)>,
    second: f64,
}

impl Stands {
    fn new(team: &WeighedTeam) -> Self {
        let count = team.result().evaluation.problem.option_count;
        let totals = team.ranking().totals(count);
        let known = totals.iter().enumerate().filter_map(|(at, total)| Some((at, (*total)?)));
        let best = known.clone().reduce(|most, next| if next.1 > most.1 { next } else { most });
        let others = known.filter(|(at, _)| best.is_none_or(|(option, _)| option != *at));
        let second = others.map(|(_, total)| total).fold(f64::NEG_INFINITY, f64::max);
        Self { totals, best, second }
    }

    /// By how much the best of the others is ahead of an option; below 0 where that is ahead.
    fn gap(&self, option: usize) -> Option<f64> {
        let total = self.totals.get(option).copied().flatten()?;
        let other = self.best.filter(|(best, _)| *best != option).map_or(self.second, |it| it.1);
        Some(other - total)
    }
}

impl Workshop<'_> {
    fn mended(&self, option: usize, room: Room) -> Option<Mend> {
        let stands = self.teams.iter().zip(&self.stands);
        let teams: Vec<Won> = stands
            .map(|(team, stands)| Some(self.won(team, option, stands.gap(option)?)))
            .collect::<Option<_>>()?;
        let caps = (0..self.grid.width()).map(|criterion| self.cap(option, criterion, room));
        let found = mend(&teams, caps.collect())?;
        let moved = found.rises.iter().enumerate().filter(|(_, rise)| **rise > STILL);
        let scores: Vec<Rescored> = moved
            .map(|(criterion, rise)| self.rescored(option, criterion, *rise, room))
            .collect::<Option<_>>()?;
        let is_first = teams.iter().all(|team| self.is_first(team, &scores));
        is_first.then_some(Mend { change: found.sum, scores })
    }

    /// A team, and where it counts the option's base scores.
    fn won<'b>(&self, team: &'b WeighedTeam, option: usize, gap: f64) -> Won<'b> {
        let document = self.grid.document();
        let id = document.options.get(option).map(|option| &option.id);
        let is_base = document.criteria.iter().map(|criterion| {
            let own = id.zip(team.scores()).and_then(|(id, own)| own.get(id, &criterion.id));
            own.is_none()
        });
        Won { is_base: is_base.collect(), shares: &team.shares().criteria, gap }
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
        let (mut low, mut high) = self.scale(criterion)?.range(about)?;
        match about.must_have {
            None => {}
            Some(MustHave::AtLeast(bound)) => low = low.max(bound),
            Some(MustHave::AtMost(bound)) => high = high.min(bound),
        }
        if room == Room::Doubt {
            let option = document.options.get(option)?;
            let doubt = document.score_for(None, &option.id, &about.id)?.ends();
            (low, high) = (low.max(doubt.0), high.min(doubt.1));
        }
        Some((low, high))
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
        Some(Rescored { criterion, from: cell.score, to, within })
    }

    /// Whether the option is first for a team, ties included, with other base scores in place. They
    /// meet its must-haves and make no end of a scale, so that nothing else changes.
    fn is_first(&self, team: &Won, scores: &[Rescored]) -> bool {
        let gained = |score: &Rescored| {
            let is_base = team.is_base.get(score.criterion).copied().unwrap_or(false);
            let scale = self.scale(score.criterion).filter(|_| is_base);
            let rise = scale.map_or(0.0, |scale| scale.value(score.to) - scale.value(score.from));
            rise * team.shares.get(score.criterion).copied().unwrap_or(0.0)
        };
        team.gap - scores.iter().map(gained).sum::<f64>() <= TIE
    }
}
