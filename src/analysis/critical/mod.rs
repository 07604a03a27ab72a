//! Critical cells: which single score, moved how little, unseats the winner. Where the scale stands
//! still the least change has a closed form; where it moves along with the score, it is looked for
//! on the way (`moving`).

mod moving;

use std::sync::Arc;

use rayon::prelude::*;

use super::change::{Asked, Wanted, part, reaching};
use super::scale::moves_with_scores;
use crate::analysis::{Doubt, Grid, Problem, Scale, TIE, Values, Watch, is_better, score_range};
use crate::model::{Criterion, Grade, MustHave, OptionId, Scenario};

/// How far from the ends of its doubt a score counts as inside, as a part of the range.
const INSIDE: f64 = 1e-9;

/// The smallest change of one score that lets another option draw level with the winner, or passes
/// it. Options and criteria by their indices in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct CriticalCell {
    pub option: usize,
    pub criterion: usize,
    /// In the criterion's unit.
    pub from: f64,
    pub to: f64,
    /// It takes a score just beyond `to`, the limit of a must-have.
    pub beyond: bool,
    /// As a part of the criterion's range.
    pub change: f64,
    /// Who is level with the winner then, or first: the first in the document of several.
    pub takes_over: usize,
    /// Whether `to` lies within the low and the high that the score was given.
    pub inside: bool,
    /// Whether it lies within these as its grade widens them.
    pub critical: bool,
    pub grade: Option<Grade>,
}

/// A changed document evaluated anew.
pub trait Anew: Sync {
    /// The changed document as the weighting sees it, with its shares; none where it is withheld.
    fn evaluated(&self, changed: &Scenario) -> Option<(Arc<Problem>, Vec<f64>)>;

    /// Whether the shares can hang on the scores.
    fn shares_move(&self) -> bool;
}

/// For each cell of a scored option the smallest change of its score within its criterion's range
/// that unseats the winner, the smallest first, those within a tie in document order. A cell that
/// nothing within the range turns isn't there; where another is level with the winner already none
/// is. None where the watch was told to cancel.
pub fn critical_cells(
    asked: Asked,
    problem: &Problem,
    shares: &[f64],
    anew: &dyn Anew,
    watch: &Watch,
) -> Option<Vec<CriticalCell>> {
    let contest = Contest::new(asked, problem, shares, (anew, watch));
    let Some(contest) = contest else { return Some(Vec::new()) };
    watch.begin(contest.values.count() as u64);
    let of = |place: usize| {
        let criteria = 0..problem.criterion_count();
        let found: Vec<_> = criteria.filter_map(|on| contest.cell(place, on)).collect();
        watch.advance(1);
        found
    };
    let cells: Vec<CriticalCell> =
        (0..contest.values.count()).into_par_iter().flat_map_iter(of).collect();
    (!watch.is_cancelled()).then(|| smallest_first(cells))
}

/// By change; those within a tie of the first of them stay in document order.
fn smallest_first(mut cells: Vec<CriticalCell>) -> Vec<CriticalCell> {
    cells.sort_by(|a, b| a.change.total_cmp(&b.change));
    let mut rest = cells.as_mut_slice();
    while let Some(least) = rest.first().map(|cell| cell.change) {
        let tied = rest.partition_point(|cell| !is_better(cell.change, least));
        let (level, later) = rest.split_at_mut(tied);
        level.sort_by_key(|cell| (cell.option, cell.criterion));
        rest = later;
    }
    cells
}

/// The options against the winner.
struct Contest<'a> {
    asked: Asked<'a>,
    problem: &'a Problem,
    shares: &'a [f64],
    anew: &'a dyn Anew,
    watch: &'a Watch,
    grid: Grid<&'a Scenario>,
    values: Values,
    totals: Vec<f64>,
    /// As a place among the values.
    winner: usize,
    /// For each option of the document, the criteria whose scale's ends hang on its base score.
    ends_made: Vec<Vec<usize>>,
}

