//! Each team's ranking by gut above the one that came of its weights, lines between the places that
//! an option has in both.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{
    BADGE, Placing, TEAM_NAME_AT, TeamMark, TeamStanding, badge, rule, team_name,
};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::GutAndModel;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{Scenario, TeamId};
use crate::text::then_and_now as words;

/// In points of the window: a team's rows, its two lines of badges, and the step between badges.
const ROW: f32 = 84.0;
const LINES: [f32; 2] = [22.0, 62.0];
const STEP: f32 = 34.0;
const NAMES: f32 = 150.0;
const HEADS: f32 = 92.0;

/// Builds a row for each team.
pub fn gut_table(
    frame: Frame,
    scenario: &Scenario,
    gut: &[GutAndModel],
    followed: Option<&TeamId>,
) -> Scene {
    let heading = words::gut_heading(scenario, gut);
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    for team in gut {
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        named(frame, &mut scene, (scenario, followed), team, area);
        rankings(frame, &mut scene, scenario, team, area);
        rule(frame, &mut scene, area.bottom() - frame.length(size::RULE_STROKE), Role::Line);
        let sentence = words::gut_team(scenario, team);
        scene.part(Subject::Team(team.team.clone()), sentence, area);
        scene.height = area.bottom();
    }
    scene
}

fn named(
    frame: Frame,
    scene: &mut Scene,
    (scenario, followed): (&Scenario, Option<&TeamId>),
    team: &GutAndModel,
    area: Area,
) {
    let mark = TeamMark::of(scenario, &team.team);
    let name = scenario.team(&team.team).map_or("", |team| team.label());
    let place = (area.top + frame.length(LINES[0]), frame.length(NAMES));
    team_name(frame, scene, (mark, name), place, TeamStanding::of(&team.team, followed));
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    if let Some(tau) = words::tau(team) {
        let at = [frame.length(TEAM_NAME_AT), area.top + frame.length(LINES[1])];
        frame.text(scene, (at, Side::Start), &tau, note, frame.length(NAMES - 30.0));
    }
    for (line, head) in LINES.into_iter().zip([words::BY_GUT, words::BY_MODEL]) {
        let at = [frame.length(NAMES), area.top + frame.length(line)];
        frame.text(scene, (at, Side::Start), head, note, frame.length(HEADS - 6.0));
    }
}

/// The two lines of badges, as many as have room: by gut one a place; by weights those level side
/// by side.
fn rankings(frame: Frame, scene: &mut Scene, scenario: &Scenario, team: &GutAndModel, area: Area) {
    let start = frame.length(NAMES + HEADS) + frame.length(BADGE / 2.0);
    let room = frame.width - start - frame.length(BADGE);
    let shown = (room / frame.length(BADGE + 4.0)).floor().max(1.0) as usize;
    let shown = shown.min(team.places.len());
    let step = frame.length(STEP).min(room / shown.saturating_sub(1).max(1) as f32);
    let x = |place: usize| start + step * place as f32;
    let [up, down] = LINES.map(|line| area.top + frame.length(line));
    let mut by_model: Vec<usize> = (0..team.places.len()).collect();
    by_model.sort_by_key(|at| team.places.get(*at).map_or(0, |place| place.model));
    let reach = frame.length(BADGE / 2.0);
    for (now, then) in by_model.iter().enumerate().take(shown).filter(|(_, then)| **then < shown) {
        let Some(place) = team.places.get(*then) else { continue };
        let is_moved = place.gut != place.model;
        let role = if is_moved { Role::Ink2 } else { Role::Line };
        let line = frame.stroke(size::ICON_STROKE, role);
        scene.line([x(*then), up + reach], [x(now), down - reach], line);
    }
    for (now, then) in by_model.iter().enumerate() {
        let Some(place) = team.places.get(*then) else { continue };
        let Some(option) = scenario.options.get(place.option) else { continue };
        let placing = |place: usize| if place == 1 { Placing::Winner } else { Placing::Other };
        if *then < shown {
            badge(frame, scene, [x(*then), up], &option.letter, placing(place.gut));
        }
        if now < shown {
            badge(frame, scene, [x(now), down], &option.letter, placing(place.model));
        }
    }
    let left = x(shown) + frame.length(12.0);
    let told = words::told(scenario, team);
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink2);
    let at = [left, f32::midpoint(up, down)];
    let width = frame.width - left;
    if width > frame.length(80.0) {
        frame.two_lines(scene, (at, Side::Start), &told, note, width);
    }
}
