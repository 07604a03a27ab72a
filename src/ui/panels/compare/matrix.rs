//! Both matrices in one: a number where they agree, both where they differ. Its columns are
//! measured once a result; only the cells in view are laid out.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use egui::{Align, Color32, Galley, Layout, Rangef, Rect, RichText, Ui, UiBuilder, Vec2, vec2};

use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{NodeId, OptionId};
use crate::session::results::{Compared, Side};
use crate::text::{self as words};
use crate::ui::theme::{Theme, corners, font_id};

/// Names wrap at this width.
const NAME_WIDTH: f32 = 170.0;
const SPACING: Vec2 = vec2(10.0, 6.0);
const ROW_HEIGHT: f32 = 28.0;
/// On either side of two numbers that differ.
const MARGIN: f32 = 5.0;

/// What is kept of a result between frames.
#[derive(Default)]
pub(super) struct ComparedMatrix {
    table: Option<(Arc<Compared>, Table)>,
}

/// Where all of it lies.
struct Table {
    /// The column of names first.
    columns: Vec<Track>,
    /// The heads and the weights first.
    rows: Vec<Track>,
    criteria: Vec<(NodeId, String, [Option<f64>; 2])>,
    options: Vec<(OptionId, String)>,
}

/// A column from left to right or a row from top to bottom.
#[derive(Clone, Copy)]
struct Track {
    start: f32,
    length: f32,
}

impl Track {
    fn end(self) -> f32 {
        self.start + self.length
    }
}

/// Where rows and columns meet, heads among them, and where that lies.
#[derive(Clone, Copy)]
struct Place {
    row: usize,
    column: usize,
    rect: Rect,
}

/// How words are set.
#[derive(Clone, Copy)]
struct Set {
    size: TypeSize,
    weight: Weight,
    role: Role,
}

const HEAD: Set = Set { size: TypeSize::Note, weight: Weight::SemiBold, role: Role::Ink };
const WEIGHTS: Set = Set { size: TypeSize::Note, weight: Weight::Regular, role: Role::Ink };
const OPTION: Set = Set { size: TypeSize::Body, weight: Weight::Medium, role: Role::Ink };
const SAME: Set = Set { size: TypeSize::Body, weight: Weight::Regular, role: Role::Ink3 };
const DIFFERENT: Set = Set { size: TypeSize::Body, weight: Weight::SemiBold, role: Role::Ink };

/// What stands in a cell.
enum Cell {
    Same(String),
    Different(String),
}

impl ComparedMatrix {
    /// Shows the matrix.
    pub(super) fn ui(&mut self, compared: &Arc<Compared>, ui: &mut Ui) {
        if self.table.as_ref().is_none_or(|(known, _)| !Arc::ptr_eq(known, compared)) {
            self.table = Some((Arc::clone(compared), Table::new(compared, ui)));
        }
        let Some((_, table)) = &self.table else { return };
        egui::ScrollArea::horizontal().id_salt("compared").show(ui, |ui| {
            let (area, _) = ui.allocate_exact_size(table.size(), egui::Sense::hover());
            table.ui(compared, area, ui);
        });
    }
}

impl Table {
    fn new(compared: &Compared, ui: &Ui) -> Self {
        let [left, right] = &compared.sides;
        let [here, there] = [left, right].map(named_criteria);
        let share = |side: &Side, list: &[(NodeId, String)], id: &NodeId| {
            let place = list.iter().position(|(other, _)| other == id)?;
            side.shares.get(place).copied()
        };
        let criteria = union(&here, &there).into_iter().map(|(id, name)| {
            let shares = [share(left, &here, &id), share(right, &there, &id)];
            (id, name, shares)
        });
        let [here, there] = [left, right].map(named_options);
        let (columns, rows) = (Vec::new(), Vec::new());
        let options = union(&here, &there);
        let mut table = Self { columns, rows, criteria: criteria.collect(), options };
        table.measure(compared, ui);
        table
    }

