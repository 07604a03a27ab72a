//! What adds up to a total, laid end to end.

use crate::chart::{Area, Frame, Scene, Strength};
use crate::look::{Hue, Role};

/// A part of a total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub hue: Hue,
    /// How long it is, 0..1 of the bar.
    pub part: f64,
    pub strength: Strength,
}

/// Where the pieces of a stack lie.
pub struct Stacked {
    /// What each covers, the gap behind it aside.
    pub areas: Vec<Area>,
    /// Where the last ends.
    pub end: f32,
}

impl Piece {
    pub fn new(hue: Hue, part: f64) -> Self {
        Self { hue, part, strength: Strength::Full }
    }
}

/// Lays pieces end to end into a bar, a gap of so many points of the window behind each that is
/// longer than two of them.
pub fn stack(
    frame: Frame,
    scene: &mut Scene,
    bar: Area,
    pieces: impl IntoIterator<Item = Piece>,
    gap: f32,
) -> Stacked {
    let gap = frame.length(gap);
    let mut end = bar.left;
    let mut areas = Vec::new();
    for piece in pieces {
        let width = bar.width * piece.part as f32;
        let seen = if width > 2.0 * gap { width - gap } else { width };
        let area = Area::new(end, bar.top, seen, bar.height);
        scene.filled(area, Role::Criterion(piece.hue), piece.strength);
        areas.push(area);
        end += width;
    }
    Stacked { areas, end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    #[test]
    fn pieces_lie_end_to_end_and_the_least_is_still_seen() {
        let measurer = Measurer::new();
        let frame = Frame::screen(100.0, &measurer);
        let mut scene = Scene::default();
        let bar = Area::new(10.0, 0.0, 100.0, 8.0);
        let pieces = [0.5, 0.0, 0.015, 0.2].map(|part| Piece::new(Hue::Ochre, part));
        let stacked = stack(frame, &mut scene, bar, pieces, 2.0);
        assert!((stacked.end - 81.5).abs() < 1e-4);
        let widths: Vec<f32> = stacked.areas.iter().map(|area| area.width).collect();
        assert!((widths[0] - 48.0).abs() < 1e-4 && (widths[2] - 1.5).abs() < 1e-4, "{widths:?}");
        assert_eq!(scene.shapes.len(), 3, "nothing is drawn for a part of nothing");
    }
}
