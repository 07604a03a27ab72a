//! A document seen from one viewpoint, as dense arrays: what every method starts from.

use crate::analysis::Scale;
use crate::model::{Criterion, Finding, FindingKind, Goal, Layer, Path, Scenario, Score, Team, ValueFunction};

/// Whose scores are looked at.
#[derive(Clone, Copy, Debug)]
pub enum Viewpoint<'a> {
    /// The base scores.
    Base,
    /// The team's own scores, the base's elsewhere.
    Team(&'a Team),
}

impl<'a> Viewpoint<'a> {
    fn team(self) -> Option<&'a Team> {
        match self {
            Self::Base => None,
            Self::Team(team) => Some(team),
        }
    }
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
    /// For each option, the criteria whose must-have it misses.
    pub missed: Vec<Vec<usize>>,
    pub findings: Vec<Finding>,
}

impl Problem {
    pub fn new(scenario: &Scenario, viewpoint: Viewpoint) -> Self {
        let scales: Vec<Scale> = scenario.criteria.iter().map(|criterion| Scale::of(scenario, criterion)).collect();
        let mut problem = Self {
            option_count: scenario.options.len(),
            cells: Vec::with_capacity(scenario.options.len() * scales.len()),
            missed: Vec::with_capacity(scenario.options.len()),
            findings: Vec::new(),
            scales,
        };
        let team = viewpoint.team();
        for option in &scenario.options {
            let row: Vec<Option<&Score>> =
                scenario.criteria.iter().map(|criterion| scenario.score_for(team, &option.id, &criterion.id)).collect();
            let missed = missed(&scenario.criteria, &row);
            if missed.is_empty() {
                problem.note_cuts(scenario, team, &option.id, &row);
            }
            problem.missed.push(missed);
            let cells = row.iter().zip(&problem.scales);
            problem.cells.extend(cells.map(|(score, scale)| score.map(|s| Cell { score: s.score, value: scale.value(s.score) })));
        }
        problem.note_turns(scenario);
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

    /// Whether an option misses a must-have, by the viewpoint's scores.
    pub fn is_ruled_out(&self, option: usize) -> bool {
        self.missed.get(option).is_some_and(|missed| !missed.is_empty())
    }

    /// The worst and the best score on a criterion over the options not ruled out, by value; the first in document order where
    /// several tie. None where nothing is scored.
    pub fn swing(&self, criterion: usize) -> Option<(f64, f64)> {
        let scale = self.scales.get(criterion)?;
        let scores = (0..self.option_count).filter(|option| !self.is_ruled_out(*option));
        let scores = scores.filter_map(|option| self.cell(option, criterion)).map(|cell| (cell.score, scale.uncut_value(cell.score)));
        let ends = scores.fold(None, |ends, found| match ends {
            None => Some((found, found)),
            Some((worst, best)) => Some((if found.1 < worst.1 { found } else { worst }, if found.1 > best.1 { found } else { best })),
        });
        ends.map(|((worst, _), (best, _))| (worst, best))
    }

    fn note_cuts(&mut self, scenario: &Scenario, team: Option<&Team>, option: &crate::model::OptionId, row: &[Option<&Score>]) {
        for ((criterion, score), scale) in scenario.criteria.iter().zip(row).zip(&self.scales) {
            let Some((score, end)) = score.and_then(|s| Some((s.score, scale.cut(s.score)?))) else { continue };
            let own = team.filter(|team| team.scores.get(option, &criterion.id).is_some());
            let layer = own.map_or(Layer::Base, |team| Layer::Team(team.id.clone()));
            let kind = FindingKind::Cut { option: option.clone(), criterion: criterion.id.clone(), score, end };
            self.findings.push(Finding { path: Some(cell_path(&layer, option.as_str(), criterion.id.as_str())), kind });
        }
    }

    fn note_turns(&mut self, scenario: &Scenario) {
        for criterion in scenario.criteria.iter().filter(|criterion| turns(criterion)) {
            let path = Path::field("criteria").key(criterion.id.as_str()).then("value");
            self.findings.push(Finding { path: Some(path), kind: FindingKind::NotMonotone(criterion.id.clone()) });
        }
    }
}

/// The path of a cell in the base scores or a team's.
fn cell_path(layer: &Layer, option: &str, criterion: &str) -> Path {
    let base = match layer {
        Layer::Base => Path::default(),
        Layer::Team(team) => Path::field("teams").key(team.as_str()),
    };
    base.then("scores").key(option).key(criterion)
}

fn missed(criteria: &[Criterion], row: &[Option<&Score>]) -> Vec<usize> {
    let is_missed = |(criterion, score): (&Criterion, Option<&Score>)| {
        criterion.must_have.zip(score).is_some_and(|(must_have, score)| !must_have.is_met_by(score.score))
    };
    criteria.iter().zip(row.iter().copied()).enumerate().filter(|(_, cell)| is_missed(*cell)).map(|(index, _)| index).collect()
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
