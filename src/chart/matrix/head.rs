//! Above the rows: for each criterion its name, goal and weight.

use super::layout::{Layout, MOST_GROWTH};
use super::seen::Head;
use super::view::View;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{arrow, bar, rule};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::Criterion;
use crate::text;

/// In points of the window, from the head's top: the middle of the columns' names.
const NAME_LINE: f32 = 15.5;
/// From the head's bottom: the foot of the bars, the middles of what the bars mean and of the
/// scale's digits.
const BAR_FOOT: f32 = 4.0;
const WEIGHT_LINE: f32 = 28.5;
const NOTE_LINE: f32 = 12.5;
const DIGITS_LINE: f32 = 16.0;
/// How much wider than its column a name may get.
const OVERHANG: f32 = 6.0;
/// The sizes that a criterion's name may have, the largest first, and its most lines.
const NAME_SIZES: [TypeSize; 3] = [TypeSize::Body, TypeSize::Note, TypeSize::Scale];
const MOST_NAME_LINES: usize = 3;
/// From a column's edge to the words of its goal.
const GOAL_AT: f32 = 10.0;

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
    let part = view.height_part(column);
    Layout::block([left, foot], width, part, layout.header_block, MOST_GROWTH)
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
    name(frame, scene, layout, criterion, block);
    goal(frame, scene, layout, criterion, block);
    let percent = view.percent(column);
    let area = weight_bar(frame, layout, view, column, shown.offset);
    bar(frame, scene, area, Hue::of(criterion.hue.number()), &percent);
    let sentence = text::matrix::weighed(&criterion.name, &percent);
    scene.part(Subject::Criterion(criterion.id.clone()), sentence, whole);
}

/// The name, or the short one, in the largest size that has room for all its words.
fn heading<'a>(
    frame: Frame,
    layout: &Layout,
    criterion: &'a Criterion,
    width: f32,
) -> Option<(&'a str, Set)> {
    let width = width + frame.length(OVERHANG);
    let has_room = |(words, set): &(&str, Set)| {
        frame.fits(words, *set, width, name_lines(frame, layout, set.size))
    };
    let both = [criterion.name.as_str(), criterion.label()];
    let all = NAME_SIZES.into_iter().flat_map(|size| both.map(|words| (words, name_set(size))));
    all.into_iter().find(has_room)
}

fn name_set(size: TypeSize) -> Set {
    Set::new(size, Weight::SemiBold, Role::Ink)
}

fn name_lines(frame: Frame, layout: &Layout, size: TypeSize) -> usize {
    let room = frame.length(layout.head_lines().names);
    ((room / frame.line_height(size)).floor() as usize).clamp(1, MOST_NAME_LINES)
}

/// The name as it has room; where no words of it have, those of the short one are cut.
fn name(frame: Frame, scene: &mut Scene, layout: &Layout, criterion: &Criterion, block: Area) {
    let [.., smallest] = NAME_SIZES;
    let (words, set) = heading(frame, layout, criterion, block.width)
        .unwrap_or((criterion.label(), name_set(smallest)));
    let top = frame.length(layout.head_lines().name);
    let area = Area::new(block.left, top, block.width + frame.length(OVERHANG), 0.0);
    frame.whole_words(scene, area, words, set, name_lines(frame, layout, set.size));
}

/// Which way is good, in a sign and as many words as there is room for.
fn goal(frame: Frame, scene: &mut Scene, layout: &Layout, criterion: &Criterion, block: Area) {
    let middle = frame.length(layout.head_lines().goal);
    arrow(frame, scene, [block.left + frame.length(3.0), middle], criterion.goal);
    let set = Set::new(TypeSize::Scale, Weight::Regular, Role::Ink2);
    let room = block.width - frame.length(GOAL_AT);
    let both = [text::scale::goal(criterion), text::scale::short_goal(criterion)];
    if let Some(words) = both.into_iter().find(|words| frame.width_of(words, set) <= room) {
        let at = [block.left + frame.length(GOAL_AT), middle];
        frame.text(scene, (at, Side::Start), words, set, room);
    }
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
