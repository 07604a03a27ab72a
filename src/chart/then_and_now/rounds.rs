//! How far each team's weights moved from one round to the next, what was first for it before and
//! after, and whether it moved towards the others without saying why.

use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{BADGE, Placing, TeamMark, TeamStanding, badge, rule, team_name};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::{RoundMove, TeamMove};
use crate::look::{Mark, Role, TypeSize, Weight, size};
use crate::model::{OptionId, Scenario, TeamId};
use crate::text::then_and_now as words;

/// In points of the window.
const ROW: f32 = 40.0;
const BAR: (f32, f32) = (120.0, 12.0);
const NUMBER: f32 = 84.0;
const FIRSTS: f32 = 84.0;
/// The room of a team's name, a part of the width within bounds.
const NAMES: (f32, f32, f32) = (0.24, 90.0, 180.0);

/// Builds a row for each team that had weighed in both.
pub fn round_table(
    frame: Frame,
    scenario: &Scenario,
    round: &RoundMove,
    followed: Option<&TeamId>,
) -> Scene {
    let heading = words::rounds_heading(round);
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    let most = round.teams.iter().map(|team| team.points).fold(1e-9, f64::max);
    for team in &round.teams {
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let left = named(frame, &mut scene, (scenario, followed), team, area);
        moved(
            frame,
            &mut scene,
            scenario,
            (team, most),
            Area::between([left, area.top], [area.right(), area.bottom()]),
        );
        rule(frame, &mut scene, area.bottom() - frame.length(size::RULE_STROKE), Role::Line);
        let sentence = words::team_move(scenario, round, team);
        scene.part(Subject::Team(team.team.clone()), sentence, area);
        scene.height = area.bottom();
    }
    scene
}

/// The team's mark and name; where what follows begins. One that is there no more keeps those that
/// it had.
fn named(
    frame: Frame,
    scene: &mut Scene,
    (scenario, followed): (&Scenario, Option<&TeamId>),
    team: &TeamMove,
    area: Area,
) -> f32 {
    let had = TeamMark { mark: Mark::of(team.mark.number()), number: None };
    let mark = scenario.team(&team.team).map_or(had, |_| TeamMark::of(scenario, &team.team));
    let names = (frame.width * NAMES.0).clamp(frame.length(NAMES.1), frame.length(NAMES.2));
    let place = (area.middle()[1], names - frame.length(6.0));
    let standing = TeamStanding::of(&team.team, followed);
    team_name(frame, scene, (mark, &team.name), place, standing);
    names
}

fn moved(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    (team, most): (&TeamMove, f64),
    area: Area,
) {
    let y = area.middle()[1];
    let width = frame.length(BAR.0).min(area.width * 0.25);
    let ground = Area::new(area.left, y - frame.length(BAR.1 / 2.0), width, frame.length(BAR.1));
    scene.fill(ground, Role::Sunken);
    let filled = Area { width: width * (team.points / most) as f32, ..ground };
    scene.fill(filled, Role::Ink2);
    let number = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let at = [ground.right() + frame.length(8.0), y];
    let shown = words::moved(team.points);
    frame.text(scene, (at, Side::Start), &shown, number, frame.length(NUMBER - 8.0));
    let mut left = ground.right() + frame.length(NUMBER + 10.0);
    for (place, winner) in [&team.winner_before, &team.winner].into_iter().enumerate() {
        if place == 1 && team.winner == team.winner_before {
            break;
        }
        if place == 1 {
            let note = Set::new(TypeSize::Body, Weight::Regular, Role::Ink3);
            frame.text(scene, ([left, y], Side::Start), "→", note, f32::INFINITY);
            left += frame.length(20.0);
        }
        first(frame, scene, scenario, winner.as_ref(), [left + frame.length(BADGE / 2.0), y]);
        left += frame.length(BADGE + 6.0);
    }
    let manner = words::manner(team);
    let role = if manner == words::TOWARDS_WITHOUT { Role::WarnText } else { Role::Ink2 };
    let note = Set::new(TypeSize::Note, Weight::Regular, role);
    let left = ground.right() + frame.length(NUMBER + FIRSTS);
    frame.two_lines(scene, ([left, y], Side::Start), manner, note, area.right() - left);
}

fn first(
    frame: Frame,
    scene: &mut Scene,
    scenario: &Scenario,
    winner: Option<&OptionId>,
    centre: [f32; 2],
) {
    if let Some(option) = winner.and_then(|id| scenario.option(id)) {
        badge(frame, scene, centre, &option.letter, Placing::Other);
    }
}
