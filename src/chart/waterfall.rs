//! Why one option beats another: the differences of their parts, from the lower total to the
//! higher, the most helpful first.

use super::frame::{Frame, Set, Side};
use super::parts::{Placing, badge, swatch};
use super::{Area, Point, Scene, Subject};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Scenario};
use crate::text::{self, charts};

/// In points of the window: from one bar to the next, and a bar's height.
const PITCH: f32 = 37.0;
const BAR: f32 = 22.0;
/// How high a total's tick is, and how wide.
const TICK: (f32, f32) = (26.0, 4.0);
/// The room of a number beside a bar.
const NUMBER: f32 = 56.0;
/// Where names begin, and how far the name of a total may reach.
const NAME_AT: f32 = 28.0;
const NAME_END: f32 = 230.0;
const MARGIN: f32 = 4.0;

/// An option with its parts and total, 0..1.
#[derive(Clone, Copy)]
pub struct Contender<'a> {
    pub option: &'a Alternative,
    pub parts: &'a [f64],
    pub total: f64,
}

/// Which of the two a total is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Winner,
    Rival,
}

/// Where steps and totals lie.
struct Plot {
    bars: Area,
    pitch: f32,
    low: f64,
    span: f64,
}

/// Builds the chart from `rival` to `winner`; the heading says who beats whom, or that they tie.
pub fn waterfall(frame: Frame, scenario: &Scenario, winner: Contender, rival: Contender) -> Scene {
    let steps = steps(winner, rival);
    let mut levels = vec![rival.total];
    for (_, step) in &steps {
        levels.push(levels.last().copied().unwrap_or(0.0) + step);
    }
    let names = (frame.width * 0.36).clamp(frame.length(110.0), frame.length(208.0));
    let plot = Plot::new(frame, names, &levels);
    let mut scene = Scene {
        width: frame.width,
        height: plot.bars.height + frame.length(2.0 * MARGIN),
        heading: text::why(winner.option, winner.total, rival.option, rival.total),
        ..Scene::default()
    };
    end(frame, &mut scene, rival, [plot.x(rival.total), plot.middle(0)], End::Rival);
    for (place, ((index, step), pair)) in steps.iter().zip(levels.windows(2)).enumerate() {
        let [from, to] = [pair.first(), pair.last()].map(|level| plot.x(*level.unwrap_or(&0.0)));
        let middle = plot.middle(place + 1);
        let width = (to - from).abs().max(frame.length(1.0));
        let area = Area::new(from.min(to), middle, width, 0.0).grown(0.0, frame.length(BAR) / 2.0);
        let role = if *step >= 0.0 { Role::Lead } else { Role::OptionTone };
        scene.fill(area, role);
        plot.join(frame, &mut scene, [from, middle], BAR / 2.0);
        step_words(frame, &mut scene, scenario, (*index, *step), area, names);
    }
    let last = plot.middle(steps.len() + 1);
    plot.join(frame, &mut scene, [plot.x(winner.total), last], TICK.0 / 2.0);
    end(frame, &mut scene, winner, [plot.x(winner.total), last], End::Winner);
    scene
}

/// The differences by criterion, the most helpful to the winner first.
fn steps(winner: Contender, rival: Contender) -> Vec<(usize, f64)> {
    let mut steps: Vec<(usize, f64)> =
        winner.parts.iter().zip(rival.parts).map(|(a, b)| a - b).enumerate().collect();
    steps.sort_by(|(i, a), (j, b)| b.total_cmp(a).then(i.cmp(j)));
    steps
}

impl Plot {
    fn new(frame: Frame, names: f32, levels: &[f64]) -> Self {
        let low = levels.iter().copied().fold(f64::MAX, f64::min);
        let high = levels.iter().copied().fold(f64::MIN, f64::max);
        let (number, pitch) = (frame.length(NUMBER), frame.length(PITCH));
        let bars = Area::new(
            names + number,
            frame.length(MARGIN),
            (frame.width - names - 2.0 * number).max(frame.length(30.0)),
            pitch * (levels.len() + 1) as f32,
        );
        Self { bars, pitch, low, span: (high - low).max(1e-9) }
    }

