//! The teams' rankings as columns, an option's places joined by a line, names at both ends. Options
//! that are level in a column share its place, on one ground, and leave the places below free. The
//! columns stand as they are given; `analysis::fewest_crossings` says in which order lines cross
//! least.

use super::columns::{RankColumn, heading, ranked_options, winners};
use super::frame::{Frame, Set, Side};
use super::parts::team_mark;
use super::rank_ranges::rank_ranges;
use super::{Area, Point, Scene, Subject};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Alternative, OptionId, Scenario};
use crate::text::charts;

/// In points of the window: from one rank to the next, the room of the heads, a node's diameter.
const PITCH: f32 = 56.0;
const TOP: f32 = 56.0;
const NODE: f32 = 26.0;
/// From one node to the next at the same place, and from one name to the next.
const SEAT: f32 = 30.0;
const NAME_LINE: f32 = 18.0;
/// The ground of level nodes reaches so far beyond them.
const GROUND: f32 = 4.0;
/// How wide a node's ring is.
const RING: f32 = 2.0;
/// Teams' marks over the columns, usually and where one is followed.
const MARK: f32 = 13.0;
const FOLLOWED_MARK: f32 = 17.0;
/// Their middle: the tips of a star, the highest mark, are within the scene.
const MARK_LINE: f32 = 13.5;
/// More teams than these get ranges instead of columns.
const MOST_COLUMNS: usize = 12;

/// Builds the chart; options that nobody ranks are left out. `leaders` are first under the
/// weighting that the window shows: they are drawn as they are on every other stage.
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
    let places: Vec<Vec<Option<Seat>>> =
        shown.iter().map(|column| seats(column, &options)).collect();
    let winners = winners(&shown, &options);
    let rows = places.iter().flatten().flatten().map(|seat| seat.row + seat.level).max();
    let names = (frame.width * 0.25).clamp(frame.length(90.0), frame.length(150.0));
    let (pitch, top) = (frame.length(PITCH), frame.length(TOP));
    let width = (frame.width - 2.0 * names).max(frame.length(40.0));
    let plot = Area::new(names, top, width, pitch * rows.unwrap_or(1) as f32);
    let mut scene = Scene {
        width: frame.width,
        height: plot.bottom() + frame.length(8.0),
        heading: heading(scenario, &shown),
        ..Scene::default()
    };
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
    view.grounds(&mut scene);
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

/// Where an option stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seat {
    /// Its place from the top: one less than its rank.
    row: usize,
    /// How many are level there, and which of them it is, in document order.
    level: usize,
    index: usize,
}

/// For each option of the list its seat in a column.
fn seats(column: &RankColumn, options: &[usize]) -> Vec<Option<Seat>> {
    let rank = |option: &usize| column.rank(*option);
    let seat = |(place, option): (usize, &usize)| {
        let own = rank(option)?;
        let is_level = |other: &&usize| rank(other) == Some(own);
        let index = options.iter().take(place).filter(is_level).count();
        let level = options.iter().filter(is_level).count();
        Some(Seat { row: own.saturating_sub(1), level, index })
    };
    options.iter().enumerate().map(seat).collect()
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
    places: &'a [Vec<Option<Seat>>],
    winners: &'a [usize],
    leaders: &'a [OptionId],
    plot: Area,
}

