//! The matrix as scenes: what a row, a head and a whole sheet hold.

use mizan::chart::matrix::{self, Hatching, Head, Heights, Layout, Seen, Totals, View};
use mizan::chart::{Area, Dash, Frame, Point, Scene, Shape, Strength, Subject};
use mizan::evaluation::{Evaluation, Weighting, evaluate};
use mizan::look::{Measurer, Medium, Role};
use mizan::model::{Edit, Grade, Layer, Scenario};

use crate::{documents, fits, sights};

fn document(what: &str) -> Scenario {
    documents::all().into_iter().find(|document| document.what == what).unwrap().scenario
}

fn evaluated(scenario: &Scenario) -> Evaluation {
    evaluate(scenario, &Weighting::Mean).unwrap()
}

fn view<'a>(scenario: &'a Scenario, evaluation: &'a Evaluation) -> View<'a> {
    View::new(scenario, evaluation, None, View::ranked_rows(scenario, &evaluation.ranking))
}

fn layout(frame: Frame, scenario: &Scenario) -> Layout {
    Layout::new(frame, 0..scenario.criteria.len(), Totals::Shown)
}

/// All shapes, what is clipped too.
fn shapes(scene: &Scene) -> Vec<Shape> {
    fn collect(shapes: &[Shape], all: &mut Vec<Shape>) {
        for shape in shapes {
            match shape {
                Shape::Clip { shapes, .. } => collect(shapes, all),
                other => all.push(other.clone()),
            }
        }
    }
    let mut all = Vec::new();
    collect(&scene.shapes, &mut all);
    all
}

fn texts(scene: &Scene) -> Vec<String> {
    let words = |shape| match shape {
        Shape::Text(text) => Some(text.words),
        _ => None,
    };
    shapes(scene).into_iter().filter_map(words).collect()
}

fn dashed(scene: &Scene) -> usize {
    let is_dashed = |shape: &Shape| matches!(shape, Shape::Line { stroke, .. } if matches!(stroke.dash, Dash::Dashed(..)));
    shapes(scene).iter().filter(|shape| is_dashed(shape)).count()
}

#[test]
fn a_row_holds_the_cells_in_view_and_no_others() {
    let measurer = Measurer::new();
    let scenario = document("forty by twenty");
    let evaluation = evaluated(&scenario);
    let view = view(&scenario, &evaluation);
    let frame = sights::frame(Medium::Screen, 760.0, &measurer);
    let layout = layout(frame, &scenario);
    for offset in [0.0, 333.0] {
        let seen = Seen { offset, ..Seen::default() };
        let row = matrix::row(frame, &layout, &view, 7, seen);
        let cells: Vec<usize> = row
            .parts
            .iter()
            .filter_map(|part| match &part.subject {
                Subject::Cell(option, criterion) => {
                    assert_eq!(*option, scenario.options[7].id);
                    scenario.criteria.iter().position(|known| known.id == *criterion)
                }
                _ => None,
            })
            .collect();
        assert!((6..=8).contains(&cells.len()), "{cells:?} at {offset}");
        assert!(cells.windows(2).all(|pair| pair[1] == pair[0] + 1), "{cells:?}");
        assert_eq!(cells[0], (offset / layout.pitch) as usize, "{offset}");
        let first = &row.parts[0].subject;
        assert_eq!(*first, Subject::Option(scenario.options[7].id.clone()));
        let last = &row.parts.last().unwrap().subject;
        assert_eq!(*last, Subject::Total(scenario.options[7].id.clone()));
    }
}

#[test]
fn a_cell_being_typed_leaves_its_number_to_the_editor() {
    let measurer = Measurer::new();
    let mut scenario = document("usual");
    let (option, criterion) = (scenario.options[1].id.clone(), scenario.criteria[2].id.clone());
    scenario.scores.set(option, criterion, mizan::model::Score::exact(8.125));
    let evaluation = evaluated(&scenario);
    let view = view(&scenario, &evaluation);
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let row = |typed| {
        let seen = Seen { typed, ..Seen::default() };
        matrix::row(frame, &layout(frame, &scenario), &view, 1, seen)
    };
    let shown = |scene: &Scene| texts(scene).iter().any(|words| words == "8.125");
    assert!(shown(&row(None)) && shown(&row(Some(1))));
    assert!(!shown(&row(Some(2))));
    assert_eq!(row(Some(2)).parts, row(None).parts, "it can still be pointed at");
}

