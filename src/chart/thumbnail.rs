//! A scenario in small: its matrix as bars, drawn from its own numbers.

use super::parts::{Piece, dashed_edge, stack};
use super::{Area, Frame, Scene};
use crate::evaluation::Evaluation;
use crate::look::{Hue, Role};
use crate::model::Scenario;

/// How many options a thumbnail shows at most.
const MOST_ROWS: usize = 9;
/// How much of the width the cells take; the totals take the rest, behind a gap.
const CELLS_PART: f32 = 0.68;
/// In points of the window: the gaps before the totals, between two cells and between two pieces,
/// and the highest that a row gets.
const TOTALS_GAP: f32 = 16.0;
const GAP: f32 = 3.0;
const PIECE_GAP: f32 = 1.0;
const MOST_HEIGHT: f32 = 16.0;
/// How much of its pitch a row fills.
const ROW_PART: f32 = 0.78;
/// The dashes around a cell that isn't scored.
const DASH: (f32, f32) = (2.0, 2.0);

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thumbnail {
    hues: Vec<Hue>,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// 0..1 by criterion; none: not scored.
    values: Vec<Option<f64>>,
    /// Parts of the total, 0..1.
    parts: Vec<f64>,
}

impl Thumbnail {
    /// The first options of a scenario.
    pub fn new(scenario: &Scenario, evaluation: &Evaluation) -> Self {
        let shares = &evaluation.shares.criteria;
        let row = |option: usize| {
            let values: Vec<Option<f64>> = evaluation
                .problem
                .row(option)
                .iter()
                .map(|cell| cell.map(|cell| cell.value))
                .collect();
            let parts = values
                .iter()
                .zip(shares)
                .map(|(value, share)| value.unwrap_or(0.0) * share)
                .collect();
            Row { values, parts }
        };
        let hues =
            scenario.criteria.iter().map(|criterion| Hue::of(criterion.hue.number())).collect();
        Self { hues, rows: (0..scenario.options.len().min(MOST_ROWS)).map(row).collect() }
    }

    /// Builds the drawing, so high.
    pub fn scene(&self, frame: Frame, height: f32) -> Scene {
        let mut scene = Scene { width: frame.width, height, ..Scene::default() };
        let pitch = height / self.rows.len().max(1) as f32;
        let bar = (pitch * ROW_PART).min(frame.length(MOST_HEIGHT)).floor();
        let cells = frame.width * CELLS_PART;
        let totals = cells + frame.length(TOTALS_GAP);
        for (place, row) in self.rows.iter().enumerate() {
            let top = (pitch * place as f32 + (pitch - bar) / 2.0).round();
            self.cells(frame, &mut scene, Area::new(0.0, top, cells, bar), row);
            let total = Area::new(totals, top, (frame.width - totals).max(0.0), bar);
            let pieces =
                self.hues.iter().zip(&row.parts).map(|(hue, part)| Piece::new(*hue, *part));
            stack(frame, &mut scene, total, pieces, PIECE_GAP);
        }
        scene
    }

    fn cells(&self, frame: Frame, scene: &mut Scene, row: Area, numbers: &Row) {
        let pitch = row.width / self.hues.len().max(1) as f32;
        for (column, (hue, value)) in self.hues.iter().zip(&numbers.values).enumerate() {
            let width = (pitch - frame.length(GAP)).max(1.0);
            let cell = Area { left: row.left + pitch * column as f32, width, ..row };
            match value {
                // So small a bar shows how much, not which side is good.
                Some(value) => {
                    scene.fill(cell, Role::CriterionTrack(*hue));
                    let width = cell.width * *value as f32;
                    scene.fill(Area { width, ..cell }, Role::Criterion(*hue));
                }
                None => dashed_edge(frame, scene, cell, DASH),
            }
        }
    }
}
