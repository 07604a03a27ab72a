//! Above a column: what it moves of the gap, and what either side weighs it.

use super::view::{Column, ComparedView, SideMark};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::{Area, Point, Scene};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::text;

/// In points of the window.
const BAR: f32 = 12.0;
const MARK: f32 = 10.0;
const SQUARE: f32 = 14.0;
/// From one line of a column's head to the next, half of it.
const HALF_LINE: f32 = 10.0;
/// The room of a percentage, and of a mark before a bar.
const PERCENT: f32 = 36.0;
const BESIDE: f32 = 16.0;
/// The narrowest that a part of the gap is drawn.
const LEAST: f32 = 1.0;

/// A side's mark by itself.
pub fn side_mark(frame: Frame, mark: SideMark) -> Scene {
    let side = frame.length(SQUARE);
    let mut scene = Scene { width: side, height: side, ..Scene::default() };
    put_side_mark(frame, &mut scene, [side / 2.0, side / 2.0], mark);
    scene
}

/// A side's mark around a point.
pub(super) fn put_side_mark(frame: Frame, scene: &mut Scene, centre: Point, mark: SideMark) {
    match mark {
        SideMark::Team(mark) => {
            scene.mark(mark, centre, frame.length(MARK), Role::Team(mark));
        }
        SideMark::Number(number) => {
            let square = Area::new(centre[0], centre[1], 0.0, 0.0);
            let square = square.grown(frame.length(SQUARE) / 2.0, frame.length(SQUARE) / 2.0);
            scene.edge(square, frame.length(2.0), frame.stroke(size::RULE_STROKE, Role::Ink2));
            let set = Set::new(TypeSize::Scale, Weight::SemiBold, Role::Ink2);
            frame.text(scene, (centre, Side::Middle), &number.to_string(), set, f32::INFINITY);
        }
    }
}

/// Draws a column's part in the gap: that of weights, and behind it that of scores, hollow where it
/// runs against the gap; below the sum.
pub(super) fn moves(
    frame: Frame,
    scene: &mut Scene,
    view: &ComparedView,
    column: &Column,
    area: Area,
) {
    let Some(part) = column.part else { return };
    let extent =
        |column: &Column| column.part.map_or(0.0, |part| part.weights.abs() + part.facts.abs());
    let most = view.columns.iter().map(extent).fold(1e-9, f64::max);
    let middle = area.middle()[1];
    let top = middle - frame.length(HALF_LINE + BAR / 2.0);
    let mut left = area.left;
    for (piece, role) in [(part.weights, Piece::Weights), (part.facts, Piece::Facts)] {
        let width = (piece.abs() / most) as f32 * area.width * 0.9;
        if piece == 0.0 {
            continue;
        }
        let bar = Area::new(left, top, width.max(frame.length(LEAST)), frame.length(BAR));
        drawn(frame, scene, bar, (role, if piece < 0.0 { Way::Against } else { Way::Along }));
        left = bar.right();
    }
    let set = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let at = [area.left, middle + frame.length(HALF_LINE)];
    frame.text(scene, (at, Side::Start), &text::signed(part.sum), set, area.width);
}

/// What a piece of the gap comes from.
#[derive(Clone, Copy)]
enum Piece {
    Weights,
    Facts,
}

/// Whether a piece makes the gap wider or narrower.
#[derive(Clone, Copy)]
enum Way {
    Along,
    Against,
}

fn drawn(frame: Frame, scene: &mut Scene, bar: Area, piece: (Piece, Way)) {
    match piece {
        (Piece::Weights, Way::Along) => scene.fill(bar, Role::Ink2),
        (Piece::Weights, Way::Against) => {
            scene.edge(bar, 0.0, frame.stroke(size::ICON_STROKE, Role::Ink2));
        }
        (Piece::Facts, Way::Along) => {
            scene.fill(bar, Role::Sunken);
            scene.edge(bar, 0.0, frame.stroke(size::RULE_STROKE, Role::Control));
        }
        (Piece::Facts, Way::Against) => {
            scene.edge(bar, 0.0, frame.stroke(size::RULE_STROKE, Role::Control));
        }
    }
}

/// Draws what either side weighs a column: its mark, a bar of 0 to 100 %, and the number.
pub(super) fn weights(
    frame: Frame,
    scene: &mut Scene,
    view: &ComparedView,
    column: &Column,
    area: Area,
) {
    let hue = Hue::of(column.criterion.hue.number());
    let middle = area.middle()[1];
    let sides = column.shares.into_iter().zip(column.percents).zip(view.marks);
    for (line, ((share, percent), mark)) in sides.enumerate() {
        let y = middle + frame.length(HALF_LINE) * (2.0 * line as f32 - 1.0);
        let half = frame.length(MARK) / 2.0;
        put_side_mark(frame, scene, [area.left + half, y], mark);
        let left = area.left + frame.length(BESIDE);
        let room = area.width - frame.length(BESIDE + PERCENT);
        let track = Area::new(left, y - frame.length(BAR) / 2.0, room, frame.length(BAR));
        scene.fill(track, Role::CriterionTrack(hue));
        let filled = Area { width: room * (share as f32).clamp(0.0, 1.0), ..track };
        scene.fill(filled, Role::Criterion(hue));
        let role = if column.has_other_shares() { Role::Ink } else { Role::Ink3 };
        let set = Set::new(TypeSize::Body, Weight::SemiBold, role);
        let words = text::charts::percent(&percent.to_string());
        frame.text(scene, ([area.right(), y], Side::End), &words, set, frame.length(PERCENT));
    }
}
