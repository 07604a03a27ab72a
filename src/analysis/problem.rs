//! A document seen from one viewpoint, as dense arrays: what every method starts from.

use std::borrow::Borrow;

use crate::analysis::{Grid, OpenScale, Scale, is_tied};
use crate::model::{
    Criterion, Finding, FindingKind, Goal, OpenTeam, Path, Scenario, ValueFunction,
};

/// Whose scores are looked at.
#[derive(Clone, Copy, Debug)]
pub enum Viewpoint<'a> {
    /// The base scores.
    Base,
    /// The team's own scores, the base's elsewhere.
    Team(OpenTeam<'a>),
}

/// One score with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// In the criterion's unit.
    pub score: f64,
    /// 0..1, 1 best.
    pub value: f64,
}

/// Options by criteria, by their indices in the document.
#[derive(Clone, Debug)]
pub struct Problem {
    pub option_count: usize,
    /// One for each criterion.
    pub scales: Vec<Scale>,
    /// Row by row; none: not scored.
    cells: Vec<Option<Cell>>,
    /// The cells' values, nothing where not scored: close together, as sums over them are made
    /// often.
    values: Vec<f64>,
    /// For each option, whether all its cells are scored.
    is_scored: Vec<bool>,
    /// For each option, the criteria whose must-have it misses.
    pub missed: Vec<Vec<usize>>,
    /// For each criterion its scale, where a missing cell leaves it open.
    open_scales: Vec<Option<OpenScale>>,
    pub findings: Vec<Finding>,
}

impl Problem {
    pub fn new(grid: &Grid<impl Borrow<Scenario>>, viewpoint: Viewpoint) -> Self {
        let team = match viewpoint {
            Viewpoint::Base => None,
            Viewpoint::Team(team) => Some(team),
        };
        let scores = team.map_or_else(
            || grid.base.clone(),
            |team| grid.with_table(grid.base.clone(), &team.judged().scores),
        );
        let option_count = grid.document().options.len();
        let scales = grid.scales.iter().cycle();
        let cell = |(score, scale): (&Option<f64>, &Scale)| {
            score.map(|score| Cell { score, value: scale.value(score) })
        };
        let cells: Vec<Option<Cell>> = scores.iter().zip(scales).map(cell).collect();
        let row = |option: usize| {
            cells.get(option * grid.width()..(option + 1) * grid.width()).unwrap_or_default()
        };
        let mut problem = Self {
            option_count,
            scales: grid.scales.clone(),
            values: cells.iter().map(|cell| cell.map_or(0.0, |cell| cell.value)).collect(),
            is_scored: (0..option_count)
                .map(|option| row(option).iter().all(Option::is_some))
                .collect(),
            missed: (0..option_count)
                .map(|option| grid.missed(&scores, option).collect())
                .collect(),
            open_scales: Vec::new(),
            findings: Vec::new(),
            cells,
        };
        problem.open_scales = problem.scales_left_open(grid);
        problem.findings.extend(problem.cuts(grid, team));
        problem.findings.extend(
            grid.document().criteria.iter().filter(|criterion| turns(criterion)).map(not_monotone),
        );
        problem.findings.extend(problem.without_difference(grid.document(), team));
        problem
    }

    pub fn criterion_count(&self) -> usize {
        self.scales.len()
    }

    /// The row of an option, criterion by criterion; empty where there is no such option.
    pub fn row(&self, option: usize) -> &[Option<Cell>] {
        let width = self.criterion_count();
        self.cells.get(option * width..(option + 1) * width).unwrap_or_default()
    }

    pub fn cell(&self, option: usize, criterion: usize) -> Option<Cell> {
        self.row(option).get(criterion).copied().flatten()
    }

    /// The values of an option, criterion by criterion, nothing where not scored; empty where there
    /// is no such option.
    pub fn values(&self, option: usize) -> &[f64] {
        let width = self.criterion_count();
        self.values.get(option * width..(option + 1) * width).unwrap_or_default()
    }

    /// Whether every cell of an option is scored.
    pub fn is_scored(&self, option: usize) -> bool {
        self.is_scored.get(option).copied().unwrap_or(false)
    }

    /// A criterion's scale where a missing cell leaves it open; none where it stands.
    pub fn open_scale(&self, criterion: usize) -> Option<&OpenScale> {
        self.open_scales.get(criterion)?.as_ref()
    }

    /// The same with the scores of another problem on one criterion, of the same options and
    /// criteria. What it makes of missing cells stays, as nothing but totals is looked at.
    pub(super) fn with_column_of(&self, other: &Self, criterion: usize) -> Self {
        let mut taken = self.clone();
        let width = self.criterion_count();
        for option in 0..self.option_count {
            let (at, cell) = (option * width + criterion, other.cell(option, criterion));
            taken.cells.get_mut(at).into_iter().for_each(|own| *own = cell);
            let value = cell.map_or(0.0, |cell| cell.value);
            taken.values.get_mut(at).into_iter().for_each(|own| *own = value);
            let is_scored = taken.row(option).iter().all(Option::is_some);
            taken.is_scored.get_mut(option).into_iter().for_each(|own| *own = is_scored);
            let is_missed = other.missed.get(option).is_some_and(|it| it.contains(&criterion));
            if let Some(missed) = taken.missed.get_mut(option) {
                missed.retain(|own| *own != criterion);
                missed.extend(is_missed.then_some(criterion));
            }
        }
        taken
    }

