//! Small signs: which way is good, and how strong the evidence is.

use crate::chart::{Area, Frame, Point, Scene};
use crate::look::{Role, size};
use crate::model::{Goal, Grade};

/// How strong the evidence is, in bars of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Grade C3 or worse.
    Weak = 1,
    Fair = 2,
    /// Grade A1.
    Strong = 3,
}

impl Evidence {
    pub fn of(grade: Grade) -> Self {
        match (grade.reliability(), grade.credibility()) {
            _ if grade.is_weak() => Self::Weak,
            ('A', 1) => Self::Strong,
            _ => Self::Fair,
        }
    }
}

/// The sizes of the three bars, from one to the next, in points of the window.
const HEIGHTS: [f32; 3] = [4.0, 7.0, 10.0];
const BAR_WIDTH: f32 = 3.0;
const BAR_STEP: f32 = 4.5;
/// How wide the three are together.
const BARS_WIDTH: f32 = 12.0;

/// An arrow: half its length, and how far its head reaches to the side and back.
const ARROW: f32 = 4.5;
const HEAD: f32 = 3.5;

/// Draws three rising bars into a lower right corner, as many of them dark as the evidence is
/// strong.
pub fn evidence(frame: Frame, scene: &mut Scene, [right, bottom]: Point, evidence: Evidence) {
    for (place, height) in HEIGHTS.into_iter().enumerate() {
        let role = if place < evidence as usize { Role::Ink2 } else { Role::Line };
        let left = right - frame.length(BARS_WIDTH - BAR_STEP * place as f32);
        let (width, height) = (frame.length(BAR_WIDTH), frame.length(height));
        scene.fill(Area::new(left, bottom - height, width, height), role);
    }
}

/// Draws an arrow around a point: up where high is good, down where low is.
pub fn arrow(frame: Frame, scene: &mut Scene, [x, y]: Point, goal: Goal) {
    let down = match goal {
        Goal::Maximize => -1.0,
        Goal::Minimize => 1.0,
    };
    let stroke = frame.stroke(size::ICON_STROKE, Role::Ink2);
    let (length, head) = (frame.length(ARROW) * down, frame.length(HEAD));
    let tip = [x, y + length];
    scene.line([x, y - length], tip, stroke);
    scene.path(
        vec![[x - head, tip[1] - head * down], tip, [x + head, tip[1] - head * down]],
        stroke,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_one_to_three_bars() {
        let of = |reliability, credibility| {
            Evidence::of(Grade::new(reliability, credibility).expect("a grade"))
        };
        assert_eq!(of('A', 1), Evidence::Strong);
        assert_eq!(of('B', 2), Evidence::Fair);
        assert_eq!(of('A', 2), Evidence::Fair);
        assert_eq!(of('C', 3), Evidence::Weak);
    }
}
