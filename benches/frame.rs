//! A frame's own work, from its logic to its last panel, without rendering and without what workers
//! do meanwhile: `cargo bench --bench frame`, with a word behind it for the lines that hold it.
//!
//! Prints medians and 99 % quantiles in milliseconds. Every stage at rest and scrolled, scores and a
//! title typed, weights dragged in the matrix and on their page: of a preset and of 100 options × 20
//! criteria × 8 teams; of 1000 × 200 the keystrokes.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use mizan::app::{App, Clock, FrameLog, Keeping, Manual, Services, Start, Threads};
use mizan::evaluation::Weighting;
use mizan::model::{
    Alternative, Criterion, Elicitation, Hue, Letter, Mark, NodeId, OptionId, Range, Scenario,
    Score, Team, TeamId,
};
use mizan::store::{self, Disk, Home, NewFile, System};

const FRAMES: usize = 400;

/// What is done in each frame, on which page.
struct Course {
    stage: Key,
    name: &'static str,
    step: fn(&mut Harness<App>, usize),
}

const fn course(stage: Key, name: &'static str, step: fn(&mut Harness<App>, usize)) -> Course {
    Course { stage, name, step }
}

const KEYSTROKES: [Course; 2] = [
    course(Key::Num1, "question, typing the title", type_title),
    course(Key::Num2, "matrix, typing scores", type_score),
];

const COURSES: [Course; 14] = [
    course(Key::Num1, "question, at rest", rest),
    course(Key::Num2, "matrix, at rest", rest),
    course(Key::Num3, "weights, at rest", rest),
    course(Key::Num4, "result, at rest", rest),
    course(Key::Num5, "teams, at rest", rest),
    course(Key::Num6, "compare, at rest", rest),
    course(Key::Num1, "question, scrolled", scroll),
    course(Key::Num2, "matrix, scrolled", scroll),
    course(Key::Num3, "weights, scrolled", scroll),
    course(Key::Num4, "result, scrolled", scroll),
    course(Key::Num5, "teams, scrolled", scroll),
    course(Key::Num6, "compare, scrolled", scroll),
    course(Key::Num2, "matrix, dragging a weight", drag_bar),
    course(Key::Num3, "weights, dragging a weight", drag_slider),
];

fn main() {
    let preset = store::preset("after-inherent-resolve").expect("it ships").text;
    let preset = store::parse(preset.as_bytes()).expect("it opens").scenario;
    measure_keeping("preset", &preset);
    measure_keeping("100 × 20 × 8", &large(100, 20, 8));
    println!("{:<52}{:>10}{:>10}", "frame's own work, ms", "median", "99 %");
    let preset = store::preset("after-inherent-resolve").map(Start::Preset).unwrap_or_default();
    measure("preset", &preset, KEYSTROKES.iter().chain(&COURSES));
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, scenario, is_whole) in [
        ("100 × 20 × 8", large(100, 20, 8), true),
        ("1000 × 200", large(1000, 200, 0), false),
        ("1000 × 200 × 8", large(1000, 200, 8), false),
    ] {
        let path = folder.path().join(format!("{name}.ron"));
        std::fs::write(&path, store::to_text(&scenario).expect("a valid document"))
            .expect("a file");
        let courses = KEYSTROKES.iter().chain(COURSES.iter().filter(|_| is_whole));
        measure(name, &Start::File(path), courses);
    }
}

/// A disk on which each write takes 200 ms.
struct Slow;

impl Disk for Slow {
    fn create(
        &self,
        path: &Path,
        as_of: Option<std::fs::Permissions>,
    ) -> std::io::Result<Box<dyn NewFile>> {
        std::thread::sleep(Duration::from_millis(200));
        System.create(path, as_of)
    }
}

/// Frames in which a document is edited while its states are kept on a slow disk, by threads; and
/// what part of a core making the text of a state takes, at the pace at which that is done.
fn measure_keeping(name: &str, scenario: &Scenario) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a.ron");
    std::fs::write(&path, store::to_text(scenario).expect("a valid document")).expect("a file");
    let keeping = Keeping {
        disk: Arc::new(Slow),
        home: Some(Home::at(&folder.path().join("data"))),
        pause: Duration::from_millis(400),
        looks: Some(Duration::from_secs(1)),
    };
    let services = Services { clock: Clock::System, keeping, ..Services::none(Threads) };
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let start = Start::File(path);
    let mut window = builder.build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
    while window.state().session.is_none() {
        window.step();
    }
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    window.step();
    window.state_mut().log = Some(FrameLog::new(Instant::now(), usize::MAX));
    for frame in 0..FRAMES {
        type_title(&mut window, frame);
        window.step();
        // A screen takes its time from frame to frame.
        std::thread::sleep(Duration::from_millis(8));
    }
    let what = format!("{name}, typing the title, disk at 200 ms a write");
    if let Some(log) = window.state_mut().log.take() {
        println!("{what:<52}{:>10.3}{:>10.3}", log.quantile(0.5), log.quantile(0.99));
    }
    let began = Instant::now();
    for _ in 0..10 {
        std::hint::black_box(store::to_text_unread(scenario).expect("a text"));
    }
    let each = began.elapsed() / 10;
    let pace = (each * 50).clamp(Duration::from_millis(400), Duration::from_millis(600));
    let part = 100.0 * each.as_secs_f64() / (pace + each).as_secs_f64();
    println!("{:<52}{part:>9.2} %", format!("{name}, recovery while dragging, of a core"));
}

