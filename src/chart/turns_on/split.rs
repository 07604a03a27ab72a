//! Weights or facts: what each has in the gap between two teams, as one bar; as two where one of
//! them makes the gap narrower.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::Parting;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::Scenario;
use crate::text::between::{self as words, Split};

/// In points of the window.
const BAR: f32 = 36.0;
const GAP: f32 = 4.0;
const PADDING: f32 = 12.0;

/// Builds the bar of a gap that can be seen.
pub fn split_bar(frame: Frame, scenario: &Scenario, parting: &Parting, split: &Split) -> Scene {
    let heading = words::split_sentence(scenario, parting, split);
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    let all = split.weights.abs() + split.scores.abs();
    let part = |part: f64| (part.abs() / all.max(1e-12)) as f32 * frame.width;
    let is_one = split.weights >= -1e-12 && split.scores >= -1e-12;
    let height = frame.length(BAR);
    let weights = Area::new(0.0, 0.0, part(split.weights), height);
    let below = Area::new(0.0, height + frame.length(GAP), part(split.scores), height);
    let beside = Area { left: weights.width, top: 0.0, ..below };
    let scores = if is_one { beside } else { below };
    let parts = [
        (weights, split.weights, words::WEIGHTS, Role::Ink2, Role::Canvas),
        (scores, split.scores, words::SCORES, Role::Sunken, Role::Ink),
    ];
    for ((area, size_of, name, ground, ink), told) in parts.into_iter().zip(&split.told) {
        if area.width <= 0.0 {
            continue;
        }
        let is_against = size_of < 0.0;
        let ink = if is_against { Role::Ink } else { ink };
        if !is_against {
            scene.fill(area, ground);
        }
        if is_against || ground == Role::Sunken {
            scene.edge(area, 0.0, frame.stroke(size::RULE_STROKE, Role::Control));
        }
        label(frame, &mut scene, area, (name, told, ink));
    }
    scene.height = if is_one { height } else { below.bottom() };
    let hit = Area::new(0.0, 0.0, frame.width, scene.height);
    let [x, _] = &parting.options;
    scene.part(Subject::Option(x.clone()), scene.heading.clone(), hit);
    scene
}

/// The name with its number where there is room, else the number, else nothing.
fn label(frame: Frame, scene: &mut Scene, area: Area, (name, told, ink): (&str, &str, Role)) {
    let set = Set::new(TypeSize::Emphasis, Weight::SemiBold, ink);
    let whole = crate::text::charts::joined(name, told);
    let room = area.width - frame.length(PADDING);
    let fitting = [whole.as_str(), told].into_iter().find(|it| frame.width_of(it, set) <= room);
    if let Some(words) = fitting {
        let at = [area.left + frame.length(PADDING / 2.0), area.middle()[1]];
        frame.text(scene, (at, Side::Start), words, set, room);
    }
}
