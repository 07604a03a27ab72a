//! The ranking as stacks from 0: what each criterion adds to each option, the best first.

use super::frame::{Frame, Set, Side};
use super::parts::{Axis, Piece, Placing, Reach, Stacked, badge, hollow, stack, swatch, ticks};
use super::standing::{Standing, standings};
use super::{Area, Scene, Subject};
use crate::evaluation::Evaluation;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Scenario};
use crate::text::{self, charts};

/// In points of the window: from one bar to the next, a bar's height, and the room above the bars
/// and below them.
const PITCH: f32 = 46.0;
const BAR: f32 = 30.0;
const TOP: f32 = 34.0;
const FOOT: f32 = 30.0;
/// The room of rank and letter before a name, and of a total behind a bar.
const BADGES: f32 = 56.0;
const TOTAL_ROOM: f32 = 96.0;
/// The middle of a badge.
const BADGE_AT: f32 = 34.0;
/// Between two pieces of a bar.
const GAP: f32 = 2.0;
/// How far a criterion's name may reach beyond its part.
const NAME_OVERHANG: f32 = 40.0;
/// How far the ground of a compared option stays from the next row's.
const COMPARED_INSET: f32 = 3.0;
/// A line of the legend, from a swatch to its name, and from the name to the next swatch.
const LEGEND_LINE: f32 = 20.0;
const SWATCH_ROOM: f32 = 14.0;
const LEGEND_GAP: f32 = 16.0;
const REACH: Reach = Reach { above: 4.0, below: 6.0, label: 18.0 };

/// Builds the chart; what is ruled out is left out. The options that are `compared` with each
/// other, by their index in the document, are marked.
pub fn ranking(
    frame: Frame,
    scenario: &Scenario,
    evaluation: &Evaluation,
    compared: Option<[usize; 2]>,
) -> Scene {
    let rows = standings(scenario, evaluation);
    let axis = Axis::reaching(rows.iter().map(|row| row.high * 10.0).fold(0.0, f64::max));
    let before = frame.length(BADGES) + names(frame);
    let pitch = frame.length(PITCH);
    let bars = Area::new(
        before,
        frame.length(TOP),
        (frame.width - before - frame.length(TOTAL_ROOM)).max(frame.length(40.0)),
        pitch * rows.len() as f32,
    );
    let mut scene = Scene {
        width: frame.width,
        height: bars.bottom() + frame.length(FOOT),
        heading: text::headline(scenario, &evaluation.ranking),
        ..Scene::default()
    };
    let mut lines = axis.ticks(bars, text::plain);
    lines.first_mut().into_iter().for_each(|zero| zero.role = Role::Control);
    ticks(frame, &mut scene, bars, &lines, REACH);
    let mut unnamed = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let hit = Area::new(0.0, bars.top + pitch * place as f32, frame.width, pitch);
        let bar = Area::new(bars.left, hit.middle()[1], bars.width, 0.0);
        let bar = bar.grown(0.0, frame.length(BAR) / 2.0);
        let is_compared = compared.is_some_and(|pair| pair.contains(&row.index));
        if is_compared {
            compared_ground(frame, &mut scene, hit);
        }
        let sentence = told(scenario, row);
        let sentence = if is_compared { charts::compared(&sentence) } else { sentence };
        head(frame, &mut scene, row, hit.middle()[1]);
        let stacked = pieces(frame, &mut scene, scenario, row, (bar, axis));
        if place == 0 {
            unnamed = part_names(frame, &mut scene, scenario, &stacked);
        }
        scene.part(Subject::Option(row.option.id.clone()), sentence, hit);
    }
    legend(frame, &mut scene, &unnamed);
    scene
}

/// The ground of an option that is compared with another.
fn compared_ground(frame: Frame, scene: &mut Scene, row: Area) {
    let ground = row.grown(0.0, -frame.length(COMPARED_INSET));
    scene.rounded(ground, frame.length(size::BADGE_RADIUS), Role::Sunken);
}

/// The room of the names.
fn names(frame: Frame) -> f32 {
    (frame.width * 0.28).clamp(frame.length(110.0), frame.length(268.0))
}

/// The rank, the letter and the name.
fn head(frame: Frame, scene: &mut Scene, row: &Standing, middle: f32) {
    let role = if row.placing == Placing::Winner { Role::Lead } else { Role::Ink2 };
    let rank = row.rank.map_or_else(|| text::NOTHING.to_owned(), |rank| rank.to_string());
    let size = if rank.len() > 2 { TypeSize::Note } else { TypeSize::KeyNumber };
    let set = Set::new(size, Weight::SemiBold, role);
    frame.text(scene, ([0.0, middle], Side::Start), &rank, set, frame.length(24.0));
    badge(frame, scene, [frame.length(BADGE_AT), middle], &row.option.letter, row.placing);
    let name = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
    let at = [frame.length(BADGES), middle];
    let room = names(frame) - frame.length(12.0);
    frame.two_lines(scene, (at, Side::Start), &row.option.name, name, room);
}

