//! The ranking in small, beside the weights that make it: a line for each option, and how far it
//! moved.

use super::frame::{Frame, Set, Side};
use super::parts::{Piece, badge, hollow, stack};
use super::standing::{Standing, standings};
use super::{Area, Scene, Subject};
use crate::evaluation::Evaluation;
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::model::Scenario;
use crate::text::{self, charts};

/// In points of the window: from one option to the next, the middle of its words, the top of its
/// bar and the bar's height.
const PITCH: f32 = 52.0;
const WORDS: f32 = 18.0;
const BAR_TOP: f32 = 32.0;
const BAR: f32 = 14.0;
/// Where names and bars begin.
const INDENT: f32 = 28.0;
const BADGE_AT: f32 = 10.0;
const GAP: f32 = 1.0;
/// The widest that the words get which say how far an option moved.
const MOVED_ROOM: f32 = 80.0;

/// An option's line, in words where it isn't drawn.
struct Row<'a> {
    standing: Standing<'a>,
    shown: String,
    moved: String,
}

/// Builds the chart; what is ruled out is left out. `moved` says by option of the document how many
/// places it went up (positive) or down, where that can be said.
pub fn live(
    frame: Frame,
    scenario: &Scenario,
    evaluation: &Evaluation,
    moved: &[Option<i64>],
) -> Scene {
    let rows = rows(scenario, evaluation, moved);
    let pitch = frame.length(PITCH);
    let mut scene = Scene {
        width: frame.width,
        height: pitch * rows.len() as f32,
        heading: text::weights::LIVE_RANKING.to_owned(),
        ..Scene::default()
    };
    for (place, row) in rows.iter().enumerate() {
        let hit = Area::new(0.0, pitch * place as f32, frame.width, pitch);
        words(frame, &mut scene, row, hit.top + frame.length(WORDS));
        let indent = frame.length(INDENT);
        let width = (frame.width - indent).max(1.0);
        let top = hit.top + frame.length(BAR_TOP);
        let bar = Area::new(indent, top, width, frame.length(BAR));
        pieces(frame, &mut scene, scenario, row, bar);
        let sentence = charts::live(&row.standing.option.name, &row.shown, &row.moved);
        scene.part(Subject::Option(row.standing.option.id.clone()), sentence, hit);
    }
    scene
}

fn rows<'a>(
    scenario: &'a Scenario,
    evaluation: &'a Evaluation,
    moved: &[Option<i64>],
) -> Vec<Row<'a>> {
    let row = |standing: Standing<'a>| {
        let by = moved.get(standing.index).copied().flatten().filter(|_| standing.is_whole());
        let moved = text::weights::moved(by.unwrap_or(0));
        Row { shown: standing.total(), moved, standing }
    };
    standings(scenario, evaluation).into_iter().map(row).collect()
}

/// The letter, the name, how far it moved, and the total.
fn words(frame: Frame, scene: &mut Scene, row: &Row, middle: f32) {
    badge(
        frame,
        scene,
        [frame.length(BADGE_AT), middle],
        &row.standing.option.letter,
        row.standing.placing,
    );
    let strong = Set::new(TypeSize::Body, Weight::SemiBold, Role::Ink);
    let end = [frame.width, middle];
    let total = frame.text(scene, (end, Side::End), &row.shown, strong, frame.width);
    let note = Set::new(TypeSize::Note, Weight::Regular, Role::Ink3);
    let moved = frame.width_of(&row.moved, note).min(frame.length(MOVED_ROOM));
    let indent = frame.length(INDENT);
    let room = frame.width - total - indent - moved - frame.length(18.0);
    let name = Set::new(TypeSize::Body, Weight::Medium, Role::Ink);
    let start = ([indent, middle], Side::Start);
    let named = frame.text(scene, start, row.standing.option.label(), name, room);
    if !row.moved.is_empty() {
        let at = [indent + named + frame.length(8.0), middle];
        frame.text(scene, (at, Side::Start), &row.moved, note, frame.length(MOVED_ROOM));
    }
}

/// The parts on a bar that is as long as all that there is to win, and the dashed tail of what is
/// missing.
fn pieces(frame: Frame, scene: &mut Scene, scenario: &Scenario, row: &Row, bar: Area) {
    scene.fill(bar, Role::Sunken);
    let pieces = scenario
        .criteria
        .iter()
        .zip(row.standing.parts)
        .map(|(criterion, part)| Piece::new(Hue::of(criterion.hue.number()), *part));
    let stacked = stack(frame, scene, bar, pieces, GAP);
    let high = bar.left + bar.width * row.standing.high as f32;
    if high > stacked.end + frame.length(1.0) {
        hollow(frame, scene, Area::between([stacked.end, bar.top], [high, bar.bottom()]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::evaluation::{Weighting, evaluate};
    use crate::look::Measurer;
    use crate::model::{Alternative, Criterion, Hue as Number, Letter, NodeId, OptionId, Score};

    #[test]
    fn bars_run_from_nothing_to_ten_and_not_to_the_leader() {
        let mut scenario = Scenario::new("a");
        let criterion = Criterion::new(NodeId::new("x").unwrap(), "Cost", Number::nth(0));
        for (index, score) in [5.0, 2.5].into_iter().enumerate() {
            let id = OptionId::new(&format!("o{index}")).unwrap();
            scenario.scores.set(id.clone(), criterion.id.clone(), Score::exact(score));
            let (name, short, note) = (id.to_string(), String::new(), String::new());
            let letter = Letter::nth(index);
            scenario.options.push(Alternative { id, name, short, note, letter });
        }
        scenario.criteria.push(criterion);
        let evaluation = evaluate(&scenario, &Weighting::Mean).unwrap();
        let measurer = Measurer::new();
        let frame = Frame::screen(200.0 + INDENT, &measurer);
        let scene = live(frame, &scenario, &evaluation, &[]);
        let width = |role: Role| {
            let fills = scene.shapes.iter().filter_map(move |shape| match shape {
                Shape::Fill { area, role: found, .. } if *found == role => Some(area.width),
                _ => None,
            });
            fills.collect::<Vec<_>>()
        };
        assert_eq!(width(Role::Sunken), [200.0, 200.0]);
        let parts = width(Role::Criterion(Hue::Ochre));
        assert_eq!(parts, [100.0 - GAP, 50.0 - GAP]);
    }
}
