//! A score as a block: its height the weight, its coloured width the value, on the good side.

use crate::chart::{Area, Frame, Scene, Shape};
use crate::look::{Hue, Role, size};
use crate::model::Goal;

/// The dashes around what isn't scored.
const DASH: (f32, f32) = (4.0, 3.0);

/// What a score stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grounds {
    Firm,
    /// Evidence of grade C3 or worse.
    Weak,
}

/// A score that is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    pub hue: Hue,
    /// 0..1.
    pub value: f64,
    pub goal: Goal,
    pub grounds: Grounds,
}

/// Draws a scored block. The colour lies on the good side: from the left where high is good, from
/// the right where low is.
pub fn scored(frame: Frame, scene: &mut Scene, area: Area, score: Scored) {
    scene.fill(area, Role::CriterionTrack(score.hue));
    // A value of nothing leaves a stub, so that a zero is told from a gap.
    let least = frame.length(size::ZERO_STUB_WIDTH).min(area.width);
    let width = (area.width * score.value as f32).clamp(least, area.width);
    let left = match score.goal {
        Goal::Maximize => area.left,
        Goal::Minimize => area.right() - width,
    };
    let part = Area { left, width, ..area };
    scene.fill(part, Role::Criterion(score.hue));
    if score.grounds == Grounds::Weak {
        let stroke = frame.stroke(size::HATCH_STROKE, Role::CriterionTrack(score.hue));
        let step = frame.length(size::HATCH_STEP);
        scene.shapes.push(Shape::Hatch { area: part, step, stroke });
    }
}

/// Draws the dashed frame of what isn't scored.
pub fn hollow(frame: Frame, scene: &mut Scene, area: Area) {
    dashed_edge(frame, scene, area, DASH);
}

/// The same with dashes and gaps of other lengths, in points of the window.
pub fn dashed_edge(frame: Frame, scene: &mut Scene, area: Area, dash: (f32, f32)) {
    let corners = vec![
        [area.left, area.top],
        [area.right(), area.top],
        [area.right(), area.bottom()],
        [area.left, area.bottom()],
        [area.left, area.top],
    ];
    scene.path(corners, frame.dashed(size::RULE_STROKE, Role::Control, dash));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    fn coloured(value: f64, goal: Goal) -> (f32, f32) {
        let measurer = Measurer::new();
        let mut scene = Scene::default();
        let score = Scored { hue: Hue::Clay, value, goal, grounds: Grounds::Weak };
        let area = Area::new(10.0, 0.0, 100.0, 20.0);
        scored(Frame::screen(200.0, &measurer), &mut scene, area, score);
        match scene.shapes.as_slice() {
            [Shape::Fill { .. }, Shape::Fill { area, .. }, Shape::Hatch { area: hatched, .. }] => {
                assert_eq!(area, hatched, "the hatch covers the colour and no more");
                (area.left, area.right())
            }
            other => panic!("a track, a part and its hatch: {other:?}"),
        }
    }

    #[test]
    fn the_colour_lies_on_the_good_side() {
        assert_eq!(coloured(0.25, Goal::Maximize), (10.0, 35.0));
        assert_eq!(coloured(0.25, Goal::Minimize), (85.0, 110.0));
    }

    #[test]
    fn zero_leaves_a_stub_and_nothing_reaches_beyond_the_block() {
        assert_eq!(coloured(0.0, Goal::Maximize), (10.0, 12.0));
        assert_eq!(coloured(0.0, Goal::Minimize), (108.0, 110.0));
        assert_eq!(coloured(1.5, Goal::Maximize), (10.0, 110.0));
    }
}