/// The parts end to end, the dashed tail of what is missing, and the total.
fn pieces(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    row: &Standing,
    (bar, axis): (Area, Axis),
) -> Stacked {
    let of_bar = 10.0 / axis.end;
    let hues: Vec<Hue> =
        scenario.criteria.iter().map(|criterion| Hue::of(criterion.hue.number())).collect();
    let pieces = hues.iter().zip(row.parts).map(|(hue, part)| Piece::new(*hue, part * of_bar));
    let stacked = stack(frame, scene, bar, pieces, GAP);
    let values = text::total_parts(row.parts);
    for ((area, hue), value) in stacked.areas.iter().zip(&hues).zip(values) {
        if area.width + frame.length(GAP) > frame.length(size::VALUE_INSIDE_ABOVE_WIDTH) {
            let set = Set::new(TypeSize::Note, Weight::Medium, Role::OnCriterion(*hue));
            let room = area.width - frame.length(2.0);
            frame.text(scene, (area.middle(), Side::Middle), &value, set, room);
        }
    }
    let high = bar.left + bar.width * (row.high * of_bar) as f32;
    if !row.is_whole() {
        let area = Area::between([stacked.end, bar.top], [high, bar.bottom()]);
        tail(frame, scene, scenario, row, area);
    }
    let set = Set::new(TypeSize::Emphasis, Weight::SemiBold, Role::Ink);
    let at = [stacked.end.max(high) + frame.length(12.0), bar.middle()[1]];
    frame.text(scene, (at, Side::Start), &row.total(), set, frame.width - at[0]);
    stacked
}

/// The criteria's names over their parts of the first row, where they run into no other; gives
/// those that have no room there.
fn part_names<'a>(
    frame: Frame,
    scene: &mut Scene,
    scenario: &'a Scenario,
    stacked: &Stacked,
) -> Vec<&'a Criterion> {
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let (mut taken, mut unnamed) = (0.0, Vec::new());
    for (criterion, area) in scenario.criteria.iter().zip(&stacked.areas) {
        let width = frame.width_of(criterion.label(), set);
        let middle = area.middle()[0];
        let left = middle - width / 2.0;
        let is_near = left >= area.left - frame.length(NAME_OVERHANG);
        if left >= taken + frame.length(8.0) && is_near && left + width <= frame.width {
            let at = [middle, frame.length(TOP - 14.0)];
            frame.text(scene, (at, Side::Middle), criterion.label(), set, f32::INFINITY);
            taken = left + width;
        } else {
            unnamed.push(criterion);
        }
    }
    unnamed
}

/// The criteria that have no name over the first bar, by their colours below the axis.
fn legend(frame: Frame, scene: &mut Scene, criteria: &[&Criterion]) {
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let (step, before) = (frame.length(LEGEND_LINE), frame.length(SWATCH_ROOM));
    let [mut left, mut middle] = [0.0, scene.height + step / 2.0];
    for criterion in criteria {
        let room = (frame.width - before).max(1.0);
        let width = frame.width_of(criterion.label(), set).min(room);
        if left > 0.0 && left + before + width > frame.width {
            [left, middle] = [0.0, middle + step];
        }
        swatch(frame, scene, [left, middle], Hue::of(criterion.hue.number()));
        frame.text(scene, ([left + before, middle], Side::Start), criterion.label(), set, room);
        left += before + width + frame.length(LEGEND_GAP);
        scene.height = middle + step / 2.0;
    }
}

fn tail(frame: Frame, scene: &mut Scene, scenario: &Scenario, row: &Standing, area: Area) {
    hollow(frame, scene, area);
    let names = row.missing().iter().filter_map(|index| scenario.criteria.get(*index));
    let words = charts::missing(&names.map(Criterion::label).collect::<Vec<_>>());
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    if frame.width_of(&words, set) < area.width - frame.length(8.0) {
        frame.text(scene, (area.middle(), Side::Middle), &words, set, area.width);
    }
}

/// The row in a sentence.
fn told(scenario: &Scenario, row: &Standing) -> String {
    if row.is_bare() {
        return charts::without_scores(&row.option.name);
    }
    let parts: Vec<(&str, String)> = scenario
        .criteria
        .iter()
        .zip(text::total_parts(row.parts))
        .enumerate()
        .filter(|(index, _)| !row.missing().contains(index))
        .map(|(_, (criterion, part))| (criterion.label(), part))
        .collect();
    charts::ranked(&row.option.name, row.rank, &row.total(), &parts)
}