fn measure<'a>(name: &str, start: &Start, courses: impl Iterator<Item = &'a Course>) {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let workers = Manual::default();
    let mut window = None;
    for course in courses {
        let what = format!("{name}, {}", course.name);
        if wanted.as_ref().is_some_and(|wanted| !what.contains(wanted.as_str())) {
            continue;
        }
        let window = window.get_or_insert_with(|| opened(start, &workers));
        window.key_press_modifiers(Modifiers::COMMAND, course.stage);
        settle(window, &workers);
        window.state_mut().log = Some(FrameLog::new(Instant::now(), usize::MAX));
        for frame in 0..FRAMES {
            (course.step)(window, frame);
            window.step();
            workers.run_ready();
        }
        if let Some(log) = window.state_mut().log.take() {
            println!("{what:<52}{:>10.3}{:>10.3}", log.quantile(0.5), log.quantile(0.99));
        }
        window.event(Event::PointerGone);
        window.key_press(Key::Escape);
        settle(window, &workers);
    }
}

fn settle(window: &mut Harness<App>, workers: &Manual) {
    for _ in 0..5 {
        window.step();
        workers.run_ready();
    }
}

/// The window on a document, with the first team's weights.
fn opened(start: &Start, workers: &Manual) -> Harness<'static, App> {
    let services = Services::none(workers.clone());
    let start = start.clone();
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = builder.build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
    settle(&mut window, workers);
    if let Some(session) = &mut window.state_mut().session {
        let first = session.scenario().teams.first().map(|team| team.id.clone());
        session.weighting = first.map_or(Weighting::Mean, Weighting::Team);
    }
    settle(&mut window, workers);
    window
}

fn rest(_window: &mut Harness<App>, _frame: usize) {}

fn scroll(window: &mut Harness<App>, frame: usize) {
    window.event(Event::PointerMoved(Pos2::new(500.0, 600.0)));
    let down = if (frame / 60).is_multiple_of(2) { -40.0 } else { 40.0 };
    let (unit, phase) = (MouseWheelUnit::Point, egui::TouchPhase::Move);
    window.event(Event::MouseWheel {
        unit,
        delta: Vec2::new(down / 2.0, down),
        modifiers: egui::Modifiers::NONE,
        phase,
        source: egui::MouseWheelSource::Wheel,
    });
}

/// A digit in one frame, Enter in the next.
fn type_score(window: &mut Harness<App>, frame: usize) {
    if frame == 0 {
        window.get_by_role(Role::Grid).focus();
    } else if frame.is_multiple_of(2) {
        window.event(Event::Text(((frame / 2) % 10).to_string()));
    } else {
        window.key_press(Key::Enter);
    }
}

/// A letter in each frame, at the end of the title.
fn type_title(window: &mut Harness<App>, frame: usize) {
    if frame == 0 {
        window.get_by_role_and_label(Role::TextInput, "Title").focus();
    } else {
        window.event(Event::Text("abcdefgh ".chars().nth(frame % 9).unwrap_or(' ').to_string()));
    }
}

/// The handle of the first criterion's bar, up and down.
fn drag_bar(window: &mut Harness<App>, frame: usize) {
    let along = Vec2::new(0.0, -10.0 * (frame as f32 / 8.0).sin());
    drag(window, frame, along);
}

/// The first slider of the page, to and fro.
fn drag_slider(window: &mut Harness<App>, frame: usize) {
    let along = Vec2::new(30.0 * (frame as f32 / 8.0).sin(), 0.0);
    drag(window, frame, along);
}

fn drag(window: &mut Harness<App>, frame: usize, along: Vec2) {
    let handle = window.query_all_by_role(Role::Slider).next().map(|slider| slider.rect().center());
    let Some(handle) = handle else { return };
    if frame == 0 {
        return window.drag_at(handle);
    }
    window.hover_at(handle + along);
}

fn large(options: usize, criteria: usize, teams: usize) -> Scenario {
    let node = |index: usize| NodeId::new(&format!("c{index}")).expect("an id");
    let mut scenario = Scenario::new("Large");
    for index in 0..criteria {
        let range = if index % 5 == 4 { Range::Observed } else { Range::default() };
        scenario.criteria.push(Criterion {
            range,
            ..Criterion::new(node(index), &format!("Criterion {index}"), Hue::nth(index))
        });
    }
    for index in 0..options {
        let id = OptionId::new(&format!("o{index}")).expect("an id");
        let empty = String::new;
        scenario.options.push(Alternative {
            id: id.clone(),
            name: format!("Option {index}"),
            short: empty(),
            note: empty(),
            letter: Letter::nth(index),
        });
        for column in 0..criteria {
            scenario.scores.set(
                id.clone(),
                node(column),
                Score::exact(((index * 7 + column * 3) % 11) as f64),
            );
        }
    }
    for index in 0..teams {
        let mut team = Team::new(
            TeamId::new(&format!("t{index}")).expect("an id"),
            &format!("Team {index}"),
            Mark::nth(index),
        );
        let weights = (0..criteria)
            .map(|column| (node(column), ((index * 5 + column) % 9 + 1) as f64 * 10.0));
        let judged = team.opened_mut().expect("a new team is open");
        judged.judgement.elicitation = Elicitation::Direct(weights.collect());
        judged.scores.set(scenario.options[index].id.clone(), node(index), Score::exact(3.0));
        scenario.teams.push(team.into());
    }
    scenario
}
