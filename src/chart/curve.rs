//! A value function as a line: what each score is worth.

use super::frame::{Frame, Set, Side};
use super::{Area, Point, Scene};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::text::{self, charts, plain};

/// In points of the window: the height of it all, and the room around the plot for digits.
const HEIGHT: f32 = 132.0;
const LEFT: f32 = 26.0;
const RIGHT: f32 = 10.0;
const TOP: f32 = 8.0;
const FOOT: f32 = 22.0;
/// From the plot to the digits beside it and to the middle of those below it.
const BESIDE: f32 = 6.0;
const BELOW: f32 = 11.0;

/// A value function to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Curve<'a> {
    /// Scores with their values of 0..1, the lowest score first.
    pub points: &'a [(f64, f64)],
    /// From where to where scores run.
    pub extent: (f64, f64),
    pub hue: Hue,
}

impl Curve<'_> {
    /// Where the plot lies in the scene.
    pub fn plot(frame: Frame) -> Area {
        Area::between(
            [frame.length(LEFT), frame.length(TOP)],
            [frame.width - frame.length(RIGHT), frame.length(HEIGHT - FOOT)],
        )
    }

    /// Where a score with its value lies in a plot.
    pub fn at(&self, plot: Area, (score, value): (f64, f64)) -> Point {
        let (low, high) = self.extent;
        let part = ((score - low) / (high - low)) as f32;
        [plot.left + plot.width * part, plot.bottom() - plot.height * value as f32]
    }

    /// The score and the value at a place of a plot, both within it.
    pub fn under(&self, plot: Area, [x, y]: Point) -> (f64, f64) {
        let (low, high) = self.extent;
        let part = f64::from((x - plot.left) / plot.width).clamp(0.0, 1.0);
        let value = f64::from((plot.bottom() - y) / plot.height).clamp(0.0, 1.0);
        (low + part * (high - low), value)
    }

    /// Builds the drawing.
    pub fn scene(&self, frame: Frame) -> Scene {
        let plot = Self::plot(frame);
        let told: Vec<(String, String)> =
            self.points.iter().map(|(score, value)| (plain(*score), plain(*value))).collect();
        let mut scene = Scene {
            width: frame.width,
            height: frame.length(HEIGHT),
            heading: charts::curve(text::fields::VALUE_FUNCTION, &told),
            ..Scene::default()
        };
        scene.fill(plot, Role::Canvas);
        let corner = [plot.left, plot.bottom()];
        let axes = vec![[plot.left, plot.top], corner, [plot.right(), plot.bottom()]];
        scene.path(axes, frame.stroke(size::RULE_STROKE, Role::Control));
        self.digits(frame, &mut scene, plot);
        let inner: Vec<Point> = self.points.iter().map(|point| self.at(plot, *point)).collect();
        // Beyond the end points the end values go on.
        let first = inner.first().map(|point| [plot.left, point[1]]);
        let last = inner.last().map(|point| [plot.right(), point[1]]);
        let line = first.into_iter().chain(inner.iter().copied()).chain(last).collect();
        scene.path(line, frame.stroke(size::MARK_STROKE, Role::Criterion(self.hue)));
        scene
    }

    fn digits(&self, frame: Frame, scene: &mut Scene, plot: Area) {
        let set = Set::new(TypeSize::Scale, Weight::Regular, Role::Ink3);
        let left = plot.left - frame.length(BESIDE);
        for (value, y) in [("1", plot.top), ("0", plot.bottom())] {
            frame.text(scene, ([left, y], Side::End), value, set, f32::INFINITY);
        }
        let below = plot.bottom() + frame.length(BELOW);
        let (low, high) = self.extent;
        let room = plot.width / 2.0 - frame.length(BESIDE);
        frame.text(scene, ([plot.left, below], Side::Start), &plain(low), set, room);
        frame.text(scene, ([plot.right(), below], Side::End), &plain(high), set, room);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Measurer;

    #[test]
    fn a_place_in_the_plot_and_its_score_are_each_others_way_back() {
        let measurer = Measurer::new();
        let plot = Curve::plot(Frame::screen(260.0, &measurer));
        let curve = Curve { points: &[], extent: (-5.0, 15.0), hue: Hue::Sage };
        for point in [(-5.0, 0.0), (0.0, 0.25), (15.0, 1.0)] {
            let (score, value) = curve.under(plot, curve.at(plot, point));
            assert!((score - point.0).abs() < 1e-4 && (value - point.1).abs() < 1e-4, "{point:?}");
        }
        assert_eq!(curve.under(plot, [-900.0, 900.0]), (-5.0, 0.0));
    }
}
