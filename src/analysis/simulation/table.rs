//! The options that are simulated, by their cells.

use fearless_simd::Simd;
use fearless_simd::prelude::*;

use super::block::{BLOCK, Row, load, store, vectors};
use super::cells::{SimulatedCell, Triangle};
use super::generator::{Generator, Lanes, STREAMS};
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
    /// The same, by stretches of cells that are drawn alike; for each option how many it has.
    stretches: Vec<Vec<Stretch>>,
    /// Where every cell stands: the values of each tile of options, criterion by criterion.
    standing: Option<Vec<[f64; TILE]>>,
}

/// Neighbours in a row that are drawn without looking at each.
#[derive(Clone, Debug)]
enum Stretch {
    Triangles(Vec<Triangle>),
    Others(Vec<SimulatedCell>),
}

impl Stretch {
    /// Puts a cell behind the stretches of its row.
    fn push(row: &mut Vec<Self>, cell: &SimulatedCell) {
        match (row.last_mut(), cell.as_triangle()) {
            (Some(Self::Triangles(triangles)), Some(triangle)) => triangles.push(triangle),
            (_, Some(triangle)) => row.push(Self::Triangles(vec![triangle])),
            (Some(Self::Others(cells)), None) => cells.push(cell.clone()),
            (_, None) => row.push(Self::Others(vec![cell.clone()])),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Triangles(triangles) => triangles.len(),
            Self::Others(cells) => cells.len(),
        }
    }

    /// Draws the values of one vector of samples in turn.
    #[inline(always)]
    fn draw<S: Simd>(&self, simd: S, lanes: &mut Lanes<S>, mut each: impl FnMut(usize, S::f64s)) {
        match self {
            Self::Triangles(triangles) => {
                for (at, triangle) in triangles.iter().enumerate() {
                    each(at, triangle.draw(simd, lanes));
                }
            }
            Self::Others(cells) => {
                for (at, cell) in cells.iter().enumerate() {
                    each(at, cell.draw(simd, lanes));
                }
            }
        }
    }
}

impl SimulatedTable {
    /// `cells` holds the options row by row.
    pub fn new(options: Vec<usize>, width: usize, cells: Vec<SimulatedCell>) -> Self {
        let standing = tiles(&cells, width);
        let row = |cells: &[SimulatedCell]| {
            let mut row = Vec::new();
            for cell in cells {
                Stretch::push(&mut row, cell);
            }
            row
        };
        let stretches = cells.chunks_exact(width.max(1)).map(row).collect();
        Self { options, width, cells, stretches, standing }
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

    /// The least and the greatest total that an option can have under weights.
    pub(super) fn extent(&self, place: usize, weights: &[f64]) -> (f64, f64) {
        let row = self.rows().nth(place).unwrap_or_default();
        let extents = row.iter().map(SimulatedCell::extent).zip(weights);
        extents.fold((0.0, 0.0), |(low, high), (extent, weight)| {
            (low + extent.0 * weight, high + extent.1 * weight)
        })
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
                for (stretches, total) in self.stretches.iter().zip(totals.iter_mut()) {
                    let mut sum = S::f64s::splat(simd, 0.0);
                    let mut weights = weights;
                    for stretch in stretches {
                        let (own, rest) = weights.split_at(stretch.len().min(weights.len()));
                        stretch.draw(simd, &mut lanes, |at_cell, value| {
                            // Both are as long as the stretch.
                            sum += value * load(simd, &own[at_cell], at);
                        });
                        weights = rest;
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
        for (place, stretches) in self.stretches.iter().enumerate() {
            for group in Generator::groups::<S>() {
                let mut lanes = generator.lanes(simd, group);
                for at in (group..BLOCK).step_by(STREAMS) {
                    let mut values = &mut *values;
                    for stretch in stretches {
                        let (own, rest) = values.split_at_mut(stretch.len().min(values.len()));
                        stretch.draw(simd, &mut lanes, |at_cell, value| {
                            // Both are as long as the stretch.
                            store::<S>(value, &mut own[at_cell], at);
                        });
                        values = rest;
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

/// Totals of one option under several standing weightings, their weights criterion by criterion.
#[inline(always)]
pub(super) fn totals_under<S: Simd>(
    simd: S,
    values: &[Row],
    weights: &[[f64; TILE]],
    at: usize,
) -> [S::f64s; TILE] {
    let mut sums = [S::f64s::splat(simd, 0.0); TILE];
    for (value, weights) in values.iter().zip(weights) {
        let value = load(simd, value, at);
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += value * *weight;
        }
    }
    sums
}