#[test]
fn a_score_just_cleared_has_no_block() {
    let measurer = Measurer::new();
    let mut scenario = document("usual");
    let (option, criterion) = (scenario.options[1].id.clone(), scenario.criteria[2].id.clone());
    scenario.scores.set(option.clone(), criterion.clone(), mizan::model::Score::exact(5.0));
    let evaluation = evaluated(&scenario);
    let clearing = Edit::SetScore(Layer::Base, option, criterion, None);
    let present = scenario.edited(&clearing).unwrap();
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let layout = layout(frame, &scenario);
    let hollows = |view: &View| dashed(&matrix::row(frame, &layout, view, 1, Seen::default()));
    let before = hollows(&view(&scenario, &evaluation));
    assert_eq!(hollows(&view(&scenario, &evaluation).over(&present)), before + 1);
}

#[test]
fn a_lit_criterion_stands_out_from_every_total() {
    let measurer = Measurer::new();
    let scenario = document("usual");
    let evaluation = evaluated(&scenario);
    let view = view(&scenario, &evaluation);
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let layout = layout(frame, &scenario);
    let count = |scene: &Scene, wanted: Strength, of: fn(&Role) -> bool| {
        let is_wanted = |shape: &Shape| matches!(shape, Shape::Fill { role, strength, .. } if *strength == wanted && of(role));
        shapes(scene).iter().filter(|shape| is_wanted(shape)).count()
    };
    let lit = Seen { lit: Some(2), ..Seen::default() };
    let plain = matrix::row(frame, &layout, &view, 1, Seen::default());
    let row = matrix::row(frame, &layout, &view, 1, lit);
    let is_criterion = |role: &Role| matches!(role, Role::Criterion(_));
    assert_eq!(count(&plain, Strength::Dimmed, is_criterion), 0);
    let dimmed = count(&row, Strength::Dimmed, is_criterion);
    assert!(dimmed >= 3, "all pieces but one stand back: {dimmed}");
    let head = Head { lit: Some(2), ..Head::default() };
    let grounds = [&row, &matrix::head(frame, &layout, &view, head)]
        .map(|scene| count(scene, Strength::Full, |role| *role == Role::Hover));
    assert_eq!(grounds, [1, 1]);
    assert_eq!(count(&plain, Strength::Full, |role| *role == Role::Hover), 0);
}

#[test]
fn what_is_not_scored_is_dashed_and_said() {
    let measurer = Measurer::new();
    let scenario = document("gaps");
    let evaluation = evaluated(&scenario);
    let view = view(&scenario, &evaluation);
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let layout = layout(frame, &scenario);
    let row = |option| matrix::row(frame, &layout, &view, option, Seen::default());
    let gaps = texts(&row(1)).iter().filter(|words| *words == "not scored").count();
    assert_eq!(gaps, 2);
    // Two cells, and the tail of what they could still add.
    assert_eq!(dashed(&row(1)), 3);
    assert_eq!(dashed(&row(2)), 0);
    let told = row(1).parts.last().unwrap().sentence.clone();
    assert!(told.contains('–'), "from where to where: {told}");
}

#[test]
fn what_is_ruled_out_says_why_instead_of_a_total() {
    let measurer = Measurer::new();
    let scenario = document("ruled out");
    let evaluation = evaluated(&scenario);
    let out = evaluation.ranking.ruled_out[0].option;
    let view = view(&scenario, &evaluation);
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let row = matrix::row(frame, &layout(frame, &scenario), &view, out, Seen::default());
    let told = &row.parts.last().unwrap().sentence;
    assert!(told.contains("ruled out"), "{told}");
    assert!(texts(&row).join(" ").contains("ruled out"));
}

