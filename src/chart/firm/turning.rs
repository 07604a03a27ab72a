//! The scores that would turn the result, a row each: what is needed, where that lies in the
//! score's range, how good its evidence is, and who is first then.

use crate::analysis::CriticalCell;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{BADGE, Evidence, Placing, badge, evidence, rule};
use crate::chart::{Area, Scene, Strength, Subject};
use crate::look::{Hue, Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Criterion, Scenario};
use crate::text::{self, firm as words};

/// In points of the window: a row, and the legend below all.
const ROW: f32 = 48.0;
const LEGEND: f32 = 30.0;
/// Where the option's badge and the words begin.
const BADGE_AT: f32 = 26.0;
const WORDS_AT: f32 = 46.0;
/// The room at the right, of evidence, grade and who is first then; and of the strip before it.
const RIGHT: f32 = 116.0;
const STRIP: f32 = 138.0;
const LEAST_STRIP: f32 = 40.0;
const DOT: f32 = 10.0;

/// A score that would turn the result, with its range.
#[derive(Clone, Copy)]
pub struct TurningScore<'a> {
    pub cell: &'a CriticalCell,
    /// The low and the high that the score was given.
    pub doubt: (f64, f64),
    /// The ends of the criterion's range.
    pub range: (f64, f64),
}

impl TurningScore<'_> {
    /// Where a score lies in the range, 0..1.
    fn place(&self, score: f64) -> f32 {
        let (min, max) = self.range;
        let part = (score / 2.0 - min / 2.0) / (max / 2.0 - min / 2.0);
        (part as f32).clamp(0.0, 1.0)
    }
}

/// Builds the rows in their order; the badges of those `leading` are filled.
pub fn turning(
    frame: Frame,
    scenario: &Scenario,
    scores: &[TurningScore],
    leading: &[usize],
    heading: String,
) -> Scene {
    let row = frame.length(ROW);
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    for score in scores {
        let (Some(option), Some(criterion)) =
            (scenario.options.get(score.cell.option), scenario.criteria.get(score.cell.criterion))
        else {
            continue;
        };
        let area = Area::new(0.0, scene.height, frame.width, row);
        let placing = |option: usize| {
            if leading.contains(&option) { Placing::Winner } else { Placing::Other }
        };
        let about = (option, criterion);
        words_of(frame, &mut scene, score, about, (area, placing(score.cell.option)));
        strip_of(frame, &mut scene, score, criterion, area);
        if let Some(next) = scenario.options.get(score.cell.takes_over) {
            then(frame, &mut scene, score.cell, next, (area, placing(score.cell.takes_over)));
        }
        rule(frame, &mut scene, area.bottom() - frame.length(size::RULE_STROKE), Role::Line);
        let subject = Subject::Cell(option.id.clone(), criterion.id.clone());
        scene.part(subject, text::critical_cell(scenario, score.cell), area);
        scene.height += row;
    }
    if !scores.is_empty() {
        legend(frame, &mut scene);
    }
    scene
}

/// The room of the strip.
fn strip_width(frame: Frame) -> f32 {
    (frame.width * 0.29).clamp(frame.length(LEAST_STRIP), frame.length(STRIP))
}

/// Whose score of what, and from where to where.
fn words_of(
    frame: Frame,
    scene: &mut Scene,
    score: &TurningScore,
    (option, criterion): (&Alternative, &Criterion),
    (area, placing): (Area, Placing),
) {
    let hue = Hue::of(criterion.hue.number());
    let bar = Area { width: frame.length(4.0), ..area };
    scene.fill(bar.grown(0.0, -frame.length(4.0)), Role::Criterion(hue));
    let middle = area.middle()[1];
    badge(frame, scene, [frame.length(BADGE_AT), middle], &option.letter, placing);
    let left = frame.length(WORDS_AT);
    let room = area.width - left - strip_width(frame) - frame.length(RIGHT + 12.0);
    let name = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let step = frame.length(9.0);
    frame.text(scene, ([left, middle - step], Side::Start), criterion.label(), name, room);
    let told = words::from_to(score.cell.from, &text::needed(criterion, score.cell));
    let set = Set::new(TypeSize::Note, Weight::Medium, Role::Ink2);
    frame.text(scene, ([left, middle + step], Side::Start), &told, set, room);
}

