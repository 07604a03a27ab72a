//! Strips from 0 to 100 %: who is first at each share of a criterion, the others in proportion.

use super::Tones;
use crate::analysis::Stability;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::Firm;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, Scenario};
use crate::text::firm as words;

/// In points of the window: the room above the rows, and in a row that of the label over the bar,
/// of the bar and of the label below; closer where there are many.
const TOP: f32 = 28.0;
const WIDE: [f32; 3] = [22.0, 34.0, 20.0];
const CLOSE: [f32; 3] = [18.0, 26.0, 16.0];
/// More rows than these stand close.
const MOST_WIDE: usize = 6;
/// How far the mark reaches beyond the bar, and what it leaves free of it for a name.
const MARK: f32 = 6.0;
const NAME: f32 = 17.0;
/// From the criterion's swatch to its name, and from its name to the bar.
const INDENT: f32 = 16.0;
const GAP: f32 = 12.0;
const SWATCH: f32 = 4.0;
/// What a mark at the end of a bar takes beyond it.
const END: f32 = 4.0;

fn parts_of(count: usize) -> [f32; 3] {
    if count <= MOST_WIDE { WIDE } else { CLOSE }
}

/// The bars of so many criteria, from above.
pub fn bars(frame: Frame, count: usize) -> Vec<Area> {
    let left = (frame.width * 0.27).clamp(frame.length(96.0), frame.length(190.0));
    let [above, bar, below] = parts_of(count).map(|part| frame.length(part));
    let width = (frame.width - left - frame.length(END)).max(frame.length(40.0));
    let top = |row: usize| frame.length(TOP) + above + (above + bar + below) * row as f32;
    (0..count).map(|row| Area::new(left, top(row).round(), width, bar)).collect()
}

/// Builds the strips of all criteria in their order, of the shares as they are or as they are
/// tried.
pub fn holding(frame: Frame, scenario: &Scenario, firm: &Firm) -> Scene {
    let count = scenario.criteria.len();
    let bars = bars(frame, count);
    let [above, _, below] = parts_of(count).map(|part| frame.length(part));
    let bottom = bars.last().map_or(frame.length(TOP), |bar| bar.bottom() + below);
    let mut scene = Scene {
        width: frame.width,
        height: bottom,
        heading: words::heading(scenario, &firm.ranking, firm.flip.as_ref()),
        ..Scene::default()
    };
    if let Some(bar) = bars.first() {
        scale(frame, &mut scene, *bar, bottom);
    }
    let tones = Tones::new(scenario, &firm.ranking);
    let percents = words::in_percents(&firm.shares);
    let rows = scenario.criteria.iter().zip(&bars).enumerate();
    for (index, (criterion, bar)) in rows {
        let (Some(stability), Some(spans)) = (firm.stability.get(index), firm.spans.get(index))
        else {
            continue;
        };
        let percent = percents.get(index).copied().unwrap_or(0);
        name(frame, &mut scene, (criterion, stability), *bar);
        scene.fill(*bar, Role::Sunken);
        for span in spans {
            let gap = frame.length(if span.to < 1.0 { 1.0 } else { 0.0 });
            let left = bar.left + bar.width * span.from as f32;
            let width = bar.width * (span.to - span.from) as f32 - gap;
            let area = Area { left, width: width.max(0.0), ..*bar };
            tones.area(frame, &mut scene, area, span.option);
        }
        let now = if index == 0 { words::now(percent) } else { words::now_later(percent) };
        mark(frame, &mut scene, *bar, (stability.share, &now));
        ends(frame, &mut scene, *bar, stability);
        let sentence = words::strip(scenario, criterion, percent, spans);
        let hit = Area::between([0.0, bar.top - above], [frame.width, bar.bottom() + below]);
        scene.part(Subject::Criterion(criterion.id.clone()), sentence, hit);
    }
    scene
}

