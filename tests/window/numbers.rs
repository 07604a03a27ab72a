//! What the two shells show is the same.

use std::process::Command;

use mizan::app::Start;
use mizan::store::{self, PRESETS};
use mizan::text::{ordinal, total};
use serde_json::Value;

use crate::desk::Desk;

/// What the command line says of a file.
fn ranked(file: &str, team: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["rank", file, "--team", team, "--format", "json"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The totals and ranks of one weighting, by option's name, as the window should show them.
fn expected(scenario: &mizan::model::Scenario, entry: &Value) -> Vec<(String, String)> {
    let name = |id: &str| {
        scenario.options.iter().find(|option| option.id.as_str() == id).unwrap().name.clone()
    };
    let ranking = entry["ranking"].as_array().unwrap().iter();
    let shown = ranking.map(|ranked| {
        let rank = usize::try_from(ranked["rank"].as_u64().unwrap()).unwrap();
        let told = format!("{}, {}", total(ranked["total"].as_f64().unwrap()), ordinal(rank));
        (format!("Total of {}", name(ranked["option"].as_str().unwrap())), told)
    });
    shown.collect()
}

fn compare(desk: &Desk, scenario: &mizan::model::Scenario, entry: &Value) {
    let wanted = expected(scenario, entry);
    assert!(!wanted.is_empty());
    for (label, told) in wanted {
        assert_eq!(desk.value(&label), told, "{label}");
    }
}

#[test]
fn every_preset_shows_the_command_lines_numbers_for_the_mean_and_every_team() {
    for preset in PRESETS {
        let mut desk = Desk::sized(Start::Preset(preset), egui::Vec2::new(1600.0, 2400.0));
        let scenario = store::parse(preset.text.as_bytes()).unwrap().scenario;
        desk.show("Mean");
        compare(&desk, &scenario, &ranked(preset.name, "mean"));
        let all = ranked(preset.name, "all");
        for (team, entry) in scenario.teams.iter().zip(all["teams"].as_array().unwrap()) {
            assert_eq!(entry["team"], team.id.as_str());
            desk.show(team.label());
            compare(&desk, &scenario, entry);
        }
    }
}

#[test]
fn the_numbers_survive_save_and_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saved.mizan.ron");
    let mut desk = Desk::sized(
        Start::Preset(store::preset("after-inherent-resolve").unwrap()),
        egui::Vec2::new(1600.0, 2400.0),
    );
    desk.show("Mean");
    let cell = "Complete withdrawal, Risk of an ISIS resurgence";
    desk.type_score(cell, "2");
    // What is opened again stands as it is ranked.
    desk.keys(egui::Modifiers::COMMAND, egui::Key::R);
    let before = desk.values("Total of");
    desk.keys(egui::Modifiers::COMMAND, egui::Key::S);
    desk.enter_path(&path);
    assert!(path.exists() && !desk.is_changed());

    let again = Desk::sized(Start::File(path.clone()), egui::Vec2::new(1600.0, 2400.0));
    assert_eq!(again.values("Total of"), before);
    assert_eq!(again.value(cell), "2");
    compare(&again, &again.scenario(), &ranked(path.to_str().unwrap(), "mean"));
}