/// The criterion's range with the score's own in it, the score, and where it turns the result.
fn strip_of(
    frame: Frame,
    scene: &mut Scene,
    score: &TurningScore,
    criterion: &Criterion,
    area: Area,
) {
    let hue = Hue::of(criterion.hue.number());
    let width = strip_width(frame);
    let left = area.right() - frame.length(RIGHT) - width;
    let middle = area.middle()[1];
    let x = |place: f32| left + width * place;
    let line = |from: f32, to: f32| Area::between([from, middle], [to, middle]);
    scene.fill(line(x(0.0), x(1.0)).grown(0.0, frame.length(2.0)), Role::Line);
    let (low, high) = (x(score.place(score.doubt.0)), x(score.place(score.doubt.1)));
    if high > low {
        let band = line(low, high).grown(0.0, frame.length(4.0));
        scene.filled(band, Role::Criterion(hue), Strength::Dimmed);
        for end in [low, high] {
            let tick = line(end, end).grown(frame.length(1.0), frame.length(8.0));
            scene.fill(tick, Role::Criterion(hue));
        }
    }
    let now = x(score.place(score.cell.from));
    scene.mark(Mark::Circle, [now, middle], frame.length(DOT + 4.0), Role::Canvas);
    scene.mark(Mark::Circle, [now, middle], frame.length(DOT), Role::Ink2);
    let turn = x(score.place(score.cell.to));
    let tick = line(turn, turn).grown(frame.length(1.5), frame.length(9.0));
    scene.fill(tick.grown(frame.length(1.5), 0.0), Role::Canvas);
    scene.fill(tick, Role::Lead);
}

/// How good the evidence is, and who is first then.
fn then(
    frame: Frame,
    scene: &mut Scene,
    cell: &CriticalCell,
    next: &Alternative,
    (area, placing): (Area, Placing),
) {
    let middle = area.middle()[1];
    let left = area.right() - frame.length(RIGHT);
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    if let Some(grade) = cell.grade {
        let corner = [left + frame.length(28.0), middle + frame.length(5.0)];
        evidence(frame, scene, corner, Evidence::of(grade));
        let at = [left + frame.length(34.0), middle];
        frame.text(scene, (at, Side::Start), &grade.to_string(), note, frame.length(22.0));
    }
    let right = area.right() - frame.length(BADGE / 2.0 + 1.0);
    badge(frame, scene, [right, middle], &next.letter, placing);
    let at = [right - frame.length(BADGE / 2.0 + 6.0), middle];
    let room = frame.length(RIGHT - 56.0 - BADGE - 8.0);
    frame.text(scene, (at, Side::End), words::THEN, note, room);
}

/// What dot, bar and band are.
fn legend(frame: Frame, scene: &mut Scene) {
    let middle = scene.height + frame.length(LEGEND / 2.0 + 4.0);
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let mut left = frame.length(6.0);
    for (place, label) in [words::SCORE, words::TURNS_IT, words::STATED_RANGE].iter().enumerate() {
        let at = Area::new(left, middle, 0.0, 0.0);
        match place {
            0 => scene.mark(Mark::Circle, [left, middle], frame.length(DOT), Role::Ink2),
            1 => scene.fill(at.grown(frame.length(1.5), frame.length(7.0)), Role::Lead),
            _ => scene.fill(at.grown(frame.length(8.0), frame.length(3.0)), Role::OptionTone2),
        }
        let at = [left + frame.length(12.0), middle];
        left +=
            frame.text(scene, (at, Side::Start), label, set, f32::INFINITY) + frame.length(40.0);
    }
    scene.height += frame.length(LEGEND);
}
