//! A cell of the chart: one number where both sides agree, both with their marks where they differ.

use super::gap::put_side_mark;
use super::view::{ComparedView, Pair};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Alternative, Criterion};
use crate::text;

/// In points of the window: from a mark's middle to its number, and from that to the next mark.
const NUMBER: f32 = 9.0;
const NEXT: f32 = 16.0;
const HALF_MARK: f32 = 6.0;
/// How far the ground of a cell that differs reaches beyond its words.
const AROUND: (f32, f32) = (6.0, -5.0);

/// A cell with where it lies.
pub(super) struct Place<'a> {
    pub area: Area,
    pub option: &'a Alternative,
    pub criterion: &'a Criterion,
    pub pair: Pair,
}

pub(super) fn cell(frame: Frame, scene: &mut Scene, view: &ComparedView, place: &Place) {
    let Place { area, option, criterion, pair } = *place;
    let told = text::compare::scores(pair);
    if pair[0] == pair[1] {
        let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink3);
        let at = [area.left, area.middle()[1]];
        frame.text(scene, (at, Side::Start), &told[0], set, area.width);
    } else {
        differing(frame, scene, view, area, &told);
    }
    let sentence = text::compare::cell(&option.name, &criterion.name, &told, view.names);
    scene.part(Subject::Cell(option.id.clone(), criterion.id.clone()), sentence, area);
}

fn differing(frame: Frame, scene: &mut Scene, view: &ComparedView, area: Area, told: &[String; 2]) {
    let ground = area.grown(frame.length(AROUND.0), frame.length(AROUND.1));
    let ground = Area { left: ground.left.max(0.0), ..ground };
    scene.rounded(ground, frame.length(size::BADGE_RADIUS), Role::LeadTint);
    let set = Set::new(TypeSize::Emphasis, Weight::SemiBold, Role::Ink);
    let middle = area.middle()[1];
    let before = frame.length(HALF_MARK + NUMBER);
    let room = (area.width - 2.0 * before - frame.length(NEXT - NUMBER)) / 2.0;
    let mut left = area.left + frame.length(HALF_MARK);
    for (words, mark) in told.iter().zip(view.marks) {
        put_side_mark(frame, scene, [left, middle], mark);
        let at = [left + frame.length(NUMBER), middle];
        let width = frame.text(scene, (at, Side::Start), words, set, room);
        left = at[0] + width + frame.length(NEXT);
    }
}