#[test]
fn a_sheet_tells_everything_once_on_every_medium() {
    let measurer = Measurer::new();
    for what in ["usual", "forty by twenty"] {
        let scenario = document(what);
        let evaluation = evaluated(&scenario);
        let view = view(&scenario, &evaluation);
        let (options, criteria) = (scenario.options.len(), scenario.criteria.len());
        for medium in [Medium::Screen, Medium::Projector, Medium::Paper] {
            let width = if medium == Medium::Projector { 1920.0 } else { 682.0 };
            let sheet = matrix::sheet(sights::frame(medium, width, &measurer), &view);
            let count = |wanted: fn(&Subject) -> bool| {
                sheet.parts.iter().filter(|part| wanted(&part.subject)).count()
            };
            assert_eq!(count(|it| matches!(it, Subject::Option(_))), options, "{what} {medium:?}");
            assert_eq!(count(|it| matches!(it, Subject::Criterion(_))), criteria);
            assert_eq!(count(|it| matches!(it, Subject::Cell(..))), options * criteria);
            assert_eq!(count(|it| matches!(it, Subject::Total(_))), options);
        }
    }
}

#[test]
fn what_is_hatched_is_what_the_legend_says() {
    let measurer = Measurer::new();
    let scenario = document("usual");
    let evaluation = evaluated(&scenario);
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let layout = layout(frame, &scenario);
    let middle = Grade::new('C', 3).unwrap();
    let grades = || scenario.scores.cells().filter_map(|(_, _, score)| score.grade);
    for (hatching, words, expected) in [
        (Hatching::Weak, "weak evidence", grades().filter(|grade| grade.is_weak()).count()),
        (
            Hatching::WeakerThan(middle),
            "weaker than C3, the middle grade",
            grades().filter(|grade| grade.is_weaker_than(middle)).count(),
        ),
    ] {
        let mut view = view(&scenario, &evaluation);
        view.hatching = hatching;
        let hatched = |scene: &Scene| {
            shapes(scene).iter().filter(|shape| matches!(shape, Shape::Hatch { .. })).count()
        };
        let rows = (0..scenario.options.len())
            .map(|option| hatched(&matrix::row(frame, &layout, &view, option, Seen::default())));
        assert_eq!(rows.sum::<usize>(), expected, "{hatching:?}");
        let legend = matrix::legend(frame, matrix::Legend { hatching, has_forks: false });
        assert!(texts(&legend).iter().any(|said| said == words), "{:?}", texts(&legend));
        assert_eq!(hatched(&legend), 1);
    }
}

/// Where a scene has forks, and whether each says that its number is another than usual.
fn forks(scene: &Scene) -> Vec<(Area, bool)> {
    let strokes: Vec<([Point; 2], Role)> = shapes(scene)
        .into_iter()
        .filter_map(|shape| match shape {
            Shape::Line { points, stroke } => Some((points.try_into().ok()?, stroke.role)),
            _ => None,
        })
        .filter(|(_, role)| matches!(role, Role::Ink2 | Role::WarnText))
        .collect();
    let is_fork = |strokes: &&[([Point; 2], Role)]| {
        let [(handle, _), (up, _), (down, _)] = strokes else { return false };
        handle[1] == up[0] && handle[1] == down[0] && up[1][0] == down[1][0]
    };
    let fork = |strokes: &[([Point; 2], Role)]| {
        let [left, _] = strokes[0].0;
        let ([_, [right, top]], [_, [_, foot]]) = (strokes[1].0, strokes[2].0);
        let area = Area::between([left[0], top.min(foot)], [right, top.max(foot)]);
        (area, strokes[0].1 == Role::WarnText)
    };
    strokes.windows(3).filter(is_fork).map(fork).collect()
}

#[test]
fn a_fork_marks_each_score_that_hangs_on_an_assumption() {
    let measurer = Measurer::new();
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let [hanging, plain] = ["every score hangs on something", "own scores"].map(document);
    for (scenario, each) in [(&hanging, true), (&plain, false)] {
        let evaluation = evaluated(scenario);
        let view = view(scenario, &evaluation);
        let layout = layout(frame, scenario);
        for option in 0..scenario.options.len() {
            let row = matrix::row(frame, &layout, &view, option, Seen::default());
            let (count, off) = if each { (8, 4) } else { (0, 0) };
            assert_eq!(forks(&row).len(), count, "of row {option}");
            assert_eq!(forks(&row).iter().filter(|(_, is_off)| *is_off).count(), off);
            let told = row.parts.iter().filter(|part| part.sentence.contains("hangs on"));
            assert_eq!(told.count(), count);
        }
        let legend = matrix::legend(frame, view.legend());
        assert_eq!(forks(&legend).len(), usize::from(each));
    }
}

