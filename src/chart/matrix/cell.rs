//! A cell: the block, the score, who scores it otherwise, and how strong the evidence is.

use super::layout::Layout;
use super::seen::Seen;
use super::view::{Cell, Owner, View};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{
    Evidence, FORK, Scored, TeamMark, evidence, fork, hollow, scored, team_mark,
};
use crate::chart::{Area, Point, Scene, Subject};
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::model::Counted;
use crate::text::{self, charts, plain};

/// How high a block grows above the heaviest while its bar is dragged.
const MOST_GROWTH: f32 = 1.1;
/// In points of the window: the foot of the evidence's bars below the middle of the number's line.
const BARS_BELOW: f32 = 5.0;
/// Lower rows have smaller numbers.
const MIDDLING_FROM_ROW: f32 = 60.0;
/// What the bars take of a cell's width.
const BARS_ROOM: f32 = 16.0;
/// Before a fork and behind it, and before the sign that there are more teams.
const FORK_GAP: f32 = 2.0;
const MORE_GAP: f32 = 4.0;
/// Narrower cells say smaller that they aren't scored.
const SMALL_BELOW_WIDTH: f32 = 60.0;
/// A team's mark: its size, its middle, what it takes alone, and where its score begins.
const MARK: f32 = 9.0;
const MARK_AT: f32 = 11.0;
const MARK_ROOM: f32 = 12.0;
const SCORE_AT: f32 = 18.0;
/// From the number up to the sign above it.
const ABOVE: f32 = 12.0;

/// Draws a cell into its row.
pub(super) fn draw(
    frame: Frame,
    scene: &mut Scene,
    (layout, view): (&Layout, &View),
    cell: &Cell,
    seen: Seen,
) {
    let (left, width) = layout.column(cell.column, seen.offset);
    let whole = Area::new(left, 0.0, width, layout.row_height);
    if seen.lit == Some(cell.column) {
        scene.fill(whole.grown(frame.length(4.0), -frame.length(1.0)), Role::Hover);
    }
    let part = view.height_part(cell.column);
    let room = frame.length(layout.row_lines().block);
    let block = Layout::block([left, layout.floor], width, part, room, MOST_GROWTH);
    let (hue, goal) = (Hue::of(cell.criterion.hue.number()), cell.criterion.goal);
    match cell.value {
        Some(value) => {
            scored(
                frame,
                scene,
                block,
                Scored { hue, value, goal, grounds: view.hatching.grounds(cell.score) },
            );
        }
        None => hollow(frame, scene, block),
    }
    if seen.typed != Some(cell.column) {
        match cell.score {
            Some(score) => number(frame, scene, (layout, whole), score, cell),
            None => not_scored(frame, scene, (layout, whole)),
        }
    }
    let hit = whole.grown(frame.length(4.0), -frame.length(3.0));
    let subject = Subject::Cell(cell.option.id.clone(), cell.criterion.id.clone());
    scene.part(subject, cell.told(), hit);
}

fn not_scored(frame: Frame, scene: &mut Scene, (layout, cell): (&Layout, Area)) {
    let is_small = cell.width < frame.length(SMALL_BELOW_WIDTH);
    let size = if is_small { TypeSize::Scale } else { TypeSize::Note };
    let set = Set::new(size, Weight::Regular, Role::Ink2);
    let room = cell.width + frame.length(4.0);
    let at = [cell.left, layout.line];
    frame.text(scene, (at, Side::Start), text::matrix::NOT_SCORED, set, room);
}

/// The score in the largest size that fits, the marks of those who see it otherwise behind it, and
/// the bars of the evidence in the corner.
fn number(
    frame: Frame,
    scene: &mut Scene,
    (layout, cell): (&Layout, Area),
    score: Counted,
    told: &Cell,
) {
    let (line, owners) = (layout.line, &told.owners);
    let shown = plain(score.score);
    let set = |size| Set::new(size, Weight::Medium, Role::Ink);
    let (hangs, fork_room) = (!told.hangs_on.is_empty(), frame.length(FORK_GAP + FORK + FORK_GAP));
    let owner = least_room(frame, owners);
    // A compact row has none above its numbers: there a fork takes its room beside them.
    let beside = owner + if hangs && layout.is_compact() { fork_room } else { 0.0 };
    let has_room = |set, room| frame.width_of(&shown, set) <= room - beside;
    let smallest = set(TypeSize::Note);
    let mut room = cell.width;
    // There a team's mark and a fork come before the bars, too.
    let gives_way =
        layout.is_compact() && beside > 0.0 && !has_room(smallest, room - frame.length(BARS_ROOM));
    if let Some(grade) = score.grade.filter(|_| !gives_way) {
        let corner = [cell.right(), line + frame.length(BARS_BELOW)];
        evidence(frame, scene, corner, Evidence::of(grade));
        room -= frame.length(BARS_ROOM);
    }
    let fitting = number_sizes(layout).iter().find(|size| has_room(set(**size), room));
    // Even the smallest is cut short only where it has no room alone.
    let set = fitting.map_or(smallest, |size| set(*size));
    let is_beside = has_room(set, room) || layout.is_compact();
    let most = if layout.is_compact() { room - beside } else { room };
    let width = frame.text(scene, ([cell.left, line], Side::Start), &shown, set, most);
    let above = line - frame.length(ABOVE);
    let (mut beside_ends, mut above_ends) = (cell.left + room, cell.left + room);
    if hangs {
        // It may go above: a team's own score, which can't, comes first.
        let own = if is_beside { width_with_scores(frame, owners) } else { 0.0 };
        let has_room = layout.is_compact() || width + own + fork_room <= room;
        let (ends, middle) =
            if has_room { (&mut beside_ends, line) } else { (&mut above_ends, above) };
        let at = [*ends - frame.length(FORK_GAP), middle];
        *ends -= fork_room;
        // Without one of them the number is another than where all hold: the sign says so too.
        let role = if score.without.is_some() { Role::WarnText } else { Role::Ink2 };
        fork(frame, scene, at, role);
    }
    if is_beside {
        who(frame, scene, owners, [cell.left + width, line], beside_ends);
    } else {
        who_above(frame, scene, owners, [above_ends, above]);
    }
}

