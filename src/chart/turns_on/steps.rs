//! The single steps after which two teams have the same winner.

use super::view::note_set;
use crate::analysis::Step;
use crate::chart::frame::{Frame, Set, Side};
use crate::chart::parts::{Placing, badge};
use crate::chart::{Area, Scene, Subject};
use crate::evaluation::Between;
use crate::look::{Role, TypeSize, Weight, size};
use crate::model::{NodeId, Scenario};
use crate::text::{between as words, counts};

/// In points of the window: a row, the box of its number, and where words begin.
const ROW: f32 = 30.0;
const BOX: f32 = 20.0;
const WORDS_AT: f32 = 30.0;
const BADGE: f32 = 34.0;
/// So many steps are listed.
const MOST: usize = 6;

/// Builds the list of steps, each with its words.
pub fn step_list(
    frame: Frame,
    scenario: &Scenario,
    found: &Between,
    steps: &[(Step, String)],
) -> Scene {
    let heading = words::steps_heading(scenario, found);
    let mut scene = Scene { width: frame.width, heading, ..Scene::default() };
    for (place, (step, told)) in steps.iter().take(MOST).enumerate() {
        let area = Area::new(0.0, scene.height, frame.width, frame.length(ROW));
        let middle = area.middle()[1];
        let half = frame.length(BOX / 2.0);
        let square = Area::new(half, middle, 0.0, 0.0).grown(half, half);
        let edge = frame.stroke(size::RULE_STROKE, Role::Control);
        scene.edge(square, frame.length(size::BADGE_RADIUS), edge);
        let number = Set::new(TypeSize::Note, Weight::SemiBold, Role::Ink2);
        let shown = (place + 1).to_string();
        frame.text(&mut scene, (square.middle(), Side::Middle), &shown, number, square.width);
        let set = Set::new(TypeSize::Body, Weight::Regular, Role::Ink);
        let left = frame.length(WORDS_AT);
        let room = area.width - left - frame.length(BADGE);
        frame.text(&mut scene, ([left, middle], Side::Start), told, set, room);
        if let Some(option) = scenario.options.get(step.winner) {
            let centre = [area.right() - frame.length(12.0), middle];
            badge(frame, &mut scene, centre, &option.letter, Placing::Other);
        }
        if let Some(subject) = subject(scenario, step) {
            let sentence = words::step_sentence(scenario, found, told, step.winner);
            scene.part(subject, sentence, area);
        }
        scene.height = area.bottom();
    }
    if steps.len() > MOST {
        let at = [0.0, scene.height + frame.length(ROW / 2.0)];
        let more = counts::and_more(steps.len() - MOST);
        frame.text(&mut scene, (at, Side::Start), &more, note_set(), frame.width);
        scene.height += frame.length(ROW);
    }
    scene
}

/// What a step is about; no two are about the same.
fn subject(scenario: &Scenario, step: &Step) -> Option<Subject> {
    let criterion: NodeId = scenario.criteria.get(step.criterion)?.id.clone();
    Some(Subject::Step { criterion, side: step.side, takes: step.takes })
}
