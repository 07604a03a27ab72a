//! The teams' weights side by side: a row for each criterion on one axis, a mark for each team, a
//! tick for the mean, the widest spread first. Marks that would cover each other step apart to both
//! sides of the line. With more teams than marks, a line from the least to the greatest share with
//! the followed team's mark alone.

use super::frame::{Frame, Set, Side};
use super::parts::{Axis, Reach, TeamMark, swatch, team_halo, team_mark, ticks};
use super::share_names::{Name, Names};
use super::{Area, Scene, Subject};
use crate::elicitation::Shares;
use crate::evaluation::{SideBySide, WeighedTeam};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::model::{Criterion, NodeId, Scenario, TeamId, Tree};
use crate::text::{self, Spread, charts};

/// In points of the window: from one criterion to the next, and the room above and below all.
const PITCH: f32 = 38.0;
const TOP: f32 = 44.0;
const FOOT: f32 = 30.0;
const MARK: f32 = 12.0;
const FOLLOWED_MARK: f32 = 16.0;
/// Half of the mean's tick, and from the middle of a row to the words below it.
const TICK: f32 = 10.0;
const MEAN_BELOW: f32 = 15.0;
/// From the top of a row up to the teams' names over it.
const NAMES_ABOVE: f32 = 4.0;
/// Marks nearer than this would cover each other.
const NEAR: f32 = 10.0;
/// Above so many teams marks give way to ranges.
const MOST_MARKS: usize = 8;
const REACH: Reach = Reach { above: 0.0, below: 0.0, label: 16.0 };

/// A criterion with every team's share of it, 0..1.
pub struct ShareRow<'a> {
    pub id: &'a NodeId,
    pub name: &'a str,
    pub hue: Hue,
    pub shares: Vec<f64>,
    /// The same in whole per cents, as they are shown.
    pub percents: Vec<u32>,
    pub mean: Option<f64>,
    pub mean_percent: Option<u32>,
}

/// A team as the chart shows it.
pub struct TeamShare<'a> {
    pub name: &'a str,
    pub mark: TeamMark,
    pub is_followed: bool,
}

impl<'a> TeamShare<'a> {
    /// The share of a team of a document.
    pub fn new(scenario: &Scenario, team: &'a WeighedTeam, followed: Option<&TeamId>) -> Self {
        let result = team.result();
        Self {
            name: result.team.label(),
            mark: TeamMark::of(scenario, &result.team.id),
            is_followed: followed == Some(&result.team.id),
        }
    }
}

impl<'a> ShareRow<'a> {
    /// The criteria with what the teams of a document give them.
    pub fn all(scenario: &'a Scenario, results: &SideBySide) -> Vec<Self> {
        let tree = Tree::new(&scenario.groups, &scenario.criteria);
        let whole = |shares: &Shares| text::percents(&tree, shares).criteria;
        let of_teams: Vec<(&Shares, Vec<u32>)> =
            results.weighed.iter().map(|team| (team.shares(), whole(team.shares()))).collect();
        let of_mean = results.mean.as_ref().map(|mean| (&mean.shares, whole(&mean.shares)));
        let row = |(index, criterion): (usize, &'a Criterion)| {
            let share = |(shares, _): &(&Shares, _)| shares.criteria.get(index).copied();
            let percent = |(_, percents): &(_, Vec<u32>)| percents.get(index).copied();
            Self {
                id: &criterion.id,
                name: criterion.label(),
                hue: Hue::of(criterion.hue.number()),
                shares: of_teams.iter().filter_map(share).collect(),
                percents: of_teams.iter().filter_map(percent).collect(),
                mean: of_mean.as_ref().and_then(share),
                mean_percent: of_mean.as_ref().and_then(percent),
            }
        };
        scenario.criteria.iter().enumerate().map(row).collect()
    }
}

