//! The teams' rankings as columns, an option's places joined by a line, names at both ends. Columns
//! stand as they are given.

use super::frame::{Frame, Set, Side};
use super::{Area, Line, Scene, Shape};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, Scenario};
use crate::text;

const PITCH: f32 = 56.0;
const TOP: f32 = 56.0;
const NODE: f32 = 26.0;
/// Above so many columns lines give way to ranges.
const MOST_COLUMNS: usize = 8;

/// A team's ranking: by option of the document its rank, and whether that is of an option that
/// isn't fully scored.
pub struct RankColumn<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub mark: Mark,
    pub is_followed: bool,
    /// None: no rank.
    pub ranks: Vec<Option<usize>>,
    /// The options that a missing score keeps from a total.
    pub open: Vec<usize>,
    /// The options that are first among those fully scored.
    pub firsts: Vec<usize>,
    /// A missing score could change that.
    pub may_change: bool,
}

/// Builds the chart; options that nobody ranks are left out.
pub fn ranks(frame: Frame, scenario: &Scenario, columns: &[RankColumn]) -> Scene {
    if columns.len() > MOST_COLUMNS {
        return super::rank_ranges::rank_ranges(frame, scenario, columns);
    }
    let shown: Vec<&RankColumn> = columns.iter().collect();
    let options: Vec<usize> = (0..scenario.options.len())
        .filter(|option| shown.iter().any(|column| rank(column, *option).is_some()))
        .collect();
    let places = layout(&shown, &options);
    let rows = places
        .iter()
        .flat_map(|column| column.iter().flatten())
        .copied()
        .max()
        .map_or(0, |last| last + 1);
    let names = (frame.width * 0.25).clamp(90.0, 150.0);
    let plot =
        Area::new(names, TOP, (frame.width - 2.0 * names).max(40.0), PITCH * rows.max(1) as f32);
    let mut scene =
        Scene { width: frame.width, height: TOP + plot.height + 8.0, ..Scene::default() };
    let winners = winners(&shown, &options);
    scene.heading = heading(scenario, &shown, &winners);
    let x =
        |column: usize| plot.left + plot.width * (column as f32 + 0.5) / shown.len().max(1) as f32;
    let y = |place: usize| plot.top + PITCH * (place as f32 + 0.5);
    scene.fill(Area::new(plot.left, plot.top + 8.0, plot.width, PITCH - 16.0), Role::LeadTint);
    heads(frame, &mut scene, &shown, x, plot.width / shown.len().max(1) as f32);
    let view = View {
        frame,
        scenario,
        shown: &shown,
        options: &options,
        places: &places,
        winners: &winners,
    };
    for (place, option) in options.iter().enumerate() {
        view.line(&mut scene, (place, *option), x, y);
    }
    for (place, option) in options.iter().enumerate() {
        view.nodes(&mut scene, (place, *option), x, y);
        view.names(&mut scene, (place, *option), plot, y);
    }
    view.parts(&mut scene, x, plot);
    scene
}

pub(super) fn rank(column: &RankColumn, option: usize) -> Option<usize> {
    column.ranks.get(option).copied().flatten()
}

/// The options that are first for some team, those that are for most teams first.
pub(super) fn winners(shown: &[&RankColumn], options: &[usize]) -> Vec<usize> {
    let firsts =
        |option: usize| shown.iter().filter(|column| column.firsts.contains(&option)).count();
    let mut winners: Vec<usize> =
        options.iter().copied().filter(|option| firsts(*option) > 0).collect();
    winners.sort_by_key(|option| (std::cmp::Reverse(firsts(*option)), *option));
    winners
}

/// What the columns say about first places.
pub(super) fn heading(scenario: &Scenario, shown: &[&RankColumn], winners: &[usize]) -> String {
    let firsts: Vec<Vec<usize>> = shown.iter().map(|column| column.firsts.clone()).collect();
    text::first_places(scenario, winners, &firsts, shown.iter().any(|column| column.may_change))
}

/// For each column and option of the list its row: options of the same rank stand one below the
/// other, in document order.
fn layout(shown: &[&RankColumn], options: &[usize]) -> Vec<Vec<Option<usize>>> {
    let of = |column: &&RankColumn| {
        let mut ranked: Vec<(usize, usize)> = options
            .iter()
            .enumerate()
            .filter_map(|(place, option)| Some((rank(column, *option)?, place)))
            .collect();
        ranked.sort_unstable();
        let mut rows = vec![None; options.len()];
        for (row, (_, place)) in ranked.into_iter().enumerate() {
            rows.get_mut(place).into_iter().for_each(|slot| *slot = Some(row));
        }
        rows
    };
    shown.iter().map(of).collect()
}

/// What lines and nodes are drawn from.
struct View<'a> {
    frame: Frame<'a>,
    scenario: &'a Scenario,
    shown: &'a [&'a RankColumn<'a>],
    options: &'a [usize],
    places: &'a [Vec<Option<usize>>],
    winners: &'a [usize],
}

