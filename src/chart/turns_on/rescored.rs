//! The scores that would mend an option, each on its scale: its stated range as a band, where it is
//! now, and an arrow to where it would have to be.

use super::view::{TurnsOnView, name_set, note_set};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::apart;
use crate::chart::{Area, Scene, Shape, Strength, Subject};
use crate::evaluation::{Mend, Rescored};
use crate::look::{Hue, Mark, Role, TypeSize, Weight};
use crate::model::{Alternative, Criterion};
use crate::text::{self, turns_on as words};

/// In points of the window: a score's line of words and its scale.
const ROW: f32 = 58.0;
const WORDS: f32 = 11.0;
const LINE: f32 = 30.0;
const NUMBERS: f32 = 46.0;
const DOT: f32 = 9.0;
const HEAD: f32 = 9.0;

/// Builds the scales of a mend of an option.
pub fn rescored(frame: Frame, view: &TurnsOnView, option: &Alternative, mend: &Mend) -> Scene {
    let mut scene =
        Scene { width: frame.width, heading: option.label().to_owned(), ..Scene::default() };
    for score in &mend.scores {
        let Some(criterion) = view.criterion(score.criterion) else { continue };
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let doubt = view.scenario.score_for(None, &option.id, &criterion.id);
        let doubt = doubt.map_or((score.from, score.from), |counted| counted.ends());
        let told = words::rescored(criterion, score);
        let at = ([0.0, area.top + frame.length(WORDS)], Side::Start);
        frame.text(&mut scene, at, &told, name_set(), frame.width);
        let then = words::score_only(criterion, score);
        scale(frame, &mut scene, view, (criterion, score, doubt), (area, &then));
        scene.part(Subject::Cell(option.id.clone(), criterion.id.clone()), told, area);
        scene.height = area.bottom();
    }
    scene
}

fn scale(
    frame: Frame,
    scene: &mut Scene,
    view: &TurnsOnView,
    (criterion, score, doubt): (&Criterion, &Rescored, (f64, f64)),
    (area, told): (Area, &str),
) {
    let Some(range) = range(view, criterion, score) else { return };
    let y = area.top + frame.length(LINE);
    let (left, width) = (frame.length(8.0), frame.width - frame.length(16.0));
    let x = |score: f64| {
        let part = (score / 2.0 - range.0 / 2.0) / (range.1 / 2.0 - range.0 / 2.0);
        left + width * part.clamp(0.0, 1.0) as f32
    };
    let line = |from: f32, to: f32| Area::between([from.min(to), y], [from.max(to), y]);
    scene.fill(line(left, left + width).grown(0.0, frame.length(2.0)), Role::Line);
    let hue = Role::Criterion(Hue::of(criterion.hue.number()));
    if doubt.1 > doubt.0 {
        scene.filled(
            line(x(doubt.0), x(doubt.1)).grown(0.0, frame.length(4.0)),
            hue,
            Strength::Dimmed,
        );
        for end in [doubt.0, doubt.1] {
            scene.fill(line(x(end), x(end)).grown(frame.length(1.0), frame.length(8.0)), hue);
        }
    }
    let (now, then) = (x(score.from), x(score.to));
    let way = if then < now { -1.0 } else { 1.0 };
    let head = frame.length(HEAD).min((then - now).abs());
    scene.fill(line(now, then - way * head).grown(0.0, frame.length(1.5)), Role::Lead);
    let back = then - way * head;
    let half = frame.length(HEAD * 0.6);
    let corners = vec![[back, y - half], [then, y], [back, y + half]];
    scene.shapes.push(Shape::Polygon { corners, role: Role::Lead });
    scene.mark(Mark::Circle, [now, y], frame.length(DOT + 4.0), Role::Canvas);
    scene.mark(Mark::Circle, [now, y], frame.length(DOT), Role::Ink2);
    numbers(
        frame,
        scene,
        (range, area.top + frame.length(NUMBERS)),
        &[
            (now, text::plain(score.from), note_set()),
            (then, told.to_owned(), Set::new(TypeSize::Note, Weight::SemiBold, Role::Ink)),
        ],
    );
}

/// The two scores below the scale, apart from each other and within it, and its ends where there is
/// room for them; where the two have none, none.
fn numbers(
    frame: Frame,
    scene: &mut Scene,
    (range, y): ((f64, f64), f32),
    scores: &[(f32, String, Set); 2],
) {
    let mut scores: Vec<&(f32, String, Set)> = scores.iter().collect();
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    let width = |(_, told, set): &(f32, String, Set)| frame.width_of(told, *set);
    let points: Vec<f32> = scores.iter().map(|it| it.0).collect();
    let widths: Vec<f32> = scores.iter().map(|it| width(it)).collect();
    let Some(places) = apart(&points, &widths, frame.length(6.0), (0.0, frame.width)) else {
        return;
    };
    let mut taken: Vec<(f32, f32)> = Vec::new();
    for ((place, wide), (_, told, set)) in places.iter().zip(&widths).zip(scores) {
        frame.text(scene, ([*place, y], Side::Middle), told, *set, frame.width);
        taken.push((place - wide / 2.0, place + wide / 2.0));
    }
    let gap = frame.length(6.0);
    for (end, side) in [(range.0, Side::Start), (range.1, Side::End)] {
        let told = text::plain(end);
        let wide = frame.width_of(&told, note_set());
        let left = if side == Side::Start { 0.0 } else { frame.width - wide };
        if taken.iter().all(|(from, to)| left + wide + gap < *from || to + gap < left) {
            frame.text(scene, ([left, y], Side::Start), &told, note_set(), f32::INFINITY);
            taken.push((left, left + wide));
        }
    }
}

fn range(view: &TurnsOnView, criterion: &Criterion, score: &Rescored) -> Option<(f64, f64)> {
    let problem = &view.found.teams.first()?.result().evaluation.problem;
    let range = problem.scales.get(score.criterion)?.range(criterion)?;
    (range.1 > range.0).then_some(range)
}