    fn measure(&mut self, compared: &Compared, ui: &Ui) {
        let name = |words: &str, set: Set| galley(ui, words, set, NAME_WIDTH).size();
        let options: Vec<Vec2> =
            self.options.iter().map(|(_, words)| name(words, OPTION)).collect();
        let heads: Vec<Vec2> =
            self.criteria.iter().map(|(_, words, _)| name(words, HEAD)).collect();
        let weights = name(words::matrix::WEIGHT, WEIGHTS).x;
        let names = options.iter().map(|size| size.x).fold(weights, f32::max);
        let numbers = (0..self.criteria.len()).map(|column| self.width_of(compared, column, ui));
        let widths = heads.iter().zip(numbers).map(|(head, numbers)| head.x.max(numbers));
        let head = heads.iter().map(|size| size.y).fold(ROW_HEIGHT, f32::max);
        let heights = options.iter().map(|size| size.y.max(ROW_HEIGHT));
        self.columns = tracks([names].into_iter().chain(widths), SPACING.x);
        self.rows = tracks([head, ROW_HEIGHT].into_iter().chain(heights), SPACING.y);
    }

    /// The width of a column's widest text.
    fn width_of(&self, compared: &Compared, column: usize, ui: &Ui) -> f32 {
        let cells = (0..=self.options.len()).filter_map(|row| self.cell(compared, row, column));
        widest(cells, |words, set| galley(ui, words, set, f32::INFINITY).size().x)
    }

    fn size(&self) -> Vec2 {
        let end = |tracks: &[Track]| tracks.last().map_or(0.0, |track| track.end());
        vec2(end(&self.columns), end(&self.rows))
    }

    /// What stands in a row, the weights first, and a column of numbers.
    fn cell(&self, compared: &Compared, row: usize, column: usize) -> Option<Cell> {
        let (criterion, _, shares) = self.criteria.get(column)?;
        let [left, right] = match row.checked_sub(1) {
            None => shares.map(|share| share.map(words::compare::share)),
            Some(place) => {
                let (option, _) = self.options.get(place)?;
                [0, 1].map(|side| shown(compared.sides.get(side)?, option, criterion))
            }
        };
        if left == right {
            return Some(Cell::Same(left.unwrap_or_default()));
        }
        let [left, right] =
            [&left, &right].map(|side| side.as_deref().unwrap_or(words::compare::NOT_THERE));
        Some(Cell::Different(words::compare::both(left, right)))
    }

    fn ui(&self, compared: &Compared, area: Rect, ui: &mut Ui) {
        let seen = ui.clip_rect().translate(-area.min.to_vec2());
        let columns = in_view(&self.columns, seen.x_range());
        for row in in_view(&self.rows, seen.y_range()) {
            for column in columns.clone() {
                let tracks = self.columns.get(column).zip(self.rows.get(row));
                let Some((across, down)) = tracks else { continue };
                let rect = Rect::from_min_size(
                    area.min + vec2(across.start, down.start),
                    vec2(across.length, down.length),
                );
                self.place_ui(compared, Place { row, column, rect }, ui);
            }
        }
    }

    fn place_ui(&self, compared: &Compared, place: Place, ui: &mut Ui) {
        let Place { row, column, rect } = place;
        match (row.checked_sub(1), column.checked_sub(1)) {
            (None, None) => {}
            (None, Some(column)) => {
                let name = self.criteria.get(column).map_or("", |(_, name, _)| name.as_str());
                words_ui(name, HEAD, rect, ui);
            }
            (Some(0), None) => words_ui(words::matrix::WEIGHT, WEIGHTS, rect, ui),
            (Some(row), None) => {
                let name = self.options.get(row - 1).map_or("", |(_, name)| name.as_str());
                words_ui(name, OPTION, rect, ui);
            }
            (Some(row), Some(column)) => match self.cell(compared, row, column) {
                Some(Cell::Same(words)) => words_ui(&words, SAME, rect, ui),
                Some(Cell::Different(words)) => different_ui(&words, rect, ui),
                None => {}
            },
        }
    }
}

fn named_criteria(side: &Side) -> Vec<(NodeId, String)> {
    let criteria = side.scenario.criteria.iter();
    criteria.map(|criterion| (criterion.id.clone(), criterion.label().to_owned())).collect()
}

fn named_options(side: &Side) -> Vec<(OptionId, String)> {
    let options = side.scenario.options.iter();
    options.map(|option| (option.id.clone(), option.label().to_owned())).collect()
}

/// Both sides' things by id, the left one's order and names first.
fn union<I: Clone + Eq + Hash>(left: &[(I, String)], right: &[(I, String)]) -> Vec<(I, String)> {
    let known: HashSet<&I> = left.iter().map(|(id, _)| id).collect();
    let more = right.iter().filter(|(id, _)| !known.contains(id));
    left.iter().chain(more).cloned().collect()
}