/// A cell on the way to another score.
struct Moved<'a> {
    place: usize,
    option: usize,
    index: usize,
    about: &'a Criterion,
    scale: &'a Scale,
    from: f64,
    value: f64,
}

/// Where the winner is unseated, and by whom.
struct Turn {
    to: f64,
    beyond: bool,
    takes_over: usize,
}

impl<'a> Contest<'a> {
    /// None where there is no winner, or another is level with it.
    fn new(
        asked: Asked<'a>,
        problem: &'a Problem,
        shares: &'a [f64],
        (anew, watch): (&'a dyn Anew, &'a Watch),
    ) -> Option<Self> {
        let values = Values::new(problem);
        let totals = values.totals(shares);
        let winner = values.winner(shares)?;
        let grid = Grid::new(asked.scenario);
        let mut ends_made = vec![Vec::new(); problem.option_count];
        for (index, about) in asked.scenario.criteria.iter().enumerate() {
            let makers = moves_with_scores(about).then(|| grid.end_makers(index));
            for maker in makers.unwrap_or_default() {
                ends_made.get_mut(maker).into_iter().for_each(|made| made.push(index));
            }
        }
        let contest =
            Self { asked, problem, shares, anew, watch, grid, values, totals, winner, ends_made };
        let (gap, _) = contest.rival(contest.winner)?;
        is_better(gap, 0.0).then_some(contest)
    }

    fn cell(&self, place: usize, index: usize) -> Option<CriticalCell> {
        let option = self.values.options.get(place).filter(|_| !self.watch.is_cancelled())?;
        let option = *option;
        let (about, scale) =
            (self.asked.scenario.criteria.get(index)?, self.problem.scales.get(index)?);
        let (min, max) = scale.range(about)?;
        let cell = self.problem.cell(option, index)?;
        let moved =
            Moved { place, option, index, about, scale, from: cell.score, value: cell.value };
        let level = if self.moves_scale(&moved) {
            self.on_moving_scale(&moved, (min, max))
        } else {
            self.on_standing_scale(&moved)
        };
        let turns = level.into_iter().chain(self.ruled_out(&moved, (min, max)));
        let far = |turn: &Turn| part(about, scale, moved.from, turn.to);
        let turn = turns.reduce(|a, b| if far(&b) < far(&a) { b } else { a })?;
        self.told(&moved, (min, max), &turn)
    }

    fn told(&self, moved: &Moved, range: (f64, f64), turn: &Turn) -> Option<CriticalCell> {
        let team = self.asked.team.and_then(|id| self.asked.scenario.open_team(id));
        let id = self.id(moved)?;
        let counted = self.asked.scenario.score_for(team, id, &moved.about.id)?;
        let widened = score_range(&counted, moved.about, moved.scale, Doubt::Widened);
        let slack = range.1 * INSIDE - range.0 * INSIDE;
        let holds = |(low, high): (f64, f64)| {
            if turn.beyond {
                low < turn.to && turn.to < high
            } else {
                (low - slack..=high + slack).contains(&turn.to)
            }
        };
        Some(CriticalCell {
            option: moved.option,
            criterion: moved.index,
            from: moved.from,
            to: turn.to,
            beyond: turn.beyond,
            change: part(moved.about, moved.scale, moved.from, turn.to),
            takes_over: turn.takes_over,
            inside: holds(counted.ends()),
            critical: holds((widened.low, widened.high)),
            grade: counted.grade,
        })
    }

    fn id(&self, moved: &Moved) -> Option<&OptionId> {
        self.asked.scenario.options.get(moved.option).map(|option| &option.id)
    }

    /// The gap of an option to the best of the others, and who that is, as an index in the
    /// document; none without others.
    fn rival(&self, place: usize) -> Option<(f64, usize)> {
        rival(&self.values, &self.totals, place)
    }

