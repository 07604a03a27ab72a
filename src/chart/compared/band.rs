//! Some columns of the chart side by side: their heads, and the rows below.

use super::cells::{Place, cell};
use super::gap::{moves, weights};
use super::view::{Column, ComparedView};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{BADGE, Placing, badge};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Role, TypeSize, Weight, size};
use crate::text;

/// In points of the window.
const ROW: f32 = 36.0;
const HEAD_ABOVE: f32 = 8.0;
const HEAD_BELOW: f32 = 8.0;
const MOVES: f32 = 54.0;
const WEIGHTS: f32 = 60.0;
/// From what stands in a column to the next.
pub(super) const GAP: f32 = 12.0;
/// From a badge's middle to the name.
const NAME: f32 = 20.0;
const HEAD_LINES: usize = 3;

/// So many columns below one another's heads.
pub(super) struct Band<'a> {
    pub frame: Frame<'a>,
    pub view: &'a ComparedView<'a>,
    pub columns: &'a [Column<'a>],
    /// The width of the column of names, and of each other.
    pub names: f32,
    pub column: f32,
    pub top: f32,
}

impl Band<'_> {
    /// Draws the band; gives its bottom.
    pub(super) fn draw(&self, scene: &mut Scene) -> f32 {
        let frame = self.frame;
        self.rule(scene, self.top, Role::Line);
        let head = self.top + frame.length(HEAD_ABOVE);
        let mut below = head + self.heads(scene, head) + frame.length(HEAD_BELOW);
        if let Some(gap) = self.view.gap {
            let of = text::compare::of_the_points(gap.size);
            self.label(scene, [below, MOVES], text::compare::MOVES, &of);
            for (place, column) in self.columns.iter().enumerate() {
                let area = self.area(place, below, frame.length(MOVES));
                moves(frame, scene, self.view, column, area);
            }
            below += frame.length(MOVES);
            self.rule(scene, below, Role::Line);
        }
        self.label(scene, [below, WEIGHTS], text::matrix::WEIGHT, text::compare::SHARE_OF_TOTAL);
        for (place, column) in self.columns.iter().enumerate() {
            let area = self.area(place, below, frame.length(WEIGHTS));
            weights(frame, scene, self.view, column, area);
        }
        below += frame.length(WEIGHTS);
        self.parts(scene, [head, below]);
        self.rule(scene, below, Role::Control);
        for row in 0..self.view.rows.len() {
            below = self.row(scene, row, below);
        }
        self.rule(scene, below, Role::Control);
        below + 1.0
    }

    fn area(&self, place: usize, top: f32, height: f32) -> Area {
        let left = self.names + self.column * place as f32;
        Area::new(left, top, self.column - self.frame.length(GAP), height)
    }

    fn rule(&self, scene: &mut Scene, at: f32, role: Role) {
        let end = self.names + self.column * self.columns.len() as f32;
        let stroke = self.frame.stroke(size::RULE_STROKE, role);
        scene.line([0.0, at], [end.min(self.frame.width), at], stroke);
    }

    /// A row's name with a note below, around the middle of a height.
    fn label(&self, scene: &mut Scene, [top, height]: [f32; 2], name: &str, note: &str) {
        let frame = self.frame;
        let middle = top + frame.length(height) / 2.0;
        let room = self.names - frame.length(8.0);
        let strong = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
        let at = [0.0, middle - frame.length(9.0)];
        frame.text(scene, (at, Side::Start), name, strong, room);
        let quiet = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
        frame.text(scene, ([0.0, middle + frame.length(11.0)], Side::Start), note, quiet, room);
    }

    /// The criteria's names; gives how high the highest is.
    fn heads(&self, scene: &mut Scene, top: f32) -> f32 {
        let frame = self.frame;
        let mut most = 0.0_f32;
        for (place, column) in self.columns.iter().enumerate() {
            let area = self.area(place, top, 0.0);
            let (words, set) = self.head(column, area.width);
            most = most.max(frame.lines(scene, area, words, set, HEAD_LINES));
        }
        most
    }

    /// A criterion's name as it fits without a word being broken: its short one where the long
    /// one's words don't, then smaller.
    fn head<'b>(&self, column: &'b Column, width: f32) -> (&'b str, Set) {
        let (name, label) = (column.criterion.name.as_str(), column.criterion.label());
        let sizes = [TypeSize::Body, TypeSize::Note, TypeSize::Scale];
        let set = |size| Set::new(size, Weight::SemiBold, Role::Ink);
        let fits = |words: &str, set: Set| {
            let widest = words.split_whitespace().map(|word| self.frame.width_of(word, set));
            widest.fold(0.0, f32::max) <= width && !self.frame.is_cut(words, set, width, HEAD_LINES)
        };
        let choices = [(name, sizes[0]), (label, sizes[0]), (label, sizes[1]), (label, sizes[2])];
        let choices = choices.map(|(words, size)| (words, set(size)));
        let fitting = choices.into_iter().find(|(words, set)| fits(words, *set));
        fitting.unwrap_or((label, set(TypeSize::Scale)))
    }

    /// Each head as a part that says all of it.
    fn parts(&self, scene: &mut Scene, [top, bottom]: [f32; 2]) {
        for (place, column) in self.columns.iter().enumerate() {
            let part = column.part.zip(self.view.gap.map(|gap| gap.size));
            let percents = column.percents;
            let name = &column.criterion.name;
            let sentence = text::compare::column(name, part, self.view.names, percents);
            let hit = self.area(place, top, bottom - top);
            scene.part(Subject::Criterion(column.criterion.id.clone()), sentence, hit);
        }
    }

    /// Draws an option's row; gives its bottom.
    fn row(&self, scene: &mut Scene, row: usize, top: f32) -> f32 {
        let frame = self.frame;
        let Some(option) = self.view.rows.get(row) else { return top };
        let (height, half) = (frame.length(ROW), frame.length(BADGE) / 2.0);
        let middle = top + height / 2.0;
        if row > 0 {
            self.rule(scene, top, Role::Line);
        }
        badge(frame, scene, [half, middle], &option.letter, Placing::Other);
        let left = half + frame.length(NAME);
        let set = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
        let room = self.names - left - frame.length(8.0);
        frame.text(scene, ([left, middle], Side::Start), option.label(), set, room);
        for (place, column) in self.columns.iter().enumerate() {
            let Some(pair) = column.cells.get(row) else { continue };
            let area = self.area(place, top, height);
            let criterion = column.criterion;
            cell(frame, scene, self.view, &Place { area, option, criterion, pair: *pair });
        }
        top + height
    }
}