    fn x(&self, level: f64) -> f32 {
        self.bars.left + self.bars.width * ((level - self.low) / self.span) as f32
    }

    /// The middle of a row.
    fn middle(&self, place: usize) -> f32 {
        self.bars.top + self.pitch * (place as f32 + 0.5)
    }

    /// The line from the bar above down to what lies around a middle, `half` of it high.
    fn join(&self, frame: Frame, scene: &mut Scene, [x, middle]: Point, half: f32) {
        let from = [x, middle - self.pitch + frame.length(BAR / 2.0)];
        let to = [x, middle - frame.length(half)];
        scene.line(from, to, frame.stroke(size::RULE_STROKE, Role::Control));
    }
}

/// A total: a tick, for the axis is cut.
fn end(frame: Frame, scene: &mut Scene, side: Contender, [x, middle]: Point, end: End) {
    let (placing, role) = match end {
        End::Winner => (Placing::Winner, Role::Lead),
        End::Rival => (Placing::Other, Role::Ink2),
    };
    badge(frame, scene, [frame.length(10.0), middle], &side.option.letter, placing);
    let strong = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let room = x.min(frame.length(NAME_END)) - frame.length(NAME_AT + 6.0);
    let at = [frame.length(NAME_AT), middle];
    frame.text(scene, (at, Side::Start), side.option.label(), strong, room);
    let tick = Area::new(x, middle, 0.0, 0.0);
    scene.fill(tick.grown(frame.length(TICK.1) / 2.0, frame.length(TICK.0) / 2.0), role);
    let total = text::total(side.total);
    let set = Set { size: TypeSize::Emphasis, ..strong };
    let at = [x + frame.length(10.0), middle];
    frame.text(scene, (at, Side::Start), &total, set, frame.length(NUMBER));
    let sentence = charts::valued(&side.option.name, &total);
    scene.part(Subject::Total(side.option.id.clone()), sentence, row(frame, middle));
}

/// All of the row around a middle.
fn row(frame: Frame, middle: f32) -> Area {
    Area::new(0.0, middle, frame.width, 0.0).grown(0.0, frame.length(PITCH) / 2.0)
}

fn step_words(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    (index, step): (usize, f64),
    area: Area,
    names: f32,
) {
    let Some(criterion) = scenario.criteria.get(index) else { return };
    let middle = area.middle()[1];
    swatch(frame, scene, [frame.length(8.0), middle], Hue::of(criterion.hue.number()));
    let name = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
    let (at, room) = ([frame.length(NAME_AT), middle], names - frame.length(NAME_AT + 2.0));
    frame.text(scene, (at, Side::Start), criterion.label(), name, room);
    let signed = text::signed(step);
    let beside = frame.length(8.0);
    let (x, side) = if step >= 0.0 {
        (area.right() + beside, Side::Start)
    } else {
        (area.left - beside, Side::End)
    };
    let number = Set { weight: Weight::SemiBold, ..name };
    frame.text(scene, ([x, middle], side), &signed, number, frame.length(NUMBER));
    let sentence = charts::valued(&criterion.name, &signed);
    scene.part(Subject::Criterion(criterion.id.clone()), sentence, row(frame, middle));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_the_rival_to_the_winner_the_most_helpful_first() {
        let option = Alternative {
            id: crate::model::OptionId::new("x").unwrap(),
            name: String::new(),
            short: String::new(),
            note: String::new(),
            letter: crate::model::Letter::nth(0),
        };
        let contender = |parts, total| Contender { option: &option, parts, total };
        let steps = steps(contender(&[0.1, 0.4, 0.2], 0.7), contender(&[0.3, 0.1, 0.2], 0.6));
        assert_eq!(steps.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [1, 2, 0]);
        let sum: f64 = steps.iter().map(|(_, step)| step).sum();
        assert!((sum - 0.1).abs() < 1e-12);
    }
}