/// A side's score in a cell; a dash where it isn't scored, nothing where it has no such cell.
fn shown(side: &Side, option: &OptionId, criterion: &NodeId) -> Option<String> {
    side.scenario.option(option)?;
    side.scenario.criterion(criterion)?;
    let score = side.score(option, criterion);
    Some(score.map_or_else(|| words::NOTHING.to_owned(), |score| words::plain(score.score)))
}

/// The width of the widest cell, by the width of words as they are set.
fn widest(cells: impl Iterator<Item = Cell>, width: impl Fn(&str, Set) -> f32) -> f32 {
    let widths = cells.map(|cell| match cell {
        Cell::Same(words) => width(&words, SAME),
        Cell::Different(words) => width(&words, DIFFERENT) + 2.0 * MARGIN,
    });
    widths.fold(0.0, f32::max)
}

/// Lengths one behind the other, with a space between.
fn tracks(lengths: impl Iterator<Item = f32>, space: f32) -> Vec<Track> {
    let mut start = 0.0;
    let track = |length: f32| {
        let track = Track { start, length };
        start += length + space;
        track
    };
    lengths.map(track).collect()
}

/// The tracks that a range touches.
fn in_view(tracks: &[Track], seen: Rangef) -> Range<usize> {
    let first = tracks.partition_point(|track| track.end() < seen.min);
    first..tracks.partition_point(|track| track.start <= seen.max).max(first)
}

fn galley(ui: &Ui, words: &str, set: Set, width: f32) -> Arc<Galley> {
    let font = font_id(set.size, set.weight);
    ui.painter().layout(words.to_owned(), font, Color32::PLACEHOLDER, width)
}

/// Words in the middle of their place's height, from its left.
fn words_ui(words: &str, set: Set, place: Rect, ui: &mut Ui) {
    let colour = Theme::of(ui.ctx()).colour(set.role);
    let words = RichText::new(words).font(font_id(set.size, set.weight)).color(colour);
    // As wide as it was measured with, so that it breaks in the same places.
    let room = place.with_max_x(place.left() + place.width().max(NAME_WIDTH));
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    child.add(egui::Label::new(words).wrap());
}

/// Both numbers, on the ground of what is to be looked at.
fn different_ui(words: &str, place: Rect, ui: &mut Ui) {
    let width = galley(ui, words, DIFFERENT, f32::INFINITY).size().x + 2.0 * MARGIN;
    let ground = place.with_max_x(place.left() + width);
    let fill = Theme::of(ui.ctx()).colour(Role::WarnTint);
    ui.painter().rect_filled(ground, corners(size::BADGE_RADIUS), fill);
    words_ui(words, DIFFERENT, ground.shrink2(vec2(MARGIN, 0.0)), ui);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tracks_that_are_seen_are_laid_out() {
        let tracks = tracks([10.0, 20.0, 30.0].into_iter(), 5.0);
        let seen = |min, max| in_view(&tracks, Rangef::new(min, max));
        assert_eq!(seen(0.0, 100.0), 0..3);
        assert_eq!(seen(11.0, 14.0), 1..1, "between two");
        assert_eq!(seen(12.0, 15.0), 1..2);
        assert_eq!(seen(36.0, 39.0), 2..2);
        assert_eq!(seen(-50.0, -1.0), 0..0);
        assert_eq!(seen(500.0, 600.0), 3..3);
    }

    #[test]
    fn the_widest_cell_counts_and_not_the_one_with_the_most_characters() {
        let width = |words: &str, set: Set| {
            let letters = words.chars().map(|c| if c == '.' { 1.0 } else { 3.0 }).sum::<f32>();
            letters + f32::from(set.weight == Weight::SemiBold)
        };
        let same = |words: &str| Cell::Same(words.to_owned());
        let different = |words: &str| Cell::Different(words.to_owned());
        let of = |cells: Vec<Cell>| widest(cells.into_iter(), width);
        assert_eq!(of(vec![same("....."), same("00"), same("....")]), 6.0);
        assert_eq!(of(vec![different("....."), different("00")]), 7.0 + 2.0 * MARGIN);
        assert_eq!(of(vec![same("0000000"), different("00")]), 21.0);
        assert_eq!(of(Vec::new()), 0.0);
    }

    #[test]
    fn the_left_sides_order_comes_first() {
        let list = |text: &str| {
            text.chars().map(|c| (c, c.to_uppercase().to_string())).collect::<Vec<_>>()
        };
        let both = union(&list("bac"), &list("adbe"));
        assert_eq!(both.iter().map(|(id, _)| *id).collect::<String>(), "bacde");
    }
}
