//! The shortest road to agreement: for each team from which criterion weight moves to which, arrows
//! as thick as what moves.

use super::view::{MARK, TurnsOnView, note_set};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{TeamStanding, swatch, team_mark, team_name};
use crate::chart::{Area, Scene, Shape, Subject};
use crate::evaluation::{TeamWay, Way};
use crate::look::{Hue, Role, TypeSize, Weight, size};
use crate::text::{self, turns_on as words};

/// Where a team's mark stands.
const MARK_AT: f32 = 14.0;
/// In points of the window: a team's name, its boxes, and the room below them.
const HEAD: f32 = 24.0;
const BOX: f32 = 32.0;
const FOOT: f32 = 14.0;
/// The room of the arrow, its thickest shaft, and its head.
const ARROW: f32 = 136.0;
const SHAFT: (f32, f32) = (14.0, 2.0);
const POINT: f32 = 14.0;
/// The line of those that stay, and that of the other options.
const LINE: f32 = 30.0;
const OTHERS: f32 = 20.0;

/// Builds the map of the road to an option.
pub fn road_map(frame: Frame, view: &TurnsOnView, chosen: usize, way: &Way) -> Scene {
    let mut scene =
        Scene { width: frame.width, heading: words::ROAD.to_owned(), ..Scene::default() };
    let teams = way.teams.iter().enumerate();
    let (mut moving, staying): (Vec<_>, Vec<_>) =
        teams.partition(|(_, team)| !team.changes.is_empty());
    moving.sort_by(|a, b| b.1.points.total_cmp(&a.1.points));
    let most = moving.first().map_or(1.0, |(_, team)| team.points);
    for (team, way) in moving {
        of_team(frame, &mut scene, view, way, (team, most));
    }
    if !staying.is_empty() {
        let staying: Vec<usize> = staying.into_iter().map(|(team, _)| team).collect();
        those_who_stay(frame, &mut scene, view, &staying);
    }
    let others = words::each_other_road(view.scenario, view.found, chosen);
    if !others.is_empty() {
        flowing(frame, &mut scene, &others);
    }
    scene
}

/// The other options with what they take, one behind the other on as many lines as that needs: none
/// is broken, so that no name turns a line around.
fn flowing(frame: Frame, scene: &mut Scene, others: &[String]) {
    let step = frame.length(OTHERS);
    let mut left = 0.0;
    let mut middle = scene.height + step / 2.0;
    for told in std::iter::once(words::OTHERS).chain(others.iter().map(String::as_str)) {
        let width = frame.width_of(told, note_set());
        if left > 0.0 && left + width > frame.width {
            (left, middle) = (0.0, middle + step);
        }
        left += frame.text(scene, ([left, middle], Side::Start), told, note_set(), frame.width);
        left += frame.length(12.0);
    }
    scene.height = middle + step / 2.0;
}

fn of_team(
    frame: Frame,
    scene: &mut Scene,
    view: &TurnsOnView,
    way: &TeamWay,
    (team, most): (usize, f64),
) {
    let top = scene.height;
    let (parts, points) = (words::moved_parts(way), way.points);
    let middle = top + frame.length(HEAD / 2.0);
    let arrow = frame.length(ARROW);
    let side = ((frame.width - arrow) / 2.0).max(frame.length(40.0));
    let standing = if view.stands_back(team) { TeamStanding::Back } else { TeamStanding::Front };
    let named = (view.mark(team), view.name(team));
    team_name(frame, scene, named, (middle, side), standing);
    let rest = words::rest_of_move(view.scenario, &parts);
    if !rest.is_empty() {
        let at = ([side + arrow, middle], Side::Start);
        frame.text(scene, at, &rest, note_set(), side);
    }
    let boxes = Area::new(0.0, top + frame.length(HEAD), side, frame.length(BOX));
    let places = [boxes, boxes.moved([side + arrow, 0.0])];
    for (part, area) in parts.iter().zip(places) {
        if let Some((criterion, _)) = part.first() {
            boxed(frame, scene, view, (team, *criterion), area);
        }
    }
    let between = Area { left: side, width: arrow, ..boxes };
    arrow_of(frame, scene, between.grown(-frame.length(6.0), 0.0), points / most);
    let set = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let above = [between.middle()[0], boxes.top - frame.length(2.0)];
    frame.text(scene, (above, Side::Middle), &words::points(points), set, arrow);
    scene.height = boxes.bottom() + frame.length(FOOT);
    if let Some(id) = view.id(team) {
        let sentence = words::team_moves(view.scenario, view.name(team), way);
        let hit = Area::between([0.0, top], [frame.width, boxes.bottom()]);
        scene.part(Subject::Team(id.clone()), sentence, hit);
    }
}

/// A criterion with the share that the team gives it now.
fn boxed(
    frame: Frame,
    scene: &mut Scene,
    view: &TurnsOnView,
    (team, criterion): (usize, usize),
    area: Area,
) {
    let Some(about) = view.criterion(criterion) else { return };
    let edge = frame.stroke(size::RULE_STROKE, Role::Control);
    scene.edge(area, frame.length(size::CONTROL_RADIUS), edge);
    let middle = area.middle()[1];
    swatch(frame, scene, [area.left + frame.length(10.0), middle], Hue::of(about.hue.number()));
    let percent = text::charts::percent(&view.percent(team, criterion).to_string());
    let at = ([area.right() - frame.length(10.0), middle], Side::End);
    let width = frame.text(scene, at, &percent, note_set(), area.width);
    let left = area.left + frame.length(22.0);
    let room = area.right() - frame.length(18.0) - width - left;
    let set = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
    frame.text(scene, ([left, middle], Side::Start), about.label(), set, room);
}

/// An arrow to the right, its shaft as thick as a part of 0..1.
fn arrow_of(frame: Frame, scene: &mut Scene, area: Area, part: f64) {
    let [_, middle] = area.middle();
    let thick = frame.length(SHAFT.0 * part as f32).max(frame.length(SHAFT.1));
    let head = frame.length(POINT).min(area.width / 2.0);
    let start = area.right() - head;
    scene.fill(Area::new(area.left, middle - thick / 2.0, start - area.left, thick), Role::Lead);
    let half = (thick / 2.0 + frame.length(4.0)).max(head / 2.0);
    let corners = vec![[start, middle - half], [area.right(), middle], [start, middle + half]];
    scene.shapes.push(Shape::Polygon { corners, role: Role::Lead });
}

/// The marks of those that have nothing to move, and that it is so.
fn those_who_stay(frame: Frame, scene: &mut Scene, view: &TurnsOnView, staying: &[usize]) {
    let middle = scene.height + frame.length(LINE / 2.0);
    let mut left = frame.length(MARK_AT);
    for team in staying {
        let mark = view.mark(*team);
        team_mark(frame, scene, mark, [left, middle], (MARK + 2.0, Role::Team(mark.mark)));
        left += frame.length(16.0) + mark.beside(frame);
    }
    let names: Vec<&str> = staying.iter().map(|team| view.name(*team)).collect();
    let told = words::stays(&names);
    frame.text(scene, ([left, middle], Side::Start), &told, note_set(), frame.width - left);
    scene.height += frame.length(LINE);
}