    fn scales_left_open(&self, grid: &Grid<impl Borrow<Scenario>>) -> Vec<Option<OpenScale>> {
        let mut scales = vec![None; self.criterion_count()];
        for (option, index) in self.missing() {
            let (Some(scale), Some(criterion)) =
                (scales.get_mut(index), grid.document().criteria.get(index))
            else {
                continue;
            };
            if scale.is_none() && grid.moves_scale(option, index) {
                let ends = grid.base_ends(index);
                *scale = Some(OpenScale { goal: criterion.goal, ends });
            }
        }
        scales
    }

    fn missing(&self) -> impl Iterator<Item = (usize, usize)> {
        let width = self.criterion_count().max(1);
        let cells = self.cells.iter().enumerate().filter(|(_, cell)| cell.is_none());
        cells.map(move |(place, _)| (place / width, place % width))
    }

    /// The options that are fully scored and not ruled out. None where there are no criteria.
    pub fn complete(&self) -> impl Iterator<Item = usize> {
        let is_complete = |option: &usize| {
            self.criterion_count() > 0 && self.is_scored(*option) && !self.is_ruled_out(*option)
        };
        (0..self.option_count).filter(is_complete)
    }

    /// Whether an option misses a must-have, by the viewpoint's scores.
    pub fn is_ruled_out(&self, option: usize) -> bool {
        self.missed.get(option).is_some_and(|missed| !missed.is_empty())
    }

    /// The worst and the best score on a criterion over the options not ruled out, by value; the
    /// first in document order where several tie. None where nothing is scored.
    pub fn swing(&self, criterion: usize) -> Option<(f64, f64)> {
        let scale = self.scales.get(criterion)?;
        let scores = (0..self.option_count).filter(|option| !self.is_ruled_out(*option));
        let scores = scores
            .filter_map(|option| self.cell(option, criterion))
            .map(|cell| (cell.score, scale.uncut_value(cell.score)));
        let ends = scores.fold(None, |ends, found| match ends {
            None => Some((found, found)),
            Some((worst, best)) => Some((
                if found.1 < worst.1 { found } else { worst },
                if found.1 > best.1 { found } else { best },
            )),
        });
        ends.map(|((worst, _), (best, _))| (worst, best))
    }

    /// The criteria on which every option that isn't ruled out is worth the same. Where a cell is
    /// missing that isn't known, and one option alone differs from none.
    fn without_difference(&self, document: &Scenario, team: Option<OpenTeam>) -> Vec<Finding> {
        let kept: Vec<usize> =
            (0..self.option_count).filter(|option| !self.is_ruled_out(*option)).collect();
        let is_level = |(index, _): &(usize, &Criterion)| {
            let values = || kept.iter().map(|option| self.cell(*option, *index));
            let first = values().next().flatten();
            kept.len() > 1
                && first.is_some_and(|first| {
                    values().all(|cell| cell.is_some_and(|cell| is_tied(cell.value, first.value)))
                })
        };
        let finding = |(_, criterion): (usize, &Criterion)| {
            // What a team scores decides as well which options are ruled out.
            let decides = |of: &&Criterion| of.id == criterion.id || of.must_have.is_some();
            let has_own = |team: &OpenTeam| {
                document.criteria.iter().filter(decides).any(|of| {
                    document.options.iter().any(|o| team.own_cell(&o.id, &of.id).is_some())
                })
            };
            let team = team.filter(has_own).map(|team| team.id().clone());
            let kind = FindingKind::NoDifference { team, criterion: criterion.id.clone() };
            Finding { path: Some(Path::field("criteria").key(criterion.id.as_str())), kind }
        };
        document.criteria.iter().enumerate().filter(is_level).map(finding).collect()
    }

    /// Scores beyond the observed extremes, of options that count.
    fn cuts(&self, grid: &Grid<impl Borrow<Scenario>>, team: Option<OpenTeam>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (index, option) in grid
            .document()
            .options
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.is_ruled_out(*index))
        {
            for ((criterion, cell), scale) in
                grid.document().criteria.iter().zip(self.row(index)).zip(&self.scales)
            {
                let Some((score, end)) =
                    cell.and_then(|cell| Some((cell.score, scale.cut(cell.score)?)))
                else {
                    continue;
                };
                let path = grid.document().cell_path(team, &option.id, &criterion.id);
                let kind = FindingKind::Cut {
                    option: option.id.clone(),
                    criterion: criterion.id.clone(),
                    score,
                    end,
                };
                findings.push(Finding { path: Some(path), kind });
            }
        }
        findings
    }
}

fn not_monotone(criterion: &Criterion) -> Finding {
    let path = Path::field("criteria").key(criterion.id.as_str()).then("value");
    Finding { path: Some(path), kind: FindingKind::NotMonotone(criterion.id.clone()) }
}

/// Whether a piecewise value function runs against its goal somewhere.
fn turns(criterion: &Criterion) -> bool {
    let ValueFunction::Piecewise(points) = &criterion.value else { return false };
    let mut steps = points.windows(2).filter_map(|pair| Some(pair.last()?.1 - pair.first()?.1));
    match criterion.goal {
        Goal::Maximize => steps.any(|step| step < 0.0),
        Goal::Minimize => steps.any(|step| step > 0.0),
    }
}
