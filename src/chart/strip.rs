//! A small strip of a criterion's scale, from its worst end to its best, on which the options'
//! letters stand: how much of the swing that is weighed lies between them.

use super::frame::{Frame, Set, Side};
use super::parts::apart;
use super::{Area, Scene, Subject};
use crate::evaluation::{Stand, SwingEnds};
use crate::look::{Hue, Role, TypeSize, Weight};
use crate::model::{Alternative, Criterion, Scenario};
use crate::text;

/// In points of the window: the strip's height, and what is above it for the letters.
const HEIGHT: f32 = 8.0;
const LETTERS: f32 = 12.0;
/// Between two letters.
const GAP: f32 = 1.5;
/// How wide the line is that marks an option's place.
const TICK: f32 = 2.0;
/// The ends of the scale stand so far inside the scene, so that the letter of an option there does
/// too.
const MARGIN: f32 = 6.0;

/// An option with its place.
struct Placed<'a> {
    option: &'a Alternative,
    stand: Stand,
}

/// Builds the strip, worst end at the left. Letters are left out where there is no room for all;
/// each option's place stays marked, and is told.
pub fn strip(frame: Frame, scenario: &Scenario, criterion: &Criterion, ends: &SwingEnds) -> Scene {
    let mut placed: Vec<Placed> = ends
        .stands
        .iter()
        .filter_map(|stand| {
            Some(Placed { option: scenario.options.get(stand.option)?, stand: *stand })
        })
        .collect();
    placed.sort_by(|a, b| a.stand.place.total_cmp(&b.stand.place));
    let margin = frame.length(MARGIN);
    // Whole, so that thin lines are as sharp on a screen as on paper.
    let [top, height, width] =
        [LETTERS, HEIGHT, TICK].map(|length| frame.length(length).round().max(1.0));
    let bar = Area::new(margin, top, (frame.width - 2.0 * margin).max(1.0), height);
    let mut scene = Scene {
        width: frame.width,
        height: bar.bottom(),
        heading: text::weights::strip(criterion.label(), placed.len(), ends.missing),
        ..Scene::default()
    };
    let hue = Hue::of(criterion.hue.number());
    scene.fill(bar, Role::CriterionTrack(hue));
    in_play(&mut scene, bar, &placed, hue);
    for place in &placed {
        let x = at(bar, place);
        let left = (x - width / 2.0).clamp(bar.left, bar.right() - width).round();
        scene.fill(Area::new(left, bar.top, width, bar.height), Role::Ink);
    }
    letters(frame, &mut scene, bar, &placed);
    for Placed { option, stand } in &placed {
        let subject = Subject::Cell(option.id.clone(), criterion.id.clone());
        let lettered = text::charts::lettered(option.letter.as_str(), option.label());
        let sentence = text::charts::valued(&lettered, &text::plain(stand.score));
        scene.part(subject, sentence, hit(frame, bar, stand));
    }
    scene
}

/// The part of the scale that lies between the options.
fn in_play(scene: &mut Scene, bar: Area, placed: &[Placed], hue: Hue) {
    if let [first, .., last] = placed {
        let area = Area::between([at(bar, first), bar.top], [at(bar, last), bar.bottom()]);
        scene.fill(area, Role::Criterion(hue));
    }
}

fn at(bar: Area, placed: &Placed) -> f32 {
    bar.left + bar.width * placed.stand.place as f32
}

fn hit(frame: Frame, bar: Area, stand: &Stand) -> Area {
    let x = bar.left + bar.width * stand.place as f32;
    let half = frame.length(MARGIN);
    Area::new(x - half, 0.0, 2.0 * half, bar.bottom())
}

fn letters(frame: Frame, scene: &mut Scene, bar: Area, placed: &[Placed]) {
    let set = Set::new(TypeSize::Scale, Weight::SemiBold, Role::Ink2);
    let points: Vec<f32> = placed.iter().map(|placed| at(bar, placed)).collect();
    let width = |placed: &Placed| frame.width_of(placed.option.letter.as_str(), set);
    let widths: Vec<f32> = placed.iter().map(width).collect();
    let ends = (0.0, scene.width);
    let Some(middles) = apart(&points, &widths, frame.length(GAP), ends) else { return };
    for (placed, middle) in placed.iter().zip(middles) {
        let to = ([middle, frame.length(LETTERS / 2.0 - 1.0)], Side::Middle);
        frame.text(scene, to, placed.option.letter.as_str(), set, f32::INFINITY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::evaluation::{Weighting, evaluate, swing_ends};
    use crate::look::Measurer;
    use crate::model::{Hue as Number, Letter, NodeId, OptionId, Score};

    const WIDTH: f32 = 96.0;

    /// Options with scores on a scale from 0 to 10.
    fn scenario(scores: &[f64]) -> Scenario {
        let mut scenario = Scenario::new("a");
        let criterion = Criterion::new(NodeId::new("x").unwrap(), "Cost", Number::nth(0));
        for (index, score) in scores.iter().enumerate() {
            let id = OptionId::new(&format!("o{index}")).unwrap();
            scenario.scores.set(id.clone(), criterion.id.clone(), Score::exact(*score));
            scenario.options.push(Alternative {
                id,
                name: format!("Option {index}"),
                short: String::new(),
                note: String::new(),
                letter: Letter::nth(index),
            });
        }
        scenario.criteria.push(criterion);
        scenario
    }

    fn drawn(scores: &[f64]) -> Scene {
        let scenario = scenario(scores);
        let evaluation = evaluate(&scenario, &Weighting::Mean).unwrap();
        let ends = swing_ends(&scenario, &evaluation).remove(0).unwrap();
        let measurer = Measurer::new();
        strip(
            Frame::screen(WIDTH + 2.0 * MARGIN, &measurer),
            &scenario,
            &scenario.criteria[0],
            &ends,
        )
    }

    fn words(scene: &Scene) -> Vec<&str> {
        let mut words = Vec::new();
        for shape in &scene.shapes {
            if let Shape::Text(text) = shape {
                words.push(text.words.as_str());
            }
        }
        words
    }

    #[test]
    fn letters_stand_from_the_worst_end_to_the_best_and_each_says_its_score() {
        let scene = drawn(&[9.0, 2.5, 6.0]);
        assert_eq!(words(&scene), ["B", "C", "A"]);
        let told: Vec<&str> = scene.parts.iter().map(|part| part.sentence.as_str()).collect();
        assert_eq!(told, ["B  Option 1: 2.5", "C  Option 2: 6", "A  Option 0: 9"]);
        assert_eq!(scene.heading, "Where 3 options stand on the scale of Cost");
    }

    #[test]
    fn the_part_in_play_is_as_long_as_the_options_lie_apart() {
        let lengths = |scores: &[f64]| {
            let fills = drawn(scores).shapes.into_iter().filter_map(|shape| match shape {
                Shape::Fill { area, role: Role::Criterion(_), .. } => Some(area.width.round()),
                _ => None,
            });
            fills.collect::<Vec<_>>()
        };
        assert_eq!(lengths(&[0.0, 10.0]), [WIDTH]);
        assert_eq!(lengths(&[4.0, 4.0, 6.5]), [WIDTH * 0.25]);
        assert!(lengths(&[4.0, 4.0]).is_empty() && lengths(&[4.0]).is_empty());
    }

    #[test]
    fn places_stay_marked_where_there_is_no_room_for_letters() {
        let scene = drawn(&[5.0; 30]);
        assert_eq!((words(&scene).len(), scene.parts.len()), (0, 30));
        let ticks = scene
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Fill { role: Role::Ink, .. }));
        assert_eq!(ticks.count(), 30);
    }
}
