//! Everything is inside its frame, large enough for its medium, and no text lies on another.

use std::collections::HashSet;

use mizan::chart::{Area, Scene, Shape, Text};
use mizan::look::{Measurer, Medium, Outline};

use crate::{documents, sights};

/// Half a hair: what rounding may take.
const TOLERANCE: f32 = 0.6;

/// What is drawn, and where.
struct Drawn<'a> {
    what: String,
    area: Area,
    text: Option<&'a Text>,
}

/// A text's ink: capitals above the baseline, descenders below it.
fn ink(text: &Text) -> Area {
    let [left, baseline] = text.start;
    Area::new(left, baseline - 0.72 * text.size, text.width, 0.92 * text.size)
}

fn around(points: &[[f32; 2]]) -> Area {
    let reach = |place: usize| {
        points
            .iter()
            .map(|point| point[place])
            .fold((f32::MAX, f32::MIN), |(low, high), x| (low.min(x), high.max(x)))
    };
    let ((left, right), (top, bottom)) = (reach(0), reach(1));
    Area::between([left, top], [right, bottom])
}

fn drawn<'a>(shapes: &'a [Shape], clip: Area, all: &mut Vec<Drawn<'a>>) {
    for shape in shapes {
        let (area, text) = match shape {
            Shape::Fill { area, .. } | Shape::Edge { area, .. } | Shape::Hatch { area, .. } => {
                (*area, None)
            }
            Shape::Line { points, .. } | Shape::Polygon { corners: points, .. } => {
                (around(points), None)
            }
            Shape::Mark { mark, centre, size, .. } => match mark.outline(*centre, *size) {
                Outline::Polygon(corners) => (around(&corners), None),
                Outline::Circle { centre: [x, y], radius } => {
                    (Area::new(x, y, 0.0, 0.0).grown(radius, radius), None)
                }
            },
            Shape::Text(text) => (ink(text), Some(text)),
            Shape::Clip { area, shapes } => {
                drawn(
                    shapes,
                    area.intersection(clip).unwrap_or(Area::new(0.0, 0.0, 0.0, 0.0)),
                    all,
                );
                continue;
            }
        };
        let seen = Area::between(
            [area.left.max(clip.left), area.top.max(clip.top)],
            [area.right().min(clip.right()), area.bottom().min(clip.bottom())],
        );
        let area = if clip.width.is_finite() { seen } else { area };
        all.push(Drawn { what: format!("{shape:?}"), area, text });
    }
}

fn everything(scene: &Scene) -> Vec<Drawn<'_>> {
    let mut all = Vec::new();
    drawn(&scene.shapes, Area::new(-1e9, -1e9, f32::INFINITY, f32::INFINITY), &mut all);
    all
}

/// What is wrong with a scene.
pub fn faults(scene: &Scene, medium: Medium) -> Vec<String> {
    let all = everything(scene);
    let frame = Area::new(0.0, 0.0, scene.width, scene.height).grown(TOLERANCE, TOLERANCE);
    let is_inside = |area: &Area| {
        area.left >= frame.left
            && area.top >= frame.top
            && area.right() <= frame.right()
            && area.bottom() <= frame.bottom()
    };
    let mut faults: Vec<String> = all
        .iter()
        .filter(|drawn| !is_inside(&drawn.area))
        .map(|drawn| format!("outside {frame:?}: {}", drawn.what))
        .collect();
    let texts: Vec<(&Text, Area)> =
        all.iter().filter_map(|drawn| Some((drawn.text?, drawn.area))).collect();
    for (text, _) in &texts {
        if medium == Medium::Projector && text.size < 24.0 {
            faults.push(format!("{} points: “{}”", text.size, text.words));
        }
        if text.words.is_empty() || !text.width.is_finite() {
            faults.push(format!("no words: {text:?}"));
        }
    }
    faults.extend(overlaps(&texts));
    faults.extend(of_parts(scene, frame));
    faults
}

