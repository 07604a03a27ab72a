//! The teams' rankings as columns, an option's places joined by a line, names at both ends. The
//! columns stand as they are given; `analysis::fewest_crossings` says in which order lines cross
//! least.

use super::columns::{RankColumn, heading, ranked_options, winners};
use super::frame::{Frame, Set, Side};
use super::parts::team_mark;
use super::rank_ranges::rank_ranges;
use super::{Area, Scene, Subject};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, OptionId, Scenario};
use crate::text::charts;

/// In points of the window: from one rank to the next, the room of the heads, a node's diameter.
const PITCH: f32 = 56.0;
const TOP: f32 = 56.0;
const NODE: f32 = 26.0;
/// How wide a node's ring is.
const RING: f32 = 2.0;
/// Teams' marks over the columns, usually and where one is followed.
const MARK: f32 = 13.0;
const FOLLOWED_MARK: f32 = 17.0;
/// Their middle: the tips of a star, the highest mark, are within the scene.
const MARK_LINE: f32 = 13.5;
/// More teams than these get ranges instead of columns.
const MOST_COLUMNS: usize = 12;

/// Builds the chart; options that nobody ranks are left out. `leaders` are first under the weighting
/// that the window shows: they are drawn as they are on every other stage.
pub fn ranks(
    frame: Frame,
    scenario: &Scenario,
    columns: &[RankColumn],
    leaders: &[OptionId],
) -> Scene {
    let shown: Vec<&RankColumn> = columns.iter().collect();
    if shown.len() > MOST_COLUMNS {
        return rank_ranges(frame, scenario, &shown, leaders);
    }
    let options = ranked_options(scenario, &shown);
    let places = layout(&shown, &options);
    let winners = winners(&shown, &options);
    let rows =
        places.iter().flatten().flatten().copied().max().map_or(1, |last: usize| last + 1) as f32;
    let names = (frame.width * 0.25).clamp(frame.length(90.0), frame.length(150.0));
    let (pitch, top) = (frame.length(PITCH), frame.length(TOP));
    let width = (frame.width - 2.0 * names).max(frame.length(40.0));
    let plot = Area::new(names, top, width, pitch * rows);
    let mut scene = Scene {
        width: frame.width,
        height: plot.bottom() + frame.length(8.0),
        heading: heading(scenario, &shown, &winners),
        ..Scene::default()
    };
    let first = Area::new(plot.left, top, plot.width, pitch).grown(0.0, -frame.length(8.0));
    scene.fill(first, Role::LeadTint);
    let view = View {
        frame,
        scenario,
        shown: &shown,
        options: &options,
        places: &places,
        winners: &winners,
        leaders,
        plot,
    };
    view.heads(&mut scene);
    let lines = || options.iter().enumerate().map(|(place, index)| Line { place, index: *index });
    for line in lines() {
        view.line(&mut scene, line);
    }
    for line in lines() {
        view.nodes(&mut scene, line);
        view.names(&mut scene, line);
    }
    view.parts(&mut scene);
    scene
}

