//! The whole matrix in one scene, where nothing scrolls: criteria that have no room beside the
//! others go on below them, and the totals stand behind the last.

use std::collections::HashSet;

use super::head::head;
use super::layout::{Layout, Totals};
use super::legend::legend;
use super::row::row;
use super::seen::{Head, Seen};
use super::view::View;
use crate::chart::{Frame, Scene, Subject};
use crate::text;

/// Between two bands of criteria, in points of the window.
const BAND_GAP: f32 = 24.0;

/// Builds the matrix whole.
pub fn sheet(frame: Frame, view: &View) -> Scene {
    let mut scene = Scene {
        width: frame.width,
        heading: text::headline(view.scenario, &view.evaluation.ranking),
        ..Scene::default()
    };
    for layout in bands(frame, view.scenario.criteria.len()) {
        if scene.height > 0.0 {
            scene.height += frame.length(BAND_GAP);
        }
        let below = |scene: &mut Scene, piece: Scene| {
            let (top, height) = (scene.height, piece.height);
            scene.place(piece, [0.0, top]);
            scene.height += height;
        };
        below(&mut scene, head(frame, &layout, view, Head::default()));
        for option in &view.rows {
            below(&mut scene, row(frame, &layout, view, *option, Seen::default()));
        }
    }
    let (signs, top) = (legend(frame, view.legend()), scene.height);
    scene.height += signs.height;
    scene.place(signs, [0.0, top]);
    // An option stands in every band, and is told once.
    let mut told: HashSet<Subject> = HashSet::new();
    scene.parts.retain(|part| told.insert(part.subject.clone()));
    scene
}

/// The criteria in bands of about equal length, the totals behind the last.
fn bands(frame: Frame, criteria: usize) -> Vec<Layout> {
    let last = Layout::columns_that_fit(frame, Totals::Shown);
    let other = Layout::columns_that_fit(frame, Totals::LeftOut);
    let before = criteria.saturating_sub(last).div_ceil(other);
    let rest = criteria - criteria.div_ceil(before + 1).min(last);
    let band = |place: usize| {
        let columns = rest * place / before..rest * (place + 1) / before;
        Layout::new(frame, columns, Totals::LeftOut)
    };
    let behind = Layout::new(frame, rest..criteria, Totals::Shown);
    (0..before).map(band).chain(std::iter::once(behind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Medium;
    use crate::look::Measurer;

    #[test]
    fn every_criterion_stands_in_one_band_and_every_band_fits() {
        let measurer = Measurer::new();
        for width in [560.0, 682.0, 1200.0, 1920.0] {
            for medium in [Medium::Screen, Medium::Projector, Medium::Paper] {
                let frame = Frame { medium, ..Frame::screen(width, &measurer) };
                for criteria in [0, 1, 2, 3, 7, 8, 9, 20, 61, 200] {
                    let bands = bands(frame, criteria);
                    let columns: Vec<usize> =
                        bands.iter().flat_map(|layout| layout.columns.clone()).collect();
                    assert_eq!(columns, (0..criteria).collect::<Vec<_>>(), "{width} {medium:?}");
                    let is_wide = width >= 1000.0 || medium != Medium::Projector;
                    for layout in bands.iter().filter(|_| is_wide) {
                        assert!(layout.content_width() <= width + 0.5, "{width} {medium:?}");
                    }
                    assert!(bands.last().is_some_and(Layout::has_totals));
                }
            }
        }
    }
}
