//! The triangle of three weights, split by who is first, with the teams as points.

use super::Tones;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{TeamMark, team_halo, team_mark};
use crate::chart::{Area, Point, Scene, Shape, Subject};
use crate::evaluation::Triangle;
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{Member, Scenario};
use crate::text::{self, firm as words};

/// In points of the window: the widest triangle, the room of the names above and below, a mark.
const WIDEST: f32 = 560.0;
const NAMES: f32 = 44.0;
const MARK: f32 = 13.0;
/// The height of an equilateral triangle as a part of its side.
const HEIGHT: f32 = 0.866;

/// Where the triangle lies.
struct Plot {
    corners: [Point; 3],
}

impl Plot {
    fn at(&self, place: [f64; 3]) -> Point {
        let sum = |axis: usize| {
            self.corners.iter().zip(place).map(|(corner, part)| corner[axis] * part as f32).sum()
        };
        [sum(0), sum(1)]
    }
}

/// Builds it; who leads by now has the leader's tone.
pub fn triangle(frame: Frame, scenario: &Scenario, found: &Triangle, tones: &Tones) -> Scene {
    let side = frame.length(WIDEST).min(frame.width - frame.length(2.0 * MARK));
    let (left, top) = ((frame.width - side) / 2.0, frame.length(NAMES));
    let bottom = top + side * HEIGHT;
    // The first corner on top, then from left to right.
    let plot = Plot { corners: [[left + side / 2.0, top], [left, bottom], [left + side, bottom]] };
    let mut scene = Scene {
        width: frame.width,
        height: bottom + frame.length(NAMES),
        heading: words::TRIANGLE_HEADING.to_owned(),
        ..Scene::default()
    };
    for region in &found.regions {
        let corners: Vec<Point> = region.polygon.iter().map(|place| plot.at(*place)).collect();
        let role = tones.ground(region.option);
        scene.shapes.push(Shape::Polygon { corners: corners.clone(), role });
        let mut edge = corners.clone();
        edge.extend(corners.first());
        scene.path(edge, frame.stroke(size::MARK_HALO, Role::Canvas));
        let middle = middle(&corners);
        let Some(option) = tones.option(region.option) else { continue };
        let set = Set::new(TypeSize::Body, Weight::SemiBold, tones.ink(region.option));
        let room = extent(&corners) * 0.7;
        let label = [option.label(), option.letter.as_str()];
        let label = label.into_iter().find(|label| frame.width_of(label, set) <= room);
        if let Some(label) = label {
            frame.text(&mut scene, (middle, Side::Middle), label, set, f32::INFINITY);
        }
        let told = words::first_on(option.label(), &text::exact_percent(region.part));
        let hit =
            Area::new(middle[0], middle[1], 0.0, 0.0).grown(frame.length(MARK), frame.length(MARK));
        scene.part(Subject::Option(option.id.clone()), told, hit);
    }
    names(frame, &mut scene, scenario, (found, &plot));
    for (team, place) in &found.teams {
        let Some(about) = scenario.team(team) else { continue };
        let at = plot.at(*place);
        let mark = TeamMark::of(scenario, team);
        team_halo(frame, &mut scene, mark, at, MARK);
        team_mark(frame, &mut scene, mark, at, (MARK, Role::Team(mark.mark)));
        let told = words::stands(about.label(), &corner_names(scenario, found), *place);
        let half = frame.length(MARK / 2.0);
        scene.part(
            Subject::Team(team.clone()),
            told,
            Area::new(at[0], at[1], 0.0, 0.0).grown(half, half),
        );
    }
    let now = plot.at(found.now);
    scene.mark(Mark::Circle, now, frame.length(MARK * 0.7), Role::Canvas);
    scene.mark(Mark::Circle, now, frame.length(MARK * 0.45), Role::Ink);
    scene
}

fn corner_names<'a>(scenario: &'a Scenario, found: &Triangle) -> [&'a str; 3] {
    found.corners.map(|corner| match corner {
        Member::Group(index) => scenario.groups.get(index).map_or("", |group| group.label()),
        Member::Criterion(index) => {
            scenario.criteria.get(index).map_or("", |criterion| criterion.label())
        }
    })
}

/// What stands at the corners: above the top one, below the others.
fn names(frame: Frame, scene: &mut Scene, scenario: &Scenario, (found, plot): (&Triangle, &Plot)) {
    let set = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let places = [(-22.0, Side::Middle), (22.0, Side::Start), (22.0, Side::End)];
    let named = corner_names(scenario, found).into_iter().zip(plot.corners).zip(places);
    for (place, ((name, corner), (below, side))) in named.enumerate() {
        let at = [corner[0], corner[1] + frame.length(below)];
        // Both names below stand between the lower corners.
        let [_, left, right] = plot.corners;
        let part = if place == 0 { 0.9 } else { 0.46 };
        let room = (right[0] - left[0]) * part;
        frame.text(scene, (at, side), name, set, room);
    }
}

fn middle(corners: &[Point]) -> Point {
    let count = corners.len().max(1) as f32;
    let sum = |axis: usize| corners.iter().map(|corner| corner[axis]).sum::<f32>() / count;
    [sum(0), sum(1)]
}

/// How wide a polygon is.
fn extent(corners: &[Point]) -> f32 {
    let x = || corners.iter().map(|corner| corner[0]);
    x().fold(0.0, f32::max) - x().fold(f32::INFINITY, f32::min)
}
