//! Two views of a decision in one matrix: above each criterion what it moves of the gap between the
//! two and what either weighs it, below it a number where they agree, both where they differ. As
//! many columns stand side by side as there is room for, the rest in bands below.

mod band;
mod cells;
mod gap;
mod view;

use super::Scene;
use super::frame::Frame;
use band::Band;
pub use gap::side_mark;
pub use view::{ComparedView, Rows, Seen, SideMark};

/// In points of the window: the column of names, the narrowest and the widest column of numbers,
/// and from one band to the next.
const NAMES: (f32, f32) = (124.0, 180.0);
const COLUMN: (f32, f32) = (112.0, 190.0);
const BAND_GAP: f32 = 22.0;

/// Builds the chart; the heading says what the two part over.
pub fn compared(frame: Frame, view: &ComparedView, heading: String) -> Scene {
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    let names = (frame.width * 0.155).clamp(frame.length(NAMES.0), frame.length(NAMES.1));
    let room = (frame.width - names).max(frame.length(COLUMN.0));
    let fitting = ((room / frame.length(COLUMN.0)).floor() as usize).max(1);
    let abreast = fitting.min(view.columns.len()).max(1);
    let column = (room / abreast as f32).min(frame.length(COLUMN.1)).min(room);
    let mut top = 0.0;
    for columns in view.columns.chunks(abreast) {
        if top > 0.0 {
            top += frame.length(BAND_GAP);
        }
        let band = Band { frame, view, columns, names, column, top };
        top = band.draw(&mut scene);
    }
    scene.height = top;
    scene
}
