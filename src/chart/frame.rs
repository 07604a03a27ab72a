//! What a scene is built for, and how text is set into it.

use super::{Point, Scene, Shape, Text};
use crate::look::{Measurer, Role, TypeSize, Weight};

/// How much of a size of type lies above the baseline, up to the height of capitals' middle: what
/// centres a line on a height.
const CENTRE_TO_BASELINE: f32 = 0.35;

/// The room that a scene has, and the measure of its text.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub width: f32,
    pub measurer: &'a Measurer,
}

/// Where a line of text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It begins there.
    Start,
    Middle,
    /// It ends there.
    End,
}

/// How a line of text is set.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    pub size: TypeSize,
    pub weight: Weight,
    pub role: Role,
}

impl Frame<'_> {
    /// How wide a line comes out.
    pub fn width_of(self, words: &str, set: Set) -> f32 {
        self.measurer.width(words, set.size.points(), set.weight)
    }

    /// Puts a line of text at a place, vertically centred on it; cut short where it is wider than
    /// `room`. Gives its width.
    pub fn text(
        self,
        scene: &mut Scene,
        (at, side): (Point, Side),
        words: &str,
        set: Set,
        room: f32,
    ) -> f32 {
        let words = self.measurer.ellipsis(words, set.size.points(), set.weight, room.max(1.0));
        let width = self.width_of(&words, set);
        let left = match side {
            Side::Start => at[0],
            Side::Middle => at[0] - width / 2.0,
            Side::End => at[0] - width,
        };
        let start = [left, at[1] + set.size.points() * CENTRE_TO_BASELINE];
        scene.shapes.push(Shape::Text(Text {
            start,
            words,
            size: set.size.points(),
            weight: set.weight,
            role: set.role,
        }));
        width
    }

    /// Puts a text in at most two lines, vertically centred on a place together.
    pub fn two_lines(
        self,
        scene: &mut Scene,
        (at, side): (Point, Side),
        words: &str,
        set: Set,
        room: f32,
    ) {
        let lines = self.measurer.wrap(words, set.size.points(), set.weight, room.max(1.0), 2);
        let step = (set.size.points() * 1.3).round();
        let first = at[1] - step * (lines.len().saturating_sub(1) as f32) / 2.0;
        for (place, line) in lines.iter().enumerate() {
            self.text(
                scene,
                ([at[0], first + step * place as f32], side),
                line,
                set,
                f32::INFINITY,
            );
        }
    }
}

/// The least round number of steps of 1, 2, 2.5 or 5 times a power of ten that reaches `most`, in
/// four to eight steps: the step and the end of an axis from 0.
pub fn axis(most: f64) -> (f64, f64) {
    let most = if most > 0.0 && most.is_finite() { most } else { 1.0 };
    let power = 10.0_f64.powf((most / 8.0).log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0].map(|step| step * power);
    let step = steps.into_iter().find(|step| most / step <= 8.0).unwrap_or(most);
    (step, (most / step - 1e-9).ceil().max(1.0) * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_on_a_round_number_that_holds_all() {
        for (most, step, end) in [
            (5.93, 1.0, 6.0),
            (0.34, 0.05, 0.35),
            (10.0, 2.0, 10.0),
            (0.08, 0.01, 0.08),
            (1.0, 0.2, 1.0),
        ] {
            let (found_step, found_end) = axis(most);
            assert!(
                (found_step - step).abs() < 1e-12 && (found_end - end).abs() < 1e-12,
                "{most}: {found_step} {found_end}"
            );
        }
        assert_eq!(axis(0.0), axis(1.0));
        assert!(axis(f64::NAN).1 > 0.0);
    }
}