/// The per cents over the strips, and a line down from each.
fn scale(frame: Frame, scene: &mut Scene, bar: Area, bottom: f32) {
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    for quarter in 0..=4_u8 {
        let x = bar.left + bar.width * f32::from(quarter) / 4.0;
        let line = frame.stroke(size::RULE_STROKE, Role::Line);
        scene.line([x, frame.length(TOP - 6.0)], [x, bottom], line);
        let side = match quarter {
            0 => Side::Start,
            4 => Side::End,
            _ => Side::Middle,
        };
        let label = words::share(f64::from(quarter) / 4.0);
        frame.text(scene, ([x, frame.length(10.0)], side), &label, set, f32::INFINITY);
    }
}

/// The criterion with its colour, and how far its share is from a change.
fn name(
    frame: Frame,
    scene: &mut Scene,
    (criterion, stability): (&Criterion, &Stability),
    bar: Area,
) {
    let hue = Hue::of(criterion.hue.number());
    scene.fill(Area { left: 0.0, width: frame.length(SWATCH), ..bar }, Role::Criterion(hue));
    let set = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
    let indent = frame.length(INDENT);
    let width = bar.left - indent - frame.length(GAP);
    let (line, note_line) = (frame.line_height(TypeSize::Body), frame.line_height(TypeSize::Note));
    let lines = if frame.is_cut(criterion.label(), set, width, 1) { 2.0 } else { 1.0 };
    let top = bar.middle()[1] - f32::midpoint(line * lines, note_line);
    let area = Area::new(indent, top, width, 0.0);
    let height = frame.lines(scene, area, criterion.label(), set, 2);
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let at = [indent, top + height + note_line / 2.0];
    frame.text(scene, (at, Side::Start), &words::to_a_change(stability), set, width);
}

/// Where the share is: two ticks with a halo, which leave what is written in the bar, and the share
/// above.
fn mark(frame: Frame, scene: &mut Scene, bar: Area, (share, label): (f64, &str)) {
    let x = bar.left + bar.width * share as f32;
    let out = frame.length(MARK);
    let into = ((bar.height - frame.length(NAME)) / 2.0).max(0.0);
    let (width, halo) = (frame.length(size::MARK_STROKE), frame.length(size::MARK_HALO));
    for (top, bottom) in
        [(bar.top - out, bar.top + into), (bar.bottom() - into, bar.bottom() + out)]
    {
        let tick = Area::between([x - width / 2.0, top], [x + width / 2.0, bottom]);
        scene.fill(tick.grown(halo, 0.0), Role::Canvas);
        scene.fill(tick, Role::Ink);
    }
    let set = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let half = frame.width_of(label, set) / 2.0;
    let at = x.clamp(bar.left + half, (bar.right() - half).max(bar.left + half));
    let middle = bar.top - out - frame.points(TypeSize::Body) * 0.55;
    frame.text(scene, ([at, middle], Side::Middle), label, set, f32::INFINITY);
}

/// The ends of the span on which the winner stays first, below the bar.
fn ends(frame: Frame, scene: &mut Scene, bar: Area, stability: &Stability) {
    let Some(interval) = &stability.interval else { return };
    let below = interval.below.map(|_| (interval.low, words::stays_down_to(interval.low)));
    let above = interval.above.map(|_| (interval.high, words::stays_up_to(interval.high)));
    let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let x = |share: f64| bar.left + bar.width * share as f32;
    let mut taken = f32::NEG_INFINITY;
    for (share, label) in [below, above].into_iter().flatten() {
        let half = frame.width_of(&label, set) / 2.0;
        let at = x(share).clamp(bar.left + half, (bar.right() - half).max(bar.left + half));
        // The mark comes down between them; what has no room is told in words.
        let is_free =
            at - half > taken && (at - x(stability.share)).abs() > half + frame.length(4.0);
        if is_free {
            let middle = bar.bottom() + frame.points(TypeSize::Note) * 0.75;
            frame.text(scene, ([at, middle], Side::Middle), &label, set, f32::INFINITY);
            taken = at + half + frame.length(4.0);
        }
    }
}