/// Builds the chart.
pub fn shares(frame: Frame, teams: &[TeamShare], mut rows: Vec<ShareRow>) -> Scene {
    rows.sort_by(|a, b| spread(b).total_cmp(&spread(a)));
    let shown = rows.iter().flat_map(|row| row.shares.iter().copied().chain(row.mean));
    let axis = Axis::reaching(shown.fold(0.0, f64::max) * 100.0);
    let names = (frame.width * 0.32).clamp(frame.length(100.0), frame.length(180.0));
    let width = (frame.width - names - frame.length(24.0)).max(frame.length(40.0));
    let top = frame.length(TOP);
    let view = View { frame, teams, plot: Area::new(names, top, width, 0.0), axis };
    let placed: Vec<Vec<Placed>> = rows.iter().map(|row| view.marks(row)).collect();
    let height = placed.iter().map(|marks| view.height(marks)).sum();
    let plot = Area { height, ..view.plot };
    let mut scene = Scene {
        width: frame.width,
        height: plot.bottom() + frame.length(FOOT),
        heading: text::widest_spread(&spreads(&rows), teams.len()),
        ..Scene::default()
    };
    let lines = axis.ticks(plot, |percent| charts::percent(&text::plain(percent)));
    ticks(frame, &mut scene, plot, &lines, REACH);
    let mut top = plot.top;
    let mut names = Names::default();
    for (place, (row, marks)) in rows.iter().zip(&placed).enumerate() {
        let hit = Area::new(0.0, top, frame.width, view.height(marks));
        let middle = hit.middle()[1];
        view.row(&mut scene, row, middle);
        for mark in marks {
            view.mark(&mut scene, mark, middle);
        }
        let free = marks.iter().filter(|placed| placed.is_alone).map(Placed::name);
        names.over(frame, &mut scene, free, top - frame.length(NAMES_ABOVE));
        if place == 0 {
            names.keep_from(view.mean_word(&mut scene, row, middle));
        }
        let low = marks.iter().filter(|placed| placed.step > 0.0);
        names.keep_from(low.map(|placed| placed.stretch(frame)));
        scene.part(Subject::Criterion(row.id.clone()), told(teams, row), hit);
        top = hit.bottom();
    }
    scene
}

fn spread(row: &ShareRow) -> f64 {
    let (least, greatest) = ends(&row.shares);
    greatest - least
}

fn spreads<'a>(rows: &[ShareRow<'a>]) -> Vec<Spread<'a>> {
    rows.iter().map(|row| Spread { criterion: row.name, width: spread(row) }).collect()
}

fn ends(shares: &[f64]) -> (f64, f64) {
    shares.iter().fold((1.0, 0.0), |(least, greatest), share| {
        (f64::min(least, *share), f64::max(greatest, *share))
    })
}

/// What every row is drawn by.
struct View<'a> {
    frame: Frame<'a>,
    teams: &'a [TeamShare<'a>],
    plot: Area,
    axis: Axis,
}

/// A team's mark at its place.
struct Placed<'a> {
    team: &'a TeamShare<'a>,
    x: f32,
    /// How far below the middle of the row it stands, in steps of stacked marks.
    step: f32,
    /// No other mark is near.
    is_alone: bool,
}

impl<'a> Placed<'a> {
    /// From where to where it goes.
    fn stretch(&self, frame: Frame) -> [f32; 2] {
        let half = frame.length(FOLLOWED_MARK / 2.0 + size::MARK_HALO);
        [self.x - half, self.x + half + self.team.mark.beside(frame)]
    }

    fn name(&self) -> Name<'a> {
        let TeamShare { name, is_followed, mark } = *self.team;
        Name { of: mark, name, is_followed, x: self.x }
    }
}

impl<'a> View<'a> {
    fn x(&self, share: f64) -> f32 {
        self.axis.x(self.plot, share * 100.0)
    }

