//! The weighted sum of values, U = Σ w v, with must-haves left out first and options with missing
//! cells as intervals.

use std::ops::Range;

use crate::analysis::{Levels, Problem, Scale, TIE, is_better};

/// An option with a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Index in the document.
    pub option: usize,
    /// Standard competition rank, from 1.
    pub rank: usize,
    /// 0..1.
    pub total: f64,
    /// Its parts, criterion by criterion: share × value.
    pub contributions: Vec<f64>,
}

/// An option with a missing cell.
#[derive(Clone, Debug, PartialEq)]
pub struct NotScored {
    pub option: usize,
    /// The criteria without a score.
    pub missing: Vec<usize>,
    /// Its total with every missing cell at the least value of its value function.
    pub low: f64,
    /// The same at the greatest.
    pub high: f64,
    /// Held where no filling could change it.
    pub rank: Option<usize>,
    /// Against the scored options.
    pub lead: Lead,
    /// The parts that are there; 0 for a missing cell.
    pub contributions: Vec<f64>,
}

/// Whether an option with a missing cell could have as high a total as every scored option, each by
/// itself, once all that is missing is scored. Under an observed range these scores, those of other
/// options too, move the scale, and so all totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    Never,
    Possible,
    /// Whatever is missing it has a higher total.
    Certain,
}

/// An option that misses a must-have.
#[derive(Clone, Debug, PartialEq)]
pub struct RuledOut {
    pub option: usize,
    /// The criteria whose must-have it misses.
    pub missed: Vec<usize>,
}

/// A ranking under one weighting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// By rank, then in document order.
    pub ranked: Vec<Ranked>,
    /// In document order.
    pub not_scored: Vec<NotScored>,
    /// In document order.
    pub ruled_out: Vec<RuledOut>,
}

impl Ranking {
    /// The options that are first among the scored ones: one, several that tie, or none.
    pub fn winners(&self) -> impl Iterator<Item = &Ranked> {
        let best = self.best_total();
        self.ranked
            .iter()
            .filter(move |ranked| best.is_some_and(|best| !is_better(best, ranked.total)))
    }

    /// The best total of a scored option.
    pub fn best_total(&self) -> Option<f64> {
        self.ranked.iter().map(|ranked| ranked.total).reduce(f64::max)
    }

    /// The totals by option, of as many as the document has; none where one isn't ranked.
    pub fn totals(&self, option_count: usize) -> Vec<Option<f64>> {
        let ranked = self.ranked.iter().map(|ranked| (ranked.option, ranked.total));
        by_option(option_count, ranked)
    }

    /// The ranks by option, of as many as the document has; none where an option has none.
    pub fn ranks(&self, option_count: usize) -> Vec<Option<usize>> {
        let ranked = self.ranked.iter().map(|ranked| (ranked.option, ranked.rank));
        let open = self.not_scored.iter().filter_map(|open| Some((open.option, open.rank?)));
        by_option(option_count, ranked.chain(open))
    }

    /// The not-scored options that could lead once they are scored.
    pub fn may_lead(&self) -> impl Iterator<Item = &NotScored> {
        self.not_scored.iter().filter(|open| open.lead != Lead::Never)
    }

    /// Those of them whose upper end reaches the best total as the scales stand.
    pub fn reach_best(&self) -> impl Iterator<Item = &NotScored> {
        let best = self.best_total();
        self.not_scored.iter().filter(move |open| best.is_some_and(|best| open.high >= best - TIE))
    }
}

fn by_option<T: Clone>(
    option_count: usize,
    found: impl Iterator<Item = (usize, T)>,
) -> Vec<Option<T>> {
    let mut all = vec![None; option_count];
    for (option, what) in found {
        if let Some(slot) = all.get_mut(option) {
            *slot = Some(what);
        }
    }
    all
}