    /// Where another value of the cell closes the gap, all else as it is.
    fn on_standing_scale(&self, moved: &Moved) -> Option<Turn> {
        let share = self.shares.get(moved.index).copied().filter(|share| *share > 0.0)?;
        let (gap, rival) = self.rival(self.winner)?;
        let (wanted, takes_over) = if moved.place == self.winner {
            (Wanted::AtMost(moved.value - gap / share), rival)
        } else {
            let behind = self.totals.get(self.winner)? - self.totals.get(moved.place)?;
            (Wanted::AtLeast(moved.value + behind / share), moved.option)
        };
        let to = *reaching(moved.about, moved.scale, moved.from, wanted).first()?;
        Some(Turn { to, beyond: false, takes_over })
    }

    /// Where the option misses the must-have, and another is first then.
    fn ruled_out(&self, moved: &Moved, (min, max): (f64, f64)) -> Option<Turn> {
        let must_have = moved.about.must_have?;
        let limit = must_have.bound();
        let (beyond, is_within) = match must_have {
            MustHave::AtLeast(_) => (limit.next_down(), limit > min && limit <= max),
            MustHave::AtMost(_) => (limit.next_up(), limit < max && limit >= min),
        };
        // A rival that goes changes nothing but what its scores are the ends of.
        let counts = moved.place == self.winner
            || self.ends_made.get(moved.option).is_some_and(|made| !made.is_empty());
        if !is_within || !counts {
            return None;
        }
        let takes_over = self.unseated(&self.anew(moved, beyond)?)?;
        Some(Turn { to: limit, beyond: true, takes_over })
    }

    /// Whether the cell's score makes an end of its criterion's scale, which moves along.
    fn moves_scale(&self, moved: &Moved) -> bool {
        let makes_end =
            self.ends_made.get(moved.option).is_some_and(|made| made.contains(&moved.index));
        makes_end && (self.grid.base_ends(moved.index).is_none() || !self.is_own(moved))
    }

    fn is_own(&self, moved: &Moved) -> bool {
        self.id(moved).is_some_and(|id| self.asked.is_own(id, &moved.about.id))
    }

    /// The document with the moved score: the options that are ranked then, and their totals.
    fn anew(&self, moved: &Moved, score: f64) -> Option<(Values, Vec<f64>)> {
        let changed = self.asked.with_score(self.id(moved)?, &moved.about.id, score);
        let (problem, shares) = self.anew.evaluated(&changed)?;
        let values = Values::new(&problem);
        let totals = values.totals(&shares);
        Some((values, totals))
    }

    /// The gap of the winner as things stand to the best of the others, in another evaluation:
    /// below all where it isn't ranked any more.
    fn gap_in(&self, values: &Values, totals: &[f64]) -> Option<(f64, usize)> {
        let winner = self.values.options.get(self.winner)?;
        match values.options.iter().position(|option| option == winner) {
            Some(place) => rival(values, totals, place),
            None => first(totals.iter().copied().enumerate())
                .and_then(|(place, _)| Some((f64::NEG_INFINITY, *values.options.get(place)?))),
        }
    }

    /// Who is level with the winner or ahead in another evaluation.
    fn unseated(&self, (values, totals): &(Values, Vec<f64>)) -> Option<usize> {
        let (gap, takes_over) = self.gap_in(values, totals)?;
        (gap <= TIE).then_some(takes_over)
    }
}

/// The first place of those that tie at the top, with its total.
fn first(totals: impl Iterator<Item = (usize, f64)> + Clone) -> Option<(usize, f64)> {
    let best = totals.clone().map(|(_, total)| total).reduce(f64::max)?;
    totals.into_iter().find(|(_, total)| !is_better(best, *total)).map(|(place, _)| (place, best))
}

/// An option's gap to the best of the others, and who that is, as an index in the document.
fn rival(values: &Values, totals: &[f64], place: usize) -> Option<(f64, usize)> {
    let others = totals.iter().copied().enumerate().filter(|(other, _)| *other != place);
    let (other, best) = first(others)?;
    Some((totals.get(place)? - best, *values.options.get(other)?))
}