impl View<'_> {
    fn seat(&self, column: usize, place: usize) -> Option<Seat> {
        self.places.get(column)?.get(place).copied().flatten()
    }

    /// The middle of the node of a seat: level ones side by side, in as many lines as they need.
    fn at(&self, column: usize, seat: Seat) -> Point {
        let (seats, step) = (self.seats_of_a_line(), self.frame.length(SEAT));
        let (line, place) = (seat.index / seats, seat.index % seats);
        let beside = seats.min(seat.level - line * seats);
        let x = self.x(column) + step * (place as f32 - (beside - 1) as f32 / 2.0);
        [x, self.y(seat.row) + step * line as f32]
    }

    /// How many nodes stand side by side in a column.
    fn seats_of_a_line(&self) -> usize {
        let room = self.pitch() - self.frame.length(2.0 * GROUND);
        ((room / self.frame.length(SEAT)) as usize).max(1)
    }

    /// What lies behind the nodes: a tint where those stand that are first, and a ground for those
    /// that are level.
    fn grounds(&self, scene: &mut Scene) {
        let frame = self.frame;
        let seats = self.places.iter().enumerate();
        let seats = seats
            .flat_map(|(column, seats)| seats.iter().flatten().map(move |seat| (column, *seat)));
        let last = |seat: Seat| Seat { index: seat.level - 1, ..seat };
        let firsts = seats.clone().filter(|(_, seat)| seat.row == 0);
        let lowest = firsts.map(|(column, seat)| self.at(column, last(seat))[1]);
        let lowest = lowest.fold(self.y(0), f32::max) + frame.length(PITCH / 2.0 - 8.0);
        let [left, right] = [self.plot.left, self.plot.right()];
        let first = Area::between([left, self.plot.top + frame.length(8.0)], [right, lowest]);
        scene.fill(first, Role::LeadTint);
        for (column, seat) in seats.filter(|(_, seat)| seat.level > 1 && seat.index == 0) {
            let wide = self.seats_of_a_line().min(seat.level);
            let corner = Seat { index: wide - 1, ..seat };
            let [[left, top], [right, _]] = [self.at(column, seat), self.at(column, corner)];
            let bottom = self.at(column, last(seat))[1];
            let beyond = frame.length(NODE / 2.0 + GROUND);
            let ground = Area::between([left, top], [right, bottom]);
            scene.rounded(ground.grown(beyond, beyond), beyond, Role::Sunken);
        }
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
            let role = if is_faint { Role::Control } else { Role::Team(column.mark.mark) };
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
            let seats = self.seat(column - 1, place).zip(self.seat(column, place));
            let Some((from, to)) = seats else { continue };
            let is_open = self.is_open(column - 1, option) || self.is_open(column, option);
            let stroke = if is_open {
                self.frame.dashed(width, role, (4.0, 4.0))
            } else {
                self.frame.stroke(width, role)
            };
            scene.line(self.at(column - 1, from), self.at(column, to), stroke);
        }
    }

    fn nodes(&self, scene: &mut Scene, Line { place, index: option }: Line) {
        let (frame, role) = (self.frame, self.role(option));
        let letter = self.option(option).map_or("", |option| option.letter.as_str());
        for column in 0..self.shown.len() {
            let Some(seat) = self.seat(column, place) else { continue };
            let centre = self.at(column, seat);
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
        let beside = self.frame.length(8.0);
        if let Some(seat) = self.seat(0, place) {
            self.name(scene, (self.plot.left - beside, Side::End), option, seat, set);
        }
        if let Some(seat) = self.shown.len().checked_sub(1).and_then(|last| self.seat(last, place))
        {
            self.name(scene, (self.plot.right() + beside, Side::Start), option, seat, set);
        }
    }

    /// A name at one end; those of level options one below the other, with their letters.
    fn name(&self, scene: &mut Scene, (x, side): (f32, Side), option: usize, seat: Seat, set: Set) {
        let Some(option) = self.option(option) else { return };
        let (frame, y) = (self.frame, self.y(seat.row));
        let room = self.plot.left - frame.length(8.0);
        if seat.level == 1 {
            frame.two_lines(scene, ([x, y], side), option.label(), set, room);
            return;
        }
        let (line, pitch) = (frame.length(NAME_LINE), frame.length(PITCH));
        let around = (line * seat.level as f32).min(pitch) / 2.0;
        let middle = y - around + line * (seat.index as f32 + 0.5);
        let name = charts::lettered(option.letter.as_str(), option.label());
        frame.text(scene, ([x, middle], side), &name, set, room);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::chart::parts::TeamMark;
    use crate::look::Measurer;
    use crate::model::{Letter, OptionId, TeamId};

    fn scenario(options: usize) -> Scenario {
        let mut scenario = Scenario::new("s");
        for index in 0..options {
            let id = OptionId::new(&format!("o{index}")).unwrap();
            let (name, letter) = (format!("Option {index}"), Letter::nth(index));
            let (short, note) = (String::new(), String::new());
            scenario.options.push(Alternative { id, name, short, note, letter });
        }
        scenario
    }

    /// The middles of the nodes of one column of ranks, by option.
    fn nodes(ranks_of: &[usize], width: f32) -> (Scene, Vec<[f32; 2]>) {
        let (scenario, id) = (scenario(ranks_of.len()), TeamId::new("t").unwrap());
        let measurer = Measurer::new();
        let column = RankColumn {
            id: &id,
            name: "T",
            mark: TeamMark { mark: Mark::Circle, number: None },
            is_followed: false,
            ranks: ranks_of.iter().copied().map(Some).collect(),
            open: Vec::new(),
            firsts: (0..ranks_of.len()).filter(|option| ranks_of[*option] == 1).collect(),
            may_change: false,
        };
        let scene = ranks(Frame::screen(width, &measurer), &scenario, &[column], &[]);
        let halo = NODE + 2.0 * size::MARK_HALO;
        let of = |shape: &Shape| match shape {
            Shape::Mark { centre, size, role: Role::Canvas, .. } if *size == halo => Some(*centre),
            _ => None,
        };
        let nodes = scene.shapes.iter().filter_map(of).collect();
        (scene, nodes)
    }

    #[test]
    fn options_that_are_level_share_a_place() {
        let (scene, all) = nodes(&[1, 1, 1], 600.0);
        assert!(all.iter().all(|node| node[1] == all[0][1]), "{all:?}");
        assert!(all.windows(2).all(|pair| (pair[1][0] - pair[0][0] - SEAT).abs() < 0.01));
        assert_eq!(scene.parts[0].sentence, "T: 1st Option 0, Option 1 and Option 2");
        let (_, apart) = nodes(&[3, 1, 1, 4], 600.0);
        assert_eq!(apart[1][1], apart[2][1]);
        let down = |from: usize, to: usize| apart[to][1] - apart[from][1];
        assert!((down(1, 0) - 2.0 * PITCH).abs() < 0.01, "the place below the level ones is free");
        assert!((down(0, 3) - PITCH).abs() < 0.01);
    }

    #[test]
    fn level_options_never_leave_the_places_that_they_take_up() {
        for (level, width) in [(2, 250.0), (5, 250.0), (20, 320.0), (20, 900.0)] {
            let mut ranks_of = vec![1; level];
            ranks_of.push(level + 1);
            let (scene, nodes) = nodes(&ranks_of, width);
            let (last, others) = nodes.split_last().unwrap();
            let lowest = others.iter().map(|node| node[1]).fold(0.0, f32::max);
            assert!(lowest + NODE <= last[1], "{level} in {width}");
            assert!(last[1] + NODE / 2.0 <= scene.height);
        }
    }
}
