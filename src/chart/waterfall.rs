//! Why one option beats another: the differences of their parts, from the lower total to the
//! higher, the most helpful first.

use super::frame::{Frame, Set, Side};
use super::{Area, Scene, Shape};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Scenario};
use crate::text;

const PITCH: f32 = 37.0;
const BAR: f32 = 22.0;
/// The room of a number beside a bar.
const NUMBER: f32 = 56.0;

/// An option with its parts and total, 0..1.
#[derive(Clone, Copy)]
pub struct Contender<'a> {
    pub option: &'a Alternative,
    pub parts: &'a [f64],
    pub total: f64,
}

/// Builds the chart from `rival` to `winner`; the heading says who beats whom, or that they tie.
pub fn waterfall(frame: Frame, scenario: &Scenario, winner: Contender, rival: Contender) -> Scene {
    let mut steps: Vec<(usize, f64)> =
        winner.parts.iter().zip(rival.parts).map(|(a, b)| a - b).enumerate().collect();
    steps.sort_by(|(i, a), (j, b)| b.total_cmp(a).then(i.cmp(j)));
    let mut levels = vec![rival.total];
    for (_, step) in &steps {
        levels.push(levels.last().copied().unwrap_or(0.0) + step);
    }
    let (low, high) = levels
        .iter()
        .fold((f64::MAX, f64::MIN), |(low, high), level| (low.min(*level), high.max(*level)));
    let names = (frame.width * 0.36).clamp(110.0, 208.0);
    let bars = Area::new(
        names + NUMBER,
        4.0,
        (frame.width - names - 2.0 * NUMBER).max(30.0),
        PITCH * (steps.len() + 2) as f32,
    );
    let span = (high - low).max(1e-9);
    let x = |level: f64| bars.left + bars.width * ((level - low) / span) as f32;
    let mut scene = Scene {
        width: frame.width,
        height: bars.height + 8.0,
        heading: text::why(winner.option, winner.total, rival.option, rival.total),
        ..Scene::default()
    };
    end(
        frame,
        &mut scene,
        rival,
        (x(rival.total), row(&bars, 0)),
        Role::OptionTone(crate::look::Tone::One),
    );
    for (place, ((index, step), pair)) in steps.iter().zip(levels.windows(2)).enumerate() {
        let [from, to] = [pair.first(), pair.last()].map(|level| x(level.copied().unwrap_or(0.0)));
        let middle = row(&bars, place + 1);
        let area = Area::new(from.min(to), middle - BAR / 2.0, (to - from).abs().max(1.0), BAR);
        scene.fill(
            area,
            if *step >= 0.0 { Role::Lead } else { Role::OptionTone(crate::look::Tone::One) },
        );
        scene.line(
            [from, middle - PITCH + BAR / 2.0],
            [from, middle - BAR / 2.0],
            size::RULE_STROKE,
            Role::Control,
        );
        step_words(frame, &mut scene, scenario, (*index, *step), area, names);
    }
    let last = row(&bars, steps.len() + 1);
    scene.line(
        [x(winner.total), last - PITCH + BAR / 2.0],
        [x(winner.total), last - 13.0],
        size::RULE_STROKE,
        Role::Control,
    );
    end(frame, &mut scene, winner, (x(winner.total), last), Role::Lead);
    scene
}

/// The middle of a row.
fn row(bars: &Area, place: usize) -> f32 {
    bars.top + PITCH * (place as f32 + 0.5)
}

/// A total: a tick, for the axis is cut.
fn end(frame: Frame, scene: &mut Scene, side: Contender, (x, middle): (f32, f32), role: Role) {
    let badge = Area::new(0.0, middle - 10.0, 20.0, 20.0);
    let is_lead = role == Role::Lead;
    scene.shapes.push(if is_lead {
        Shape::Badge(badge, role)
    } else {
        Shape::BadgeEdge(badge, Role::Control)
    });
    let ink = if is_lead { Role::OnLead } else { Role::Ink2 };
    frame.text(
        scene,
        (badge.middle(), Side::Middle),
        side.option.letter.as_str(),
        Set { size: TypeSize::Note, weight: Weight::SemiBold, role: ink },
        22.0,
    );
    let strong = Set { size: TypeSize::Body, weight: Weight::SemiBold, role: Role::Ink };
    frame.text(
        scene,
        ([28.0, middle], Side::Start),
        side.option.label(),
        strong,
        x.min(230.0) - 34.0,
    );
    scene.fill(
        Area::new(x - 2.0, middle - 13.0, 4.0, 26.0),
        if is_lead { Role::Lead } else { Role::Ink2 },
    );
    let total = text::total(side.total);
    frame.text(
        scene,
        ([x + 10.0, middle], Side::Start),
        &total,
        Set { size: TypeSize::Emphasis, ..strong },
        NUMBER,
    );
    scene.part(
        format!("total {}", side.option.id),
        format!("{}: {total}", side.option.name),
        Area::new(0.0, middle - PITCH / 2.0, frame.width, PITCH),
    );
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
    scene.fill(
        Area::new(8.0, middle - 7.0, 4.0, 14.0),
        Role::Criterion(Hue::of(criterion.hue.number())),
    );
    let name = Set { size: TypeSize::Body, weight: Weight::Regular, role: Role::Ink };
    frame.text(scene, ([28.0, middle], Side::Start), criterion.label(), name, names - 30.0);
    let number = Set { size: TypeSize::Body, weight: Weight::SemiBold, role: Role::Ink };
    let signed = text::signed(step);
    let (at, side) =
        if step >= 0.0 { (area.right() + 8.0, Side::Start) } else { (area.left - 8.0, Side::End) };
    frame.text(scene, ([at, middle], side), &signed, number, NUMBER);
    let sentence = format!("{}: {signed}", criterion.name);
    scene.part(
        format!("criterion {}", criterion.id),
        sentence,
        Area::new(0.0, middle - PITCH / 2.0, frame.width, PITCH),
    );
}
