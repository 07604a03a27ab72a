//! A frame's own work, from its logic to its last panel, without rendering: `cargo bench --bench
//! frame`.
//!
//! Prints medians and 99 % quantiles in milliseconds for a preset and for 100 options × 20 criteria
//! × 8 teams, at rest, scrolled, while a score is typed in every other frame, and while a weight's
//! bar is dragged.

use std::time::Instant;

use egui::accesskit::Role;
use egui::{Event, Key, MouseWheelUnit, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use mizan::app::{App, Clock, FrameLog, Immediate, NoPicker, Services, Start};
use mizan::evaluation::Weighting;
use mizan::model::{
    Alternative, Criterion, Elicitation, Hue, Letter, Mark, NodeId, OptionId, Range, Scenario,
    Score, Team, TeamId,
};
use mizan::store;

const FRAMES: usize = 400;

fn main() {
    println!("{:<34}{:>10}{:>10}", "frame's own work, ms", "median", "99 %");
    let preset = store::preset("after-inherent-resolve").map(Start::Preset).unwrap_or_default();
    measure("preset", &preset);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("large.ron");
    std::fs::write(&path, store::to_text(&large(100, 20, 8)).expect("a valid document"))
        .expect("a file");
    measure("100 × 20 × 8", &Start::File(path));
}

fn measure(name: &str, start: &Start) {
    let mut window = opened(start);
    let steps: [(&str, fn(&mut Harness<App>, usize)); 4] = [
        ("at rest", |_, _| {}),
        ("scrolled", scroll),
        ("typing scores", type_score),
        ("dragging a weight", drag),
    ];
    for (what, step) in steps {
        window.state_mut().log = Some(FrameLog::new(Instant::now(), usize::MAX));
        for frame in 0..FRAMES {
            step(&mut window, frame);
            window.step();
        }
        if let Some(log) = window.state_mut().log.take() {
            println!(
                "{:<34}{:>10.3}{:>10.3}",
                format!("{name}, {what}"),
                log.quantile(0.5),
                log.quantile(0.99)
            );
        }
        window.event(Event::PointerGone);
        window.step();
    }
}

/// The window on a document, with the first team's weights.
fn opened(start: &Start) -> Harness<'static, App> {
    let services = Services {
        executor: Box::new(Immediate),
        picker: Box::new(NoPicker),
        clock: Clock::Stopped,
        faces: std::sync::Arc::new(mizan::look::NoFaces),
        preferences: None,
    };
    let start = start.clone();
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = builder.build_eframe(|creation| App::new(&creation.egui_ctx, start, services));
    window.run_steps(3);
    if let Some(session) = &mut window.state_mut().session {
        let first = session.scenario().teams.first().map(|team| team.id.clone());
        session.weighting = first.map_or(Weighting::Mean, Weighting::Team);
    }
    window.run_steps(3);
    window
}

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

/// The handle of the first criterion's bar, up and down.
fn drag(window: &mut Harness<App>, frame: usize) {
    let handle = window.query_all_by_role(Role::Slider).next().map(|slider| slider.rect().center());
    let Some(handle) = handle else { return };
    if frame == 0 {
        return window.drag_at(handle);
    }
    let up = 10.0 * ((frame as f32) / 8.0).sin();
    window.hover_at(handle - Vec2::new(0.0, up));
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
