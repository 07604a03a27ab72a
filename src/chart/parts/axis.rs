//! Ticks with their labels, and axes from 0.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Scene};
use crate::look::{Role, TypeSize, Weight, size};

/// Between two labels at least.
const LABEL_GAP: f32 = 6.0;

/// An axis from 0 whose end is a whole number of steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    pub step: f64,
    pub end: f64,
}

/// A line across a plot, and what stands below it.
pub struct Tick {
    pub x: f32,
    pub label: String,
    pub role: Role,
}

/// How far ticks reach beyond a plot, and how far below it the middle of their labels lies, in
/// points of the window.
#[derive(Clone, Copy)]
pub struct Reach {
    pub above: f32,
    pub below: f32,
    pub label: f32,
}

impl Axis {
    /// The axis that reaches `most` in four to eight steps of 1, 2, 2.5 or 5 times a power of ten.
    pub fn reaching(most: f64) -> Self {
        let most = if most > 0.0 && most.is_finite() { most } else { 1.0 };
        let power = 10.0_f64.powf((most / 8.0).log10().floor());
        let steps = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0].map(|step| step * power);
        let step = steps.into_iter().find(|step| most / step <= 8.0).unwrap_or(most);
        Self { step, end: (most / step - 1e-9).ceil().max(1.0) * step }
    }

    /// Where a value lies across a plot.
    pub fn x(self, plot: Area, value: f64) -> f32 {
        plot.left + plot.width * (value / self.end) as f32
    }

    /// A tick for each step, from 0 to the end.
    pub fn ticks(self, plot: Area, label: impl Fn(f64) -> String) -> Vec<Tick> {
        let count = (self.end / self.step).round() as u32;
        let tick = |place: u32| Tick {
            x: plot.left + plot.width * (place as f32 / count.max(1) as f32),
            label: label(self.step * f64::from(place)),
            role: Role::Line,
        };
        (0..=count).map(tick).collect()
    }
}

/// Draws ticks across a plot; where labels would touch, only every second or third has one.
pub fn ticks(frame: Frame, scene: &mut Scene, plot: Area, ticks: &[Tick], reach: Reach) {
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let widest = ticks.iter().map(|tick| frame.width_of(&tick.label, set)).fold(0.0, f32::max);
    let pitch = ticks
        .windows(2)
        .filter_map(|pair| Some(pair.last()?.x - pair.first()?.x))
        .fold(f32::INFINITY, f32::min);
    let every = ((widest + frame.length(LABEL_GAP)) / pitch.max(1.0)).ceil().max(1.0) as usize;
    for (place, tick) in ticks.iter().enumerate() {
        let stroke = frame.stroke(size::RULE_STROKE, tick.role);
        let from = [tick.x, plot.top - frame.length(reach.above)];
        scene.line(from, [tick.x, plot.bottom() + frame.length(reach.below)], stroke);
        if place % every == 0 {
            let at = [tick.x, plot.bottom() + frame.length(reach.label)];
            frame.text(scene, (at, Side::Middle), &tick.label, set, f32::INFINITY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::look::Measurer;

    #[test]
    fn axes_end_on_a_round_number_that_holds_all() {
        for (most, step, end) in [
            (5.93, 1.0, 6.0),
            (0.34, 0.05, 0.35),
            (10.0, 2.0, 10.0),
            (0.08, 0.01, 0.08),
            (1.0, 0.2, 1.0),
        ] {
            let found = Axis::reaching(most);
            assert!(
                (found.step - step).abs() < 1e-12 && (found.end - end).abs() < 1e-12,
                "{most}: {found:?}"
            );
        }
        assert_eq!(Axis::reaching(0.0), Axis::reaching(1.0));
        assert!(Axis::reaching(f64::NAN).end > 0.0);
    }

    #[test]
    fn labels_without_room_give_way() {
        let measurer = Measurer::new();
        let shown = |width| {
            let plot = Area::new(0.0, 0.0, width, 10.0);
            let mut scene = Scene::default();
            let all = Axis::reaching(60.0).ticks(plot, |at| format!("{at} %"));
            let reach = Reach { above: 0.0, below: 0.0, label: 16.0 };
            ticks(Frame::screen(width, &measurer), &mut scene, plot, &all, reach);
            scene.shapes.iter().filter(|shape| matches!(shape, Shape::Text(_))).count()
        };
        assert_eq!((shown(400.0), shown(150.0), shown(60.0)), (7, 4, 2));
    }
}