/// The words and the teams' marks that an area lies on.
pub fn words_on(scene: &Scene, area: Area) -> Vec<String> {
    let all = everything(scene);
    let is_on = |drawn: &&Drawn| {
        let is_mark = drawn.what.starts_with("Mark");
        (is_mark || drawn.text.is_some()) && drawn.area.intersection(area).is_some()
    };
    all.iter().filter(is_on).map(|drawn| drawn.what.clone()).collect()
}

fn overlaps(texts: &[(&Text, Area)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (place, (text, area)) in texts.iter().enumerate() {
        for (other, beside) in texts.iter().skip(place + 1) {
            let shared = area.intersection(*beside);
            if shared.is_some_and(|shared| shared.width > TOLERANCE && shared.height > TOLERANCE) {
                faults.push(format!("“{}” lies on “{}”: {shared:?}", other.words, text.words));
            }
        }
    }
    faults
}

fn of_parts(scene: &Scene, frame: Area) -> Vec<String> {
    let mut subjects = HashSet::new();
    let mut faults = Vec::new();
    for part in &scene.parts {
        if !subjects.insert(&part.subject) {
            faults.push(format!("twice: {:?}", part.subject));
        }
        if part.sentence.trim().is_empty() {
            faults.push(format!("says nothing: {:?}", part.subject));
        }
        let is_inside = part.hit.left >= frame.left
            && part.hit.right() <= frame.right()
            && part.hit.top >= frame.top
            && part.hit.bottom() <= frame.bottom();
        if !is_inside {
            faults.push(format!("its part reaches out: {part:?}"));
        }
    }
    faults
}

#[track_caller]
fn hold(medium: Medium, widths: &[f32]) {
    let measurer = Measurer::new();
    let mut found = Vec::new();
    for document in documents::all() {
        for width in widths {
            let frame = sights::frame(medium, *width, &measurer);
            for (name, scene) in sights::all(frame, &document.scenario) {
                let faults = faults(&scene, medium);
                let count = faults.len();
                let said = faults.into_iter().take(3).map(|fault| {
                    format!("{}, {name}, {width} wide ({count}): {fault}", document.what)
                });
                found.extend(said);
                assert!((scene.width - width).abs() < 0.01, "{name} is as wide as its frame");
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_chart_fits_a_screen() {
    hold(Medium::Screen, &[560.0, 760.0, 960.0, 1200.0]);
}

#[test]
fn every_chart_fits_a_projector() {
    hold(Medium::Projector, &[1920.0]);
}

#[test]
fn every_chart_fits_paper() {
    hold(Medium::Paper, &[682.0]);
}

#[test]
fn a_larger_scale_makes_everything_larger() {
    let measurer = Measurer::new();
    let document = documents::all().into_iter().next().unwrap();
    let plain = sights::frame(Medium::Screen, 600.0, &measurer);
    let large = mizan::chart::Frame { scale: 1.5, width: 900.0, ..plain };
    let both = [plain, large].map(|frame| sights::all(frame, &document.scenario));
    for ((name, one), (_, other)) in both[0].iter().zip(&both[1]) {
        let sizes = |scene: &Scene| -> Vec<f32> {
            everything(scene).iter().filter_map(|drawn| Some(drawn.text?.size)).collect()
        };
        let (one, other) = (sizes(one), sizes(other));
        let least = |sizes: &[f32]| sizes.iter().copied().fold(f32::MAX, f32::min);
        assert!(one.is_empty() || least(&other) >= 1.49 * least(&one), "{name}");
    }
}

#[test]
fn what_does_not_fit_is_found() {
    let measurer = Measurer::new();
    let frame = sights::frame(Medium::Projector, 100.0, &measurer);
    let set = mizan::chart::Set::new(
        mizan::look::TypeSize::Body,
        mizan::look::Weight::Regular,
        mizan::look::Role::Ink,
    );
    let mut scene = Scene { width: 100.0, height: 40.0, ..Scene::default() };
    let at = ([60.0, 20.0], mizan::chart::Side::Start);
    frame.text(&mut scene, at, "one", set, f32::INFINITY);
    frame.text(&mut scene, at, "two", set, f32::INFINITY);
    let faults = faults(&scene, Medium::Projector);
    assert!(faults.iter().any(|fault| fault.starts_with("outside")), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.contains("lies on")), "{faults:?}");
}