/// Ranks the options of a problem by `shares`, one for each criterion, that sum to one.
pub fn weighted_sum(problem: &Problem, shares: &[f64]) -> Ranking {
    let mut ranking = Ranking::default();
    if problem.criterion_count() == 0 {
        return ranking;
    }
    for option in 0..problem.option_count {
        if let Some(missed) = problem.missed.get(option).filter(|missed| !missed.is_empty()) {
            ranking.ruled_out.push(RuledOut { option, missed: missed.clone() });
            continue;
        }
        let contributions = contributions(problem, shares, option);
        let total = sum(&contributions);
        if problem.is_scored(option) {
            ranking.ranked.push(Ranked { option, rank: 0, total, contributions });
        } else {
            let missing = problem.row(option).iter().enumerate().filter(|(_, cell)| cell.is_none());
            let missing: Vec<usize> = missing.map(|(criterion, _)| criterion).collect();
            let (low, high) = interval(problem, shares, &contributions, &missing);
            ranking.not_scored.push(NotScored {
                option,
                missing,
                low,
                high,
                rank: None,
                lead: Lead::Never,
                contributions,
            });
        }
    }
    give_ranks(problem, shares, &mut ranking);
    let reach = Reach { problem, shares, open_scales: open_scales(problem, shares) };
    for open in &mut ranking.not_scored {
        open.lead = reach.lead(open, &ranking.ranked);
    }
    ranking
}

/// The scored options in document order, each with its total.
pub(super) fn scored_totals(problem: &Problem, shares: &[f64]) -> Vec<(usize, f64)> {
    let total = |option: usize| sum(&contributions(problem, shares, option));
    problem.complete().map(|option| (option, total(option))).collect()
}

/// An option's parts, criterion by criterion: share × value.
fn contributions(problem: &Problem, shares: &[f64], option: usize) -> Vec<f64> {
    problem.values(option).iter().zip(shares).map(|(value, share)| share * value).collect()
}

/// The sum of an option's parts, four of them at a time so that one needn't wait for the last.
fn sum(parts: &[f64]) -> f64 {
    let (chunks, rest) = parts.as_chunks::<4>();
    let sums = chunks
        .iter()
        .fold([0.0; 4], |sums, [a, b, c, d]| [sums[0] + a, sums[1] + b, sums[2] + c, sums[3] + d]);
    sums.iter().chain(rest).sum()
}

/// The totals with all missing cells at their least and at their greatest value, added up in the
/// order of the criteria.
fn interval(
    problem: &Problem,
    shares: &[f64],
    contributions: &[f64],
    missing: &[usize],
) -> (f64, f64) {
    let filled = |end: fn((f64, f64)) -> f64| {
        let parts = contributions.iter().zip(shares).zip(&problem.scales).enumerate();
        parts
            .map(
                |(i, ((part, share), scale))| {
                    if missing.contains(&i) { share * end(scale.extent()) } else { *part }
                },
            )
            .sum()
    };
    (filled(|(least, _)| least), filled(|(_, greatest)| greatest))
}

/// The criteria that count and whose scale a missing cell leaves open.
fn open_scales(problem: &Problem, shares: &[f64]) -> Vec<usize> {
    let counts = |(_, share): &(usize, &f64)| **share > 0.0;
    let counting = shares.iter().enumerate().filter(counts).map(|(criterion, _)| criterion);
    counting.filter(|criterion| problem.open_scale(*criterion).is_some()).collect()
}

/// How far fillings of all missing cells together can take an option's total from another's.
struct Reach<'a> {
    problem: &'a Problem,
    shares: &'a [f64],
    open_scales: Vec<usize>,
}

/// One end of what fillings can make of an option.
#[derive(Clone, Copy)]
enum End {
    Least,
    Greatest,
}

