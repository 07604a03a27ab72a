//! Above the rows: for each criterion its name, goal and weight.

use super::layout::Layout;
use super::seen::Head;
use super::view::View;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{arrow, bar, rule};
use crate::chart::{Area, Scene, Subject};
use crate::look::size::HEADER_BLOCK_HEIGHT;
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::Criterion;
use crate::text;

/// In points of the window, from the head's top: the middle of the columns' names, the top of a
/// criterion's name, the middle of its goal.
const NAME_LINE: f32 = 15.5;
const NAME_TOP: f32 = 6.0;
const GOAL_LINE: f32 = 74.0;
/// From the head's bottom: the foot of the bars, the middles of what the bars mean and of the
/// scale's digits.
const BAR_FOOT: f32 = 4.0;
const WEIGHT_LINE: f32 = 28.5;
const NOTE_LINE: f32 = 12.5;
const DIGITS_LINE: f32 = 16.0;
/// Narrower columns set their names smaller, so that long words stay whole.
const SMALL_BELOW_WIDTH: f32 = 66.0;
/// How much wider than its column a name may get.
const OVERHANG: f32 = 4.0;
/// How high a bar grows above the heaviest while it is dragged.
const MOST_GROWTH: f32 = 1.2;

/// Builds the head, with a part for each criterion in view.
pub fn head(frame: Frame, layout: &Layout, view: &View, shown: Head) -> Scene {
    let height = layout.header_height;
    let mut scene = Scene { width: layout.width, height, ..Scene::default() };
    rule(frame, &mut scene, 0.0, Role::Line);
    rule(frame, &mut scene, height - frame.length(size::RULE_STROKE), Role::Control);
    options_head(frame, &mut scene, layout, shown.note);
    if layout.has_totals() {
        totals_head(frame, &mut scene, layout);
    }
    let mut criteria = Scene::default();
    for column in layout.columns_in_view(shown.offset) {
        if let Some(criterion) = view.scenario.criteria.get(column) {
            criterion_head(frame, &mut criteria, layout, view, (column, criterion), shown);
        }
    }
    let seen = layout.criteria();
    scene.clip(Area::between([seen.start, 0.0], [seen.end, height]), criteria);
    scene
}

/// Where a criterion's bar stands in the head, scrolled by `offset`.
pub fn weight_bar(frame: Frame, layout: &Layout, view: &View, column: usize, offset: f32) -> Area {
    let (left, width) = layout.column(column, offset);
    let foot = layout.header_height - frame.length(BAR_FOOT);
    let room = frame.length(HEADER_BLOCK_HEIGHT);
    Layout::block([left, foot], width, view.height_part(column), room, MOST_GROWTH)
}

fn criterion_head(
    frame: Frame,
    scene: &mut Scene,
    layout: &Layout,
    view: &View,
    (column, criterion): (usize, &Criterion),
    shown: Head,
) {
    let (left, width) = layout.column(column, shown.offset);
    let whole = Area::new(left, 0.0, width, layout.header_height)
        .grown(frame.length(4.0), -frame.length(2.0));
    if shown.lit == Some(column) {
        scene.fill(whole, Role::Hover);
    }
    let block = Area::new(left, 0.0, width, layout.header_height);
    name(frame, scene, criterion, block);
    goal(frame, scene, criterion, block);
    let percent = view.percent(column);
    let area = weight_bar(frame, layout, view, column, shown.offset);
    bar(frame, scene, area, Hue::of(criterion.hue.number()), &percent);
    let sentence = text::matrix::weighed(&criterion.name, &percent);
    scene.part(Subject::Criterion(criterion.id.clone()), sentence, whole);
}

/// The name in three lines, the short one where that isn't enough.
fn name(frame: Frame, scene: &mut Scene, criterion: &Criterion, block: Area) {
    let is_small = block.width < frame.length(SMALL_BELOW_WIDTH);
    let size = if is_small { TypeSize::Scale } else { TypeSize::Body };
    let set = Set::new(size, Weight::SemiBold, Role::Ink);
    let area =
        Area::new(block.left, frame.length(NAME_TOP), block.width + frame.length(OVERHANG), 0.0);
    let is_cut = frame.is_cut(&criterion.name, set, area.width, 3);
    let words = if is_cut { criterion.label() } else { &criterion.name };
    frame.lines(scene, area, words, set, 3);
}

/// Which way is good, in a sign and as many words as there is room for.
fn goal(frame: Frame, scene: &mut Scene, criterion: &Criterion, block: Area) {
    let words = text::scale::goal(criterion);
    let middle = frame.length(GOAL_LINE);
    arrow(frame, scene, [block.left + frame.length(3.0), middle], criterion.goal);
    let set = Set::new(TypeSize::Scale, Weight::Regular, Role::Ink2);
    let fits = frame.width_of(words, set) <= block.width - frame.length(4.0);
    let words = if fits { words } else { text::scale::short_goal(criterion) };
    let at = [block.left + frame.length(10.0), middle];
    frame.text(scene, (at, Side::Start), words, set, block.width);
}

/// The column of the options, and what a bar means.
fn options_head(frame: Frame, scene: &mut Scene, layout: &Layout, note: &str) {
    let options = layout.options();
    let room = options.end - options.start;
    let strong = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let at = [options.start, frame.length(NAME_LINE)];
    frame.text(scene, (at, Side::Start), text::matrix::OPTION, strong, room);
    let weight = Set::new(TypeSize::Body, Weight::Regular, Role::Ink2);
    let at = [options.start, layout.header_height - frame.length(WEIGHT_LINE)];
    frame.text(scene, (at, Side::Start), text::matrix::WEIGHT, weight, room);
    if !note.is_empty() {
        let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
        let at = [options.start, layout.header_height - frame.length(NOTE_LINE)];
        frame.text(scene, (at, Side::Start), note, set, room);
    }
}

/// The column of the totals, and its scale.
fn totals_head(frame: Frame, scene: &mut Scene, layout: &Layout) {
    let totals = layout.totals();
    let room = totals.end - totals.start;
    let strong = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let at = [totals.start, frame.length(NAME_LINE)];
    frame.text(scene, (at, Side::Start), text::matrix::TOTAL, strong, room);
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let below = Area::new(totals.start, frame.length(24.0), room, 0.0);
    frame.lines(scene, below, text::matrix::TOTAL_NOTE, note, 2);
    let digits = Set::new(TypeSize::Scale, Weight::Regular, Role::Ink3);
    let right = totals.end - frame.length(4.0);
    let y = layout.header_height - frame.length(DIGITS_LINE);
    for (digit, x, side) in [
        ("0", totals.start, Side::Start),
        ("5", f32::midpoint(totals.start, right), Side::Middle),
        ("10", right, Side::End),
    ] {
        frame.text(scene, ([x, y], side), digit, digits, f32::INFINITY);
    }
}