    /// The criterion's name, the range, and the mean's tick.
    fn row(&self, scene: &mut Scene, row: &ShareRow, middle: f32) {
        let frame = self.frame;
        swatch(frame, scene, [0.0, middle], row.hue);
        let name = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
        let room = self.plot.left - frame.length(24.0);
        frame.text(scene, ([frame.length(16.0), middle], Side::Start), row.name, name, room);
        let (least, greatest) = ends(&row.shares);
        if least <= greatest {
            let stroke = frame.stroke(size::MARK_STROKE, Role::Control);
            scene.line([self.x(least), middle], [self.x(greatest), middle], stroke);
        }
        if let Some(mean) = row.mean.map(|mean| self.x(mean)) {
            let half = frame.length(TICK);
            let stroke = frame.stroke(size::MARK_STROKE, Role::Ink);
            scene.line([mean, middle - half], [mean, middle + half], stroke);
        }
    }

    /// Where the marks stand, by share; those that would cover each other stand one below the
    /// other, as far above the middle of the row as below it.
    fn marks(&self, row: &ShareRow) -> Vec<Placed<'a>> {
        let shows_all = self.teams.len() <= MOST_MARKS;
        let mut given: Vec<(&'a TeamShare<'a>, f32)> = self
            .teams
            .iter()
            .zip(row.shares.iter().map(|share| self.x(*share)))
            .filter(|(team, _)| shows_all || team.is_followed)
            .collect();
        given.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        let is_near = |(left, at): &(&TeamShare, f32), (_, next): &(&TeamShare, f32)| {
            next - at < self.frame.length(NEAR) + left.mark.beside(self.frame)
        };
        let clusters = given.chunk_by(is_near);
        clusters.flat_map(|cluster| stepped(cluster)).collect()
    }

    /// How high a row is: usually a pitch, more where more than two marks lie one below the other.
    fn height(&self, marks: &[Placed]) -> f32 {
        let deepest = marks.iter().map(|placed| placed.step).fold(0.5, f32::max);
        self.frame.length(PITCH + 2.0 * size::MARK_STACK_STEP * (deepest - 0.5))
    }

    fn mark(&self, scene: &mut Scene, placed: &Placed, middle: f32) {
        let at = [placed.x, middle + self.frame.length(size::MARK_STACK_STEP * placed.step)];
        let TeamShare { mark, is_followed, .. } = *placed.team;
        let follows = self.teams.iter().any(|team| team.is_followed);
        let size = if is_followed { FOLLOWED_MARK } else { MARK };
        let role = if follows && !is_followed { Role::Control } else { Role::Team(mark.mark) };
        team_halo(self.frame, scene, mark, at, size);
        team_mark(self.frame, scene, mark, at, (size, role));
    }

    /// Which tick is the mean; gives from where to where its word goes.
    fn mean_word(&self, scene: &mut Scene, row: &ShareRow, middle: f32) -> Option<[f32; 2]> {
        let frame = self.frame;
        let end = self.x(row.mean?) - frame.length(6.0);
        let set = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
        let at = [end, middle + frame.length(MEAN_BELOW)];
        let width = frame.text(scene, (at, Side::End), charts::MEAN, set, frame.length(60.0));
        Some([end - width, end])
    }
}

/// The marks of a cluster in steps around the middle of their row, in the order of their shares.
fn stepped<'a>(cluster: &[(&'a TeamShare<'a>, f32)]) -> impl Iterator<Item = Placed<'a>> {
    let half = (cluster.len() - 1) as f32 / 2.0;
    let is_alone = cluster.len() == 1;
    cluster.iter().enumerate().map(move |(place, (team, x))| Placed {
        team,
        x: *x,
        step: place as f32 - half,
        is_alone,
    })
}