/// The sizes that a row's numbers may have, the largest first.
pub(super) fn number_sizes(layout: &Layout) -> &'static [TypeSize] {
    const ALL: [TypeSize; 3] = [TypeSize::Headline, TypeSize::KeyNumber, TypeSize::Emphasis];
    let [_, smaller @ ..] = &ALL;
    match layout.heights().row {
        _ if !layout.is_compact() => &ALL,
        row if row >= MIDDLING_FROM_ROW => smaller,
        _ => &[TypeSize::Emphasis],
    }
}

/// The sign that others see a cell otherwise, above a number that leaves no room beside it.
fn who_above(frame: Frame, scene: &mut Scene, owners: &[Owner], end: Point) {
    match owners {
        [] => {}
        [only] => {
            let right = end[0] - only.mark.beside(frame);
            let centre = [right - frame.length(MARK) / 2.0, end[1]];
            draw_mark(frame, scene, only.mark, centre);
        }
        several => {
            let words = charts::more(several.len());
            frame.text(scene, (end, Side::End), &words, score_set(), f32::INFINITY);
        }
    }
}

/// The marks of those who score a cell in their own way, with their scores where there is room; as
/// many marks as fit, and how many more.
fn who(frame: Frame, scene: &mut Scene, owners: &[Owner], [mut left, line]: Point, edge: f32) {
    let shows_scores = left + width_with_scores(frame, owners) <= edge;
    for (place, owner) in owners.iter().enumerate() {
        let rest = &owners[place + 1..];
        let alone = frame.length(MARK_ROOM) + owner.mark.beside(frame);
        if !shows_scores && left + alone + frame.length(1.0) + least_room(frame, rest) > edge {
            let at = [left + frame.length(MORE_GAP), line];
            let more = charts::more(owners.len() - place);
            frame.text(scene, (at, Side::Start), &more, score_set(), f32::INFINITY);
            return;
        }
        draw_mark(frame, scene, owner.mark, [left + frame.length(MARK_AT), line]);
        if let Some(score) = owner.said().filter(|_| shows_scores) {
            let at = [left + owner.score_at(frame), line];
            frame.text(scene, (at, Side::Start), &score, score_set(), f32::INFINITY);
            left += owner.width_with_score(frame);
        } else {
            left += alone;
        }
    }
}

/// What the least sign of them takes behind a number: one's mark, or how many they are.
fn least_room(frame: Frame, owners: &[Owner]) -> f32 {
    match owners {
        [] => 0.0,
        [only] => frame.length(MARK_AT + MARK / 2.0) + only.mark.beside(frame),
        several => {
            let more = charts::more(several.len());
            frame.length(MORE_GAP) + frame.width_of(&more, score_set())
        }
    }
}

fn width_with_scores(frame: Frame, owners: &[Owner]) -> f32 {
    owners.iter().map(|owner| owner.width_with_score(frame)).sum()
}

impl Owner {
    /// The score behind the mark: a colon keeps it apart from the mark's own number.
    fn said(&self) -> Option<String> {
        let score = self.score.as_ref()?;
        Some(if self.mark.number.is_some() { format!(": {score}") } else { score.clone() })
    }

    fn score_at(&self, frame: Frame) -> f32 {
        match self.mark.number {
            Some(_) => frame.length(MARK_AT + MARK / 2.0) + self.mark.beside(frame),
            None => frame.length(SCORE_AT),
        }
    }

    fn width_with_score(&self, frame: Frame) -> f32 {
        let score = self.said().map_or(0.0, |score| frame.width_of(&score, score_set()));
        self.score_at(frame) + score
    }
}

fn draw_mark(frame: Frame, scene: &mut Scene, mark: TeamMark, centre: Point) {
    team_mark(frame, scene, mark, centre, (MARK, Role::Team(mark.mark)));
}

fn score_set() -> Set {
    Set::new(TypeSize::Note, Weight::Regular, Role::Ink2)
}
