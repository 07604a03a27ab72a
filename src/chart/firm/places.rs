//! Places in twenty weightings: a dot for each, in the tone of who is first, and a table of ranks.

use super::Tones;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Placing, badge};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::{PLACES, Placed};
use crate::look::{Heat, Role, TypeSize, Weight, size};
use crate::model::Scenario;
use crate::text::{self, firm as words};

/// In points of the window: a dot, the row of dots with its labels, the head of the table, a row.
const DOT: f32 = 17.0;
const DOTS: f32 = 52.0;
const HEAD: f32 = 26.0;
const ROW: f32 = 34.0;
/// The widest that a cell gets, and where names begin.
const CELL: f32 = 54.0;
const LEAST_CELL: f32 = 20.0;
const NAME_AT: f32 = 28.0;
/// The room that names keep.
const NAMES: f32 = 176.0;

/// An option with its counts.
struct Row<'a> {
    option: usize,
    counts: &'a [u64],
}

/// Builds dots and table, those most often first before the others; who leads by now has the
/// leader's tone.
pub fn place_table(frame: Frame, scenario: &Scenario, placed: &Placed, tones: &Tones) -> Scene {
    let mut rows: Vec<Row> = placed
        .options
        .iter()
        .zip(&placed.places)
        .map(|(option, counts)| Row { option: *option, counts })
        .collect();
    rows.sort_by(|a, b| b.counts.cmp(a.counts));
    let mut scene =
        Scene { width: frame.width, heading: words::PLACES_IN_20.to_owned(), ..Scene::default() };
    if rows.is_empty() {
        return scene;
    }
    dots(frame, &mut scene, &rows, tones);
    let top = frame.length(DOTS);
    let count = rows.len() as f32;
    let cell = (frame.width - frame.length(NAMES)) / count;
    let cell = cell.min(frame.length(CELL)).max(frame.length(LEAST_CELL));
    let left = frame.width - cell * count;
    let head = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    for rank in 0..rows.len() {
        let at = [left + cell * (rank as f32 + 0.5), top + frame.length(HEAD / 2.0)];
        frame.text(&mut scene, (at, Side::Middle), &text::ordinal(rank + 1), head, cell);
    }
    let pitch = frame.length(ROW);
    for (place, row) in rows.iter().enumerate() {
        let whole =
            Area::new(0.0, top + frame.length(HEAD) + pitch * place as f32, frame.width, pitch);
        row_of(frame, &mut scene, scenario, row, tones, (whole, left, cell));
        scene.height = whole.bottom();
    }
    scene
}

/// A dot for each weighting by who is first, and below each group its letter and number.
fn dots(frame: Frame, scene: &mut Scene, rows: &[Row], tones: &Tones) {
    let firsts = |row: &Row| row.counts.first().copied().unwrap_or(0);
    // Where options tie, more than one is first in a weighting.
    let all: u64 = rows.iter().map(firsts).sum::<u64>().max(PLACES);
    let step = frame.width / all as f32;
    let diameter = frame.length(DOT).min(step * 0.9);
    let set = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink2);
    let mut left = 0.0;
    for row in rows.iter().filter(|row| firsts(row) > 0) {
        let count = firsts(row);
        for at in 0..count {
            let centre = [left + step * (at as f32 + 0.5), frame.length(DOT / 2.0 + 2.0)];
            tones.dot(frame, scene, centre, diameter, row.option);
        }
        let width = step * count as f32;
        if let Some(option) = tones.option(row.option) {
            let label = words::lettered_count(option.letter.as_str(), count);
            let at = [left + width / 2.0, frame.length(DOT + 18.0)];
            let role = if tones.ground(row.option) == Role::Lead { Role::Lead } else { Role::Ink2 };
            let half = frame.width_of(&label, set) / 2.0;
            let x = at[0].clamp(half, (frame.width - half).max(half));
            let set = Set { role, ..set };
            if width + frame.length(6.0) >= 2.0 * half {
                frame.text(scene, ([x, at[1]], Side::Middle), &label, set, f32::INFINITY);
            }
        }
        left += width;
    }
}

fn row_of(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    row: &Row,
    tones: &Tones,
    (whole, left, cell): (Area, f32, f32),
) {
    let Some(option) = scenario.options.get(row.option) else { return };
    let middle = whole.middle()[1];
    let placing =
        if tones.ground(row.option) == Role::Lead { Placing::Winner } else { Placing::Other };
    badge(frame, scene, [frame.length(10.0), middle], &option.letter, placing);
    let name = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
    let room = left - frame.length(NAME_AT + 8.0);
    frame.text(scene, ([frame.length(NAME_AT), middle], Side::Start), option.label(), name, room);
    for (rank, count) in row.counts.iter().enumerate() {
        let heat = Heat::of(*count as f64 / PLACES as f64);
        let area = Area::new(left + cell * rank as f32, whole.top, cell, whole.height);
        let area = area.grown(-frame.length(1.0), -frame.length(1.0));
        scene.fill(area, Role::Heat(heat));
        if heat == Heat::None {
            scene.edge(area, 0.0, frame.stroke(size::RULE_STROKE, Role::Line));
        }
        let (weight, role) = match heat {
            Heat::None => (Weight::Regular, Role::Ink3),
            _ => (Weight::SemiBold, Role::OnHeat(heat)),
        };
        let set = Set::new(TypeSize::Emphasis, weight, role);
        frame.text(scene, (area.middle(), Side::Middle), &count.to_string(), set, cell);
    }
    let sentence = words::places(option.label(), row.counts);
    scene.part(Subject::Option(option.id.clone()), sentence, whole);
}