impl Reach<'_> {
    /// The scored options by rank, so that most questions end at the first.
    fn lead(&self, open: &NotScored, ranked: &[Ranked]) -> Lead {
        let can_pass = |other: &Ranked| !is_better(0.0, self.gap(open, other, End::Greatest));
        let must_pass = |other: &Ranked| is_better(self.gap(open, other, End::Least), 0.0);
        match () {
            () if ranked.is_empty() => Lead::Never,
            () if ranked.iter().all(must_pass) => Lead::Certain,
            () if ranked.iter().all(can_pass) => Lead::Possible,
            () => Lead::Never,
        }
    }

    /// The least or the greatest that the option's total can be above the other's.
    fn gap(&self, open: &NotScored, other: &Ranked, end: End) -> f64 {
        let standing = match end {
            End::Least => open.low,
            End::Greatest => open.high,
        };
        let moved = |criterion: &usize| self.moved(open.option, other, *criterion, end);
        standing - other.total + self.open_scales.iter().map(moved).sum::<f64>()
    }

    /// What a gap gains on a criterion by its scale being open, beside the scale as it stands.
    fn moved(&self, option: usize, other: &Ranked, criterion: usize, end: End) -> f64 {
        let share = self.shares.get(criterion).copied().unwrap_or(0.0);
        let (least, greatest) =
            self.problem.scales.get(criterion).map_or((0.0, 1.0), Scale::extent);
        let value = self.problem.cell(option, criterion).map(|cell| cell.value);
        let theirs = self.problem.cell(other.option, criterion).map_or(0.0, |cell| cell.value);
        let (now, then) = match end {
            End::Least => (value.unwrap_or(least), -self.reach(other.option, option, criterion)),
            End::Greatest => {
                (value.unwrap_or(greatest), self.reach(option, other.option, criterion))
            }
        };
        share * (then - (now - theirs))
    }

    /// The most that an option can come to be worth above another on a criterion with an open
    /// scale: all of it where the score of one is missing, as that can lie far outside.
    fn reach(&self, ahead: usize, behind: usize, criterion: usize) -> f64 {
        let cells = [ahead, behind].map(|option| self.problem.cell(option, criterion));
        match (cells, self.problem.open_scale(criterion)) {
            ([Some(ahead), Some(behind)], Some(scale)) => scale.reach(ahead.score, behind.score),
            _ => 1.0,
        }
    }
}

/// Ranks the scored options and those not-scored ones whose interval shares no point with any total
/// or other interval. Where a missing cell leaves a scale open, no interval says how far a total
/// could go, that of another option neither.
fn give_ranks(problem: &Problem, shares: &[f64], ranking: &mut Ranking) {
    let moves = !open_scales(problem, shares).is_empty();
    let totals: Vec<f64> = ranking.ranked.iter().map(|ranked| ranked.total).collect();
    let ends: Vec<Range<f64>> = ranking.not_scored.iter().map(|open| open.low..open.high).collect();
    let decided: Vec<bool> =
        (0..ends.len()).map(|place| !moves && is_decided(place, &ends, &totals)).collect();
    let mut levels = totals;
    levels.extend(
        ends.iter().zip(&decided).filter(|(_, decided)| **decided).map(|(end, _)| end.start),
    );
    let levels = Levels::new(levels);
    ranking.ranked.sort_unstable_by(|a, b| b.total.total_cmp(&a.total));
    let mut rank = levels.ranks();
    for ranked in &mut ranking.ranked {
        ranked.rank = rank(ranked.total);
    }
    for (open, _) in ranking.not_scored.iter_mut().zip(&decided).filter(|(_, decided)| **decided) {
        open.rank = Some(levels.rank(open.low));
    }
    // By now only options that tie can be out of order.
    ranking.ranked.sort_by_key(|ranked| (ranked.rank, ranked.option));
}

fn is_decided(place: usize, ends: &[Range<f64>], totals: &[f64]) -> bool {
    let Some(own) = ends.get(place) else { return false };
    let apart =
        |other: &Range<f64>| is_better(own.start, other.end) || is_better(other.start, own.end);
    let others =
        ends.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, end)| end.clone());
    others.chain(totals.iter().map(|total| *total..*total)).all(|other| apart(&other))
}