fn told(teams: &[TeamShare], row: &ShareRow) -> String {
    let given: Vec<(&str, u32)> =
        teams.iter().zip(&row.percents).map(|(team, percent)| (team.name, *percent)).collect();
    charts::shares(row.name, &given, row.mean_percent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::look::{Mark, Measurer};

    fn team(name: &str, mark: Mark) -> TeamShare<'_> {
        let mark = TeamMark { mark, number: None };
        TeamShare { name, mark, is_followed: false }
    }

    fn row<'a>(id: &'a NodeId, shares: &[f64]) -> ShareRow<'a> {
        ShareRow {
            id,
            name: id.as_str(),
            hue: Hue::Ochre,
            shares: shares.to_vec(),
            percents: shares.iter().map(|share| (share * 100.0) as u32).collect(),
            mean: Some(0.5),
            mean_percent: Some(50),
        }
    }

    fn marks(scene: &Scene) -> Vec<[f32; 2]> {
        let centre = |shape: &Shape| match shape {
            Shape::Mark { role: Role::Team(_), centre, .. } => Some(*centre),
            _ => None,
        };
        scene.shapes.iter().filter_map(centre).collect()
    }

    #[test]
    fn the_widest_spread_comes_first_and_every_team_has_a_mark() {
        let measurer = Measurer::new();
        let [wide, narrow] = ["wide", "narrow"].map(|id| NodeId::new(id).unwrap());
        let scene = shares(
            Frame::screen(500.0, &measurer),
            &[team("A", Mark::Circle), team("B", Mark::Square)],
            vec![row(&narrow, &[0.4, 0.5]), row(&wide, &[0.1, 0.5])],
        );
        let subjects: Vec<&Subject> = scene.parts.iter().map(|part| &part.subject).collect();
        assert_eq!(subjects, [&Subject::Criterion(wide.clone()), &Subject::Criterion(narrow)]);
        let first = &scene.parts[0].sentence;
        assert!(first.contains("A 10 % and B 50 %; mean 50 %"), "{first}");
        assert_eq!(marks(&scene).len(), 4);
    }

    #[test]
    fn equal_marks_stand_one_below_the_other() {
        let measurer = Measurer::new();
        let id = NodeId::new("c").unwrap();
        let teams = [Mark::Circle, Mark::Square, Mark::Star].map(|mark| team("T", mark));
        let scene =
            shares(Frame::screen(500.0, &measurer), &teams, vec![row(&id, &[0.4, 0.4, 0.4])]);
        let marks = marks(&scene);
        let step = |pair: &[[f32; 2]]| pair[1][1] - pair[0][1];
        assert!(marks.windows(2).all(|pair| (step(pair) - 15.0).abs() < 0.01), "{marks:?}");
        assert!(marks.iter().all(|mark| mark[0] == marks[0][0]), "{marks:?}");
    }

    #[test]
    fn marks_that_would_cover_each_other_step_apart_to_both_sides_of_the_line() {
        let measurer = Measurer::new();
        let id = NodeId::new("c").unwrap();
        let teams = [Mark::Circle, Mark::Square, Mark::Star].map(|mark| team("T", mark));
        let scene =
            shares(Frame::screen(500.0, &measurer), &teams, vec![row(&id, &[0.4, 0.1, 0.41])]);
        let [alone, first, second] = marks(&scene)[..] else { panic!("three marks") };
        let middle = TOP + PITCH / 2.0;
        assert!((alone[1] - middle).abs() < 0.01, "{alone:?}");
        assert!((first[1] - (middle - 7.5)).abs() < 0.01, "{first:?}");
        assert!((second[1] - (middle + 7.5)).abs() < 0.01, "{second:?}");
    }

    #[test]
    fn a_name_without_room_over_the_first_row_stands_where_its_mark_stands_free() {
        let measurer = Measurer::new();
        let [wide, narrow] = ["wide", "narrow"].map(|id| NodeId::new(id).unwrap());
        let teams =
            [team("Baghdad", Mark::Circle), team("Erbil", Mark::Square), team("X", Mark::Star)];
        let rows = vec![row(&wide, &[0.1, 0.5, 0.5]), row(&narrow, &[0.3, 0.35, 0.2])];
        let scene = shares(Frame::screen(700.0, &measurer), &teams, rows);
        let height = |name: &str| {
            scene.shapes.iter().find_map(|shape| match shape {
                Shape::Text(text) if text.words == name => Some(text.start[1]),
                _ => None,
            })
        };
        let [first, second, third] = ["Baghdad", "Erbil", "X"].map(|name| height(name).unwrap());
        assert!(first < second && second == third, "{first} {second} {third}");
    }
}