/// For each column and option of the list its row: options of the same rank stand one below the
/// other, in document order.
fn layout(shown: &[&RankColumn], options: &[usize]) -> Vec<Vec<Option<usize>>> {
    let of = |column: &&RankColumn| {
        let mut ranked: Vec<(usize, usize)> = options
            .iter()
            .enumerate()
            .filter_map(|(place, option)| Some((column.rank(*option)?, place)))
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

/// An option's line.
#[derive(Clone, Copy)]
struct Line {
    /// The option's place in the list of those that are shown.
    place: usize,
    /// Its index in the document.
    index: usize,
}

/// What lines and nodes are drawn from.
struct View<'a> {
    frame: Frame<'a>,
    scenario: &'a Scenario,
    shown: &'a [&'a RankColumn<'a>],
    options: &'a [usize],
    places: &'a [Vec<Option<usize>>],
    winners: &'a [usize],
    leaders: &'a [OptionId],
    plot: Area,
}

impl View<'_> {
    fn row(&self, column: usize, place: usize) -> Option<usize> {
        self.places.get(column)?.get(place).copied().flatten()
    }

    /// The width of a column.
    fn pitch(&self) -> f32 {
        self.plot.width / self.shown.len().max(1) as f32
    }

    fn x(&self, column: usize) -> f32 {
        self.plot.left + self.pitch() * (column as f32 + 0.5)
    }

    fn y(&self, row: usize) -> f32 {
        self.plot.top + self.frame.length(PITCH) * (row as f32 + 0.5)
    }

    /// The leaders of the weighting that is shown lead; who is first for a team is dark, the rest
    /// grey.
    fn role(&self, option: usize) -> Role {
        if self.option(option).is_some_and(|option| self.leaders.contains(&option.id)) {
            Role::Lead
        } else if self.winners.contains(&option) {
            Role::Ink2
        } else {
            Role::Control
        }
    }

    fn option(&self, option: usize) -> Option<&Alternative> {
        self.scenario.options.get(option)
    }

    /// Whether a missing score keeps the option from a total in a column.
    fn is_open(&self, column: usize, option: usize) -> bool {
        self.shown.get(column).is_some_and(|shown| shown.open.contains(&option))
    }

    fn heads(&self, scene: &mut Scene) {
        let frame = self.frame;
        let follows = self.shown.iter().any(|column| column.is_followed);
        for (place, column) in self.shown.iter().enumerate() {
            let (size, weight) = if column.is_followed {
                (FOLLOWED_MARK, Weight::SemiBold)
            } else {
                (MARK, Weight::Medium)
            };
            let is_faint = follows && !column.is_followed;
            let role = if is_faint { Role::Line } else { Role::Team(column.mark.mark) };
            let at = [self.x(place), frame.length(MARK_LINE)];
            team_mark(frame, scene, column.mark, at, (size, role));
            let set = Set::new(TypeSize::Note, weight, Role::Ink);
            let at = [self.x(place), frame.length(36.0)];
            let room = self.pitch() - frame.length(2.0);
            frame.two_lines(scene, (at, Side::Middle), column.name, set, room);
        }
    }

    fn line(&self, scene: &mut Scene, Line { place, index: option }: Line) {
        let role = self.role(option);
        let width = if role == Role::Control { size::MARK_HALO } else { size::LEADING_STROKE };
        for column in 1..self.shown.len() {
            let rows = self.row(column - 1, place).zip(self.row(column, place));
            let Some((from, to)) = rows else { continue };
            let is_open = self.is_open(column - 1, option) || self.is_open(column, option);
            let stroke = if is_open {
                self.frame.dashed(width, role, (4.0, 4.0))
            } else {
                self.frame.stroke(width, role)
            };
            scene.line([self.x(column - 1), self.y(from)], [self.x(column), self.y(to)], stroke);
        }
    }

    fn nodes(&self, scene: &mut Scene, Line { place, index: option }: Line) {
        let (frame, role) = (self.frame, self.role(option));
        let letter = self.option(option).map_or("", |option| option.letter.as_str());
        for column in 0..self.shown.len() {
            let Some(row) = self.row(column, place) else { continue };
            let centre = [self.x(column), self.y(row)];
            let mut disc = |size: f32, role| {
                scene.mark(Mark::Circle, centre, frame.length(size), role);
            };
            disc(NODE + 2.0 * size::MARK_HALO, Role::Canvas);
            // An option that isn't fully scored is no winner, whatever its rank.
            let role = if self.is_open(column, option) { Role::Control } else { role };
            disc(NODE, role);
            let ink = match role {
                Role::Lead => Role::OnLead,
                Role::Ink2 => Role::Canvas,
                _ => {
                    disc(NODE - 2.0 * RING, Role::Canvas);
                    Role::Ink
                }
            };
            let set = Set::new(TypeSize::Note, Weight::SemiBold, ink);
            frame.text(scene, (centre, Side::Middle), letter, set, frame.length(NODE));
        }
    }

    /// The option's name at the left of its first place and at the right of its last.
    fn names(&self, scene: &mut Scene, Line { place, index: option }: Line) {
        let is_winner = self.winners.contains(&option);
        let (weight, role) =
            if is_winner { (Weight::SemiBold, Role::Ink) } else { (Weight::Regular, Role::Ink2) };
        let set = Set::new(TypeSize::Note, weight, role);
        let Some(name) = self.option(option).map(Alternative::label) else { return };
        let beside = self.frame.length(8.0);
        let room = self.plot.left - beside;
        if let Some(row) = self.row(0, place) {
            let at = [self.plot.left - beside, self.y(row)];
            self.frame.two_lines(scene, (at, Side::End), name, set, room);
        }
        if let Some(row) = self.shown.len().checked_sub(1).and_then(|last| self.row(last, place)) {
            let at = [self.plot.right() + beside, self.y(row)];
            self.frame.two_lines(scene, (at, Side::Start), name, set, room);
        }
    }

    /// A part for each team: its whole ranking.
    fn parts(&self, scene: &mut Scene) {
        for (place, column) in self.shown.iter().enumerate() {
            let mut ranked: Vec<(usize, &str)> = self
                .options
                .iter()
                .filter_map(|option| Some((column.rank(*option)?, self.option(*option)?.label())))
                .collect();
            ranked.sort_by_key(|(rank, _)| *rank);
            let left = self.x(place) - self.pitch() / 2.0;
            let hit = Area::new(left, 0.0, self.pitch(), self.plot.bottom());
            let sentence = charts::team_ranking(column.name, &ranked);
            scene.part(Subject::Team(column.id.clone()), sentence, hit);
        }
    }
}
