//! What each team would lose with each option against its own best, as a table with heat.

use super::view::{TurnsOnView, note_set};
use crate::analysis::{Regret, TIE};
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Placing, badge, team_mark};
use crate::chart::{Area, Scene, Subject};
use crate::look::{Heat, Role, TypeSize, Weight, size};
use crate::model::Alternative;
use crate::text::{self, turns_on as words};

/// In points of the window: the head, a row, the widest and the narrowest cell, the worst loss, and
/// what names keep.
const HEAD: f32 = 26.0;
const ROW: f32 = 38.0;
const CELL: (f32, f32) = (42.0, 30.0);
const WORST: f32 = 50.0;
const NAME_AT: f32 = 30.0;
const NAMES: f32 = 110.0;
const MARK: f32 = 11.0;
/// More teams than these have no column each; the followed one keeps its own.
const MOST_COLUMNS: usize = 8;
/// Up to so many points of ten each step of heat reaches.
const STEPS: [(f64, Heat); 3] = [(0.75, Heat::Little), (1.5, Heat::Some), (2.25, Heat::Much)];

/// Builds the table, the least worst loss first.
pub fn losses(frame: Frame, view: &TurnsOnView, regret: &Regret) -> Scene {
    let heading = words::least_worst(view.scenario, regret);
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    let columns = columns(view);
    let room = frame.width - frame.length(NAME_AT + NAMES + WORST);
    let cell =
        (room / columns.len().max(1) as f32).clamp(frame.length(CELL.1), frame.length(CELL.0));
    let left = frame.width - frame.length(WORST) - cell * columns.len() as f32;
    head(frame, &mut scene, view, (&columns, left, cell));
    let mut rows: Vec<(usize, f64)> = regret.worst.iter().copied().enumerate().collect();
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (place, worst) in rows {
        let index = regret.options.get(place).copied();
        let Some(option) = index.and_then(|index| view.scenario.options.get(index)) else {
            continue;
        };
        let is_least = index.is_some_and(|index| regret.least.contains(&index));
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        named(frame, &mut scene, option, (area, left), is_least);
        for (column, team) in columns.iter().enumerate() {
            let loss = loss(regret, *team, place);
            let area = Area { left: left + cell * column as f32, width: cell, ..area };
            cell_of(frame, &mut scene, area.grown(-frame.length(1.0), -frame.length(1.0)), loss);
        }
        let role = if is_least { Role::Lead } else { Role::Ink };
        let set = Set::new(TypeSize::Body, Weight::SemiBold, role);
        let at = ([area.right() - frame.length(4.0), area.middle()[1]], Side::End);
        frame.text(&mut scene, at, &shown(worst), set, frame.length(WORST));
        let teams: Vec<(&str, f64)> = (0..view.found.teams.len())
            .map(|team| (view.name(team), loss(regret, team, place)))
            .collect();
        let sentence = words::losses(option.label(), worst, &teams);
        scene.part(Subject::Option(option.id.clone()), sentence, area);
        scene.height = area.bottom();
    }
    scene
}

/// The teams that have a column.
fn columns(view: &TurnsOnView) -> Vec<usize> {
    let all = 0..view.found.teams.len();
    if all.len() <= MOST_COLUMNS {
        return all.collect();
    }
    all.filter(|team| view.followed.is_some() && view.id(*team) == view.followed).collect()
}

fn loss(regret: &Regret, team: usize, place: usize) -> f64 {
    regret.losses.get(team).and_then(|team| team.get(place)).copied().unwrap_or(0.0)
}

fn shown(loss: f64) -> String {
    if loss <= TIE { "0".to_owned() } else { text::total(loss) }
}

fn head(
    frame: Frame,
    scene: &mut Scene,
    view: &TurnsOnView,
    (columns, left, cell): (&[usize], f32, f32),
) {
    let middle = frame.length(HEAD / 2.0);
    for (column, team) in columns.iter().enumerate() {
        let mark = view.mark(*team);
        let centre = [left + cell * (column as f32 + 0.5), middle];
        let role = if view.stands_back(*team) { Role::Control } else { Role::Team(mark.mark) };
        team_mark(frame, scene, mark, centre, (MARK, role));
        if let Some(id) = view.id(*team) {
            let hit = Area::new(centre[0] - cell / 2.0, 0.0, cell, frame.length(HEAD));
            scene.part(Subject::Team(id.clone()), view.name(*team).to_owned(), hit);
        }
    }
    let at = ([scene.width - frame.length(4.0), middle], Side::End);
    frame.text(scene, at, words::WORST, note_set(), frame.length(WORST));
    scene.height = frame.length(HEAD);
}

/// The row's ground, badge and name.
fn named(
    frame: Frame,
    scene: &mut Scene,
    option: &Alternative,
    (area, left): (Area, f32),
    is_least: bool,
) {
    let (placing, weight) = if is_least {
        scene.rounded(area, frame.length(size::BADGE_RADIUS), Role::LeadTint);
        (Placing::Winner, Weight::SemiBold)
    } else {
        (Placing::Other, Weight::Medium)
    };
    let middle = area.middle()[1];
    badge(frame, scene, [frame.length(14.0), middle], &option.letter, placing);
    let set = Set::new(TypeSize::Body, weight, Role::Ink);
    let room = left - frame.length(NAME_AT + 6.0);
    let at = [frame.length(NAME_AT), middle];
    frame.two_lines(scene, (at, Side::Start), option.label(), set, room);
}

fn cell_of(frame: Frame, scene: &mut Scene, area: Area, loss: f64) {
    let heat = heat(loss);
    if heat == Heat::None {
        scene.fill(area, Role::Canvas);
        scene.edge(area, 0.0, frame.stroke(size::RULE_STROKE, Role::Line));
    } else {
        scene.fill(area, Role::Heat(heat));
    }
    let set = Set::new(TypeSize::Body, Weight::Medium, Role::OnHeat(heat));
    frame.text(scene, (area.middle(), Side::Middle), &shown(loss), set, area.width);
}

fn heat(loss: f64) -> Heat {
    if loss <= TIE {
        return Heat::None;
    }
    let step = STEPS.iter().find(|(up_to, _)| loss * 10.0 <= *up_to);
    step.map_or(Heat::Most, |(_, heat)| *heat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_rises_in_steps_of_three_quarters_of_a_point_of_ten() {
        let found = [0.0, 0.01, 0.075, 0.0751, 0.15, 0.2, 0.225, 0.23, 1.0].map(heat);
        let [none, little, some, much, most] = Heat::ALL;
        assert_eq!(found, [none, little, little, some, some, much, much, most, most]);
    }
}
