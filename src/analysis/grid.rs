//! A document's base scores and scales as dense arrays: what all viewpoints share.

use std::collections::HashMap;

use crate::analysis::Scale;
use crate::model::{MustHave, NodeId, OptionId, Scenario, ScoreTable};

/// Options by criteria, by their indices in the document.
pub struct Grid<'a> {
    pub scenario: &'a Scenario,
    /// One for each criterion; one scale for all teams, so that shares can be compared.
    pub scales: Vec<Scale>,
    /// Row by row; none: not scored.
    pub base: Vec<Option<f64>>,
    /// For each option, whether base scores don't rule it out.
    kept: Vec<bool>,
    options: HashMap<&'a OptionId, usize>,
    criteria: HashMap<&'a NodeId, usize>,
}

impl<'a> Grid<'a> {
    pub fn new(scenario: &'a Scenario) -> Self {
        let mut grid = Self {
            scenario,
            scales: Vec::new(),
            base: Vec::new(),
            kept: Vec::new(),
            options: scenario.options.iter().enumerate().map(|(index, option)| (&option.id, index)).collect(),
            criteria: scenario.criteria.iter().enumerate().map(|(index, criterion)| (&criterion.id, index)).collect(),
        };
        grid.base = grid.with_table(vec![None; scenario.options.len() * scenario.criteria.len()], &scenario.scores);
        grid.kept = (0..scenario.options.len()).map(|option| grid.missed(&grid.base, option).next().is_none()).collect();
        let criteria = scenario.criteria.iter().enumerate();
        grid.scales = criteria.map(|(index, criterion)| Scale::of(criterion, || grid.observed(index))).collect();
        grid
    }

    /// The number of criteria.
    pub fn width(&self) -> usize {
        self.scenario.criteria.len()
    }

    /// `scores` with the cells of a table put in place.
    pub fn with_table(&self, mut scores: Vec<Option<f64>>, table: &ScoreTable) -> Vec<Option<f64>> {
        for (option, row) in table.rows() {
            let Some(start) = self.options.get(option).map(|option| option * self.width()) else { continue };
            for (criterion, score) in row.iter() {
                let place = self.criteria.get(criterion).and_then(|criterion| scores.get_mut(start + criterion));
                if let Some(place) = place {
                    *place = Some(score.score);
                }
            }
        }
        scores
    }

    /// The criteria whose must-have an option misses by some scores.
    pub fn missed(&self, scores: &[Option<f64>], option: usize) -> impl Iterator<Item = usize> {
        let row = scores.get(option * self.width()..(option + 1) * self.width()).unwrap_or_default();
        let cells = self.scenario.criteria.iter().zip(row).enumerate();
        let is_missed =
            |must_have: Option<MustHave>, score: Option<f64>| must_have.zip(score).is_some_and(|(must, score)| !must.is_met_by(score));
        cells.filter(move |(_, (criterion, score))| is_missed(criterion.must_have, **score)).map(|(index, _)| index)
    }

    /// Whether an option alone makes the least or the greatest of a criterion's base scores, so that they change without it.
    pub fn is_only_end(&self, option: usize, criterion: usize) -> bool {
        let is_kept = |option: usize| self.kept.get(option).copied().unwrap_or(false);
        let score = |option: usize| self.base.get(option * self.width() + criterion).copied().flatten().filter(|_| is_kept(option));
        let Some(own) = score(option) else { return false };
        let others = (0..self.scenario.options.len()).filter(|other| *other != option).filter_map(score);
        let (mut is_least, mut is_greatest) = (true, true);
        others.for_each(|other| (is_least, is_greatest) = (is_least && own < other, is_greatest && own > other));
        is_least || is_greatest
    }

    /// The extremes of a criterion's base scores over the options that base scores don't rule out; without any, of the teams' own
    /// scores, sealed teams aside. None where there are no scores.
    fn observed(&self, criterion: usize) -> Option<(f64, f64)> {
        let of = |scores: &[Option<f64>]| {
            let column = scores.iter().skip(criterion).step_by(self.width());
            extremes(column.zip(&self.kept).filter(|(_, kept)| **kept).filter_map(|(score, _)| *score))
        };
        of(&self.base).or_else(|| {
            let open = self.scenario.teams.iter().filter(|team| !team.is_sealed());
            let ends = open.filter_map(|team| of(&self.with_table(vec![None; self.base.len()], &team.scores)));
            extremes(ends.flat_map(|(min, max)| [min, max]))
        })
    }
}

fn extremes(scores: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    scores.fold(None, |found, score| match found {
        None => Some((score, score)),
        Some((min, max)) => Some((f64::min(min, score), f64::max(max, score))),
    })
}