#[test]
fn a_fork_lies_on_no_word_in_rows_of_every_height() {
    let measurer = Measurer::new();
    let scenario = document("every score hangs on something");
    let evaluation = evaluated(&scenario);
    let view = view(&scenario, &evaluation);
    for width in [700.0, 900.0, 1500.0] {
        let frame = sights::frame(Medium::Screen, width, &measurer);
        for room in (60_u16..900).step_by(37) {
            // With many rows they become lower than with these few.
            let heights = Heights::fitting(f32::from(room), 12, 38.0);
            let layout = layout(frame, &scenario).with_heights(frame, heights);
            for option in 0..scenario.options.len() {
                let row = matrix::row(frame, &layout, &view, option, Seen::default());
                let is_cell = |subject: &Subject| matches!(subject, Subject::Cell(..));
                let cells = row.parts.iter().filter(|part| is_cell(&part.subject));
                let edge = cells.map(|part| part.hit.right()).fold(0.0, f32::max);
                // Those beyond are cut off.
                let forks = forks(&row).into_iter().filter(|(fork, _)| fork.right() <= edge);
                let forks: Vec<_> = forks.collect();
                assert!(!forks.is_empty(), "{width}, {heights:?}");
                for (fork, _) in forks {
                    let on = fits::words_on(&row, fork);
                    assert!(
                        on.is_empty(),
                        "{on:?} at {fork:?} of row {option}, {width}, {heights:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_fork_takes_the_place_of_no_words_where_it_may_go_above() {
    let measurer = Measurer::new();
    let [mut hanging, plain] = ["every score hangs on something", "own scores"].map(document);
    hanging.assumptions.iter_mut().for_each(|assumption| assumption.holds = true);
    for width in (700_u16..1500).step_by(23) {
        let frame = sights::frame(Medium::Screen, f32::from(width), &measurer);
        for option in 0..plain.options.len() {
            let [with, without] = [&hanging, &plain].map(|scenario| {
                let evaluation = evaluated(scenario);
                let view = view(scenario, &evaluation);
                texts(&matrix::row(frame, &layout(frame, scenario), &view, option, Seen::default()))
            });
            assert_eq!(with, without, "row {option} at {width}");
        }
    }
}

#[test]
fn rows_of_every_height_keep_their_parts_apart() {
    let measurer = Measurer::new();
    for document in documents::all() {
        let Ok(evaluation) = evaluate(&document.scenario, &Weighting::Mean) else { continue };
        let view = view(&document.scenario, &evaluation);
        let frame = sights::frame(Medium::Screen, 900.0, &measurer);
        for room in (300_u16..900).step_by(37) {
            let heights = Heights::fitting(f32::from(room), view.rows.len(), 38.0);
            let layout = layout(frame, &document.scenario).with_heights(frame, heights);
            for option in view.rows.iter().take(6) {
                let mut row = matrix::row(frame, &layout, &view, *option, Seen::default());
                // Its rule lies on the first points of what comes below.
                row.height += 1.0;
                let faults = fits::faults(&row, Medium::Screen);
                assert!(faults.is_empty(), "{}, {heights:?}: {faults:#?}", document.what);
            }
        }
    }
}

#[test]
fn a_row_that_is_held_shows_where_it_would_go_beside_its_rank() {
    let measurer = Measurer::new();
    let scenario = document("usual");
    let evaluation = evaluated(&scenario);
    let ranked = View::ranked_rows(&scenario, &evaluation.ranking);
    let held: Vec<usize> = ranked.iter().rev().copied().collect();
    let frame = sights::frame(Medium::Screen, 1100.0, &measurer);
    let layout = layout(frame, &scenario);
    let view = View::new(&scenario, &evaluation, None, held.clone()).held_from(&ranked);
    let told = |option: usize| {
        let row = matrix::row(frame, &layout, &view, option, Seen::default());
        let place = (ranked.iter().position(|known| *known == option).unwrap() + 1).to_string();
        (row.parts.last().unwrap().sentence.clone(), texts(&row).contains(&place))
    };
    let (first, last) = (told(ranked[0]), told(*ranked.last().unwrap()));
    assert!(first.0.ends_with("moves to place 1") && first.1, "{first:?}");
    assert!(last.0.ends_with("moves to place 5") && last.1, "{last:?}");
    assert!(!told(ranked[2]).0.contains("moves"), "the middle one stays");
}
