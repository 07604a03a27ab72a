//! The options that are simulated, by their cells.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::block::{BLOCK, Row, load, store, vectors};
use super::cells::SimulatedCell;
use super::generator::{Generator, STREAMS};
use super::ranks::TILE;
use crate::analysis::is_better;

/// Options by criteria; every cell stands or is drawn.
#[derive(Clone, Debug)]
pub struct SimulatedTable {
    /// The options' indices in the document, rising.
    pub options: Vec<usize>,
    /// The number of criteria.
    pub width: usize,
    /// Row by row.
    cells: Vec<SimulatedCell>,
    /// Where every cell stands: the values of each tile of options, criterion by criterion.
    standing: Option<Vec<[f64; TILE]>>,
}

impl SimulatedTable {
    /// `cells` holds the options row by row.
    pub fn new(options: Vec<usize>, width: usize, cells: Vec<SimulatedCell>) -> Self {
        let standing = tiles(&cells, width);
        Self { options, width, cells, standing }
    }

    pub fn count(&self) -> usize {
        self.options.len()
    }

    /// Whether any cell is drawn.
    pub fn is_drawn(&self) -> bool {
        self.standing.is_none()
    }

    /// Whether an option, by the cells that stand, is first under weights.
    pub(super) fn is_first(&self, place: usize, weights: &[f64]) -> bool {
        let value = |cell: &SimulatedCell| {
            if let SimulatedCell::Exact(value) = cell { *value } else { 0.0 }
        };
        let total = |cells: &[SimulatedCell]| -> f64 {
            cells.iter().zip(weights).map(|(cell, weight)| value(cell) * weight).sum()
        };
        let totals: Vec<f64> = self.rows().map(total).collect();
        totals.get(place).is_some_and(|own| !totals.iter().any(|other| is_better(*other, *own)))
    }

    fn rows(&self) -> impl Iterator<Item = &[SimulatedCell]> {
        self.cells.chunks_exact(self.width.max(1))
    }

    /// The totals of a block under its weights, one row for each option: additions in the order of
    /// the criteria.
    #[inline(always)]
    pub(super) fn total<S: Simd>(
        &self,
        simd: S,
        generator: &mut Generator,
        weights: &[Row],
        totals: &mut [Row],
    ) {
        match &self.standing {
            Some(tiles) => total_standing(simd, tiles, weights, totals),
            None => self.total_drawn(simd, generator, weights, totals),
        }
    }

    #[inline(always)]
    fn total_drawn<S: Simd>(
        &self,
        simd: S,
        generator: &mut Generator,
        weights: &[Row],
        totals: &mut [Row],
    ) {
        for group in Generator::groups::<S>() {
            let mut lanes = generator.lanes(simd, group);
            for at in (group..BLOCK).step_by(STREAMS) {
                for (cells, total) in self.rows().zip(totals.iter_mut()) {
                    let mut sum = S::f64s::splat(simd, 0.0);
                    for (cell, weight) in cells.iter().zip(weights) {
                        sum += cell.draw(simd, &mut lanes) * load(simd, weight, at);
                    }
                    store::<S>(sum, total, at);
                }
            }
            generator.keep(&lanes, group);
        }
    }

    /// Draws the values of each option in turn, a row for each criterion, and hands them to `each`.
    #[inline(always)]
    pub(super) fn draw_options<S: Simd>(
        &self,
        simd: S,
        generator: &mut Generator,
        values: &mut [Row],
        mut each: impl FnMut(usize, &[Row]),
    ) {
        for (place, cells) in self.rows().enumerate() {
            for group in Generator::groups::<S>() {
                let mut lanes = generator.lanes(simd, group);
                for at in (group..BLOCK).step_by(STREAMS) {
                    for (cell, row) in cells.iter().zip(values.iter_mut()) {
                        store::<S>(cell.draw(simd, &mut lanes), row, at);
                    }
                }
                generator.keep(&lanes, group);
            }
            each(place, values);
        }
    }
}

/// The values by tiles of options, the last filled up with nothing; none where a cell is drawn.
fn tiles(cells: &[SimulatedCell], width: usize) -> Option<Vec<[f64; TILE]>> {
    let value = |cell: &SimulatedCell| match cell {
        SimulatedCell::Exact(value) => Some(*value),
        SimulatedCell::Drawn(_) => None,
    };
    let values: Vec<f64> = cells.iter().map(value).collect::<Option<_>>()?;
    let tile = |options: &[f64]| -> Vec<[f64; TILE]> {
        let of = |criterion: usize| {
            std::array::from_fn(|option| {
                options.get(option * width + criterion).copied().unwrap_or(0.0)
            })
        };
        (0..width).map(of).collect()
    };
    Some(values.chunks((TILE * width).max(1)).flat_map(tile).collect())
}

#[inline(always)]
fn total_standing<S: Simd>(simd: S, tiles: &[[f64; TILE]], weights: &[Row], totals: &mut [Row]) {
    for (tile, totals) in
        tiles.chunks_exact(weights.len().max(1)).zip(totals.as_chunks_mut::<TILE>().0)
    {
        // Two vectors at a time, so that a value that was loaded serves twice; the number of
        // vectors in a row is even.
        for at in vectors::<S>().step_by(2) {
            let next = at + S::f64s::LEN;
            let mut sums = [[S::f64s::splat(simd, 0.0); 2]; TILE];
            for (values, weight) in tile.iter().zip(weights) {
                let weight = [load(simd, weight, at), load(simd, weight, next)];
                for (sums, value) in sums.iter_mut().zip(values) {
                    let value = S::f64s::splat(simd, *value);
                    *sums = [sums[0] + weight[0] * value, sums[1] + weight[1] * value];
                }
            }
            for (sums, total) in sums.iter().zip(totals.iter_mut()) {
                store::<S>(sums[0], total, at);
                store::<S>(sums[1], total, next);
            }
        }
    }
}

/// Totals of one option under standing weights.
#[inline(always)]
pub(super) fn total_under<S: Simd>(simd: S, values: &[Row], weights: &[f64], at: usize) -> S::f64s {
    let mut sum = S::f64s::splat(simd, 0.0);
    for (value, weight) in values.iter().zip(weights) {
        sum += load(simd, value, at) * *weight;
    }
    sum
}
