//! A document's base scores and scales as dense arrays: what all viewpoints share.

use std::borrow::Borrow;
use std::collections::HashMap;

use super::scale::moves_with_scores;
use crate::analysis::Scale;
use crate::model::{MustHave, NodeId, OptionId, Scenario, ScoreTable};

/// Options by criteria, by their indices in the document, which is lent or shared.
pub struct Grid<S> {
    scenario: S,
    /// One for each criterion; one scale for all teams, so that shares can be compared.
    pub scales: Vec<Scale>,
    /// Row by row; none: not scored.
    pub base: Vec<Option<f64>>,
    /// Whether each option meets every must-have by its base scores.
    kept: Vec<bool>,
    options: HashMap<OptionId, usize>,
    criteria: HashMap<NodeId, usize>,
}

impl<S: Borrow<Scenario>> Grid<S> {
    pub fn new(scenario: S) -> Self {
        let document = scenario.borrow();
        let options = document.options.iter().map(|option| option.id.clone());
        let criteria = document.criteria.iter().map(|criterion| criterion.id.clone());
        let mut grid = Self {
            scales: Vec::new(),
            base: Vec::new(),
            kept: Vec::new(),
            options: options.zip(0..).collect(),
            criteria: criteria.zip(0..).collect(),
            scenario,
        };
        let bare = vec![None; grid.document().options.len() * grid.width()];
        grid.base = grid.with_table(bare, &grid.document().scores);
        grid.kept = (0..grid.document().options.len())
            .map(|option| grid.missed(&grid.base, option).next().is_none())
            .collect();
        let criteria = grid.document().criteria.iter().enumerate();
        grid.scales = criteria
            .map(|(index, criterion)| Scale::of(criterion, || grid.observed(index)))
            .collect();
        grid
    }

    pub fn document(&self) -> &Scenario {
        self.scenario.borrow()
    }

    /// The number of criteria.
    pub fn width(&self) -> usize {
        self.document().criteria.len()
    }

    /// `scores` with the cells of a table put in place.
    pub fn with_table(&self, mut scores: Vec<Option<f64>>, table: &ScoreTable) -> Vec<Option<f64>> {
        for (option, row) in table.rows() {
            let Some(start) = self.options.get(option).map(|option| option * self.width()) else {
                continue;
            };
            for (criterion, score) in row.iter() {
                let place = self
                    .criteria
                    .get(criterion)
                    .and_then(|criterion| scores.get_mut(start + criterion));
                if let Some(place) = place {
                    *place = Some(self.document().counted(score).score);
                }
            }
        }
        scores
    }

    /// The criteria whose must-have an option misses by some scores.
    pub fn missed(&self, scores: &[Option<f64>], option: usize) -> impl Iterator<Item = usize> {
        let row =
            scores.get(option * self.width()..(option + 1) * self.width()).unwrap_or_default();
        let cells = self.document().criteria.iter().zip(row).enumerate();
        let is_missed = |must_have: Option<MustHave>, score: Option<f64>| {
            must_have.zip(score).is_some_and(|(must, score)| !must.is_met_by(score))
        };
        cells
            .filter(move |(_, (criterion, score))| is_missed(criterion.must_have, **score))
            .map(|(index, _)| index)
    }

    /// Whether a score of the option on a criterion would count among those that make its scale.
    pub fn moves_scale(&self, option: usize, criterion: usize) -> bool {
        let is_kept = self.kept.get(option).copied().unwrap_or(false);
        is_kept && self.document().criteria.get(criterion).is_some_and(moves_with_scores)
    }

    /// The extremes of a criterion's base scores over the options that base scores don't rule out;
    /// none where there are none.
    pub fn base_ends(&self, criterion: usize) -> Option<(f64, f64)> {
        extremes(self.column(&self.base, criterion).map(|(_, score)| score))
    }

    /// Whether a criterion's scale is made of teams' own scores, as no base score makes it.
    pub fn has_scale_of_own(&self, criterion: usize) -> bool {
        self.document().criteria.get(criterion).is_some_and(moves_with_scores)
            && self.base_ends(criterion).is_none()
    }

    /// The base scores on a criterion with their options, those aside that they rule out.
    pub(super) fn base_scores(&self, criterion: usize) -> impl Iterator<Item = (usize, f64)> {
        self.column(&self.base, criterion)
    }

    /// Every score on a criterion, the base's and the open teams' own.
    pub(super) fn all_scores(&self, criterion: usize) -> impl Iterator<Item = f64> {
        let (width, tables) = (self.width(), self.own_tables());
        let of = move |scores: Vec<Option<f64>>| {
            scores.into_iter().skip(criterion).step_by(width.max(1)).flatten()
        };
        std::iter::once(self.base.clone()).chain(tables).flat_map(of)
    }

    /// The options that an observed scale hangs on: each that alone makes an end of it; where
    /// teams' own scores make it, all that they score. Without any other it stays as it is.
    pub fn end_makers(&self, criterion: usize) -> Vec<usize> {
        let base = || self.column(&self.base, criterion);
        let Some((min, max)) = self.base_ends(criterion) else {
            return self
                .own_tables()
                .flat_map(|scores| {
                    self.column(&scores, criterion).map(|(option, _)| option).collect::<Vec<_>>()
                })
                .collect();
        };
        let only = |end: f64| {
            let mut makers = base().filter(|(_, score)| *score == end).map(|(option, _)| option);
            makers.next().filter(|_| makers.next().is_none())
        };
        [min, max].into_iter().filter_map(only).collect()
    }

    /// [`Self::base_ends`], without any those of the teams' own scores, sealed teams aside. None
    /// where there are no scores.
    fn observed(&self, criterion: usize) -> Option<(f64, f64)> {
        let of = |scores: &[Option<f64>]| {
            extremes(self.column(scores, criterion).map(|(_, score)| score))
        };
        self.base_ends(criterion).or_else(|| {
            extremes(
                self.own_tables()
                    .filter_map(|scores| of(&scores))
                    .flat_map(|(min, max)| [min, max]),
            )
        })
    }

    /// The scores on a criterion with their options, those aside that base scores rule out.
    fn column(
        &self,
        scores: &[Option<f64>],
        criterion: usize,
    ) -> impl Iterator<Item = (usize, f64)> {
        let column =
            scores.iter().skip(criterion).step_by(self.width()).zip(&self.kept).enumerate();
        column
            .filter(|(_, (_, kept))| **kept)
            .filter_map(|(option, (score, _))| Some((option, (*score)?)))
    }

    /// The own scores of each team that isn't sealed, row by row.
    fn own_tables(&self) -> impl Iterator<Item = Vec<Option<f64>>> {
        let empty = || vec![None; self.base.len()];
        let open = self.document().open_teams();
        open.map(move |team| self.with_table(empty(), &team.judged().scores))
    }
}

fn extremes(scores: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    scores.fold(None, |found, score| match found {
        None => Some((score, score)),
        Some((min, max)) => Some((f64::min(min, score), f64::max(max, score))),
    })
}