impl View<'_> {
    fn row(&self, column: usize, place: usize) -> Option<usize> {
        self.places.get(column)?.get(place).copied().flatten()
    }

    /// The option that is first for most teams leads; the other winners are dark, the rest grey.
    fn role(&self, option: usize) -> Role {
        match self.winners.iter().position(|winner| *winner == option) {
            Some(0) => Role::Lead,
            Some(_) => Role::Ink2,
            None => Role::Control,
        }
    }

    fn option(&self, option: usize) -> Option<&Alternative> {
        self.scenario.options.get(option)
    }

    fn line(
        &self,
        scene: &mut Scene,
        (place, option): (usize, usize),
        x: impl Fn(usize) -> f32,
        y: impl Fn(usize) -> f32,
    ) {
        let role = self.role(option);
        for column in 1..self.shown.len() {
            let (Some(from), Some(to)) = (self.row(column - 1, place), self.row(column, place))
            else {
                continue;
            };
            let ends = [column - 1, column];
            let is_open = ends.iter().any(|column| {
                self.shown.get(*column).is_some_and(|shown| shown.open.contains(&option))
            });
            let width = if role == Role::Control { size::MARK_HALO } else { size::LEADING_STROKE };
            let points = vec![[x(column - 1), y(from)], [x(column), y(to)]];
            scene.shapes.push(Shape::Line(Line { points, width, role, is_dashed: is_open }));
        }
    }

    fn nodes(
        &self,
        scene: &mut Scene,
        (place, option): (usize, usize),
        x: impl Fn(usize) -> f32,
        y: impl Fn(usize) -> f32,
    ) {
        let role = self.role(option);
        let letter = self.option(option).map_or("", |option| option.letter.as_str());
        for column in 0..self.shown.len() {
            let Some(row) = self.row(column, place) else { continue };
            let centre = [x(column), y(row)];
            scene.mark(Mark::Circle, centre, NODE + 2.0 * size::MARK_HALO, Role::Canvas);
            // An option that isn't fully scored is no winner, whatever its rank.
            let is_open = self.shown.get(column).is_some_and(|shown| shown.open.contains(&option));
            let role = if is_open { Role::Control } else { role };
            scene.mark(Mark::Circle, centre, NODE, role);
            if role == Role::Control {
                scene.mark(Mark::Circle, centre, NODE - 4.0, Role::Canvas);
            }
            let ink = match role {
                Role::Lead => Role::OnLead,
                Role::Ink2 => Role::Canvas,
                _ => Role::Ink,
            };
            self.frame.text(
                scene,
                (centre, Side::Middle),
                letter,
                Set { size: TypeSize::Note, weight: Weight::SemiBold, role: ink },
                NODE,
            );
        }
    }

    /// The option's name at the left of its first place and at the right of its last.
    fn names(
        &self,
        scene: &mut Scene,
        (place, option): (usize, usize),
        plot: Area,
        y: impl Fn(usize) -> f32,
    ) {
        let is_winner = self.winners.contains(&option);
        let (weight, role) =
            if is_winner { (Weight::SemiBold, Role::Ink) } else { (Weight::Regular, Role::Ink2) };
        let set = Set { size: TypeSize::Note, weight, role };
        let Some(name) = self.option(option).map(Alternative::label) else { return };
        if let Some(row) = self.row(0, place) {
            self.frame.two_lines(
                scene,
                ([plot.left - 8.0, y(row)], Side::End),
                name,
                set,
                plot.left - 8.0,
            );
        }
        if let Some(row) = self.shown.len().checked_sub(1).and_then(|last| self.row(last, place)) {
            self.frame.two_lines(
                scene,
                ([plot.right() + 8.0, y(row)], Side::Start),
                name,
                set,
                plot.left - 8.0,
            );
        }
    }

    /// A part for each team: its whole ranking.
    fn parts(&self, scene: &mut Scene, x: impl Fn(usize) -> f32, plot: Area) {
        let width = plot.width / self.shown.len().max(1) as f32;
        for (place, column) in self.shown.iter().enumerate() {
            let mut ranked: Vec<(usize, &str)> = self
                .options
                .iter()
                .filter_map(|option| Some((rank(column, *option)?, self.option(*option)?.label())))
                .collect();
            ranked.sort_by_key(|(rank, _)| *rank);
            let places: Vec<String> = ranked
                .into_iter()
                .map(|(rank, name)| format!("{} {name}", text::ordinal(rank)))
                .collect();
            let sentence = format!("{}: {}", column.name, text::list(&places));
            scene.part(
                format!("team {}", column.id),
                sentence,
                Area::new(x(place) - width / 2.0, 0.0, width, plot.bottom()),
            );
        }
    }
}

fn heads(
    frame: Frame,
    scene: &mut Scene,
    shown: &[&RankColumn],
    x: impl Fn(usize) -> f32,
    width: f32,
) {
    let follows = shown.iter().any(|column| column.is_followed);
    for (place, column) in shown.iter().enumerate() {
        let size = if column.is_followed { 17.0 } else { 13.0 };
        let role =
            if follows && !column.is_followed { Role::Line } else { Role::Team(column.mark) };
        scene.mark(column.mark, [x(place), 12.0], size, role);
        let weight = if column.is_followed { Weight::SemiBold } else { Weight::Medium };
        let set = Set { size: TypeSize::Note, weight, role: Role::Ink };
        frame.two_lines(scene, ([x(place), 36.0], Side::Middle), column.name, set, width - 2.0);
    }
}
